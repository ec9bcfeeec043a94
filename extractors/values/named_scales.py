"""Figures on a scale that is named before them (HRC58, TRL7), and sizes of models (7B, 参数量5M, 2T tokens).

IP67 is none: a code of two digits, each on a scale of its own.
"""

import re
from dataclasses import dataclass

# HV0.5 behind a figure is the load of a test.
_SCALE = re.compile(r"(?<![A-Za-z\d])(?P<name>HRC|HRB|HRA|HBW|HB|HV|TRL)[- ]?$")
# 维氏硬度HV5为1300～1400, HV0.5不低于600: the load of the test stands behind the scale's name, the figure behind that.
_LOAD_SCALE = re.compile(
    r"(?<![A-Za-z\d])(?P<name>HV|HBW|HB)(?P<load>\d{1,2}(?:\.\d{1,2})?)(?:硬度)?(?:值)?\s?"
    r"(?:[为是在:：≥>＞≤<＜]|不[低小高大少]于|不超过|达到?|大于|高于|超过|控制在){1,2}\s?$"
)
_IS_LOAD = re.compile(
    r"(?:硬度)?(?:值)?\s?(?:[为是在:：≥>＞≤<＜]|不[低小高大]于|不超过|达到?|大于|高于|超过|控制在){1,2}\s?\d{2,4}"
)
_BY_LOAD = re.compile(r"(?:HV|HBW?)$")
_GRADED = re.compile(r"(?:等级|级别|硬度|成熟度|就绪度)[^，。；\d]{0,4}$")
_LEVEL = re.compile(r"\s?级(?!别|联)")
_FACTORS = {"K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12}
_LETTER = re.compile(r"\s?(?P<letter>[KMBT])(?![A-Za-z/])")
_TOKENS = re.compile(r"\s?(?P<letter>[KMBT])\s?(?P<unit>[Tt]okens?)")
_OF_PARAMETERS = re.compile(r"参数[^，。；：:\d]{0,10}[：:]?\s?$")
# 总参数8600亿, 参数规模为1.2万亿: of figures without a unit those beside 亿 alone
_OF_MODEL = re.compile(
    r"参数(?:总?[量数]|规模|总量)?"
    r"(?:共计?|约|近|超过?|达到?|为|是|增至|扩大到|不[低少]于|不小于|大于|高于|[≥>＞=])?[：:]?\s?$"
)
_MODEL = re.compile(r"级?(?:及?以[上下内]|左右)?的?(?:\s?参数|[^，。；、\d]{0,6}模型)")
_REACH = 16


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale named before a figure: where its name begins, and the unit of the figure."""

    start: int
    unit: str


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a model: where its words end, what the figure is to be multiplied with, and the unit.

    ``named`` where nothing before it speaks of parameters: 7B模型 without a bound is a name.
    """

    end: int
    factor: float
    unit: str
    named: bool = False


def scale_before(text: str, at: int) -> Scale | None:
    """The scale of the figure at ``at``: 硬度HRC58 -> HRC, TRL7 -> 级; None where no such name stands before it."""
    first = max(0, at - 6)
    match = _SCALE.search(text[first:at])
    if match is None:
        loaded = _LOAD_SCALE.search(text[max(0, at - _REACH) : at])
        return Scale(at, loaded["name"]) if loaded is not None else None
    return Scale(first + match.start(), "级" if match["name"] == "TRL" else match["name"])


def is_load(text: str, start: int, end: int) -> bool:
    """The number at ``start:end`` is the load of a test of hardness, whose figure stands behind: HV5为1300."""
    return _BY_LOAD.search(text[max(0, start - 3) : start]) is not None and _IS_LOAD.match(text, end) is not None


def is_graded(text: str, scale: Scale) -> bool:
    """硬度HRC60, 成熟度TRL7: the words before say what the scale grades, so that no comparing word is needed."""
    before = text[max(0, scale.start - _REACH) : scale.start]
    return _GRADED.search(before) is not None or _LOAD_SCALE.search(before) is not None


def level_end(text: str, at: int, scale: Scale) -> int:
    """Behind the 级 of TRL7级."""
    match = _LEVEL.match(text, at) if scale.unit == "级" else None
    return match.end() if match else at


def model_size(text: str, start: int, end: int) -> Size | None:
    """The size of a model in the number that ends at ``end`` and whose words begin at ``start``.

    参数量不低于7B is 7e9 参数, 总参数8600亿 8.6e11, 2T tokens 2e12 tokens; None for bytes and whatever a letter means.
    """
    tokens = _TOKENS.match(text, end)
    if tokens is not None:
        return Size(tokens.end(), _FACTORS[tokens["letter"]], tokens["unit"])
    letter = _LETTER.match(text, end)
    if letter is None:
        return Size(end, 1.0, "参数") if _counts_parameters(text, start, end) else None
    measured = _OF_PARAMETERS.search(text[max(0, start - _REACH) : start]) is not None
    if not measured and (letter["letter"] != "B" or _MODEL.match(text, letter.end()) is None):
        return None
    return Size(letter.end(), _FACTORS[letter["letter"]], "参数", named=not measured)


def _counts_parameters(text: str, start: int, end: int) -> bool:
    """The bare number that ends at ``end`` counts the parameters of a model: 总参数8600亿; not 参数3亿元."""
    counted = text[end - 1 : end] == "亿" and _OF_MODEL.search(text[max(0, start - _REACH) : start]) is not None
    return counted and text[end : end + 1] not in ("元", "美", "次")
