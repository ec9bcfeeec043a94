"""pdfium's functions that are called for every character and stroke, bound so that a call costs little.

A page is read by thousands of calls: handles are plain integers here and buffers plain addresses, which spares
the objects that ctypes makes of them otherwise.
"""

import ctypes
from collections import deque
from collections.abc import Iterable
from ctypes import PYFUNCTYPE, c_float, c_int, c_size_t, c_uint, c_ulong, c_void_p
from functools import cache
from types import SimpleNamespace
from typing import Any

import numpy as np

# name without FPDF: what it returns, what it takes
_SIGNATURES: dict[str, tuple[Any, ...]] = {
    "Text_LoadPage": (c_size_t, c_void_p),
    "Text_ClosePage": (None, c_void_p),
    "Text_CountChars": (c_int, c_void_p),
    "Text_GetText": (c_int, c_void_p, c_int, c_int, c_void_p),
    "Text_GetUnicode": (c_uint, c_void_p, c_int),
    "Text_GetLooseCharBox": (c_int, c_void_p, c_int, c_void_p),
    "Text_GetCharOrigin": (c_int, c_void_p, c_int, c_void_p, c_void_p),
    "Text_GetTextObject": (c_size_t, c_void_p, c_int),
    "Text_HasUnicodeMapError": (c_int, c_void_p, c_int),
    "Text_IsGenerated": (c_int, c_void_p, c_int),
    "Text_GetMatrix": (c_int, c_void_p, c_int, c_void_p),
    "TextObj_GetFont": (c_size_t, c_void_p),
    "TextObj_GetFontSize": (c_int, c_void_p, c_void_p),
    "TextObj_GetTextRenderMode": (c_int, c_void_p),
    "Font_GetBaseFontName": (c_size_t, c_void_p, c_void_p, c_size_t),
    "Font_GetGlyphWidth": (c_int, c_void_p, c_uint, c_float, c_void_p),
    "Page_CountObjects": (c_int, c_void_p),
    "Page_GetObject": (c_size_t, c_void_p, c_int),
    "FormObj_CountObjects": (c_int, c_void_p),
    "FormObj_GetObject": (c_size_t, c_void_p, c_ulong),
    "PageObj_GetType": (c_int, c_void_p),
    "PageObj_GetMatrix": (c_int, c_void_p, c_void_p),
    "PageObj_GetBounds": (c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p),
    "PageObj_GetFillColor": (c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p),
    "PageObj_HasTransparency": (c_int, c_void_p),
    "PageObj_CountMarks": (c_int, c_void_p),
    "PageObj_GetMark": (c_size_t, c_void_p, c_ulong),
    "PageObjMark_CountParams": (c_int, c_void_p),
    "PageObjMark_GetParamValueType": (c_int, c_void_p, ctypes.c_char_p),
    "Path_CountSegments": (c_int, c_void_p),
    "Path_GetPathSegment": (c_size_t, c_void_p, c_int),
    "Path_GetDrawMode": (c_int, c_void_p, c_void_p, c_void_p),
    "PathSegment_GetPoint": (c_int, c_void_p, c_void_p, c_void_p),
    "PathSegment_GetType": (c_int, c_void_p),
    "PathSegment_GetClose": (c_int, c_void_p),
}

Floats = ctypes.Array[c_float]
Matrix = tuple[float, float, float, float, float, float]


@cache
def pdfium() -> Any:
    """The functions, by their names without ``FPDF``; true for success is 1."""
    import pypdfium2.raw as raw

    bound = SimpleNamespace()
    for name, (result, *arguments) in _SIGNATURES.items():
        address = ctypes.cast(getattr(raw, f"FPDF{name}"), c_void_p).value
        setattr(bound, name, PYFUNCTYPE(result, *arguments)(address or 0))
    return bound


def handle_of(pointer: Any) -> int:
    """The address behind one of pypdfium2's raw pointers."""
    return int(ctypes.cast(pointer, c_void_p).value or 0)


def floats(buffer: Floats) -> list[float]:
    """The numbers in a buffer, all at once."""
    return buffer[:]


def matrix_of(get: Any, *handles: int) -> Matrix:
    """The matrix that ``get`` writes behind ``handles``; the identity where there is none."""
    buffer = (c_float * 6)(1, 0, 0, 1, 0, 0)
    get(*handles, ctypes.addressof(buffer))
    a, b, c, d, e, f = floats(buffer)
    return a, b, c, d, e, f


def times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does ``first``, then ``second``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def sweep(get: Any, kind: Any, width: int, *arguments: Iterable[int], spread: bool = False) -> Any:
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
