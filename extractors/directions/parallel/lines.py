"""A call line by line: a paragraph, a row of a table with its cells, a line of a cell that fills its row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.text.spans import Span, trimmed
from schemas.text import Block, Text


@dataclass(frozen=True, slots=True)
class Line:
    """``cells`` has one span for a paragraph; ``table`` is the index of the line's table, with its ``row`` there."""

    start: int
    end: int
    cells: tuple[Span, ...]
    table: int | None = None
    row: int = 0


def lines_in(text: Text, blocks: Sequence[Block]) -> list[Line]:
    """The lines of these blocks (in their order), empty ones left out."""
    found: list[Line] = []
    row: list[Block] = []
    for block in blocks:
        if row and (block.table != row[0].table or block.row != row[0].row):
            found += _of_row(text, row)
            row = []
        if block.table is None:
            found += _of_span(text, block)
        else:
            row.append(block)
    return [*found, *_of_row(text, row)] if row else found


def _of_row(text: Text, row: Sequence[Block]) -> Iterator[Line]:
    cells = tuple(trimmed(text.clean, cell.start, cell.end) for cell in row)
    said = [cell for cell in cells if cell.end > cell.start]
    if len(said) == 1:
        # a card framed by its cell is read as if nothing framed it
        yield from (line for cell in row for line in _of_span(text, cell))
    elif said:
        yield Line(said[0].start, said[-1].end, tuple(said), row[0].table, row[0].row)


def _of_span(text: Text, block: Block) -> Iterator[Line]:
    at = block.start
    for words in text.clean[block.start : block.end].split("\n"):
        own = trimmed(text.clean, at, at + len(words))
        if own.end > own.start:
            yield Line(own.start, own.end, (own,), block.table, block.row)
        at += len(words) + 1
