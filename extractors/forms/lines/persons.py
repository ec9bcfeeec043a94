"""Lines that a person heads without a colon: 揭榜负责人 手机：, and 首席育种家 手机： below 首席育种家 姓名：."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from extractors.forms.labels.in_lines import labelled
from extractors.forms.labels.words import could_be_label, is_person_label, is_shared_label
from extractors.forms.lines.heads import group_named
from extractors.text.spans import Span

_HEAD = re.compile(r"(?P<head>[\u4e00-\u9fff]{2,12})[ \t\u3000]+(?P<label>[\u4e00-\u9fff/]{2,8})\s?[:：]")
_PERSON = re.compile(r"[\u4e00-\u9fff]{1,6}[人员师长手匠]")
_LEAST = 2  # lines that begin so
_INFORMATION = re.compile(r"(?:的?基本)?(?:信息|情况|资料|简况)$")


def captioned_person(words: str) -> str:
    """项目负责人 of 表2 项目负责人信息 and of 项目负责人 over a table; empty for other captions."""
    return group_named(words) or group_named(_INFORMATION.sub("", words.strip()))


def heads_of(clean: str, spans: Sequence[Span]) -> frozenset[str]:
    """What begins several lines before parts of a person each (姓名：, 手机：), whatever it is called."""
    matches = (_HEAD.match(clean, span.start, span.end) for span in spans)
    counts = Counter(m["head"] for m in matches if m is not None and is_shared_label(m["label"]))
    return frozenset(head for head, count in counts.items() if count >= _LEAST and could_be_label(head))


def heads_parts(labels: Sequence[str]) -> bool:
    """领航人 before 职务 and 手机 in one line: a person by what it is called and by what is asked behind it."""
    return _PERSON.fullmatch(labels[0]) is not None and any(map(is_shared_label, labels[1:]))


def behind_person(clean: str, span: Span, heads: Collection[str]) -> list[tuple[Span, Span]]:
    """Who heads the line, with nothing behind, and the parts with their values; [] for other lines."""
    match = _HEAD.match(clean, span.start, span.end)
    if match is None or not (is_person_label(match["head"]) or match["head"] in heads):
        return []
    at = match.start("label")
    pairs = labelled(clean, at, span.end, anywhere=match["head"] in heads)
    known = match["head"] in heads or (bool(pairs) and is_shared_label(pairs[0][0].of(clean)))
    head = Span(*match.span("head"))
    return [(head, Span(head.end, head.end)), *pairs] if known and pairs and pairs[0][0].start == at else []
