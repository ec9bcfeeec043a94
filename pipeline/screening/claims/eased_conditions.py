"""A figure promised under an easier condition than asked: at -20 ℃ where the metric is of -30 ℃."""

import re
from collections.abc import Iterator

from extractors.values.quantities import find_quantities
from pipeline.screening.claims.around_claims import Around
from schemas.facts import Target

# Of these the farther from the usual is the harder: the colder below zero, the hotter when hot, the more pressure.
_UNITS = r"(?P<unit>℃|°C|摄氏度|MPa|兆帕|kPa)"
_NAMES = {"°C": "℃", "摄氏度": "℃", "兆帕": "MPa"}
_VALUE = r"(?<![\d.~～至到/±])(?P<minus>[-－−–]|零下\s?)?(?P<value>\d+(?:\.\d+)?)\s*"
_UNDER = r"\s*(?:的)?(?:及?以[下上])?(?:[低高超]温|(?:工作)?压力)?(?:条件|环境|工况|状态|时|下(?!降))"
_ASKED = re.compile(_VALUE + _UNITS + _UNDER)
# 在-20 ℃环境舱, -20 ℃条件下; no value that the thing itself has (工作温度-20 ℃)
_IN = r"(?:[在于经]|条件[为：:])\s{0,3}(?:环境|温度|低温|高温|压力){0,2}[为：:]?\s{0,3}"
_TOLD = (re.compile(_VALUE + _UNITS + _UNDER), re.compile(_IN + _VALUE + _UNITS))
AT = re.compile(_VALUE + _UNITS)
RANGE = re.compile(r"\s*(?:[~～至到—±]|[-－–]\s?\d)")
_HEAD = 2  # characters behind the asked size that say it of the same thing: -15℃放电…
_PARTS = re.compile(r"[；;。\n]")
_HOT, _WARM = 45, 35  # ℃ asked, ℃ told
# What has to hold out: to cure or to convert as well with less heat is the harder thing.
ENDURES = re.compile(r"耐|寿命|强度|保持率|密封|泄漏|稳定|老化|循环|续航|运行|工作|值守|待机")


def eased(required: Target, _claim: Target, told: Around) -> Iterator[str]:
    """The easier condition in the claim's own part of the sentence, which nowhere names the one that is asked."""
    asked = _ASKED.search(required.metric) or _in_name(required.metric)
    if asked is None:
        return
    unit, least = _NAMES.get(asked["unit"], asked["unit"]), _size(asked["minus"], asked["value"])
    if (unit != "℃" or least > 0) and ENDURES.search(required.metric.replace(asked.group(), "")) is None:
        return
    if _says(told.sentence, least):
        return
    start = max((end.end() for end in _PARTS.finditer(told.sentence, 0, told.start)), default=0)
    stop = _PARTS.search(told.sentence, told.end)
    part = told.sentence[start : stop.start() if stop is not None else len(told.sentence)]
    behind = required.metric[asked.end() :][:_HEAD]
    named = (re.compile(f"{_VALUE}{_UNITS}{re.escape(behind)}"),) if len(behind) == _HEAD else ()
    conditions = [
        one
        for pattern in (*_TOLD, *named)
        for one in pattern.finditer(part)
        if RANGE.match(part, one.end("unit")) is None
    ]
    sizes = [(_size(one["minus"], one["value"]), _NAMES.get(one["unit"], one["unit"])) for one in conditions]
    if sizes and all(own == unit and is_easier(size, least, unit) for size, own in sizes):
        yield conditions[0].group().strip()


def _in_name(metric: str) -> re.Match[str] | None:
    """-25℃ of -25℃放电容量保持率: below zero no measure of the thing itself bears the name of another."""
    found = AT.search(metric)
    if found is None or not found["minus"] or RANGE.match(metric, found.end("unit")) is not None:
        return None
    return found if metric[found.end() :].strip() else None


# Kept longer the cooler it is: 保存有效期, 货架期
_KEEPS = re.compile(r"保存|储存|贮存|存放|有效期|保质期|货架期|稳定期")
_ROOM = 30  # ℃ asked: above the usual


def eased_behind(required: Target, _claim: Target, told: Around) -> Iterator[str]:
    """14天（25℃条件下）, in the figure's own cell: cooler than the metric's name asks, of what keeps or holds out."""
    asked = AT.search(required.metric)  # 37℃保存有效期
    cell = _PARTS.split(told.in_cell)[0]
    if asked is None or asked["minus"] or asked["unit"] not in ("℃", "°C", "摄氏度"):
        return
    least = _size(None, asked["value"])
    if least < _ROOM or not _KEEPS.search(required.metric) or _says(cell, least):
        return
    found = [one for one in _TOLD[0].finditer(cell) if RANGE.match(cell, one.end("unit")) is None]
    if found and all(0 <= _size(one["minus"], one["value"]) < least for one in found):
        yield found[0].group().strip()


# （DN150）, （板厚10 mm）: of what the call's figure holds; of two sizes of one kind the smaller is the easier one
_BEHIND_ASKED = re.compile(r"\s?[（(](?P<said>[^（）()]{2,20})[）)]")
_OF_SIZE = re.compile(
    r"(?P<kind>(?<![A-Za-z])[DP]N|[\u4e00-\u9fff]{2,4})\s?(?P<size>\d{1,5}(?:\.\d{1,3})?)\s?(?P<unit>mm|毫米|厘米|cm|kg|公斤|千克|吨|kW|千瓦)?"
)


def eased_size(clause: str, required: Target, told: Around) -> Iterator[str]:
    """6.2 min（DN65）where ≤7 min（DN150） is asked: smaller ones alone, in the figure's own cell."""
    behind = _BEHIND_ASKED.match(clause.partition(required.evidence.text)[2])
    asked = _OF_SIZE.search(behind["said"]) if behind is not None else None
    if asked is None or not (asked["kind"].isascii() or asked["unit"]):
        return
    before = re.split(r"[；;。\t：:，,]", told.sentence[: told.end])[-1]
    cell = _PARTS.split(told.in_cell)[0]
    behind_it = [one for one in _OF_SIZE.finditer(cell) if not _has_figure(cell[one.end() :], required)]
    sizes = [one for one in (*_OF_SIZE.finditer(before), *behind_it) if _is_of_kind(one, asked)]
    same = any(_is_of_kind(one, asked) and one["size"] == asked["size"] for one in _OF_SIZE.finditer(told.behind))
    if sizes and not same and all(float(one["size"]) < float(asked["size"]) for one in sizes):
        yield sizes[0].group()


def _has_figure(behind: str, required: Target) -> bool:
    """6.5分钟，DN65约4分钟: the smaller size has a figure of its own."""
    words = re.split(r"[，,（）()]", behind)[0]
    return any(one.unit == required.unit for one in find_quantities(words))


def _is_of_kind(one: re.Match[str], asked: re.Match[str]) -> bool:
    """The same code, or the same word before a size in the same unit (钢板厚8 mm, 板厚10 mm)."""
    named = one["kind"] == asked["kind"] if asked["kind"].isascii() else one["kind"][-2:] == asked["kind"][-2:]
    return named and one["unit"] == asked["unit"]


def _size(minus: str | None, value: str) -> float:
    return -float(value) if minus else float(value)


def is_easier(size: float, asked: float, unit: str) -> bool:
    """On the same side as what is asked, cold or hot, and nearer to the usual; at 25 ℃ another figure is measured."""
    if unit != "℃":
        return size < asked
    return asked < size <= 0 if asked <= 0 else _WARM <= size < asked >= _HOT


def _says(sentence: str, asked: float) -> bool:
    """The sentence names the size that is asked, whatever it says of it."""
    found = re.finditer(rf"{_VALUE}{_UNITS}", sentence)
    return any(_size(one["minus"], one["value"]) == asked for one in found)
