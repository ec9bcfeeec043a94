"""Rows that nobody signed or sealed in a column where others did."""

import pytest
from documents import document, table

from extractors.application.columns_to_sign import left_open_in_columns
from pipeline.structure import structure
from schemas.document import Document, Picture

SIGNED = [["序号", "姓名", "分工", "本人签名"], ["1", "辛白杨", "总体", "辛白杨"], ["2", "车远舟", "海试", ""]]
SEALED = [["单位", "盖章", "日期"], ["牵头单位", "", "2026年5月6日"], ["合作单位", "海岚大学（公章）", "2026年5月6日"]]


def _names(made: Document) -> list[tuple[str, str]]:
    return [(place.name, place.kind) for place in left_open_in_columns(*structure(made))]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (SIGNED, [("车远舟签字", "signature")]),
        (SEALED, [("牵头单位公章", "seal")]),
        ([SIGNED[0], SIGNED[1], ["2", "车远舟", "海试", "车远舟"]], []),
        ([SIGNED[0], ["1", "辛白杨", "总体", ""], SIGNED[2]], []),  # a page to be signed by hand
        ([*SIGNED[:2], ["2", "", "", ""]], []),  # a row for nobody
        ([*SIGNED[:2], ["", "合计", "2人", ""]], []),
        ([*SIGNED[:2], ["", "舰员", "", ""]], []),  # a caption over a group
        ([*SIGNED[:2], ["2", "海试学员3名", "海试", ""], ["", "合计：4人", "2组", ""]], []),
        ([*SEALED, ["经办部门", "", "2026年5月6日"]], [("牵头单位公章", "seal")]),
        ([["单位", "专利", "日期"], *SEALED[1:]], []),  # no column to seal
    ],
)
def test_rows_left_open(rows: list[list[str]], wanted: list[tuple[str, str]]) -> None:
    assert _names(table(rows, before="揭榜申报书\n签章页\n")) == wanted


def test_a_picture_may_be_the_signature() -> None:
    made = table(SIGNED, before="揭榜申报书\n签章页\n")
    pictured = document(made.text, tables=made.tables, pictures=(Picture(None, None, None, len(made.text) - 1),))
    assert _names(made) == [("车远舟签字", "signature")]
    assert _names(pictured) == []
