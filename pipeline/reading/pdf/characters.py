"""The characters of a page by pdfium: runs of one font and colour, each character with its loose box.

A box is as wide as the character moves on and as high as the font is large, ``BELOW`` of it under the base line,
whatever the font says of its own height (many say 0): so both readers put characters on the same lines.
"""

import ctypes
import re
from collections import deque
from collections.abc import Container, Iterable, Mapping, Sequence
from ctypes import c_char, c_double, c_float, c_ushort
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise, repeat

from pipeline.reading.draft import Box
from pipeline.reading.paged.lines import Glyph
from pipeline.reading.pdf.calls import Matrix, matrix_of, pdfium, times
from pipeline.reading.pdf.view import View, box_through
from pipeline.reading.symbols import shown_as

BELOW = 0.14  # share of a character's height under its base line, between that of Chinese and of Latin fonts
MOST_CHARACTERS = 200_000  # a page
_SPLIT_HYPHEN = "\x02\ufffe"  # what pdfium makes of a hyphen at a line's end
_NO_WIDTH = 0.01  # points
_CHANGED = frozenset(" \r\n\x00" + _SPLIT_HYPHEN)
# Characters that no page shows: private use (a font's own signs, but for F000 to F0FF, where symbol fonts lie),
# controls, and right-to-left scripts, which pdfium puts into another order.
_ODD = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x9f\u0590-\u08ff\ue000-\uefff\uf100-\uf8ff\ufb1d-\ufdff\ufe70-\ufeff\ufff0-\uffff]"
)


class NotSure(Exception):
    """The fast way cannot be sure of a page; the words say why."""


@dataclass(slots=True)
class Font:
    """What is asked of a font once: its name, and how far each character moves on at size 1."""

    handle: int
    name: str
    advances: dict[str, float] = field(default_factory=dict)


Fonts = dict[tuple[int, str], Font]  # by handle and name: the fonts of a document, kept from page to page


@dataclass(slots=True)
class Run:
    """Characters that one text object (a handle) draws, as a reader sees them; ``mode`` is how they are painted."""

    thing: int
    turned: bool
    mode: int
    box: Box
    glyphs: list[Glyph]


class TextPage:
    """A page's text as pdfium has it; ``close`` frees it."""

    def __init__(self, page: int, view: View, fonts: Fonts) -> None:
        self._calls = pdfium()
        self._sure = True
        self._handle = self._calls.Text_LoadPage(page)
        self.count = max(self._calls.Text_CountChars(self._handle), 0) if self._handle else 0
        self._view, self._shown = view, view.matrix
        self._all_fonts, self._fonts = fonts, dict[int, Font]()
        self._matrix, self._size = (c_float * 6)(), c_float()
        self._matrix_at, self._size_at = ctypes.addressof(self._matrix), ctypes.addressof(self._size)

    def close(self) -> None:
        """Free the text."""
        if self._handle:
            self._calls.Text_ClosePage(self._handle)

    def runs(self, sure: bool = True) -> list[Run]:
        """The runs on the page; where a character's place or meaning is in doubt, raises NotSure if ``sure``."""
        if not self.count:
            return []
        self._sure = sure
        text = self._text()
        odd = _ODD.search("".join(text))
        if odd is not None:
            self._doubt(f"U+{ord(odd[0]):04X} on it")
        things = list(map(self._calls.Text_GetTextObject, repeat(self._handle), range(self.count)))
        self._refuse_other_text(set(things) - {0})
        origins = self._origins()
        xs, ys = origins[0::2], origins[1::2]
        edges = [0, *(index for index, (one, other) in enumerate(pairwise(things), 1) if one != other), self.count]
        found = []
        for first, last in pairwise(edges):
            if things[first]:
                run = self._run(things[first], first, text[first:last], xs[first:last], ys[first:last])
                if run is not None:
                    found.append(run)
        return found

    def _doubt(self, why: str) -> None:
        if self._sure:
            raise NotSure(why)

    def _origins(self) -> list[float]:
        """x and y of where each character stands on its base line, in the file's coordinates."""
        numbers = (c_double * (2 * self.count))()
        start = ctypes.addressof(numbers)
        xs, ys = range(start, start + 16 * self.count, 16), range(start + 8, start + 8 + 16 * self.count, 16)
        deque(map(self._calls.Text_GetCharOrigin, repeat(self._handle), range(self.count), xs, ys), maxlen=0)
        return memoryview(numbers).cast("B").cast("d").tolist()

    def _text(self) -> list[str]:
        """One string a character; what pdfium made up (spaces, line ends) is ""."""
        buffer = (c_ushort * (self.count + 1))()
        got = self._calls.Text_GetText(self._handle, 0, self.count, ctypes.addressof(buffer)) - 1
        text = list(bytes(buffer)[: 2 * got].decode("utf-16-le", "replace"))
        if len(text) != self.count:
            text = [chr(self._calls.Text_GetUnicode(self._handle, index)) for index in range(self.count)]
        for index, char in enumerate(text):
            if char in _CHANGED:
                if char in _SPLIT_HYPHEN:
                    text[index] = "-"
                elif char == "\x00" or self._calls.Text_IsGenerated(self._handle, index):
                    text[index] = ""
        return text

    def _refuse_other_text(self, things: Iterable[int]) -> None:
        """Raise NotSure where the file gives other words than those drawn (ActualText): pdfium takes them."""
        calls = self._calls
        for thing in things:
            for index in range(calls.PageObj_CountMarks(thing)):
                mark = calls.PageObj_GetMark(thing, index)
                if calls.PageObjMark_CountParams(mark) > 0 and calls.PageObjMark_GetParamValueType(mark, b"ActualText"):
                    self._doubt("its text is given apart from what is drawn")

    def _font(self, thing: int) -> Font:
        handle = self._calls.TextObj_GetFont(thing)
        font = self._fonts.get(handle)
        if font is None:
            buffer = (c_char * 256)()
            self._calls.Font_GetBaseFontName(handle, ctypes.addressof(buffer), 256)
            name = buffer.value.decode("latin-1")
            font = self._fonts[handle] = self._all_fonts.setdefault((handle, name), Font(handle, name))
        return font

    def _run(self, thing: int, first: int, text: list[str], xs: list[float], ys: list[float]) -> Run | None:
        calls = self._calls
        calls.TextObj_GetFontSize(thing, self._size_at)
        calls.Text_GetMatrix(self._handle, first, self._matrix_at)
        font, size = self._font(thing), self._size.value
        a, b, c, d, e, f = self._matrix
        own = a, b, c, d, e, f
        known = font.advances
        for index, char in enumerate(text):
            if char not in known:
                known[char] = self._advance(first + index, char, font, own[0] * size if own[1] == 0 else 0.0)
        advances = [known[char] for char in text]
        if "ings" in font.name:
            text = [shown_as(char, font.name) for char in text]
        if "" in text:
            kept = [index for index, char in enumerate(text) if char]
            text, advances = [text[index] for index in kept], [advances[index] for index in kept]
            xs, ys = [xs[index] for index in kept], [ys[index] for index in kept]
        if not text:
            return None
        mode = calls.TextObj_GetTextRenderMode(thing)
        if own[1] == 0 and self._view.turn == 0:
            return Run(thing, False, mode, *_level(text, xs, advances, own, size, self._view))
        a, b = times(own, self._shown)[:2]
        glyphs = _turned(text, xs, ys, advances, own, size, self._shown)
        return Run(thing, abs(b) > 0.1 * abs(a), mode, _round(glyphs), glyphs)

    def _advance(self, index: int, char: str, font: Font, scale: float) -> float:
        """How far the character moves on at size 1; ``scale`` is its size in the file, 0 where it is turned.

        pdfium's loose box goes to where the character moves on, or as far as its outline where that is farther;
        then the font is asked, which can be wrong where several of its codes have one Unicode.
        """
        if not char:
            return 0.0
        if self._calls.Text_HasUnicodeMapError(self._handle, index):
            self._doubt("a font does not say which characters it draws")
        width = c_float()
        self._calls.Font_GetGlyphWidth(font.handle, ord(char[0]), 1.0, ctypes.addressof(width))
        if scale == 0:
            return width.value
        loose, tight, origin = (c_float * 4)(), (c_double * 4)(), (c_double * 2)()
        at = ctypes.addressof(tight)
        self._calls.Text_GetLooseCharBox(self._handle, index, ctypes.addressof(loose))
        self._calls.Text_GetCharBox(self._handle, index, at, at + 8, at + 16, at + 24)
        self._calls.Text_GetCharOrigin(self._handle, index, ctypes.addressof(origin), ctypes.addressof(origin) + 8)
        if loose[0] > origin[0] + 0.02 * abs(scale):
            self._doubt("a font is written downwards or drawn by the page itself")
        farthest = (loose[2] - origin[0]) / scale
        if loose[2] > tight[1] + 0.002 * abs(scale) or not 0 < width.value <= farthest + 0.002:
            return farthest
        return width.value


def blanks(around: Mapping[int, Matrix], seen: Container[int], view: View) -> list[Glyph]:
    """A space for each text object of blanks alone: pdfium leaves out what has no outline."""
    calls = pdfium()
    sides, size = (c_float * 4)(), c_float()
    at = ctypes.addressof(sides)
    found = []
    for thing, forms in around.items():
        if thing in seen or not calls.PageObj_GetBounds(thing, at, at + 4, at + 8, at + 12):
            continue
        if abs(sides[2] - sides[0]) < _NO_WIDTH:
            calls.TextObj_GetFontSize(thing, ctypes.addressof(size))
            shown = times(times(matrix_of(calls.PageObj_GetMatrix, thing), forms), view.matrix)
            box = box_through(shown, 0.0, -BELOW * size.value, 0.0, (1 - BELOW) * size.value)
            found.append(Glyph(" ", *box))
    return found


_glyph = partial(tuple.__new__, Glyph)


def _level(
    text: Sequence[str], xs: Sequence[float], advances: Sequence[float], own: Matrix, size: float, view: View
) -> tuple[Box, list[Glyph]]:
    """The characters of a run that is level in the file and on the page, and the box round them."""
    stretch, _, slant, scale, _, base = own
    heights = -BELOW * size * scale, (1 - BELOW) * size * scale
    leans = -BELOW * size * slant, (1 - BELOW) * size * slant
    top, bottom = view.head - base - max(heights), view.head - base - min(heights)
    before, behind = min(leans) - view.left, max(leans) - view.left
    step = stretch * size
    starts = [x + before for x in xs]
    ends = [x + step * advance + behind for x, advance in zip(xs, advances, strict=True)]
    if step < 0:
        starts, ends = [end - behind + before for end in ends], [start - before + behind for start in starts]
    glyphs = list(map(_glyph, zip(text, starts, repeat(top), ends, repeat(bottom), strict=False)))
    return (min(starts), top, max(ends), bottom), glyphs


def _turned(
    text: Sequence[str],
    xs: Sequence[float],
    ys: Sequence[float],
    advances: Sequence[float],
    own: Matrix,
    size: float,
    shown: Matrix,
) -> list[Glyph]:
    """The characters of a run that is not level in the file, or on a turned page."""
    a, b, c, d, _, _ = times(own, shown)
    glyphs = []
    for char, x, y, advance in zip(text, xs, ys, advances, strict=True):
        _, _, _, _, e, f = times((1, 0, 0, 1, x, y), shown)
        box = box_through((a, b, c, d, e, f), 0.0, -BELOW * size, advance * size, (1 - BELOW) * size)
        glyphs.append(Glyph(char, *box))
    return glyphs


def _round(glyphs: Sequence[Glyph]) -> Box:
    return (
        min(glyph.x0 for glyph in glyphs),
        min(glyph.top for glyph in glyphs),
        max(glyph.x1 for glyph in glyphs),
        max(glyph.bottom for glyph in glyphs),
    )
