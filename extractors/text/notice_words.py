"""The lexicon of a notice's parts (``lexicons/notice.toml``), as word lists and alternations for patterns."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> tuple[str, ...]:
    """The list ``name`` of the lexicon, longest first, so that an alternation takes the longest."""
    lexicon = tomllib.loads(files("extractors").joinpath("lexicons/notice.toml").read_text(encoding="utf-8"))
    found: list[str] = lexicon[name]
    return tuple(sorted(found, key=len, reverse=True))


@cache
def alternation(*names: str) -> str:
    """A regular expression group of all words of these lists."""
    joined = sorted({word for name in names for word in words(name)}, key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, joined)) + ")"
