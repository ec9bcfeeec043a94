"""Durations (期限): 2年内, 24个月, 5个工作日内, 半年, and the event they count from, as ISO 8601."""

import re
from dataclasses import dataclass

from extractors.text.marks import ITEM_NUMBER
from extractors.values.han_numerals import han_value

# 24, 1.5, 十二, 半; no part of a year (二〇〇六年), of a name or of 第三年. Years have at most three digits.
_NUMBER = (
    r"(?<![\d.A-Za-z第近〇○零一二三四五六七八九十])(?P<number>\d{1,6}(?:\.\d)?万?|[一二两三四五六七八九]?十[一二三四五六七八九]?"
    r"|[一二两三四五六七八九]|半)"
)
# 2025年 is a date: at most three digits; 5日 as a day of the month is told by what stands around it.
_UNIT = (
    r"(?P<unit>个?工作日|个?自然日|个?日历日|个月|个季度|年|周年|周|个?星期|天|日|个?小时|分钟)"
    r"(?P<half>半(?![导径年天月数]))?"
)
_MONTHS = r"(?:(?<=年)[零又]?(?P<months>\d{1,2}|[一二三四五六七八九十]{1,2})个月)?"  # 2年6个月
_DURATION = re.compile(rf"{_NUMBER}[ ]?{_UNIT}{_MONTHS}(?![度级份初中末底月])(?!\d{{1,2}}月)")
# 之内, 以内, 内, 后: what makes a limit of it.
_LIMIT = re.compile(r"[ ]?(?:（?[含）]*）?)?[ ]?(?:以内|之内|内|为限)")
# …之日起, …后: the event that the time is counted from.
_SINCE = re.compile(
    r"(?:从|自|在|于)?(?P<event>[^，。；：:、（）()\n\t]{2,24}?)"
    r"(?:之日起|当日起|日起|起|之后|以后|后)(?:的|第)?[ ]?$"
)
_SINCE_BEHIND = re.compile(
    r"[，,（( ]{0,2}[从自](?P<event>[^，。；：、（）()\n\t\d]{2,20}?)(?:之日|当日|日)(?:算起|起算|起计算?|起)"
)
# 自合同签订之日起实施，期限不超过18个月
_CARRIED_OUT_SINCE = re.compile(
    r"[从自](?P<event>[^，。；：、（）()\n\t\d]{2,20}?)(?:之日|当日|日)?起(?:开始)?(?:实施|执行|开展|建设)[，,]"
    r"(?:实施|执行|建设)?(?:期限?|周期|时间)(?:为|不[得应]?超过|不[得应]?多于)?[ ]?$"
)
_ITEM_NUMBER = re.compile(rf"^\s*{ITEM_NUMBER}\s*")  # 2.立项后24个月内
_SMALLER = {"Y": (12, "M"), "M": (30, "D"), "W": (7, "D")}
_LEADING = re.compile(r"^(?:.*?(?:应当?|须|需|请|可|是|为|并|将)(?:在|于|自|从)?|.*?[在于自从])")
_CODES = {
    "年": "Y",
    "周年": "Y",
    "个月": "M",
    "个季度": "M",
    "周": "W",
    "个星期": "W",
    "星期": "W",
    "天": "D",
    "日": "D",
}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: half-open offsets; ``iso`` as ISO 8601 (working days count as days, ``workdays`` tells).

    ``after`` is the event it counts from, in the text's words, or None; ``limit`` where 内 or 以内 stands behind.
    """

    start: int
    end: int
    iso: str
    after: str | None
    limit: bool
    workdays: bool


def find_durations(text: str, start: int = 0, end: int | None = None) -> list[Duration]:
    """The durations of ``text[start:end]`` in order. 5日 counts only with 内 or an event before it."""
    stop = len(text) if end is None else end
    found = []
    for match in _DURATION.finditer(text, start, stop):
        limit = _LIMIT.match(text, match.end(), stop)
        after = _event(text[max(start, match.start() - 40) : match.start()]) or _counted_behind(text, match.end(), stop)
        if match["unit"] == "日" and limit is None and after is None:
            continue
        if match["unit"] == "年" and match["number"].isdigit() and len(match["number"]) > 3:
            continue  # 2008 年 is a date
        found.append(
            Duration(
                match.start(),
                limit.end() if limit else match.end(),
                _iso(_value(match["number"]) + (0.5 if match["half"] else 0), match["unit"]) + _months(match["months"]),
                after,
                limit is not None,
                match["unit"].endswith("工作日"),
            )
        )
    return found


def _counted_behind(text: str, at: int, stop: int) -> str | None:
    """执行期两年半，自签约之日算起: the event stands behind."""
    match = _SINCE_BEHIND.match(text, at, stop)
    return match["event"] if match else None


def _event(before: str) -> str | None:
    clause = re.split(r"[，。；：:（()\n\t]", before)[-1]
    match = _SINCE.search(_ITEM_NUMBER.sub("", clause))
    if match is None:
        carried_out = _CARRIED_OUT_SINCE.search(before)
        return carried_out["event"] if carried_out is not None else None
    event = _LEADING.sub("", match["event"])
    return event if len(event) >= 2 else None


def _iso(value: float, unit: str) -> str:
    """ISO 8601; a fraction in the next smaller unit, as the standard asks for whole numbers but in the smallest."""
    if unit.endswith("小时"):
        return f"PT{int(value)}H" if value == int(value) else f"PT{value * 60:g}M"
    if unit == "分钟":
        return f"PT{value:g}M" if value == int(value) else f"PT{value * 60:g}S"
    code = _CODES.get(unit, "D")
    if unit == "个季度":
        value *= 3
    if value == int(value) or code not in _SMALLER:
        return f"P{value:g}{code}"
    factor, smaller = _SMALLER[code]
    return f"P{value * factor:g}{smaller}"


def _months(words: str | None) -> str:
    """The months behind whole years, as the end of the ISO duration."""
    return f"{_value(words):g}M" if words else ""


def _value(words: str) -> float:
    if words == "半":
        return 0.5
    if words[0].isdigit():
        return float(words.rstrip("万")) * (10_000 if words.endswith("万") else 1)
    return float(han_value(words) or 0)
