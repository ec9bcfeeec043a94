"""Claims that no other metric takes: what is left in a unit may be what the metric left asks for."""

import re

from pipeline.screening.case import Case
from pipeline.screening.claims.compare import canonical_pair, reaches
from pipeline.screening.claims.kindred import as_asked
from pipeline.screening.claims.metrics import bigrams, measures_another, promised
from schemas.facts import Target

ONE_THING = ("架", "卡", "辆", "艘", "羽", "尾", "床", "参数")  # measure words of one kind of thing
_OF_MANY = ("个", "%", "倍", "元", None)  # units in which anything may be told
_OF_EVERYTHING = (
    "时间 时长 重量 长度 深度 高度 厚度 温度 精度 误差 能力 效率 面积 数量 容量 功率 速度 带宽 频率 速率 强度"
)
_INSTRUMENT = (
    r"[A-Za-z%℃Ω]\s?(?:以上)?的?[\u4e00-\u9fff]{0,6}?"
    r"(?:分析仪|测试仪|检测仪|探测器|探头|示波器|光源|信号源|传感器|天平|相机|测试系统)"
)
_WITH = r"(?:(?<![应适专通民军商实作])用(?![于户途])|以(?![上下内外及来])|经(?![济营费验]))"
# 用分析仪配合110GHz探测器, 110GHz探测器测试: what it is measured with; 研制精度0.1%FS压力传感器 is the work's own
_MEANS = re.compile(
    rf"{_WITH}[^，,。；;\d]{{0,12}}\d[^，,。；;\u4e00-\u9fff]{{0,12}}?{_INSTRUMENT}"
    rf"|{_INSTRUMENT}(?:进行|实际)?(?:测试|检测)(?![仪系平装设软模台])"
)
_LATER = re.compile(r"待[^，。；]{2,20}后再")  # 待二期改版后再提升到112GHz: of a later work
_WHERE = re.compile(r"\d\s?(?:[毫厘分千]?米|[mckμ]?m)处")  # 在离轴5厘米处测
# 投资回收期, 质保期, 到达现场: what the business or the service has figures for, no measure of the work
_OF_BUSINESS = re.compile(
    r"投资回[收报]|回[收本]期|回本|节支|产值|利[润税]|税收|营收|销售|质保|保修|维保|售后|上门|到达现场|到场|修复|故障[^，。；]{0,6}(?:响应|排除|处理)"
    r"|培训|付款|供货|交货|到货|备件|工期|会议|例会|巡检一次|整改|学时|从业|工龄"
)
_MEASURES = frozenset(_OF_EVERYTHING.split())


def taken_by_others(case: Case, required: Target) -> list[Target] | None:
    """The best claims of the other metrics asked for in its unit; None where one of those has no answer either.

    载荷不低于50千克 and 整机重量不超过180千克 take no claim from each other.
    """
    taken: list[Target] = []
    for obligation in case.of("numeric_target"):
        other = obligation.target
        if other is None or other is required or not in_one_unit(other, required):
            continue
        best = _best(case, other)
        if best is None and not opposed(required, other):
            return None
        taken += [best] if best is not None else []
    return taken


def left_that_reaches(case: Case, required: Target, chosen: Target) -> Target | None:
    """The one measured claim that would do and that no other metric takes, whatever it is called (键合片的TTV).

    Only where the claim that was ``chosen`` is what another metric takes (减薄至45μm).
    """
    others = [o.target for o in case.of("numeric_target") if o.target is not None and o.target is not required]
    taken = [_best(case, other) for other in others]
    if chosen not in taken:
        return None
    fitting = [
        claim
        for claim in case.submission.targets
        if is_measured(required) and in_one_unit(claim, required) and claim not in taken
        if not opposed(required, claim) and reaches(required, claim)
        if not measures_another(required.metric, claim.metric) and not is_aside(claim.evidence.text)
    ]
    return fitting[0] if len({as_asked(required, claim).canonical_value for claim in fitting}) == 1 else None


def is_aside(words: str) -> bool:
    """Whether the figure is of the instrument right behind it, of where it is measured, or of a later work."""
    return any(one.search(words) for one in (_MEANS, _WHERE)) or _LATER.search(re.sub(r"\s", "", words)) is not None


def is_of_business(required: Target, claim: Target) -> bool:
    """The claim is of the business (投资回收期约2.8年) or of the service, and what is asked is not."""
    said = f"{claim.metric}{claim.evidence.text}"
    return _OF_BUSINESS.search(required.metric) is None and _OF_BUSINESS.search(said) is not None


def is_measured(required: Target) -> bool:
    """In a unit that says what is measured, or counts one kind of thing."""
    return required.canonical_unit not in _OF_MANY or required.unit in ONE_THING


def opposed(required: Target, claim: Target) -> bool:
    """At most one asks for and at least the other promises."""
    return {required.comparator, claim.comparator} in ({"<=", ">="}, {"<", ">"}, {"<=", ">"}, {"<", ">="})


def shares_word(one: str, other: str) -> bool:
    """缓存 of 断网数据缓存 and 终端本地缓存记录; 时间 and 重量 are of everything."""
    return any(pair not in _MEASURES for pair in bigrams(one) & bigrams(other))


def tells_apart(required: str, other: str, claimed: str) -> bool:
    """稀疏 of 单芯片FP16峰值（2:4稀疏） is what 稀疏后FP16算力 has and 单芯片FP16 has not."""
    return any(pair not in _MEASURES for pair in (bigrams(required) - bigrams(other)) & bigrams(claimed))


def in_one_unit(one: Target, other: Target) -> bool:
    """What is counted has to be counted in the very same word; ``one`` is the claim."""
    one = as_asked(other, one)
    counted = one.canonical_unit == other.canonical_unit == "个"  # 每秒8000次 is a frequency
    same = not counted or one.unit == other.unit not in ("个", "项", "种", "类", None)
    return same and canonical_pair(one, other) is not None


def _best(case: Case, required: Target) -> Target | None:
    """The claim likest to the metric, where it is alike enough and bound on the same side."""
    told = (pair for pair in promised(case, required) if not opposed(required, pair[1]))
    best = max(told, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] >= case.settings.metric_alike else None
