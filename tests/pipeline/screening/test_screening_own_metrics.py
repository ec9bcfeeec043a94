"""Whether an application answers the metrics of the direction that it names."""

import pytest
from documents import document

from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening.conditions.own_metrics import answers_its_own
from pipeline.structure import structure

CALL = (
    "关于发布船坞技术榜单的通知\n一、榜单\n方向1：船底清洗机器人\n考核指标：清洗速度≥30平方米/小时；吸附力≥800N；续航时间≥4小时。\n"
    "方向2：污水回收装置\n考核指标：污水回收率≥95%；出水含油量≤5mg/L；单机处理能力≥20立方米/小时。\n"
)
OWN = "污水回收率不低于96%。出水含油量不高于4mg/L。"
OTHER = "清洗速度不低于35平方米/小时。吸附力不低于900N。续航时间不低于5小时。"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (OWN, True),
        (f"{OWN}单机处理能力不低于22立方米/小时。清洗速度另计。", True),
        (OTHER, False),
        (OWN + OTHER, False),  # more of the other's
        ("污水回收率不低于96%。", False),  # one alone
        ("我们的装置回收污水，指标见后。", False),
    ],
)
def test_the_metrics_of_its_own_direction(text: str, wanted: bool) -> None:
    notice = build_notice(*structure(document(CALL)))
    submission = build_submission(*structure(document(f"揭榜任务书\n一、预期目标\n{text}\n")))
    assert answers_its_own(notice, submission, 2, 1) is wanted
