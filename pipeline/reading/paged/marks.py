"""Boxes to tick in a line of characters: which are ticked, and where each is drawn."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.reading.draft import Box
from pipeline.reading.symbols import PRIVATE_BOXES
from schemas.document import MarkKind

if TYPE_CHECKING:
    from pipeline.reading.paged.lines import Glyph

Found = tuple[MarkKind, int, int, Box | None]

_TICK = "√✓✔"
_TICKED = "☑☒■▣⊠✅\U0001f5f9\U0001f5f7\U0001f5f8" + _TICK
_EMPTY = "□☐▢◻⬜囗"
_ROUND_TICKED, _ROUND_EMPTY = "●◉", "○◯"  # one alone on a line is a bullet or a zero
_PRIVATE = {chr(code): sign for code, sign in PRIVATE_BOXES.items()}
_PRIVATE_TICKED = "".join(char for char, sign in _PRIVATE.items() if sign != "□")
_PRIVATE_EMPTY = "".join(char for char, sign in _PRIVATE.items() if sign == "□")
_MARK = re.compile(
    rf"(?P<ticked>[□☐]\s?[{_TICK}]|[{_TICKED}{_PRIVATE_TICKED}{_ROUND_TICKED}])"
    rf"|(?P<empty>[{_EMPTY}{_PRIVATE_EMPTY}{_ROUND_EMPTY}])"
)
_KINDS = {"ticked": MarkKind.TICKED, "empty": MarkKind.EMPTY}


def marks_in(text: str, parts: Iterable[tuple[str, "Glyph | None"]]) -> tuple[Found, ...]:
    """(kind, start, end, box) of the boxes in ``text``, which is ``parts`` joined."""
    if _MARK.search(text) is None:
        return ()
    known = list(parts)
    matches = list(_MARK.finditer(text))
    if sum(match[0] in _ROUND_TICKED + _ROUND_EMPTY for match in matches) < 2:
        matches = [match for match in matches if match[0] not in _ROUND_TICKED + _ROUND_EMPTY]
    return tuple(
        (
            _KINDS[match.lastgroup or ""],
            match.start(),
            match.end(),
            _box(known, match.start(), match.end()),
        )
        for match in matches
    )


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
