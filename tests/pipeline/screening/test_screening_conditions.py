"""Conditions on the applicant out of form and text, alternatives among proofs, directions named without a box."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from pipeline.screening.answers.asks import cases_short
from pipeline.screening.answers.labels import canonical
from pipeline.screening.applicant.direction_limit import limit
from pipeline.screening.applicant.founded import born_after, required_by
from schemas.finding import Finding

REGISTERED = "揭榜单位应当是2023年12月31日前在云屿市登记注册"
INCOME = "揭榜单位上年度营业收入不低于2000万元"
SHARE = "研发费用占营业收入的比例不低于5%"
AGE = "项目负责人年龄不超过58周岁"
PROOF = "医疗器械注册证或者型式检验报告"
CASES: list[tuple[tuple[str, str], tuple[str, str] | None, str]] = [
    (("eligibility", REGISTERED), None, "met"),
    (("eligibility", REGISTERED), ("2019年2月", "2024年2月"), "invalid"),
    (("eligibility", REGISTERED), ("云屿市听涛街", "江苏省苏州市听涛街"), "invalid"),
    (("eligibility", INCOME), None, "met"),
    (("eligibility", INCOME), ("6600", "1600"), "insufficient"),
    (("eligibility", SHARE), None, "met"),
    (("eligibility", SHARE), ("520", "220"), "insufficient"),
    (("eligibility", AGE), None, "met"),
    (("eligibility", AGE), ("1989年1月", "1961年1月"), "insufficient"),
    (("proof_material", PROOF), None, "met"),
    (("proof_material", PROOF), ("2. 型式检验报告\n", ""), "missing"),
    (("proof_material", "相关成果证明"), None, "met"),
    (("proof_material", "相关成果证明"), ("3. 发明专利证书", "3. 厂区平面图"), "missing"),
    (("numeric_target", "力反馈分辨率"), None, "met"),
    (("numeric_target", "力反馈分辨率"), ("0.08N", "0.3N"), "insufficient"),
    (("form_field", "股票代码（若为上市公司请填写）"), None, "met"),
    (("form_field", "传真（选填）"), None, "met"),
    (("identifier", "联系人及电话"), None, "met"),
    (("identifier", "联系人及电话"), ("辛白杨 0599-5000123", "辛白杨"), "invalid"),
    (("section", "进度安排"), None, "met"),
    (("direction", "揭榜方向"), None, "met"),
    (("direction", "揭榜方向"), ("便携式彩色超声诊断设备研制", "医疗设备研制"), "missing"),
    (("deadline", "application_closes"), None, "met"),
]


# name of the proof asked for, the attachment, whether it answers
NAMED = [
    ("2025年度财务报表", "公司2025年度资产负债表、利润表、现金流量表", True),
    ("2025年度财务报表", "2025年度审计报告", True),
    ("2025年度财务报表", "2025年度研发投入专项审计报告", False),
    ("项目负责人职称证明", "项目负责人高级工程师证", True),
    ("项目负责人职称证明", "某教授推荐信", False),
    ("法定代表人身份证", "单位负责人身份证", True),
    ("法定代表人身份证", "项目负责人身份证", False),
    ("场景所有方出具的合作意向书", "与某电机厂签订的合作意向书", True),
    ("场景所有方出具的合作意向书", "与某电机厂签订的购销合同", False),
    ("法人证照复印件", "企业营业执照", True),
    ("项目负责人职称、学历证明", "某某研究员任职资格证书", True),
    ("项目负责人职称证书", "某某博士学位证书", False),
    ("负责人相关工作经历证明", "某某在职证明", True),
    ("示范基地落实证明", "某乡出具的示范地块证明", True),
    ("相关证明材料", "厂区平面图", True),  # whatever is attached
    ("场地产权证明或租赁合同", "不动产权证书（云屿不动产权第000000号）", True),
    ("场地产权证明或租赁合同", "厂房租用协议", True),
    ("场地产权证明或租赁合同", "设备租金发票", False),
    ("试验设备清单", "仪器设备台账", True),
    ("专利证书及有效性证明", "发明专利证书、年费缴纳凭证", True),
    ("课题负责人主持过省部级以上课题的证明", "甲某主持省科技课题的任务书封面", True),
    ("课题负责人主持过省部级以上课题的证明", "甲某学位证书", False),
    ("近五年主持项目证明", "省科技计划任务书（首页）", True),
    ("近五年主持项目证明", "近五年用户评价", False),
    ("自筹资金证明", "银行存款证明", True),
    ("需求方出资证明", "某某集团出资银行回单", True),
    ("上年度财务报表", "2025年度决算报表", True),
    ("示范工程应用单位意见", "河务局应用意见", True),
    ("示范工程应用单位意见", "河务局中标通知", False),
    ("专利证书及有效性证明", "发明专利证书", False),
    ("省级以上查新机构出具的科技查新报告", "查新报告（科技查新，2026年）", True),
    ("省级以上查新机构出具的科技查新报告", "省级以上机构出具的检测报告", False),
]


@pytest.mark.parametrize(("asked", "given", "answers"), NAMED)
def test_names_of_proofs(
    asked: str, given: str, answers: bool, found: Callable[..., dict[tuple[str, str], Finding]]
) -> None:
    more = f"四、其他材料\n请另附以下材料：1.{asked}；2.营业执照。\n"
    findings = found(("3. 发明专利证书", f"3. {given}"), more=more)
    assert (findings["proof_material", asked].status == "met") is answers


ADMITTED = [
    ("申报单位须为企业。", "云屿理工大学", {"申报单位须为企业": "invalid"}),
    ("申报单位须为企业或高校。", "云屿理工大学", {}),
    ("申报单位须为企业等单位。", "云屿理工大学", {}),
    ("申报单位须为企业。", "云屿声瞳器械有限公司", {}),
]


@pytest.mark.parametrize(("more", "name", "wanted"), ADMITTED)
def test_kind_of_organisation(more: str, name: str, wanted: dict[str, str], found: Any) -> None:
    made = found(("云屿声瞳医疗科技有限公司", name), more=f"四、其他条件\n{more}")
    refused = {f.name: f.status for f in made.values() if f.kind == "eligibility" and f.status == "invalid"}
    assert refused == wanted


@pytest.mark.parametrize(("key", "change", "status"), CASES, ids=[f"{c[0][1][:12]} {c[2]}" for c in CASES])
def test_finding(key: tuple[str, str], change: tuple[str, str] | None, status: str, found: Any) -> None:
    assert found(*([change] if change else []))[key].status == status


def test_two_directions_where_the_notice_allows_two(found: Any) -> None:
    ticked = ("二、项目方案", "申报方向：☑方向1：便携式彩色超声诊断设备 ☑方向2：连续血糖监测系统\n二、项目方案")
    key = ("direction", "揭榜方向")
    assert found(ticked)[key].status == "invalid"
    assert found(ticked, more="每家单位可以申报多个方向。")[key].status == "met"
    assert found(ticked, more="每家单位最多选择2个方向。")[key].status == "met"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("2023年12月31日前在云屿市登记注册", date(2023, 12, 31)),
        ("注册时间须在2024年6月30日之前", date(2024, 6, 30)),
        ("注册成立满2年", date(2024, 6, 5)),
        ("成立时间不少于3年", date(2023, 6, 5)),
        ("揭榜单位为企业的，注册时间应早于2024年1月1日", date(2023, 12, 31)),
        ("企业成立时间不早于2024年1月1日", None),
        ("企业成立日期不晚于2024年1月1日", date(2024, 1, 1)),
        ("在云屿市注册的企业", None),
        ("近3年内无失信行为", None),
    ],
)
def test_founded_by(condition: str, expected: date | None) -> None:
    assert required_by(condition, date(2026, 6, 5)) == expected


BORN = "项目负责人应为1970年1月1日（含）以后出生"


@pytest.mark.parametrize(
    ("condition", "first"),
    [
        (BORN, date(1970, 1, 1)),
        ("负责人须1985年3月后出生", date(1985, 3, 1)),
        ("1985年2月31日以后出生", None),
        ("1985年以后成立", None),
    ],
)
def test_born_after(condition: str, first: date | None) -> None:
    assert born_after(condition) == first


@pytest.mark.parametrize(
    ("birth", "status"),
    [("1989年1月", "met"), ("1969年12月", "invalid"), ("1970.1", "met"), ("见附件", "unverifiable")],
)
def test_the_leaders_birth(birth: str, status: str, found: Callable[..., dict[tuple[str, str], Finding]]) -> None:
    findings = found(("1989年1月", birth), more=f"四、其他条件\n1. {BORN}。")
    (one,) = [finding for (kind, _), finding in findings.items() if kind == "eligibility" and "出生" in finding.name]
    assert one.status == status


FUNDS = "三、经费预算\n项目总投入1000万元，其中申请财政资金{public}万元，企业自筹{own}万元。\n附件清单"


NO_FIELD = ("联系人及电话\t辛白杨 0599-5000123\t", "")
EMPTY_FIELD = ("辛白杨 0599-5000123", "")


@pytest.mark.parametrize(
    ("form", "words", "field", "number"),
    [
        (NO_FIELD, "联系人辛白杨，电话0599-5000123，邮箱xin@shengtong.example。", "met", None),
        (NO_FIELD, "联系人辛白杨，电话0599-500。", "met", "invalid"),
        (NO_FIELD, "联系人辛白杨，电话+1-650-253-0000。", "met", None),
        (NO_FIELD, "合作单位联系人辛白杨，电话0599-5000123。", "missing", None),
        (EMPTY_FIELD, "联系人辛白杨，电话0599-5000123。", "missing", None),
    ],
)
def test_contacts_in_sentences(
    form: tuple[str, str], words: str, field: str, number: str | None, found: Callable[..., Any]
) -> None:
    findings = found(form, ("（二）进度安排", f"（二）联系方式\n{words}\n（三）进度安排"))
    assert findings["form_field", "联系人及电话"].status == field
    assert (findings["identifier", "联系电话"].status if number else None) == number


@pytest.mark.parametrize(
    ("condition", "public", "own", "status"),
    [
        ("自筹经费与财政经费的比例不低于2:1", 300, 700, "met"),
        ("自筹经费与财政经费的比例不低于2:1", 400, 600, "insufficient"),
        ("自筹资金不低于申请财政资金的2倍", 400, 600, "insufficient"),
        ("申请财政资金不超过项目总投资的30%", 300, 700, "met"),
        ("申请财政资金不超过项目总投资的30%", 400, 600, "insufficient"),
        ("自筹资金占总投入的比例不低于60%", 500, 500, "insufficient"),
        ("研发人员占职工总数的比例不低于60%", 500, 500, "unverifiable"),
    ],
)
def test_how_the_work_is_paid_for(condition: str, public: int, own: int, status: str, found: Any) -> None:
    money = ("附件清单", FUNDS.format(public=public, own=own))
    findings = found(money, more=f"四、申报条件\n1. {condition}。")
    assert findings["eligibility", condition].status == status


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("公司成立于2018年5月，现有职工80人。", "met"),
        ("公司成立于2025年5月，现有职工80人。", "invalid"),
        ("公司旗下子公司成立于2025年5月。", "met"),  # its place says nothing on the day: not judged by another's
    ],
)
def test_founded_in_words(words: str, status: str, found: Any) -> None:
    changes = (("成立时间\t2019年2月", "邮编\t"), ("（二）进度安排", f"（二）单位概况\n{words}\n（三）进度安排"))
    assert found(*changes)["eligibility", REGISTERED].status == status


def test_signing_up_ends_before_the_work_is_handed_in(found: Any) -> None:
    closes = ("deadline", "application_closes")
    more = "四、报名\n报名截止时间为2026年6月1日，2026年9月5日前提交参赛作品。"
    late = ("填报日期：2026年5月20日", "填报日期：2026年8月20日")
    assert found(late)[closes].status == "invalid"
    assert found(late, more=more)[closes].status == "unverifiable"


@pytest.mark.parametrize(
    ("condition", "partners", "status"),
    [
        ("联合体成员不超过3家", "海州大学、海州仪表厂", "met"),
        ("联合体成员不超过3家", "海州大学、海州仪表厂、海州设计院、海州检测院", "insufficient"),
        (
            "联合体成员不超过3家",
            "海州大学、海州仪表厂、海州设计院",
            "met",
        ),  # the notice does not say that the leader counts
        ("联合体成员（含牵头单位）不超过3家", "海州大学、海州仪表厂、海州设计院", "insufficient"),
        ("联合体成员（含牵头单位）不超过3家", "云屿声瞳医疗科技有限公司、海州大学、海州仪表厂", "met"),
        ("联合体成员（不含牵头单位）不超过3家", "海州大学、海州仪表厂、海州设计院", "met"),
        ("联合体成员（不含牵头单位）不超过2家", "海州大学、海州仪表厂、海州设计院", "insufficient"),
        ("参与单位不超过3家", "海州大学、海州仪表厂、海州设计院", "met"),
        ("联合体成员不超过2家", "海州大学（负责算法研究，承担仿真验证）、海州仪表厂", "met"),
        ("联合体成员不超过3家", "", "unverifiable"),
        ("联合体成员不超过3家", "无", "met"),
    ],
)
def test_how_many_apply_together(condition: str, partners: str, status: str, found: Any) -> None:
    named = ("注册地址\t", f"参与单位\t{partners}\t注册地址\t")
    assert found(named, more=f"四、申报条件\n1. {condition}。")["eligibility", condition].status == status


PRICE = "揭榜报价不得超过榜额上限"


@pytest.mark.parametrize(
    ("price", "status"),
    [("1280万元", "insufficient"), ("1,200万元", "met"), ("0.12亿元", "met"), ("面议", "unverifiable")],
)
def test_the_price_against_what_is_paid(price: str, status: str, found: Any) -> None:
    offered = ("二、项目方案", f"我方揭榜报价为人民币{price}。\n二、项目方案")
    findings = found(offered, more=f"四、申报条件\n1. {PRICE}。\n五、经费支持\n榜额上限1200万元。")
    assert findings["eligibility", PRICE].status == status


INVESTED = "项目设备投入不低于500万元"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("项目设备投入458万元。", "insufficient"),
        ("项目设备投入558万元。", "met"),
        ("项目设备投入258万元，二期项目设备投入300万元。", "unverifiable"),
        ("项目软件投入458万元。", "unverifiable"),
    ],
)
def test_a_sum_in_running_text(words: str, status: str, found: Any) -> None:
    told = ("（二）进度安排", f"（二）项目概况\n{words}\n（三）进度安排")
    findings = found(told, more=f"四、申报条件\n1. {INVESTED}。")
    assert findings["eligibility", INVESTED].status == status


BOX = "申报方向\t{}方向1：便携式彩色超声诊断设备 {}方向2：连续血糖监测系统"


@pytest.mark.parametrize(
    ("partners", "status"), [("海州大学", "missing"), ("无", "met"), ("", "unverifiable"), ("如实填写", "unverifiable")]
)
def test_an_agreement_is_asked_of_those_with_partners(partners: str, status: str, found: Any) -> None:
    named = ("注册地址\t", f"参与单位\t{partners}\t注册地址\t")
    more = "四、其他材料\n另须提交以下材料：（1）承诺函；（2）联合申报的，提供联合申报协议。"
    assert found(named, more=more)["proof_material", "联合申报协议"].status == status
    more = "四、其他材料\n另须提交以下材料：（1）承诺函；（2）联合申报协议（如有）。"
    assert found(named, more=more)["proof_material", "联合申报协议"].status == status


@pytest.mark.parametrize(
    ("condition", "boxes", "status"),
    [
        ("每个申报单位限选1个方向", "☑□", "met"),
        ("每个申报单位限选1个方向", "☑☑", "invalid"),
        ("每个单位只能申报一个方向", "□☑", "met"),
        ("同一申报单位最多申报2个方向", "☑☑", "met"),
        ("揭榜单位以1个方向为限", "□☑", "met"),
        ("每个单位限报1个项目", "☑□", "unverifiable"),  # another application may be for the second
    ],
)
def test_how_many_directions_are_chosen(condition: str, boxes: str, status: str, found: Any) -> None:
    ticked = ("注册地址\t", f"{BOX.format(*boxes)}\n注册地址\t")
    assert found(ticked, more=f"四、申报条件\n1. {condition}。")["eligibility", condition].status == status


@pytest.mark.parametrize("condition", ["联合体不超过3个任务承担单位", "每个方向不超过5个任务节点"])
def test_no_limit_on_directions(condition: str) -> None:
    assert limit(condition) is None


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("团队人数\t12人", "insufficient"),
        ("团队人数\t6人", "met"),
        ("团队成员\t钱某、孙某、李某", "met"),
        ("团队名称\t星火队2026", "unverifiable"),
    ],
)
def test_how_many_a_team_has(words: str, status: str, found: Any) -> None:
    findings = found(("注册地址\t", f"{words}\t注册地址\t"), more="四、申报条件\n1. 每个团队不超过10人。")
    assert findings["eligibility", "每个团队不超过10人"].status == status


STAFF = "专职人员不少于20人，其中高级职称人员占比不低于20%。"


@pytest.mark.parametrize(("senior", "status"), [("9", "met"), ("4", "insufficient")])
def test_a_share_of_the_people_counted_before(
    senior: str, status: str, found: Callable[..., dict[tuple[str, str], Finding]]
) -> None:
    people = f"出生年月\t1989年1月\t注册地址\t云屿市听涛街21号\n专职人员总数（人）\t30\t其中高级职称（人）\t{senior}"
    more = f"四、其他条件\n揭榜单位还应具备下列条件：\n1. {STAFF}\n"
    findings = found(("出生年月\t1989年1月\t注册地址\t云屿市听涛街21号", people), more=more)
    share = [f.status for (kind, name), f in findings.items() if kind == "eligibility" and "占比" in name]
    assert share == [status]


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
    assert cases_short("（不少于2个已完成的服务案例。）", text) == short


@pytest.mark.parametrize(("given", "status"), [("全体成员名册", "met"), ("渔船证书", "met"), ("厂区平面图", "missing")])
def test_one_of_a_list_behind_a_name(given: str, status: str, found: Any) -> None:
    more = "四、其他材料\n请另附以下材料：\n1.资格证明：海域使用证、渔船证书，或全体成员名册；\n2.检测报告。\n"
    assert found(("3. 发明专利证书", f"3. {given}"), more=more)["proof_material", "资格证明"].status == status


@pytest.mark.parametrize(("months", "status"), [("4", "insufficient"), ("8个月", "met"), ("若干", "unverifiable")])
def test_months_of_each_year(months: str, status: str, found: Any) -> None:
    said = "项目负责人每年用于本项目的时间不少于6个月"
    made = found(("注册地址\t", f"每年投入时间（月）\t{months}\t注册地址\t"), more=f"四、其他条件\n{said}。")
    assert made["eligibility", said].status == status


@pytest.mark.parametrize(("name", "status"), [("云屿声瞳医疗科技有限公司", "invalid"), ("听澜创新团队", "met")])
def test_a_condition_on_organisations(name: str, status: str, found: Any) -> None:
    said = "企业和社会服务机构须于2016年3月1日前成立"
    changes = (("云屿声瞳医疗科技有限公司", name), ("注册地址\t", "主体类型\t自然人团队\t注册地址\t"))
    assert found(*changes, more=f"四、其他条件\n{said}。")["eligibility", said].status == status


@pytest.mark.parametrize("label", ["揭榜方名称", "申报单位名称", "牵头企业全称"])
def test_labels_of_the_applicants_name(label: str) -> None:
    assert canonical(label) == "单位名称"
