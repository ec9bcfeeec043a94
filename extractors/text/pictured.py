"""Sections in which a picture stands (图), which may hold what the text does not say."""

import math

from schemas.document import Picture
from schemas.outline import Section
from schemas.text import Text, lines_between


def is_pictured(text: Text, section: Section) -> bool:
    """A picture that is no seal stands between the heading and the next one, or may: where is not known."""
    pictures = [picture for picture in text.document.pictures if not picture.is_seal]
    if not pictures:
        return False
    start, _ = text.raw_span(section.start, section.heading_end)
    end = text.offsets[section.own_end] if section.own_end < len(text.offsets) else len(text.document.text)
    above, below = _place(text, start) or (0, 0.0), _place(text, end) or (math.inf, 0.0)
    return any(_is_within(picture, range(start + 1, end + 1), above, below) for picture in pictures)


def _place(text: Text, offset: int) -> tuple[float, float] | None:
    """The page and the top of the line there; None where the format has none."""
    line = next(iter(lines_between(text.document.lines, offset, offset + 1)), None)
    return (line.page, line.box[1]) if line is not None and line.page is not None and line.box is not None else None


def _is_within(picture: Picture, span: range, above: tuple[float, float], below: tuple[float, float]) -> bool:
    if picture.page is None or picture.box is None:
        return picture.offset == 0 or picture.offset in span
    return above <= (picture.page, picture.box[1]) < below
