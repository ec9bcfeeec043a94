"""Chapters in a series that heads nothing else: B1 现状 / B2 方案, C.1, Ⅰ, 甲、, Part 1, 模块一, with a text below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.text.spans import Span
from pipeline.structure.forms.groups import are_groups
from pipeline.structure.titles.numbering import HAN, number_at
from pipeline.structure.titles.outline_numbers import OutlineNumber, outline_number
from schemas.text import Block, Text

LEAST = 3  # chapters
LONGEST = 30  # characters of a title
NO_TITLE = re.compile(r"[，,。；;：:！!]$")
_STYLES = re.compile(r"coded[A-Z]|roman|stem|named|letter")
_TITLE = re.compile(rf"{HAN}[^。；;！!：:]*")
_BARE = re.compile(rf"(?P<letter>[A-Z])(?!端|[轮级类型股]){HAN}{{2}}[^。；;！!：:]*")  # not B端用户, A轮融资
_CHAPTERS = ("chapter", "han", "capital")


@dataclass(frozen=True, slots=True)
class Lettered:
    """A heading: ``style`` is letter, or letter_part for A1; ``label`` and ``title`` as printed."""

    style: str
    label: str
    title: Span


def in_series(text: Text, blocks: Sequence[Block]) -> dict[int, Lettered]:
    """The headings of one style, from 1 on, by where they begin; {} where most have no text below.

    Below a numbered title such lines are items, and what has numbered chapters has none of these.
    """
    found: dict[int, Lettered] = {}
    style, count, part, before, bare = "", 0, 0, -1, 0
    for at, block in enumerate(blocks):
        words = text.clean[block.start : block.end]
        if is_numbered_title(words, first=not found):
            return {}
        number = _number(words) or _bare(words, count + 1)
        if number is None:
            continue
        if number.style == f"{style}2" and number.above == count and number.value == part + 1:
            part, before = number.value, -1
            found[block.start] = _heading(block, number, "letter_part")
            continue
        if not _STYLES.fullmatch(number.style) or number.style != (style or number.style):
            continue
        if number.value != count + 1:
            return {}
        bare += count > 0 and before == at - 1
        style, count, part, before = number.style, number.value, 0, at
        found[block.start] = _heading(block, number, "letter")
    if count < LEAST or 2 * bare >= count:
        return {}
    return {} if are_groups(text, blocks, found.keys()) else found


def _number(words: str) -> OutlineNumber | None:
    """The number of a line that is a number and a title."""
    number = outline_number(words) if len(words) <= LONGEST and not NO_TITLE.search(words) else None
    return number if number is not None and _TITLE.fullmatch(words, number.end) else None


def _bare(words: str, value: int) -> OutlineNumber | None:
    """A基本信息, the blank of which a reader has dropped, where this letter is the next one."""
    match = _BARE.fullmatch(words) if len(words) <= LONGEST and not NO_TITLE.search(words) else None
    if match is None or ord(match["letter"]) - ord("A") + 1 != value:
        return None
    return OutlineNumber("letter", match["letter"], value, 0, match.end("letter"))


def _heading(block: Block, number: OutlineNumber, style: str) -> Lettered:
    return Lettered(style, number.label, Span(block.start + number.end, block.end))


def is_numbered_title(words: str, *, first: bool) -> bool:
    """A short line with a number and no sentence: before the first letter of any style, behind it a chapter's."""
    number = number_at(words) if len(words) <= LONGEST else None
    if number is None or NO_TITLE.search(words) or "：" in words or ":" in words:
        return False
    return first or number.style in _CHAPTERS
