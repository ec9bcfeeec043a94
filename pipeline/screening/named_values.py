"""Values said beside the metric's own name, in places that are not known to promise anything.

Which parts of an application promise is told by headings; in a layout of the applicant's own that may fail. A value
that stands in one clause with the whole name of the metric speaks of it all the same, unless the clause reports what
there is.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from extractors.claims import Mode, mode_of
from extractors.quantities import Quantity, find_quantities
from pipeline.screening.case import Case
from pipeline.screening.compare import canonical_pair
from pipeline.screening.metrics import share
from pipeline.screening.parts import narrow
from schemas.evidence import Evidence
from schemas.facts import Passage, Target

NAMED = 0.8  # the share of the metric's pairs of characters that stand in the clause
LONGEST = 400  # characters of a clause: what is longer is no clause
SHORT_CELL = 40  # characters in which the value stands in the next cell
_CLAUSE = re.compile(r"[^。；;！？\n]+")
# What there is, what others have, what the notice asks: no promise.
_REPORTS = re.compile(
    r"已|现有|目前|曾|此前|过去|近[三两]年|通知要求|榜单要求|要求值|国外|国内外|同类|现状|现值|当前|基准值|基线"
)


def named_claims(case: Case, required: Target) -> Iterator[Target]:
    """Claims of the required metric by its name, of the same dimension, in the order of the text."""
    reported = [figure.evidence for figure in case.submission.figures]
    for passage in case.submission.passages:
        if mode_of(passage.path) is not Mode.EXISTING:
            for claim in _of_passage(passage, required):
                if not any(_overlap(claim.evidence, evidence) for evidence in reported):
                    yield claim


def _of_passage(passage: Passage, required: Target) -> Iterator[Target]:
    """One claim a clause that names the metric: in it, behind the name, else in the next cell of the row."""
    clauses = [match.group() for match in _CLAUSE.finditer(passage.text)]
    for clause, behind in zip_longest(clauses, clauses[1:], fillvalue=""):
        if len(clause) <= LONGEST and share(required.metric, clause) >= NAMED and not _REPORTS.search(clause + behind):
            start = max(clause.find(required.metric[:2]), 0)
            here = [_claim(passage, clause, said, required) for said in find_quantities(clause) if said.start >= start]
            there = [_claim(passage, behind, said, required) for said in find_quantities(behind[:SHORT_CELL])]
            yield from [claim for claim in here or there if canonical_pair(required, claim) is not None][:1]


def _claim(passage: Passage, clause: str, said: Quantity, required: Target) -> Target:
    value, unit = said.canonical
    return required.model_copy(
        update={
            "comparator": said.comparator,
            "value": said.value,
            "value_max": said.value_max,
            "unit": said.unit,
            "canonical_value": value,
            "canonical_unit": unit,
            "due": None,
            "evidence": narrow(passage.evidence, clause[said.outer_start : said.outer_end]),
        }
    )


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.file == other.file and one.start < other.end and other.start < one.end
