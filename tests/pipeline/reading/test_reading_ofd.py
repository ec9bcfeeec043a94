"""OFD: what the standard lets stand on a page, and what a reader sees of it."""

import pytest
from ofd_files import (
    FONTS,
    grid,
    ofd,
    package,
    page,
    parts_of,
    path,
    raw_text,
    resources,
    text,
)
from reading_files import cells, check_offsets, read_as

from schemas.document import Document


def read(data: bytes) -> Document:
    document = read_as(data, "a.ofd")
    check_offsets(document)
    return document


def code(inner: str, **attributes: str) -> str:
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<ofd:TextCode{more}>{inner}</ofd:TextCode>"


def test_a_page() -> None:
    document = read(ofd(page(text(20, 30, "第二行"), text(20, 20, "第一行 word 2025年")), title="申报书"))
    assert document.text == "第一行 word 2025年\n第二行\n"
    assert document.title == "申报书"
    assert (document.source.pages, document.source.parser) == (1, "ofd")
    assert [(one.number, one.width, one.height, one.reader) for one in document.pages] == [(1, 595.28, 841.89, "ofd")]
    box = document.lines[1].box
    assert box is not None
    # 20 mm from the left; three characters of 4 mm; the baseline 30 mm from the top
    assert (round(box[0], 1), round(box[2], 1)) == (56.7, 90.7)
    assert box[1] < 30 * 72 / 25.4 < box[3]


def test_a_form() -> None:
    rows = [["单位名称", "某某智造科技有限公司", "<", "<"], ["联系人", "甲某", "电话", "010-88880000"]]
    document = read(ofd(page(text(20, 20, "申报表"), grid(rows, (30, 60, 30, 50), 20, 30))))
    assert cells(document) == [
        (0, 0, 1, 1, "单位名称"),
        (0, 1, 1, 3, "某某智造科技有限公司"),
        (1, 0, 1, 1, "联系人"),
        (1, 1, 1, 1, "甲某"),
        (1, 2, 1, 1, "电话"),
        (1, 3, 1, 1, "010-88880000"),
    ]


# (what it is, the inside of a text object with its size, what a reader sees)
TEXTS = [
    ("steps one by one", code("申报书", X="0", Y="4", DeltaX="4 4"), "申报书"),
    ("repeated steps", code("申报书表格", X="0", Y="4", DeltaX="g 4 4"), "申报书表格"),
    ("repeats and single steps", code("申报书表格", X="0", Y="4", DeltaX="4 g 2 4 4"), "申报书表格"),
    ("more repeats than characters", code("申报", X="0", Y="4", DeltaX="g 1000000000 4"), "申报"),
    ("a gap as wide as a character", code("姓名", X="0", Y="4", DeltaX="8"), "姓 名"),
    ("a gap between columns", code("姓名", X="0", Y="4", DeltaX="30"), "姓  名"),
    ("no steps at all", code("共3项", X="0", Y="4"), "共3项"),
    ("fewer steps than characters", code("申报书表", X="0", Y="4", DeltaX="4"), "申报书表"),
    ("a character a code", code("申", X="0", Y="4") + code("报", X="4", Y="4"), "申报"),
    ("a place left out is the one before", code("申", X="0", Y="4") + code("报", X="4"), "申报"),
    ("two lines", code("申报", X="0", Y="4", DeltaX="4") + code("材料", X="0", Y="10", DeltaX="4"), "申报\n材料"),
    ("a line by steps down", code("申报材料", X="0", Y="4", DeltaX="4 -4 4", DeltaY="0 6 0"), "申报\n材料"),
    ("written downwards", code("申报", X="0", Y="4", DeltaY="5"), "申\n报"),
    ("proportional letters", code("minimum", X="0", Y="4", DeltaX="3.1 0.9 2 0.9 3.1 2"), "minimum"),
    ("half-wide letters", code("010-1 a", X="0", Y="4", DeltaX="g 6 2"), "010-1 a"),
    ("entities of XML", code("A&amp;B", X="0", Y="4", DeltaX="2.6 2.6"), "A&B"),
    ("glyphs", "<ofd:CGTransform CodePosition='0'><ofd:Glyphs>7</ofd:Glyphs></ofd:CGTransform>" + code("字"), "字"),
]


@pytest.mark.parametrize(("inner", "seen"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_text(inner: str, seen: str) -> None:
    assert read(ofd(page(raw_text("20 20 100 10", inner)))).text == seen + "\n"


def test_glyphs_without_characters_are_said() -> None:
    transform = '<ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="1"><ofd:Glyphs>7</ofd:Glyphs>'
    unknown = raw_text("20 40 9 9", transform + "</ofd:CGTransform>" + code("¤", X="0", Y="4"))
    document = read(ofd(page(text(20, 20, "单位名称"), unknown)))
    assert document.text == "单位名称\n\ufffd\n"
    assert document.text.count("\ufffd") == 1


def test_symbol_fonts() -> None:
    box = raw_text("20 20 9 9", code("R", X="0", Y="4"), Font="2")
    assert read(ofd(page(box, text(26, 24, "方向一")))).text == "☑ 方向一\n"


# (CTM, Boundary's place, where the line must begin in millimetres, its height in millimetres)
MATRICES = [
    ("1 0 0 1 0 0", "20 20", 20, 4),
    ("2 0 0 2 0 0", "20 20", 20, 8),
    ("1 0 0 1 15 3", "20 20", 35, 4),
    ("0.5 0 0 0.5 10 0", "20 20", 30, 2),
]


@pytest.mark.parametrize(("matrix", "place", "left", "height"), MATRICES)
def test_matrix(matrix: str, place: str, left: float, height: float) -> None:
    inner = code("申报材料", X="0", Y="4", DeltaX="g 3 4")
    document = read(ofd(page(raw_text(f"{place} 90 9", inner, CTM=matrix))))
    box = document.lines[0].box
    assert document.text == "申报材料\n"
    assert box is not None
    assert [round(value * 25.4 / 72, 1) for value in (box[0], box[3] - box[1])] == [left, height]


@pytest.mark.parametrize(
    ("matrix", "first", "second"),
    [("0 1 -1 0 0 0", "100 20 9 9", "80 20 9 9"), ("0 -1 1 0 0 0", "20 200 9 9", "40 200 9 9")],
    ids=["clockwise", "counter-clockwise"],
)
def test_a_turned_page_is_turned_back(matrix: str, first: str, second: str) -> None:
    """A landscape page put on portrait paper: the reader turns it, and its size is turned too."""
    rows = [
        raw_text(place, code(words, X="0", Y="4", DeltaX="g 9 4"), CTM=matrix)
        for place, words in ((first, "申报书封面"), (second, "单位名称"))
    ]
    document = read(ofd(page(*rows)))
    assert document.text == "申报书封面\n单位名称\n"
    assert (document.pages[0].width, document.pages[0].height) == (841.89, 595.28)


def test_turned_and_slanted_words_on_an_upright_page() -> None:
    slant = raw_text("60 60 90 90", code("内部资料", X="0", Y="4", DeltaX="g 3 8"), 8, CTM="0.7 0.7 -0.7 0.7 0 0")
    document = read(ofd(page(text(20, 20, "申报书正文内容"), slant)))
    assert document.text == "申报书正文内容\n"
    assert document.warnings == ("4 个旋转的字（水印、印戳）未计入正文",)


WHITE = '<ofd:FillColor Value="255 255 255"/>'
BLUE = '<ofd:FillColor Value="0 60 120"/>'

# (what it is, a text object)
HIDDEN = [
    ("white", text(20, 40, "看不见", inner=WHITE)),
    ("white in hexadecimal", text(20, 40, "看不见", inner='<ofd:FillColor Value="#FF #ff #FF"/>')),
    ("without colour", text(20, 40, "看不见", inner='<ofd:FillColor Value="0 0 0" Alpha="0"/>')),
    ("not drawn", text(20, 40, "看不见", Visible="false")),
    ("clear", text(20, 40, "看不见", Alpha="0")),
    ("neither filled nor stroked", text(20, 40, "看不见", Fill="false")),
    ("white by its parameters", text(20, 40, "看不见", DrawParam="31")),
    ("beyond the page", text(-60, 40, "看不见")),
    ("in a hidden block", f'<ofd:PageBlock ID="3" Visible="false">{text(20, 40, "看不见")}</ofd:PageBlock>'),
]


@pytest.mark.parametrize("hidden", [case[1] for case in HIDDEN], ids=[case[0] for case in HIDDEN])
def test_hidden_words_are_lines_apart(hidden: str) -> None:
    draws = '<ofd:DrawParams><ofd:DrawParam ID="31" Relative="30"/><ofd:DrawParam ID="30">' + WHITE
    parts = parts_of([page(text(20, 20, "看得见"), hidden)])
    parts["Doc_0/PublicRes.xml"] = resources(FONTS + draws + "</ofd:DrawParam></ofd:DrawParams>")
    document = read(package(parts))
    assert document.text == "看得见\n看不见\n"
    assert document.hidden == {1}


def test_white_words_on_a_dark_bar_are_seen() -> None:
    bar = path("10 34 100 10", "M 0 0 L 100 0 L 100 10 L 0 10 C", BLUE, Fill="true", Stroke="false")
    document = read(ofd(page(bar, text(20, 40, "看得见", inner=WHITE), text(20, 60, "正文"))))
    assert document.text == "看得见\n正文\n"
    assert not document.hidden


# (what it is, the strokes of a table of two cells side by side)
RULES = [
    (
        "strokes",
        "".join(path(f"{x} 30 0.1 10", "M 0 0 L 0 10") for x in (20, 50, 90))
        + "".join(path(f"20 {y} 70 0.1", "M 0 0 L 70 0") for y in (30, 40)),
    ),
    (
        "thin filled areas",
        "".join(
            path(f"{x} 30 0.2 10", "M 0 0 L 0.2 0 L 0.2 10 L 0 10 C", Fill="true", Stroke="false") for x in (20, 50, 90)
        )
        + "".join(
            path(f"20 {y} 70 0.2", "M 0 0 L 70 0 L 70 0.2 L 0 0.2 C", Fill="true", Stroke="false") for y in (30, 40)
        ),
    ),
    ("one path with all strokes", path("20 30 70 10", "M 0 0 L 70 0 L 70 10 L 0 10 C M 30 0 L 30 10")),
    ("a path scaled", path("20 30 70 10", "M 0 0 L 7 0 L 7 1 L 0 1 C M 3 0 L 3 1", CTM="10 0 0 10 0 0")),
    ("curves at its corners", path("20 30 70 10", "S 0 0 L 70 0 Q 70 0 70 0 L 70 10 L 0 10 C M 30 0 L 30 10")),
]


@pytest.mark.parametrize("rules", [case[1] for case in RULES], ids=[case[0] for case in RULES])
def test_ruling_lines(rules: str) -> None:
    document = read(ofd(page(rules, text(22, 36, "单位名称"), text(52, 36, "某某公司"))))
    assert cells(document) == [(0, 0, 1, 1, "单位名称"), (0, 1, 1, 1, "某某公司")]


@pytest.mark.parametrize("inner", ['<ofd:StrokeColor Value="255 255 255"/>', '<ofd:StrokeColor Alpha="0"/>'])
def test_strokes_that_cannot_be_seen_rule_nothing(inner: str) -> None:
    rules = path("20 30 70 10", "M 0 0 L 70 0 L 70 10 L 0 10 C M 30 0 L 30 10", inner)
    assert not read(ofd(page(rules, text(22, 36, "单位名称"), text(52, 36, "某某公司")))).tables


def test_a_table_over_two_pages() -> None:
    pages = [
        page(text(20, 20, "经费预算"), grid([["科目", "金额（万元）"], ["设备费", "100"]], (40, 60), 20, 260)),
        page(grid([["科目", "金额（万元）"], ["材料费", "50"]], (40, 60), 20, 20), text(20, 60, "结束")),
    ]
    document = read(ofd(*pages))
    assert [cell[-1] for cell in cells(document)] == ["科目", "金额（万元）", "设备费", "100", "材料费", "50"]
    assert {line.page for line in document.lines[1:-1]} == {1, 2}


def test_headers_and_page_numbers_are_margins() -> None:
    pages = [
        page(text(70, 12, "某某计划申报书"), text(20, 60, f"第{n}页正文"), text(100, 290, f"- {n} -")) for n in "123"
    ]
    document = read(ofd(*pages))
    shown = [document.text[line.start : line.end] for line in document.lines]
    assert [shown[index] for index in sorted(document.margins)] == [
        line for n in "123" for line in ("某某计划申报书", f"- {n} -")
    ]
