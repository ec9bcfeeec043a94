"""Fields of a DOCX: codes left out, results kept, and what legacy form fields hold."""

from dataclasses import dataclass, field

from pipeline.reading.docx.package import W, is_on, number, value
from pipeline.reading.ooxml import Element
from schemas.document import FormValue

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


@dataclass
class Fields:
    """The fields that are open at a place of the text, from the outermost."""

    stack: list[OpenField] = field(default_factory=list)

    @property
    def hides(self) -> bool:
        """Whether text here is part of the code of a field around the innermost one."""
        return any(outer.in_code and outer.data is None for outer in self.stack[:-1])

    @property
    def in_contents(self) -> bool:
        """Whether the text here is an automatic table of contents."""
        return any(outer.is_contents for outer in self.stack)

    def new_paragraph(self) -> None:
        """Results go on in the next paragraph at its start; codes do not go on (a broken field hides nothing)."""
        self.stack = [outer for outer in self.stack if not outer.in_code or outer.is_contents][-50:]
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
