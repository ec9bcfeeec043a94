"""Conditions on the applicant out of form and text: place, age, founding, people, partners."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.screening.conditions.founded import born_after, required_by
from pipeline.screening.conditions.holdings import issuer_holds
from schemas.evidence import Evidence
from schemas.facts import Passage, Target
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

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


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("2023年12月31日前在云屿市登记注册", date(2023, 12, 31)),
        ("注册时间须在2024年6月30日之前", date(2024, 6, 30)),
        ("注册时间在2025年1月31日（含）之前", date(2025, 1, 31)),
        ("注册成立满2年", date(2024, 6, 5)),
        ("成立时间不少于3年", date(2023, 6, 5)),
        ("揭榜单位为企业的，注册时间应早于2024年1月1日", date(2023, 12, 31)),
        ("企业成立时间不早于2024年1月1日", None),
        ("企业成立日期不晚于2024年1月1日", date(2024, 1, 1)),
        ("在云屿市注册的企业", None),
        ("近3年内无失信行为", None),
        ("截至2026年4月17日登记满两年", date(2024, 4, 17)),
        ("截至2026年3月31日成立满3年", date(2023, 3, 31)),
        ("在海州民政部门登记已满2年", date(2024, 6, 5)),
        ("依法登记不少于三年", date(2023, 6, 5)),
        ("登记时间须满1年", date(2025, 6, 5)),
        ("登记证书有效期不少于3年", None),
        ("2024年度登记备案", None),
        ("在海州登记的企业近2年内无处罚", None),
        ("登记满2个完整会计年度", None),
        ("船舶登记3艘以上", None),
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
        ("出生日期在1969年1月1日（含）以后", date(1969, 1, 1)),
        ("项目负责人出生年月不早于1972年6月", date(1972, 6, 1)),
        ("1970年1月1日（含当日）以后出生", date(1970, 1, 1)),
        ("出生日期不得在1969年1月1日以后", None),
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


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("公司成立于2018年5月，现有职工80人。", "met"),
        ("公司成立于2025年5月，现有职工80人。", "invalid"),
        ("云屿声瞳医疗科技有限公司，成立日期2025年5月6日，注册地云屿市。", "invalid"),
        ("本公司2025年5月登记成立，现有职工80人。", "invalid"),
        ("本公司设立时间：2018年5月。", "met"),
        ("云屿声瞳医疗科技有限公司与海岚大学附属医院，成立日期2025年5月6日。", "met"),
        ("本公司2025年5月成立研发小组。", "met"),
        ("公司旗下子公司成立于2025年5月。", "met"),  # its place says nothing on the day: not judged by another's
    ],
)
def test_founded_in_words(words: str, status: str, found: Any) -> None:
    changes = (("成立时间\t2019年2月", "邮编\t"), ("（二）进度安排", f"（二）单位概况\n{words}\n（三）进度安排"))
    assert found(*changes)["eligibility", REGISTERED].status == status


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("登记机关与成立日期\t海州市市场监管局，2019年2月6日", "met"),
        ("登记机关与成立日期\t海州市市场监管局，2025年5月6日", "invalid"),
        ("团队组建与成果登记日期\t2025年5月6日", "met"),  # by its place alone
    ],
)
def test_founded_beside_another_answer(row: str, status: str, found: Any) -> None:
    assert found(("成立时间\t2019年2月", row))["eligibility", REGISTERED].status == status


def test_signing_up_ends_before_the_work_is_handed_in(found: Any) -> None:
    closes = ("deadline", "application_closes")
    more = "四、报名\n报名截止时间为2026年6月1日，2026年9月5日前提交参赛作品。"
    late = ("填报日期：2026年5月20日", "填报日期：2026年8月20日")
    assert found(late)[closes].status == "invalid"
    assert found(late, more=more)[closes].status == "unverifiable"
    means = "四、时间\n揭榜意向登记：2026年6月1日17:00前发送邮件。\n揭榜材料提交：2026年9月5日前送达。"
    assert found(late, more=means)[closes].status == "unverifiable"


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
        ("联合体成员不超过3家", "①海州大学，12350000426601234X ②海州仪表厂，91350200MA2XY12345", "met"),
        ("联合体成员（含牵头单位）不超过2家", "①海州大学，12350000426601234X ②海州仪表厂", "insufficient"),
        ("联合体成员不超过3家", "", "unverifiable"),
        ("联合体成员不超过3家", "无", "met"),
    ],
)
def test_how_many_apply_together(condition: str, partners: str, status: str, found: Any) -> None:
    named = ("注册地址\t", f"参与单位\t{partners}\t注册地址\t")
    assert found(named, more=f"四、申报条件\n1. {condition}。")["eligibility", condition].status == status


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("联合体成员单位共6家（不含牵头单位）", "insufficient"),
        ("联合体由七家单位组成", "insufficient"),
        ("七家已签联合申报协议", "insufficient"),
        ("除牵头单位外，其余6家成员均在本市注册", "insufficient"),
        ("除牵头单位外，其余2家成员均在本市注册", "unverifiable"),
        ("联合以下6家单位组成联合体，共7家", "insufficient"),
        ("与海州大学组成联合体，共建试验站7座", "met"),
        ("三家已签联合申报协议", "unverifiable"),
        ("与五家已签联合申报协议的企业同业", "unverifiable"),
        ("联合体共六家", "unverifiable"),  # one of them leads, and the condition does not say that she counts
        ("此前牵头的联合体由8家单位组成", "unverifiable"),
        ("联合体成员单位共3家", "unverifiable"),  # it may not be all
        ("本项目由云屿声瞳医疗科技有限公司牵头，与海州大学、海州仪表厂组成联合体", "met"),
        ("与海州大学、海州仪表厂、海州设计院、海州检测院、青屿大学、青屿医院组成联合体", "insufficient"),
        ("本项目由我公司独立申报，不组成联合体", "met"),
        ("本单位具有独立承担民事责任的能力", "unverifiable"),
        ("我单位能够独立申报核心模块，并联合海州大学等6家单位攻关", "unverifiable"),
        ("由我公司牵头，海州大学、海州仪表厂、海州设计院、海州检测院、青屿大学和青屿医院组成联合体", "insufficient"),
        ("曾与海州大学、海州仪表厂、海州设计院、海州检测院、青屿大学、青屿医院组成联合体", "unverifiable"),
    ],
)
def test_how_many_apply_together_in_words(said: str, status: str, found: Any) -> None:
    changed = ("（二）进度安排", f"（二）联合体\n{said}，分工明确。\n（三）进度安排")
    condition = "联合体成员不超过5家"
    assert found(changed, more=f"四、申报条件\n1. {condition}。")["eligibility", condition].status == status


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


@pytest.mark.parametrize(("months", "status"), [("4", "insufficient"), ("8个月", "met"), ("若干", "unverifiable")])
def test_months_of_each_year(months: str, status: str, found: Any) -> None:
    said = "项目负责人每年用于本项目的时间不少于6个月"
    made = found(("注册地址\t", f"每年投入时间（月）\t{months}\t注册地址\t"), more=f"四、其他条件\n{said}。")
    assert made["eligibility", said].status == status


@pytest.mark.parametrize(
    ("label", "told", "status"),
    [
        ("本项目年工作时间", "7个月", "met"),
        ("投入时间", "每年4个月", "insufficient"),
        ("每年工作月数", "玖个月", "met"),
        ("投入时间", "2026年7月", "unverifiable"),
        ("投入时间", "每年约4个月（其余时间负责公司其他产品线）", "insufficient"),
        ("每年投入时间", "每年工作7个月，其余时间在海外", "met"),
        ("投入时间", "4个月（首年），次年起9个月", "unverifiable"),
    ],
)
def test_months_of_each_year_under_other_labels(label: str, told: str, status: str, found: Any) -> None:
    said = "项目负责人每年用于本项目的时间不少于6个月"
    made = found(("注册地址\t", f"{label}\t{told}\t注册地址\t"), more=f"四、其他条件\n{said}。")
    assert made["eligibility", said].status == status


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("负责人每年在本项目上工作8～9个月。", "met"),
        ("负责人每年不少于五个月从事本项目研究。", "insufficient"),
        ("平台每年运行十个月。", "unverifiable"),
        ("团队成员每年投入本项目工作不少于3个月，项目负责人每年投入本项目工作不少于10个月。", "met"),
        ("团队成员每年投入本项目工作不少于3个月。", "unverifiable"),
        ("负责人每年约80个工作日用于本项目（折合4个月），其余时间在海外。", "insufficient"),
        ("样机每年出海约80天（折合3个航次）。", "unverifiable"),
    ],
)
def test_months_of_each_year_in_running_text(words: str, status: str, found: Any) -> None:
    said = "项目负责人每年用于本项目的时间不少于6个月"
    made = found(("附件清单", f"三、其他说明\n{words}\n附件清单"), more=f"四、其他条件\n{said}。")
    assert made["eligibility", said].status == status


@pytest.mark.parametrize(("name", "status"), [("云屿声瞳医疗科技有限公司", "invalid"), ("听澜创新团队", "met")])
def test_a_condition_on_organisations(name: str, status: str, found: Any) -> None:
    said = "企业和社会服务机构须于2016年3月1日前成立"
    changes = (("云屿声瞳医疗科技有限公司", name), ("注册地址\t", "主体类型\t自然人团队\t注册地址\t"))
    assert found(*changes, more=f"四、其他条件\n{said}。")["eligibility", said].status == status


@pytest.mark.parametrize(("number", "status"), [("24", "met"), ("14", "insufficient")])
def test_people_by_what_they_work_on(number: str, status: str, found: Any) -> None:
    findings = found(
        ("注册地址\t", f"超声研发人员（人）\t{number}\t注册地址\t"),
        more="四、申报条件\n1. 从事超声相关工作的研发人员不少于20人。",
    )
    assert findings["eligibility", "从事超声相关工作的研发人员不少于20人"].status == status


@pytest.mark.parametrize(
    ("which", "status", "told"),
    [("（方向一、三）", "insufficient", ""), ("（方向二、三）", "met", "只对方向二、三提出"), ("", "insufficient", "")],
)
def test_conditions_under_the_numbers_of_directions(
    found: Callable[..., dict[tuple[str, str], Finding]], which: str, status: str, told: str
) -> None:
    """赛马类（方向二、三）申报单位须符合: what stands below binds who applies for those alone, but not 两类单位均…."""
    more = (
        f"四、谁可以申报\n（一）赛马类{which}申报单位须符合\n1.上年度营业收入不低于9000万元；\n"
        "2.具有独立法人资格；\n（二）两类申报单位上年度营业收入均不得低于8000万元。"
    )
    findings = found(more=more)
    mine = findings["eligibility", "上年度营业收入不低于9000万元"]
    assert (mine.status, told in mine.explanation) == (status, True)
    assert not any("只对" in f.explanation for (kind, name), f in findings.items() if "8000" in name)


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("项目负责人姓名钱某；出生年月1966年9月；职称工程师", "invalid"),
        ("项目负责人姓名钱某；出生年月1976年9月；职称工程师", "met"),
        ("联系人姓名孙某；出生年月1966年9月；职务经理", "unverifiable"),
    ],
)
def test_the_leaders_birth_in_a_row(row: str, status: str, found: Any) -> None:
    changes = (("出生年月\t1989年1月\t", "邮编\t\t"), ("（二）进度安排", f"（二）人员\n{row}。\n（三）进度安排"))
    findings = found(*changes, more=f"四、其他条件\n1. {BORN}。")
    (one,) = [finding for (kind, _), finding in findings.items() if kind == "eligibility" and "出生" in finding.name]
    assert one.status == status


HOLDS = "发榜方持有揭榜单位股权超过20%的，不得揭榜"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("股东及出资比例：钱某45%；云屿医疗集团有限公司35%；孙某20%", "invalid"),
        ("股东及出资比例：钱某85%；云屿医疗集团有限公司15%", None),
        ("云屿医疗集团有限公司35%的门店已试用", None),
    ],
)
def test_the_calls_own_body_holds_too_much(said: str, status: str | None) -> None:
    evidence = Evidence(text=HOLDS, start=0, end=len(HOLDS))
    target = Target(
        role="eligibility", metric="股权", comparator=">", value=20.0, unit="%", canonical_value=20.0, evidence=evidence
    )
    obligation = Obligation(id="e", kind="eligibility", name=HOLDS, target=target, evidence=evidence)
    place = Evidence(text=said, start=0, end=len(said))
    passage = Passage(text=said, path=(), role=Role.FORM, evidence=place)
    case = SimpleNamespace(
        notice=SimpleNamespace(issuers=("云屿医疗集团有限公司",)), submission=SimpleNamespace(passages=(passage,))
    )
    finding = issuer_holds(case, obligation, target)  # type: ignore[arg-type]
    assert (finding.status if finding is not None else None) == status
