"""Where dates stand: the clause around a date, what is said before it, and the table row or heading it belongs to."""

import re
from dataclasses import dataclass

from extractors.text.marks import CIRCLED, NUMBERED
from extractors.text.spans import Span, pieces_around, trimmed
from schemas.outline import Outline, Role
from schemas.text import Block, Text

_SENTENCE_END = re.compile(r"[。；;！!\n\t]")
_COMMA = re.compile(r"[，,]")
# 前， closes the date: what is due follows behind the comma.
_CLOSED = re.compile(r"\s*[)）]?(?:下班)?(?:以前|之前|前|起|底前|为止|止)\s*")
# 请各单位于5月8日，将材料报送科技处: the day itself, and what is asked behind the comma.
_ON_THE_DAY = re.compile(r"[请须应需][^，。；\d]{0,14}于\s*$")
_NUMBER = re.compile(rf"\s*(?:(?:{NUMBERED}|{CIRCLED})\s*)?")
_INLINE = re.compile(rf"(?<=[。；])(?:{NUMBERED}|{CIRCLED})\s?(?P<title>[^，。；：:\d]{{2,14}})[。：:]")
# 3.学校将通知申请人登录…填写。时间节点：2月24日前。: what is due stands in the sentence before.
_TIME_ALONE = re.compile(r"\s*(?:时间节点|时间要求|时限要求|时限)[:：]\s*")
_DATED = re.compile(r"\d\s?[月日]")
_NEXT_TO = 24  # characters before a date that ask
_FARTHEST, _LONGEST = 600, 400  # characters of an endless paragraph that count: on each side, and before the clause
_SKIPPED = frozenset({Role.COVER, Role.INSTRUCTIONS, Role.FORM, Role.TASK_BOOK, Role.PROOFS, Role.COMMITMENT})


@dataclass(frozen=True, slots=True)
class Place:
    """The words around one date or duration, as offsets into ``Text.clean``.

    ``clause`` is the comma piece that holds it (and the next one where the date closes its piece), ``before`` the
    sentence in front of that clause, ``heading`` the title above or the other cells of its row, as words.
    """

    clause: Span
    before: Span
    heading: str


def speaking_blocks(text: Text, outline: Outline) -> list[Block]:
    """The paragraphs and cells in which a notice sets dates: not its forms, letters and instructions."""
    return [block for block in text.blocks if outline.division_at(block.start).role not in _SKIPPED]


def place_of(text: Text, outline: Outline, block: Block, start: int, end: int) -> Place:
    """The place of the mention ``start:end`` in its block."""
    # In whole steps, so that neighbours share a stretch and its cached pieces.
    first, last = start // _FARTHEST * _FARTHEST - _FARTHEST, end // _FARTHEST * _FARTHEST + 2 * _FARTHEST
    near = Span(max(block.start, first), min(block.end, last))
    sentence = next(iter(pieces_around(text.clean, near, _SENTENCE_END, start, start)), Span(start, end))
    pieces = pieces_around(text.clean, sentence, _COMMA, start, end)
    heading = _inline_heading(text, block, start) or _heading(text, outline, block)
    if not pieces:
        return Place(sentence, Span(sentence.start, sentence.start), heading)
    last = 0
    while last + 1 < len(pieces) and pieces[last].end < end:
        last += 1
    leads = _NUMBER.fullmatch(text.clean, pieces[0].start, start) is not None
    leads = leads or asks_on_the_day(text.clean[max(pieces[0].start, start - _NEXT_TO) : start])
    within = text.clean[end - 1] == "内"
    if last + 1 < len(pieces) and _closes(text.clean[end : pieces[last].end], leads or within):
        last += 1
    clause = Span(pieces[0].start, pieces[last].end)
    before = Span(max(sentence.start, clause.start - _LONGEST), clause.start)
    if _TIME_ALONE.fullmatch(text.clean, sentence.start, start):
        said = Span(_sentence_before(text.clean, near.start, sentence.start), sentence.start)
        before = before if _DATED.search(said.of(text.clean)) else said  # else the day is said again
    return Place(clause, before, heading)


def _sentence_before(clean: str, first: int, end: int) -> int:
    """Where the sentence begins that ends at ``end``, no sooner than ``first``."""
    stops = [mark.end() for mark in _SENTENCE_END.finditer(clean, first, max(first, end - 1))]
    return max(first, end - _LONGEST, stops[-1] if stops else first)


def asks_on_the_day(before: str) -> bool:
    """请各单位于, right before a day: what follows is due on it, though no 前 says so."""
    return _ON_THE_DAY.search(before) is not None


def _closes(behind: str, leads: bool) -> bool:
    """The clause says nothing behind its date: 9月5日前，…; 截止时间为7月21日，… is a statement of its own."""
    return _CLOSED.fullmatch(behind) is not None or (leads and not behind.strip())


def _heading(text: Text, outline: Outline, block: Block) -> str:
    if block.table is not None:
        return " ".join(_row(text, block))
    index = outline.section_at(block.start)
    return outline.sections[index].title if index is not None else ""


def _inline_heading(text: Text, block: Block, at: int) -> str:
    """The nearest title inside the paragraph, where it has several: （一）初审。…（二）网上申报。8月25日起…."""
    near = Span(max(block.start, at - _FARTHEST), at)
    heads = list(_INLINE.finditer(text.clean, near.start, near.end)) if block.table is None else []
    return heads[-1]["title"] if heads else ""


def _row(text: Text, block: Block) -> list[str]:
    """The other cells of the row, and the head of the column: in the first row that is not the table's title alone."""
    assert block.table is not None
    rows = text.rows_of(block.table)
    top = 1 if len(rows.get(0, ())) == 1 and len(rows.get(1, ())) > 1 and block.row > 1 else 0
    heads = [cell for cell in rows.get(top, ()) if cell.row == top and cell.column == block.column]
    cells = {cell.start: cell for cell in (*heads, *rows[block.row]) if cell is not block}
    return [trimmed(text.clean, cell.start, cell.end).of(text.clean) for _, cell in sorted(cells.items())]
