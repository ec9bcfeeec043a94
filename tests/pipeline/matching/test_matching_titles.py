"""Headings and proofs that mean the same, and those that do not."""

import pytest

from pipeline.matching.encoder import Encoder
from pipeline.matching.titles import align, similarity

TEMPLATE = [
    "项目名称及简介",
    "适用范围/预期用途",
    "项目价值及效益等",
    "现有基础",
    "相关进展",
    "2028 年预期目标",
    "重点攻关计划",
    "组织保障机制",
    "潜在问题及应对举措",
    "其他相关事项说明",
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (TEMPLATE, list(range(10))),
        (list(reversed(TEMPLATE)), list(range(9, -1, -1))),
        (
            [
                "名称和简介",
                "适用范围和用途",
                "价值与效益",
                "现有基础",
                "相关进展",
                "2028年目标",
                "攻关计划",
                "组织保障",
                "问题及应对",
                "其他",
            ],
            list(range(10)),
        ),
        (
            [
                "项目概况",
                "应用场景",
                "经济社会效益",
                "工作基础",
                "研究进展",
                "考核指标",
                "进度安排",
                "团队与组织管理",
                "风险分析与对策",
                "其他说明",
            ],
            list(range(10)),
        ),
        (["项目简介", "应用场景与经济社会效益", "研究基础"], [0, 1, 1, 2, *[None] * 6]),
        ([], [None] * 10),
    ],
    ids=["same", "reordered", "shortened", "renamed", "merged", "none"],
)
def test_alignment(encoder: Encoder, titles: list[str], expected: list[int | None]) -> None:
    assert [index for index, _ in align(TEMPLATE, titles, encoder)] == expected


def test_a_title_of_its_own_stands_for_nothing(encoder: Encoder) -> None:
    found = align(["潜在问题及应对举措", "组织保障机制"], ["公司历史", "厂区照片"], encoder)
    assert found == [(None, 0.0), (None, 0.0)]


def test_guidance_helps(encoder: Encoder) -> None:
    guidance = ["时间节点、每一步做什么、由谁负责等。"]
    plain = align(["重点攻关计划"], ["时间节点和负责人"], encoder)[0]
    helped = align(["重点攻关计划"], ["时间节点和负责人"], encoder, guidance)[0]
    assert helped[0] == 0
    assert helped[1] > plain[1]


@pytest.mark.parametrize(
    ("name", "same", "other"),
    [
        ("荣誉证明：省级企业技术中心认定文件", "相关荣誉证明材料", "研发投入证明材料"),
        ("2027年研发费用专项审计报告", "申报单位上一财年研发投入证明材料", "相关荣誉证明材料"),
        ("软件著作权登记证书", "研发能力证明材料", "主营业务收入证明材料"),
        ("第三方检测报告", "当前性能指标及应用推广效果证明材料", "研发投入证明材料"),
        ("年度审计报告及纳税证明", "财务会计报表", "相关荣誉证明材料"),
    ],
)
def test_proofs(encoder: Encoder, name: str, same: str, other: str) -> None:
    assert similarity(name, same, encoder) > 0.45
    assert similarity(name, same, encoder) > similarity(name, other, encoder) + 0.15


def test_bounds(encoder: Encoder) -> None:
    assert similarity("现有基础", "现有基础", encoder) == pytest.approx(1, abs=0.01)
    assert similarity("", "现有基础", encoder) == 0
    assert 0 <= similarity("芯片", "其他", encoder) <= 1
