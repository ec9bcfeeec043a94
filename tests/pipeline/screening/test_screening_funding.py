"""How the work is paid for, the price, sums against conditions."""

from pathlib import Path
from typing import Any

import pytest
from written_case import statuses

FUNDS = "三、经费预算\n项目总投入1000万元，其中申请财政资金{public}万元，企业自筹{own}万元。\n附件清单"


@pytest.mark.parametrize(
    ("condition", "public", "own", "status"),
    [
        ("自筹经费与财政经费的比例不低于2:1", 300, 700, "met"),
        ("自筹经费与财政经费的比例不低于2:1", 400, 600, "insufficient"),
        ("自筹资金不低于申请财政资金的2倍", 400, 600, "insufficient"),
        ("申请财政资金不超过项目总投资的30%", 300, 700, "met"),
        ("申请财政资金不超过项目总投资的30%", 400, 600, "insufficient"),
        ("自筹资金占总投入的比例不低于60%", 500, 500, "insufficient"),
        ("单位自筹资金占比不低于60%", 500, 500, "insufficient"),
        ("单位自筹资金占比不低于60%", 300, 700, "met"),
        ("财政资金比例不超过40%", 500, 500, "insufficient"),
        ("自筹资金中货币出资占比不低于60%", 500, 500, "unverifiable"),
        ("研发人员占职工总数的比例不低于60%", 500, 500, "unverifiable"),
    ],
)
def test_how_the_work_is_paid_for(condition: str, public: int, own: int, status: str, found: Any) -> None:
    money = ("附件清单", FUNDS.format(public=public, own=own))
    findings = found(money, more=f"四、申报条件\n1. {condition}。")
    assert findings["eligibility", condition].status == status


@pytest.mark.parametrize(("aid", "status"), [(250, "met"), (400, "insufficient")])
def test_aid_is_public_money_in_the_form(aid: int, status: str, found: Any) -> None:
    fields = f"项目总投入（万元）\t1000\t申请县财政补助（万元）\t{aid}\n单位自筹（万元）\t{1000 - aid}\t注册地址\t"
    condition = "申请县财政补助不得超过项目总投入的30%"
    findings = found(("注册地址\t", fields), more=f"四、申报条件\n1. {condition}。")
    assert findings["eligibility", condition].status == status


@pytest.mark.parametrize(
    ("asked", "own", "label", "status"),
    [
        ("单位配套资金不得少于申请补助", 150, "配套资金（万元）", "insufficient"),
        ("配套资金不低于申请资助", 150, "单位配套资金（万元）", "insufficient"),
        ("自行配套经费不得低于申请补助", 150, "自行配套（万元）", "insufficient"),
        ("单位配套资金不得少于申请补助", 180, "配套资金（万元）", "met"),
        ("单位配套资金不得少于申请补助", 240, "配套资金（万元）", "met"),
        ("单位配套资金不得少于申请补助", 150, "县级配套资金（万元）", "unverifiable"),
        ("单位配套资金不得少于申请补助", 150, "上年配套台数", "unverifiable"),
    ],
)
def test_own_money_in_a_field_of_the_form(asked: str, own: int, label: str, status: str, found: Any) -> None:
    fields = f"申请补助（万元）\t180\t{label}\t{own}\n注册地址\t"
    findings = found(("注册地址\t", fields), more=f"四、申报条件\n1. {asked}。")
    assert findings["eligibility", asked].status == status


@pytest.mark.parametrize(
    ("asked", "label", "aid", "status"),
    [
        ("申请省级资金不超过项目总投入的30%", "申请省级资金", 250, "met"),
        ("申请省级资金不超过项目总投入的30%", "申请省级资金", 327, "insufficient"),
        ("申请市级专项资金不超过项目总投入的30%", "申请市级专项资金", 400, "insufficient"),
        ("申请省级经费不超过项目总投入的30%", "申请省级经费", 400, "insufficient"),
        ("申请县级扶持资金不超过项目总投入的30%", "申请县级扶持资金", 250, "met"),
    ],
)
def test_money_of_a_level(asked: str, label: str, aid: int, status: str, found: Any) -> None:
    fields = f"项目总投入（万元）\t1000\t{label}（万元）\t{aid}\n单位自筹（万元）\t{1000 - aid}\t注册地址\t"
    findings = found(("注册地址\t", fields), more=f"四、申报条件\n1. {asked}。")
    assert findings["eligibility", asked].status == status


@pytest.mark.parametrize(("public", "own", "status"), [(300, 600, "met"), (400, 600, "insufficient")])
def test_sources_are_the_columns_of_the_budget(public: int, own: int, status: str, found: Any) -> None:
    rows = f"设备费\t100\t200\t300\n劳务费\t{public - 100}\t{own - 200}\t{public + own - 300}\n"
    table = (
        f"三、经费预算（万元）\n科目\t省拨经费\t自筹经费\t合计\n{rows}合计\t{public}\t{own}\t{public + own}\n附件清单"
    )
    condition = "自筹经费与省拨经费的比例不低于2:1"
    findings = found(("附件清单", table), more=f"四、申报条件\n1. {condition}。")
    assert findings["eligibility", condition].status == status


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("本项目省拨450万元、自筹1050万元，全部用于研发。", "met"),
        ("本项目省拨600万元、自筹900万元，自筹与省拨之比为2:1。", "insufficient"),
        ("自筹与省拨之比约为2.33:1。", "met"),
        ("自筹经费与省拨经费的比例1.5:1。", "insufficient"),
        ("自筹900万元，用于设备。", "unverifiable"),
        ("2026年省拨150万元，自筹50万元。两年合计省拨450万元，自筹1050万元。", "met"),
        ("设备费40万元，其中省拨30万元、自筹10万元。", "unverifiable"),
    ],
)
def test_how_the_work_is_paid_for_in_running_text(words: str, status: str, found: Any) -> None:
    condition = "自筹经费与省拨经费的比例不低于2:1"
    findings = found(("附件清单", f"三、其他说明\n{words}\n附件清单"), more=f"四、申报条件\n1. {condition}。")
    assert findings["eligibility", condition].status == status


@pytest.mark.parametrize(("partner", "status"), [(300, "met"), (100, "insufficient")])
def test_what_several_bring_is_one_side(partner: int, status: str, found: Any) -> None:
    rows = f"申请省拨经费\t600\n牵头单位自筹\t900\n参加单位自筹\t{partner}\n合计\t{1500 + partner}\n"
    condition = "自筹经费与省拨经费的比例不低于2:1"
    table = f"三、经费预算（万元）\n经费来源\t金额\n{rows}附件清单"
    findings = found(("附件清单", table), more=f"四、申报条件\n1. {condition}。")
    assert findings["eligibility", condition].status == status


PRICE = "揭榜报价不得超过榜额上限"


@pytest.mark.parametrize(
    ("price", "status"),
    [("1280万元", "insufficient"), ("1,200万元", "met"), ("0.12亿元", "met"), ("面议", "unverifiable")],
)
def test_the_price_against_what_is_paid(price: str, status: str, found: Any) -> None:
    offered = ("二、项目方案", f"我方揭榜报价为人民币{price}。\n二、项目方案")
    findings = found(offered, more=f"四、申报条件\n1. {PRICE}。\n五、经费支持\n榜额上限1200万元。")
    assert findings["eligibility", PRICE].status == status


CARDS = (
    "榜单卡\n榜单编号\tHJ-01\t榜额\t300万元\n榜单名称\t水下焊接机器人\n任务要求\t研制样机。\n技术指标\t时延：≤120 ms\n"
)


@pytest.mark.parametrize(("price", "status"), [("320万元", "insufficient"), ("300万元", "met")])
def test_the_price_against_the_card(price: str, status: str, tmp_path: Path) -> None:
    cards = CARDS + CARDS.partition("\n")[2].replace("300", "500").replace("HJ-01", "HJ-02").replace("水下", "甲板")
    condition = "揭榜报价不得高于榜单卡所列榜额"
    call = f"一、揭榜条件\n1. {condition}。\n二、申报时间\n申报截止时间为2026年6月30日。\n附件1\n{cards}"
    call += "附件2\n揭榜申报书\n单位名称\t\t揭榜榜单编号\t\n揭榜报价\t\t联系电话\t\n"
    part = "揭榜申报书\n单位名称\t海岚深潜装备有限公司\t揭榜榜单编号\tHJ-01 水下焊接机器人\n"
    part += f"揭榜报价\t{price}\t联系电话\t0599-5000123\n"
    assert statuses(tmp_path, call, part)[condition] == status


INVESTED = "项目设备投入不低于500万元"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("项目设备投入458万元。", "insufficient"),
        ("项目设备投入558万元。", "met"),
        ("项目设备投入258万元，二期项目设备投入300万元。", "unverifiable"),
        ("项目软件投入458万元。", "unverifiable"),
    ],
)
def test_a_sum_in_running_text(words: str, status: str, found: Any) -> None:
    told = ("（二）进度安排", f"（二）项目概况\n{words}\n（三）进度安排")
    findings = found(told, more=f"四、申报条件\n1. {INVESTED}。")
    assert findings["eligibility", INVESTED].status == status


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("甲公司自筹资金200万元，乙中心配套70万元，合计270万元。", False),
        ("企业自筹资金270万元。", False),
        ("企业自筹资金200万元。", True),
        ("甲公司自筹资金200万元，乙中心配套50万元，合计250万元。", True),
    ],
)
def test_one_part_of_the_sum_in_the_form(words: str, wrong: bool, found: Any) -> None:
    told = ("（二）进度安排", f"（二）项目概况\n{words}\n（三）进度安排")
    findings = found(("职务\t经理", "职务\t经理\n自筹资金（万元）\t270\t贷款（万元）\t0"), told)
    assert (("consistency", "自筹资金") in findings) is wrong
