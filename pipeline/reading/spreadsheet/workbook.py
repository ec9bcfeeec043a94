"""Workbooks (XLSX, XLSM, XLTX): the visible sheets in order, each with its name, lines and tables as a reader sees
them; formulas are never calculated, macros and links never followed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.reading.draft import Draft, DraftCell, Piece
from pipeline.reading.marks import with_marks
from pipeline.reading.ooxml import Element, Package, R
from pipeline.reading.payload import Payload
from pipeline.reading.progress import page_read
from pipeline.reading.seals import is_seal_picture
from pipeline.reading.spreadsheet.controls import A, put_boxes, words_of_shapes
from pipeline.reading.spreadsheet.grid import Block, Places, TooManyCells, blocks_of
from pipeline.reading.spreadsheet.sheet import Book, Sheet, place_of
from pipeline.reading.spreadsheet.styles import S, read_styles, string_of
from schemas.document import Comment, Document, EmbeddedFile
from schemas.errors import Reason

PARSER = "xlsx"
_MAIN = "xl/workbook.xml"
# Names that the program gives and nobody means.
_NO_NAME = re.compile(r"(?:sheet|工作表|表)\s*\d*", re.IGNORECASE)
_FOLDER = "xl/embeddings/"
# Codes of a printed header: &C, &P, &"Arial,Bold", &14, &K000000
_HEADER_CODE = re.compile(r'&(?:"[^"]{0,80}"|K[0-9A-Fa-f]{6}|\d{1,3}|.)')


@dataclass
class _Reader:
    package: Package
    draft: Draft
    book: Book
    comments: list[tuple[str, str, str]] = field(default_factory=list)
    title: str | None = None
    hidden: list[str] = field(default_factory=list)


def read_xlsx(payload: Payload) -> Document:
    """Read a workbook; raises UnreadableFile."""
    package = Package(payload, "Excel or WPS")
    main = package.main(_MAIN)
    if main.endswith(".bin") or (package.data(main) is None and package.data("xl/workbook.bin") is not None):
        raise payload.failure(
            Reason.UNSUPPORTED, "Binary workbooks (XLSB) cannot be read yet.", "Save it as XLSX in Excel or WPS."
        )
    root = package.part(main)
    if root is None:
        raise payload.damaged("it has no workbook")
    draft = Draft(payload)
    draft.warnings += package.warnings
    reader = _Reader(package, draft, _book(package, main, root))
    relations = package.relations(main)
    for node in root.iter(S + "sheet"):
        name = node.get("name") or ""
        relation = relations.get(node.get(R + "id") or "")
        if node.get("state") in ("hidden", "veryHidden"):
            reader.hidden.append(name)
        elif relation is not None and relation.kind == "worksheet" and not relation.external:
            _sheet(reader, name, relation.target)
            page_read()
    _close(reader)
    return draft.document(PARSER, title=reader.title, hard_wrapped=False)


def _book(package: Package, main: str, root: Element) -> Book:
    properties = root.find(S + "workbookPr")
    most = package.payload.limits.cells
    book = Book(package.payload, left=most, places=Places(most))
    book.from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    for name in package.related(main, "styles"):
        book.styles = read_styles(package.part(name))
    for name in package.related(main, "sharedStrings"):
        strings = package.part(name)
        book.strings = [string_of(node) for node in strings.findall(S + "si")] if strings is not None else []
    return book


def _sheet(reader: _Reader, name: str, part: str) -> None:
    from lxml import etree

    payload, draft = reader.draft.payload, reader.draft
    data = reader.package.transitional(part)
    if data is None:
        draft.warnings.append(f"文件中没有工作表“{name}”的内容")
        return
    sheet = Sheet(reader.book, notes=_notes(reader, part))
    shapes = [found for _, root in _drawings(reader, part) for found in words_of_shapes(root)]
    pictures = list(_pictures(reader, part))
    titled = bool(name.strip()) and not _NO_NAME.fullmatch(name.strip())
    heading = [Piece(name.strip())] if titled else []
    try:
        sheet.read(data)
        ticked = put_boxes(reader.package, part, sheet.grid, sheet.controls, shapes)
        for block in _blocks(sheet, payload.limits.cells):
            draft.paragraph(heading, level=1)
            heading = []
            _write(reader, block)
    except etree.XMLSyntaxError as error:
        raise payload.damaged(f"its part {part} is no XML") from error
    except TooManyCells:
        raise payload.too_large(f"the table of sheet {name} covers more places than can be read") from None
    drawn = [with_marks(Piece(words)) for shape, words in shapes if shape not in ticked]
    if drawn or pictures:
        draft.paragraph(heading, level=1)
    draft.paragraph(drawn)
    for is_seal in pictures:
        draft.picture(is_seal=is_seal)
    headers = [" ".join(_HEADER_CODE.sub(" ", text).split()) for text in sheet.headers]
    draft.paragraph([Piece(text) for text in headers if text], margin=True)
    folded_away = (f"{sheet.hidden_filled} 个隐藏行", f"{sheet.stretches} 段隐藏列")
    counts = (sheet.hidden_filled, sheet.stretches)
    told = [words for words, count in zip(folded_away, counts, strict=True) if count]
    if told:
        draft.warnings.append(f"工作表“{name}”中未读：{'、'.join(told)}")


def _blocks(sheet: Sheet, most: int) -> Iterator[Block]:
    """The lines and tables of a sheet, from the top; raises TooManyCells."""
    folded = sheet.grid.folded(most)
    rows = {row: index for index, row in enumerate(sorted(sheet.grid.rows))}
    gaps = {rows[row] for row in sheet.gaps if row in rows}
    return blocks_of(folded, gaps, sheet.book.places)


def _write(reader: _Reader, block: Block) -> None:
    pieces = [item for item in block if isinstance(item, Piece)]
    reader.draft.table(item for item in block if isinstance(item, DraftCell))
    reader.draft.paragraph(pieces)
    if reader.title is None and pieces and not reader.draft.tables:
        reader.title = pieces[0].text


def _notes(reader: _Reader, part: str) -> dict[tuple[int, int], tuple[str, ...]]:
    """The comments on a sheet's cells: place to the names of their anchors."""
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for name in reader.package.related(part, "comments"):
        root = reader.package.part(name)
        if root is None:
            continue
        authors = [node.text or "" for node in root.iter(S + "author")]
        for node in root.iter(S + "comment"):
            place, text = place_of(node.get("ref") or ""), node.find(S + "text")
            if place is None or text is None:
                continue
            by = node.get("authorId") or ""
            author = authors[int(by)] if by.isdigit() and int(by) < len(authors) else ""
            anchor = f"{part} {len(reader.comments)}"
            reader.comments.append((anchor, author, string_of(text).strip()))
            found[place] = (*found.get(place, ()), anchor)
    return found


def _drawings(reader: _Reader, part: str) -> Iterator[tuple[str, Element]]:
    for name in reader.package.related(part, "drawing"):
        root = reader.package.part(name)
        if root is not None:
            yield name, root


def _pictures(reader: _Reader, part: str) -> Iterator[bool | None]:
    """Whether each picture on a sheet shows a seal."""
    for name, root in _drawings(reader, part):
        relations = reader.package.relations(name)
        for node in root.iter(A + "blip"):
            relation = relations.get(node.get(R + "embed") or "")
            data = reader.package.data(relation.target) if relation is not None and not relation.external else None
            yield is_seal_picture(data) if data is not None else None


def _close(reader: _Reader) -> None:
    """Comments at their places, embedded files, and what was left out."""
    draft = reader.draft
    for anchor, author, text in reader.comments:
        draft.comments.append(Comment(author, text, draft.anchors.get(anchor, 0)))
    for name in reader.package.parts():
        if name.startswith(_FOLDER):
            draft.embedded.append(EmbeddedFile(name.rpartition("/")[2], reader.package.size(name)))
    if reader.hidden:
        draft.warnings.append(f"隐藏的工作表未读：{'、'.join(reader.hidden)}")
    if reader.book.uncalculated:
        draft.warnings.append(f"有 {reader.book.uncalculated} 个公式没有存下结果，其单元格为空")
