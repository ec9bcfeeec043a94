"""Markdown: rendered to the page that a reader sees, inline HTML and boxes included."""

import re

from pipeline.reading.html.hidden import hidden_nodes
from pipeline.reading.html.page import collect, parsed, write_blocks
from pipeline.reading.payload import Payload
from pipeline.reading.plain import decoded
from schemas.document import Document

PARSER = "markdown"
# - [x] 方向1: a list of tasks.
_TASK = re.compile(r"^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[([ xX])\](?=\s)", re.MULTILINE)
# Particulars between lines of dashes at the head of the file; no page shows them.
_FRONT = re.compile(r"\A---[ \t]*\n(?P<lines>(?:(?!---).*\n){0,200})(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TITLE = re.compile(r"^title\s*:\s*[\"']?(.{1,200}?)[\"']?\s*$", re.MULTILINE)
# `**项目名称：**量子`: CommonMark takes no asterisks for bold between a Chinese sign and a letter; a writer does.
# Exactly two, around words with a sign at an edge: 2**3 and the blanks of a form stay.
_LEFT_OVER = re.compile(
    r"(?<![*_])(\*\*|__)(?![*_\s])(?:([^\w\s*][^\n*]{0,400}?)|([^\n*]{1,400}?[^\w\s*]))(?<![_\s])\1(?![*_])"
)
_KEY = re.compile(r"^[A-Za-z][\w\-]*\s*:", re.MULTILINE)


def read_markdown(payload: Payload) -> Document:
    """Read a Markdown file; single line ends stay, since many writers mean them."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "breaks": True}).enable(["table", "strikethrough"])
    text, title = _without_front(decoded(payload))
    text = _TASK.sub(lambda match: f"{match[1]}{'□' if match[2] == ' ' else '☑'}", text)
    tokens = parser.parse(text)
    for token in tokens:
        for child in token.children or ():
            if child.type == "text":
                child.content = _LEFT_OVER.sub(lambda match: match[2] or match[3], child.content)
    markup = parser.renderer.render(tokens, parser.options, {})
    tree = parsed(payload, f"<html><body>{markup}</body></html>")
    return write_blocks(payload, collect(tree.body, hidden_nodes(tree)), PARSER, title, hard_wrapped=None)


def _without_front(text: str) -> tuple[str, str | None]:
    """The text behind the particulars at its head, and the title that they give."""
    front = _FRONT.match(text)
    if front is None or _KEY.search(front["lines"]) is None:
        return text, None
    title = _TITLE.search(front["lines"])
    return text[front.end() :], title[1].strip() if title is not None else None
