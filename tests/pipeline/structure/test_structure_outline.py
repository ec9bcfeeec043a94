import pytest
from documents import document

from pipeline.structure import structure
from schemas.document import HeadingMark
from schemas.outline import Role

CALL = """\
关于组织开展2026年海洋装备揭榜挂帅工作的通知

各有关单位：
现将有关事项通知如下。
一、申报条件
1.注册要求。申报单位应在本市注册。
2.诚信要求。近三年无违法记录。
二、榜单任务
（一）水下机器人
研究内容：突破自主导航。
（二）深海电池
研究内容：突破耐压封装。
附件：1.海洋装备揭榜挂帅申报书
2.承诺书

示例市科学技术局
2026年3月2日

附件1
2026年海洋装备揭榜挂帅任务
申报书
申报单位：
申报方向：
申报日期： 年 月 日
填报须知
一、栏目不得空缺。
申报表
一、单位情况
单位名称 |
揭榜任务书
一、任务介绍
（一）任务名称
二、进度安排
相关证明材料
1.审计报告。
承诺书
我单位承诺以上属实。
"""


def test_divisions() -> None:
    _, outline = structure(document(CALL))
    assert [(d.role, d.attachment) for d in outline.divisions] == [
        (Role.BODY, None),
        (Role.COVER, 1),
        (Role.INSTRUCTIONS, 1),
        (Role.FORM, 1),
        (Role.TASK_BOOK, 1),
        (Role.PROOFS, 1),
        (Role.COMMITMENT, 1),
    ]


def test_divisions_cover_the_text() -> None:
    text, outline = structure(document(CALL))
    assert outline.divisions[0].start == 0
    assert outline.divisions[-1].end == len(text.clean)
    for before, after in zip(outline.divisions, outline.divisions[1:], strict=False):
        assert before.end == after.start


def test_numbering_starts_anew_in_every_division() -> None:
    _, outline = structure(document(CALL))
    body = [(s.number, s.title, s.level) for s in outline.sections if s.division == 0]
    assert body == [
        ("一", "申报条件", 1),
        ("1", "注册要求", 2),
        ("2", "诚信要求", 2),
        ("二", "榜单任务", 1),
        ("（一）", "水下机器人", 2),
        ("（二）", "深海电池", 2),
    ]
    book = [(s.number, s.title, s.level) for s in outline.sections if s.division == 4]
    assert book == [("一", "任务介绍", 1), ("（一）", "任务名称", 2), ("二", "进度安排", 1)]


def test_sections_nest() -> None:
    text, outline = structure(document(CALL))
    first = outline.sections[0]
    assert text.clean[first.heading_end : first.own_end].strip() == ""
    assert "近三年无违法记录" in text.clean[first.start : first.end]
    assert outline.path(outline.section_at(text.clean.index("近三年"))) == ("申报条件", "诚信要求")


def test_a_text_without_titles_is_one_division() -> None:
    text, outline = structure(document("今日天气晴。\n明日多云。\n"))
    assert [(d.start, d.end, d.role) for d in outline.divisions] == [(0, len(text.clean), Role.BODY)]
    assert outline.sections == ()


def test_an_empty_text_has_an_outline() -> None:
    _, outline = structure(document(""))
    assert len(outline.divisions) == 1


def test_the_last_item_of_a_bare_list_is_no_heading() -> None:
    _, outline = structure(
        document("一、附送材料\n1.营业执照\n2.审计报告\n3.测试报告\n二、进度安排\n两年内完成海试。\n")
    )
    assert [section.title for section in outline.sections] == ["附送材料", "进度安排"]


@pytest.mark.parametrize(
    ("below", "titles"),
    [
        ("3、组织保障机制\n4、潜在问题和应对举措\n样机受损时启用备件。\n", ["组织保障机制", "潜在问题和应对举措"]),
        ("所附材料如下。\n1、营业执照\n2、审计报告\n3、测试报告\n4、获奖证书\n", []),  # a list of its own
    ],
)
def test_a_heading_without_a_text_goes_on_with_the_numbers(below: str, titles: list[str]) -> None:
    book = "揭榜任务书\n一、攻关目标\n1、预期目标\n潜深八百米。\n2、攻关计划\n两年内完成海试。\n"
    _, outline = structure(document(book + below, hard_wrapped=False))
    assert [section.title for section in outline.sections] == ["攻关目标", "预期目标", "攻关计划", *titles]


def test_a_heading_over_a_table_is_none_of_a_list() -> None:
    _, outline = structure(document("1 考核指标\n指标 | 目标\n潜深 | 800米\n2 进度安排\n两年内完成海试。\n"))
    assert [section.title for section in outline.sections] == ["考核指标", "进度安排"]


def test_numbered_parts_behind_the_instructions_are_the_form_and_its_text() -> None:
    words = (
        "关于申报揭榜项目的通知\n各有关单位：\n请按附件申报。\n附件1\n揭榜项目申报书\n项目名称：\n申报单位：\n申报日期：\n"
        "填报说明\n1.请如实填写。\n2.A4纸打印。\n第一部分  单位基本信息\n单位名称\n第二部分  攻关方案\n"
        "（说明技术路线）\n附证清单\n1.营业执照；\n2.审计报告。\n"
    )
    outline = structure(document(words, hard_wrapped=False))[1]
    assert [d.role for d in outline.divisions] == [
        Role.BODY,
        Role.COVER,
        Role.INSTRUCTIONS,
        Role.FORM,
        Role.TASK_BOOK,
        Role.PROOFS,
    ]
    assert [(s.number, s.title) for s in outline.sections] == [("第一部分", "单位基本信息"), ("第二部分", "攻关方案")]


def test_numbered_chapters_are_the_parts_of_an_application() -> None:
    text = (
        "示例市揭榜申报\n揭榜单位：示例公司\n申报日期：2026年3月2日\n一、揭榜单位申报表\n单位名称：示例公司\n二、揭榜任务书\n1．任务名称\n巡检。\n"
        "三、证明材料\n1. 审计报告\n四、揭榜任务承诺书\n我单位承诺材料真实。\n"
    )
    _, outline = structure(document(text, hard_wrapped=False))
    parts = [Role.COVER, Role.FORM, Role.TASK_BOOK, Role.PROOFS, Role.COMMITMENT]
    assert [d.role for d in outline.divisions] == parts


def test_parts_stand_above_chapters() -> None:
    text = (
        "某某申报书\n第一部分 基本情况\n单位名称：示例公司\n第二部分 可行性报告\n"
        "第一章 背景\n浮标少。\n第二章 内容\n研制浮标。\n"
    )
    _, outline = structure(document(text, hard_wrapped=False))
    levels = {section.number: section.level for section in outline.sections}
    assert levels["第二部分"] == 1
    assert levels["第一章"] == levels["第二章"] == 2


def test_plain_lines_below_parts_are_no_headings_of_their_level() -> None:
    text = "某某通知\n第一部分 总体要求\n研制浮标。\n第二部分 申报安排\n申报条件\n企业申报。\n第三部分 其他\n无。\n"
    _, outline = structure(document(text, hard_wrapped=False))
    assert [s.number for s in outline.sections if s.level == 1] == ["第一部分", "第二部分", "第三部分"]


def test_parts_of_an_application_numbered_without_a_mark() -> None:
    text = "示例公司\n一 揭榜申请表\n单位名称：示例公司\n二 攻关方案\n研制浮标。\n三 揭榜承诺书\n我单位承诺材料真实。\n"
    _, outline = structure(document(text, hard_wrapped=False))
    assert [d.role for d in outline.divisions][-3:] == [Role.FORM, Role.TASK_BOOK, Role.COMMITMENT]


@pytest.mark.parametrize(
    "title", ["四册　资格证明文件", "巡检项目申报材料　证明材料清单（扫描件另附）", "证明材料要求", "附四 备查件清单"]
)
def test_titles_of_proofs(title: str) -> None:
    text = f"揭榜申请表\n揭榜方名称：示例公司\n{title}\n1. 营业执照\n2. 审计报告\n"
    _, outline = structure(document(text, hard_wrapped=False))
    assert [d.role for d in outline.divisions] == [Role.FORM, Role.PROOFS]


def test_an_outline_for_the_task_book_and_a_line_that_begins_like_an_attachment() -> None:
    text = (
        "揭榜申请表\n揭榜方名称：示例公司\n揭榜任务书编写提纲\n第一部分　立项依据\n1.1　需求分析\n"
        "说明应用痛点，包括子宫、\n附件切除和肾囊肿去顶。\n"
    )
    _, outline = structure(document(text, hard_wrapped=False))
    assert [d.role for d in outline.divisions] == [Role.FORM, Role.TASK_BOOK]


@pytest.mark.parametrize(("line", "last"), [("【申请人承诺书】", Role.COMMITMENT), ("【单位简介】", Role.TASK_BOOK)])
def test_a_framed_title_and_a_framed_label(line: str, last: Role) -> None:
    text = f"揭榜任务书\n一、研究内容\n研制浮标。\n{line}\n我单位所报材料真实。\n"
    assert structure(document(text, hard_wrapped=False))[1].divisions[-1].role is last


def test_a_list_of_attachments_is_proofs_and_no_attachment() -> None:
    _, outline = structure(
        document("某某申报书\n一、概述\n本项目研制装备。\n附件清单\n1. 审计报告\n", hard_wrapped=False)
    )
    assert outline.divisions[-1].role is Role.PROOFS
    assert outline.divisions[-1].attachment is None


def test_known_titles_without_numbers_head_sections_where_nothing_is_numbered() -> None:
    words = "揭榜任务公告\n面向全国发布。\n揭榜条件\nA.独立法人。\n评审与签约\n组织评审。\n"
    _, outline = structure(document(words, hard_wrapped=False))
    assert [section.title for section in outline.sections] == ["揭榜条件", "评审与签约"]
    _, outline = structure(document("一、任务\n研制。\n揭榜条件\n独立法人。\n", hard_wrapped=False))
    assert [section.title for section in outline.sections] == ["任务"]


def test_the_lines_of_the_contents_are_no_headings() -> None:
    body = "一、任务介绍\n本项目研制水下机器人。\n二、进度安排\n2027年3月完成样机。\n"
    text, outline = structure(document("揭榜任务书\n目  录\n一、任务介绍 ……… 1\n二、进度安排 ……… 12\n" + body))
    assert [each.title for each in outline.sections] == ["任务介绍", "进度安排"]
    assert all("……" not in text.clean[each.start : each.end] for each in outline.sections)


def test_questions_are_headings_where_chapters_are_numbered() -> None:
    words = "一文读懂\n一、哪些企业可以申请？\n本市企业。\n二、去哪里办？找谁问？\n窗口。\n1.能否代办？\n可以。\n"
    _, outline = structure(document(words, hard_wrapped=False))
    assert [section.title for section in outline.sections] == ["哪些企业可以申请？", "去哪里办？找谁问？"]


def test_titles_without_numbers_below_the_texts_own_title() -> None:
    lines = ["关于奖励申报的通知", "各有关企业：", "申报条件", "1.首次纳统。", "申报时间", "3月10日至25日。"]
    text = "\n".join(lines) + "\n"
    made = document(text, hard_wrapped=False, headings=(HeadingMark(0, len(lines[0]), 1),))
    _, outline = structure(made)
    assert [s.title for s in outline.sections][-2:] == ["申报条件", "申报时间"]


@pytest.mark.parametrize("mark", [":", "："])
def test_a_known_title_with_a_colon_heads_the_lines_below(mark: str) -> None:
    lines = [
        "关于申报的通知",
        f"1.申报条件{mark}",
        "（1）在本省注册。",
        "（2）信用良好。",
        f"2.申报材料{mark}",
        "申报书一份。",
        f"3.项目简介{mark}",
        "略。",
    ]
    _, outline = structure(document("\n".join(lines)))
    assert [(s.number, s.title) for s in outline.sections] == [("1", "申报条件"), ("2", "申报材料")]


@pytest.mark.parametrize(
    ("below", "roles"),
    [
        ("单位名称 | \n法人 | \n", [Role.FORM, Role.TASK_BOOK]),
        ("单位名称：\n", [Role.FORM, Role.TASK_BOOK]),
        ("（说明单位的情况）\n", [Role.TASK_BOOK]),
    ],
)
def test_chapters_behind_the_instructions_are_the_form_and_its_text(below: str, roles: list[Role]) -> None:
    words = (
        "关于申报揭榜项目的通知\n各有关单位：\n请按附件申报。\n附件1\n揭榜项目申报书\n项目名称：\n申报单位：\n申报日期：\n"
        f"填报说明\n1.请如实填写。\n一、基本信息\n{below}二、实施方案\n（一）技术路线\n"
    )
    outline = structure(document(words))[1]
    assert [d.role for d in outline.divisions] == [Role.BODY, Role.COVER, Role.INSTRUCTIONS, *roles]


@pytest.mark.parametrize(
    ("first", "roles"),
    [
        ("1.项目名称：岸基雷达\n2.注册地址：海州市\n", [Role.FORM, Role.TASK_BOOK]),  # the form's own numbers
        ("2.技术方案\n3.证明材料\n", []),  # the list's
    ],
)
def test_numbered_lines_below_a_numbered_attachment(first: str, roles: list[Role]) -> None:
    words = f"岸基雷达项目材料\n附件1 申报表\n{first}附件2 实施方案\n一、任务介绍\n研制岸基雷达。\n"
    outline = structure(document(words, hard_wrapped=False))[1]
    assert [d.role for d in outline.divisions if d.attachment in (1, 2)][:2] == (roles or [Role.TASK_BOOK])


@pytest.mark.parametrize(("framed", "role"), [(True, Role.FORM), (False, Role.TASK_BOOK)])
def test_the_covers_title_again_over_a_form_in_lines(framed: bool, role: Role) -> None:
    labels = (
        "项目名称",
        "申报方向",
        "单位名称",
        "信用代码",
        "成立日期",
        "通信地址",
        "邮政编码",
        "法定代表人",
        "联系人",
    )
    rows = "".join(f"【{label}】岸基雷达\n" if framed else f"{label}是岸基雷达的一部分。\n" for label in labels)
    words = (
        "揭榜项目申报书\n项目名称：岸基雷达\n申报单位：海岚雷达有限公司\n申报日期：2026年5月6日\n揭榜项目申报书\n"
        f"一、项目信息\n{rows}二、单位信息\n三、项目摘要\n研制岸基雷达整机。\n揭榜项目任务书\n一、立项依据\n近海观测不足。\n"
    )
    outline = structure(document(words, hard_wrapped=False))[1]
    assert [d.role for d in outline.divisions] == [Role.COVER, role, Role.TASK_BOOK]


@pytest.mark.parametrize("blank", ["", "\u3000", "\u2003", "|"])
def test_lines_of_blanks_are_no_rules(blank: str) -> None:
    lines = [
        "我单位研制岸基雷达整机与配套的目标识别软件，并在两处岸站安装运行，数据接",
        "入海事部门的监管网络，同时为渔政、海警等单位提供海面目标的综合态势与告警",
    ]
    words = "研制方案\n" + f"\n{blank}\n".join(lines * 6) + "\n"
    text, _ = structure(document(words, hard_wrapped=True))
    assert max(block.end - block.start for block in text.blocks) > 3 * len(lines[0])


def test_a_higher_number_begins_no_part_of_a_lower_one_with_a_text() -> None:
    book = "揭榜任务书\n（一）单位简介\n公司主营海洋观测浮标的研制和运维，产品用于近海和港口。\n"
    book += "一、立项依据\n近海观测不足。\n二、考核指标\n探测距离不低于300公里。\n"
    _, outline = structure(document(book, hard_wrapped=False))
    assert [(s.title, s.level) for s in outline.sections] == [("单位简介", 1), ("立项依据", 1), ("考核指标", 1)]
