"""The day of birth in an identity number against the one that the form gives beside it."""

from pathlib import Path

import pytest
from written_case import findings

CALL = (
    "一、申报材料\n申报书。\n附件\n海上平台揭榜挂帅申报书\n单位名称\t\t项目名称\t\n"
    "负责人姓名\t\t负责人出生年月\t\n负责人身份证号\t\t负责人职称\t\n项目方案\n（一）现有基础\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t项目名称\t锚泊浮标\n"
    "负责人姓名\t辛白杨\t负责人出生年月\t{born}\n负责人身份证号\t{number}\t负责人职称\t研究员\n"
    "项目方案\n（一）现有基础\n公司设有湿热试验室。\n"
)


@pytest.mark.parametrize(
    ("born", "number", "told"),
    [
        ("1976年4月", "350100197604121234", False),
        ("1976年4月12日", "350100197604121234", False),
        ("1976.04", "35010019760412123X", False),
        ("1978年4月", "350100197604121234", True),
        ("1976年4月13日", "350100197604121234", True),
        ("1978年4月", "3501001976********", False),  # partly hidden
        ("1978年4月", "350100760412123", False),  # of the old kind, fifteen digits
        ("1976年4月1日（农历）", "350100197604121234", False),
        ("", "350100197604121234", False),
    ],
)
def test_the_birth_in_an_identity_number(born: str, number: str, told: bool, tmp_path: Path) -> None:
    found = findings(tmp_path, CALL, PART.format(born=born, number=number))
    wrong = [one.name for one in found if one.kind == "identifier" and one.status == "invalid"]
    assert wrong == (["负责人身份证号"] if told else [])
