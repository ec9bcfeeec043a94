"""What a page's reader does not see: scripts, hidden elements and struck-out words; taken out of the tree."""

import re
from typing import Any

Node = Any  # selectolax.lexbor.LexborNode, imported where used

_NEVER_SHOWN = "script, style, noscript, template, iframe, object, embed, svg, map, title, meta, link"
_STRUCK_OUT = "s, del, strike"
# A rule of the page's own style sheet; rules inside @media and @supports are taken out before.
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,4000})\}")
_AT_BLOCK = re.compile(r"@(?:media|supports)[^{]{0,200}\{(?:[^{}]{0,400}\{[^{}]{0,4000}\}\s{0,80}){0,500}\}")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# One class, id or tag by itself: `.hid`, `#x`, `div.hid`; no descendants, no pseudo classes (`:hover`).
_SIMPLE_SELECTOR = re.compile(r"[a-zA-Z0-9]{0,20}[.#][\w\-]{1,80}")
_INVISIBLE = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|!|$))", re.IGNORECASE
)
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,40}line-through", re.IGNORECASE)


def drop_hidden(tree: Any) -> None:
    """Take out of the tree whatever a browser does not show, and what is struck out.

    What is hidden at first but holds most of the page is the article, which a script was to show.
    """
    selectors = hidden_selectors("\n".join(style.text() for style in tree.css("style")))
    for node in [node for selector in (_NEVER_SHOWN, _STRUCK_OUT) for node in tree.css(selector)]:
        node.decompose()
    total = _length(tree.body)
    for node in [node for selector in ("[hidden]", 'input[type="hidden"]', *selectors) for node in tree.css(selector)]:
        if _length(node) * 2 <= total:
            node.decompose()
    for node in tree.css("[style]"):
        style = node.attributes.get("style") or ""
        hidden = _INVISIBLE.search(style) or _LINE_THROUGH.search(style)
        if hidden and _length(node) * 2 <= total:
            node.decompose()


def _length(node: Node | None) -> int:
    return len("".join((node.text() or "").split())) if node is not None else 0


def hidden_selectors(css: str) -> list[str]:
    """The simple selectors that a style sheet hides or strikes out, in order."""
    sheet = _AT_BLOCK.sub("", _CSS_COMMENT.sub("", css))
    found = []
    for rule in _RULE.finditer(sheet):
        if _INVISIBLE.search(rule[2]) or _LINE_THROUGH.search(rule[2]):
            names = (name.strip() for name in rule[1].split(","))
            found += [name for name in names if _SIMPLE_SELECTOR.fullmatch(name)]
    return found
