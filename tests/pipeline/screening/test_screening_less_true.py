"""Pledges of truth, in the form and in letters, that keep less than that all is true."""

from pathlib import Path

import pytest
from written_case import findings

CALL = """\
一、申报材料
申报单位须提交揭榜承诺书（承诺材料真实、按期完成）。
海岚市科学技术局
2026年4月1日
附件1
揭榜任务申报表
申报单位名称\t\t
真实性承诺\t我单位申报的所有材料，均真实、完整，如有不实，愿承担相应的责任。负责人签字（章）：  公章：  年  月  日
"""
FORM = """\
揭榜任务申报表
申报单位名称\t海岚深潜装备有限公司
{pledge}
揭榜承诺书
1. {letter}
2. 我单位将按期完成全部海试任务。
3. 未就同一内容重复申报其他财政资金。
法定代表人（签字）：辛白杨
单位（盖章）：海岚深潜装备有限公司
2026年5月6日
"""
IN_CELL = "真实性承诺\t{}负责人签字（章）：辛白杨 公章：海岚深潜装备有限公司 2026年5月6日"
IN_LINE = "真实性承诺：{}\n负责人签字（章）：辛白杨\n公章：海岚深潜装备有限公司\n2026年5月6日"
KEPT = "我单位申报的所有材料，均真实、完整，如有不实，愿承担相应的责任。"
CASES = [
    ("我单位申报的材料基本属实，如有出入，请予谅解。", True),
    ("我单位申报的材料，多数真实，少数海况数据为估算。", True),
    ("据我们所知，所报材料真实、完整。", True),
    ("材料大部分真实，其中财务数字由代理公司提供，责任由其承担。", True),
    ("我单位申报的所有材料，均真实、完整，如有不实，我单位不承担责任。", True),
    ("我单位尽量保证所报材料真实、完整。", True),
    ("所报材料真实，仅供参考，最终以验收数据为准。", True),
    ("我单位申报的材料真实，个别指标系推算，可能有误差。", True),
    ("我单位在能力范围内保证材料真实。", True),
    ("我单位仅对本公司提供的材料真实性负责，合作方材料由合作方负责。", True),
    ("我单位申报的材料真实、完整，如有不实，双方协商解决。", True),
    ("我单位申报的所有材料，除财务数据外，均真实、完整。", True),
    ("部分证明材料尚未核实，其余均真实、完整。", True),
    ("材料力求真实、完整，如有不实，予以更正。", True),
    (KEPT, False),
    ("本单位所报材料真实有效，无虚假记载和重大遗漏，如有不实，自愿取消申报资格。", False),
    ("我单位申报的全部材料真实、完整、准确，主要数据经审计，如有不实，愿承担责任。", False),
    ("所报材料真实，其中预测性数据已在文中注明，如有不实，愿承担相应责任。", False),
    ("材料真实，部分内容经脱敏处理，不影响真实性，如有不实愿承担责任。", False),
    ("所有材料均真实、完整，合作单位提供的材料已逐项核对。", False),
    ("以上材料与实际情况一致，如有虚假，责任由我单位承担。", False),
    ("本单位基本信息、主要业绩真实有效，材料真实、完整，如有不实，愿承担责任。", False),
    ("所报材料真实、完整，如有不实，愿承担责任，资助金额以最终批复为准。", False),
]


@pytest.mark.parametrize(("words", "less"), CASES)
@pytest.mark.parametrize("layout", [IN_CELL, IN_LINE])
def test_a_pledge_in_the_form(words: str, layout: str, less: bool, tmp_path: Path) -> None:
    found = findings(tmp_path, CALL, FORM.format(pledge=layout.format(words), letter=KEPT))
    status = next(one.status for one in found if one.name == "真实性承诺")
    assert (status == "invalid") is less


@pytest.mark.parametrize(("words", "less"), CASES)
def test_a_letter_in_words_of_its_own(words: str, less: bool, tmp_path: Path) -> None:
    found = findings(tmp_path, CALL, FORM.format(pledge=IN_CELL.format(KEPT), letter=words))
    assert any(one.kind == "commitment" and one.counts for one in found) is less
