"""The fields of an interactive form (AcroForm): what is filled in, where it stands, and what it is called."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.reading.draft import Box
from pipeline.reading.paged.lines import Glyph
from pipeline.reading.pdf.view import View

_WIDGET = 20
_CHECK_BOX, _RADIO_BUTTON, _COMBO_BOX, _LIST_BOX, _TEXT = 2, 3, 4, 5, 6
_PASSWORD = 1 << 13  # flag of a text field
_UNSEEN = 2 | 32  # flags of an annotation: hidden, not to be viewed
_MOST = 5000  # annotations a page
_LINE = 14.0  # points: the most that one line of a field is high
_LONGEST = 100_000  # characters of a value


@dataclass(frozen=True, slots=True)
class Field:
    """One field on a page: its full name, its value (a box ☑ or □ where it is to be ticked) and its place."""

    name: str
    value: str
    box: Box

    @property
    def glyphs(self) -> list[Glyph]:
        """The value as characters of the page, line by line from the field's middle, or from its top if many."""
        lines = self.value.splitlines()
        if not lines:
            return []
        x0, top, x1, bottom = self.box
        height = min((bottom - top) / len(lines), _LINE)
        if len(lines) == 1:
            top = (top + bottom - height) / 2
        return [
            Glyph(" ".join(line.split()), x0, top + index * height, x1, top + (index + 1) * height)
            for index, line in enumerate(lines)
            if line.strip()
        ]


def fields_of(page: Any, form: Any, view: View) -> list[Field]:
    """The fields on a ``pypdfium2`` page; ``form`` is the raw handle of the document's form, None without one."""
    return list(_fields(page, form, view)) if form is not None else []


def _fields(page: Any, form: Any, view: View) -> Iterator[Field]:
    import pypdfium2.raw as raw

    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) != _WIDGET or raw.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
                continue
            value = _value(raw, form, annotation)
            if value is None:
                continue
            rectangle = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annotation, rectangle)
            box = view.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            yield Field(_string(raw.FPDFAnnot_GetFormFieldName, form, annotation), value, box)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _value(raw: Any, form: Any, annotation: Any) -> str | None:
    """What is filled in; None where nothing can be (buttons, signatures)."""
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in (_CHECK_BOX, _RADIO_BUTTON):
        return "☑" if raw.FPDFAnnot_IsChecked(form, annotation) else "□"
    if kind == _TEXT and raw.FPDFAnnot_GetFormFieldFlags(form, annotation) & _PASSWORD:
        return ""
    if kind in (_COMBO_BOX, _LIST_BOX, _TEXT):
        return _string(raw.FPDFAnnot_GetFormFieldValue, form, annotation).strip()
    return None


def _string(get: Callable[..., int], form: Any, annotation: Any) -> str:
    """The words that a function of pdfium writes (UTF-16, ended by a zero)."""
    size = min(get(form, annotation, None, 0), 2 * _LONGEST)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    get(form, annotation, buffer, size)
    return bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace").replace("\r\n", "\n").replace("\r", "\n")
