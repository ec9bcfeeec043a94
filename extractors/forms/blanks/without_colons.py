"""Lines of a blank form without colons: labels before lines to write on (任务编号____ 姓名〔 〕), numbered labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from extractors.forms.labels.in_lines import UNIT_BEHIND
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import (
    asks_for_text,
    could_be_label,
    has_label_shape,
    is_group_label,
    is_known_label,
    is_person_label,
    is_shared_label,
    label_core,
)
from extractors.text.blanks import RULED
from extractors.text.items import number_at
from extractors.text.spans import Span, trimmed
from extractors.text.ticks import find_options
from schemas.outline import Role

# A line to write on, or brackets for it; 〔2026〕18号 looks so too, and only the labels around it tell. Other brackets
# are blanks where nothing stands in them, and so are the dots that lead to the end of a line or to the next label.
_BLANK = re.compile(r"[_＿]{2,}|…{3,}|〔[^〔〕\n]{0,60}〕|（\s*）|\(\s*\)|【\s*】|\[\s*\]")
_DRAWN = re.compile(r"[□☐○◯▢◻]")
_EMPTY = re.compile(r"\s*[（(【\[]\s*[）)】\]]\s*")
_MARKS = "_＿…〔〕"
# 项目负责人： or 【项目负责人】, whose parts follow with a blank each
_HEAD = re.compile(r"(?:【(?P<framed>[^【】\n]{2,12})】\s*[:：]?|(?P<plain>[^\s：:_＿〔〕【】]{2,12})[:：])\s*")
_SIGNED = re.compile(r"签字|签名|签章|盖章|公章")
_HINT = re.compile(r"\s*[（(][^（）()]{2,40}[）)]$")  # ____（联合揭榜填持证单位的）
_PART_NUMBER = re.compile(r"(\d{1,2})[.．]1(?!\d)")
_LATIN_PART = re.compile(r"\d{1,2}[.．]\d{1,2}\s{1,4}(?=[A-Za-z])")  # 5.3 ORCID编号
_LONGEST_NUMBER = 5  # characters of 12. and of the blank behind it
_UNIT = re.compile(r"(?:[百千]?[万亿]?元|[人名个项件家台套篇年月日天亩艘座％%]|平方米)")
_PARTS = re.compile(r"(?P<group>[^（()）\s]{2,12})[（(](?P<parts>[^（()）\n]{3,40})[）)]")
_LIMIT_BEHIND = re.compile(r"\s+[【（(\[][^【】（）()\[\]]{1,20}[】）)\]]$")
_BETWEEN = re.compile(r"[、，,/／]")
_NUMBERS = frozenset({"arabic", "paren", "half", "han", "han_paren", "circled"})  # no bullets, no letters
_LEAST_NUMBERS = 4  # labels in a row that only numbers open
_LEAST_SHARED = 2  # 姓名 and 手机 among the parts of a person
_NAME = "姓名"
_SHARE = 0.5  # of the labels look like labels by themselves; of several lines of nothing but them
_SHARE_OF_MANY, _MANY, _LEAST_LINES = 0.25, 5, 3


@dataclass(frozen=True, slots=True)
class _Line:
    """The labels of a line with what stands in their blanks, and the person at the head of it."""

    pairs: tuple[tuple[Span, Span], ...]
    person: str | None


@dataclass(slots=True)
class Tried:
    """The run of lines read last: where it ends, and from which of its lines on its labels would do.

    A long run that is refused is refused from most of its lines, and is not read again for each of them.
    """

    end: int = 0
    starts: frozenset[int] = frozenset()

    def refuses(self, index: int) -> bool:
        """The line belongs to that run, and the run will not do from here either."""
        return index < self.end and index not in self.starts

    def takes(self, index: int, counts: Sequence[tuple[int, int]], least: int, *, room: bool = False) -> bool:
        """The run from this line on will do; ``counts`` are the labels of each line that look so, and all of them.

        ``room``: each has a blank behind it, so that fewer of many need look so.
        """
        looking = labels = 0
        starts = set()
        for at in range(len(counts) - 1, -1, -1):
            looking, labels = looking + counts[at][0], labels + counts[at][1]
            share = _SHARE_OF_MANY if room and labels >= _MANY and len(counts) - at >= _LEAST_LINES else _SHARE
            if labels >= least and looking >= share * labels:
                starts.add(index + at)
        self.end, self.starts = index + len(counts), frozenset(starts)
        return index in starts


def blank_lines(clean: str, spans: Sequence[Span], index: int, role: Role, tried: Tried) -> tuple[list[RawField], int]:
    """The fields of the lines from here on that are nothing but labels and blanks, filled in or not, and their number.

    [] and 0 where the lines are none: half of the labels have to look so by themselves, since a sentence has blanks too
    (兹委托____办理); fewer, where several lines are so.
    """
    if tried.refuses(index):
        return [], 0
    lines: list[_Line] = []
    for at in range(index, len(spans)):
        line = _line(clean, spans[at]) or _head_line(clean, spans, at)
        if line is None and lines and RULED.fullmatch(clean, spans[at].start, spans[at].end):
            line = _Line((), None)  # more room for the text that the label above asks for
        if line is None:
            break
        lines.append(line)
    while lines and not lines[-1].pairs:
        lines.pop()  # whose parts have no room of this kind; room that is the last label's
    counts = [(sum(_looks_so(label.of(clean)) for label, _ in line.pairs), len(line.pairs)) for line in lines]
    if not tried.takes(index, counts, 1, room=True):
        return [], 0
    found: list[RawField] = []
    person: str | None = None
    for line in lines:
        own = person if line.pairs and is_shared_label(line.pairs[0][0].of(clean)) else None
        person = line.person or own
        for label, value in line.pairs:
            words = label.of(clean)
            if is_person_label(words):
                person = words
            group = person if line.person or is_shared_label(words) else None
            person = person if group or person == words else None
            found.append(RawField(label, role, group, [value] if value.end > value.start else []))
    return found, len(lines)


def numbered_labels(
    clean: str, spans: Sequence[Span], index: int, role: Role, tried: Tried
) -> tuple[list[RawField], int]:
    """1、揭榜题目 over 2、揭榜单位 and so on with nothing behind or between: each is a field; with the number of lines.

    领衔人（姓名、手机） asks for two of that person. [] and 0 for other lines: a list of papers is numbered as well,
    and few of its names end as labels do.
    """
    if tried.refuses(index):
        return [], 0
    labels = _numbered_run(clean, spans, index)
    counts = [(int(_looks_so(label.of(clean)) or bool(_parts(clean, label))), 1) for label, _ in labels]
    if not tried.takes(index, counts, _LEAST_NUMBERS):
        return [], 0
    found: list[RawField] = []
    for label, whose in labels:
        parts = _parts(clean, label)
        behind = _PART_NUMBER.search(clean, max(0, label.start - _LONGEST_NUMBER), label.start)  # 5.1, the first part
        named = label_core(label.of(clean)) == _NAME or behind is not None
        if whose and named and found and found[-1].label.of(clean) == whose:
            found.pop()  # her name is asked for below
        group = _PARTS.fullmatch(label.of(clean)) if parts else None
        found += [RawField(part, role, group["group"] if group else whose) for part in parts or [label]]
    return found, len(labels)


def _numbered_run(clean: str, spans: Sequence[Span], index: int) -> list[tuple[Span, str | None]]:
    """The labels from here on that numbers of one style open, and whose parts they are.

    ①姓名 and ②手机 below （5）项目负责人 are hers, who is asked for by that name; then （6） goes on.
    """
    style, _ = number_at(clean, spans[index].start, spans[index].end)
    found: list[tuple[Span, str | None]] = []
    person: str | None = None
    for span in islice(spans, index, None):
        own, start = number_at(clean, span.start, span.end)
        if not own and (latin := _LATIN_PART.match(clean, span.start, span.end)) is not None:
            own, start = "dotted", latin.end()
        label = Span(start, span.end)
        words = label.of(clean)
        if own == "dotted" and found and (head := _head_of_part(clean, span, found, spans[index].start)) is not None:
            person = head
        inside = own != style and person is not None
        if own not in _NUMBERS | {"dotted"} or not (own == style or inside) or not _stands_alone(words):
            break
        found.append((label, person if inside else None))
        if not inside:
            person = words if is_person_label(words) else None
    return found


def _head_of_part(clean: str, span: Span, found: Sequence[tuple[Span, str | None]], first: int) -> str | None:
    """首席专家 for 5.1 姓名 below 5. 首席专家, by the number before the dot: whatever the head is called."""
    part = _PART_NUMBER.match(clean, span.start, span.end)
    head = next((label for label, whose in reversed(found) if whose is None), None)
    if part is None or head is None:
        return None
    printed = clean[max(first, head.start - _LONGEST_NUMBER) : head.start]
    return head.of(clean) if re.search(rf"(?<!\d){part[1]}\D*$", printed) is not None else None


def _stands_alone(words: str) -> bool:
    """A label with nothing behind it: no colon, no gap, no box."""
    words = _LIMIT_BEHIND.sub("", words)  # 内容提要　【不超过500字】
    return re.search(r"[\s：:]", words) is None and could_be_label(words) and not find_options(words, 0, len(words))


def _looks_so(words: str) -> bool:
    """A label even without the layout: the lexicon knows it, or its ending, its unit or its limit says so."""
    known = is_known_label(words) or has_label_shape(words)
    return known or UNIT_BEHIND.search(words) is not None or asks_for_text(words)


def _parts(clean: str, label: Span) -> list[Span]:
    """姓名, 职称, 从业年限 of 领衔人（姓名、职称、从业年限）; [] for other labels."""
    match = _PARTS.fullmatch(label.of(clean))
    if match is None or not is_group_label(match["group"]):
        return []
    found, at = [], label.start + match.start("parts")
    for words in _BETWEEN.split(match["parts"]):
        found.append(Span(at, at + len(words)))
        at += len(words) + 1
    words = [part.of(clean) for part in found]
    asked = sum(map(is_shared_label, words)) >= _LEAST_SHARED and all(map(could_be_label, words))
    return found if asked else []


def _line(clean: str, span: Span) -> _Line | None:
    """The labels of a line, each with a blank behind it; None for lines with other words, and for those to sign."""
    blanks = list(_BLANK.finditer(clean, span.start, span.end))
    if not blanks or _SIGNED.search(clean, span.start, span.end) or _has_boxes(clean, span):
        return None
    person, at = _head(clean, Span(_behind_number(clean, span), span.end))
    labels: list[Span] = []
    stops: list[int] = []
    for blank in blanks:
        between, words = Span(at, blank.start()), trimmed(clean, at, blank.start())
        at = blank.end()
        if words.end == words.start:
            continue
        label = _label(clean, between, words, first=not labels)
        if label is None and (not labels or clean[between.start].isspace()):
            return None
        if label is not None:
            stops.append(label.start)
            labels.append(Span(_behind_number(clean, label), label.end))
    behind = _HINT.sub("", trimmed(clean, at, span.end).of(clean))
    if not labels or (behind and _UNIT.fullmatch(behind) is None):
        return None
    if person is None and (headed := _person_before(clean, labels[0])) is not None:
        person, labels[0] = headed
    if not all(could_be_label(label.of(clean)) and not re.search(r"\s", label.of(clean)) for label in labels):
        return None
    hint = _HINT.search(clean, at, span.end)
    stops = [*stops[1:], hint.start() if hint is not None else span.end]
    values = [_written(clean, label.end, stop) for label, stop in zip(labels, stops, strict=True)]
    return _Line(tuple(zip(labels, values, strict=True)), person)


def _behind_number(clean: str, label: Span) -> int:
    """Where 姓名： begins in 6.1 姓名：, behind the number of its own in a form that counts all it asks."""
    style, body = number_at(clean, label.start, label.end)
    return body if style in _NUMBERS | {"dotted"} and body < label.end else label.start


def _head_line(clean: str, spans: Sequence[Span], index: int) -> _Line | None:
    """项目负责人： or 6. 安全总监： without a room, over 姓名____ or 6.1 姓名____: whose parts are asked for below."""
    span = spans[index]
    start = _behind_number(clean, span)
    head = _HEAD.fullmatch(clean, start, span.end)
    below = _line(clean, spans[index + 1]) if head is not None and index + 1 < len(spans) else None
    if head is None or below is None or not is_shared_label(below.pairs[0][0].of(clean)):
        return None
    words = head["framed"] or head["plain"]
    part = _PART_NUMBER.match(clean, spans[index + 1].start, spans[index + 1].end)
    counted = part is not None and start > span.start and clean.startswith(part[1], span.start)
    return _Line((), words) if counted or is_person_label(words) else None


def _has_boxes(clean: str, span: Span) -> bool:
    """Options stand in the line; （　） behind a known label is a blank, one that begins the line a box."""
    options = find_options(clean, span.start, span.end)
    if not options or any(one.ticked for one in options):
        return bool(options)
    words = span.of(clean)
    first = _BLANK.split(words, maxsplit=1)[0].strip()
    return _DRAWN.search(words) is not None or not _looks_so(first)


def _written(clean: str, start: int, end: int) -> Span:
    """What stands in the blank, its unit left out where nothing does: （　）艘."""
    value = trimmed(clean, start, end, _MARKS)
    bracket = _EMPTY.match(clean, value.start, value.end)
    rest = trimmed(clean, bracket.end(), value.end) if bracket is not None else value
    unit = _UNIT.fullmatch(rest.of(clean)) is not None  # ____年
    empty = unit or (bracket is not None and rest.end == rest.start)
    return Span(start, start) if empty else value


def _head(clean: str, span: Span) -> tuple[str | None, int]:
    """The person whose label opens the line, and where the parts begin."""
    match = _HEAD.match(clean, span.start, span.end)
    words = (match["framed"] or match["plain"]) if match is not None else ""
    return (words, match.end()) if match is not None and is_person_label(words) else (None, span.start)


def _label(clean: str, between: Span, words: Span, *, first: bool) -> Span | None:
    """The label among the words before a blank; None for what was written into the blank before (__PS-1__)."""
    if first or clean[between.start].isspace() or is_known_label(words.of(clean)):
        return words
    unit = _UNIT.match(clean, words.start, words.end)  # ____万元 其中自筹____
    rest = trimmed(clean, unit.end(), words.end) if unit is not None else words
    parted = unit is not None and rest.end > rest.start and clean[unit.end()].isspace()
    return rest if parted else None


def _person_before(clean: str, label: Span) -> tuple[str, Span] | None:
    """项目负责人 姓名____: who heads the line without a colon, and the first part."""
    words = label.of(clean).split()
    if len(words) != _LEAST_SHARED or not is_person_label(words[0]) or not is_shared_label(words[1]):
        return None
    return words[0], Span(label.end - len(words[1]), label.end)
