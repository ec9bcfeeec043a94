"""A figure promised under an easier condition than the metric names."""

import pytest

from pipeline.screening.claims.around_claims import Around
from pipeline.screening.claims.eased_conditions import eased, eased_behind
from schemas.evidence import Evidence
from schemas.facts import Target

COLD, HOT, DEEP = "-25℃条件下浮标启动时间", "55℃高温环境下值守时间", "6MPa压力下泄漏量"


@pytest.mark.parametrize(
    ("metric", "sentence", "figure", "words"),
    [
        (COLD, "浮标在-15℃低温箱静置后启动，40 s内发出首帧", "40 s", "在-15℃"),
        (COLD, "零下 10 ℃环境下浮标40 s内启动", "40 s", "零下 10 ℃环境"),
        (COLD, "浮标在-25 ℃低温箱静置后启动，40 s内发出首帧", "40 s", None),
        (COLD, "浮标在-35℃低温箱静置后启动，40 s内发出首帧", "40 s", None),  # harder
        (COLD, "常温25℃条件下充电，启动时间40 s", "40 s", None),  # of another figure
        (COLD, "工作温度-15℃～45℃，启动时间40 s", "40 s", None),  # what it stands
        (COLD, "在-15℃条件下通信距离5 km；启动时间40 s", "40 s", None),  # another part
        (COLD, "指标：-25℃条件下启动时间；在-15℃环境实测后推算为40 s", "40 s", None),  # the one asked is named
        (HOT, "45℃环境下值守时间200 h", "200 h", "45℃环境"),
        (HOT, "60℃环境下值守时间200 h", "200 h", None),
        (DEEP, "在4 MPa压力下泄漏量不大于3 mL", "3 mL", "4 MPa压力下"),
        (DEEP, "在6.5 MPa压力下泄漏量不大于3 mL", "3 mL", None),
        ("150℃条件下固化时间", "在120℃条件下固化时间40 s", "40 s", None),  # with less heat is harder
        ("0.8MPa工作压力下喷射距离", "在0.5MPa工作压力下喷射距离55 m", "55 m", None),
        ("-25℃电池容量保持率", "浮标在-15℃环境静置后，电池容量保持率88%", "88%", "-15℃环境"),
        ("-25℃电池容量保持率", "-15℃电池容量保持率88%", "88%", "-15℃电池"),
        ("-25℃电池容量保持率", "-25℃电池容量保持率88%，-15℃电池容量保持率95%", "88%", None),
        ("-25℃电池容量保持率", "电池容量保持率88%", "88%", None),
        ("-25℃～45℃电池容量保持率", "在-15℃环境下电池容量保持率88%", "88%", None),  # a range of its own
        ("浮标启动时间", "浮标在-15℃低温箱静置后启动，40 s内发出首帧", "40 s", None),
    ],
)
def test_an_easier_condition(metric: str, sentence: str, figure: str, words: str | None) -> None:
    at = sentence.index(figure)
    claim = Target(
        role="result",
        metric=metric,
        comparator="<=",
        value=40,
        unit="s",
        evidence=Evidence(text=figure, start=at, end=at + len(figure)),
    )
    assert next(eased(claim, claim, Around(sentence, at, at + len(figure))), None) == words


KEPT = "40℃储存有效期"


@pytest.mark.parametrize(
    ("metric", "behind", "words"),
    [
        (KEPT, "（20℃条件下）", "20℃条件"),
        (KEPT, "（40℃条件下）", None),
        (KEPT, "（55℃环境下）", None),  # harder
        (KEPT, "（20℃条件下另测）；40℃条件下同样达到", "20℃条件"),
        (KEPT, "", None),
        ("40℃固化时间", "（20℃条件下）", None),  # with less heat is harder
        ("4℃储存有效期", "（0℃条件下）", None),
        ("储存有效期", "（20℃条件下）", None),
    ],
)
def test_an_easier_condition_behind_the_figure(metric: str, behind: str, words: str | None) -> None:
    figure, row = "14天", f"2；{metric}；"
    place = Evidence(text=figure, start=len(row), end=len(row) + len(figure))
    claim = Target(role="result", metric=metric, comparator=">=", value=14, unit="天", evidence=place)
    around = Around(row + figure + behind, len(row), len(row) + len(figure))
    assert next(eased_behind(claim, claim, around), None) == words
