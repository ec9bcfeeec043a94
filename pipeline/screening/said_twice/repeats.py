"""One metric of the chosen direction promised twice with two values."""

import re
from collections.abc import Iterator
from math import isclose

from extractors.values.quantities import find_quantities
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.case import Case, page_of
from pipeline.screening.claims.around_claims import around, is_of_each
from pipeline.screening.claims.compare import canonical_pair, is_counted, spoken
from pipeline.screening.claims.metrics import contained
from pipeline.screening.claims.nines import finer_than_nines
from pipeline.screening.claims.other_cases import is_set_aside
from pipeline.screening.claims.rows_of_call import quotes_call
from pipeline.screening.claims.unread_promises import reports
from pipeline.screening.said_twice.bare_names import FROM_TO, bare_name, letters_of
from schemas.facts import Passage, Target

CAUSE = "two_values"  # of one metric: the contradiction, and the lower value where that is not enough
SAME_METRIC = 0.9  # the claim names the required metric, with hardly a word besides
SHORTEST_OWN = 5  # letters of a name that no notice tells
ROUGH = 0.06  # what an overview may round: 万亿 for 1.05万亿
SHORTEST_PART = 5  # letters of a name with a few left out
NEAR = 0.02  # under such a name 超过45% and 达到46% may both be meant
SHORTEST = 4  # letters: a shorter name (准确率) is that of many metrics
_LONGEST_COMMON = 8  # letters: a shorter name (识别准确率) may be that of two things
# 精度达到1.5厘米 is reached: neither at least nor at most
_REACHES = re.compile(r"达到?\s?\d[^以≥不]*$")
_HOPED = re.compile(r"力争|争取|力求")
_COUNTS = frozenset("项件个篇部台套家人名种条次款类座册")  # of which there are more each year
_NOW = re.compile(r"^(?:现有|现|目前|当前)(?:系统|产品|样机|平台|设备|装置|软件)?")  # 现有系统识别准确率
# 2021年, 由61%提升, 国外同类产品, 试点线: figures of another time, place or thing than the product of today
_NOT_NOW = re.compile(
    r"20\d\d|[上前]一?[年代]|第[一二三四]代|由|从|原|初|此前|提[升高]|降|国[内外际]|先进|同类|竞品|传统|以[上内下]|超|约|近|试点|试验|示范|某|其中|分别|累计"
)
_OVERVIEW = re.compile(
    r"(?:项目|任务|产品|内容|成果|方案|课题|技术)?(?:摘要|概述|概要|简介|概况)$(?<!单位简介)(?<!企业简介)(?<!公司简介)"
)
# what the work will yield, at the head of a clause: 建成年产能350立方米的生产线
_YIELDS = re.compile(
    r"\W*(?:项目|任务)?(?:完成后|结束时|建成后|拟|将|可|并|最终)*(?:建成|形成|实现|达到|研制|建设|建立)"
)
_QUOTED = re.compile(r"(?:榜单|通知|指南|公告|榜题)(?:的|中)?(?:要求|规定)")
_ASKED = re.compile(r"\d[^，,。；;\d]{0,8}的(?:要求|规定)")
# 全市260台若全部改造，年节能量可达…: of many more than the one that the promise is for
_OF_MANY = re.compile(
    r"全(?:[省市县区国网]|行业|流域)[^，。；]{0,12}(?:\d|推广|改造|普及|应用|实施|采用)|(?:若|如|假如|如果)[^，。；]{0,16}(?:全部|全面|推广|普及)"
    r"|(?:全面|逐步|大面积|规模化|全行业)(?:推广|普及|应用)后"
)
_SHARE_OF = re.compile(r"首批|其余|剩余|另有|其中|分批|第[一二三四]批|每|各")  # 首批4台, 其余20台
_END = 3  # letters of a name that another metric may share
_SPACE = re.compile(r"\s")
_COUNTED = re.compile(r"(?:共|合计|总计|由)(?P<number>\d{1,6})(?P<unit>[项个种类款套台])(?P<thing>[\u4e00-\u9fff]{4})")
# 控制分系统由5个功能模块组成, 二期共5个示范基地, 甲地区共3个: of a part, which has numbers of its own
_OF_PART = re.compile(
    r"[分子](?:系统|平台|任务|课题|方向)|[一二三四]期|第[一二三四五\d]|地区|区域|其中|各|每|阶段|年度|基地内|包[一二三\d]"
)
# 药耗较项目实施前下降, 药耗下降幅度
_FILLERS = re.compile(
    r"较[\u4e00-\u9fff]{2,8}?前|(?:生产线|产线)(?=年产[能量]$)|系统|整体|平均|综合|总体|整机|单机|产品|平台|本项目|项目|的|达到|幅度"
)
# One figure under one condition, another under another.
_CONDITION = re.compile(r"条件下|工况|极端|不同|其中|分别|型号|[一二三四]期|第[一二三四](?!代[^，。；]{2,24}[，,])")
_OF_ALL = re.compile(r"^(?:系统|产品|平台|样机|本项目)的?(?=[\u4e00-\u9fff]{4})")  # 系统整机功耗
# 异构无人机集群规模, 最终集群规模: words before a name that tell nothing apart
_AS_IT_IS = re.compile(r"^(?:异构|大规模|总体|整体|预期|最终|规划|设计)(?=[\u4e00-\u9fff]{4})")
_WHOLE = re.compile(r"(?:整机|单机|全机|系统|总)[\u4e00-\u9fff]{2}|年产[能量]")  # a short name, but of one thing only
_LINE = re.compile(r"^(?:示范|中试|量产)?(?:生产线|产线)(?=年产[能量]$)")


def repeated(case: Case) -> Iterator[Clash]:
    """The first contradiction for each metric that the notice requires of the direction.

    Only claims that name the metric in the same words, in the same sense (at least, at most) and for the same time can
    contradict each other: a figure for another scene, stage or model has a name or a year of its own.
    """
    done: set[str] = set()
    for obligation in case.of("numeric_target"):
        required = obligation.target
        if required is None or required.metric in done:
            continue
        done.add(required.metric)
        claims = [
            claim
            for claim in case.submission.targets
            if names_metric(required, claim) and is_own(case, required, claim)
        ]
        claims += [figure for figure in _in_overview(case) if claims and names_metric(required, figure)]
        for other in claims[1:]:
            apart = _are_beside(case, claims[0], other) or _told_in_one(case, claims[0], other)
            apart = apart or is_set_aside(around(case, other)) or _is_of_many(case, claims[0], other)
            apart = apart or _is_hoped(case, claims[0]) or _is_hoped(case, other)
            if _contradict(claims[0], other) and not apart:
                yield clash_of(obligation.name, claims[0], other)
                break
    yield from _counted_whole(case)
    yield from _of_its_own(case, done)
    yield from _there_already(case)


def _is_hoped(case: Case, claim: Target) -> bool:
    """力争达到0.3米, beside 确保不超过0.5米: what is hoped for contradicts nothing."""
    told = around(case, claim)
    return told is not None and _HOPED.search(told.before) is not None


def is_own(case: Case, required: Target, claim: Target) -> bool:
    """No quotation of what the call asks (榜单要求…10个以上), in a sentence or in a row."""
    quoted = _QUOTED.search(sentence_of(case, claim)) is not None or _answers_call(required, claim)
    return not quoted and not quotes_call(case, required, claim)


def _answers_call(required: Target, claim: Target) -> bool:
    """不高于38%的要求可以满足: the call's own figure, said to be met."""
    pair = canonical_pair(required, claim) if _ASKED.search(claim.evidence.text) else None
    return pair is not None and isclose(*pair)


def _in_overview(case: Case) -> list[Target]:
    """Figures of the work's overview as promises, where their clause says what the work will yield (建成年产能…)."""
    return case.once("figures of the overview", lambda: [*_yields_of_overview(case)])


def _yields_of_overview(case: Case) -> Iterator[Target]:
    for figure in case.submission.figures:
        passage = _passage(case, figure)
        if passage is None or not any(_OVERVIEW.search(title) for title in passage.path[-1:]):
            continue
        sentence = sentence_of(case, figure)
        clause = re.split(r"[，,]", sentence)[-1]
        if _YIELDS.match(clause) and not reports(sentence) and _NOT_NOW.search(sentence) is None:
            yield figure.model_copy(update={"stage": "final"})


def _of_its_own(case: Case, done: set[str]) -> Iterator[Clash]:
    """A metric that only the application names: the first contradiction among claims under the very same name."""
    first: dict[str, Target] = {}
    for claim in case.submission.targets:
        name = _AS_IT_IS.sub("", _OF_ALL.sub("", letters_of(claim.metric)))
        short = len(name) < SHORTEST_OWN and not _WHOLE.match(name)
        if claim.stage != "final" or short or any(_one_metric(name, one) for one in done):
            continue
        other = first.setdefault(name, claim)
        pair = canonical_pair(other, claim)
        share = claim.canonical_unit == "%"
        far = pair is not None and not isclose(*pair, rel_tol=NEAR if share else ROUGH)
        if far and _contradict(other, claim) and are_apart(case, other, claim):
            yield clash_of(claim.metric, other, claim)
            return


def _there_already(case: Case) -> Iterator[Clash]:
    """What there is, told in two parts under the very same name with two values: the first such contradiction.

    Neither is told of a time, of an earlier version or of others, nor as what something rose to or fell from.
    """
    first: dict[tuple[str, str | None], Target] = {}
    for figure in case.submission.figures:
        name = _NOW.sub("", letters_of(figure.metric))
        if (
            figure.stage != "existing"
            or figure.unit in _COUNTS
            or len(name) < _LONGEST_COMMON
            or _NOT_NOW.search(sentence_of(case, figure))
        ):
            continue
        other = first.setdefault((name, figure.canonical_unit), figure)
        pair = canonical_pair(other, figure)
        if pair is not None and not isclose(*pair, rel_tol=NEAR) and are_apart(case, other, figure):
            yield clash_of(name, other, figure)
            return


def are_apart(case: Case, one: Target, other: Target) -> bool:
    """In two parts of the application (the overview, the task book), neither under a condition of its own."""
    passages = [_passage(case, claim) for claim in (one, other)]
    told = [passage for passage in passages if passage is not None]
    parts = {(passage.role, passage.path) for passage in told}
    plain = not any(map(_CONDITION.search, (sentence_of(case, one), sentence_of(case, other))))
    plain = plain and not _is_of_many(case, one, other)
    return len(told) == len(passages) == len(parts) and plain and not _counts_another(case, one, other)


def _passage(case: Case, claim: Target) -> Passage | None:
    return next((p for p in case.submission.passages if p.evidence.overlaps(claim.evidence)), None)


def _counted_whole(case: Case) -> Iterator[Clash]:
    """由9项专用工具组成 and 共7项专用工具: the whole of one thing counted twice, the first such contradiction."""
    first: dict[tuple[str, str, str | None], Target] = {}
    for claim in case.submission.targets:
        said = _COUNTED.search(_SPACE.sub("", claim.evidence.text)) if claim.stage == "final" else None
        if said is None or float(said["number"]) != claim.value or _OF_PART.search(sentence_of(case, claim)):
            continue
        other = first.setdefault((said["unit"], said["thing"], claim.due), claim)
        if other.value != claim.value and not _in_one_row(case, other, claim):
            yield clash_of(said["thing"], other, claim)
            return


def sentence_of(case: Case, claim: Target) -> str:
    """The words before the claim in its sentence, and its own, as its passage has them (lines joined)."""
    known: dict[tuple[str | None, int, int], str] = case.once("sentences of claims", dict)
    place = (claim.evidence.file, claim.evidence.start, claim.evidence.end)
    if place not in known:
        known[place] = _sentence_of(case, claim)
    return known[place]


def _sentence_of(case: Case, claim: Target) -> str:
    said = claim.evidence.text
    near = [p.text for p in case.submission.passages if p.evidence.overlaps(claim.evidence)]
    passage = next((text for text in near if said in text), None)
    if passage is None:  # its lines are broken in the file
        said = _SPACE.sub("", said)
        passage = next((text for text in map(_without_space, near) if said in text), "")
    before = passage.partition(said)[0]
    return re.split(r"[。；;\n]", before)[-1] + said


def _without_space(text: str) -> str:
    return _SPACE.sub("", text)


def other_values(case: Case, required: Target, claim: Target) -> Iterator[Target]:
    """Claims of the required metric that contradict this one: of several values the strictest is held to."""
    for other in case.submission.targets:
        if other is claim or not _contradict(claim, other):
            continue
        named = names_metric(required, other) or _is_namesake(case, required, claim, other)
        named = named and not is_set_aside(around(case, other))
        if named and not _in_one_row(case, claim, other):
            yield other


def _is_namesake(case: Case, required: Target, claim: Target, other: Target) -> bool:
    """The applicant's own name for what the claim answers, once more: 心率误差 for 心率监测误差.

    Not where another metric of the direction ends so (虫害识别准确率 beside 病害识别准确率).
    """
    name = letters_of(claim.metric)
    rest = (o.target.metric for o in case.of("numeric_target") if o.target is not None and o.target is not required)
    alone = not any(metric.endswith(name[-_END:]) for metric in rest)
    alone = alone and not any(_SHARE_OF.search(sentence_of(case, one)) for one in (claim, other))
    return alone and other.stage == "final" and len(name) >= SHORTEST and name == letters_of(other.metric)


def _are_beside(case: Case, one: Target, other: Target) -> bool:
    """Two figures that stand side by side, or of two things."""
    return _in_one_row(case, one, other) or _counts_another(case, one, other)


def _is_of_many(case: Case, one: Target, other: Target) -> bool:
    """单机年节能量135吨, and what all of a city's machines would save: one is of many, or of each of them."""
    said = [(sentence_of(case, claim), claim) for claim in (one, other)]
    each = {is_of_each(words, claim) for words, claim in said}
    return len(each) > 1 or any(_OF_MANY.search(words) for words, _ in said)


def _told_in_one(case: Case, one: Target, other: Target) -> bool:
    """夏秋季160 h，冬春季180 h: two values of a passage that names the metric once, each for a case of its own."""
    here, there = _passage(case, one), _passage(case, other)
    return here is not None and here is there and one.metric == other.metric and here.text.count(one.metric) == 1


def _in_one_row(case: Case, one: Target, other: Target) -> bool:
    """发表论文≥2篇 | 发表论文3篇: what is asked, or is there, stands beside what is promised."""
    rows = (passage.evidence for passage in case.submission.passages if "\t" in passage.evidence.text)
    return any(row.overlaps(one.evidence) and row.overlaps(other.evidence) for row in rows)


def _counts_another(case: Case, one: Target, other: Target) -> bool:
    """≥3000个，不少于8类: beside a number in the first claim's measure word, one in another counts something else.

    So where either place tells the other's number as well (4个数据集共30万条).
    """
    if one.unit == other.unit or not (is_counted(one) and is_counted(other)):
        return False
    passage = _passage(case, other)
    if any(_tells(_passage(case, here), there) for here, there in ((one, other), (other, one))):
        return True
    again = (t for t in case.submission.targets if passage is not None and passage.evidence.overlaps(t.evidence))
    return any(t.unit == one.unit and t.metric == other.metric for t in again)


def _tells(passage: Passage | None, claim: Target) -> bool:
    """The passage has the claim's number in its measure word."""
    said = find_quantities(passage.text) if passage is not None else ()
    return any(one.value == claim.value and one.unit == claim.unit for one in said)


def names_metric(required: Target, claim: Target) -> bool:
    """The claim is a promise under the required metric's name, with hardly a word besides."""
    name, said = bare_name(required.metric), bare_name(claim.metric)
    short = len(name) < SHORTEST and _WHOLE.fullmatch(name) is None
    if short or claim.stage != "final" or canonical_pair(required, claim) is None:
        return False
    return name == _LINE.sub("", said) or contained(required.metric, said) >= SAME_METRIC


def _contradict(one: Target, other: Target) -> bool:
    pair = canonical_pair(one, other)
    same = bare_name(one.metric) == bare_name(other.metric)
    exact = letters_of(one.metric) == letters_of(other.metric)  # 项目完成后检出率达到99%以上 may round 99.2%
    if pair is None or isclose(*pair, rel_tol=1e-6 if exact else NEAR) or not _one_metric(one.metric, other.metric):
        return False
    if not same and (_exceeded(one, other, *pair) or _exceeded(other, one, pair[1], pair[0])):
        return False
    beside = _are_opposed(one, other, same=same) or finer_than_nines(one, other, *pair)
    if "range" in (one.comparator, other.comparator) or beside:
        return False
    return one.due is None or other.due is None or one.due[:4] == other.due[:4]


def _exceeded(bound: Target, value: Target, limit: float, reached: float) -> bool:
    """超过45%, and 46% elsewhere."""
    beyond = reached > limit if bound.comparator == ">" else reached < limit
    return bound.comparator in (">", "<") and value.comparator not in (">", "<") and beyond


def _one_metric(one: str, other: str) -> bool:
    """The same words, or the one with words more that tell nothing apart: 系统平均响应时间 is 响应时间."""
    spans = {span.group() for name in (one, other) if (span := FROM_TO.match(name)) is not None}
    if len(spans) > 1:
        return False
    bare, as_bare = (_AS_IT_IS.sub("", _OF_ALL.sub("", bare_name(name))) for name in (one, other))
    if bare == as_bare:
        return True
    short, long = sorted((_FILLERS.sub("", bare_name(name)) for name in (one, other)), key=len)
    return short == long and (len(short) >= SHORTEST_PART or _WHOLE.fullmatch(short) is not None)


def _are_opposed(one: Target, other: Target, *, same: bool) -> bool:
    """At most, and at least; under two names a plain value, and one that is reached (精度达到1.5厘米), is no bound."""
    plain = "=" if same else ">"
    senses = [
        plain if _REACHES.search(claim.evidence.text) else {"<": "<", "<=": "<", "=": plain}.get(claim.comparator, ">")
        for claim in (one, other)
    ]
    return senses[0] != senses[1] and "=" not in senses


def clash_of(name: str, one: Target, other: Target) -> Clash:
    """The sentence on the two values, with the cause that it shares with the lower of them."""
    text = (
        f"「{name}」前后不一致：一处写{spoken(one)}{page_of(one.evidence, '申报材料')}，"
        f"另一处写{spoken(other)}{page_of(other.evidence, '申报材料')}。"
    )
    return Clash(name, text, other.evidence, 0.65, f"{CAUSE}:{name}")
