"""Tables of indicators of all directions together: 方向 | 指标 | 要求值, with several rows a direction."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.directions.labels.names import bare_head, label_in, number_of
from extractors.directions.labels.parts import FORM_ROLES, FoundDirection
from extractors.text.spans import bare, squeezed
from schemas.outline import Outline
from schemas.text import Block, Grid, Text, rows_across

_HEAD = re.compile(
    r"(?:榜次?|榜号|题号|卡片号?)|(?:所属|对应|揭榜|攻关|研究|申报)?(?:方向|榜题|课题|题目|需求|任务|榜单|难题|赛题|选题)(?:的?(?:编号|序号|名称|代码|号))?(?:[及和与](?:编号|名称))?"
)
# 甲, 一, 1, ①, 甲榜, 第3题, 1号榜: the number of a direction, under a head that says so
_NUMBER = re.compile(
    r"[（(]?第?(?P<number>[甲乙丙丁戊己庚辛壬癸]|[一二三四五六七八九十]{1,3}|\d{1,2}|[A-HＡ-Ｈ]|[①-⑳])[）)]?(?:号?[榜题令卡单]|号)?"
)
_CODE = re.compile(r"[A-Za-z]{1,8}[-—]?\d{1,4}(?:[-—]\d{1,4})*|[A-Z]{1,8}[-—][A-H](?![A-Za-z])")
# 2.1, 任务3.2, 第2-1项: the number under which the call's own text tells of the direction
_NUMBERED_PART = re.compile(
    r"[\u4e00-\u9fff]{0,4}?\s?(?P<number>\d{1,2}(?:[.．\-—]\d{1,2}){1,2})[.．、]?\s?[项款条节道]?"
)
# A高盐稀态酱油, 2 低盐腐乳: number and name in one cell
_NUMBERED_NAME = re.compile(
    r"(?P<number>[甲乙丙丁戊己庚辛]|\d{1,2}|[A-HＡ-Ｈ])[.．、:：-]?(?P<name>[\u4e00-\u9fff][^\n]{3,})"
)
_SHORTEST = 4  # characters of a name that stands for the whole
_LABEL = 80  # characters at a direction's beginning that hold its code
_MOST = 0.8  # of the rows have to say whose they are


@dataclass(frozen=True, slots=True)
class SharedTable:
    """``table`` indexes ``Text.tables``; ``rows`` are those of each direction, by its index, with what names it."""

    table: int
    head_row: int
    rows: Mapping[int, tuple[tuple[int, str], ...]]


def shared_tables(text: Text, outline: Outline, found: Sequence[FoundDirection]) -> list[SharedTable]:
    """The call's tables that have a column of directions, two of them at least; none of those that list directions."""
    if len(found) < 2 or any(direction.table is not None for direction in found):
        return []
    tables = []
    for index, grid in enumerate(text.tables):
        lists = any(max(direction.start, grid.start) < min(direction.end, grid.end) for direction in found)
        if not lists and outline.division_at(grid.start).role not in FORM_ROLES:
            shared = _shared(text, index, grid, found)
            tables += [shared] if shared is not None else []
    return tables


def _shared(text: Text, index: int, grid: Grid, found: Sequence[FoundDirection]) -> SharedTable | None:
    cells = [text.blocks[at] for at in grid.cells]
    named = next((cell for cell in cells if cell.row == 0 and _HEAD.fullmatch(_words(text, cell))), None)
    # 代码, 对象: what heads the column says nothing, its cells name the directions themselves
    head = named or next((cell for cell in cells if cell.row == cell.column == 0), None)
    if head is None or head.column > 1:
        return None
    across = {row: blocks for row, blocks in rows_across(cells).items() if row > head.row}
    rows: dict[int, list[tuple[int, str]]] = {}
    owner: int | None = None  # an empty cell is of the direction above
    for row, blocks in across.items():
        cell = next((block for block in blocks if block.column == head.column), None)
        words = _words(text, cell) if cell is not None else ""
        if words or cell is None:
            owner = meant(text, words, found, numbers=named is not None)
        if owner is not None:
            rows.setdefault(owner, []).append((row, words))
    told = sum(map(len, rows.values()))
    if len(rows) < 2 or told < _MOST * len(across):
        return None
    return SharedTable(index, head.row, {owner: tuple(own) for owner, own in rows.items()})


def _words(text: Text, cell: Block) -> str:
    return squeezed(text.clean[cell.start : cell.end])


def names_directions(head: str) -> bool:
    """课题编号, 所属方向: the head of a column that says of which direction its rows are."""
    return _HEAD.fullmatch(head) is not None


def meant(text: Text, words: str, found: Sequence[FoundDirection], *, numbers: bool = False) -> int | None:
    """The one direction that a cell names: by its name, by 方向一, by its code, or by its number (``numbers``)."""
    if numbers and (number := _NUMBER.fullmatch(words)) is not None:
        return _numbered(number_of(number["number"]), found)
    named = _named(bare(words), [bare(one.name) for one in found])
    if named is not None:
        return named
    if numbers and (both := _NUMBERED_NAME.fullmatch(words)) is not None:
        at = _named(bare(both["name"]), [bare(one.name) for one in found])
        if at is not None and at == _numbered(number_of(both["number"]), found):
            return at
    label = bare_head(words) or label_in(words)
    if label is not None:
        return _numbered(label.key[-1], found)
    part = _NUMBERED_PART.fullmatch(words)
    if part is not None and (own := _headed(text, part["number"], found)) is not None:
        return own
    code = _CODE.search(words)
    heads = [text.clean[one.start : min(one.start + _LABEL, one.end)] for one in found]
    coded = [at for at, head in enumerate(heads) if code is not None and _holds(head, code.group())]
    return coded[0] if len(coded) == 1 else None


def _headed(text: Text, number: str, found: Sequence[FoundDirection]) -> int | None:
    """The one direction whose own line begins with the number: 2.1 土石坝渗流感知."""
    opens = re.compile(rf"\D{{0,6}}?{re.escape(number)}(?![\d.．])")
    own = [at for at, one in enumerate(found) if opens.match(text.clean, one.start, one.end)]
    return own[0] if len(own) == 1 else None


def _numbered(number: int | None, found: Sequence[FoundDirection]) -> int | None:
    own = [at for at, one in enumerate(found) if (one.number or at + 1) == number]
    return own[0] if len(own) == 1 else None


def _named(words: str, names: Sequence[str]) -> int | None:
    """The one name that the words are; else the one they hold or are a part of, the longest where it holds the others.

    智能感知系统 is one direction and 智能感知系统集成平台 another; a cell that names two of them is of neither.
    """
    same = [at for at, name in enumerate(names) if name == words]
    near = same or [at for at, name in enumerate(names) if _is_name(words, name)]
    if len(near) < 2:
        return near[0] if near else None
    longest = max(near, key=lambda at: len(names[at]))
    held = names[longest] in words and all(
        names[at] != names[longest] and names[at] in names[longest] for at in near if at != longest
    )
    return longest if held else None


def _is_name(words: str, name: str) -> bool:
    shorter, longer = sorted((words, name), key=len)
    return words == name or (len(shorter) >= _SHORTEST and shorter in longer)


def _holds(head: str, code: str) -> bool:
    return re.search(rf"(?<![A-Za-z\d]){re.escape(code)}(?!\d)", head) is not None
