"""Web pages: the article, its tables, boxes and attachment links, without the site around it."""

import re
from typing import Any

from pipeline.reading.draft import Draft
from pipeline.reading.html.article import find_article, is_furniture_line
from pipeline.reading.html.blocks import Block, Collector, Paragraph, TableBlock
from pipeline.reading.html.hidden import drop_hidden
from pipeline.reading.payload import Payload
from pipeline.reading.plain import decoded
from schemas.document import Document

PARSER = "html"
# Server-side directives and comments of JSP, ASP and PHP pages that were saved as they are.
_SERVER_SIDE = re.compile(r"<%.*?%>|<\?(?:php|=).*?\?>", re.DOTALL)
# `上海市某局_通知公告`: what sites append to the title of a page.
_SITE_NAME = re.compile(r"\s*[_|｜]\s*.*$|\s+-+\s+.*$", re.DOTALL)


def read_html(payload: Payload) -> Document:
    """Read a web page; raises UnreadableFile where no words are left."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(_SERVER_SIDE.sub("", decoded(payload, markup=True)))
    named = _meta_title(tree)
    drop_hidden(tree)
    if tree.body is None:
        raise payload.empty("the page has no body")
    core, heading, attachments = find_article(tree.body)
    collector = Collector()
    blocks: list[Block] = []
    if heading is not None:
        pieces = [piece for block in collect(heading) if isinstance(block, Paragraph) for piece in block.pieces]
        blocks.append(Paragraph(tuple(pieces), 1))
    collector.walk(core)
    collector.flush()
    blocks += collector.blocks
    for node in attachments:
        blocks += collect(node)
    return write_blocks(payload, without_furniture(blocks), PARSER, named)


def collect(node: Any) -> list[Block]:
    """The blocks below one node."""
    collector = Collector()
    collector.walk(node)
    collector.flush()
    return collector.blocks


def without_furniture(blocks: list[Block]) -> list[Block]:
    """The blocks without the lines that belong to the site."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.level is None:
            pieces = tuple(piece for piece in block.pieces if not is_furniture_line(piece.text))
            if pieces:
                kept.append(Paragraph(pieces))
        else:
            kept.append(block)
    return kept


def write_blocks(
    payload: Payload, blocks: list[Block], parser: str, named: str | None, hard_wrapped: bool | None = False
) -> Document:
    """A document of these blocks; its title is the first level-1 heading, else the name the page gives itself."""
    draft = Draft(payload)
    title = None
    for block in blocks:
        if isinstance(block, Paragraph):
            draft.paragraph(block.pieces, block.level)
            if block.level == 1 and title is None:
                title = "".join(piece.text for piece in block.pieces)
        elif isinstance(block, TableBlock):
            draft.table(block.cells)
        else:
            draft.picture()
    return draft.document(parser, title=title or named, hard_wrapped=hard_wrapped)


def _meta_title(tree: Any) -> str | None:
    meta = tree.css_first('meta[name="ArticleTitle"]')
    if meta is not None and meta.attributes.get("content"):
        return str(meta.attributes["content"]).strip()
    title = tree.css_first("head title")
    if title is None:
        return None
    return _SITE_NAME.sub("", title.text() or "").strip() or None
