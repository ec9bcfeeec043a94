"""Chapters numbered with letters: A. 项目概况 over A1. 名称, or B1, B2, B3, with a text below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.text.spans import Span
from pipeline.structure.numbering import HAN, number_at
from schemas.text import Block, Text

_LEAST = 3  # chapters
_LONGEST = 30  # characters of a title
_LETTERED = re.compile(
    rf"(?P<label>(?P<letter>[A-Z])(?:[.．\-－]?(?P<part>\d{{1,2}}))?)(?:[、.．:：]\s*|[ \u3000]+)"
    rf"(?P<title>(?:{HAN}|20\d\d年|[“《])[^。；;！!]*)"
)
_SERIES = re.compile(rf"(?P<letter>[A-Z])(?P<part>\d{{1,2}})[、.．\s]*(?P<title>{HAN}[^。；;！!：:]*)")
_NO_TITLE = re.compile(r"[，,。；;：:！!]$")


@dataclass(frozen=True, slots=True)
class Lettered:
    """A heading: ``style`` is letter, or letter_part for A1; ``label`` and ``title`` as printed."""

    style: str
    label: str
    title: Span


def lettered(text: Text, blocks: Sequence[Block]) -> dict[int, Lettered]:
    """The headings by where their paragraph begins; {} unless there are three chapters A, B, C… in order.

    ``blocks`` are the paragraphs in order. Items of a list (A. 营业执照 / B. 审计报告) follow each other; a chapter has
    a text, a table or parts of its own below it. Letters below a numbered title are items, and what has numbered
    chapters has none with letters.
    """
    found: dict[int, Lettered] = {}
    open_, above = "@", None  # the chapter's letter; the chapter while nothing stands below it
    for block in blocks:
        words = text.clean[block.start : block.end]
        if _is_numbered_title(words, first=not found):
            return {}
        if above is not None and _has_table(text, above, block):
            above = None
        match = _LETTERED.fullmatch(words) if len(words) <= _LONGEST else None
        opens = match is not None and match["part"] is None and match["letter"] == chr(ord(open_) + 1)
        goes_on = match is not None and match["part"] is not None and match["letter"] == open_
        if match is None or _NO_TITLE.search(words) or not (opens or goes_on):
            above = None
            continue
        if opens and above is not None:
            return {}
        open_, above = match["letter"], block if opens else None
        start, end = match.span("title")
        title = Span(block.start + start, block.start + end)
        found[block.start] = Lettered("letter" if opens else "letter_part", match["label"], title)
    ends = above is not None and not _has_table(text, above, None)
    return found if ord(open_) - ord("@") >= _LEAST and not ends else _in_series(text, blocks)


def _in_series(text: Text, blocks: Sequence[Block]) -> dict[int, Lettered]:
    """B1 现状与问题, B2 攻关内容, … of one letter, from 1 on, most of them with a text below."""
    found: dict[int, Lettered] = {}
    letter, before, bare = "", -1, 0
    for at, block in enumerate(blocks):
        words = text.clean[block.start : block.end]
        match = _SERIES.fullmatch(words) if len(words) <= _LONGEST else None
        if match is None or _NO_TITLE.search(words) or (letter and match["letter"] != letter):
            continue
        if int(match["part"]) != len(found) + 1:
            return {}
        bare += found != {} and before == at - 1
        letter, before = match["letter"], at
        start, end = match.span("title")
        title = Span(block.start + start, block.start + end)
        found[block.start] = Lettered("letter", f"{letter}{match['part']}", title)
    return found if len(found) >= _LEAST and 2 * bare < len(found) else {}


def _is_numbered_title(words: str, *, first: bool) -> bool:
    """A short line with a number and no sentence: before the first letter of any style, behind it a chapter's."""
    number = number_at(words) if len(words) <= _LONGEST else None
    if number is None or _NO_TITLE.search(words) or "：" in words or ":" in words:
        return False
    return first or number.style in ("chapter", "han", "capital")


def _has_table(text: Text, above: Block, below: Block | None) -> bool:
    end = below.start if below is not None else len(text.clean)
    return any(above.end <= grid.start < end for grid in text.tables)
