"""Clauses that ask for a scale of time, and answers that take longer."""

import pytest

from pipeline.screening.clauses.time_scales import longer

CLAUSE = "岸基雷达具备分钟级断链重连能力"


@pytest.mark.parametrize(
    ("clause", "said", "words"),
    [
        (CLAUSE, "岸基雷达断链重连后约2小时恢复组网", "2小时"),
        (CLAUSE, "岸基雷达断链重连不超过5分钟", None),
        (CLAUSE, "岸基雷达断链重连后30秒内恢复，连续运行72小时", None),  # one of the times is within the scale
        (CLAUSE, "岸基雷达支持分钟级断链重连，连续运行72小时", None),
        (CLAUSE, "岸基雷达断链重连时长缩短到2小时以内，测试方式为拔除一根光缆", "2小时"),  # the test is another clause
        (CLAUSE, "样机连续运行72小时", None),  # on something else
        (CLAUSE, "断链重连经72小时连续测试验证", None),  # of a test
        (CLAUSE, "现有雷达断链重连依靠人工，需要2小时", None),
        (CLAUSE, "岸基雷达断链重连需2小时。改进后岸基雷达断链重连只需3分钟", None),
        (CLAUSE, "岸基雷达断链重连由系统自动完成，用时不超过2小时，以人工拔缆方式测20次", "2小时"),
        ("实现毫秒级目标告警", "目标告警时延约3秒", "3秒"),
        ("实现毫秒级目标告警", "目标告警时延约800毫秒", None),
        (
            CLAUSE,
            "指标：岸基雷达断链重连；现状：约半天；承诺：不超过2小时；测法：连续72小时",
            "2小时",
        ),  # a row of a table
        (CLAUSE, "指标：岸基雷达断链重连；现状：约半天；承诺：不超过2分钟；测法：连续72小时", None),
        (CLAUSE, "断链：岸基雷达断链重连；现场服务：承诺2小时到场；培训：3天", None),  # no row of a table
        (CLAUSE, "岸基雷达断链重连为2小时（实测可达）", "2小时"),
        ("岸基雷达具备断链重连能力", "岸基雷达断链重连后约2小时恢复组网", None),  # no scale is asked for
        (CLAUSE, "岸基雷达入列，断链重连时间尽量缩短、具体时长不作承诺", "断链重连时间尽量缩短"),
        (CLAUSE, "岸基雷达断链重连，恢复时间视故障情况而定", "恢复时间视故障情况而定"),
        (CLAUSE, "断链重连用时待定", "断链重连用时待定"),
        (CLAUSE, "断链重连时间尽量缩短，最长不超过3分钟", None),
        (CLAUSE, "断链重连自动完成。开机自检时间尽量缩短", None),  # of another thing
        (CLAUSE, "岸基雷达断链重连，排障人员到场时长逐步缩短。断链重连在2分钟内完成", None),
    ],
)
def test_longer(clause: str, said: str, words: str | None) -> None:
    found = longer(clause, ["标定水槽建于港区。", f"{said}。"])
    assert (found.words if found is not None else None) == words
