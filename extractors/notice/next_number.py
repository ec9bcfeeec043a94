"""Where a numbered section of a call ends whose next number opens a sentence: 1.3 申报自…起。 below 1.2 申报条件."""

import re

from schemas.outline import Section
from schemas.text import Text

_DOTTED = re.compile(r"(?P<above>(?:\d{1,2}[.．])*)(?P<own>\d{1,2})(?![\d])[.．、]?\s*(?=[^\d\s.．%％])")
_ARABIC = re.compile(r"(?P<above>)(?P<own>\d{1,2})[.．、]\s*(?=[^\d\s.．])")


def next_number(text: Text, section: Section, end: int) -> int:
    """Where the paragraph begins that bears the number behind the section's, of the same numbers above; else ``end``.

    No heading opens it, so the outline lets the section go on. Items that are counted anew from 1 are its own.
    """
    own = _number(text.clean, section.start, section.heading_end)
    if own is None:
        return end
    for block in text.blocks_in(section.heading_end, end):
        number = _number(text.clean, block.start, block.end) if block.start >= section.heading_end else None
        if number is None or block.table is not None or number[0] != own[0]:
            continue
        if number[1] == 1:
            return end
        if number[1] == own[1] + 1:
            return block.start
    return end


def _number(clean: str, start: int, end: int) -> tuple[str, int] | None:
    """("1.", 2) of 1.2 申报条件, ("", 2) of 2.申报条件; None for another line, and for 2 台设备."""
    match = _DOTTED.match(clean, start, end)
    if match is not None and not match["above"]:
        match = _ARABIC.match(clean, start, end)
    return (match["above"].replace("．", "."), int(match["own"])) if match is not None else None
