"""Tables of proofs: what names the paper, and what the other cells say of it."""

import pytest
from documents import joined, table

from extractors.application.attachments import find_attachments
from pipeline.structure import structure

HEADS = ["序号", "材料", "出具单位", "日期", "说明"]
CASES: list[tuple[str, list[list[str]], list[str]]] = [
    (
        "the day in a column of its own",
        [HEADS, ["1", "科技查新报告", "某科技情报所", "2024年3月12日", "国内查新"], ["2", "营业执照", "某局", "", ""]],
        ["科技查新报告（2024年3月12日）", "营业执照"],
    ),
    (
        "who made it and when in the longest cell",
        [["材料", "说明（出具单位、日期）"], ["财务审计报告", "2024年度，海州某会计师事务所，2025年4月2日出具"]],
        ["财务审计报告（2024年度，海州某会计师事务所，2025年4月2日出具）"],
    ),
    (
        "whose the money is",
        [HEADS, ["1", "存款证明", "海州银行", "2026年4月1日", "户名李某（个人账户）"]],
        ["存款证明（2026年4月1日，户名李某，个人账户）"],
    ),
    (
        "no heads: the cell that reads as a paper",
        [["联合攻关协议", "海州仪器有限公司、乙大学海洋学院，2026年4月18日"], ["营业执照复印件", "共两页，已盖章"]],
        ["联合攻关协议（海州仪器有限公司、乙大学海洋学院，2026年4月18日）", "营业执照复印件"],
    ),
    (
        "pages and copies say nothing of the paper",
        [["序号", "材料名称", "页码", "份数"], ["1", "营业执照", "2024-2026页", "一式三份"]],
        ["营业执照"],
    ),
    (
        "a row without a number ends the one above, where that has nothing behind its name",
        [
            ["序号", "材料", "份数"],
            ["1", "审计报告：海会审字第3号，", ""],
            ["", "海州仪器有限公司2025年度报表", "1"],
            ["2", "营业执照", "1"],
            ["", "检测报告（见附页）", "1"],
        ],
        ["审计报告：海会审字第3号，海州仪器有限公司2025年度报表", "营业执照", "检测报告（见附页）"],
    ),
    (
        "what is not handed in",
        [["序号", "材料名称", "是否提供"], ["1", "营业执照", "☑是"], ["2", "专利证书", "□是 ☑否"]],
        ["营业执照"],
    ),
]


@pytest.mark.parametrize(("what", "rows", "names"), CASES, ids=[case[0] for case in CASES])
def test_rows(what: str, rows: list[list[str]], names: list[str]) -> None:
    made = joined(table(rows, "证明材料清单\n"))
    assert [each.name for each in find_attachments(*structure(made))] == names
