"""How many directions one applicant may choose (限选1个方向): told by the boxes that are ticked."""

import re

from extractors.text.notice_words import alternation
from extractors.values.han_numerals import han_value
from pipeline.screening.case import Case, conclude, page_of
from pipeline.screening.kinds.direction import MANY_CHOSEN, choice_evidence, most_allowed, selected
from schemas.finding import Finding
from schemas.notice import Obligation

_FEW = "[1-9一两二三四五]"
# What is on offer in this notice, not 任务节点. Of 项目 and 课题 others may be handed in elsewhere, unseen here.
_OFFERED = (
    rf"(?:揭榜|申报|攻关|研究|技术)?(?:{alternation('direction_words')}|任务|需求|题目)"
    r"(?![\u4e00-\u9fff]{0,2}(?:单位|节点|分解|[书方]))"
)
_LIMIT = re.compile(
    r"(?:限|只能|只可|仅能|仅可|最多|至多|不(?:得)?(?:超过|多于))(?:选择?|选报|选取|申报|揭榜|报名|填报|报|揭)?(?:其中)?(?:的)?"
    rf"\s?(?P<number>{_FEW})\s?[个项]{_OFFERED}|以\s?(?P<bound>{_FEW})\s?[个项]{_OFFERED}为限"
)

_WITHIN = re.compile(r"下设|分解|在研|承担|包含|设置")  # 每个项目下设最多5个任务: no limit on what is applied for


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Met where no more directions are ticked than allowed; None for another condition.

    More are the gap of 揭榜方向, to which this one then refers, and invalid where that one allows them. Also None where
    nothing is chosen.
    """
    most = None if _WITHIN.search(obligation.name) else limit(obligation.name)
    chosen = selected(case.notice, case.submission) if most is not None else []
    if most is None or not chosen:
        return None
    found = choice_evidence(case, chosen[0])
    numbers = "、".join(map(str, chosen))
    said = f"申报材料选择了方向{numbers}{page_of(found, '申报材料')}"
    if len(chosen) <= most:
        return conclude(obligation, "met", f"{said}，符合“{obligation.name}”的要求。", found=found, confidence=0.75)
    if any(len(chosen) > most_allowed(one) for one in case.of("direction")):
        text = f"{said}，共{len(chosen)}个，请按“揭榜方向”一项更正后再核对“{obligation.name}”。"
        return conclude(obligation, "unverifiable", text, found=found, confidence=0.75, cause=MANY_CHOSEN)
    text = f"{said}，共{len(chosen)}个，不符合“{obligation.name}”的要求。"
    return conclude(obligation, "invalid", text, found=found, confidence=0.75, cause=MANY_CHOSEN)


def limit(words: str) -> int | None:
    """1 in 每个申报单位限选1个方向; None where no number of directions is limited."""
    match = _LIMIT.search(words)
    number = han_value(match["number"] or match["bound"]) if match is not None else None
    return int(number) if number is not None else None
