"""Separated values (CSV, TSV) in any Chinese encoding: one table, with the lines above and below it."""

import csv
import io
from collections import Counter

from pipeline.reading.draft import Draft, DraftCell, Piece
from pipeline.reading.payload import Payload
from pipeline.reading.plain import decoded
from pipeline.reading.spreadsheet.grid import Grid, Places, TooManyCells, Value, blocks_of
from schemas.document import Document

PARSER = "csv"
_PLAIN = "\t,;"
_SEPARATORS = f"{_PLAIN}，"
_HEAD_LINES = 20


def read_csv(payload: Payload) -> Document:
    """Read a table of separated values; raises UnreadableFile."""
    text = decoded(payload)
    first, _, rest = text.partition("\n")
    limit = payload.limits
    csv.field_size_limit(limit.characters)
    grid, gaps, left = Grid(), set[int](), limit.cells
    try:
        if first.lower().startswith("sep=") and len(first) == 5:  # written for Excel
            separator, text = first[4], rest
        else:
            separator = _separator(text)
        for index, row in enumerate(csv.reader(io.StringIO(text), delimiter=separator, skipinitialspace=True)):
            cells = {column: Value(words.strip()) for column, words in enumerate(row) if words.strip()}
            left -= len(cells)
            if left < 0:
                raise payload.too_large(f"its table has more than {limit.cells} cells")
            if cells:
                grid.rows[index] = cells
                gaps |= {index} if index - 1 not in grid.rows else set()
        rows = {row: index for index, row in enumerate(sorted(grid.rows))}
        blocks = list(blocks_of(grid.folded(limit.cells), {rows[row] for row in gaps}, Places(limit.cells)))
    except csv.Error as error:
        raise payload.damaged(f"its lines are no separated values ({error})") from error
    except TooManyCells:
        raise payload.too_large("its table covers more places than can be read") from None
    draft = Draft(payload)
    for block in blocks:
        draft.table(item for item in block if isinstance(item, DraftCell))
        draft.paragraph([item for item in block if isinstance(item, Piece)])
    return draft.document(PARSER, hard_wrapped=False)


def _separator(text: str) -> str:
    """The sign that parts the most rows into equally many cells.

    Chinese commas are those of sentences, not of the table, where the head row is parted by another sign.
    """
    lines = [line for line in text.split("\n", _HEAD_LINES)[:_HEAD_LINES] if line.strip()]
    head = next((line for line in lines if any(sign in line for sign in _SEPARATORS)), "")
    signs = _SEPARATORS if all(sign not in head for sign in _PLAIN) else _PLAIN

    def constancy(sign: str) -> tuple[int, int]:
        rows = csv.reader(io.StringIO("\n".join(lines)), delimiter=sign, skipinitialspace=True)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(signs, key=constancy)
