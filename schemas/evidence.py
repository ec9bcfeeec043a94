"""Evidence (依据): the exact words a statement rests on, and where they stand."""

from pydantic import Field

from schemas.record import Record

Box = tuple[int, float, float, float, float]
"""``(page, x0, top, x1, bottom)``: page from 1, PDF points from the page's top left."""


class Evidence(Record):
    """Exact words of a document.

    ``start`` and ``end`` are half-open character offsets into ``Document.text`` as the reader
    returned it, so that ``text == document.text[start:end]``. ``page`` counts from 1 and is None
    where the format has no pages; ``boxes`` has one entry a line of text, [] without pages.
    ``file`` names the file inside a submission made of several files, else None.
    """

    text: str
    page: int | None = None
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    boxes: tuple[Box, ...] = ()
    file: str | None = None

    def overlaps(self, other: "Evidence") -> bool:
        """Whether the two share words of one file."""
        return self.file == other.file and self.start < other.end and other.start < self.end
