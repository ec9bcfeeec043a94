"""Entries that are another's paper, of another product, of a part of the year, or less than what is asked for."""

from pathlib import Path

import pytest
from listed_papers import CALL, END, GOOD, PART
from written_case import findings

INCOME, SPENT, TITLES, RIGHTS, TESTS = GOOD

ANOTHERS = [
    (INCOME, "控股股东海岚控股有限公司2024年度合并审计报告（海审字〔2025〕9号）复印件", True),
    (INCOME, "母公司海州重工集团股份有限公司2024年度审计报告", True),
    (INCOME, "集团公司2024年度合并财务报表", True),
    (INCOME, "海岚控股集团有限公司2024年度合并审计报告，本公司数据含在内", True),
    (INCOME, "我公司不单独出具审计报告，附集团合并审计报告", True),
    (SPENT, "兄弟公司海州海工有限公司2024年度财务会计报表", True),
    (SPENT, "海州重工集团有限公司2024年度研发费用专项审计报告（我公司并入该集团核算）", True),
    (TITLES, "省海洋装备重点实验室批复文件（依托单位：海岚大学）", True),
    (TITLES, "省重点实验室批复，挂靠在海岚理工大学", True),
    (TITLES, "海岚大学省海洋工程重点实验室批复文件", True),
    (TITLES, "高新技术企业证书（企业名称：海州重工集团有限公司）", True),
    (RIGHTS, "发明专利证书9件（专利权人：海岚理工大学）", True),
    (RIGHTS, "发明专利证书9件（权利人均为车远舟个人）", True),
    (INCOME, "海州重工集团2024年年报摘录", True),
    (INCOME, "我司大股东海州重工2024年度审计报告", True),
    (SPENT, "海岚大学2024年度科研经费决算表", True),  # a partner's alone
    (TITLES, "重点实验室批复（学校为依托单位）", True),
    (TITLES, "高新技术企业证书（母公司持有）", True),
    (RIGHTS, "发明专利9项（均为海岚理工大学所有，我公司获许可使用）", True),
    (INCOME, "2024年度审计报告（海州重工集团审计部委托海州会计师事务所）", False),
    (TITLES, "高新技术企业证书、与海岚大学共建省级联合实验室批复", False),
    (RIGHTS, "发明专利证书9件（含与海岚大学共有2件）、专利受理通知书3件", False),
    (INCOME, "海岚深潜装备有限公司2024年度合并审计报告", False),
    (INCOME, "2024年度审计报告（含合并及母公司财务报表）", False),
    (INCOME, "2024年度审计报告，控股股东海州重工集团有限公司持股60%", False),
    (INCOME, "2024年度审计报告（海州会计师事务所有限公司出具）", False),
    (TITLES, "高新技术企业证书、省重点实验室批复（依托单位：海岚大学）", False),  # one of two
    (TITLES, "省海洋装备重点实验室批复（依托单位：本公司）", False),
    (TITLES, "省级企业技术中心认定文件（省工业和信息化厅颁发）", False),
    (RIGHTS, "发明专利证书9件（专利权人：海岚深潜装备有限公司、海岚大学）", False),
    (RIGHTS, "发明专利证书9件（已由原股东转让至本公司）", False),
]
PRODUCTS = [
    (TESTS, "海州检测中心检验报告（样品名称：DK-3型配电箱，检验项目：绝缘与接地）", True),
    (TESTS, "海州检测中心出具的“潜鳗”水下滑翔机测试报告、3家用户使用“潜鳗”滑翔机的证明", True),
    (TESTS, "用户应用证明3份（内容均为使用“潜鳗”水下滑翔机情况）", True),
    (TESTS, "海州检测中心出具的潜水电机检验报告", True),
    (TESTS, "测试报告：被测系统“岸鹰”港口监控平台，海州软件测评中心", True),
    (TESTS, "海州检测中心2024年测试报告（为公司上一代产品的测试报告）", True),
    (TESTS, "海州检测中心测试报告，所测非本次攻关产品", True),
    (TESTS, "海州检测中心检验报告（检验项目：外观、包装、标识）", True),
    (TESTS, "3家用户出具的“潜鳗”滑翔机使用证明", True),
    (TESTS, "某型水下机器人检测报告", True),
    (TESTS, "竞品浮标测试报告", True),
    (TESTS, "2019年旧款浮标检测报告", True),
    (TESTS, "海岚大学海洋仪器检测中心“锚星”系统测试报告", False),
    (TESTS, "控制舱压力试验报告、锚链拉力试验报告", False),
    (TESTS, "第三方软件检测报告、海州港务局试用证明", False),
    (TESTS, "专业设备检测报告", False),
    (TESTS, "两县观测系统用户证明与软件检测报告", False),
    (TESTS, "海州港务集团用户使用报告（6套浮标运行一年）", False),
    (TESTS, "第三方性能测试报告（样品名称：自适应系泊浮标样机V1.0）", False),
    (TESTS, "海州检测中心出具的控制舱检测报告、浮标体检测报告", False),
    (TESTS, "“锚星”测试版评测报告、“潜鳗”水下滑翔机用户证明", False),
    (TESTS, "测试报告（与上一代产品对比，姿态误差下降三成）", False),
    (TESTS, "“锚星”浮标测试报告（与同类产品对比测试报告）", False),
    (TESTS, "海州检测中心出具的“锚星”浮标测试报告（检验项目：姿态误差、绝缘、接地）", False),
    (TESTS, "第三方测试报告（测试对象：张力自适应控制算法）", False),
]
PERIODS = [
    (SPENT, "2024年1—9月研发费用明细表（财务部编制，未经审计），附件一", True),
    (SPENT, "2024年前三季度财务报表", True),
    (SPENT, "2024年度中期财务报告", True),
    (SPENT, "截至2024年9月30日的研发支出明细账", True),
    (INCOME, "2024年三季度财务报表、2024年1—9月纳税证明", True),
    (INCOME, "2024年1-6月财务报表（2024年全年报表审计中）", True),
    (INCOME, "2024年一季度、二季度利润表", True),
    (INCOME, "2024年1至3季度利润表", True),
    (INCOME, "二〇二四年一月至九月财务报表", True),
    (SPENT, "2024年度1—10月研发支出明细", True),
    (SPENT, "2024年度研发费用明细表（财务部编制，未经审计）", True),
    (SPENT, "研发费用汇总表（公司自行统计）", True),
    (INCOME, "2024年1月—12月财务会计报表", False),
    (INCOME, "2024年度审计报告、2025年一季度财务报表", False),
    (INCOME, "2024年全年财务会计报表及2024年1—9月报表", False),
    (INCOME, "2024年审计报告、完税证明（2024年1—6月）", False),
    (INCOME, "2024年一季度至四季度利润表", False),
    (SPENT, "2024年度研发费用专项审计报告（含1—9月明细）", False),
]
LESS = [
    (RIGHTS, "论文首页5份、发明专利受理通知书9份、软件著作权证书12件", True),
    (RIGHTS, "软件著作权登记申请表12份、发明专利证书9件", True),
    (RIGHTS, "发明专利（均在实质审查阶段）9项、论文5篇", True),
    (TITLES, "高新技术企业认定申请书、省级企业技术中心申报材料", True),
    (TITLES, "高新技术企业公示名单截图", True),
    (TITLES, "高新技术企业证书（已过期，尚未重新认定）", True),
    (TESTS, "海州检测中心送检回执（2025年4月28日收样）", True),
    (TESTS, "第三方检测委托合同、缴费凭证", True),
    (TESTS, "测试大纲、测试方案", True),
    (TITLES, "高新技术企业证书（2020年取得，有效期三年）", True),
    (TITLES, "高新技术企业证书（2020—2023年）", True),
    (TITLES, "高新技术企业证书（有效期止于2023年12月）", True),
    (TITLES, "高新技术企业证书，证书已过有效期，正在重新认定", True),
    (TITLES, "高新技术企业证书，有效期三年，自2020年12月起", True),
    (TITLES, "重点实验室认定文件（与东溟理工大学共用）", True),
    (TITLES, "资质证书由母公司提供，我公司共享", True),
    (TITLES, "高新技术企业证书（未过期）", False),
    (TITLES, "高新技术企业证书（2025年12月到期）", False),
    (TITLES, "高新技术企业证书（2023—2026年）", False),
    (TITLES, "高新技术企业证书、实验室资质（与海岚大学共用）", False),
    (TESTS, "产品说明书、宣传册", True),
    (TITLES, "高企认定申报系统截图", True),
    (TITLES, "高新技术企业复审材料已提交的回执", True),
    (RIGHTS, "发明专利证书9件、另有3件发明专利受理通知书、软件著作权证书12件", False),
    (RIGHTS, "授权发明专利9项（证书）、在审发明专利3项（受理通知书）、软著证书12项", False),
    (TITLES, "高新技术企业证书、省专精特新公示名单", False),
    (TITLES, "高新技术企业证书（旧证已到期，附2024年12月新证）", False),
    (TESTS, "海州检测中心测试报告、检测合同", False),
    (TESTS, "第三方测试报告、应用合同3份", False),
    (TESTS, "送检样品的测试报告（海州检测中心2025年1月出具）", False),
]
TO_COME = [
    (TESTS, "样品已送海州检测中心，出证大概在六月上旬，拿到就寄", True),
    (TESTS, "第三方测试排期在6月，出具后即送", True),
    (TESTS, "海州检测中心正在检验，结果出来马上寄到", True),
    (TESTS, "样机尚在海试，报告七月份给", True),
    (TESTS, "检测报告：收到后第一时间补送", True),
    (INCOME, "审计报告正在向事务所催要", True),
    (INCOME, "财务报表在报审，审完补上", True),
    (TESTS, "海州检测中心测试报告（2025年1月出证）、用户证明6份", False),
    (TESTS, "测试报告（2025年1月收到）、用户应用证明", False),
    (TESTS, "测试报告（寄送原件一份）、应用证明", False),
    (INCOME, "2024年度审计报告（2025年4月拿到）", False),
]


@pytest.mark.parametrize(("of", "entry", "told"), [*ANOTHERS, *PRODUCTS, *PERIODS, *LESS, *TO_COME])
def test_what_an_entry_of_the_list_says(of: str, entry: str, told: bool, tmp_path: Path) -> None:
    listed = GOOD | {of: f"{GOOD[of].partition('：')[0]}：{entry}"}
    lines = "".join(f"{number}. {words}\n" for number, words in enumerate(listed.values(), 1))
    found = findings(tmp_path, CALL, PART + lines + END)
    gaps = [f.name for f in found if f.kind == "proof_material" and f.status in ("insufficient", "missing")]
    assert (len(gaps) == 1 and of in gaps[0]) if told else not gaps, gaps
