"""Figures by which a call tells how things are (背景): in front of what is wanted, of scope, of what there is."""

import re

from extractors.targets.clauses import only_tells
from extractors.text.spans import Span
from schemas.facts import Comparator

_PLAIN: frozenset[Comparator] = frozenset({"=", "~", ">"})
_BOUND = re.compile(
    r"[≥≤＞＜><]|不[低少高大小超多得]|[大小高低多少优]于|超过|至少|最少|最多|以[上下内]|达到|提[升高]|降低|缩短"
)
# 本榜先在其中6处试点: where the work is to be done
_TO_BE_DONE = re.compile(
    r"试点|示范|推广|试用|应用于|改造|新[建增]|目标|指标|任务|完成|交付|产出|形成|建成|样[机品件]|论文|专利|标准|著作权|成果|报告|人才|(?:拟|将|要|须|应|需)(?=[\u4e00-\u9fff]{2})"
)
_SPOT = (
    "(?:街道|社区|乡镇|镇街|[镇乡村]|行政村|自然村|[县区市](?!级)|旗|片区|园区|网格|小区"
    "|流域|河[道流段]|湖泊|水库|灌区|林场|农场|矿区)"
)
_AREA = r"(?:平方公里|平方千米|km²|公里|千米|万?亩|公顷)"
# 范围为中心城区86平方公里、11个街道: how far the work reaches, beside what is measured in a 测量范围
_SCOPE = re.compile(
    r"(?<!测量)(?<!量程)(?<!温度)(?<!检测)(?<!工作)"
    r"(?:范围|地域|区域|片区|地区|对象)(?:共?(?:为|是|即|指|包括|包含|涵盖|涉及|限于|定在)|[:：])[^。；;\n]{0,60}$"
    r"|(?:^|[。；;，,\n])(?:本|该|此)?(?:榜题?|课题|项目|难题|任务|方向)?(?:共?涉及|地处|位于|辖)[^。；;\n]{0,40}$"
)
_OF_SCOPE = re.compile(rf"\s?(?:{_AREA}|(?:个|条|座|片|处)?{_SPOT})")
_THERE = re.compile(
    r"(?:^|[，,。；;、：:（(\n])(?P<lead>[^，,。；;：:、\d\n]{0,16}?)"
    r"(?:现[有存](?!的?(?:效率|水平))|已有|已建成?|在[用役运]|(?:全[省市县区国州]|我[省市县区州国院厂])[^，,。；;：:、\d\n]{0,10}?共?有)"
    r"[^。；;：:\n]{0,60}$"
)
# 改造现有产线3条, 接入现有站点120个: what is to be done with what there is
_WITH_IT = re.compile(
    r"改造|替[代换]|接入|对接|兼容|沿用|利用|升级|更新|覆盖|整合|集成|[对将把与向为在从用]$|[须应需要]|提[升高]|[较比]|高于|低于|依托|基于"
)
_BY_WHEN = re.compile(r"[到至于]\s?20\d\d\s?年|20\d\d\s?年[^。；;，,]{0,12}?(?:[之以]?前|底|末)|个月内|年内")
_FAR = 100


def parted(clean: str, span: Span, asked: int) -> tuple[Span, ...]:
    """The task, parted at what is wanted, so that no date of how things are (2025年用电) dates what is asked.

    Whole where it does not, or where the first part says by when: 到2027年底完成以下任务。揭榜方应….
    """
    if asked <= span.start or _BY_WHEN.search(clean, span.start, asked):
        return (span,)
    return Span(span.start, asked), Span(asked, span.end)


def is_told(clean: str, span: Span, asked: int, figure: Span, comparator: Comparator) -> bool:
    """Whether a plain figure in the task ``span`` tells what is there; ``asked``: where what is wanted begins."""
    if comparator not in _PLAIN or _BOUND.search(figure.of(clean)) is not None:
        return False
    sentence = _sentence(clean, span, figure.start)
    number = re.search(r"\d", clean[figure.start : figure.end])
    at = figure.start + (number.start() if number is not None else 0)
    before = clean[max(sentence.start, at - _FAR) : at]
    return (
        (figure.start < asked and _before_what_is_asked(clean, sentence, figure))
        or (_SCOPE.search(before) is not None and _OF_SCOPE.match(_unit(clean, at)) is not None)
        or _is_there(before)
    )


def _before_what_is_asked(clean: str, sentence: Span, figure: Span) -> bool:
    """全市下穿通道共37处，…。揭榜团队要研制…: a sentence in front, in which nothing is to be done."""
    if not only_tells(sentence.of(clean)):
        return False
    begin = max(clean.rfind(mark, sentence.start, figure.start) for mark in "，,") + 1
    end = min((at for mark in "，," if (at := clean.find(mark, figure.start, sentence.end)) >= 0), default=sentence.end)
    return _TO_BE_DONE.search(clean, max(begin, sentence.start), end) is None


def _is_there(before: str) -> bool:
    """中心城区现有雨水泵站14座、合流泵站5座."""
    there = _THERE.search(before)
    return there is not None and _WITH_IT.search(there["lead"]) is None and _BOUND.search(there.group()) is None


def _unit(clean: str, at: int) -> str:
    """What stands behind the number: 平方公里、, 个街道、."""
    return re.sub(r"^[\d.,]+\s?(?:余|多)?", "", clean[at : at + 24])


def _sentence(clean: str, span: Span, at: int) -> Span:
    start = max(span.start, *(clean.rfind(mark, span.start, at) + 1 for mark in "。；;！？"))
    end = min((found for mark in "。；;！？" if (found := clean.find(mark, at, span.end)) >= 0), default=span.end)
    return Span(start, end)
