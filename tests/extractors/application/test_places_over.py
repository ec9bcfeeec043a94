"""Places for seals and signatures in a row of labels: what stands in the row below them is theirs."""

import pytest
from documents import document

from extractors.application.seals import find_seals
from pipeline.structure import structure


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ("牵头单位（盖章） | 填报日期\n（待盖章） | 2027年6月1日\n", [("seal", "（待盖章）")]),
        ("牵头单位（盖章） | 填报日期\n海岚深潜装备有限公司 | 2027年6月1日\n", [("seal", "海岚深潜装备有限公司")]),
        ("项目负责人（签字） | 填报日期\n李望舒 | 2027年6月1日\n", [("signature", "李望舒")]),
        # empty, and another label below
        ("牵头单位（盖章） | 填报日期\n | 2027年6月1日\n", [("seal", None)]),
        ("牵头单位（盖章） | \n填报日期 | 2027年6月1日\n", [("seal", None)]),
        (
            "项目负责人（签字） | 填报日期\n牵头单位（盖章） | \n",
            [("signature", None), ("seal", None)],
        ),
        # columns of values beside their labels
        ("牵头单位（盖章） | 2027年6月1日\n海岚深潜装备有限公司 | 盐州市\n", [("seal", None)]),
    ],
)
def test_what_stands_below_a_place(rows: str, wanted: list[tuple[str, str | None]]) -> None:
    found = find_seals(*structure(document(f"项目申报表\n电话 | 0599-5000123\n\n{rows}")))
    assert [(place.kind, place.content) for place in found] == wanted
