"""A claim in the unit that is asked for, where the trade has two ways to say one thing: 0.97 for 97%, 200B参数."""

import re
from collections.abc import Callable

from extractors.values.units import canonical
from schemas.facts import Target

_HALF = 50  # per cent
_SHARE = re.compile(r"(?:率|概率|比例|比率|占比|占有|准确度|[^降]幅度|F1|AUC)$")
_OF_SHARE = re.compile(rf"{_SHARE.pattern}|(?:下降|降低|减少|提高|提升|增加)$")
_IN_BRACKETS = re.compile(r"[（(][^（()）]{1,40}[)）]")
# 不良口不超过1.4% where 合格率 is asked: the share that is lacking to the whole
_GOOD = re.compile(r"合格|成功|准确|正确|良品|优良|完好|成活|命中|通过|达标|发芽|存活|到达|完整")
_BAD = re.compile(
    r"不(?:良|合格|达标|准|成功|完整)|[次废残坏]品|失败|错误|差错|出错|误[判识报差检]|漏[判检识报]|报废|死[亡苗株]|损坏|失效|丢[包失]|未(?:成功|通过|达标|命中|发芽)"
)
_DEFECTIVE = re.compile(r"(?:不(?:良|合格|达标)|[次废残]品)(?:[品件口点率]|焊口)?")  # what has no other whole
_FAULTLESS = re.compile(r"合格|良品|优良|达标")
_MODEL_SIZE = re.compile(r"参数|模型[^，,；;。]{0,6}(?:规模|体量|大小)")
_LETTERS = {"B": 1e9, "T": 1e12}
_PICTURES = re.compile(r"每秒[^，,；;。\d]{0,8}\d[\d,.]*\s?[幅张帧]")
_A_YEAR = re.compile(r"(?:[/每]\s?年|/\s?a)$")
_CARDS, _CARD = frozenset("张块枚片"), re.compile(r"卡(?:数量?|规模)?$")
# 由50%提升至54% says how far it rises, 耗时由60分钟降至40分钟 how far it falls.
_FROM_TO = re.compile(
    r"[由从](?P<low>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>[^\d，,。；;由从至到]{0,6}?)\s?"
    r"(?P<way>提升|提高|增长|增加|增|升|上升|降低|下降|减少|缩短|压缩|降|减)[至到为]\s?(?P<high>\d[\d,]*(?:\.\d+)?)"
    r"\s?(?P<other>[^\d，。；;、（(]{0,6})"
)
_RISE, _FALL = re.compile(r"提升|提高|增长|增加|上升|增幅"), re.compile(r"降低|下降|减少|缩短|压缩|节约|降幅")
_UP = frozenset({"提升", "提高", "增长", "增加", "增", "升", "上升"})


def as_asked(required: Target, claim: Target) -> Target:
    """The claim as it compares with the requirement; itself where its unit needs no reading."""
    for read in (_share, _lacking, _parts, _samples, _pictures, _cards, _parameters, _change, _yearly):
        value = read(required, claim)
        if value is not None:
            made, unit = canonical(value, required.unit)
            update = {"value": value, "unit": required.unit, "canonical_value": made, "canonical_unit": unit}
            return claim.model_copy(update=update)
    return claim


def _share(required: Target, claim: Target) -> float | None:
    """准确率0.97 where 97% is asked, 成本下降28% where 0.25 is."""
    named = _SHARE.search(_IN_BRACKETS.sub("", claim.metric)) is not None
    asked = required.unit in ("%", "％") and claim.unit is None
    if asked and named and 0 < claim.value <= 1:
        return claim.value * 100
    bare = required.unit is None and 0 < required.value < 1 and claim.unit in ("%", "％")
    of_share = _OF_SHARE.search(_IN_BRACKETS.sub("", required.metric)) is not None
    return claim.value / 100 if bare and of_share else None


def _lacking(required: Target, claim: Target) -> float | None:
    """98.6 of 不良口不超过1.4%, under the name of what is good."""
    shares = required.canonical_unit == claim.canonical_unit == "%" and required.comparator in (">=", ">")
    figure = re.search(r"\d", claim.evidence.text)
    lead = claim.evidence.text[: figure.start()] if figure is not None else ""
    name = _IN_BRACKETS.sub("", claim.metric)
    told = _BAD.search(lead) is not None and _BAD.search(name) is None and _GOOD.search(name) is not None
    told = told or (_DEFECTIVE.fullmatch(name) is not None and _FAULTLESS.search(required.metric) is not None)
    if not shares or not told or claim.comparator not in ("=", "<=", "<", "~") or claim.value >= _HALF < required.value:
        return None
    return 100 - claim.value if required.value > _HALF else None


def _parts(required: Target, claim: Target) -> float | None:
    of_million = required.canonical_unit == "%" and claim.canonical_unit == "ppm"
    return (claim.canonical_value or claim.value) / 1e4 if of_million and required.unit in ("%", "％") else None


def _samples(required: Target, claim: Target) -> float | None:
    """10 kSPS where 5 kHz is asked."""
    if required.canonical_unit != "Hz" or claim.canonical_unit != "Sa/s":
        return None
    factor, _ = canonical(1.0, required.unit)
    return (claim.canonical_value or claim.value) / factor


def _pictures(required: Target, claim: Target) -> float | None:
    """每秒110幅 where 70帧/秒 is asked."""
    asked = required.canonical_unit == "帧/秒" and required.canonical_unit != claim.canonical_unit
    return claim.value if asked and _PICTURES.search(claim.metric + claim.evidence.text) is not None else None


def _cards(required: Target, claim: Target) -> float | None:
    """2048张加速卡 where 1024卡 are asked."""
    cards = claim.unit in _CARDS and _CARD.search(claim.metric) is not None
    return claim.value if required.unit == "卡" and cards else None


def _parameters(required: Target, claim: Target) -> float | None:
    """200B, 1.8T: the size of a model."""
    asked = "参数" in required.metric + (required.unit or "") and claim.unit in _LETTERS
    return claim.value * _LETTERS[claim.unit or ""] if asked and _MODEL_SIZE.search(claim.metric) is not None else None


def _yearly(required: Target, claim: Target) -> float | None:
    """2.2 kt/a where 年产能 is asked in 吨."""
    rate = _A_YEAR.search(claim.unit or "") if "年" in required.metric else None
    factor, _ = canonical(1.0, required.unit)
    made, unit = canonical(claim.value, (claim.unit or "")[: rate.start()] if rate is not None else None)
    return made / factor if rate is not None and unit == required.canonical_unit else None


def _change(required: Target, claim: Target) -> float | None:
    """The change in per cent of what was, where a change is asked (利用率提升20%以上)."""
    told = _FROM_TO.search(claim.evidence.text) if required.unit in ("%", "％") else None
    if told is None:
        return None
    before, after = (float(told[name].replace(",", "")) for name in ("low", "high"))
    asked: Callable[[str], re.Match[str] | None] = _RISE.search if told["way"] in _UP else _FALL.search
    if told["unit"] and not told["other"].startswith(told["unit"]):  # 由1小时缩短至50分钟
        return None
    if not before or asked(required.metric) is None or (after > before) is not (told["way"] in _UP):
        return None
    return abs(after - before) / before * 100


def moves_against(one: str, other: str) -> bool:
    """利用率提升 and 费用降低: the one rises, the other falls."""
    rises, falls = ([pattern.search(name) is not None for name in (one, other)] for pattern in (_RISE, _FALL))
    return (rises[0] and falls[1] and not rises[1]) or (falls[0] and rises[1] and not falls[1])
