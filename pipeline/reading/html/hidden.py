"""What a page's reader does not see: scripts, hidden elements and struck-out words; the walks pass over them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.reading.html.tree import Node, ids, weigh

_NEVER_SHOWN = "script, style, noscript, template, iframe, object, embed, svg, map, title, meta, link"
_STRUCK_OUT = "s, del, strike"
# One class, id or tag by itself: `.hid`, `#x`, `div.hid`; no descendants, no pseudo classes (`:hover`).
_SIMPLE_SELECTOR = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9]{0,19})?[.#]-?[a-zA-Z_\u0080-\uffff][\w\-]{0,80}")
# `.list li`, `.a > span.b`: what may set back the words that an element around it does not show.
_SHOWING_SELECTOR = re.compile(r"[\w.#\- >\u0080-\uffff]{1,80}")
_BRACE = re.compile(r"""[{}]|"[^"\n]*"|'[^'\n]*'""")
# What hides an element with all that stands in it.
_INVISIBLE = re.compile(
    r"display\s*:\s*none|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)"
    r"|text-decoration(?:-line)?\s*:[^;]{0,40}line-through",
    re.IGNORECASE,
)
# What hides an element's words, and what shows them again further in.
_UNSEEN = (
    (
        re.compile(r"visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE),
        re.compile(r"visibility\s*:\s*visible", re.IGNORECASE),
    ),
    (
        re.compile(r"font-size\s*:\s*0(?:px|pt|r?em|%)?\s*(?:;|!|$)", re.IGNORECASE),
        re.compile(
            r"font-size\s*:\s*(?:0{0,3}[1-9]\d{0,3}(?:\.\d{0,9})?|0?\.\d{1,9})(?:px|pt|pc|rem|[cm]m|in|v[wh])"
            r"|font-size\s*:\s*(?:x{0,3}-?(?:small|large)|medium|larger)",
            re.IGNORECASE,
        ),
    ),
)
_MOST_SELECTORS = 200


@dataclass(slots=True)
class Styles:
    """What styles say of a page's elements: those that are hidden whole, and for each of ``_UNSEEN`` those whose own
    words are not shown and those that show theirs again.
    """

    hidden: list[Node] = field(default_factory=list)
    unseen: tuple[list[Node], ...] = field(default_factory=lambda: tuple([] for _ in _UNSEEN))
    shown: tuple[list[Node], ...] = field(default_factory=lambda: tuple([] for _ in _UNSEEN))


def hidden_nodes(tree: Any) -> set[int]:
    """The ids of the nodes that a browser does not show, and of those that are struck out; of text nodes too.

    What is hidden at first but holds most of the page is the article, which a script was to show.
    """
    gone = ids(tree.css(f"{_NEVER_SHOWN}, {_STRUCK_OUT}"))
    weights = weigh(tree.body, gone)
    total = weights.of(tree.body).length
    styles = _styles(tree)
    found = ids(node for node in styles.hidden if weights.of(node).length * 2 <= total)
    for unseen, shown in zip(styles.unseen, styles.shown, strict=True):
        small = [node for node in unseen if weights.of(node).length * 2 <= total]
        if shown and len(small) < len(unseen):
            without = _unseen_in(unseen, shown)
            if weigh(tree.body, gone | without).of(tree.body).length * 2 >= total:
                found |= without
                continue
        found |= _unseen_in(small, shown)
    return gone | found


def _styles(tree: Any) -> Styles:
    styles = Styles(list(tree.css('[hidden], input[type="hidden"]')))
    rules = list(style_rules("\n".join(style.text() for style in tree.css("style"))))
    styles.hidden += _matched(tree, selectors_that(rules, _INVISIBLE, _SIMPLE_SELECTOR))
    for node in tree.css("[style]"):
        style = node.attributes.get("style") or ""
        if _INVISIBLE.search(style):
            styles.hidden.append(node)
        for index, (unseen, shown) in enumerate(_UNSEEN):
            if unseen.search(style):
                styles.unseen[index].append(node)
            elif shown.search(style):
                styles.shown[index].append(node)
    for index, (unseen, shown) in enumerate(_UNSEEN):
        styles.unseen[index].extend(_matched(tree, selectors_that(rules, unseen, _SIMPLE_SELECTOR)))
        if styles.unseen[index]:
            styles.shown[index].extend(_matched(tree, selectors_that(rules, shown, _SHOWING_SELECTOR)))
            styles.shown[index].extend(tree.css("font[size]") if index else ())
    return styles


def _matched(tree: Any, selectors: Iterable[str]) -> Iterator[Node]:
    """The nodes that any of these selectors finds; a selector that is none finds nothing."""
    from selectolax.lexbor import SelectolaxError

    for selector in selectors:
        try:
            yield from tree.css(selector)
        except SelectolaxError:
            continue


def _unseen_in(nodes: list[Node], shown: list[Node]) -> set[int]:
    """The ids of what these nodes do not show: all of it, but for the nodes further in that show their words."""
    showing = ids(shown)
    around = set[int]()  # the nodes in which such a one stands
    for node in shown:
        outer = node.parent
        while outer is not None and outer.mem_id not in around:
            around.add(outer.mem_id)
            outer = outer.parent
    gone, waiting = set[int](), [node for node in nodes if node.mem_id not in showing]
    walked = ids(waiting)
    while waiting:
        node = waiting.pop()
        if node.mem_id not in around:
            gone.add(node.mem_id)
            continue
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                gone.add(child.mem_id)
            elif child.mem_id not in showing and child.mem_id not in walked:
                walked.add(child.mem_id)
                waiting.append(child)
    return gone


def selectors_that(rules: Iterable[tuple[str, str]], say: re.Pattern[str], like: re.Pattern[str]) -> list[str]:
    """The selectors of one shape whose rules say this, in order; at most ``_MOST_SELECTORS``."""
    found: list[str] = []
    for selector, declarations in rules:
        if say.search(declarations):
            found += [name for name in map(str.strip, selector.split(",")) if like.fullmatch(name)]
    return found[:_MOST_SELECTORS]


def style_rules(css: str) -> Iterator[tuple[str, str]]:
    """The rules of a style sheet as (selectors, declarations), in order; those inside @-blocks and others are not
    among them, since they hold for some readers only.
    """
    sheet = without_between(css, "/*", "*/")
    depth = begun = opened = 0
    nested = False
    for brace in _BRACE.finditer(sheet):
        if brace[0] == "{":
            opened, nested = (brace.end(), False) if depth == 0 else (opened, True)
            depth += 1
        elif brace[0] == "}":
            depth = max(depth - 1, 0)
            if depth == 0:
                selector = sheet[begun : opened - 1].rpartition(";")[2].strip()  # behind `@charset "utf-8";`
                if opened > begun and not nested and not selector.startswith("@"):
                    yield selector, sheet[opened : brace.start()]
                begun = brace.end()


def without_between(text: str, begin: str, end: str) -> str:
    """The text without everything from a mark to the next closing one; what is never closed stays."""
    parts, at = [], 0
    while (start := text.find(begin, at)) >= 0 and (stop := text.find(end, start + len(begin))) >= 0:
        parts.append(text[at:start])
        at = stop + len(end)
    parts.append(text[at:])
    return "".join(parts)
