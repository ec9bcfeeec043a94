"""Running text of an HTML paragraph: white space collapsed as a browser does."""

import re
from dataclasses import dataclass, field

from pipeline.reading.draft import Piece

_SPACES = re.compile(r"([ \t\n\r\f]+)")
_FIXED_SPACES = str.maketrans(
    dict.fromkeys("\u00a0\u2002\u2003\u2009\u2005", " ") | dict.fromkeys("\u200b\ufeff\u00ad")
)
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’…—]")


@dataclass
class Inline:
    """A paragraph being written; ``take`` hands out its lines and starts anew.

    ``parts`` of the present line are none of them empty; ``length`` is theirs together, ``visible`` without the white
    space at the end.
    """

    lines: list[Piece] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    visible: int = 0
    waiting: str = ""
    links: list[tuple[int, int, str]] = field(default_factory=list)
    opened: tuple[int, str] | None = None
    label: bool = False

    @property
    def only_label(self) -> bool:
        """Whether nothing but the number of a list's item is written."""
        return self.label and not self.lines and len(self.parts) == 1

    def ends_with(self, *signs: str) -> bool:
        """Whether the present line ends with one of these."""
        return bool(self.parts) and self.parts[-1].endswith(signs)

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
        if self.waiting and self.parts and not self.only_label:
            broken_word = self.waiting == "\n" and _CJK.match(self.parts[-1][-1]) and _CJK.match(text[0])
            self._write("" if broken_word else " ")
        self.waiting = ""
        self._write(text)

    def add_label(self, text: str) -> None:
        """Begin an item of a list with its number."""
        self.add_visible(text)
        self.label = True

    def new_line(self) -> None:
        """A forced line break."""
        self.waiting = ""
        text = "".join(self.parts)
        shown = text.strip()
        if shown:
            shift = len(text) - len(text.lstrip())
            links = tuple(
                (max(start - shift, 0), min(end - shift, len(shown)), target) for start, end, target in self.links
            )
            self.lines.append(Piece(shown, links=links))
        self.parts, self.links, self.length, self.visible = [], [], 0, 0
        if self.opened is not None:
            self.opened = 0, self.opened[1]

    def open_link(self, target: str) -> None:
        """The words from here on link to an attachment."""
        if self.waiting and self.parts and not self.only_label:
            self._write(" ")
        self.waiting = ""
        self.opened = self.length, target

    def close_link(self) -> None:
        """The linked words end."""
        if self.opened is not None and self.length > self.opened[0]:
            self.links.append((self.opened[0], self.visible, self.opened[1]))
        self.opened = None

    def take(self) -> list[Piece]:
        """The lines written so far."""
        self.new_line()
        lines, self.lines, self.label = self.lines, [], False
        return lines

    def _write(self, text: str) -> None:
        if not text:
            return
        self.parts.append(text)
        words = len(text.rstrip())
        self.visible = self.length + words if words else self.visible
        self.length += len(text)
