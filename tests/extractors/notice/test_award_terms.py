"""What a call of subsidies asks for in the words that promise them, and below them."""

import pytest
from documents import document

from extractors.notice.award_terms import award_terms, tier_targets
from extractors.notice.eligibility import award_conditions, find_eligibility, single_conditions
from pipeline.structure import structure

HEAD = "关于申报渔港补助项目的通知\n一、补助标准\n"
# sentence, what is asked in it
TERMS = [
    (
        "（一）渔船。购置渔船，舱容不小于20立方米，装北斗终端，每艘补助3万元。",
        ["购置渔船，舱容不小于20立方米，装北斗终端"],
    ),
    ("（二）冷库。新建冷库，库容不低于500立方米，按投资的30%补助。", ["新建冷库，库容不低于500立方米"]),
    ("购置制冰机（日产10吨以上），在省级补贴基础上按售价的15%补贴。", ["购置制冰机（日产10吨以上）"]),
    # nothing is given, or nothing is asked for
    ("建设期不超过两年，逾期取消资格。", []),
    ("对上年度评为优秀的，每家奖励5万元。", []),
]
TIERS = "（三）产值奖励。对产值首次突破下列规模的企业，分档给予奖励：\n"
TABLE = "档次 | 年产值 | 增幅 | 奖励金额\n第一档 | 首次突破1亿元 | 不低于20% | 5万元\n"


@pytest.mark.parametrize(("sentence", "wanted"), TERMS)
def test_award_terms(sentence: str, wanted: list[str]) -> None:
    text, outline = structure(document(HEAD + sentence + "\n", hard_wrapped=False))
    assert [span.of(text.clean) for span in award_terms(text, outline)] == wanted


def test_tiers_of_an_award() -> None:
    text, outline = structure(document(HEAD + TIERS + TABLE + "二、时间\n随时申报。\n"))
    found = [(t.role, t.metric, t.comparator, t.value, t.evidence.text) for t in tier_targets(text, outline)]
    assert found == [
        ("eligibility", "年产值", ">", 100_000_000, "首次突破1亿元"),
        ("eligibility", "增幅", ">=", 20, "不低于20%"),
    ]
    # a table of what there was promises nothing
    text, outline = structure(document(HEAD + "近年产值如下：\n" + TABLE))
    assert tier_targets(text, outline) == []


def test_an_applicant_with_a_bracket_behind() -> None:
    words = "对租用码头面积不少于300平方米的新设立企业（2024年后成立），按每月每平方米不超过40元给予补贴。"
    text, outline = structure(document(HEAD + words + "\n", hard_wrapped=False))
    assert [span.of(text.clean) for span in award_conditions(text, outline)] == [words.partition("，按")[0]]


def test_a_condition_with_its_case() -> None:
    whole = "研发费用占营业收入的比例不低于6%；营业收入超过5亿元的企业，该比例不低于4%"
    words = (
        f"一、申报条件\n（一）{whole}。\n（二）同一事项不得重复享受市级资金。\n（三）注册满1年；有海试码头的企业。\n"
    )
    text, outline = structure(document("关于申报渔港项目的通知\n" + words, hard_wrapped=False))
    sentences = find_eligibility(text, outline)
    singles = [one.of(text.clean) for span in sentences for one in single_conditions(text.clean, span)]
    assert singles == [whole, "同一事项不得重复享受市级资金", "注册满1年", "有海试码头的企业"]
