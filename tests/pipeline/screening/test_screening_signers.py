"""Who signs for the leader: in the form's own pledge, below the form, and under a partner's opinion."""

from pathlib import Path

import pytest
from written_case import statuses

CALL = """\
一、申报材料
申报单位须填写揭榜项目申报表。
附件1
揭榜项目申报表

单位名称\t\t法定代表人\t
项目负责人\t\t联系人\t
{}
"""
FORM = """\
揭榜项目申报表

单位名称\t青屿工坊有限公司\t法定代表人\t卞新雨
项目负责人\t辛白杨\t联系人\t车远舟
{}
"""
PLEDGE = "真实性承诺\t本单位承诺所填信息真实有效，按期完成揭榜任务。负责人签字：{} {}"
UNIT_PLEDGE = "申报单位承诺\t本单位承诺所填信息真实有效，按期完成揭榜任务。负责人签字：{} {}"
HONEST_PLEDGE = "诚信承诺\t本单位承诺所填信息真实有效，按期完成揭榜任务。负责人签字：{} {}"
PARTNER_PLEDGE = "合作单位承诺\t本单位承诺所填信息真实有效，按期完成揭榜任务。负责人签字：{} {}"
OPINION = "合作单位意见\t同意联合申报，按分工完成任务。负责人（签字）：{} {}"
BELOW = "\n项目负责人（签字）：{}\n{}"
OWN_PLACE = "\n真实性承诺：所填信息真实。\n真实性承诺负责人签字：{}\n{}"
BARE_BELOW = "\n合作单位意见：同意联合申报。\n负责人（签字）：{}\n{}"
LEADER, LEGAL, CONTACT = "辛白杨", "卞新雨", "车远舟"

CASES = [
    (PLEDGE, CONTACT, "invalid"),
    (PLEDGE, f"{CONTACT}（代签）", "invalid"),
    (PLEDGE, f"{CONTACT}代（辛工在外地调试，已电话告知）", "invalid"),
    (BELOW, f"{CONTACT}代（辛工在外地调试，已电话告知）", "invalid"),
    (BELOW, f"{LEADER}（代课题组）", "met"),
    (PLEDGE, LEADER, "met"),
    (PLEDGE, LEGAL, "met"),
    (PLEDGE, f"授权代表{CONTACT}", "met"),
    (PLEDGE, "", "missing"),
    (PLEDGE, f"{LEADER}（代签）", "invalid"),
    (UNIT_PLEDGE, CONTACT, "invalid"),
    (UNIT_PLEDGE, LEADER, "met"),
    (HONEST_PLEDGE, CONTACT, "invalid"),
    (PARTNER_PLEDGE, CONTACT, "met"),  # the partner's own
    (BELOW, CONTACT, "invalid"),  # 项目负责人 is nobody's but the work's
    (BELOW, LEADER, "met"),
    (BELOW, LEGAL, "met"),
    (OPINION, CONTACT, "met"),  # the partner's own
    (BARE_BELOW, CONTACT, "met"),
    (OWN_PLACE, CONTACT, "invalid"),  # by the form the contact alone
    (OWN_PLACE, "柳青川", "met"),  # may be the unit's head, whom the form need not name
    (OWN_PLACE, "柳青川（卞总在国外）", "invalid"),
    (OWN_PLACE, LEGAL, "met"),
]


@pytest.mark.parametrize(("place", "signer", "status"), CASES)
def test_who_signs_for_the_leader(place: str, signer: str, status: str, tmp_path: Path) -> None:
    found = statuses(
        tmp_path, CALL.format(place.format("", "  年  月  日")), FORM.format(place.format(signer, "2026年5月20日"))
    )
    assert [told for name, told in found.items() if name.endswith("负责人签字")] == [status]


def test_the_head_of_the_unit_may_sign_its_pledge(tmp_path: Path) -> None:
    call, form = (one.replace("法定代表人", "单位负责人") for one in (CALL, FORM))
    for signer, status in ((LEGAL, "met"), (CONTACT, "invalid")):
        written = form.format(PLEDGE.format(signer, "2026年5月20日"))
        found = statuses(tmp_path, call.format(PLEDGE.format("", "  年  月  日")), written)
        assert [told for name, told in found.items() if name.endswith("负责人签字")] == [status]


LETTER = "\n承诺书\n本单位承诺申报材料真实有效。\n单位（盖章）：{unit}\n法定代表人（签字）：{signer}\n{day}\n"


@pytest.mark.parametrize(
    ("line", "signer", "status"),
    [
        ("法定代表人：卞新雨（董事长）", LEADER, "invalid"),
        ("法定代表人：卞新雨（董事长）", LEGAL, "met"),
        ("公司法定代表人到会致辞。", LEADER, "met"),  # names nobody
        ("揭榜单位：青屿工坊有限公司\n法定代表人：卞新雨", LEADER, "invalid"),
        ("应用单位：澜汀渔业公司\n地址：潮汐路8号\n法定代表人：卞新雨", LEADER, "met"),  # another body's
        ("牵头单位情况\n名称：青屿工坊有限公司\n地址：潮汐路8号\n法定代表人：卞新雨", LEADER, "invalid"),
        ("参与单位情况\n名称：澜汀大学\n地址：潮汐路8号\n法定代表人：卞新雨", LEADER, "met"),
        ("澜汀大学\n法定代表人：卞新雨", LEADER, "met"),
    ],
)
def test_the_text_alone_names_the_legal_representative(line: str, signer: str, status: str, tmp_path: Path) -> None:
    call = "一、申报材料\n申报方案不设统一格式，附承诺书。\n附件" + LETTER.format(
        unit="", signer="", day="  年  月  日"
    )
    plan = f"揭榜挂帅项目申报书\n一、单位情况\n{line}\n单位有试验水池两座。\n二、技术路线\n采用变桨叶轮。\n"
    plan += LETTER.format(unit="青屿工坊有限公司", signer=signer, day="2026年5月20日")
    found = statuses(tmp_path, call, plan)
    assert [told for name, told in found.items() if name.endswith("法定代表人签字")] == [status]


@pytest.mark.parametrize("other", ["乙方：澜汀大学", "子公司：澜汀装备有限公司", "参与单位一：澜汀大学"])
@pytest.mark.parametrize(("signer", "status"), [(LEGAL, "met"), (CONTACT, "invalid")])
def test_the_form_names_the_legal_representative(other: str, signer: str, status: str, tmp_path: Path) -> None:
    call = CALL.format("附件2" + LETTER.format(unit="", signer="", day="  年  月  日"))
    more = f"一、合作情况\n{other}\n法定代表人：{LEADER}\n单位有试验水池。\n"
    letter = LETTER.format(unit="青屿工坊有限公司", signer=signer, day="2026年5月20日")
    found = statuses(tmp_path, call, FORM.format(more + letter))
    assert [told for name, told in found.items() if name.endswith("法定代表人签字")] == [status]


@pytest.mark.parametrize(
    ("signed", "status"),
    [
        (f"签字：{CONTACT}（分管副总经理）", "invalid"),
        (f"签字：{LEGAL}（董事长）", "met"),
        (f"签字：授权代表{CONTACT}", "met"),
    ],
)
def test_a_bare_place_in_a_letter_is_the_one_asked_for(signed: str, status: str, tmp_path: Path) -> None:
    call = CALL.format("附件2" + LETTER.format(unit="", signer="", day="  年  月  日"))
    letter = LETTER.format(unit="青屿工坊有限公司", signer="", day="2026年5月20日")
    found = statuses(tmp_path, call, FORM.format(letter.replace("法定代表人（签字）：", signed)))
    assert [told for name, told in found.items() if name.endswith("法定代表人签字")] == [status]


def test_a_name_that_ends_like_a_signature_for_another(tmp_path: Path) -> None:
    call, form = CALL.format(PLEDGE.format("", "  年  月  日")), FORM.replace(LEADER, "辛时代")
    found = statuses(tmp_path, call, form.format(PLEDGE.format("辛时代", "2026年5月20日")))
    assert [told for name, told in found.items() if name.endswith("负责人签字")] == ["met"]
