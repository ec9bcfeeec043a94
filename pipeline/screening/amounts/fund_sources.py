"""Who gives the project's money: public and own money that do not make up the whole."""

import re
from collections.abc import Iterator
from itertools import combinations

from pipeline.screening.amounts.money import AMOUNT, amount
from pipeline.screening.amounts.people_and_money import OWN, TOTAL, Clash, amount_of, is_called, is_same
from pipeline.screening.amounts.sums import source_of, wrong_sources
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.wordings import Amount, wordings
from schemas.facts import FormField

_OTHER = re.compile(r"年|以往|上[^海]|近|已|收入|股东|到位|累计|首期")  # of other works and times
_MOST = 6  # sources
_SUM = AMOUNT.pattern.replace("?P<value>", "").replace("?P<unit>", "")
# 总投资420万元，其中自筹273万元; 自筹资金 behind its name is compared wherever it stands
_OWN_OF_WHOLE = re.compile(
    rf"总(?:投[资入]|经费|预算)(?:额|为|共|计|[:：\s]){{0,3}}(?P<whole>{_SUM})\s?"
    rf"[，,；;（(]\s?(?:其中)?[:：]?(?:申报|牵头|揭榜)?(?:单位|企业|公司)?(?:自筹|自有)(?:资金|经费|部分)?(?:为|投入|出资|[:：\s]){{0,2}}{AMOUNT.pattern}"
)


def source_clashes(case: Case) -> Iterator[Clash]:
    """The first in a sentence, else the one among the form's fields; else the own money of the whole in a sentence."""
    yield from _in_sentences(case) or _in_form(case) or _own_of_whole(case)


def _in_sentences(case: Case) -> list[Clash]:
    """总经费1,260万元，省拨400万元，自筹680万元."""
    for passage in case.submission.passages:
        for words, stated, total in wrong_sources(passage.text):
            if _is_left_to_form(case, stated - total):
                continue
            where = page_of(passage.evidence, "申报材料")
            sums = f"各项来源之和为{total / 1e4:,.6g}万元，与总数{stated / 1e4:,.6g}万元不符"
            text = f"{TOTAL}写“{words}”，{sums}{where}，请核实。"
            return [Clash(TOTAL, text, narrow(passage.evidence, words), 0.75)]
    return []


def _own_of_whole(case: Case) -> list[Clash]:
    """总投资420万元，其中自筹273万元, where the form has the same whole and other own money."""
    total, own = (next(o for o in wordings().amounts if o.name == name) for name in (TOTAL, OWN))
    told = {one.name: _in_fields(case, one) for one in (total, own)}
    if not all(len({value for _, value in fields}) == 1 for fields in told.values()):
        return []
    (_, whole), (field, given) = told[TOTAL][0], told[OWN][0]
    for passage in case.with_amounts:
        for match in _OWN_OF_WHOLE.finditer(passage.text):
            stated = AMOUNT.search(match["whole"])
            if stated is None or not is_same(amount(stated), whole) or is_same(amount(match), given):
                continue
            found = narrow(passage.evidence, match.group())
            form = f"申报表写“{_named(field)}：{value_text(field).strip()}”{page_of(field.value_evidence, '申报材料')}"
            text = f"{OWN}前后不一致：{form}，正文写“{match.group()}”{page_of(found, '申报材料')}。"
            return [Clash(OWN, text, found, 0.75)]
    return []


def _in_fields(case: Case, one: Amount) -> list[tuple[FormField, float]]:
    """The form's fields of that amount."""
    filled = ((f, amount_of(case, f, one)) for f in case.submission.form_fields if is_called(f, one))
    return [(field, value) for field, value in filled if value is not None]


def _is_left_to_form(case: Case, rest: float) -> bool:
    """What is left of the whole is what the form asks for or has from another source."""
    one = next(amount for amount in wordings().amounts if amount.name == TOTAL)
    given = (
        amount_of(case, field, one) for field in case.submission.form_fields if source_of(_named(field)) is not None
    )
    return rest > 0 and any(value is not None and value > 0 and is_same(value, rest) for value in given)


def _in_form(case: Case) -> list[Clash]:
    """项目总投入 | 1,280 | 申请财政资金 | 400 | 自筹资金 | 860: each side once, and one whole."""
    one = next(amount for amount in wordings().amounts if amount.name == TOTAL)
    filled = [(f, value) for f in case.submission.form_fields if (value := amount_of(case, f, one)) is not None]
    totals = [(field, value) for field, value in filled if is_called(field, one)]
    given = [(f, value) for f, value in filled if source_of(_named(f)) is not None and not _OTHER.search(_named(f))]
    sides = {source_of(_named(field)) for field, _ in given}
    once = len({_named(field) for field, _ in given}) == len(given) <= _MOST and len(totals) == 1
    if not once or not {"public", "own"} <= sides:
        return []
    (field, whole), total = totals[0], sum(value for _, value in given)
    some = (sum(value for _, value in few) for many in range(2, len(given) + 1) for few in combinations(given, many))
    if any(is_same(whole, one) for one in some):  # 银行贷款 may be a part of 自筹
        return []
    listed = "、".join(f"“{_named(f)}：{value_text(f).strip()}”" for f, _ in given)
    said = f"{TOTAL}写“{_named(field)}：{value_text(field).strip()}”{page_of(field.value_evidence, '申报材料')}"
    text = f"{said}，{listed}之和为{total / 1e4:,.6g}万元，两者不符，请核实。"
    return [Clash(TOTAL, text, field.value_evidence, 0.7)]


def _named(field: FormField) -> str:
    return (field.label or field.name).removeprefix("其中").lstrip("：: ")
