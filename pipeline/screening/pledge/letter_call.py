"""The call that the applicant's letter names, by its number or its year, where it is another one than this."""

import re
from collections.abc import Iterator

from pipeline.screening.case import Case
from schemas.outline import Role

_NUMBER = re.compile(
    r"(?:榜单|榜题|项目|课题|任务|指南|需求|方向)(?:编号|代码|号)(?:为|是|[:：])?(?P<code>[A-Za-z]{1,6}[-—_]?\d[\dA-Za-z—_-]{2,24})"
)
_CODE = re.compile(r"(?<![A-Za-z0-9—_-])[A-Za-z]{1,6}[-—_]?\d[\dA-Za-z—_-]{2,24}")
_DASH, _DIGIT = re.compile(r"[—_]"), re.compile(r"\d")
# 我单位申报2024年度…揭榜挂帅项目; not what it has done (已承担2023年度…项目), or has not (未申报2024年度…项目).
_FOR_YEAR = re.compile(
    r"(?:我|本)(?:单位|公司|企业|院|所|校)(?:拟|自愿|现|此次|本次|决定)?(?:申报|申请|参加|参与|提交|报送|揭榜)了?的?"
    r"[“《]?(?P<year>20\d\d)年度?[^，。；]{0,40}?(?:揭榜|榜单|专项|项目|课题|任务)(?![^，。；]{0,20}(?:均?已|结题|验收))"
)
_YEAR = re.compile(r"20\d\d")


def names_another_call(case: Case) -> str | None:
    """What the letter says of another call, as words for the sentence that tells it."""
    letter = "".join(re.sub(r"\s", "", p.text) for p in case.submission.passages if p.role is Role.COMMITMENT)
    return _other_number(case, letter) or _other_year(case, letter)


def _other_number(case: Case, letter: str) -> str | None:
    """A number of another year, where the application has one of the same shape, and this one nowhere else.

    Of two numbers of one year either may be the wrong one: that is for the direction to tell.
    """
    own = {_plain(code) for code in _CODE.findall(case.own_words)}
    for said in _NUMBER.finditer(letter):
        code = _plain(said["code"])
        others = sorted(other for other in own if _shape(other) == _shape(code))
        if others and not any(_YEAR.findall(other) == _YEAR.findall(code) for other in others):
            return f"所写的编号“{said['code']}”与申报材料的“{others[0].upper()}”不符"
    return None


def _other_year(case: Case, letter: str) -> str | None:
    """The year of an earlier call: before that in the notice's title, or two years before the notice."""
    said = next(_FOR_YEAR.finditer(letter), None)
    years = [int(year) for year in _years(case)]
    if said is None or not years or int(said["year"]) >= min(years):
        return None
    return f"所承诺的是{said['year']}年度的项目，不是本次申报的项目"


def _years(case: Case) -> Iterator[str]:
    """Those of the title, else the year before the notice, whose call it may still be."""
    titled = _YEAR.findall(case.notice.title or "")
    issued = (case.notice.issued_on or "")[:4]
    yield from titled or ([str(int(issued) - 1)] if issued.isdigit() else [])


def _plain(code: str) -> str:
    return _DASH.sub("-", code).lower()


def _shape(code: str) -> str:
    """J2026-03 and J2024-07 are j9999-99."""
    return _DIGIT.sub("9", code)
