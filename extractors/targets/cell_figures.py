"""Figures of a cell that say less than a sentence: a number alone, a number whose unit stands in another cell."""

import re
from dataclasses import replace

from extractors.values.quantities import Quantity, find_quantities

# A unit that is a factor, with or without the thing counted: 亿, 万原子.
_FACTOR = re.compile(r"(?P<factor>万亿|[千百十]?亿|[千百十]?万|千)(?P<noun>[\u4e00-\u9fff]{0,4})")
_LONE_NUMBER = re.compile(r"\d{1,12}(?:,\d{3}){0,3}(?:\.\d{1,6})?(?:[千百十]?[万亿]|万亿)?")
_LONE_RANGE = re.compile(r"(?P<low>\d{1,6}(?:\.\d{1,6})?)\s?[~～—–-]\s?(?P<high>\d{1,6}(?:\.\d{1,6})?)")
_COMPARING = "≥"
_PARAMETERS, _OF_PARAMETERS = "参数量", re.compile(r"参数(?:总?[量数]|规模|总量)?$")
# 五件, 十二项: nothing else in a cell that binds, where a count needs no comparing word
_LONE_COUNT = re.compile(
    r"[一二两三四五六七八九十百]{1,4}(?=[个件项篇部套台家座人名种类支款辆艘次])[\u4e00-\u9fff]{1,2}"
)


def bare_number(words: str) -> list[Quantity]:
    """130亿 or 五件 alone in a cell that binds: read behind a comparing word, taken off again; 2.4~2.7 as a range."""
    ends = _LONE_RANGE.fullmatch(words)
    if ends is not None and float(ends["low"]) < float(ends["high"]):
        low, high = float(ends["low"]), float(ends["high"])
        return [Quantity(0, len(words), 0, len(words), low, high, None, "range", compared=True, han=False)]
    if _LONE_NUMBER.fullmatch(words) is None and _LONE_COUNT.fullmatch(words) is None:
        return []
    lead = len(_COMPARING)
    return [
        replace(
            q, start=0, end=q.end - lead, outer_start=0, outer_end=q.outer_end - lead, comparator="=", compared=False
        )
        for q in find_quantities(_COMPARING + words)
    ]


def of_model(words: str, name: str) -> list[Quantity]:
    """1.8T, 8600亿 beside 模型参数量: the sizes of a model, whose unit is what the row's name says."""
    if _OF_PARAMETERS.search(name) is None:
        return []
    lead = len(_PARAMETERS)
    told = [q for q in find_quantities(_PARAMETERS + words) if q.unit == "参数" and q.start >= lead]
    return [
        replace(
            q,
            start=q.start - lead,
            end=q.end - lead,
            outer_start=max(q.outer_start - lead, 0),
            outer_end=q.outer_end - lead,
        )
        for q in told
    ]


def with_unit(words: str, unit: str) -> Quantity | None:
    """≥300 under 平方米, 95以上 under %: the unit put behind the last number; None where it is no unit."""
    digits = re.search(r"\d(?=\D*$)", words)
    if digits is None or not unit:
        return None
    joined = words[: digits.end()] + unit + words[digits.end() :]
    whole = digits.end() + len(unit)
    quantity = next((q for q in find_quantities(joined) if q.unit is not None and q.end == whole), None)
    if quantity is None:
        return None
    return replace(quantity, end=digits.end(), outer_end=max(digits.end(), quantity.outer_end - len(unit)))


def multiplied(words: str, unit: str) -> Quantity | None:
    """≥1000 under 万原子 is 1e7 原子; None where the unit is no factor or the cell holds more than one number."""
    factor = _FACTOR.fullmatch(unit)
    digits = re.search(r"\d(?:[\d,]*\d)?(?:\.\d+)?(?=\D*$)", words)
    if factor is None or digits is None or re.search(r"\d", words[: digits.start()]):
        return None
    joined = f"{words[: digits.end()]}{factor.group('factor')}个{words[digits.end() :]}"
    scaled = next(iter(find_quantities(joined)), None)
    if scaled is None:
        return None
    shift = len(joined) - len(words)
    return replace(
        scaled,
        end=digits.end(),
        outer_end=max(digits.end(), scaled.outer_end - shift),
        unit=factor.group("noun") or None,
    )
