"""What is to get better and is promised as it is already: 有效提升用户满意度, where 86% is today's and the goal."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.claims.compare import canonical_pair
from pipeline.screening.claims.metrics import share
from pipeline.screening.claims.unread_promises import promising_passages
from pipeline.screening.said_twice.repeats import sentence_of
from schemas.evidence import Evidence
from schemas.facts import Target
from schemas.notice import Obligation

_UP, _DOWN = r"提[升高]|提增|改善|增强|增加|增大|优化|延长|扩大|拓展", r"降低|下降|减少|缩短|压缩|减小|缩减|减轻"
# 有效提升点击转化率、用户满意度等关键指标: a list of metrics, with no figure
_ASKS = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|现有|其|系统|产品|平台)?(?:的)?"
    r"(?P<metrics>[^，。；：\d]{3,60})"
)
_LISTED = re.compile(r"[、和及与]|以及")
_REST = re.compile(
    r"等(?:关键|核心|主要|各项)?(?:技术|性能)?(?:指标|参数|水平|能力)?.*$|(?:等|的)?(?:水平|指标)$|.*的(?=[^的]{3,})"
)
_MEASURED = re.compile(
    r"(?:率|度|次数|时间|时长|用时|成本|能耗|效率|精度|寿命|产量|数量|次|量|速度|比例|占比|损失|间隔|周期)$"
)
_OTHERS = re.compile(r"国[内外际]|行业|同类|同行|竞品|他人|友商|对[手标]|标杆|先进水平|最好|领先|试点|个别|中期|阶段")
_CLAUSE = re.compile("[；;。]")
# 用户满意度保持现有水平, 与目前持平, 不再提升
_KEEPS = (
    r"[^，。；\n]{0,12}?(?P<kept>(?:保持|维持|稳定在|不低于|不高于|与|和|沿用)在?(?:现有|目前|当前|现状|原有|既有|今年|上年)的?"
    r"(?:水平|数值|状态|基础)?(?:持平|一致|相当|不变)?"
    r"|(?:基本)?(?:持平|不变)(?=[，。；\n]|$)"
    r"|(?:不作|不再|不做|暂不|不安排|不要求)(?:进一步)?的?(?:提升|提高|改善|优化|降低|缩短|下降))"
)
_BETTER = re.compile(rf"(?:{_UP}|{_DOWN}|上升|增长)(?:到|至|了|\d)|由\d|从\d")
_ALIKE, _FEWEST = 0.75, 3  # the share of the metric's pairs of characters; characters of its name


@dataclass(frozen=True, slots=True)
class NoBetter:
    """A metric that the clause names, what is said of it, and where."""

    metric: str
    words: str
    found: Evidence


def no_better(case: Case, clause: Obligation) -> NoBetter | None:
    """The first metric of such a clause whose goal is no better than what is there; None where all get better."""
    for metric, up in _asked(clause.name):
        goals = [one for one in case.submission.targets if one.stage == "final" and share(metric, one.metric) >= _ALIKE]
        today = [one for one in case.submission.figures if _is_today(case, metric, one)]
        for goal in goals:
            for one in today:
                if _stays(goal, one, goals, up=up):
                    words = f"现有{one.evidence.text.strip()}，目标为{goal.evidence.text.strip()}"
                    return NoBetter(metric, words, goal.evidence)
        if not goals and (kept := _kept(case, metric)) is not None:
            return kept
    return None


def _asked(words: str) -> Iterator[tuple[str, bool]]:
    """The metrics to be improved, and whether more is better."""
    for asks in _ASKS.finditer(words):
        for piece in _LISTED.split(asks["metrics"]):
            name = _REST.sub("", piece).strip()
            if len(name) >= _FEWEST and _MEASURED.search(name) is not None:
                yield name, asks["up"] is not None


def _is_today(case: Case, metric: str, figure: Target) -> bool:
    """What the applicant's own product reaches now, of all that the metric is measured by."""
    if figure.stage != "existing" or share(metric, figure.metric) < _ALIKE:
        return False
    return _OTHERS.search(_CLAUSE.split(sentence_of(case, figure))[-1]) is None


def _stays(goal: Target, today: Target, goals: Sequence[Target], *, up: bool) -> bool:
    """The goal is not better than today's, and no other goal of the metric is."""
    if _BETTER.search(goal.evidence.text) is not None or goal.evidence.overlaps(today.evidence):
        return False
    alike = [one for one in goals if canonical_pair(one, today) is not None]
    return goal in alike and all(_is_not_better(one, today, up=up) for one in alike)


def _is_not_better(goal: Target, today: Target, *, up: bool) -> bool:
    pair = canonical_pair(goal, today)
    return pair is not None and (pair[0] <= pair[1] if up else pair[0] >= pair[1])


def _kept(case: Case, metric: str) -> NoBetter | None:
    """用户满意度保持现有水平: in words alone."""
    said = re.compile(re.escape(metric) + _KEEPS)
    for passage in promising_passages(case):
        match = said.search(passage.text)
        if match is not None and _BETTER.search(match.group()) is None:
            return NoBetter(metric, match.group(), narrow(passage.evidence, match["kept"]))
    return None
