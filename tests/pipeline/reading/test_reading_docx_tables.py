"""Tables of Word documents: spans old and new, frames, tables in cells."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ooxml_files import control, packed, run, word_parts
from reading_files import cells, check_offsets, docx, p, read_as, tc

from pipeline.reading import Limits, ReadingOptions
from pipeline.reading.loading import read_bytes
from schemas.document import Document
from schemas.errors import Reason, UnreadableFile


def read(body: str) -> Document:
    document = read_as(docx(body), "a.docx")
    check_offsets(document)
    return document


def tr(*made: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def holding(content: str, properties: str = "") -> str:
    """A cell with this XML in it."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}<w:p/></w:tc>"


DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
WIDE = '<w:gridSpan w:val="2"/>'
# (what it shows, the table, its cells)
SPANS = [
    ("legacy merging across", tbl(tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("乙"))),
     [(0, 0, 1, 2, "甲"), (0, 2, 1, 1, "乙")]),
    ("a row that begins later", tbl(tr(tc("甲"), tc("乙")), tr(tc("丙"), properties='<w:gridBefore w:val="1"/>')),
     [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 1, 1, 1, "丙")]),
    ("a row with fewer cells", tbl(tr(tc("甲"), tc("乙")), tr(tc("丙"))),
     [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "丙")]),
    ("going on without a beginning", tbl(tr(tc("甲"), tc("乙")), tr(tc("丙", ON), tc("丁"))),
     [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "丙"), (1, 1, 1, 1, "丁")]),
    ("going on below a wider cell", tbl(tr(tc("甲", DOWN + WIDE)), tr(tc("乙", ON), tc("丙"))),
     [(0, 0, 1, 2, "甲"), (1, 0, 1, 1, "乙"), (1, 1, 1, 1, "丙")]),
    ("merged both ways", tbl(tr(tc("甲", DOWN + WIDE), tc("乙")), tr(tc("", ON + WIDE), tc("丙"))),
     [(0, 0, 2, 2, "甲"), (0, 2, 1, 1, "乙"), (1, 2, 1, 1, "丙")]),
    ("absurd spans", tbl(tr(tc("甲", '<w:gridSpan w:val="999999999"/>'), tc("乙", '<w:gridSpan w:val="-3"/>'))),
     [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")]),
    ("a deleted cell", tbl(tr(tc("甲"), tc("乙", "<w:cellDel/>"), tc("丙"))), [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "丙")]),
    ("cells and rows in content controls", tbl(control(tr(tc("甲"), control(tc("乙"))))),
     [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "found"), [case[1:] for case in SPANS], ids=[case[0] for case in SPANS])
def test_spans(table: str, found: list[tuple[int, int, int, int, str]]) -> None:
    assert cells(read(table)) == found


TEAM = tbl(tr(tc("姓名"), tc("职务")), tr(tc("方舟"), tc("主任")))


def test_a_table_in_a_cell_is_part_of_the_grid() -> None:
    document = read(tbl(tr(tc("单位"), tc("甲厂")), tr(tc("成员"), holding(TEAM)), tr(tc("备注"), tc(""))))
    assert cells(document) == [
        (0, 0, 1, 1, "单位"),
        (0, 1, 1, 2, "甲厂"),
        (1, 0, 2, 1, "成员"),
        (1, 1, 1, 1, "姓名"),
        (1, 2, 1, 1, "职务"),
        (2, 1, 1, 1, "方舟"),
        (2, 2, 1, 1, "主任"),
        (3, 0, 1, 1, "备注"),
        (3, 1, 1, 2, ""),
    ]
    assert document.text == "单位\t甲厂\n成员\t姓名\t职务\n方舟\t主任\n备注\t\n"


def test_words_around_a_table_in_a_cell() -> None:
    document = read(tbl(tr(tc("成员"), holding(p("如下：") + TEAM + p("共一人")))))
    assert [row[:4] for row in cells(document) if row[4] in ("成员", "如下：", "共一人")] == [
        (0, 0, 4, 1),
        (0, 1, 1, 2),
        (3, 1, 1, 2),
    ]


def test_boxes_set_in_columns_stay_in_their_cell() -> None:
    options = tbl(tr(tc("☑国有"), tc("□民营")), tr(tc("□高校"), tc("□其他")))
    document = read(tbl(tr(tc("性质"), holding(options))))
    assert cells(document) == [(0, 0, 1, 1, "性质"), (0, 1, 1, 1, "☑国有\t□民营\n□高校\t□其他")]
    assert [document.text[mark.start] for mark in document.marks] == ["☑", "□", "□", "□"]


def test_frame_around_a_form() -> None:
    document = read(tbl(tr(holding(p("申报表") + TEAM + p("签字：")))))
    assert document.text == "申报表\n姓名\t职务\n方舟\t主任\n签字：\n"
    assert len(document.tables) == 1


def test_frame_of_one_column_around_tables() -> None:
    document = read(tbl(tr(tc("一、单位")), tr(holding(TEAM)), tr(tc("二、任务")), tr(holding(TEAM))))
    assert len(document.tables) == 2
    assert document.text.startswith("一、单位\n姓名\t职务\n")


def test_empty_cells_around_a_form_are_margins_of_the_page() -> None:
    assert len(cells(read(tbl(tr(tc(""), holding(TEAM), tc("")))))) == 4


def test_a_picture_in_a_cell_stands_in_the_cell() -> None:
    blip = '<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>'
    table = tbl(tr(tc("盖章"), holding(p(blip))), tr(tc("日期"), tc("6月")))
    document = read_as(packed(word_parts(table)), "a.docx")
    check_offsets(document)
    cell = document.tables[0].cells[1]
    assert [(picture.offset, picture.is_seal) for picture in document.pictures] == [(cell.start, None)]


def test_too_many_cells() -> None:
    table = tbl(*[tr(tc("甲"), tc("乙")) for _ in range(30)])
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(docx(table), "a.docx", ReadingOptions(limits=Limits(cells=50)))
    assert caught.value.reason == Reason.TOO_LARGE


def deep(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + p("底") + "</w:tc></w:tr></w:tbl>" * depth


def test_tables_deep_in_one_another() -> None:
    assert read(deep(30)).text == "底\n"
    for depth in (600, 5000):
        with pytest.raises(UnreadableFile) as caught:
            read(deep(depth))
        assert caught.value.reason == Reason.DAMAGED


def test_prompt_of_a_whole_cell() -> None:
    prompt = control(tc("单击或点击此处输入文字。"), "<w:showingPlcHdr/>")
    own = control(tc("不超过500字"), "<w:showingPlcHdr/>")
    assert [row[4] for row in cells(read(tbl(tr(tc("单位"), prompt), tr(tc("简介"), own))))] == [
        "单位", "", "简介", "不超过500字",
    ]  # fmt: skip


merges = st.sampled_from(["", DOWN, ON, WIDE, WIDE + ON, WIDE + DOWN, '<w:hMerge w:val="restart"/>', "<w:hMerge/>"])
words = st.sampled_from(["", "甲", "乙\n丙", "□是 ☑否"])


def tables(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cell = st.builds(tc, words, merges) | st.builds(lambda x, m: holding(x, m), inner, merges)
    row = st.builds(
        lambda made, before: tr(*made, properties=f'<w:gridBefore w:val="{before}"/>'),
        st.lists(cell, max_size=4),
        st.integers(0, 2),
    )
    return st.lists(row, max_size=4).map(lambda made: tbl(*made))


@settings(max_examples=60)
@given(st.recursive(words.map(lambda text: p(run(text))), tables, max_leaves=12))
def test_offsets_of_any_nested_table(body: str) -> None:
    check_offsets(read_as(docx(p("前") + body + p("后")), "a.docx"))
