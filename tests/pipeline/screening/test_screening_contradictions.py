"""What one application says in two places: names of work and people, titles, money, teams."""

import re
from pathlib import Path

import pytest
from written_case import HEAD, findings, findings_of

from pipeline.matching import Matcher
from pipeline.reading import ReadingOptions, read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening import screen
from pipeline.structure import structure
from schemas.notice import Notice
from schemas.outline import Outline
from schemas.text import Text

CALL = (
    "一、申报材料\n申报书及承诺书。\n附件\n海上平台揭榜挂帅申报书\n一、基本信息表\n"
    "项目名称\t\t单位名称\t\n法定代表人\t\t单位人数\t\n研发人员人数\t\t上年度研发投入（万元）\t\n"
    "项目负责人\t\t项目负责人职务职称\t\n项目总投入（万元）\t\n申请市级资金（万元）\t\t自筹资金（万元）\t\n"
    "二、项目方案\n（一）单位基础\n（二）经费预算\n（三）组织方式\n附件2\n承诺书\n本单位承诺申报材料真实。\n法定代表人（签字）：\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n填报日期：2026年5月20日\n一、基本信息表\n"
    "项目名称\t深远海浮标自供能观测平台研制\t单位名称\t海岚深潜装备有限公司\n法定代表人\t孙岱青\t单位人数\t320\n"
    "研发人员人数\t86\t上年度研发投入（万元）\t5270\n项目负责人\t吕望舒\t项目负责人职务职称\t总工程师、正高级工程师\n"
    "项目总投入（万元）\t1200\n申请市级资金（万元）\t300\t自筹资金（万元）\t900\n"
    "二、项目方案\n（一）单位基础\n海岚深潜装备有限公司从事海洋观测，拥有授权发明专利21项。{basis}\n"
    "（二）经费预算\n{money}\n（三）组织方式\n{team}\n附件清单\n1. 营业执照\n"
    "承诺书\n{letter}\n{signed}\n单位（盖章）：海岚深潜装备有限公司\n2026年5月20日\n"
)
PLAIN = {
    "basis": "",
    "money": "设备与试验分年投入。",
    "team": "按季度召开例会。",
    "letter": "我单位申报深海装备揭榜挂帅项目“深远海浮标自供能观测平台研制”，承诺材料真实有效。",
    "signed": "法定代表人（签字）：孙岱青",
}
WORK, MONEY, SPENT, WHOLE = "项目名称", "自筹资金", "经费预算合计", "项目总投入"
LETTER = "我单位申报深海装备揭榜挂帅项目“{}”，承诺材料真实有效。"

ROWS = "指标名称\t目标值\t检验方法\n浮标待机功耗\t现役浮标的五分之一\t功率计实测\n"

BUDGET = "单位：万元\n科目\t设备费\t材料费\t人员费\t合计\n市拨\t150\t100\t50\t300\n自筹\t{}\n合计\t{}"
ALL_ROW = (
    "\t设备费\t材料费\t人员费\t合计\n总额（万元）\t600\t350\t250\t{}\n市级资金\t150\t100\t50\t300\n"
    "自筹\t450\t250\t200\t{}"
)
LEADS = "单位：万元\n科目\t设备费\t材料费\t合计\n市拨\t120\t60\t180\n自筹\t370\t200\t570\n合计\t490\t260\t750"
JOINS = "单位：万元\n科目\t设备费\t材料费\t合计\n市拨\t70\t50\t120\n自筹\t200\t130\t330\n合计\t270\t180\t450"

PUBLIC, INCOME = "申请市级资金", "收入"
TWICE = "组织方式上，浮标待机功耗{}。\n按季度召开例会。\n验收以此为准：浮标待机功耗{}。"
PEOPLE = (
    "姓名\t{0}\t分工\n闻溪\t{1}\t算法\n柯洛\t\t结构\n尚竹\t\t测试\n\n骨干简况\n"
    "姓名\t{0}\t专业\n闻溪\t{2}\t通信\n柯洛\t\t力学\n尚竹\t\t计量"
)
STAGES = (
    "第一阶段（2026年）：研制浮标。投入300万元。\n第二阶段（2027年）：海试，投入500万元。\n"
    "第三阶段（2028年）：定型。投入400万元。\n{}"
)

CASES = [
    ("letter", "我单位自愿申报揭榜挂帅项目（榜单：深海装备，项目名称：近岸养殖网箱清洗机器人）。", WORK, True),
    ("letter", "我单位自愿申报揭榜挂帅项目（榜单：深海装备，项目名称：深远海浮标自供能观测平台）。", WORK, False),
    ("letter", LETTER.format("近岸养殖网箱清洗机器人产业化"), WORK, True),
    ("letter", LETTER.format("深远海浮标自供能观测平合研制"), WORK, True),  # a slip of the pen
    ("letter", LETTER.format("深远海浮标自供能观测平台的研发"), WORK, False),
    ("letter", "我单位自愿参加“揭榜挂帅”榜单申报，承诺材料真实有效。", WORK, False),
    ("letter", "我单位申报“海洋装备智能制造升级”揭榜挂帅项目，承诺材料真实有效。", WORK, False),  # the call
    ("letter", "我单位按“公平公正公开竞争”原则申报，承诺材料真实有效。", WORK, False),
    ("signed", "法定代表人：孙岱清（亲笔签字）", "法定代表人", True),
    ("signed", "法定代表人：孙岱青（亲笔签字）", "法定代表人", False),
    ("signed", "法定代表人：孙岱青（亲笔签字）\n合作单位法定代表人：周海若（签字）", "法定代表人", False),
    ("team", "项目负责人吕望舒为公司副总工程师、高级工程师，每年投入8个月。", "项目负责人职务职称", True),
    ("team", "项目负责人吕望舒，公司总工程师，教授级高级工程师，每年投入8个月。", "项目负责人职务职称", False),
    ("team", "项目负责人吕望舒，2016年任高级工程师，现任总工程师。", "项目负责人职务职称", False),
    ("team", "吕望舒率领副总工程师沈砚池等人攻关。", "项目负责人职务职称", False),
    ("team", "吕望舒，总工程师，同时担任海州大学兼职教授。", "项目负责人职务职称", False),
    ("team", "由海州大学的郁青禾任项目总负责人，按季度召开例会。", "项目负责人", True),
    ("team", "项目由郁青禾教授任项目负责人，按季度召开例会。", "项目负责人", True),
    ("team", "项目由吕望舒教授任项目负责人，按季度召开例会。", "项目负责人", False),
    ("team", "2023年结题的海试项目由郁青禾任负责人。", "项目负责人", False),
    ("team", "按季度召开例会，项目负责人郁青禾全面统筹各组。", "项目负责人", True),
    ("team", "按季度召开例会，项目负责人吕望舒全面统筹各组。", "项目负责人", False),
    ("team", "按季度召开例会，项目负责人全程牵头，郁青禾任结构组负责人。", "项目负责人", False),
    ("money", "项目总投入1200万元，申请市级资金400万元，企业自筹800万元。", MONEY, True),
    ("money", "项目总投入1200万元，申请市级资金300万元，企业自筹900万元。", MONEY, False),
    ("money", "2026年申请市级资金200万元，企业自筹1000万元。", MONEY, False),  # a year's
    ("money", "项目申请市级资金300万元，公司自筹800万元，自筹部分从2027年预算中列支。", MONEY, True),
    ("money", "项目申请市级资金300万元，公司自筹900万元，自筹部分从2027年预算中列支。", MONEY, False),
    ("money", "项目2027年申请市级资金300万元，公司自筹800万元。", MONEY, False),
    ("money", "设备费申请市级资金300万元，公司自筹800万元。", MONEY, False),  # of one item
    ("money", "项目拟申请市级资金350万元，用好财政支持。", "申请市级资金", True),
    ("money", "首期申请市级资金150万元。", "申请市级资金", False),
    ("money", "总投入1200万元。支出：设备500万元，材料300万元，人员280万元，其他30万元。", SPENT, True),
    ("money", "总投入1200万元。支出：设备500万元，材料300万元，人员370万元，其他30万元。", SPENT, False),
    ("money", "总投入1200万元。支出：设备500万元，材料300万元，人员280万元。", SPENT, False),  # not all of it
    ("money", "经费主要用途：设备500万元，材料300万元，人员320万元，其他30万元。", SPENT, True),
    ("team", "经费预算：设备500万元，材料300万元，人员240万元，合计1200万元，全部自筹。", SPENT, True),
    ("team", "经费预算：设备500万元，材料300万元，人员400万元，合计1200万元，全部自筹。", SPENT, False),
    ("money", "经费安排（万元）：设备500；材料300；人员240；合计1200。", SPENT, True),
    ("money", "经费安排（万元）：设备500；材料300；人员400；合计1200。", SPENT, False),
    ("money", "经费安排（万元）：直接费用1000，其中材料300，管理费200，合计1200。", SPENT, False),  # levels
    ("money", "总投入1200万元。其中2026年使用安排：设备200万元，材料100万元，人员80万元，其他20万元等。", SPENT, False),
    ("money", "年度\t2026年\t2027年\t2028年\t合计\n试验费（万元）\t300\t500\t400\t1300", "试验费（万元）合计", True),
    ("money", "年度\t2026年\t2027年\t2028年\t合计\n试验费（万元）\t300\t500\t400\t1200", "试验费（万元）合计", False),
    (
        "money",
        "年度\t2026年\t2027年\t2028年\t合计\n布放浮标（台）\t5\t12\t30\t30",
        "布放浮标（台）合计",
        False,
    ),  # in all
    ("basis", "年度\t2023年\t2024年\t2025年\t合计\n研发费用占比（%）\t8.0\t8.3\t7.9\t8.1", "占比", False),
    ("basis", "年度\t2023年\t2024年\t2025年\t合计\n研发人员（人）\t45\t52\t50\t50", "研发人员（人）", False),
    ("money", "年度\t2026年\t2027年\t2028年\t合计\n试验费（万元）\t3.3\t3.3\t3.3\t10", "试验费（万元）合计", False),
    (
        "money",
        "科目\t设备费\t设备购置费\t设备试制费\t材料费\t合计\n金额（万元）\t300\t200\t100\t400\t700",
        SPENT,
        False,
    ),
    ("money", "科目\t设备\t材料\t人员\t合计\n金额（万元）\t500\t300\t400\t1300", SPENT, True),
    ("money", "科目\t设备\t材料\t人员\t合计\n金额（万元）\t500\t300\t400\t1200", SPENT, False),
    ("money", "科目\t设备\t材料\t市级资金\t自筹资金\t合计\n金额（万元）\t700\t500\t300\t900\t1200", SPENT, False),
    ("team", "项目负责人 郁青禾 海州大学 总体统筹\n成员 沈砚池 海州大学 试验", "项目负责人", True),
    ("team", "项目负责人 吕望舒 海岚深潜装备有限公司 总体统筹\n成员 郁青禾 海州大学 试验", "项目负责人", False),
    ("basis", "研发投入7250万元，占营业收入的8%。", "研发投入", True),  # two digits the other way round
    ("basis", "上年度研发投入4800万元。", "研发投入", True),
    ("basis", "2023年研发投入7250万元。", "研发投入", False),
    ("basis", "研发投入5270万元，占营业收入的6%。", "研发投入", False),
    ("basis", "营业收入9842万元，研发投入5270万元，其中自行投入6330万元。", "投入", True),
    ("basis", "支出8200万元：算力7400万元、试点800万元，其中银行借款5200万元、增资3000万元。", "试点", False),
    ("team", "公司成立36人攻关组。\n攻关团队：28人，分结构组16人、能源组12人。", "攻关团队人数", True),
    ("team", "公司成立28人攻关组。\n攻关团队：28人，分结构组16人、能源组12人。", "攻关团队人数", False),
    ("team", "攻关团队共28人。\n设结构、能源两个攻关组共20人。", "攻关团队人数", False),
    ("team", "攻关团队共28人。\n海州大学攻关团队12人负责算法。", "攻关团队人数", False),
    ("team", "攻关团队共28人。\n2027年攻关团队35人。", "攻关团队人数", False),
    ("team", "攻关队伍30人，分结构组16人、能源组12人。", "团队人数", True),
    ("team", "攻关队伍28人，分结构组16人、能源组12人。", "团队人数", False),
    ("team", "攻关队伍30人，其中结构组16人、能源组12人。", "团队人数", False),
    ("team", "攻关队伍30人，其中研发人员26人、管理人员8人。", "团队人数", True),
    ("team", "攻关队伍30人，其中研发人员26人、技术人员18人。", "团队人数", False),  # one person is both
    ("team", "公司研发团队95人，常年在一线。", "研发人员人数", True),
    ("team", "公司研发团队80人，常年在一线。", "研发人员人数", False),
    ("team", "与海州大学联合的研发团队95人，常年在一线。", "研发人员人数", False),
    ("team", f"{ROWS}浮标待机功耗降至现役浮标的二十分之一。", "浮标待机功耗", True),
    ("team", f"{ROWS}浮标待机功耗降至现役浮标的五分之一。", "浮标待机功耗", False),
    ("team", f"{ROWS}浮标待机功耗降低了三分之一。", "浮标待机功耗", False),  # by how much it fell
    ("team", f"{ROWS}浮标待机功耗降至现役浮标的1/20。", "浮标待机功耗", True),
    ("team", f"{ROWS}浮标待机功耗降至现役浮标的1/5。", "浮标待机功耗", False),
    ("team", f"{ROWS}浮标待机功耗为上一代的1/20。", "浮标待机功耗", False),
    ("team", TWICE.format("降至现役浮标的1/20", "降至现役浮标的1/10"), "浮标待机功耗", True),
    ("team", TWICE.format("降至现役浮标的1/20", "降至现役浮标的二十分之一"), "浮标待机功耗", False),
    ("team", TWICE.format("降至1/20", "降至现役浮标的1/10"), "浮标待机功耗", True),
    ("team", TWICE.format("降至岸基电站的1/20", "降至现役浮标的1/10"), "浮标待机功耗", False),  # of two things
    ("team", TWICE.format("降至现役浮标的1/20", "夜间值守时降至现役浮标的1/10"), "浮标待机功耗", False),
    ("team", TWICE.format("降至现役浮标的1/20", "首年降至现役浮标的1/10"), "浮标待机功耗", False),
    ("team", TWICE.format("提高到现役浮标的5倍", "提高到现役浮标的3倍"), "浮标待机功耗", True),
    ("team", TWICE.format("提高到现役浮标的5倍", "提高到现役浮标的五倍"), "浮标待机功耗", False),
    ("team", TWICE.format("提高到现役浮标的5倍", "提高2倍"), "浮标待机功耗", False),  # by how much
    ("team", TWICE.format("于7/10提交试验报告", "降至现役浮标的1/10"), "浮标待机功耗", False),  # a day
    ("basis", "上年度研发投入1800万元来自浮标产品。", "研发投入", False),  # a part
    ("money", "我单位申请市级资金600万元，其中本项目申请400万元。", "申请市级资金", False),
    ("money", "本项目申请银行授信和市级资金700万元，自筹500万元。", MONEY, False),
    ("basis", "围绕能源管理方向取得授权发明专利26项。", "授权发明专利", True),
    ("basis", "围绕能源管理方向取得授权发明专利6项。", "授权发明专利", False),
    ("basis", "与海州大学围绕能源管理方向取得授权发明专利26项。", "授权发明专利", False),
    ("money", "合计 1100（市财政300，自筹800）", WHOLE, True),
    ("money", "合计 1200（市财政300，自筹900）", WHOLE, False),
    ("money", "合计 1300（市财政300，自筹900）", WHOLE, False),  # wrong in itself
    ("money", "合计 1200（市财政300，自筹900）\n合计 400（市财政100，自筹300）", WHOLE, False),  # of a part
    ("money", "合计 450（市财政120，自筹330）\n合计 750（市财政180，自筹570）", WHOLE, False),  # each partner's
    ("money", "合计600（市财政150，自筹450）\n合计600（市财政150，自筹450）", WHOLE, False),
    ("money", f"牵头单位经费\n{LEADS}\n合作单位经费\n{JOINS}", WHOLE, False),
    ("money", BUDGET.format("350\t250\t200\t800", "500\t350\t250\t1100"), WHOLE, True),
    ("money", BUDGET.format("400\t300\t200\t900", "550\t400\t250\t1200"), WHOLE, False),
    ("money", ALL_ROW.format("1100", "800"), WHOLE, True),  # the row of all above those of its sources
    ("money", ALL_ROW.format("1200", "900"), WHOLE, False),
    ("money", ALL_ROW.format("1100", "900"), WHOLE, False),  # wrong in itself
    ("money", "海州大学的任务由测试费列支，共计210万元（其中市级资金90万元、自筹资金120万元）。", MONEY, False),
    ("money", "本项目合计1500万元（其中市级资金300万元、自筹资金1200万元）。", MONEY, True),
    ("basis", "研发经费2023年300万元、2024年500万元，两年合计投入900万元。", SPENT, True),
    ("basis", "研发经费2023年300万元、2024年500万元，两年合计投入800万元。", SPENT, False),
    ("basis", "研发经费2023年300万元、2024年500万元，三年合计投入1200万元。", SPENT, False),  # one year is not named
    ("money", "自筹资金由海岚公司承担600万元、海州港务投入200万元。", MONEY, True),
    ("money", "自筹资金由海岚公司承担600万元、海州港务投入300万元。", MONEY, False),
    ("money", "自筹900万元，其中海岚公司出资600万元，海州港务安排250万元。", MONEY, True),
    ("money", "自筹900万元，其中海岚公司出资600万元，海州港务安排250万元，其余由股东补足。", MONEY, False),
    ("money", "自筹资金由海岚公司2026年投入500万元、海州港务投入200万元。", MONEY, False),  # of one year
    ("money", "经费1200万元：海岚公司800万元、海州大学300万元，均已落实。", SPENT, True),
    ("money", "经费1200万元：海岚公司800万元、海州大学300万元，申请市级资金100万元。", SPENT, False),
    ("money", "研发总投入1200万元（海岚公司出资800万元，海州大学出资300万元）。", SPENT, True),
    ("money", "总经费1200万元，其中海岚公司已投入500万元、海州大学已投入200万元。", SPENT, False),  # so far
    ("money", "总经费1200万元，其中海州大学120万元、海州检测中心60万元。", SPENT, False),  # the rest is the lead's
    ("money", "总经费1200万元，其中支付海州大学120万元、委托海州检测中心60万元。", SPENT, False),
    ("money", "总经费1200万元，其中我公司投入800万元、海州大学投入300万元。", SPENT, True),
    ("money", "自筹900万元，其中设备投入400万元、材料投入100万元。", MONEY, False),  # things, and no givers
    ("money", "自筹资金由海岚深潜出资600万元、海州港务出资200万元。", MONEY, True),
    ("money", "自筹资金由海岚深潜出资600万元、海州港务出资300万元。", MONEY, False),
    ("money", "市级资金分配为海岚深潜210万元、海州大学120万元。", PUBLIC, True),
    ("money", "市级资金中，海岚公司使用210万元，海州大学使用60万元。", PUBLIC, True),
    ("money", "市级财政资金300万元的使用方案：我公司200万元、海州大学80万元。", PUBLIC, True),
    ("money", "市级资金按以下比例安排：海岚公司安排210万元、海州大学安排90万元。", PUBLIC, False),
    ("money", "市级资金分配为海岚深潜210万元、海州大学90万元。", PUBLIC, False),
    ("money", "市级资金分配给海州大学60万元、海州港务公司40万元。", PUBLIC, False),  # the rest is the lead's
    ("money", "市级资金中，海岚公司已使用60万元、海州大学已使用20万元。", PUBLIC, False),  # so far
    ("money", "市级资金中，海岚公司使用150万元、海州大学使用60万元，其余留作检测。", PUBLIC, False),
    ("money", "市级资金用于设备费120万元、材料费90万元。", PUBLIC, False),  # things
    ("money", "2027年市级资金安排海岚公司100万元、海州大学60万元。", PUBLIC, False),
    ("money", "项目总投入1200万元，其中自筹800万元。", MONEY, True),
    ("money", "总经费1200万元（企业自筹950万元）。", MONEY, True),
    ("money", "总投资1200万元，其中单位自筹900万元。", MONEY, False),
    ("money", "一期总投入400万元，其中自筹300万元。", MONEY, False),  # of a part
    (
        "money",
        "科目（万元）\t合计\t自筹\n设备费\t700\t500\n材料费\t300\t200\n测试费\t200\t150\n合计\t1200\t850",
        MONEY,
        True,
    ),
    (
        "money",
        "科目（万元）\t合计\t自筹\n设备费\t700\t500\n材料费\t300\t200\n测试费\t200\t200\n合计\t1200\t900",
        MONEY,
        False,
    ),
    ("team", PEOPLE.format("出生年月", "1981年4月", "1979年4月"), "出生年月", True),
    ("team", PEOPLE.format("出生年月", "1981年4月", "1981.04"), "出生年月", False),
    ("team", PEOPLE.format("出生年月", "1981年", "1981年4月"), "出生年月", False),
    ("team", PEOPLE.format("性别", "女", "男"), "性别", True),
    ("team", PEOPLE.format("学历", "博士", "硕士"), "学历", True),
    ("team", PEOPLE.format("手机", "13900010002", "13900010003"), "手机", True),
    ("team", PEOPLE.format("职称", "工程师", "高级工程师"), "职称", True),
    ("team", PEOPLE.format("职称", "高工", "高级工程师"), "职称", False),
    ("team", "姓名\t年龄\t出生年月\n闻溪\t36\t1981年4月\n柯洛\t39\t1986年7月", "年龄", True),
    ("team", "姓名\t年龄\t出生年月\n闻溪\t45\t1981年4月\n柯洛\t40\t1986年7月", "年龄", False),
    ("team", "姓名\t出生年月\t分工\n闻溪\t1981年4月\t算法\n柯洛\t1986年7月\t结构", "出生年月", False),
    (
        "team",
        "姓名\t单位\t职称\t任务\n郁青禾\t海州大学\t教授\t项目负责人，总体\n吕望舒\t海岚公司\t高工\t集成",
        "项目负责人",
        True,
    ),
    ("money", "自筹资金占项目总投入的80%。", "自筹资金占比", True),
    ("money", "自筹资金900万元，占总投资的75%。", "自筹资金占比", False),
    ("money", "市级资金占项目总投入的28.8%。", "财政资金占比", True),
    ("money", "市级财政资金300万元（占总经费的30%）。", "财政资金占比", True),
    ("money", "市级财政资金占总经费的25%。", "财政资金占比", False),
    ("money", "自筹与财政资金之比为2.33：1。", "财政资金之比", True),
    ("money", "自筹资金与市级资金的比例为3:1。", "财政资金之比", False),
    ("money", "首期自筹资金占总投入的40%。", "自筹资金占比", False),
    ("money", "按要求自筹资金占总投入的比例不低于50%。", "自筹资金占比", False),
    ("money", "2027年自筹资金占总投入的30%。", "自筹资金占比", False),
    ("team", "公司研发人员占职工总数的36%。", "研发人员占比", True),
    ("team", "研发人员86人，占员工总数的26.9%。", "研发人员占比", False),
    ("team", "行业内研发人员占职工总数的12%。", "研发人员占比", False),
    ("basis", "2025年营业收入9842万元，其中主营业务收入9620万元；与海洋观测相关的业务收入5120万元。", INCOME, False),
    ("basis", "2025年营业收入9842万元，其中主营业务收入9620万元，海洋观测有关收入5120万元。", INCOME, False),
    ("basis", "2025年营业收入9842万元，其中主营业务收入9620万元、浮标收入5120万元。", INCOME, False),
    ("basis", "2025年营业收入9842万元，其中出口收入4100万元、浮标销售8050万元。", INCOME, False),
    ("basis", "2025年营业收入9842万元（其中新产品收入6300万元，服务收入4500万元）。", INCOME, False),
    ("basis", "2025年营业收入9842万元，其中主营业务收入9620万元、其他业务收入1222万元。", INCOME, True),
    ("basis", "2025年营业收入9842万元，其中浮标收入6300万元，潜标收入4500万元。", INCOME, True),
    ("money", STAGES.format("三个阶段合计投入1300万元。"), SPENT, True),
    ("money", STAGES.format("以上三期共安排经费900万元。"), SPENT, True),
    ("money", STAGES.format("三个阶段合计投入1200万元。"), SPENT, False),
    ("money", STAGES.format("后两个阶段合计投入900万元。"), SPENT, False),
    ("money", STAGES.format("三个阶段共约1250万元。"), SPENT, False),
    ("team", "项目负责人：郁青禾（海州大学，教授），全面主持项目。", "项目负责人", True),
    ("team", "项目负责人：吕望舒（海岚深潜装备有限公司，正高级工程师），全面主持项目。", "项目负责人", False),
    ("team", "（四）合作单位分工\n项目负责人：郁青禾（海州大学，教授），负责算法。", "项目负责人", False),
    ("team", "合作单位：海州大学\n项目负责人：郁青禾（海州大学，教授），负责算法。", "项目负责人", False),
    (
        "team",
        "在研项目\n项目名称：浮标供能\t项目负责人：郁青禾\t经费：80万元",
        "项目负责人",
        False,
    ),  # an earlier work's
    (
        "team",
        "姓名\t职称\t项目分工\n郁青禾\t教授\t项目负责人，总体方案\n吕望舒\t高级工程师\t系统集成",
        "项目负责人",
        True,
    ),
    ("team", "姓名\t职称\t项目分工\n吕望舒\t正高级工程师\t项目负责人\n郁青禾\t教授\t课题负责人", "项目负责人", False),
    ("team", "姓名\t职称\t项目分工\n郁青禾\t教授\t子项目负责人\n吕望舒\t正高级工程师\t统筹", "项目负责人", False),
    ("basis", "单位人数：320人研发人员人数：86人。", "研发人员人数", False),
    ("basis", "公司现有320人研发人员。", "研发人员人数", True),
    ("team", "本项目负责人为郁青禾，女，1980年生，高级工程师。", "项目负责人", True),
    ("team", "本项目揭榜负责人为郁青禾，现任公司总经理助理。", "项目负责人", True),
    ("team", "由公司董事长担任总负责人，每周例会。", "项目负责人", False),
    ("team", "本项目的项目负责人为公司总工程师郁青禾，统筹技术与进度。", "项目负责人", True),
    ("team", "项目负责人由副总经理郁青禾担任。", "项目负责人", True),
    ("team", "本项目由公司总工程师郁青禾担任项目负责人，负责技术方案。", "项目负责人", True),
    ("team", "组织上，本项目由副总经理郁青禾任负责人，每周例会。", "项目负责人", True),
    ("team", "本项目由公司总工程师吕望舒担任项目负责人，负责技术方案。", "项目负责人", False),
    ("team", "本项目由公司总工程师担任项目负责人，负责技术方案。", "项目负责人", False),
    ("team", "本项目由总工程师郁青禾担任技术负责人。", "项目负责人", False),
    ("team", "本项目的项目负责人为公司总工程师吕望舒，统筹技术与进度。", "项目负责人", False),
    ("team", "项目负责人为公司总工程师，统筹技术与进度。", "项目负责人", False),
    ("team", "项目负责人由董事长任组长，统筹技术与进度。", "项目负责人", False),
    ("team", "本课题项目负责人由副总工程师郁青禾担任。", "项目负责人", True),
    ("team", "本课题项目负责人由总工程师吕望舒担任。", "项目负责人", False),
    ("team", "吕望舒，任组长，每季度向副总工程师汇报，问题三日内闭环。", "项目负责人职务职称", False),
    ("team", "吕望舒，副总工程师，每季度向董事会汇报。", "项目负责人职务职称", True),
    *(
        ("team", words, "项目团队人数", True)
        for words in (
            "项目组共11人，名单另附。\n以上8人为项目组全部成员，均已确认。",
            "项目团队共11人，分三组。\n上述8人构成项目团队，各有分工。",
            "课题组11人。\n项目组全体成员共8人，每月开会。",
            "项目组共有11人。\n名单所列8人即为项目组全体人员。",
            "项目团队总人数11人。\n以上共8名人员组成项目团队。",
        )
    ),
    *(
        ("team", words, "项目团队人数", False)
        for words in (
            "项目组共8人，名单另附。\n以上8人为项目组全部成员，均已确认。",
            "项目组共11人，骨干如下。\n以上8人为项目组核心成员。",
            "项目组共11人。\n以上8人为公司员工，其余来自学校。",
            "项目组共11人。\n项目组成员中8人有高级职称。",
            "项目组共11人。\n以上3人为项目组新增成员。",
        )
    ),
    ("team", "全项目只建1个示范点，定在望澄县桂坪镇。\n本项目唯一的示范点设在沐川县松坪镇。", "示范地点", True),
    ("team", "全项目只建1个示范点，定在望澄县桂坪镇。\n本项目唯一的示范点设在桂坪镇码头。", "示范地点", False),
    ("team", "只设1个示范点，建在望澄县。\n唯一的示范点设在高新区桂坪镇。", "示范地点", False),
    ("team", "示范点设在望澄县桂坪镇。\n另一示范点设在沐川县松坪镇。", "示范地点", False),
]


@pytest.mark.parametrize(
    ("public", "own", "name"),
    [(350, 900, "申请市级资金"), (300, 900, None), (300, 950, "项目总投入"), (350, 850, "自筹资金")],
)
def test_the_side_on_which_the_budget_differs(
    public: int, own: int, name: str | None, tmp_path: Path, notice: tuple[Notice, Matcher]
) -> None:
    rows = f"设备费\t150\t500\t650\n材料费\t{public - 150}\t{own - 500}\t{public + own - 650}\n"
    budget = f"单位：万元\n科目\t市拨\t自筹\t合计\n{rows}合计\t{public}\t{own}\t{public + own}"
    part = PART.format(**{**PLAIN, "money": budget}).replace("项目总投入（万元）\t1200\n", "")
    found = screen(notice[0], build_submission(*read_as_text(tmp_path / "申报书.txt", part)), notice[1]).findings
    told = [one.name for one in found if one.kind == "consistency" and one.status == "invalid"]
    assert told == ([name] if name else [])


@pytest.mark.parametrize(
    ("leader", "wrong"),
    [
        ("吕望舒，男，1974年10月出生", True),
        ("吕望舒，教授，每年投入8个月", True),
        ("郁青禾，女，1980年生", False),
        ("吕望舒，郁青禾", False),  # two of them
    ],
)
def test_a_leader_named_with_more_in_the_cell(
    leader: str, wrong: bool, tmp_path: Path, notice: tuple[Notice, Matcher]
) -> None:
    part = PART.format(**{**PLAIN, "team": "项目负责人郁青禾，教授级高级工程师，全面负责。"})
    part = part.replace("项目负责人\t吕望舒\t", f"项目负责人\t{leader}\t")
    found = screen(notice[0], build_submission(*read_as_text(tmp_path / "申报书.txt", part)), notice[1]).findings
    assert any(one.kind == "consistency" and one.name == "项目负责人" for one in found) is wrong


def read_as_text(path: Path, words: str) -> tuple[Text, Outline]:
    path.write_text(words, encoding="utf-8")
    return structure(read(path, options=ReadingOptions(isolate=False, cache=False)))


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Notice, Matcher]:
    call = build_notice(*read_as_text(tmp_path_factory.mktemp("call") / "通知.txt", HEAD + CALL))
    return call, Matcher(call)


@pytest.mark.parametrize(("place", "words", "name", "wrong"), CASES)
def test_said_in_two_places(
    place: str, words: str, name: str, wrong: bool, tmp_path: Path, notice: tuple[Notice, Matcher]
) -> None:
    part = PART.format(**{**PLAIN, place: words})
    submission = build_submission(*read_as_text(tmp_path / "申报书.txt", part))
    found = screen(notice[0], submission, notice[1]).findings
    told = [one.name for one in found if one.kind == "consistency" and one.status == "invalid"]
    assert any(name in one for one in told) is wrong, told


@pytest.mark.parametrize(
    ("head", "row", "wrong"),
    [
        ("2027年建成的集群规模达到2048卡。", "到2027年，节点规模达到1536卡。", True),
        ("2027年建成的集群规模达到1536卡。", "到2027年，节点规模达到1536卡。", False),
        ("2027年建成的集群规模达到2048卡。", "其中，推理分区节点规模达到1536卡。", False),
    ],
)
def test_one_metric_under_two_short_names(head: str, row: str, wrong: bool, tmp_path: Path) -> None:
    run = findings_of(tmp_path / "申报书.txt")
    goals = "力反馈分辨率达到0.08N，用标准测力计测试。\n"
    found = run(
        ("二、项目方案\n", f"二、项目方案\n（零）项目概述\n{head}\n"),
        (goals, f"{goals}{row}\n"),
        metric="超声影像算力集群节点规模不少于1024卡",
    )
    told = [name for (kind, name), one in found.items() if kind == "consistency" and one.status == "invalid"]
    assert any("规模" in name for name in told) is wrong, told


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("项目总投入1200万元，资金来源为市级资金400万元、企业自筹800万元。", True),
        ("项目总投入1200万元，资金来源为市级资金300万元、企业自筹900万元。", False),
        ("示范段投入200万元，资金来源为市级资金50万元、企业自筹150万元。", False),
    ],
)
def test_both_sides_of_the_money_in_one_cell(words: str, wrong: bool, tmp_path: Path) -> None:
    rows = "项目总投入（万元）\t1200\n申请市级资金（万元）\t300\t自筹资金（万元）\t900\n"
    assert rows in PART
    form = PART.replace(rows, "项目总投入（万元）\t1200万元；其中申请市级资金300万元，自筹资金900万元\n")
    found = findings(tmp_path, CALL, form.format(**{**PLAIN, "money": words}))
    told = [one.name for one in found if one.kind == "consistency" and one.status == "invalid"]
    assert any("自筹" in name for name in told) is wrong, told


SIDES = "来源\t市级资金\t自筹资金\t合计\n金额（万元）\t{}"


@pytest.mark.parametrize(
    ("sums", "told", "wrong"),
    [
        ("300\t900\t1200", "项目总投资1500万元。", True),
        ("300\t900\t1200", "项目总投资1200万元。", False),
        ("300\t800\t1200", "项目总投资1500万元。", False),  # what the sides do not make up is no whole
    ],
)
def test_the_whole_that_both_sides_make_up_against_the_text(
    sums: str, told: str, wrong: bool, tmp_path: Path, notice: tuple[Notice, Matcher]
) -> None:
    plain = re.sub(r"项目总投入.*\n申请市级资金.*\n", "", PART).format(
        **{**PLAIN, "money": SIDES.format(sums), "team": told}
    )
    submission = build_submission(*read_as_text(tmp_path / "申报书.txt", plain))
    found = screen(notice[0], submission, notice[1]).findings
    assert any(one.kind == "consistency" and one.name == WHOLE and one.status == "invalid" for one in found) is wrong


@pytest.mark.parametrize(("signer", "wrong"), [("孙岱清", True), ("孙岱青", False)])
def test_a_legal_representative_in_a_row_without_lines(
    signer: str, wrong: bool, tmp_path: Path, notice: tuple[Notice, Matcher]
) -> None:
    part = PART.format(**{**PLAIN, "signed": f"法定代表人（签字）：{signer}"})
    row = "注册地 海岚市潮汐路8\n号\n性质 企业，独立法人 法定代表人 孙岱青\n"
    part = part.replace("法定代表人\t孙岱青\t单位人数\t320\n", row)
    found = screen(notice[0], build_submission(*read_as_text(tmp_path / "申报书.txt", part)), notice[1]).findings
    assert any(one.kind == "consistency" and one.name == "法定代表人" for one in found) is wrong
