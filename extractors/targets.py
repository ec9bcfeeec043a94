"""Targets (指标): numeric requirements and claims in running text."""

import re
from dataclasses import replace
from typing import Literal

from extractors.dues import due_before
from extractors.metrics import is_counted, lower_is_better, metric_before, noun_behind, words
from extractors.quantities import Quantity, find_quantities
from extractors.spans import Span, within_reach
from schemas.facts import Comparator, Target
from schemas.outline import Outline
from schemas.text import Text

Stage = Literal["final", "milestone", "existing"]
_CLAUSE_END = "，,。；;：:\n\t！？"
_SENTENCE_END = re.compile(r"[。；;\n\t！？]")
_OPEN_BRACKETS = re.compile(r"[（(][^（）()]*$")
_NO_RESULT_UNITS = frozenset({"页", "份", "分", "批", "本", "级", "轮", "层", "届", "周", "间", "栋", "号"})
# Measure words that are what they count: 三轴可编程机械臂, 64通道采集.
_NAMING_UNITS = frozenset({"轴", "通道", "自由度", "节点", "语种", "像素"})
_HEADING = re.compile(r"(?:目标|指标|要求|任务|内容|如下|包括|条件|方面|阶段|其中|情况|成果|效益)$")
# 到2027年累计推广: still to come; 截至2025年 is past.
_AHEAD = re.compile(r"(?<!截)[到至]\s?20\d\d\s?年|力争|预期|预计|计划")
_FROM = re.compile(r"[由从](?:目前|现有|原来|当前|现在)?的?$")
_TO = re.compile(r"\s?(?:左右)?(?:提升|提高|降低|降|下降|缩短|增加|增长|压缩|减少|扩大|延长|升)?(?:到|至|为)")
_DURATIONS = frozenset({"年", "月", "日", "天", "个月", "个工作日", "工作日", "周", "个会计年度"})
# 近三年, 前两个季度, 每5天: a period that is looked at, not required.
_PERIOD = re.compile(r"[近前后每第上下个各次届多]$|过去$|未来$|连续$|今后$|历时$|历经$")
# 支持零件数≥10万个的装配体加载: the words before already name what is counted.
_MEASURED = re.compile(r"(?:数量?|总量|总数|规模|个数)$")
# What ends the words behind a figure that still belong to it (建成年产200吨生产线), where they are short.
_TAIL = re.compile(
    r"(?![且并和与及、])(?:[A-Za-z]{1,4}\d?)?[^，,。；;：:、\n\t！？（）()\d一二三四五六七八九十百千万亿]{0,16}(?=[，,。；;\n\t！？]|$)"
)
# 二级以上医院, 三级甲等
_GRADE = re.compile(r"[一二三四五]级(?:以上|及以上|以下|甲等|乙等)?(?=[\u4e00-\u9fff])")
_OPENS = re.compile(r"(?:^|[，,。；;：:、\n]|其中|中)\s*$")
_MEASURED_BEHIND = re.compile(
    r"[\u4e00-\u9fff]{2,14}?(?:比例|占比|比重|人数|数量|总数)[^，。；\n]{0,4}(?:[不≥≤＞＜>超达至]|[大小高低多少]于)"
)
_SHARE_SIGNS: dict[str, Comparator] = {"least": ">=", "most": "<=", "less": "<", "more": ">"}
_AT_LEAST = re.compile(r"(?:至少|最少)(?:应|须|需)?[\u4e00-\u9fff]{1,4}$")
_SHARE_OF = re.compile(
    r"(?:(?P<least>不得?[低少小]于|至少(?:为|占)?)|(?P<most>不得?(?:超过|高于|多于|大于))|(?P<less>[低少小]于)|(?P<more>超过|[高多大]于))[^，。；：\n\d]{2,20}的$"
)
_JOINERS = frozenset({"且", "并", "但", "并且", "而且", "同时", "或"})
# 设计寿命25年: how long a product lasts, not how long the work may take.
_LASTING = re.compile(r"寿命|续航|保质期|货架期|半衰期|储存期|贮存期|存储期|待机")
# 抗风等级不低于17级: a grade of the product, not 省级 or 三级医院.
_GRADED = re.compile(r"(?:等级|级别|附着力|硬度|精度|成熟度|烈度|风力|海况|抗震|防护)[^，。；]{0,4}$")
_CIRCUMSTANCE = re.compile(
    r"\s?(?:的?(?:条件|环境|工况|温度|载荷|压力|负载)?下(?![降限调]|一)|时(?!延|长|间|效))"
    r"|[、，][^，。；、\n]{2,16}(?:条件|环境|工况)下"
)
_AFTER = re.compile(r"\s?后(?![期续])")
_HOURS = frozenset({"小时", "h", "个小时", "分钟", "min", "天", "次"})
# 每个单位最高资助50万元 under 申报对象 is the award, no condition.
_AWARDED = re.compile(r"最高|奖励|资助|补助|补贴|奖补|给予")
# What a measure word without a comparing word counts by the way: 分为3个阶段, 面向6个方向.
_ASIDE = re.compile(
    r"(?:(?:本次|共发布|以下|上述|下列|以上|分为|分成)[^，。；]{0,8}\d+\D?.*|"
    r"(?:包括|包含|围绕|面向|设立|设置|聚焦)[^，。；]{0,8}\d+\D?(?:重点|主要|核心|关键|大)?"
    r"(?:方向|领域|专题|类别|方面|部分|阶段|环节|层次|批次|榜单|任务|维度|步骤))"
)


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
    start, stretch = span.start, span.of(text.clean)
    found: list[Target] = []
    previous = 0
    for quantity in find_quantities(stretch):
        if _is_baseline(stretch, quantity) or _names_size(stretch, quantity) or _is_attribute(stretch, quantity):
            continue
        quantity = _compared_share(stretch, quantity)
        clause = _clause_start(stretch, quantity, previous)
        sentence = _sentence(stretch, quantity)
        # 7天预报命中率不低于80%: a figure that is no target is part of what follows, unless a mark parts them.
        if stretch[quantity.outer_end : quantity.outer_end + 1] in tuple("、和及与并且 "):
            previous = quantity.outer_end
        if _is_target(stretch, quantity, clause, sentence, role):
            metric, evidence_end = _metric(stretch, quantity, clause)
            if metric:
                paragraph = stretch.rfind("\n", 0, quantity.start) + 1
                due = due_before(stretch, paragraph, quantity.outer_start) or default_due
                found.append(
                    _target(text, start, quantity, metric, (clause, evidence_end), due).model_copy(
                        update={
                            "direction": direction,
                            "role": role,
                            "stage": stage
                            or (
                                "final"
                                if role == "eligibility"
                                else _stage(stretch[sentence[0] : quantity.outer_start])
                            ),
                        }
                    )
                )
            previous = quantity.outer_end
    return found


def comparator_of(quantity: Quantity, metric: str) -> Comparator:
    """The quantity's comparator; 优于 depends on whether less of the metric is better."""
    tiny = quantity.unit is None and 0 < quantity.value < 1e-3  # 稳定度优于5×10⁻⁹
    return "<=" if quantity.better and (tiny or lower_is_better(metric)) else quantity.comparator


def _target(text: Text, offset: int, quantity: Quantity, metric: str, span: tuple[int, int], due: str | None) -> Target:
    value, unit = quantity.canonical
    return Target(
        metric=metric,
        comparator=comparator_of(quantity, metric),
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        canonical_value=value,
        canonical_unit=unit,
        due=due,
        evidence=text.evidence(offset + span[0], offset + span[1]),
    )


def _clause_start(stretch: str, quantity: Quantity, previous: int) -> int:
    """Where the words of a figure begin: behind the last mark, or behind the figure before in a list with 、."""
    at = quantity.outer_start
    start = max(previous, max((stretch.rfind(mark, 0, at) for mark in _CLAUSE_END), default=-1) + 1)
    start = _label_start(stretch, start, at, previous)
    bracket = _OPEN_BRACKETS.search(stretch, start, at)
    if bracket is not None:
        return bracket.start() + 1
    while start < at and stretch[start] in " 、和及与）)":
        start += 1
    return start


def _label_start(stretch: str, start: int, at: int, previous: int) -> int:
    """漏检率：≤0.1%: with nothing behind the colon the label is the metric, unless it is a heading (考核指标：)."""
    if start == 0 or stretch[start - 1] not in "：:" or stretch[start:at].strip():
        return start
    begin = max(previous, max(stretch.rfind(mark, 0, start - 1) for mark in _CLAUSE_END) + 1)
    label = stretch[begin : start - 1].strip()
    return begin if 2 <= len(label) <= 24 and _HEADING.search(label) is None else start


def _is_baseline(stretch: str, quantity: Quantity) -> bool:
    """由20MHz提升到100MHz: the first figure is where it starts from."""
    return _FROM.search(stretch[: quantity.start]) is not None and _TO.match(stretch, quantity.outer_end) is not None


def _is_attribute(stretch: str, quantity: Quantity) -> bool:
    """二级以上医院, 40周岁以下青年科研人员占比: a bound that only says which ones are counted or measured."""
    if quantity.han and quantity.unit in (None, "级") and _GRADE.match(stretch, quantity.start):
        return True
    lead = quantity.outer_end > quantity.end and _OPENS.search(stretch[: quantity.start]) is not None
    return lead and _MEASURED_BEHIND.match(stretch, quantity.outer_end) is not None


def _compared_share(stretch: str, quantity: Quantity) -> Quantity:
    """不低于总投资的30%, 至少完成过2项: the comparing word stands before what the share is of, or before a verb."""
    if quantity.compared or quantity.change:
        return quantity
    match = _AT_LEAST.search(stretch[: quantity.start])
    if match is not None:
        return replace(quantity, outer_start=match.start(), comparator=">=", compared=True)
    match = _SHARE_OF.search(stretch[: quantity.start])
    if match is None or quantity.unit not in ("%", "‰", "倍", "成"):
        return quantity
    comparator = next(sign for name, sign in _SHARE_SIGNS.items() if match[name])
    return replace(quantity, outer_start=match.start(), comparator=comparator, compared=True)


def _names_size(stretch: str, quantity: Quantity) -> bool:
    """5万吨级示范线: the size is part of what is built."""
    behind = stretch[quantity.outer_end : quantity.outer_end + 2]
    return not quantity.compared and quantity.unit is not None and behind[:1] == "级" and behind not in ("级别", "级联")


def _sentence(stretch: str, quantity: Quantity) -> tuple[int, int]:
    start = 0
    for mark in _SENTENCE_END.finditer(stretch, 0, quantity.start):
        start = mark.end()
    end = next((m.start() for m in _SENTENCE_END.finditer(stretch, quantity.end)), len(stretch))
    return start, end


def _metric(stretch: str, quantity: Quantity, clause: int) -> tuple[str, int]:
    """The metric and where the evidence ends: behind the comparing word, or behind the counted noun."""
    metric, end = _named(stretch, quantity, clause)
    tail = _TAIL.match(stretch, end)
    return metric, tail.end() if tail else end


def _named(stretch: str, quantity: Quantity, clause: int) -> tuple[str, int]:
    before = metric_before(stretch[clause : quantity.outer_start] + (quantity.change or ""))
    noun, noun_end = noun_behind(stretch, quantity.outer_end, len(stretch))
    if before in _JOINERS:
        before = _carried(stretch, clause)
    if quantity.unit in ("参数", "个参数"):
        if noun:
            return "参数" + noun, noun_end
        return (before + "参数") if "参数" not in before else before, quantity.outer_end
    if quantity.unit in _NAMING_UNITS and noun:
        return quantity.unit + noun, noun_end
    if quantity.level and quantity.unit is None and noun:
        return noun, noun_end
    if is_counted(quantity, noun) and not (quantity.compared and _MEASURED.search(before)):
        return noun, noun_end
    if quantity.counts and quantity.unit not in ("个", "项", "种", "家", "台", "套", None) and not before:
        return quantity.unit or "", quantity.outer_end
    return before, quantity.outer_end


def _carried(stretch: str, clause: int) -> str:
    """企业成立于2021年之后，且不超过5年: what the clause before speaks of."""
    start = max((stretch.rfind(mark, 0, max(clause - 1, 0)) for mark in _CLAUSE_END), default=-1) + 1
    return metric_before(re.split(r"[在为是于达至\d≥≤]|不[低少超高大小]", stretch[start : max(clause - 1, 0)])[0])


def _is_target(stretch: str, quantity: Quantity, clause: int, sentence: tuple[int, int], role: str) -> bool:
    whole = stretch[sentence[0] : sentence[1]]
    around = stretch[clause : quantity.end + 6]
    if not quantity.compared and (quantity.han or quantity.unit is None or _ASIDE.search(around)):
        return quantity.level and quantity.value >= 1e8
    if not quantity.compared and _says_state(stretch, quantity, clause, role):
        return False
    before = stretch[clause : quantity.outer_start]
    lasting = _LASTING.search(before) is not None
    if quantity.unit in _DURATIONS and (
        (not quantity.compared and not lasting) or _PERIOD.search(stretch[: quantity.start])
    ):
        return False
    if (
        quantity.unit in _DURATIONS
        and quantity.comparator == "<"
        and stretch[quantity.outer_end : quantity.outer_end + 1] == "的"
    ):
        return False  # 成立不足两年的，按…: a case, not a condition
    if role == "eligibility":
        if quantity.unit in ("字", "页"):
            return False  # a limit of length under 申报要求
        if quantity.unit == "元" and _AWARDED.search(whole):
            return False
        return quantity.compared or quantity.change is not None
    if quantity.unit in _NO_RESULT_UNITS and not (quantity.unit == "级" and _GRADED.search(before)):
        return False
    if quantity.unit in _DURATIONS | {"字"} and quantity.comparator in ("<=", "<", "=") and not lasting:
        return False  # a period of work, a limit of length
    near = stretch[max(sentence[0], clause - 30) : min(sentence[1], quantity.outer_end + 12)]
    return not any(word in (near if len(whole) > 60 else whole) for word in words("noise"))


def _says_state(stretch: str, quantity: Quantity, clause: int, role: str) -> bool:
    """4K视频, 壁厚仅2.2mm, and under what a figure holds: what is, not what is asked."""
    if quantity.unit == "K" or stretch[quantity.start - 1 : quantity.start] == "仅":
        return True
    return role == "result" and _is_circumstance(stretch, quantity, clause)


def _is_circumstance(stretch: str, quantity: Quantity, clause: int) -> bool:
    """60℃下, （截面0.01㎡）: under what a figure holds, not what is asked."""
    behind = _CIRCUMSTANCE.match(stretch, quantity.outer_end) is not None
    behind = behind or (quantity.unit in _HOURS and _AFTER.match(stretch, quantity.outer_end) is not None)
    return behind or (clause > 0 and stretch[clause - 1] in "（(" and quantity.change is None)


def _stage(before: str) -> Stage:
    """existing where the sentence says so before the figure (累计, 已), else final."""
    if _AHEAD.search(before):
        return "final"
    clause = re.split(r"[，,；;：:]", before)[-1]
    return "existing" if any(word in clause for word in words("existing")) else "final"
