"""Covers and the lines under a title, what the office fills in."""

import pytest
from extracted import Fields, fields_of, values

COVER = "海洋装备揭榜挂帅\n申报材料\n\n"


CASES: list[tuple[str, str, Fields]] = [
    (
        "cover",
        COVER
        + "揭榜方向：岸基雷达\n\n揭榜单位：海州仪器有限公司（加盖单位公章）\n\n"
        + "推荐单位：（加盖单位公章）\n\n申报日期：2026年3月9日\n",
        {"揭榜方向": "岸基雷达", "揭榜单位": "海州仪器有限公司", "推荐单位": None, "申报日期": "2026年3月9日"},
    ),
    (
        "cover with gaps in place of colons",
        COVER + "揭榜方向\t岸基雷达\n\n揭榜单位\t海州仪器有限公司（盖章）\n\n申报日期\t2026年3月9日\n",
        {"揭榜方向": "岸基雷达", "揭榜单位": "海州仪器有限公司", "申报日期": "2026年3月9日"},
    ),
    (
        "blanks to write on",
        COVER + "揭榜方向：_____\n\n揭榜单位：_____（加盖单位公章）\n\n申报日期：_____年____月____日\n",
        {"揭榜方向": None, "揭榜单位": None, "申报日期": None},
    ),
    (
        "how to fill in is no field",
        COVER + "揭榜方向：雷达\n\n揭榜单位：某某所\n\n填写说明：各栏均须填写。\n",
        {"揭榜方向": "雷达", "揭榜单位": "某某所"},
    ),
    (
        "a direction that begins with its number",
        COVER + "揭榜方向： 方向4：岸基雷达\n\n揭榜单位：海州仪器有限公司\n",
        {"揭榜方向": "方向4：岸基雷达", "揭榜单位": "海州仪器有限公司"},
    ),
    (
        "a date without its day",
        COVER + "揭榜方向：岸基雷达\n\n揭榜单位：海州仪器有限公司\n\n申报日期：2026年3月 日\n",
        {"揭榜方向": "岸基雷达", "揭榜单位": "海州仪器有限公司", "申报日期": None},
    ),
    (
        "labels under the title of a report",
        "雷达项目可行性研究报告\n\n项目名称：远程雷达\n\n申报单位：海州仪器有限公司\n\n"
        "一、概述\n\n研究内容：收发组件。\n\n二、方案\n\n分三步。\n",
        {"项目名称": "远程雷达", "申报单位": "海州仪器有限公司"},
    ),
    (
        "a blank before figures is not kept",
        "雷达项目可行性研究报告\n\n项目名称：远程雷达\n\n填报日期 2026年3月5日\n\n一、概述\n\n研制雷达。\n",
        {"项目名称": "远程雷达", "填报日期": "2026年3月5日"},
    ),
    (
        "places to sign are no fields",
        COVER + "揭榜方向：雷达\n\n揭榜单位：某某所\n\n负责人（签字）：钱某\n",
        {"揭榜方向": "雷达", "揭榜单位": "某某所"},
    ),
]


@pytest.mark.parametrize(("what", "words", "expected"), CASES, ids=[case[0] for case in CASES])
def test_fields(what: str, words: str, expected: Fields) -> None:
    assert values(words) == expected


@pytest.mark.parametrize(
    ("line", "required"),
    [
        ("课题编号：（由管理机构填写）", False),
        ("项目编号：", False),
        ("榜单编号：", True),
        ("项目名称：（由申报单位填写）", True),
        ("单位名称：", True),
    ],
)
def test_what_the_office_fills_in(line: str, required: bool) -> None:
    [field] = fields_of(COVER + line + "\n")
    assert field.required is required
