"""Cells of a column 需求名称及内容: the name opens the cell, and what is asked stands behind it."""

import re

from extractors.text.spans import Span, trimmed
from schemas.text import Block, Text

_ENDS_NAME = re.compile(r"[。；;\n：:]")
_LONGEST = 50  # characters of a name; what has no mark by then is a sentence


def told_behind_name(text: Text, cell: Block) -> int:
    """Where the name ends in 皮渣连续提取。以湿皮渣为原料，…; the cell's end where nothing but a name stands in it."""
    start = trimmed(text.clean, cell.start, cell.end).start
    mark = _ENDS_NAME.search(text.clean, start, min(cell.end, start + _LONGEST))
    return mark.start() if mark is not None else cell.end


def without_name(text: Text, spans: tuple[Span, ...], name: Span) -> tuple[Span, ...]:
    """The tasks without the name that opens one of them."""
    cut = (
        trimmed(text.clean, max(one.start, name.end), one.end, "。；;：:") if one.start < name.end else one
        for one in spans
        if one.end > name.start
    )
    return tuple(one for one in cut if one.end > one.start)
