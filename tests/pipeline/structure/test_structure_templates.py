"""Templates inside a call: attachments with a form each, forms below instructions, outlines with nothing under them."""

import time
from unittest.mock import ANY

import pytest
from documents import document

from pipeline.structure import structure
from pipeline.structure.divisions.attachments import role_of_attached
from pipeline.structure.forms.lines import form_begins
from schemas.outline import Role

CALL = (
    "关于发布榜单的通知\n各有关单位：\n现将榜单发布如下。\n"
    "一、申报条件\n单位具有法人资格。\n海州市科学技术局\n2026年3月1日\n"
)
GRID = "\n单位名称 | 海州公司 | 法定代表人 | 李某\n注册地址 | 海州市 | 联系电话 | 0574\n\n"
LINES = "1.单位名称：\n2.单位类型：□企业 □高校\n3.法定代表人：\n4.注册地址：\n5.联系电话：\n6.单位简介（400字以内）：\n"
TITLES = "1.成果来源与创新点\n2.市场需求与竞品（应有调研数据）\n3.验证（中试）内容与方法\n4.经费用途\n"


def _roles(text: str) -> list[tuple[Role, str]]:
    _, outline = structure(document(text))
    return [(division.role, division.title) for division in outline.divisions[1:]]


def _titles(text: str) -> list[tuple[str | None, str]]:
    _, outline = structure(document(text, hard_wrapped=False))
    return [
        (section.number, section.title)
        for section in outline.sections
        if outline.divisions[section.division].role is Role.TASK_BOOK
    ]


def test_a_form_in_lines_goes_on_over_its_chapters() -> None:
    form = "一、单位信息\n1.单位名称：\n2.法定代表人：\n二、负责人与联络人\n"
    form += "3.负责人姓名：\n4.联络人手机：\n三、信息确认\n法定代表人（签字）：\n"
    assert [role for role, _ in _roles(f"{CALL}附件1 揭榜报名表\n填写说明\n逐项填写。\n{form}")][
        -1
    ] is not Role.TASK_BOOK
    parts = f"{CALL}附件\n海洋装备揭榜项目申报材料\n项目名称：\n牵头单位：\n填报日期：  年 月 日\n"
    parts += "第一部分 申报书\n单位名称：\n法定代表人：\n第二部分 揭榜任务书\n1 需求\n"
    assert (Role.FORM, "申报书") in _roles(parts)
    assert Role.TASK_BOOK in [role for role, _ in _roles(parts)]


def test_attachments_with_nothing_but_a_table_each_are_no_list() -> None:
    outline = "附件2 揭榜实施方案（提纲）\n一、研发基础\n二、技术路线\n"
    text = f"{CALL}附件1 揭榜报名表\n{GRID}{outline}附件3 揭榜承诺书\n我单位承诺。\n"
    assert _roles(text) == [
        (Role.FORM, "揭榜报名表"),
        (Role.TASK_BOOK, "揭榜实施方案（提纲）"),
        (Role.COMMITMENT, "揭榜承诺书"),
    ]


def test_attachments_called_by_their_number_alone() -> None:
    outline = "附二：揭榜任务书提纲\n（1）为什么揭题：讲清现状。\n（2）怎么干：不超过800字。\n（3）指标：逐项承诺。\n"
    form = f"附一：申报表（按下列各栏填写，不得空缺）\n{LINES}"
    text = f"{CALL}{form}{outline}附三：承诺书\n我单位承诺。\n附录4 证明材料编目\n1.营业执照\n"
    assert _roles(text) == [
        (Role.FORM, "申报表（按下列各栏填写，不得空缺）"),
        (Role.TASK_BOOK, "揭榜任务书提纲"),
        (Role.COMMITMENT, "承诺书"),
        (Role.PROOFS, "证明材料编目"),
    ]
    assert _roles(f"{CALL}附：1.申报表\n2.承诺书\n") == []
    papers = (
        "证明材料清单\n附1 法人证书\n附2 2025年度财务决算报表\n附3 职称证书\n附4 2026年3月出具的查新报告\n附5 意向书\n"
    )
    assert _roles(f"揭榜申请书\n揭榜申请表\n{GRID}{papers}")[-1] == (Role.PROOFS, "证明材料清单")


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("附件之二　任务书框架", Role.TASK_BOOK),
        ("〔附件之2〕　任务书目次", Role.TASK_BOOK),
        ("附：任务书怎么写", Role.TASK_BOOK),
        ("附：揭榜报名表（逐行填写，可加页）", Role.FORM),
        ("附表2　揭榜意向表", Role.FORM),
        ("附三　责任书", Role.COMMITMENT),
        ("附：随报名表交的证明", Role.PROOFS),
        ("附表5　递交材料自查（请在□内打√）", Role.PROOFS),
        ("附件五 佐证文件", Role.PROOFS),
        ("附表3 近三年销售收入", None),
        ("附件2 实施方案标准模板", Role.TASK_BOOK),
        ("附件2 申报单位信誉查询办法", Role.OTHER),
        ("附件3 揭榜单位名录", Role.OTHER),
        ("附件3 揭榜方案评审标准", Role.OTHER),
        ("附件4 实施方案评分细则", Role.OTHER),
    ],
)
def test_marks_of_attachments(line: str, role: Role | None) -> None:
    assert _roles(f"{CALL}{line}\n第一行的内容。\n第二行的内容。\n") == ([] if role is None else [(role, ANY)])


@pytest.mark.parametrize(
    ("below", "roles"),
    [
        ("二、填报时间\n2026年7月8日前填报。\n三、其他\n择优支持。\n", []),
        ("（二）怎么报\n线上填报。\n（三）其他\n择优支持。\n", []),
        ("2.承诺书\n", []),
        ("海岚市工业局\n2026年7月8日\n", []),
        ("海岚市工业局\n海岚市财政局\n海岚市教育局\n2026年7月8日\n", []),
        ("海岚市工业局\n", []),
        ("一、单位情况\n单位名称：\n联系人：\n", [Role.FORM]),
        ("1.单位名称：\n2.联系人：\n", [Role.FORM]),
    ],
)
@pytest.mark.parametrize("paper", ["登记表", "申请表"])
def test_a_paper_named_within_the_text(paper: str, below: str, roles: list[Role]) -> None:
    text = f"关于发布榜单的通知\n各有关单位：\n现将榜单发布如下。\n一、申报条件\n请填表。\n附：{paper}\n{below}"
    assert [role for role, _ in _roles(text)] == roles


def test_the_blanks_of_a_title_are_read_once() -> None:
    before = time.process_time()
    assert role_of_attached(f"登记{' ' * 30_000}表") is None
    assert time.process_time() - before < 1


def test_a_list_of_attachments_stays_one() -> None:
    text = f"{CALL}附件1 揭榜报名表\n附件2 揭榜实施方案\n附件3 揭榜承诺书\n"
    assert _roles(text) == []


def test_a_table_below_the_instructions_is_the_form() -> None:
    text = f"{CALL}附件1\n项目申请书\n填写要求\n1.各栏不得空白。\n基本信息\n{GRID}正文\n（一）立项依据\n研究意义。\n"
    assert [role for role, _ in _roles(text)][-3:] == [Role.INSTRUCTIONS, Role.FORM, Role.TASK_BOOK]


def test_labels_below_the_instructions_are_the_form() -> None:
    text = f"{CALL}附件1\n项目申报书\n填写说明\n1.各栏均须填写，不得留空。\n2.金额单位为万元。\n甲、牵头单位\n{LINES}"
    found, outline = structure(document(text, hard_wrapped=False))
    form = next(division for division in outline.divisions if division.role is Role.FORM)
    assert found.clean[form.start :].startswith("甲、牵头单位")


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (["请如实填写。", *LINES.splitlines()], 1),
        (["请如实填写。", "一、单位信息", *LINES.splitlines()], 1),
        (["请如实填写。", "单位名称：", "法定代表人："], None),
        (["一、单位名称：须填写全称。", "二、项目名称：不超过30字。", "三、起止时间：从签订之日起。"] * 2, None),
        ([], None),
    ],
)
def test_where_a_form_in_lines_begins(lines: list[str], first: int | None) -> None:
    assert form_begins(lines) == first


def test_titles_of_a_template_with_nothing_under_them() -> None:
    expected = [
        ("1", "成果来源与创新点"),
        ("2", "市场需求与竞品（应有调研数据）"),
        ("3", "验证（中试）内容与方法"),
        ("4", "经费用途"),
    ]
    assert _titles(f"{CALL}附：项目方案样式\n项目方案书编写提纲\n{TITLES}附表丙\n诚信承诺书\n本人承诺。\n") == expected
    spaced = TITLES.replace(".", " ")
    assert _titles(f"{CALL}附件2\n揭榜方案书编写提纲\n{spaced}附件3\n诚信承诺书\n本人承诺。\n") == expected


def test_a_list_in_an_applicants_text_is_none() -> None:
    written = "揭榜任务书\n一、技术方案\n本项目研究以下内容，分四步推进，每步都有验证。\n"
    text = f"{written}1.浮标总体设计\n2.声学信号处理\n3.数据链路验证\n4.海上试验评估\n试验由海州所承担，历时一年。\n"
    assert _titles(text) == [("一", "技术方案")]


def test_sections_of_chapters_stand_below_them() -> None:
    text = f"{CALL}附件2\n申报书正文\n第一章 立项背景\n第二章 技术方案\n第一节 关键技术\n第二节 技术路线\n第三章 目标\n"
    _, outline = structure(document(text, hard_wrapped=False))
    levels = {section.title: section.level for section in outline.sections}
    assert [levels[title] for title in ("立项背景", "技术方案", "关键技术", "技术路线", "目标")] == [1, 1, 2, 2, 1]


def test_a_label_that_a_lines_end_has_cut() -> None:
    first = "指标依据：传输率以日常交流的最低速度为准，校准取自焦点小组，能耗由电池折算。原材料与关键元器"
    rest = "件要求：电极阻抗不高于20千欧，芯片支持异步脉冲计算，电池通过医用电气安全的检验，线缆耐弯折。"
    text = f"海州公司申报书\n{first}\n{rest}\n"
    found, _ = structure(document(text, hard_wrapped=True))
    assert "关键元器件要求：电极" in found.clean


def test_a_text_table_with_rules_of_plus_signs() -> None:
    rule = "+------+------+------+\n"
    rows = "| 含水率 | 28%以下 | 烘干法 |\n| 电耗 | 0.3 kWh以内 | 电表 |\n"
    text = f"揭榜任务书\n一、考核目标\n{rule}| 考核项目 | 目标 | 检测方法 |\n{rule}{rows}{rule}"
    found, _ = structure(document(text))
    assert [len(grid.cells) for grid in found.tables] == [9]
