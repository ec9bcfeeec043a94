"""Chapters that a call without a template asks for."""

import pytest
from documents import document

from extractors.notice.asked_chapters import asked_chapters
from pipeline.structure import structure
from schemas.outline import Role

HEAD = "关于发布榜单的公告\n各有关单位：\n现将榜单公布如下。\n"

# text, [(title, guidance)]
CASES = [
    (
        f"{HEAD}附件1\n任务书\n任务书依次写四个部分：“海况分析”讲清成因，不超过500字；“机组设计”对任务逐条作答；"
        "“团队组成”列出姓名和分工；“风险”不超过300字。\n",
        [
            ("海况分析", "讲清成因，不超过500字"),
            ("机组设计", "对任务逐条作答"),
            ("团队组成", "列出姓名和分工"),
            ("风险", "不超过300字"),
        ],
    ),
    (  # nothing but titles, in a row
        f"{HEAD}附件1\n任务书\n任务书用文字写明以下三节，节名照写：“海况”“机组设计”“团队”。其中“机组设计”在2000字以内。\n",
        [("海况", None), ("机组设计", None), ("团队", None)],
    ),
    (f"{HEAD}任务书分“海况”、“机组设计”和“团队”三个部分。\n", [("海况", None), ("机组设计", None), ("团队", None)]),
    (f"{HEAD}申报书应体现“绿色海港”“智慧渔场”“深蓝装备”。\n", []),
    (f"{HEAD}任务书请写明所揭的项目：“海况”一题限报1项；“机组”一题限报2项；“并网”一题限报1项。\n", []),
    (f"{HEAD}支持三类内容：“绿色通道”服务；“一事一议”办法；“揭榜挂帅”项目。\n", []),
    (
        f"{HEAD}三、揭榜方案提纲\n1.对难题的理解\n2.预期目标（逐条响应主要指标）\n3.经费预算\n四、时间安排\n4月30日前报送。\n",
        [("对难题的理解", None), ("预期目标", "逐条响应主要指标"), ("经费预算", None)],
    ),
    (
        f"{HEAD}三、材料要求\n单位自行编制申报方案（不超过30页），内容至少包括单位概况、建设方案、效益分析三个方面，并附执照。\n",
        [("单位概况", None), ("建设方案", None), ("效益分析", None)],
    ),
    (
        f"{HEAD}任务书写四段：难点分析（400字以内）、分选方案、进度安排、费用测算（300字以内）。\n",
        [("难点分析", "400字以内"), ("分选方案", None), ("进度安排", None), ("费用测算", None)],
    ),
    (  # a chapter of the call that parts the task book
        f"{HEAD}第三章 任务书编写要求\n任务书分为下列各节，节号不得改动：\n3.1 项目理解（600字以内）\n3.2 海试方案\n"
        "3.3 分工与进度\n第四章 附表\n",
        [("项目理解", "600字以内"), ("海试方案", None), ("分工与进度", None)],
    ),
    (f"{HEAD}任务书签订后，分为下列各期拨款：\n3.1 项目启动\n3.2 海试\n3.3 验收\n", []),
    (f"{HEAD}任务书写四段话就够了，难点分析、分选方案、进度安排都要有。\n", []),
    (
        f"{HEAD}揭榜方案内容包括：任务理解、指标承诺、进度与经费；并附营业执照复印件。\n",
        [("任务理解", None), ("指标承诺", None), ("进度与经费", None)],
    ),
    (
        f"{HEAD}提交《揭榜申请书》（格式自拟，内容应包括单位情况、数据需求清单、安全保障措施），并提供以下证明：执照。\n",
        [("单位情况", None), ("数据需求清单", None), ("安全保障措施", None)],
    ),
    (
        f"{HEAD}揭榜方于4月30日前发送揭榜书。揭榜书编写提纲如下：\n1.基本情况\n2.技术方案（含工艺路线）\n3.知识产权约定\n附件：法人证照。\n",
        [("基本情况", None), ("技术方案", "含工艺路线"), ("知识产权约定", None)],
    ),
    (
        f"{HEAD}揭榜方案由揭榜方自行编写，应当包括以下内容：单位概况、技术路线与关键技术、进度安排。方案不超过9000字。\n",
        [("单位概况", None), ("技术路线与关键技术", None), ("进度安排", None)],
    ),
    (
        f"{HEAD}提交《实施方案》，方案应包括基本情况、建设内容、保障措施等内容，其中基本情况不超过800字。\n",
        [("基本情况", None), ("建设内容", None), ("保障措施", None)],
    ),
    (
        f"{HEAD}3.1 揭榜申请书。格式自拟，至少说明：单位简介、实施计划、报价及构成。\n",
        [("单位简介", None), ("实施计划", None), ("报价及构成", None)],
    ),
    (
        f"{HEAD}作品方案书，包括背景与痛点、技术方案、应用成效，总字数控制在8000字以内；\n",
        [("背景与痛点", None), ("技术方案", None), ("应用成效", None)],
    ),
    (
        f"{HEAD}（一）实施方案一式3份。按照以下提纲编写：\n1.单位概况\n2.经费预算\n3.组织保障\n（二）承诺书。\n",
        [("单位概况", None), ("经费预算", None), ("组织保障", None)],
    ),
    (
        f"{HEAD}团队登录系统填报，内容包括：基本信息、解决方案、团队构成，并上传合作意向书、代表性成果。\n",
        [("基本信息", None), ("解决方案", None), ("团队构成", None)],
    ),
    (
        f"{HEAD}材料包括：申报书（含单位情况、任务理解、数据安全措施三个部分）；单位登记证书。\n",
        [("单位情况", None), ("任务理解", None), ("数据安全措施", None)],
    ),
    (
        f"{HEAD}附件1\n申报书提纲\n一、单位概况\n二、技术方案\n三、组织保障\n附件2\n承诺函\n我单位承诺：\n一、材料真实；\n二、按期完成。\n",
        [("单位概况", None), ("技术方案", None), ("组织保障", None)],
    ),
    (
        f"{HEAD}附件1\n任务书编写要求\n任务书应包括海况分析、机组设计、经费预算等部分，其中机组设计不超过3000字。\n",
        [("海况分析", None), ("机组设计", None), ("经费预算", None)],
    ),
    (
        f"{HEAD}任务书由海况分析、机组设计、经费预算三部分组成，全文不超过8000字。\n",
        [("海况分析", None), ("机组设计", None), ("经费预算", None)],
    ),
    (
        f"{HEAD}任务书依次写：（1）海况分析；（2）机组设计，不超过3000字；（3）经费预算。\n",
        [("海况分析", None), ("机组设计", None), ("经费预算", None)],
    ),
    (
        f"{HEAD}5.2 揭榜任务书提纲\n5.2.1 海况分析。600字以内。\n5.2.2 机组设计。\n5.2.3 经费安排。\n5.3 承诺书\n",
        [("海况分析", "600字以内"), ("机组设计", None), ("经费安排", None)],
    ),
    (f"{HEAD}立项后签订任务书，任务书应包括考核指标、经费安排、进度安排等内容。\n", []),  # of who is chosen
    (f"{HEAD}中标后，承担单位填报任务书，任务书应包括考核指标、经费安排、进度安排等内容。\n", []),
    (f"{HEAD}公示无异议的单位提交任务书，任务书应包括考核指标、经费安排、进度安排等内容。\n", []),
    (f"{HEAD}本次支持范围包括：智能制造、绿色制造、服务型制造。\n", []),
    (f"{HEAD}申报材料包括：申报书、营业执照、审计报告、知识产权证明。\n", []),  # papers
    (f"{HEAD}本方案包括两个方向。\n", []),
    (
        f"{HEAD}揭榜方案内容包括：营业执照、审计报告。项目建设方案应包括：建设内容、投资估算、保障措施。\n",
        [("建设内容", None), ("投资估算", None), ("保障措施", None)],
    ),
    (f"{HEAD}提交上年度财务报告，包括资产负债表、利润表、现金流量表。\n", []),
    (f"{HEAD}测试报告：包含算法原理、数据集说明、实验结果分析。\n", []),  # made by others
    (f"{HEAD}三、揭榜方案提纲\n另行通知。\n", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_asked_chapters(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = asked_chapters(*structure(document(text)))
    assert [(chapter.title, chapter.guidance) for chapter in found] == expected
    assert all(chapter.title[:2] in chapter.evidence.text for chapter in found)


def test_chapters_of_a_work_stand_below_its_name() -> None:
    """A work may be handed in beside the application."""
    text = f"{HEAD}技术报告：包含算法原理、数据集说明、实验结果分析。\n"
    found = asked_chapters(*structure(document(text)))
    assert [chapter.path for chapter in found] == [
        ("技术报告", title) for title in ("算法原理", "数据集说明", "实验结果分析")
    ]
    assert {chapter.role for chapter in found} == {Role.OTHER}
