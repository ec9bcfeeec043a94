"""Amounts of money in forms and in running text, in yuan."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

FACTORS = {"万": 1e4, "亿": 1e8, "元": 1.0, "千元": 1e3, "万元": 1e4, "百万元": 1e6, "千万元": 1e7, "亿元": 1e8}
_UNIT = re.compile(r"(?:百万|千万|万|亿|千)?元|(?<=[（(])[万亿](?=[)）])")
# 3,860.5, and 3 860.5 where nothing or words stand before it (a row's number before a figure has a blank there).
_PLAIN = r"(?:(?<![^\u4e00-\u9fff:：])[1-9]\d{0,2}(?: \d{3})+(?!\d)|(?<!\d)\d[\d,，]{0,24})(?:\.\d{1,6})?"
# A plain number with its unit; 1.2亿元, 3,860万元; a number without 元 behind it is none.
_MONEY = rf"(?P<value>{_PLAIN})\s*(?P<unit>(?:百万|千万|万|亿|千)?元)"
AMOUNT = re.compile(_MONEY)
# 总投入1,860万: behind the name of an amount the 元 may be left out.
_NAMED_MONEY = _MONEY.replace("元)", r"元|[万亿](?=[，。；;、）)\s]|$))")
_AMOUNT_ALONE = re.compile(rf"约?{_NAMED_MONEY}")
_REMARK = re.compile(r"\s*[（(][^（）()]{1,20}[）)]$")  # 2,136（2022财年）
_NUMBER = re.compile(_PLAIN)
# 甲公司自筹200万元，乙单位配套70万元，合计270万元: what the sentence sums up to
_SUMMED = re.compile(rf"[^。；;\n]{{2,80}}?(?:合计|共计|总计|总额)[为约]?\s*{_MONEY}")
# What may stand between the name of an amount and its number: 为, 约, 达到, 人民币, a colon.
_LINK = r"(?:额|总额)?\s*(?:为|是|达到?|共计?|合计|总计|约|预计|计划|[:：])*\s*(?:人民币)?(?:约)?\s*"
_OWN = r"(?:度|[本我全]?(?:公司|单位|企业|集团)|全[年院校所]|年|的|总|整体|全部|实现|完成|发生|投入(?=研))*"
# 2024年营业收入9,842万元，研发投入2,165万元: what follows in a list of sums is of the same year.
_ITS = r"(?:度|[本我全]?公司|[本我]单位|全[年院校所]|实现|完成)*"
_OF_ONE_YEAR = (
    r"(?:(?!其中|集团|参股|控股|子公司|分公司|合作|[上下]半年|[一二三四]季度|前)[\u4e00-\u9fff]{2,10}\d[\d,，.]{0,14}\s?[百千万亿]{0,2}元[，,、；;]\s?(?:其中)?"
    r"(?:[本我]?(?:公司|单位)|企业)?){1,3}"
)
# 2025年销售1460台，实现营业收入1.36亿元，当年研发投入1678万元
_THAT_YEAR = r"(?:(?!20\d\d)[^。；;\n]){0,60}(?:当年|同年|该年度?)"


@dataclass(frozen=True, slots=True)
class Mention:
    """An amount named in running text: yuan, the words, the year it is for (None: none named), its place.

    ``summed`` is the larger sum that its sentence closes with, of which it may be one part; ``within`` the sum before
    the 其中 that names it.
    """

    yuan: float
    words: str
    year: int | None
    start: int
    end: int
    summed: float | None = None
    within: float | None = None


def yuan(value: str, label: str = "") -> float | None:
    """The amount of a form's value in yuan; the unit stands in the value, else in the label; None without either."""
    with_unit = AMOUNT.search(value) or _AMOUNT_ALONE.fullmatch(value.strip())
    if with_unit is not None:
        return amount(with_unit)
    plain = _NUMBER.fullmatch(_REMARK.sub("", value.strip()))
    unit = _UNIT.search(label)
    if plain is None or unit is None:
        return None
    return _plain(plain.group()) * FACTORS[unit.group()]


def amount(match: re.Match[str]) -> float:
    """The yuan of a match of :data:`AMOUNT`."""
    return _plain(match.group("value")) * FACTORS[match.group("unit")]


def _plain(digits: str) -> float:
    return float(re.sub(r"[,， ]", "", digits))


# 设备费560万元，其中省财政资金150万元、自筹资金410万元: the sources of one item
_OF_ONE_ITEM = re.compile(
    r"(?<!总)(?<!总经)(?<!总费)(?<!目经)(?<!务经)(?<!题经)[费款用]\s?[\d,.]+\s?(?:万|亿)?元[，,（(]\s?其中[^。；;\n]*$"
)
_ITEM_BEFORE = 60  # characters
_WITHIN = re.compile(
    rf"{_MONEY}\s?[（(，,]\s?其中[^。；;\n（）()]*$"
)  # 共计210万元（其中财政资金90万元、自筹资金120万元）


@cache
def _mention(pattern: str, annual: bool) -> re.Pattern[str]:
    before = (
        rf"(?P<year>20\d\d)\s*年(?:{_OWN}|{_ITS}{_OF_ONE_YEAR}|{_THAT_YEAR}{_OWN})"
        if annual
        else r"(?<![期段作与分子年他均])"
    )
    return re.compile(before + f"(?P<name>{pattern})" + _LINK + _NAMED_MONEY)


_NOT_INSIDE = r"(?<![\u4e00-\u9fff])"  # before the name in a pattern: no other word ends there


@cache
def _behind(pattern: str) -> re.Pattern[str]:
    """我单位愿以人民币780万元的报价承担: the name behind its amount, no dealer's."""
    name = pattern.replace(_NOT_INSIDE, "")
    ours = r"(?P<ours>(?:我|本)(?:单位|方|公司|院|校|所|们)[^。；;\n]{0,20}?)?"
    return re.compile(rf"{ours}以(?:人民币)?\s*{_MONEY}的(?:{name})(?(ours)|(?=承担|承接|应榜|揭榜))")


def mentions(text: str, pattern: str, annual: bool) -> Iterator[Mention]:
    """Where a text names the amount whose name is ``pattern``.

    An annual amount needs its year right before it (2022年度公司研发投入, not 2022年智能方向研发投入); any other must
    not be one of a part, a stage or a partner (一期总投资, 合作单位自筹资金).
    """
    found = list(_mention(pattern, annual).finditer(text))
    found += [] if annual else _behind(pattern).finditer(text)
    for match in found:
        if _OF_ONE_ITEM.search(text[max(0, match.start() - _ITEM_BEFORE) : match.start()]):
            continue
        year = int(match.group("year")) if annual else None
        value = _plain(match.group("value")) * FACTORS[match.group("unit")]
        total, whole = _SUMMED.match(text, match.end()), _WITHIN.search(text, 0, match.start())
        summed = amount(total) if total is not None and amount(total) > value else None
        within = amount(whole) if whole is not None else None
        yield Mention(value, match.group(), year, match.start(), match.end(), summed, within)
