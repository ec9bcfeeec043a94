"""Titles: between ornaments, behind rules, of outlines to write by, covers, papers of accounts, annexes and proofs."""

import pytest
from documents import document, joined, table

from extractors.application.attachments import find_attachments
from extractors.application.claims import find_claims
from pipeline.structure import structure
from pipeline.structure.titles.titles import title_role
from schemas.outline import Role


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        ("致全港船员和岸上同行的揭榜书\n同行们：\n", [Role.BODY]),
        ("盐雾揭榜书\n各位船员、各位老师：\n", [Role.BODY]),
        ("盐雾揭榜书\n项目名称：盐雾监测\n申报单位：海州某公司\n", [Role.BODY, Role.COVER]),
    ],
)
def test_a_call_upon_many_is_no_cover(lines: str, roles: list[Role]) -> None:
    above = "海州市船员协会\n"
    below = "一船盐雾，锈了缆绳，也锈了灯，谁能治谁来揭榜。\n一、规矩\n会员方可报名。\n二、奖补\n每题四万元。\n"
    _, outline = structure(document(above + lines + below, hard_wrapped=False))
    assert [d.role for d in outline.divisions][: len(roles)] == roles
    assert (len(outline.divisions) == 1) == (len(roles) == 1)


def test_a_note_behind_a_title_between_ornaments() -> None:
    words = "研制方案\n==== 一、技术路线 ====\n先试制后试验。\n==== 二、经费预算 ====  (单位:万元)\n设备费 20\n"
    _, outline = structure(document(words, hard_wrapped=False))
    assert [section.title for section in outline.sections] == ["技术路线", "经费预算"]


@pytest.mark.parametrize("rule", ["========", "════", "━━━━", "▬▬▬"])
def test_titles_between_ornaments(rule: str) -> None:
    words = (
        "某某揭榜挂帅申报材料\n揭榜方向：岸基雷达\n揭榜单位：海州仪器有限公司\n"
        f"{rule} 申报表 {rule}\n一、单位情况\n单位名称：海州仪器有限公司\n"
        "***** 揭榜任务书 *****\n一、任务介绍\n研制岸基雷达。\n"
    )
    _, outline = structure(document(words, hard_wrapped=False))
    assert [(d.role, d.title) for d in outline.divisions][1:] == [
        (Role.FORM, "申报表"),
        (Role.TASK_BOOK, "揭榜任务书"),
    ]


def test_a_rule_parts_a_title_from_the_line_above() -> None:
    words = (
        "某某揭榜挂帅申报材料\n附件清单\n"
        + "3、岸基雷达样机在海试期间的检测报告与用户单位出具的使用情况说明二份\n" * 3
        + "==========\n揭榜任务承诺书\n==========\n我单位承诺材料真实。\n"
    )
    _, outline = structure(document(words, hard_wrapped=True))
    assert outline.divisions[-1].role is Role.COMMITMENT


@pytest.mark.parametrize("first", ["附1 营业执照副本复印件", "营业执照副本复印件"])
def test_a_title_between_ornaments_takes_nothing_of_the_line_below(first: str) -> None:
    words = (
        "某某揭榜挂帅申报材料\n"
        + "浮标长期值守，靠波浪能补电，锚泊三点，另配声学释放器和备用浮体各一套以防走锚\n" * 3
        + f"{'=' * 32} 四、附件清单 {'=' * 32}\n\n{first}\n附2 检测报告\n附3 联合体协议\n"
    )
    text, outline = structure(document(words, hard_wrapped=False))
    assert outline.divisions[-1].title == "附件清单"
    assert [text.clean[b.start : b.end] for b in text.blocks][-3] == first.replace(" ", "")


@pytest.mark.parametrize(
    ("title", "chapter", "found"),
    [
        ("技术建议书", "第一章 现状分析 阐述国内外研究现状与技术难点。", "现状分析"),
        ("监测方案编写提纲", "第一章 现状分析\n阐述国内外研究现状。", "现状分析"),
        ("技术建议书", "第一章 现状分析 国内。", None),  # no guidance
    ],
)
def test_chapters_of_an_outline_to_write_by(title: str, chapter: str, found: str | None) -> None:
    _, outline = structure(document(f"关于征集方案的公告\n一、征集内容\n研制岸基雷达。\n附件\n{title}\n{chapter}\n"))
    titles = [one.title for one in outline.sections if outline.divisions[one.division].role is Role.TASK_BOOK]
    assert titles == ([found] if found else [])


def test_a_covers_labels_right_above_the_forms_table() -> None:
    words = (
        "潮汐能揭榜挂帅项目申报书\n项目名称：浮标标定\n揭榜单位（公章）：海州仪器有限公司\n填报日期：2026年5月6日\n"
        "表1 单位情况\n"
    )
    rows = [["单位名称", "海州仪器有限公司"], ["单位简介", "公司从事浮标标定与海况观测装置的研制。" * 5]]
    _, outline = structure(table(rows, words))
    assert [d.role for d in outline.divisions] == [Role.COVER, Role.FORM]


def test_a_documents_number_above_its_title() -> None:
    lines = (
        "海科发〔2026〕5号\n海州市科学技术局关于发布2026年度海洋观测与卫星应\n用领域揭榜挂帅榜单的通知\n各有关单位：\n"
    )
    body = (
        "为以真实需求牵引关键技术攻关，我局面向全市征集形成海洋观测与卫星应用榜\n单，现予发布，请结合实际组织申报。\n"
        * 4
    )
    text, _ = structure(document(lines + body, hard_wrapped=True))
    assert text.clean.split("\n")[0] == "海科发〔2026〕5号"


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("内部审计智能化揭榜挂帅项目申报表", Role.FORM),
        ("智慧社保服务平台揭榜表", Role.FORM),
        ("审计局推荐函", Role.RECOMMENDATION),
        ("专利项目推荐汇总表", Role.RECOMMENDATION),
        ("研发费用加计扣除申报表", None),
        ("企业所得税年度纳税申报表", None),
        ("研发费用辅助账汇总表", None),
    ],
)
def test_papers_of_accounts_open_no_form(title: str, role: Role | None) -> None:
    assert title_role(title) is role


BOOK = "潮汐能揭榜任务书\n一、预期目标\n见附表。\n"
LETTER = "揭榜承诺书\n我单位承诺所报材料真实。\n法定代表人（签字）：辛白杨\n2026年5月6日\n"
PROOFS = "证明材料清单\n1. 营业执照\n"
INDICATORS = [["指标", "现状", "2027年目标"], ["潜深", "300米", "≥800米"], ["航程", "20公里", "≥60公里"]]


@pytest.mark.parametrize("above", [LETTER, PROOFS])
@pytest.mark.parametrize(
    ("caption", "annexed"),
    [
        ("附表 2027年考核指标一览", True),
        ("附表1 2027年考核指标一览表", True),
        ("附2 指标分解表", True),
        ("附表 主要设备一览", False),
        ("附表1 近三年承担科技计划一览表", False),
        ("指标的检验由第三方承担。", False),
    ],
)
def test_a_table_of_indicators_behind_the_text(caption: str, annexed: bool, above: str) -> None:
    text, outline = structure(table(INDICATORS, f"{BOOK}{above}{caption}\n"))
    roles = [division.role for division in outline.divisions]
    assert roles[:2] == [Role.TASK_BOOK, Role.COMMITMENT if above is LETTER else Role.PROOFS]
    assert roles[2:] == ([Role.TASK_BOOK] if annexed else [])
    told = [(claim.metric, claim.value) for claim in find_claims(text, outline, None).targets]
    assert told == ([("潜深", 800), ("航程", 60)] if annexed else [])


@pytest.mark.parametrize("caption", ["附件2 经济指标", "附件2 主要财务指标"])
def test_a_table_among_the_papers_of_the_list(caption: str) -> None:
    made = joined(table(INDICATORS, f"{BOOK}{PROOFS}{caption}\n"), document("附件3 审计报告\n附件4 专利证书\n"))
    text, outline = structure(made)
    assert [division.role for division in outline.divisions] == [Role.TASK_BOOK, Role.PROOFS]
    assert {"审计报告", "专利证书"} <= {a.name for a in find_attachments(text, outline)}


def test_indicators_without_a_table_are_a_paper_of_the_list() -> None:
    _, outline = structure(document(f"{BOOK}{PROOFS}附表 2027年考核指标一览\n", hard_wrapped=False))
    assert [division.role for division in outline.divisions] == [Role.TASK_BOOK, Role.PROOFS]


@pytest.mark.parametrize(
    "paper", ["“海晏9”船东合作承诺书", "《岸站共建承诺书》", "（扫描件）渔港合作承诺书", "渔港合作承诺书"]
)
def test_a_paper_right_below_another_of_the_list_is_no_title(paper: str) -> None:
    words = f"{BOOK}证明材料清单\n附4 营业执照\n附5 海试报告\n附6{paper}\n附7 发明专利证书\n"
    text, outline = structure(document(words, hard_wrapped=False))
    assert [division.role for division in outline.divisions] == [Role.TASK_BOOK, Role.PROOFS]
    assert [a.name for a in find_attachments(text, outline)] == ["营业执照", "海试报告", paper, "发明专利证书"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("附之四　要带的凭证", Role.PROOFS),
        ("附（四）　凭证清单", Role.PROOFS),
        ("附件Ⅳ　上传文件", Role.PROOFS),
        ("附表六　随表证件", Role.PROOFS),
        ("附录四　随申请书附上的证明", Role.PROOFS),
        ("附之一　任务书怎么写", Role.TASK_BOOK),
        ("附件4　付款凭证", Role.OTHER),
        ("附件4　上传办法", Role.OTHER),
    ],
)
def test_what_an_attachments_title_calls_the_papers(line: str, role: Role) -> None:
    call = "关于开展潮汐能揭榜挂帅的公告\n一、榜单\n研制潮位仪。\n某市科技局\n2026年4月2日\n"
    _, outline = structure(document(f"{call}{line}\n营业执照、海试报告、身份证复印件。\n", hard_wrapped=False))
    assert [d.role for d in outline.divisions] == [Role.BODY, role]


def test_a_form_by_its_name_among_numbered_papers() -> None:
    call = "关于开展潮汐能揭榜挂帅的公告\n一、榜单\n研制潮位仪。\n某市科技局\n2026年4月2日\n附件1　上传文件\n"
    _, outline = structure(
        document(f"{call}文件一　营业执照\n文件二　对接意向书\n文件三　海试报告\n", hard_wrapped=False)
    )
    assert [d.role for d in outline.divisions] == [Role.BODY, Role.PROOFS]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("证明材料目录（附复印件，逐页加盖公章）", Role.PROOFS),
        ("附件清单（共8项；均已扫描）", Role.PROOFS),
        ("承诺书（加盖公章，一式两份）", None),  # as an item of a list of what to bring
        ("证明材料（见目录，逐页盖章）", None),
    ],
)
def test_what_is_said_of_the_papers_behind_a_list_title(line: str, role: Role | None) -> None:
    assert title_role(line) is role


def test_numbered_papers_whose_notes_fill_the_line() -> None:
    note = "   海州盐业有限公司，代码91330106MA6T81HX9K，鹿鸣区市场监督管理局核发\n"
    words = "证明材料目录（均为复印件）\n" + "".join(
        f"{number}  {name}\n{note}" for number, name in enumerate(["营业执照", "2025年度审计报告", "“信用”网报告"], 1)
    )
    text, outline = structure(document(words, hard_wrapped=True))
    found = [a.name[:6] for a in find_attachments(text, outline)]
    assert found == ["营业执照海州", "2025年度", "“信用”网报"]


@pytest.mark.parametrize(
    ("paper", "role"),
    [
        ("揭榜单（附一）", None),
        ("任务书（按附二分章写）", None),
        ("承诺书（见附件3）", None),
        ("承诺书（附表3）", None),
        ("任务书（附图两张）", Role.TASK_BOOK),
    ],
)
def test_who_points_to_an_attachment_is_not_it(paper: str, role: Role | None) -> None:
    assert title_role(paper) is role


@pytest.mark.parametrize(("attached", "first"), [("附二 任务书分章", Role.BODY), ("附二 承诺书", Role.TASK_BOOK)])
def test_a_call_that_bears_the_name_of_what_answers_it(attached: str, first: Role) -> None:
    call = "海州省盐业局 盐库火情 揭榜书\n一处失火，一年无盐。\n（一）榜题\n库房嗅探仪。\n（二）谁可揭榜\n法人单位。\n"
    call += "（三）须交\n揭榜单与任务书。\n"
    form = "附一 揭榜单\n1、所揭之榜：\n2、单位名称：\n3、单位住所：\n4、主事人姓名：\n5、主事人手机：\n"
    _, outline = structure(document(f"{call}{form}{attached}\n壹、现状\n贰、办法\n叁、费用\n", hard_wrapped=False))
    assert outline.divisions[0].role is first
