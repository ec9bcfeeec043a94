"""Targets (指标): numeric requirements and claims in running text."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Literal

from extractors.targets.bounds import comparator_of, compared_share
from extractors.targets.cases import with_case
from extractors.targets.clause_words import WHEN_ALONE, ClauseMarks, clause_start, item_label, sentence_of
from extractors.targets.dues import due_before
from extractors.targets.in_passing import is_in_passing
from extractors.targets.measured import canonical_of, metric_of
from extractors.targets.set_out import is_set_out
from extractors.targets.signs import is_attribute, is_target, names_size, says_of_how_many
from extractors.targets.stages import Stage, stage_of
from extractors.targets.was import is_baseline, without_what_was
from extractors.text.spans import Span, squeezed, within_reach
from extractors.values.quantities import Quantity, find_quantities
from extractors.values.units import canonical
from schemas.facts import Target
from schemas.outline import Outline
from schemas.text import Text

_JOINT = re.compile(r"\s?[和、与及/]\s?")
_EACH_OF = re.compile(r"分别[^，。；：\n]{0,40}$")
# 成员不少于3人，不多于15人: two bounds of one metric.
_NEXT_BOUND = re.compile(r"(?:[（(][^（）()\n]{0,20}[）)])?\s?[，,、]\s?(?:且|并且?|但|同时)?")
# 采摘成功率在温室条件下不低于95%、在弱光条件下不低于88%: no name but a condition
_UNDER = re.compile(r"在?[^，。；、]{2,16}(?:条件|环境|工况|状态|网络|链路|场景|模式|光照|弱光|负载|温度)下")
_WHERE = re.compile(r"(?<=[\u4e00-\u9fff]{2})在[^，。；、]{2,16}下$")
_WORD = re.compile(r"[A-Za-z\u0370-\u03ff\u4e00-\u9fff]")  # not + in ≤5cm+0.5%
_BARE_VERBS = frozenset(
    {
        "适应",
        "可适应",
        "能适应",
        "满足",
        "耐受",
        "可耐受",
        "承受",
        "可承受",
        "经受",
        "开展",
        "攻克",
        "攻关",
        "研究",
        "研制",
        "研发",
    }
)  # name nothing measured
# 时延：现状6秒，到期1.5秒以内: such words say when, the item's label of what
_PER_ALONE = re.compile(
    r"[每单](?:毫?升|[千毫]?克|公斤|吨|平方?米|立方米|公顷?|亩|[台件套只个片批次炉罐车人天日年月]|小时|分钟)"
)  # 发酵产量：每升不低于130克
# 出字速度提升至每秒25字以上: a rate whose time stands before the number
_EACH = re.compile(r"(?<!每.)(?<!每..)每(?P<per>秒|分钟|小时|日|天)\s?(?:约|不[少低]于|超过|达到?)?\s?$")
_RATED = re.compile(r"速[度率]|效率|强度|流量|吞吐")
_TIMES = frozenset({"s", "日", "月", "元"})
# 现有机型出料温差为±3.1℃，本项目承诺做到±1.2℃: who promises, of what the clause before names
_WHO_PROMISES = re.compile(
    r"(?:(?:本|我)(?:项目|方案|课题|单位|公司|院|所|校|团队|方|们)|(?:项目|课题)组?)(?:郑重|拟|将|计划|力争)?"
    r"(?:承诺)?(?:值|[指目]标|做到|降到|提[升高]到|控制)?|做到|(?:验收|考核|结题|交付|合同|保底)?承诺(?:值|指标)?(?:做到|控制|(?:质量|体积)分数|(?:在[\u4e00-\u9fff]{2,8}上?)?(?:累计|共|连续)?完成)?"
)
# 库仑效率：100mA/cm²电流密度下不低于95%, 衰减率：800h恒压运行不超过2%: under what, of the item's label
_CONDITION_ALONE = re.compile(
    r"-?\d[\d.,]{0,8}[^\d，。；：、\u4e00-\u9fff]{0,16}[\u4e00-\u9fff]{0,10}[下时]"
    r"|\d[\d.]{0,6}\s?(?:万?次|h|d|个?小时|天|个?月|周)[\u4e00-\u9fff]{0,8}(?:运行|循环|老化|工作|浸泡|存放|贮存|测试|试验)[后时]?"
)
# 成像时间：榜单≤15s，承诺≤10s: what the call asks, told beside what is promised
_BY_THE_CALL = re.compile(r"(?:榜单|榜题|榜文|通知|公告|指南|发榜(?:方|单位)?)的?(?:要求|指标|目标|规定)?值?(?:为|是)?")
# 整机重量：满足榜单要求≤2.6kg: that the call's value is kept, of the item's label
_MEETS = re.compile(r"(?:满足|优于|达到|符合|高于|好于)(?:榜单|榜题|通知|公告|指南|任务书)的?(?:要求|指标|规定)的?")
# 量程：X、Y、Z三个方向均达到1200 N: along which axes, of the item's label
_AXES_ALONE = re.compile(r"(?:[A-Z][xyz]?[、，,/和及与]?){0,6}(?:[各每两三六236]个?方向|[各每]轴向?)上?的?[均都各]?")
_NAME_NONE = (_MEETS, WHEN_ALONE, _PER_ALONE, _WHO_PROMISES, _CONDITION_ALONE, _AXES_ALONE)
_THERE = re.compile(
    r"(?:现有|目前|当前|现在)的?(?:国产)?(?:机型|产品|样机|设备|装置|型号|水平|工艺)?(?=[\u4e00-\u9fff]{2})"
)
_NOUN_BEHIND = re.compile(r"[\u4e00-\u9fffA-Za-z]{2}")
_FARTHEST = 120


@dataclass(frozen=True, slots=True)
class _Said:
    """What the stretch and the sentence say of a figure besides its own words."""

    direction: int | None
    role: Literal["result", "eligibility"]
    stage: Stage
    due: str | None


def find_targets(
    text: Text,
    outline: Outline,
    start: int,
    end: int,
    *,
    direction: int | None = None,
    role: Literal["result", "eligibility"] = "result",
    default_due: str | None = None,
    stage: Stage | None = None,
) -> list[Target]:
    """The targets in ``text.clean[start:end]``, in order.

    ``default_due`` holds where the paragraph names no date; ``stage`` overrules what the clause's own words say.
    Scores, weights, prizes, quotas, limits of length, model names and bare counts by the way are left out.
    """
    del outline  # a stretch says all that is needed; kept for the extractors' common signature
    found: list[Target] = []
    for span in within_reach(text.clean, start, end):
        found += _of_stretch(text, span, direction, role, default_due, stage)
    return found


def _of_stretch(
    text: Text,
    span: Span,
    direction: int | None,
    role: Literal["result", "eligibility"],
    default_due: str | None,
    stage: Stage | None,
) -> list[Target]:
    start, stretch = span.start, without_what_was(span.of(text.clean))
    found: list[Target] = []
    marks = ClauseMarks.of(stretch)
    previous = found_at = 0
    for quantity in find_quantities(stretch):
        given = is_baseline(stretch, quantity) or is_set_out(stretch, quantity)
        given = given or (role == "result" and is_in_passing(stretch, quantity))
        if given or names_size(stretch, quantity) or is_attribute(stretch, quantity):
            continue
        if says_of_how_many(stretch, quantity):
            previous = quantity.outer_end
            continue
        quantity = compared_share(stretch, quantity)
        if found and _shares_metric(stretch, found_at, quantity):
            found.append(_with_value(text, start, found[-1], quantity))
            previous = found_at = quantity.outer_end
            continue
        clause = clause_start(stretch, quantity, previous, marks)
        sentence = sentence_of(stretch, quantity, marks)
        # 7天预报命中率不低于80%: a figure that is no target is part of what follows, unless a mark parts them.
        if stretch[quantity.outer_end : quantity.outer_end + 1] in tuple("、和及与并且 "):
            previous = quantity.outer_end
        if is_target(stretch, quantity, clause, sentence, role):
            metric, evidence_end = metric_of(stretch, quantity, clause, marks)
            metric = _named(stretch, found, sentence[0], quantity, metric)
            if found and found[-1].unit == quantity.unit and _goes_on(stretch, found_at, quantity, metric):
                metric = _WHERE.sub("", found[-1].metric)
            if _WORD.search(metric) and metric not in _BARE_VERBS:
                paragraph = stretch.rfind("\n", 0, quantity.start) + 1
                due = due_before(stretch, paragraph, quantity.outer_start) or default_due
                known = stage or ("final" if role == "eligibility" else None)
                said = _Said(direction, role, known or stage_of(stretch[sentence[0] : quantity.outer_start]), due)
                words = with_case(stretch, clause), evidence_end
                found.append(_target(text, start, quantity, metric, words, said))
                previous = found_at = quantity.outer_end
    return found


def _named(stretch: str, found: list[Target], sentence: int, quantity: Quantity, metric: str) -> str:
    """What the figure is of, where its own words name nothing: the sentence before, or the item's label.

    Empty for what the call asks, told beside what is promised.
    """
    words = squeezed(metric)
    if _BY_THE_CALL.fullmatch(words) is not None:
        return ""
    if metric and not any(none.fullmatch(words) for none in _NAME_NONE):
        return metric
    return _named_before(stretch, found, sentence, quantity) or item_label(stretch, quantity.outer_start) or metric


def _goes_on(stretch: str, before: int, quantity: Quantity, metric: str) -> bool:
    """The next bound of one metric (不少于3人，不多于15人), or the same under another condition (在弱光下不低于88%)."""
    if _NEXT_BOUND.fullmatch(stretch, before, quantity.outer_start):
        return True
    under = _UNDER.fullmatch(squeezed(metric)) is not None
    return under and re.match(r"\s?[、，,和及]", stretch[before : quantity.outer_start]) is not None


def _named_before(stretch: str, found: list[Target], sentence: int, quantity: Quantity) -> str:
    """出料温差 of 现有机型出料温差为±3.1℃，本项目承诺做到±1.2℃: of what there is, of one dimension.

    Not where a noun stands behind the figure: 承诺5mm行程内误差不超过0.5mm.
    """
    near = squeezed(stretch[sentence : quantity.start])
    if _NOUN_BEHIND.match(stretch, quantity.outer_end):
        return ""
    for before in reversed(found):
        there = _THERE.match(before.metric)
        if squeezed(before.evidence.text) not in near:
            break
        if there is not None and before.canonical_unit == quantity.canonical[1]:
            return before.metric[there.end() :]
    return ""


def _shares_metric(stretch: str, before: int, quantity: Quantity) -> bool:
    """Does a figure behind ``before`` belong to the same metric: 准确率分别达到85%和75%以上?"""
    joint = _JOINT.fullmatch(stretch, before, quantity.outer_start)
    return joint is not None and _EACH_OF.search(stretch, max(0, before - _FARTHEST), before) is not None


def _with_value(text: Text, offset: int, target: Target, quantity: Quantity) -> Target:
    """The target again with the next of its values; a bound that only the last one bears holds for it."""
    value, unit = canonical_of(quantity, target.metric)
    bound = quantity.compared or target.comparator in ("=", "range", "~")
    return target.model_copy(
        update={
            "comparator": comparator_of(quantity, target.metric) if bound else target.comparator,
            "value": quantity.value,
            "value_max": quantity.value_max,
            "unit": quantity.unit,
            "canonical_value": value,
            "canonical_unit": unit,
            "evidence": text.evidence(
                bisect_left(text.offsets, target.evidence.start, offset), offset + quantity.outer_end
            ),
        }
    )


def _target(text: Text, offset: int, quantity: Quantity, metric: str, span: tuple[int, int], said: "_Said") -> Target:
    each = _EACH.search(text.clean, offset + span[0], offset + quantity.start)
    if (
        each is not None
        and _RATED.search(metric) is not None
        and quantity.unit not in (None, "%", "次")
        and "/" not in (quantity.unit or "")
        and canonical(1.0, quantity.unit or "")[1] not in _TIMES
    ):
        quantity = replace(quantity, unit=f"{quantity.unit}/{each['per']}")
    value, unit = canonical_of(quantity, metric)
    return Target(
        metric=squeezed(metric),
        comparator=comparator_of(quantity, metric),
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        canonical_value=value,
        canonical_unit=unit,
        due=said.due,
        direction=said.direction,
        role=said.role,
        stage=said.stage,
        evidence=text.evidence(offset + span[0], offset + span[1]),
    )
