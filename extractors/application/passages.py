"""Passages (可引用的段落): running text in stretches a person would quote, rows of tables, long answers of forms."""

import re
from collections.abc import Iterator

from extractors.forms.labels.words import could_be_label, is_known_label
from extractors.text.spans import Span, squeezed, trimmed
from extractors.text.ticks import Option, find_options
from schemas.facts import Passage
from schemas.outline import Outline
from schemas.text import Block, Grid, Text

_SENTENCE = re.compile(r"[^。；;！？!?\n]+[。；;！？!?]*[”’）)]?")
_LONGEST, _ENOUGH, _SHORT_CELL = 220, 60, 60
_LABEL_AND_VALUE = 2  # cells
_NO_HEAD = re.compile(r"[。；]|^[\u4e00-\u9fff]{2,8}\s?[：:]\s?[^\s：:]")  # 承诺：95% is a value with its label


def find_passages(text: Text, outline: Outline) -> list[Passage]:
    """The text in passages of one to three sentences (60 to 220 characters where it can be), in order.

    A passage never crosses a paragraph or a cell. A table's row is one passage with the heads of its columns; a long
    cell (the answer of a form's field) is cut like a paragraph, under the label at its left.
    """
    found: list[Passage] = []
    seen: set[int] = set()
    headings = {section.start: section.heading_end for section in outline.sections}
    for block in text.blocks:
        if block.table is None:
            if block.start < outline.division_at(block.start).title_end:
                continue
            start = headings.get(block.start, block.start)
            found += [_passage(text, outline, span) for span in cut(text.clean, min(start, block.end), block.end)]
        elif block.table not in seen:
            seen.add(block.table)
            found += _of_table(text, outline, text.tables[block.table])
    return found


def cut(clean: str, start: int, end: int) -> Iterator[Span]:
    """Stretches of whole sentences; a sentence alone may be longer than the limit."""
    open_span: Span | None = None
    for match in _SENTENCE.finditer(clean, start, end):
        span = trimmed(clean, match.start(), match.end())
        if span.end <= span.start:
            continue
        if open_span is not None and _fits(clean, open_span, span):
            open_span = Span(open_span.start, span.end)
            continue
        if open_span is not None:
            yield open_span
        open_span = span
    if open_span is not None:
        yield open_span


def _fits(clean: str, before: Span, span: Span) -> bool:
    """The next sentence joins while the passage is short, and never over a line's end."""
    if "\n" in clean[before.end : span.start]:
        return False
    return before.end - before.start < _ENOUGH or (
        span.end - before.start <= _LONGEST and clean[before.end - 1] in "；;"
    )


def _passage(text: Text, outline: Outline, span: Span, label: str | None = None, words: str | None = None) -> Passage:
    path = outline.path(outline.section_at(span.start))
    return Passage(
        text=words or span.of(text.clean),
        path=(*path, label) if label else path,
        role=outline.division_at(span.start).role,
        evidence=text.evidence(span.start, span.end),
    )


def _of_table(text: Text, outline: Outline, grid: Grid) -> list[Passage]:
    rows: dict[int, list[Block]] = {}
    for cell in (text.blocks[index] for index in grid.cells):
        rows.setdefault(cell.row, []).append(cell)
    heads = _heads(text, [cell for row in sorted(rows)[:3] for cell in rows[row]])
    found: list[Passage] = []
    for row in sorted(rows)[1 if heads else 0 :]:
        in_row = sorted((cell for cell in rows[row] if cell.end > cell.start), key=lambda cell: cell.column)
        if heads and (more := _more_labels(text, in_row)) is not None:
            heads = more  # a form: other labels over their values, none of them a row of the first ones'
        found += _of_row(text, outline, in_row, heads)
    return found


def _more_labels(text: Text, row: list[Block]) -> dict[int, str] | None:
    """The row's own labels, by column: 项目联系人 | 手机, or 起止时间 | 2026年…; None for a row of values.

    One label among the values of a list may be an office (张某 | 项目负责人).
    """
    words = {cell.column: squeezed(text.clean[cell.start : cell.end]) for cell in row}
    labels = [column for column, said in words.items() if is_known_label(said)]
    if len(labels) > 1 and 2 * len(labels) > len(words) and all(map(could_be_label, words.values())):
        return words
    beside = len(words) == _LABEL_AND_VALUE and labels == [min(words)]
    return {} if beside else None


def _of_row(text: Text, outline: Outline, row: list[Block], heads: dict[int, str]) -> list[Passage]:
    """The short cells of a row are one passage; a long one is cut by itself, in a form under its label."""
    found: list[Passage] = []
    short: list[tuple[Block, str]] = []
    for index, cell in enumerate(row):
        boxes = find_options(text.clean, cell.start, cell.end)
        if boxes or heads or cell.end - cell.start <= _SHORT_CELL:
            short.append((cell, _ticked(text, boxes) if boxes else squeezed(text.clean[cell.start : cell.end])))
            continue
        label = squeezed(text.clean[row[index - 1].start : row[index - 1].end]) if index else None
        spans = cut(text.clean, cell.start, cell.end)
        found += [_passage(text, outline, span, label if label and len(label) <= 24 else None) for span in spans]
    short = [(cell, words) for cell, words in short if words]
    if short and not all(is_known_label(words) for _, words in short):
        words = _row_words(short, heads)
        found.insert(0, _passage(text, outline, Span(short[0][0].start, short[-1][0].end), words=words))
    return found


def _ticked(text: Text, options: list[Option]) -> str:
    """Of boxes to tick only what is ticked: the others are the template's."""
    return "、".join(squeezed(text.clean[o.label_start : o.label_end]) for o in options if o.ticked)


def _row_words(row: list[tuple[Block, str]], heads: dict[int, str]) -> str:
    """Under heads 头：格；头：格, in a form 栏目：内容；栏目：内容."""
    if heads:
        return "；".join(f"{heads[c.column]}：{words}" if c.column in heads else words for c, words in row)
    joined = ""
    for index, (_, words) in enumerate(row):
        joined += words
        if index + 1 < len(row):
            joined += "：" if is_known_label(words) else "；"
    return joined


def _heads(text: Text, cells: list[Block]) -> dict[int, str]:
    """The column heads of a list: a first row of short words, as many as the rows below have cells."""
    rows = sorted({cell.row for cell in cells})
    first = {c.column: squeezed(text.clean[c.start : c.end]) for c in cells if c.row == rows[0]} if rows else {}
    if len(rows) < 3 or len(first) < 3 or any(not w or len(w) > 20 or _NO_HEAD.search(w) for w in first.values()):
        return {}
    below = {c.column for c in cells if c.row == rows[1]}
    alike = all(sum(c.row == row for c in cells) >= len(first) - 1 for row in rows[1:3])
    return first if below <= set(first) and alike else {}
