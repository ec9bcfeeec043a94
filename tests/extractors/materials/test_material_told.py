"""Items that tell the papers they stand for."""

import pytest
from documents import document

from extractors.materials.materials import find_materials
from extractors.materials.told import told_papers
from pipeline.structure import structure

HEAD = "关于发布榜单的公告\n各有关单位：\n现将榜单公布如下。\n"

# text, [(name, copies, condition)]
CASES = [
    (
        "3 揭榜材料\n3.1 揭榜申请书。\n3.2 资格证明：营业执照（或法人证书）；社保证明；合同复印件（至少2份）。\n",
        [
            ("揭榜申请书", None, None),
            ("营业执照", None, None),
            ("社保证明", None, None),
            ("合同复印件", 2, None),
        ],
    ),
    (
        "三、申报材料\n1.资质证明材料：营业执照、审计报告、合作协议（联合申报的提供）。\n2.承诺书。\n",
        [
            ("营业执照", None, None),
            ("审计报告", None, None),
            ("合作协议", None, "联合申报的提供"),
            ("承诺书", None, None),
        ],
    ),
    (
        "三、申报材料\n1.证明材料：营业执照；审计报告。\n2.承诺书。\n",
        [("营业执照", None, None), ("审计报告", None, None), ("承诺书", None, None)],
    ),
    (
        "三、申报材料\n1.资质佐证材料：专利证书、检测报告等。\n2.承诺书。\n",
        [("资质佐证材料", None, None), ("承诺书", None, None)],
    ),
    (
        "三、申报材料\n（一）附件材料：法人证书复印件，负责人职称证书，合作单位的须附合作协议。\n（二）承诺书。\n",
        [
            ("法人证书复印件", None, None),
            ("负责人职称证书", None, None),
            ("合作协议", None, "合作单位"),
            ("承诺书", None, None),
        ],
    ),
    (
        "三、申报材料\n（一）实施方案一式3份。按照以下提纲编写：\n1.单位概况\n2.经费预算\n3.组织保障\n（二）承诺书。\n",
        [("实施方案", 3, None), ("承诺书", None, None)],
    ),
    (
        "三、申报材料\n1.审计报告：2024年度、2025年度。\n2.承诺书。\n",
        [("审计报告", None, None), ("承诺书", None, None)],
    ),
    (
        "三、申报材料\n1.资格证明：营业执照、法人证书，或成员身份证和合作协议。\n2.检测报告（2025年1月1日以后出具）。\n",
        [("资格证明", None, None), ("检测报告", None, None)],
    ),
    (
        "三、申报材料\n1.成果转化证明材料：来源可从专利、立项证明等方面提供材料；结果可从检验报告等方面提供材料。\n2.承诺书。\n",
        [("成果转化证明材料", None, None), ("承诺书", None, None)],
    ),
    ("三、申报材料\n1.证明材料：真实、完整、清晰。\n2.承诺书。\n", [("承诺书", None, None)]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_told_papers(text: str, wanted: list[tuple[str, int | None, str | None]]) -> None:
    read, outline = structure(document(HEAD + text, hard_wrapped=False))
    found = [paper for material in find_materials(read, outline) for paper in told_papers(read, material)]
    assert list(dict.fromkeys((m.name, m.copies, m.condition) for m in found)) == wanted
    assert all(m.name in m.span.of(read.clean) for m in found)
