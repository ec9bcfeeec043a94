"""Markdown: rendered to the page that a reader sees, inline HTML and boxes included."""

from pipeline.reading.html.hidden import drop_hidden
from pipeline.reading.html.page import collect, write_blocks
from pipeline.reading.payload import Payload
from pipeline.reading.plain import decoded
from schemas.document import Document

PARSER = "markdown"


def read_markdown(payload: Payload) -> Document:
    """Read a Markdown file; single line ends stay, since many writers mean them."""
    from markdown_it import MarkdownIt
    from selectolax.lexbor import LexborHTMLParser

    parser = MarkdownIt("commonmark", {"html": True, "breaks": True}).enable(["table", "strikethrough"])
    tree = LexborHTMLParser(f"<html><body>{parser.render(decoded(payload))}</body></html>")
    drop_hidden(tree)
    if tree.body is None:
        raise payload.empty()
    return write_blocks(payload, collect(tree.body), PARSER, None, hard_wrapped=None)
