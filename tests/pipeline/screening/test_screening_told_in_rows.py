"""What sentences and rows of an application tell of the applicant: shares, periods, advisers, papers not handed in."""

from pathlib import Path

import pytest
from written_case import findings, statuses

from pipeline.screening.proofs.withheld import is_withheld

SHARE = "一、申报条件\n企业从事研发的科技人员占企业当年职工总数的比例不低于10%。\n"
# what the application says, the status
SHARES = [
    ("年末职工共200人，其中科技人员12人，占6%。", "insufficient"),
    ("科技人员36人，占职工总数的18%。", "met"),
    ("科技人员12人，占研发中心的6%。", "unverifiable"),
    ("职工共200人，科技人员12人，研发费用占销售收入6%。", "unverifiable"),
    ("职工共200人，计划三年内科技人员占6%。", "unverifiable"),
    ("合作单位海岚大学职工共200人，其中科技人员12人，占6%。", "unverifiable"),
    ("研发中心职工20人，其中科技人员1人，占5%。", "unverifiable"),
    ("职工共200人，其中女性科技人员12人，占6%。", "unverifiable"),
]


@pytest.mark.parametrize(("said", "status"), SHARES)
def test_a_share_that_a_sentence_states(said: str, status: str, tmp_path: Path) -> None:
    found = statuses(tmp_path, SHARE, f"申报书\n申报单位：海岚深潜装备有限公司\n一、企业概况\n{said}\n")
    assert next(one for name, one in found.items() if "科技人员" in name) == status


PERIOD = "一、申报条件\n设备的购置时间应在2025年1月1日至2025年10月31日（以发票时间为准）。\n"
ROWS = "{}\n序号\t名称\t金额（万元）\t{}\n1\t绞车\t30\t2025-03-08\n2\t吊机\t50\t{}\n"
DATED = [
    ("设备购置明细表", "发票日期", "2024-12-20", "invalid"),
    ("设备购置明细表", "发票日期", "2025-06-20", "met"),
    ("设备销售明细表", "发票日期", "2024-12-20", "unverifiable"),
    ("设备明细表", "计划购置时间", "2024-12-20", "unverifiable"),
    ("现有仪器设备", "购置时间", "2019-12-20", "unverifiable"),
    ("设备明细表", "购置日期", "2024年12月20日", "invalid"),
    ("设备明细表", "购置日期", "2024年12月20日订货，2025年1月9日到货", "met"),
    ("设备明细表", "购置日期", "2025年13月40日", "met"),
]


@pytest.mark.parametrize(("title", "head", "day", "status"), DATED)
def test_dates_in_rows_and_a_period(title: str, head: str, day: str, status: str, tmp_path: Path) -> None:
    words = "申报书\n申报单位：海岚深潜装备有限公司\n" + ROWS.format(title, head, day)
    found = statuses(tmp_path, PERIOD, words)
    assert next(one for name, one in found.items() if "购置时间" in name) == status


ADVISERS = "一、参赛要求\n每个团队不超过5人，每件作品可由不超过2名指导教师进行指导。\n"
TEAM = "参赛报名表\n一、团队成员\n序号\t姓名\t专业\t分工\n1\t殷月（队长）\t船舶\t总体\n2\t伍开泰\t自动化\t仿真\n"
TEACHERS = "二、指导教师\n序号\t姓名\t职称\t方向\n1\t向北川\t教授\t流体\n2\t卞新雨\t讲师\t控制\n"


@pytest.mark.parametrize(("more", "status"), [("", "met"), ("3\t车远舟\t教授\t材料\n", "insufficient")])
def test_advisers_are_counted_apart(more: str, status: str, tmp_path: Path) -> None:
    found = statuses(tmp_path, ADVISERS, TEAM + TEACHERS + more)
    assert next(one for name, one in found.items() if "指导教师" in name) == status
    assert next(one for name, one in found.items() if "不超过5人" in name) == "met"


WORKS = "一、作品提交\n参赛作品必须包含算法模型、源代码、技术报告三部分。\n"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("模型结构定义。权重文件暂未随包报送，待晋级后再补", "insufficient"),
        ("模型结构定义。权重文件尚未整理，待晋级后再行补交", "insufficient"),
        ("模型结构定义。权重文件已整理，待晋级后再行展示", "unverifiable"),
        ("模型结构定义和权重文件", "unverifiable"),
        ("未提交虚假的模型", "unverifiable"),
        ("国内厂商尚未提供此类算法模型", "unverifiable"),
        ("另有2项算法模型专利尚未提交申请", "unverifiable"),
        ("算法模型暂未提供证明材料", "insufficient"),
    ],
)
def test_a_paper_that_is_said_to_be_kept_back(said: str, status: str, tmp_path: Path) -> None:
    listed = f"报名表\n申报单位：海岚深潜装备有限公司\n文件清单\n序号\t文件\t说明\n1\tcode\t源代码\n2\tmodel\t{said}\n"
    assert statuses(tmp_path, WORKS, listed)["算法模型"] == status


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("性能指标证明：第三方测试尚未开展，相关材料未附，拟于立项后补交", True),
        ("检测报告（材料未附）", True),
        ("第三方检测报告（已委托检测，报告出具后另行报送）", True),
        ("审计报告（预计2025年6月底出具后补送）", True),
        ("专利证书可在官网查询，不另附复印件", True),
        ("证书正在变更，暂无法提供复印件", True),
        ("第三方检测报告，检测工作尚未完成", True),
        ("试用意向书：正与养殖场沟通，尚未出具，预计8月份补交", True),
        ("知识产权证明：正在整理，待现场答辩时再行提交", True),
        ("查新报告（正在汇总）", True),
        ("科研诚信承诺书；待院诚信办公室审定后于9月另行提交", True),
        ("承诺书（待院长签署后再行报送）", True),
        ("创新能力证明：专利、论文份数较多，本次不随附，评审如有需要可另行提供", True),
        ("用户证明：涉及客户较多，一概不附", True),
        ("测试报告：专家若有需要可单独提供", True),
        ("业绩合同：未随册装订", True),
        ("审计报告：篇幅较长，未附", True),
        ("负责人社保：由公司统一缴纳，如需要可在签约时补充", True),
        ("营业执照复印件（原件备查，需要时可提供）", False),
        ("职称证书复印件，原件不随附", False),
        ("审计报告（2025年度；2023年度报告本次不要求，未附）", False),
        ("专利证书5件；其余在审专利的材料不附", False),
        ("审计报告（含报表附注，英文版不附）", False),
        ("专利证书（附件不另编号）", False),
        ("应用证明3份，未附加说明", False),
        ("检测报告（待测样品验收后出具）", False),
        ("答辩时提问记录", False),
        ("企业未提供对外担保的证明", False),
        ("未出具过保留意见的审计报告", False),
        ("2025年度审计报告", False),
    ],
)
def test_an_entry_says_that_its_paper_is_not_there(entry: str, said: bool) -> None:
    assert is_withheld(entry) is said


RESULTS = (
    "技术报告\n申报单位：海岚深潜装备有限公司\n一、摘要\n{}\n二、结果\n"
    "数据集\t任务\t指标\t基线\t本作品\n北湾集\t船只计数\t准确率\t41.7%\t58.3%\n北湾集\t场景分类\t准确率\t60.1%\t71.0%\n"
)
SAID = [
    ("本作品在北湾集船只计数任务上准确率达到63.8%。", True),
    ("本作品在北湾集船只计数任务上准确率达到58.3%。", False),
    ("本作品在北湾集船只计数任务上准确率约58%。", False),
    ("本作品在北湾集船只计数任务上准确率提高16.6%。", False),
    ("本作品在南湾集船只计数任务上准确率达到63.8%。", False),
    ("力争两年内在北湾集船只计数任务上准确率达到70%。", False),
    ("本作品在北湾集船只计数任务上按准确率分60组试验。", False),
    ("本作品在北湾集船只计数任务上取准确率12批。", False),
]


@pytest.mark.parametrize(("said", "clash"), SAID)
def test_a_result_in_words_and_in_its_row(said: str, clash: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, WORKS, RESULTS.format(said))
    assert (found.get("北湾集船只计数准确率") == "invalid") is clash


MEMBERS = "姓名\t职称\t年龄\n辛白杨\t高级工程师\t45\n卞新雨\t高级工程师\t38\n"


def test_people_are_counted_in_another_unit_than_their_row(tmp_path: Path) -> None:
    words = "技术报告\n申报单位：海岚深潜装备有限公司\n一、团队\n辛白杨带领高级工程师12人。\n" + MEMBERS
    assert "invalid" not in statuses(tmp_path, WORKS, words).values()


CONTRACTS = "二、申报材料\n1.业绩合同（不少于2份）；\n2.营业执照。\n"


@pytest.mark.parametrize(
    ("listed", "status"),
    [
        ("业绩合同1份", "insufficient"),
        ("业绩合同2份", "met"),
        ("业绩合同汇编1份", "met"),
        ("业绩合同1本", "met"),
        ("业绩合同", "met"),
    ],
)
def test_how_many_are_listed(listed: str, status: str, tmp_path: Path) -> None:
    words = f"申报书\n申报单位：海岚深潜装备有限公司\n附件清单\n1. 营业执照\n2. {listed}\n"
    assert statuses(tmp_path, CONTRACTS, words)["业绩合同"] == status


PROMISE = "二、申报要求\n申报单位须提交承诺书，对材料真实性负责。\n"
FORM = (
    "揭榜挂帅申报表\n榜单任务名称\t深水焊接机器人攻关\n项目名称\t海上平台巡检系统研制\n单位名称\t海岚深潜装备有限公司\n"
)


@pytest.mark.parametrize(
    ("name", "clash"),
    [
        ("极地科考无人艇设计与试航", True),
        ("海上平台巡检系统", False),
        ("深水焊接机器人攻关", False),
        ("（同申报书封面所写）", False),
        ("XXXXXXXX", False),
    ],
)
def test_the_work_that_the_letter_names(name: str, clash: bool, tmp_path: Path) -> None:
    words = f"{FORM}承诺书\n项目名称：{name}\n我单位承诺所报材料真实、准确。\n单位（盖章）：\n"
    assert (statuses(tmp_path, PROMISE, words).get("项目名称") == "invalid") is clash


def test_what_a_cover_should_say_is_left_to_a_person_where_there_is_no_form(tmp_path: Path) -> None:
    call = "二、申报要求\n封面须写明申报单位、联系人、联系电话和申报日期。\n"
    found = statuses(tmp_path, call, "海上平台巡检系统\n一、概述\n本系统用于平台巡检。\n")
    assert {found[name] for name in ("联系人", "联系电话", "申报日期")} == {"unverifiable"}


YEARS = "一、申报条件\n申报单位2025年度营业收入不低于300万元。\n"


@pytest.mark.parametrize(("last", "status"), [("412.8", "met"), ("212.8", "insufficient")])
def test_a_figure_of_the_year_asked_for(last: str, status: str, tmp_path: Path) -> None:
    rows = f"申报单位\t海岚深潜装备有限公司\n2024年营业收入（万元）\t46.5\n2025年营业收入（万元）\t{last}\n"
    found = statuses(tmp_path, YEARS, f"项目申报表\n{rows}")
    assert next(one for name, one in found.items() if "营业收入不低于" in name) == status
    assert not [name for name, one in found.items() if "前后" in name or (one == "invalid" and "收入" in name)]


@pytest.mark.parametrize(
    ("remark", "status"),
    [("待院诚信办公室审定后于9月另行提交", "missing"), ("已签字盖章，见第6页", "unverifiable")],
)
def test_a_letter_whose_row_says_that_it_follows(remark: str, status: str, tmp_path: Path) -> None:
    call = "一、申报材料\n申报材料包括：（1）营业执照；（2）科研诚信承诺书。\n"
    rows = f"附件目录\n序号\t材料名称\t备注\n1\t营业执照\t复印件\n2\t科研诚信承诺书\t{remark}\n"
    found = findings(tmp_path, call, "申报书\n一、方案\n研制浮标整机并完成海试。\n" + rows)
    assert [one.status for one in found if one.kind == "commitment"] == [status]
