"""One spelling for one word: half width, simplified script, lower case, no break inside a Chinese word."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_BREAK = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
"""White space between two Chinese characters; between Latin words it stays."""


@cache
def _table() -> dict[int, str]:
    """Traditional to simplified, one character for one (``traditional.txt``: two characters a line)."""
    lines = (files("pipeline.matching") / "traditional.txt").read_text(encoding="utf-8").splitlines()
    return {ord(line[0]): line[1] for line in lines if len(line) == 2}


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The text as the matcher compares it; not for evidence, its length may differ.

    >>> fold("ＨＢＭ 聯邦學習\\n與流片")
    'hbm 联邦学习与流片'
    """
    plain = unicodedata.normalize("NFKC", text).lower().translate(_table())
    return " ".join(_BREAK.sub("", plain).split())
