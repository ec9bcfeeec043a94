"""Pages, whoever read them, to one Document: margins kept apart, tables joined over page breaks, reading order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.reading.draft import Draft, Piece
from pipeline.reading.paged.margins import margin_lines
from pipeline.reading.paged.tables import PageTable, continues, join
from schemas.document import FormValue, Page, Picture

# What is printed over the rest of a table: `续表`, `表1（续）`, `（接上页）`.
_CONTINUED = re.compile(r"[（(]?(?:续\s?(?:上\s?)?表.{0,12}|接上[页表])[)）]?|表.{1,30}[（(]?续[)）]?")


@dataclass(slots=True)
class PageContent:
    """What was found on one page, in points from its top left as a reader sees it (turned pages turned back).

    ``number`` counts from 1; ``reader`` is what read it (pdfium, pdfplumber, rapidocr, ofd); ``confidence`` is the
    mean confidence of recognised characters, None where nothing was recognised. ``lines`` stand outside ``tables``;
    ``hidden`` are lines that are there but cannot be seen; ``sheet`` is where the paper lies on the picture of a page,
    (top, bottom), None where the picture is all paper.
    """

    number: int
    width: float
    height: float
    reader: str
    lines: list[Piece]
    tables: list[PageTable]
    pictures: list[Picture] = field(default_factory=list)
    hidden: list[Piece] = field(default_factory=list)
    form_values: list[FormValue] = field(default_factory=list)
    confidence: float | None = None
    sheet: tuple[float, float] | None = None

    @property
    def paper(self) -> tuple[float, float]:
        """The top and the bottom of the paper."""
        return self.sheet or (0.0, self.height)

    @property
    def words(self) -> str:
        """All the characters on the page, in no order that matters."""
        cells = (cell.text for table in self.tables for cell in table.cells)
        return "".join((*(line.text for line in self.lines), *cells))


@dataclass(slots=True)
class _Item:
    """A block in reading order: a line, a line of the margins, or a table."""

    page: int
    top: float
    content: Piece | PageTable | Picture
    margin: bool = False


def write_pages(draft: Draft, pages: Sequence[PageContent]) -> None:
    """Write the pages into ``draft``, and what is known of each page."""
    draft.pages += [Page(page.number, page.width, page.height, page.reader, page.confidence) for page in pages]
    draft.form_values += [value for page in pages for value in page.form_values]
    for item in _joined(_items(pages)):
        if isinstance(item.content, PageTable):
            draft.table(item.content.cells)
        elif isinstance(item.content, Picture):
            draft.picture(item.content.page, item.content.box, item.content.is_seal)
        else:
            draft.paragraph([item.content], margin=item.margin)
    for page in pages:
        draft.paragraph(page.hidden, hidden=True)


def _items(pages: Sequence[PageContent]) -> list[_Item]:
    margins = margin_lines([page.lines for page in pages], [page.paper for page in pages])
    items = []
    for index, page in enumerate(pages):
        here = [
            _Item(page.number, line.box[1] if line.box else 0.0, line, (index, at) in margins)
            for at, line in enumerate(page.lines)
        ]
        others = [_Item(page.number, table.box[1], table) for table in page.tables]
        others += [_Item(page.number, picture.box[1] if picture.box else 0.0, picture) for picture in page.pictures]
        items += _placed(here, sorted(others, key=lambda item: item.top))
    return items


def _placed(lines: list[_Item], others: Sequence[_Item]) -> list[_Item]:
    """Tables and pictures put between the lines, which keep their order (it may go down one column, then another)."""
    result = lines[:]
    for other in others:
        result.insert(_place(result, other), other)
    return result


def _place(items: Sequence[_Item], new: _Item) -> int:
    """Behind what stands over it and before what stands under it; at the foot of a column before the next one."""
    before = next((at for at, item in enumerate(items) if item.top > new.top and _shares_column(item, new)), len(items))
    above = (at for at in range(before - 1, -1, -1) if items[at].top <= new.top and _shares_column(items[at], new))
    behind = next(above, -1) + 1
    if behind == before:
        return before
    box, next_box = new.content.box, items[behind].content.box
    return behind if box is not None and next_box is not None and next_box[0] >= box[2] else before


def _shares_column(one: _Item, other: _Item) -> bool:
    first, second = one.content.box, other.content.box
    return first is None or second is None or (first[0] < second[2] and second[0] < first[2])


def _joined(items: Sequence[_Item]) -> list[_Item]:
    """The items with tables that run over a page break made one; margins in between come behind it."""
    result: list[_Item] = []
    above: tuple[_Item, PageTable] | None = None
    for item in items:
        content = item.content
        if isinstance(content, PageTable):
            if above is not None and above[0].page < item.page and continues(above[1], content):
                whole = join(above[1], content)
                above[0].content, above[0].page = whole, item.page
                above = above[0], whole
                continue
            above = item, content
        elif isinstance(content, Piece) and not item.margin and _CONTINUED.fullmatch(content.text) is None:
            above = None
        result.append(item)
    return result
