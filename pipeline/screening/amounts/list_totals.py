"""A number in the form (服务企业120家) against the total of the list of them (服务企业清单：合计112家)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, last_year, page_of, value_text
from schemas.evidence import Evidence

# 服务企业清单汇总（2025年度，按镇街）： above the table
_TITLE = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])?\s?(?:附?表\s?\d{0,2}[:：]?)?\s?(?P<thing>[\u4e00-\u9fff]{3,14}?)(?:清单|名单|汇总|一览|明细|统计|名录)"
)
_TOTAL_ROW = re.compile(r"(?:^|；)[^：；]{1,20}：(?:合计|总计)；")
# 家数：228 under its head; the head's first character is the unit
_CELL = re.compile(r"(?:^|；)(?P<head>[家户项件个人][数])：(?P<number>\d[\d,]{0,9})(?:家|户|项|件|个|人)?(?=；|$)")
_GIVEN = re.compile(r"(?P<number>\d[\d,]{0,9})\s?(?P<unit>[家户项件个人])")
_YEAR = re.compile(r"20\d\d年?度?|上一?年度?|本年度?|累计")
_NAMED_YEAR, _YEAR_BEFORE = re.compile(r"20\d\d"), re.compile(r"上一?年")
# Of a name what changes nothing in what is counted; 小微, 新增, 外地 do.
_NEUTRAL = re.compile(r"[我本全][省市区县]|的|(?:[总家户个]数|数量?)$")
_LEAST = 4  # characters of the thing counted
_LONGEST_TITLE = 60  # characters
_FARTHEST = 60  # rows of a list below its title
_SURE = 0.65


@dataclass(frozen=True, slots=True)
class _Total:
    thing: str
    period: frozenset[str]
    number: float
    unit: str
    evidence: Evidence


def list_clashes(case: Case) -> Iterator[Clash]:
    """One for each field whose number is another than the total of the list of the very things that it counts."""
    totals = list(_totals(case))
    for field in case.submission.form_fields if totals else ():
        given = _GIVEN.fullmatch(value_text(field).strip())
        if given is None:
            continue
        name = squeeze(field.label or field.name)
        label, period = _YEAR.sub("", name), _period(case, name)
        counted = (one for one in totals if one.unit == given["unit"] and _counts(label, one.thing))
        same = [one for one in counted if not period or not one.period or period == one.period]
        if len(same) == 1 and same[0].number != float(given["number"].replace(",", "")):
            yield _clash(label, given.group(), same[0], field.value_evidence)


def _clash(label: str, given: str, total: _Total, found: Evidence | None) -> Clash:
    text = (
        f"「{label}」前后不一致：申报表写“{given}”{page_of(found, '申报材料')}，"
        f"“{total.thing}”清单合计为{total.number:g}{total.unit}{page_of(total.evidence, '申报材料')}。"
    )
    return Clash(label, text, found, _SURE)


def _totals(case: Case) -> Iterator[_Total]:
    """The totals of the tables that a line ahead of them calls a list of something."""
    thing, period, since = "", frozenset[str](), 0
    for passage in case.submission.passages:
        title = _TITLE.match(passage.text) if "；" not in passage.text and len(passage.text) <= _LONGEST_TITLE else None
        since += 1
        if title is not None:
            thing, period, since = _YEAR.sub("", title["thing"]), _period(case, passage.text), 0
        elif "：" not in passage.text or since > _FARTHEST:
            thing = ""
        cell = _CELL.search(passage.text) if thing and _TOTAL_ROW.search(passage.text) else None
        if cell is not None and len(thing) >= _LEAST:
            number = float(cell["number"].replace(",", ""))
            yield _Total(thing, period, number, cell["head"][0], passage.evidence)


def _period(case: Case, words: str) -> frozenset[str]:
    """The years that the words name, or that they count all up to now (累计); empty where they name none."""
    years = set(_NAMED_YEAR.findall(words))
    before = last_year(case) if _YEAR_BEFORE.search(words) else None
    return frozenset(years | ({str(before)} if before else set()) | ({"累计"} if "累计" in words else set()))


def _counts(label: str, thing: str) -> bool:
    """服务我市企业数 counts what 服务企业清单 lists."""
    return _NEUTRAL.sub("", label) == _NEUTRAL.sub("", thing)
