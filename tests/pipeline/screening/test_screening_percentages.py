"""Shares of one whole: in a sentence, and in a column with its total."""

from typing import Any

import pytest

SENTENCES = [
    ("资金使用比例为：流片40%、算法研究30%、系统20%、示范应用15%、管理及其他5%。", "资金使用比例"),
    ("资金使用比例为：流片40%、算法研究30%、系统20%、管理及其他10%。", None),
    ("项目资金来源结构为自筹55%，融资25%，贷款30%。", "项目资金来源结构"),
    ("项目资金来源结构为自筹55%，融资25%，其他10%。", "项目资金来源结构"),  # 其他 closes the list
    ("项目资金来源结构为自筹55%，融资25%，贷款10%。", None),  # may have more
    ("经费构成为：设备费33.3%、材料费33.3%、测试费33.3%。", None),
    ("各批次合格比例为：一批98%、二批97%、三批99%。", None),  # rates
    ("团队人员结构：博士占30%，硕士占50%，本科占20%，高级职称占60%。", None),  # parted several ways
    ("资金来源结构为企业自筹60%、银行贷款30%、其他10%；执行期第一年投入40%、第二年投入60%。", None),
    ("经费支出比例：设备费40%，材料费35%，其他25%，间接费用比例不超过10%。", None),
    ("经费支出结构为设备费50%，材料费30%，其他20%，较上年增长12%。", None),
    ("股权结构为张三60%、李四30%、其他10%，研发投入占比8%，毛利率40%。", None),
    ("人员结构为博士30%、硕士50%，其中骨干40%，本科20%。", None),
]
HEADS = "资金来源\t占总投入比例\t说明\n"
COLUMNS = [
    (HEADS + "自筹\t55%\t已到位\n融资\t25%\t已到位\n贷款\t30%\t已授信\n合计\t100%\t无\n", "占总投入比例"),
    (HEADS + "自筹\t55%\t已到位\n融资\t25%\t已到位\n贷款\t20%\t已授信\n合计\t100%\t无\n", None),
    (HEADS + "自筹\t55%\t已到位\n融资\t25%\t已到位\n贷款\t30%\t已授信\n", "占总投入比例"),  # too many without a total
    (HEADS + "自筹\t55%\t已到位\n其中现金\t25%\t已到位\n贷款\t45%\t已授信\n合计\t100%\t无\n", None),
    ("单位\t任务\t工作量比例\n甲公司\t研发\t50%\n乙所\t规程\t30%\n丙中心\t测试\t30%\n合计\t\t110%\n", "工作量比例"),
    ("单位\t任务\t工作量比例\n甲公司\t研发\t50%\n乙所\t规程\t30%\n丙中心\t测试\t20%\n合计\t\t100%\n", None),
    ("资金来源\t占比\t说明\n自筹\t60%\t有\n贷款\t25%\t有\n基金\t20%\t有\n", "资金来源占比"),
    (
        "资金来源\t占比\t说明\n自筹\t60%\t有\n贷款\t40%\t有\n基金\t0%\t有\n第一年\t50%\t有\n",
        None,  # the whole is made up before
    ),
    ("指标\t占比\t说明\n检出率\t95%\t实测\n识别率\t96%\t实测\n可用率\t99%\t实测\n", None),
]


@pytest.mark.parametrize(("words", "name"), [*SENTENCES, *COLUMNS])
def test_shares_of_a_whole(words: str, name: str | None, found: Any) -> None:
    findings = found(("附件清单\n", f"（三）经费\n{words}\n附件清单\n"))
    told = [
        (f.name, f.status) for (kind, _), f in findings.items() if kind == "consistency" and "100%" in f.explanation
    ]
    assert told == ([(name, "invalid")] if name else [])


LEAD = "牵头单位承担的经费份额不低于60%"
US = "云屿声瞳医疗科技有限公司"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("牵头单位负责整机，承担经费237万元，占52%；某学院承担经费219万元，占48%。", "insufficient"),
        ("牵头单位负责整机，承担经费319万元，占70%；某学院承担经费137万元，占30%。", "met"),
        (f"{US}承担的经费份额为52%，参加单位48%。", "insufficient"),
        ("我单位使用经费占总额的52%。", "insufficient"),
        ("本公司经费比例：52%；合作单位经费比例：48%。", "insufficient"),
        ("牵头单位经费占比65%，高校经费占比35%。", "met"),
        ("某学院承担经费219万元，占48%。", "unverifiable"),
        ("牵头单位与参加单位共同承担经费，其中设备费占48%。", "unverifiable"),
        ("牵头单位承担整机工作量的52%。", "unverifiable"),
        ("牵头单位自筹经费占52%。", "unverifiable"),
        ("我公司研发人员占比45%，经费预算合理。", "unverifiable"),  # a share of another whole
    ],
)
def test_the_leads_part_of_the_money(said: str, status: str, found: Any) -> None:
    told = ("（二）进度安排", f"（二）任务分工\n{said}\n（三）进度安排")
    findings = found(told, more=f"四、申报条件\n1. {LEAD}。")
    assert findings["eligibility", LEAD].status == status
