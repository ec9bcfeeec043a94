"""Forms in lines by how the room to write is drawn, alike in every line."""

import pytest
from documents import document

from extractors.forms.blanks.framed_labels import framed_labels
from extractors.forms.forms import find_fields
from extractors.text.spans import Span
from pipeline.structure import structure
from schemas.outline import Role

CALL = "关于征集盐雾监测方案的通知\n请于5月1日前报名。\n\n附件1 揭榜登记卡\n"
NAMES = ("项目名称", "注册地", "法定代表人", "联系手机", "盐雾站点", "申请经费（万元）")
# one line of the form, blank
BLANK = [
    "{}（　　　　）",
    "{}〔        〕",
    "{}..............",
    "{} →",
    "{} =",
    "【{}】",
    "● {}：",
]


@pytest.mark.parametrize("line", BLANK)
def test_a_blank_form(line: str) -> None:
    words = "\n".join(line.format(name) for name in NAMES)
    text, outline = structure(document(f"{CALL}{words}\n", hard_wrapped=False))
    fields = find_fields(text, outline)
    assert [field.name for field in fields] == list(NAMES)
    assert not any(field.value for field in fields)
    assert outline.divisions[-1].role is Role.FORM


def test_several_labels_in_a_line_count_each() -> None:
    lines = "".join(f"{one}：　　　　　{other}：\n" for one, other in zip(NAMES[::2], NAMES[1::2], strict=True))
    text, outline = structure(document(f"{CALL}{lines}", hard_wrapped=False))
    assert [field.name for field in find_fields(text, outline)] == list(NAMES)


@pytest.mark.parametrize("line", ["{}〔{}〕", "{} → {}", "【{}】{}", "● {}：{}"])
def test_a_form_filled_in(line: str) -> None:
    said = ("盐雾监测网", "海州市", "钱某", "13900000000", "十二处", "60")
    words = "\n".join(line.format(*pair) for pair in zip(NAMES, said, strict=True))
    text, outline = structure(document(f"揭榜登记表\n{words}\n", hard_wrapped=False))
    found = {field.name: field.value for field in find_fields(text, outline, applied=True)}
    assert found == dict(zip(NAMES, said, strict=True))


@pytest.mark.parametrize(
    "lines",
    [
        "营业执照（复印件）\n审计报告（原件）\n检测报告（原件）\n职称证书（复印件）\n",
        "负责人（签字）\n法定代表人（签字）\n联系人（签字）\n项目负责人（签字）\n",
    ],
)
def test_lines_that_are_no_labels(lines: str) -> None:
    text, outline = structure(document(f"揭榜登记表\n{lines}", hard_wrapped=False))
    assert find_fields(text, outline) == []


COUNTED = (
    "1. 榜号：________\n2. 证号：________（联合的填持证单位的）\n3. 技术总师：\n"
    "   3.1 姓名：______  3.2 从业年限：____年\n"
    "   3.3 资格证书：______  3.4 联系电话：______\n4. 安全总监：\n   4.1 姓名：______  4.2 联系电话：______\n"
    "5. 试验场地：______\n"
)


def test_lines_with_rooms_are_counted_in_steps() -> None:
    text, outline = structure(document(f"{CALL}{COUNTED}", hard_wrapped=False))
    found = find_fields(text, outline)
    names = ["榜号", "证号", "技术总师姓名", "从业年限", "资格证书", "联系电话"]
    assert [field.name for field in found] == [*names, "安全总监姓名", "安全总监联系电话", "试验场地"]
    assert not any(field.value for field in found)
    assert not [one for one in outline.sections if one.division == len(outline.divisions) - 1]


def test_who_stands_over_a_name() -> None:
    lines = "题目：\n单位名字：\n管账的人\n  姓名：\n  手机：\n经办的师傅\n  姓名：\n  手机：\n"
    text, outline = structure(document(f"{CALL}{lines}", hard_wrapped=False))
    told = [field.name for field in find_fields(text, outline)]
    assert told[2:] == ["管账的人姓名", "管账的人手机", "经办的师傅姓名", "经办的师傅手机"]
    # a title of the form's own is nobody
    lines = "题目：\n单位名字：\n带头人简历\n  姓名：\n  手机：\n"
    text, outline = structure(document(f"{CALL}{lines}", hard_wrapped=False))
    assert {field.group for field in find_fields(text, outline)} == {None}


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ("〔姓名〕　　　　〔性别〕\n〔出生日期〕　　　　〔专业技术职务〕\n", [None] * 4),
        ("［姓名］钱某　［性别］女\n［出生日期］1980年3月　［职称］研究员\n", ["钱某", "女", "1980年3月", "研究员"]),
    ],
)
def test_several_framed_labels_in_a_line(lines: str, values: list[str | None]) -> None:
    above = "【题目】\n【首席专家】\n"
    text, outline = structure(document(f"揭榜登记表\n{above}{lines}", hard_wrapped=False))
    found = [
        field for field in find_fields(text, outline) if field.name.startswith(("首席专家", "出生", "职称", "专业"))
    ]
    assert [field.value or None for field in found if field.name != "首席专家"] == values
    assert [field.name for field in found][-4:-2] == ["首席专家姓名", "首席专家性别"]


def test_frames_in_a_sentence_are_no_labels() -> None:
    for words in ("【盐雾】重的地方【缆绳】锈得快", "见【姓名】【性别】", "【姓名】", "【姓名】钱某【经过】一夜大雾"):
        assert framed_labels(words, [Span(0, len(words))], 0, Role.FORM) == ([], 0)
