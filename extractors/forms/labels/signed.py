"""Places to seal or sign at a form's foot (申报单位：　（盖章）): no fields of their own, nor answers to one above."""

import re
from collections.abc import Sequence

from extractors.forms.labels.layout import RawField
from extractors.forms.labels.values import is_blank
from extractors.forms.labels.words import label_core
from extractors.text.spans import Span

_SIGN = r"(?:公章|盖章|签章|印章|签字|签名)"
_BRACKET = re.compile(rf"[（(〔]\s*(?:请?加?盖)?[^（）()〔〕]{{0,8}}{_SIGN}\s*[）)〔〕]")
# 填表单位盖章：　　牵头人签名：, 申报主体（公章）：____; not 海州市科技局（盖章）, which is who did
# 所在学院（单位）（盖章）：
_WHO = (
    r"[\u4e00-\u9fff]{0,10}(?:单位|主体|机构|企业|人|代表|专家|方|学院|学校|院系|部门)"
    r"(?:[（(](?![^（）()]*[章签印])[\u4e00-\u9fff、/]{1,8}[）)])?"
)
_PLACES = re.compile(rf"(?:{_WHO}\s?[（(〔]?{_SIGN}[）)〕]?\s*(?:[:：][\s_＿]*|\s+|$))+")
# 填报日期 behind them is when the form was filled in; 日期 alone is the signature's
_FILLED_ON = re.compile(r"(?:填[报表写]|申[报请]|报名|编制|报送|提交)(?:日期|时间)")

_BY_HAND = re.compile(r"[（(〔][^（）()〔〕]{0,8}签[字名]\s*[）)〔〕]")
_DAYS = frozenset({"日期", "时间", "签字日期", "签署日期", "签名日期"})
_NEAR = 60  # characters of the line above


def is_place_to_sign(words: str) -> bool:
    """The words are places to seal or sign and nothing else."""
    return _PLACES.fullmatch(words) is not None


def names_filling_day(label: str) -> bool:
    """填报日期: what a form asks for even where it stands beside the seal."""
    return _FILLED_ON.fullmatch(label) is not None


def without_places(clean: str, raws: Sequence[RawField]) -> list[RawField]:
    """The fields without those that only say again who seals or signs: their label heads a field or a group above.

    Nor those to sign by hand (法定代表人（签字）：), whose names nobody asks for; nor the day of such a signature, 日期
    right below it or beside another such day.
    """
    found: list[RawField] = []
    named: set[str] = set()
    day: Span | None = None  # of the signature above
    for raw in raws:
        words = raw.label.of(clean)
        core = label_core(_BRACKET.sub("", words))
        if core in _DAYS and _is_signatures(clean, raw, day):
            day = raw.label
        elif not ((core in named or _BY_HAND.search(words)) and _only_signed(clean, words, raw.values)):
            found.append(raw)
        named |= {core, label_core(raw.group or "")}
    return found


def _is_signatures(clean: str, raw: RawField, day: Span | None) -> bool:
    """日期： with nothing behind it, right below 法定代表人（签字）： or right behind another such day."""
    if not is_blank("\n".join(value.of(clean) for value in raw.values)):
        return False
    start = max(raw.label.start - _NEAR, 0)
    *_, above = ["", *(line for line in re.split(r"[\n\t]", clean[start : raw.label.start]) if line.strip())]
    behind = day is not None and not clean[day.end : raw.label.start].strip(" :：_＿\n\t年月日")
    return behind or is_place_to_sign(above.strip())


def _only_signed(clean: str, label: str, values: Sequence[Span]) -> bool:
    """（盖章） stands in or behind the label, and nothing else."""
    said = "\n".join(value.of(clean) for value in values)
    asked = _BRACKET.search(label) is not None or _BRACKET.search(said) is not None
    return asked and is_blank(_BRACKET.sub("", said))
