"""Which entry of the list of proofs answers which proof that is asked for."""

import re
from dataclasses import dataclass

from pipeline.screening.case import Case
from pipeline.screening.proofs.paper_text import is_title
from pipeline.screening.proofs.proof_names import likeness, names_several
from schemas.notice import Obligation
from schemas.submission import Attachment

SHARED = 0.8  # how likely an attachment has to be a proof that is another's already
_BEHIND = 0.2  # the title over a paper's own words comes behind its entry in the list
SEVERAL = 0.62  # and one of several papers: more than a word of the same group tells
_BRACKETS = re.compile(r"[（(]([^（）()]*)[）)]")


@dataclass(frozen=True, slots=True)
class _Pair:
    """How likely an attachment is the proof asked for; ``rank``: with its name counted twice, the bracket once.

    合作协议（含知识产权归属） names the rights, and is the agreement all the same.
    """

    score: float
    rank: float
    obligation: int
    attachment: int


def assign(case: Case, obligations: list[Obligation]) -> dict[str, Attachment]:
    """The attachment for each obligation's id: best pairs first and each attachment once, then shared ones.

    Proofs come before forms and texts, which are seldom among the attachments.
    An attachment may serve a second obligation when it names that one's subject too (审计报告 for income and for R&D),
    or names several papers.
    """
    attachments = case.submission.attachments
    pairs = [
        _Pair(score, _rank(case, obligation, attachment.name, score), i, j)
        for i, obligation in enumerate(obligations)
        for j, attachment in enumerate(attachments)
        if (score := likeness(case, obligation, attachment.name)) >= case.settings.proof_alike
    ]
    answer: dict[str, Attachment] = {}
    used: set[int] = set()
    for pair in sorted(pairs, key=lambda p: (not _is_proof(obligations[p.obligation]), -p.rank)):
        id_ = obligations[pair.obligation].id
        if id_ not in answer and pair.attachment not in used:
            answer[id_] = attachments[pair.attachment]
            used.add(pair.attachment)
    for pair in sorted(pairs, key=lambda p: -p.score):
        least = SEVERAL if names_several(attachments[pair.attachment].name) else SHARED
        if pair.score >= least:
            answer.setdefault(obligations[pair.obligation].id, attachments[pair.attachment])
    return answer


def _rank(case: Case, obligation: Obligation, attachment: str, score: float) -> float:
    bare = _BRACKETS.sub("", attachment)
    rank = score if bare == attachment else (score + likeness(case, obligation, bare)) / 2
    return rank - _BEHIND if is_title(attachment) else rank


def _is_proof(obligation: Obligation) -> bool:
    return obligation.material is None or obligation.material.kind == "proof"
