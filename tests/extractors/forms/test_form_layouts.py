"""Forms in layouts unlike those of the samples: framed and joined labels, groups over ticks, two columns."""

import pytest
from extracted import FORM, Fields, values

CASES: list[tuple[str, str, Fields]] = [
    (
        "a budget with what each row is of at its left",
        FORM
        + "单位名称 | 海州仪器有限公司 | 邮政编码 | 315000\n预算科目 | 合计 | 财政资金 | 自筹资金\n"
        + "设备费 | 620 | 180 | 440\n材料费 | 210 | 80 | 130\n合计 | 830 | 260 | 570\n",
        {"单位名称": "海州仪器有限公司", "邮政编码": "315000"},
    ),
    (
        "a list whose last heads no lexicon knows",
        FORM
        + "单位名称 | 海州仪器有限公司 | 邮政编码 | 315000\n姓名 | 职称/职务 | 同类项目经历 | 投入时间\n"
        + "钱某 | 研究员 | 港口观测 | 50%\n孙某 | 工程师 | 浮标标定 | 80%\n",
        {"单位名称": "海州仪器有限公司", "邮政编码": "315000"},
    ),
    (
        "a form in lines, where labels that no lexicon knows have a colon too",
        FORM
        + "单位名称：海州仪器公司\n邮政编码：315000\n法定代表人：李某\n注册地址：海州市听涛街\n成立日期：2014年8月5日\n"
        + "联系人姓名：钱某\n联系人手机：13800001111\n项目名称：浮标平台\n所竞榜目：\n（ ）1 雷达\n（√）2 浮标\n"
        + "攻坚时段：2026年9月至2029年8月\n单位简介：\n公司主营浮标。\n核心技术：公司掌握锚泊技术。\n",
        {
            **{"单位名称": "海州仪器公司", "邮政编码": "315000", "法定代表人": "李某", "注册地址": "海州市听涛街"},
            **{"成立日期": "2014年8月5日", "联系人姓名": "钱某", "联系人手机": "13800001111"},
            "项目名称": "浮标平台",
            "所竞榜目": "2浮标",
            "攻坚时段": "2026年9月至2029年8月",
            "单位简介": "公司主营浮标。\n核心技术：公司掌握锚泊技术。",
        },
    ),
    (
        "labels in brackets, several in a line",
        FORM
        + "【单位全称】海州仪器有限公司\n【法人代表】李某   【注册资本】800万元\n【企业类型】（√）民营 （ ）国有\n",
        {"单位全称": "海州仪器有限公司", "法人代表": "李某", "注册资本": "800万元", "企业类型": "民营"},
    ),
    (
        "labels in brackets, one with nothing behind it and one with a year",
        FORM + "【2025年营业收入（万元）】31,280\n【联络员姓名】钱某\n【联络员电子信箱】\n【联合单位】乙大学\n",
        {"2025年营业收入（万元）": "31,280", "联络员姓名": "钱某", "联络员电子信箱": None, "联合单位": "乙大学"},
    ),
    (
        "labels in brackets set apart by blanks, one with a note",
        FORM
        + "[榜题选择]  □榜题1   ■榜题2\n[注册资本（万元）]  3000\n[业绩清单（名称、委托方）]\n(1) 港口观测，2025年；\n",
        {"榜题选择": "榜题2", "注册资本（万元）": "3000", "业绩清单（名称、委托方）": "(1)港口观测，2025年；"},
    ),
    (
        "several labels in a line, parted by commas",
        FORM
        + "1.单位名称：海州仪器有限公司，统一社会信用代码：91330000MA00000001。\n"
        + "2.注册地址：海州市港前路1号，成立时间：2015年3月\n"
        + "3.项目简介：研制浮标，技术指标：精度1米，成本下降。\n",
        {
            "单位名称": "海州仪器有限公司",
            "统一社会信用代码": "91330000MA00000001",
            "注册地址": "海州市港前路1号",
            "成立时间": "2015年3月",
            "项目简介": "研制浮标，技术指标：精度1米，成本下降。",
        },
    ),
    (
        "blanks parted by commas",
        FORM + "1.项目总投资：____万元，申请财政资金：____万元，自筹资金：____万元。\n",
        {"项目总投资": "万元", "申请财政资金": "万元", "自筹资金": "万元"},
    ),
    (
        "what the lines below are about in a frame",
        FORM + "【牵头单位】\n  单位名称：海州仪器有限公司\n  成立时间：2015年3月\n",
        {"单位名称": "海州仪器有限公司", "成立时间": "2015年3月"},
    ),
    (
        "a choice with its boxes on the lines below",
        FORM + "拟揭榜任务（限选一项）：\n  [ ] 任务1 浮标\n  [√] 任务2 雷达\n单位名称：海州仪器有限公司\n",
        {"拟揭榜任务（限选一项）": "任务2雷达", "单位名称": "海州仪器有限公司"},
    ),
    (
        "labels right behind a number",
        FORM + "联络人：钱某 手机：13900000000 邮箱：qian@example.cn\n揭榜项目：□项目一 浮标 ■项目二 雷达\n",
        {
            "联络人": "钱某",
            "联络人手机": "13900000000",
            "联络人邮箱": "qian@example.cn",
            "揭榜项目": "项目二雷达",
        },
    ),
    (
        "labels parted by semicolons, a bare year",
        FORM + "项目负责人：钱某；年龄：39；职称：研究员；手机：13900000000\n\n成立时间：1958年\n",
        {
            "项目负责人": "钱某",
            "项目负责人年龄": "39",
            "项目负责人职称": "研究员",
            "项目负责人手机": "13900000000",
            "成立时间": "1958年",
        },
    ),
    (
        "the caption of a table is no label",
        FORM + "揭榜单位：海州仪器有限公司\n\n表C 研发经费\n\n开户银行：\n",
        {"揭榜单位": "海州仪器有限公司", "开户银行": None},
    ),
    (
        "labels joined by 及, and a label with its value in the last cell",
        FORM + "对接人及手机 | 钱某 13900000000\n技术首席 | 姓名 | 孙某 | 职称：研究员\n",
        {"对接人及手机": "钱某13900000000", "技术首席姓名": "孙某", "技术首席职称": "研究员"},
    ),
    (
        "ticks behind a label that follows its group are no more options of the field above",
        FORM
        + "企业信息 | 营业收入（万元） | 800 | 研发费用（万元） | 60\n"
        + "企业信息 | 资质荣誉 | 【√】高新技术企业 【 】专精特新\n",
        {"营业收入（万元）": "800", "研发费用（万元）": "60", "资质荣誉": "高新技术企业"},
    ),
    (
        "pairs behind what they are about",
        FORM + "经费预算 | 总经费（万元） | 800 | 自筹经费（万元） | 300\n",
        {"总经费（万元）": "800", "自筹经费（万元）": "300"},
    ),
    (
        "a list of persons is no form, though one person is in it",
        FORM + "单位名称 | 海州仪器有限公司\n\n" + "姓名 | 职称 | 工作单位 | 分工\n李某 | 研究员 | 海州公司 | 总体\n",
        {"单位名称": "海州仪器有限公司"},
    ),
    (
        "a list of equipment beside what it is, whatever its columns are called",
        FORM
        + "单位名称 | 海州仪器有限公司 | 邮政编码 | 315000 | 注册资本（万元） | 800\n"
        + "主要设备 | 设备名称 | 规格型号 | 原值 | 购置年份 | 用途\n"
        + "主要设备 | 振动台 | ZD-3 | 120 | 2021 | 试验\n主要设备 | 水池 | — | 90 | 2022 | 试验\n",
        {"单位名称": "海州仪器有限公司", "邮政编码": "315000", "注册资本（万元）": "800"},
    ),
    (
        "persons one under the other, their labels above",
        FORM
        + "单位名称 | 海州仪器有限公司 | 邮政编码 | 315000\n\n"
        + "类别 | 姓名 | 手机 | 电子邮箱\n负责人 | 钱某 | 13900000000 | qian@example.cn\n"
        + "联系人 | 孙某 | 13900000001 | \n",
        {
            "单位名称": "海州仪器有限公司",
            "邮政编码": "315000",
            "负责人姓名": "钱某",
            "负责人手机": "13900000000",
            "负责人电子邮箱": "qian@example.cn",
            "联系人姓名": "孙某",
            "联系人手机": "13900000001",
            "联系人电子邮箱": None,
        },
    ),
    (
        "labels with a colon in the cells, one cell without",
        FORM + "职工人数：80人 | 其中：研发人员30人 | 销售收入：900万元\n邮编：315000 | 传真：无\n",
        {"职工人数": "80人", "销售收入": "900万元", "邮编": "315000", "传真": "无"},
    ),
    (
        "the heads of a list that shows no row, and a unit over the table",
        "揭榜单位申报表\n单位：万元\n单位名称 | 海州仪器有限公司 | 邮政编码 | 315000\n"
        + "成员 | 姓名 | 任务分工 | 本人签字\n",
        {"单位名称": "海州仪器有限公司", "邮政编码": "315000"},
    ),
    (
        "a list without rows above pairs of the same columns",
        FORM
        + "单位名称 | 海州仪器有限公司 | 邮政编码 | 315000 | 传真\n"
        + "子课题 | 序号 | 课题名称 | 承担单位 | 负责人\n经费 | 总额（万元） | 90 | 申请额（万元） | 30\n",
        {
            "单位名称": "海州仪器有限公司",
            "邮政编码": "315000",
            "传真": None,
            "总额（万元）": "90",
            "申请额（万元）": "30",
        },
    ),
    (
        "labels under the form's own title, whatever they are called",
        "揭榜单位申报表\n所属产业链：海工装备　榜单序号：2\n填表时间：2026年8月6日\n"
        + "一、单位情况\n邮编 | 315000 | 传真 | 无\n",
        {"所属产业链": "海工装备", "榜单序号": "2", "填表时间": "2026年8月6日", "邮编": "315000", "传真": "无"},
    ),
    (
        "a year a row: the last one's figures",
        FORM
        + "单位名称 | 海州仪器有限公司 | 邮政编码 | 315000\n"
        + "财务状况 | 年份 | 营业收入 | 研发投入\n财务状况 | 2023 | 700 | 50\n财务状况 | 2024 | 800 | \n",
        {"单位名称": "海州仪器有限公司", "邮政编码": "315000", "营业收入": "800", "研发投入": None},
    ),
    (
        "labels with a unit behind what they are about",
        FORM + "设备条件 | 设备总台（套）数 | 58 | 原值合计（万元） | 900\n",
        {"设备总台（套）数": "58", "原值合计（万元）": "900"},
    ),
    (
        "a list of persons beside its name, though nothing is merged",
        FORM + "作品名称\t停车图\n队员情况\t姓名\t年龄\t单位\t专长\n\t李某\t30\t海州公司\t算法\n单位意见\t同意\n",
        {"作品名称": "停车图", "单位意见": "同意"},
    ),
    (
        "the heads of a list of persons that shows no row, one of a name of its own",
        FORM + "作品名称\t停车图\n队员情况\t姓名\t年龄\t单位\t专长\n单位意见\t同意\n",
        {"作品名称": "停车图", "单位意见": "同意"},
    ),
    (
        "labels by what their brackets say",
        FORM + "单位名称 | 海州公司\n指导专家（可不填） | | 工作单位 | \n作品亮点（300字以内） | \n单位意见 | 同意\n",
        {
            "单位名称": "海州公司",
            "指导专家（可不填）": None,
            "指导专家（可不填）工作单位": None,
            "作品亮点（300字以内）": None,
            "单位意见": "同意",
        },
    ),
    (
        "the rows of a merged group go on with labels that no lexicon knows",
        FORM
        + "负责人 | 姓名 | 李某 | 职称 | 教授\n"
        + "负责人 | 在研海州交通项目数 | 0 | 手机 | 13900000000\n单位名称 | 海州公司\n",
        {
            "负责人姓名": "李某",
            "负责人职称": "教授",
            "在研海州交通项目数": "0",
            "负责人手机": "13900000000",
            "单位名称": "海州公司",
        },
    ),
    (
        "rows under years hold the last one's figure",
        FORM
        + "指标 | 2024年 | 2025年\n营业收入（万元） | 700 | 800\n研发投入（万元） | 50 | 60\n"
        + "法定代表人 | 李某 | 员工人数 | 80\n",
        {"营业收入（万元）": "800", "研发投入（万元）": "60", "法定代表人": "李某", "员工人数": "80"},
    ),
    (
        "an office as the answer to 职务, in a line of labels and values",
        FORM + "负责人\n姓名  李某    电话  0599-5000123\n职务  首席科学家    手机  13900000000\n",
        {
            "负责人姓名": "李某",
            "负责人电话": "0599-5000123",
            "负责人职务": "首席科学家",
            "负责人手机": "13900000000",
        },
    ),
    (
        "a label above its boxes, below a caption in a frame",
        "申报表\n联系人：李某\n电子邮箱：li@example.cn\n\n【表3 揭榜信息】\n所揭榜题：\n"
        "[ ] XF-01 岸基雷达\n[√] XF-02 海洋浮标\n"
        "注册地址：海州市\n",
        {
            "联系人": "李某",
            "电子邮箱": "li@example.cn",
            "所揭榜题": "XF-02海洋浮标",
            "注册地址": "海州市",
        },
    ),
    (
        "rows of labels with a colon in their cells",
        FORM
        + "经办人 | 姓名：李某 | 手机：13900000000 | 座机：\n"
        + "项目负责人联系方式 | 手机：13900000001 | 电子邮箱：li@example.cn\n",
        {
            "经办人姓名": "李某",
            "经办人手机": "13900000000",
            "经办人座机": None,
            "项目负责人手机": "13900000001",
            "项目负责人电子邮箱": "li@example.cn",
        },
    ),
    (
        "a template of such rows is no list",
        FORM + "项目负责人 | 姓名： | 出生年月： | 职称或学位：\n经办人 | 姓名： | 手机： | 座机：\n",
        {
            "项目负责人姓名": None,
            "项目负责人出生年月": None,
            "项目负责人职称或学位": None,
            "经办人姓名": None,
            "经办人手机": None,
            "经办人座机": None,
        },
    ),
    (
        "the title of a part with a Heavenly Stem is no label",
        "申报表\n（甲）单位信息\n单位名称：海州公司\n联合单位：无\n（乙）项目情况\n项目名称：岸基雷达\n",
        {"单位名称": "海州公司", "联合单位": "无", "项目名称": "岸基雷达"},
    ),
    (
        "heads with a colon over a row of values",
        FORM + "联系人 | 姓名： | 职务： | 电话：\n项目联系 | 李某 | 经理 | 0574\n",
        {"联系人": "项目联系", "姓名": "李某", "职务": "经理", "电话": "0574"},
    ),
    (
        "a long answer whose items have Heavenly Stems",
        "申报表\n单位名称：海州公司\n主要研究内容：\n甲、浮标标定方法\n乙、岸基雷达组网\n",
        {"单位名称": "海州公司", "主要研究内容": "甲、浮标标定方法乙、岸基雷达组网"},
    ),
    (
        "labels with their values in the row below",
        FORM
        + "单位名称 | 邮政编码\n海州公司 | 315000\n负责人姓名 | 负责人职位 | 负责人手机 | 负责人传真\n"
        + "李某 | 总工程师 | 13900000000 | 0574-1234567\n注册地址 | 海州市\n",
        {
            "单位名称": "海州公司",
            "邮政编码": "315000",
            "负责人姓名": "李某",
            "负责人职位": "总工程师",
            "负责人手机": "13900000000",
            "负责人传真": "0574-1234567",
            "注册地址": "海州市",
        },
    ),
    (
        "numbers before the labels",
        FORM + "十、联系电话 | 0599-5000123\n廿一、单位简介（不超过500字） | 主营雷达。\n",
        {"联系电话": "0599-5000123", "单位简介（不超过500字）": "主营雷达。"},
    ),
    (
        "persons one under the other in a group of no one's",
        FORM
        + "人员 | 项目负责人 | 李某\n人员 | 出生年月 | 1976.02\n人员 | 手机号码（负责人） | 13900000000\n"
        + "人员 | 项目联系人 | 孙某\n人员 | 电子邮箱 | sun@example.cn\n",
        {
            "项目负责人": "李某",
            "项目负责人出生年月": "1976.02",
            "项目负责人手机号码（负责人）": "13900000000",
            "项目联系人": "孙某",
            "项目联系人电子邮箱": "sun@example.cn",
        },
    ),
    (
        "two columns outside a form's division",
        "附件2\n海洋装备任务揭榜书\n申报任务 | 岸基雷达\n纳税人识别号 | 91330200MA00000001\n通讯地址 | 海州市滨海路1号\n资金投入 | 300万元\n",  # noqa: E501
        {
            "申报任务": "岸基雷达",
            "纳税人识别号": "91330200MA00000001",
            "通讯地址": "海州市滨海路1号",
            "资金投入": "300万元",
        },
    ),
]


@pytest.mark.parametrize(("what", "words", "expected"), CASES, ids=[case[0] for case in CASES])
def test_fields(what: str, words: str, expected: Fields) -> None:
    assert values(words) == expected
