"""Fields that ask for several things in one cell: 单位人数/研发人员人数 | 870人/160人, 联系人（姓名/手机） | …."""

import re

from extractors.forms.parts import RawField
from extractors.forms.words import is_group_label, is_known_label, is_shared_label, label_core
from extractors.text.spans import Span, trimmed

_MARK = re.compile(r"\s*[/\uff0f、]\s*")
_STROKE = re.compile(r"\s*[/\uff0f]\s*")
_LABELS = re.compile(r"(?P<group>[^（()）/\uff0f]{2,12})[（(](?P<labels>[^（()）]+)[）)]\s*[:：]?")
# One label with a stroke in it, whose answer may hold a stroke as well: 总工程师/研究员.
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
    known = is_shared_label if group is not None else is_known_label
    if len(parts) < 2 or not all(known(part.of(clean)) for part in parts):
        return None, []
    return group, parts


def split_value(clean: str, value: Span, labels: list[Span]) -> list[Span]:
    """The answers, one a label, an empty one where a stroke has nothing before or behind it; [] where their number
    is another one.
    """
    for mark in (_STROKE, _MARK):
        parts = _pieces(clean, value, mark)
        if len(parts) == len(labels):
            return parts
    parts = _pieces(clean, value, _STROKE, empty=True)
    return parts if len(parts) == len(labels) > 2 else []


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
        found.append(raw)
        group, labels = split_label(clean, raw.label)
        if group is not None:
            person = group.of(clean)
        elif raw.group is not None:
            person = raw.group
        elif not all(is_shared_label(label.of(clean)) for label in labels) or not labels:
            person = None
        values = split_value(clean, raw.values[0], labels) if labels and len(raw.values) == 1 else []
        found += [RawField(lab, raw.role, person, [val]) for lab, val in zip(labels, values, strict=False)]
    return found
