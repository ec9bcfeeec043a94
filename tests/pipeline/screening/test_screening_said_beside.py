"""What stands beside a figure, a name or a code and makes it another's: of less, oftener, under another number."""

from pathlib import Path

import pytest
from written_case import findings, statuses

from pipeline.screening.chapters.evasions import evades
from pipeline.screening.claims.second_look import is_all_promised
from pipeline.screening.kinds.direction import is_at_head
from schemas.evidence import Evidence
from schemas.facts import Passage, Target
from schemas.outline import Role

CALL = (
    "海州市科学技术局\n关于发布海洋装备揭榜榜单的通知\n一、申报条件\n1. 联合体成员不超过3家。\n二、申报材料\n"
    "证明材料：1.浮标样机性能证明材料；2.联合申报协议。\n海州市科学技术局\n2026年3月2日\n附件1\n海洋装备揭榜榜单\n"
    "方向1：浮标平台\n主要任务：研制长期值守的锚泊浮标。\n考核指标：支持海况模式不少于30种；年漂移不超过0.5米；深海浮标定位成功率不低于95%；每个示范海区布放浮标不少于5个；数据误报率不高于8%。\n"
    "方向2：水声通信机\n主要任务：研制水声通信机。\n考核指标：通信距离不小于10公里。\n"
    "附件2\n海洋装备揭榜挂帅申报书\n单位名称\t\t榜单编号\t\n榜单名称\t\t项目名称\t\n一、预期目标\n二、证明材料清单\n"
)
OFFER = (
    "海洋装备揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t榜单编号\tHZ-01\n榜单名称\t浮标平台\t项目名称\t锚泊浮标值守\n"
    "一、预期目标\n支持海况模式32种，由系统自动切换。每个示范海区布放浮标6个。\n指标\t目标值\n年漂移\t不超过0.4米\n深海浮标定位成功率\t96%\n数据误报率\t7%\n"
    "研制长期值守的锚泊浮标，三点锚泊。\n二、证明材料清单\n1.东岭测评中心对浮标样机性能的测试报告\n2.联合申报协议，两方签字盖章\n"
)
MODES = "支持海况模式32种"
EACH = "每个示范海区布放浮标6个"
ROWS = "指标\t目标值\n年漂移\t不超过0.4米\n深海浮标定位成功率\t96%\n数据误报率\t7%\n"
TURNED = "指标\t年漂移\t深海浮标定位成功率\t数据误报率\n承诺\t不超过0.4米\t96%\t7%，大浪时放宽至12%\n"
CASES = [
    (ROWS, TURNED, "误报率", "insufficient"),
    (ROWS, TURNED, "定位成功率", "met"),  # the cell behind is another metric's
    (MODES, "海况模式：确保支持26种，力争30种", "海况模式", "insufficient"),
    (MODES, "海况模式：确保支持31种，力争35种", "海况模式", "met"),
    ("96%", "96%（仅对近海；深海浮标不作承诺）", "定位成功率", "insufficient"),
    ("96%", "96%（近海与深海；渔船不作承诺）", "定位成功率", "met"),
    ("年漂移\t不超过0.4米", "漂移\t每月漂移不超过0.4米", "年漂移", "insufficient"),
    ("年漂移\t不超过0.4米", "漂移\t每月检查，年漂移不超过0.4米", "年漂移", "met"),
    (EACH, "三个示范海区合计布放浮标12个", "布放浮标", "insufficient"),
    (EACH, "布放浮标12个（3个示范海区共计）", "布放浮标", "insufficient"),
    (EACH, "三个示范海区合计布放浮标18个", "布放浮标", "met"),
    (EACH, "三家单位共布放浮标12个", "布放浮标", "met"),  # not shared out among the areas
    ("协议，两方签字盖章", "协议，七方签字盖章", "联合体成员", "insufficient"),
    ("协议，两方签字盖章", "协议，三方签字盖章", "联合体成员", "unverifiable"),
    ("协议，两方签字盖章", "协议，两方签字盖章\n3.联合倡议协议，七方签字盖章", "联合体成员", "unverifiable"),
    ("协议，两方签字盖章", "协议：与海州大学口头商定，未签书面文本", "联合申报协议", "insufficient"),
    ("HZ-01", "HZ-02", "揭榜方向", "invalid"),
    ("HZ-01", "HZ-01", "揭榜方向", "met"),
    ("榜单编号\tHZ-01", "揭榜榜单\tHZ-02", "揭榜方向", "invalid"),
    ("榜单编号\tHZ-01", "揭榜榜单\tHZ-01", "揭榜方向", "met"),
    ("榜单编号\tHZ-01", "揭榜榜单编号\tHZ-02", "揭榜方向", "invalid"),
    ("榜单编号\tHZ-01", "所揭榜单编号\tHZ-02", "揭榜方向", "invalid"),
    ("榜单编号\tHZ-01", "揭榜榜单编号\tHZ-01", "揭榜方向", "met"),
    ("1.东岭测评中心对", "1.东岭测评中心对", "性能证明材料", "met"),
    ("1.东岭测评中心对", "1.东岭船舶有限公司对", "性能证明材料", "insufficient"),
]


@pytest.mark.parametrize(("old", "new", "name", "status"), CASES)
def test_what_stands_beside(old: str, new: str, name: str, status: str, tmp_path: Path) -> None:
    assert old in OFFER
    found = statuses(tmp_path, CALL, OFFER.replace(old, new))
    assert [said for one, said in found.items() if name in one] == [status]


# the call says how many areas there are to be
OF_THREE = CALL.replace("每个示范海区布放", "建成示范海区不少于3个；每个示范海区布放")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("布放浮标合计12个", "insufficient"),
        ("示范海区总共布放浮标12个", "insufficient"),
        ("布放浮标12个（三者之和）", "insufficient"),
        ("全部示范海区布放浮标12个", "insufficient"),
        ("布放浮标共12个，其中东海区5个、南海区4个、北海区3个", "insufficient"),
        ("布放浮标共16个，其中东海区7个、南海区5个、北海区4个", "insufficient"),
        ("三个示范海区分别布放浮标5个、4个、3个", "insufficient"),
        ("东海区布放浮标5个、南海区4个、北海区3个", "insufficient"),
        ("布放浮标合计18个，其中东海区7个、南海区6个、北海区5个", "met"),
        ("三个示范海区各布放浮标6个，合计18个", "met"),
        ("每个示范海区布放浮标6个，其中锚泊2个、漂流4个", "met"),
        ("每个示范海区布放浮标6个，累计布放18个", "met"),
        ("三个示范海区分别布放浮标6个、6个、7个", "met"),
        ("布放浮标合计18个，配套缆绳2条、锚3个", "met"),
        ("单个示范海区布放浮标8个，总量24个", "met"),
    ],
)
def test_a_number_asked_of_each(said: str, status: str, tmp_path: Path) -> None:
    found = statuses(tmp_path, OF_THREE, OFFER.replace(EACH, f"建成示范海区3个。{said}"))
    assert [told for one, told in found.items() if "布放浮标" in one] == [status]


@pytest.mark.parametrize(
    ("said", "nothing"),
    [
        ("拟于任务下达后组织专家专题研究，形成材料后另行报送。", True),
        ("拟于任务下达后组织专家专题研究锚链腐蚀，每季更换牺牲阳极，并留有备用锚。", False),
    ],
)
def test_a_section_put_off_to_later_talks(said: str, nothing: bool) -> None:
    assert evades(said, 200) is nothing


@pytest.mark.parametrize(
    ("clause", "ensured"),
    [
        ("海况模式：确保支持26种，力争30种，覆盖值守、回收等", True),
        ("海况模式：保底26种，争取30种", True),
        ("确保按期完成，海况模式26种，力争30种", False),
        ("海况模式：26种，力争30种", False),
    ],
)
def test_what_is_hoped_for_beside_what_is_ensured(clause: str, ensured: bool) -> None:
    said = Evidence(text="26种", start=0, end=3)
    claim = Target(metric="海况模式", comparator="=", value=26, unit="种", canonical_value=26, evidence=said)
    assert is_all_promised(claim, clause) is ensured


@pytest.mark.parametrize(
    ("path", "at_head"),
    [((), True), (("揭榜挂帅项目申报文件",), True), (("一、技术方案",), False), (("申报书", "一"), False)],
)
def test_lines_under_the_title_of_the_whole(path: tuple[str, ...], at_head: bool) -> None:
    said = Evidence(text="浮标平台（HZ-01）", start=0, end=11)
    assert is_at_head(Passage(text=said.text, path=path, role=Role.BODY, evidence=said)) is at_head


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("待盖章（用印审批中）", None),  # no name: told at the place for the seal
        ("海岚渔业有限公司（待盖章）", "invalid"),
        ("海岚深潜装备有限公司（待盖章）", "met"),
    ],
)
def test_what_stands_for_the_name_at_a_seal(said: str, status: str | None, tmp_path: Path) -> None:
    letter = (
        "附件3\n揭榜承诺书\n我单位承诺所报材料真实，按期完成海试任务。\n法定代表人（签字）：{}\n单位（盖章）：{}\n{}\n"
    )
    call = CALL + letter.format("", "", "年  月  日")
    offer = OFFER + letter.format("辛白杨", said, "2026年3月6日").removeprefix("附件3\n")
    found = {(one.kind, one.name): one.status for one in findings(tmp_path, call, offer)}
    assert found.get(("consistency", "单位名称")) == status


OWN_CODE, OTHER_CODE = "91350981MA31ABCD0U", "91350981MA32WXYT5Y"


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        (f"营业执照副本（统一社会信用代码：{OTHER_CODE}）", True),
        (f"营业执照（{OTHER_CODE}）", True),
        (f"营业执照副本（统一社会信用代码：{OWN_CODE}）", False),
        (f"海岚深潜装备有限公司营业执照，统一社会信用代码{OTHER_CODE}", True),
        (f"东岭船舶有限公司营业执照（统一社会信用代码：{OTHER_CODE}）", False),  # a partner's
        (f"联合单位营业执照（统一社会信用代码：{OTHER_CODE}）", False),
    ],
)
def test_the_code_on_the_licence(licence: str, told: bool, tmp_path: Path) -> None:
    call = CALL.replace("一、预期目标\n", "统一社会信用代码\t\t法定代表人\t\n一、预期目标\n")
    code = f"统一社会信用代码\t{OWN_CODE}\t法定代表人\t辛白杨\n一、预期目标\n"
    offer = OFFER.replace("一、预期目标\n", code) + f"3.{licence}\n"
    found = {(one.kind, one.name): one.status for one in findings(tmp_path, call, offer)}
    assert (found.get(("consistency", "统一社会信用代码")) == "invalid") is told


def test_a_malformed_code_that_differs_is_one_gap(tmp_path: Path) -> None:
    call = CALL.replace("一、预期目标\n", "统一社会信用代码\t\t法定代表人\t\n一、预期目标\n")
    code = f"统一社会信用代码\t{OWN_CODE}\t法定代表人\t辛白杨\n一、预期目标\n"
    licence = "3.营业执照副本（统一社会信用代码：91350981MA32WXYT5A）\n"
    found = findings(tmp_path, call, OFFER.replace("一、预期目标\n", code) + licence)
    told = [one for one in found if one.status == "invalid" and "5A" in one.explanation]
    assert {one.kind for one in told} == {"identifier", "consistency"}
    assert len({one.cause for one in told}) == 1
    assert told[0].cause is not None


# the call asks for better, without a figure
ASKS = CALL.replace(
    "主要任务：研制长期值守的锚泊浮标。",
    "主要任务：研制长期值守的锚泊浮标。有效提升数据到报率、用户满意度等关键指标，降低单次布放时间。",
    1,
)


@pytest.mark.parametrize(
    ("today", "goal", "metric"),
    [
        ("浮标已在两个海区使用，用户满意度86%。", "用户满意度不低于86%", "用户满意度"),
        ("目前用户满意度为86%。", "完成时用户满意度达到85%", "用户满意度"),
        ("现有浮标数据到报率92%。", "数据到报率不低于92%", "数据到报率"),
        ("单次布放时间现为6小时。", "单次布放时间不超过6小时", "单次布放时间"),
        ("目前单次布放时间6小时。", "单次布放时间8小时以内", "单次布放时间"),
        ("现有产品用户满意度86%。", "用户满意度保持现有水平", "用户满意度"),
        ("已试用，用户满意度86%。", "用户满意度与目前持平", "用户满意度"),
        ("已试用，用户满意度86%。", "用户满意度不低于92%", None),
        ("目前用户满意度为86%。", "用户满意度由86%提高到92%", None),
        ("单次布放时间现为6小时。", "单次布放时间不超过4小时", None),
        ("国际先进产品用户满意度95%。", "用户满意度不低于92%", None),
        ("试点海区用户满意度95%。", "用户满意度不低于92%", None),
        ("已试用，用户满意度86%。", "布放方式保持现有水平，用户满意度达到92%", None),
        ("目前数据到报率90%。", "数据到报率第一年达到90%，完成时达到96%", None),
        ("目前用户满意度86%。", "用户满意度较目前提高6个百分点", None),
    ],
)
def test_what_gets_no_better(today: str, goal: str, metric: str | None, tmp_path: Path) -> None:
    offer = OFFER.replace("一、预期目标\n", f"一、工作基础\n{today}\n二、预期目标\n{goal}。\n")
    found = [one.name for one in findings(tmp_path, ASKS, offer) if "没有提升" in one.explanation]
    assert found == ([metric] if metric is not None else [])
