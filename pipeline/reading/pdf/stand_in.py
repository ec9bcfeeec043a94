"""A font in place of Chinese ones that a PDF names and does not hold.

pdfium looks for such a font (宋体, 仿宋 …) among those of the machine and measures every character by it: a page takes
some twelve times as long, and on a machine without Chinese fonts pdfium takes characters for empty and leaves them
out. What a page says and where must not hang on the machine: all characters get the box of one. Only where a page is
drawn for eyes, a person's or those of recognition, are the machine's fonts asked for.
"""

import ctypes
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

# Windows' numbers of the Japanese, Korean, simplified and traditional Chinese character sets (pdfium's FXFONT_…)
_CHARACTER_SETS = (128, 129, 134, 136)
_WHOLE = 0  # as the name of a table: all of the font's file
_NAME = b"jiebang stand-in\0"
_BOX = (60, -80, 940, 820)  # left, bottom, right, top, in thousandths of the size
_ASCENT, _DESCENT, _EM = 880, -120, 1000


@cache
def measured_by_stand_in() -> None:
    """From now on this process measures Chinese characters of fonts that are not embedded by the stand-in."""
    _handler().setup(reusable=True)


@contextmanager
def drawn_by_real_fonts() -> Iterator[None]:
    """What is opened within is drawn by the machine's fonts."""
    handler = _handler()
    before, handler.real = handler.real, True
    try:
        yield
    finally:
        handler.real = before


@cache
def _handler() -> Any:
    import pypdfium2

    data = stand_in()
    own = ctypes.create_string_buffer(1)
    handle = ctypes.addressof(own)  # a number that no font of pdfium's own has, as long as the buffer is kept

    class Handler(pypdfium2.PdfSysfontBase):  # type: ignore[misc]
        """Answers pdfium's questions for fonts; what is not about the stand-in goes on to the machine's own."""

        real, kept = False, own

        def MapFont(self, this: Any, weight: int, italic: int, charset: int, *others: Any) -> Any:
            if not self.real and charset in _CHARACTER_SETS:
                return handle
            return super().MapFont(this, weight, italic, charset, *others)

        def GetFontData(self, this: Any, font: int, table: int, buffer: Any, size: int) -> int:
            if font != handle:
                return int(super().GetFontData(this, font, table, buffer, size))
            return _copied(data, buffer, size) if table == _WHOLE else 0

        def GetFaceName(self, this: Any, font: int, buffer: Any, size: int) -> int:
            return (
                _copied(_NAME, buffer, size) if font == handle else int(super().GetFaceName(this, font, buffer, size))
            )

        def GetFontCharset(self, this: Any, font: int) -> int:
            return _CHARACTER_SETS[0] if font == handle else int(super().GetFontCharset(this, font))

        def DeleteFont(self, this: Any, font: int) -> None:
            if font != handle:
                super().DeleteFont(this, font)

    return Handler()


def _copied(data: bytes, buffer: Any, size: int) -> int:
    """The length of the data, which are put into the buffer where it has room."""
    if buffer and size >= len(data):
        ctypes.memmove(buffer, data, len(data))
    return len(data)


@cache
def stand_in() -> bytes:
    """A TrueType font (ISO/IEC 14496-22) in which every character is one glyph: two specks at corners of a box.

    So its bounds are those of a Chinese character, and its ink hides nothing that is drawn below, such as a seal.
    """
    left, bottom, right, top = _BOX
    corners = [(left, bottom), (left + 2, bottom), (left, bottom + 2), (right, top), (right, top - 2), (right - 2, top)]
    steps = [(x - a, y - b) for (x, y), (a, b) in zip(corners, [(0, 0), *corners], strict=False)]
    glyph = struct.pack(">h4h2HH", 2, *_BOX, 2, 5, 0) + bytes([1] * len(corners))  # two contours, ending at 2 and 5
    glyph += b"".join(struct.pack(">h", x) for x, _ in steps) + b"".join(struct.pack(">h", y) for _, y in steps)
    every = struct.pack(">HHIIIIII", 13, 0, 28, 0, 1, 0, 0x10FFFF, 1)  # format 13: a range of characters, one glyph
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12) + every,
        b"glyf": glyph,
        b"head": struct.pack(">4I2H2q4h2H3h", 1 << 16, 1 << 16, 0, 0x5F0F3CF5, 0, _EM, 0, 0, *_BOX, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">I3hH11hH", 1 << 16, _ASCENT, _DESCENT, 0, _EM, left, _EM - right, right, 1, *[0] * 7, 2),
        b"hmtx": struct.pack(">HhHh", _EM, left, _EM, left),
        b"loca": struct.pack(">3I", 0, 0, len(glyph)),  # the first glyph, of what no font has, is empty
        b"maxp": struct.pack(">I14H", 1 << 16, 2, len(corners), 2, 0, 0, 1, *[0] * 8),
    }
    return _bound(tables)


def _bound(tables: dict[bytes, bytes]) -> bytes:
    """The tables as one file: the directory (name, sum, place, length), then each at a multiple of four."""
    count = len(tables)
    head, body = struct.pack(">I4H", 1 << 16, count, 64, 2, 16 * count - 64), b""
    start = len(head) + 16 * count
    for name, data in tables.items():
        padded = data + bytes(-len(data) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        head += name + struct.pack(">III", total, start + len(body), len(data))
        body += padded
    return head + body
