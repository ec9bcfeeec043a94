"""What is needed to read a story's paragraphs, and what a paragraph shows while it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.reading.docx.fields import Fields
from pipeline.reading.docx.styles import Style
from pipeline.reading.ooxml import Element, Relation
from schemas.document import FormValue


@dataclass
class Story:
    """What is needed to read the paragraphs of one part: its relations, the styles, and the fields that are open.

    ``white_hides``: white letters lie on white paper (no picture or shading behind them).
    """

    relations: Mapping[str, Relation] = field(default_factory=dict)
    styles: Mapping[str, Style] = field(default_factory=dict)
    fields: Fields = field(default_factory=Fields)
    white_hides: bool = False


@dataclass
class Shown:
    """What a paragraph shows: its text, links and anchors within it, text boxes anchored in it, pictures' relations.

    ``hidden`` are words that are there but not shown; anchors are (offset, name): ``comment 3``, ``picture rId5``.
    ``points_on``: a link to a place in the document stands in it, as in the entries of a table of contents.
    The text is kept in ``parts`` of ``length`` characters in all: one long string would be copied with every run.
    """

    story: Story
    parts: list[str] = field(default_factory=list)
    length: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)
    anchors: list[tuple[int, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    values: list[FormValue] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    white_hides: bool = False
    points_on: bool = False

    @property
    def text(self) -> str:
        """All that is shown."""
        return "".join(self.parts)

    def write(self, text: str) -> None:
        """Show this behind what is shown already."""
        self.parts.append(text)
        self.length += len(text)

    def taken(self, start: int) -> str:
        """What is shown from this offset on, which is taken away."""
        behind: list[str] = []
        while self.length > start:
            part = self.parts.pop()
            self.length -= len(part)
            if self.length < start:
                self.write(part[: start - self.length])
                part = part[len(self.parts[-1]) :]
            behind.append(part)
        return "".join(reversed(behind))

    def link(self, start: int, target: str) -> None:
        """What is shown from this offset on leads to ``target``; links inside it are none of their own."""
        while self.links and self.links[-1][0] >= start:
            self.links.pop()
        if self.length > start:
            self.links.append((start, self.length, target))
