"""Chapters that a template lists in a table."""

import pytest
from documents import table

from extractors.notice.tabled_chapters import tabled_chapters
from pipeline.structure import structure

BEFORE = "关于发布榜单的公告\n各有关单位：\n现将榜单公布如下。\n附件1\n项目实施方案提纲\n"
AFTER = "附件2\n承诺书\n我单位承诺材料真实。\n"


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (["序号", "标题", "撰写要求"], [("立项依据", "意义"), ("研究内容", "逐条说明"), ("预期成果", None)]),
        (["编号", "章节名称", "编写说明"], [("立项依据", "意义"), ("研究内容", "逐条说明"), ("预期成果", None)]),
        (["序号", "设备名称", "用途"], []),
        (["序号", "标题", "页码"], []),
    ],
)
def test_tabled_chapters(heads: list[str], expected: list[tuple[str, str | None]]) -> None:
    rows = [heads, ["一", "立项依据", "意义"], ["二", "二、研究内容", "逐条说明"], ["三", "预期成果", ""]]
    found = tabled_chapters(*structure(table(rows, before=BEFORE, after=AFTER)))
    assert [(chapter.title, chapter.guidance) for chapter in found] == expected
    assert all(chapter.title in chapter.evidence.text for chapter in found)


@pytest.mark.parametrize("heads", [["序号", "题目", "主要内容"], ["序号", "模块", "说明"], ["序号", "部分", "内容"]])
def test_other_tables_of_an_attachment(heads: list[str]) -> None:
    rows = [heads, ["1", "叶片除冰", "研究方法"], ["2", "潮位观测", "研制浮标"], ["3", "电池预警", "研制样机"]]
    before = BEFORE.replace("项目实施方案提纲", "企业难题汇总")
    assert tabled_chapters(*structure(table(rows, before=before, after=AFTER))) == []


def test_two_rows_are_no_outline() -> None:
    rows = [["序号", "标题", "撰写要求"], ["一", "立项依据", "意义"], ["二", "研究内容", "逐条说明"]]
    assert tabled_chapters(*structure(table(rows, before=BEFORE, after=AFTER))) == []


@pytest.mark.parametrize(
    ("heads", "first"),
    [(["章", "题目", "写什么", "字数"], "第一章"), (["序号", "章节", "篇幅", "备注"], "1")],
)
def test_a_column_of_ordinals_names_no_chapter(heads: list[str], first: str) -> None:
    rows = [heads, [first, "海况", "差距", "800字以内"], ["2", "机组", "路线", "不限"], ["3", "经费", "科目", "不限"]]
    found = tabled_chapters(*structure(table(rows, before=BEFORE, after=AFTER)))
    assert [chapter.title for chapter in found] == ["海况", "机组", "经费"]
