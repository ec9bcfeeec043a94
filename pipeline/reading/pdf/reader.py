"""PDF: the fastest reader that is sure of a page, a page at a time; recognition where there is no text to read."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from pipeline.reading.draft import Draft
from pipeline.reading.paged.lacking import Lack, needs_recognition
from pipeline.reading.paged.pages import PageContent, write_pages
from pipeline.reading.payload import Payload
from pipeline.reading.pdf.characters import MOST_CHARACTERS, Fonts
from pipeline.reading.pdf.choice import PageReader
from pipeline.reading.pdf.fields import fields_of
from pipeline.reading.pdf.file import attached_to, embedded_in, form_of, is_dynamic_form, opened
from pipeline.reading.pdf.pdfium import sheet_of
from pipeline.reading.pdf.recognition import recognised
from pipeline.reading.progress import page_read
from pipeline.reading.seals import mark_seals
from schemas.document import Document, EmbeddedFile
from schemas.errors import Reason

PARSER = "pdf"
_LETTERS_A_PAGE = 10  # fewer on the average, with half of the pages unread: there is nothing to screen
_WAIT = re.compile(r"please wait|adobe (?:acrobat )?reader|请稍候|请等待", re.IGNORECASE)
_NAMED = 10  # pages named in a warning


@dataclass(slots=True)
class _Pages:
    """The pages read so far; ``lacking`` are those whose text is missing or garbled, by number."""

    contents: list[PageContent] = field(default_factory=list)
    lacking: dict[int, Lack] = field(default_factory=dict)
    embedded: list[EmbeddedFile] = field(default_factory=list)


def read_pdf(payload: Payload) -> Document:
    """Read a PDF; raises UnreadableFile for a password, damage, too many pages, or nothing that can be read."""
    with opened(payload) as document:
        pages = _read(payload, document)
        pages.embedded = embedded_in(document) + pages.embedded
        if is_dynamic_form(document) and any(_WAIT.search(page.words) for page in pages.contents):
            raise payload.failure(
                Reason.UNSUPPORTED,
                "The PDF is a form that a program inside it draws (XFA); its pages only ask to wait for that.",
                "Open it in Adobe Acrobat Reader, print it to a PDF file, and hand in that file.",
            )
    _refuse_unreadable(payload, pages)
    return _write(payload, pages)


def _read(payload: Payload, document: Any) -> _Pages:
    pages, fonts, form, length = _Pages(), Fonts(), form_of(document), 0
    with ExitStack() as stack:
        reader = PageReader(payload, stack)
        for number, page in enumerate(_open_pages(document), 1):
            sheet = sheet_of(page, fonts)
            length += sheet.characters
            if sheet.characters > MOST_CHARACTERS or length > payload.limits.characters:
                raise payload.too_large(f"more than {length} characters on {number} pages")
            content = reader.read(sheet, number, fields_of(page, form, sheet.view))
            lack = needs_recognition(content, sheet.drawing.curves)
            found = recognised(payload, content, lack) if lack is not None and payload.options.recognise else None
            if found is not None:
                content, lack = found, None
            elif content.pictures:
                mark_seals(page, content)
            if lack is not None:
                pages.lacking[number] = lack
            pages.contents.append(content)
            pages.embedded += attached_to(page)
            page_read()
    return pages


def _open_pages(document: Any) -> Iterator[Any]:
    """Each page, closed when the next is open: fonts that both use are then loaded once."""
    before = None
    for index in range(len(document)):
        page = document[index]
        if before is not None:
            before.close()
        before = page
        yield page
    if before is not None:
        before.close()


def _refuse_unreadable(payload: Payload, pages: _Pages) -> None:
    count = len(pages.contents)
    garbled = sum(lack.is_garbled for lack in pages.lacking.values())
    letters = sum(
        len(page.words)
        for page in pages.contents
        if page.number not in pages.lacking or not pages.lacking[page.number].is_garbled
    )
    if not letters and not pages.lacking:
        raise payload.empty(f"its {count} pages hold no text")
    if letters >= _LETTERS_A_PAGE * count or len(pages.lacking) * 2 < count:
        return
    if garbled * 2 >= len(pages.lacking):
        raise payload.failure(
            Reason.EMPTY,
            "The fonts of the PDF do not say which characters they draw, so its text layer cannot be read.",
            "Export it again from Word or WPS with its fonts embedded, or hand in the DOCX.",
        )
    tried = (
        "no words were recognised (OCR) on them" if payload.options.recognise else "recognition (OCR) is switched off"
    )
    raise payload.failure(
        Reason.EMPTY,
        f"The PDF is a scan: {len(pages.lacking)} of its {count} pages have no text layer, and {tried}.",
        "Hand in the file as it was saved from Word or WPS (DOCX, or PDF with selectable text), "
        "or scan it again, upright and at 200 dots an inch or more.",
    )


def _write(payload: Payload, pages: _Pages) -> Document:
    draft = Draft(payload)
    draft.embedded += pages.embedded
    for lack in dict.fromkeys(pages.lacking.values()):
        numbers = [str(number) for number, one in pages.lacking.items() if one is lack]
        named = "、".join(numbers[:_NAMED]) + ("等" if len(numbers) > _NAMED else "")
        draft.warnings.append(f"第 {named} 页未能识别：{lack}")
    write_pages(draft, pages.contents)
    return draft.document(PARSER, pages=len(pages.contents), hard_wrapped=True)
