"""Headings: by their number, their layout or their words, and lines that only look like one."""

import pytest
from documents import document

from pipeline.reading.loading import read_bytes
from pipeline.structure import structure
from schemas.document import HeadingMark
from schemas.outline import Role


def test_a_heading_by_its_format_over_a_list_of_its_own_numbers() -> None:
    text = "课题揭榜公告\n4. 提交材料\n1. 意向表\n2. 承诺书\n"
    marks = tuple(HeadingMark(text.index(line), text.index(line) + len(line), 2) for line in ("4. 提交材料",))
    _, outline = structure(document(text, hard_wrapped=False, headings=marks))
    assert [(s.number, s.title) for s in outline.sections] == [("4", "提交材料")]


def test_a_title_with_a_colon_over_a_sentence() -> None:
    words = "关于申报的通知\n二、申报程序：\n1.网上申报：\n申报采用网上申报的方式。\n2.材料：\n1）申请表\n2）证明\n"
    _, outline = structure(document(words, hard_wrapped=False))
    assert [(s.number, s.title) for s in outline.sections] == [("二", "申报程序"), ("1", "网上申报"), ("2", "材料")]


def test_a_known_title_with_a_full_stop() -> None:
    words = (
        "关于申报的通知\n一、申报条件。\n（一）在本区注册。\n二、申报资料。\n（一）申请表。\n三、各单位要高度重视。\n"
    )
    _, outline = structure(document(words))
    assert [(s.number, s.title) for s in outline.sections] == [("一", "申报条件"), ("二", "申报资料")]


def test_titles_without_numbers_over_numbered_parts() -> None:
    words = (
        "质量奖开始申报\n申报时间\n即日起至2026年8月10日\n申报条件\n在本区登记注册满3年。\n申报程序\n"
        "申报采用纸质及电子版材料。\n（一）推荐申报\n经街镇推荐后报送。\n（二）资格审查\n对材料进行审查。\n"
    )
    _, outline = structure(document(words, hard_wrapped=False))
    assert [(s.number, s.title, s.level) for s in outline.sections] == [
        (None, "申报时间", 1),
        (None, "申报条件", 1),
        (None, "申报程序", 1),
        ("（一）", "推荐申报", 2),
        ("（二）", "资格审查", 2),
    ]


def test_a_sentence_behind_a_number_is_no_title() -> None:
    words = "关于申报的通知\n一、项目采取网上申报方式。请登录系统。\n"
    words += "二、研究期限为3年。逾期终止。\n三、报送方式。请寄送。\n"
    _, outline = structure(document(words, hard_wrapped=False))
    assert [(s.number, s.title) for s in outline.sections] == [("三", "报送方式")]


def test_a_time_of_day_ends_no_title() -> None:
    words = "关于申报的通知\n三、时间节点\n1. 9月7日（周一）12:00前，申报人提交意向表；\n2. 9月11日前，学院审核。\n"
    _, outline = structure(document(words, hard_wrapped=False))
    assert [(s.number, s.title) for s in outline.sections] == [("三", "时间节点")]


def test_chapters_of_the_level_of_their_part() -> None:
    form = "揭榜任务书\n一、揭榜申请表\n单位名称 | 某厂\n"
    words = form + "二、技术方案\n（一）路线\n研制。\n（二）培训\n两次。\n三、报价表\n合计。\n"
    _, outline = structure(document(words, hard_wrapped=False))
    assert [(s.level, s.title) for s in outline.sections] == [(1, "路线"), (1, "培训"), (1, "报价表")]


def test_questions_with_their_subject_are_titles() -> None:
    words = "实施方案\n一　为什么做：对需求的理解\n村里讲解员少。\n二　做什么：建设内容\n建设知识库。\n"
    _, outline = structure(document(words, hard_wrapped=False))
    assert [s.title for s in outline.sections] == ["为什么做：对需求的理解", "做什么：建设内容"]


def test_titles_with_the_applicants_own_words_first() -> None:
    words = (
        "揭榜任务书\n\n一、底气从哪来：现有基础及相关进展\n\n1. 家底：现有基础\n\n建有岸站两座，研发雷达十年有余。\n\n"
        "2. 战绩：相关进展\n\n已在三处港口试用，效果得到认可。\n\n3. 2026年上半年：完成样机试制\n\n"
        "试制样机并在岸站安装调试。\n"
    )
    _, outline = structure(document(words, hard_wrapped=False))
    titles = ["底气从哪来：现有基础及相关进展", "家底：现有基础", "战绩：相关进展"]
    assert [s.title for s in outline.sections] == titles


LONG = "　　装备在往复流中运行，叶轮须随潮流方向变桨，控制系统按流速调节桨距并记录功率曲线。"


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (("对需求的理解", "研究内容", "进度与团队"), ["对需求的理解", "研究内容", "进度与团队"]),
        (("对需求的理解", "研究内容"), []),
        (("对需求的理解。", "研究内容：见下", "进度"), []),
        (("　　对需求的理解", "　　研究内容", "　　进度与团队"), []),
    ],
)
def test_lines_that_stand_apart_are_headings(lines: tuple[str, ...], titles: list[str]) -> None:
    words = "揭榜任务书\n" + "".join(f"\n{line}\n{LONG}\n" for line in lines)
    _, outline = structure(document(words, hard_wrapped=False))
    assert [s.title for s in outline.sections] == titles


@pytest.mark.parametrize(
    ("bold", "titles"),
    [
        ((0, 1, 2), ["需求理解", "技术路线", "进度与团队"]),
        ((0, 1), []),
        ((), []),
    ],
)
def test_bold_lines_over_a_text_are_headings(bold: tuple[int, ...], titles: list[str]) -> None:
    heads = ("需求理解", "技术路线", "进度与团队")
    words = "揭榜任务书\n" + "".join(f"{head}\n{LONG.strip()}\n" for head in heads)
    spans = tuple((words.index(heads[at]), words.index(heads[at]) + len(heads[at])) for at in bold)
    _, outline = structure(document(words, hard_wrapped=False, bold=spans))
    assert [s.title for s in outline.sections] == titles


def test_a_paragraph_that_counts_anew_heads_no_chapter() -> None:
    text = "任务书\n三、项目正文\n1．研究内容\n一、检测方法：建立模型，解决校正；二、输送装置：采用果杯。\n"
    text += "2．进度\n两年。\n四、附件\n无\n"
    _, outline = structure(document(text))
    chapters = [section.title for section in outline.sections if section.level == 1]
    assert chapters == ["项目正文", "附件"]


def test_who_asks_for_it_stands_in_a_bracket_behind_the_title() -> None:
    text = "关于揭榜的通知\n一、榜单任务\n（一）自动焊接装备（需求方：某某渤海重工有限公司）\n"
    text += "研究内容：突破跟踪。\n二、时间\n另行通知。\n"
    _, outline = structure(document(text))
    assert outline.sections[1].title == "自动焊接装备（需求方：某某渤海重工有限公司）"


def test_headings_with_letters() -> None:
    """By their layout: A. 基本信息 is a chapter, G. 承诺书 a part; F-1 可行性研究报告 is an item of a list."""
    lines = (
        "A. 项目摘要",
        "研制岸基雷达。",
        "E1 立项背景",
        "港口需要。",
        "F. 附件清单",
        "F-1 可行性研究报告",
        "G. 科研诚信承诺书",
    )
    text = "\n".join(("项目申报书", *lines, "我单位承诺属实。"))
    heads = (line for line in lines if line[1] in ".1")
    marks = tuple(HeadingMark(text.index(line), text.index(line) + len(line), 2) for line in heads)
    _, outline = structure(document(text, hard_wrapped=False, headings=marks))
    assert [(s.number, s.title) for s in outline.sections] == [("A", "项目摘要"), ("E1", "立项背景")]
    assert [division.role for division in outline.divisions][-2:] == [Role.PROOFS, Role.COMMITMENT]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("（一）对榜题的理解　　【讲清难在哪里，不超过500字】", "对榜题的理解"),
        ("（一）【对榜题的理解】", "对榜题的理解"),
        ("（一）对榜题【海洋浮标】的理解", "对榜题【海洋浮标】的理解"),
    ],
)
def test_what_a_frame_behind_a_title_says_to_write_is_none_of_it(line: str, title: str) -> None:
    text = f"揭榜任务书\n{line}\n（二）技术路线\n附三 守诺函（样式）\n我方承诺材料真实。\n"
    _, outline = structure(document(text, hard_wrapped=False))
    assert [one.title for one in outline.sections][:2] == [title, "技术路线"]
    assert [one.role for one in outline.divisions] == [Role.TASK_BOOK, Role.COMMITMENT]


def _markdown(words: str) -> list[tuple[str | None, str, int]]:
    _, outline = structure(read_bytes(words.encode(), "call.md"))
    return [(s.number, s.title, s.level) for s in outline.sections]


def test_format_headings_over_their_text_before_the_first_number() -> None:
    words = (
        "# 启航基金\n\n面向在校学生，为期两年。\n\n### 经费来源\n\n本基金的经费来自港务集团和商业赞助，专款专用。\n\n"
        "### 成果归属\n\n成果由本研究组和港务集团共同拥有，署名按贡献排列。\n\n"
        "# 1. 申请流程\n\n## 1.1 材料\n\n提交申请书一份。\n\n# 学习资源\n\n手册见网站。\n"
    )
    assert _markdown(words) == [
        (None, "经费来源", 1),
        (None, "成果归属", 1),
        ("1", "申请流程", 1),
        ("1.1", "材料", 2),
        (None, "学习资源", 1),
    ]


def test_a_title_in_two_lines_is_none() -> None:
    assert _markdown("# 启航基金\n\n## 二〇二六年申请通知\n\n# 1. 申请流程\n\n提交申请书一份。\n") == [
        ("1", "申请流程", 1)
    ]


@pytest.mark.parametrize(
    ("below", "titled"), [("各项工作穿插进行，排期开会再定。", True), ("浮标三台\n相机六台", False)]
)
def test_a_line_set_apart_over_one_short_sentence(below: str, titled: bool) -> None:
    """A sentence is a text however short it is; short lines set in are a list of the chapter above."""
    prose = "　　先在近岸试浮标，再到外海试潜器，逐级扩大海区，每级试满三个月再进下一级。\n"
    words = f"揭榜任务书\n\n怎样攻关\n{prose}\n谁来做\n{prose}\n时间安排\n　　{below}\n\n家底如何\n{prose}\n"
    _, outline = structure(document(words, hard_wrapped=False))
    assert ("时间安排" in [s.title for s in outline.sections]) is titled
