"""Boxes to tick in a line of characters with places: where each is drawn."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.reading import marks
from pipeline.reading.draft import Box
from pipeline.reading.marks import FoundMark

if TYPE_CHECKING:
    from pipeline.reading.paged.lines import Glyph


def marks_in(text: str, parts: Iterable[tuple[str, "Glyph | None"]]) -> tuple[FoundMark, ...]:
    """(kind, start, end, box) of the boxes in ``text``, which is ``parts`` joined."""
    found = marks.marks_in(text)
    if not found:
        return ()
    known = list(parts)
    return tuple((kind, start, end, _box(known, start, end)) for kind, start, end, _ in found)


def _box(parts: Iterable[tuple[str, "Glyph | None"]], start: int, end: int) -> Box | None:
    """The box round the characters of ``text[start:end]``."""
    boxes, at = list[Box](), 0
    for text, glyph in parts:
        if glyph is not None and at < end and at + len(text) > start:
            boxes.append(glyph[1:])
        at += len(text)
    if not boxes:
        return None
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return round(min(x0), 2), round(min(top), 2), round(max(x1), 2), round(max(bottom), 2)
