"""Paragraphs that the source parts by blank lines only, as pages do whose style sheet shows white space as it is."""

import re

_BLANK_LINE = re.compile(r"\n[ \t\r\u3000]*\n\s*")
_CLOSED = "。！？；：!?;:"
_NUMBERED = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、．])")
_FEWEST = 4  # paragraphs
_MOST_SHARE = 2 / 3  # of the ends are a sentence's, or stand beside a number


def written_paragraphs(words: str) -> list[str]:
    """The paragraphs of a text between two tags; the whole where blank lines stand in the midst of sentences too."""
    parts = [part for part in _BLANK_LINE.split(words) if part.strip()]
    ends = sum(map(_parts, parts, parts[1:]))
    return parts if len(parts) >= _FEWEST and ends >= _MOST_SHARE * (len(parts) - 1) else [words]


def _parts(before: str, after: str) -> bool:
    """A sentence's end, or a number's line above or below."""
    return before.rstrip()[-1] in _CLOSED or any(_NUMBERED.match(words.lstrip()) for words in (before, after))
