"""Seals and signatures that a call asks for in words, without a template, and places that its form has not."""

from pathlib import Path

import pytest
from written_case import findings

NAME = "海岚深潜装备有限公司"
SEALED = f"{NAME}［公章］"
BARE_CALL = "一、申报材料\n1.申报书（加盖公章）；\n2.科研诚信承诺书。\n"
BOUND = """\
海洋装备揭榜挂帅申报材料
单位名称：海岚深潜装备有限公司
盖　章：{own}
申报日期：2026年5月20日
一、技术方案
浮标采用三点锚泊。
科研诚信承诺书
我单位承诺申报材料真实可靠，没有抄袭和造假。
法定代表人（签字）：辛白杨
申报单位（盖章）：{letter}
2026年5月20日
"""


@pytest.mark.parametrize(
    ("own", "letter", "missing"),
    [
        (SEALED, "", True),
        (SEALED, SEALED, False),
        ("海岚深潜装备有限公司", "", False),  # nothing shows how seals are written
    ],
)
def test_a_letter_without_a_template_left_unsealed(own: str, letter: str, missing: bool, tmp_path: Path) -> None:
    found = findings(tmp_path, BARE_CALL, BOUND.format(own=own, letter=letter))
    assert any(one.kind == "seal_signature" and one.status == "missing" for one in found) is missing


@pytest.mark.parametrize(
    ("named", "place", "missing"),
    [
        ("海岚深潜装备有限公司〔公章〕", "申报单位（盖章）：", True),
        ("海岚深潜装备有限公司", "申报单位（盖章）：", False),
        ("海岚深潜装备有限公司〔公章〕", "单位公章\t海岚深潜（公章）", False),  # written beside the label
    ],
)
def test_a_seal_printed_behind_the_name_alone(named: str, place: str, missing: bool, tmp_path: Path) -> None:
    cover, _, rest = BOUND.partition("盖　章：{own}\n")
    words = (cover + rest).replace("海岚深潜装备有限公司", named, 1).replace("申报单位（盖章）：{letter}", place)
    found = findings(tmp_path, BARE_CALL, words)
    assert any(one.kind == "seal_signature" and one.status == "missing" for one in found) is missing


WRITTEN_CALL = "一、申报材料\n{}\n1.申报书；\n2.科研诚信承诺书。\n"
TWO_COPIES = "书面材料一式两份，A4纸双面打印，并加盖申报单位公章。"


@pytest.mark.parametrize(
    ("asked", "own", "missing"),
    [
        (TWO_COPIES, "", True),
        (TWO_COPIES, SEALED, False),
        ("复印件一式两份，并加盖申报单位公章。", "", False),  # not of the whole
    ],
)
def test_the_seal_of_written_papers_on_the_cover(asked: str, own: str, missing: bool, tmp_path: Path) -> None:
    cover = "海洋装备揭榜挂帅申报书\n申报单位：海岚深潜装备有限公司\n申报日期：2026年5月20日\n申报单位（盖章）：{own}\n"
    bound = cover + BOUND.partition("{own}\n")[2].partition("\n")[2]
    found = findings(tmp_path, WRITTEN_CALL.format(asked), bound.format(own=own, letter=SEALED))
    assert any(one.kind == "seal_signature" and one.status == "missing" for one in found) is missing


REVIEW = """\
海洋装备揭榜挂帅申报书
单位名称\t{name}\t联系人\t{contact}
申报单位审核意见\t{opinion}
真实性承诺\t{pledge}
"""


@pytest.mark.parametrize(
    ("opinion", "pledge", "told"),
    [
        ("同意申报。法定代表人（签字）：辛白杨 单位公章：（经办人外出，此处待盖章）", "材料属实。", ["missing"]),
        ("同意申报。法定代表人（签字）：辛白杨 单位公章：（已盖章）", "材料属实。", []),
        ("同意申报。", f"材料属实。负责人签字：辛白杨 公章：{NAME}（盖章）", []),
        ("同意申报。", "材料属实。负责人签字：辛白杨 公章：海岚蓝湾商贸有限公司（盖章）", ["invalid"]),
    ],
)
def test_places_that_the_call_has_not(opinion: str, pledge: str, told: list[str], tmp_path: Path) -> None:
    notice = "一、申报材料\n申报书、营业执照复印件。\n附件\n" + REVIEW.format(
        name="", contact="", opinion="", pledge=""
    )
    words = REVIEW.format(name=NAME, contact="车远舟", opinion=opinion, pledge=pledge)
    found = [one for one in findings(tmp_path, notice, words) if one.kind == "seal_signature"]
    assert [one.status for one in found if one.status in ("missing", "invalid")] == told


def test_what_the_forms_own_pledge_lacks_is_one_gap(tmp_path: Path) -> None:
    """Neither signed nor sealed, where the form's other place is."""
    pledge = "材料属实。负责人签字（章）： 公章："
    call = "一、申报材料\n申报书。\n附件\n" + REVIEW.format(name="", contact="", opinion="单位公章：", pledge=pledge)
    words = REVIEW.format(name=NAME, contact="车远舟", opinion=f"同意申报。单位公章：［{NAME}公章］", pledge=pledge)
    found = [one for one in findings(tmp_path, call, words) if one.kind == "seal_signature" and one.status == "missing"]
    assert {one.cause for one in found} == {"pledge"}


@pytest.mark.parametrize(
    ("written", "status"),
    [("（待盖章）", "missing"), ("（合同专用章）", "invalid"), ("（公章）", "unverifiable")],
)
def test_a_seal_that_the_call_asks_for_in_words(written: str, status: str, tmp_path: Path) -> None:
    """企业公章 beside its place, where the call asks for 牵头企业公章 on the cover."""
    call = "关于揭榜的通知\n一、申报材料\n1．揭榜申报书。封面写明榜题，并加盖牵头企业公章。\n2．营业执照。\n"
    cover = f"申报文本\n企业 {NAME}\n企业公章 {written}\n日期 2026年6月15日\n"
    words = f"海岚市揭榜挂帅\n{cover}一、企业情况\n法定代表人：辛白杨\n"
    found = [one for one in findings(tmp_path, call, words) if one.name == "申报书牵头企业公章"]
    assert [one.status for one in found] == [status]


@pytest.mark.parametrize(
    ("row", "letter", "status"),
    [
        ("盖章\t（待盖章）", f"单位盖章：{NAME}（公章）", "missing"),
        ("盖章\t（公章）", f"单位盖章：{NAME}（公章）", "unverifiable"),
        ("申报单位意见\n同意申报。\n牵头单位（盖章）：    \n2026年6月1日", f"{NAME}［公章］", "missing"),
        ("申报单位意见\n同意申报。\n牵头单位（盖章）：    \n2026年6月1日", f"{NAME}（公章）", "unverifiable"),
        (
            "申报单位意见\n同意申报。\n牵头单位（盖章）：    \n2026年6月1日",
            NAME,
            "unverifiable",
        ),  # nothing shows that what is sealed is written out
        (f"申报单位意见\n同意申报。\n牵头单位（盖章）：{NAME}", f"{NAME}（公章）", "unverifiable"),
    ],
)
def test_a_seal_by_whom_the_call_names(row: str, letter: str, status: str, tmp_path: Path) -> None:
    call = "关于揭榜的通知\n一、申报材料\n（1）揭榜申报书，写清单位信息，并由牵头单位盖章；\n（2）营业执照。\n"
    form = f"揭榜申报书\n牵头单位名称\t{NAME}\n联系人\t车远舟\n{row}\n"
    words = f"{form}一、方案\n研制浮标。\n揭榜承诺书\n材料属实。\n{letter}\n"
    found = [one for one in findings(tmp_path, call, words) if one.name == "申报书牵头单位公章"]
    assert [one.status for one in found] == [status]
