"""Evidence in its context: the sentence around the words, as far as its document is known."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from schemas.evidence import Evidence
from schemas.notice import Notice
from schemas.submission import Submission

SENTENCE_END = re.compile(r"[。！？；]")
LINE_BREAK = re.compile(r"\n\s*")
WRAP = re.compile(r"[ \t]*\n\s*")
GAP = re.compile(r"[ \u3000]{2,}|\t+")
ROW = re.compile(rf"{GAP.pattern}|[|│]")
"""What only a line of a table or a form has: gaps between columns, or drawn borders."""

LABEL = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[^\n。，：]{2,12}：)")
WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
FULL_LINE = 18
"""A line with fewer characters ends a paragraph (a form's row, a heading); a longer one may be wrapped."""


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

    ``texts`` maps a file's path to its text (evidence names a file of several by the end of its path); where that is
    unknown the smallest evidence of the record that holds the words is their context.
    """

    def __init__(self, record: Notice | Submission, texts: Mapping[str, str]) -> None:
        files = record.files if isinstance(record, Submission) else ()
        self._texts = [(path, texts[path]) for source in (record.source, *files) if (path := source.path) in texts]
        self._wider = sorted(_evidence_of(record), key=lambda evidence: evidence.end - evidence.start)

    def quote(self, evidence: Evidence | None, length: Length = FULL) -> Quote | None:
        """The words in their context, or None for None."""
        if evidence is None:
            return None
        text, start, end = self._context(evidence)
        before, after = sentence_around(text, start, end, length.around)
        return Quote(before, _shorten(flow(evidence.text).strip(), length.words), after, evidence.page, evidence.file)

    def _context(self, evidence: Evidence) -> tuple[str, int, int]:
        for path, text in self._texts:
            known = evidence.file is None or path == evidence.file or path.endswith(f"/{evidence.file}")
            if known and evidence.text and text[evidence.start : evidence.end] == evidence.text:
                return text, evidence.start, evidence.end
        for wider in self._wider:
            start = evidence.start - wider.start
            end = evidence.end - wider.start
            if wider.file == evidence.file and start >= 0 and wider.text[start:end] == evidence.text != wider.text:
                return wider.text, start, end
        return evidence.text, 0, len(evidence.text)


def sentence_around(text: str, start: int, end: int, around: int) -> tuple[str, str]:
    """What stands before and behind ``text[start:end]`` in its sentence, at most ``around`` characters each.

    A line break behind a long line is a wrap; behind a short one, a table's row, or before a label, it ends the
    sentence. What parts the words from their neighbours (a cell's border, a space) is kept.
    """
    before = flow(_last_sentence(text[max(0, start - 3 * around) : start], text[start : start + 16])).lstrip()
    line_start = text.rfind("\n", 0, end) + 1
    after = flow(_first_sentence(text[end : end + 3 * around], text[line_start:end])).rstrip()
    if len(before) > around:
        before = "…" + before[-around:]
    if len(after) > around:
        after = after[:around] + "…"
    return before, after


def flow(text: str) -> str:
    """The text on one line: wraps between Chinese characters vanish, others become a space, gaps stay visible."""
    joined, *lines = WRAP.split(text)
    for line in lines:
        wide = bool(joined) and bool(line) and (WIDE.match(joined[-1]) or WIDE.match(line[0]))
        joined += line if wide or not joined or not line else f" {line}"
    return GAP.sub("　", joined)


def _last_sentence(text: str, words: str) -> str:
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    ends += [end for end in _paragraph_ends(text + words) if end <= len(text)]
    return text[max(ends, default=0) :]


def _first_sentence(text: str, line: str) -> str:
    sentence = next((match.end() for match in SENTENCE_END.finditer(text)), len(text))
    paragraph = next(iter(_paragraph_ends(text, line)), len(text))
    return text[: min(sentence, paragraph)]


def _paragraph_ends(text: str, line: str = "") -> Iterator[int]:
    """Offsets behind the line breaks that end a paragraph; ``line`` is what stands before the text in its line."""
    start = 0
    for match in LINE_BREAK.finditer(text):
        line += text[start : match.start()]
        start = match.end()
        if len(line.strip()) < FULL_LINE or ROW.search(line.strip()) or LABEL.match(text, start):
            yield start
        line = ""


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
