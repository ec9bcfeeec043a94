"""Web pages: the article, its tables, boxes and attachment links, without the site around it."""

import base64
import re
from dataclasses import replace
from typing import Any

from pipeline.reading.draft import Draft, Piece
from pipeline.reading.html.article import find_article, is_title
from pipeline.reading.html.blocks import Block, Collector, Paragraph, TableBlock
from pipeline.reading.html.edges import above_footer, below_menus, without_furniture
from pipeline.reading.html.hidden import hidden_nodes, without_between
from pipeline.reading.marks import with_marks
from pipeline.reading.payload import Payload
from pipeline.reading.plain import decoded
from pipeline.reading.seals import is_seal_picture
from schemas.document import Document

PARSER = "html"
# Server-side directives and comments of JSP, ASP and PHP pages that were saved as they are.
_SERVER_SIDE = (("<%", "%>"), ("<?php", "?>"), ("<?=", "?>"))
_MOST_TAGS = 1_000_000
_DEEPEST = 3000
# Elements that no other one closes by beginning.
_NESTING_TAG = re.compile(
    r"<(/?)(?:div|section|article|main|span|font|table|ul|ol|dl|blockquote|center|form|fieldset|b|i|u|strong|em)\b",
    re.IGNORECASE,
)
_TITLE_METAS = ('meta[name="ArticleTitle"]', 'meta[property="og:title"]')
_SITE_PARTS = re.compile(r"[_|｜\s—–]+|-+")
# `上海市某局_通知公告`: what sites append to the title of a page.
_SITE_NAME = re.compile(r"\s*[_|｜]\s*.*$|\s+-+\s+.*$", re.DOTALL)

_PLACEHOLDER = re.compile(r"[$#]?\{{1,2}[^{}]{0,60}\}{1,2}")  # ${pageTitle}: what the site's program left unfilled


def read_html(payload: Payload) -> Document:
    """Read a web page; raises UnreadableFile where no words are left."""
    return read_page(payload, decoded(payload, markup=True), PARSER)


def read_page(payload: Payload, markup: str, parser: str) -> Document:
    """Read the characters of a web page."""
    tree = parsed(payload, markup)
    named = _meta_title(tree)
    gone = hidden_nodes(tree)
    article = find_article(tree.body, gone)
    blocks: list[Block] = []
    if article.headings:
        found = [block for heading in article.headings for block in collect(heading, article.gone)]
        pieces = [piece for block in found if isinstance(block, Paragraph) for piece in block.pieces]
        blocks.append(Paragraph(tuple(pieces), 1))
    core = above_footer(collect(article.core, article.gone))
    core = core if article.headings else below_menus(core)
    if article.number is not None and not _said(article.number, core):
        blocks.append(Paragraph((Piece(article.number),)))
    blocks += core
    for node in article.attachments:
        blocks += collect(node, article.gone)
    kept = without_furniture(blocks)
    return write_blocks(payload, kept, parser, _title_in(kept, named))


def parsed(payload: Payload, markup: str) -> Any:
    """The tree of a page; raises UnreadableFile where it has no body or too many elements."""
    from selectolax.lexbor import LexborHTMLParser

    for begin, end in _SERVER_SIDE:
        markup = without_between(markup, begin, end)
    if markup.count("<") > _MOST_TAGS:
        raise payload.too_large(f"more than {_MOST_TAGS} elements")
    if _depth(markup) > _DEEPEST:
        raise payload.damaged("its elements stand in one another deeper than any page has them")
    tree = LexborHTMLParser(markup)
    if tree.body is None:
        raise payload.empty("the page has no body")
    return tree


def _depth(markup: str) -> int:
    """How deep elements stand in one another at most, as far as their tags tell (a parser's time grows with it)."""
    depth = deepest = 0
    for tag in _NESTING_TAG.finditer(markup):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def collect(node: Any, gone: set[int]) -> list[Block]:
    """The blocks below one node, those in ``gone`` left out."""
    collector = Collector(gone)
    collector.walk(node)
    collector.flush()
    return collector.blocks


def _said(number: str, blocks: list[Block]) -> bool:
    """Whether a paragraph says the document's number."""
    paragraphs = (block for block in blocks if isinstance(block, Paragraph))
    return any(number in "".join(piece.text.split()) for block in paragraphs for piece in block.pieces)


def write_blocks(
    payload: Payload, blocks: list[Block], parser: str, named: str | None, hard_wrapped: bool | None = False
) -> Document:
    """A document of these blocks, boxes marked in its finished lines.

    Its title is the first level-1 heading in the first half, else the name the page gives itself.
    """
    draft = Draft(payload)
    title = None
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            draft.paragraph([with_marks(piece) for piece in block.pieces], block.level, bold=block.bold)
            if block.level == 1 and title is None and number * 2 <= len(blocks):
                title = "".join(piece.text for piece in block.pieces)
        elif isinstance(block, TableBlock):
            draft.table(replace(cell, pieces=[with_marks(piece) for piece in cell.pieces]) for cell in block.cells)
        else:
            draft.picture(is_seal=_is_seal(block.source))
    return draft.document(parser, title=title or named, hard_wrapped=hard_wrapped)


def _title_in(blocks: list[Block], named: str | None) -> str | None:
    """The page's name, unless its first lines hold a notice's title and the name is none."""
    if named is not None and is_title(named):
        return named
    first = [piece.text for block in blocks[:3] if isinstance(block, Paragraph) for piece in block.pieces[:2]]
    return next((text for text in first if is_title(text)), named)


def _meta_title(tree: Any) -> str | None:
    """The name that the page gives itself, without that of the site where it can be told."""
    for selector in _TITLE_METAS:
        meta = tree.css_first(selector)
        content = (meta.attributes.get("content") or "").strip() if meta is not None else ""
        if content:
            return str(content)
    title = tree.css_first("head title")
    if title is None:
        return None
    whole = _PLACEHOLDER.sub("", " ".join((title.text() or "").split()))
    parts = [part for part in _SITE_PARTS.split(whole) if is_title(part)]
    return parts[0] if parts else _SITE_NAME.sub("", whole).strip() or None


def _is_seal(source: str) -> bool | None:
    """Whether a picture inside the page (a data URI) shows a seal; None for one that stands elsewhere."""
    head, mark, data = source.partition(";base64,")
    if not mark or not head.startswith("data:image/"):
        return None
    try:
        return is_seal_picture(base64.b64decode(data, validate=False))
    except ValueError:
        return None
