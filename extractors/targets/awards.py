"""Sums that a call gives (奖励): 每个单位最高资助50万元, and what the winners get; no condition on who may apply."""

import re

_AWARDED = re.compile(r"最高|奖励|资助|补助|补贴|奖补|给予")
# 一等奖队伍可直接与命题单位签订不低于30万元的合同
_WON = re.compile(
    r"(?:[特一二三]等奖|优胜|获奖|中榜)[^，。；]{0,8}?(?:可(?:以|直接|优先)?|将|直接|优先)(?:与|和|同|获|签)"
)


def is_award(sentence: str) -> bool:
    """The sentence tells what is given, under 申报对象 as well."""
    return _AWARDED.search(sentence) is not None or _WON.search(sentence) is not None
