"""Running text set in two columns: read down the left one, then down the right one.

Careful, for a form with labels at the left and a block of signatures look much alike: a gutter has to run down over
many lines, and both sides have to be solid, even and equally wide, as only running text is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.reading.draft import Piece
from pipeline.reading.paged.lines import Glyph, Row, line_of, lines_of, rows_of

_LEAST_LINES = 8  # in each column
_CLEAR = 0.4  # heights of a line that are free at both sides of the gutter's middle
_GAP = 1.0  # heights of a line; a wider gap within a column's line parts it
_EDGE = 0.3  # share of the text's width at each side where no gutter is
_STEP = 6.0  # points between the places tried
_LEAST_WIDTH = 9.0  # heights of a line that a column is wide
_EVEN = 0.75  # narrower column to wider one
_FULL_LINE, _FULL_SHARE = 0.85, 0.55  # a full line, of the column's width; the share of lines that are full
# Lists (（1）…；①…；) have fewer full lines, but theirs end as sentences do, which the entries of a form do not.
_LIST_FULL, _LIST_SHARE = 0.15, 0.8  # the share of full lines; of those that are full or end so
_SENTENCE_ENDS = "。；;，,：:"
_SOLID_SHARE = 0.85  # of a column's lines without a gap
_LABELS = 0.25  # share of lines with a colon near their head; with more of them it is a form
_LABEL = 10  # characters


@dataclass(frozen=True, slots=True)
class _Line:
    """A row's solid stretches (x0, x1), from left to right, and the height of its characters."""

    row: Row
    spans: tuple[tuple[float, float], ...]
    height: float


def lines_in_columns(glyphs: Iterable[Glyph], page: int) -> list[Piece]:
    """The printed lines in reading order."""
    rows = rows_of(glyphs)
    lines = [piece for row in rows if (piece := line_of(row, page)) is not None]
    if not may_have_columns(lines):
        return lines
    parted = [_spans(row) for row in rows if any(not glyph.text.isspace() for glyph in row)]
    block = _block(parted)
    if block is None:
        return lines
    first, last, gutter = block
    inside = [glyph for line in parted[first:last] for glyph in line.row]
    left = [glyph for glyph in inside if glyph.middle[0] < gutter]
    right = [glyph for glyph in inside if glyph.middle[0] >= gutter]
    return [*lines[:first], *lines_of(left, page), *lines_of(right, page), *lines[last:]]


def may_have_columns(lines: Sequence[Piece]) -> bool:
    """Whether enough lines have a wide gap, or end before or begin behind the middle of the text."""
    boxes = [line.box for line in lines if line.box is not None]
    if len(boxes) < _LEAST_LINES:
        return False
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    middle, slack = (left + right) / 2, _EDGE * (right - left)
    open_lines = sum(
        "  " in line.text or line.box[2] < middle + slack / 2 or line.box[0] > middle - slack / 2
        for line in lines
        if line.box is not None
    )
    return open_lines >= _LEAST_LINES


def _spans(row: Row) -> _Line:
    """``row`` is sorted from left to right."""
    height = median(glyph.height for glyph in row)
    spans: list[tuple[float, float]] = []
    for glyph in row:
        if glyph.text.isspace():
            continue
        if spans and glyph.x0 - spans[-1][1] <= _GAP * height:
            spans[-1] = spans[-1][0], max(spans[-1][1], glyph.x1)
        else:
            spans.append((glyph.x0, glyph.x1))
    return _Line(row, tuple(spans), height)


def _block(lines: Sequence[_Line]) -> tuple[int, int, float] | None:
    """(first line, line behind the last, x of the gutter) of the longest block in two columns of running text."""
    left = min(line.spans[0][0] for line in lines)
    right = max(line.spans[-1][1] for line in lines)
    best: tuple[int, int, float] | None = None
    x, last = left + _EDGE * (right - left), right - _EDGE * (right - left)
    while x <= last:
        for start, end in _clear_stretches(lines, x):
            if (best is None or end - start > best[1] - best[0]) and _is_running_text(lines[start:end], x):
                best = start, end, x
        x += _STEP
    return best


def _clear_stretches(lines: Sequence[_Line], x: float) -> list[tuple[int, int]]:
    """(first, behind the last) of the stretches of lines that leave ``x`` free, long enough to be columns."""
    found, start = [], 0
    for index, line in enumerate(lines):
        free = _CLEAR * line.height
        if any(x0 < x + free and x1 > x - free for x0, x1 in line.spans):
            if index - start >= _LEAST_LINES:
                found.append((start, index))
            start = index + 1
    if len(lines) - start >= _LEAST_LINES:
        found.append((start, len(lines)))
    return found


def _is_running_text(lines: Sequence[_Line], x: float) -> bool:
    left = [part for line in lines if (part := tuple(span for span in line.spans if span[1] <= x))]
    right = [part for line in lines if (part := tuple(span for span in line.spans if span[0] >= x))]
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    height = median(line.height for line in lines)
    widths = [max(part[-1][1] for part in side) - min(part[0][0] for part in side) for side in (left, right)]
    if min(widths) < max(_LEAST_WIDTH * height, _EVEN * max(widths)):
        return False
    ends = _sentence_ends(lines, x)
    for side, width, ending in zip((left, right), widths, ends, strict=True):
        full = [part[-1][1] - part[0][0] >= _FULL_LINE * width for part in side]
        listed = sum(is_full or ends for is_full, ends in zip(full, ending, strict=True)) >= _LIST_SHARE * len(side)
        solid = sum(len(part) == 1 for part in side)
        least = _LIST_FULL if listed else _FULL_SHARE
        if sum(full) < least * len(side) or solid < _SOLID_SHARE * len(side):
            return False
    return _labels(lines, x) <= _LABELS * (len(left) + len(right))


def _sentence_ends(lines: Sequence[_Line], x: float) -> tuple[list[bool], list[bool]]:
    """For the lines of the left and the right column: whether each ends as a sentence, an item or a label does."""
    found: tuple[list[bool], list[bool]] = [], []
    for line in lines:
        printed = [glyph for glyph in line.row if not glyph.text.isspace()]
        sides = [g for g in printed if g.middle[0] < x], [g for g in printed if g.middle[0] >= x]
        for ends, side in zip(found, sides, strict=True):
            ends += [side[-1].text[-1] in _SENTENCE_ENDS] if side else []
    return found


def _labels(lines: Sequence[_Line], x: float) -> int:
    """How many lines of the two columns have a colon near their head."""
    found = 0
    for line in lines:
        sides = [glyph for glyph in line.row if glyph.x1 <= x], [glyph for glyph in line.row if glyph.x0 >= x]
        found += sum(any(glyph.text in "：:" for glyph in side[:_LABEL]) for side in sides)
    return found
