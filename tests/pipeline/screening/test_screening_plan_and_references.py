"""Conditions told by the plan of work and by the table of references; prices against their total; one address."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from written_case import findings, statuses

from pipeline.screening.completion import PLAN as PLAN_TITLE
from pipeline.screening.dates import years_before

PLAN = "（二）进度安排"


@pytest.mark.parametrize(
    ("condition", "status"),
    [
        ("2027年10月31日前建成投用", "met"),
        ("2027年3月31日前建成投用", "unverifiable"),  # told as the completion deadline
        ("2026年1月1日以后开工", "met"),
        ("2026年10月1日以后启动实施", "insufficient"),
        ("2027年3月31日前完成合同签订", "unverifiable"),
        ("2025年12月31日前完成验收", "unverifiable"),  # before the closing: what was, not what is planned
        ("2027年13月前建成投用", "unverifiable"),
    ],
)
def test_when_the_work_is_done(condition: str, status: str, found: Any) -> None:
    findings = found(more=f"四、其他条件\n1. 项目于{condition}。")
    assert findings["eligibility", f"项目于{condition}"].status == status
    late = [f.name for (kind, _), f in findings.items() if kind == "deadline" and f.status == "insufficient"]
    assert late == (["completion"] if "3月31日前建成" in condition else [])


@pytest.mark.parametrize(
    ("last", "wrong"),
    [
        ("第三步（2026年10月—2026年12月）：送检。", False),
        ("第三步（2026年4月—2026年5月）：送检。", True),  # over before the second begins
        ("第三步（2026年6月—2026年12月）：送检。", False),  # beside it
        ("第五步（2026年4月—2026年5月）：送检。", False),
    ],
)
def test_stages_in_their_order(last: str, wrong: bool, found: Any) -> None:
    steps = "第一步（2026年1月—2026年5月）：试制。\n第二步（2026年6月—2026年9月）：定型。\n"
    plan = "2026年三季度完成探头和主机，2026年四季度至2027年二季度完成整机、送检与验收。"
    findings = found((plan, steps + last), more="四、其他条件\n1. 项目于2027年10月31日前建成投用。")
    assert (findings["deadline", "completion"].status == "invalid") is wrong


@pytest.mark.parametrize(("title", "plan"), [("分几步走", True), ("几步走完", True), ("走访几家用户", False)])
def test_how_the_plans_chapter_is_called(title: str, plan: bool) -> None:
    assert (PLAN_TITLE.search(title) is not None) is plan


BACKWARDS = "2027年9月至2027年3月：送检。"


@pytest.mark.parametrize(
    ("last", "status", "turned"),
    [
        ("2027年3月至2027年9月：送检。", "met", False),
        (BACKWARDS, "invalid", True),
        (f"{BACKWARDS}\n2027年10月至2028年3月：验收。", "insufficient", True),  # and late besides
    ],
)
@pytest.mark.parametrize("limit", [True, False])
def test_a_stage_that_ends_before_it_begins(last: str, status: str, turned: bool, limit: bool, found: Any) -> None:
    plan = "2026年三季度完成探头和主机，2026年四季度至2027年二季度完成整机、送检与验收。"
    more = "四、完成期限\n项目须于2027年10月31日前完成。" if limit else "四、其他\n无。"
    name = "completion" if limit else "攻关计划时间顺序"
    told = found((plan, f"2026年6月至2027年2月：试制。\n{last}"), more=more).get(("deadline", name))
    assert (told and told.status) == (status if limit else "invalid" if turned else None)
    assert (told is not None and "“2027年9月至2027年3月”起止时间颠倒" in told.explanation) is turned


@pytest.mark.parametrize(
    ("label", "value", "late"),
    [
        ("起止时间", "2026年7月1日至2028年1月31日", True),
        ("实施期限", "2026年7月至2027年12月", True),
        ("项目执行期", "2026.07—2028.03", True),
        ("计划完成时间", "2027年12月", True),
        ("项目起止年月", "2026年7月至2028年6月", True),
        ("起止时间", "2026年7月1日至2027年10月31日", False),
        ("计划完成时间", "2027年9月", False),
        ("项目实施期限", "16个月", False),
        ("合同期限", "2026年7月1日至2028年1月31日", False),
        ("高企证书有效期", "2028年1月31日", False),
    ],
)
def test_the_term_in_the_form(label: str, value: str, late: bool, found: Any) -> None:
    more = "四、完成期限\n项目须于2027年10月31日前完成。"
    told = found(("注册地址\t", f"{label}\t{value}\n注册地址\t"), more=more)["deadline", "completion"]
    assert (told.status == "insufficient") is late


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("12330200419600123K", True),
        ("91330200MA28FHTX0X", True),
        ("913302", False),  # cut off, or another number
        ("91310104MA1FR6E70E", False),
        ("无", False),
    ],
)
def test_codes_in_a_list_of_partners(code: str, wrong: bool, found: Any) -> None:
    rows = f"表3 参与单位\n序号\t单位名称\t统一社会信用代码\t任务分工\n1\t海州大学\t{code}\t理论研究\n附件清单"
    told = [
        one for (kind, _), one in found(("附件清单", rows)).items() if kind == "identifier" and one.status == "invalid"
    ]
    assert bool(told) is wrong


ROWS = "1\t超声探头研制\t云屿医院\t2024年4月17日\t315\n2\t监护仪研制\t海州医院\t2025年2月26日\t208\n"
REFERENCES = "近三年（2023年1月1日以来）具有不少于{}项同类业绩"


@pytest.mark.parametrize(
    ("asked", "rows", "status"),
    [
        (2, ROWS, "met"),
        (3, ROWS, "insufficient"),
        (3, ROWS + "3\t彩超研制\t云屿医院\t2021年5月1日\t120\n", "insufficient"),
        (3, ROWS + "3\t彩超研制\t云屿医院\t2023年5月1日\t120\n", "met"),
        (3, "", "unverifiable"),
    ],
)
def test_references_are_counted(asked: int, rows: str, status: str, found: Any) -> None:
    table = f"（三）同类业绩表\n序号\t项目名称\t委托单位\t合同签订日期\t合同金额（万元）\n{rows}附件清单"
    change = ("附件清单", table if rows else "附件清单")
    name = REFERENCES.format(asked)
    assert found(change, more=f"四、其他条件\n1. 揭榜单位{name}。")["eligibility", f"揭榜单位{name}"].status == status


def test_a_sum_is_no_number_of_references(found: Any) -> None:
    table = f"（三）同类业绩表\n序号\t项目名称\t委托单位\t合同签订日期\t合同金额（万元）\n{ROWS}附件清单"
    findings = found(("附件清单", table), more="四、其他条件\n1. 揭榜单位近三年业绩合同额不低于500万元。")
    assert not [f for (kind, name), f in findings.items() if "业绩" in name and "业绩表" in f.explanation]


def test_the_day_years_before_a_leap_day() -> None:
    assert years_before(date(2028, 2, 29), 3) == date(2025, 2, 28)


@pytest.mark.parametrize(("price", "clash"), [("462", False), ("426", True)])
def test_the_price_and_the_total_of_the_prices(price: str, clash: bool, found: Any) -> None:
    rows = ("序号\t费用名称\t金额（万元）", "1\t控制柜\t168", "2\t激光雷达\t190", "3\t软件\t104", "合计\t\t462")
    table = "\n".join(("三、报价表", *rows, "附件清单"))
    findings = found(("附件清单", table), ("注册地址\t", f"总报价（万元）\t{price}\t注册地址\t"))
    assert (("consistency", "总报价") in findings) is clash


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("截至目前完成的同类项目为1项，用户为海州医院。", "insufficient"),
        ("截至目前完成的同类项目共有四项。", "unverifiable"),
        ("公司为海州医院研制过超声设备。", "unverifiable"),
    ],
)
def test_references_that_words_count(said: str, status: str, found: Any) -> None:
    findings = found(("附件清单", f"三、同类业绩\n{said}\n附件清单"), more=f"四、其他条件\n1. {REFERENCES.format(3)}。")
    (finding,) = [f for (kind, name), f in findings.items() if kind == "eligibility" and "业绩" in name]
    assert finding.status == status


@pytest.mark.parametrize(
    ("guidance", "total", "clash"),
    [
        ("按科目测算，合计等于揭榜报价", "286", True),
        ("按科目测算，合计等于揭榜报价", "276", False),
        ("按科目测算，各科目之和即为揭榜报价", "286", True),
        ("按科目测算，揭榜报价应与各科目合计一致", "286", True),
        ("按科目测算，合计不超过财政补助", "286", False),
    ],
)
def test_the_budget_that_is_the_offer(guidance: str, total: str, clash: bool, tmp_path: Path) -> None:
    call = (
        "一、申报材料\n申报书、营业执照复印件。\n二、申报时间\n请于2026年6月30日前报送。\n"
        "附件\n海上平台揭榜挂帅申报书\n单位名称\t\t联系人\t\n揭榜报价（万元）\t\t电子邮箱\t\n"
        f"一、实施计划\n（按季度列出）\n二、经费测算\n（{guidance}）\n"
    )
    form = (
        "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t联系人\t车远舟\n揭榜报价（万元）\t276\t电子邮箱\tc@e.cn\n"
        "一、实施计划\n2026年第三季度定型，第四季度下水，2027年第一季度海试，第二季度验收。\n"
        f"二、经费测算（单位：万元）\n浮标体 180\n缆绳 40\n海试 56\n合计 {total}\n"
    )
    told = statuses(tmp_path, call, form)
    assert (told.get("揭榜报价（万元）") == "invalid" or "总报价" in told) is clash


def test_the_price_of_one_thing_is_not_the_offer(found: Any) -> None:
    told = "（二）单位概况\n设备报价426万元，由三家厂商给出。\n（三）进度安排"
    findings = found((PLAN, told), ("注册地址\t", "总报价（万元）\t462\t注册地址\t"))
    assert ("consistency", "总报价") not in findings


ADDRESS = "附件2\n云屿市揭榜挂帅项目申报书"


@pytest.mark.parametrize(
    ("label", "there"), [("通讯地址", True), ("办公地址", True), ("网址", False), ("注册资本", False)]
)
def test_one_address_answers_for_another(label: str, there: bool, found: Any) -> None:
    more = "附件3\n云屿市揭榜挂帅项目申报表\n单位地址\t\t单位性质\t\n"
    changed = ("注册地址\t云屿市听涛街21号", f"{label}\t云屿市听涛街21号\t单位性质\t民营")
    assert found(changed, more=more)["form_field", "单位地址"].status == ("met" if there else "unverifiable")


@pytest.mark.parametrize("attached", ["2. 2025年度研发费用专项审计报告"])
def test_an_audit_of_one_thing_shows_no_income(attached: str, found: Any) -> None:
    more = "四、其他材料\n须提交以下材料：（1）主营业务收入证明材料；（2）研发投入证明材料。"
    findings = found(("2. 型式检验报告", attached), more=more)
    assert findings["proof_material", "主营业务收入证明材料"].status != "met"
    assert findings["proof_material", "研发投入证明材料"].status == "met"


def test_a_form_is_no_part_of_an_audit(found: Any) -> None:
    more = "四、其他材料\n须提交以下材料：（1）申报表；（2）2025年度财务审计报告。"
    findings = found(("3. 发明专利证书", "3. 2025年度审计报告"), more=more)
    assert findings["proof_material", "2025年度财务审计报告"].status == "met"


def test_a_common_word_of_a_file_is_not_what_is_asked(found: Any) -> None:
    more = "四、其他材料\n须提交以下材料：（1）联合申报协议；（2）承诺函。"
    changed = (("3. 发明专利证书", "3. 申报材料（本文本）"), ("注册地址\t", "合作单位\t海州大学\t注册地址\t"))
    assert found(*changed, more=more)["proof_material", "联合申报协议"].status != "met"


def test_a_chapter_may_be_the_paper(found: Any) -> None:
    more = "四、其他材料\n须提交以下材料：（1）法定代表人授权委托书；（2）承诺函。"
    letter = "三、法定代表人授权委托书\n兹委托辛白杨为我方代表，办理揭榜事宜。\n附件清单"
    assert found(more=more)["proof_material", "法定代表人授权委托书"].status == "missing"
    assert found(("附件清单", letter), more=more)["proof_material", "法定代表人授权委托书"].status == "met"


def test_a_chapter_may_be_an_audit(found: Any) -> None:
    more = "四、其他材料\n须提交以下材料：（1）牵头单位上年度审计报告；（2）承诺函。"
    audit = "三、牵头单位上年度审计报告（摘要页）\n审计意见为标准无保留意见。\n附件清单"
    assert found(("附件清单", audit), more=more)["proof_material", "牵头单位上年度审计报告"].status == "met"


PERSONS = ("陶一帆\t41\t高工\t负责人", "辛白杨\t36\t工程师\t算法", "褚云\t33\t工程师\t测试")
TEAM = "\n".join(("四、团队", "姓名\t年龄\t职称\t分工", *PERSONS, "附件清单"))


@pytest.mark.parametrize(
    ("condition", "status"),
    [
        ("项目组成员不少于3人", "met"),
        ("项目组成员不少于8人", "insufficient"),
        ("以自然人团队名义申报的，团队成员不少于8人", "unverifiable"),
    ],
)
def test_members_are_counted_in_their_table(condition: str, status: str, found: Any) -> None:
    findings = found(("附件清单", TEAM), more=f"四、其他条件\n1. {condition}。")
    assert findings["eligibility", condition].status == status


def test_the_whole_name_of_a_file_is_a_part_of_what_is_asked(found: Any) -> None:
    more = "四、其他材料\n须提交以下材料：（1）近五年与本需求相关的应用业绩证明；（2）承诺函。"
    name = "近五年与本需求相关的应用业绩证明"
    assert found(("3. 发明专利证书", "3. 业绩"), more=more)["proof_material", name].status == "met"


TERM = (
    "一、申报条件\n（一）{term}\n二、申报时间\n申报截止时间为2026年6月30日。\n"
    "附件\n揭榜方案\n（一）试用与安全安排\n（二）进度安排\n"
)
PLANNED = (
    "揭榜方案\n揭榜单位：海岚深潜装备有限公司\n填报日期：2026年6月22日\n"
    "（一）试用与安全安排\n试用方案2026年6月8日经伦理审查通过，2026年2月走访过8座码头。\n（二）进度安排\n{plan}\n"
)
FROM_CALL = "项目期不超过15个月，从2026年9月1日起算，最迟2027年11月30日结束。"


@pytest.mark.parametrize(
    ("term", "plan", "late"),
    [
        (FROM_CALL, "2026年9月至2027年3月研制；2027年4月至2027年10月海试。", False),
        (FROM_CALL, "2026年9月至2027年3月研制；2027年4月至2027年11月30日海试。", False),
        (FROM_CALL, "2026年9月至2027年3月研制；2027年4月至2027年12月海试。", True),
        (
            "项目期不超过15个月，起始时间为2027年3月1日。",
            "2027年3月至2027年9月研制；2027年10月至2028年5月海试。",
            False,
        ),
        ("项目期不超过15个月，起始时间为2027年3月1日。", "2027年3月至2027年9月研制；2027年10月至2028年9月海试。", True),
        ("项目期不超过15个月。", "2026年9月至2027年3月研制；2027年4月至2027年11月海试。", False),
        ("项目期不超过15个月。", "2026年7月至2027年3月研制；2027年4月至2028年2月海试。", True),
    ],
)
def test_how_long_the_work_takes(term: str, plan: str, late: bool, tmp_path: Path) -> None:
    found = findings(tmp_path, TERM.format(term=term), PLANNED.format(plan=plan))
    told = [f for f in found if f.kind == "deadline" and f.name == "completion" and f.status == "insufficient"]
    assert bool(told) is late
