"""Figures in the shorthand of a trade, which leaves the unit to the reader: PUE 1.2, 算力600P, 参数1300亿, 68MP."""

import re
from collections.abc import Iterator

from extractors.application.baselines import before_turn
from extractors.values.han_numerals import han_value
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.claims.metrics import in_any_words
from pipeline.screening.claims.unread_promises import is_told, promising_passages, reports
from schemas.facts import Passage, Target

_NUMBER = r"(?P<number>(?<![\d,.])\d[\d,]*(?:\.\d+)?)"
_FACTORS = {"万": 1e4, "亿": 1e8, "千万": 1e7, "百万": 1e6, "千亿": 1e11, "百亿": 1e10, "十亿": 1e9, "万亿": 1e12}
_FACTOR = rf"(?P<factor>{'|'.join(sorted(_FACTORS, key=len, reverse=True))})"
_PREFIXES = {"T": 1e12, "P": 1e15, "E": 1e18, "万亿次/秒": 1e12, "亿亿次/秒": 1e16, "MP": 1e6, "倍": 100.0}
# 算力600P, 运算能力560万亿次/秒, in floating point operations a second
_COMPUTING = re.compile(
    rf"(?:算力|运算)[^，,。；;\d]{{0,10}}{_NUMBER}\s?(?P<prefix>万亿次/秒|亿亿次/秒|[TPE])(?![A-Za-z\d])"
)
_PARAMETERS = (
    re.compile(rf"参数(?:量|规模|总量|总数)?[^，,。；;\d]{{0,6}}{_NUMBER}\s?{_FACTOR}"),
    re.compile(r"(?P<spelled>[一二两三四五六七八九十百千万亿]{2,6})(?:级)?参数"),
)
_PIXELS = (
    re.compile(rf"像素[^，,。；;\d]{{0,6}}{_NUMBER}\s?{_FACTOR}(?!像素)"),
    re.compile(rf"{_NUMBER}\s?(?P<prefix>MP)(?![A-Za-z])"),
)
_STAGE = re.compile(r"[一二三首]期|阶段|中期")  # 一期100亿，二期1300亿: which of them counts a person has to say
# 由200P提升至650P: what it was
_WAS = re.compile(r"[由从][^，,。；;]{1,16}?(?=(?:提[升高]|扩[充展大容]|增[加长]?|升)[至到])")
_RATIO = re.compile(r"PUE|WUE|CUE")
_OF_FULL_SCALE = re.compile(rf"{_NUMBER}\s?(?P<prefix>倍)(?:于|的)?(?:满量程|额定量程|量程|额定载荷)")


def shorthand_claims(case: Case, required: Target) -> Iterator[Target]:
    """Claims of the metric that name no unit of their own, in the order of the text."""
    forms = _forms(required)
    for passage in promising_passages(case) if forms else ():
        for words in re.findall(r"[^。；;\n]+", passage.text):
            sentence = _WAS.sub("", before_turn(words))
            if not reports(sentence):
                yield from _of_sentence(case, passage, sentence, forms, required)


def _forms(required: Target) -> tuple[re.Pattern[str], ...]:
    if required.canonical_unit == "FLOPS":
        return (_COMPUTING,)
    if "参数" in required.metric + (required.unit or ""):
        return _PARAMETERS
    if required.unit == "像素":
        return _PIXELS
    if required.unit == "%FS" and "过载" in required.metric:
        return (_OF_FULL_SCALE,)
    if required.unit is None and _RATIO.search(required.metric):
        named = rf"{in_any_words(required.metric)}(?:值)?[）)]?[^，,。；;\d]{{0,10}}{_NUMBER}"
        return (re.compile(rf"{named}(?![\d.%％A-Za-z]|[\u4e00-\u9fff])"), re.compile(rf"{named}(?=以[内下])"))
    return ()


def _of_sentence(
    case: Case, passage: Passage, sentence: str, forms: tuple[re.Pattern[str], ...], required: Target
) -> Iterator[Target]:
    for form in forms:
        for match in form.finditer(sentence):
            said = match.groupdict()
            spelled = han_value(said["spelled"]) if said.get("spelled") else None
            plain = float(said["number"].replace(",", "")) if said.get("number") else float(spelled or 0)
            value = plain * _FACTORS.get(said.get("factor") or "", 1.0) * _PREFIXES.get(said.get("prefix") or "", 1.0)
            evidence = narrow(passage.evidence, match.group())
            if value and not is_told(case, evidence) and not _STAGE.search(match.group()):
                update = {"comparator": "=", "value": value, "value_max": None, "canonical_value": value, "due": None}
                unit = "FLOPS" if required.canonical_unit == "FLOPS" else required.unit
                yield required.model_copy(update={**update, "unit": unit, "evidence": evidence})
