"""The parts of a form that its numbered chapters open, and where instructions end."""

import pytest
from documents import document

from pipeline.structure import structure
from pipeline.structure.divisions.chapters import chapter_at
from pipeline.structure.titles.numbering import value_of
from schemas.outline import Role

COVER = "潮汐能项目申报书\n项目名称：\n申报单位：\n申报日期：\n"
GRID = "\n单位名称 | 海州公司 | 法定代表人 | 李某\n注册地址 | 海州市 | 联系电话 | 0574\n\n"
FORM, BOOK, PROOFS, LETTER = Role.FORM, Role.TASK_BOOK, Role.PROOFS, Role.COMMITMENT

# name, text behind the cover, roles behind the cover
CASES: list[tuple[str, str, list[Role]]] = [
    (
        "a form in chapters",
        f"一、项目基本信息表\n{GRID}二、项目正文\n一、研究内容\n研制装备。\n三、揭榜承诺书\n本单位承诺属实。\n四、附件清单\n1.审计报告\n",
        [FORM, BOOK, LETTER, PROOFS],
    ),
    (
        "indicators annexed behind the letter",
        f"一、项目基本信息表\n{GRID}二、项目正文\n一、研究内容\n研制装备。\n三、揭榜承诺书\n本单位承诺属实。\n"
        "附表 2027年考核指标一览\n\n指标 | 目标\n潜深 | 800米\n\n",
        [FORM, BOOK, LETTER, BOOK],
    ),
    (
        "papers under a question, with what is said of them in a bracket",
        f"【第一部分】 登记信息\n{GRID}【第二部分】 研究内容\n研制装备。\n"
        "【第三部分】 附了哪些证明（均加盖公章，装订在后）\n1)审计报告\n",
        [BOOK, PROOFS],
    ),
    (
        "what is asked of a chapter in a bracket opens none",
        f"【第一部分】 登记信息\n{GRID}【第二部分】 研究内容\n研制装备。\n"
        "【第三部分】 怎么检验（均盖章，装订在后）\n1)海试\n",
        [BOOK],
    ),
    (
        "a form in chapters whose numbers have no mark",
        f"一 单位基本情况\n{GRID}二 研究内容\n研制装备。\n三 附件清单\n1.审计报告\n",
        [FORM, BOOK, PROOFS],
    ),
    (
        "instructions end where numbering begins anew",
        "填报说明\n一、请如实填写。\n二、不得空缺。\n一、研究内容\n（说明技术路线）\n二、进度安排\n三、附件材料\n1.审计报告\n",
        [Role.INSTRUCTIONS, BOOK, PROOFS],
    ),
    (
        "instructions end at the form's table",
        f"填报说明\n1.请如实填写。\n一、单位情况\n{GRID}二、研究内容\n研制装备。\n",
        [Role.INSTRUCTIONS, FORM, BOOK],
    ),
    (
        "instructions on the chapters of the form",
        "填报说明\n请逐项填写。\n一、封面\n单位名称须填写全称。\n二、研究内容\n应写明路线。\n",
        [Role.INSTRUCTIONS],
    ),
    (
        "captions of tables",
        f"表1 单位基本情况\n{GRID}表2 揭榜方案\n一、技术路线\n研制装备。\n",
        [FORM, BOOK],
    ),
    (
        "captions of the form's tables",
        f"表1 基本信息\n{GRID}表2 揭榜单位\n{GRID}表3 项目负责人\n{GRID}表4 经费（万元）\n{GRID}",
        [FORM],
    ),
    (
        "the sums of a form by any name",
        f"表1 基本信息\n{GRID}表2 经费信息（万元）\n{GRID}",
        [FORM],
    ),
    (
        "a text of the form under its caption",
        f"表1 基本信息\n{GRID}表2 单位简介\n公司从事潮汐能装备的研制。\n",
        [FORM],
    ),
    (
        "another text under a caption",
        f"表1 基本信息\n{GRID}表2 技术路线\n公司从事潮汐能装备的研制。\n",
        [FORM, BOOK],
    ),
    (
        "papers of a list that are called as parts are",
        "第一部分 揭榜任务书\n1.技术路线\n研制装备。\n肆、所附材料\n"
        "一、审计报告\n二、联合协议：两方签订\n三、揭榜承诺书\n四、营业执照\n",
        [BOOK],
    ),
    (
        "a first table with a name of its own",
        f"表一 单位情况\n{GRID}表二 单位情况\n{GRID}",
        [FORM],
    ),
    (
        "the text's first chapter behind the form's tables",
        f"表1 基本数据表\n{GRID}第1章 我们怎样看这道题\n潮汐能装置要经得住生物附着。\n第2章 怎么做\n研制装备。\n",
        [FORM, BOOK],
    ),
    (
        "a first chapter of labels",
        f"表1 基本数据表\n{GRID}第一部分 其他\n单位名称：海州公司\n法定代表人：李某\n",
        [FORM],
    ),
    (
        "captions of tables in brackets",
        "【表1】单位基本情况\n单位名称：海州公司\n法定代表人：李某\n【表2】揭榜方案\n报价：80万元\n",
        [FORM, BOOK],
    ),
    (
        "the cover behind the instructions",
        f"填报说明\n一、请如实填写。\n项目名称：____\n申报单位：____（盖章）\n申报日期：__年__月__日\n一、单位情况\n{GRID}",
        [Role.INSTRUCTIONS, Role.COVER, FORM],
    ),
    (
        "what instructions say of the cover's labels",
        "填报说明\n一、请如实填写。\n项目名称：不超过30字。\n申报单位：填写全称。\n申报日期：填写报送之日。\n",
        [Role.INSTRUCTIONS],
    ),
    (
        "1. behind instructions in brackets",
        f"填报说明\n（1）逐项填写。\n（2）不得空缺。\n1. 基本信息\n{GRID}"
        + "2. 研究内容\n2.1 目标\n研制装备。\n3. 附件清单\n①营业执照\n",
        [Role.INSTRUCTIONS, FORM, BOOK, PROOFS],
    ),
    (
        "1. of the instructions themselves",
        "填报说明\n1. 单位名称\n须填写全称。\n2. 研究内容\n应写明路线。\n",
        [Role.INSTRUCTIONS],
    ),
    (
        "captions of a form's further tables",
        f"表一 申请单位基本信息\n{GRID}表二 平台基本条件\n{GRID}表三 经营状况\n{GRID}表四 设备清单\n{GRID}"
        + f"表五 人员清单\n{GRID}一、平台概况\n设备齐全。\n二、附件清单\n1.审计报告\n",
        [FORM, FORM, FORM, BOOK, Role.OTHER, BOOK, PROOFS],
    ),
    (
        "the text stands between the tables",
        f"表一 单位信息\n{GRID}表二 项目信息\n{GRID}项目正文\n一、背景\n研制装备。\n"
        f"表三 经费预算\n{GRID}审核意见\n属实。\n",
        [FORM, FORM, BOOK, Role.OTHER, FORM],
    ),
    (
        "a chapter behind the letter",
        f"一、揭榜申请表\n{GRID}二、技术方案\n（一）路线\n研制装备。\n"
        "三、诚信承诺书\n本单位承诺属实。\n四、授权委托书\n兹委托。\n",
        [FORM, BOOK, LETTER, BOOK],
    ),
    (
        "（一） where nothing is numbered 一、",
        f"（一）单位及团队信息\n{GRID}（二）方案\n1.路线\n研制装备。\n（三）揭榜承诺\n本单位保证属实。\n",
        [FORM, BOOK, LETTER],
    ),
    (
        "a text whose second chapter is called a plan",
        "一、现状分析\n尚无产品。\n二、攻关方案\n研制装备。\n三、进度\n两年。\n附件清单\n1.审计报告\n",
        [PROOFS],
    ),
]


@pytest.mark.parametrize(("text", "roles"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_parts(text: str, roles: list[Role]) -> None:
    _, outline = structure(document(COVER + text))
    assert [division.role for division in outline.divisions][1:] == roles


def test_a_call_has_no_parts_of_a_form() -> None:
    words = "关于申报的通知\n各单位：\n一、申报条件\n独立法人。\n二、附件清单\n1.审计报告\n三、单位承诺\n如实申报。\n"
    _, outline = structure(document(words, hard_wrapped=False))
    assert [division.role for division in outline.divisions] == [Role.BODY]


def test_entries_of_the_contents_open_nothing() -> None:
    book = f"一、基本信息表\n{GRID}二、研究内容\n研制装备。\n三、附件清单\n1.审计报告\n"
    contents = "目　录\n一、基本信息表　1\n二、研究内容　3\n三、附件清单　9\n"
    _, outline = structure(document(COVER + contents + book))
    assert [division.role for division in outline.divisions][1:] == [FORM, BOOK, PROOFS]
    assert [section.title for section in outline.sections] == ["基本信息表", "研究内容", "附件清单"]


def test_a_series_right_under_one_of_its_style_is_lower() -> None:
    words = "任务书\n一、概况\n研制。\n二、正文\n一、内容\n研制装备。\n二、指标\n80%。\n三、附注\n无。\n"
    _, outline = structure(document(words, hard_wrapped=False))
    levels = [(section.title, section.level) for section in outline.sections]
    assert levels == [("概况", 1), ("正文", 1), ("内容", 2), ("指标", 2), ("附注", 2)]


def test_names_to_answer_in_a_template_are_headings() -> None:
    words = "关于申报的通知\n各单位：\n请申报。\n附件1\n任务书\n一、方案\n1.研究目标\n2.质量控制与随访\n二、经费\n"
    _, outline = structure(document(words, hard_wrapped=False))
    assert [s.title for s in outline.sections][-4:] == ["方案", "研究目标", "质量控制与随访", "经费"]


@pytest.mark.parametrize(
    ("words", "style", "value"),
    [
        ("二、研究内容", "han", 2),
        ("第三部分 方案", "chapter", 3),
        ("表1 单位信息", "caption", 1),
        ("（四）承诺", "han_paren", 4),
    ],
)
def test_chapters(words: str, style: str, value: int) -> None:
    chapter = chapter_at(words)
    assert chapter is not None
    assert (chapter.style, chapter.value) == (style, value)


@pytest.mark.parametrize("words", ["一、申报单位应如实填写，不得空缺。", "表格填写要求", "研究内容", "（1）研究内容"])
def test_no_chapters(words: str) -> None:
    assert chapter_at(words) is None


@pytest.mark.parametrize(
    ("label", "value"),
    [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("（三）", 3), ("第五章", 5), ("7", 7)],
)
def test_values_of_numbers(label: str, value: int) -> None:
    assert value_of(label) == value


def test_a_chapter_that_is_called_a_plan_goes_on_with_the_text() -> None:
    words = (
        f"一、基本信息表\n{GRID}二、立项依据\n三、攻关内容与技术方案\n（逐项回应任务）\n四、考核指标\n五、进度安排\n"
    )
    _, outline = structure(document(COVER + words, hard_wrapped=False))
    assert [division.role for division in outline.divisions][1:] == [FORM, BOOK]
    assert [s.title for s in outline.sections] == ["立项依据", "攻关内容与技术方案", "考核指标", "进度安排"]


def test_the_template_of_a_plan_to_answer() -> None:
    words = (
        "关于征集揭榜方案的公告\n一、要求\n请提交揭榜方案书。\n附件\n智慧渔港揭榜方案书\n第一部分 揭榜方信息\n"
        + GRID
        + "第二部分 揭榜方案\n1. 对需求的认识\n2. 技术方案（逐条回应任务）\n3. 伦理与信息保护\n"
        + "第三部分 承诺书\n本方承诺属实。\n"
    )
    _, outline = structure(document(words, hard_wrapped=False))
    assert [division.role for division in outline.divisions][2:] == [FORM, BOOK, LETTER]
    titles = [s.title for s in outline.sections if outline.divisions[s.division].role is BOOK]
    assert titles == ["揭榜方案", "对需求的认识", "技术方案（逐条回应任务）", "伦理与信息保护"]
