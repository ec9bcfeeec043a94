"""Patents asked for as granted (授权) and promised as applied for (申请), side by side in one sentence."""

import re

from pipeline.screening.case import Case
from schemas.facts import Target

_PATENTS = re.compile(r"专利")
_GRANTED = re.compile(r"授权|获证|获权")
# 申请发明专利12件, 新申报专利; not 申请并获授权.
_APPLIED = re.compile(r"(?:申请|申报|受理|提交)(?!单位|人|方|企业|期|并)[^，。；]{0,12}$")
_ALL_GRANTED = re.compile(r"[，,、（(]?\s?(?:均|全部|都)(?:已)?(?:获|取得|得到)?授权")
_HAS = re.compile(r"授权|获得|取得|获批")
_OTHER_RIGHTS = re.compile(r"著作权|软著|商标|布图")
_NEAR = 30  # characters in which the patents of 其中获得授权6件 are named


def asks_for_granted(required: Target) -> bool:
    """授权发明专利不少于8件: those applied for do not count."""
    return _PATENTS.search(required.metric) is not None and _GRANTED.search(required.metric) is not None


def is_no_grant(case: Case, claim: Target) -> bool:
    """The claim counts applications (新申请发明专利12件) or other rights (软件著作权授权10件)."""
    return _OTHER_RIGHTS.search(claim.metric + claim.evidence.text) is not None or _is_applied_for(case, claim)


def _is_applied_for(case: Case, claim: Target) -> bool:
    said, before = _said(claim), _before(case, claim)
    if _HAS.search(said):
        return False
    passage = case.passage_of.get((claim.evidence.file, claim.evidence.start))
    words = case.submission.passages[passage].text if passage is not None else ""
    behind = words.partition(claim.evidence.text)[2]
    return _ALL_GRANTED.match(behind) is None and _APPLIED.search(_squeezed(before[-_NEAR:] + said)) is not None


def grants(case: Case, claim: Target) -> bool:
    """其中获得授权6件, behind patents: the claim counts those of them that are granted."""
    granted = _GRANTED.search(claim.metric) is not None and _PATENTS.search(claim.metric) is None
    return granted and _PATENTS.search(_squeezed(_before(case, claim)[-2 * _NEAR :])[-_NEAR:]) is not None


def _said(claim: Target) -> str:
    """The claim's words before its number."""
    return re.split(r"\d|[一二两三四五六七八九十]", claim.evidence.text, maxsplit=1)[0]


def _before(case: Case, claim: Target) -> str:
    """What stands before the claim in its passage; at its head the passage above, whose line may have been broken."""
    passages = case.submission.passages
    at = case.passage_of.get((claim.evidence.file, claim.evidence.start))
    if at is None:
        return ""
    before = passages[at].text.partition(claim.evidence.text)[0]
    return before or (passages[at - 1].text if at else "")


def _squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)
