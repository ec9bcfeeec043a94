"""One spelling for one word: half width, simplified script, lower case, no break inside a Chinese word."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_BREAK = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
"""White space between two Chinese characters; between Latin words it stays."""
_MARKS = tuple((mark, unicodedata.normalize("NFKC", mark)) for mark in "，：；（）！？％\u3000")
"""Full width marks: a text without them is mostly normal already, which is known four times as fast."""


@cache
def _table() -> dict[int, str]:
    """Traditional to simplified, one character for one (``traditional.txt``: two characters a line)."""
    lines = (files("pipeline.matching") / "traditional.txt").read_text(encoding="utf-8").splitlines()
    return {ord(line[0]): line[1] for line in lines if len(line) == 2}


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _table()))}]")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The text as the matcher compares it; not for evidence, its length may differ.

    >>> fold("ＨＢＭ 聯邦學習\\n與流片")
    'hbm 联邦学习与流片'
    """
    for mark, half in _MARKS:
        text = text.replace(mark, half)
    plain = unicodedata.normalize("NFKC", text).lower()
    plain = plain.translate(_table()) if _traditional().search(plain) is not None else plain
    return " ".join(_BREAK.sub("", plain).split())
