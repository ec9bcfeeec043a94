"""Lists of papers of one direction bind those alone who apply in it."""

import pytest
from documents import document

from pipeline.records.notice import build_notice
from pipeline.structure import structure

DIRECTIONS = (
    "关于组织申报海洋装备专项的通知\n各有关单位：\n现将有关事项通知如下。\n一、支持方向\n（一）深潜装备首台套研制\n"
    "支持研制下潜深度1000米以上的载人装备，形成样机1台。\n（二）岸基雷达推广应用\n支持采购岸基雷达，安装不少于5台。\n二、申报材料\n"
)
LISTS = [
    (
        "（一）深潜装备首台套研制申报材料\n1.营业执照；\n2.董事会决议。\n（二）岸基雷达推广应用申报材料\n1.营业执照；\n2.采购合同。\n",
        [("营业执照", 1), ("董事会决议", 1), ("营业执照", 2), ("采购合同", 2)],
    ),
    ("1.营业执照；\n2.采购合同。\n", [("营业执照", None), ("采购合同", None)]),
]


@pytest.mark.parametrize(("words", "wanted"), LISTS)
def test_whose_list_it_is(words: str, wanted: list[tuple[str, int | None]]) -> None:
    notice = build_notice(*structure(document(DIRECTIONS + words, hard_wrapped=False)))
    assert [d.name for d in notice.directions] == ["深潜装备首台套研制", "岸基雷达推广应用"]
    assert [(o.name, o.direction) for o in notice.obligations if o.kind == "proof_material"] == wanted
