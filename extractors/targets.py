"""Targets (指标): numeric requirements and claims in running text."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Literal

from extractors.dues import due_before
from extractors.metrics import is_counted, lower_is_better, metric_before, noun_behind
from extractors.quantities import Quantity, find_quantities
from extractors.spans import Span, within_reach
from extractors.target_signs import Stage, is_attribute, is_baseline, is_target, names_size, stage_of
from schemas.facts import Comparator, Target
from schemas.outline import Outline
from schemas.text import Text

_CLAUSE_END = re.compile(r"[，,。；;：:\n\t！？]")
_SENTENCE_END = re.compile(r"[。；;\n\t！？]")
_OPEN_BRACKETS = re.compile(r"[（(][^（）()]*$")
# Measure words that are what they count: 三轴可编程机械臂, 64通道采集.
_NAMING_UNITS = frozenset({"轴", "通道", "自由度", "节点", "语种", "像素"})
# 蠕变率（70℃，300MPa）小于0.5%: what a bracket says between metric and figure parts them not.
_BRACKET_BEFORE = re.compile(r"[（(][^（）()\n]{1,60}[）)][^（）()，,。；;：:\n\t]{0,40}$")
_FARTHEST = 120
_MOST_PER_CENT = 50  # 提取精度优于92%: no error is asked to be that large
_NEAR = 32  # characters that 不低于…的 may take
_HEADING = re.compile(r"(?:目标|指标|要求|任务|内容|如下|包括|条件|方面|阶段|其中|情况|成果|效益)$")
# 支持零件数≥10万个的装配体加载: the words before already name what is counted.
_MEASURED = re.compile(r"(?:数量?|总量|总数|规模|个数|能力|产能|产量)$")
# 年产10万平方米膜产能: what is made stands behind.
_DATED = re.compile(r"[申请报当年度上月日至截止时间的前后到为满\d ]*")  # 申请当年1月1日未满50周岁
# 提供不少于60平方米的固定场所: what is measured stands behind.
_PROVIDES = re.compile(r"(?:提供|具有|具备|拥有|建有|设有|配备|配有|有)$")
# 一个天窗点完成不少于8km区间: what is done stands behind the figure.
_DOING = re.compile(r"(?:完成|建成|建设|新建|改造|铺设|敷设|覆盖|新增)$")
_JOINT = re.compile(r"\s?[和、与及/]\s?")
_EACH_OF = re.compile(r"分别[^，。；：\n]{0,40}$")
_BOUND_BY = frozenset({"签订", "签署", "订立", "缴纳"})  # 签订3年以上劳动合同
_WORD = re.compile(r"[A-Za-z\u0370-\u03ff\u4e00-\u9fff]")  # not + in ≤5cm+0.5%
_OUTPUT = frozenset({"年产", "日产", "月产", "新增年产"})
# What ends the words behind a figure that still belong to it (建成年产200吨生产线), where they are short.
_TAIL = re.compile(
    r"(?![且并和与及、])(?:[A-Za-z]{1,4}\d?)?[^，,。；;：:、\n\t！？（）()\d一二三四五六七八九十百千万亿]{0,16}(?=[，,。；;\n\t！？]|$)"
)
_SHARE_SIGNS: dict[str, Comparator] = {"least": ">=", "most": "<=", "less": "<", "more": ">"}
_AT_LEAST = re.compile(r"(?:至少|最少)(?:应|须|需)?[\u4e00-\u9fff]{1,4}$")
_SHARE_OF = re.compile(
    r"(?:(?P<least>不得?[低少小]于|至少(?:为|占)?)|(?P<most>不得?(?:超过|高于|多于|大于))|(?P<less>[低少小]于)|(?P<more>超过|[高多大]于))[^，。；：\n\d]{2,20}的$"
)
_ITEM_NUMBER = re.compile(r"^\s*\d{1,2}[.、．)）](?!\d)")
# 废品率由3%降到1.8%，降幅40%: the change of what the clause before speaks of.
_CHANGES = frozenset(
    {"降幅", "增幅", "升幅", "涨幅", *(f"{verb}幅度" for verb in ("提升", "提高", "增长", "降低", "下降"))}
)
_JOINERS = frozenset({"且", "并", "但", "并且", "而且", "同时", "或"})


@dataclass(frozen=True, slots=True)
class _Said:
    """What the stretch and the sentence say of a figure besides its own words."""

    direction: int | None
    role: Literal["result", "eligibility"]
    stage: Stage
    due: str | None


@dataclass(frozen=True, slots=True)
class _Marks:
    """Where clauses and sentences of a stretch end, in order: found once, since every figure asks for them."""

    clauses: list[int]
    sentences: list[int]

    @classmethod
    def of(cls, stretch: str) -> "_Marks":
        """The marks of a stretch."""
        clauses = [match.start() for match in _CLAUSE_END.finditer(stretch)]
        return cls(clauses, [match.start() for match in _SENTENCE_END.finditer(stretch)])

    def clause_start(self, before: int) -> int:
        """Behind the last mark before an offset; 0 where there is none."""
        index = bisect_left(self.clauses, before)
        return self.clauses[index - 1] + 1 if index else 0


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
    marks = _Marks.of(stretch)
    previous = found_at = 0
    for quantity in find_quantities(stretch):
        if is_baseline(stretch, quantity) or names_size(stretch, quantity) or is_attribute(stretch, quantity):
            continue
        quantity = compared_share(stretch, quantity)
        if found and _shares_metric(stretch, found_at, quantity):
            found.append(_with_value(text, start, found[-1], quantity))
            previous = found_at = quantity.outer_end
            continue
        clause = _clause_start(stretch, quantity, previous, marks)
        sentence = _sentence(stretch, quantity, marks)
        # 7天预报命中率不低于80%: a figure that is no target is part of what follows, unless a mark parts them.
        if stretch[quantity.outer_end : quantity.outer_end + 1] in tuple("、和及与并且 "):
            previous = quantity.outer_end
        if is_target(stretch, quantity, clause, sentence, role):
            metric, evidence_end = _metric(stretch, quantity, clause, marks)
            if _WORD.search(metric):
                paragraph = stretch.rfind("\n", 0, quantity.start) + 1
                due = due_before(stretch, paragraph, quantity.outer_start) or default_due
                known = stage or ("final" if role == "eligibility" else None)
                said = _Said(direction, role, known or stage_of(stretch[sentence[0] : quantity.outer_start]), due)
                found.append(_target(text, start, quantity, metric, (clause, evidence_end), said))
                previous = found_at = quantity.outer_end
    return found


def _shares_metric(stretch: str, before: int, quantity: Quantity) -> bool:
    """Does a figure behind ``before`` belong to the same metric: 准确率分别达到85%和75%以上?"""
    joint = _JOINT.fullmatch(stretch, before, quantity.outer_start)
    return joint is not None and _EACH_OF.search(stretch, max(0, before - _FARTHEST), before) is not None


def _with_value(text: Text, offset: int, target: Target, quantity: Quantity) -> Target:
    """The target again with the next of its values; a bound that only the last one bears holds for it."""
    value, unit = quantity.canonical
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


def comparator_of(quantity: Quantity, metric: str) -> Comparator:
    """The quantity's comparator; 优于 depends on whether less of the metric is better."""
    if not quantity.better or (quantity.unit == "%" and quantity.value >= _MOST_PER_CENT):
        return quantity.comparator
    tiny = quantity.unit is None and 0 < quantity.value < 1e-3  # 稳定度优于5×10⁻⁹
    level = quantity.value < 0 and (quantity.unit or "").startswith("dB")  # EVM优于-32dB
    return "<=" if tiny or level or lower_is_better(metric) else quantity.comparator


def _target(text: Text, offset: int, quantity: Quantity, metric: str, span: tuple[int, int], said: "_Said") -> Target:
    value, unit = quantity.canonical
    return Target(
        metric=metric,
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


def _clause_start(stretch: str, quantity: Quantity, previous: int, marks: _Marks) -> int:
    """Where the words of a figure begin: behind the last mark, or behind the figure before in a list with 、."""
    at = quantity.outer_start
    aside = _BRACKET_BEFORE.search(stretch, max(0, at - _FARTHEST), at)
    upto = aside.start() if aside else at
    previous = previous if previous <= upto else 0
    start = max(previous, marks.clause_start(upto))
    start = _label_start(stretch, start, at, previous, marks)
    bracket = _OPEN_BRACKETS.search(stretch, start, at)
    if bracket is not None and (not quantity.compared or stretch[bracket.start() + 1 : at].strip()):
        return bracket.start() + 1  # （≥2000次） is measured by what stands before the bracket
    joints = " 、和及与）)" if start == previous > 0 else " 、）)"  # 与标准方法偏差 begins with its own 与
    while start < at and stretch[start] in joints:
        start += 1
    return start


def _label_start(stretch: str, start: int, at: int, previous: int, marks: _Marks) -> int:
    """漏检率：≤0.1%: with nothing behind the colon the label is the metric, unless it is a heading (考核指标：)."""
    if start == 0 or stretch[start - 1] not in "：:" or stretch[start:at].strip():
        return start
    begin = max(previous, marks.clause_start(start - 1))
    label = stretch[begin : start - 1].strip()
    return begin if 2 <= len(label) <= 24 and _HEADING.search(label) is None else start


def compared_share(stretch: str, quantity: Quantity) -> Quantity:
    """不低于总投资的30%, 至少完成过2项: the comparing word stands before what the share is of, or before a verb."""
    if quantity.compared or quantity.change:
        return quantity
    match = _AT_LEAST.search(stretch, max(0, quantity.start - _NEAR), quantity.start)
    if match is not None:
        return replace(quantity, outer_start=match.start(), comparator=">=", compared=True)
    match = _SHARE_OF.search(stretch, max(0, quantity.start - _NEAR), quantity.start)
    if match is None or quantity.unit not in ("%", "‰", "倍", "成"):
        return quantity
    comparator = next(sign for name, sign in _SHARE_SIGNS.items() if match[name])
    return replace(quantity, outer_start=match.start(), comparator=comparator, compared=True)


def _sentence(stretch: str, quantity: Quantity, marks: _Marks) -> tuple[int, int]:
    first = bisect_left(marks.sentences, quantity.start)
    last = bisect_left(marks.sentences, quantity.end)
    start = marks.sentences[first - 1] + 1 if first else 0
    return start, marks.sentences[last] if last < len(marks.sentences) else len(stretch)


def _metric(stretch: str, quantity: Quantity, clause: int, marks: _Marks) -> tuple[str, int]:
    """The metric and where the evidence ends: behind the comparing word, or behind the counted noun."""
    metric, end = _named(stretch, quantity, clause, marks)
    tail = _TAIL.match(stretch, end)
    return metric, tail.end() if tail else end


def _named(stretch: str, quantity: Quantity, clause: int, marks: _Marks) -> tuple[str, int]:
    own = metric_before(stretch[clause : quantity.outer_start] + (quantity.change or ""))
    before = _whole(stretch, clause, own, marks)
    provides = _PROVIDES.search(before) is not None and stretch.startswith("的", quantity.outer_end)
    provides = provides or (_DOING.search(before) is not None and quantity.compared and not quantity.counts)
    counts = quantity.counts or quantity.level or before in (_OUTPUT | _BOUND_BY) or provides
    noun, noun_end = noun_behind(stretch, quantity.outer_end, len(stretch)) if counts else ("", quantity.outer_end)
    if quantity.unit in ("参数", "个参数"):
        if noun:
            return "参数" + noun, noun_end
        return (before + "参数") if "参数" not in before else before, quantity.outer_end
    if quantity.unit in _NAMING_UNITS and noun:
        return quantity.unit + noun, noun_end
    if quantity.level and quantity.unit is None and noun:
        return noun, noun_end
    if quantity.unit in ("周岁", "岁") and "龄" not in before:
        return ("年龄" if _DATED.fullmatch(before) else f"{before}年龄"), quantity.outer_end
    if provides and len(noun) >= 2:
        return noun, noun_end
    if before in (_OUTPUT | _BOUND_BY) and noun:
        return before + noun, noun_end
    of_noun = quantity.compared or stretch[quantity.outer_end : quantity.outer_end + 1] == "的"
    if is_counted(quantity, noun) and not (of_noun and _MEASURED.search(before)):
        return noun, noun_end
    if quantity.counts and quantity.unit not in ("个", "项", "种", "家", "台", "套", None) and not before:
        return quantity.unit or "", quantity.outer_end
    return before, quantity.outer_end


def _whole(stretch: str, clause: int, before: str, marks: _Marks) -> str:
    """The words before a figure, with what the clause before speaks of where they cannot stand alone."""
    if before in _JOINERS or (not before and stretch[clause : clause + 1] == "达"):
        return _carried(stretch, clause, marks)
    return _carried(stretch, clause, marks) + before if before in _CHANGES else before


def _carried(stretch: str, clause: int, marks: _Marks) -> str:
    """企业成立于2021年之后，且不超过5年: what the clause before speaks of."""
    end = max(clause - 1, 0)
    words = _ITEM_NUMBER.sub("", stretch[marks.clause_start(end) : end])
    return metric_before(re.split(r"较|提[升高]|[在为是于达至\d≥≤]|不[低少超高大小]", words)[0])
