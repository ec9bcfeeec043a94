"""Where an application may promise something that was not read as a promise: what is looked at once more.

Which parts promise is told by headings; in a layout of the applicant's own that may fail.
"""

import re
from collections.abc import Iterator

from extractors.application.baselines import without_attributes
from extractors.application.claims import Mode, mode_of
from pipeline.screening.case import Case
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.outline import Role

_SILENT = frozenset({Role.COVER, Role.PROOFS, Role.INSTRUCTIONS})
# What there is, what others have or ask, what is not promised.
_REPORTS = re.compile(
    r"已|现有|原有|目前|曾|此前|过去|近[三两]年|累计|先后|历年|(?:通知|榜单|标准|规范)(?:的?要求|规定)|要求值|国外|国内外|同类|同行"
    r"|现状|现值|当前|基准值|基线|(?<![较比于与])传统|行业平均|平均水平|业内|市[场面]上|主流|竞品|文献|报道"
    r"|难以|无法|不(?:能|作|予)?(?:保证|承诺)|未[能达]"
)


def promising_passages(case: Case) -> Iterator[Passage]:
    """The passages that may promise, in order: not those under headings over what is there (现有基础)."""
    for passage in case.submission.passages:
        if passage.role not in _SILENT and mode_of(passage.path) is not Mode.EXISTING:
            yield passage


def reports(words: str) -> bool:
    """Whether a clause or sentence speaks of what there is, of others, or of what is not promised."""
    return _REPORTS.search(without_attributes(words)) is not None


def is_told(case: Case, evidence: Evidence) -> bool:
    """Whether the words were read as a figure that is reached already or on the way."""
    return any(figure.evidence.overlaps(evidence) for figure in case.submission.figures)
