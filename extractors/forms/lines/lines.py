"""Forms laid out as lines: 「揭榜单位：某某」, a label with the text under it, cells one a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.forms.blanks.bare_labels import bare_labels
from extractors.forms.blanks.behind_colons import are_empty, is_empty, over_rules
from extractors.forms.blanks.drawn_rooms import drawn_rooms
from extractors.forms.blanks.framed_labels import framed_labels
from extractors.forms.blanks.marked_labels import marked_labels
from extractors.forms.blanks.questions import question_lines
from extractors.forms.blanks.side_labels import side_labels
from extractors.forms.blanks.without_colons import Tried, blank_lines, numbered_labels
from extractors.forms.cells.singles import is_line_to_sign
from extractors.forms.labels.in_lines import UNIT_BEHIND, are_gapped, are_labelled, behind_gap, labelled
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.signed import is_place_to_sign
from extractors.forms.labels.words import (
    ASKS_TEXT,
    asks_for_text,
    asks_office,
    could_be_label,
    has_label_shape,
    is_group_label,
    is_known_label,
    is_marked_label,
    is_person_label,
    is_shared_label,
)
from extractors.forms.lines.heads import (
    FRAMES,
    group_named,
    group_opened,
    is_caption,
    is_part_title,
    is_table_caption,
    label_over_boxes,
    label_over_rules,
    text_captioned,
)
from extractors.forms.lines.over_values import over_values, person_of
from extractors.forms.lines.persons import behind_person, heads_of, heads_parts
from extractors.forms.lines.row_numbers import without_row_numbers
from extractors.forms.lines.text_below import is_text_below, opens_text
from extractors.text.spans import Span, unbalanced
from extractors.text.ticks import find_options
from schemas.outline import Role
from schemas.text import Text

CHOICE = re.compile(r"方向|类别|类型|领域|性质|是否|限选|单选|多选|任选|选[一1]项|勾选")
_HINT = re.compile(r"[（(][^（）()]{1,30}[）)]?")
_OTHER = re.compile(r"其[他它]\s*(?:[（(][^（）()]{0,12}[）)])?\s*[:：]?")
_WORD = re.compile(r"\S+")
_LABEL_AND_VALUE = re.compile(r"[\u4e00-\u9fff]{2,6}(?=[\dA-Za-z])")
_COMPLETE, _SHORT, _LONG = 16, 14, 30  # characters


@dataclass(slots=True)
class _State:
    role: Role
    cover: bool
    lined: bool  # most lines have labels: a short word with a colon is one where no text is being written
    gapped: bool  # so with a gap for the colon
    empty: bool  # a blank form: so is every line that ends with its colon
    heads: frozenset[str] = frozenset()  # 首席育种家 before 姓名： and, in another line, before 手机：
    fields: list[RawField] = field(default_factory=list)
    open: RawField | None = None
    group: str | None = None
    blank: Tried = field(default_factory=Tried)
    numbered: Tried = field(default_factory=Tried)
    beside: Tried = field(default_factory=Tried)


def read_lines(text: Text, spans: Sequence[Span], role: Role, *, cover: bool = False) -> list[RawField]:
    """The fields of paragraphs that follow each other without a heading or a table between them.

    On a cover, or where the form's own title has one's labels under it, every word with a colon is a label; so it is
    in a form most of whose lines have labels.
    """
    clean, counted, spans = text.clean, spans, without_row_numbers(text.clean, spans)
    known = are_labelled(clean, spans), spans is not counted or are_gapped(clean, spans), are_empty(clean, spans)
    state = _State(role, cover or role is Role.COVER, *known, heads=heads_of(clean, spans))
    index = 0
    while index < len(spans):
        above, used = _laid_out(text, state, spans, index)
        if used:
            state.fields += above
            state.group, state.open = None, _waiting(clean, above[-1])
        index = index + used if used else _read(text, state, spans, index)
    return state.fields


def _laid_out(text: Text, state: _State, spans: Sequence[Span], index: int) -> tuple[list[RawField], int]:
    """The fields of lines whose layout says by itself what is a label, and how many lines they are."""
    for ask in (bare_labels, marked_labels, question_lines, framed_labels):
        if (found := ask(text.clean, spans, index, state.role))[1]:
            return found
    for read, tried in ((blank_lines, state.blank), (numbered_labels, state.numbered)):
        if (found := read(text.clean, spans, index, state.role, tried))[1]:
            return found
    if (found := side_labels(text, spans, index, state.role, state.beside))[1]:
        return found
    for lay in (over_rules, drawn_rooms):
        if (found := lay(text.clean, spans, index, state.role))[1]:
            return found
    return over_values(text, spans, index, state.role)


def _waiting(clean: str, last: RawField) -> RawField | None:
    """业绩简述（300字内）____ without an answer: lines below may be it."""
    return last if not last.values and asks_for_text(last.label.of(clean)) else None


def _read(text: Text, state: _State, spans: Sequence[Span], index: int) -> int:
    span = spans[index]
    if _holds_no_label(text.clean, state, spans, index):
        return index + 1
    group = group_opened(text.clean, spans, index)
    if group or is_caption(text.clean, spans, index, blank=state.empty):
        state.group, state.open = group or None, None
        return index + 1
    if is_part_title(text.clean, spans, index, waits=state.open is not None and not state.open.values):
        state.group, state.open = None, None
        return index + 1
    label = label_over_boxes(text.clean, spans, index) or text_captioned(text.clean, span)
    label = label or label_over_rules(text.clean, spans, index, state.open.values if state.open is not None else ())
    if label is not None:
        _open(state, label)
        return index + 1
    pairs = _labels(text.clean, state, span)
    if state.open is not None and (
        is_text_below(text.clean, state.open, span) or opens_text(text.clean, state.open, pairs)
    ):
        state.open.add(span)
        return index + 1
    if pairs and not find_options(text.clean, span.start, pairs[0][0].end):
        return _read_labelled(text, state, pairs, spans, index)
    if state.role is Role.COVER:
        told = bool(behind_gap(text.clean, span)) or _is_of_person(text.clean, state, span)
        return _read_words(text.clean, state, spans, index) if told else index + 1
    count = 0 if find_options(text.clean, span.start, span.end) else _label_lines(text.clean, state, spans, index)
    if count:
        return _read_label(text.clean, state, spans, index, count)
    return _read_words(text.clean, state, spans, index)


def _holds_no_label(clean: str, state: _State, spans: Sequence[Span], index: int) -> bool:
    """More options, what some options are, or a line to sign on, which answers nothing."""
    if is_line_to_sign(spans[index].of(clean)):
        state.open = None
        return True
    return _is_more_options(clean, state, spans[index]) or _is_category(clean, state, spans, index)


def _labels(clean: str, state: _State, span: Span) -> list[tuple[Span, Span]]:
    """The labels of a line with their values; unlisted ones too where most lines of the form have one."""
    free = not _in_text(clean, state)
    empty = state.empty and is_empty(span.of(clean))
    pairs = labelled(clean, span.start, span.end, state.cover or empty or (state.lined and free))
    pairs = pairs or behind_person(clean, span, state.heads)
    return pairs or (behind_gap(clean, span, anywhere=True) if state.gapped and free else [])


def _in_text(clean: str, state: _State) -> bool:
    """单位简介 is open: 核心技术：… in a line below may be a part of it."""
    words = state.open.label.of(clean) if state.open is not None else ""
    return ASKS_TEXT.search(words) is not None or asks_for_text(words)


def _is_of_person(clean: str, state: _State, span: Span) -> bool:
    """手机13800000000 电子邮箱…: more of the person whose group is open."""
    first, *rest = _words(clean, span)
    return state.group is not None and bool(rest) and is_shared_label(first.of(clean))


def _read_labelled(text: Text, state: _State, pairs: list[tuple[Span, Span]], spans: Sequence[Span], index: int) -> int:
    """「揭榜单位：某某（加盖」 goes on in the next line while a bracket is open."""
    used, person = 1, state.group
    for at, (label, value) in enumerate(pairs):
        words = label.of(text.clean)
        heads = words in state.heads or (at == 0 and heads_parts([pair[0].of(text.clean) for pair in pairs]))
        person = words if heads else person_of(words) or (person if is_shared_label(words) else None)
        group = person if person != words and is_shared_label(words) else None
        below = pairs[at + 1][0] if at + 1 < len(pairs) else None
        if below and words in state.heads:
            continue
        named = below is not None and ("名" in below.of(text.clean) or text.clean[label.end] not in "：:")
        if person == words and value.end == value.start and below and named and is_shared_label(below.of(text.clean)):
            continue  # 负责人：姓名：某某: the head of what follows
        state.open = RawField(label, state.role, group, [value] if value.end > value.start else [])
        state.fields.append(state.open)
    head = pairs[0][0]
    heads = head.start > 0 and text.clean[head.start - 1] in FRAMES and person == group_named(head.of(text.clean))
    goes_on = heads or person == state.group or _tells_parts(text.clean, *pairs[-1])
    state.group = person if goes_on else None  # 【负责人】姓名：某某: lines go on with hers
    last = pairs[-1][1]
    if index + 1 < len(spans) and unbalanced(text.clean[last.start : last.end]) and state.open is not None:
        state.open.values = [Span(last.start, spans[index + 1].end)]
        used = 2
    elif _is_complete(text.clean, *pairs[-1]):
        state.open = None
    return index + used


def _tells_parts(clean: str, label: Span, value: Span) -> bool:
    """揭榜负责人：姓名 某某 职务 经理: the value of a person's label begins with the label of a part."""
    first = _words(clean, value)[0].of(clean) if value.end > value.start else ""
    return is_person_label(label.of(clean)) and is_shared_label(first)


def _is_complete(clean: str, label: Span, value: Span) -> bool:
    """申报单位：某某公司 needs no more lines; a profile, an open list of options or a label without a value does."""
    words = label.of(clean)
    short = 0 < value.end - value.start < _COMPLETE and not clean[value.start : value.end].endswith(tuple("，、,"))
    return short and not (CHOICE.search(words) or asks_for_text(words) or ASKS_TEXT.search(words))


def _read_label(clean: str, state: _State, spans: Sequence[Span], index: int, count: int) -> int:
    """A label of its own, over one or more lines; a group's label where shared labels follow."""
    label = Span(spans[index].start, spans[index + count - 1].end)
    words = clean[label.start : label.end]
    following = clean[spans[index + count].start : spans[index + count].end] if index + count < len(spans) else ""
    if is_group_label(words) and following.split() and is_shared_label(following.split()[0]):
        state.group, state.open = words, None
        return index + count
    if not is_shared_label(words):
        state.group = None
    _open(state, label)
    return index + count


def _read_words(clean: str, state: _State, spans: Sequence[Span], index: int) -> int:
    """A line of labels and values (姓名 职务职称), or text that answers the open label."""
    span = spans[index]
    words = _words(clean, span)
    if is_known_label(words[0].of(clean)) or is_marked_label(words[0].of(clean)):
        for at, word in enumerate(words):
            _read_word(clean, state, word, words[at + 1].of(clean) if at + 1 < len(words) else "")
    elif state.open is not None and not (_asks_nobody(state, span.of(clean)) or is_table_caption(clean, span)):
        state.open.add(span)
    return index + 1


def _asks_nobody(state: _State, words: str) -> bool:
    """Who signs, and a sentence of a blank form, which tells how to fill it in: no answers."""
    return is_place_to_sign(words) or (state.empty and words.endswith("。"))


def _read_word(clean: str, state: _State, word: Span, behind: str) -> None:
    said = word.of(clean)
    waits = state.open if state.open is not None and not state.open.values else None
    if waits is not None and is_group_label(said) and asks_office(waits.label.of(clean)):
        waits.add(word)  # 职务 首席科学家 手机 139…
    elif is_group_label(said) and is_shared_label(behind):
        state.group, state.open = said, None
    elif _is_label(said) and not _is_more_options(clean, state, word):
        state.group = state.group if is_shared_label(said) else None
        _open(state, word)
    elif state.open is not None:
        before = state.open.values[-1] if state.open.values else None
        if before is not None and not clean[before.end : word.start].strip(" \u3000\t"):
            state.open.values[-1] = Span(before.start, word.end)
        else:
            state.open.add(word)


def _is_label(words: str) -> bool:
    """A known label, or one with what it asks for in its bracket: 其中与海洋装备相关的业务收入（万元）."""
    return is_known_label(words) or is_marked_label(words) or (_has_unit(words) and could_be_label(words))


def _has_unit(words: str) -> bool:
    """A unit in brackets ends the words."""
    return UNIT_BEHIND.search(words) is not None


def _open(state: _State, label: Span) -> None:
    state.open = RawField(label, state.role, state.group)
    state.fields.append(state.open)


def _label_lines(clean: str, state: _State, spans: Sequence[Span], index: int) -> int:
    """How many lines from here are one label: 组织机构代码/三 + 证合一码, 注册资本 + （万元）; 0 where it is none."""
    words, found = "", 0
    for count in range(1, 4):
        if index + count > len(spans):
            break
        line = clean[spans[index + count - 1].start : spans[index + count - 1].end]
        too_long = len(line) > _SHORT and not (count == 1 and _is_long_label(line))
        if " " in line or "\t" in line or too_long or (count > 1 and is_known_label(line)):
            break
        words += line
        if len(words) <= _LONG and has_label_shape(words) and not _answers(state, words):
            found = count
            break
    return found + (1 if found and _is_hint(clean, spans, index + found) else 0)


def _is_long_label(line: str) -> bool:
    """其中与海洋装备相关的业务收入（万元）: too long for a label, but for its unit or the lexicon."""
    return len(line) <= _LONG and (is_known_label(line) or _has_unit(line))


def _answers(state: _State, words: str) -> bool:
    """An unlisted word with a label's ending under a label that waits for its value."""
    return not is_known_label(words) and state.open is not None and not state.open.values and len(words) < 4


def _is_hint(clean: str, spans: Sequence[Span], index: int) -> bool:
    """（万元） on a line of its own belongs to the label above."""
    return index < len(spans) and _HINT.fullmatch(clean[spans[index].start : spans[index].end]) is not None


def _is_more_options(clean: str, state: _State, span: Span) -> bool:
    """其他（请注明）： below the boxes is one more of them."""
    if state.open is None or _OTHER.match(clean, span.start, span.end) is None:
        return False
    options = any(find_options(clean, value.start, value.end) for value in state.open.values)
    if options:
        state.open.add(span)
    return options


def _is_category(clean: str, state: _State, spans: Sequence[Span], index: int) -> bool:
    """核心基础 above boxes of 揭榜任务方向: the heading of some options, not an answer."""
    if state.open is None or index + 1 >= len(spans):
        return False
    label = clean[state.open.label.start : state.open.label.end]
    own = find_options(clean, spans[index].start, spans[index].end)
    if own or is_known_label(clean[spans[index].start : spans[index].end]):
        return False
    boxes = find_options(clean, spans[index + 1].start, spans[index + 1].end)
    return (
        bool(boxes)
        and CHOICE.search(label) is not None
        and could_be_label(clean[spans[index].start : spans[index].end])
    )


def _words(clean: str, span: Span) -> list[Span]:
    """The words of a line; 手机13800000000 is a label and its value (blanks before figures are not kept)."""
    found: list[Span] = []
    for match in _WORD.finditer(clean, span.start, span.end):
        joined = _LABEL_AND_VALUE.match(match.group())
        at = match.start() + joined.end() if joined is not None and is_shared_label(joined.group()) else match.start()
        found += [Span(match.start(), at)] if at > match.start() else []
        found.append(Span(at, match.end()))
    return found or [span]
