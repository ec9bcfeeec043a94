import pytest
from documents import document

from extractors.materials.materials import find_materials
from pipeline.structure import structure
from schemas.document import Cell, Table

ROWS = [
    (
        [
            ["序号", "材料名称", "份数", "备注"],
            ["1", "项目申报书", "3", "加盖公章"],
            ["2", "劳动合同", "1", "全职人员提供"],
        ],
        [("项目申报书", "form", 3, None), ("劳动合同", "proof", 1, "全职人员提供")],
    ),
    (
        [["申报材料", "要求"], ["营业执照复印件", "核验原件"], ["上市辅导证明", "如有"]],
        [("营业执照复印件", "proof", None, None), ("上市辅导证明", "proof", None, "如有")],
    ),
    (  # a project a row, whose cell lists its papers
        [["项目", "申报材料"], ["研发补助", "①专项审计报告；②加计扣除备案表"], ["成果转化", "技术合同登记证明"]],
        [
            ("专项审计报告", "proof", None, None),
            ("加计扣除备案表", "form", None, None),
            ("技术合同登记证明", "proof", None, None),
        ],
    ),
    (  # a paper a line; what goes on in the next line is the same paper's
        [
            ["类别", "应提供的文件"],
            ["主体", "营业执照\n入驻合同（区外企业提供）"],
            ["技术", "海域使用权证书\n复印件"],
            ["人员", "劳动合同\n及社保缴费证明"],
        ],
        [
            ("营业执照", "proof", None, None),
            ("入驻合同", "proof", None, "区外企业提供"),
            ("海域使用权证书复印件", "proof", None, None),
            ("劳动合同及社保缴费证明", "proof", None, None),
        ],
    ),
    (
        [
            ["凭证", "由谁出具", "说明"],
            ["营业执照", "市场监管部门", "在有效期内"],
            ["海试合同", "揭榜方", "联合揭榜的提供"],
        ],
        [("营业执照", "proof", None, None), ("海试合同", "proof", None, "联合揭榜的提供")],
    ),
    (
        [
            ["序号", "附件名称", "说明"],
            ["附1", "营业执照", "副本复印件"],
            ["附2", "海试设备校准证书", "提交时须在有效期内"],
            ["附3", "联合体协议", "联合揭榜的提供"],
        ],
        [
            ("营业执照", "proof", None, None),
            ("海试设备校准证书", "proof", None, None),
            ("联合体协议", "proof", None, "联合揭榜的提供"),
        ],
    ),
    ([["附件名称", "用途"], ["海区图", "查阅"], ["报名网址", "登记"]], []),
    ([["凭证号", "金额"], ["0012号", "3万元"]], []),
    ([["姓名", "职务"], ["甲", "主任"]], []),
]


@pytest.mark.parametrize(("rows", "wanted"), ROWS)
def test_rows_of_a_table(rows: list[list[str]], wanted: list[tuple[str, str, int | None, str | None]]) -> None:
    text, cells = "关于申报人才项目的通知\n", []
    start = len(text)
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            cells.append(Cell(len(text), len(text) + len(words), r, c))
            text += words + ("\t" if c < len(row) - 1 else "\n")
    found = find_materials(*structure(document(text, tables=(Table(start, len(text), tuple(cells)),))))
    assert [(m.name, m.kind, m.copies, m.condition) for m in found] == wanted


def test_what_the_column_of_requirements_says() -> None:
    rows = "证明材料名称\t要求\n检测报告\t第三方机构于2026年1月1日以后出具\n合作协议\t联合揭榜的提供，各方盖章\n"
    found = find_materials(*structure(document("关于揭榜的通知\n三、申报材料\n" + rows)))
    assert [(m.name, m.condition, m.remark) for m in found] == [
        ("检测报告", None, "第三方机构于2026年1月1日以后出具"),
        ("合作协议", "联合揭榜的提供", "联合揭榜的提供，各方盖章"),
    ]


def test_letters_and_lists_among_the_proofs_are_proofs() -> None:
    rows = "类别\t应提供的文件\n主体\t入驻承诺\n人员\t社保清单\n"
    found = find_materials(*structure(document("关于揭榜的通知\n请申报。\n附件1\n证明材料\n" + rows)))
    assert [(m.name, m.kind) for m in found] == [("入驻承诺", "proof"), ("社保清单", "proof")]
    called = find_materials(*structure(document("关于揭榜的通知\n三、申报材料\n" + rows)))
    assert [(m.name, m.kind) for m in called] == [("入驻承诺", "commitment"), ("社保清单", "form")]


def test_a_checklist_of_proofs_whose_head_names_no_papers() -> None:
    lines = "核对内容 | 有 | 无\n营业执照 | □ | □\n海试报告 | □ | □\n安全情况说明 | □ | □\n"
    found = find_materials(*structure(document("关于潮汐能揭榜的公告\n现公开张榜。\n附件1\n证明材料核对表\n" + lines)))
    assert [m.name for m in found] == ["营业执照", "海试报告", "安全情况说明"]


def test_rows_of_papers_behind_the_group_that_asks_for_them() -> None:
    lines = "必交 | 营业执照 | 海试合同（如浮标合同） | 近一年资产负债表\n选交 | 检测报告 | 用户评价 |  \n"
    head = "关于潮汐能揭榜的公告\n现公开张榜。\n附件1\n证明\n"
    found = find_materials(*structure(document(head + lines)))
    assert [(m.name, m.kind, m.condition) for m in found] == [
        ("营业执照", "proof", None),
        ("海试合同", "proof", None),
        ("近一年资产负债表", "proof", None),
        ("检测报告", "proof", "选交"),
        ("用户评价", "proof", "选交"),
    ]
    other = "必交 | 每月一次 | 海上风速 | 浪高\n选交 | 每季一次 | 水温 | 盐度\n"
    assert find_materials(*structure(document(head + other))) == []
