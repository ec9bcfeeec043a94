"""One page of an OFD: its content, its templates and what lies over it, to lines, tables and pictures."""

from dataclasses import dataclass, field

from pipeline.reading.draft import Box
from pipeline.reading.ofd.body import Body, area_of, templates_of
from pipeline.reading.ofd.content import Pen
from pipeline.reading.ofd.ink import Image, Ink
from pipeline.reading.ofd.numbers import POINTS, Matrix, around, box_of, moved, times
from pipeline.reading.ofd.package import Element, Package
from pipeline.reading.ofd.resources import Resources
from pipeline.reading.ofd.stamps import Overlay
from pipeline.reading.ofd.tables import cells_of
from pipeline.reading.paged.lacking import PICTURE_SHARE, Lack, covered_share, needs_recognition
from pipeline.reading.paged.lines import lines_of
from pipeline.reading.paged.pages import PageContent
from pipeline.reading.paged.tables import tables_of
from pipeline.reading.seals import is_seal_picture
from schemas.document import Picture

READER = "ofd"
_FEW = 10  # letters: a page with fewer says nothing
_WHOLE = 0.5  # share of the page that the picture of a scan covers
_SEAL_SIDES = (40.0, 220.0)  # points: a seal is 3 to 6 cm wide, its picture may be wider


@dataclass(slots=True)
class Drawn:
    """A page as read, and what was drawn on it; ``missing`` where the package lacks its part.

    ``lack`` says why its text will not do, None where it does.
    """

    content: PageContent
    ink: Ink
    missing: bool = False

    lack: Lack | None = None

    @property
    def scan(self) -> Image | None:
        """The picture that holds what the page says; None where there are words enough, or no such picture."""
        return _large_picture(self.ink, PICTURE_SHARE) if self.lack in (Lack.PICTURE, Lack.BESIDE) else None


@dataclass
class Painter:
    """Reads the pages of one document of the package; what pages share is parsed once."""

    package: Package
    body: Body
    pen: Pen
    _templates: dict[str, tuple[Element | None, Resources]] = field(default_factory=dict)
    _seals: dict[str, bool | None] = field(default_factory=dict)

    def page(self, part: str | None, number: int, overlay: Overlay) -> Drawn:
        """The page in this part; ``number`` counts from 1 over all documents of the package."""
        root = self.package.xml(part)
        x0, top, x1, bottom = area_of(root.find("Area") if root is not None else None, self.body.area)
        ink = Ink((x1 - x0) * POINTS, (bottom - top) * POINTS)
        matrix: Matrix = (POINTS, 0.0, 0.0, POINTS, -x0 * POINTS, -top * POINTS)
        if root is not None:
            under, over = templates_of(root, self.body)
            for layer in (*map(self._template, under), self._own(root, str(part)), *map(self._template, over)):
                if layer[0] is not None:
                    self.pen.draw(layer[0], ink, layer[1], matrix)
        for appearance in overlay.appearances:
            self._appearance(appearance, ink, matrix)
        ink.images += [Image(None, around(matrix, stamp)) for stamp in overlay.stamps]
        ink = ink.upright()
        content = self._content(ink, number)
        return Drawn(content, ink, root is None, needs_recognition(content))

    def _own(self, root: Element, part: str) -> tuple[Element | None, Resources]:
        """A page's content, and the resources that it may use: the document's and those of the page."""
        resources = self.body.resources
        own = root.findall("PageRes")
        if own:
            resources = resources.copy()
            for place in own:
                resources.add(self.package, self.package.located(part, place.text))
        return root.find("Content"), resources

    def _template(self, part: str) -> tuple[Element | None, Resources]:
        """A template's content; templates of templates are no part of the standard."""
        if part not in self._templates:
            root = self.package.xml(part)
            self._templates[part] = (None, Resources()) if root is None else self._own(root, part)
        return self._templates[part]

    def _appearance(self, appearance: Element, ink: Ink, matrix: Matrix) -> None:
        try:
            x, y = box_of(appearance.get("Boundary"))[:2]
        except (ValueError, TypeError):
            self.pen.broken += 1
            return
        self.pen.draw(appearance, ink, self.body.resources, times(moved(x, y), matrix))

    def _content(self, ink: Ink, number: int) -> PageContent:
        glyphs, hidden = ink.glyphs(hidden=False), ink.glyphs(hidden=True)
        if len(glyphs) < _FEW <= len(hidden) and _large_picture(ink, _WHOLE) is not None:
            # A scan with a layer of recognised text that cannot be seen: that layer is what the picture says.
            glyphs, hidden = glyphs + hidden, []
        tables = tables_of(cells_of(ink.rules), glyphs, number) if ink.rules else []
        return PageContent(
            number=number,
            width=round(ink.width, 2),
            height=round(ink.height, 2),
            reader=READER,
            lines=lines_of(glyphs, number),
            tables=tables,
            pictures=[Picture(number, image.box, self._is_seal(image)) for image in ink.images],
            hidden=lines_of(hidden, number),
        )

    def _is_seal(self, image: Image) -> bool | None:
        """Whether a picture shows a seal; None where it is too small or large for one, or cannot be opened."""
        if image.part is None:
            return True
        if not all(_SEAL_SIDES[0] <= side <= _SEAL_SIDES[1] for side in _sides(image.box)):
            return None
        if image.part not in self._seals:
            self._seals[image.part] = is_seal_picture(self.package.data(image.part) or b"")
        return self._seals[image.part]


def _large_picture(ink: Ink, share: float) -> Image | None:
    """The picture that covers most of the page; None where that is less than this share of it."""

    def covered(image: Image) -> float:
        return covered_share([image.box], ink.width, ink.height)

    largest = max((image for image in ink.images if image.part is not None), key=covered, default=None)
    return largest if largest is not None and covered(largest) >= share else None


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]
