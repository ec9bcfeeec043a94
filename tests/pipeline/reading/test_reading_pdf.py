"""PDF with a text layer."""

import pytest
from reading_files import cells, check_offsets, grid, pdf, read_as

from pipeline.reading.draft import Piece
from pipeline.reading.paged.margins import margin_lines


def lines(*texts: str, x: float = 60, top: float = 780, step: float = 20):
    def draw(canvas, page: int) -> None:
        for index, text in enumerate(texts):
            canvas.drawString(x, top - step * index, text)

    return draw


def test_lines_pages_and_boxes() -> None:
    document = read_as(pdf(lines("第一行文字在这里有十几个字", "第二行文字也有十几个字吧")), "a.pdf")
    assert document.text == "第一行文字在这里有十几个字\n第二行文字也有十几个字吧\n"
    assert (document.source.pages, document.hard_wrapped) == (1, True)
    first, second = document.lines
    assert first.page == 1
    assert first.box is not None
    assert second.box is not None
    assert first.box[0] == pytest.approx(60, abs=1)
    assert 40 < first.box[1] < first.box[3] < second.box[3] < 100
    check_offsets(document)


def test_a_tick_drawn_last_stays_with_its_option() -> None:
    def draw(canvas, page: int) -> None:
        canvas.drawString(80, 700, "方向一：固态电池的工程化研制")
        canvas.drawString(80, 680, "方向二：长时储能系统集成技术")
        for y, mark in ((700, "□"), (680, "■")):  # a run of its own, after all words, a little off the line
            canvas.drawString(66, y + 1.5, mark)

    assert read_as(
        pdf(draw), "a.pdf"
    ).text == "□ 方向一：固态电池的工程化研制\n■ 方向二：长时储能系统集成技术\n".replace("□ ", "□").replace("■ ", "■")


def test_false_bold_is_read_once() -> None:
    def draw(canvas, page: int) -> None:
        for shift in (0, 0.3):
            canvas.drawString(60 + shift, 700, "揭榜挂帅申报材料一览表")

    assert read_as(pdf(draw), "a.pdf").text == "揭榜挂帅申报材料一览表\n"


def test_columns_are_parted_and_words_are_not() -> None:
    def draw(canvas, page: int) -> None:
        canvas.drawString(60, 700, "联系人：甲某")
        canvas.drawString(300, 700, "电话：010-55500001")
        canvas.drawString(60, 680, "a Latin sentence")

    assert read_as(pdf(draw), "a.pdf").text == "联系人：甲某  电话：010-55500001\na Latin sentence\n"


def test_table_cell_by_cell_at_its_place() -> None:
    def draw(canvas, page: int) -> None:
        canvas.drawString(60, 780, "一、单位情况如下表所示")
        grid(canvas, [["单位名称", "甲厂"], ["单位简\n介", "第一行\n第二行"], ["传真", ""]], 760, [80, 200], 40)
        canvas.drawString(60, 600, "二、其他情况")

    document = read_as(pdf(draw), "a.pdf")
    assert document.text == "一、单位情况如下表所示\n单位名称\t甲厂\n单位简\n介\t第一行\n第二行\n传真\t\n二、其他情况\n"
    assert [row[4] for row in cells(document)] == ["单位名称", "甲厂", "单位简\n介", "第一行\n第二行", "传真", ""]
    check_offsets(document)


def test_merged_cells() -> None:
    def draw(canvas, page: int) -> None:
        grid(canvas, [["负责人"]], 760, [80], 48)
        for y, row in ((760, ("姓名", "甲某")), (736, ("电话", "13800000000"))):
            for x, text in ((140, row[0]), (240, row[1])):
                canvas.rect(x, y - 24, 100, 24)
                canvas.drawString(x + 4, y - 16, text)
        canvas.rect(60, 688, 280, 24)
        canvas.drawString(64, 696, "合并的一行")

    assert cells(read_as(pdf(draw), "a.pdf")) == [
        (0, 0, 2, 1, "负责人"),
        (0, 1, 1, 1, "姓名"),
        (0, 2, 1, 1, "甲某"),
        (1, 1, 1, 1, "电话"),
        (1, 2, 1, 1, "13800000000"),
        (2, 0, 1, 3, "合并的一行"),
    ]


def over_a_break(first: list[list[str]], second: list[list[str]]) -> bytes:
    def draw(canvas, page: int) -> None:
        canvas.drawString(250, 815, "某市揭榜申报材料")
        canvas.drawString(290, 20, f"— {page + 1} —")
        if page:
            grid(canvas, second, 790, [80, 200], 40)
            canvas.drawString(60, 300, "表后的文字")
        else:
            canvas.drawString(60, 780, "表前的文字，说明下面这张表")
            grid(canvas, first, 200, [80, 200], 40)

    return pdf(draw, 2)


def test_table_over_a_page_break_is_one() -> None:
    document = read_as(over_a_break([["指标", "数值"], ["甲", "1"]], [["指标", "数值"], ["乙", "2"]]), "a.pdf")
    assert [row[4] for row in cells(document)] == ["指标", "数值", "甲", "1", "乙", "2"]
    assert len(document.tables) == 1
    pages = [document.lines[index].page for index in range(len(document.lines)) if index not in document.margins]
    assert pages == [1, 1, 1, 1, 1, 2, 2, 2]
    check_offsets(document)


def test_row_cut_by_a_page_break_is_whole() -> None:
    document = read_as(over_a_break([["名称", "甲厂"], ["简介", "一行\n二行"]], [["", "三行"], ["传真", ""]]), "a.pdf")
    assert [row[4] for row in cells(document)] == ["名称", "甲厂", "简介", "一行\n二行\n三行", "传真", ""]


def test_a_row_with_an_empty_key_under_short_cells_is_a_row() -> None:
    document = read_as(over_a_break([["负责人", "姓名 甲"]], [["", "电话 1"], ["传真", ""]]), "a.pdf")
    assert cells(document)[:3] == [(0, 0, 2, 1, "负责人"), (0, 1, 1, 1, "姓名 甲"), (1, 1, 1, 1, "电话 1")]


def test_headers_and_page_numbers_are_margins() -> None:
    document = read_as(over_a_break([["甲", "1"], ["乙", "2"]], [["丙", "3"], ["丁", "4"]]), "a.pdf")
    margins = [
        document.text[document.lines[index].start : document.lines[index].end] for index in sorted(document.margins)
    ]
    assert margins == ["某市揭榜申报材料", "— 1 —", "某市揭榜申报材料", "— 2 —"]


# (words at the foot of two pages, whether they are a margin)
FEET = [
    (("1", "2"), True),
    (("— 1 —", "— 2 —"), True),
    (("第 1 页 共 2 页", "第 2 页 共 2 页"), True),
    (("1/2", "2/2"), True),
    (("某某申报材料 1", "某某申报材料 2"), True),
    (("2025年6月1日", "完"), False),
    (("1.申报表", "2.任务书的要求"), False),
]


@pytest.mark.parametrize(("feet", "margin"), FEET)
def test_feet_of_pages(feet: tuple[str, str], margin: bool) -> None:
    pages = [[Piece("正文", 1, (60, 400, 90, 412)), Piece(foot, 1, (290, 820, 310, 832))] for foot in feet]
    assert (margin_lines(pages, [(0, 842)] * 2) == {(0, 1), (1, 1)}) is margin


def test_a_frame_round_running_text_is_no_table() -> None:
    def draw(canvas, page: int) -> None:
        canvas.rect(50, 600, 400, 150)
        canvas.drawString(60, 700, "框内的文字不是一张表格")

    document = read_as(pdf(draw), "a.pdf")
    assert (document.text, document.tables) == ("框内的文字不是一张表格\n", ())


def test_fields_of_an_interactive_form() -> None:
    def draw(canvas, page: int) -> None:
        canvas.drawString(60, 700, "单位名称：")
        canvas.acroForm.textfield(name="n", value="Jia Works", x=130, y=696, width=200, height=16)
        canvas.drawString(80, 660, "方向一：储能系统的研制")
        canvas.acroForm.checkbox(name="c", checked=True, x=62, y=658, size=14)
        canvas.drawString(80, 640, "方向二：感知终端的研制")
        canvas.acroForm.checkbox(name="d", checked=False, x=62, y=638, size=14)

    text = read_as(pdf(draw), "a.pdf").text
    assert "".join(text.split()) == "单位名称：JiaWorks☑方向一：储能系统的研制□方向二：感知终端的研制"


def test_what_nobody_can_see_is_marked() -> None:
    def draw(canvas, page: int) -> None:
        canvas.drawString(60, 700, "看得见的文字有很多很多")
        canvas.drawString(60, 2000, "页面之外")
        canvas.setFont("STSong-Light", 0.5)
        canvas.drawString(60, 600, "太小")
        canvas.setFont("STSong-Light", 40)
        canvas.rotate(45)
        canvas.drawString(300, 300, "水印")

    document = read_as(pdf(draw), "a.pdf")
    assert document.text == "看得见的文字有很多很多\n页面之外\n太小\n"
    assert document.hidden == {1, 2}


def test_a_password_for_changes_only_does_not_matter() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    def draw(canvas, page: int) -> None:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(60, 700, "some words that are there")

    lock = StandardEncryption("", ownerPassword="owner", canPrint=0)
    assert read_as(pdf(draw, encrypt=lock), "a.pdf").text == "some words that are there\n"


def test_a_page_turned_as_a_whole_is_kept() -> None:
    def draw(canvas, page: int) -> None:
        canvas.rotate(90)
        canvas.drawString(60, -300, "横放的一页上的许多文字")

    assert sorted(read_as(pdf(draw), "a.pdf").text.replace("\n", "")) == sorted("横放的一页上的许多文字")
