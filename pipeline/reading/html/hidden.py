"""What a page's reader does not see: scripts, hidden elements and struck-out words; the walks pass over them."""

import re
from typing import Any

from pipeline.reading.html.tree import ids, weigh

_NEVER_SHOWN = "script, style, noscript, template, iframe, object, embed, svg, map, title, meta, link"
_STRUCK_OUT = "s, del, strike"
# A rule of the page's own style sheet; rules inside @media and @supports are taken out before.
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,4000})\}")
_AT_BLOCK = re.compile(r"@(?:media|supports)[^{]{0,200}\{(?:[^{}]{0,400}\{[^{}]{0,4000}\}\s{0,80}){0,500}\}")
# One class, id or tag by itself: `.hid`, `#x`, `div.hid`; no descendants, no pseudo classes (`:hover`).
_SIMPLE_SELECTOR = re.compile(r"[a-zA-Z0-9]{0,20}[.#]-?[a-zA-Z_\u0080-\uffff][\w\-]{0,80}")
_INVISIBLE = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|!|$)"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$))",
    re.IGNORECASE,
)
_MOST_SELECTORS = 200
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,40}line-through", re.IGNORECASE)


def hidden_nodes(tree: Any) -> set[int]:
    """The ids of the nodes that a browser does not show, and of those that are struck out.

    What is hidden at first but holds most of the page is the article, which a script was to show.
    """
    selectors = hidden_selectors("\n".join(style.text() for style in tree.css("style")))[:_MOST_SELECTORS]
    gone = ids(tree.css(f"{_NEVER_SHOWN}, {_STRUCK_OUT}"))
    weights = weigh(tree.body, gone)
    total = weights.of(tree.body).length
    found = list(tree.css(", ".join(["[hidden]", 'input[type="hidden"]', *selectors])))
    for node in tree.css("[style]"):
        style = node.attributes.get("style") or ""
        if _INVISIBLE.search(style) or _LINE_THROUGH.search(style):
            found.append(node)
    return gone | ids(node for node in found if weights.of(node).length * 2 <= total)


def hidden_selectors(css: str) -> list[str]:
    """The simple selectors that a style sheet hides or strikes out, in order."""
    sheet = _AT_BLOCK.sub("", without_between(css, "/*", "*/"))
    found = []
    for rule in _RULE.finditer(sheet):
        if _INVISIBLE.search(rule[2]) or _LINE_THROUGH.search(rule[2]):
            names = (name.strip() for name in rule[1].split(","))
            found += [name for name in names if _SIMPLE_SELECTOR.fullmatch(name)]
    return found


def without_between(text: str, begin: str, end: str) -> str:
    """The text without everything from a mark to the next closing one; what is never closed stays."""
    parts, at = [], 0
    while (start := text.find(begin, at)) >= 0 and (stop := text.find(end, start + len(begin))) >= 0:
        parts.append(text[at:start])
        at = stop + len(end)
    parts.append(text[at:])
    return "".join(parts)
