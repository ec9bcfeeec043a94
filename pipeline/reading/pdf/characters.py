"""The characters of a page by pdfium: each with its box, and in runs of one font and colour.

What is asked for every character or run is asked in one sweep over the page and reckoned in arrays.
"""

import ctypes
import re
from collections.abc import Iterable, Sequence
from ctypes import c_char, c_double, c_float, c_uint, c_ushort
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np
import numpy.typing as npt

from pipeline.reading.paged.lines import Glyph
from pipeline.reading.pdf.calls import pdfium, sweep
from pipeline.reading.pdf.placing import NO_WIDTH, boxes_of
from pipeline.reading.pdf.setting import Codes, Numbers, Setting
from pipeline.reading.pdf.view import View
from pipeline.reading.symbols import shown_as

MOST_CHARACTERS = 200_000  # a page
_OUTLINE = 0.002  # share of a character's height within which two places are one
_OFF_LINE = 0.02  # the same for the line that a run's characters stand on
_SPLIT_HYPHEN = "\x02\ufffe"  # what pdfium makes of a hyphen at a line's end
_CHANGED = re.compile(f"[ \r\n{_SPLIT_HYPHEN}]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LIGATED = [ord(letter) for letter in "fijlt"]
_DENSE, _STRIDE = 6, 4  # characters that a text object draws, and the steps in which its handle is asked for
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
    """A page's text as pdfium has it (``objects``: how many draw text); ``close`` frees it."""

    def __init__(self, page: int, view: View, fonts: Fonts, objects: int) -> None:
        self._calls = pdfium()
        self._sure = True
        self._handle = self._calls.Text_LoadPage(page)
        self.count = max(self._calls.Text_CountChars(self._handle), 0) if self._handle else 0
        self._view = view
        self._fonts = fonts
        self._objects = max(objects, 1)
        self._loose, self._width, self._place = (c_float * 4)(), c_float(), (c_double * 2)()

    def close(self) -> None:
        """Free the text."""
        if self._handle:
            self._calls.Text_ClosePage(self._handle)

    def characters(self, sure: bool = True) -> Characters | None:
        """The characters on the page, None if there are none; raises NotSure if ``sure`` and one is in doubt."""
        self._sure = sure
        calls, handle = self._calls, self._handle
        codes = self._codes()
        owners = self._owners()
        begins = np.flatnonzero(np.concatenate(([True], owners[1:] != owners[:-1])) & (owners != 0))
        places = np.flatnonzero(owners)
        if not len(begins):
            return None
        things: list[int] = owners[begins].tolist()
        self._refuse_other_text(set(things))
        run_of = np.searchsorted(begins, places, side="right") - 1
        matrices = sweep(calls.Text_GetMatrix, c_float, 6, repeat(handle), begins.tolist())
        sizes = sweep(calls.TextObj_GetFontSize, c_float, 1, things)[:, 0]
        scales = np.where(matrices[:, 1] == 0, matrices[:, 0], 0) * sizes
        codes, advances = self._advances(codes[places], places, run_of, things, scales)
        origins = self._origins(places, run_of, matrices, advances * scales[run_of], sizes)
        _part_ligatures(codes, run_of, origins, advances, scales)
        kept = codes != 0
        if not kept.all():
            codes, run_of, advances, origins = codes[kept], run_of[kept], advances[kept], origins[kept]
        turned, boxes = boxes_of(matrices, sizes, run_of, origins, advances, self._view)
        return Characters(
            text=codes.astype("<u4").tobytes().decode("utf-32-le", "replace"),
            boxes=boxes,
            run_of=run_of,
            things=things,
            turned=turned,
            modes=list(map(calls.TextObj_GetTextRenderMode, things)),
            colours=sweep(calls.PageObj_GetFillColor, c_uint, 4, things, spread=True),
        )

    def _doubt(self, why: str) -> None:
        if self._sure:
            raise NotSure(why)

    def _owners(self) -> npt.NDArray[np.uint64]:
        """The text object (a handle) that draws each character; 0 for what pdfium made up between two of them.

        An object's characters stand together: what lies between two of them is asked for only in dense pages.
        """
        step = _STRIDE if self.count > _DENSE * self._objects else 1
        some = np.array(self._asked(range(0, self.count, step)), dtype=np.uint64)
        owners = np.repeat(some, step)[: self.count]
        if step > 1:
            unlike = np.flatnonzero(np.append(some[1:] != some[:-1], True) | (some == 0))
            between = (unlike[:, None] * step + np.arange(1, step)).ravel()
            between = between[between < self.count]
            owners[between] = self._asked(between.tolist())
        return owners

    def _asked(self, indices: Iterable[int]) -> list[int]:
        return list(map(self._calls.Text_GetTextObject, repeat(self._handle), indices))

    def _origins(self, places: Codes, run_of: Codes, matrices: Numbers, steps: Numbers, sizes: Numbers) -> Numbers:
        """x and y of where each character stands on its base line, in the file's coordinates (n, 2).

        Where a run's last character stands where the widths before it put it, so do those between; else pdfium is
        asked for every one of the run.
        """
        starts = np.flatnonzero(np.diff(run_of, prepend=-1))
        ends = np.append(starts[1:], len(run_of)) - 1
        before = np.cumsum(steps) - steps
        found = np.empty((len(run_of), 2))
        found[:, 0] = matrices[run_of, 4] + before - before[starts][run_of]
        found[:, 1] = matrices[run_of, 5]
        asked = self._asked_origins(places[ends])
        off = np.abs(asked - found[ends]).max(axis=1) > _OUTLINE * np.abs(sizes) + NO_WIDTH
        loose = np.flatnonzero((off | (matrices[:, 1] != 0))[run_of])
        if len(loose):
            found[loose] = self._asked_origins(places[loose])
            down = (
                np.abs(found[:, 1] - matrices[run_of, 5])
                > _OFF_LINE * np.abs(matrices[:, 3] * sizes)[run_of] + NO_WIDTH
            )
            if (down & (matrices[run_of, 1] == 0)).any():
                self._doubt("a font is written downwards")
        return found

    def _asked_origins(self, places: Codes) -> Numbers:
        found: Numbers = sweep(
            self._calls.Text_GetCharOrigin, c_double, 2, repeat(self._handle), places.tolist(), spread=True
        )
        return found

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
                advance = self._advance(int(places[first]), code, font, scale)
                if self._sure:  # what was in doubt has to be so on the next page
                    font.advances[code] = advance
            shown.append(ord(shown_as(chr(code), font.name)) if "ings" in font.name else code)
            found.append(advance)
        return np.array(shown)[which], np.array(found)[which]

    def _advance(self, index: int, code: int, font: Font, scale: float) -> float:
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
            calls.Text_GetCharOrigin(
                self._handle, index, ctypes.addressof(self._place), ctypes.addressof(self._place) + 8
            )
            origin = self._place[0]
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


def _part_ligatures(codes: Codes, run_of: Codes, origins: Numbers, advances: Numbers, scales: Numbers) -> None:
    """Sets the letters of a ligature (ffi, one sign of the font) side by side: pdfium has them all in one place.

    They share the way to the next character alike, else the farthest that one of them moves on. Turned ones stay.
    """
    letters = np.isin(codes, _LIGATED)
    near = (np.abs(np.diff(origins, axis=0)) < NO_WIDTH).all(axis=1) & (np.diff(run_of) == 0)
    joined = set(np.flatnonzero(near & letters[1:] & letters[:-1]).tolist())
    for first in sorted(index for index in joined if index - 1 not in joined and scales[run_of[index]]):
        end = next(index for index in range(first, len(codes)) if index not in joined) + 1
        scale = float(scales[run_of[first]])
        goes_on = end < len(codes) and run_of[end] == run_of[first]
        whole = float(origins[end, 0] - origins[first, 0]) if goes_on else float(advances[first:end].max()) * scale
        share = whole / (end - first)
        origins[first:end, 0] = origins[first, 0] + share * np.arange(end - first)
        advances[first:end] = share / scale


def _paired(codes: Iterable[int]) -> str:
    """The characters with these codes, a surrogate pair in the place of its first half, and nothing (0) behind."""
    text = "".join(map(chr, codes))
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le") + "\x00", text)
