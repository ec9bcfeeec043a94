"""Places to seal or sign that bear no brackets: （12）项目负责人签字, 揭榜人盖章处 | 法定代表人签名处."""

import re
from dataclasses import dataclass
from typing import Literal

from extractors.text.marks import CIRCLED, NUMBERED
from extractors.text.tables import cells_of_row
from extractors.values.person_names import is_name
from schemas.outline import Role
from schemas.text import Block, Text

# Who signs or seals; not 承诺书签字盖章 and 逐页盖章, which say how a paper is handed in.
_OWNER = (
    r"(?![\u4e00-\u9fff]{0,11}(?:须|应当|请|由|加盖|逐页|骑缝|复印件))[\u4e00-\u9fff]{1,12}?"
    r"(?<=[\u4e00-\u9fff]{2})(?:(?<=代表)|(?<=经理)|(?<=总工)|(?<=[课题组院校局所处科室站厂店队行船董]长)|(?<=[人责办管导师家员位业司构门校学院所局厅委方社会场荐者]))"
)
_MARK = r"(?P<mark>签字|签名|签章|(?:加盖)?公章|盖章|印章)(?P<spot>[处栏]|位置)?"
_GAP = r"[ \u3000\t]{0,4}"  # 首席研究者 签名 ____
_NUMBER = rf"(?:{NUMBERED}[.、．]?|{CIRCLED})\s*"
_CELL = re.compile(rf"(?:{_NUMBER})?(?P<owner>{_OWNER}){_MARK}[:：]?")  # 16.牵头企业盖章
_LINE = re.compile(
    rf"(?:{_NUMBER})?(?P<owner>{_OWNER}){_GAP}{_MARK}"
    r"(?P<rest>[\s_＿]*|\s+\S[^\n，。；：:]{1,11}|\s*[_＿]{2,60}\s*日\s?期[\s_＿：:]*)"
)
# 项目主持人签名 ____  单位盖章 ____: one of several in a line
_FOOT = re.compile(r"\s*(?:(?:落款|签章|签署|签字|盖章|确认)[:：]\s*)?")  # what the line's places are said to be
_AMONG = re.compile(rf"(?:(?<=[\s_＿：:。])|^)(?P<owner>{_OWNER}){_GAP}{_MARK}(?=[\s_＿]|$)")
_DATED = re.compile(r"(?:签[字署订])?(?:日\s?期|时间)|\d{4}\s*年|年[\s_＿]*月")
_MARKS = re.compile(r"[，。；：:、\n]|.{31}")  # of a sentence, and more than a name
_UNIT = re.compile(r"(?:单位|企业|公司|机构|部门|学校|大学)$")  # 申报单位签章 is the label of more than one place
_DATE = re.compile(r"\d{4}\s*年|年\s*月\s*日|日\s*期")
_BLANK = re.compile(r"[\s_＿﹍…\.·—-]+")
_LEAST_PLACES, _LONGEST_LINE = 2, 200
_FORMS = frozenset({Role.COVER, Role.FORM, Role.COMMITMENT, Role.TASK_BOOK})


@dataclass(frozen=True, slots=True)
class BarePlace:
    """``kind`` is seal or signature; ``content`` what stands beside or below it, "" for a blank."""

    owner: str
    kind: Literal["seal", "signature"]
    mark: str
    content: str
    start: int
    end: int

    @property
    def signed(self) -> bool:
        """A name stands there."""
        return is_name(self.content, labelled=True)


def place_in_cell(text: Text, block: Block, role: Role) -> BarePlace | None:
    """项目负责人签字 | , a cell of its own: who signs does so in the next cell, or below where that is a place too."""
    match = _CELL.fullmatch(text.clean[block.start : block.end].strip()) if block.table is not None else None
    if match is None or not (match["spot"] or _signs(match) or (_seals(match, role) and _heads(text, block))):
        return None
    behind = next((cell for cell in cells_of_row(text, block) if cell.column > block.column), None)
    if behind is None or _CELL.fullmatch(text.clean[behind.start : behind.end].strip()):
        behind = _below(text, block)
    if behind is None:
        return None
    said = _BLANK.sub("", text.clean[behind.start : behind.end])
    date = _DATE.search(said)
    return _place(match, said[: date.start()] if date is not None else said, block.start, block.end)


def places_in_line(text: Text, start: int, end: int, role: Role) -> list[BarePlace]:
    """（13）申报单位盖章, a line of its own of a form, or with the name behind it; or several places side by side."""
    match = _LINE.fullmatch(text.clean, start, end) if role in _FORMS else None
    if match is None:
        return _side_by_side(text, start, end) if role in _FORMS and end - start <= _LONGEST_LINE else []
    parted = match.end("owner") < match.start("mark")
    if parted and _BLANK.sub("", match["rest"]) and "_" not in match["rest"]:
        return []  # 评审者 签名 完毕
    said = _BLANK.sub("", _DATED.split(match["rest"], maxsplit=1)[0])
    place = _place(match, said, match.start("owner"), match.end("mark"))
    return [place] if _may_hold(place) else []


def _side_by_side(text: Text, start: int, end: int) -> list[BarePlace]:
    """项目主持人签名 ____  单位盖章 ____  日期 ____: two places and more, blank or with who signs and seals."""
    matches = list(_AMONG.finditer(text.clean, start, end))
    if len(matches) < _LEAST_PLACES or not _FOOT.fullmatch(text.clean, start, matches[0].start()):
        return []
    found = []
    for match, stop in zip(matches, [*(match.start() for match in matches[1:]), end], strict=True):
        said = text.clean[match.end() : stop]
        date = _DATED.search(said)
        said = _BLANK.sub("", said[: date.start()] if date is not None else said)
        found.append(_place(match, said, match.start("owner"), match.end("mark")))
    return found if all(_may_hold(place) and not _MARKS.search(place.content) for place in found) else []


def _may_hold(place: BarePlace) -> bool:
    return not place.content or place.kind == "seal" or place.signed


def _signs(match: re.Match[str]) -> bool:
    return match["mark"].startswith("签") and _UNIT.search(match["owner"]) is None


def _seals(match: re.Match[str], role: Role) -> bool:
    return role in _FORMS and not match["mark"].startswith("签")


def _heads(text: Text, block: Block) -> bool:
    """Nothing but such places stands before the cell in its row: 材料要求 | 单位公章 says what a paper bears."""
    before = (cell for cell in cells_of_row(text, block) if cell.column < block.column)
    words = (text.clean[cell.start : cell.end].strip() for cell in before)
    return all(_CELL.fullmatch(one) for one in words if one)


def _place(match: re.Match[str], said: str, start: int, end: int) -> BarePlace:
    kind: Literal["seal", "signature"] = "signature" if _signs(match) else "seal"
    return BarePlace(match["owner"], kind, match["mark"], said, start, end)


def _below(text: Text, block: Block) -> Block | None:
    """The cell right below."""
    below = text.rows_of(block.table).get(block.row + 1, []) if block.table is not None else []
    return next((cell for cell in below if cell.column == block.column), None)
