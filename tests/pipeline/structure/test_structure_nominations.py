"""Forms that a person is nominated with, and forms in tables below instructions."""

import pytest
from documents import document, joined, table

from extractors.forms.forms import find_fields
from pipeline.structure import structure
from schemas.outline import Role

CALL = "关于选拔船长的通知\n各有关单位：\n现通知如下。\n一、选拔条件\n年龄不超过50周岁。\n海州港务局\n2026年3月1日\n"
NOMINEE = [
    ["姓名", "", "性别", ""],
    ["出生年月", "", "学历", ""],
    ["工作简历", "", "<", "<"],
    ["所在单位意见", "", "<", "<"],
]
UNIT = [["推荐单位", "", "联系人", ""], ["联系电话", "", "推荐理由", ""]]
LIST = [["姓名", "性别", "出生年月", "学历"], ["", "", "", ""], ["", "", "", ""]]

# (what, the title, its table, the role)
TITLED: list[tuple[str, str, list[list[str]], Role]] = [
    ("a nominee's own form", "优秀船长推荐表", NOMINEE, Role.FORM),
    ("what the unit that recommends fills in", "优秀船长推荐表", UNIT, Role.RECOMMENDATION),
    ("a list of those recommended", "优秀船长推荐汇总表", LIST, Role.RECOMMENDATION),
    ("such a list under another title", "优秀船长推荐表", LIST, Role.RECOMMENDATION),
    ("who the expert is", "专家推荐表", NOMINEE, Role.RECOMMENDATION),
]


@pytest.mark.parametrize(("what", "title", "rows", "role"), TITLED, ids=[case[0] for case in TITLED])
def test_titles(what: str, title: str, rows: list[list[str]], role: Role) -> None:
    assert structure(table(rows, f"{CALL}附件1\n{title}\n"))[1].divisions[-1].role is role, what


def test_a_form_below_its_cover_and_instructions() -> None:
    above = f"{CALL}优秀船长推荐表\n单位：____\n姓名：____\n填表说明\n1、逐项填写。\n2、荣誉称号指劳动模范等。\n"
    text, outline = structure(table(NOMINEE, above))
    assert [division.role for division in outline.divisions] == [
        Role.BODY,
        Role.COVER,
        Role.INSTRUCTIONS,
        Role.FORM,
    ]
    names = ["单位", "姓名", "姓名", "性别", "出生年月", "学历", "工作简历", "所在单位意见"]
    assert [field.name for field in find_fields(text, outline)] == names


def test_a_table_of_codes_belongs_to_the_instructions() -> None:
    codes = [["代码", "船型"], ["01", "散货船"], ["02", "集装箱船"], ["03", "油船"]]
    made = joined(document(f"{CALL}附件1\n优秀船长推荐表\n单位：____\n填表说明\n1、船型按下表填写。\n"), table(codes))
    assert [division.role for division in structure(made)[1].divisions][-1] is Role.INSTRUCTIONS
