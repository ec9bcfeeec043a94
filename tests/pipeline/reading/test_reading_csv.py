"""Separated values: one table in any encoding, with the lines above and below it."""

import pytest
from reading_files import cells, check_offsets, read_as

from pipeline.reading import Limits, ReadingOptions
from pipeline.reading.loading import read_bytes
from schemas.errors import Reason, UnreadableFile

SEPARATED = [
    ("a.csv", "序号,名称\n1,储能\n2,氢能\n", "gb18030"),
    ("a.tsv", "序号\t名称\n1\t储能\n2\t氢能\n", "utf-16"),
    ("a.csv", 'sep=;\n"序号";"名称"\n1;储能\n2;氢能\n', "utf-8-sig"),
]


@pytest.mark.parametrize(("name", "text", "encoding"), SEPARATED)
def test_separated_values(name: str, text: str, encoding: str) -> None:
    document = read_as(text.encode(encoding), name)
    assert document.text == "序号\t名称\n1\t储能\n2\t氢能\n"
    assert document.source.media_type == "text/csv"
    check_offsets(document)


def test_separated_values_with_a_title_and_line_breaks() -> None:
    document = read_as('推荐汇总表\n序号,"名称\n全称"\n1,储能\n'.encode(), "a.csv")
    assert document.text == "推荐汇总表\n序号\t名称\n全称\n1\t储能\n"


# (what it shows, the text, the first cells of its rows)
PARTED = [
    (
        "Chinese commas in the cells",
        "序号,项目名称,研究内容\n1,项目1,研究材料，开发器件，建立产线，形成标准\n",
        ["序号", "1"],
    ),
    ("Chinese commas part the cells", "序号，名称，经费\n1，储能，1,200\n2，氢能，900\n", ["序号", "1", "2"]),
    ("a Chinese comma in a title", "储能，推荐表\n序号,名称\n1,甲，乙\n2,丙\n", ["序号", "1", "2"]),
    ("tabs around commas", "序号\t名称\n1\t甲,乙,丙\n2\t丁,戊,己\n3\t庚\n", ["序号", "1", "2", "3"]),
    ("commas in quotation marks", '序号;名称;备注\n1;"甲;乙";无\n2;丙,丁;无\n', ["序号", "1", "2"]),
]


@pytest.mark.parametrize(("text", "first"), [case[1:] for case in PARTED], ids=[case[0] for case in PARTED])
def test_what_parts_the_cells(text: str, first: list[str]) -> None:
    document = read_as(text.encode(), "a.csv")
    assert [row[4] for row in cells(document) if row[1] == 0] == first


def test_too_many_separated_values() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(("甲,乙\n" * 60).encode(), "a.csv", ReadingOptions(limits=Limits(cells=100)))
    assert caught.value.reason == Reason.TOO_LARGE
