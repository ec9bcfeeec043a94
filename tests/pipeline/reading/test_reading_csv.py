"""Separated values: one table in any encoding, with the lines above and below it."""

import pytest
from reading_files import check_offsets, read_as

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


def test_too_many_separated_values() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(("甲,乙\n" * 60).encode(), "a.csv", ReadingOptions(limits=Limits(cells=100)))
    assert caught.value.reason == Reason.TOO_LARGE
