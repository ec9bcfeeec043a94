"""The year's income or spending on research in the form against what the papers, or the list of them, state."""

import re
from collections.abc import Iterator

from pipeline.screening.amounts.audited_rows import stated_rows
from pipeline.screening.amounts.money import AMOUNT, amount, yuan
from pipeline.screening.amounts.people_and_money import Clash, is_called, is_same
from pipeline.screening.application.labels import canonical
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, last_year, page_of, value_text
from pipeline.screening.identity.papers import is_of_paper, paper_above
from pipeline.screening.identity.subjects import is_anothers
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
# 说明：汇总表及明细，合计586万元, what may stand between a paper and the sum of all of it
_OF_SUM = (
    r"[；;，,（(：:、]|说明|材料|备注|汇总表?|明细[表账]?|总账|总表|分类账|账页|全年|经审计|加盖公章|复印件|[及和与]"
)
# 2022年度研发费用辅助账及专项审计报告（3,680万元）, in the list of proofs
_LISTED = re.compile(
    r"(?P<year>20\d\d)\s?年度?(?P<name>研发(?:费用|投入|经费)|(?:主营业务|营业)收入)(?P<whose>[^。；;\n\d（）()]{0,16}?)"
    rf"(?:审计报告|报表|明细表|证明|辅助账|汇总表|台账|归集表|明细账)(?:[（(](?:载明|列示|审定|合计|共|计|为|金额)?[:：]?"
    rf"|(?:{_OF_SUM}){{1,8}}(?:合计|共计?|总计|总额|审定|金额)(?:数|为|[:：])?)"
    rf"\s?{AMOUNT.pattern}(?:[)）]|(?=[，,。；;、\n]|$))"
)
# 2022年度审计报告（某审字〔2023〕第052号），营业收入2218万元; 研发费用专项审计报告（某专字〔2023〕第18号，926万元）
_AHEAD = r"(?<![\u4e00-\u9fff])|(?<=年度|公司|单位|企业|全年|审定|实现|载明|列示|显示|反映|确认|记载|完成|发生)"
_IN_PAPER = re.compile(
    rf"(?:{_AHEAD})(?P<name>(?:整体业务|主营业务|营业)总?收入|研发(?:费用|投入|经费)(?:支出|发生额)?)(?P<whose>)"
    rf"(?:合计|总额|总计|共计?|实际|发生额?|审定|[（(][^（()）]{{1,6}}[)）]|[为是:：｜|\s]){{0,4}}{AMOUNT.pattern}"
    rf"|(?P<report>研发(?:费用|投入|经费)|(?:主营业务|营业)收入)(?:专项|年度)?(?:审计|鉴证|审核|核查)?报告[（(][^（()）]{{2,40}}?[，,]\s?(?:合计|审定|金额|共|为)?"
    rf"{AMOUNT.pattern.replace('<value>', '<value2>').replace('<unit>', '<unit2>')}\s?[)）]"
)
_YEAR_OF = re.compile(r"(?<![〔\[（(])(?P<year>20\d\d)\s?年(?:度|(?=(?:财务|审计|研发|主营|营业|纳税)))")
# 研发投入（万元）, 上年研发费用; no share of the income
_SPENT = re.compile(r"(?:20\d\d年度?|上一?(?:年度?|财年))?研发(?:投入|费用|经费)(?!占|比|强度)")
_SPENDING = "研发"
_OF_OTHERS = re.compile(r"合并|集团|母公司|子公司|分公司|合作|联合|参与|其中|相关")
# of a part, another time or a share in the same clause
_PART = re.compile(
    r"合并|母公司|[子分]公司|控股股东|合作|参与|其中|相关|方向|领域|业务板块|同比|上年同期|上期|本任务|本项目|[上下]半年|季度|月|预计|计划|分部|直接|委托|加计"
)
# 2022年度8420, a value with its year; 上年度 of the label
_DATED = re.compile(
    r"(?:(?P<year>20\d\d)\s?年度?)?[:：为]?\s?(?P<value>\d[\d,，.]*\s?(?:[万亿]?元)?)"
    r"(?:\s?[（(](?:[^（）()\d]{0,8}(?P<behind>20\d\d)\s?年度?[^（）()]{0,24}|占[^（）()]{1,20}|[^（）()\d]{0,12}(?:见|附件|来源|按|不含|含税|审定|审计)[^（）()]{0,16})[)）])?"
)
_YEAR = re.compile(r"20\d\d")
_INCOME, _MAIN, _SURE = "整体业务收入", "主营", 0.75
_FARTHEST = 8  # passages of a paper above one


def audit_clashes(case: Case) -> Iterator[Clash]:
    """The first field whose year's income, of the whole or of 主营业务 alike, or 研发投入 another sum is stated for."""
    income = next(amount for amount in wordings().amounts if amount.name == _INCOME)
    incomes = [field for field in case.submission.form_fields if is_called(field, income)]
    spent = [field for field in case.submission.form_fields if _SPENT.match(field.label or field.name)]
    told: set[str] = set()
    for index, passage in enumerate(case.submission.passages if incomes or spent else ()):
        for name, words, year, stated in _stated(case, index):
            for field in spent if _SPENDING in name else incomes:
                own = _of_year(case, field, year)
                alike = (_MAIN in (field.label or field.name)) == (_MAIN in name)
                label = canonical(field.label or field.name)
                if own is None or not alike or label in told or is_same(own, stated):
                    continue
                told.add(label)
                found = narrow(passage.evidence, words)
                where = page_of(field.value_evidence, "申报材料")
                text = (
                    f"{label}前后不一致：申报表写“{value_text(field).strip()}”{where}，"
                    f"证明材料写“{words}”{page_of(found, '申报材料')}，请核实。"
                )
                yield Clash(label, text, found, _SURE)


def _stated(case: Case, index: int) -> Iterator[tuple[str, str, int, float]]:
    """The name of each sum that the passage states, its words, year and yuan."""
    passage = case.submission.passages[index]
    if is_of_paper(passage) and not is_anothers(case, index, 0):
        yield from stated_rows(case, index)
    if "元" not in passage.text:
        return
    said = [*_STATED.finditer(passage.text)]
    said += _LISTED.finditer(passage.text) if passage.role is Role.PROOFS else ()
    for match in said:
        if not _OF_OTHERS.search(match["whose"]):
            yield match["name"], match.group(), int(match["year"]), amount(match)
    if not is_of_paper(passage):
        return
    for match in _IN_PAPER.finditer(passage.text):
        before = passage.text[: match.start()]
        year = _year_of(case, index, before)
        clause = re.split(r"[。；;\n]", before)[-1][-40:]
        apart = _PART.search(re.split(r"[，,、]", clause)[-1]) or "合并" in clause
        if year is not None and not apart and not is_anothers(case, index, match.start()):
            stated = AMOUNT.search(match.group())
            if stated is not None:
                yield match["name"] or match["report"], match.group(), year, amount(stated)


def _year_of(case: Case, index: int, before: str) -> int | None:
    """The year told last before it in the passage, else above it in its paper, else in the file's name."""
    file = case.submission.passages[index].evidence.file or ""
    for words in (before, paper_above(case, index, _FARTHEST) if file else "", file):
        years = [match["year"] for match in _YEAR_OF.finditer(words)]
        if years:
            return int(years[-1])
    return None


def _of_year(case: Case, field: FormField, year: int) -> float | None:
    """What the field tells for that year, in yuan; None where it tells of another, or of none."""
    label = field.label or field.name
    value = _DATED.fullmatch(value_text(field).strip())
    if value is None:
        return None
    named = value["year"] or value["behind"] or next(iter(_YEAR.findall(label)), None)
    own = int(named) if named is not None else last_year(case)
    return yuan(value["value"], label) if own == year else None
