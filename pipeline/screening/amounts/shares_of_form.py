"""Shares that the text tells (研发费用占营业收入9.1%, 自筹与财政之比3:1) against those that the form's figures make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.screening.amounts.people_and_money import OWN, TOTAL, Clash, amount_of, is_called, number_of
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, last_year, page_of, value_text
from pipeline.screening.wordings import wordings
from schemas.outline import Role

_SHARE = (
    r"(?:总额|总量|总数)?的?(?:占比|比例|比重|比)?(?:为|是|约为?|达到?|[:：])?"
    r"\s?(?P<share>\d{1,3}(?:\.\d{1,3})?)\s?[%％](?!以[上内下])"
)
_FIGURE = r"(?:(?:为|是|共|合计|[:：])?\s?\d[\d,.]{0,14}\s?(?:[百千]?万元|亿元|元|人|名))?\s?[，,（(]?\s?"
_SPENT, _INCOME = "研发费用", "营业收入"
_STAFF, _RESEARCHERS = "单位人数", "研发人员人数"
_OF_SPENT = re.compile(
    rf"(?:(?P<year>20\d\d)\s?年度?|(?P<last>上一?年度?|上一财年))?(?:[本我]?(?:公司|单位|企业))?的?研发(?:费用|投入|经费)(?:总额)?{_FIGURE}"
    rf"占(?:当年|同期|同年|全年|年度|[本我]?(?:公司|单位|企业)|的){{0,2}}(?P<main>主营业务|营业|销售|业务)(?:总)?收入{_SHARE}"
)
_OF_OWN = re.compile(
    rf"(?:自筹|自有)(?:资金|经费|部分)?{_FIGURE}占(?:项目|任务|课题|全部|所需|计划){{0,2}}(?:总(?:投[资入]|经费|预算|资金|额)|经费总额|投资总额|资金总额){_SHARE}"
)
_OF_PUBLIC = re.compile(
    rf"(?:财政|专项|补助|[国省市区县][级拨])(?:补助|专项)?(?:资金|经费|款)?{_FIGURE}占(?:项目|任务|课题|全部|所需|计划){{0,2}}(?:总(?:投[资入]|经费|预算|资金|额)|经费总额|投资总额|资金总额){_SHARE}"
)
_OF_STAFF = re.compile(
    rf"(?:研发|研究开发)人员{_FIGURE}占(?:公司|单位|企业|全部|全体|在册|在职|从业|当年){{0,2}}(?:职工|员工|人员|从业人员|人数)(?:总人数|总数)?{_SHARE}"
)
_RATIO = re.compile(
    r"(?:自筹|自有)(?:资金|经费|部分)?[与和同对比:：](?:申请)?(?:的)?(?:财政|[国省市区县][级拨])(?:补助|专项)?(?:资金|经费)?(?:之比|的?比例|的?配比)(?:约)?[为是]?\s?(?P<ratio>\d{1,3}(?:\.\d{1,3})?)\s?[:：比]\s?1(?![\d.])"
)
# Of a part, a year or another body; or what is asked, or to come
_OTHER = re.compile(
    r"其中|平均|均|近[两二三四五]年|不[低高少超]|要求|应当?|须|[计规]划|预计|力争|将|首[期年批]|第[一二三四]|阶段|[二三四]期|参[与加]|合作|联合|子公司|集团|行业|约$|超过?$"
)
_YEAR, _LAST = re.compile(r"20\d\d\s?年"), re.compile(r"上一?(?:年|财年|会计年度)")
_MAIN = "主营"
_ASIDE = frozenset({Role.INSTRUCTIONS})
_ROUGH, _SURE = 0.015, 0.7


@dataclass(frozen=True, slots=True)
class _Parts:
    """A part and its whole as the form tells them, in one unit; ``name``: what the contradiction is called."""

    name: str
    part: float
    whole: float
    words: str
    pattern: re.Pattern[str]
    scale: float = 100.0
    year: int | None = None


def form_share_clashes(case: Case) -> Iterator[Clash]:
    """The first sentence for each share that the form's own figures contradict."""
    known = [*_parts(case)]
    told: set[str] = set()
    for passage in case.submission.passages if known else ():
        text = passage.text if passage.role not in _ASIDE else ""
        for one in known:
            for said in one.pattern.finditer(text):
                if one.name in told or not _is_of(one, said, text) or _agrees(one, said):
                    continue
                told.add(one.name)
                found = narrow(passage.evidence, said.group())
                made = f"{one.scale * one.part / one.whole:.4g}{'%' if one.scale > 1 else ':1'}"
                text_of = (
                    f"{one.name}前后不一致：正文写“{said.group()}”{page_of(found, '申报材料')}，"
                    f"按申报表所填{one.words}计算为{made}，请核实。"
                )
                yield Clash(one.name, text_of, found, _SURE)


def _is_of(one: _Parts, said: re.Match[str], text: str) -> bool:
    """Of the year that the form's figures are of, and of no part."""
    before = re.split(r"[。；;\n]", text[: said.start()])[-1]
    if _OTHER.search(before[-20:] + said.group()):
        return False
    year, main = said.groupdict().get("year"), said.groupdict().get("main") or ""
    if (_MAIN in main) != (_MAIN in one.words) and main:
        return False
    if one.year is None:
        return _YEAR.search(before) is None
    named = int(year) if year is not None else None
    others = {int(y[:4]) for y in _YEAR.findall(before)}
    return named == one.year if named is not None else others <= {one.year}


def _agrees(one: _Parts, said: re.Match[str]) -> bool:
    """To the last figure that is told, and a little more."""
    words = said["ratio"] if one.scale == 1 else said["share"]
    made, step = one.scale * one.part / one.whole, 10.0 ** -len(words.partition(".")[2])
    return abs(float(words) - made) <= max(step, _ROUGH * made)


def _parts(case: Case) -> Iterator[_Parts]:
    total, own = _sum(case, TOTAL), _sum(case, OWN)
    if total is not None and own is not None and 0 < own[0] < total[0]:
        words, public = f"{own[1]}、{total[1]}", total[0] - own[0]
        yield _Parts("自筹资金占比", own[0], total[0], words, _OF_OWN)
        yield _Parts("财政资金占比", public, total[0], words, _OF_PUBLIC)
        yield _Parts("自筹资金与财政资金之比", own[0], public, words, _RATIO, scale=1.0)
    year = last_year(case)
    spent, income = _sum(case, "研发投入", year), _sum(case, "整体业务收入", year)
    if spent is not None and income is not None and income[0] > 0:
        yield _Parts("研发费用占比", spent[0], income[0], f"{spent[1]}、{income[1]}", _OF_SPENT, year=year)
    some, all_ = number_of(case, _RESEARCHERS), number_of(case, _STAFF)
    if some is not None and all_ is not None and all_[0] > 0:
        yield _Parts("研发人员占比", some[0], all_[0], f"{some[0]:g}人、{all_[0]:g}人", _OF_STAFF)


def _sum(case: Case, name: str, year: int | None = None) -> tuple[float, str] | None:
    """The one sum that the form has for the amount, with its words; an annual one for that year."""
    one = next(amount for amount in wordings().amounts if amount.name == name)
    filled = [
        (f, value) for f in case.submission.form_fields if is_called(f, one) and (value := amount_of(case, f, one))
    ]
    if one.annual:
        filled = [(field, value) for field, value in filled if _of_year(field.label or field.name, year)]
    if len({value for _, value in filled}) != 1:
        return None
    field, value = filled[0]
    return value, f"“{field.label or field.name}：{value_text(field).strip()}”"


def _of_year(label: str, year: int | None) -> bool:
    """2025年营业收入, 上年度营业收入; a label that names neither is of whatever year."""
    named = _YEAR.findall(label)
    return named[0][:4] == str(year) if named else _LAST.search(label) is not None
