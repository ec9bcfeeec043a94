"""How many of a team are young (35周岁以下的青年科技人员不少于3人): by the dates of birth in its list."""

import re
from datetime import date

from extractors.application.team import ADVISER
from extractors.values.han_numerals import han_value
from pipeline.screening.case import Case, conclude, page_of
from pipeline.screening.conditions.founded import born_after, closing_day
from pipeline.screening.dates import last_day, years_before
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.undertaking import TeamMember

_YOUNG = (
    r"(?:(?P<age>[2-6]\d)\s?周?岁(?:及其?)?(?:以下|以内|之内)(?:[（(][^（）()]{1,30}[）)])?"
    r"|(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:[（(]含[^（）()]{0,4}[）)])?(?:及?以后|之后|后)\s?出生)"
)
# 其中35周岁以下（1991年6月1日以后出生）的青年科技人员不少于3人, 40岁以下的成员占比不低于50%
_ASKED = re.compile(
    rf"{_YOUNG}(?:的)?[\u4e00-\u9fff]{{0,12}}?(?:不(?:得|应|能)?(?:少于|低于)|至少(?:有|为)?|达到|≥)\s?"
    r"(?:(?P<share>\d{1,3})\s?[%％]|(?P<least>\d{1,2}|[一二两三四五六七八九十]{1,3})\s?[人名位])"
)
_TEAM = re.compile(r"团队|成员|项目组|课题组|攻关组|研发组|骨干|参加人员|参与人员")
_STAFF = re.compile(r"单位|企业|公司|机构|职工|员工|全体|编制")  # of whom no list of the team tells
_DATE = re.compile(
    r"(?P<year>19[3-9]\d|200\d)\s?[年./-]\s?(?P<month>\d{1,2})\s?(?:月|[./-]|$)(?:\s?(?P<day>\d{1,2})日?)?"
)
_APART = 2  # characters between two conditions of a sentence
_SHOWN = 4


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Met or insufficient by the list of the team; None for another condition, or where a birth is not told.

    Who is born in the month of the day counts as young. 35周岁以下 without a day is taken to hold the whole year, on
    the closing day.
    """
    asked = _ASKED.search(obligation.name)
    first = _first_day(case, obligation, asked) if asked is not None else None
    team = list({one.name: one for one in case.submission.team if one.role != ADVISER}.values())
    births = [(one, _birth(one)) for one in team]
    if asked is None or first is None or not births or not _is_of_team(case, obligation):
        return None
    young = [one for one, birth in births if birth is not None and birth >= first]
    share = int(asked["share"]) if asked["share"] else 0
    least = int(han_value(asked["least"]) or 0) if asked["least"] else -(-share * len(team) // 100)
    names = f"{'、'.join(one.name for one in young[:_SHOWN])}{'等' if len(young) > _SHOWN else ''}{len(young)}人"
    since = f"{first.year}年{first.month}月{first.day}日以后出生"
    found = (young or team)[0].evidence
    where = page_of(found, "申报材料")
    if len(young) >= least:
        return conclude(obligation, "met", f"成员名单中{since}的有{names}{where}。", found=found, confidence=0.75)
    if any(birth is None for _, birth in births):
        return None
    told = f"只有{names}" if young else "一个也没有"
    text = f"成员名单共{len(team)}人，{since}的{told}{where}，不足{least}人，不符合“{obligation.name}”的条件。"
    return conclude(obligation, "insufficient", text, found=found, confidence=0.75)


def _first_day(case: Case, obligation: Obligation, asked: re.Match[str]) -> date | None:
    """The first day on which one may be born to count as young."""
    said, closing = born_after(obligation.name), closing_day(case)
    if said is not None or closing is None or not asked["age"]:
        return said
    return years_before(closing, int(asked["age"]) + 1)


def _is_of_team(case: Case, obligation: Obligation) -> bool:
    """The condition, or the one right before it (团队不少于6人，其中…), speaks of the team and of nobody else."""
    conditions = case.of("eligibility")
    at = next((i for i, one in enumerate(conditions) if one is obligation), 0)
    near = at > 0 and 0 <= obligation.evidence.start - conditions[at - 1].evidence.end <= _APART
    own = obligation.name
    words = own if _TEAM.search(own) or not near else conditions[at - 1].name + own
    return _TEAM.search(words) is not None and _STAFF.search(words) is None


def _birth(member: TeamMember) -> date | None:
    """The last possible day of the one date in the member's row; None where it has none, or several."""
    cells = (re.sub(r"\s", "", cell) for cell in member.evidence.text.split("\t"))
    dates = [match for match in map(_DATE.fullmatch, cells) if match is not None]
    if len(dates) != 1:
        return None
    year, month, day = dates[0]["year"], dates[0]["month"], dates[0]["day"]
    return last_day(f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else ""))
