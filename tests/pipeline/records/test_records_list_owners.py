"""Papers, conditions and results of one direction bind those alone who apply in it."""

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


UNDER_NAMES = (
    "二、申报条件\n（一）深潜装备首台套研制\n面向在海岚市注册的企业，研发人员不少于30人。\n"
    "（二）岸基雷达推广应用\n面向全省企业，研发人员不少于5人。\n"
    "三、项目管理与验收\n（一）按管理办法执行；\n（二）还应提交以下成果：\n"
    "1.深潜装备首台套研制：提交1份报告和2篇以上研究论文。\n2.岸基雷达推广应用：提交1份以上与雷达相关的专利证书。\n"
)


def test_what_stands_under_a_direction_s_name_binds_it_alone() -> None:
    notice = build_notice(*structure(document(DIRECTIONS.split("二、申报材料")[0] + UNDER_NAMES, hard_wrapped=False)))
    assert [(t.metric, t.value, t.direction) for t in notice.targets if t.role == "eligibility"] == [
        ("研发人员", 30, 1),
        ("研发人员", 5, 2),
    ]
    assert {(o.name, o.direction) for o in notice.obligations if o.kind == "eligibility"} >= {
        ("研发人员不少于30人", 1),
        ("研发人员不少于5人", 2),
    }
    yielded = [(t.metric, t.value, t.direction) for t in notice.targets if t.metric in ("研究论文", "专利证书")]
    assert yielded == [("研究论文", 2, 1), ("专利证书", 1, 2)]
