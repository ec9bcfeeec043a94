"""Blank forms whose labels stand one below the other with nothing but a mark before them: ◆ 单位名称及地址."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from extractors.forms.labels.in_lines import UNIT_BEHIND
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.signed import is_place_to_sign
from extractors.forms.labels.words import asks_for_text, could_be_label, has_label_shape, is_known_label
from extractors.text.spans import Span
from schemas.outline import Role

_LABEL = re.compile(
    r"\s*(?P<mark>[◆●■▲▪•·◇○▶➢★☆◎※❖►]|[-–—－]{1,2})\s*"
    r"(?P<label>[^\s。；;：:，,！!_＿][^\s。；;：:，,！!_＿]{1,40}?)\s?[:：]?\s*"
)
# （本栏不超过700字）, a line to write on
_ROOM = re.compile(r"[（(【〔\[][^（）()【】〔〕\[\]\n]{1,60}[）)】〕\]]|[_＿\s]{2,400}")
_NOTE = re.compile(
    r"[^\n]{2,120}[。：:]|[（(【][^\n]{2,120}[）)】]|[\u4e00-\u9fff]{2,20}"
)  # how to fill it in, its title
_FILLS = re.compile(r"填|写[在入于到]|空[格白栏]|横线|方?框[里内中]|作答|回答")
_SIGNED = re.compile(r"签[字名章]|盖章|公章|印章|年[\s_＿]*月[\s_＿]*日")
_LEAST = 5
_FOOT = 3  # lines below the last label


def asks_by_marks(lines: Sequence[str]) -> bool:
    """Nothing but such labels and room for their answers, below a note and above who signs.

    Half of them look like labels by themselves, or the note says where to fill them in: the points of a text and the
    chapters of an outline are marked so too.
    """
    return bool(_labels(lines))


def marked_labels(clean: str, spans: Sequence[Span], index: int, role: Role) -> tuple[list[RawField], int]:
    """The fields of such a form, and how many lines they are; [] and 0 from any line but its first."""
    if index or role is not Role.FORM:
        return [], 0
    found: list[RawField] = []
    labels = _labels([span.of(clean) for span in spans])
    for (at, label), end in zip(labels.items(), [*list(labels)[1:], len(spans)], strict=False):
        start = spans[at].start + label.start("label")
        hints = [span for span in spans[at + 1 : end] if _ROOM.fullmatch(span.of(clean))]
        found.append(RawField(Span(start, start + len(label["label"])), role, None, hints))
    return found, len(spans) if found else 0


def _labels(lines: Sequence[str]) -> dict[int, re.Match[str]]:
    """The labels by the indices of their lines; {} where the lines are no such form."""
    lines = list(lines)
    above = len(lines) - len(list(dropwhile(lambda line: _LABEL.fullmatch(line) is None, lines)))
    marked = {at: label for at, line in enumerate(lines) if (label := _LABEL.fullmatch(line)) is not None}
    labels = [label["label"] for label in marked.values()]
    if len(labels) < _LEAST or len({label["mark"] for label in marked.values()}) > 1:
        return {}
    last = max(marked)
    between = [line for at, line in enumerate(lines[:last]) if at > above and at not in marked]
    foot = [line for line in lines[last + 1 :] if _ROOM.fullmatch(line) is None]
    whole = all(map(_NOTE.fullmatch, lines[:above])) and all(map(_ROOM.fullmatch, between)) and _are_signed(foot)
    if not whole or not all(map(could_be_label, labels)):
        return {}
    filled = any(map(_FILLS.search, lines[:above]))
    return marked if filled or 2 * sum(map(_looks_so, labels)) >= len(labels) else {}


def _are_signed(foot: Sequence[str]) -> bool:
    return len(foot) <= _FOOT and all(is_place_to_sign(line) or _SIGNED.search(line) is not None for line in foot)


def _looks_so(words: str) -> bool:
    known = is_known_label(words) or has_label_shape(words)
    return known or UNIT_BEHIND.search(words) is not None or asks_for_text(words)
