"""Evidence in its context: the sentence around the words, as far as its document is known."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from schemas.evidence import Evidence
from schemas.notice import Notice
from schemas.submission import Submission

SENTENCE_END = re.compile(r"[。！？；\n\t]")
BREAK = re.compile(r"\s*\n\s*|[ \t\u3000]{2,}|\t")
WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")


@dataclass(frozen=True, slots=True)
class Quote:
    """``words`` as evidence has them, the context on both sides, the page (from 1), the file of several.

    Line breaks of the layout are taken out; what is too long is cut, with … in its place.
    """

    before: str
    words: str
    after: str
    page: int | None
    file: str | None


@dataclass(frozen=True, slots=True)
class Length:
    """How many characters of the words, and of the context on each side, are shown."""

    words: int
    around: int


FULL = Length(words=600, around=110)
SHORT = Length(words=160, around=36)


class Quoter:
    """Quotes out of one record's documents.

    ``texts`` maps a file's path to its text; where that is unknown the smallest evidence of the record that holds
    the words is their context.
    """

    def __init__(self, record: Notice | Submission, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._path = record.source.path
        self._wider = sorted(_evidence_of(record), key=lambda evidence: evidence.end - evidence.start)

    def quote(self, evidence: Evidence | None, length: Length = FULL) -> Quote | None:
        """The words in their context, or None for None."""
        if evidence is None:
            return None
        text, start, end = self._context(evidence)
        before, after = sentence_around(text, start, end, length.around)
        return Quote(before, _shorten(flow(evidence.text), length.words), after, evidence.page, evidence.file)

    def _context(self, evidence: Evidence) -> tuple[str, int, int]:
        text = self._texts.get(evidence.file or self._path, "")
        if evidence.text and text[evidence.start : evidence.end] == evidence.text:
            return text, evidence.start, evidence.end
        for wider in self._wider:
            start = evidence.start - wider.start
            end = evidence.end - wider.start
            if wider.file == evidence.file and start >= 0 and wider.text[start:end] == evidence.text != wider.text:
                return wider.text, start, end
        return evidence.text, 0, len(evidence.text)


def sentence_around(text: str, start: int, end: int, around: int) -> tuple[str, str]:
    """What stands before and behind ``text[start:end]`` in its sentence, at most ``around`` characters each.

    A single line break is a wrap where the line does not end a sentence; an empty line ends one.
    """
    left = text[max(0, start - 3 * around) : start]
    right = text[end : end + 3 * around]
    before = flow(_last_sentence(left))
    after = flow(_first_sentence(right))
    if len(before) > around:
        before = "…" + before[-around:]
    if len(after) > around:
        after = after[:around] + "…"
    return before, after


def flow(text: str) -> str:
    """The text on one line: wraps between Chinese characters vanish, others become a space."""
    joined, *parts = BREAK.split(text)
    for part in parts:
        wide = bool(joined) and bool(part) and (WIDE.match(joined[-1]) or WIDE.match(part[0]))
        joined += part if wide or not joined or not part else f" {part}"
    return joined.strip()


def _last_sentence(text: str) -> str:
    text = text[text.rfind("\n\n") + 2 :] if "\n\n" in text else text
    ends = [match.end() for match in SENTENCE_END.finditer(text) if match.group() not in "\n\t"]
    return text[ends[-1] :] if ends else text


def _first_sentence(text: str) -> str:
    text = text.split("\n\n", 1)[0]
    end = next((match.end() for match in SENTENCE_END.finditer(text) if match.group() not in "\n\t"), len(text))
    return text[:end]


def _shorten(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return f"{text[: most * 2 // 3]} …… {text[-most // 3 :]}"


def _evidence_of(record: Notice | Submission) -> Iterator[Evidence]:
    groups: list[Sequence[object]] = [record.sections, record.form_fields]
    if isinstance(record, Notice):
        groups += [record.directions, record.targets, record.eligibility, record.materials, record.deadlines]
        groups += [[clause for direction in record.directions for clause in direction.clauses], record.obligations]
    else:
        groups += [record.passages, record.targets, record.attachments]
    for group in groups:
        for item in group:
            evidence = getattr(item, "evidence", None)
            if isinstance(evidence, Evidence):
                yield evidence
