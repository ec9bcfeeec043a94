"""Which attachment answers which proof, alternatives among proofs, proofs asked of some."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.screening.chapters.asks import told_short
from pipeline.screening.proofs.proof_names import likeness, says_nothing
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Material, Obligation

LEAST = 0.5

# name of the proof asked for, the attachment, whether it answers
NAMED = [
    ("2025年度财务报表", "公司2025年度资产负债表、利润表、现金流量表", True),
    ("2025年度财务报表", "2025年度审计报告", True),
    ("2025年度财务报表", "2025年度研发投入专项审计报告", False),
    ("2025年度经审计的财务报告", "2025年度审计报告", True),
    ("经审计的2025年度财务报告", "2025年度财务审计报告", True),
    ("经审计的2025年度财务报告", "2025年度研发费用专项审计报告", False),
    ("上一年度研发投入证明", "2025年度财务报表及研发费用审计报告", True),
    ("上一年度研发投入证明", "2025年度财务报表及主营收入审计报告", False),
    ("样机的第三方检测报告", "上一代样机型式试验报告（第三方）", True),
    ("质量管理或者功能安全认证证书", "IATF 16949符合性证书与ISO 26262流程认证证书", True),
    ("功能安全认证证书", "IATF 16949符合性证书", False),
    ("项目负责人职称证明", "项目负责人高级工程师证", True),
    ("项目负责人职称证明", "某教授推荐信", False),
    ("揭榜负责人职称或学位证书", "揭榜负责人甲某高级农艺师证书", True),  # titles of other series
    ("揭榜负责人职称或学位证书", "某会计师事务所审计报告", False),
    ("法定代表人身份证", "单位负责人身份证", True),
    ("法定代表人身份证", "项目负责人身份证", False),
    ("依托工程单位出具的同意函", "港务局关于同意作为依托工程的函", True),
    ("依托工程单位出具的同意函", "港务局关于报送年度计划的函", False),
    ("场景所有方出具的合作意向书", "与某电机厂签订的合作意向书", True),
    ("海域管理单位同意函", "海州港务局、海州海事局同意函，2026年3月出具", True),
    ("标本收藏管理单位同意函", "海州博物馆同意函", True),
    ("锚地使用方应用意向书", "海州渔港应用意向书", True),
    ("海域管理单位同意函", "海州港务局推荐函", False),
    ("海域管理单位同意函", "海州港务局批复", False),
    ("场景所有方出具的合作意向书", "与某电机厂签订的购销合同", False),
    ("单位依法设立的相关注册登记证件", "章程等注册登记证件", True),
    ("法人证照复印件", "企业营业执照", True),
    ("项目负责人职称、学历证明", "某某研究员任职资格证书", True),
    ("项目负责人职称证书", "某某博士学位证书", False),
    ("负责人相关工作经历证明", "某某在职证明", True),
    ("示范基地落实证明", "某乡出具的示范地块证明", True),
    ("性能测试脚本", "性能测试报告", False),
    ("性能测试脚本", "性能测试脚本bench.py", True),
    ("相关证明材料", "厂区平面图", True),  # whatever is attached
    ("资格证明文件", "厂区平面图", True),  # the list itself
    ("场地产权证明或租赁合同", "不动产权证书（云屿不动产权第000000号）", True),
    ("场地产权证明或租赁合同", "厂房租用协议", True),
    ("场地产权证明或租赁合同", "设备租金发票", False),
    ("试验设备清单", "仪器设备台账", True),
    ("海试场地证明（港务单位出具的同意提供锚泊水域的函，盖公章）", "海州港同意提供3号锚泊水域的函", True),
    ("海试场地证明（港务单位出具的同意提供锚泊水域的函，盖公章）", "海州港航道维护函件", False),
    ("专利证书及有效性证明", "发明专利证书、年费缴纳凭证", True),
    ("课题负责人主持过省部级以上课题的证明", "甲某主持省科技课题的任务书封面", True),
    ("课题负责人主持过省部级以上课题的证明", "甲某学位证书", False),
    ("近五年主持项目证明", "省科技计划任务书（首页）", True),
    ("近五年主持项目证明", "近五年用户评价", False),
    ("自筹资金证明", "银行存款证明", True),
    ("项目负责人身份证明", "辛白杨身份证复印件", True),
    ("项目负责人身份证明", "辛白杨学历证书复印件", False),
    ("任务负责人身份证明及社保缴纳记录", "辛白杨身份证复印件；2026年4月至6月社保缴纳记录", True),
    ("渔场出具的试用意向函", "海岚渔场试用意向函", True),
    ("需求方出资证明", "某某集团出资银行回单", True),
    ("上年度财务报表", "2025年度决算报表", True),
    ("示范工程应用单位意见", "河务局应用意见", True),
    ("示范工程应用单位意见", "河务局中标通知", False),
    ("专利证书及有效性证明", "发明专利证书", False),
    ("省级以上查新机构出具的科技查新报告", "查新报告（科技查新，2026年）", True),
    ("省级以上查新机构出具的科技查新报告", "省级以上机构出具的检测报告", False),
    ("项目负责人在职证明（2026年社保缴纳证明或聘用合同）", "辛白杨2026年4月社保缴纳证明", True),  # an example of a year
    ("项目负责人在职证明（2026年社保缴纳证明或聘用合同）", "辛白杨社保缴纳证明", True),
    ("项目负责人在职证明（2026年社保缴纳证明或聘用合同）", "辛白杨2023年4月社保缴纳证明", False),
    ("项目负责人在职证明（2026年社保缴纳证明或聘用合同）", "辛白杨2024年1月至2026年3月社保缴纳证明", True),
    ("项目负责人在职证明（2026年度参保证明或聘用合同）", "辛白杨2026年5月参保证明", True),
    ("项目负责人在职证明（2026年社保缴纳证明或聘用合同）", "辛白杨2026年4月查体证明", False),
]


@pytest.mark.parametrize(("asked", "given", "answers"), NAMED)
def test_names_of_proofs(
    asked: str, given: str, answers: bool, found: Callable[..., dict[tuple[str, str], Finding]]
) -> None:
    more = f"四、其他材料\n请另附以下材料：1.{asked}；2.营业执照。\n"
    findings = found(("3. 发明专利证书", f"3. {given}"), more=more)
    name = asked.partition("（")[0]
    assert (findings["proof_material", name].status == "met") is answers


@pytest.mark.parametrize(
    ("name", "nothing"),
    [("相关证明材料", True), ("（四）证明材料", True), ("4.证明材料", True), ("（四）场地证明材料", False)],
)
def test_names_that_say_nothing(name: str, nothing: bool) -> None:
    assert says_nothing(name) is nothing


@pytest.mark.parametrize(
    ("partners", "status"), [("海州大学", "missing"), ("无", "met"), ("", "unverifiable"), ("如实填写", "unverifiable")]
)
def test_an_agreement_is_asked_of_those_with_partners(partners: str, status: str, found: Any) -> None:
    named = ("注册地址\t", f"参与单位\t{partners}\t注册地址\t")
    more = "四、其他材料\n另须提交以下材料：（1）承诺函；（2）联合申报的，提供联合申报协议。"
    assert found(named, more=more)["proof_material", "联合申报协议"].status == status
    more = "四、其他材料\n另须提交以下材料：（1）承诺函；（2）联合申报协议（如有）。"
    assert found(named, more=more)["proof_material", "联合申报协议"].status == status


def test_the_name_of_a_paper_tells_before_its_bracket(found: Any) -> None:
    more = "四、其他材料\n请另附以下材料：\n1.知识产权或前期成果证明；\n2.各方签署的联合攻关协议；\n3.检测报告。\n"
    listed = "3. 样机试用证明\n4. 联合攻关协议（含任务分工、前期成果和知识产权归属）"
    named = ("注册地址\t", "参与单位\t海州大学\t注册地址\t")
    findings = found(named, ("3. 发明专利证书", listed), more=more)
    assert findings["proof_material", "各方签署的联合攻关协议"].status == "met"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("案例一：某厂应用。", (1, 2)),
        ("案例1：某厂应用。案例2：另一厂应用。", None),
        ("共完成案例3个，均已验收。", None),
        ("案例一般持续半年。", None),
        ("为某厂和另一厂提供服务。", None),  # not numbered: nobody can say
    ],
)
def test_fewer_cases_than_the_guidance_asks_for(text: str, short: tuple[int, int] | None) -> None:
    told = told_short("（不少于2个已完成的服务案例。）", text)
    assert (told and told[1:]) == short


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("第一，提出一步分离方法。第二，提出软测量方法。", ("创新点", 2, 3)),
        ("一是耦合方法；二是软测量；三是滚动优化。", None),
        ("（1）耦合方法。（2）软测量。", ("创新点", 2, 3)),
        ("方法先进，市场占有率全国第一，具备条件。", None),
        ("提出一步分离方法和软测量方法。", None),  # not numbered: nobody can count them
    ],
)
def test_fewer_points_than_asked_for(text: str, short: tuple[str, int, int] | None) -> None:
    assert told_short("归纳不少于3项创新点。", text) == short


@pytest.mark.parametrize(("given", "there"), [("全体成员名册", True), ("渔船证书", True), ("厂区平面图", False)])
def test_one_of_a_list_behind_a_name(given: str, there: bool, found: Any) -> None:
    more = "四、其他材料\n请另附以下材料：\n1.资格证明：海域使用证、渔船证书，或全体成员名册；\n2.检测报告。\n"
    finding = found(("3. 发明专利证书", f"3. {given}"), more=more)["proof_material", "资格证明"]
    assert finding.status == ("met" if there else "unverifiable")


@pytest.mark.parametrize(
    ("asked", "given", "status"),
    [
        ("同类业绩合同（不少于2份）", "同类业绩合同：港口超声系统合同1份", "insufficient"),
        ("同类业绩合同（不少于2份）", "同类业绩合同两份（第3页起）", "met"),
        ("同类业绩合同（不少于2份）", "同类业绩合同（见业绩清单）", "met"),  # says no number
        ("同类业绩合同", "同类业绩合同1份", "met"),
        ("同类业绩合同，2023年1月1日以后签订，不少于2份", "同类业绩合同1份", "insufficient"),
        (
            "同类业绩合同，2023年1月1日以后签订，不少于2份",
            "同类业绩合同2份（甲港合同，2022年4月18日签订；乙港合同，2024年10月22日签订）",
            "insufficient",
        ),
        (
            "同类业绩合同，2023年1月1日以后签订，不少于2份",
            "同类业绩合同2份（甲港合同，2023年4月18日签订；乙港合同，2024年10月22日签订）",
            "met",
        ),
        (
            "同类业绩合同，2023年1月1日以后签订，不少于2份",
            "同类业绩合同2份：①甲港合同，2022年4月18日签订；②乙港合同，2024年10月22日签订",
            "insufficient",
        ),
        (
            "同类业绩合同，有效期须至2028年5月31日或以后",
            "同类业绩合同，协议期限自2026年1月1日起至2026年12月31日止",
            "insufficient",
        ),
        (
            "同类业绩合同，有效期须至2028年5月31日或以后",
            "同类业绩合同，协议期限自2026年1月1日起至2028年12月31日止",
            "met",
        ),
        ("同类业绩合同", "同类业绩合同，协议期限自2026年1月1日起至2026年12月31日止", "met"),
    ],
)
def test_how_many_of_a_proof(asked: str, given: str, status: str, found: Any) -> None:
    more = f"四、其他材料\n请另附以下材料：1.{asked}；2.营业执照。\n"
    findings = found(("3. 发明专利证书", f"3. {given}"), more=more)
    assert findings["proof_material", "同类业绩合同"].status == status


@pytest.mark.parametrize(
    ("asked", "chapter", "status"),
    [
        ("项目总结报告", "二、项目总结报告", "met"),
        ("项目总结报告", "二、项目方案", "missing"),
        ("项目总结报告（按附件3提纲编写）", "二、项目方案", "unverifiable"),  # its chapters are judged one by one
    ],
)
def test_a_report_that_is_a_chapter(asked: str, chapter: str, status: str, found: Any) -> None:
    more = f"四、其他材料\n请另附以下材料：1.{asked}；2.营业执照。\n"
    findings = found(("二、项目方案", chapter), more=more)
    assert findings["proof_material", "项目总结报告"].status == status


@pytest.mark.parametrize(
    ("remark", "given", "answers"),
    [
        ("开户银行出具的存款证明或授信证明，额度不低于自筹经费", "授信证明，额度800万元", True),
        ("开户银行出具的存款证明，额度不低于自筹经费", "授信证明，额度800万元", False),
        ("复印件，加盖公章", "授信证明复印件", False),
        (None, "授信证明，额度800万元", False),
    ],
)
def test_papers_that_the_column_of_requirements_names(remark: str | None, given: str, answers: bool) -> None:
    where = Evidence(text="自筹资金证明", start=0, end=6)
    material = Material(name="自筹资金证明", kind="proof", remark=remark, evidence=where)
    asked = Obligation(id="p", kind="proof_material", name=material.name, material=material, evidence=where)
    case: Any = SimpleNamespace(matcher=SimpleNamespace(similarity=lambda one, other: 0.0))
    assert (likeness(case, asked, given) > LEAST) is answers


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ("自筹资金证明：我公司出资400万元证明、蓝湾公司出资300万元证明", "met"),
        ("自筹资金证明：我公司出资400万元证明、蓝湾公司出资200万元证明", "insufficient"),
    ],
)
def test_own_money_shown_by_several(given: str, status: str, found: Any) -> None:
    funds = "三、经费预算\n项目总投入1000万元，其中申请财政资金300万元，企业自筹700万元。\n附件清单"
    more = "四、其他材料\n请另附以下材料：1.自筹资金证明；2.营业执照。\n"
    findings = found(("附件清单", funds), ("3. 发明专利证书", f"3. {given}"), more=more)
    assert findings["proof_material", "自筹资金证明"].status == status


@pytest.mark.parametrize(
    ("kind", "given", "answers"),
    [
        ("institute", "2025年度财务决算报表", True),
        ("company", "2025年度财务决算报表", False),
        ("institute", "2025年度工作总结", False),
    ],
)
def test_what_others_than_companies_hand_in(kind: str, given: str, answers: bool) -> None:
    words = "2025年度审计报告（高等院校、科研院所提供财务决算报表）"
    asked = Obligation(
        id="p", kind="proof_material", name="2025年度审计报告", evidence=Evidence(text=words, start=0, end=len(words))
    )
    applicant = SimpleNamespace(kind=kind)
    case: Any = SimpleNamespace(
        matcher=SimpleNamespace(similarity=lambda *_: 0.0), submission=SimpleNamespace(applicant=applicant)
    )
    assert (likeness(case, asked, given) >= 0.5) is answers
