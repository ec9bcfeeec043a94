"""Amounts and numbers of people that contradict each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf, isclose

from pipeline.screening.amounts.money import AMOUNT, Mention, amount, mentions
from pipeline.screening.amounts.sums import (
    budget_total,
    is_closed,
    listed_parts,
    wrong_lists,
    wrong_totals,
)
from pipeline.screening.application.labels import alike, canonical
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, last_year, page_of, value_text
from pipeline.screening.conditions.numeric import money_of
from pipeline.screening.wordings import Amount, wordings
from schemas.evidence import Evidence
from schemas.facts import FormField, Passage
from schemas.undertaking import FundItem

# Part and whole among the form's fields; a part is never more than its whole.
PARTS = (("研发人员人数", "单位人数"),)
SAME_AMOUNT = 0.9
# Names of amounts in wordings.toml; WHOLE is a wording of TOTAL that tells its pattern from the others'.
_GROUP = "集团"
OWN, TOTAL, OFFER, WHOLE = "自筹资金", "项目总投入", "总报价", "项目总经费"
CAPITAL = "注册资本"
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[)）]|\s")
# 自筹（万元）, 企业自有资金: the head of the column of own money
_OWN_HEAD = re.compile(r"(?:其中[:：]?)?(?:单位|企业|公司)?(?:自筹|自有|自备)(?:资金|经费|部分|投入|金额)?")
_YEAR = re.compile(r"20\d\d")
_LAST_YEAR = re.compile(r"(?:上一?(?:财年|会计年度|年度?)|20\d\d年度?)$")  # 研发投入（万元）上一财年
_ORGANISATION = re.compile(r"[\u4e00-\u9fff（）()]{4,30}(?:公司|大学|学院|研究院|研究所|医院)")
_LEFT_OUT = 1e4
# 1,860: no year, no telephone, no code
_BARE = re.compile(r"[1-9]\d{0,2}(?:,?\d{3}){0,3}(?:\.\d{1,4})?")
_PRICES = re.compile(
    r"报价(?:[及与和、][\u4e00-\u9fff]{0,8})?(?:一览|明细|汇总|分项|构成|组成|测算|说明|分解|清单|方案)?(?:表|单)?$"
    r"|(?:分项|投标|揭榜|应征|合同)(?:价格|总价)[\u4e00-\u9fff]{0,4}$|(?:价格|总价|费用及价格)(?:明细|构成|组成|一览|分解|清单)(?:表|单)?$"
)
_IN_PRICES = re.compile(r"含税|报价|总价")
# 以上费用合计162万元，为含税固定总价
_IS_PRICE = re.compile(
    rf"(?:合计|共计|总计|总额)(?:为|约|[:：\s])?{AMOUNT.pattern}[，,]?\s?(?:即|就|也|均|全部)?[为是系作](?:为|我方|本次|本项目|的)*"
    r"(?:含税|固定|包干|最终|一次性|揭榜|投标|合同|、)*(?:总?报价|总价|包干价|一口价)"
)
# 按科目列明，合计应与揭榜报价一致: the budget is the offer's.
_OFFER_IS_BUDGET = re.compile(
    r"(?:合计|总[计额和])[^。；]{0,8}[与同和等][^。；]{0,6}报价[^。；]{0,4}(?:一致|相同|相等|相符|吻合)"
    # 合计等于揭榜报价, 各科目之和即为报价; 报价与测算合计一致
    r"|(?:合计|总[计额和]|之和)[^。；，]{0,6}(?:等于|即为?|就是)[^。；，]{0,4}报价"
    r"|报价[^。；，]{0,6}[与同和等][^。；]{0,10}(?:合计|总[计额和]|之和)[^。；，]{0,4}(?:一致|相同|相等|相符|吻合)"
    r"|报价[^。；，]{0,4}(?:等于|即为?|就是)[^。；，]{0,10}(?:合计|总[计额和]|之和)"
)
SMALL = 0.005  # rounding: 3,215.80万元 in the form, 3,216万元 in the text


@dataclass(frozen=True, slots=True)
class Clash:
    """Two values for one thing; ``text`` is the sentence for the letter."""

    name: str
    text: str
    found: Evidence | None
    confidence: float
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One value in yuan, where it is said and in which words; ``summed``: what it is summed up to with others there.

    ``within``: the sum that it is told to be a part of.
    """

    yuan: float
    words: str
    place: str
    evidence: Evidence | None
    summed: float | None = None
    within: float | None = None


def clashes(case: Case) -> Iterator[Clash]:
    """Every contradiction among amounts, at most one an amount, and parts that are more than their whole."""
    named: set[str] = set()
    for one in wordings().amounts:
        if one.name == OWN and TOTAL in named:  # of two totals each has its own parts
            continue
        # two values of the capital: identity.own_facts
        found = (_two_values(case, one) if one.name != CAPITAL else None) or _parts_of_total(case, one)
        if found is not None:
            named.add(one.name)
            yield found
    if not named & {OWN, TOTAL}:  # a wrong total makes its parts wrong as well
        yield from _own_column(case)
    yield from (found for found in _totals(case) if found.name not in named)
    for part, whole in PARTS:
        yield from _more_than_whole(case, part, whole)


def _two_values(case: Case, one: Amount) -> Clash | None:
    said = [*_in_form(case, one), *_in_text(case, one), *_in_budget(case, one)]
    for other in said[1:]:
        whole = one.name == OFFER or re.fullmatch(one.pattern, WHOLE) is not None
        part = not whole and other.summed is not None and is_same(said[0].yuan, other.summed)
        part = part or (other.within is not None and other.within < said[0].yuan)  # what one partner's share is made of
        if not part and not is_same(said[0].yuan, other.yuan):
            text = (
                f"{one.name}前后不一致：{said[0].place}写“{said[0].words}”{page_of(said[0].evidence, '申报材料')}，"
                f"{other.place}写“{other.words}”{page_of(other.evidence, '申报材料')}。"
            )
            return Clash(one.name, text, other.evidence, 0.85)
    return None


def is_same(one: float, other: float) -> bool:
    """One sum, or the same figure where one place leaves out that it is in 万元."""
    return any(isclose(one * factor, other, rel_tol=SMALL) for factor in (1, _LEFT_OUT, 1 / _LEFT_OUT))


def _in_form(case: Case, one: Amount) -> Iterator[Said]:
    """The fields of that name; of two years' (2024年营业收入, 2025年营业收入) those of the last year alone.

    Where nothing tells which year that is, those of the first that is named.
    """
    year = last_year(case)
    for field in case.submission.form_fields:
        value = amount_of(case, field, one) if is_called(field, one) else None
        if value is None:
            continue
        label = field.label or field.name
        named = _YEAR.search(label) if one.annual else None
        year = year or (int(named.group()) if named is not None else None)
        if named is None or int(named.group()) == year:
            yield Said(value, f"{label}：{value_text(field).strip()}", "申报表", field.value_evidence)


def amount_of(case: Case, field: FormField, one: Amount) -> float | None:
    """The yuan of a field; a bare number of the project's money is taken for 万元, as forms have it.

    Not in a list of years or stages, where the label is there again, nor where it is a share (占比37.6%) in the text.
    """
    said = money_of(field)
    bare = _BARE.fullmatch(value_text(field).strip()) if said is None and not one.annual else None
    if bare is None or field.group is not None:
        return said
    again = sum(is_called(other, one) for other in case.submission.form_fields) > 1
    share = f"{bare.group()}%" in case.words or f"{bare.group()}％" in case.words
    return None if again or share else float(bare.group().replace(",", "")) * _LEFT_OUT


def is_called(field: FormField, one: Amount) -> bool:
    """The field's label is the amount's name, in whatever wording."""
    return _is_label_of(field.label or field.name, one)


@lru_cache(maxsize=4096)  # the fields of a notice's form are asked about again in each application
def _is_label_of(label: str, one: Amount) -> bool:
    bare = _LAST_YEAR.sub("", _IN_BRACKETS.sub("", label).removeprefix("其中："))
    known = canonical(label) == one.name or alike(label, one.name) >= SAME_AMOUNT
    return known or re.fullmatch(one.pattern, bare) is not None


def is_offer(field: FormField) -> bool:
    """The field is for what the applicant offers to do the work for."""
    return is_called(field, next(amount for amount in wordings().amounts if amount.name == OFFER))


def _in_text(case: Case, one: Amount) -> Iterator[Said]:
    """The amount in running text; an annual one only for the year before the application."""
    year = last_year(case) if one.annual else None
    if one.annual and year is None:
        return
    for passage, mention in _mentions(case, one):
        if mention.year == year and not (one.annual and _is_anothers(case, passage, mention)):
            evidence = narrow(passage.evidence, mention.words)
            yield Said(mention.yuan, mention.words, "正文", evidence, mention.summed, mention.within)
    for passage in case.with_amounts if one.name == OFFER else ():
        for match in _IS_PRICE.finditer(passage.text):
            yield Said(amount(match), match.group(), "正文", narrow(passage.evidence, match.group()))


def _mentions(case: Case, one: Amount) -> list[tuple[Passage, Mention]]:
    """Where running text names the amount."""
    return case.once(
        f"mentions of {one.name}",
        lambda: [(p, mention) for p in case.with_amounts for mention in mentions(p.text, one.pattern, one.annual)],
    )


def _is_anothers(case: Case, passage: Passage, mention: Mention) -> bool:
    """某某机器人制造有限公司年产整机3,000台，2024年营业收入2.1亿元: the sentence is on a partner.

    集团营业收入 of an applicant that is no group is its parent's.
    """
    sentence = re.split(r"[。；;\n]", passage.text[: mention.start])[-1]
    own = case.submission.applicant.name
    if _GROUP in mention.words and own is not None and _GROUP not in own:
        return True
    return _ORGANISATION.search(sentence) is not None and (own is None or own not in sentence)


def _in_budget(case: Case, one: Amount) -> Iterator[Said]:
    """The total of the budget's table, which is what the whole project costs; of the table of prices for the offer."""
    total = _priced(case) or _offered(case) if one.name == OFFER else None
    total = budget_total(case.submission.funds) if re.fullmatch(one.pattern, WHOLE) else total
    if total is None:  # 合计（项目总经费）, whatever it is the sum of
        named = re.compile(rf"(?:合计|总计)[（(](?:{one.pattern})[)）]")
        total = next((f for f in case.submission.funds if f.kind == "total" and named.fullmatch(f.name)), None)
    if total is not None:
        yield Said(total.amount, f"{total.name}{total.amount / 1e4:,.6g}万元", "经费预算", total.evidence)


def _offered(case: Case) -> FundItem | None:
    """The budget's one total, where the notice says that it is the offer."""
    asked = (*case.notice.sections, *(o.section for o in case.of("section") if o.section is not None))
    if not any(_OFFER_IS_BUDGET.search(section.guidance or "") for section in asked):
        return None
    totals = [f for f in case.submission.funds if f.kind == "total" and f.source is None and f.year is None]
    return totals[0] if len({f.amount for f in totals}) == 1 else None  # in the table and once more below it


def _own_column(case: Case) -> Iterator[Clash]:
    """自筹资金 in the form, and the total under that head (自筹, 企业自有资金) in the budget's table."""
    one = next(amount for amount in wordings().amounts if amount.name == OWN)
    whose = [f for f in case.submission.funds if f.kind == "total" and f.year is None and f.source]
    under = [f for f in whose if re.fullmatch(one.pattern, f.source or "")]
    if not under and _same_whole(case):
        under = [f for f in whose if _OWN_HEAD.fullmatch(_IN_BRACKETS.sub("", f.source or ""))]
    said = next(_in_form(case, one), None)
    if said is not None and len(under) == 1 and not is_same(said.yuan, under[0].amount):
        text = (
            f"{OWN}前后不一致：{said.place}写“{said.words}”{page_of(said.evidence, '申报材料')}，"
            f"经费预算写“{under[0].name}{under[0].amount / 1e4:,.6g}万元”{page_of(under[0].evidence, '申报材料')}。"
        )
        yield Clash(OWN, text, under[0].evidence, 0.85)


def _same_whole(case: Case) -> bool:
    """The budget's total is the form's: of two wholes each has its own parts."""
    one = next(amount for amount in wordings().amounts if amount.name == TOTAL)
    form, budget = next(_in_form(case, one), None), next(_in_budget(case, one), None)
    return form is not None and budget is not None and is_same(form.yuan, budget.yuan)


def _priced(case: Case) -> FundItem | None:
    """The total under a heading of prices (三、报价表)."""
    for section in case.submission.sections:
        if _PRICES.search(section.title):
            file, first = section.evidence.file, section.evidence.start
            others = (one.evidence.start for one in case.submission.sections if one.evidence.file == file)
            end = min((start for start in others if start > first), default=inf)
            totals = (f for f in case.submission.funds if f.kind == "total" and f.evidence.file == file)
            return next((f for f in totals if first < f.evidence.start < end), None)
    named = [f for f in case.submission.funds if f.kind == "total" and _IN_PRICES.search(f.name)]
    return named[0] if len({f.amount for f in named}) == 1 else None  # 合计（含税）, wherever it stands


def _parts_of_total(case: Case, one: Amount) -> Clash | None:
    """项目总投入2,600万元，其中设备1,100万元…: the parts may not add up to more than the whole."""
    for passage, mention in _mentions(case, one):
        parts = listed_parts(passage.text, mention)
        total, where = sum(parts), page_of(passage.evidence, "申报材料")
        more = len(parts) >= 2 and total > mention.yuan * (1 + SMALL)
        less = len(parts) >= 3 and total < mention.yuan * (1 - SMALL) and is_closed(passage.text, mention)
        if more or less:
            than = "超过总数" if more else "少于总数"
            text = f"{one.name}写“{mention.words}”，所列各项合计{total / 1e4:,.6g}万元，{than}{where}。"
            return Clash(one.name, text, narrow(passage.evidence, mention.words), 0.7)
    return None


def _totals(case: Case) -> Iterator[Clash]:
    """设备120, 软件80, 安装46, 服务30, 合计286: the items of a budget make up its total."""
    for item, total in wrong_totals(case.submission.funds):
        told, summed = (
            f"{one:,.10g}" if item.amount < _LEFT_OUT else f"{one / 1e4:,.6g}万元"  # 520, of a table without a unit
            for one in (item.amount, total)
        )
        where = page_of(item.evidence, "申报材料")
        text = f"经费预算的“{item.name}”为{told}，所列各项之和为{summed}{where}，请核实。"
        yield Clash("经费预算合计", text, item.evidence, 0.75)
        return
    for passage in case.submission.passages:
        for words, stated, total in wrong_lists(passage.text):
            where = page_of(passage.evidence, "申报材料")
            text = (
                f"经费“{words}”，所列各项之和为{total / 1e4:,.6g}万元，与{stated / 1e4:,.6g}万元不符{where}，请核实。"
            )
            yield Clash("经费预算合计", text, narrow(passage.evidence, words), 0.75)
            return


def _more_than_whole(case: Case, part: str, whole: str) -> Iterator[Clash]:
    smaller, larger = number_of(case, part), number_of(case, whole)
    if smaller is not None and larger is not None and smaller[0] > larger[0]:
        where = page_of(smaller[1].evidence, "申报材料")
        text = f"「{part}」填写{smaller[0]:g}，多于「{whole}」{larger[0]:g}{where}，请核实。"
        yield Clash(part, text, smaller[1].value_evidence, 0.7)


def number_of(case: Case, label: str) -> tuple[float, FormField] | None:
    """The number of people in the form's field of that name."""
    for field in case.submission.form_fields:
        digits = re.fullmatch(r"约?(\d[\d,，]*(?:\.\d+)?)人?", value_text(field).strip())
        if digits is not None and canonical(field.label or field.name) == canonical(label):
            return float(re.sub(r"[,，]", "", digits.group(1))), field
    return None
