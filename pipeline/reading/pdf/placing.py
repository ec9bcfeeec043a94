"""Where characters stand on the page as a reader sees it.

A box is as wide as the character moves on and as high as the font is large, ``BELOW`` of it under the base line,
whatever the font says of its own height (many say 0): so both readers put characters on the same lines.
"""

import ctypes
from collections.abc import Container, Mapping
from ctypes import c_float

import numpy as np
import numpy.typing as npt

from pipeline.reading.paged.lines import Glyph
from pipeline.reading.pdf.calls import Matrix, matrix_of, pdfium, times
from pipeline.reading.pdf.setting import Codes, Numbers
from pipeline.reading.pdf.view import View, box_through

BELOW = 0.14  # share of a character's height under its base line, between that of Chinese and of Latin fonts
NO_WIDTH = 0.01  # points


def boxes_of(
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
        if abs(sides[2] - sides[0]) < NO_WIDTH:
            calls.TextObj_GetFontSize(thing, ctypes.addressof(size))
            shown = times(times(matrix_of(calls.PageObj_GetMatrix, thing), forms), view.matrix)
            box = box_through(shown, 0.0, -BELOW * size.value, 0.0, (1 - BELOW) * size.value)
            found.append(Glyph(" ", *box))
    return found
