"""Conditions on how the work is paid for: own money against public money, either against the whole."""

import re
from collections.abc import Iterator, Sequence
from math import isclose

from extractors.text.spans import without_brackets
from extractors.values.quantities import find_quantities
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, value_text
from schemas.evidence import Evidence
from schemas.facts import Target
from schemas.undertaking import FundItem

# Each side of a condition, and of a sum in the application: own money, public money, all of it.
_OWN = re.compile(
    r"自筹|自有|企业(?:投入|出资)|单位(?:投入|出资|配套)|(?<![省市区县级政方])配套(?=资金|经费|投入|$)|自行(?:配套|投入)"
)
_IN_MONEY = re.compile(r"[（(](?:单位[:：])?(?P<unit>[万亿]?元)[）)]$")  # 配套资金（万元）
_PUBLIC = re.compile(
    r"[国省市区县]拨|[国省市区县]级(?:专项|补助|支持|扶持)?(?:资金|经费)|财政|申请.{0,6}(?:资金|经费|资助|补助)|专项(?:资金|经费)|拨款|资助|补助|榜[额金]|悬赏"
)
_TOTAL = re.compile(r"总投[资入]|总经费|经费总额|总预算|预算总额|项目投资(?:额|总额)")
# 自筹经费与省拨经费的比例, 自筹占总投入的比重, 自筹资金不低于申请财政资金的2倍, 财政资金不超过项目总投资的30%
_TWO = re.compile(
    r"(?P<part>[\u4e00-\u9fff]{2,14}?)(?:与|占|和|同|不低于|不少于|不超过|不高于|不得低于|不得少于|不得超过|不小于|不大于)"
    r"(?P<whole>[\u4e00-\u9fff]{2,14}?)(?:的?(?:比例|比重|配比|之比|比)|的\s*\d)"
)
# 项目总投资中自筹资金比例不低于50%
_WITHIN = re.compile(
    r"(?P<whole>[\u4e00-\u9fff]{2,12}?)(?:中|中的|内)[，,]?(?P<part>[\u4e00-\u9fff]{2,12}?)(?:所占)?的?(?:比例|比重|占比)"
)
# 自筹资金占比不低于60%, whose whole is not said: all that the work costs
_OF_ALL = re.compile(
    r"(?P<part>(?:自筹|自有|财政|[国省市区县]拨)[^，。；\d占比]{0,6})(?:所)?(?:占比|比例|比重)(?:[原上]则上|一般)?(?=[不应须达为]|需|至少|≥|≤|[高低大少]于)"
)
# 单个项目申请省级财政资金, 申请县级补助, 拟支持强度, 财政资助额
_APPLIED_FOR = re.compile(
    r"(?:申请|申报)[^，。；]{0,10}(?:资金|经费|补助|资助|拨款)(?:总?额度?)?$|^[^，。；]{0,8}(?:财政|[国省市区县]拨)(?:补助|资助|支持)?(?:资金|经费|额度?)(?:总额)?$"
)
_EACH = re.compile(r"每(?!个?项目|[个项]课题|[个项]榜单|项申报)|年均|[/／]|逐年|当年|超[过出]部分|后补助|奖[励补]")
_RATES, _ALL = ("倍", "", None), "总投资"
_NEAR = 14  # characters before a sum that say whose it is
_OF_COST = re.compile(r"(?<!经)费(?!用)")  # 设备费40万元，其中财政15万元、自筹25万元
# 自筹与省拨之比约为2.33:1
_RATIO = re.compile(
    r"自筹(?:经费|资金)?[与和比:：]\s?(?:[国省市区县]拨|财政)(?:经费|资金)?(?:之比|的?比例)?(?:约)?为?\s?(?P<ratio>\d{1,3}(?:\.\d{1,3})?)\s?[:：比]\s?1(?!\d)"
)


def fund_share(case: Case, required: Target) -> tuple[float, str, Evidence] | None:
    """What the application's sums make of the share, its unit (% or none) and where the part stands.

    None where the condition is no share of money, or where the application does not state both sums.
    """
    asked = squeeze(without_brackets(required.evidence.text))  # 自筹资金（不含银行贷款）占总投资的比例
    match = _TWO.search(asked) or _WITHIN.search(asked)
    if match is None and (part_of_all := _OF_ALL.search(asked)) is not None and required.unit in ("%", "％"):
        return _percent(side_of(case, part_of_all["part"]), side_of(case, _ALL))
    if match is None or (required.unit not in _RATES and required.unit not in ("%", "％")):
        return None
    part, whole = side_of(case, match["part"]), side_of(case, match["whole"])
    if part is None or whole is None:
        return _in_words(case, required, match["part"], match["whole"])
    told = _percent(part, whole)
    return (told[0] / 100, required.unit or "", told[2]) if told and required.unit in _RATES else told


def _percent(part: FundItem | None, whole: FundItem | None) -> tuple[float, str, Evidence] | None:
    """The part in percent of the whole, and where it stands."""
    if part is None or whole is None or whole.amount <= 0 or part == whole:
        return None
    return 100 * part.amount / whole.amount, "%", part.evidence


def capped_sum(case: Case, required: Target) -> tuple[float, str, Evidence] | None:
    """The public money applied for, against the most that one project gets (申请财政资金不超过400万元), in yuan.

    None for a cap on what falls to one of many (每亩补助), or of a year, and where the application states no sum.
    """
    asked = squeeze(without_brackets(required.evidence.text))
    public = _APPLIED_FOR.search(squeeze(required.metric)) is not None and not _EACH.search(asked)
    if not public or required.canonical_unit != "元" or required.comparator not in ("<=", "<"):
        return None
    sums = side_of(case, "财政资金")
    return (sums.amount, "元", sums.evidence) if sums is not None else None


def _in_words(case: Case, required: Target, part: str, whole: str) -> tuple[float, str, Evidence] | None:
    """省拨450万元、自筹1050万元 in one sentence, else 自筹与省拨之比约2.33:1.

    Of several such sentences the one with the largest sums: the others tell of a year or of a partner.
    """
    if required.unit not in _RATES or not (_OWN.search(part) and _PUBLIC.search(whole)):
        return None
    whole_work = max(_both_sums(case), key=lambda told: told[0], default=None)
    told = whole_work[1:] if whole_work is not None else next(_stated(case), None)
    return (told[0], required.unit or "", told[1]) if told is not None else None


def _both_sums(case: Case) -> Iterator[tuple[float, float, Evidence]]:
    """Both sums together in yuan, the share, and where the own money stands."""
    for passage in case.submission.passages:
        for sentence in re.split(r"[。；;\n]", passage.text):
            sums = [q for q in find_quantities(sentence) if q.unit == "元"] if not _OF_COST.search(sentence) else []
            heads = [sentence[max(q.outer_start - _NEAR, 0) : q.outer_start] for q in sums]
            own = [q for q, head in zip(sums, heads, strict=True) if _OWN.search(_last(head))]
            public = [q for q, head in zip(sums, heads, strict=True) if _PUBLIC.search(_last(head))]
            if len(own) == len(public) == 1 and public[0].value > 0:
                said = sentence[own[0].outer_start : own[0].outer_end]
                share = own[0].value / public[0].value
                yield own[0].value + public[0].value, share, narrow(passage.evidence, said)


def _last(words: str) -> str:
    """What stands right before a sum, behind the last mark."""
    return re.split(r"[，,、：:+＋=]|\d", words)[-1]


def _stated(case: Case) -> Iterator[tuple[float, Evidence]]:
    for passage in case.submission.passages:
        for ratio in _RATIO.finditer(passage.text):
            yield float(ratio["ratio"]), narrow(passage.evidence, ratio.group())


def side_of(case: Case, words: str) -> FundItem | None:
    """The largest sum of the side that the words name; smaller ones are a year's or a partner's.

    A budget's last row (合计) holds the sums of its columns (省拨经费, 自筹经费).
    """
    funds: Sequence[FundItem] = case.submission.funds
    if _TOTAL.search(words):
        found = [item for item in funds if item.kind == "total" and item.source is None]
    else:
        side = _OWN if _OWN.search(words) else _PUBLIC if _PUBLIC.search(words) else None
        named = ((item, item.name if item.kind == "source" else item.source) for item in funds if item.kind != "item")
        found = [item for item, name in named if name is not None and side is not None and side.search(name)]
    largest = max(found, key=lambda item: item.amount, default=None) or _in_form(case, words)
    together = _together(found, funds)
    return largest.model_copy(update={"amount": together}) if largest is not None and together else largest


def _in_form(case: Case, words: str) -> FundItem | None:
    """配套资金（万元） | 150, where the budget does not say it: the only field of that side that states a sum."""
    side = next((one for one in (_OWN, _PUBLIC) if one.search(words)), None)
    found = []
    for field in case.submission.form_fields if side is not None and not _TOTAL.search(words) else ():
        label, evidence = squeeze(field.label or field.name), field.value_evidence
        unit = _IN_MONEY.search(label)
        if side is None or unit is None or evidence is None or not side.search(_IN_MONEY.sub("", label)):
            continue
        sums = [q.value for q in find_quantities(f"{value_text(field).strip()}{unit['unit']}") if q.unit == "元"]
        found += [FundItem(kind="source", name=label, amount=one, evidence=evidence) for one in sums]
    return found[0] if len(found) == 1 else None


def _together(found: Sequence[FundItem], funds: Sequence[FundItem]) -> float | None:
    """牵头单位自筹900, 参加单位自筹300: what several bring, where a total is made of it and of all other sources."""
    own = {item.name: item.amount for item in found if item.kind == "source"}
    others = {item.name: item.amount for item in funds if item.kind == "source" and item.name not in own}
    whole = sum(own.values()) + sum(others.values())
    adds_up = any(item.kind == "total" and isclose(item.amount, whole) for item in funds)
    return sum(own.values()) if len(own) > 1 and others and adds_up else None
