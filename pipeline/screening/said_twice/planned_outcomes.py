"""What the work will yield (预期成果形式：发明专利4件), told elsewhere with another number (计划申请发明专利3件)."""

import re
from collections.abc import Iterator

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.case import Case, page_of
from pipeline.screening.claims.compare import spoken
from pipeline.screening.said_twice.repeats import are_apart, sentence_of
from schemas.facts import Target

_KINDS = tuple(
    (name, re.compile(words))
    for name, words in (
        ("发明专利", r"(?:国家|中国)?发明(?:专利)?"),
        ("实用新型专利", r"实用新型(?:专利)?"),
        ("外观设计专利", r"外观设计(?:专利)?"),
        ("软件著作权", r"(?:计算机)?软件著作权(?:登记)?|软著"),
        ("论文", r"(?:高水平|核心期刊|学术|科技|SCI|EI)*论文"),
        ("企业标准", r"企业(?:技术)?标准"),
        ("团体标准", r"团体标准"),
        ("行业标准", r"行业标准"),
        ("地方标准", r"地方标准"),
        ("专利", r"(?:知识产权中的)?专利"),
    )
)
_UNITS = frozenset("件项篇个部")
# 计划申请发明专利, 新增软件著作权: how they come about, and no other thing
_VERBS = re.compile(
    r"^(?:并|共|另|还|项目|任务|本项目|期内|完成后|结题时|验收时|计划|拟|预期|预计|将|力争|可|总计|合计|累计|新增|新|形成|取得|获得|产出|申请|申报|受理|登记|发表|撰写|制定|制订|编制|发布|起草|提交|完成|相关|核心|国家){0,8}"
)
_GRANTED = re.compile(r"授权|获批|录用|颁布|实审")
# of one year, one partner, one part: fewer than all of them
_PART = re.compile(
    r"其中|分别|每[年家]|各[自家]|20\d\d|第[一二三四五]|年度|阶段|中期|首[年批]|上半年|下半年|[甲乙丙丁]方|负责|承担|公司|大学|学院|研究[院所]|医院|合作|联合单位|参与单位|课题[一二三\d]|子课题|前期|已|现有|拥有|基础"
    r"|近[三五]年|支撑|涉及|关联|围绕[^，。]{2,20}(?:申请|形成)|不[少低]于\d[^，。；]{0,8}的要求|榜单|要求|PCT|国际|国外"
)
_PLAN = re.compile(r"进度|计划安排|实施计划|里程碑|分工|节点|基础|条件|简介|团队|现状|业绩|经费|预算|绩效目标表")
_SURE = 0.65


def outcome_clashes(case: Case) -> Iterator[Clash]:
    """The first contradiction for each kind of outcome, between two parts that both tell all of them."""
    told: dict[str, list[Target]] = {}
    for claim in case.submission.targets:
        kind = _kind(claim)
        if kind is not None and _is_of_all(case, claim):
            told.setdefault(kind, []).append(claim)
    for kind, claims in told.items():
        first, *others = claims
        apart = [one for one in others if _differ(first, one) and are_apart(case, first, one)]
        if apart and not _add_up(first, claims) and not any(_differ(apart[0], one) for one in apart[1:]):
            yield _clash(kind, first, apart[0])


def _kind(claim: Target) -> str | None:
    """Rights applied for, not granted: of those there are fewer."""
    if claim.stage != "final" or claim.unit not in _UNITS or _GRANTED.search(claim.metric + claim.evidence.text):
        return None
    name = _VERBS.sub("", re.sub(r"[\W_]+", "", claim.metric)).removesuffix("申请")
    return next((kind for kind, words in _KINDS if words.fullmatch(name)), None)


def _is_of_all(case: Case, claim: Target) -> bool:
    said = sentence_of(case, claim)
    passage = next((p for p in case.submission.passages if p.evidence.overlaps(claim.evidence)), None)
    if passage is None or _PART.search(said) or any(map(_PLAN.search, passage.path)):
        return False
    return not any(one.evidence.overlaps(claim.evidence) for one in case.submission.milestones)


def _differ(one: Target, other: Target) -> bool:
    """4 and 3; at least 5 and 4: not at least 3 and 4."""
    if one.comparator == other.comparator:
        return one.value != other.value
    least, plain = (one, other) if one.comparator in (">=", ">") else (other, one)
    return plain.comparator == "=" and least.comparator in (">=", ">") and plain.value < least.value


def _add_up(first: Target, claims: list[Target]) -> bool:
    """The others are what the first is made of, or the first is one of those that the last sums up."""
    values = [one.value for one in claims[1:]]
    return len(values) > 1 and (sum(values) == first.value or sum(values[:-1]) + first.value == values[-1])


def _clash(kind: str, one: Target, other: Target) -> Clash:
    name = f"{kind}{one.unit}数"
    text = (
        f"{name}前后不一致：一处写{spoken(one)}{page_of(one.evidence, '申报材料')}，"
        f"另一处写“{other.evidence.text.strip()}”{page_of(other.evidence, '申报材料')}，请核实。"
    )
    return Clash(name, text, other.evidence, _SURE)
