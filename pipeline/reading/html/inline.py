"""Running text of an HTML paragraph: white space collapsed as a browser does."""

import re
from dataclasses import dataclass, field

from pipeline.reading.draft import Piece
from pipeline.reading.marks import with_marks

_SPACES = re.compile(r"([ \t\n\r\f]+)")
_FIXED_SPACES = str.maketrans(
    dict.fromkeys("\u00a0\u2002\u2003\u2009\u2005", " ") | dict.fromkeys("\u200b\ufeff\u00ad")
)
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’…—]")


@dataclass
class Inline:
    """A paragraph being written; ``take`` hands out its lines and starts anew."""

    lines: list[Piece] = field(default_factory=list)
    text: str = ""
    waiting: str = ""
    links: list[tuple[int, int, str]] = field(default_factory=list)
    opened: tuple[int, str] | None = None

    def add(self, text: str, preformatted: bool = False) -> None:
        """Add a text node's characters."""
        text = text.translate(_FIXED_SPACES) if preformatted else text
        if preformatted:
            first, *others = text.split("\n")
            self.add_visible(first)
            for line in others:
                self.new_line()
                self.add_visible(line)
            return
        for part in _SPACES.split(text):
            if not part:
                continue
            if part[0] in " \t\n\r\f":
                self.waiting = "\n" if "\n" in part or self.waiting == "\n" else " "
            else:
                self.add_visible(part.translate(_FIXED_SPACES))

    def add_visible(self, text: str) -> None:
        """Add characters as they are."""
        if not text:
            return
        if self.waiting and self.text:
            broken_word = self.waiting == "\n" and _CJK.match(self.text[-1]) and _CJK.match(text[0])
            self.text += "" if broken_word else " "
        self.waiting = ""
        self.text += text

    def new_line(self) -> None:
        """A forced line break."""
        self.waiting = ""
        shown = self.text.strip()
        if shown:
            shift = len(self.text) - len(self.text.lstrip())
            links = tuple(
                (max(start - shift, 0), min(end - shift, len(shown)), target) for start, end, target in self.links
            )
            self.lines.append(with_marks(Piece(shown, links=links)))
        self.text, self.links = "", []
        if self.opened is not None:
            self.opened = 0, self.opened[1]

    def open_link(self, target: str) -> None:
        """The words from here on link to an attachment."""
        if self.waiting and self.text:
            self.text += " "
        self.waiting = ""
        self.opened = len(self.text), target

    def close_link(self) -> None:
        """The linked words end."""
        if self.opened is not None and len(self.text) > self.opened[0]:
            self.links.append((self.opened[0], len(self.text.rstrip()), self.opened[1]))
        self.opened = None

    def take(self) -> list[Piece]:
        """The lines written so far."""
        self.new_line()
        lines, self.lines = self.lines, []
        return lines
