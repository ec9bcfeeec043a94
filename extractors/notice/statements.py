"""Statements of a call: the sentences under headings or labels of one kind, and those that say it elsewhere."""

import re

from extractors.directions.labels.parts import FORM_ROLES, running_end
from extractors.text.items import number_at
from extractors.text.labels_in_line import labelled_stretches
from extractors.text.spans import Span, sentences, trimmed
from schemas.outline import Outline
from schemas.text import Text

_LEAD = re.compile(r"[:：]$|^(?:具体|有关|现将|特此)|^.{0,3}(?:如下|见附件\S{0,4})$")
_ITEM_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z“”、]{2,14}")
_SHORTEST = 5


def find_statements(
    text: Text, outline: Outline, title: re.Pattern[str], signal: re.Pattern[str], *, elsewhere: re.Pattern[str]
) -> list[Span]:
    """The sentences without their numbers, in order; leads (如下：) are left out.

    Under a heading or a label (评审验收。…) that ``title`` matches a sentence with
    ``signal`` counts; in the rest of
    the call one that has ``elsewhere``. Forms and templates are no call.
    """
    found: dict[int, Span] = {}
    for start, end in _titled(text, outline, title):
        for span in _sentences(text, start, end):
            if signal.search(span.of(text.clean)):
                found.setdefault(span.start, span)
    for division in outline.divisions:
        if division.role not in FORM_ROLES:
            for span in _sentences(text, division.start, division.end):
                if elsewhere.search(span.of(text.clean)):
                    found.setdefault(span.start, span)
    return _outermost([found[start] for start in sorted(found)])


def _outermost(spans: list[Span]) -> list[Span]:
    """Without those that lie inside the one before: 500万元 in 资助额度：500万元."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


def _titled(text: Text, outline: Outline, title: re.Pattern[str]) -> list[tuple[int, int]]:
    found = [
        (section.heading_end, running_end(text, section.heading_end, section.end))
        for section in outline.sections
        if title.search(section.title) and outline.divisions[section.division].role not in FORM_ROLES
    ]
    label = re.compile(rf"[^，。；：:\n]{{0,8}}(?:{title.pattern})[^，。；：:\n]{{0,6}}[。:：]")
    return found + labelled_stretches(text, outline, label)


def _sentences(text: Text, start: int, end: int) -> list[Span]:
    found = []
    opened: Span | None = None  # 1. 行业资源对接。面向…: the item's name belongs to its sentence
    for span in sentences(text.clean, start, end):
        style, body = number_at(text.clean, span.start, span.end)
        if opened is not None and "\n" not in text.clean[opened.end : span.start]:
            body = opened.start
        opened = Span(body, span.end) if style and _ITEM_NAME.fullmatch(text.clean, body, span.end) else None
        if opened is not None and text.clean[span.end : span.end + 1] == "。":
            continue
        inner = trimmed(text.clean, body, span.end, "。；;")
        words = inner.of(text.clean)
        if len(words) >= _SHORTEST and not _LEAD.search(words):
            found.append(inner)
    return found
