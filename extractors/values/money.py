"""Money (金额): what stands behind 元 and belongs to the sum: 123元1角1分, 壹仟玖佰圆整."""

import re
from dataclasses import dataclass

from extractors.values.han_numerals import DIGIT, han_value

_AMOUNT = rf"(?:\d|{DIGIT})"
# 港币100万元, 人民币50元: 元 is the currency's that stands before the number.
_CURRENCY = re.compile(
    r"(?:(?P<yuan>人民币|RMB)|(?P<hk>港币)|(?P<tw>新台币|台币)|(?P<us>美金)|(?P<sg>新币)|(?P<jp>日币))(?:\s{0,2}|[:：])$"
)
_UNITS = {"yuan": "元", "hk": "港元", "tw": "台币", "us": "美元", "sg": "新加坡元", "jp": "日元"}
_TAIL = re.compile(rf"[零]?(?:(?P<tens>{_AMOUNT})[角毛])?(?:[零]?(?P<ones>{_AMOUNT})分)?(?=[^\d]|$)钱?[整正]?")


@dataclass(frozen=True, slots=True)
class Tail:
    """The end of a sum: the offset behind it, and what it adds in 元."""

    end: int
    value: float


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency named before a sum: where its name begins, and the unit."""

    start: int
    unit: str


def currency_before(text: str, at: int) -> Currency | None:
    """The currency whose name ends at ``at``, or None."""
    match = _CURRENCY.search(text, max(0, at - 6), at)
    return Currency(match.start(), _UNITS[match.lastgroup or "yuan"]) if match else None


def money_tail(text: str, at: int) -> Tail | None:
    """角 and 分 and 整 behind 元 at ``at``, or None where nothing of it stands there."""
    match = _TAIL.match(text, at)
    if match is None or match.end() == at:
        return None
    tens, ones = (_digit(match[name]) for name in ("tens", "ones"))
    return Tail(match.end(), tens / 10 + ones / 100)


def _digit(words: str | None) -> float:
    if not words:
        return 0.0
    return float(han_value(words) or 0)
