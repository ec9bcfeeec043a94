"""Plain text and Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_files import cells, check_offsets, read_as

from pipeline.reading.encoding import decode

PROSE = "各有关单位：现将揭榜挂帅工作有关事项通知如下，请于2025年7月1日前报送材料。\n联系电话：010-55500001"
TRADITIONAL = "各有關單位：請於本年度內報送申請書，並說明項目進度與經費的使用情況。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_encodings(encoding: str) -> None:
    assert read_as(PROSE.encode(encoding), "a.txt").text == PROSE + "\n"


def test_big5_is_told_from_gb18030() -> None:
    assert decode(TRADITIONAL.encode("big5"))[0] == TRADITIONAL


def test_rare_characters_of_gb18030() -> None:
    text = "申报单位：𠮷田精工，负责人：㛃某，现就项目的有关情况说明如下。"
    assert decode(text.encode("gb18030"))[0] == text


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends(ends: str) -> None:
    document = read_as(PROSE.replace("\n", ends).encode(), "a.txt")
    assert document.text == PROSE + "\n"
    assert document.hard_wrapped is None
    assert len(document.lines) == 2


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), min_size=1))
def test_offsets_of_any_text(text: str) -> None:
    if text.strip():
        check_offsets(read_as(("申报材料\n" + text).encode(), "a.txt"))


MARKDOWN = """# 揭榜申报表

一、单位情况
联系人：甲某

| 项目 | 数值 |
|---|---|
| 容量 | 5 MWh |

<input type="checkbox" checked/> 方向1：储能 <input type="checkbox"/> 方向2：氢能

<div align="center">任务书</div>

1. 申报条件
2. 申报~~旧~~时间
"""


def test_markdown_is_what_a_reader_sees() -> None:
    document = read_as(MARKDOWN.encode(), "a.md")
    assert document.text == (
        "揭榜申报表\n一、单位情况\n联系人：甲某\n项目\t数值\n容量\t5 MWh\n"
        "☑ 方向1：储能 □ 方向2：氢能\n任务书\n1. 申报条件\n2. 申报时间\n"
    )
    assert document.title == "揭榜申报表"
    assert [row[4] for row in cells(document)] == ["项目", "数值", "容量", "5 MWh"]
    assert document.hard_wrapped is None
    check_offsets(document)
