"""Fields of a DOCX: codes left out, results kept, and what legacy form fields hold."""

import re
from dataclasses import dataclass, field

from pipeline.reading.docx.numerals import spelled
from pipeline.reading.docx.package import W, is_on, number, value
from pipeline.reading.marks import EMPTY_BOXES, TICKS
from pipeline.reading.ooxml import Element
from schemas.document import FormValue

_DEEPEST = 50  # fields in one another; Word allows 20
_LONGEST = 4096  # characters of a field's code, an address included
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"\\][^"]*)"|([^\s"\\]\S*))', re.IGNORECASE)
# EQ \o\ac(□,√): the signs of the list one over the other.
_OVERLAID = re.compile(r"\s*eq\s*\\o\s*(?:\\a[clr]\s*)?\(([^\\(),，;；]*)[,，;；]([^\\(),，;；]*)\)\s*", re.IGNORECASE)
_CROSSES = ("×", "✕", "✗", "✘", "x", "X")
_CIRCLES = ("○", "◯", "〇")
_BLANKS = " \u2002\u2003\u3000\u00a0\t_"  # what Word shows in an empty text field


@dataclass(slots=True)
class OpenField:
    """A complex field between its begin and its end; ``start`` is where in the paragraph its result begins."""

    data: Element | None = None
    code: str = ""
    in_code: bool = True
    start: int | None = None

    @property
    def is_contents(self) -> bool:
        """Whether it is a table of contents (or of figures)."""
        return self.code.split(None, 1)[:1] in (["TOC"], ["toc"])

    @property
    def target(self) -> str:
        """The address that a link leads to, "" for other fields."""
        found = _HYPERLINK.match(self.code)
        return found[1] or found[2] if found is not None else ""

    @property
    def drawn(self) -> str:
        """What signs set one over the other (带圈字符) show: a box with a tick, a figure in a circle; "" for others."""
        found = _OVERLAID.fullmatch(self.code)
        if found is None:
            return ""
        around, inner = found[1].strip(), found[2].strip()
        if around and around in EMPTY_BOXES:
            return "☒" if inner in _CROSSES else "☑" if inner and inner in TICKS else inner or around
        circled = around in _CIRCLES and inner.isascii() and inner.isdigit() and len(inner) < 3
        return spelled(int(inner), "decimalEnclosedCircle") if circled else inner or around


@dataclass
class Fields:
    """The fields that are open at a place of the text, from the outermost; ``beyond`` are open deeper than bound."""

    stack: list[OpenField] = field(default_factory=list)
    beyond: int = 0

    @property
    def hides(self) -> bool:
        """Whether text here is part of the code of a field around the innermost one."""
        return any(outer.in_code and outer.data is None for outer in self.stack[:-1])

    @property
    def in_code(self) -> bool:
        """Whether a field here is part of the code of another."""
        return any(outer.in_code and outer.data is None for outer in self.stack)

    @property
    def in_contents(self) -> bool:
        """Whether the text here is an automatic table of contents."""
        return any(outer.is_contents for outer in self.stack)

    def begin(self, data: Element | None) -> None:
        """A field begins; those deeper than any program nests them are only counted."""
        if len(self.stack) < _DEEPEST:
            self.stack.append(OpenField(data))
        else:
            self.beyond += 1

    def write_code(self, words: str) -> None:
        """More of the code of the innermost field."""
        if self.stack and not self.beyond and len(self.stack[-1].code) < _LONGEST:
            self.stack[-1].code += words[:_LONGEST]

    def separate(self, at: int) -> None:
        """The result of the innermost field begins at this offset of its paragraph."""
        if self.stack and not self.beyond:
            self.stack[-1].in_code, self.stack[-1].start = False, at

    def end(self) -> OpenField | None:
        """The field that ends here; None where none is known."""
        if self.beyond:
            self.beyond -= 1
            return None
        return self.stack.pop() if self.stack else None

    def new_paragraph(self) -> None:
        """Results go on in the next paragraph at its start; codes do not go on (a broken field hides nothing)."""
        self.stack, self.beyond = [outer for outer in self.stack if not outer.in_code or outer.is_contents], 0
        for outer in self.stack:
            outer.in_code, outer.start = False, 0


def box_of(data: Element | None) -> str | None:
    """The box that a legacy check box shows, None for other fields."""
    box = data.find(W + "checkBox") if data is not None else None
    if box is None:
        return None
    state = "checked" if box.find(W + "checked") is not None else "default"
    return "☑" if is_on(box, state) else "□"


def chosen_of(data: Element | None) -> str | None:
    """The entry that a legacy drop-down list shows, None for other fields."""
    entries = data.find(W + "ddList") if data is not None else None
    if entries is None:
        return None
    words = [entry.get(W + "val", "") for entry in entries.findall(W + "listEntry")]
    at = number(value(entries, "result") or value(entries, "default"))
    return words[at] if 0 <= at < len(words) else ""


def form_value(data: Element | None, shown: str) -> FormValue | None:
    """The value of a legacy form field that shows this; None for fields that are no form's."""
    if data is None or all(data.find(W + kind) is None for kind in ("checkBox", "ddList", "textInput")):
        return None
    return FormValue(value(data, "name") or "", shown.strip(_BLANKS + "\n"))
