"""People by degree or by group that do not make up their whole: 研发人员156人，其中博士21人、硕士80人、其他45人."""

import re
from collections.abc import Iterator

from pipeline.screening.answers.parts import narrow
from pipeline.screening.case import Case, page_of
from pipeline.screening.figures.people_and_money import Clash

_ITEM = r"(?P<name>[\u4e00-\u9fffA-Za-z]{1,12}?)\s?(?P<number>\d{1,5})\s?[人名]"
_WHOLE = re.compile(
    rf"(?P<what>[\u4e00-\u9fff]{{2,12}}?)(?:共|共有|总数|有|为|计)?\s?(?P<whole>\d{{1,6}})\s?[人名][，,（(：:]\s?(?:其中|包括)[:：]?"
    rf"(?P<list>{_ITEM.replace('?P<name>', '?:').replace('?P<number>', '?:')}(?:[、，,；;和及]\s?"
    rf"{_ITEM.replace('?P<name>', '?:').replace('?P<number>', '?:')}){{1,9}})(?=[。；;，,）)\s]|$)"
)
_PART = re.compile(_ITEM)
# The last of them is all the rest.
_REST = re.compile(r"(?:及|和)?以下(?:学历)?$|^其[他它余]|^一般|^普通")
_DEGREES = re.compile(r"博士(?:后|研究生)?|硕士(?:研究生)?|本科(?:生)?|大?专科?|学士|中专")
_TEAMS = re.compile(r"[\u4e00-\u9fff]{1,8}组")
_LEAST = 2
_SURE = 0.65
_NAMES = (("研发人员人数", re.compile(r"研发|科研|技术|科技")), ("单位人数", re.compile(r"员工|职工|人员|从业")))
_TEAM = "团队人数"


def people_clashes(case: Case) -> Iterator[Clash]:
    """The first whole whose parts, told right behind it, make up more, or less where the last of them is the rest."""
    for passage in case.submission.passages:
        for match in _WHOLE.finditer(passage.text) if "其中" in passage.text or "包括" in passage.text else ():
            parts = [(part["name"], int(part["number"])) for part in _PART.finditer(match["list"])]
            total, whole = sum(number for _, number in parts), int(match["whole"])
            if len(parts) < _LEAST or not _is_wrong([name for name, _ in parts], total, whole):
                continue
            name = next((name for name, words in _NAMES if words.search(match["what"])), _TEAM)
            where = page_of(passage.evidence, "申报材料")
            text = f"{name}写“{match.group().strip('。；')}”，所列各类合计{total}人，与{whole}人不符{where}，请核实。"
            yield Clash(name, text, narrow(passage.evidence, match.group()), _SURE)
            return


def _is_wrong(names: list[str], total: int, whole: int) -> bool:
    """Degrees, or groups, part people; others (骨干, 高级职称) may count one twice or leave some out."""
    apart = all(_DEGREES.match(name) for name in names) or all(_TEAMS.fullmatch(name) for name in names)
    closed = _REST.search(names[-1]) is not None
    return total != whole if closed and (apart or len(names) > _LEAST) else apart and total > whole
