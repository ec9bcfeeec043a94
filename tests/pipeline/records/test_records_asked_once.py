"""What a call asks for twice is one obligation, and what others write in a form is none."""

import pytest
from documents import document, joined, table

from pipeline.records.form_obligations import is_for_others
from pipeline.records.merge import merge_notices
from pipeline.records.notice import build_notice
from pipeline.structure import structure
from schemas.document import Cell, Table
from schemas.notice import Notice


def notice(words: str) -> Notice:
    return build_notice(*structure(document(words, hard_wrapped=False)))


@pytest.mark.parametrize(
    "title", ["推荐单位意见", "区经信部门审核意见", "专家评审意见", "县农业农村局意见", "申报单位所在区审核意见"]
)
def test_others_opinions(title: str) -> None:
    assert is_for_others(title)


@pytest.mark.parametrize("title", ["申报单位意见", "单位意见", "企业承诺", "推荐单位", "牵头单位审核意见"])
def test_the_applicants_own(title: str) -> None:
    assert not is_for_others(title)


def test_a_directions_card_is_no_form() -> None:
    """The code above its title is told; the form asks for a code of its own."""
    card = [["榜题代号", "A"], ["榜题名称", "浮标标定"], ["考核指标", "标定误差≤2%"]]
    other = [["榜题代号", "B"], ["榜题名称", "雷达组网"], ["考核指标", "组网雷达≥6部"]]
    form = [["榜题代号", ""], ["揭榜单位", ""], ["法定代表人", ""], ["联系电话", ""]]
    call = joined(
        *(document("关于征集揭榜团队的公告\n各有关单位：\n现发布榜题2道。\n附件1\n榜题卡片\n"), table(card)),
        *(document("\n"), table(other), document("\n附件2\n揭榜申报表\n"), table(form)),
    )
    found = build_notice(*structure(call))
    assert [d.name for d in found.directions] == ["浮标标定", "雷达组网"]
    assert [o.name for o in found.obligations if o.kind == "form_field"] == [
        "榜题代号",
        "揭榜单位",
        "法定代表人",
        "联系电话",
    ]


FORM = "附件\n项目申报书\n项目名称：\n申报单位：\n申报日期：  年  月  日\n一、基本信息表\n单位名称\t\t邮政编码\t\n"


@pytest.mark.parametrize(
    ("listed", "added"),
    [
        ("2024年度审计报告", []),  # the call's 财务审计报告
        ("科技查新报告", []),
        ("自筹资金承诺函", []),  # a letter for the call, a paper for the list
        ("研发投入专项审计报告", ["研发投入专项审计报告"]),
        ("检测报告", ["检测报告"]),
    ],
)
def test_what_the_template_lists_again_in_other_words(listed: str, added: list[str]) -> None:
    call = "关于申报的通知\n各有关单位：\n一、申报材料\n1.2024年度财务审计报告；\n2.查新机构出具的科技查新报告；\n"
    call += "3.自筹资金承诺函。\n"
    found = notice(call + FORM + f"二、研究内容\n二、附件清单\n1.{listed}\n2.营业执照\n")
    names = [o.name for o in found.obligations if o.kind == "proof_material"]
    assert names == ["2024年度财务审计报告", "查新机构出具的科技查新报告", *added, "营业执照"]


def test_the_proofs_that_a_bracket_names() -> None:
    listed = "二、证明材料\n[按顺序附：营业执照；审计报告；联合协议（联合申报的）。]\n"
    found = notice("关于申报的通知\n各有关单位：\n请填写申报书。\n" + FORM + listed)
    proofs = [(o.name, o.condition) for o in found.obligations if o.kind == "proof_material"]
    assert ("联合协议", "联合申报的") in proofs
    assert {"营业执照", "审计报告"} <= {name for name, _ in proofs}


def test_the_proofs_that_a_cell_of_the_template_names() -> None:
    text = "关于申报的通知\n各有关单位：\n请填写申报书。\n" + FORM.rpartition("单位名称")[0]
    start, cells = len(text), []
    listed = "1.营业执照；2.近两年审计报告；3.联合协议（联合揭榜的）"
    for row, words in enumerate((("单位名称", ""), ("单位简介", "（300字以内）"), ("附件清单", listed))):
        for column, cell in enumerate(words):
            cells.append(Cell(len(text), len(text) + len(cell), row, column))
            text += cell + "\t\n"[column]
    table = Table(start, len(text) - 1, tuple(cells))
    found = build_notice(*structure(document(text, tables=(table,), hard_wrapped=False)))
    names = {o.name for o in found.obligations if o.kind == "proof_material"}
    assert {"营业执照", "近两年审计报告", "联合协议"} <= names


def test_a_paper_that_an_annex_lists_again_is_asked_for_once() -> None:
    call = notice("关于申报的通知\n各有关单位：\n一、申报材料\n1.营业执照；\n2.审计报告。\n")
    annex = notice("附件材料目录\n1.审计报告\n2.查新报告\n")
    names = [o.name for o in merge_notices(call, [annex]).obligations if o.kind == "proof_material"]
    assert sorted(names) == sorted(["营业执照", "审计报告", "查新报告"])


def test_a_paper_that_an_annex_lists_in_other_words_is_asked_for_once() -> None:
    call = notice("关于申报的通知\n各有关单位：\n一、申报材料\n1.与农业经营主体的合作协议；\n2.2025年度审计报告。\n")
    annex = notice("附件材料目录\n1.合作协议\n2.研发专项报告\n")
    names = [o.name for o in merge_notices(call, [annex]).obligations if o.kind == "proof_material"]
    assert "合作协议" not in names
    assert {"与农业经营主体的合作协议", "研发专项报告"} <= set(names)


@pytest.mark.parametrize("listed", ["研发费用专项审计报告", "联合单位营业执照", "法定代表人授权书及身份证"])
def test_a_paper_of_another_kind_or_owner_is_asked_for_as_well(listed: str) -> None:
    call = notice("关于申报的通知\n各有关单位：\n一、申报材料\n1.审计报告；\n2.营业执照；\n3.法定代表人身份证。\n")
    annex = notice(f"附件材料目录\n1.{listed}\n2.查新报告\n")
    names = [o.name for o in merge_notices(call, [annex]).obligations if o.kind == "proof_material"]
    assert listed in names


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("揭榜承诺书（应包括下列事项）", ["承诺书"]),
        ("科研诚信承诺书", ["揭榜承诺书", "科研诚信承诺书"]),
    ],
)
def test_one_letter_whatever_its_title_adds(title: str, names: list[str]) -> None:
    call = (
        "关于征集揭榜团队的公告\n各有关单位：\n一、申报材料\n1.营业执照；\n2.揭榜承诺书。\n"
        f"附件1\n{title}\n我单位承诺申报材料真实。\n法定代表人（签字）：\n单位（盖章）：\n年  月  日\n"
    )
    assert sorted(o.name for o in notice(call).obligations if o.kind == "commitment") == sorted(names)
