"""A chapter's number that the application skips: 七 is followed by 九, and no line of it bears the 八."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.screening.case import Case, conclude, implied, page_of
from pipeline.screening.fields.own_form import hook
from pipeline.structure.titles.numbering import number_at, value_of
from schemas.facts import Passage, SectionRecord
from schemas.finding import Finding
from schemas.outline import Role

_WRITTEN = frozenset({Role.TASK_BOOK, Role.BODY, Role.FORM, Role.OTHER})
_FEWEST = 5  # chapters of a series, the first of which is number one
_MOST = 2  # numbers skipped: more are another way of counting
_HAN = "〇一二三四五六七八九十"
_SURE = 0.65


@dataclass(frozen=True, slots=True)
class Skipped:
    """The number that is not there, between the chapter before it and the one behind it."""

    number: int
    before: SectionRecord
    after: SectionRecord

    @property
    def said(self) -> str:
        """Chapter numbers as the letter tells them: 编号由“七”直接到“九”."""
        return f"编号由“{self.before.number}”直接到“{self.after.number}”"

    @property
    def name(self) -> str:
        """第八部分."""
        tens, ones = divmod(self.number, 10)
        words = (
            _HAN[self.number]
            if self.number <= 10
            else f"{_HAN[tens] if tens > 1 else ''}十{_HAN[ones] if ones else ''}"
        )
        return f"第{words}部分"


def told_skipped(case: Case) -> Iterator[Finding]:
    """A gap for each, in a call without an outline that says what the chapter is."""
    due = hook(case)
    if due is None:
        return
    for one in skipped_numbers(case.submission.sections, case.submission.passages):
        said = (
            f"申报材料各部分的{one.said}{page_of(one.after.evidence, '申报材料')}，没有{one.name}，请补充或更正编号。"
        )
        wanted = implied("section", one.name, due)
        yield conclude(wanted, "missing", said, found=one.after.evidence, confidence=_SURE)


def skipped_numbers(
    sections: Sequence[SectionRecord], passages: Sequence[Passage], first: str | None = None
) -> list[Skipped]:
    """The numbers that the highest chapters skip; [] where they are counted in another way.

    They begin with one, or as the outline's do with ``first``: 二 where the form is the first chapter.
    """
    written = [one for one in sections if one.role in _WRITTEN]
    top = min((one.level for one in written if one.number), default=0)
    series = _first_book([one for one in written if one.level == top and one.number])
    numbers = [value_of(one.number or "") for one in series]
    one_file = len({one.evidence.file for one in series}) == 1
    styles = {_style(one.number or "") for one in series}
    if len(series) < _FEWEST or not one_file or len(styles) != 1 or numbers[0] not in (1, value_of(first or "")):
        return []
    steps = [after - before for before, after in pairwise(numbers)]
    if any(step not in (1, 2) for step in steps) or not 0 < steps.count(2) <= _MOST:
        return []
    found = [
        Skipped(value_of(before.number or "") + 1, before, after)
        for (before, after), step in zip(pairwise(series), steps, strict=True)
        if step == 2
    ]
    elsewhere = {value_of(one.number or "") for one in sections if one.role not in _WRITTEN}  # 第二章 is the form
    open_ = [one for one in found if one.number not in elsewhere]
    return [one for one in open_ if not _is_there(passages, one)]


def _first_book(series: Sequence[SectionRecord]) -> Sequence[SectionRecord]:
    """The chapters up to where another paper begins to count from one (任务书草案 behind the application)."""
    numbers = [value_of(one.number or "") for one in series]
    again = next((at for at, (one, after) in enumerate(pairwise(numbers)) if after == 1 < one), None)
    return series if again is None else series[: again + 1]


def _style(label: str) -> str:
    """What marks stand about the number: 第章, （）, none."""
    number = number_at(f"{label}、名称") or number_at(f"{label} 名称")
    return number.style if number is not None else ""


def _is_there(passages: Sequence[Passage], one: Skipped) -> bool:
    """A line between the two bears the number, or stands under another heading: the form between two chapters."""
    start, end = one.before.evidence.end, one.after.evidence.start
    between = [p for p in passages if p.evidence.file == one.before.evidence.file and start <= p.evidence.start < end]
    if any(one.before.title not in passage.path for passage in between):
        return True
    return any(_bears(line, one.number) for passage in between for line in passage.text.split("\n"))


def _bears(line: str, number: int) -> bool:
    found = number_at(line.strip())
    return found is not None and value_of(found.label) == number and found.style not in ("han_paren", "arabic_paren")
