"""Which of several figures answers a metric: that of its own case, that under its very name."""

from pathlib import Path

import pytest
from made_facts import target
from written_case import statuses

from pipeline.screening.claims.own_conditions import of_own_case
from schemas.evidence import Evidence

MOVING = target("<=", 3, "%", metric="运动状态心率误差")


@pytest.mark.parametrize(
    ("metric", "said", "left"),
    [
        ("运动状态心率误差", ("静息时不大于2%", "运动状态不大于5%"), ("运动状态不大于5%",)),
        ("心率误差", ("静息时不大于2%", "运动状态不大于5%"), ("静息时不大于2%", "运动状态不大于5%")),
        ("运动状态心率误差", ("不大于2%", "运动状态不大于5%"), ("不大于2%", "运动状态不大于5%")),
        ("吨水电耗", ("主机段3.0%", "计入预处理后全流程为3.5%"), ("计入预处理后全流程为3.5%",)),
        ("主机段电耗", ("主机段3.0%", "计入预处理后全流程为3.5%"), ("主机段3.0%", "计入预处理后全流程为3.5%")),
        ("吨水电耗", ("主机段3.0%", "预处理段0.5%"), ("主机段3.0%", "预处理段0.5%")),
        ("运动状态心率误差", ("静息时不大于2%", "心率误差不大于5%"), ("静息时不大于2%", "心率误差不大于5%")),
    ],
)
def test_the_case_that_the_metric_names(metric: str, said: tuple[str, ...], left: tuple[str, ...]) -> None:
    required = MOVING.model_copy(update={"metric": metric})
    claims, at = [], 0
    for words in said:
        place = Evidence(text=words, start=at, end=at + len(words))
        claims.append(MOVING.model_copy(update={"evidence": place}))
        at += len(words) + 1
    assert tuple(one.evidence.text for one in of_own_case(required, claims)) == left


CALL = (
    "海州市科学技术局\n关于发布海洋装备揭榜榜单的通知\n海州市科学技术局\n2026年3月2日\n附件1\n海洋装备揭榜榜单\n"
    "方向1：浮标平台\n主要任务：研制锚泊浮标。\n考核指标：到2028年，组织不少于6个典型智能浮标开展试点验证；定位误差不超过3米。\n"
    "方向2：水声通信机\n主要任务：研制水声通信机。\n考核指标：通信距离不小于10公里。\n"
    "附件2\n海洋装备揭榜挂帅申报书\n单位名称\t\t揭榜方向\t\n一、预期目标\n二、效益\n"
)
OFFER = (
    "海洋装备揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t揭榜方向\t方向1：浮标平台\n一、预期目标\n"
    "到2028年，组织{}个典型智能浮标开展试点验证，定位误差不超过2米。\n二、效益\n{}\n"
)


@pytest.mark.parametrize(
    ("count", "benefit", "status"),
    [
        (4, "建成后年服务模型与智能浮标120个以上。", "insufficient"),
        (6, "建成后年服务模型与智能浮标120个以上。", "met"),
    ],
)
def test_another_count_answers_under_the_whole_name_alone(
    count: int, benefit: str, status: str, tmp_path: Path
) -> None:
    found = statuses(tmp_path, CALL, OFFER.format(count, benefit))
    assert next(one for name, one in found.items() if "典型智能浮标" in name) == status
