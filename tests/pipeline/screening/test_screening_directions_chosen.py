"""How many directions an application may choose and chooses."""

from typing import Any

import pytest

from pipeline.screening.conditions.direction_limit import limit


def test_two_directions_where_the_notice_allows_two(found: Any) -> None:
    ticked = ("二、项目方案", "申报方向：☑方向1：便携式彩色超声诊断设备 ☑方向2：连续血糖监测系统\n二、项目方案")
    key = ("direction", "揭榜方向")
    assert found(ticked)[key].status == "invalid"
    assert found(ticked, more="每家单位可以申报多个方向。")[key].status == "met"
    assert found(ticked, more="每家单位最多选择2个方向。")[key].status == "met"


BOX = "申报方向\t{}方向1：便携式彩色超声诊断设备 {}方向2：连续血糖监测系统"


@pytest.mark.parametrize(
    ("condition", "boxes", "status"),
    [
        ("每个申报单位限选1个方向", "☑□", "met"),
        ("每个申报单位限选1个方向", "☑☑", "unverifiable"),  # the gap of 揭榜方向, told there
        ("每个单位只能申报一个方向", "□☑", "met"),
        ("同一申报单位最多申报2个方向", "☑☑", "met"),
        ("揭榜单位以1个方向为限", "□☑", "met"),
        ("每个单位限报1个项目", "☑□", "unverifiable"),  # another application may be for the second
    ],
)
def test_how_many_directions_are_chosen(condition: str, boxes: str, status: str, found: Any) -> None:
    ticked = ("注册地址\t", f"{BOX.format(*boxes)}\n注册地址\t")
    findings = found(ticked, more=f"四、申报条件\n1. {condition}。")
    assert findings["eligibility", condition].status == status
    if "限选1个" in condition:
        too_many = boxes == "☑☑"
        assert findings["direction", "揭榜方向"].status == ("invalid" if too_many else "met")


@pytest.mark.parametrize("condition", ["联合体不超过3个任务承担单位", "每个方向不超过5个任务节点"])
def test_no_limit_on_directions(condition: str) -> None:
    assert limit(condition) is None


ULTRASOUND, GLUCOSE = "方向1 便携式彩色超声诊断设备", "方向2 连续血糖监测系统"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (f"（{GLUCOSE}）", "invalid"),
        (f"（{ULTRASOUND}）", "met"),
        ("项目名称：面向连续血糖监测系统的超声芯片", "met"),
    ],
)
def test_the_cover_names_another_direction_than_the_form(line: str, status: str, found: Any) -> None:
    title = "云屿市揭榜挂帅项目申报书\n"
    form = ("注册地址\t", f"申报方向\t{ULTRASOUND}\n注册地址\t")
    assert found((title, f"{title}{line}\n"), form)["direction", "揭榜方向"].status == status


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (f"一、申报方向　　{ULTRASOUND}\n二、填报日期　　2026年3月2日\n", "met"),
        ("一、申报方向\n二、填报日期\n", "missing"),
    ],
)
def test_the_direction_on_a_cover_whose_lines_are_numbered(line: str, status: str, found: Any) -> None:
    title, named = "云屿市揭榜挂帅项目申报书\n", ("便携式彩色超声诊断设备研制", "医疗设备研制")
    assert found((title, f"{title}{line}"), named)["direction", "揭榜方向"].status == status
