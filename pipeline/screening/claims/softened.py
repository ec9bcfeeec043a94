"""A figure softened to a wish or an about (软化的承诺): 力争做到0.35元上下, 原则上不超过0.1，遇浑水可放宽."""

import re
from collections.abc import Iterator
from math import isclose

from extractors.values.quantities import find_quantities
from pipeline.screening.case import Case
from pipeline.screening.claims.around_claims import Around, around
from pipeline.screening.claims.compare import canonical_pair, is_counted, reaches
from pipeline.screening.claims.metrics import promised
from pipeline.screening.claims.other_cases import NOT_OURS, is_other_measure
from schemas.facts import Target

# 力争, 尽量, 有望: nobody is held to what is hoped for
_HOPED = re.compile(
    r"力争|争取|力求|力图|尽量|尽力|尽可能|尽最大|努力(?!目标)|有望|期望(?!值)|期待|希望|但愿|试图|试着|冲[刺击]|朝着"
)
# 原则上, 通常, 大体: not always
_MOSTLY = re.compile(
    r"原则上?|(?:一般|通常|平常|往常|多半|大多|大都)(?:情况)?下?(?=[都均也能可在为不达控保稳约]|\s?[\d≥≤])"
    r"|(?:多数|大多数|大部分|绝大多数)(?:时候|时间|时段|情况|批次|样[本品]|工况)|大体上?(?=[能可在达不为])|基本(?:上)?(?=[能可在达做]|不[超低高])"
    r"|(?:理想|顺利|条件(?:好|允许|具备)|最好|最佳)[^，。；\d]{0,4}(?:时|下|的话)"
)
# what is sure, or promised besides, in the same cell
_FIRM = re.compile(r"确保|保证|保底|兜底|底线|承诺(?!值|指标|目标)|务必|必须|最[高大多低少小](?:不|也|均|为|[≤≥])")
# 左右, 上下: on both sides of the figure
_ABOUT_BEHIND = re.compile(r"\s?(?:左右|上下|附近|前后|浮动)")
_ABOUT_BEFORE = re.compile(r"(?:大?约|大概|大致|接近|差不多|近)(?:为|是|在)?\s?$")
_WORSE = {
    ">": r"下[浮调降滑]|调[低减]|降低|缩短|减[少小]|放低|打[个些]?折|[少低]一[些点]",
    "<": r"上[浮调升]|调[高增]|延长|提高|增[加大]|略[高超有]|[超突][出过破]|[多高长]一[些点]",
}
_LOOSER = r"放宽|放松|浮动|通融|突破|从宽|松动|调整|宽限|让步|偏差|出入|例外|(?:略|稍)有?[超出偏]"
_MAY = (
    r"(?:允许|容许|准许|可以?(?!靠|行|见|用率)|可能会|酌情|酌减|适当|适度|相应|视情|协商|另行|临时|容)"
    r"(?:再|予以?|作|做|做些|有|有所|适当|适度|相应|酌情|一定|一些|些许?|协商|申请|的){0,3}"
)
_NEVER = re.compile(
    r"(?:不|未|无|勿|禁|绝|没有|免)(?:得|允许|可|再|予|会|作|做|应|能|需|随意|因此|给|必|准|是|向|要求|接受|[对做]任何)*$"
)
# 冬季另说, 遇汛期另议
_APART = re.compile(r"[^，,。；;（）()\d]{2,16}(?:另[说议论]|再[说议]|不在此(?:列|限))(?=[，,。；;）)\s]|$)")
_PIECE = re.compile(r"[，,；;（）()]")
_AHEAD = 24  # characters of the sentence before the figure
_OBJECT = re.compile(
    r"\s?(?:[该此本](?:项|指标|值)?的?)?(?:一?[些点]|要求|标准|指标|数值|尺度|限值|取值|处理|执行|考核|幅度|到位|的?余地|空间)?\s?$"
)
_OTHERS = re.compile(
    r"上限|下限|余量|裕[量度]|位置|频[次率]|范围|要求|标准|人数|人员|设备|方案|参数|周期|进度|工期|用量|投加|(?:次数|测?点|点数|间隔|时限|方式|方法|办法|次序|地点|数量|计划)$"
)
# 视原水情况, 土质偏硬时: when, not what
_WHEN = re.compile(
    r"^(?:但|而|且|若|如|遇|遇到|碰上|碰到|视|按|根据|依|在|对|当|逢|赶上|必要|特殊|极端|个别)|时$|[期季日天]$|情况(?:下)?$"
)


def softened(case: Case, required: Target, claim: Target) -> str | None:
    """The words that soften the claim; None where it, or another claim of the metric that would do, stands firm."""
    told = around(case, claim)
    words = next(_softenings(required, claim, told), None) if told is not None else None
    if words is None or any(_stands(case, required, one) for one in _others(case, required, claim)):
        return None
    return words


def _others(case: Case, required: Target, claim: Target) -> Iterator[Target]:
    for score, one in promised(case, required):
        if one is not claim and score >= case.settings.metric_alike and reaches(required, one):
            yield one


def _stands(case: Case, required: Target, claim: Target) -> bool:
    told = around(case, claim)
    return told is None or next(_softenings(required, claim, told), None) is None


def _softenings(required: Target, claim: Target, told: Around) -> Iterator[str]:
    yield from _wished(required, told)
    yield from _about(required, claim, told)
    yield from _relaxed(required, claim, told)


def _wished(required: Target, told: Around) -> Iterator[str]:
    """力争86%: only hoped for, where its cell says nothing that is sure."""
    said = _HOPED.search(told.before) or _MOSTLY.search(told.before)
    asked = _HOPED.search(required.evidence.text) or _MOSTLY.search(required.evidence.text)
    if said is None or asked is not None or _FIRM.search(told.before + told.in_cell) or _has_bound(required, told):
        return
    if _FIRM.search(told.sentence[max(told.start - _AHEAD, 0) : told.start]):  # 确保支持31种，力争35种
        return
    own = told.before[said.start() :]
    figure = re.search(r"\d", own)
    yield own[: figure.start()] + told.sentence[told.start : told.end][_digits(told) :] if figure else own


def _digits(told: Around) -> int:
    figure = re.search(r"\d", told.sentence[told.start : told.end])
    return figure.start() if figure is not None else 0


def _has_bound(required: Target, told: Around) -> bool:
    """最大不超过0.08 NTU behind 通常0.05 NTU: another figure of the cell that is a bound and would do."""
    return any(
        one.compared and one.unit == required.unit and one.comparator in (">=", ">", "<=", "<")
        for one in find_quantities(told.in_cell)
    )


def _about(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """0.35元上下 where at most 0.35元 is asked: as likely worse as better; nothing counted is meant."""
    pair = canonical_pair(required, claim)
    if is_counted(claim) or required.comparator not in (">=", ">", "<=", "<") or pair is None or not isclose(*pair):
        return
    said = told.sentence[told.start : told.end]
    behind = _ABOUT_BEHIND.match(told.behind) or _ABOUT_BEHIND.search(said[_digits(told) :])
    before = _ABOUT_BEFORE.search(told.before)
    if (behind is not None or before is not None) and not _FIRM.search(told.before + told.in_cell):
        yield (
            (before.group() if before is not None else "")
            + said[_digits(told) :]
            + (behind.group() if behind is not None and told.behind.startswith(behind.group()) else "")
        )


def _relaxed(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """碰上大潮浑水允许适当放宽, behind the figure in its own cell, of the metric itself and without a figure."""
    worse = _WORSE.get(required.comparator[:1])
    if worse is None or is_counted(claim):
        return
    may = re.compile(rf"{_MAY}(?P<worse>{worse}|{_LOOSER})")
    for piece in _PIECE.split(told.in_cell):
        said = may.search(piece)
        if said is not None and _is_of_it(required, piece, said) and not find_quantities(piece[said.end() :]):
            yield piece.strip()
        elif (apart := _APART.fullmatch(piece.strip())) is not None and not NOT_OURS.search(piece):
            yield apart.group()


def _is_of_it(required: Target, piece: str, said: re.Match[str]) -> bool:
    """Not 清洗药剂用量可酌情减少, 可适当延长测试时间, 任何情况下不得放宽."""
    subject = re.sub(r"\s", "", piece[: said.start()])
    if _NEVER.search(subject) or not _OBJECT.match(piece, said.end()):
        return False
    named = subject and not _WHEN.search(subject) and (is_other_measure(subject, required) or _OTHERS.search(subject))
    return not named or required.metric.endswith(subject[-2:])
