"""Numbers under the law's reading: does a claim reach what is required?

以上, 以下, 以内, 不低于, 不超过 include the number, 超过, 不满, 以外 do not (《民法典》第1259条).
"""

import re
from math import isclose, prod

from extractors.values.units import canonical, units
from pipeline.screening.claims.kindred import as_asked
from pipeline.screening.claims.nines import in_per_cent
from schemas.facts import Target

SMALLER_IS_BETTER = re.compile(
    r"误差|时延|延迟|功耗|能耗|漏检|误检|误报|串扰|漂移|损失|故障率|不良率|成本|时长下降前|噪声|PUE|错误率|失真"
)
# 力反馈分辨率达到0.1N: of what is measured finer is better, of a picture (像素) it is not; 精度98% is a share.
_FINER = re.compile(r"分辨率|精度|准确度|灵敏度|线宽|制程|重复性|一致性偏差")
_PRECISION = re.compile(r"精度|准确度|重复性")
_COARSE_UNIT = re.compile(r"像素|%|％|‰|百分点|倍|[pPkK]$|dpi|ppi|线|级|位|bit|LP")
_SAID = re.compile(r"不[低少小]于|以上|≥|>|＞|大于|高于|超过|至少|优于")
_REDUCTION = re.compile(r"降低|下降|减少|缩短|压缩|节约|节省|提[升高]|改善|增")  # the more the better, whatever of
_PER_SECOND = "个/s"  # 每秒8000次 is 8kHz
# A cubic metre of water weighs a tonne, a tonne of carbon dioxide is one: what is asked in, told in, by what it is
# multiplied, and the word that both metrics have.
_MATTERS = {
    ("g", "m³"): (1e6, "水"),
    ("m³", "g"): (1e-6, "水"),
    ("g", "tCO2"): (1e6, "碳排"),
    ("tCO2", "g"): (1e-6, "碳排"),
}
_FACTOR = {("Gbps", "GB/s"): 8.0, ("GB/s", "Gbps"): 1 / 8, ("J", "Wh"): 3600.0, ("Wh", "J"): 1 / 3600.0}
_EACH = re.compile(
    r"每(?P<per>小时|分钟|秒|天|日|个?月|年)[^，。；\d]{0,6}\d"
    r"|每(?P<of>毫升|升|千克|公斤|克|吨|平方米|立方米|亩|公顷|公里|千瓦时|度电)(?:每(?P<in>小时|分钟|秒|天|日|年))?[^，。；\d]{0,14}\d"
)
_OF_EACH = re.compile(
    r"每(?P<of>毫升|升|千克|公斤|克|吨|平方米|立方米|亩|公顷|公里|千瓦时)(?=[\u4e00-\u9fff])"
)  # 每吨甲醇产菌体 | 吨
_MULTIPLES = {"十": 10.0, "百": 100.0, "千": 1e3, "万": 1e4}
_FOR_MANY = re.compile(r"每(?P<many>[十百千万]{0,2})(?P<thing>车?公里|小时|台|件|人|户|床|页|次|例|吨|亩)")
_IN_RATES = {"分": "分钟", "托": "托盘", "时": "小时"}  # 144米/分, 480托/小时, 克/(升·时)
_BELOW = re.compile(r"(?P<count>\d{0,4})(?P<unit>\D.*)")  # 克/100升
_PER = re.compile(r"(?P<unit>[^/]{1,8})/(?P<per>[年月天日件台个只次套张片块卡例包条幅帧样吨t])")
_PER_THING = re.compile(r"/(?:座|台套?|套|个|只|件|户|人|家|栋|条|头|辆|艘|架|站|处|点|线)")
_AMOUNTS = re.compile(r"吨|元|件|立方|平方|公斤|千克|升|亩|瓦|[kM]?W|kg|t$")  # 250吨/条 of four lines are not 1000吨
# 年产, 日均, 年新增: not 2027年, 天线
_BY_TIME = {
    per: re.compile(
        rf"(?<!\d)[{per}](?=产|均|处理|供|发|加工|生产|检测|服务|吞吐|回收|利用|新增|节|漂移|稳定|衰减|变化)"
    )
    for per in "年月"
}
_BY_TIME |= dict.fromkeys("天日", re.compile(r"(?<!\d)[日天](?=产|均|处理|供|发|加工|生产|检测|服务|吞吐)"))
_BY_WEIGHT = re.compile(r"(?<![\d百千万])吨(?![位级])|单位产品")  # 吨粮电耗, 单位产品能耗
_OF_FULL_SCALE = {"%", "%FS"}  # of a sensor's error a table says no more than per cent
_DAY, _SECOND, _SECONDS_OF_A_DAY = "日", "s", 86400.0
# 厚度检测范围, 色温调节范围: in which the work has to do
_RANGED = re.compile(r"范围|量程|检测|测量|调节|可[测调]|适[应用]")
# What is asked of a material: between the two.
_PROPERTY = re.compile(
    r"[粘黏]度|含量|pH|密度|浓度|厚度|粒[径度]|孔径|硬度|折射率|配比|比例|占比|水分|含水率|模量|色温|比表面积|回收率$"
)
_MONTH, _DAYS_OF_A_MONTH = "月", 30.4375
_SMALL = 1e-4  # below it Python writes 5e-05
SYMBOL = {">=": "不低于", ">": "超过", "<=": "不超过", "<": "低于", "=": "", "~": "约"}


def number(value: float) -> str:
    """A number as people write it: 12,800; 1.25; 1亿; 1,024."""
    if value and abs(value) >= 1e8 and value % 1e6 == 0:
        return f"{value / 1e8:g}亿"
    if value and abs(value) >= 1e5 and value % 1e3 == 0:
        return f"{value / 1e4:g}万"
    if 0 < abs(value) < _SMALL:
        return f"{value:.12f}".rstrip("0")
    return f"{int(value):,}" if float(value).is_integer() else f"{value:g}"


def spoken(target: Target) -> str:
    """The requirement or claim in words: 不低于300GB/s, -40至150℃."""
    unit = target.unit or ""
    if target.comparator == "range" and target.value_max is not None:
        return f"{number(target.value)}至{number(target.value_max)}{unit}"
    if target.comparator == ">=" and not _SAID.search(target.evidence.text) and "达" in target.evidence.text:
        return f"达到{number(target.value)}{unit}"
    return f"{SYMBOL.get(target.comparator, '')}{number(target.value)}{unit}"


def is_counted(target: Target) -> bool:
    """The unit is a measure word (3家): what is counted stands in the noun."""
    unit = units().get(target.unit or "")
    return unit is not None and unit.counts


def canonical_pair(required: Target, claim: Target) -> tuple[float, float] | None:
    """Both values in one unit, or None where the units measure different things.

    A number without a unit (千亿级参数规模) compares with one whose unit is the thing counted (1300亿参数).
    """
    required, claim = in_per_cent(required, claim), in_per_cent(claim, required)
    claim = _for_as_many(required, as_asked(required, _with_thing(required, claim)))
    wanted, given = _rate(required), _rate(claim)
    if wanted is not None and given is not None and wanted[1] == given[1]:
        return wanted[0], given[0]
    if wanted is not None and given is not None and (factor := _of_rate(required, claim, wanted[1], given[1])):
        return wanted[0], given[0] * factor
    if given is not None and given[1] == _PER_SECOND and required.canonical_unit == "Hz":
        return required.canonical_value or required.value, given[0]
    if wanted is not None and wanted[1] == _PER_SECOND and claim.canonical_unit == "Hz":
        return wanted[0], claim.canonical_value or claim.value
    metrics = required.metric + claim.metric
    if "/" in (required.unit or "") or "/" in (claim.unit or ""):
        required, claim = _without_named(required, metrics), _without_named(_without_thing(required, claim), metrics)
    if required.canonical_value is not None and claim.canonical_value is not None:
        ours, theirs = required.canonical_unit or "", claim.canonical_unit or ""
        if {ours, theirs} == {_DAY, _SECOND}:
            return _on_the_clock(required, claim)
        working = any("工作日" in (target.unit or "") for target in (required, claim))
        if not working and {ours, theirs} == {_DAY, _MONTH}:
            return _in_months(required, claim)
        if (factor := _kindred(ours, theirs, required.metric, claim.metric)) is not None:
            return required.canonical_value, claim.canonical_value * factor
        return (required.canonical_value, claim.canonical_value) if _one_unit(ours, theirs, required, claim) else None
    ours, theirs = required.unit or "", claim.unit or ""
    return (required.value, claim.value) if _one_unit(ours, theirs, required, claim) else None


def _kindred(ours: str, theirs: str, *metrics: str) -> float | None:
    """What a claim in ``theirs`` is multiplied by to be in ``ours``, of units whose dimensions are kindred."""
    if (ours, theirs) in _FACTOR:
        return _FACTOR[ours, theirs]
    return _of_one_matter(ours, theirs, *metrics)


def _in_months(required: Target, claim: Target) -> tuple[float, float]:
    """150天 where 3个月 are asked, in days; what differs by the length of its months alone (365天, 12个月) is equal."""
    wanted, given = (
        (one.canonical_value or one.value) * (_DAYS_OF_A_MONTH if one.canonical_unit == _MONTH else 1.0)
        for one in (required, claim)
    )
    return (wanted, wanted) if isclose(wanted, given, rel_tol=0.04) else (wanted, given)


def _for_as_many(required: Target, claim: Target) -> Target:
    """每万公里接管25次 where 每千公里…次 is asked is 2.5."""
    ours, theirs = _FOR_MANY.search(required.metric), _FOR_MANY.search(claim.metric)
    if ours is None or theirs is None or ours["thing"] != theirs["thing"] or ours["many"] == theirs["many"]:
        return claim
    share = _many(ours["many"]) / _many(theirs["many"])
    scaled = {
        name: amount * share for name in ("value", "value_max", "canonical_value") if (amount := getattr(claim, name))
    }
    return claim.model_copy(update=scaled)


def _of_rate(required: Target, claim: Target, wanted: str, given: str) -> float | None:
    """每吨布取水42吨 where 立方米/吨 are asked: by what the claim is to be multiplied; None for other rates."""
    (ours, _, below), (theirs, _, per) = wanted.partition("/"), given.partition("/")
    return _kindred(ours, theirs, required.metric, claim.metric) if below == per else None


def _of_one_matter(ours: str, theirs: str, *metrics: str) -> float | None:
    """取水 in tonnes and in cubic metres, 碳排放 in kilograms and in tCO2."""
    factor, word = _MATTERS.get((ours, theirs), (None, ""))
    return factor if all(word in metric for metric in metrics) else None


def _many(words: str) -> float:
    """1e4 for 万, 1 for nothing."""
    return prod(_MULTIPLES[char] for char in words)


def _with_thing(required: Target, claim: Target) -> Target:
    """每小时2500芽 where 芽/小时 are asked: what no list of units has stands behind the figure all the same."""
    thing = (required.unit or "").partition("/")[0]
    told = re.sub(r"\s", "", claim.evidence.text)
    if claim.unit is not None or not thing or thing == required.unit or thing in units():
        return claim
    if not told.endswith(thing) or not told.removesuffix(thing)[-1:].isdigit() or _EACH.search(told) is None:
        return claim
    return claim.model_copy(update={"unit": thing, "canonical_value": claim.value, "canonical_unit": thing})


def _without_named(target: Target, metrics: str) -> Target:
    """年产能500吨/年 is 年产能500吨, 单件节拍1.2s/件 is 1.2s: the metric's name says already by what it is divided."""
    match = _PER.fullmatch(target.unit or "")
    if match is None:
        return target
    per = match["per"]
    told = _BY_TIME.get(per) or (_BY_WEIGHT if per in "吨t" else re.compile(f"[单每]{per}"))
    if told.search(metrics) is None:
        return target
    value, unit = canonical(target.value, match["unit"])
    named = {"unit": match["unit"], "canonical_value": value, "canonical_unit": unit}
    return target.model_copy(update=named)


def _without_thing(required: Target, claim: Target) -> Target:
    """日均起降架次 26架次/座 where 20架次 are asked of the same metric: one of the things that are built is meant."""
    same = required.metric == claim.metric and "/" not in (required.unit or "/")
    same = same and _AMOUNTS.search(required.unit or "") is None
    if not same or _PER_THING.fullmatch((claim.unit or "").removeprefix(required.unit or "")) is None:
        return claim
    named = {"unit": required.unit, "canonical_unit": required.canonical_unit}
    value = canonical(claim.value, required.unit)[0] if required.unit else claim.value
    return claim.model_copy(update={**named, "canonical_value": value})


def _rate(target: Target) -> tuple[float, str] | None:
    """吨/小时, t/h, kg/min, 每小时…吨 are rates of one kind: both parts in the canonical units of their dimensions."""
    above, stroke, below = re.sub(r"\s", "", target.unit or "").partition("/")
    if not stroke and (each := _EACH.search(target.evidence.text)) is not None:
        stroke, below = "/", each["per"] or "·".join(filter(None, (each["of"], each["in"])))
    elif not stroke and (of := _OF_EACH.match(target.metric)) is not None:
        stroke, below = "/", of["of"]
    if not stroke or not below:
        return None
    above = above or "个"  # 20亿/克
    per, base = _below(re.sub("[()（）]", "", below))
    factor, name = canonical(1.0, _IN_RATES.get(above, above))
    return target.value * factor / per, f"{name}/{base}"


def _below(unit: str) -> tuple[float, str]:
    """What stands under the stroke: 100升, kW·h, L·h, L/h (of g/L/h), each part in its canonical unit, in one order."""
    counted = _BELOW.fullmatch(unit)
    many, whole = (float(counted["count"] or 1) or 1.0, counted["unit"]) if counted is not None else (1.0, unit)
    parts = [whole] if whole in units() else re.split(r"[/·•*]", whole)
    converted = [_in_seconds(*canonical(1.0, _IN_RATES.get(part, part))) for part in parts]
    return many * prod(factor for factor, _ in converted), "·".join(sorted(name or "" for _, name in converted))


def _in_seconds(factor: float, name: str | None) -> tuple[float, str | None]:
    """A day under the stroke is one of 24 hours: 60吨/天 is 2.5吨/小时."""
    return (factor * _SECONDS_OF_A_DAY, _SECOND) if name in (_DAY, "d") else (factor, name)


def _on_the_clock(required: Target, claim: Target) -> tuple[float, float] | None:
    """30天 beside 504小时, in seconds; a working day (工作日) is no 24 hours."""
    if any("工作日" in (target.unit or "") for target in (required, claim)):
        return None
    wanted, given = (
        (target.canonical_value or 0.0) * (_SECONDS_OF_A_DAY if target.canonical_unit == _DAY else 1.0)
        for target in (required, claim)
    )
    return wanted, given


def _one_unit(ours: str, theirs: str, required: Target, claim: Target) -> bool:
    if ours == theirs or {ours, theirs} == _OF_FULL_SCALE:
        return True
    if ours and theirs:
        return False
    named = required.unit or claim.unit or ""
    return named in required.metric or named in claim.metric


def reaches(required: Target, claim: Target) -> bool | None:
    """True where the claim is at or beyond the requirement, None where the two cannot be compared."""
    pair = canonical_pair(required, claim)
    if pair is None:
        return None
    wanted, given = pair
    if required.comparator == "range":
        return _covers(required, claim)
    if isclose(wanted, given, rel_tol=1e-9):
        return _equal_is_enough(required, claim)
    if _downward(required):
        return _top(claim, given) < wanted
    return given > wanted


def _downward(required: Target) -> bool:
    if required.comparator in ("<=", "<"):
        return True
    lowest = re.search(r"下限|最低|低温|耐寒", required.metric) or not _SAID.search(required.evidence.text)
    if required.value < 0 and "温" in required.metric and lowest:  # 工作温度下限达到-80℃
        return True
    measured = required.unit is not None and not _COARSE_UNIT.search(required.unit)
    if measured and _PRECISION.search(required.metric):  # 测量精度不低于1毫米
        return not _REDUCTION.search(required.metric)
    if required.comparator == ">=" and _SAID.search(required.evidence.text):
        return False
    if measured and _FINER.search(required.metric):
        return not _REDUCTION.search(required.metric)
    if required.comparator not in ("=", "~", ">=") or _REDUCTION.search(required.metric):
        return False
    return SMALLER_IS_BETTER.search(required.metric) is not None


def _equal_is_enough(required: Target, claim: Target) -> bool:
    if required.comparator == ">":
        return claim.comparator == ">"
    if required.comparator == "<":
        return claim.comparator == "<"
    return True


def _top(claim: Target, given: float) -> float:
    """The worst value of a claim where less is better: the upper end of a range."""
    if claim.comparator == "range" and claim.value_max is not None and claim.value:
        return given * claim.value_max / claim.value
    return given


def _covers(required: Target, claim: Target) -> bool:
    """The whole of a range in which the work has to do (工作温度); a property (粘度10至20mPa·s) may lie within."""
    low, high = required.value, required.value_max if required.value_max is not None else required.value
    if claim.comparator == "range" and claim.value_max is not None:
        within = (
            _PROPERTY.search(required.metric) and not _RANGED.search(required.metric) and _lies_within(required, claim)
        )
        return bool(within) or (claim.value <= low and claim.value_max >= high)
    return low <= claim.value <= high


def _lies_within(required: Target, claim: Target) -> bool:
    """Both ends of the claim between those asked for, in the canonical unit of both."""
    (low, high), (least, most) = (
        [
            end * ((one.canonical_value or one.value) / one.value if one.value else 1.0)
            for end in (one.value, one.value_max or 0.0)
        ]
        for one in (required, claim)
    )
    same = required.canonical_unit == claim.canonical_unit and (
        required.unit == claim.unit or bool(required.value and claim.value)
    )
    return same and low <= least and most <= high
