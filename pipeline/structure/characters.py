"""One-for-one character folding: offsets stay exact because no character becomes two.

NFC, never NFKC: 10³ must not become 103. Folded are full-width ASCII letters, digits and the symbols
that stand in numbers, CJK compatibility ideographs and the radicals that PDF fonts print for characters.
"""

import re
import unicodedata
from functools import cache

_SYMBOLS = "％＋－／．＠＝＜＞～＆＃＿＊＄"
# Radicals that stand for a whole character: those of the CJK Radicals Supplement, most of which NFKC leaves alone, and
# the one of the Kangxi radicals that NFKC turns into another character than simplified fonts print.
_RADICALS = dict(
    zip(
        "⺠⺟⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺎⺝⻌⺻⺼⻀⻂⺩⺮⼾",
        "民母虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟兀月辶聿肉艹衣王竹户",
        strict=True,
    )
)
# Bars, tildes and colons of other scripts, which fonts print for those between two numbers (9∶00).
_LOOKALIKES = {"―": "—", "〜": "~", "∼": "~", "∶": ":", "﹕": ":"}
_DROPPED = frozenset("\u0000\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f\ufe0e")

# Every character that fold changes or drops: a text without any of them is its own plain form.
FOLDS = re.compile(
    f"[{re.escape(_SYMBOLS + ''.join((*_RADICALS, *_LOOKALIKES)) + ''.join(sorted(_DROPPED)))}"
    r"\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uf900-\ufaff\u2f00-\u2fdf]"
)


@cache
def fold(char: str) -> str:
    """The character in its plain form: one character, or none for an invisible one."""
    if char in _DROPPED:
        return ""
    code = ord(char)
    if 0xFF10 <= code <= 0xFF19 or 0xFF21 <= code <= 0xFF3A or 0xFF41 <= code <= 0xFF5A or char in _SYMBOLS:
        return chr(code - 0xFEE0)
    if char in _RADICALS:
        return _RADICALS[char]
    if char in _LOOKALIKES:
        return _LOOKALIKES[char]
    if 0xF900 <= code <= 0xFAFF or 0x2F00 <= code <= 0x2FDF:
        plain = unicodedata.normalize("NFKC", char)
        return plain if len(plain) == 1 else char
    return char


def is_han(char: str) -> bool:
    """A Chinese character (Han script, extension A and B included)."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or "\U00020000" <= char <= "\U0003ffff"


@cache
def is_wide(char: str) -> bool:
    """Printed two columns wide in a fixed-width font."""
    return unicodedata.east_asian_width(char) in "WFA" if ord(char) > 0x2E7F else char in "“”‘’—…·×≥≤℃"


def width(text: str) -> int:
    """Columns of a fixed-width font, a Chinese character counting two."""
    return len(text) + sum(map(is_wide, text))
