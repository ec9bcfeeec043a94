"""The sentences of an application that tell of the work, and the names that every one of them may have."""

import re
from collections.abc import Sequence

from pipeline.screening.case import Case
from schemas.facts import Passage
from schemas.outline import Role

_SENTENCE = re.compile(r"[^。！？\n]+")
# chapters on what there is, or on what may go wrong, decide nothing
_THERE = re.compile(r"单位|企业|公司|基础|进展|现状|背景|必要性|国内外|竞争|对比|差距|调研|积累|问题|风险|困难")
# 与模块企业的应用验证: of the work, though an enterprise is named
_WITH_OTHERS = re.compile(
    r"(?:与|联合|面向|向|在)[^，。]{0,10}(?:企业|单位|公司)[^，。]{0,6}(?:应用|验证|试用|试验|开放|共享|推广)"
)
_ASIDE = frozenset({Role.COMMITMENT, Role.PROOFS, Role.INSTRUCTIONS, Role.COVER})


def sentences_of_work(case: Case) -> Sequence[str]:
    """Without white space, of what tells of the work: no letter, proofs or chapter on what there is."""

    def split() -> list[str]:
        told = filter(tells_of_work, case.submission.passages)
        return [re.sub(r"\s", "", said.group()) for passage in told for said in _SENTENCE.finditer(passage.text)]

    return case.once("sentences of the work", split)


def tells_of_work(passage: Passage) -> bool:
    """It is of no letter, list of proofs or chapter on what there is."""
    there = any(_THERE.search(title) and not _WITH_OTHERS.search(title) for title in passage.path[-1:])
    return passage.role not in _ASIDE and not there


def general_names(case: Case) -> str:
    """The name of the direction and of the call, whose words every sentence may have."""
    named = case.chosen.name if case.chosen is not None and case.chosen.name else ""
    return named + (case.notice.title or "")
