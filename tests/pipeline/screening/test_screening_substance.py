"""Answers that say something: placeholders, empty talk, copies, words narrowed to what they tell."""

import pytest
from made_facts import spot

from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import (
    is_copied,
    is_empty_talk,
    is_nothing,
    is_placeholder,
    points_elsewhere,
    without_put_off,
    without_signature,
)


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            "  ",
            "XXX",
            "____",
            "如实填写",
            "（请填写）",
            "待补充",
            "某某公司",
            "万元",
            "（人）",
            "%",
            "×××（请填写）",
            *("（待补充）", "【待定】"),
            *("待人事部门核对后补填", "待财务部门提供", "尚待确认"),
        ),
        *("021-XXXXXXXX", "0533-×××××××", "(021)xxxxxxxx", "+86-139XXXXXXXX"),  # numbers that are masked
    ],
)
def test_placeholders(value: str) -> None:
    assert is_placeholder(value)


@pytest.mark.parametrize(
    "value",
    [
        *("无", "0", "否", "张某", "12人", "上海", "—号楼 3 层", "民营企业", "1人", "人工智能"),
        *("021-55667788", "XXL型", "3×4", "3×4×5"),
    ],
)
def test_no_placeholders(value: str) -> None:
    assert not is_placeholder(value)


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("项目实施过程中可能会遇到一些困难，公司将高度重视，加强管理，积极采取有效措施予以解决。", True),
        ("我单位将认真落实各项要求，确保按期完成任务。", True),
        ("本项目存在一定的技术风险和进度风险，总体可控，具体应对措施待项目启动后再行研究补充。", True),
        ("膜污染风险：待中试后再行确定清洗周期，先按每周一次碱洗运行。", False),
        ("项目可能存在一定风险，合作社将高度重视，积极应对。", True),
        ("数据安全风险：患者信息敏感，采用脱敏和分级授权，训练在专网内完成。", False),
        ("设专职质量工程师，设备出厂前全部老化试验。", False),
        ("公司将加强管理，采购双源供货，确保按期完成。", False),
        ("项目建成后社会效益突出，推广前景十分广阔，对行业发展具有重要意义。", True),
        ("我单位技术实力雄厚，经验丰富，具备良好的研发基础。", True),
        ("健全组织机构，明确责任分工，加强沟通协调，保障任务顺利实施。", True),
        ("各项工作进展顺利，已取得一系列阶段性成果。", True),
        ("近年来我们深耕不辍，取得了令人鼓舞的长足进步，赢得了客户的广泛信赖，为后续攻关奠定了坚实基础。", True),
        ("攻关路上难免遇到困难，我公司有信心、有决心，将以积极的态度妥善加以应对。", True),
        ("各项指标的检验按照国家和行业有关标准执行。", True),
        ("按GB/T 5667统计，由省农机鉴定站检测。", False),
        ("面向养老机构推广，年节约护理工时2万小时。", False),
        ("适用于冷库和渔船。", False),
    ],
)
def test_empty_talk(text: str, empty: bool) -> None:
    assert is_empty_talk(text) is empty


@pytest.mark.parametrize("text", ["详见附件2", "具体内容见可行性研究报告", "同上", "详见公司管理制度。", "略"])
def test_points_elsewhere(text: str) -> None:
    assert points_elsewhere(text)


@pytest.mark.parametrize(
    "text", ["由总工程师牵头，分工详见附件2，每月召开例会并形成纪要，按季度考核。", "见效快、成本低，适合推广。"]
)
def test_says_something_itself(text: str) -> None:
    assert not points_elsewhere(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("无。\n项目负责人（签字）：甲某 2026年7月22日", "无。\n"),
        ("无。\n联系人：甲某", "无。\n联系人：甲某"),
        ("由项目负责人（签字）：甲某确认，另行存档。", "由项目负责人（签字）：甲某确认，另行存档。"),
    ],
)
def test_a_signature_below_a_chapter(text: str, left: str) -> None:
    assert without_signature(text) == left


def test_nothing_and_copies() -> None:
    assert is_nothing("无。")
    assert not is_nothing("无人机巡检")
    assert is_copied("时间进度、阶段性任务、细化目标等。", "时间进度、阶段性任务、细化目标等。")
    assert not is_copied("2025年完成样机，2026年完成示范。", "时间进度、阶段性任务、细化目标等。")


def test_narrow_evidence_holds_its_words() -> None:
    whole = spot("负责人从事\n灌溉研究")
    part = narrow(whole, "从事灌溉")
    assert part.text == "从事\n灌溉"
    assert whole.text[part.start - whole.start : part.end - whole.start] == part.text
    assert narrow(whole, "没有的话") == whole


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("上述问题的应对举措待批复后另行研究提出。", "。"),
        ("进度安排待立项后另行确定。", "。"),
        ("尚未制定应对措施。", "。"),
        ("应对措施：先行备料，待批复后再扩大。", "应对措施：先行备料，待批复后再扩大。"),
        ("若指标未达到计划，则增加一轮试验。", "若指标未达到计划，则增加一轮试验。"),
        ("材料尚未定型。措施：双供应商。", "材料尚未定型。措施：双供应商。"),
    ],
)
def test_an_answer_that_is_put_off_is_none(text: str, left: str) -> None:
    assert without_put_off(text) == left
