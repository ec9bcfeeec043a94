"""The characters of a page by pdfium: each with its box, and in runs of one font and colour.

A box is as wide as the character moves on and as high as the font is large, ``BELOW`` of it under the base line,
whatever the font says of its own height (many say 0): so both readers put characters on the same lines.
What is asked for every character or run is asked in one sweep over the page and reckoned in arrays.
"""

import ctypes
import re
from collections import deque
from collections.abc import Container, Iterable, Mapping, Sequence
from ctypes import c_char, c_double, c_float, c_uint, c_ushort
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.reading.paged.lines import Glyph
from pipeline.reading.pdf.calls import Matrix, matrix_of, pdfium, times
from pipeline.reading.pdf.setting import Codes, Numbers, Setting
from pipeline.reading.pdf.view import View, box_through
from pipeline.reading.symbols import shown_as

BELOW = 0.14  # share of a character's height under its base line, between that of Chinese and of Latin fonts
MOST_CHARACTERS = 200_000  # a page
_NO_WIDTH = 0.01  # points
_OUTLINE = 0.002  # share of a character's height within which two places are one
_OFF_LINE = 0.02  # the same for the line that a run's characters stand on
_SPLIT_HYPHEN = "\x02\ufffe"  # what pdfium makes of a hyphen at a line's end
_CHANGED = re.compile(f"[ \r\n{_SPLIT_HYPHEN}]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_CODES = 0x110000  # that Unicode has
# Characters that no page shows: private use (a font's own signs, but for F000 to F0FF, where symbol fonts lie),
# controls, and right-to-left scripts, which pdfium puts into another order.
_ODD = re.compile(
    "[\x01\x03-\x08\x0e-\x1f\x7f-\x9f\u0590-\u08ff\ue000-\uefff\uf100-\uf8ff\ufb1d-\ufdff\ufe70-\ufeff"
    "\ufff0-\ufffd\uffff]"
)


class NotSure(Exception):
    """The fast way cannot be sure of a page; the words say why."""


@dataclass(slots=True)
class Font:
    """What is asked of a font once: its name, and how far each character moves on at size 1."""

    handle: int
    name: str
    advances: dict[int, float] = field(default_factory=dict)


Fonts = dict[tuple[int, str], Font]  # by handle and name: the fonts of a document, kept from page to page


@dataclass(slots=True)
class Characters:
    """The characters of a page in columns: their words, their boxes (n, 4: x0, top, x1, bottom), the run of each.

    For each run: the text object (a handle), whether it is turned, how it is painted, and its colour (red, green,
    blue, opacity).
    """

    text: str
    boxes: Numbers
    run_of: Codes
    things: list[int]
    turned: npt.NDArray[np.bool_]
    modes: list[int]
    colours: npt.NDArray[np.uint32]

    def set_by(self, wanted: npt.NDArray[np.bool_], blanks: Sequence[Glyph] = ()) -> Setting:
        """The characters that are ``wanted``, and further blanks."""
        text, boxes = self.text, self.boxes
        if not wanted.all():
            text, boxes = "".join([text[index] for index in np.flatnonzero(wanted).tolist()]), boxes[wanted]
        if blanks:
            text += "".join(glyph.text for glyph in blanks)
            boxes = np.concatenate((boxes, [glyph[1:] for glyph in blanks]))
        return Setting(text, boxes)


class TextPage:
    """A page's text as pdfium has it; ``close`` frees it."""

    def __init__(self, page: int, view: View, fonts: Fonts) -> None:
        self._calls = pdfium()
        self._sure = True
        self._handle = self._calls.Text_LoadPage(page)
        self.count = max(self._calls.Text_CountChars(self._handle), 0) if self._handle else 0
        self._view = view
        self._fonts = fonts
        self._loose, self._width = (c_float * 4)(), c_float()

    def close(self) -> None:
        """Free the text."""
        if self._handle:
            self._calls.Text_ClosePage(self._handle)

    def characters(self, sure: bool = True) -> Characters | None:
        """The characters on the page, None if there are none; raises NotSure if ``sure`` and one is in doubt."""
        self._sure = sure
        calls, handle = self._calls, self._handle
        codes = self._codes()
        owners = np.array(list(map(calls.Text_GetTextObject, repeat(handle), range(self.count))), dtype=np.uint64)
        begins = np.flatnonzero(np.concatenate(([True], owners[1:] != owners[:-1])) & (owners != 0))
        places = np.flatnonzero(owners)
        if not len(begins):
            return None
        things: list[int] = owners[begins].tolist()
        self._refuse_other_text(set(things))
        run_of = np.searchsorted(begins, places, side="right") - 1
        origins = _sweep(calls.Text_GetCharOrigin, c_double, 2, repeat(handle), range(self.count), spread=True)[places]
        matrices = _sweep(calls.Text_GetMatrix, c_float, 6, repeat(handle), begins.tolist())
        sizes = _sweep(calls.TextObj_GetFontSize, c_float, 1, things)[:, 0]
        off = (
            np.abs(origins[:, 1] - matrices[run_of, 5]) > _OFF_LINE * np.abs(matrices[:, 3] * sizes)[run_of] + _NO_WIDTH
        )
        if (off & (matrices[run_of, 1] == 0)).any():
            self._doubt("a font is written downwards")
        scales = np.where(matrices[:, 1] == 0, matrices[:, 0], 0) * sizes
        codes, advances = self._advances(codes[places], places, run_of, things, origins[:, 0], scales)
        kept = codes != 0
        if not kept.all():
            codes, run_of, advances, origins = codes[kept], run_of[kept], advances[kept], origins[kept]
        turned, boxes = _boxes(matrices, sizes, run_of, origins, advances, self._view)
        return Characters(
            text=codes.astype("<u4").tobytes().decode("utf-32-le", "replace"),
            boxes=boxes,
            run_of=run_of,
            things=things,
            turned=turned,
            modes=list(map(calls.TextObj_GetTextRenderMode, things)),
            colours=_sweep(calls.PageObj_GetFillColor, c_uint, 4, things, spread=True),
        )

    def _doubt(self, why: str) -> None:
        if self._sure:
            raise NotSure(why)

    def _codes(self) -> Codes:
        """The Unicode of each character; 0 for what pdfium made up (spaces, line ends)."""
        buffer = (c_ushort * (self.count + 1))()
        got = self._calls.Text_GetText(self._handle, 0, self.count, ctypes.addressof(buffer)) - 1
        text = bytes(buffer)[: 2 * max(got, 0)].decode("utf-16-le", "replace")
        if len(text) != self.count:
            text = _paired(map(self._calls.Text_GetUnicode, repeat(self._handle), range(self.count)))
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
        odd = _ODD.search(text)
        if odd is not None:
            self._doubt(f"U+{ord(odd[0]):04X} on it")
        for found in _CHANGED.finditer(text):
            if found[0] in _SPLIT_HYPHEN:
                codes[found.start()] = ord("-")
            elif self._calls.Text_IsGenerated(self._handle, found.start()):
                codes[found.start()] = 0
        return codes

    def _refuse_other_text(self, things: Iterable[int]) -> None:
        """Doubt a page where the file gives other words than those drawn (ActualText): pdfium takes them."""
        calls = self._calls
        for thing in things:
            for index in range(calls.PageObj_CountMarks(thing)):
                mark = calls.PageObj_GetMark(thing, index)
                if calls.PageObjMark_CountParams(mark) > 0 and calls.PageObjMark_GetParamValueType(mark, b"ActualText"):
                    self._doubt("its text is given apart from what is drawn")

    def _font(self, handle: int) -> Font:
        buffer = (c_char * 256)()
        self._calls.Font_GetBaseFontName(handle, ctypes.addressof(buffer), 256)
        name = buffer.value.decode("latin-1")
        return self._fonts.setdefault((handle, name), Font(handle, name))

    def _advances(
        self,
        codes: Codes,
        places: Codes,
        run_of: Codes,
        things: Sequence[int],
        xs: Numbers,
        scales: Numbers,
    ) -> tuple[Codes, Numbers]:
        """What each character shows (symbol fonts put right), and how far it moves on at size 1."""
        handles = list(map(self._calls.TextObj_GetFont, things))
        numbers = {handle: number for number, handle in enumerate(dict.fromkeys(handles))}
        fonts = [self._font(handle) for handle in numbers]
        font_of_run = np.array([numbers[handle] for handle in handles])
        pairs, firsts, which = np.unique(font_of_run[run_of] * _CODES + codes, return_index=True, return_inverse=True)
        shown, found = [], []
        for pair, first in zip(pairs.tolist(), firsts.tolist(), strict=True):
            font, code = fonts[pair // _CODES], pair % _CODES
            advance = font.advances.get(code)
            if advance is None:
                scale = float(scales[run_of[first]])
                advance = font.advances[code] = self._advance(int(places[first]), code, font, float(xs[first]), scale)
            shown.append(ord(shown_as(chr(code), font.name)) if "ings" in font.name else code)
            found.append(advance)
        return np.array(shown)[which], np.array(found)[which]

    def _advance(self, index: int, code: int, font: Font, origin: float, scale: float) -> float:
        """How far the character moves on at size 1; ``scale`` is its size in the file, 0 where it is turned.

        The font is asked, which can be wrong where several of its codes have one Unicode: pdfium's loose box goes
        as far or farther (over spacing, and over an outline that leans out).
        """
        if not code:
            return 0.0
        calls = self._calls
        if calls.Text_HasUnicodeMapError(self._handle, index):
            self._doubt("a font does not say which characters it draws")
        farthest = None
        if scale:
            calls.Text_GetLooseCharBox(self._handle, index, ctypes.addressof(self._loose))
            left, _, right, _ = self._loose
            near, far = (left, right) if scale > 0 else (right, left)
            if (near - origin) / scale > _OFF_LINE:
                self._doubt("a font is drawn by the page itself")
            farthest = (far - origin) / scale
            if abs(farthest - 1) < _OUTLINE:  # a full-width character
                return farthest
        self._width.value = 0.0
        calls.Font_GetGlyphWidth(font.handle, code, 1.0, ctypes.addressof(self._width))
        width = self._width.value
        return width if farthest is None or 0 < width <= farthest + _OUTLINE else farthest


def _paired(codes: Iterable[int]) -> str:
    """The characters with these codes, a surrogate pair in the place of its first half, and nothing (0) behind."""
    text = "".join(map(chr, codes))
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le") + "\x00", text)


def _sweep(get: Any, kind: Any, width: int, *arguments: Iterable[int], spread: bool = False) -> Any:
    """What ``get`` writes for each of the arguments: an array (n, width).

    ``spread`` where it takes an address for every number, not one for all.
    """
    *firsts, last = arguments
    items = list(last)
    buffer = (kind * (width * len(items)))()
    step = ctypes.sizeof(kind) * width
    start, end = ctypes.addressof(buffer), ctypes.addressof(buffer) + step * len(items)
    shifts = range(0, step, ctypes.sizeof(kind)) if spread else (0,)
    addresses = [range(start + shift, end + shift, step) for shift in shifts]
    deque(map(get, *firsts, items, *addresses), maxlen=0)
    found = np.frombuffer(buffer, dtype=np.dtype(kind)).reshape(len(items), width)
    return found if kind is c_uint else found.astype(np.float64)


def _boxes(
    matrices: Numbers,
    sizes: Numbers,
    run_of: Codes,
    origins: Numbers,
    advances: Numbers,
    view: View,
) -> tuple[npt.NDArray[np.bool_], Numbers]:
    """Whether each run is turned as it is shown, and the box of each character (n, 4)."""
    p, q, r, s, t, u = view.matrix
    a, b, c, d = (matrices[:, index] for index in range(4))
    a, b, c, d = a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s
    low, high = -BELOW * sizes, (1 - BELOW) * sizes
    along = advances * sizes[run_of]
    found = np.empty((len(advances), 4))
    for axis, (turn, across, shift, pick) in enumerate(((a, c, t, (p, r)), (b, d, u, (q, s)))):
        place = origins[:, 0] * pick[0] + origins[:, 1] * pick[1] + shift
        end = turn[run_of] * along
        found[:, axis] = place + np.minimum(end, 0) + np.minimum(across * low, across * high)[run_of]
        found[:, axis + 2] = place + np.maximum(end, 0) + np.maximum(across * low, across * high)[run_of]
    return np.abs(b) > 0.1 * np.abs(a), found


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
