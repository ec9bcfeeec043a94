"""The applicant and its people, out of the form, the head and running text; an application in one piece."""

import pytest
from documents import document
from extracted import COVER, FORM, parts

from extractors.application.applicant import find_applicant, find_filed_on, find_people, find_project
from extractors.application.attachments import find_attachments
from extractors.forms.forms import find_fields
from pipeline.records.submission import build_submission
from pipeline.structure import structure


def test_applicant_and_people() -> None:
    words = (
        COVER
        + FORM
        + (
            "单位名称 | 海州仪器有限公司 | 统一社会信用代码 | 91330200MA00000000\n"
            "单位地址 | 某省某市某路1号 | 法定代表人 | 李某\n"
            "负责人 | 姓名 | 钱某 | 电话 | 0574-00000000\n负责人 | 手机 | 13900000000 | 传真 | 0574-00000009\n"
            "联系人 | 孙某 | 电子邮箱 | sun@example.cn\n项目名称 | 远程雷达\n"
        )
    )
    fields = find_fields(*parts(words))
    applicant = find_applicant(fields)
    assert applicant.name == "海州仪器有限公司"
    assert applicant.credit_code == "91330200MA00000000"
    assert applicant.address == "某省某市某路1号"
    assert applicant.legal_representative == "李某"
    assert find_project(fields) == "远程雷达"
    assert find_filed_on(fields) == "2026-03-09"
    head, contact = find_people(fields)
    assert (head.person, head.phones, head.emails) == ("钱某", ("0574-00000000", "13900000000"), ())
    assert (contact.person, contact.role, contact.emails) == ("孙某", "联系人", ("sun@example.cn",))


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("应征单位全称", "海州仪器有限公司（牵头）"),
        ("竞榜单位", "海州仪器有限公司（联合体牵头方）"),
        ("承揽方名称", "海州仪器有限公司"),
        ("投榜企业", "海州仪器有限公司"),
    ],
)
def test_names_of_who_applies(label: str, value: str) -> None:
    fields = find_fields(*parts(COVER + FORM + f"{label} | {value} | 法定代表人 | 李某\n"))
    assert find_applicant(fields).name == "海州仪器有限公司"


WHOLE = (
    "海洋装备揭榜挂帅\n项目申报书\n\n榜单编号：JB-03\n\n榜单名称：岸基雷达\n\n牵头单位：海州仪器有限公司（公章）\n\n"
    "填报日期：2026年3月9日\n\n"
    "一、基本情况\n\n牵头单位 | 单位名称 | 海州仪器有限公司 | 法定代表人 | 李某\n"
    "牵头单位 | 注册地址 | 某省某市某路1号 | 联系电话 | 0574-00000000\n\n"
    "二、考核指标\n\n雷达探测距离不低于300公里，较2024年提升2倍以上。\n\n三、附件清单\n\n"
    "1.营业执照复印件；\n\n2.审计报告。\n\n"
    "四、申报单位承诺\n\n本单位承诺所提交材料真实可靠，按期完成任务，如有失实愿意承担责任。\n\n"
    "法定代表人（签字）：李某某\n\n2026年3月9日\n"
)


def test_application_in_one_piece() -> None:
    found = build_submission(*parts(WHOLE))
    assert found.directions_selected == (3,)
    assert found.applicant.name == "海州仪器有限公司"
    assert found.applicant.address == "某省某市某路1号"
    assert found.applicant.legal_representative == "李某"
    assert [s.title for s in found.sections] == ["考核指标", "附件清单", "申报单位承诺"]
    assert [t.value for t in found.targets] == [300, 2]
    assert [a.name for a in found.attachments] == ["营业执照复印件", "审计报告"]
    assert found.commitment.present
    assert found.commitment.signed
    assert found.commitment.date == "2026-03-09"


def test_the_short_label_behind_a_person_means_the_same_person() -> None:
    words = FORM + "项目负责人 | 钱某 | 职称 | 研究员\n负责人电话 | 13900000000 | 负责人邮箱 | qian@example.cn\n"
    people = find_people(find_fields(*parts(words)))
    assert [(p.person, p.phones, p.emails) for p in people] == [("钱某", ("13900000000",), ("qian@example.cn",))]


def test_labels_under_a_section_of_facts_are_fields() -> None:
    words = (
        "海洋装备揭榜挂帅\n揭榜书\n一、揭榜单位概况\n单位全称：海州仪器有限公司\n注册地址：某市某路1号\n法人代表：李某\n"
        "二、技术方案\n采用岸基雷达组网的方案，完成海上试验。\n三、随附材料\n1. 营业执照复印件\n2. 检测报告\n"
    )
    text, outline = structure(document(words, hard_wrapped=False))
    applicant = find_applicant(find_fields(text, outline))
    assert (applicant.name, applicant.legal_representative) == ("海州仪器有限公司", "李某")
    assert [a.name for a in find_attachments(text, outline)] == ["营业执照复印件", "检测报告"]


PROSE = (
    "牵头单位海州仪器有限公司（统一社会信用代码91330200MA2ABCDE9X）住所为海州市海滨区某路1号，"
    "法定代表人李某某，职工80人。"
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (PROSE, ("91330200MA2ABCDE9X", "海州市海滨区某路1号", "李某某")),
        ("合作单位" + PROSE, (None, None, None)),
        ("公司注册于海州市海滨区某路1号，法定代表人李某某。", (None, "海州市海滨区某路1号", "李某某")),
        ("公司产品用于地址匹配，位于行业前列。", (None, None, None)),
        (FORM + "法定代表人 | | 注册地址 | \n\n" + PROSE, ("91330200MA2ABCDE9X", None, None)),
    ],
)
def test_the_applicant_in_running_text(words: str, expected: tuple[str | None, ...]) -> None:
    applicant = build_submission(*parts(words + "\n")).applicant
    assert (applicant.credit_code, applicant.address, applicant.legal_representative) == expected


def test_the_head_of_a_plan_names_the_applicant() -> None:
    words = (
        "岸基雷达揭榜方案\n揭榜单位：海州仪器有限公司\n注册地址：海州市某路1号\n日期：2026年3月9日\n"
        "一、任务理解\n略述任务。\n二、技术方案\n分三步。\n"
    )
    applicant = build_submission(*structure(document(words, hard_wrapped=False))).applicant
    assert (applicant.name, applicant.address) == ("海州仪器有限公司", "海州市某路1号")


@pytest.mark.parametrize(
    ("label", "value", "name"),
    [
        ("牵头单位名称及信用代码", "海州仪器有限公司，91330200MA2AG8H62L", "海州仪器有限公司"),
        ("单位名称和统一社会信用代码", "海州仪器有限公司（信用代码：91330200MA2AG8H62L）", "海州仪器有限公司"),
        ("合作单位名称及信用代码", "海州仪器有限公司，91330200MA2AG8H62L", None),
    ],
)
def test_name_and_code_in_one_row(label: str, value: str, name: str | None) -> None:
    found = find_applicant(find_fields(*parts(FORM + f"{label} | {value}\n法定代表人 | 李某某\n")))
    assert (found.name, found.credit_code) == (name, "91330200MA2AG8H62L")


@pytest.mark.parametrize(
    ("label", "name"),
    [("牵头单位单位名称", "海州仪器有限公司"), ("合作单位单位名称", None)],
)
def test_the_groups_name_and_the_rows_in_one_cell(label: str, name: str | None) -> None:
    fields = find_fields(*parts(FORM + f"{label} | 海州仪器有限公司\n法定代表人 | 李某某\n"))
    assert find_applicant(fields).name == name


@pytest.mark.parametrize(
    ("rows", "filed"),
    [
        ("申报单位意见 | 同意申报。法定代表人（签字）：李某某　填报日期：2026年5月9日\n", "2026-05-09"),
        ("申报单位意见 | 同意申报。法定代表人（签字）：　　填报日期：　年　月　日\n", None),
        ("填报日期 | 2026年5月8日\n申报单位意见 | 同意申报。填报日期：2026年5月9日\n", "2026-05-08"),
    ],
)
def test_the_day_of_filing_in_the_answer_of_another_field(rows: str, filed: str | None) -> None:
    assert find_filed_on(find_fields(*parts(FORM + "单位名称 | 海州仪器有限公司\n" + rows))) == filed


@pytest.mark.parametrize(
    ("words", "filed"),
    [
        ("填报日期：__2026__年__5__月__8__日\n", "2026-05-08"),
        ("递交日期：2026年5月8日\n", "2026-05-08"),
        ("网上填报提交时间：2026年5月8日20时16分\n", "2026-05-08"),
        ("网上填报时间：2026年4月1日至5月20日\n", None),
        ("填表日期及盖章 | 2026年5月8日（单位公章）海州仪器有限公司\n", "2026-05-08"),
        ("法定代表人签字及日期 | 李某某 2026年5月8日\n", None),
        ("真实性承诺 | 我单位承诺材料真实。负责人（签字）：李某某 2026年5月9日\n", "2026-05-09"),
        ("推荐单位意见 | 同意推荐。2026年5月19日\n", None),
        ("市科技局意见 | 同意推荐。2026年6月20日\n", None),
        ("归口管理单位意见 | 同意推荐。2026年6月20日\n", None),
        ("合作单位意见 | 同意参加。2025年3月20日\n", None),
        ("单位意见 | 同意申报。2026年5月9日\n", "2026-05-09"),
        ("真实性承诺 | 我单位于2026年5月9日通过评审，承诺材料真实。\n", None),
        ("编制日期 | 2026年5月8日\n", "2026-05-08"),
        ("揭榜日期 | 2026年5月8日\n", "2026-05-08"),
        ("应榜时间 | 2026年5月8日\n", "2026-05-08"),
        ("揭榜申报日期：2026年5月8日\n", "2026-05-08"),
        ("揭榜有效期 | 2026年5月8日\n", None),
        ("方案编写日期：2026年5月8日\n", "2026-05-08"),
        ("定稿时间 | 2026年5月8日\n", "2026-05-08"),
        ("编制日期 | 2026年5月8日\n填报日期 | 2026年5月9日\n", "2026-05-09"),
        ("报表编制日期 | 2026年3月8日\n", None),
        ("预案修编日期 | 2025年3月8日\n", None),
        ("样机定型日期 | 2025年3月8日\n", None),
    ],
)
def test_the_day_of_filing(words: str, filed: str | None) -> None:
    assert build_submission(*parts(FORM + "单位名称 | 海州仪器有限公司\n" + words)).filed_on == filed


@pytest.mark.parametrize(
    ("line", "filed"),
    [
        ("填报日期：2026年5月8日", "2026-05-08"),
        ("项目 | 浮标\n网上提交日期 | 2026年5月8日", "2026-05-08"),
        ("项目 | 浮标\n协议提交日期 | 2026年5月8日", None),
        ("协议签订日期：2026年5月8日", None),
        ("编制日期：2026年5月8日", "2026-05-08"),
        ("决算编制日期：2026年5月8日", None),
        ("填报日期：2026年", None),
    ],
)
def test_the_day_of_filing_in_a_line_of_the_text(line: str, filed: str | None) -> None:
    words = f"揭榜任务书\n\n一、任务目标\n\n研制雷达整机并完成海试验证。\n\n二、单位意见\n\n同意申报。\n\n{line}\n"
    assert build_submission(*parts(words)).filed_on == filed


def test_the_letter_dates_an_application_before_its_declaration_does() -> None:
    form = FORM + "单位名称 | 海州仪器有限公司\n真实性承诺 | 材料真实。2026年5月9日\n\n"
    letter = "揭榜任务承诺书\n\n我单位郑重承诺按期完成任务。\n\n单位（公章）：海州仪器有限公司\n\n2026年5月12日\n"
    submission = build_submission(*parts(form + letter))
    assert (submission.filed_on, submission.commitment.date) == (None, "2026-05-12")


@pytest.mark.parametrize(
    ("phone", "mail"),
    [
        ("139 0000 0000", "sun@example.cn"),
        ("（0599）500 0123", "sun@example.cn"),
        ("139-0000-0000", "sun@example.cn"),
        ("1390000000", "sun.example.cn"),  # too short, and without its @: as printed
    ],
)
def test_numbers_as_printed(phone: str, mail: str) -> None:
    words = f"{FORM}单位名称 | 海州仪器有限公司\n联系人 | 孙某\n联系人手机 | {phone}\n联系人邮箱 | {mail}\n"
    (one,) = find_people(find_fields(*parts(words)))
    assert (one.phones, one.emails) == ((phone,), (mail,))


def test_where_it_is_registered() -> None:
    words = f"{FORM}单位名称 | 海州仪器有限公司\n登记注册地 | 海州市某路1号\n"
    assert find_applicant(find_fields(*parts(words)), []).address == "海州市某路1号"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("海州仪器有限公司（加盖单位公章） [公章]", "海州仪器有限公司"),
        ("海州仪器有限公司（盖章：海州仪器有限公司公章）", "海州仪器有限公司"),
        ("海州仪器有限公司［公章：海州仪器有限公司］", "海州仪器有限公司"),
        ("海州仪器有限公司（加盖公章：海州仪器有限公司）", "海州仪器有限公司"),
        ("海州仪器有限公司〔公章〕", "海州仪器有限公司"),
        ("海州仪器（集团）有限公司（控股）", "海州仪器（集团）有限公司（控股）"),
    ],
)
def test_a_name_with_its_seal_behind_it(printed: str, name: str) -> None:
    assert find_applicant(find_fields(*parts(FORM + f"单位名称 | {printed}\n邮编 | 315000\n"))).name == name
