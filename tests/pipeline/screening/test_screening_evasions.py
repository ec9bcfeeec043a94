"""Answers that say where to look, that something follows or is kept back."""

import pytest

from pipeline.screening.chapters.deferred import deferred
from pipeline.screening.chapters.evasions import evades, says_nothing


@pytest.mark.parametrize(
    ("words", "evasive"),
    [
        ("详见营业执照", True),
        ("可登录“信用中国”网站自行查询。", True),
        ("办公楼搬迁中，新址确定后函告", True),
        ("企业邮箱正在开通，开通后另行告知", True),
        ("正与两处园区洽谈，选定后报备", True),
        ("个人号码不便公开", True),
        ("属商业秘密，中榜后在签署保密协议的前提下再行说明", True),
        ("为防止技术外泄，前期成果不在书面材料中列出", True),
        ("国内外同行都在开展此类研究，情况众所周知", True),
        ("见任务书第7部分", True),
        ("同我所2024年市级课题申请书相应章节，此处不再述", True),
        ("本节待任务书签订后，由课题组另行撰写并补报", True),
        ("同海州大学申报书评审专家组研讨两次，浮标布放窗口已改到九月", False),
        ("本节待测浮标由两家船厂同时备货", False),
        ("见身份证复印件", True),
        ("评审中", True),
        ("检测方法和检测单位，立项后与专家组商定", True),
        ("海州市听涛街21号", False),
        ("评审中心主任", False),
        ("高级工程师，正在申请正高级", False),
        ("胶州湾理工大学，协议已签，知识产权另行约定", False),
        ("公司建有海洋浮标实验室，正在招聘博士后。", False),
        ("公司从事海洋数据防止泄露产品的研发与销售。", False),
        ("无", False),
        ("分工已与需求方当面谈妥，写入合同", False),
        ("具体分工与需求方面谈", True),
        ("待机功耗低的浮标平台", False),
        ("13800001111（节假日另行告知备用号码）", False),  # the number is there
        ("公司设有保密办公室，负责涉密资料管理", False),
        ("浮标再平衡控制", False),
    ],
)
def test_evasive_words(words: str, evasive: bool) -> None:
    assert evades(words, 60) is evasive


@pytest.mark.parametrize("words", ["同上", "略。", "公司高度重视本方向，一贯给予优先支持。"])
def test_words_that_say_nothing(words: str) -> None:
    assert says_nothing(words, 60)


@pytest.mark.parametrize(
    ("asked", "text", "open_"),
    [
        ("组织保障 协调机制", "由总工牵头。\n协调机制：同上。\n每周例会。", True),
        ("主要技术指标及确定依据", "水深500米。\n确定依据：略。", True),
        ("知识产权安排", "各方的成果归各方。成果的知识产权如何归属，待验收时由三方再议。", True),
        ("预期效益", "年销售收入3亿元；减排效益涉及因素较多，本次未作测算。", True),
        ("人员与分工", "负责人从事潜器研制16年。核心成员名单和分工待立项后从各部门抽调确定。", True),
        ("技术路线", "技术路线：涉及商业秘密的数据采用联邦学习处理。", False),
        ("人才队伍", "人才队伍：带头人由孙启明担任，正在招聘青年骨干充实队伍。", False),
        ("知识产权归属与转化", "成果归谁所有、如何转化，待结题后由双方另行签订协议确定。", True),
        ("知识产权归属与转化", "成果归双方共有；第三方许可费待验收后另行签订协议约定。", False),
        ("知识产权归属与转化", "知识产权按出资比例归属，待验收后另行签订转化协议。", False),
        ("预期效益", "预期效益：签约后可明确新增产值2000万元", False),
        ("数据管理", "数据管理：不予公开的数据分级加密存储", False),
        ("应用方案", "控制柜恢复供电后补传数据，用户断网时本地运行。", False),
        ("组织保障 协调机制", "协调机制：双周例会，分歧由负责人三日内裁决。", False),
        ("其他相关事项", "有关事项另行商定。", False),
        ("伦理审查", "本章内容拟在项目获批后，请专家另行编制，本次申报暂不提供。", True),
        ("供货安排", "本部分待中榜后与需求方另行商定，届时补充。", True),
        ("供货安排", "本部分设备待立项后另行确定供应商，其余按季供货。", False),
        ("技术路线", "样机待海试后再定型，共三步。", False),
        ("预期目标 指标与检验方法", "各项指标的检验方法目前没有考虑，等立项以后再行研究确定。", True),
        ("预期目标 指标与检验方法", "指标的数值和检验方法待揭榜成功后与专家商定，本书暂不填写。", True),
        (
            "应用示范安排 写明示范点、规模",
            "示范点的选址和台数目前均未确定，拟在中榜后再与有关方面商量，届时另报。",
            True,
        ),
        ("应用示范安排 写明示范点、规模", "中榜后再与两家用户商量第二批装车的时间，第一批20台2027年3月装车。", False),
    ],
)
def test_a_part_that_is_put_off(asked: str, text: str, open_: bool) -> None:
    assert (deferred(asked, text) is not None) is open_
