"""A line of its own that names what is asked for, with the answer below it or behind its colon."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile, zip_longest

from extractors.forms.labels.words import is_known_label
from pipeline.screening.application.labels import alike
from pipeline.screening.application.substance import length
from pipeline.screening.case import Case
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.outline import Role

LONGEST_TITLE = 20  # characters of a line that names a chapter
SAME_LINE = 0.8
_RUN_IN = re.compile(r"(?P<title>[^。；;，,：:\n]{2,20})[：:]\s*(?P<text>.{10,})", re.DOTALL)
# 乙、项目摘要
_NUMBER = r"(?:[（(]?(?:[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛壬癸]|[A-Z]?\d{0,2})[)）、.．]?[\s\u3000]{0,4})?"
_MARK = re.compile(r"[。；;，,：:？！]")
_NO_CHAPTER = frozenset({Role.INSTRUCTIONS, Role.COMMITMENT, Role.PROOFS, Role.COVER})


@dataclass(frozen=True, slots=True)
class Told:
    """``title`` is the line as the applicant wrote it, ``passage`` where it stands or what stands under it."""

    title: str
    passage: Passage


def told_under_a_line(
    case: Case, name: str, beside: frozenset[Role] = frozenset(), *, over_rows: bool = True
) -> Told | None:
    """A line of its own that names it, without a number, with a text below it; or 团队介绍：团队由….

    Exports of portals and pages keep no headings, and a form's long answers may stand below its table. In the
    divisions ``beside`` no part of a paragraph (团队介绍：…) answers, only lines of their own. A row of the form below
    (项目名称：某某) is part of a chapter, but no answer to another field: then ``over_rows`` is False.
    """
    passages = case.submission.passages
    for passage, below in zip_longest(passages, passages[1:]):
        line, head = passage.text.strip(), _RUN_IN.match(passage.text.strip())
        goes_on = below is not None and below.path == passage.path and (over_rows or not _is_row(case, below.text))
        pairs = [
            (line, below.text if below is not None and goes_on else ""),
            (passage.path[-1] if passage.path else "", line),
        ]
        pairs += [(head["title"], head["text"])] if head is not None and passage.role not in beside else []
        told = [line for line, text in pairs if _heads(line) and length(text) >= case.settings.section_chars]
        title = max(told, key=lambda line: alike(name, line), default=None)
        if title is not None and passage.role not in _NO_CHAPTER and alike(name, title) >= SAME_LINE:
            return Told(title, passage)
    return None


def _is_row(case: Case, text: str) -> bool:
    """需求名称：某某, the next row of the form: no answer to the empty one above."""
    label = re.split("[：；]", text, maxsplit=1)[0].strip()
    return label != text.strip() and any(label in (one.label, one.name) for one in case.submission.form_fields)


def _heads(line: str) -> bool:
    return len(line) <= LONGEST_TITLE and _MARK.search(line) is None


def text_below(case: Case, label: str) -> tuple[str, Evidence] | None:
    """The paragraph under 方案摘要 on a line of its own, whose passages follow each other without a break.

    Its length may stand behind it: 方案摘要（不超过800字）. None where a heading or another label stands right below.
    """
    passages = case.submission.passages
    length_behind = r"(?:[（(][^（）()]{0,16}字[^（）()]{0,8}[)）])?"
    line = re.compile(rf"\s*{_NUMBER}{re.escape(label)}\s*{length_behind}\s*[:：]?\s*")
    at = next((index for index, passage in enumerate(passages) if line.fullmatch(passage.text)), len(passages))
    below = passages[at + 1 :]
    if not below or below[0].path != passages[at].path or _is_label(case, below[0].text):
        return None
    return "".join((below[0].text, *going_on(below))), below[0].evidence


def going_on(passages: Sequence[Passage]) -> Iterator[str]:
    """The texts behind the first passage that go on with its paragraph, without a break."""
    whole = takewhile(lambda pair: pair[1].evidence.start == pair[0].evidence.end, pairwise(passages))
    return (later.text for _, later in whole)


def _is_label(case: Case, words: str) -> bool:
    """Another field (联系人：…), or another part whose length is limited."""
    label = re.split("[:：]", words, maxsplit=1)
    scopes = {obligation.limit.scope for obligation in case.of("word_limit") if obligation.limit is not None}
    return len(label) == 2 and (label[0].strip() in scopes or is_known_label(label[0].strip()))
