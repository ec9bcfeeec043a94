"""OFD to a Document: pages with lines, tables, pictures and seals; comments, attachments and the title."""

from pipeline.reading.draft import Draft
from pipeline.reading.ofd.body import Body, attachments_of, bodies_of
from pipeline.reading.ofd.content import Pen
from pipeline.reading.ofd.package import Package
from pipeline.reading.ofd.pages import Drawn, Painter
from pipeline.reading.ofd.scanned import recognised
from pipeline.reading.ofd.stamps import Overlay, overlays_of
from pipeline.reading.paged.pages import PageContent, write_pages
from pipeline.reading.payload import Payload
from pipeline.reading.progress import page_read
from schemas.document import Comment, Document
from schemas.errors import Reason

PARSER = "ofd"
_UNKNOWN_SHARE = 0.3  # of the characters; with more of them unknown there is nothing to screen


def read_ofd(payload: Payload) -> Document:
    """Read an OFD file; raises UnreadableFile for a damaged, encrypted or overlong one, or one without text."""
    package = Package(payload)
    bodies = list(bodies_of(package))
    count = sum(len(body.pages) for body in bodies)
    if count > payload.limits.pages:
        raise payload.too_large(f"{count} pages, at most {payload.limits.pages}")
    if not count:
        raise payload.damaged("it names no pages")
    draft, pen = Draft(payload), Pen(payload)
    drawn: list[Drawn] = []
    for body in bodies:
        drawn += _drawn(package, body, pen, draft, len(drawn) + 1)
    pages = _with_scans(package, draft, drawn)
    _refuse_unreadable(payload, pages)
    _warn(draft, drawn, pen)
    write_pages(draft, pages)
    title = next((body.title for body in bodies if body.title), None)
    return draft.document(PARSER, pages=count, title=title, hard_wrapped=True)


def _drawn(package: Package, body: Body, pen: Pen, draft: Draft, first: int) -> list[Drawn]:
    painter, overlays = Painter(package, body, pen), overlays_of(package, body)
    found = []
    for number, (page_id, part) in enumerate(body.pages, first):
        overlay = overlays.get(page_id, Overlay())
        found.append(painter.page(part, number, overlay))
        page_read()
        draft.comments += [Comment(author, text, page=number) for author, text in overlay.notes]
    draft.embedded += attachments_of(package, body)
    return found


def _with_scans(package: Package, draft: Draft, drawn: list[Drawn]) -> list[PageContent]:
    """The pages, those that are pictures recognised; a picture that stays unread is said."""
    pages, unread = [], []
    for page in drawn:
        read: PageContent | None = page.content
        if page.scan is not None:
            read = _recognised(package, draft, page)
            if read is None:
                unread.append(page.content.number)
            page_read()
        pages.append(read or page.content)
    if unread and not any(page.words.strip() for page in pages):
        raise draft.payload.failure(
            Reason.EMPTY,
            f"The OFD is a scan: {len(unread)} of its {len(drawn)} pages are pictures that were not read.",
            "Allow text recognition, or hand in the file as it was saved from Word or WPS.",
        )
    if unread:
        draft.warnings.append(f"第 {'、'.join(map(str, unread))} 页为图像，未能识别")
    return pages


def _recognised(package: Package, draft: Draft, page: Drawn) -> PageContent | None:
    if page.scan is None or not draft.payload.options.recognise:
        return None
    return recognised(page, package.data(page.scan.part) or b"", draft.payload.limits.pixels)


def _refuse_unreadable(payload: Payload, pages: list[PageContent]) -> None:
    letters = sum(len(page.words) for page in pages)
    unknown = sum(page.words.count("\ufffd") for page in pages)
    if unknown > _UNKNOWN_SHARE * letters:
        raise payload.failure(
            Reason.EMPTY,
            "The file draws its letters without saying which characters they are.",
            "Export it again from the program it was written in, or hand in the DOCX.",
        )


def _warn(draft: Draft, drawn: list[Drawn], pen: Pen) -> None:
    """What is not in the text, and why."""
    turned = sum(not letter.hidden and letter.turned != 0 for page in drawn for letter in page.ink.letters)
    missing = [str(page.content.number) for page in drawn if page.missing]
    if turned:
        draft.warnings.append(f"{turned} 个旋转的字（水印、印戳）未计入正文")
    if missing:
        draft.warnings.append(f"文件中没有第 {'、'.join(missing)} 页的内容")
    if pen.broken:
        draft.warnings.append(f"有 {pen.broken} 个对象不合标准，未读")
    if pen.unresolved:
        draft.warnings.append(f"有 {pen.unresolved} 幅图像或图形不在文件中")
