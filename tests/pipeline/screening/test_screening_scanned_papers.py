"""Papers of an application without a form: their list, and below it what each says, under a title of its own."""

from pathlib import Path

import pytest
from written_case import findings

CALL = """\
一、榜题
榜题一　自适应系泊浮标。要求姿态误差不超过2度，锚系重量不超过300公斤。
二、什么样的单位可以揭榜
揭榜方应当是独立法人。
三、交什么
不设统一表格，揭榜方自行成文。
证明材料有：营业执照副本；2023年、2024年、2025年度财务审计报告；项目负责人近六个月社保缴纳证明；\
样品或样机的第三方检测报告（2025年5月1日以后出具）；有效发明专利证书；“信用中国”查询结果；自筹资金来源证明。
四、何时截止
2026年6月15日17时截止。
"""
PART = """\
揭榜方案
揭榜题目：榜题一　自适应系泊浮标
揭榜方：海岚深潜装备有限公司
法定代表人（签字）：辛白杨
报送日期：2026年6月10日
一、揭榜方概况
单位名称\t海岚深潜装备有限公司
法定代表人\t辛白杨
二、技术方案
提出张力自适应系泊方法，浮标体、锚链和控制舱协同。
证明材料
目录
"""
LISTED = [
    "营业执照副本",
    "2023年、2024年、2025年度财务审计报告",
    "项目负责人近六个月社保缴纳证明",
    "样品第三方检测报告",
    "有效发明专利证书",
    "“信用中国”查询结果",
    "自筹资金来源证明",
]
TEXTS = [
    "名称：海岚深潜装备有限公司；类型：有限责任公司；法定代表人：辛白杨。",
    "海州明德会计师事务所：2023年度、2024年度、2025年度，海岚深潜装备有限公司财务报表，均为无保留意见。",
    "海州市社保中心出具2025年12月至2026年5月缴费证明，缴费单位海岚深潜装备有限公司。",
    "海州检测中心2026年3月2日出具；样品：系泊浮标样机；委托单位：海岚深潜装备有限公司。",
    "“张力自适应系泊装置”，专利号ZL202210456118.X，专利权人：海岚深潜装备有限公司。",
    "2026年6月2日查询，海岚深潜装备有限公司，无重大违法失信记录。",
    "海州银行存款证明，户名海岚深潜装备有限公司，余额500万元，2026年6月5日。",
]
LICENCE, AUDIT, PAID, TEST, PATENT, CREDIT, MONEY = range(7)
NUMBERS = "一二三四五六七"

# which paper, its entry (None: as above), what it says (None: as above, "": nothing), whether that will not do
CASES = [
    (LICENCE, None, "名称：海州重工集团有限公司；法定代表人：贺岩。", True),
    (AUDIT, None, "海州明德会计师事务所：海州重工集团有限公司2023年度、2024年度、2025年度合并财务报表。", True),
    (AUDIT, "2023年、2024年度财务审计报告和2025年1—9月财务报表", None, True),
    (AUDIT, "母公司海州重工集团有限公司2023年、2024年、2025年度财务审计报告", None, True),
    (PAID, None, "海州市社保中心出具2026年3月至2026年5月缴费证明，缴费单位海岚深潜装备有限公司。", True),
    (PAID, None, "缴费证明2025年12月至2026年5月，缴费单位：海州人力资源服务有限公司。", True),
    (PAID, "近六个月社保缴纳证明（由原单位海州大学缴纳）", "", True),
    (PAID, "社保证明：退休返聘人员无社保", "", True),
    (PAID, "社保缴纳证明未及办理", "", True),
    (TEST, "样品检测：样机已送海州检测中心，排队较久，出证大概在七月上旬，拿到就寄", "", True),
    (TEST, "样品检测报告（本公司试验室自测）", None, True),
    (TEST, None, "海州检测中心出具；样品：系泊浮标样机。报告日期：2024年3月2日", True),
    (TEST, None, "海州检测中心2026年3月2日出具；样品名称：船用空调机组；制冷量12千瓦。", True),
    (PATENT, "发明专利受理通知书", "“张力自适应系泊装置”，申请号202610456118.X，已受理。", True),
    (PATENT, "有效发明专利证书（因未缴年费已终止）", None, True),
    (CREDIT, None, "2026年6月2日查询，查询主体：海州重工集团有限公司，无重大违法失信记录。", True),
    (CREDIT, "“信用中国”查询结果（网站维护，暂未下载）", "", True),
    (MONEY, "自筹资金来源证明：辛白杨个人存款证明", None, True),
    (LICENCE, None, None, False),
    (LICENCE, "营业执照副本、开户许可证", None, False),
    (PAID, "近六个月社保缴纳证明（无社保处罚记录）", None, False),
    (AUDIT, "2023年度财务审计报告、2024年度财务审计报告、2025年度财务审计报告", None, False),
    (PAID, None, "社保缴费证明6个月（2025年12月至2026年5月），无欠费，缴费单位海岚深潜装备有限公司。", False),
    (PATENT, None, "1.“系泊装置”ZL202210456118.X；2.“控制舱”ZL202310187245.9。", False),
    (MONEY, None, "股东会2026年5月30日决议：股东海州重工集团有限公司追加出资390万元；进账回单390万元。", False),
]


@pytest.mark.parametrize(("of", "entry", "text", "told"), CASES)
def test_what_a_scan_says(of: int, entry: str | None, text: str | None, told: bool, tmp_path: Path) -> None:
    listed, texts = list(LISTED), list(TEXTS)
    listed[of] = listed[of] if entry is None else entry
    texts[of] = texts[of] if text is None else text
    lines = "".join(f"{number}.{name}\n" for number, name in enumerate(listed, 1))
    scans = [
        f"{NUMBERS[at]}、{listed[at].partition('（')[0]}（扫描件文字）\n{words}\n"
        for at, words in enumerate(texts)
        if words
    ]
    found = findings(tmp_path, CALL, PART + lines + "\n".join(scans))
    gaps = [f.name for f in found if f.kind == "proof_material" and f.status in ("insufficient", "missing")]
    asked = ("营业执照", "审计", "社保", "检测", "专利", "信用", "自筹")[of]
    assert (len(gaps) == 1 and asked in gaps[0]) if told else not gaps, gaps
