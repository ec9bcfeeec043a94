"""A figure that holds for the easiest case alone, one that is enough to pass, one of the things that a call names."""

from pathlib import Path

import pytest
from made_facts import target
from written_case import findings, statuses

from pipeline.screening.claims.own_conditions import of_own_case
from schemas.evidence import Evidence

CALL = (
    "一、申报材料\n申报书。\n附件1\n海上平台揭榜榜单\n方向1：浮标平台\n主要任务：研制长期值守的锚泊浮标。\n"
    "考核指标：机舱PUE不超过1.25；识别准确率不低于97%；其中渔船、货轮、帆船等5个以上重点船型的识别效果业界领先。\n"
    "方向2：水声通信机\n主要任务：研制水声通信机。\n考核指标：通信距离不小于10公里。\n"
    "附件2\n海上平台揭榜挂帅申报书\n单位名称\t\t揭榜方向\t\n一、预期目标\n二、验收办法\n"
)
OFFER = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t揭榜方向\t方向1：浮标平台\n一、预期目标\n"
    "指标\t目标值\t测试方法\n机舱PUE\t{pue}\t电表累计\n识别准确率\t≥97.5%\t海试\n"
    "重点船型定为六种，识别效果业界领先；{ships}。\n"
    "浮标采用三点锚泊，长期值守，六个重点船型逐一建库。\n二、验收办法\n海试由船级社随机抽取三千帧；{passes}。\n"
)
WELL = {"pue": "不超过1.19", "ships": "渔船样本取自近岸", "passes": "逐帧核对"}


@pytest.mark.parametrize(
    ("what", "said", "metric", "status"),
    [
        ("pue", "最冷月（1月）不超过1.19，全年平均1.36", "PUE", "insufficient"),
        ("pue", "最冷月（1月）不超过1.19，全年平均1.22", "PUE", "met"),
        ("pue", "不超过1.19，改造前全年平均1.36", "PUE", "met"),
        ("pue", "不超过1.19，全年平均36天校表", "PUE", "met"),
        ("passes", "模型识别准确率达到95%即视为通过", "识别准确率", "insufficient"),
        ("passes", "模型识别准确率达到97.2%即视为通过", "识别准确率", "met"),
        ("passes", "单类识别准确率达到95%即视为通过", "识别准确率", "met"),
        ("ships", "帆船因样本未谈妥，不列入本次范围，留待下一期", "重点船型", "insufficient"),
        ("ships", "帆船暂不支持", "重点船型", "insufficient"),
        ("ships", "帆船样本取自赛事，不另设识别模型", "重点船型", "met"),
        ("ships", "帆船识别因样本未谈妥，不列入本次范围", "重点船型", "insufficient"),
        ("ships", "帆船样本采购费用由单位自筹，不列入本项目", "重点船型", "met"),  # not the ships
        ("ships", "渔船样本取自近岸。帆船模型由合作方承担研制，不纳入考核", "重点船型", "met"),
        ("ships", "皮划艇因样本未谈妥，不列入本次范围，留待下一期", "重点船型", "met"),  # nobody asks for it
    ],
)
def test_what_leaves_less_than_asked(what: str, said: str, metric: str, status: str, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL, OFFER.format(**{**WELL, what: said}))
    assert next(one for name, one in found.items() if metric in name) == status


def test_the_words_that_leave_one_out_are_shown(tmp_path: Path) -> None:
    offer = OFFER.format(**{**WELL, "ships": "帆船暂不支持"})
    shown = [one.found.text for one in findings(tmp_path, CALL, offer) if "重点船型" in one.name and one.found]
    assert shown == ["帆船暂不支持"]


@pytest.mark.parametrize(
    ("metric", "said", "left"),
    [
        ("夜间目标的识别率", ("白天目标97%", "夜间目标92%"), ("夜间目标92%",)),
        ("识别率", ("白天目标97%", "夜间目标92%"), ("白天目标97%", "夜间目标92%")),
        ("夜间目标的识别率", ("识别率97%", "夜间目标92%"), ("识别率97%", "夜间目标92%")),
    ],
)
def test_the_case_that_the_metric_names_before_it(metric: str, said: tuple[str, ...], left: tuple[str, ...]) -> None:
    claim, at = target("=", 97, "%", metric="识别率"), 0
    claims = []
    for words in said:
        claims.append(claim.model_copy(update={"evidence": Evidence(text=words, start=at, end=at + len(words))}))
        at += len(words) + 1
    required = target(">=", 95, "%", metric=metric)
    assert tuple(one.evidence.text for one in of_own_case(required, claims)) == left
