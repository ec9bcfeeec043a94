"""What the lines on a team tell: licences that are still valid, how many they are, when the leader was born."""

from pathlib import Path

import pytest
from written_case import findings

CALL = (
    "一、申报条件\n1.项目组成员不少于3人，其中持有效潜水员证或船舶焊工证（水下焊接）的不少于2人。\n"
    "二、申报时间\n2026年5月6日至2026年6月5日提交申报书。\n"
)
TEAM = "申报书\n一、人员\n王海生：队长，统筹。\n李浪平：工程师，{}，负责水下检测。\n赵潮声：工程师，{}，负责焊接。\n"
VALID = "持潜水员证，有效期至2028年11月"


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        (VALID, "持船舶焊工证（水下焊接），有效期至2027年9月", "met"),
        (VALID, "持船舶焊工证（水下焊接），有效期至2025年9月", "invalid"),
        (VALID, "持船舶焊工证（水下焊接）", "met"),  # nothing is said of its end
        (VALID, "持无损检测证，有效期至2025年9月", "unverifiable"),  # of another kind: others may have one
        (VALID, "从事焊接二十年", "unverifiable"),
    ],
)
def test_licences_by_the_persons_lines(first: str, second: str, status: str, tmp_path: Path) -> None:
    found = findings(tmp_path, CALL, TEAM.format(first, second))
    told = [one.status for one in found if one.kind == "eligibility" and "潜水员证" in one.name]
    assert told == [status]


@pytest.mark.parametrize(
    ("below", "status"),
    [("以上共3人，均为职工。", "met"), ("上述人员共2人。", "insufficient"), ("以上三组共同推进。", "insufficient")],
)
def test_how_many_in_all_below_the_lines(below: str, status: str, tmp_path: Path) -> None:
    people = f"申报书\n一、人员\n王海生、钱某：工程师，负责检测。\n赵某：行政主管。\n{below}\n"
    found = findings(tmp_path, CALL, people)
    assert [one.status for one in found if one.name == "项目组成员不少于3人"] == [status]


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("项目负责人\t王海生，男，1964年3月12日出生，研究员，每年工作9个月", "insufficient"),
        ("项目负责人\t王海生，男，1974年3月12日出生，研究员", "met"),
        ("联系人\t王海生，男，1964年3月12日出生", "unverifiable"),
    ],
)
def test_the_leaders_birth_inside_its_row(row: str, status: str, tmp_path: Path) -> None:
    call = CALL.replace("1.项目组", "1.项目负责人年龄不超过60周岁。\n2.项目组")
    form = f"申报书\n单位名称\t海岚检测有限公司\t成立时间\t2016年5月\n{row}\n"
    found = findings(tmp_path, call, form)
    assert [one.status for one in found if one.name == "项目负责人年龄不超过60周岁"] == [status]


@pytest.mark.parametrize(
    ("until", "status"), [("至2028年9月", "met"), ("至2025年9月", "invalid"), ("（2028年9月到期）", "met")]
)
def test_licences_in_a_column(until: str, status: str, tmp_path: Path) -> None:
    rows = (
        f"申报书\n一、人员\n序号\t姓名\t证件及有效期\t分工\n1\t王海生\t潜水员证，至2028年11月\t检测\n"
        f"2\t李浪平\t船舶焊工证（水下焊接），{until}\t焊接\n3\t赵潮声\t—\t统筹\n"
    )
    found = findings(tmp_path, CALL, rows)
    assert [one.status for one in found if one.kind == "eligibility" and "潜水员证" in one.name] == [status]


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("3\t（姓名待定）\t视障人士，持盲人按摩证，拟于2026年9月招聘\t试用", "insufficient"),
        ("3\t姓名待定，视障人士，尚未到岗\t—\t试用", "insufficient"),
        ("3\t赵潮声\t盲人按摩证\t试用", "met"),
        ("3\t（姓名待定）\t硕士，拟于2026年9月招聘\t统筹", "unverifiable"),  # of another kind
        ("2028年起拟再招聘持盲人按摩证的2人。", "unverifiable"),
    ],
)
def test_those_who_are_still_to_come(row: str, status: str, tmp_path: Path) -> None:
    call = CALL.replace("持有效潜水员证或船舶焊工证（水下焊接）的", "持有盲人按摩证的视障人士")
    words = f"申报书\n一、人员\n序号\t姓名\t证件\t分工\n1\t王海生\t盲人按摩证\t试用\n2\t李浪平\t—\t统筹\n{row}\n"
    found = findings(tmp_path, call, words)
    assert [one.status for one in found if one.kind == "eligibility" and "按摩证" in one.name] == [status]
