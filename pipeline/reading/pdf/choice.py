"""Which reader reads the text of a page: the fast one where it is sure, else the slow one."""

import io
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from pipeline.reading.paged.pages import PageContent
from pipeline.reading.payload import Payload
from pipeline.reading.pdf import plumber
from pipeline.reading.pdf.bounds import bound_pdfminer
from pipeline.reading.pdf.contents import content_of
from pipeline.reading.pdf.fields import Field
from pipeline.reading.pdf.pdfium import Sheet

_MOST_FOR_SLOW = 20_000  # characters or points of paths: beyond, the slow reader would take minutes for a page


class PageReader:
    """Reads pages; the slow reader is opened when the first page needs it, and closed with ``stack``."""

    def __init__(self, payload: Payload, stack: ExitStack) -> None:
        self._payload = payload
        self._stack = stack
        self._slow: Any = None

    def read(self, sheet: Sheet, number: int, fields: Sequence[Field]) -> PageContent:
        """The page as the chosen reader reads it; which one is in ``PageContent.reader``."""
        forced = self._payload.options.pdf
        if forced == "pdfplumber":
            content = self._slowly(sheet, number, fields)
            if content is None:
                raise self._payload.damaged(f"pdfplumber cannot read page {number}")
            return content
        doubtful = sheet.doubt is not None and forced == "auto" and _is_bearable(sheet)
        slow = self._slowly(sheet, number, fields) if doubtful else None
        return content_of(sheet, number, fields) if slow is None else slow

    def _slowly(self, sheet: Sheet, number: int, fields: Sequence[Field]) -> PageContent | None:
        """None where pdfplumber fails on what pdfium can read."""
        import pdfplumber
        from pdfplumber.utils.exceptions import PdfminerException

        try:
            if self._slow is None:
                bound_pdfminer()
                self._slow = self._stack.enter_context(pdfplumber.open(io.BytesIO(self._payload.data)))
            if number > len(self._slow.pages):
                return None
            return plumber.read_page(self._slow.pages[number - 1], sheet, fields)
        except (PdfminerException, ValueError):  # ValueError: a bound on its fonts
            return None


def _is_bearable(sheet: Sheet) -> bool:
    return not sheet.drawing.too_much and max(sheet.characters, sheet.drawing.points) <= _MOST_FOR_SLOW
