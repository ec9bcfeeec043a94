"""The year's income or spending on research in the form against what the list of proofs says its report states."""

import re
from collections.abc import Iterator

from pipeline.screening.amounts.money import AMOUNT, amount, yuan
from pipeline.screening.amounts.people_and_money import Clash, is_called, is_same
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, last_year, page_of, value_text
from pipeline.screening.wordings import wordings
from schemas.facts import FormField
from schemas.outline import Role

# 报告载明公司2022年度营业收入合计6420万元; the words of a group's report (合并) are of several bodies,
# and 技术服务营业收入 is a part of the income
_STATED = re.compile(
    r"(?:报告|报表)[^。；;\n]{0,24}?(?:载明|显示|列示|列明|记载|反映|审定|确认|注明)(?P<whose>[^。；;\n\d]{0,16}?)"
    r"(?P<year>20\d\d)\s?年度?(?:公司|全年|实现|的|\s){0,4}(?P<name>(?:主营业务|整体业务|营业)总?收入)"
    rf"(?:合计|总额|总计|共计?|[为是约:：\s]){{0,4}}{AMOUNT.pattern}"
)
# 2022年度研发费用辅助账及专项审计报告（3,680万元）, in the list of proofs
_LISTED = re.compile(
    r"(?P<year>20\d\d)\s?年度?(?P<name>研发(?:费用|投入|经费)|(?:主营业务|营业)收入)(?P<whose>[^。；;\n\d（）()]{0,16}?)"
    rf"(?:审计报告|报表|明细表|证明)[（(](?:载明|列示|审定|合计|共|计|为|金额)?[:：]?\s?{AMOUNT.pattern}[)）]"
)
# 研发投入（万元）, 上年研发费用; no share of the income
_SPENT = re.compile(r"(?:20\d\d年度?|上一?(?:年度?|财年))?研发(?:投入|费用|经费)(?!占|比|强度)")
_SPENDING = "研发"
_OF_OTHERS = re.compile(r"合并|集团|母公司|子公司|分公司|合作|联合|参与|其中|相关")
# 2022年度8420, a value with its year; 上年度 of the label
_DATED = re.compile(
    r"(?:(?P<year>20\d\d)\s?年度?)?[:：为]?\s?(?P<value>\d[\d,，.]*\s?(?:[万亿]?元)?)"
    r"(?:\s?[（(](?P<behind>20\d\d)\s?年度?[)）])?"
)
_YEAR, _LAST = re.compile(r"20\d\d"), re.compile(r"上一?(?:年|财年|会计年度)")
_INCOME, _MAIN, _SURE = "整体业务收入", "主营", 0.75


def audit_clashes(case: Case) -> Iterator[Clash]:
    """The first field whose year's income, of the whole or of 主营业务 alike, or 研发投入 another sum is stated for."""
    income = next(amount for amount in wordings().amounts if amount.name == _INCOME)
    incomes = [field for field in case.submission.form_fields if is_called(field, income)]
    spent = [field for field in case.submission.form_fields if _SPENT.match(field.label or field.name)]
    for passage in case.with_amounts if incomes or spent else ():
        stated = [*_STATED.finditer(passage.text)]
        stated += _LISTED.finditer(passage.text) if passage.role is Role.PROOFS else ()
        for said in stated:
            if _OF_OTHERS.search(said["whose"]):
                continue
            for field in spent if _SPENDING in said["name"] else incomes:
                own = _of_year(case, field, int(said["year"]))
                alike = (_MAIN in (field.label or field.name)) == (_MAIN in said["name"])
                if own is None or not alike or is_same(own, amount(said)):
                    continue
                found = narrow(passage.evidence, said.group())
                name, where = field.label or field.name, page_of(field.value_evidence, "申报材料")
                text = (
                    f"{name}前后不一致：申报表写“{value_text(field).strip()}”{where}，"
                    f"证明材料写“{said.group()}”{page_of(found, '申报材料')}，请核实。"
                )
                yield Clash(name, text, found, _SURE)
                return


def _of_year(case: Case, field: FormField, year: int) -> float | None:
    """What the field tells for that year, in yuan; None where it tells of another, or of none."""
    label = field.label or field.name
    value = _DATED.fullmatch(value_text(field).strip())
    if value is None:
        return None
    named = value["year"] or value["behind"] or next(iter(_YEAR.findall(label)), None)
    own = int(named) if named is not None else last_year(case) if _LAST.search(label) else None
    return yuan(value["value"], label) if own == year else None
