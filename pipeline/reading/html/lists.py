"""Numbers of the items of an HTML list, as a browser prints them."""

import re
from collections.abc import Callable

from pipeline.reading.html.tree import Node

_STYLE = re.compile(r"list-style(?:-type)?\s*:([^;]{0,100})", re.IGNORECASE)
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_NO_LABEL = frozenset(("none", "disc", "circle", "square"))  # a bullet is no part of the text
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999


def list_style(node: Node, outer: str = "decimal") -> str:
    """How a list or an item numbers: what its style says, else its ``type``, else as ``outer`` does."""
    attributes = node.attributes
    said = _STYLE.findall(attributes.get("style") or "")
    words = said[-1].lower().replace("!important", "").split() if said else []
    known = [word for word in words if word in _NO_LABEL or word in _SPELLED]
    return known[0] if known else _TYPES.get((attributes.get("type") or "").strip(), outer)


def number_in(node: Node, attribute: str, default: int) -> int:
    """The number that an attribute (``start``, ``value``) holds."""
    value = (node.attributes.get(attribute) or "").strip()
    digits = value.removeprefix("-")
    return int(value) if digits.isascii() and digits.isdigit() and len(digits) < 6 else default


def label(number: int, style: str) -> str:
    """What stands before an item, a space behind it: `3. `, `c. `; nothing for a list without numbers."""
    return "" if style in _NO_LABEL else f"{_SPELLED[style](number)}. "


def _letters(number: int) -> str:
    """a, b, … z, aa, ab."""
    text, rest = "", number
    while rest > 0:
        rest, letter = divmod(rest - 1, 26)
        text = chr(ord("a") + letter) + text
    return text or str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    text = ""
    for size, letters in _ROMAN:
        count, number = divmod(number, size)
        text += letters * count
    return text


_SPELLED: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimal-leading-zero": lambda number: f"{number:02d}",
    "lower-alpha": _letters,
    "lower-latin": _letters,
    "upper-alpha": lambda number: _letters(number).upper(),
    "upper-latin": lambda number: _letters(number).upper(),
    "lower-roman": _roman,
    "upper-roman": lambda number: _roman(number).upper(),
}
