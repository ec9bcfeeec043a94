"""Symbol fonts: the boxes and ticks that Wingdings and its like draw for letters and private-use characters."""

import re
from functools import lru_cache

# The fonts' own tables: code (low byte) to the character that a reader sees.
_WINGDINGS = {
    0x6F: "□",
    0x71: "□",
    0x72: "□",
    0xA8: "□",
    0xFC: "✓",
    0xFE: "☑",
    0xFD: "☒",
    0x78: "☒",
    0xFB: "×",
    0x6E: "■",
    0x6C: "●",
    0x75: "◆",
    0xA7: "▪",
    0xA1: "○",
    0xD8: "➢",
    0x28: "☎",
    0x2A: "✉",
    0xE0: "→",
}
_WINGDINGS_2 = {0x50: "✓", 0x52: "☑", 0x54: "☒", 0x53: "☒", 0xA3: "□", 0x4F: "×", 0x51: "☒", 0x30: "□", 0x2A: "□"}
_SYMBOL = {0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB0: "°", 0x6D: "μ", 0xB4: "×", 0xB7: "•", 0xD6: "√"}
_WEBDINGS = {0x61: "✓", 0x63: "□", 0x67: "■"}
_FONTS = (
    (re.compile(r"wingdings[\s\-]?2", re.IGNORECASE), _WINGDINGS_2),
    (re.compile(r"wingdings(?![\s\-]?3)", re.IGNORECASE), _WINGDINGS),
    (re.compile(r"webdings", re.IGNORECASE), _WEBDINGS),
    (re.compile(r"(?:^|\+)symbol(?:MT)?$", re.IGNORECASE), _SYMBOL),
)
# A raised figure or sign: 3, -6, 2n; not a note's mark such as [1].
_FIGURE = re.compile(r"[+\-−]?[0-9n]{1,4}")
# A private-use character whose font is lost: what it is in the font that most often draws it.
PRIVATE_BOXES = str.maketrans(
    {0xF000 + code: sign for table in (_WINGDINGS_2, _WINGDINGS) for code, sign in table.items() if sign in "□☑☒✓■"}
)


_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")


def superscript(text: str) -> str:
    """Raised figures as characters of their own (10³ must not become 103); other raised words as they are."""
    return text.translate(_RAISED) if _FIGURE.fullmatch(text) else text


@lru_cache(maxsize=256)
def table_of(font: str) -> dict[int, str] | None:
    """The table of a symbol font with this name, None for every other font."""
    for pattern, table in _FONTS:
        if pattern.search(font):
            return table
    return None


def shown_as(text: str, font: str) -> str:
    """The characters that a reader sees where ``text`` is set in ``font``; one for one."""
    table = table_of(font) if font else None
    if table is None:
        return text
    return "".join(table.get(_code(char), char) for char in text)


def _code(char: str) -> int:
    """The place in an 8-bit font: private use F000 to F0FF, or the letter itself."""
    code = ord(char)
    return code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
