"""What the form says once, and the text or the list of proofs otherwise: the place of the work, the year's income."""

from pathlib import Path

import pytest
from written_case import findings

CALL = (
    "云岭市科学技术局\n关于发布2026年海水利用揭榜榜单的通知\n一、申报材料\n申报书。证明材料：2025年度审计报告。\n"
    "云岭市科学技术局\n2026年3月2日\n附件\n海水利用揭榜挂帅申报书\n一、基本信息表\n"
    "项目名称\t\t单位名称\t\n实施地点\t\t营业收入（万元）\t\n二、项目方案\n（一）技术路线\n三、证明材料清单\n"
    "四、真实性承诺\n本单位承诺申报材料真实。\n"
)
FORM = (
    "海水利用揭榜挂帅申报书\n填报日期：2026年5月20日\n一、基本信息表\n"
    "项目名称\t浓海水提镁装置研制\t单位名称\t海岚深潜装备有限公司\n"
    "实施地点\t{place}\t营业收入（万元）\t{income}\n二、项目方案\n（一）技术路线\n{route}\n"
    "三、证明材料清单\n1. 2025年度审计报告（复印件）。{report}\n四、真实性承诺\n本单位承诺申报材料真实。\n"
)
PLAIN = {"place": "望澄市滨港区化工园", "income": "2025年度5270", "route": "先除硬后结晶。", "report": ""}
SITE, INCOME = "实施地点", "业务收入"
CASES = [
    (SITE, {"route": "示范装置的建设和运行全部放在沐川市西坪区盐场内进行。"}, True),
    (SITE, {"route": "示范装置的建设和运行全部放在望澄市滨港区盐场内进行。"}, False),
    (SITE, {"route": "示范装置的建设和运行全部放在厂区内进行。"}, False),
    (SITE, {"route": "示范装置所用卤水取自沐川市西坪区盐场。"}, False),
    (SITE, {"route": "示范装置的运行全部放在沐川市西坪区。", "place": "望澄市滨港区、沐川市西坪区"}, False),
    (SITE, {"route": "本项目实施地点位于沐川市西坪区。"}, True),
    # what stands before a name is no part of it, and a bonded zone is no district
    (SITE, {"route": "示范装置的建设和运行全部放在本公司位于望澄市滨港区的盐场内进行。"}, False),
    (SITE, {"route": "示范装置的建设和运行全部放在我公司位于沐川市西坪区的盐场内进行。"}, True),
    (SITE, {"route": "本项目实施地点位于望澄市盐湖区。", "place": "闽北望澄市"}, False),
    (SITE, {"route": "示范装置的运行全部放在望澄市综合保税区内进行。", "place": "望澄市东坪区"}, False),
    (SITE, {"route": "示范装置的运行全部放在望澄市淡化集聚区内进行。", "place": "望澄市东坪区"}, False),
    (INCOME, {"report": "报告载明公司2025年度营业收入合计3270万元。"}, True),
    (INCOME, {"report": "报告载明公司2025年度实现营业收入3270万元。"}, True),
    (INCOME, {"report": "2025年度集团营业收入64318万元。"}, False),
    (INCOME, {"report": "报告载明公司2025年度运维服务营业收入410万元、营业收入合计5270万元。"}, False),
    (INCOME, {"report": "报告载明公司2025年度出口产品营业收入410万元。"}, False),
    (INCOME, {"report": "报告载明公司沐川分公司2025年度营业收入410万元。"}, False),
    (INCOME, {"report": "2025年度营业收入专项审计报告（3270万元）。"}, True),
    (INCOME, {"report": "2025年度营业收入专项审计报告（5270万元）。"}, False),
    (INCOME, {"report": "2025年度营业收入专项审计报告（3270万元）。", "income": "5270（2025年）"}, True),
    (INCOME, {"report": "2025年度营业收入专项审计报告（3270万元）。", "income": "5270（2024年）"}, False),
    (INCOME, {"report": "2025年度营业收入中分公司专项审计报告（270万元）。"}, False),
    (INCOME, {"report": "报告载明公司2025年度分公司营业收入410万元。"}, False),
    (INCOME, {"report": "报告载明公司2025年度营业收入合计5270万元。"}, False),
    (INCOME, {"report": "报告载明公司2024年度营业收入合计3270万元。"}, False),
    (INCOME, {"report": "报告载明集团合并2025年度营业收入合计32700万元。"}, False),
    (INCOME, {"report": "报告载明公司2025年度主营业务收入合计5070万元。"}, False),  # a part of it
]


@pytest.mark.parametrize(("name", "change", "wrong"), CASES)
def test_beside_the_form(name: str, change: dict[str, str], wrong: bool, tmp_path: Path) -> None:
    found = findings(tmp_path, CALL, FORM.format(**{**PLAIN, **change}))
    told = [one.name for one in found if one.kind == "consistency" and one.status == "invalid"]
    assert any(name in one or ("营业收入" in one and name == INCOME) for one in told) is wrong, told
