"""Tables whose columns are set with runs of blanks: 序号   榜单名称      考核指标, with rows that begin below."""

import re
from collections.abc import Sequence

from pipeline.structure.characters import width
from pipeline.structure.page.pieces import PAGE_MARK

Cells = list[tuple[int, int]]
"""The cells of a row as half-open offsets into its line; an empty cell has no length."""

# 名　　称: two characters set apart to fill a column are one head.
_CELL = re.compile(r"[\u4e00-\u9fff][ \u3000]{2,6}[\u4e00-\u9fff](?![^ \u3000])|[^ \u3000](?:[^ \u3000]| (?! ))*")
RULE = re.compile(r"\s*[-─━=＝—_]{3}[-─━=＝—_\s]{3,}")
_GAP = re.compile(r" {2}|\u3000")
# What heads a column; a head holds no mark of a sentence and is no label ([榜题选择]) and no option (■榜题1).
_HEAD = re.compile(
    r"^序$|序号|编号|名称|水平|现状|[做达]到|完成|目标值|承诺|计划|依据|措施|办法|验证|指标|要求|目标|单位|内容|时间|时限|期限|日期|数量|电话|方式|联系人|姓名|方向|领域|项目|课题|材料|份数|备注|任务|类别|类型|环节|阶段|部门|榜|科目|经费|资金|金额|^小计$|^合计$|职称|分工"
)
_NO_HEAD = re.compile(r"[：:。；;，,！？]|\d{2}|^[\[［【■□☐☑☒√]")
_YEAR = re.compile(r"20\d\d\s?年")  # 2023年样机
_ROW_NUMBER = re.compile(r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?[.、．]?")
_LONGEST_HEAD = 16
_MOST_HEADS = 40
_OFF = 3  # columns that a cell may begin beside its head's
_MOST_BETWEEN = 5  # lines between two rows of a text with an empty line behind each: around a page's mark


def column_rows(lines: Sequence[str]) -> dict[int, Cells]:
    """The rows of such tables by the index of their line: a head and two rows or more right below it.

    A row has a cell under every head, or begins each of its two cells or more at a head's column; rows that a number
    opens (1, 2, 3), and those of as many cells half of which are in place, need not be set exactly. An empty line
    below the head is one below each row; lines between rows, page marks among them, have no cells.
    """
    found: dict[int, Cells] = {}
    index = 0
    while index < len(lines):
        head = _head(lines[index])
        rows = _rows(lines, index, head) if head else {}
        if sum(map(bool, rows.values())) >= 2:
            found |= {index: head, **rows}
            index = max(rows)
        index += 1
    return found


def _cells(line: str) -> Cells:
    if _GAP.search(line.strip()) is None or "|" in line or "\t" in line:
        return []
    return [match.span() for match in _CELL.finditer(line)]


def _head(line: str) -> Cells:
    """The cells of a head of three columns or more, two of them named as columns are; [] for any other line."""
    cells = _cells(line)
    words = [line[start:end].replace(" ", "").replace("\u3000", "") for start, end in cells]
    if not 3 <= len(cells) <= _MOST_HEADS:
        return []
    if any(len(word) > _LONGEST_HEAD or _NO_HEAD.search(_YEAR.sub("", word)) for word in words):
        return []
    return cells if sum(_HEAD.search(word) is not None for word in words) >= 2 else []


def _rows(lines: Sequence[str], at: int, head: Cells) -> dict[int, Cells]:
    """The rows by the index of their line; a rule between them is none, and what parts them has no cells."""
    starts = [width(lines[at][:start]) for start, _ in head]
    apart = at + 1 < len(lines) and not lines[at + 1].strip()
    found: dict[int, Cells] = {}
    between: dict[int, Cells] = {}
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if RULE.fullmatch(line):
            continue
        if apart and len(between) < _MOST_BETWEEN and (not line.strip() or PAGE_MARK.fullmatch(line)):
            between[index] = []
            continue
        row = _row(line, starts)
        if row is None:
            break
        found |= {**between, index: row}
        between = {}
    return found


def _row(line: str, starts: Sequence[int]) -> Cells | None:
    """The line's cells, one a column; None for a line that is no row."""
    cells = _cells(line)
    if len(cells) < 2 or len(cells) > len(starts):
        return None
    places = [_column(width(line[:start]), starts) for start, _ in cells]
    if None not in places and len(set(places)) == len(places):
        by_column = dict(zip(places, cells, strict=True))
        row: Cells = []
        for column in range(len(starts)):
            behind = row[-1][1] if row else 0
            row.append(by_column.get(column, (behind, behind)))
        return row
    numbered = _ROW_NUMBER.fullmatch(line[cells[0][0] : cells[0][1]]) is not None
    in_place = sum(place == column for column, place in enumerate(places))  # a long cell pushes the next ones
    return cells if (numbered or 2 * in_place >= len(starts)) and len(cells) == len(starts) else None


def _column(at: int, starts: Sequence[int]) -> int | None:
    return next((column for column, start in enumerate(starts) if abs(at - start) <= _OFF), None)
