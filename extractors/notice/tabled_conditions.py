"""Conditions in a table under their title: 条件 | 说明, 序号 | 申报条件, one a row."""

import re
from collections.abc import Callable

from extractors.text.spans import Span, trimmed
from schemas.outline import Outline, Role
from schemas.text import Block, Grid, Text

# The column that says what is asked, before the one that only names it.
_SAYS = re.compile(r"(?:具体|详细|相关)?(?:说明|要求|内容|标准|描述|规定)")
_NAMES = re.compile(r"(?:.{0,6}(?:条件|资格)|(?:申报|揭榜|基本|资格|具体|准入)?要求)(?:名称|内容|项)?")
# 单位类别 | 条件: each row asks of some only
_OF_SOME = re.compile(r".{0,4}(?:类[别型]|主体|对象|岗位|方向|领域|榜题|题目|档次|等级|级别|角色|身份)")
# 1.2 | 资格要求 | …
_NUMBER = re.compile(r"[（(第]?(?:\d{1,2}(?:[.．]\d{1,2}){0,2}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）条款.、．]?")
_FEWEST = 4  # characters of a condition
_CALL = frozenset({Role.BODY, Role.TASK_LIST})


def tabled_conditions(text: Text, start: int, end: int) -> list[Span]:
    """What the rows of such tables in ``start:end`` say, one condition a row; [] for a table with other heads."""
    grids = (grid for grid in text.tables if start <= grid.start < end)
    return [span for grid in grids for span in _of_grid(text, grid)]


def _of_grid(text: Text, grid: Grid) -> list[Span]:
    cells = [text.blocks[index] for index in grid.cells]
    heads = {c.column: re.sub(r"\s", "", text.clean[c.start : c.end]) for c in cells if c.row == 0}
    names = next((column for column, words in sorted(heads.items()) if _NAMES.fullmatch(words)), None)
    if names is None or any(_OF_SOME.fullmatch(words) for words in heads.values()):
        return []
    says = next((column for column, words in sorted(heads.items()) if column > names and _SAYS.fullmatch(words)), names)
    rows: dict[int, dict[int, Block]] = {}
    for cell in cells:
        if cell.row > 0:
            rows.setdefault(cell.row, {})[cell.column] = cell
    found = (_said(text, row, says, names) for _, row in sorted(rows.items()))
    return [span for span in found if span is not None]


def _said(text: Text, row: dict[int, Block], says: int, names: int) -> Span | None:
    """The explanation, else the condition's name where it says enough by itself."""
    spans = [trimmed(text.clean, row[at].start, row[at].end, "。；;") for at in (says, names) if at in row]
    return next((span for span in spans if span.end - span.start >= _FEWEST), None)


def titled_cells(text: Text, outline: Outline, fits: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Where the cells are that stand right of a title: 报名资格 | 1.…；2.…, among the matters of a call's table."""
    found: list[tuple[int, int]] = []
    for grid in text.tables:
        if outline.division_at(grid.start).role not in _CALL:
            continue
        rows: dict[int, list[Block]] = {}
        for cell in (text.blocks[index] for index in grid.cells):
            rows.setdefault(cell.row, []).append(cell)
        for row in rows.values():
            title, *said = _unnumbered(text, sorted(row, key=lambda cell: cell.column))
            if len(said) == 1 and fits(re.sub(r"\s", "", text.clean[title.start : title.end])):
                found.append((said[0].start, said[0].end))
    return found


def _unnumbered(text: Text, row: list[Block]) -> list[Block]:
    """The row without a first cell that only counts it."""
    first = text.clean[row[0].start : row[0].end].strip()
    return row[1:] if len(row) > 1 and _NUMBER.fullmatch(first) else row
