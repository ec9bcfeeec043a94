"""Questions that head the answers below them: 问：谁能揭榜？ / 答：…, Q1：…？ A1：…, or one question a line."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.text.marks import NUMBERED
from pipeline.structure.headings.heading import Heading
from pipeline.structure.titles.numbering import number_at
from schemas.text import Block, Text

_NUMBER = rf"(?:{NUMBERED}\s?)?"
_SPOKEN = r"[^。；？?\n]{2,40}?"
# 问：几号截止？, 【问】怎么交, Q3. 找谁问？; an answer may follow in the same line
_MARKED = re.compile(
    rf"\s*[【〖\[]?{_NUMBER}[【〖\[]?(?:提?问题?|[Qq](?:uestion)?)\s?[\d一二三四五六七八九十]{{0,2}}\s?[】〗\]]?\s*[:：.、．]?\s*"
    rf"(?P<title>{_SPOKEN})(?:(?P<mark>[？?])|(?=\s*$))"
)
# 答：…, 【答】…, A1. …
_ANSWER = re.compile(
    r"\s*[【〖\[]?(?:解?答复?|回答|[Aa](?:nswer)?)\s?[\d一二三四五六七八九十]{0,2}\s?(?:[】〗\]]\s*[:：]?|[:：.、．])"
)
# 1. 谁能揭榜？; one numbered 一、 is a chapter like its neighbours
_BARE = re.compile(
    r"\s*[■◆●★☆▲▶►▪•※]?\s?(?:[（(]?\d{1,2}[.、．)）]\s?)?(?P<title>[^。；，,：:？?\n]{2,24})(?P<mark>[？?])\s*"
)
_LEAST_MARKED, _LEAST_BARE = 2, 3


def questions(text: Text, blocks: Sequence[Block]) -> dict[int, Heading]:
    """The headings by where their lines begin: questions marked as such with an answer marked as such, two and more.

    Without marks three lines that are nothing but a question have to have other lines below them.
    ``blocks`` are a call's paragraphs in order, outside its tables.
    """
    marked = _marked(text, blocks)
    if len(marked) >= _LEAST_MARKED:
        return marked
    bare = _bare(text, blocks)
    return bare if len(bare) >= _LEAST_BARE else {}


def _marked(text: Text, blocks: Sequence[Block]) -> dict[int, Heading]:
    found = {}
    for block, below in pairwise([*blocks, None]):
        match = _MARKED.match(text.clean, block.start, block.end) if block is not None else None
        number = number_at(text.clean[block.start : block.end]) if block is not None and match is not None else None
        if block is None or match is None or (number is not None and number.style == "asked"):
            continue  # 问一　怎么交？ is numbered, and a heading by that
        behind = text.clean[match.end() : block.end]
        runs_on = bool(behind.strip())
        answered = _ANSWER.match(behind) is not None
        answered = answered or (
            not runs_on and below is not None and _ANSWER.match(text.clean, below.start, below.end) is not None
        )
        if answered:
            found[block.start] = _heading(match, block)
    return found


def _bare(text: Text, blocks: Sequence[Block]) -> dict[int, Heading]:
    found = {}
    for block, below in pairwise([*blocks, None]):
        match = _BARE.fullmatch(text.clean, block.start, block.end) if block is not None else None
        if block is None or match is None or below is None:
            continue
        if not text.clean[below.start : below.end].rstrip().endswith(("？", "?")):
            found[block.start] = _heading(match, block)
    return found


def _heading(match: re.Match[str], block: Block) -> Heading:
    title = match["title"].strip() + (match["mark"] or "")
    return Heading("question", None, title, block.start, match.end())
