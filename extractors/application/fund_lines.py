"""A budget in lines (设备费  165), its columns set with blanks: a table that did not read as one, or the end of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.application.fund_units import in_yuan, unit_of
from extractors.text.spans import Span
from schemas.text import Text
from schemas.undertaking import FundItem, FundKind

_SUM = r"\d[\d,]{0,12}(?:\.\d{1,4})?"
# what may stand before the name: -, ·, 1., （2）, B6.1, 三、
_MARK = (
    r"(?:(?:[-－·•●○◆▪*]|[（(]?(?:[A-Z]?\d{1,2}(?:[.．]\d{1,2}){0,2}|[一二三四五六七八九十]{1,2})[)）、.．]|[①-⑳]"
    r"|[A-Z]?\d{1,2}(?:[.．]\d{1,2}){0,2}(?=[ \u3000\t]|[\u4e00-\u9fff]{2}))[ \u3000\t]*)?"
)
# and between it and its sum: blanks, which cleaning may have taken, dots that lead to it, a colon
_GAP = r"[ \u3000\t]*(?:[.…·]{2,40}|[：:])?[ \u3000\t]*"
_ROW = re.compile(
    rf"{_MARK}(?P<name>合\s?计|总\s?计|(?:[\u4e00-\u9fff、]|[（(][^（）()\n]{{1,20}}[）)]){{2,18}}){_GAP}"
    rf"(?P<sums>{_SUM}(?:[ \u3000\t]+{_SUM}){{0,4}})(?:\s?万?元)?(?=[ \u3000\t（(]|[；;，。]?$)"
)
_TOTAL = re.compile(r"(?:合\s?计|总\s?计|(?:项目)?总(?:投[资入]|经费|预算))(?:[（(][^（）()]{1,8}[)）])?")
_COUNTED = re.compile(r"\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳]")
_RULE = re.compile(r"[-—=─_\s]+")  # over the total
_WHOLE = re.compile(r"合计|金额|总[额计]|小计|预算|经费")
# 单位：元, 金额（千元）; 万元 wherever it stands
_UNIT = re.compile(r"万元|(?:单位\s?[:：]?\s?|[（(])(?:人民币)?[百千亿]?元")
_HEADS = re.compile(r"(?:经费|预算|资金|投资|费用|钱)[^。；]{0,12}万元")  # C5 经费安排（万元）, B6 钱怎么花（万元）
# 试制费（含税）等 30 above the first row that is read: a row too, without which the sum would not be theirs
_UNREAD = re.compile(rf"[\u4e00-\u9fff）)][ \u3000\t：:]*{_SUM}(?:\s?万?元)?[；;，。]?$")
_ABOVE = 120  # characters in which the unit may stand
_LEAST = 3  # items


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    sums: tuple[Span, ...]
    start: int
    mark: str  # the shape of its number: 1. and 1.1 are of two levels


def fund_lines(text: Text, start: int, end: int, *, headed: bool = False) -> Iterator[FundItem]:
    """The items of lines that follow each other and end in a total, in ``text.clean[start:end]``; sums in 元.

    Of several columns the one that the line above calls 合计 or 金额. Lines without a unit above them are left out.
    ``headed`` where the section is of other things: the line above has to say 经费 and the unit.
    """
    rows: list[_Row] = []
    head, broken = Span(start, start), False  # by a line that does not read: what is left makes up no total
    for line in _lines(text.clean, start, end):
        if rows and _RULE.fullmatch(text.clean, line.start, line.end):
            continue
        row = _row(text.clean, line)
        at = text.block_at(line.start)
        if at is not None and text.blocks[at].table is not None:  # read as a table; what follows may go on with it
            rows, head = [], head if row is not None else line
            continue
        if row is None or (rows and len(row.sums) != len(rows[0].sums)):
            broken = (broken or bool(rows)) and (row is not None or _UNIT.search(line.of(text.clean)) is None)
            rows, head = [], line
            continue
        rows.append(row)
        if _TOTAL.fullmatch(row.name):
            told = not headed or _HEADS.search(head.of(text.clean)) is not None
            yield from _items(text, head.of(text.clean), rows) if told and not broken else ()
            rows, head, broken = [], line, False


def _lines(clean: str, start: int, end: int) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]+", clean[start:end]):
        yield Span(start + match.start(), start + match.end())


def _row(clean: str, line: Span) -> _Row | None:
    match = _ROW.match(clean, line.start, line.end)
    if match is None:
        return None
    sums = tuple(Span(m.start(), m.end()) for m in re.compile(_SUM).finditer(clean, *match.span("sums")))
    mark = _COUNTED.sub("1", clean[line.start : match.start("name")].strip())
    return _Row(match["name"], sums, line.start, mark)


def _items(text: Text, head: str, rows: Sequence[_Row]) -> Iterator[FundItem]:
    unit = _UNIT.search(head) or _UNIT.search(text.clean, max(0, rows[0].start - _ABOVE), rows[0].start)
    column = _column(head, len(rows[0].sums))
    if _UNREAD.search(head.strip()) is not None or unit is None or column is None:
        return
    if len(rows) <= _LEAST or len({row.mark for row in rows[:-1]}) > 1:
        return
    for row in rows:
        said = row.sums[column]
        amount = in_yuan(said.of(text.clean), unit_of(unit.group()))
        kind: FundKind = "total" if _TOTAL.fullmatch(row.name) else "item"
        yield FundItem(kind=kind, name=row.name, amount=amount, evidence=text.evidence(row.start, said.end))


def _column(head: str, count: int) -> int | None:
    """Which of the sums is the whole; None where nothing says it."""
    if count == 1:
        return 0
    words = re.split(r"[ \u3000\t]+", head.strip())[1:]
    named = [at for at, word in enumerate(words[:count]) if _WHOLE.search(word)]
    return named[0] if len(words) >= count and len(named) == 1 else None
