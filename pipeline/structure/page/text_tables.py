"""Tables in plain text: cells parted by ``|``, by tabs or by runs of blanks, one row a line."""

import re
from dataclasses import dataclass
from itertools import accumulate

from pipeline.structure.page.drawn_tables import EDGES, DrawnTable, drawn_tables
from pipeline.structure.page.pieces import PAGE_MARK
from pipeline.structure.page.stacked_tables import stacked_tables
from pipeline.structure.page.table_columns import RULE, Cells, column_rows
from schemas.document import Cell, Document, Table

_MARKDOWN_RULE = re.compile(
    r"\s*(?:\|\s*)?:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*(?:\|\s*)?|\s*\+(?:[-=]{2,}\+)+\s*"  # +------+-----+
)
_BARS = "｜￨∣丨¦"  # what stands for | in a text; each as wide as that, so that offsets stay
_AS_EDGE = str.maketrans(_BARS, "|" * len(_BARS))
_FEWEST_BARS = 2
_BLANKS = re.compile(r"\s*")
_SENTENCE = re.compile(r"[\d。；，,;]")
_LONGEST_LABEL = 26
_ROOM_AND_LABEL = re.compile(r"(?:\u3000{2}| {6})\s*[\u4e00-\u9fff]")
_LABEL = re.compile(r"[\u4e00-\u9fff、/（）()]{2,20}")


# A numbered caption in a row of its own, which is no more of the cell above.
_HEADING_ROW = re.compile(
    r"\s*\|\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])\s*[\u4e00-\u9fff、与和及]{2,16}\s*\|?\s*"
)


@dataclass(slots=True)
class _Row:
    start: int
    end: int
    cells: list[tuple[int, int]]


def text_tables(document: Document) -> tuple[Table, ...]:
    """The tables of a plain text; an indented line without a separator under a row goes on in its last cell.

    A page's mark between rows of as many cells (three or more) does not end a table.
    """
    lines = _with_plain_edges(document.text.split("\n"))
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    columns, first = column_rows(lines), 0
    tables: list[Table] = []
    for index, (last, table) in sorted(_whole_tables(lines, starts).items()):
        if index >= first:
            _add_tables(tables, document.text, lines, starts, columns, range(first, index))
            tables.append(table)
            first = last + 1
    _add_tables(tables, document.text, lines, starts, columns, range(first, len(lines)))
    return tuple(tables)


def _with_plain_edges(lines: list[str]) -> list[str]:
    """指标｜要求｜承诺 over rows of as many cells with | for ｜; 附件2｜任务书 alone stays as it is."""
    found = list(lines)
    counts = [max(line.count(bar) for bar in _BARS) for line in lines]
    for at, count in enumerate(counts):
        beside = (counts[at - 1] if at else 0, counts[at + 1] if at + 1 < len(counts) else 0)
        if count >= _FEWEST_BARS and count in beside:
            found[at] = lines[at].translate(_AS_EDGE)
    return found


def _whole_tables(lines: list[str], starts: list[int]) -> dict[int, tuple[int, Table]]:
    """The tables that are known as a whole, by their first line: the last one, and the table."""
    stacked = {at: (rows[-1][-1], _stacked(lines, starts, rows)) for at, rows in stacked_tables(lines).items()}
    return stacked | {at: (found.last, _drawn(lines, starts, found)) for at, found in drawn_tables(lines).items()}


def _drawn(lines: list[str], starts: list[int], drawn: DrawnTable) -> Table:
    """The table between its first rule and its last."""
    cells = []
    for cell in drawn.cells:
        spans = [(starts[line] + left, starts[line] + right) for line, left, right in cell.parts]
        filled = [span for span in spans if span[1] > span[0]] or spans[:1]
        several = tuple(filled) if len(filled) > 1 else ()
        place = (cell.row, cell.column, cell.row_span, cell.column_span)
        cells.append(Cell(filled[0][0], filled[-1][1], *place, several))
    return Table(starts[drawn.first], starts[drawn.last] + len(lines[drawn.last]), tuple(cells))


def _add_tables(
    tables: list[Table], text: str, lines: list[str], starts: list[int], columns: dict[int, Cells], part: range
) -> None:
    """Adds the tables of ``part`` of the lines, one row a line."""
    rows: list[_Row] = []
    page_break = False
    for index in part:
        line, at = lines[index], starts[index]
        end = at + len(line)
        if columns.get(index) == []:
            continue  # parts two rows
        set_apart = [(at + left, at + right) for left, right in columns.get(index, ())]
        cells = set_apart or _cells(line, at) or _blank_row(lines, index, at, bool(rows))
        if (_MARKDOWN_RULE.fullmatch(line) and "-" in line) or (rows and RULE.fullmatch(line)):
            pass  # a Markdown table's rule belongs to the table and holds nothing
        elif len(cells) >= 2 or _is_caption(line, rows, page_break):
            if page_break and not _same_columns(rows, cells):
                _close(rows, tables)
                rows = []
            cells = [*_edge_before(line, text, rows, cells, at), *cells]
            rows.append(_Row(at, end, cells))
            page_break = False
        elif rows and line.strip() == "|":
            rows[-1].end = end  # one of the empty cells of a form, each on a line of its own
        elif rows and not page_break and _goes_on(line):
            start, _ = rows[-1].cells[-1]
            rows[-1].cells[-1] = (start, at + len(line.rstrip()))
            rows[-1].end = end
        elif PAGE_MARK.fullmatch(line):
            page_break = True
        elif line.strip() or (rows and not page_break and not _page_mark_follows(text, end)):
            _close(rows, tables)
            rows, page_break = [], False
    _close(rows, tables)


def _edge_before(
    line: str, text: str, rows: list[_Row], cells: list[tuple[int, int]], at: int
) -> list[tuple[int, int]]:
    """The empty first cell of | 合计 | 242 under 序号 | 项目 | 金额, where no row has outer edges; else []."""
    if not rows or not line.lstrip().startswith("|") or line.rstrip().endswith("|"):
        return []
    head = text[rows[0].start : rows[0].end].lstrip()
    return [(at, at)] if not head.startswith("|") and len(cells) == len(rows[0].cells) - 1 else []


def _is_caption(line: str, rows: list[_Row], page_break: bool) -> bool:
    """二、项目负责人 behind its edge, between rows of a table: above the rows on her."""
    return bool(rows) and not page_break and _HEADING_ROW.fullmatch(line) is not None


def _stacked(lines: list[str], starts: list[int], rows: list[tuple[int, ...]]) -> Table:
    """The table whose cells are lines, a row of them after the other."""
    cells = []
    for row, places in enumerate(rows):
        for column, number in enumerate(places):
            start = starts[number] + len(lines[number]) - len(lines[number].lstrip())
            cells.append(Cell(start, start + len(lines[number].strip()), row, column))
    return Table(starts[rows[0][0]], cells[-1].end, tuple(cells))


def _same_columns(rows: list[_Row], cells: list[tuple[int, int]]) -> bool:
    return bool(rows) and len(cells) == len(rows[-1].cells) >= 3


def _page_mark_follows(text: str, at: int) -> bool:
    """Whether the next line that is not empty is a page's mark."""
    blanks = _BLANKS.match(text, at)
    start = blanks.end() if blanks else at
    end = text.find("\n", start)
    return start < len(text) and PAGE_MARK.fullmatch(text, start, end if end >= 0 else len(text)) is not None


def _is_debris(words: str) -> bool:
    """What a copy of a page laid out by tables leaves: a sentence, or a line of text, and the edge of its one cell."""
    said = words[:-1]
    if words[-1:] != "|" or "|" in said or "\t" in said:
        return False
    return not said or len(said) > _LONGEST_LABEL or _SENTENCE.search(said) is not None


def _cells(line: str, at: int) -> list[tuple[int, int]]:
    words = line.strip()
    if not words or _is_debris(words):
        return []
    mark = next((edge for edge in EDGES if edge in line), "\t")
    if mark == "\t" and "\t" not in line.strip(" \t") and line.count("\t") < 2:
        return []
    body = line
    if words[0] == mark:
        at += line.index(mark) + 1
        body = line[line.index(mark) + 1 :]
        body = body[: body.rindex(mark)] if body.rstrip().endswith(mark) else body
    found = []
    rooms = _before_rooms(line, mark)
    for index, cell in enumerate(body.split(mark)):
        if rooms and index and cell.strip():
            found.append((at, at))
        lead = len(cell) - len(cell.lstrip())
        start = at + (lead if cell.strip() else 0)
        found.append((start, start + len(cell.strip())))
        at += len(cell) + 1
    return found


def _before_rooms(line: str, mark: str) -> bool:
    """姓名|　　　　职称|　　　　手机|: behind each edge the room for an answer, and the next label."""
    first, *inner, last = line.rstrip().split(mark) if line.rstrip().count(mark) > 1 else ["", ""]
    return bool(first.strip() and inner) and not last and all(map(_ROOM_AND_LABEL.match, inner))


def _blank_row(lines: list[str], index: int, at: int, below: bool) -> list[tuple[int, int]]:
    """项目名称 and a tab with nothing behind it, above or below another row: a label whose cell is empty.

    So is one above a line that holds nothing but the edge of a cell.
    """
    line = lines[index]
    label = line.strip()
    if index + 1 < len(lines) and lines[index + 1].strip() == "|" and _LABEL.fullmatch(label):
        start = at + line.index(label)
        return [(start, start + len(label)), (at + len(line), at + len(line))]
    if not _has_empty_cell(line):
        return []
    after = lines[index + 1] if index + 1 < len(lines) else ""
    beside = below or bool(_cells(after, 0)) or (_LABEL.fullmatch(label) is not None and _has_empty_cell(after))
    start = at + line.index(label)
    return [(start, start + len(label)), (at + len(line), at + len(line))] if beside else []


def _has_empty_cell(line: str) -> bool:
    return 0 < len(line.strip()) <= _LONGEST_LABEL and line.rstrip(" ") == line.rstrip() + "\t"


def _goes_on(line: str) -> bool:
    return bool(line.strip()) and line[:2] == "  "


def _close(rows: list[_Row], tables: list[Table]) -> None:
    if not rows or (len(rows) == 1 and sum(end > start for start, end in rows[0].cells) <= 1):
        return
    wide = max(len(row.cells) for row in rows)
    spans = [wide if len(row.cells) == 1 else 1 for row in rows]  # a caption stands over all columns
    cells = tuple(Cell(s, e, r, c, 1, spans[r]) for r, row in enumerate(rows) for c, (s, e) in enumerate(row.cells))
    tables.append(Table(rows[0].start, rows[-1].end, cells))
