"""Papers that are no longer valid by what their entry in the list says (有效期至2022年11月)."""

import re
from datetime import date, timedelta

from extractors.values.han_numerals import han_value
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, filed_on
from pipeline.screening.conditions.validity import asked_until
from pipeline.screening.dates import last_day
from schemas.notice import Obligation
from schemas.submission import Attachment

_DAY = r"(?P<year>20\d\d)[年.\-/](?P<month>\d{1,2})(?:[月.\-/](?:(?P<day>\d{1,2})日?)?)?"
_UNTIL = (
    # but not 职称证书、2025年11月至2026年4月社保缴纳证明
    re.compile(
        rf"(?:有效期?(?:限)?[^，。；（）()]{{0,24}}?|(?:证书|资质)[^，。；、及和与（）()]{{0,12}}?)(?:至|到|截至|截止|止于?|[—–~～])[:：]?{_DAY}"
    ),
    # 许可期限自2022年1月1日至2024年12月31日
    # but not 应用合同（合同期限2022年3月至2024年12月）, whose work is done
    re.compile(
        r"(?:许可|租赁|授权|聘用?|合作|使用|(?:租赁|聘用|劳动|许可|授权|合作)(?:合同|协议)书?(?:[（(，,](?:合同|协议))?)期限?[:：]?"
        rf"[^，。；（）()]{{0,16}}?(?:至|到|[—~～]){_DAY}"
    ),
    re.compile(
        rf"(?:(?:至|于){_DAY}[^，。；（）()]{{0,4}}|{_DAY.replace('P<', 'P<_')}[底末]?[即已]?)(?:到期|失效|届满|过期)"
    ),
)
# 协议期限自2026年1月1日起至2026年12月31日止, of what is asked to be valid until a day
_HOLDS_UNTIL = re.compile(
    rf"(?:有效期|(?:协议|合同|租赁|使用|服务|保险|履行)(?:期限?|有效期)|(?<!保修)(?<!付款)期限)[^，。；（）()]{{0,20}}?(?:至|到|截至|截止|[—~～])[:：]?{_DAY}"
)
_MADE = r"(?:发证|颁发|颁证|取得|认定|签发|核发|印发|获批|批准|授予)"
_YEARS = r"(?P<years>\d{1,2}|[一二两三四五六七八九十叁伍])年"
_YEARS_LONG = (
    rf"(?:[；;（(]|[^。；（）()]{{0,8}}?)(?:有效期(?:限)?[:：]?(?:为)?{_YEARS}|{_YEARS.replace('P<', 'P<_')}内?有效)"
)
# 2021年11月发证，有效期三年; 发证日期：2021年11月，有效期3年
_FOR_YEARS = (
    re.compile(rf"{_DAY}[^，。；（）()]{{0,4}}{_MADE}{_YEARS_LONG}"),
    re.compile(rf"(?<!首次)(?<!初次)(?<!最初)(?<!首){_MADE}(?:日期|时间|年月|于|日)?[:：]?{_DAY}{_YEARS_LONG}"),
    # 有效期：三年；发证日期：2020年11月; 有效期三年，自2020年12月起
    re.compile(
        rf"有效期(?:限)?[:：]?(?:为)?{_YEARS}[，,；;]?(?:证书)?(?<!首次)(?:{_MADE}(?:日期|时间|年月|于|日)?[:：]?|[自从]){_DAY}"
    ),
)
# 2020年取得，有效期三年; 证书（2020—2023年）
_BY_YEAR = re.compile(rf"(?<!首次)(?P<year>20\d\d)年度?(?:{_MADE}){_YEARS_LONG}")
_YEARS_APART = re.compile(r"(?:证书|资质|认定)[（(]20\d\d年?[—–~～至-](?P<year>20\d\d)年?[)）]")

_FORMAL = str.maketrans("叁伍", "三五")
_RENEWED = re.compile(
    r"已(?:换证|续[期展]|延续|重新认定|复审)|(?:换发|续展)[^，。；]{0,6}(?:至|到)|20\d\d年\d{1,2}月(?:\d{1,2}日)?(?:换发|换证|续展)"
)
# 2. and 2、, but neither 2-1 nor 2.1, which are parts themselves; 2.2025年审计报告 is a second
_NUMBER = re.compile(r"\s*(?P<number>\d{1,2})(?!\d|[\-—]|\s?[\-—]\s?\d|\s?[.．]\d{1,2}(?!\d))")


def expired(case: Case, entry: str, *, contracts: bool = True) -> tuple[date, str] | None:
    """The last day of its validity and what came later, in words; None for a paper that is valid.

    Later is the day of the call, or of the application where the call's copy has lost its own.
    """
    issued = case.notice.issued_on or next((d.on for d in case.notice.deadlines if d.on), None)
    known_day = issued or filed_on(case)
    called, what = (last_day(known_day) if known_day else None), "通知发布之日" if issued else "申报材料所署日期"
    filed = last_day(day) if (day := filed_on(case)) else None
    if called is not None and filed is not None and filed > called:  # an agreement that ended while applying was open
        called, what = filed, "申报材料所署日期"
    words = squeeze(entry)
    if called is None or _RENEWED.search(words):
        return None
    until_day = _UNTIL if contracts else (_UNTIL[0], _UNTIL[2])
    ends = [_last(until) for pattern in until_day for until in pattern.finditer(words)]
    ends += [_after(made) for pattern in _FOR_YEARS for made in pattern.finditer(words)]
    ends += [_end_of(made["year"], _years(made)) for made in _BY_YEAR.finditer(words)]
    ends += [_end_of(made["year"], 0) for made in _YEARS_APART.finditer(words)]
    known = [end for end in ends if end is not None]
    return (max(known), what) if known and max(known) < called - timedelta(days=1) else None


def ends_early(obligation: Obligation, entry: str) -> tuple[date, date] | None:
    """The last day of its validity, and the later one until which the call wants it valid (有效期须至2028年5月)."""
    least = asked_until(squeeze(obligation.evidence.text.partition(obligation.name)[2]))
    ends = [_last(until) for until in _HOLDS_UNTIL.finditer(squeeze(entry))] if least is not None else []
    known = [end for end in ends if end is not None]
    return (max(known), least) if least is not None and known and max(known) < least else None


def parts_expired(case: Case, entry: Attachment) -> tuple[date, str] | None:
    """The same for a title (2. 资质证明材料) by the papers under it (2-1 …, 2-2 …), where each of them has ended."""
    number = _NUMBER.match(entry.evidence.text)
    own = re.compile(rf"\s*[（(]?{number['number']}\s?[-—.．]\s?\d{{1,2}}(?!\d)") if number is not None else None
    file = entry.evidence.file
    listed = (one for one in case.submission.attachments if one is not entry and one.evidence.file == file)
    parts = [one for one in listed if own is not None and own.match(one.evidence.text)]
    ended = [expired(case, one.name) for one in parts]
    known = [one for one in ended if one is not None]
    return max(known) if known and len(known) == len(ended) else None


def _last(until: re.Match[str]) -> date | None:
    told = {name.lstrip("_"): said for name, said in until.groupdict().items() if said is not None}
    return _day(told["year"], told["month"], told.get("day"))


def _after(made: re.Match[str]) -> date | None:
    begin, years = _day(made["year"], made["month"], made["day"]), _years(made)
    return begin.replace(year=begin.year + years, day=min(begin.day, 28)) if begin and years else None


def _years(made: re.Match[str]) -> int:
    told = made["years"] or made.groupdict().get("_years") or ""
    return int(han_value(told.translate(_FORMAL)) or 0)


def _end_of(year: str, later: int) -> date | None:
    return date(int(year) + later, 12, 31)


def _day(year: str, month: str, day: str | None) -> date | None:
    return last_day(f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else ""))
