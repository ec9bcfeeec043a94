"""Lines of an own form outside a form's division: a label and its answer behind a gap (1. 企业全称    某某公司).

Or a label behind a mark (▍项目负责人) and its answer on the lines below.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from extractors.forms.labels.layout import FormPart, RawField
from extractors.forms.labels.words import ASKS_TEXT, could_be_label, is_known_label, label_core
from extractors.text.marks import NUMBERED
from extractors.text.spans import Span, trimmed
from schemas.outline import Role
from schemas.text import Text

_PAIR = re.compile(
    rf"[ \t\u3000]{{0,8}}(?P<number>{NUMBERED}|[A-Z]\d{{1,2}})?[ \t\u3000]{{0,4}}(?P<label>[^\s：:，。；！？]{{2,18}})"
    r"(?:[ \t\u3000]{1,40}(?P<value>\S.*))?",
    re.S,
)
_MARKED = re.compile(r"[ \t\u3000]{0,8}(?P<mark>[▍▎▌■◆●▪◇○★§#])\s?(?P<label>[^：:，。；！？\n]{2,24})[：:]?\s*")
_SLASH = re.compile(r"\s*[/／、]\s*")
_LEAST, _KNOWN = 4, 3  # lines of a run, and labels in it that the lexicon knows
_CONTINUED = 2  # lines of one answer besides its first


def marked_parts(clean: str, parts: Sequence[FormPart], role: Role) -> dict[int, RawField]:
    """By the index of a part the field that its heading is, its lines the answer: headings with one mark alike."""
    labels = _marked(clean, dict(_headings(parts)))
    return {at: RawField(label, role, None, list(parts[at].lines)) for at, label in labels.items()}


def _marked(clean: str, lines: Mapping[int, Span]) -> dict[int, Span]:
    """The labels behind the mark, by the index of their line; {} where they have several marks, or few are known."""
    matches = {at: _MARKED.fullmatch(clean, line.start, line.end) for at, line in lines.items()}
    marked = {at: match for at, match in matches.items() if match is not None}
    labels = [label_core(match["label"]) for match in marked.values()]
    known = sum(any(map(is_known_label, _SLASH.split(label))) for label in labels)
    if len({match["mark"] for match in marked.values()}) != 1 or known < _LEAST or 2 * known < len(labels):
        return {}
    return {at: trimmed(clean, *match.span("label")) for at, match in marked.items()}


def _over_answers(clean: str, lines: Sequence[Span], role: Role) -> list[RawField]:
    """Marked lines, each over the line that answers it, or over several where it asks for a text (项目摘要)."""
    labels = _marked(clean, dict(enumerate(lines)))
    found: list[RawField] = []
    for (at, label), end in zip(labels.items(), [*labels, len(lines)][1:], strict=True):
        long = ASKS_TEXT.search(label.of(clean)) is not None
        found.append(RawField(label, role, None, list(lines[at + 1 : end if long else min(end, at + 2)])))
    return found


def _headings(parts: Sequence[FormPart]) -> Iterator[tuple[int, Span]]:
    return ((at, part.heading) for at, part in enumerate(parts) if part.heading is not None and part.grid is None)


def read_gapped(text: Text, lines: Sequence[Span], role: Role) -> tuple[list[RawField], list[Span]]:
    """The fields of runs of such lines, and the lines that are in none.

    Numbered or known one by one; lines without a label go on with the answer. Where labels stand behind a mark, those.
    """
    found = _over_answers(text.clean, lines, role) or _in_runs(text.clean, lines, role)
    taken = sorted([one.start for field in found for one in (field.label, *field.values)])
    return found, [line for line in lines if bisect_left(taken, line.start) == bisect_left(taken, line.end)]


def _in_runs(clean: str, lines: Sequence[Span], role: Role) -> list[RawField]:
    found: list[RawField] = []
    run: list[RawField] = []
    known = behind = 0
    for span in (*lines, None):
        pair = _pair(clean, span, role, numbered=bool(run)) if span is not None else None
        if pair is not None:
            run.append(pair)
            known += is_known_label(label_core(pair.label.of(clean)))
            behind = 0
        elif span is not None and run and run[-1].values and behind < _CONTINUED:
            run[-1].add(span)
            behind += 1
        else:
            found += run if len(run) >= _LEAST and known >= _KNOWN and _is_answered(run) else []
            run, known, behind = [], 0, 0
    return found


def _is_answered(run: Sequence[RawField]) -> bool:
    """Half of the labels have an answer: 1. 项目名称 over 2. 项目负责人 and no more only says what follows."""
    return 2 * sum(bool(field.values) for field in run) >= len(run)


def _pair(clean: str, span: Span, role: Role, *, numbered: bool) -> RawField | None:
    """The line's label and answer; one that the lexicon does not know has a number, as the lines above it."""
    match = _PAIR.fullmatch(clean, span.start, span.end)
    if match is None:
        return None
    words, told = match["label"], match["value"] is not None
    if is_known_label(label_core(words)):
        usable = told or match["number"] is not None
    else:
        usable = told and match["number"] is not None and numbered and could_be_label(words)
    if not usable:
        return None
    values = [trimmed(clean, *match.span("value"))] if told else []
    return RawField(Span(*match.span("label")), role, None, values)
