"""The text of a paper itself, in a file of its own: whose it is, of which product and of what time."""

from pathlib import Path

import pytest
from listed_papers import CALL, END, GOOD, PART
from written_case import HEAD

from pipeline.matching import Matcher
from pipeline.reading import ReadingOptions, read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission, merge_submissions
from pipeline.screening import screen
from pipeline.structure import structure
from schemas.document import Document

PAPERS = {
    "主营业务收入": "审计报告\n海岚深潜装备有限公司全体股东：我们审计了贵公司2024年度财务报表。\n",
    "研发投入": "研发费用专项审计报告\n海岚深潜装备有限公司2024年度研发费用560万元。\n",
    "科研资质": "高新技术企业证书\n企业名称：海岚深潜装备有限公司\n发证时间：2023年11月3日，有效期三年\n",
    "创新能力": "发明专利证书9件，专利权人：海岚深潜装备有限公司\n",
    "性能指标": "测试报告\n委托单位：海岚深潜装备有限公司\n样品名称：“锚星”浮标样机\n姿态误差1.8度。\n",
}
INCOME, SPENT, TITLES, RIGHTS, TESTS = PAPERS
TEST = "测试报告\n报告编号：HZ-2024-0419\n委托单位：海岚深潜装备有限公司\n{thing}\n结论：符合要求。\n"

CASES = [
    (INCOME, "审计报告\n海州重工集团有限公司全体股东：\n我们审计了海州重工集团有限公司2024年度财务报表。\n", True),
    (INCOME, "审计报告\n被审计单位：海岚控股有限公司\n2024年度营业收入6亿元。\n", True),
    (INCOME, "利润表\n编制单位：海岚深潜装备有限公司\n截至2024年6月30日\n营业收入3000万元\n", True),
    (SPENT, "研发费用专项审计报告\n审计期间：2024年1月1日至2024年9月30日\n海岚深潜装备有限公司420万元。\n", True),
    (TITLES, "关于建设省海洋工程重点实验室的批复\n依托单位：海岚理工大学\n省科技厅\n", True),
    (RIGHTS, "发明专利证书9件\n专利权人：海岚理工大学\n", True),
    (TESTS, TEST.format(thing="样品名称：“潜鳗”水下滑翔机"), True),
    (TESTS, TEST.format(thing="产品名称：船用空调机组"), True),
    (TESTS, "用户证明\n我单位自2023年起使用“潜鳗”水下滑翔机3台，运行正常。\n", True),
    (
        INCOME,
        "审计报告\n我们审计了海岚深潜装备有限公司2024年度财务报表。控股股东海州重工集团有限公司持股60%。\n",
        False,
    ),
    (INCOME, "利润表\n编制单位：海岚深潜装备有限公司\n2024年1—12月\n营业收入3000万元\n", False),
    (SPENT, "专项审计报告\n海岚深潜装备有限公司2024年度研发费用560万元（其中1—9月410万元）。\n", False),
    (TITLES, "1. 高新技术企业证书（2023年11月，有效期三年）\n2. 省重点实验室批复（依托单位：海岚大学）\n", False),
    (TITLES, "高新技术企业证书\n企业名称：海岚深潜装备有限公司\n颁发单位：省科技厅\n", False),
    (TESTS, TEST.format(thing="样品：浮标控制舱"), False),
    (TESTS, TEST.format(thing="样品名称：自适应系泊浮标"), False),
    (TESTS, "应用证明\n应用单位：海州港务集团有限公司\n我单位使用“锚星”浮标6套。\n", False),
    (TITLES, "高新技术企业证书\n企业名称：海岚深潜装备有限公司\n发证时间：2020年11月3日\n有效期：三年\n", True),
    (TITLES, "高新技术企业证书\n企业名称：海岚深潜装备有限公司\n有效期：3年\n发证日期：2020-11-06\n", True),
    (TITLES, "高新技术企业证书\n企业名称：海岚深潜装备有限公司\n有效期：2020年12月1日—2023年11月30日\n", True),
    (TITLES, "高新技术企业证书\n企业名称：海岚深潜装备有限公司\n证书2023年12月到期，重新认定中\n", True),
    (TITLES, "高新技术企业证书\n企业名称：海岚深潜装备有限公司\n该证书已过有效期\n", True),
    (TITLES, "高新技术企业证书\n企业名称：海岚深潜装备有限公司\n发证时间：2022年11月3日\n有效期：三年\n", False),
    (
        TITLES,
        "高新技术企业证书\n企业名称：海岚深潜装备有限公司\n首次发证2018年11月；2024年11月重新认定\n有效期：三年\n",
        False,
    ),
    (
        TITLES,
        "高新技术企业证书\n企业名称：海岚深潜装备有限公司\n有效期满前三个月应申请复审\n发证时间：2023年12月3日\n",
        False,
    ),
    (
        TITLES,
        "高新技术企业证书\n企业名称：海岚深潜装备有限公司\n有效期届满后自动失效\n发证时间：2023年12月3日\n",
        False,
    ),
    (
        TITLES,
        "一、高新技术企业证书\n企业名称：海岚深潜装备有限公司\n发证时间：2020年1月3日\n有效期：三年\n"
        "二、获奖证书\n海岚深潜装备有限公司获创新大赛二等奖。\n2023年11月\n",
        True,
    ),
    (
        TITLES,
        "一、高新技术企业证书\n企业名称：海岚深潜装备有限公司\n发证时间：2020年1月3日\n有效期：三年\n"
        "二、高新技术企业证书\n企业名称：海岚深潜装备有限公司\n发证时间：2023年1月3日\n有效期：三年\n",
        False,
    ),
    (
        TITLES,
        "一、重点专科批复\n建设单位：海州海洋医院\n二、重点实验室认定通知\n依托单位：海州海洋医院\n"
        "说明：以上两份资质由海州海洋医院提供，与我公司共用。\n",
        True,
    ),
    (TITLES, "资质证书\n持证单位：海州重工集团有限公司\n授权我公司使用\n", True),
    (TITLES, "高新技术企业证书\n企业名称：海岚深潜装备有限公司\n说明：与海岚大学共建的实验室设备双方共用。\n", False),
    (TESTS, TEST.format(thing="样品名称：“锚星”浮标样机\n仪器校准有效期至2023年5月6日"), False),
]


@pytest.mark.parametrize(("of", "words", "told"), CASES)
def test_what_a_paper_says_itself(of: str, words: str, told: bool, tmp_path: Path) -> None:
    def document(name: str, text: str) -> Document:
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        return read(path, options=ReadingOptions(isolate=False, cache=False))

    notice = build_notice(*structure(document("通知", HEAD + CALL)))
    heads = [entry.partition("：")[0] for entry in GOOD.values()]
    names = [f"证明{number}_{name}" for number, name in enumerate(PAPERS, 1)]
    listed = "".join(f"{number}. {one}——{names[number - 1]}.txt\n" for number, one in enumerate(heads, 1))
    texts = {
        "申报书": PART.replace("揭榜单位相关证明材料\n", "") + END,
        "00_目录": "揭榜单位相关证明材料目录\n" + listed,
    }
    texts |= dict(zip(names, (PAPERS | {of: words}).values(), strict=True))
    parts = [build_submission(*structure(document(name, text))) for name, text in texts.items()]
    found = screen(notice, merge_submissions(parts, parts[0].source), Matcher(notice)).findings
    gaps = [f.name for f in found if f.kind == "proof_material" and f.status in ("insufficient", "missing")]
    assert (len(gaps) == 1 and of in gaps[0]) if told else not gaps, gaps
