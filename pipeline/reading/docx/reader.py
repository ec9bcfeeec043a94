"""Word documents (DOCX, DOCM, DOTX): the body, then notes, then headers and footers as margins; comments apart."""

from collections.abc import Iterator

from pipeline.reading.docx.body import Body, Shared, place_anchors
from pipeline.reading.docx.controls import control_values
from pipeline.reading.docx.numbering import read_numbering
from pipeline.reading.docx.package import W
from pipeline.reading.docx.runs import shown
from pipeline.reading.docx.story import Story
from pipeline.reading.docx.styles import read_styles
from pipeline.reading.draft import Draft, Piece
from pipeline.reading.marks import with_marks
from pipeline.reading.ooxml import Element, Package
from pipeline.reading.payload import Payload
from schemas.document import Document, EmbeddedFile

PARSER = "docx"
_MAIN = "word/document.xml"
_EMBEDDED = ("oleObject", "package", "aFChunk")
_FILES_FOLDER = "word/embeddings/"


def read_docx(payload: Payload) -> Document:
    """Read a Word document; headers and footers stand at the end, as margins."""
    package = Package(payload)
    main = package.main(_MAIN)
    root = package.part(main)
    body = root.find(W + "body") if root is not None else None
    if root is None or body is None:
        raise payload.damaged("it has no body")
    draft = Draft(payload)
    draft.warnings += package.warnings
    shared = Shared(draft, package, read_styles(package, main), read_numbering(package, main))
    try:
        Body.of(shared, main, white_hides=not _has_pictures_behind(root)).write(body)
        _notes(shared, main)
        _margins(shared, main)
        draft.form_values += control_values(body, lambda control: "\n".join(_words(control, shared)))
        place_anchors(shared, dict(_comments(shared, main)))
    except RecursionError:
        raise payload.damaged("its parts stand in one another deeper than any program writes them") from None
    _list_embedded(shared, main)
    return draft.document(PARSER, title="".join(shared.title) or None, hard_wrapped=False)


def _has_pictures_behind(root: Element) -> bool:
    """Whether a picture or a page colour may lie behind the text, so that white letters can be read."""
    if root.find(W + "background") is not None:
        return True
    return any(node.get("behindDoc") in ("1", "true") for node in root.iter("{*}anchor"))


def _words(node: Element, shared: Shared) -> Iterator[str]:
    """The paragraphs below a node as they are shown, without numbers."""
    for paragraph in list(node.iter(W + "p")) or [node]:
        yield shown([paragraph], Story(styles=shared.styles)).text.strip()


def _notes(shared: Shared, main: str) -> None:
    """Footnotes and endnotes, behind the text; their separators are none."""
    for kind in ("footnote", "endnote"):
        for name in shared.package.related(main, f"{kind}s") or [f"word/{kind}s.xml"]:
            root = shared.package.part(name)
            body = Body.of(shared, name)
            for note in root.findall(W + kind) if root is not None else ():
                if note.get(W + "type") in (None, "normal"):
                    shared.draft.paragraph([with_marks(piece) for piece in body.flat(note)])


def _margins(shared: Shared, main: str) -> None:
    """Headers, then footers, each text once."""
    seen: set[str] = set()
    for kind in ("header", "footer"):
        for name in shared.package.related(main, kind):
            root = shared.package.part(name)
            if root is None:
                continue
            pieces = []
            for piece in Body.of(shared, name).flat(root):
                if piece.text not in seen:
                    seen.add(piece.text)
                    pieces.append(Piece(piece.text, links=piece.links, anchors=piece.anchors))
            shared.draft.paragraph(pieces, margin=True)


def _comments(shared: Shared, main: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Id, author and words of every comment."""
    for name in shared.package.related(main, "comments") or ["word/comments.xml"]:
        root = shared.package.part(name)
        for node in root.findall(W + "comment") if root is not None else ():
            text = "\n".join(line for line in _words(node, shared) if line)
            yield node.get(W + "id", ""), (node.get(W + "author", ""), text)


def _list_embedded(shared: Shared, main: str) -> None:
    """Files inside the document, by the name of their part; they are listed and never opened."""
    package = shared.package
    relations = package.relations(main).values()
    named = [r.target for r in relations if r.kind in _EMBEDDED and not r.external]
    known = {name.casefold() for name in named}
    named += [name for name in package.parts() if name.startswith(_FILES_FOLDER) and name not in known]
    for name in dict.fromkeys(named):
        shared.draft.embedded.append(EmbeddedFile(name.rpartition("/")[2], package.size(name)))
    for name in shared.others:
        shared.draft.warnings.append(f"正文中嵌有其他格式的文件，未读：{name}")
