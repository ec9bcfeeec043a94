"""Accounts of a part of the year (2024年1—9月, 前三季度, 中期报告) where those of the whole year are asked for."""

import re

from extractors.values.han_numerals import han_value
from pipeline.screening.application.substance import squeeze
from pipeline.screening.proofs.asked_years import asked_years, noted
from pipeline.screening.proofs.whose_paper import behind_head, pieces_of
from schemas.notice import Obligation

_YEARLY = re.compile(r"收入|投入|财务|审计|报表|年报|纳税|完税|研发费用|决算|利润|营收")
_NOT_YEARLY = re.compile(r"季度|半年|[1-9一二三四五六七八九十]月|近.{1,3}个?月|社保|参保|工资|流水")
_DASH = r"\s{0,2}(?:[—–\-~～至到]{1,2})\s{0,2}"
_MONTH = r"(?:1[0-2]|[1-9])"
_SPAN = rf"(?P<first>{_MONTH})月?(?:份|\d{{1,2}}日)?{_DASH}(?:20\d\d年)?(?P<last>{_MONTH})月"
_PART = re.compile(
    rf"(?P<year>20\d\d)年?度?(?:的)?(?:{_SPAN}|前(?:三|[1-9]|一|二|两)个?季度|[上下]半年|半年度?|(?:第)?[一二三四1-4](?:[、至到—–-][一二三1-3])?季度?(?![节])|前(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})个月|Q[1-4]|中期|季报|截至{_MONTH}月|{_MONTH}月(?:末|底|份)(?!止))"
    rf"|截[至止](?P<ends>20\d\d)年(?P<to>{_MONTH})月(?:末|底|\d{{1,2}}日)?(?:止)?"
)
_WHOLE = re.compile(
    rf"(?P<year>20\d\d)(?:年度(?!中期|半|[上下]半|前|第?[一二三四1-4]季|\d{{1,2}}[—–\-~～至到月])|年?全年|年年[报度]|年1月?{_DASH}12月|年12月31日|年(?=审计|财务|会计|纳税|完税|年报|报表|研发))"
)
# （全年报表审计中）
_NOT_YET = re.compile(r"[（(][^（）()]{0,30}(?:[未尚待]|审计中|编制中|后补|补[交报寄])[^（）()]{0,20}[)）]")
_BARE_PART = re.compile(rf"^[^。；]{{0,12}}?(?:(?<!\d)(?:第?[一二三四]季度|[上下]半年|前三季度)|^{_SPAN})")
_ALL_PARTS = re.compile(r"[一1]季度.{0,30}[四4]季度|上半年.{0,30}下半年|下半年.{0,30}上半年|[一1]至[四4]季度|各季度")
_DIGITS = dict(zip("〇○零一二三四五六七八九", "000123456789", strict=True))
_HAN_YEAR = re.compile(r"(?P<year>二[〇○零][〇○零一二三四五六七八九]{2})年")
_HAN_MONTH = re.compile(r"(?<![一二三四五六七八九十])(?P<month>十[一二]?|[一二三四五六七八九])月")
_FIRST, _LAST = 1, 12
_TITLE = 160  # characters of the first lines


def part_of_year(obligation: Obligation, entry: str, text: str, last: int | None) -> str | None:
    """The words by which each paper of the entry covers but a part of a year that is asked for as a whole.

    Where the entry names no time, those of the first lines of the paper's own ``text``, if nothing in it is of a whole.
    """
    asked = squeeze(f"{obligation.name}{noted(obligation)}")
    years = asked_years(obligation, last)
    if not years or _YEARLY.search(asked) is None or _NOT_YEARLY.search(asked) is not None:
        return None
    rest = _NOT_YET.sub("", _in_figures(behind_head(squeeze(entry))))
    first = next((part for year in sorted(years) if (part := _part(rest, {year})) is not None), None)
    if first is None and text and not any(_has_time(rest, year) for year in years):
        whole = any(int(one["year"]) in years for one in _WHOLE.finditer(text)) or _ALL_PARTS.search(text) is not None
        return None if whole else _part(text[:_TITLE], years)
    if first is None or _ALL_PARTS.search(rest) is not None:
        return None
    if len(years) > 1:  # 2024年度审计报告和2025年1—9月报表
        return first
    pieces = pieces_of(rest) or [rest]
    return first if all(_part(one, years) or _BARE_PART.search(one) for one in pieces) else None


def _in_figures(words: str) -> str:
    """2024年1月至9月 for 二〇二四年一月至九月."""
    words = _HAN_YEAR.sub(lambda said: "".join(_DIGITS[one] for one in said["year"]) + "年", words)
    return _HAN_MONTH.sub(lambda said: f"{int(han_value(said['month']) or 0)}月", words)


def _has_time(words: str, year: int) -> bool:
    return any(int(one["year"]) == year for one in _WHOLE.finditer(words))


def _part(piece: str, years: set[int]) -> str | None:
    """The part of a year that the paper names; None where it names a whole one, or none."""
    if any(int(whole["year"]) in years for whole in _WHOLE.finditer(piece)):
        return None
    found = next((part for part in _PART.finditer(piece) if int(part["year"] or part["ends"]) in years), None)
    if found is None or (found["to"] is not None and int(found["to"]) == _LAST):
        return None
    if found["first"] is not None and (int(found["first"]), int(found["last"])) == (_FIRST, _LAST):
        return None
    return found.group()
