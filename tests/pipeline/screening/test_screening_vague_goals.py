"""Goals in words alone, where the figures of the main indicators are asked."""

import pytest

from pipeline.screening.chapters.vague_goals import goals_without_figures

ASKED = "写明技术原理，主要技术指标及确定依据，主要原材料、关键元器件等的指标要求，主要技术指标的检验方法和测试场景"
PARTS = "\n主要原材料要求：浮体密度不高于60千克每立方米。\n检验方法：在水池中连续测试72小时。"


@pytest.mark.parametrize(
    ("guidance", "text", "vague"),
    [
        (ASKED, "到2028年，浮标的功耗大幅降低，供能时长显著延长。" + PARTS, True),
        (ASKED, "布放速度明显加快，回收成功率进一步提高，达到国际先进水平。" + PARTS, True),
        (ASKED, "1. 待机功耗有所下降；\n2. 抗浪能力显著增强。" + PARTS, True),
        (ASKED, "浮标工作得更稳、更省，总体达到国内领先水平。", True),
        (ASKED, "观测精度有效提升，数据延迟大大缩短，在两个海区应用。", True),
        (ASKED, "回传时延缩短明显，功耗降低较多。关键元器件：选用IP68级接插件。", True),
        (ASKED, "2027年12月底前完成样机，待机功耗大幅下降，寿命明显延长。", True),
        ("给出量化指标。", "供能能力显著增强，维护次数大幅减少。", True),
        (ASKED, "浮标的功耗大幅降低至0.8瓦，供能时长显著延长。" + PARTS, False),
        (ASKED, "功耗降低百分之四十，供能时长显著延长，维护次数大幅减少。", False),
        (ASKED, "功耗大幅降低，供能时长显著延长，达到九十天以上。", False),
        (ASKED, "功耗大幅降低，供能时长显著延长。\n指标\t目标值\n功耗\t0.8瓦", False),
        (ASKED, "功耗大幅降低，供能时长显著延长，具体数值见下表。", False),
        (ASKED, "功耗大幅降低。" + PARTS, False),  # one word of the kind
        (ASKED, "布放深度不小于六百米，抗浪能力显著增强，功耗大幅下降。", False),
        ("写明预期的社会效益。", "渔民收入明显提高，海况预报显著改善。", False),
        ("写明指标的检验方法和测试场景。", "测试效率明显提高，场景大幅扩大。", False),
        (ASKED, "误差缩小到三分之一，寿命明显延长，成本大幅下降。", False),
    ],
)
def test_goals_in_words_alone(guidance: str, text: str, vague: bool) -> None:
    assert (goals_without_figures(guidance, text) != "") is vague
