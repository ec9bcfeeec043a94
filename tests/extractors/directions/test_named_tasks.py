"""A column 需求名称及内容: the name opens the cell, what is asked follows, and more stands under 实施要求."""

import pytest
from documents import table

from extractors.directions.directions import find_directions
from pipeline.records.notice_directions import build_directions
from pipeline.structure import structure

CALL = "关于张榜的公告\n各有关单位：\n现公开张榜。\n附件1\n需求榜单\n"
BOUND, ASKED = "①缩水率≤3%", "①染料须为国产；②排放数据须经有资质单位审核"


@pytest.mark.parametrize(
    ("head", "cell", "name", "clauses"),
    [
        (
            "需求名称及内容",
            "毛巾无水染色。以涤棉为原料，建成示范线。",
            "毛巾无水染色",
            ["以涤棉为原料，建成示范线", "染料须为国产", "排放数据须经有资质单位审核"],
        ),
        (
            "榜题名称和主要内容",
            "毛巾无水染色：建成示范线。",
            "毛巾无水染色",
            ["建成示范线", "染料须为国产", "排放数据须经有资质单位审核"],
        ),
        ("需求名称及内容", "毛巾无水染色", "毛巾无水染色", ["染料须为国产", "排放数据须经有资质单位审核"]),
        ("需求名称", "毛巾无水染色", "毛巾无水染色", ["染料须为国产", "排放数据须经有资质单位审核"]),
    ],
)
def test_name_and_task_in_one_cell(head: str, cell: str, name: str, clauses: list[str]) -> None:
    rows = [
        ["榜号", head, "技术指标", "实施要求", "榜单金额及用户企业"],
        ["RS-01", cell, BOUND, ASKED, "80万元；某某毛纺厂"],
        [
            "RS-02",
            "毛线防缩整理。解决起球问题。",
            "①起球等级≥4级",
            "①助剂不得含氟；②须用现有设备",
            "60万元；某某毛纺厂",
        ],
    ]
    directions, targets = build_directions(*structure(table(rows, CALL)), None)
    assert directions[0].name == name
    assert [clause.text for clause in directions[0].clauses if not clause.numeric] == clauses
    assert [(t.direction, t.metric) for t in targets] == [(1, "缩水率"), (2, "起球等级")]


def test_a_table_of_papers_lists_no_directions() -> None:
    rows = [["序号", "材料名称及要求", "份数"], ["1", "申报表。加盖公章。", "3"], ["2", "任务书。加盖公章。", "3"]]
    assert find_directions(*structure(table(rows, CALL))) == []
