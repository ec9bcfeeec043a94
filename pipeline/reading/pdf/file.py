"""A PDF as a whole by pypdfium2: opened or refused, its form, the files inside it."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pipeline.reading.payload import Payload
from pipeline.reading.pdf.stand_in import measured_by_stand_in
from schemas.document import EmbeddedFile

_PASSWORD = 4  # pdfium's error code
_NO_FORM, _XFA = 0, 2
_MOST_EMBEDDED = 2000
_FILE_ATTACHMENT = 17  # kind of annotation


@contextmanager
def opened(payload: Payload) -> Iterator[Any]:
    """The ``pypdfium2`` document, closed afterwards; raises UnreadableFile for a password, damage, too many pages."""
    import pypdfium2

    measured_by_stand_in()
    try:
        document = pypdfium2.PdfDocument(payload.data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise payload.encrypted("a PDF program") from error
        raise payload.damaged("its structure cannot be read") from error
    try:
        if len(document) > payload.limits.pages:
            raise payload.too_large(f"{len(document)} pages, at most {payload.limits.pages}")
        if len(document) == 0:
            raise payload.damaged("it has no pages")
        if document.get_formtype() != _NO_FORM:
            document.init_forms()
        yield document
    finally:
        document.close()


def form_of(document: Any) -> Any:
    """The raw handle of the document's interactive form, None without one."""
    return document.formenv.raw if document.formenv is not None else None


def is_dynamic_form(document: Any) -> bool:
    """Whether the pages are made by a program in the file (XFA), which only Adobe's viewers run."""
    return bool(document.get_formtype() == _XFA)


def embedded_in(document: Any) -> list[EmbeddedFile]:
    """The files inside the document by name; their sizes would have to be unpacked and are not asked for."""
    import pypdfium2.raw as raw

    count = min(raw.FPDFDoc_GetAttachmentCount(document.raw), _MOST_EMBEDDED)
    return [_named(raw, raw.FPDFDoc_GetAttachment(document.raw, index)) for index in range(count)]


def attached_to(page: Any) -> list[EmbeddedFile]:
    """The files that hang on a page as a paper clip."""
    import pypdfium2.raw as raw

    found = []
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST_EMBEDDED)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if raw.FPDFAnnot_GetSubtype(annotation) == _FILE_ATTACHMENT:
            file = raw.FPDFAnnot_GetFileAttachment(annotation)
            if file:
                found.append(_named(raw, file))
        raw.FPDFPage_CloseAnnot(annotation)
    return found


def _named(raw: Any, file: Any) -> EmbeddedFile:
    size = raw.FPDFAttachment_GetName(file, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAttachment_GetName(file, buffer, size)
    return EmbeddedFile(bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace"))
