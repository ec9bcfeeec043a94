"""What an application says: choice of direction, applicant, people, proofs, letter, promises, passages."""

import pytest
from documents import document

from extractors.application.applicant import find_applicant, find_filed_on, find_people, find_project
from extractors.application.attachments import find_attachments
from extractors.application.choices import find_choices, selected, split_number
from extractors.application.claims import Mode, find_claims, mode_of
from extractors.application.commitment import find_commitment, find_pledge
from extractors.application.passages import find_passages
from extractors.application.seals import find_seals
from extractors.forms.dates import full_date
from extractors.forms.forms import find_fields
from pipeline.records.submission import build_submission
from pipeline.structure import structure
from schemas.outline import Outline
from schemas.text import Text

COVER = (
    "海洋装备揭榜挂帅\n申报材料\n\n揭榜方向：岸基雷达\n\n"
    "揭榜单位：海州仪器有限公司（加盖单位公章）\n\n申报日期：2026年3月9日\n\n"
)
FORM = "揭榜单位申报表\n\n一、单位情况\n\n"


def parts(words: str) -> tuple[Text, Outline]:
    return structure(document(words))


@pytest.mark.parametrize(
    ("words", "number", "name"),
    [
        ("方向3：海洋浮标", 3, "海洋浮标"),
        ("方向十二：海洋浮标", 12, "海洋浮标"),
        ("榜单二、海洋浮标", 2, "海洋浮标"),
        ("任务4 海洋浮标", 4, "海洋浮标"),
        ("海洋浮标", None, "海洋浮标"),
        ("方向性天线", None, "方向性天线"),
        ("3D打印", None, "3D打印"),
    ],
)
def test_number_of_a_direction(words: str, number: int | None, name: str) -> None:
    assert split_number(words) == (number, name)


def test_a_number_in_a_circle_behind_a_box() -> None:
    assert split_number("⑫海洋浮标", boxed=True) == (12, "海洋浮标")
    assert split_number("⑫海洋浮标") == (None, "⑫海洋浮标")


BOXES = "任务方向 | 装备\n    □方向1：海洋浮标\n    {}方向2：岸基雷达\n"


@pytest.mark.parametrize(
    ("words", "numbers", "ticked"),
    [
        (COVER + FORM + BOXES.format("☑"), (2,), [True, False]),
        (COVER + FORM + BOXES.format("□"), (2,), [False]),  # named on the cover, numbered by the list of boxes
        (COVER, (), [False]),
        (COVER + FORM + "任务方向 | （ ）1海洋浮标 （√）2岸基雷达\n", (2,), [True, False]),
        (COVER + FORM + "揭榜需求 | □需求1　☑需求2　□需求3\n", (2,), [True, False]),
        (FORM + "单位性质 | □国有 ☑民营\n" + BOXES.format("□"), (), []),
    ],
)
def test_choices(words: str, numbers: tuple[int, ...], ticked: list[bool]) -> None:
    text, outline = parts(words)
    choices = find_choices(text, outline, find_fields(text, outline))
    assert selected(choices) == numbers
    assert [choice.ticked for choice in choices] == ticked


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
    ("words", "date"),
    [
        ("2026年3月9日", "2026-03-09"),
        ("二〇二六年十一月二十三日", "2026-11-23"),
        ("二○二六年三月九日", "2026-03-09"),
        ("2026-03-09", "2026-03-09"),
        ("2026.3.9", "2026-03-09"),
        ("2026年3月", None),
        ("二〇二六年 月 日", None),
        ("2026年13月9日", None),
    ],
)
def test_full_date(words: str, date: str | None) -> None:
    assert full_date(words) == date


def test_the_legal_representatives_own_place_decides() -> None:
    places = "项目负责人（签字）：李某\n\n法定代表人（签字）：\n\n单位（盖章）：海州仪器有限公司\n\n2026年3月9日\n"
    body = "揭榜军令状\n\n我单位自愿立下军令状，按期完成任务，如有不实愿承担责任，并接受处理。\n\n"
    text, outline = parts(COVER + body + places)
    letter = find_commitment(text, outline, find_seals(text, outline))
    assert (letter.present, letter.signed, letter.dated) == (True, False, True)


def test_attachments_numbered_as_materials_without_a_title() -> None:
    lines = "随表上传\n材料1　营业执照\n材料2　演示视频.mp4\n材料3　合同\n"
    assert [a.name for a in find_attachments(*parts(COVER + lines))] == ["营业执照", "演示视频.mp4", "合同"]


PROOFS = "揭榜单位相关证明材料\n\n"


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("1.上年度审计报告\n\n2.发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("附件一：上年度审计报告\n\n附件二：发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("材料1　上年度审计报告\n\n材料2　发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("（1）上年度审计报告；\n\n（2）发明专利证书。\n", ["上年度审计报告", "发明专利证书"]),
        ("上年度审计报告\n\n发明专利证书\n", ["上年度审计报告", "发明专利证书"]),
        ("| 序号 | 材料名称 |\n| 1 | 上年度审计报告 |\n| 2 | 发明专利证书 |\n", ["上年度审计报告", "发明专利证书"]),
        ("无\n", []),
        (
            "营业执照；上年度审计报告；检测报告（省级机构；2025年）。\n",
            ["营业执照", "上年度审计报告", "检测报告（省级机构；2025年）"],
        ),
        (
            "1.上年度审计报告（财务会\n计报表等）\n\n2.发明专利证书\n",
            ["上年度审计报告（财务会计报表等）", "发明专利证书"],
        ),
    ],
)
def test_attachments(lines: str, names: list[str]) -> None:
    assert [a.name for a in find_attachments(*parts(PROOFS + lines))] == names


def test_attachments_on_numbered_lines_behind_the_letter() -> None:
    letter = "诚信承诺书\n\n我单位承诺材料真实。\n\n单位（公章）：某公司\n\n2026年5月25日\n\n"
    text, outline = parts(letter + "随附材料\n\n附件1　营业执照\n\n附件2　2026年5月8日出具的信用报告\n")
    assert [a.name for a in find_attachments(text, outline)] == ["营业执照", "2026年5月8日出具的信用报告"]
    assert find_commitment(text, outline, ()).date == "2026-05-25"
    text, outline = parts(letter + "附件\n\n附1：营业执照\n\n附2：数据合作协议\n")
    assert [a.name for a in find_attachments(text, outline)] == ["营业执照", "数据合作协议"]


@pytest.mark.parametrize("lead", ["附件：", "附：材料目录", "五 附：附件清单"])
def test_attachments_at_the_end(lead: str) -> None:
    words = f"任务书\n\n一、任务目标\n\n研制雷达。\n\n{lead}\n\n1.营业执照\n\n2.审计报告\n"
    assert [a.name for a in find_attachments(*parts(words))] == ["营业执照", "审计报告"]


LETTER = (
    "揭榜任务承诺书\n\n我单位提交了岸基雷达任务参评，现承诺：所报材料真实有效，按期完成任务，如有不实愿承担责任。\n\n"
    "法定代表人：（签字）{}\n\n单位（盖章）：海州仪器有限公司\n\n{}\n"
)


@pytest.mark.parametrize(
    ("name", "day", "signed", "dated", "date"),
    [
        ("李某某", "2026年3月9日", True, True, "2026-03-09"),
        ("", "二〇二六年三月九日", False, True, "2026-03-09"),
        ("李某某", "2026年 月 日", True, False, None),
        ("李某某　王某　赵某某、钱某　孙某某　周某", "2026年3月9日", True, True, "2026-03-09"),
    ],
)
def test_letter(name: str, day: str, signed: bool, dated: bool, date: str | None) -> None:
    text, outline = parts(COVER + LETTER.format(name, day))
    letter = find_commitment(text, outline, find_seals(text, outline))
    assert (letter.present, letter.signed, letter.sealed) == (True, signed, None)
    assert (letter.dated, letter.date) == (dated, date)
    assert letter.applicant == "海州仪器有限公司"
    assert letter.subject == "岸基雷达"


@pytest.mark.parametrize("title", ["企业承诺", "应榜承诺", "声明"])
def test_a_letter_under_a_line_of_its_own(title: str) -> None:
    words = (
        f"{FORM}单位名称 | 海州仪器有限公司\n\n{title}\n\n本企业对申报内容的真实性负责，如获立项将按计划组织实施，"
        "愿意承担相应责任。\n\n法定代表人签字：李某\n\n2026年4月2日\n"
    )
    text, outline = parts(words)
    letter = find_commitment(text, outline, find_seals(text, outline))
    assert (letter.present, letter.signed, letter.date) == (True, True, "2026-04-02")


PLEDGE = "本单位承诺所填信息真实有效，如有虚假，愿承担相应责任，并按期完成揭榜任务。"
PLAN = "本单位承诺性能指标优于国外同类产品，并保证在两年内完成量产，已建成中试线一条，产能充足。"
SIGNED = "法定代表人（签字）：陶一帆 单位（盖章） 2026年5月20日"
# (rows of the form, present, signed, date)
PLEDGES = [
    (f"单位承诺\t{PLEDGE}{SIGNED}", True, True, "2026-05-20"),
    (f"申报单位声明\t{PLEDGE}\n签字\t法定代表人（签字）：陶一帆\n日期\t2026年5月20日", True, True, "2026-05-20"),
    (f"真实性承诺\t{PLEDGE}法定代表人（签字）： 单位（盖章） 年 月 日", True, False, None),
    ("单位承诺\t", False, None, None),
    ("单位承诺\t法定代表人（签字）：陶一帆", False, None, None),
    (f"技术路线\t{PLAN}", False, None, None),
    (f"备注\t{PLEDGE}", False, None, None),
]


@pytest.mark.parametrize(("rows", "present", "signed", "date"), PLEDGES)
def test_a_commitment_in_a_cell_of_the_form(rows: str, present: bool, signed: bool | None, date: str | None) -> None:
    text, outline = parts(f"{FORM}单位名称\t海州仪器有限公司\n联系人\t陶一帆\n{rows}\n")
    seals = find_seals(text, outline)
    found = find_pledge(text, seals)
    assert (found.present, found.signed, found.date) == (present, signed, date)
    assert not find_commitment(text, outline, seals).present, "a letter of its own is something else"


def test_who_signs_a_letter_and_when_whatever_papers_follow() -> None:
    words = (
        "第四部分 承诺书\n本揭榜方已阅知公告全部要求，承诺申报内容真实完整，不存在夸大和虚构，愿承担相应责任。\n"
        "揭榜方（单位盖章；团队由全体成员签名）：海州仪器有限公司\n负责人签名：林某\n签署日期：2026年4月15日\n"
        "所附文件\n某某研究院审查意见，2026年4月2日\n"
    )
    text, outline = parts(COVER + words)
    letter = find_commitment(text, outline, find_seals(text, outline))
    assert (letter.applicant, letter.date) == ("海州仪器有限公司", "2026-04-15")


def test_no_letter() -> None:
    text, outline = parts(COVER + "揭榜任务承诺书\n")
    assert not find_commitment(text, outline, ()).present


@pytest.mark.parametrize(
    ("titles", "mode"),
    [
        (("三、攻关目标及计划", "（一）2027年预期目标"), Mode.PROMISE),
        (("三、攻关目标及计划", "（二）攻关计划"), Mode.PLAN),
        (("任务价值及效益",), Mode.PROMISE),
        (("二、现有基础及相关进展",), Mode.EXISTING),
        (("（四）潜在问题及应对举措",), Mode.SILENT),
        (("单位简介",), Mode.EXISTING),
        (("产品概述",), Mode.OPEN),
        (("三 做到什么程度",), Mode.PROMISE),
        (("四 什么时候做",), Mode.PLAN),
        (("三、指标承诺",), Mode.PROMISE),
        (("五、诚信承诺",), Mode.SILENT),
        ((), Mode.OPEN),
    ],
)
def test_mode_of_a_section(titles: tuple[str, ...], mode: Mode) -> None:
    assert mode_of(titles) is mode


BOOK = (
    "揭榜任务书\n\n一、揭榜任务介绍\n\n（一）任务价值及效益\n\n预计2027年销售雷达不少于60套。\n\n二、现有基础\n\n现有雷达探测距离为120公里。\n\n"
    "三、目标及计划\n\n（一）2027年预期目标\n\n雷达探测距离不低于300公里，定位误差不超过5米。\n\n（二）攻关计划\n\n2026年底探测距离达到200公里。\n"
)


def test_promises_and_other_figures() -> None:
    claims = find_claims(*parts(BOOK), 2)
    assert [(t.value, t.comparator, t.due, t.direction) for t in claims.targets] == [
        (60, ">=", "2027", 2),
        (300, ">=", "2027", 2),
        (5, "<=", "2027", 2),
    ]
    assert [(t.value, t.stage) for t in claims.figures] == [(120, "existing"), (200, "milestone")]


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        ("已在三家电厂形成应用案例15个。", []),
        ("公司目前已建成示范线4条。", []),
        ("已有样机基础上，探测距离不低于300公里。", [300]),
        ("建成示范线4条。", [4]),
    ],
)
def test_what_is_there_among_goals(sentence: str, promised: list[float]) -> None:
    claims = find_claims(*parts(f"揭榜任务书\n\n一、预期目标\n\n{sentence}\n"), 2)
    assert [t.value for t in claims.targets] == promised


def test_passages_quote_the_text() -> None:
    text, outline = parts(BOOK + "\n" + "指标 | 现状 | 目标\n探测距离 | 120公里 | 300公里\n误差 | 9米 | 5米\n")
    passages = find_passages(text, outline)
    for passage in passages:
        evidence = passage.evidence
        assert text.document.text[evidence.start : evidence.end] == evidence.text
    rows = [p.text for p in passages if "目标：" in p.text]
    assert rows == ["指标：探测距离；现状：120公里；目标：300公里", "指标：误差；现状：9米；目标：5米"]
    goal = next(p for p in passages if "300公里，" in p.text)
    assert goal.path == ("目标及计划", "2027年预期目标")


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


def test_table_cut_by_a_page() -> None:
    table = "序号 | 指标 | 现状 | 2027年目标\n1 | 探测距离 | 120公里 | ≥300公里\n{}2 | 定位误差 | 9米 | ≤5米\n"
    book = "任务书\n\n一、2027年预期目标\n\n技术指标见下表。\n\n"
    whole = build_submission(*parts(book + table.format("")))
    cut = build_submission(*parts(book + table.format("\n                — 3 —\n\n")))
    assert [(t.metric, t.value) for t in whole.targets] == [("探测距离", 300), ("定位误差", 5)]
    assert [(t.metric, t.value) for t in cut.targets] == [(t.metric, t.value) for t in whole.targets]


def test_a_bracket_that_tells_of_others_is_no_baseline() -> None:
    goals = "任务书\n\n一、技术指标\n\n适配功率260马力（国内现有180马力）；现有样机重量90公斤。"
    found = find_claims(*parts(goals), None)
    assert [t.value for t in found.targets if t.metric == "适配功率"] == [260]
    assert 90 not in [t.value for t in found.targets]


def test_among_goals_a_baseline_ends_at_the_semicolon() -> None:
    goals = "（一）2027年预期目标\n\n整合现有岸站，统一编号；支持二十四种浮标协议。"
    claims = find_claims(*parts(f"揭榜任务书\n\n三、目标及计划\n\n{goals}\n"), 2)
    assert [(t.metric, t.value, t.due) for t in claims.targets] == [("浮标协议", 24, "2027")]


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


@pytest.mark.parametrize(
    "words", ["揭榜单位在同一方向只能申报一项。", "申报单位按统一任务书填写。", "本单位承担十二五课题。"]
)
def test_words_that_choose_no_direction(words: str) -> None:
    assert find_choices(*parts(words + "\n"), ()) == []


@pytest.mark.parametrize(
    "words",
    [
        "我单位拟揭榜第三号榜题“海洋浮标”。",
        "我公司决定揭榜“任务三　海洋浮标系统”，并按公告实施。",
        "我单位申请揭榜任务三“海洋浮标系统”。",
    ],
)
def test_a_direction_chosen_in_words(words: str) -> None:
    found = find_choices(*parts(words + "\n"), ())
    assert [(each.number, each.name.removesuffix("系统")) for each in found] == [(3, "海洋浮标")]


@pytest.mark.parametrize("code", ["JB-03", "HT2026-03", "XQ-2026-03"])
def test_a_direction_by_its_code(code: str) -> None:
    text, outline = parts(f"项目申报书\n\n榜单编号及名称：{code} 岸基雷达组网\n")
    found = find_choices(text, outline, find_fields(text, outline))
    assert [(each.number, each.name) for each in found] == [(3, "岸基雷达组网")]


def test_a_promise_in_a_plan_is_no_letter() -> None:
    plan = "我单位承诺按期推进各项工作，确保本项目的研发、试制和验证任务如期完成。\n2026年7月完成样机。\n"
    text, outline = parts("项目申报书\n一、进度安排\n" + plan)
    assert not find_commitment(text, outline, ()).present


@pytest.mark.parametrize("answer", ["暂无", "无。", "详见附件", "备注：均为复印件"])
def test_an_answer_that_names_no_attachment(answer: str) -> None:
    assert find_attachments(*parts(f"揭榜单位申报表\n单位名称 | 海州仪器有限公司\n附件名称 | {answer}\n")) == []


def test_a_direction_by_the_lists_code() -> None:
    words = "海洋装备揭榜挂帅\n申报材料\n\n榜单编号及名称：HY-03 岸基雷达\n\n揭榜单位：海州仪器有限公司\n"
    text, outline = parts(words)
    found = find_choices(text, outline, find_fields(text, outline))
    assert [(each.number, each.name) for each in found] == [(3, "岸基雷达")]


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


def test_attachments_listed_by_their_numbers_open_none() -> None:
    words = (
        "海洋装备揭榜项目申报书\n一、研究内容\n研制岸基雷达整机并开展海上试验。\n二、考核指标\n探测距离不低于300公里。\n"
        "三、附件\n附件1 可行性研究报告\n附件2 2025年度审计报告\n附件3 诚信承诺书\n"
    )
    text, outline = structure(document(words, hard_wrapped=False))
    found = [a.name for a in find_attachments(text, outline)]
    assert found == ["可行性研究报告", "2025年度审计报告", "诚信承诺书"]
    assert not find_commitment(text, outline, ()).present


def test_a_chapter_of_promised_results_is_no_letter() -> None:
    words = "四、技术指标承诺\n气孔率不高于百分之一，单件修复时间不超过八分钟，疲劳寿命不低于五十万次。\n"
    assert not find_commitment(*parts("揭榜书\n" + words), ()).present


@pytest.mark.parametrize("title", ["附件", "商务文件清单"])
def test_a_list_under_its_bare_title(title: str) -> None:
    number = "附件{} " if title == "附件" else "（{}）"
    names = ("营业执照复印件", "审计报告", "专利证书")
    items = "".join(f"{number.format(at)}{name}\n" for at, name in enumerate(names, 1))
    words = f"海洋装备揭榜方案\n一、研究内容\n研制岸基雷达整机并开展海上试验。\n{title}\n{items}"
    text, outline = structure(document(words, hard_wrapped=False))
    assert [a.name for a in find_attachments(text, outline)] == list(names)


def test_labels_above_and_among_the_chapters_of_an_application() -> None:
    words = (
        "岸基雷达研制\n申报方案\n申报单位：海州仪器有限公司\n编制日期：2026年3月9日\n一、单位概况\n"
        "海州仪器有限公司成立于2016年，"
        "从事雷达研制。\n联系人：张某　　联系电话：0599-5000123　　邮箱：zhang@haizhou.example\n"
        "二、方案\n分三步，电话：另告。\n"
    )
    text, outline = structure(document(words, hard_wrapped=False))
    fields = {field.name: field.value for field in find_fields(text, outline, applied=True)}
    assert fields["申报单位"] == "海州仪器有限公司"
    assert "0599-5000123" in fields.values()
    assert "另告" not in fields.values()


def test_the_head_of_a_plan_names_the_applicant() -> None:
    words = (
        "岸基雷达揭榜方案\n揭榜单位：海州仪器有限公司\n注册地址：海州市某路1号\n日期：2026年3月9日\n"
        "一、任务理解\n略述任务。\n二、技术方案\n分三步。\n"
    )
    applicant = build_submission(*structure(document(words, hard_wrapped=False))).applicant
    assert (applicant.name, applicant.address) == ("海州仪器有限公司", "海州市某路1号")


def test_the_number_of_a_direction_behind_its_name_or_by_the_order_of_the_boxes() -> None:
    named = parts(FORM + "揭榜任务方向：海上通信应用（方向4）\n")
    assert [c.number for c in find_choices(*named, find_fields(*named))] == [4]
    boxes = parts(FORM + "申报方向 | □海洋浮标 □岸基雷达 ☑海上通信\n")
    assert [(c.number, c.name) for c in find_choices(*boxes, find_fields(*boxes))] == [(3, "海上通信")]
    kinds = parts(FORM + "申报类别 | □单独申报 ☑联合申报 □其他\n")
    assert [c.number for c in find_choices(*kinds, find_fields(*kinds))] == [None]


def test_what_there_is_may_be_what_is_counted() -> None:
    goals = "（一）2027年预期目标\n\n成功整合2种现有岸站系统；现有浮标12个。"
    claims = find_claims(*parts(f"揭榜任务书\n\n三、目标及计划\n\n{goals}\n"), 2)
    assert [(t.metric, t.value) for t in claims.targets] == [("现有岸站系统", 2)]


def test_a_signature_in_the_cell_behind_its_place() -> None:
    letter = (
        "承诺书\n\n我单位承诺所报材料真实有效，按期完成任务，如有不实愿意承担全部责任。\n\n"
        "法定代表人（签字） | {} | 单位（盖章） | 海州仪器有限公司\n\n2026年3月9日\n"
    )
    for name, signed in (("李某某", True), ("", False)):
        text, outline = parts(letter.format(name))
        found = find_commitment(text, outline, find_seals(text, outline))
        assert (found.signed, found.applicant) == (signed, "海州仪器有限公司")


def test_numbered_papers_right_under_their_head() -> None:
    listed = (
        "海洋装备揭榜项目申报书\n一、研究内容\n研制岸基雷达。\n二、效益\n节约成本。\n附件\n1、营业执照\n2、检测报告\n"
    )
    text, outline = structure(document(listed, hard_wrapped=False))
    assert [a.name for a in find_attachments(text, outline)] == ["营业执照", "检测报告"]
    template = "某某申报书\n一、研究内容\n研制岸基雷达。\n附件\n1、项目名称\n2、申报单位\n"
    assert find_attachments(*structure(document(template, hard_wrapped=False))) == []


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        ("我单位申报的海洋浮标项目，材料真实可靠，如有不实愿意承担全部责任，特此承诺。", "海洋浮标"),
        ("我单位承诺申报材料真实可靠，按规定使用项目，如有不实愿意承担全部责任。", None),
    ],
)
def test_what_a_letter_is_for(body: str, subject: str | None) -> None:
    assert find_commitment(*parts(f"诚信承诺书\n\n{body}\n"), ()).subject == subject


@pytest.mark.parametrize(
    ("answer", "number"), [("②岸基雷达", 2), ("5.岸基雷达", 5), ("方向三：岸基雷达", 3), ("岸基雷达", None)]
)
def test_the_number_before_a_direction_in_words(answer: str, number: int | None) -> None:
    text, outline = parts(FORM + f"揭榜方向 | {answer}\n")
    assert [c.number for c in find_choices(text, outline, find_fields(text, outline))] == [number]


def test_boxes_under_the_projects_on_offer() -> None:
    text, outline = parts(FORM + "揭榜项目 | □海洋浮标 ☑岸基雷达\n")
    assert [(c.number, c.name) for c in find_choices(text, outline, find_fields(text, outline))] == [(2, "岸基雷达")]


def test_indicators_of_a_form_row_by_row() -> None:
    rows = "考核指标 | 探测距离 | ≥300公里 | 第三方检测\n考核指标 | 定位误差 | ≤5米 | 海试\n联系人 | 年龄 | 45岁 | 无\n"
    form = FORM + "单位名称 | 海州仪器有限公司 | 邮政编码 | 315000\n" + rows + "技术指标 | 连续工作不少于200天\n"
    claims = find_claims(*parts(form), None)
    assert [(t.metric, t.comparator, t.value) for t in claims.targets] == [
        ("探测距离", ">=", 300),
        ("定位误差", "<=", 5),
        ("连续工作", ">=", 200),
    ]


def test_what_the_call_asks_beside_what_is_promised() -> None:
    table = "指标 | 要求 | 承诺\n探测距离 | ≥300公里 | ≥320公里\n定位误差 | ≤5米 | ≤4米\n"
    claims = find_claims(*parts("任务书\n\n一、考核指标\n\n指标如下表。\n\n" + table), None)
    assert [(t.metric, t.value) for t in claims.targets] == [("探测距离", 320), ("定位误差", 4)]


def test_attachments_in_a_row_of_the_form() -> None:
    row = FORM + "单位名称 | 海州仪器有限公司 | 邮编 | 315000\n附件 | 营业执照复印件、审计报告、专利证书\n"
    assert [a.name for a in find_attachments(*parts(row))] == ["营业执照复印件", "审计报告", "专利证书"]
    tail = "某某申报表\n单位名称 | 海州仪器有限公司 | 邮编 | 315000\n附件清单：\n1.营业执照\n2.意向书\n"
    assert [a.name for a in find_attachments(*parts(tail))] == ["营业执照", "意向书"]


def test_years_in_a_list_of_papers_part_nothing() -> None:
    row = FORM + "单位名称 | 海州仪器有限公司 | 邮编 | 315000\n附件清单 | 营业执照；2024、2025年度审计报告；专利证书\n"
    assert [a.name for a in find_attachments(*parts(row))] == ["营业执照", "2024、2025年度审计报告", "专利证书"]


def test_a_table_of_papers_says_which_are_not_handed_in() -> None:
    rows = "1 | 营业执照 | ☑是 □否\n2 | 土地流转合同 | □是 ☑否\n3 | 合作协议 | ☑是 □否\n"
    words = "某某项目申报书\n一、研究内容\n研制雷达。\n附件清单\n序号 | 附件名称 | 是否提供\n" + rows
    assert [a.name for a in find_attachments(*parts(words))] == ["营业执照", "合作协议"]


def test_a_list_in_one_paragraph_under_its_title() -> None:
    words = "某某项目申报书\n一、研究内容\n研制雷达。\n附件\n1.营业执照；2.2025年度审计报告；3.合作协议\n"
    assert [a.name for a in find_attachments(*parts(words))] == ["营业执照", "2025年度审计报告", "合作协议"]


def test_what_a_portal_says_was_not_uploaded() -> None:
    rows = "合作意向书 | 意向书.pdf | 10-26\n代表性成果 | 论文.pdf | 10-27\n推荐意见 | （空） | \n声明 | — | 未上传\n"
    words = "某某项目申报书\n一、研究内容\n研制雷达。\n二、附件\n附件名称 | 文件 | 上传时间\n" + rows
    assert [a.name for a in find_attachments(*parts(words))] == ["合作意向书", "代表性成果"]


def test_goals_and_papers_in_everyday_words() -> None:
    words = (
        "某某项目申报书\n一、要达到的指标\n编号 | 内容 | 要达到的数\n1 | 探测距离 | 320公里\n"
        "二、随申报书提交的材料\n编号 | 材料 | 是否提供\n1 | 营业执照 | 是\n2 | 审计报告 | 是\n"
    )
    text, outline = parts(words)
    assert [(t.metric, t.value) for t in find_claims(text, outline, None).targets] == [("探测距离", 320)]
    assert [a.name for a in find_attachments(text, outline)] == ["营业执照", "审计报告"]


def test_the_tables_below_a_forms_first_one() -> None:
    words = (
        "某某项目申报书\n项目名称：岸基雷达\n表一\n单位名称 | 海州仪器有限公司 | 邮编 | 315000\n"
        "电话 | 0574-0000000 | 传真 | 无\n\n"
        "表二\n项目总投入（万元） | 360 | 配套渠道 | 自有\n项目摘要 | 研制雷达。\n"
    )
    found = {f.name: f.value for f in find_fields(*parts(words))}
    assert found["项目总投入（万元）"] == "360"
    assert found["项目摘要"] == "研制雷达。"


def test_the_rows_of_a_plan_promise_at_its_end_only() -> None:
    first, last = "2026 年 1 月—6 月 | 设计 | 覆盖22个视觉任务", "2026 年 7 月—12 月 | 验收 | 覆盖30个视觉任务"
    rows = f"时间 | 阶段任务 | 细化目标\n{first}\n{last}\n"
    text, outline = parts("项目任务书\n\n3.2 重点任务攻关计划\n\n" + rows)
    claims = find_claims(text, outline, None)
    assert [t.value for t in claims.figures] == [22]
    assert [t.value for t in claims.targets] == [30]
