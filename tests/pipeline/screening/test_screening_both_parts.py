"""Labels that ask for two things, and answers that hold one; an answer on something else; the class of a work."""

from pathlib import Path

import pytest
from written_case import statuses

from pipeline.screening.fields.both_parts import part_not_told
from pipeline.screening.fields.half_answered import half_answered
from schemas.evidence import Evidence
from schemas.facts import FormField
from schemas.outline import Role

HERE = Evidence(text="栏", start=0, end=1)
STAFF, PAPER = "职工总数及研发人员数", "质量管理体系证书编号及有效期"


@pytest.mark.parametrize(
    ("label", "value", "part"),
    [
        (STAFF, "职工148人", "研发人员数"),
        (STAFF, "148", "研发人员数"),
        (STAFF, "2025年末职工148人", "研发人员数"),
        (STAFF, "在册一百四十八人", "研发人员数"),
        ("营业收入和研发投入（万元）", "9,600", "研发投入"),
        ("研发人员数量及占比", "46人", "占比"),
        ("2025年研发费用（万元）及占比", "1565，比例可由报表折算得出", "占比"),
        ("研发经费及占营业收入比例", "1,565万元", "占营业收入比例"),
        ("项目资金及自筹资金", "2,600万元", "自筹资金"),
        ("2025年研发费用（万元）及占比", "1565，8.5%", None),
        ("2025年研发费用（万元）及占比", "1565 8.5%", None),
        ("2025年研发费用（万元）及占比", "1,565，占收入的一成", None),
        ("厂房面积/设备数量", "4200平方米", "设备数量"),
        (PAPER, "06924Q30517R2M", "有效期"),
        (PAPER, "2027年9月11日到期", "质量管理体系证书编号"),
        ("许可证编号及有效期", "海岚A-2023-001", "有效期"),
        ("许可证编号及有效期", "海岚A-2023-001，2027年9月", None),
        ("许可证证号与有效期限", "闽潜0021号", "有效期限"),
        (STAFF, "职工148人，其中研发人员46人", None),
        (STAFF, "148/46", None),
        (STAFF, "一百四十八人、研发四十六人", None),
        (STAFF, "148人，均为研发人员", None),
        (STAFF, "148人，无研发人员", None),
        (STAFF, "无", None),
        (PAPER, "06924Q30517R2M，2027年9月11日", None),
        (PAPER, "06924Q30517R2M，三年", None),
        (PAPER, "06924Q30517R2M，长期有效", None),
        ("联系人及手机", "安若素", None),  # a matter of numbers
        ("项目名称及内容", "46", None),
    ],
)
def test_one_of_two(label: str, value: str, part: str | None) -> None:
    assert part_not_told(label, value) == part


WORK, PRAISE = "主要研究内容摘要", "公司获评省级龙头企业，2023年获金奖，产品畅销六省，深受客户信赖。"


@pytest.mark.parametrize(
    ("label", "value", "lacks"),
    [
        (WORK, PRAISE, True),
        ("项目概述", "公司连年被评为诚信纳税户，荣誉满墙，客户口碑良好。", True),
        ("研究内容", "企业是百强企业，先后授予文明单位称号，远销海外。", True),
        (WORK, "研制接种管路，提高成品率，产品畅销六省，深受客户信赖。", False),
        (WORK, "为罐群建档，靠尾气曲线提前发现杂菌。", False),
        ("单位简介", PRAISE, False),
        (WORK, "诚信评价与荣誉积分两类指标的归集规则。", False),
        (WORK, "在获金奖的品种上开展在线监测。", False),
    ],
)
def test_praise_in_place_of_the_work(label: str, value: str, lacks: bool) -> None:
    template = FormField(name=label, label=label, role=Role.FORM, evidence=HERE)
    filled = template.model_copy(update={"value": value, "value_evidence": HERE})
    assert (half_answered(template, filled) is not None) is lacks


CLASSES = (
    "一、申报时间\n申报截止时间为2026年6月30日。\n附件1\n医疗器械揭榜挂帅榜单\n"
    "方向1：便携式彩色超声诊断设备\n主要任务：研制便携式彩超整机。\n考核指标：整机重量不超过3kg。\n"
    "方向2：连续血糖监测系统\n主要任务：研制血糖系统。\n考核指标：使用寿命不少于14天。\n"
    "方向3：手术导航机器人\n主要任务：研制整机。\n考核指标：误差不大于1mm。\n"
    "附件2\n揭榜申报书\n单位名称\t\t申报方向\t\n项目方案\n（一）项目概况\n"
)


def test_two_parts_that_the_form_gives_a_field_each() -> None:
    template = FormField(name="员工人数/研发人员数", label="员工人数/研发人员数", role=Role.FORM, evidence=HERE)
    own = FormField(name="研发人员数", label="研发人员数", role=Role.FORM, evidence=HERE)
    assert half_answered(template, own.model_copy(update={"value": "17人", "value_evidence": HERE})) is None
    both = template.model_copy(update={"value": "17人", "value_evidence": HERE})
    assert half_answered(template, both) is not None


ULTRASOUND, GLUCOSE = "便携式彩色超声诊断设备", "连续血糖监测系统"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (f"技术归类：{ULTRASOUND}与{GLUCOSE}两类并重，不分主次。", "invalid"),
        (f"技术归类为{ULTRASOUND}、{GLUCOSE}。", "invalid"),
        (f"所属方向：{ULTRASOUND}兼有{GLUCOSE}。", "invalid"),
        (f"本成果横跨两类，归属{ULTRASOUND}和{GLUCOSE}，各占一半。", "invalid"),
        (f"技术归类：{ULTRASOUND}（仅此一类）。", "met"),
        (f"技术归类：{ULTRASOUND}，不属于{GLUCOSE}。", "met"),
        (f"技术归类：{ULTRASOUND}为主，可与{GLUCOSE}衔接。", "met"),
        (f"公司产品有{ULTRASOUND}和{GLUCOSE}两类。", "met"),
    ],
)
def test_the_class_of_the_work(said: str, status: str, tmp_path: Path) -> None:
    part = f"揭榜申报书\n单位名称\t海岚公司\t申报方向\t方向1 {ULTRASOUND}\n项目方案\n（一）项目概况\n{said}\n"
    assert statuses(tmp_path, CLASSES, part)["揭榜方向"] == status
