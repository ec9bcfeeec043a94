"""Fields that ask for several things in one cell: 单位人数/研发人员人数 | 870人/160人, 联系人（姓名/手机） | …."""

import re
from collections.abc import Sequence

from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import (
    could_be_label,
    has_label_shape,
    is_group_label,
    is_known_label,
    is_person_label,
    is_shared_label,
    label_core,
)
from extractors.text.spans import Span, trimmed
from extractors.values.person_names import is_name

_MARK = re.compile(r"\s*[/\uff0f、]\s*")
_ANY_MARK = re.compile(r"\s*[，,；;｜|/\uff0f、\s]\s*")  # 张某，研究员，12年 behind a bracket that lists these parts
_BEFORE_FIGURE = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=\d{3})")  # 姓名/电话: 某某 139…
_STROKE = re.compile(r"\s*[/\uff0f]\s*")
_LINE = re.compile(r"\s*\n\s*")
# 其中：申请省级资金（万元） and 自筹资金（万元） below it, in one cell
_SUM = re.compile(r"(?:其中\s*[:：]?\s*)?[\u4e00-\u9fff]{3,14}[（(][亿万千]?元[)）]\s*[:：]?")
_IN_MONEY = re.compile(r"[（(](?:单位[:：])?万元[)）]\s*[:：]?$")
_SUM_TOLD = re.compile(
    r"(?:其中\s*[:：]?\s*)?(?P<name>[\u4e00-\u9fff]{3,10})\s*[:：为]?\s*(?P<sum>\d[\d,]{0,10}(?:\.\d{1,4})?)"
)
_BETWEEN_SUMS = re.compile(r"\s*(?:[，；;、。（()）]|,(?!\d{3}))\s*")
_LEAST_SUMS = 2
_WITHIN = re.compile(r"其中\s*[:：]?\s*")
_LABELS = re.compile(r"(?P<group>[^（()）/\uff0f]{2,12})[（(](?P<labels>[^（()）]+)[）)]\s*[:：]?")
# 李明（职务：总经理，电话：139…）: a bracket that holds parts parts as well
# 姓名 李明／手机 139…: so does a stroke before the label of a part
_PART_MARK = re.compile(
    r"\s*(?:[；;｜|，,\n]|[（(](?=[^（()）]{0,80}[:：；;，,])"
    r"|(?<!职务|职称|学历|学位|部门|电话|手机)[/\uff0f]\s*"
    r"(?=(?:职务|职称|学历|学位|部门|(?:联系)?电话|手机|传真|(?:电子)?邮箱)[\s：:\da-zA-Z职]))\s*"
)
_OPEN_BRACKET = re.compile(r"[（(][^（()）]*$")
_WORD = re.compile(r"[^\s：:]+")
_LABEL_AND_FIGURE = re.compile(r"[\u4e00-\u9fff]{2,6}(?=[\dA-Za-z])")
# One label with a stroke in it, whose answer may hold a stroke as well: 总工程师/研究员.
_LEAST_SHARED = 2
_LEAST_LISTED = 3  # answers that a comma or a blank parts as well
_ONE = frozenset({"职务职称", "职称职务", "组织机构代码三证合一码", "学历学位"})


def split_label(clean: str, label: Span) -> tuple[Span | None, list[Span]]:
    """The group's label, if any, and the labels joined by strokes; [] where it is one label."""
    words = label.of(clean)
    match = _LABELS.fullmatch(words)
    group = None
    start, end = label.start, trimmed(clean, label.start, label.end, "：:").end
    if match is not None and is_group_label(match.group("group")):
        group = Span(label.start + match.start("group"), label.start + match.end("group"))
        start, end = label.start + match.start("labels"), label.start + match.end("labels")
    parts = _merge_one(clean, _pieces(clean, Span(start, end), _MARK))
    said = [part.of(clean) for part in parts]
    if len(parts) < 2 or not (_are_parts(said) if group is not None else all(map(is_known_label, said))):
        return None, []
    return group, parts


def _are_parts(words: Sequence[str]) -> bool:
    """What a person has; one of several may be what no lexicon knows: 姓名、职称、从业年限."""
    shared = sum(map(is_shared_label, words))
    return shared == len(words) or (
        shared >= _LEAST_SHARED and shared >= len(words) - 1 and all(map(could_be_label, words))
    )


def split_value(clean: str, value: Span, labels: list[Span]) -> list[Span]:
    """The answers, one a label, an empty one where a stroke has nothing before or behind it; [] where their number
    is another one.
    """
    several = len(labels) >= _LEAST_LISTED and not re.search("[：:]", value.of(clean))
    for mark in (_STROKE, _MARK, _ANY_MARK) if several else (_STROKE, _MARK, _BEFORE_FIGURE):
        parts = _pieces(clean, value, mark)
        if len(parts) == len(labels):
            return parts
    parts = _pieces(clean, value, _STROKE, empty=True)
    return parts if len(parts) == len(labels) > 2 else []


def _sums(clean: str, raw: RawField) -> list[RawField]:
    """The fields of a cell that asks for one sum a line, each with its line of the answer; [] where it asks for one.

    Or where the answer has another number of lines.
    """
    labels = _pieces(clean, raw.label, _LINE)
    values = [piece for value in raw.values for piece in _pieces(clean, value, _LINE)]
    if (
        len(labels) < 2
        or not all(_SUM.fullmatch(one.of(clean)) for one in labels)
        or len(values) not in (0, len(labels))
    ):
        return []
    heads = [_WITHIN.match(clean, one.start, one.end) for one in labels]
    bare = [
        Span(head.end() if head is not None else one.start, one.end) for head, one in zip(heads, labels, strict=True)
    ]
    return [
        RawField(trimmed(clean, label.start, label.end, "：:"), raw.role, raw.group, [values[at]] if values else [])
        for at, label in enumerate(bare)
    ]


def _sums_told(clean: str, raw: RawField) -> list[RawField]:
    """总经费480，其中财政补助180，自筹经费300 behind 经费（万元）: each sum with its name; [] for any other answer."""
    if len(raw.values) != 1 or _IN_MONEY.search(raw.label.of(clean)) is None:
        return []
    told = [_SUM_TOLD.fullmatch(clean, one.start, one.end) for one in _pieces(clean, raw.values[0], _BETWEEN_SUMS)]
    sums = [one for one in told if one is not None]
    named = len(sums) >= _LEAST_SUMS and len(sums) == len(told) and is_known_label(sums[0]["name"])
    return [RawField(Span(*one.span("name")), raw.role, None, [Span(*one.span("sum"))]) for one in sums if named]


def _pieces(clean: str, span: Span, marks: re.Pattern[str], empty: bool = False) -> list[Span]:
    found, at = [], span.start
    for mark in marks.finditer(clean, span.start, span.end):
        found.append(trimmed(clean, at, mark.start()))
        at = mark.end()
    found.append(trimmed(clean, at, span.end))
    return [piece for piece in found if empty or piece.end > piece.start]


def _merge_one(clean: str, parts: list[Span]) -> list[Span]:
    """职务/职称 stays one label among the others."""
    found: list[Span] = []
    for part in parts:
        if found and label_core(found[-1].of(clean) + part.of(clean)) in _ONE:
            found[-1] = Span(found[-1].start, part.end)
        else:
            found.append(part)
    return found


def with_parts(clean: str, raws: list[RawField]) -> list[RawField]:
    """The fields, each that asks for several things followed by its parts where the answer has as many.

    手机/邮箱 behind 负责人（姓名/职务） belongs to the same person.
    """
    found: list[RawField] = []
    person: str | None = None
    for raw in raws:
        if several := _sums(clean, raw) or _parts_asked(clean, raw):
            found += several
            continue
        found += [raw, *_sums_told(clean, raw)]
        group, labels = split_label(clean, raw.label)
        if group is not None:
            person = group.of(clean)
        elif raw.group is not None:
            person = raw.group
        elif not all(is_shared_label(label.of(clean)) for label in labels) or not labels:
            person = None
        if is_person_label(raw.label.of(clean)) and not labels:
            told = _parts_told(clean, raw)
            raw.values = _said_of_whole(clean, raw, told)
            found += told
            continue
        values = split_value(clean, raw.values[0], labels) if labels and len(raw.values) == 1 else []
        found += [RawField(lab, raw.role, person, [val]) for lab, val in zip(labels, values, strict=False)]
    return found


def _parts_asked(clean: str, raw: RawField) -> list[RawField]:
    """课题组长：姓名 学位 职称 手机: nothing but what is asked of that person stands behind; [] for other fields.

    姓名 opens such a list, and more than half of it says by itself that it is a label: 姓名 某某 职称 tells her name.
    """
    parts = _pieces(clean, raw.values[0], _ANY_MARK) if len(raw.values) == 1 else []
    words = [part.of(clean) for part in parts]
    if len(words) < _LEAST_SHARED or label_core(words[0]) != "姓名" or not all(map(could_be_label, words)):
        return []
    told = not has_label_shape(words[1]) and is_name(words[1], labelled=True)
    if told or sum(map(has_label_shape, words)) * 2 <= len(words):
        return []
    group = trimmed(clean, raw.label.start, raw.label.end, "：:").of(clean)
    return [RawField(part, raw.role, group) for part in parts]


def _parts_told(clean: str, raw: RawField) -> list[RawField]:
    """姓名 某某；手机 1…, 某某 ｜ 手机 1…: the parts of a person that the value tells with their labels."""
    found: list[RawField] = []
    open_ = False  # the words belong to the last label
    for value in raw.values:
        for piece in _pieces(clean, value, _PART_MARK):
            for word in _words(clean, _without_closing(clean, piece)):
                words = word.of(clean)
                if _is_part(words):
                    found.append(RawField(word, raw.role, raw.label.of(clean)))
                    open_ = True
                elif open_:
                    before = found[-1].values
                    found[-1].values = [Span(before[0].start, word.end)] if before else [word]
            open_ = False
    return [part for part in found if part.values]


def _said_of_whole(clean: str, raw: RawField, told: list[RawField]) -> list[Span]:
    """The person's name, where the parts tell it, else what stands before the first of them."""
    if not told:
        return raw.values
    named = next((part for part in told if label_core(part.label.of(clean)) == "姓名"), None)
    before = trimmed(clean, raw.values[0].start, told[0].label.start, "；;｜|，,（( /\uff0f")
    opened = _OPEN_BRACKET.search(before.of(clean))  # 王芳（科技处，
    before = trimmed(clean, before.start, before.start + opened.start()) if opened is not None else before
    return named.values if named is not None else [before] if before.end > before.start else raw.values


def _without_closing(clean: str, piece: Span) -> Span:
    """The piece without the bracket that closes one opened before it."""
    words = piece.of(clean)
    closes = words.endswith(("）", ")")) and not re.search("[（(]", words)
    return Span(piece.start, piece.end - 1) if closes else piece


def _words(clean: str, piece: Span) -> list[Span]:
    """Words between blanks and colons; 手机13800000000 is a label and its value."""
    found: list[Span] = []
    for match in _WORD.finditer(clean, piece.start, piece.end):
        label = _LABEL_AND_FIGURE.match(match.group())
        at = match.start() + label.end() if label is not None and _is_part(label.group()) else match.start()
        found += [Span(match.start(), at)] if at > match.start() else []
        found.append(Span(at, match.end()))
    return found


def _is_part(words: str) -> bool:
    """手机, and 职称/学位, of which each is the label of a part."""
    return all(is_shared_label(part) for part in _STROKE.split(words)) or is_shared_label(words)
