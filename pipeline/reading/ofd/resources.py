"""Fonts, pictures, composite units and drawing parameters, by the ids that pages refer to."""

import posixpath
from dataclasses import dataclass, field

from pipeline.reading.ofd.package import Element, Package, words

_CHAIN = 16  # drawing parameters that inherit from one another


@dataclass(slots=True)
class Resources:
    """What ids stand for: font names, parts with pictures, and the elements of the rest."""

    fonts: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    units: dict[str, Element] = field(default_factory=dict)
    draws: dict[str, Element] = field(default_factory=dict)

    def copy(self) -> "Resources":
        """The same, to which a page's own resources can be added."""
        return Resources(dict(self.fonts), dict(self.pictures), dict(self.units), dict(self.draws))

    def add(self, package: Package, part: str | None) -> None:
        """Add what the resource file of this name declares."""
        root = package.xml(part)
        if root is None or part is None:
            return
        # BaseLoc is a folder, as places go from the root or from this file; what is declared lies in it.
        folder = posixpath.join("/" + posixpath.dirname(part), (root.get("BaseLoc") or "").strip())
        base = posixpath.join(folder, "part")
        for font in root.iter("Font"):
            self.fonts[font.get("ID", "")] = font.get("FontName") or font.get("FamilyName") or ""
        for media in root.iter("MultiMedia"):
            file = words(media, "MediaFile")
            place = package.located(base, file) or package.located(part, file)
            if place is not None:
                self.pictures[media.get("ID", "")] = place
        self.units.update((unit.get("ID", ""), unit) for unit in root.iter("CompositeGraphicUnit", "VectorG"))
        self.draws.update((draw.get("ID", ""), draw) for draw in root.iter("DrawParam"))

    def colour(self, element: Element, kind: str, draw: str | None) -> Element | None:
        """The FillColor or StrokeColor of an object: its own, that of its drawing parameters, or the layer's."""
        own = element.find(kind)
        if own is not None:
            return own
        for name in (element.get("DrawParam"), draw):
            for _ in range(_CHAIN):
                params = self.draws.get(name or "")
                if params is None:
                    break
                if (colour := params.find(kind)) is not None:
                    return colour
                name = params.get("Relative")
        return None


def is_clear(colour: Element | None) -> bool:
    """Whether a colour leaves no trace on the page."""
    return colour is not None and colour.get("Alpha") == "0"


def is_white(colour: Element | None) -> bool:
    """Whether a colour is (nearly) white; without a value it is black, a pattern or shading is none."""
    if colour is None or len(colour):
        return False
    try:
        values = [int(part[1:], 16) if part[0] == "#" else float(part) for part in (colour.get("Value") or "").split()]
    except ValueError:
        return False
    if len(values) == 4:  # CMYK: no ink is white
        return max(values) <= 5
    return len(values) in (1, 3) and min(values) >= 250
