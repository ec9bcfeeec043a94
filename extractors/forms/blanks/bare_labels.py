"""Blank forms of nothing but labels, a line each, below a note that says where to write: （请填在各栏下面的框内）."""

import re
from collections.abc import Sequence
from itertools import takewhile

from extractors.forms.labels.layout import RawField
from extractors.forms.labels.signed import is_place_to_sign
from extractors.forms.labels.words import could_be_label, is_shared_label
from extractors.text.spans import Span
from extractors.text.ticks import find_options
from schemas.outline import Role

_LABEL = re.compile(r"[^\s。；;：:，,！!?？_＿（()）]{2,24}(?:[（(][^（()）\n]{1,40}[）)])?")
# where the answers go, which are left out of the template
_NOTE = re.compile(
    r"[（(【〔]?(?=[^\n]{0,80}[填写答])(?=[^\n]{0,80}(?:框|下[面方一行]|其下|空[格白行]|横线|换行|另起))[^\n]{6,100}"
)
_ROOM = re.compile(r"[_＿\s]{2,400}")
_SIGNED = re.compile(r"签[字名章]|盖章|公章|印章|年[\s_＿]*月[\s_＿]*日")
_PARTS = re.compile(r"(?P<group>[^（()）\s]{2,16})[（(](?P<parts>[^（()）\n]{3,40})[）)]")
_BETWEEN = re.compile(r"[、，,/／]")
_LEAST, _FOOT = 5, 3  # labels; lines below them


def bare_labels(clean: str, spans: Sequence[Span], index: int, role: Role) -> tuple[list[RawField], int]:
    """The fields of such a form, and how many lines they are; [] and 0 from any line but its first.

    依托人（姓名、手机） asks for two of that person.
    """
    if index or role is not Role.FORM or not spans or _NOTE.fullmatch(clean, spans[0].start, spans[0].end) is None:
        return [], 0
    asked = [span for span in spans[1:] if _ROOM.fullmatch(clean, span.start, span.end) is None]
    labels = list(takewhile(lambda span: _is_label(span.of(clean)), asked))
    foot = [span.of(clean) for span in asked[len(labels) :]]
    signed = all(is_place_to_sign(line) or _SIGNED.search(line) is not None for line in foot)
    if len(labels) < _LEAST or len(foot) > _FOOT or not signed:
        return [], 0
    return [raw for label in labels for raw in _fields(clean, label, role)], len(spans)


def _is_label(words: str) -> bool:
    whole = _LABEL.fullmatch(words) is not None and could_be_label(words) and not is_place_to_sign(words)
    return whole and _SIGNED.search(words) is None and not find_options(words, 0, len(words))


def _fields(clean: str, label: Span, role: Role) -> list[RawField]:
    """The label, or the parts that its bracket lists of a person or a unit: the first is what any has (姓名)."""
    match = _PARTS.fullmatch(label.of(clean))
    if match is None:
        return [RawField(label, role)]
    found, at = [], label.start + match.start("parts")
    for words in _BETWEEN.split(match["parts"]):
        found.append(Span(at, at + len(words)))
        at += len(words) + 1
    said = [part.of(clean) for part in found]
    parts = len(said) > 1 and is_shared_label(said[0]) and all(map(could_be_label, said))
    return [RawField(part, role, match["group"]) for part in found] if parts else [RawField(label, role)]
