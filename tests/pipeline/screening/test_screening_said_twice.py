"""Persons, dates, works, sums and numbers of people that an application says twice, or in parts, and otherwise."""

from typing import Any

import pytest
from submission_changes import Change, both, with_commitment, with_field, with_passage

from pipeline.screening.amounts.money import mentions
from pipeline.screening.amounts.sums import wrong_sources
from schemas.evidence import Evidence
from schemas.outline import Role
from schemas.submission import Submission

BOOK, LETTER, COVER = Role.TASK_BOOK, Role.COMMITMENT, Role.COVER


def named(label: str, value: str, role: Role = Role.FORM) -> Change:
    """One more field."""

    def change(submission: Submission) -> Submission:
        first = submission.form_fields[0]
        said = Evidence(text=value, start=0, end=len(value))
        more = first.model_copy(
            update={"name": label, "label": label, "role": role, "value": value, "value_evidence": said}
        )
        return submission.model_copy(update={"form_fields": (*submission.form_fields, more)})

    return change


def also(*changes: Change) -> Change:
    def change(submission: Submission) -> Submission:
        for one in changes:
            submission = one(submission)
        return submission

    return change


def scanned(submission: Submission) -> Submission:
    return submission.model_copy(update={"recognised": True})


PEOPLE = both(with_field("负责人姓名", "沈知远"), with_field("联系人姓名", "陆一帆"))
CONTACT = with_passage("联系人：陆一帆　　联系电话：13900005678", LETTER)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (with_passage("联 系 人：陆一帆", LETTER), None),
        (with_passage("联 系 人：周若水", LETTER), "联系人"),
        (with_passage("联 系 人：陆一凡", LETTER), "联系人"),  # one character
        (also(scanned, with_passage("联 系 人：陆一凡", LETTER)), None),  # which may be misread in a scan
        (with_passage("联系人：周若水，负责日常联络。", BOOK), None),  # of somebody else's
        (CONTACT, None),
        (with_passage("联系人：陆一帆　　联系电话：13900009999", LETTER), "联系电话"),
        (with_passage("联系人：陆一帆　　联系电话：021-64082151", LETTER), None),  # the office's
        (with_passage("联系电话：13900009999", LETTER), None),  # nobody's by name
        (with_passage("揭榜负责人沈知远，博士，从事灌溉研究20年。", BOOK), None),
        (with_passage("揭榜负责人周若水，博士，从事灌溉研究20年。", BOOK), "项目负责人"),
        (with_passage("揭榜负责人周若水同志，高级工程师。", BOOK), "项目负责人"),
        (with_passage("项目负责人周若水为公司在职员工，长期从事灌溉研究。", BOOK), "项目负责人"),
        (with_passage("项目负责人沈知渊为公司在职员工，长期从事灌溉研究。", BOOK), "项目负责人"),
        (with_passage("5. 揭榜负责人。周若水，教授，从事灌溉研究。", BOOK), "项目负责人"),
        (with_passage("攻关团队由周若水任总负责人。", BOOK), "项目负责人"),
        (with_passage("攻关团队由沈知远任总负责人。", BOOK), None),
        (with_passage("项目负责人常年在职，主持日常工作。", BOOK), None),  # a word that begins like a name
        (with_passage("项目负责人全面负责，长期驻场。", BOOK), None),
        (with_passage("（5）揭榜负责人：周若水，灌溉工程博士。", BOOK), "项目负责人"),
        (with_passage("5.揭榜负责人。揭榜负责人沈知渊，灌溉工程博士，正高级工程师。", BOOK), "项目负责人"),
        (with_passage("揭榜负责人沈知远，灌溉工程博士，正高级工程师。", BOOK), None),
        (with_passage("联合单位提供示范田，任务负责人为周若水教授。", BOOK), None),
        (with_passage("技术负责人周若水，博士。", BOOK), None),
        (with_passage("项目负责人任总师，统一调度。", BOOK), None),
        (with_passage("项目负责人周若水（证书）", Role.PROOFS), None),
        (also(with_passage("联系人：周若水", COVER), with_passage("联系人：陆一帆", COVER)), None),  # both are named
        (with_passage("联系人：陆经理", LETTER), None),
        (also(with_passage("项目负责人：沈知远 联系电话：13900001111", COVER), CONTACT), None),
        (with_passage("项目负责人沈博士，从事灌溉研究20年。", BOOK), None),
        (with_passage("项目负责人安排，每月一次例会。", BOOK), None),
        (with_passage("任务一由周若水负责，任务负责人周若水，教授。", BOOK), None),
        (with_passage("2021年承担市科技计划项目“智能灌溉”，项目负责人周若水，教授，已结题。", BOOK), None),
        (named("单位负责人", "周若水"), None),
    ],
)
def test_persons(change: Change, name: str | None, gaps_of: Any, submission: Submission) -> None:
    assert gaps_of(also(PEOPLE, change)(submission)) == ({("consistency", name, "invalid")} if name else set())


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ((named("成立时间", "2018年3月"), with_passage("公司成立于2018年，主营控制器。")), None),
        ((named("成立时间", "2018年3月"), with_passage("公司成立于2016年3月，主营控制器。")), "成立时间"),
        ((with_passage("公司成立于2018年。"), with_passage("自2016年公司成立以来，一直从事灌溉。")), "成立时间"),
        ((named("成立时间", "2018年3月"), with_passage("公司的前身成立于2009年。")), None),
        ((named("成立时间", "2018年3月"), with_passage("公司于2021年设立研发中心。")), None),
        ((named("出生年月", "1979年4月"), with_passage("项目负责人沈知远，男，1979年4月生，教授。")), None),
        ((named("出生年月", "1979年4月"), with_passage("项目负责人沈知远，男，1981年4月生，教授。")), "出生年月"),
        ((named("出生", "1979年4月"), with_passage("沈知远，1981年生，博士。")), "出生年月"),
        ((named("出生", "1979年4月"), with_passage("沈知远，1979年生，博士。")), None),
        ((named("出生年月", "1979年4月"), named("出生年月", "1990年2月")), None),  # the contact's
        ((named("出生年月", "1979年4月"), with_passage("技术负责人周若水，男，1981年4月生。")), None),
        ((named("成立时间", "2018年3月"), with_passage("公司党支部成立于2021年6月。")), None),
        ((named("成立时间", "2018年3月"), with_passage("合作单位云洲大学成立于1921年。")), None),
        ((named("成立时间", "2018年3月"), with_passage("产品由成立于2016年的云声公司代工。")), None),
        ((named("成立时间", "2018年3月"), named("成立时间", "1921年3月")), None),  # the partner's
        ((named("成立时间", "2018年3月"), named("登记时间", "2023年5月")), None),
    ],
)
def test_dates(changes: tuple[Change, ...], name: str | None, gaps_of: Any, submission: Submission) -> None:
    year = with_field("单位简介", "公司主营灌溉控制器与土壤传感器，产品用于大田和设施农业。")
    change = also(PEOPLE, year, *changes)
    assert gaps_of(change(submission)) == ({("consistency", name, "invalid")} if name else set())


def test_a_month_that_no_year_has(gaps_of: Any, submission: Submission) -> None:
    change = also(named("成立时间", "2018年3月"), with_passage("公司成立于2018年13月。"))
    assert gaps_of(change(submission)) == {("identifier", "日期", "invalid")}


WORK = named("揭榜内容名称", "大田灌溉决策与控制平台")


@pytest.mark.parametrize(
    ("change", "clash"),
    [
        (named("揭榜内容名称", "大田灌溉决策与控制平台", COVER), False),
        (named("揭榜内容名称", "大田灌溉决策与控制平台研制", COVER), False),  # a word more
        (named("揭榜内容名称", "大田灌溉决策与控制装备", COVER), True),
        (with_passage("任务名称：大田灌溉决策与控制平台。", BOOK), False),
        (with_passage("任务名称：大田灌溉决策与调度平台。", BOOK), True),
        (with_passage("子任务名称：土壤传感器标定。", BOOK), False),
        (named("揭榜内容名称", "大田灌溉决策与控制平台关键技术攻关", COVER), False),
    ],
)
def test_works(change: Change, clash: bool, gaps_of: Any, submission: Submission) -> None:
    expected = {("consistency", "揭榜内容名称", "invalid")} if clash else set()
    assert gaps_of(also(WORK, change)(submission)) == expected


@pytest.mark.parametrize(
    ("subject", "clash"),
    [
        ("大田灌溉决策与控制平台", False),
        ("大田灌溉决策与控制装备", True),
        ("水稻病虫害识别软件", True),
        ("智慧灌溉", False),  # the direction
        ("某市2025年度重点产业链", False),  # the call
        ("云屿市重点产业链", False),
        ("城市内涝应急救援系统", True),
        ("本项目", False),
        ("云屿智慧农业装备揭榜挂帅", False),
    ],
)
def test_the_work_in_the_letter(subject: str, clash: bool, gaps_of: Any, submission: Submission) -> None:
    letter = with_passage(f"我单位提交了{subject}内容参评，承诺如下：", LETTER)
    change = also(WORK, letter, with_commitment(subject=subject))
    expected = {("consistency", "揭榜内容名称", "invalid")} if clash else set()
    assert gaps_of(change(submission)) == expected


@pytest.mark.parametrize(
    ("there", "again", "clash"),
    [
        ("四分类灌区识别准确率为81.5%。", "现有系统四分类灌区识别准确率为84.9%。", True),
        ("四分类灌区识别准确率为81.5%。", "四分类灌区识别准确率为81.5%。", False),
        ("2023年四分类灌区识别准确率为81.5%。", "四分类灌区识别准确率为84.9%。", False),  # of another time
        ("国内外产品的四分类灌区识别准确率为81.5%。", "四分类灌区识别准确率为84.9%。", False),
        ("识别准确率为81.5%。", "识别准确率为84.9%。", False),  # of two things, for all that is said
    ],
)
def test_what_there_is_already(there: str, again: str, clash: bool, found: Any) -> None:
    findings = found(
        ("（二）进度安排\n", f"（二）现有基础\n{there}\n（三）相关进展\n{again}\n（四）进度安排\n"),
    )
    told = [f for (kind, name), f in findings.items() if kind == "consistency" and "识别准确率" in name]
    assert bool(told) is clash


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("研发人员40人，其中博士6人、硕士20人、本科及以下14人。", None),
        ("研发人员40人，其中博士6人、硕士20人、本科及以下4人。", "研发人员人数"),
        ("研发人员40人，其中博士6人、硕士20人。", None),
        ("研发人员40人，其中博士26人、硕士20人。", "研发人员人数"),
        ("研发人员40人，其中高级职称26人、博士20人。", None),  # one person may be both
        ("研发人员40人，其中算法组18人、硬件组15人、示范组9人。", "研发人员人数"),
        ("研发人员40人，其中高级职称8人、中级12人、其他20人。", None),
        ("研发人员40人，其中高级职称8人、中级12人、其他10人。", "研发人员人数"),
        ("研发人员40人，其中高级职称18人、博士12人、其他20人。", None),
        ("研发人员40人，其中硕士及以上22人、博士12人、本科18人。", None),
        ("研发人员40人，其中博士20人、博士生导师8人、硕士生导师14人。", None),
        ("员工86人，其中研发人员40人、博士6人、硕士10人、本科及以下24人。", None),
        ("员工86人，其中专职研发40人、专科30人、本科22人。", None),
    ],
)
def test_parts_of_people(words: str, name: str | None, gaps_of: Any, submission: Submission) -> None:
    expected = {("consistency", name, "invalid")} if name else set()
    assert gaps_of(with_passage(words)(submission)) == expected


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("总经费800万元，其中申请省拨经费300万元，牵头单位自筹经费500万元。", None),
        ("总经费800万元，其中申请省拨经费300万元，牵头单位自筹经费600万元。", 900),
        ("总经费800万元（省拨300万元，自筹400万元）。", 700),
        ("总投资800万元，其中自筹500万元，银行贷款200万元，申请补助资金100万元。", None),
        ("总投资800万元，其中申请财政资金300万元，自筹资金500万元（含贷款200万元）。", None),
        ("总投资800万元，其中自筹500万元，设备费100万元。", None),
        ("总投资800万元，申请财政资金300万元，自筹资金500万元（其中贷款200万元）。", None),
        ("总投资800万元，申请财政资金300万元，其中省级财政200万元、市级财政100万元，自筹资金500万元。", None),
        ("总投资800万元，申请财政资金300万元，自筹资金500万元，自筹资金已到位200万元。", None),
        ("总投资800万元，申请财政资金300万元，自筹资金500万元，首期拨款100万元。", None),
        ("总投资约800万元，申请财政资金约300万元，自筹资金约480万元。", None),
        ("项目总投资800万元，其中单位自筹500万元、合作方投入100万元、银行贷款100万元。", 700),
        ("项目总投资800万元，其中单位自筹500万元、合作方投入200万元、银行贷款100万元。", None),
        ("项目总投资800万元，其中单位自筹500万元、合作方投入100万元、银行贷款100万元等。", None),
        ("项目总投资800万元，其中单位自筹500万元、银行贷款100万元。", None),  # may not be all of them
        ("申请财政资金100万元。项目总投资800万元，其中自筹500万元、合作方投入100万元、银行贷款100万元。", None),
        ("一期总投资800万元，其中申请财政资金300万元，自筹资金400万元。", None),
    ],
)
def test_sources_of_money(words: str, total: int | None) -> None:
    assert [round(sum_ / 1e4) for _, _, sum_ in wrong_sources(words)] == ([total] if total else [])


def test_sources_among_the_fields(gaps_of: Any, submission: Submission) -> None:
    whole = named("项目总投入（万元）", "800")
    shares = also(whole, named("申请财政资金（万元）", "300"), named("自筹资金（万元）", "500"))
    wrong = also(whole, named("申请财政资金（万元）", "300"), named("自筹资金（万元）", "400"))
    loan, earlier = named("银行贷款（万元）", "200"), named("近三年财政资助（万元）", "350")
    assert gaps_of(shares(submission)) == set()
    assert gaps_of(also(shares, loan, earlier)(submission)) == set()
    assert gaps_of(wrong(submission)) == {("consistency", "项目总投入", "invalid")}


@pytest.mark.parametrize(
    ("words", "clash"),
    [
        ("项目总投入800万元，其中设备费300万元、人员费400万元、测试及其他费用100万元。", False),
        ("项目总投入800万元，其中设备费300万元、人员费350万元、测试及其他费用100万元。", True),
        ("项目总投入800万元，其中设备费300万元、人员费350万元、材料费100万元。", True),
        ("项目总投入800万元，其中设备费300万元、人员费350万元、材料费100万元等。", False),  # not all of it
        ("项目总投入800万元，其中研发300万元、示范350万元、推广100万元。", False),
        ("项目总投入800万元，其中申请财政资金300万元，用于设备费200万元、材料费50万元、其他费用50万元。", False),
        ("项目总投入800万元，其中2026年设备费200万元、材料费50万元、其他费用50万元；2027年500万元。", False),
    ],
)
def test_a_closed_list_of_costs(words: str, clash: bool, gaps_of: Any, submission: Submission) -> None:
    expected = {("consistency", "项目总投入", "invalid")} if clash else set()
    assert gaps_of(with_passage(words)(submission)) == expected


@pytest.mark.parametrize(
    ("words", "clash"),
    [("总投入合计800万元。", False), ("项目总投入750万元。", True), ("公司2025年研发总投入750万元。", False)],
)
def test_all_that_the_research_costs(words: str, clash: bool, gaps_of: Any, submission: Submission) -> None:
    expected = {("consistency", "项目总投入", "invalid")} if clash else set()
    assert gaps_of(also(named("研发总投入（万元）", "800"), with_passage(words))(submission)) == expected


RESEARCH = "(研发|研究开发)(投入|费用|经费)"


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("2024年度公司营业收入9,842万元，研发投入2,165万元，占22%。", [2024]),
        ("2024年营业收入9,842万元，其中研发投入2,165万元。", [2024]),
        ("2025年全公司研发投入1186.4万元。", [2025]),
        ("2024年营业收入9,842万元，智能方向研发投入300万元。", []),
        ("2024年营业收入9,842万元。研发投入300万元。", []),
        ("2024年集团产值10亿元，研发投入8,000万元。", []),
        ("2024年上半年产值3,000万元，研发投入300万元。", []),
    ],
)
def test_sums_of_one_year(words: str, years: list[int]) -> None:
    assert [one.year for one in mentions(words, RESEARCH, annual=True)] == years


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("公司2024年研发投入980万元。", "研发投入"),
        ("示范由云洲丰禾农业有限公司承担，2024年研发投入980万元。", None),  # the partner's
        ("公司现有员工86人，其中研发人员31人，占三成以上。", "研发人员人数"),
        ("示范组现有员工12人，其中研发人员5人。", None),
    ],
)
def test_whose_figures_they_are(words: str, name: str | None, gaps_of: Any, submission: Submission) -> None:
    expected = {("consistency", name, "invalid")} if name else set()
    assert gaps_of(with_passage(words)(submission)) == expected
