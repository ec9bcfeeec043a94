"""Sections whose parts are there by name alone: columns, labels, risks without a measure, what nobody has settled."""

import pytest

from pipeline.screening.chapters.asks import unanswered
from pipeline.screening.chapters.evasions import evades
from pipeline.screening.chapters.lacks import lack_of
from pipeline.screening.chapters.open_parts import open_part
from pipeline.screening.chapters.undecided import undecided

GOALS = "写明主要技术指标及确定依据，主要原材料、关键元器件等的指标要求，指标的检验方法和测试场景"
TABLE = "序号\t指标\t确定依据\t检验方法和测试场景\n1\t布放深度\t{}\t{}\n2\t供能时长\t{}\t{}\n"


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        (TABLE.format("—", "海试三次", "—", "水池试验"), True),
        (TABLE.format("", "海试三次", "/", "水池试验"), True),
        (TABLE.format("用户要求", "待补", "行业标准", "待补"), True),
        (TABLE.format("用户要求", "略", "行业标准", "略"), True),
        (TABLE.format("用户要求", "届时再议", "行业标准", "届时再议"), True),
        (TABLE.format("待定", "海试", "届时再定", "水池试验"), True),
        (TABLE.replace("方法和", "方法/").format("用户要求", "—", "行业标准", "—"), True),
        (TABLE.format("—", "海试三次", "用户要求", "水池试验"), False),  # one of them is told
        (TABLE.format("—", "海试三次", "—", "水池试验") + "两项指标的依据是三家船厂的订货合同。", False),
        (TABLE.replace("确定依据", "备注").format("—", "海试三次", "—", "水池试验"), False),
        ("主要原材料、关键元器件要求：一律选用口碑好的品牌，质量过硬，满足使用需要。", True),
        ("原材料要求：均选正规厂家的合格产品。", True),
        ("关键元器件：性能可靠，供货稳定。\n后续按需采购。", True),
        ("（3）关键元器件的要求：由采购部门严格把关，确保优质。", True),
        ("主要原材料要求：浮体用闭孔泡沫，密度不高于60千克每立方米。", False),
        ("关键元器件：选用IP68级接插件。", False),
        ("主要原材料要求：不涉及。", False),
        ("关键元器件：见下表。\n名称\t要求\n接插件\t耐压3兆帕", False),
        ("关键元器件国产化：联合本地两家企业共同攻关，逐步替代进口。", False),
        ("原材料供应：与多家供应商签订长期协议，供货有保障。", False),
        ("关键元器件：水听器选用国产型号。\n其中灵敏度不低于180分贝", False),
        ("场地要求：选用条件好的码头，交通便利。", False),  # no figures are asked of it
    ],
)
def test_a_part_by_name_alone(text: str, open_: bool) -> None:
    assert (open_part(GOALS, text) != "") is open_


@pytest.mark.parametrize(
    ("title", "guidance", "text", "lacks"),
    [
        (
            "风险与应对",
            "",
            "技术风险：浑水里回波弱。水越浑，这种情况的可能越大。市场风险：船东压价。去年已出现过两回。",
            True,
        ),
        (
            "风险与应对",
            "",
            "供货风险：进口探头平均晚到六周。人员风险：潜员转行是常事。以上风险客观存在，敬请理解。",
            True,
        ),
        ("风险与应对", "", "1.技术风险：海况差时图像会模糊。\n2.资金风险：船东付款较慢，时有拖欠。", True),
        ("风险与应对", "", "技术风险：浑水里回波弱，换双频探头。市场风险：船东压价，先收三成定金。", False),
        ("风险与应对", "", "浑水里回波弱：改走慢速航线。船东压价：拉长合同年限。", False),
        (
            "风险与应对",
            "",
            "技术风险：胶层会开裂，先做三轮试片，裂了也不容易扩展。市场风险：订单少，老客户占七成，波动不大。",
            False,
        ),
        ("保密措施", "", "涉及图纸由专人保管，人员离职时如数交回，拷贝须经总工程师签字同意。", False),
        ("工作原理", "", "水流冲击叶轮，叶轮带动磁钢，霍尔元件计数，每转一圈记一次，据此换算流量。", False),
        ("国内外水平对比", "", "日本产品的测距误差为0.1毫米，我们的样机达到0.05毫米，造价低三成。", False),
        (
            "风险与应对",
            "",
            "技术风险：海况差时图像会模糊。两套探头都留在船上。资金风险：付款慢。每船押一份保函。",
            False,
        ),
        (
            "知识产权与保密",
            "成果归属和船厂数据的保密措施",
            "专利由双方共有，论文署名按贡献大小排列，奖金平分，侵权由甲方出面。",
            True,
        ),
        ("保密方案", "", "本单位成立二十年来一直为船厂服务，与各船东关系融洽，声誉良好，从未发生过纠纷。", True),
        (
            "知识产权与保密",
            "成果归属和船厂数据的保密措施",
            "专利由双方共有。数据存放在专机上，不接外网，结题后销毁。",
            False,
        ),
        (
            "知识产权与保密",
            "成果归属和船厂数据的保密措施",
            "专利由双方共有。图纸带不出厂，看图要登记，权限由总师批。",
            False,
        ),
        ("知识产权", "写明成果归属", "专利由双方共有，论文署名按贡献大小排列，奖金平分，侵权由甲方出面。", False),
        (
            "预期目标",
            "详述技术的工作原理",
            "据机构估计，国内市场到2027年有四百亿元，年增两成半，东部占三分之一，需求旺盛。",
            True,
        ),
        (
            "预期目标",
            "详述技术的工作原理",
            "浮标随波起落，把波能转成电能，供给水下相机，余电存入电池，供夜间使用。",
            False,
        ),
    ],
)
def test_what_a_section_leaves_out(title: str, guidance: str, text: str, lacks: bool) -> None:
    assert any(ask.sure for ask in unanswered(title, guidance, text)) is lacks
    assert (lack_of(title, guidance, text, 20)[0] != "") is lacks


TEAM = "攻关团队、组织方式、协调机制、资源条件"
LEVEL = "现有技术水平（对比国际先进水平）、应用情况"


@pytest.mark.parametrize(
    ("asked", "said", "open_"),
    [
        (TEAM, "三方各干各的，平时不开会，遇到分歧怎么办尚未商量", True),
        (TEAM, "分歧谁说了算还没有谈妥", True),
        (TEAM, "三家怎么沟通，谁也没想过", True),
        (TEAM, "例会制度尚未商定", True),
        (LEVEL, "国外做到什么程度，我们没有查过", True),
        (LEVEL, "国际同类产品的指标本单位不掌握", True),
        (LEVEL, "与国外的差距未作比较过", True),
        (LEVEL, "同行水平项目组没有做过调研", True),
        ("测试方法", "怎么测还没想好", True),
        ("应对措施", "真出了问题怎么办，还没有考虑", True),
        ("任务分工", "谁来做什么尚未商定", True),
        (TEAM, "分歧由协调会表决，未出现过议而不决", False),
        (TEAM, "例会没有谈妥的事项，提交理事会", False),
        (TEAM, "国外做到什么程度，我们没有查过", False),  # not asked there
        (LEVEL, "国外同类产品尚未查到公开指标", False),
        (LEVEL, "国外没有比过这一工况，我们率先给出了12组数据", False),
        ("作用机理", "失效机理学界尚不清楚，是本项目要攻克的", False),
        ("任务分工", "分工尚未商定前，先按协议由甲方负责", False),
        ("推广安排", "客户没有考虑过国产设备，我们先免费试用", False),
        ("测试方法", "现有测试方法对盐雾一项未考虑", False),
        ("测试方法", "以往的测试对振动没有考虑", False),
        (LEVEL, "国内外同行的样机在北方冬季的寿命，至今无人系统比较过", False),
        (TEAM, "如遇分歧尚未谈妥，由牵头单位裁定", False),
        ("知识产权归属", "成果未经商定，任何一方不得转让", False),
        ("任务分工", "三家的分工至今尚未商定", True),
    ],
)
def test_what_nobody_has_settled(asked: str, said: str, open_: bool) -> None:
    assert undecided(asked, said) is open_


@pytest.mark.parametrize(
    ("words", "evasive"),
    [
        ("负责人吕望舒，情况大家都熟悉，此处从略", True),
        ("负责人吕望舒，业内都知道", True),
        ("负责人吕望舒，在本地有目共睹", True),
        ("项目负责人吕望舒，履历从略", True),
        ("负责人吕望舒，熟悉海洋装备，业内知名", False),
        ("负责人吕望舒，从业19年，其余履历从略", False),
        ("推导见论文，团队了解海况", False),
    ],
)
def test_left_out_as_known(words: str, evasive: bool) -> None:
    assert evades(words, 60) is evasive
