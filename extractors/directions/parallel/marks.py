"""Marks that count parallel parts (题一, 难题卡①, 第一桩, QG-A, 1#), whatever the noun, and their runs."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.directions.labels.names import number_of
from extractors.directions.parallel.lines import Line

_HAN = "[\u4e00-\u9fff]"
_ORDINAL = (
    r"(?P<han>[一二三四五六七八九十]{1,3})|(?P<stem>[甲乙丙丁戊己庚辛壬癸])|(?P<circled>[①-⑳])|(?P<roman>[Ⅰ-Ⅻ])"
    r"|(?P<digits>\d{1,3})(?!\d)|(?P<letter>(?<![A-Za-z])[A-HＡ-Ｈ](?![A-Za-z]))"
)
# 难题卡, 榜题编号：XF-2026-, 第, 3. of 3.1, 任务之
_BEFORE = (
    rf"{_HAN}{{0,6}}?[：:\s#＃№]{{0,2}}(?:[A-Za-z]{{1,8}}[-—－.]?)?(?:20\d\d[-—－]?)?(?:[A-Za-z]{{1,4}}[-—－])?"
    r"(?:\d{1,2}[.．\-—－]){0,2}"
)
_BEHIND = (
    r"(?:[号个张项桩件条道类组批#＃]{0,2}(?:[榜题卡令单]|榜题|难题|课题|任务|项目|需求|方向|榜单|题目|[难急要]?事)?)"
)
_CLOSED = r"(?P<close>[】\]）)」』])"
# What sets the mark apart from the name; not the point of 1.5 and no 一种, 三维.
_APART = (
    r"(?P<apart>\s*[：:、.．｜|—－–-]{1,2}(?!\d)|\s+|[，,]|(?=名?叫|名为|题为|[是为][“《「])|(?=[“《「【])|(?=\*\*)|$"
    r"|(?<=\d[#＃])(?=[^\s\d])"
    # 第一题（代号Y1）便携式筛查仪
    r"|(?=[（(](?:代号|编号|代码)?[：:\s]?[A-Za-z]{1,6}[-—]?\d{1,4}[)）])"
    # 课题甲八英寸衬底: its blank lost, behind a noun
    r"|(?<=[题向单榜卡务目求桩][一二三四五六七八九甲乙丙丁戊己庚辛1-9A-H])(?=[^\s\d.．—－-])|(?<=[题向单榜卡务目求桩][甲乙丙丁戊己庚辛])(?=\d)"
    # 难题卡K2托盘回收机器人, 课题C12…
    rf"|(?:(?<=[题向单榜卡务目求桩][A-Z]\d)|(?<=[题向单榜卡务目求桩][A-Z]\d\d))(?={_HAN}))"
)
_MARK = re.compile(
    rf"[^\w\n（(《“【\[「『]{{0,4}}(?P<open>[【\[（(「『]?)(?P<before>{_BEFORE})(?:{_ORDINAL})(?P<behind>{_BEHIND})"
    rf"(?:{_CLOSED}\s*[：:、.．]?\s*|(?<=[①-⑳])\s*|{_APART})"
)
_SENTENCE = re.compile(r"(?<=[。；;])\s*")
_OUTER = re.compile(r"(\d{1,2})[.．\-—－]$")
_KINDS = ("han", "stem", "circled", "roman", "digits", "letter")
_MOST = 30  # parts of a call
_STACKED = 2  # 第六条 攻关方向甲：…


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in ``line`` (its index), cell ``cell``: half-open offsets, what it counts by, and its number."""

    line: int
    cell: int
    start: int
    end: int
    scheme: str
    number: int
    above: int = 0  # 3 of 3.1


def marks_in(clean: str, lines: Sequence[Line]) -> Iterator[Mark]:
    """All that open a line, a cell or a sentence, or stand behind such a mark."""
    for index, line in enumerate(lines):
        for at, cell in enumerate(line.cells):
            yield from _stacked(clean, index, at, cell.start, cell.end)
            if len(line.cells) == 1:
                for behind in _SENTENCE.finditer(clean, cell.start, cell.end):
                    yield from _stacked(clean, index, at, behind.end(), cell.end)


def _stacked(clean: str, line: int, cell: int, start: int, end: int) -> Iterator[Mark]:
    for _ in range(_STACKED):
        match = _MARK.match(clean, start, end)
        if match is None:
            return
        kind = next(one for one in _KINDS if match[one])
        number = _value(match[kind])
        if number is not None:
            outer = _OUTER.search(match["before"])
            before = match["before"].strip() if outer is None else f"{match['before'][: outer.start()].strip()}#."
            scheme = f"{match['open']}{before}#{kind}{match['behind']}{match['close'] or ''}"
            if not match["before"].strip() and not match["behind"]:
                scheme += (match["apart"] or "").strip()  # 1. and 1、 are lists of their own
            yield Mark(line, cell, start, match.end(), scheme, number, int(outer[1]) if outer is not None else 0)
        start = match.end()


def _value(ordinal: str) -> int | None:
    if "Ⅰ" <= ordinal <= "Ⅻ":
        return ord(ordinal) - ord("Ⅰ") + 1
    return number_of(unicodedata.normalize("NFKC", ordinal) if ordinal >= "Ａ" else ordinal)


def runs_of(marks: Iterable[Mark]) -> list[list[Mark]]:
    """Runs of two and more marks of one scheme that count 1, 2, 3; then those that begin anew in each group, as one.

    任务1, 任务2 under 专题一 and 任务1 to 任务3 under 专题二, or 1.1, 1.2, 2.1.
    """
    runs: dict[str, list[list[Mark]]] = {}
    for mark in marks:
        own = runs.setdefault(mark.scheme, [])
        if mark.number == 1:
            own.append([mark])
        elif own and mark.number == own[-1][-1].number + 1 and mark.above == own[-1][-1].above:
            own[-1].append(mark)
    single = [run for own in runs.values() for run in own if len(run) > 1]
    joined = [[mark for run in own for mark in run] for own in runs.values() if len(own) > 1]
    return [run for run in (*single, *joined) if len(run) <= _MOST]
