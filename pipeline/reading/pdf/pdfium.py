"""One page by pdfium: what is drawn on it, and its characters, seen and hidden."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pipeline.reading.draft import Box
from pipeline.reading.pdf.calls import handle_of
from pipeline.reading.pdf.characters import MOST_CHARACTERS, Fonts, NotSure, TextPage
from pipeline.reading.pdf.closing import Ends, open_ends
from pipeline.reading.pdf.drawing import Drawing, drawing_of
from pipeline.reading.pdf.placing import blanks
from pipeline.reading.pdf.ruling import tables_ruled_by
from pipeline.reading.pdf.setting import NOTHING, Setting
from pipeline.reading.pdf.view import View, view_of
from pipeline.reading.pdf.visibility import sight_of

READER = "pdfium"


@dataclass
class Sheet:
    """What pdfium finds on one page, whoever reads its text in the end.

    ``characters`` is their number; none are read where they are too many. ``doubt`` says why pdfium cannot be sure
    of them; ``hidden_boxes`` are those of runs that nobody sees.
    """

    view: View
    drawing: Drawing
    characters: int = 0
    seen: Setting = NOTHING
    hidden: Setting = NOTHING
    hidden_boxes: list[Box] = field(default_factory=list)
    doubt: str | None = None

    def tables(self) -> list[list[Box]]:
        """The cells of each ruled table; none where the drawing is too much to be one."""
        if self.drawing.too_much:
            return []
        return tables_ruled_by([*self.drawing.across, *self.ends.heads, *self.ends.feet], self.drawing.down)

    @cached_property
    def ends(self) -> Ends:
        """Where tables are cut by the page's end."""
        return Ends() if self.drawing.too_much else open_ends(self.drawing.across, self.drawing.down)


def sheet_of(page: Any, fonts: Fonts) -> Sheet:
    """Read a ``pypdfium2`` page; ``fonts`` are kept from page to page of one document."""
    handle = handle_of(page.raw)
    view = view_of(page)
    drawing = drawing_of(handle, view)
    text = TextPage(handle, view, fonts, len(drawing.order))
    sheet = Sheet(view, drawing, text.count)
    if text.count > MOST_CHARACTERS:
        text.close()
        return sheet
    try:
        try:
            found = text.characters()
        except NotSure as doubt:
            sheet.doubt = str(doubt)
            found = text.characters(sure=False)
        if found is not None:
            sight = sight_of(found, drawing, view)
            sheet.seen = found.set_by(sight.seen, blanks(drawing.around, set(found.things), view))
            if sight.hidden.any():
                sheet.hidden, sheet.hidden_boxes = found.set_by(sight.hidden), sight.hidden_boxes
    finally:
        text.close()
    return sheet
