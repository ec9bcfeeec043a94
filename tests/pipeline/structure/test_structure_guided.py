"""Outlines one line a chapter, parts in frames and with capital numbers, task books with chapters like parts."""

import pytest
from documents import document

from pipeline.structure import structure
from schemas.outline import Role

FORM, BOOK, LETTER, PROOFS = Role.FORM, Role.TASK_BOOK, Role.COMMITMENT, Role.PROOFS
GUIDED = "1 需求分析。说明痛点。\n2 解决方案。说明研究内容（限2000字）。\n3 风险与对策。分析风险。\n"


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (f"揭榜任务书提纲\n{GUIDED}", ["需求分析", "解决方案", "风险与对策"]),
        (f"揭榜任务书（提纲）\n{GUIDED}4 成果归属。\n", ["需求分析", "解决方案", "风险与对策", "成果归属"]),
        (
            "项目任务书提纲\n第1章　立项依据　　编写说明：需求与现状。\n第2章　年度计划　　编写说明：任务和节点。\n",
            ["立项依据", "年度计划"],
        ),
        (
            "揭榜任务书提纲\n一、研发基础（说明已有条件。本部分不超过800字）\n二、进度安排（按半年列出）\n"
            "三、经费预算（按设备费、材料费、测试加工费、人员费、其他费用列出，写明财政资金与自筹资金，合计与表一致）\n",
            ["研发基础", "进度安排（按半年列出）", "经费预算"],
        ),
        (
            "揭榜任务书（编写提纲）\n一、研发基础。写明单位概况、平台设备。\n二、风险与应对。从市场等方面说明，不超过800字。\n"
            "三、预期效益与产业化计划。\n",
            ["研发基础", "风险与应对", "预期效益与产业化计划"],
        ),
        (
            "揭榜任务书\n【第一部分　需求理解】\n渠水到得晚。\n【第二部分　主要创新点】\n（1）双路合测。\n",
            ["需求理解", "主要创新点"],
        ),
        (
            "揭榜任务书（提纲）\n项目简介：300字以内\n1. 现状与痛点：写真实情况\n2. 总体思路\n"
            "3. 指标承诺：逐项写承诺值\n4. 长效运营：谁来管，500字以内\n",
            ["现状与痛点", "总体思路", "指标承诺", "长效运营"],
        ),
        (
            "附录B 揭榜任务书提纲\n封面：项目名称\nB1 现状与问题\n写清楚不足。\n"
            "B2 攻关内容与技术方案\n每一条都要有回应。\nB3 风险\n",
            ["现状与问题", "攻关内容与技术方案", "风险"],
        ),
        (
            "揭榜任务书提纲\nB1 现状与问题\nB2 技术方案\nB3 风险\nB4 预算\n",
            ["现状与问题", "技术方案", "风险", "预算"],
        ),
        ("揭榜任务书\nB1 营业执照\nB2 审计报告\nB3 检测报告\nB4 承诺书\n", []),  # items, one under the other
        (
            "任务书提纲\nA. 用户需求——调研对象和结论\nB. 技术方案——总体构成，不超过2500字\nC. 推广打算——定价\n",
            ["用户需求", "技术方案", "推广打算"],
        ),
        (
            "任务书框架\n1. 港口现状【作业流程、瓶颈】\n2. 技术方案【不超过2800字】\n3. 经费预算【分年度】\n",
            ["港口现状", "技术方案", "经费预算"],
        ),
        (
            "攻关合同提纲\n1）现状\n—— 抄上题目\n2）做法\n—— 文字不要超过900字\n3）钱怎么花\n—— 按季度\n",
            ["现状", "做法", "钱怎么花"],
        ),
        (
            "任务书大纲\n1）现状调查\n→ 管网底数、运行问题。\n2）技术方案\n→ 原理，不得超过2500字。\n"
            "3）资金计划\n→ 分季度列支。\n",
            ["现状调查", "技术方案", "资金计划"],
        ),
        (
            "附：任务书怎么写\n（一）题目理解：说明难处。\n（二）育种材料：写清亲本来源。\n（三）钱怎么花：分四项列明。\n",
            ["题目理解", "育种材料", "钱怎么花"],
        ),
        (
            "任务书要点\nA. 海况与目标\nB. 试验设计（站位、样本量；限2000字）\nC. 推广设想\n",
            ["海况与目标", "试验设计", "推广设想"],
        ),
        (
            "任务书章节\nⅠ 海况分析\n须附海图，篇幅不超过两页。\nⅡ 方法比较\n限1500字。\nⅢ 经费概算\n",
            ["海况分析", "方法比较", "经费概算"],
        ),
        (
            "申报正文框架\nC.1 研究意义【不超过1500字】\nC.2 研究方案\n"
            "C.2.1 技术路线【限2000字】\nC.2.2 可行性\nC.3 预算\n",
            ["研究意义", "研究方案", "技术路线", "可行性", "预算"],
        ),
        (
            "任务书目录\n第一章　需求理解　　到现场调研后撰写，1000字以内\n"
            "第二章　产品方案　　含结构、感知设计\n第三章　验证计划\n",
            ["需求理解", "产品方案", "验证计划"],
        ),
        ("任务书提纲\n甲、海况\n乙、机组设计（2000字内）\n丙、经费\n", ["海况", "机组设计", "经费"]),
        (
            "任务书提纲\n1 海况：站位与流速。\n2 机组设计（不超过1500字）：叶片和密封。\n3 成果归属。\n",
            ["海况", "机组设计", "成果归属"],
        ),
        (
            "附件3 揭榜任务书编写提纲\n任务书须依次包含以下部分：\n1. 海况与基础，写清对难点的认识；\n"
            "2. 研制方案，针对各条要求分别写明做法，照抄的视同未答；\n"
            "3. 风险与保障，分析风险并提出对策，控制在500字以内。\n",
            ["海况与基础", "研制方案", "风险与保障"],
        ),
        # what an applicant did is no instruction
        ("任务书提纲\n1. 海况调查，走访三个港口；\n2. 研制方案，写明做法；\n3. 经费，分两年；\n", []),
        ("任务书结构\n① 海况\n② 机组设计：叶片与密封\n③ 经费\n", ["海况", "机组设计", "经费"]),
        ("任务书框架\nPart 1 海况\nPart 2 机组设计\nPart 3 经费\n", ["海况", "机组设计", "经费"]),
        (
            "任务书框架\n包括以下内容：\n● 海况\n● 机组设计（800字内）\n● 经费\n",
            ["海况", "机组设计", "经费"],
        ),
        ("任务书提纲\n1 研究背景\n1.1 现状\n1.2 问题\n2 方案\n3 经费\n", ["研究背景", "现状", "问题", "方案", "经费"]),
        ("任务书提纲\n海况\n技术方案（不超过3000字）\n经费预算\n", ["海况", "技术方案", "经费预算"]),
        ("任务书提纲\n海况方案\n——浮标装备平台\n经费预算\n进度安排\n", []),  # one is marked, and not the first
        (
            "任务书怎么写\n一、为什么做？\n二、打算怎么做？（3000字内）\n三、花多少钱？\n",
            ["为什么做？", "打算怎么做？", "花多少钱？"],
        ),
        ("PART 1｜".join(["任务书模板\n", "海况\n技术方案\n"]), []),  # no attachment, and no outline by its name
        ("附件2 任务书模板\nPART 1｜海况\nPART 2｜技术方案\nPART 3｜经费\n", ["海况", "技术方案", "经费"]),
        ("附件2 任务书\n甲、海况\n乙、技术方案\n丙、经费\n", ["海况", "技术方案", "经费"]),
        ("任务书提纲\nA. 研究背景\nC. 路线\nD. 经费\n", []),  # no series
        (f"揭榜任务书\n{GUIDED}", []),  # items of a text
        (f"揭榜任务书提纲\n{GUIDED}以上各节均须填写。\n", ["需求分析", "解决方案", "风险与对策"]),
        (f"揭榜任务书提纲\n{GUIDED}海州市深蓝装备有限公司\n", []),  # not the whole of it
    ],
)
def test_an_outline_of_one_line_a_chapter(words: str, titles: list[str]) -> None:
    _, outline = structure(document(words, hard_wrapped=False))
    assert [section.title for section in outline.sections] == titles


FORM_LINES = "单位名称：海州仪器有限公司\n法定代表人：李某\n邮政编码：315000\n"
BOOK_LINES = "一、任务响应\n研制浮标平台。\n二、技术方案\n采用双层锚泊。\n三、工作基础\n已有样机。\n"


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        (
            f"【第一部分　申报表】\n{FORM_LINES}【第二部分　任务书】\n{BOOK_LINES}"
            "【第三部分　承诺书】\n我单位承诺属实。\n【第四部分　证明材料清单】\n1. 营业执照\n",
            [FORM, BOOK, LETTER, PROOFS],
        ),
        (
            f"一、申报表\n{FORM_LINES}二、任务书\n{BOOK_LINES}三、承诺书\n我单位承诺属实。\n四、证明材料清单\n1.营业执照\n",
            [FORM, BOOK, LETTER, PROOFS],
        ),
        (
            f"【一】申报表\n{FORM_LINES}【二】任务书\n{BOOK_LINES}【三】承诺书\n我单位承诺属实。\n【四】证明材料清单\n1.营业执照\n",
            [FORM, BOOK, LETTER, PROOFS],
        ),
        (
            f"壹、申报表\n{FORM_LINES}贰、任务书\n{BOOK_LINES}叁、承诺书\n我单位承诺属实。\n肆、证明材料清单\n1.营业执照\n",
            [FORM, BOOK, LETTER, PROOFS],
        ),
        (
            f"一、申报表\n{FORM_LINES}二、可行性研究报告\n研制浮标平台。\n三、实施方案\n分三步实施。\n",
            [FORM, BOOK],
        ),
    ],
)
def test_numbered_parts(words: str, roles: list[Role]) -> None:
    _, outline = structure(document("浮标平台项目申报书\n\n" + words, hard_wrapped=False))
    assert [division.role for division in outline.divisions if division.title][-len(roles) :] == roles
    chapters = ["任务响应", "技术方案", "工作基础"] if BOOK_LINES in words else []
    assert [section.title for section in outline.sections if section.title in chapters] == chapters


PLAN = "".join(f"2027年{month}月—{month + 1}月 样机试制与测试；里程碑：第{month}份测试报告\n" for month in range(1, 9))


def test_a_title_with_its_unit_is_no_part_of_the_line_above() -> None:
    budget = "二 经费预算（单位：万元）\n设备费三十万元，材料费二十万元。\n"
    words = f"任务书\n\n一 计划进度\n{PLAN}\n{budget}\n三 预期效益\n三年销售五千万元。\n"
    _, outline = structure(document(words))
    assert [section.title for section in outline.sections] == ["计划进度", "经费预算（单位：万元）", "预期效益"]
