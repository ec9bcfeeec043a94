"""Conditions that a plain statement or a plain sum breaks, wherever in the application it stands."""

from pathlib import Path

import pytest
from written_case import findings, statuses

CALL = (
    "一、揭榜方向\n方向1：水下清洗装置\n任务：研制水下清洗装置，清洗船体附着的海生物。\n"
    "方向2：浮标监测平台\n任务：研制浮标监测平台，监测海水温度和盐度。\n"
    "二、申报条件\n1. 每个单位限牵头申报1项。\n2. 项目负责人牵头承担的在研省级以上科技项目不超过1项。\n"
    "3. 自筹资金不得少于申请财政资金的1.5倍，单个项目申请省级财政资金不超过400万元。\n"
    "4. 项目负责人截至2026年1月1日未满58周岁。\n5. 申报单位上一年度研发投入占营业收入的比重不低于4%。\n"
    "三、申报时间\n2026年5月6日至2026年6月5日提交申报书。\n"
)
PART = (
    "申报书\n单位名称\t海岚深潜装备有限公司\t项目名称\t船体水下清洗\n揭榜方向\t{direction}\n"
    "项目负责人\t姓名\t纪闻舟\t出生年月\t{born}\n项目负责人\t任职\t总工程师\t在研省级以上项目\t{hand}\n"
    "填报日期\t2026年5月20日\n2025年营业收入（万元）\t12000\t2025年研发投入（万元）\t{spent}\n"
    "一、基础\n{basis}\n二、经费\n项目总投入{total}万元，其中申请省级财政资金{public}万元，自筹{own}万元。\n"
)
WORDS = {
    "direction": "方向1：水下清洗装置",
    "born": "1976年3月",
    "hand": "无",
    "spent": "600",
    "basis": "公司设有湿热试验室。",
    "total": "800",
    "public": "300",
    "own": "500",
}
ONE, HAND = "每个单位限牵头申报1项", "项目负责人牵头承担的在研省级以上科技项目不超过1项"
RATIO, AGE = "自筹资金不得少于申请财政资金的1.5倍", "项目负责人截至2026年1月1日未满58周岁"
CAP = "单个项目申请省级财政资金不超过400万元"
SHARE = "申报单位上一年度研发投入占营业收入的比重不低于4%"
GAPS = ("invalid", "insufficient", "missing")


@pytest.mark.parametrize(
    ("words", "condition", "gap"),
    [
        ({"basis": "今年除本项目外，还牵头申报了方向2的浮标监测平台。"}, ONE, True),
        ({"basis": "本单位申报方向1，同时另册申报方向二。"}, ONE, True),
        ({"basis": "本年度就浮标供电（方向二）也递交了一份申报书。"}, ONE, True),
        ({"basis": "本单位围绕方向二还另行报送了一份揭榜方案。"}, ONE, True),
        ({"basis": "以方向二同时上报了一套申报材料。"}, ONE, True),
        ({"basis": "本年度就方向一也递交了一份申报书。"}, ONE, False),
        ({"basis": "本年度未就方向二递交申报书。"}, ONE, False),
        ({"basis": "去年就方向二也递交了一份申报书。"}, ONE, False),
        ({"basis": "合作单位海岚大学就方向二也递交了一份申报书。"}, ONE, False),
        ({"basis": "本年度就浮标检测也递交了一份专利申请书。"}, ONE, False),
        ({"basis": "我公司同期还申报了浮标监测平台。"}, ONE, True),
        ({"basis": "除本项目外，另申报了本批榜单的其他方向。"}, ONE, True),
        ({"basis": "本单位只申报方向1，未同时申报方向2。"}, ONE, False),
        ({"basis": "本项目同时申报发明专利5项，另申报行业标准1项。"}, ONE, False),
        ({"basis": "合作单位海岚大学还申报了方向2。"}, ONE, False),
        ({"basis": "公司还申报了省重点研发计划项目。"}, ONE, False),
        ({"basis": "我公司还参与申报方向2。"}, ONE, False),
        ({"basis": "公司同时申请了浮标监测平台的发明专利。"}, ONE, False),
        ({"basis": "位姿数据同时报送省海洋局浮标监测平台。"}, ONE, False),
        ({"basis": "同时揭示方向2的流场规律。"}, ONE, False),
        ({"basis": "本项目分三个课题，另申请课题2由海岚大学负责实施。"}, ONE, False),
        (
            {"basis": "项目负责人手上还有“浮标供能”“海缆检测”两项省级揭榜项目，都要到2027年年中结题。", "hand": ""},
            HAND,
            True,
        ),
        ({"basis": "项目负责人目前主持省级科技项目2项，均未结题。", "hand": ""}, HAND, True),
        ({"basis": "项目负责人正在牵头实施两个省级科技项目。", "hand": ""}, HAND, True),
        ({"basis": "项目负责人名下国家级课题已有两项，本项目为第三项。", "hand": ""}, HAND, True),
        ({"basis": "项目负责人承担的省级攻关任务有两项还没结题。", "hand": ""}, HAND, True),
        ({"basis": "项目负责人手头有3个省级项目在做。", "hand": ""}, HAND, True),
        ({"basis": "项目负责人主持过省级科技项目2项，均已验收。", "hand": ""}, HAND, False),
        ({"basis": "项目负责人手上有省级科技项目1项，2027年结题。", "hand": ""}, HAND, False),
        ({"basis": "项目负责人所在团队正在实施省级科技项目两项。", "hand": ""}, HAND, False),
        ({"basis": "项目负责人为省级在研项目两项的骨干。", "hand": ""}, HAND, False),
        ({"basis": "公司正在实施两项省级科技项目，项目负责人为孙启明。", "hand": ""}, HAND, False),
        ({"basis": "项目负责人主持的两项省级科技项目已于2025年结题。", "hand": ""}, HAND, False),
        ({"basis": "项目负责人目前主持市级科技项目2项，均未结题。", "hand": ""}, HAND, False),
        ({"hand": "“浮标供能”（2025—2027年）、“海缆检测”（2026—2027年）"}, HAND, True),
        ({"hand": "省级科技项目2项"}, HAND, True),
        ({"hand": "“浮标供能”（2025—2027年）"}, HAND, False),
        ({"hand": "参与“浮标供能”“海缆检测”"}, HAND, False),
        ({"basis": "我公司同期还申报了浮标监测平台。"}, HAND, False),  # a limit on what is in hand
        ({"hand": "2项，均为市级"}, HAND, False),
        ({"hand": "共3项，其中牵头1项"}, HAND, False),
        ({"hand": "共3项，其中牵头2项"}, HAND, True),
        ({"hand": "牵头2项（省重点研发计划1项、省创新专项1项）"}, HAND, True),
        ({"hand": "3项"}, HAND, True),
        ({"hand": "1项"}, HAND, False),
        ({"hand": "参与2项"}, HAND, False),
        ({"born": "1968年3月"}, AGE, False),  # 57 on the day named, 58 on the last day of handing in
        ({"born": "1967年3月"}, AGE, True),
        ({"spent": "360，占比3.0%"}, SHARE, True),
        ({"spent": "600，占比5.0%"}, SHARE, False),
        ({"public": "350", "own": "450"}, RATIO, True),
        ({}, RATIO, False),
        ({"public": "450", "own": "700"}, CAP, True),
        ({"public": "400", "own": "700"}, CAP, False),
    ],
)
def test_what_breaks_a_condition(tmp_path: Path, words: dict[str, str], condition: str, gap: bool) -> None:
    found = statuses(tmp_path, CALL, PART.format(**{**WORDS, **words}))
    assert condition in found
    assert (found.get(condition) in GAPS) is gap


LONG = "研制水下清洗装置，清洗船体附着的海生物，刷头贴合船体曲面，回收清洗下来的海生物，不损伤船体漆膜。" * 14


@pytest.mark.parametrize(
    ("chosen", "basis", "status"),
    [
        ("方向2：浮标监测平台", LONG, "invalid"),  # all of the text is on another
        ("方向1：水下清洗装置", LONG, "met"),
        ("方向2：浮标监测平台", "公司设有湿热试验室。", "met"),  # too little is said to tell
        ("方向1 水下清洗装置；方向2 浮标监测平台（两个方向一并揭榜）", LONG, "invalid"),
    ],
)
def test_a_direction_that_the_text_does_not_serve(tmp_path: Path, chosen: str, basis: str, status: str) -> None:
    found = findings(tmp_path, CALL, PART.format(**{**WORDS, "direction": chosen, "basis": basis}))
    assert [one.status for one in found if one.kind == "direction"] == [status]
