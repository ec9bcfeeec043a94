"""Lines whose room to write is drawn in one way: 名称（　　）, 名称 →, 【名称】 and ● 名称：."""

import re
from collections.abc import Sequence

from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import could_be_label, is_known_label
from extractors.text.spans import Span, trimmed
from schemas.outline import Role

_BEFORE = r"(?:\d{1,2}[.．、)）]\s?|[（(]\d{1,2}[)）]\s?|[①-⑳]\s?)?"
_BULLET = r"[●■◆▪•➢►▶◇○·※*＊☆★△▲]\s?"
_LABEL = (
    r"(?P<label>[\u4e00-\u9fff][^。；;，！!？?：:\s_＿….．·（()）【】〔〕\[\]→⇒=＝>＞-]{1,24}"
    r"(?:[（(][^（()）]{1,30}[）)])?)\s?"
)
_ANSWER = r"(?P<value>[^\n]{0,80})"
# How the room is drawn, blank or with what was written there
_KINDS = (
    # In a round bracket a unit or a remark stands as well: blank only
    re.compile(rf"{_BEFORE}{_LABEL}[（(](?P<value>[\s_＿]{{0,80}})[）)]"),
    re.compile(rf"{_BEFORE}{_LABEL}[【〔\[［](?P<value>[^（()）【】〔〕\[\]]{{0,80}})[】〕\]］]"),
    re.compile(rf"{_BEFORE}{_LABEL}[.．·]{{6,200}}{_ANSWER}"),
    re.compile(rf"{_BEFORE}{_LABEL}[-—－–]{{4,200}}{_ANSWER}"),
    re.compile(rf"{_BEFORE}{_LABEL}(?:[-=]?[→⇒>＞]|[=＝])\s?{_ANSWER}"),
    re.compile(rf"[【〔\[［]{_LABEL}[】〕\]］](?P<value>)"),
    re.compile(rf"{_BULLET}{_LABEL}[:：]\s?{_ANSWER}"),
)
# （请在此填写）: no answer
_HINT = re.compile(r"[\s_＿…]*|请?(?:在|于)?(?:此处?|这里|本栏)?(?:如实)?填[写报]?")
_SIGNED = re.compile(r"签[字名章]|公章|盖章|印章")
_LEAST, _KNOWN = 4, 2


def drawn_rooms(clean: str, spans: Sequence[Span], index: int, role: Role) -> tuple[list[RawField], int]:
    """The fields of the lines from ``index`` on that are alike, and how many lines they are; ([], 0) for too few.

    The lexicon knows some of the labels, and most where something is written in the rooms.
    """
    for kind in _KINDS:
        found = _run(clean, spans, index, role, kind)
        if found:
            return found, len(found)
    return [], 0


def has_drawn_room(line: str) -> bool:
    """The line is a label and the room for its answer."""
    matches = (kind.fullmatch(line) for kind in _KINDS)
    return any(one is not None and could_be_label(one["label"]) and _HINT.fullmatch(one["value"]) for one in matches)


def _run(clean: str, spans: Sequence[Span], index: int, role: Role, kind: re.Pattern[str]) -> list[RawField]:
    """The lines of one kind from the first of them on."""
    if index and _field(clean, spans[index - 1], role, kind) is not None:
        return []
    found: list[RawField] = []
    for at in range(index, len(spans)):  # no slice: it is asked from every line of a long file
        one = _field(clean, spans[at], role, kind)
        if one is None:
            break
        found.append(one)
    return found if _are_fields(clean, found) else []


def _field(clean: str, span: Span, role: Role, kind: re.Pattern[str]) -> RawField | None:
    match = kind.fullmatch(clean, span.start, span.end)
    if match is None or not could_be_label(match["label"]) or _SIGNED.search(match.group()):
        return None
    value = trimmed(clean, *match.span("value"))
    blank = _HINT.fullmatch(value.of(clean)) is not None
    return RawField(Span(*match.span("label")), role, None, [] if blank else [value])


def _are_fields(clean: str, found: Sequence[RawField]) -> bool:
    known = sum(is_known_label(raw.label.of(clean)) for raw in found)
    answered = any(raw.values for raw in found)
    return len(found) >= _LEAST and known >= _KNOWN and (not answered or 2 * known >= len(found))
