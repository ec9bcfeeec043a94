"""Words that hold a cue of a refusal and refuse nothing."""

import pytest

from pipeline.screening.clauses.false_cues import without_false_cues


@pytest.mark.parametrize(
    ("words", "cue", "stays"),
    [
        ("把人工智能用到调度上", "人工", False),
        ("大字版、方言版、一键转人工", "人工", False),
        ("减少人工巡检八成", "人工", False),
        ("仍由人工复核", "人工", True),
        ("目前提供在线服务", "前提", False),
        ("以资金到位为前提", "前提", True),
        ("选择机型三种", "择机", False),
        ("择机启动", "择机", True),
        ("识别人员越线", "别人", False),
        ("由别人去做", "别人", True),
        ("实现成果转化", "现成", False),
        ("可靠地完成操作", "靠", False),
        ("由于潮差大，逐站处理", "由", False),
        ("如下步骤", "下步", False),
        ("各项均不低于九成", "均不", False),
        ("不再另行征地", "另行", False),
        ("不再另行建设", "另行", True),
        ("自动判断是否漏油", "是否", False),
        ("是否启动另定", "是否", True),
        ("按年龄给出不同答复", "答复", False),
        ("等主管部门答复后再定", "答复", True),
        ("成品率不低于九成", "成品", False),
        ("电芯外购后自行成组", "外购", False),
        ("电芯外购", "外购", True),
        ("浮标机器人靠信标自行返航", "自行", False),
        ("由平台用户自行开发", "自行", True),
        ("由公司自行开发", "自行", False),
        ("在不属于联合体的船厂装一套", "不属于", False),
        ("漏油清除不属于本项目内容", "不属于", True),
        ("订单取消可实时下达", "取消", False),
        ("取消在线监测", "取消", True),
        ("变更经委员会批准后才能实施", "批准", False),
        ("上级批准以后再立项", "批准", True),
        ("撤回同意的十日内删除", "同意", False),
        ("竞品至今仍不支持", "不支持", False),
        ("针对船员不能离岗的情况", "不能", False),
        ("本项目不能承担", "不能", True),
        ("签署知情同意书", "同意", False),
        ("单一浮标难以覆盖全海区", "难以", False),
        ("本项目难以承担", "难以", True),
        ("三段各有自己的机理", "自己", False),
        ("由船队自己解决", "自己", True),
        ("上级同意后开展", "同意", True),
        ("残料不在厂内过夜", "不在", False),
        ("不在本项目范围内", "不在", True),
    ],
)
def test_a_cue_inside_another_word(words: str, cue: str, stays: bool) -> None:
    assert (cue in without_false_cues(words)) is stays
