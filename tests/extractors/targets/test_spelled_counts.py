"""Counts in characters among goals: what is promised, and what only orders a text."""

import pytest
from documents import document

from extractors.targets.spelled_counts import find_spelled_counts
from pipeline.structure import structure

CASES = [
    ("项目将形成三套海况预报模型，由用户评测。", [("海况预报模型", 3, "套")]),
    ("支持二十六种浮标协议，并自动生成日报。", [("浮标协议", 26, "种")]),
    ("建设海上试验场四个，覆盖近海。", [("海上试验场", 4, "个")]),
    ("改造示范冷库十座，分布在三市。", [("改造示范冷库", 10, "座")]),
    ("支撑海况识别、船只识别、潮位预报等十二项海洋任务，性能提高。", [("海洋任务", 12, "项")]),
    ("整合XDR、SIEM、EDR三种安全系统，实现调度。", [("安全系统", 3, "种")]),
    ("算法已在人民医院等三家医院应用。", []),
    ("培训工匠七十人次；编制规程。", [("培训工匠", 70, "人次")]),
    ("分三个阶段推进，从四个层面构建能力。", []),
    ("构建五个专项组，攻克三项关键技术。", []),
    ("形成一个平台，支持两种方式接入。", []),
    ("已建成三个试验场。", []),
    ("拟突破的难点有四项：一是降噪。", []),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_spelled_counts(words: str, expected: list[tuple[str, int, str]]) -> None:
    text, _ = structure(document(words))
    found = find_spelled_counts(text, 0, len(text.clean), direction=1, due="2027")
    assert [(t.metric, t.value, t.unit) for t in found] == expected
    assert all(t.evidence.text in words and t.comparator == "=" for t in found)
