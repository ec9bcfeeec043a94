"""The time that a proof is asked for (2024年度, 上一财年, 近三年, 2026年5月以后), and that an attachment names."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from extractors.values.han_numerals import han_value
from pipeline.screening.dates import months_before, times
from schemas.notice import Obligation

_LAST = re.compile(r"上一?个?(?:财|会计)?年度?|上一财年|上一个财年")
_RECENT = re.compile(r"[近前](?P<number>[两二三四五2-5])个?(?:会计)?年(?:度)?(?:的|财务|审计|纳税|完税|报表|年报|会计)")
_RECENT_ALONE = re.compile(r"[近前](?P<number>[两二三四五2-5])个?(?:会计)?年度?(?=[，；）)]|$)")  # 审计报告 | 近两年
_YEARLY = re.compile("审计|财务|报表|年报|纳税|完税")
# 2023—2025年, 2023年至2025年; a day (2025年4月2日) is none, nor the digits of a file's date (20250402).
_RANGE = re.compile(r"(?<!\d)(20\d\d)年?(?:度)?\s*[—–~～至到-]{1,2}\s*(20\d\d)(?!\d)(?!年\d{1,2}月)")
# 2023年以来 names the first of the years that count, and no year that has to be shown
# nor does the number of a report (某审〔2025〕31号)
_YEAR = re.compile(
    r"(?<!\d)(?<!早于)20\d\d(?!\d)(?![〕\]】）)]\s?第?[A-Za-z]?\d{1,6}\s?号)(?!年\d{1,2}月)(?!年?(?:以来|以后|之后|至今|起(?!始|草)))"
)
# 2025年12月; neither a day nor a bound (2026年4月1日以后, 2026年4月以来, 不早于2026年4月).
_MONTH = re.compile(r"(?<!\d)(?<!早于)(20\d\d)年(\d{1,2})月(?!\d{1,2}日)(?!份?(?:以|之)?[前后来起])")
# 2025年11月至2026年1月, 2026年1月至3月
_MONTHS = re.compile(
    r"(?P<year>20\d\d)年(?P<month>\d{1,2})月?份?\s*[—–~～至到-]{1,2}\s*(?:(?P<then>20\d\d)年)?(?P<last>\d{1,2})月(?!\d{1,2}日)"
)
_PAID = re.compile(
    r"(?P<insurance>社会?保险?|参保|(?:养老|医疗)保险)|(?P<tax>纳税|完税)|(?P<wages>工资)|(?P<fund>公积金)|(?P<use>电费|用电|流水)"
)
_PAID_PIECE = re.compile(r"[，,；;。、（()）]|以及")
# 近6个月, 连续三个月: how many months of payments
_HOW_LONG = re.compile(r"(?:[近前]|最近|连续|不少于|至少)\s?(?P<number>\d{1,2}|[二两三四五六七八九十]{1,2})个?月(?!内)")
_RANGE_OF_MONTHS = 2
_MOST_MONTHS = 36
_ANY_DAY = r"20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?"
# 2026年3月1日（含）以后, 通知发布之日（2026年3月1日）以后, 不早于2026年3月1日
_SINCE = re.compile(
    rf"(?P<from>{_ANY_DAY})(?:[（(]含[^（）()]{{0,4}}[)）]|[)）])?(?:份?(?:以|之)?[后来起])"
    rf"|不(?:得|应|能)?早于(?P<not_before>{_ANY_DAY})"
)
# 公告发布之后查询, 出具日期不早于通知印发之日: counted from the call's own day
_AFTER_CALL = re.compile(
    r"(?:公告|通知|通告|指南|榜单|公示|文件)的?(?:正式)?(?:发布|印发|公布|下发|发出|刊[登发])(?:之?日期?|当[日天]|时间)?(?:[（(][^（）()]{0,16}[)）])?(?:及?[以之]?[后]|起(?!草))"
    r"|(?:不(?:得|应)?早于|晚于)[^，。；、]{0,6}(?:公告|通知|通告|指南|榜单)的?(?:发布|印发|公布|下发)"
)
# 先附2024年度审计报告, 以2024年度的代替: what stands in for the year that is asked for
_STANDS_IN = re.compile(
    r"(?:先|暂|现暂|临时|姑且)(?:行|时)?(?:附上?|提?交|提供|报送?|用|以)[^，。；（()）\d]{0,8}(?P<first>20\d\d)年"
    r"|(?:以|用|由|改附|拿)[^，。；（()）\d]{0,6}(?P<year>20\d\d)年[^，。；（()）]{0,16}?(?:代替|替代|代之|代交|顶替|暂代|暂替|充当|代$)"
)
# 会计期间2024年1月至12月, 审计年度：2024年: the year that the paper is about, whatever its name says
_PERIOD = re.compile(
    r"(?:会计|审计|报告|报表|所属|统计|财务)(?:期间?|年度|时期|区间)(?!末)[^，。；（()）\d]{0,4}(?P<said>20\d\d[^，。；（()）]{0,24})"
)
_FULL_YEAR = re.compile(r"20\d\d(?=年|[-.—/~至]|$)")
# 截止日前30日内开具, 近三个月内下载: of when it was made; not 近6个月社保缴纳证明, of what it is about
_MAKES = r"(?:出具|开具|下载|打印|查询|签发|生成)"
_SPAN = r"(?:近|前|日)\s?(?P<number>\d{1,3}|[一二两三四六]|十[二五]?)个?(?:自然)?(?P<unit>月|[日天])(?:以|之)?内"
_LATELY = (
    re.compile(rf"{_SPAN}[^，。；（()）]{{0,6}}?{_MAKES}"),
    re.compile(rf"{_MAKES}(?:日期|时间)?[^，。；\d]{{0,14}}?{_SPAN}"),
)
# ，2026年4月1日以后出具, ，出具日期不早于2026年4月1日
_MADE = re.compile(
    r"\s?[，,]\s?(?:须|应)?(?:为|是|在)?20\d\d年[^，。；]{0,10}[后来起][^，。；]{0,6}"
    rf"|\s?[，,]\s?(?:须|应|其)?(?:报告)?(?:的)?{_MAKES}的?(?:日期|时间)[^，。；]{{2,30}}"
)
_NOTE = re.compile(r"\s*[（(][^（）()]*[）)]")
_OF_FORM = re.compile(r"20\d\d年?(?:最?新)?(?:版|修订|格式|模板|式样)")  # 按2026年新版格式: how it is written
_MOST = 6


def asked_years(obligation: Obligation, last: int | None) -> set[int]:
    """The years named; else ``last`` for 上一财年, and those up to it for 近三年; empty where none is meant."""
    named = set(years_in(obligation.name)) or set(years_in(_OF_FORM.sub("", noted(obligation))))
    if named or last is None:
        return named
    words = obligation.evidence.text + noted(obligation)
    recent = _RECENT.search(words) or (_YEARLY.search(obligation.name) and _RECENT_ALONE.search(words))
    if recent:
        number = int(han_value(recent["number"]) or 1)
        return set(range(last - number + 1, last + 1))
    return {last} if _LAST.search(words) else set()


def noted(obligation: Obligation) -> str:
    """The bracket behind the name, or when it must be made: 财务报表（2023—2025年）, 存款证明，2026年4月1日以后出具.

    What the list's column of requirements says stands for the bracket.
    """
    if obligation.material is not None and obligation.material.remark:
        return f"（{obligation.material.remark}）"
    _, found, behind = obligation.evidence.text.partition(obligation.name)
    if not found:  # a name that a line of the page breaks
        _, _, behind = re.sub(r"\s", "", obligation.evidence.text).partition(re.sub(r"\s", "", obligation.name))
    note = _NOTE.match(behind) or _MADE.match(behind)
    return note.group() if note is not None else ""


def years_in(words: str) -> Iterator[int]:
    """The years that the words name, each year of a range."""
    for match in _RANGE.finditer(words):
        first, last = int(match.group(1)), int(match.group(2))
        yield from range(first, last + 1) if last - first < _MOST else (first, last)
    yield from (int(year) for year in _YEAR.findall(words))


def months_in(words: str) -> set[tuple[int, int]]:
    """The months that the words name: (2025, 12) in 2025年12月职工社会保险缴纳证明, each of 2025年11月至2026年1月."""
    found = {(int(year), int(month)) for year, month in _MONTH.findall(words)}
    for match in _MONTHS.finditer(words):
        first, last = (12 * int(match[year]) + int(match[month]) - 1 for year, month in _ends(match))
        if last - first < _MOST_MONTHS:
            found |= {(month // 12, month % 12 + 1) for month in range(first, last + 1)}
    return found


def months_of_payment(obligation: Obligation, entry: str) -> set[tuple[int, int]]:
    """The months for which payments (社保, 纳税) are to be shown, where the entry shows other ones alone."""
    asked, told = _paid_in(obligation.evidence.text), _paid_in(entry)
    return next((months for of, months in asked.items() if told.get(of) and not months & told[of]), set())


def too_few_months(obligation: Obligation, entry: str) -> tuple[int, int] | None:
    """How many months of payments are asked for (近6个月社保缴纳证明) and how many the entry names, where fewer.

    A single month may be the day of the paper.
    """
    told = _paid_in(entry)
    for piece in _PAID_PIECE.split(re.sub(r"\s", "", obligation.evidence.text)):
        paid, many = _PAID.search(piece), _HOW_LONG.search(piece)
        months = told.get(paid.lastgroup or "", set()) if paid is not None else set()
        least = int(han_value(many["number"]) or 0) if many is not None else 0
        if _RANGE_OF_MONTHS <= len(months) < least:
            return least, len(months)
    return None


def _paid_in(words: str) -> dict[str, set[tuple[int, int]]]:
    """By what is paid, the months that stand in one piece with it: 2026年1月至3月缴纳社会保险的证明."""
    found: dict[str, set[tuple[int, int]]] = {}
    for piece in _PAID_PIECE.split(re.sub(r"\s", "", words)):
        paid = _PAID.search(piece)
        if paid is not None and paid.lastgroup is not None:
            found.setdefault(paid.lastgroup, set()).update(months_in(piece))
    return found


def _ends(match: re.Match[str]) -> tuple[tuple[str, str], tuple[str, str]]:
    """The groups of a range's ends; its last year is the first one's where it names none."""
    return ("year", "month"), ("then" if match["then"] else "year", "last")


def since(words: str) -> date | None:
    """The first day that counts in 2026年5月1日以后, 2023年以来; None where none is named."""
    named = _SINCE.search(words)
    day = named["from"] or named["not_before"] if named is not None else ""
    return next((span.first for span in times(day)), None)


def _within(asked: str, closes: date) -> date | None:
    """The first day of the last so many months or days before the end of applying; None where none are asked for."""
    lately = next((found for pattern in _LATELY if (found := pattern.search(asked)) is not None), None)
    number = int(han_value(lately["number"]) or 0) if lately is not None else 0
    if lately is None or not number:
        return None
    return months_before(closes, number) if lately["unit"] == "月" else closes - timedelta(days=number)


def standing_in(entry: str) -> int | None:
    """The year of the paper that stands in for another one's: 2025年度审计报告（先附2024年度的, 会计期间2024年）."""
    words = re.sub(r"\s", "", entry)
    said = _STANDS_IN.search(words)
    if said is not None:
        return int(said["first"] or said["year"])
    period = _PERIOD.search(words)
    return max((int(year) for year in _FULL_YEAR.findall(period["said"])), default=None) if period else None


def too_old(asked: str, given: str, closes: date | None = None, issued: date | None = None) -> tuple[date, date] | None:
    """The day since which the proof must be made (2026年5月1日以后出具的) and the earlier one of the attachment.

    None where no day is asked for, none is named, or the attachment's is late enough. ``closes`` is the last day of
    applying, before which so many months count (申报截止日前3个月内出具, 近一个月内出具), ``issued`` that of the call
    (公告发布之后查询).
    """
    called = issued if _AFTER_CALL.search(re.sub(r"\s", "", asked)) else None
    limit = since(asked) or called or (_within(asked, closes) if closes is not None else None)
    days = [span.last for span in times(given) if span.exact] if limit is not None else []
    return (limit, max(days)) if limit is not None and days and max(days) < limit else None
