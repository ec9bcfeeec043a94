"""Plain text and Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_files import cells, check_offsets, read_as

from pipeline.reading.encoding import decode
from pipeline.reading.limits import Limits
from pipeline.reading.page_numbers import page_numbers
from schemas.errors import Reason, UnreadableFile

PROSE = "各有关单位：现将揭榜挂帅工作有关事项通知如下，请于2025年7月1日前报送材料。\n联系电话：010-55500001"
SENTENCE = "申报单位的有关材料如下。"
TRADITIONAL = "各有關單位：請於本年度內報送申請書，並說明項目進度與經費的使用情況。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_encodings(encoding: str) -> None:
    assert read_as(PROSE.encode(encoding), "a.txt").text == PROSE + "\n"


def test_big5_is_told_from_gb18030() -> None:
    assert decode(TRADITIONAL.encode("big5"))[0] == TRADITIONAL


def test_rare_characters_of_gb18030() -> None:
    text = "申报单位：𠮷田精工，负责人：㛃某，现就项目的有关情况说明如下。"
    assert decode(text.encode("gb18030"))[0] == text


# (what it shows, the bytes, the text)
BYTES = [
    ("page breaks", "甲\n\f乙\f丙".encode(), "甲\n乙\n丙\n"),
    ("line ends of all kinds", f"{PROSE}\r\n乙\r丙\n丁\u2028戊\x0b己".encode(), f"{PROSE}\n乙\n丙\n丁\n戊\n己\n"),
    ("control characters", f"{PROSE}{PROSE}\x00材\x01料\x1a\n文字".encode(), f"{PROSE}{PROSE}材料\n文字\n"),
    ("HZ", b"~{VPND~}\n", "中文\n"),
    ("no HZ", b"a~{b}~ c~}", "a~{b}~ c~}\n"),
    ("UTF-32", PROSE.encode("utf-32"), PROSE + "\n"),
    ("GBK cut in a character", (SENTENCE * 40).encode("gbk")[:-1], SENTENCE * 39 + SENTENCE[:-1] + "\ufffd\n"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "text"), [case[1:] for case in BYTES], ids=[case[0] for case in BYTES])
def test_bytes(data: bytes, text: str) -> None:
    document = read_as(data, "a.txt")
    assert document.text == text
    check_offsets(document)


PAGE = ["承担单位应当具备下列条件。"] * 9
# (what it shows, the lines, which of them are page numbers)
NUMBERED = [
    ("counting up", [*PAGE, "", "1", "", *PAGE, "", "2", "", *PAGE, "", " 3 "], [10, 22, 34]),
    ("a page's break in the number's place", [*PAGE, "", "7", *PAGE, "", "8", *PAGE, "", "9"], [10, 21, 32]),
    ("two are too few", [*PAGE, "", "1", "", *PAGE, "", "2"], []),
    ("a column of a table", ["序号", "", "1", "", "2", "", "3", "", "4"], []),
    ("a figure that does not count up", [*PAGE, "", "5", "", *PAGE, "", "2", "", *PAGE, "", "9"], []),
    ("in the midst of lines", [*PAGE, "1", *PAGE, "2", *PAGE, "3", *PAGE], []),
    ("a lone figure between", [*PAGE, "", "1", "", "8", "", *PAGE, "", "2", "", *PAGE, "", "3"], [10, 24, 36]),
]


@pytest.mark.parametrize(("lines", "numbers"), [case[1:] for case in NUMBERED], ids=[case[0] for case in NUMBERED])
def test_page_numbers(lines: list[str], numbers: list[int]) -> None:
    assert sorted(page_numbers(lines)) == numbers
    assert sorted(read_as("\n".join(lines).encode(), "a.txt").margins) == numbers


def test_a_very_long_line() -> None:
    document = read_as(("申报材料" * 200_000).encode(), "a.txt")
    assert len(document.lines) == 1


LOST = "".join(f"　　{n}、申报单位应当如实填写第{n}部分的内容，" + "逐项说明依据。" * 12 for n in range(1, 6))


def test_a_text_that_lost_its_line_ends_is_parted_at_its_indents() -> None:
    signed = "　　　　　　　　海岚市科技局　　　　　　　　2026年7月8日"
    document = read_as(f"关于申报的通知：{LOST}{signed}".encode(), "a.txt")
    assert [line[:2] for line in document.text.splitlines()] == ["关于", *(f"{n}、" for n in range(1, 6)), "海岚", "20"]
    check_offsets(document)


def test_room_to_write_on_parts_no_line() -> None:
    line = "申报单位（盖章）：　　　　　　　年　　　月　　　日" * 40
    assert len(read_as(line.encode(), "a.txt").text.splitlines()) == 1


def test_boxes_of_a_text_are_marked() -> None:
    document = read_as("类别：□甲 ☑乙\n".encode(), "a.txt")
    assert [document.text[mark.start] for mark in document.marks] == ["□", "☑"]


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


def test_a_text_with_two_headings_in_markdown_is_markdown() -> None:
    words = "1. 申请须知\n\n## 1.1 **材料**\n\n{} 1.2 流程\n\n申请截止时间为2026年8月5日。\n"
    assert read_as(words.format("##").encode(), "a.txt").text.splitlines()[1] == "1.1 材料"
    assert read_as(words.format("#").encode(), "a.txt").text.splitlines()[2] == "## 1.1 **材料**"


def test_tasks_and_particulars_of_markdown() -> None:
    text = (
        '---\ntitle: "揭榜申报书"\ndate: 2025-06-01\n---\n\n- [x] 方向1\n- [ ] 方向2\n\n10<sup>3</sup>次<!-- 无 -->\n'
    )
    document = read_as(text.encode(), "a.md")
    assert document.text == "☑ 方向1\n□ 方向2\n10³次\n"
    assert document.title == "揭榜申报书"
    assert [mark.kind.value for mark in document.marks] == ["ticked", "empty"]


@pytest.mark.parametrize("text", ["---\n\n甲\n\n---\n\n乙\n", "---\n甲：乙\n"])
def test_a_rule_is_no_particulars(text: str) -> None:
    assert "甲" in read_as(text.encode(), "a.md").text


# (what it shows, Markdown, what a reader sees)
BOLD = [
    ("closed behind a Chinese sign", "**项目名称：**量子 **b**", "项目名称：量子 b\n"),
    ("opened before one", "申报**“量子”**项目", "申报“量子”项目\n"),
    ("by underscores", "__单位：__甲厂", "单位：甲厂\n"),
    ("twice in a line", "**甲：**一，**乙：**二", "甲：一，乙：二\n"),
    ("two with spaces beside them", "甲 ** 乙：** 丙", "甲 ** 乙：** 丙\n"),
    ("blanks of a form", "姓名：____ 电话：____，单位", "姓名：____ 电话：____，单位\n"),
    ("in code", "`**项：**甲`", "**项：**甲\n"),
    ("one alone", "**项：甲", "**项：甲\n"),
    ("items parted by empty lines", "1. 甲\n\n2. 乙", "1. 甲\n2. 乙\n"),
]


@pytest.mark.parametrize(("markdown", "text"), [case[1:] for case in BOLD], ids=[case[0] for case in BOLD])
def test_signs_of_markdown_that_no_reader_sees(markdown: str, text: str) -> None:
    assert read_as(markdown.encode(), "a.md").text == text


def test_a_text_of_more_characters_than_allowed_is_refused_before_its_lines_are_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pipeline.reading import plain
    from pipeline.reading.loading import read_bytes
    from pipeline.reading.options import ReadingOptions

    def never(_: object) -> None:
        raise AssertionError("a line was made")

    monkeypatch.setattr(plain, "with_marks", never)
    with pytest.raises(UnreadableFile) as caught:
        read_bytes("行\n".encode() * 600, "a.txt", ReadingOptions(limits=Limits(characters=1000)))
    assert caught.value.reason == Reason.TOO_LARGE


HOSTILE = ["> " * 3000 + "文", "[" * 20000 + "文", "*" * 20000 + "文", "- " * 3000 + "文", "文" + "<div>" * 20000]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markdown_is_read_or_refused(text: str) -> None:
    try:
        check_offsets(read_as(text.encode(), "a.md"))
    except UnreadableFile as failure:
        outcome = failure.reason
        assert outcome in (Reason.DAMAGED, Reason.EMPTY)
