"""What is written where a seal or a signature belongs: that it is still open, another seal, another's hand."""

from pathlib import Path

import pytest
from written_case import findings, statuses

CALL = """\
一、申报材料
申报单位须填写揭榜申报书，提交揭榜承诺书。
附件1
揭榜申报书
封面
揭榜单位：        （加盖单位公章）
推荐单位：        （加盖单位公章）
附件2
揭榜承诺书
我单位承诺如下：
1. 所报数据、图件来源合法，可供查验。
2. 揭榜后按任务书组织实施，按期完成海试任务。
法定代表人：（签字）
单位：（盖章）
年  月  日
"""
APPLICATION = """\
揭榜申报书

揭榜单位：{applicant}

推荐单位：{recommender}

一、基本情况
单位名称\t海岚深潜装备有限公司\t法定代表人\t辛白杨
联系人\t车远舟\t注册资本\t3000万元

附件2
揭榜承诺书
我单位承诺如下：
1. 所报数据、图件来源合法，可供查验。
2. 揭榜后按任务书组织实施，按期完成海试任务。
{legal}
{unit}
2026年5月6日
{attached}"""
GOOD = {
    "applicant": "海岚深潜装备有限公司（已加盖单位公章）",
    "recommender": "海岚市科学技术局（已加盖单位公章）",
    "legal": "法定代表人：辛白杨（亲笔签字）",
    "unit": "单位：海岚深潜装备有限公司（单位公章已盖）",
    "attached": "",
}
OWN, OFFICE, LEGAL, UNIT = "封面揭榜单位公章", "封面推荐单位公章", "承诺书法定代表人签字", "承诺书单位盖章"
NAME = "海岚深潜装备有限公司"

# (what stands there instead, the place, whether it is told as missing, as invalid, or not at all)
CASES = [
    ("applicant", f"{NAME}（公章）", OWN, None),
    ("applicant", f"{NAME}【合同专用章】", OWN, "invalid"),
    ("applicant", f"{NAME}［{NAME}财务专用章］", OWN, "invalid"),
    ("applicant", f"{NAME}（市场部印章）", OWN, "invalid"),
    ("applicant", f"{NAME}（内设部门章）", OWN, "invalid"),
    ("applicant", f"{NAME}（已盖单位公章和合同专用章）", OWN, None),
    ("applicant", f"{NAME}（部门业务章）", OWN, "invalid"),
    ("applicant", f"{NAME}［财务章］", OWN, "invalid"),
    ("applicant", f"{NAME}研发中心［公章］", OWN, "invalid"),
    ("applicant", f"{NAME}（章程见附件）", OWN, None),
    ("applicant", f"{NAME}（暂盖海岚数科有限公司公章）", OWN, "invalid"),
    ("applicant", f"{NAME}（OA审批流转中）", OWN, "missing"),
    ("applicant", "海岚深潜技术研究中心（研究中心公章已盖，审批已完成）", OWN, None),
    ("applicant", f"{NAME}（加盖单位公章）［打印后在此处用印］", OWN, "missing"),
    ("applicant", f"{NAME}（加盖单位公章）［打印后已用印］", OWN, None),
    ("recommender", f"海岚市科学技术局（加盖单位公章）【所盖为{NAME}公章】", OFFICE, "invalid"),
    ("recommender", "海岚市科学技术局（加盖单位公章）【所盖为海岚市科学技术局公章】", OFFICE, None),
    ("recommender", f"{NAME}（加盖单位公章）【所盖为{NAME}公章】", OFFICE, None),  # it recommends itself
    ("recommender", "海岚市科学技术局（待盖章）", OFFICE, "missing"),
    ("recommender", "海岚市科学技术局（公章后补）", OFFICE, "missing"),
    ("recommender", "海岚市科学技术局（尚未用印）", OFFICE, "missing"),
    ("recommender", "海岚市科学技术局（正在走用印流程）", OFFICE, "missing"),
    ("recommender", "海岚市科学技术局（盖章见附件）", OFFICE, None),
    ("legal", "法定代表人：辛白杨（出国在外，由车远舟代为签署）", LEGAL, "invalid"),
    ("legal", "法定代表人：车远舟（亲笔签字）", LEGAL, "invalid"),
    ("legal", "法定代表人（签字）：出国考察，回国后补签", LEGAL, "missing"),
    ("legal", "法定代表人：辛白杨（电子签名另附）", LEGAL, "missing"),
    ("legal", "法定代表人：辛白杨（签字）", LEGAL, None),
    ("legal", "法定代表人（签字）：车远舟（项目负责人签）", LEGAL, "invalid"),
    ("legal", "法定代表人（签字）：车远舟（授权代表签）", LEGAL, None),
    ("legal", "法定代表人（签字）：辛总在海外参展，下月回来补上", LEGAL, "missing"),
    ("legal", "法定代表人（签字）：待董事长到岗后签", LEGAL, "missing"),
    ("legal", "法定代表人（签字）：人在外地，没来得及签", LEGAL, "missing"),
    ("legal", "法定代表人（签字）：辛白杨（本人出国前已签）", LEGAL, None),
    ("legal", "法定代表人（签字）：辛总出国洽谈，归国当日补上，办公室代记", LEGAL, "missing"),
    ("legal", "法定代表人（签字）：辛董出海未归，归来补签", LEGAL, "missing"),
    ("recommender", "海岚市科学技术局（局里本周五集中用印）", OFFICE, "missing"),
    ("recommender", "海岚市科学技术局（盖章页随后补寄）", OFFICE, "missing"),
    ("recommender", "海岚市科学技术局（下月初统一盖章）", OFFICE, "missing"),
    ("recommender", "海岚市科学技术局（已盖章，盖章页见附件3）", OFFICE, None),
    ("recommender", "海岚市科学技术局（上周五已用印）", OFFICE, None),
    ("unit", f"单位：{NAME}（公章送公安换新，领回后补盖）", UNIT, "missing"),
    ("unit", f"单位：{NAME}（公章外借盖不了）", UNIT, "missing"),
    ("unit", f"单位：{NAME}（公章不在，先盖销售部印章）", UNIT, "invalid"),
    ("unit", f"单位：{NAME}（先用财务章）", UNIT, "invalid"),
    ("unit", f"单位：{NAME}（公章已盖，销售部印章作废）", UNIT, None),
    ("unit", f"单位：{NAME}（公章，与合同章同日盖）", UNIT, None),
    ("unit", f"单位：{NAME}（项目部章）", UNIT, "invalid"),
    ("unit", f"单位：{NAME}（以海岚数科有限公司公章代替）", UNIT, "invalid"),
    ("unit", f"单位：{NAME}（盖章）［公章］", UNIT, None),
    ("unit", f"单位（盖章）：{NAME}\n[印章文字：{NAME} 投标专用章]", UNIT, "invalid"),
    ("unit", f"单位（盖章）：{NAME}\n[印章文字：{NAME}]", UNIT, None),
    ("unit", "单位（盖章）：海岚蓝湾商贸有限公司［公章］", UNIT, "invalid"),
    ("unit", f"单位（盖章）：［{NAME}公章］", UNIT, None),
    ("unit", "单位（盖章）：（海岚蓝湾商贸有限公司章）", UNIT, "invalid"),
    ("unit", f"单位（盖章）：（{NAME}章）", UNIT, None),
    ("unit", "单位（盖章）：海岚蓝湾商贸有限公司（公章）", UNIT, "invalid"),
    ("unit", f"单位（盖章）：{NAME}（公章）", UNIT, None),
    ("unit", f"单位（盖章）：{NAME}（合同专用章）", UNIT, "invalid"),
    ("unit", f"单位（盖章）：{NAME}水下分部［业务章］", UNIT, "invalid"),
    ("unit", f"单位：{NAME}（盖章）[　　]", UNIT, None),  # nothing shows how prints are written
    ("unit", f"单位：{NAME}（盖章）[公章]", UNIT, None),
    ("legal", "法定代表人（签字）：车远舟（辛白杨在外地出差，未办授权手续，先由经办人代签）", LEGAL, "invalid"),
    ("legal", "法定代表人（签字）：辛白杨（出差回来当日补办了用印手续，本人已亲笔签字）", LEGAL, None),
    ("unit", "单位（盖章）：用印手续还在办，盖好后换页", UNIT, "missing"),
    ("unit", f"单位：{NAME}（用印手续还在办，盖好后换页）", UNIT, "missing"),
    ("unit", "单位（盖章）：集团OA用印还没批", UNIT, "missing"),
    ("unit", f"单位：{NAME}（集团OA用印还没批）", UNIT, "missing"),
    ("unit", "单位（盖章）：章还没盖", UNIT, "missing"),
    ("unit", "单位（盖章）：公章由总部管，批完才能用", UNIT, "missing"),
    ("unit", "单位（盖章）：新章在刻", UNIT, "missing"),
    ("unit", "单位（盖章）：等董事长签完字一并盖", UNIT, "missing"),
    ("unit", "单位（盖章）：公章锁在财务室，出纳不在", UNIT, "missing"),
    ("unit", "单位（盖章）：寄出前加盖", UNIT, "missing"),
    ("unit", "单位（盖章）：未盖章", UNIT, "missing"),
    ("unit", "单位（盖章）：等公章拿回来", UNIT, "missing"),
    ("unit", "单位（盖章）：盖章件在路上", UNIT, "missing"),
    ("unit", "单位（盖章）：公章送检，先盖合同专用章", UNIT, "invalid"),
    ("unit", "单位（盖章）：公章年审，拿投标章顶着", UNIT, "invalid"),
    ("unit", "单位（盖章）：以法人名章代公章", UNIT, "invalid"),
    ("unit", "单位（盖章）：盖的是分公司公章", UNIT, "invalid"),
    ("unit", "单位（盖章）：借盖母公司章", UNIT, "invalid"),
    ("unit", "单位（盖章）：先盖了科研处的章", UNIT, "invalid"),
    ("unit", f"单位（盖章）：{NAME}（合同专用章代公章）", UNIT, "invalid"),
    ("unit", f"单位（盖章）：{NAME}（公章）", UNIT, None),
    ("unit", f"单位（盖章）：{NAME}（已用印，审批单号0321）", UNIT, None),
    ("unit", f"单位（盖章）：{NAME}（公章，年检合格）", UNIT, None),
    ("unit", f"单位（盖章）：{NAME}（新公章，旧章已缴销）", UNIT, None),
    ("unit", f"单位（盖章）：{NAME}（用印手续已办）", UNIT, None),
    ("unit", f"单位（盖章）：{NAME}（公章由办公室保管，已盖）", UNIT, None),
    ("unit", f"单位（盖章）：{NAME}（公章，用印登记2026-031号）", UNIT, None),
    ("legal", "法定代表人（签字）：出差", LEGAL, "missing"),
    ("legal", "法定代表人（签字）：辛总在国外", LEGAL, "missing"),
    ("legal", "法定代表人（签字）：人在国外，回来签", LEGAL, "missing"),
    ("legal", "法定代表人（签字）：因故未签", LEGAL, "missing"),
    ("legal", "法定代表人（签字）：等辛董返岗", LEGAL, "missing"),
    ("legal", "法定代表人（签字）：签名页另寄", LEGAL, "missing"),
    ("legal", "法定代表人（签字）：辛总在海外，副总经理车远舟代", LEGAL, "invalid"),
    ("legal", "法定代表人（签字）：车副总签", LEGAL, "invalid"),
    ("legal", "法定代表人（签字）：由主持工作的副总经理车远舟签", LEGAL, "invalid"),
    ("legal", "法定代表人（签字）：总经理助理车远舟", LEGAL, "invalid"),
    ("legal", "法定代表人（签字）：辛白杨（车远舟代）", LEGAL, "invalid"),
    ("legal", "法定代表人（签字）：代：车远舟", LEGAL, "invalid"),
    ("legal", "法定代表人（签字）：法人在外，由车远舟签", LEGAL, "invalid"),
    ("legal", "法定代表人（签字）：车远舟（受辛总口头委托）", LEGAL, "invalid"),
    ("legal", "法定代表人（签字）：本人出访，车远舟替签", LEGAL, "invalid"),
    ("legal", "法定代表人（签字）：办公室主任代签", LEGAL, "invalid"),
    ("legal", "法定代表人（签字）：辛白杨（董事长兼总经理）", LEGAL, None),
    ("legal", "法定代表人（签字）：辛白杨 代表公司签字", LEGAL, None),
    ("legal", "法定代表人（签字）：辛白杨（本人签字，非代签）", LEGAL, None),
    ("legal", "法定代表人（签字）：辛白杨（国外签好后快递寄回）", LEGAL, None),
    ("legal", "法定代表人（签字）：授权代表车远舟（授权委托书附后）", LEGAL, None),
    ("legal", "法定代表人（签字）：辛白杨（出差前已签）", LEGAL, None),
]


def _status(folder: Path, name: str, **changes: str) -> str | None:
    told = statuses(folder, CALL, APPLICATION.format(**(GOOD | changes)))[name]
    return told if told in ("missing", "invalid", "insufficient") else None


@pytest.mark.parametrize(("part", "words", "name", "status"), CASES)
def test_what_is_written_at_the_place(part: str, words: str, name: str, status: str | None, tmp_path: Path) -> None:
    assert _status(tmp_path, name, **{part: words}) == status


@pytest.mark.parametrize(
    ("mark", "told"),
    [("［印章年检中，取回后补盖］", "missing"), ("［公章］", None), ("［打印后在此处用印］", "missing")],
)
def test_the_seal_of_the_whole_on_the_cover(mark: str, told: str | None, tmp_path: Path) -> None:
    call = "一、申报材料\n申报书一式五份，加盖单位公章。\n"
    found = findings(tmp_path, call, f"揭榜申报书\n\n申报单位：{NAME}（盖章）{mark}\n\n一、基本情况\n研制潜器。\n")
    states = [one.status for one in found if one.kind == "seal_signature" and one.status in ("missing", "invalid")]
    assert states == ([told] if told is not None else [])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("单位公章：用印流程还在走，批下来后换页寄送", True),
        ("单位公章：公章送检，先盖合同专用章", True),
        (f"单位公章：{NAME}，公章", False),
        ("公章：由办公室保管，使用应登记", False),
    ],
)
def test_a_seal_of_the_own_cover_with_a_comma(line: str, told: bool, tmp_path: Path) -> None:
    words = f"揭榜方案\n应征单位：{NAME}\n{line}\n日期：2026年5月6日\n\n一、思路\n研制潜器。\n"
    found = findings(tmp_path, "一、申报材料\n方案、承诺书。首页加盖单位公章。\n", words)
    assert any(one.kind == "seal_signature" and one.status in ("missing", "invalid") for one in found) is told


def test_a_field_beside_the_legal_representative(tmp_path: Path) -> None:
    """开户银行及账号：待核对后补 is what is said of the account, in the next cell of the row."""
    row = "法定代表人：辛白杨；开户银行及账号：待财务核对后补填"
    assert _status(tmp_path, LEGAL, legal=row) is None


@pytest.mark.parametrize(
    ("lead", "legal", "told"),
    [("", "辛白杨", True), ("车远舟", "辛白杨", False), ("", "", False)],  # with no signature the letter itself is open
)
def test_the_leader_who_alone_has_not_signed(lead: str, legal: str, told: bool, tmp_path: Path) -> None:
    line = f"项目负责人（签字）：{lead}\n法定代表人（签字）：{legal}"
    found = findings(tmp_path, CALL, APPLICATION.format(**(GOOD | {"legal": line})))
    alone = [one for one in found if one.status == "missing" and "项目负责人" in one.name]
    assert bool(alone) is told


@pytest.mark.parametrize(("attached", "status"), [("", "invalid"), ("附件清单\n1. 法定代表人授权委托书\n", None)])
def test_who_signs_with_a_power_of_attorney(attached: str, status: str | None, tmp_path: Path) -> None:
    words = "法定代表人：辛白杨（由车远舟代签）"
    assert _status(tmp_path, LEGAL, legal=words, attached=attached) == status


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("海岚大学（公章）\n海岚港务有限公司（待盖章，用印流程办理中）", "missing"),
        ("1. 海岚港务有限公司（尚未盖章）\n2. 海岚大学（公章）", "missing"),
        ("海岚大学（公章）\n海岚港务有限公司（公章）", None),
        ("海岚大学（公章）\n日期：2026年5月6日\n海岚港务有限公司（待盖章）", None),  # of another block
    ],
)
def test_a_line_for_each_of_those_who_seal(lines: str, told: str | None, tmp_path: Path) -> None:
    call = CALL.replace("年  月  日\n", "联合体成员单位（公章）：\n年  月  日\n")
    words = APPLICATION.format(**(GOOD | {"unit": f"{GOOD['unit']}\n联合体成员单位（公章）：\n{lines}"}))
    found = findings(tmp_path, call, words)
    status = next(one.status for one in found if one.name == "承诺书联合体成员单位盖章")
    assert (status if status == "missing" else None) == told
    assert sum(one.status == "missing" and one.kind == "seal_signature" for one in found) == (told is not None)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("海岚深潜装备有限公司（待盖章）", True),
        ("承诺单位：海岚深潜装备有限公司（用印审批中）", True),
        ("海岚深潜装备有限公司（已盖章）", False),
        ("海岚深潜装备有限公司［公章］", False),
        ("海岚大学（待盖章）", False),  # another's
    ],
)
def test_the_name_alone_below_the_letter(line: str, told: bool, tmp_path: Path) -> None:
    found = findings(tmp_path, CALL, APPLICATION.format(**(GOOD | {"unit": line})))
    assert (next(one.status for one in found if one.name == UNIT) == "missing") is told


SEALED = "海岚深潜装备有限公司［公章］"
OPINIONS = """\
海洋装备揭榜挂帅申报书
单位名称\t海岚深潜装备有限公司\t联系人\t车远舟
成立时间\t2015年3月1日\t联系电话\t0599-5000123
申报单位意见
同意申报。
法定代表人（签字）：辛白杨
申报单位（公章）：{own}
合作单位意见
同意参与。
负责人（签字）：{signer}
合作单位（公章）：{partner}
"""


@pytest.mark.parametrize(
    ("own", "signer", "partner", "told"),
    [
        (SEALED, "孙启明", "", ["合作单位"]),
        (SEALED, "孙启明", "海岚大学［公章］", []),
        (SEALED, "", "", []),  # there may be no partner
        ("", "孙启明", "", []),  # nothing shows how seals are written
        ("", "孙启明", "海岚大学［公章］", ["申报单位"]),
        ("海岚深潜装备有限公司（盖章）[　　]", "孙启明", "海岚大学（盖章）[公章]", ["申报单位"]),
        ("海岚深潜装备有限公司（盖章）【__】", "孙启明", "海岚大学（盖章）【公章】", ["申报单位"]),
        ("海岚深潜装备有限公司（盖章）[公章]", "孙启明", "海岚大学（盖章）[公章]", []),
        ("", "孙启明", "海岚大学【章：海岚大学】", ["申报单位"]),
        ("", "孙启明", "海岚大学【注：章程附后】", []),
        ("", "孙启明", "海岚大学（盖章）【公章】", ["申报单位"]),
        ("", "孙启明", "海岚大学（盖章）【经办】", []),
        ("", "孙启明", "海岚大学（加盖单位公章）（公章）", ["申报单位"]),
        ("", "孙启明", "海岚大学（加盖单位公章）（两份）", []),
        ("海岚深潜装备有限公司", "孙启明", "", []),  # typed, as all are
        (SEALED, "孙启明", "海岚大学（盖章）", []),  # a name without a mark
        (SEALED, "孙启明", "\n海岚大学", []),  # on the next line
    ],
)
def test_one_place_left_unsealed(own: str, signer: str, partner: str, told: list[str], tmp_path: Path) -> None:
    call = OPINIONS.format(own="", signer="", partner="").replace("海岚深潜装备有限公司", "").replace("车远舟", "")
    call = call.replace("同意申报。\n", "").replace("同意参与。\n", "").replace("辛白杨", "")
    call = call.replace("2015年3月1日", "").replace("0599-5000123", "")
    notice = f"一、申报材料\n申报书。\n附件\n{call}"
    found = statuses(tmp_path, notice, OPINIONS.format(own=own, signer=signer, partner=partner))
    missing = [name for name, status in found.items() if "公章" in name and status == "missing"]
    assert [name.removeprefix("封面")[:4] for name in missing] == told


@pytest.mark.parametrize(
    ("own", "partner", "told"),
    [
        ("", "海岚大学（公章）", ["牵头单位公章"]),
        ("海岚深潜装备有限公司（公章）", "", ["合作单位公章"]),
        ("海岚深潜装备有限公司（公章）", "海岚大学（公章）", []),
        ("", "", []),  # to be sealed on paper
    ],
)
def test_a_row_left_open_in_a_column_of_seals(own: str, partner: str, told: list[str], tmp_path: Path) -> None:
    rows = f"单位 | 盖章 | 日期\n牵头单位 | {own} | 2026年5月6日\n合作单位 | {partner} | 2026年5月6日\n"
    found = findings(tmp_path, CALL, APPLICATION.format(**GOOD) + "\n签章页\n" + rows)
    assert [one.name for one in found if one.status == "missing" and one.kind == "seal_signature"] == told


IN_CELL = (
    "一、申报材料\n申报单位须提交揭榜申报书和营业执照。\n附件1\n揭榜申报书\n单位名称\t\t法定代表人\t\n"
    "申报单位意见\t法定代表人（签字）：    （公章）    年  月  日\n"
)
WITH_CELL = (
    "揭榜申报书\n单位名称\t海岚深潜装备有限公司\t法定代表人\t辛白杨\n申报单位意见\t{said}\n"
    "报价单\n报价单位：{offer}\n船体\t30万元\n"
)


@pytest.mark.parametrize(
    ("said", "offer", "told"),
    [
        ("同意申报。法定代表人（签字）：辛白杨 （公章） 2026年5月6日", NAME, []),
        ("同意申报。法定代表人（签字）：辛白杨 （公章）印章送检，领回后补盖 2026年5月6日", NAME, ["申报单位意见公章"]),
        ("同意申报。法定代表人（签字）：辛白杨 单位公章：公章在外，先盖销售部印章", NAME, ["申报单位意见公章"]),
        ("同意。法定代表人（签字）：出差，回来再签 （公章）", NAME, ["申报单位意见法定代表人签字"]),
        ("同意。法定代表人（签字）：辛总在国外，副总经理车远舟代（公章）", NAME, ["申报单位意见法定代表人签字"]),
        ("同意申报。法定代表人（签字）：辛白杨 （公章）已盖 2026年5月6日", NAME, []),
        ("同意申报。印章管理按制度执行。法定代表人（签字）：辛白杨 （公章）", NAME, []),
        ("同意申报。法定代表人（签字）：辛白杨 （公章）", f"{NAME}（公章外出，随后补盖）", ["报价单位公章"]),
        ("同意申报。法定代表人（签字）：辛白杨 （公章）", f"{NAME}（公章）", []),
        ("同意申报。法定代表人（签字）：辛白杨 （公章）", f"{NAME}（含税）", []),
        ("同意申报。法定代表人（签字）：辛白杨 （公章）", "海岚商贸有限公司（公章后补）", []),
    ],
)
def test_places_in_the_cell_of_an_opinion(said: str, offer: str, told: list[str], tmp_path: Path) -> None:
    found = findings(tmp_path, IN_CELL, WITH_CELL.format(said=said, offer=offer))
    assert [f.name for f in found if f.kind == "seal_signature" and f.status in ("missing", "invalid")] == told
