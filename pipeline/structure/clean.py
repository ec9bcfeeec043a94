"""Document -> Text: reversible cleaning. Every kept character remembers where it came from."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.structure.characters import FOLDS, fold, is_han
from pipeline.structure.page.pieces import Piece, left_out, pieces_between
from pipeline.structure.page.text_tables import text_tables
from pipeline.structure.page.wrap import Layout, goes_on, is_cut, layout_of, stands_alone
from pipeline.structure.titles.numbering import SPACED_NUMBER
from schemas.document import Cell, Document, Line, Table
from schemas.text import Block, Grid, Text

# Inline HTML that text copies of web pages keep: a box to tick is a character, other tags are nothing.
_BOX_TAG = re.compile(r"<input\b[^<>]{0,80}checkbox[^<>]{0,80}>", re.I)
_TAG = re.compile(r"</?(?:div|span|p|br|b|u|strong|font|center|input|td|tr|table|tbody|th)\b[^<>]{0,200}>", re.I)
# A mark to tick, put in the place of such a tag.
_EMPTY_BOX, _TICKED_BOX = "□", "☑"
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
# Half-width marks between Chinese words (…提供技术方案.原件寄送,逾期不候;) stand for the full-width ones: one for one.
# Not 一.申报条件 (a number), not 1.5 and A.条件.
_NARROW_MARK = re.compile(
    r"(?<=[\u3400-\u4dbf\u4e00-\u9fff）)”》%\w])(?:[,;]|(?<![A-Za-z\d一二三四五六七八九十])\.)"
    r"(?=\s*(?:[\u3400-\u4dbf\u4e00-\u9fff“（(《①-⑳]|$))"
)
_FULL_MARKS = {".": "。", ",": "，", ";": "；"}
# Characters set apart to fill a line or a label (联 系 人, 挂 帅 申 报); not two words side by side (姓名 职务).
_SPACED = re.compile(rf"(?<!{_HAN})(?:{_HAN}[ \u00a0\u3000]{{1,4}})+{_HAN}(?!{_HAN})")
# Neither white space, as str.isspace has it, nor the beginning of a tag.
_RUN = re.compile(r"[^\s<]+")
# No paragraph of an office is longer; a longer one is cut, so that no pattern's cost grows with the square of it.
_LONGEST_PARAGRAPH = 3000


@dataclass(slots=True)
class _Out:
    chars: list[str] = field(default_factory=list)
    offsets: "array[int]" = field(default_factory=lambda: array("I"))
    blocks: list[Block] = field(default_factory=list)

    def put(self, char: str, offset: int) -> None:
        self.chars.append(char)
        self.offsets.append(offset)

    def put_run(self, text: str, start: int, end: int) -> None:
        """``text[start:end]`` folded; what folds to nothing is left out."""
        if FOLDS.search(text, start, end) is None:
            self.chars += text[start:end]
            self.offsets.extend(range(start, end))
            return
        plain = [fold(char) for char in text[start:end]]
        self.chars += filter(None, plain)
        self.offsets.extend(range(start, end) if all(plain) else [start + at for at, char in enumerate(plain) if char])

    def separate(self, mark: str) -> None:
        """A separator of our own: it has the offset of the character before it."""
        self.put(mark, self.offsets[-1] if self.offsets else 0)


def clean(document: Document) -> Text:
    """Folds characters, joins hard wraps, drops page marks and margins, keeps an exact map to the source."""
    tables = document.tables or (text_tables(document) if document.hard_wrapped is None else ())
    without = left_out(document)
    pieces = [pieces_between(document, start, end, without) for start, end in _outside(document, tables)]
    layout = layout_of([p for stretch in pieces for p in stretch], document.hard_wrapped)
    out, grids = _Out(), []
    for index, stretch in enumerate(pieces):
        _put_paragraphs(out, document, stretch, layout)
        if index < len(tables):
            grids.append(_put_table(out, document, tables[index], index, without))
    return Text(document, "".join(out.chars), out.offsets, tuple(out.blocks), tuple(grids))


def _outside(document: Document, tables: tuple[Table, ...]) -> list[tuple[int, int]]:
    spans, at = [], 0
    for table in tables:
        spans.append((at, max(table.start, at)))
        at = table.end
    spans.append((at, len(document.text)))
    return spans


def _put_paragraphs(out: _Out, document: Document, pieces: list[Piece], layout: Layout) -> None:
    group: list[Piece] = []
    for piece in pieces:
        if group and not goes_on(group[-1], piece, layout, first=len(group) == 1):
            _put_paragraph(out, document, group)
            group = []
        group.append(piece)
    if group:
        _put_paragraph(out, document, group)


def _put_paragraph(out: _Out, document: Document, group: list[Piece]) -> None:
    start = len(out.chars)
    for index, piece in enumerate(group):
        if index:
            if len(out.chars) - start > _LONGEST_PARAGRAPH:
                start = _close_paragraph(out, start, None)
            elif index == 1 and stands_alone(group[0].text):
                out.separate(" ")
            else:
                _join(out, document.text[piece.start])
        for at in range(piece.start, piece.end, _LONGEST_PARAGRAPH):
            if at > piece.start:
                start = _close_paragraph(out, start, None)
            put_words(out, document.text, at, min(at + _LONGEST_PARAGRAPH, piece.end))
    _close_paragraph(out, start, group[0].heading)


def _close_paragraph(out: _Out, start: int, heading: int | None) -> int:
    """Ends the block that began at ``start``; returns where the next one begins."""
    if len(out.chars) > start:
        out.blocks.append(Block(start, len(out.chars), heading_level=heading))
        out.separate("\n")
    return len(out.chars)


def _put_table(out: _Out, document: Document, table: Table, index: int, without: Sequence[Line]) -> Grid:
    first, start, row = len(out.blocks), len(out.chars), 0
    for number, cell in enumerate(table.cells):
        if number:
            out.separate("\n" if cell.row != row else "\t")
        row = cell.row
        at = len(out.chars)
        _put_cell(out, document, cell, without)
        out.blocks.append(Block(at, len(out.chars), index, cell.row, cell.column, cell.row_span, cell.column_span))
    end = len(out.chars)
    out.separate("\n")
    return Grid(start, end, tuple(range(first, len(out.blocks))))


def _put_cell(out: _Out, document: Document, cell: Cell, without: Sequence[Line]) -> None:
    stretches = cell.lines or ((cell.start, cell.end),)
    pieces = [piece for start, end in stretches for piece in pieces_between(document, start, end, without)]
    widest = max((p.columns for p in pieces), default=0)
    for index, piece in enumerate(pieces):
        if index:
            before = pieces[index - 1]
            full = before.columns >= 0.8 * widest and not piece.starts and document.hard_wrapped is not False
            full = full or (document.hard_wrapped is True and is_cut(before, piece, widest))
            if full and not (piece.indented and document.hard_wrapped is None):
                _join(out, document.text[piece.start])
            else:
                out.separate("\n")
        put_words(out, document.text, piece.start, piece.end)


def _join(out: _Out, following: str) -> None:
    """Between two joined lines: nothing, or a space where two Latin words or a number and its unit meet."""
    if out.chars and _is_latin(out.chars[-1]) and _is_latin(fold(following)) and not _is_cut(out, fold(following)):
        out.separate(" ")


def _is_cut(out: _Out, following: str) -> bool:
    """A number or a name with a hyphen that the line's end cuts: 不少于2|0%, kj@river-|grid.example.cn."""
    before = out.chars[-1]
    if before == "-":
        return len(out.chars) > 1 and out.chars[-2].isascii() and out.chars[-2].isalpha() and following.isalnum()
    return before.isdigit() and (following.isdigit() or following == "%")


def put_words(out: _Out, text: str, start: int, end: int) -> None:
    """One line's characters, folded, with its white space in order."""
    line = _plain(text, start, end)
    number = SPACED_NUMBER.match(line)
    head = start + number.end() if number is not None else None
    apart = {i for m in _SPACED.finditer(line) for i in range(start + m.start(), start + m.end())}
    tags = _tags(text, start, end)
    first, at = len(out.offsets), start
    while at < end:
        run = _RUN.match(text, at, end)
        tag = tags.get(at)
        if run is not None:
            out.put_run(text, at, run.end())
            at = run.end()
        elif tag is not None:
            if _BOX_TAG.fullmatch(tag.group()):
                out.put(_TICKED_BOX if "checked" in tag.group().lower() else _EMPTY_BOX, at)
            elif out.chars and not out.chars[-1].isspace() and at > start:
                out.put(" ", at)
            at = tag.end()
        elif not text[at].isspace():  # a bracket that opens no tag
            out.put_run(text, at, at + 1)
            at += 1
        else:
            stop = at
            while stop < end and text[stop].isspace():
                stop += 1
            if stop == head:
                out.put(" ", at)
            elif at not in apart and start < at and stop < end:
                _put_space(out, text, at, stop)
            at = stop
    _widen(out, first, line, start)


def _plain(text: str, start: int, end: int) -> str:
    """The line with its characters folded, as many as there are; patterns know Han characters, not radicals."""
    line = text[start:end]
    return line if FOLDS.search(line) is None else "".join(fold(char) or char for char in line)


def _widen(out: _Out, first: int, line: str, start: int) -> None:
    """Half-width marks between Chinese words of a line, which stands in ``out`` from ``first``, become full ones."""
    for mark in _NARROW_MARK.finditer(line):
        offset = start + mark.start()
        at = bisect_left(out.offsets, offset, first)
        if at < len(out.offsets) and out.offsets[at] == offset and out.chars[at] == mark.group():
            out.chars[at] = _FULL_MARKS[mark.group()]


def _tags(text: str, start: int, end: int) -> dict[int, re.Match[str]]:
    """The tags of HTML in a line, by where they begin."""
    if "<" not in text[start:end]:
        return {}
    return {m.start(): m for pattern in (_TAG, _BOX_TAG) for m in pattern.finditer(text, start, end)}


def _put_space(out: _Out, text: str, start: int, stop: int) -> None:
    before, after = out.chars[-1] if out.chars else "\n", fold(text[stop])
    if before.isspace():
        return
    if "\t" in text[start:stop]:
        out.put("\t", start)
    elif (
        stop - start > 1
        or text[start] == "\u3000"
        or (
            (_is_latin(before) and _is_latin(after))
            or (is_han(before) and is_han(after))
            or before in "：:_"
            or after in "（(□☐☑<"
        )
    ):
        out.put(" ", start)


def _is_latin(char: str) -> bool:
    return (char.isascii() and char.isalnum()) or char in "%)+-"
