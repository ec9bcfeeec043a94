"""How a page is shown: which box of the sheet, turned how, and where a point of the file lies on it."""

from dataclasses import dataclass
from typing import Any

from pipeline.reading.draft import Box
from pipeline.reading.pdf.calls import Matrix


@dataclass(frozen=True, slots=True)
class View:
    """The shown part of a page in the file's coordinates (points, y upwards) and its turn in degrees clockwise.

    ``matrix`` takes the file's coordinates to points from the top left of the page as a reader sees it.
    """

    left: float
    foot: float
    right: float
    head: float
    turn: int

    @property
    def width(self) -> float:
        """The width that a reader sees, in points."""
        return self.head - self.foot if self.turn in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """The height that a reader sees, in points."""
        return self.right - self.left if self.turn in (90, 270) else self.head - self.foot

    @property
    def matrix(self) -> Matrix:
        """From the file's coordinates to the reader's."""
        return {
            0: (1.0, 0.0, 0.0, -1.0, -self.left, self.head),
            90: (0.0, 1.0, 1.0, 0.0, -self.foot, -self.left),
            180: (-1.0, 0.0, 0.0, 1.0, self.right, -self.foot),
            270: (0.0, -1.0, -1.0, 0.0, self.head, self.right),
        }[self.turn]

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box of the file as the reader sees it."""
        return box_through(self.matrix, x0, y0, x1, y1)


def box_through(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Box:
    """The upright box round the four corners taken through ``matrix``."""
    a, b, c, d, e, f = matrix
    xs = (a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1)
    ys = (b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1)
    return min(xs) + e, min(ys) + f, max(xs) + e, max(ys) + f


def view_of(page: Any) -> View:
    """The view of a ``pypdfium2`` page: its crop box within its media box."""
    import pypdfium2.raw as raw

    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page.raw, box)
    turn = raw.FPDFPage_GetRotation(page.raw) % 4 * 90
    return View(box.left, box.bottom, box.right, box.top, turn)
