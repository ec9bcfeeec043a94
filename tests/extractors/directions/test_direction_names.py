"""Numbers, names and due days of directions."""

import pytest
from documents import document

from extractors.directions.directions import same_name
from extractors.directions.labels.names import label_in, number_of
from extractors.directions.labels.parts import FoundDirection, due_in
from extractors.directions.tables.shared import meant
from pipeline.structure import structure

NUMBERS = [
    ("12", 12),
    ("（十二）", 12),
    ("JB-07", 7),
    ("二十", 20),
    ("十", 10),
    ("三", 3),
    ("乙", 2),
    ("某", None),
    (None, None),
]


@pytest.mark.parametrize(("label", "number"), NUMBERS)
def test_number_of(label: str | None, number: int | None) -> None:
    assert number_of(label) == number


LABELS = [
    ("课题甲八英寸衬底", (1, "八英寸衬底")),
    ("课题乙内燃机余热回收", (2, "内燃机余热回收")),
    ("课题甲壳体密封装置", (1, "壳体密封装置")),
    *(
        (words, None)
        for words in ("课题甲壳质脱色", "方向甲壳动物育苗", "课题丙纶滤布", "方向己内酯聚合", "课题己内酰胺精制")
    ),
]


@pytest.mark.parametrize(("words", "expected"), LABELS)
def test_stems_and_what_is_called_like_them(words: str, expected: tuple[int, str] | None) -> None:
    label = label_in(words)
    assert (label and (label.key[0], label.name)) == expected


NAMES = ("潮流监测浮标", "潮流监测浮标组网平台", "海缆巡检机器人")
CELLS = [
    ("潮流监测浮标", 0),
    ("潮流监测浮标组网平台", 1),
    ("“潮流监测浮标组网平台”课题", 1),
    ("潮流监测浮标（二型）", 0),
    ("潮流监测", None),  # of both
    ("潮流监测浮标、海缆巡检机器人", None),
    ("海缆巡检", 2),
]


@pytest.mark.parametrize(("words", "expected"), CELLS)
def test_the_direction_that_a_cell_means(words: str, expected: int | None) -> None:
    text, _ = structure(document("榜单"))
    found = [FoundDirection(name, None, 0, 0) for at, name in enumerate(NAMES)]
    assert meant(text, words, found) == expected


DUES = [
    ("2027年6月", "2027-06"),
    ("2026年1月—2027年6月30日", "2027-06-30"),
    ("2027年底前", "2027"),
    ("2027.12", "2027-12"),
    ("两年", None),
]


@pytest.mark.parametrize(("words", "due"), DUES)
def test_due_in(words: str, due: str | None) -> None:
    assert due_in(words) == due


def test_same_name() -> None:
    assert same_name("“水声”通信机", "水声通信机")
    assert same_name("水声通信机", "水声通信机研制")
    assert not same_name("水声通信机", "水声定位仪")
