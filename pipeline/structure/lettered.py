"""Chapters that an applicant numbers with letters: A. 项目概况 over A1. 名称, each with a text below it."""

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
    a text or parts of its own below it. What has numbered chapters has none with letters.
    """
    found: dict[int, Lettered] = {}
    open_, waiting = "", False  # the chapter's letter; it has nothing below it yet
    for block in blocks:
        words = text.clean[block.start : block.end]
        number = number_at(words)
        if number is not None and number.style in ("chapter", "part", "han", "capital"):
            return {}
        match = _LETTERED.fullmatch(words) if len(words) <= _LONGEST else None
        if match is None or _NO_TITLE.search(words):
            waiting = False
            continue
        if match["part"] is None:
            if waiting or match["letter"] != chr(ord(open_ or "@") + 1):
                return {}
            open_, waiting = match["letter"], True
        elif match["letter"] == open_:
            waiting = False
        else:
            continue
        start, end = match.span("title")
        style = "letter" if match["part"] is None else "letter_part"
        found[block.start] = Lettered(style, match["label"], Span(block.start + start, block.start + end))
    return found if ord(open_ or "@") - ord("@") >= _LEAST and not waiting else {}
