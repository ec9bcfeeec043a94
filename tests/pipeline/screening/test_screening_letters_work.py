"""The work that the letter of commitment names against that of the form."""

from collections.abc import Callable

import pytest

from schemas.finding import Finding

LETTER = (
    "附件清单\n",
    "承诺书\n项目名称：{}\n本单位承诺申报材料真实有效，如有不实愿承担责任。\n单位（公章）：云屿声瞳医疗科技有限公司\n附件清单\n",
)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("便携式彩色超声诊断设备研制", False),
        ("便携式彩色超声诊断设备的研制与应用", False),
        ("____________", False),
        ("海岛垃圾渗滤液处理装置改造", True),
    ],
)
def test_the_letter_is_for_the_work_of_the_form(
    found: Callable[..., dict[tuple[str, str], Finding]], name: str, wrong: bool
) -> None:
    said = found((LETTER[0], LETTER[1].format(name))).get(("consistency", "项目名称"))
    assert (said is not None and said.status == "invalid") is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("便携式彩色超声诊断设备研制。所属类别：医疗装备", False),
        ("名称：便携式彩色超声诊断设备的研制（医疗装备）", False),
        ("医疗装备：便携式彩色超声诊断设备", False),
        ("与申报书封面所填名称一致。", False),
        ("名称：“云影”多模态影像云平台建设（医疗装备）", True),
    ],
)
def test_a_section_that_is_the_name(
    found: Callable[..., dict[tuple[str, str], Finding]], words: str, wrong: bool
) -> None:
    said = found(("（二）进度安排\n", f"（二）任务名称\n{words}\n（三）进度安排\n")).get(("consistency", "项目名称"))
    assert (said is not None and said.status == "invalid") is wrong


NOTED = (
    "附件清单\n",
    "承诺书\n本单位申报“揭榜挂帅”项目（项目名称：{}），承诺材料真实有效。\n单位（公章）：云屿声瞳医疗科技有限公司\n附件清单\n",
)


@pytest.mark.parametrize(
    ("name", "wrong"), [("便携式彩色超声诊断设备研制", False), ("____", False), ("年产一万吨树脂改性技术开发", True)]
)
def test_the_work_in_a_bracket_of_the_letter(
    found: Callable[..., dict[tuple[str, str], Finding]], name: str, wrong: bool
) -> None:
    said = found((NOTED[0], NOTED[1].format(name))).get(("consistency", "项目名称"))
    assert (said is not None and said.status == "invalid") is wrong


SPEAKER = (
    "附件清单\n",
    "承诺书\n我单位（{}）承诺申报材料真实有效，如有不实愿承担责任。\n单位（公章）：云屿声瞳医疗科技有限公司\n附件清单\n",
)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("云屿声瞳医疗科技有限公司", False),
        ("以下简称申报单位", False),
        ("盖章", False),
        ("云屿声桐医疗科技有限公司", True),
        ("海屿环境工程股份有限公司", True),
    ],
)
def test_who_speaks_in_the_letter_is_the_applicant(
    found: Callable[..., dict[tuple[str, str], Finding]], name: str, wrong: bool
) -> None:
    said = found((SPEAKER[0], SPEAKER[1].format(name)))[("consistency", "单位名称")]
    assert (said.status == "invalid") is wrong
    assert ("承诺书正文" in said.explanation) is wrong


@pytest.mark.parametrize(("signed", "wrong"), [("【印】", False), ("海屿环境工程股份有限公司", True)])
def test_a_stamp_where_the_name_would_stand_is_no_other_name(
    found: Callable[..., dict[tuple[str, str], Finding]], signed: str, wrong: bool
) -> None:
    letter = SPEAKER[1].format("以下简称申报单位").replace("云屿声瞳医疗科技有限公司", signed)
    assert (found((SPEAKER[0], letter))[("consistency", "单位名称")].status == "invalid") is wrong
