"""Calls of a text processor: tasks as lines without marks, below who issues the call, and one table for all."""

import pytest
from documents import document, joined, table

from pipeline.records.notice import build_notice
from pipeline.structure import structure

HEAD = (
    "海州省海洋装备学科联盟\n海联〔2026〕9号\n关于征集2026年海洋装备难题揭榜团队的公告\n各有关单位：\n"
    "为把难题揭出来，现公告如下。\n1  榜题与任务要求\n"
)
TASKS = (
    "榜题A  浮标长期值守技术攻关\n建立锚泊力学模型并验证\n给出波浪能补电办法\n"
    "榜题B  船闸水下巡检装置研制\n研制适应浊水的巡检装置\n说明与人工潜水的比对办法\n"
    "2  指标总表\n各榜题的考核指标统一列于下表。\n"
)
ROWS = [
    ["榜题", "指标", "要求"],
    ["A浮标长期", "布放水深", "≥500 m"],
    ["", "值守时间", "≥90 d"],
    ["B船闸水下", "裂缝检出率", "≥95%"],
    ["", "单闸巡检时间", "≤4 h"],
]
TAIL = "3  谁可以揭榜\n3.1 牵头单位为海州省内登记注册的企业。\n"


def test_lines_of_a_list_and_one_table_of_all() -> None:
    call = joined(table(ROWS, HEAD + TASKS), document(TAIL, hard_wrapped=False))
    notice = build_notice(*structure(call))
    assert [(d.name, [c.text for c in d.clauses]) for d in notice.directions] == [
        ("浮标长期值守技术攻关", ["建立锚泊力学模型并验证", "给出波浪能补电办法"]),
        ("船闸水下巡检装置研制", ["研制适应浊水的巡检装置", "说明与人工潜水的比对办法"]),
    ]
    assert [(t.direction, t.metric) for t in notice.targets] == [
        (1, "布放水深"),
        (1, "值守时间"),
        (2, "裂缝检出率"),
        (2, "单闸巡检时间"),
    ]


def test_lines_that_end_in_marks_are_one_text() -> None:
    words = HEAD + TASKS.replace("建立锚泊力学模型并验证\n给出", "建立锚泊力学模型，\n并给出")
    notice = build_notice(*structure(document(words + TAIL, hard_wrapped=False)))
    assert len(notice.directions[0].clauses) == 1


PUZZLES = (
    "海岚水产集团有限公司\n加工技术难题张榜公告\n现将难题公告如下，欢迎揭榜。\n第一章　难题\n难题一　虾仁去肠线机\n"
    "手工挑线费时。{}\n难题二　贻贝脱壳机\n"
    "现用蒸煮脱壳，破损多。要求脱壳率不低于97%。本题报价不得高于90万元，试用地点为二厂。\n"
    "第二章　谁可以来揭榜\n应征单位应是独立法人。\n第三章　要交什么\n应征方案书。\n"
)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "要求挑净率不低于98%，单机产量不低于每小时80公斤。本题报价不得高于120万元。",
            ["挑净率", "单机产量", "脱壳率"],
        ),
        ("本题报价不得高于120万元。要求挑净率不低于98%。", ["挑净率", "脱壳率"]),
        ("给予不超过120万元的补助，分两次拨付。", ["脱壳率"]),
    ],
)
def test_a_price_beside_what_is_asked(told: str, asked: list[str]) -> None:
    notice = build_notice(*structure(document(PUZZLES.format(told), hard_wrapped=False)))
    assert [target.metric for target in notice.targets] == asked
