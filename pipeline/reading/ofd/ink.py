"""What is drawn on one page: letters, ruling lines and pictures, in points from the page's top left."""

from collections import Counter
from dataclasses import dataclass, field, replace

from pipeline.reading.draft import Box
from pipeline.reading.paged.lines import Glyph


@dataclass(frozen=True, slots=True)
class Letter:
    """One character; ``turned`` by so many degrees clockwise (None: aslant), ``hidden`` where it cannot be seen."""

    text: str
    box: Box
    turned: int | None = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: the name of its part in the package (None: an electronic seal), and its place."""

    part: str | None
    box: Box


@dataclass(slots=True)
class Ink:
    """Everything on a page of this size; ``rules`` are level and upright strokes, ``dark`` what white text shows on."""

    width: float
    height: float
    letters: list[Letter] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    dark: list[Box] = field(default_factory=list)

    def turned(self) -> int:
        """How far most of the visible letters are turned: 0, 90, 180 or 270 degrees clockwise."""
        counts = Counter(letter.turned for letter in self.letters if not letter.hidden and letter.text.strip())
        turned, count = max(counts.items(), key=lambda item: item[1], default=(0, 0))
        return turned if turned and 2 * count > counts.total() else 0

    def upright(self) -> "Ink":
        """The page as a reader holds it: turned back where most of its letters are turned."""
        angle = self.turned()
        if not angle:
            return self
        size = (self.width, self.height) if angle == 180 else (self.height, self.width)
        return Ink(
            *size,
            letters=[
                replace(
                    letter,
                    box=self._back(letter.box, angle),
                    turned=None if letter.turned is None else (letter.turned - angle) % 360,
                )
                for letter in self.letters
            ],
            rules=[self._back(rule, angle) for rule in self.rules],
            images=[replace(image, box=self._back(image.box, angle)) for image in self.images],
        )

    def glyphs(self, *, hidden: bool) -> list[Glyph]:
        """The upright letters that can be seen, or all those that cannot."""
        return [
            Glyph(letter.text, *letter.box)
            for letter in self.letters
            if letter.hidden == hidden and (hidden or letter.turned == 0)
        ]

    def _back(self, box: Box, angle: int) -> Box:
        x0, top, x1, bottom = box
        if angle == 180:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        if angle == 90:
            return top, self.width - x1, bottom, self.width - x0
        return self.height - bottom, x0, self.height - top, x1
