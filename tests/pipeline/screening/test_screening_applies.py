"""Proofs that are asked of some applicants only: does the condition hold of this one?"""

from typing import Any

import pytest

from pipeline.screening.conditions.applies import _directions

PROOF = "四、其他材料\n另须提交以下材料：（1）承诺函；（2）{words}。"


@pytest.mark.parametrize(
    ("words", "name", "changes", "status"),
    [
        ("申报方向1的，提供样机检测报告", "样机检测报告", (), "missing"),
        ("申报方向2的，提供中试线照片", "中试线照片", (), "met"),
        ("方向二须提供中试线照片", "中试线照片", (), "met"),
        ("企业申报的，提供纳税信用证明", "纳税信用证明", (), "missing"),
        ("高校申报的，提供学科评估证明", "学科评估证明", (), "met"),
        ("属于高新技术企业的，提供高新技术企业证书", "高新技术企业证书", (), "unverifiable"),
        (
            "属于高新技术企业的，提供高新技术企业证书",
            "高新技术企业证书",
            (("（二）进度安排", "（二）单位概况\n公司2022年获评国家高新技术企业。\n（三）进度安排"),),
            "missing",
        ),
        (
            "属于高新技术企业的，提供高新技术企业证书",
            "高新技术企业证书",
            (("（二）进度安排", "（二）单位概况\n公司尚未认定高新技术企业。\n（三）进度安排"),),
            "unverifiable",
        ),
        (
            "属于高新技术企业的，提供高新技术企业证书",
            "高新技术企业证书",
            (("注册地址\t", "是否为高新技术企业\t否\t注册地址\t"),),
            "met",
        ),
        ("建有养殖场的，提供防疫条件合格证", "防疫条件合格证", (), "unverifiable"),
        (
            "建有养殖场的，提供防疫条件合格证",
            "防疫条件合格证",
            (("（二）进度安排", "（二）单位概况\n现有标准化养殖舍3000平方米。\n（三）进度安排"),),
            "missing",
        ),
        (
            "建有养殖场的，提供防疫条件合格证",
            "防疫条件合格证",
            (("（二）进度安排", "（二）单位概况\n合作农户建有养殖场20处，本公司计划新建养殖舍。\n（三）进度安排"),),
            "unverifiable",
        ),
        ("有参与单位的，提供合作协议", "合作协议", (), "unverifiable"),
        (
            "有参与单位的，提供合作协议",
            "合作协议",
            (("注册地址\t", "参与单位\t云屿市人民医院\t注册地址\t"),),
            "missing",
        ),
        ("涉及人体临床试验的，提供伦理批件", "伦理批件", (), "unverifiable"),
        (
            "涉及人体临床试验的，提供伦理批件",
            "伦理批件",
            (("（二）进度安排", "（二）研究内容\n开展多中心临床试验一百例。\n（三）进度安排"),),
            "missing",
        ),
        (
            "涉及人体临床试验的，提供伦理批件",
            "伦理批件",
            (("（二）进度安排", "（二）研究内容\n本项目不涉及人体临床试验。\n（三）进度安排"),),
            "met",
        ),
        (
            "申报YL-02榜单的，提供伦理审查批件",
            "伦理审查批件",
            (("注册地址\t", "榜单编号\tYL-02\t注册地址\t"),),
            "missing",
        ),
        (
            "申报YL-02榜单的，提供伦理审查批件",
            "伦理审查批件",
            (("注册地址\t", "榜单编号\tYL-01\t注册地址\t"),),
            "met",
        ),
        ("申报YL-02榜单的，提供伦理审查批件", "伦理审查批件", (), "unverifiable"),
        ("申报方向1至3的，提供样机检测报告", "样机检测报告", (), "missing"),
        (
            "申报YL-02榜单的，提供伦理审查批件",
            "伦理审查批件",
            (("注册地址\t", "榜单编号\tYL02\t注册地址\t"),),
            "missing",
        ),
        (
            "属于高新技术企业的，提供高新技术企业证书",
            "高新技术企业证书",
            (("（二）进度安排", "（二）预期效益\n项目通过示范带动高新技术企业3家。\n（三）进度安排"),),
            "unverifiable",
        ),
        (
            "属于高新技术企业的，提供高新技术企业证书",
            "高新技术企业证书",
            (("（二）进度安排", "（二）单位概况\n公司尚未被认定为高新技术企业。\n（三）进度安排"),),
            "unverifiable",
        ),
        (
            "属于高新技术企业的，提供高新技术企业证书",
            "高新技术企业证书",
            (("注册地址\t", "单位类型（高新技术企业、科技型中小企业）\t科技型中小企业\t注册地址\t"),),
            "unverifiable",
        ),
        ("团队提供全体成员身份证复印件", "全体成员身份证复印件", (), "met"),
        ("单位提供法人授权书", "法人授权书", (), "missing"),
        ("委托代理的，需授权委托书", "授权委托书", (), "unverifiable"),
    ],
)
def test_a_condition_that_the_application_decides(
    words: str, name: str, changes: tuple[tuple[str, str], ...], status: str, found: Any
) -> None:
    assert found(*changes, more=PROOF.format(words=words))["proof_material", name].status == status


@pytest.mark.parametrize(
    ("condition", "numbers"),
    [
        ("申报方向1、方向3的", {1, 3}),
        ("申报方向二至四的", {2, 3, 4}),
        ("方向10—方向12申报的", {10, 11, 12}),
        ("事项2", {2}),
        ("各申报事项2026年起", None),
        ("与申报方向一致的", None),
        ("联合申报的", None),
    ],
)
def test_the_directions_of_a_condition(condition: str, numbers: set[int] | None) -> None:
    assert _directions(condition) == numbers


@pytest.mark.parametrize(
    ("how", "status"),
    [
        ("申报形式\t□独立申报 ☑联合申报", "missing"),
        ("申报形式\t☑独立申报 □联合申报", "met"),
        ("申报形式\t□独立申报 □联合申报", "unverifiable"),
        ("是否联合申报\t否（独立申报）", "met"),
        ("联合单位\t无（独立申报）", "met"),
        ("联合单位\t由本公司独立承担", "met"),
        ("联合单位\t海州大学独立承担测试子课题", "missing"),
        ("联合单位\t某大学（另附分工）", "missing"),
        ("是否联合申报\t☑是 □否", "missing"),
    ],
)
def test_whether_several_apply_together_by_the_form(how: str, status: str, found: Any) -> None:
    more = "四、其他材料\n请另附以下材料：\n1.联合攻关协议（联合申报的提供）；\n2.发明专利证书。\n"
    changed = ("注册地址\t", f"{how}\t注册地址\t")
    listed = ("3. 发明专利证书", "3. 发明专利证书\n4. 应用合同")
    assert found(changed, listed, more=more)["proof_material", "联合攻关协议"].status == status
