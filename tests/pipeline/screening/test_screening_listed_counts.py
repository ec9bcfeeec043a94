"""Counts against the table below that lists them; items of a budget by their sources."""

from typing import Any

import pytest

from pipeline.screening.amounts.money import mentions

TABLE = (
    "系统可自动处置的告警共34种，按环节编组{}。\n编组\t告警种数\t例\n布放\t9种\t缆断\n定位\t7种\t漂移\n回收\t{}\t绞车\n"
)


@pytest.mark.parametrize(
    ("lead", "last", "status"),
    [
        ("如下表", "12种", "insufficient"),  # 28 in all
        ("如下表", "18种", "met"),
        ("如下表", "16种", "met"),  # 32 are fewer than said, and enough
        ("如下表", "10种以上", "met"),  # what is not read cannot be summed
        ("实施", "12种", "met"),  # no table that lists them
        ("如下表", "12项", "met"),  # two rows of one unit are no list
    ],
)
def test_a_count_and_the_table_that_lists_it(lead: str, last: str, status: str, found: Any) -> None:
    goals = ("（二）进度安排\n", f"（二）预期目标\n{TABLE.format(lead, last)}（三）进度安排\n")
    findings = found(goals, metric="自动处置的告警不少于30种")
    assert findings["numeric_target", "自动处置的告警"].status == status


@pytest.mark.parametrize(
    ("words", "yuan"),
    [
        ("总投入1300万元，其中省拨480万元、自筹资金820万元。", [820e4]),
        ("设备费560万元，其中省拨150万元、自筹资金410万元，用于示范线。", []),
        ("项目总经费900万元，其中自筹资金600万元、财政资金300万元。", [600e4]),
        ("业务费510万元，其中省拨240万元。自筹资金820万元已落实。", [820e4]),
    ],
)
def test_own_money_of_the_whole_and_of_an_item(words: str, yuan: list[float]) -> None:
    assert [one.yuan for one in mentions(words, "自筹资金", annual=False)] == yuan
