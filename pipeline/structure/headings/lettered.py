"""Chapters numbered with letters: A. 项目概况 over A1. 名称, or B1, B2, B3, with a text below."""

import re
from collections.abc import Sequence

from extractors.text.spans import Span
from pipeline.structure.headings.series import LEAST, LONGEST, NO_TITLE, Lettered, in_series, is_numbered_title
from pipeline.structure.titles.numbering import HAN
from schemas.text import Block, Text

_LETTERED = re.compile(
    rf"(?P<label>(?P<letter>[A-Z])(?:[.．\-－]?(?P<part>\d{{1,2}}))?)(?:[、.．:：]\s*|[ \u3000]+)"
    # 附件（一式五份，胶装成册；另备一份存档）: what the note behind a title says is no sentence of it
    rf"(?P<title>(?:{HAN}|20\d\d年|[“《])[^。；;！!]*?(?:[（(][^（）()]*[)）])?)"
)
_NOTE = re.compile(r"[（(][^（）()]*[)）]$")


def lettered(text: Text, blocks: Sequence[Block]) -> dict[int, Lettered]:
    """The headings by where their paragraph begins; {} unless there are three chapters A, B, C… in order.

    ``blocks`` are the paragraphs in order. Items of a list (A. 营业执照 / B. 审计报告) follow each other; a chapter has
    a text, a table or parts of its own below it. Letters below a numbered title are items, and what has numbered
    chapters has none with letters.
    """
    found: dict[int, Lettered] = {}
    open_, above = "@", None  # the chapter's letter; the chapter while nothing stands below it
    part = 0  # the last one of the chapter: A10 without an A1 before it is the row of a form
    for block in blocks:
        words = text.clean[block.start : block.end]
        if is_numbered_title(words, first=not found):
            return in_series(text, blocks)
        if above is not None and _has_table(text, above, block):
            above = None
        match = _LETTERED.fullmatch(words) if len(_NOTE.sub("", words)) <= LONGEST else None
        opens = match is not None and match["part"] is None and match["letter"] == chr(ord(open_) + 1)
        goes_on = match is not None and match["letter"] == open_ and _goes_on(part, match["part"])
        if match is None or NO_TITLE.search(_NOTE.sub("", words)) or not (opens or goes_on):
            above = None
            continue
        if opens and above is not None:
            return {}  # items of a list
        open_, above = match["letter"], block if opens else None
        part = 0 if opens else int(match["part"])
        start, end = match.span("title")
        title = Span(block.start + start, block.start + end)
        found[block.start] = Lettered("letter" if opens else "letter_part", match["label"], title)
    ends = above is not None and not _has_table(text, above, None)
    return found if ord(open_) - ord("@") >= LEAST and not ends else in_series(text, blocks)


def _goes_on(last: int, part: str | None) -> bool:
    """A1 first, then any later one, for A3 may have a title that is none."""
    return part is not None and (int(part) > last > 0 or int(part) == 1)


def _has_table(text: Text, above: Block, below: Block | None) -> bool:
    end = below.start if below is not None else len(text.clean)
    return any(above.end <= grid.start < end for grid in text.tables)
