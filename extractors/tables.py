"""Cells of a form: what a cell is labelled with."""

import re

from extractors.spans import squeezed
from schemas.text import Block, Text


def cells_of_row(text: Text, block: Block) -> list[Block]:
    """The cells that stand in a row of the block's table, merged ones of rows above with them, left to right."""
    if block.table is None:
        return []
    return text.rows_of(block.table)[block.row]


def label_of(text: Text, block: Block) -> str | None:
    """The words of the nearest filled cell at the left in the same row; None where there is none."""
    for cell in reversed([c for c in cells_of_row(text, block) if c.column < block.column]):
        words = squeezed(text.clean[cell.start : cell.end])
        if words and len(words) <= 30 and not re.search(r"[。；]", words):
            return words.rstrip("：:")
    return None
