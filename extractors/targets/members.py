"""Whom a team has to be made of: 救生小队由2名教练和7名水手组成, each of them as many as it says."""

import re
from collections.abc import Iterator

from extractors.values.han_numerals import han_value
from extractors.values.units import canonical
from schemas.facts import Target
from schemas.text import Text

# Not 由3～5名船员组成, whose figures bound otherwise, nor 由船员、教师等组成.
_TEAM = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:团队|小组|队伍|课题组|项目组)(?:必须|应当?|须|需)?由(?P<list>[^，。；：:\n]{4,60}?)(?:共同)?(?:组成|构成)"
)
_BETWEEN = re.compile(r"[、和及与]")
_MEMBERS = re.compile(
    r"\s?(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,2})\s?(?P<unit>[名位])(?P<who>[\u4e00-\u9fff]{2,14})\s?"
)


def team_members(text: Text, start: int, end: int, direction: int | None) -> Iterator[Target]:
    """The members of the teams in ``text.clean[start:end]`` as conditions; nothing where one is not so counted."""
    for team in _TEAM.finditer(text.clean, start, end):
        members = [_MEMBERS.fullmatch(piece) for piece in _BETWEEN.split(team["list"])]
        counted = [one for one in members if one is not None]
        for one in counted if len(counted) == len(members) else ():
            count = int(one["count"]) if one["count"].isdecimal() else han_value(one["count"]) or 0
            value, unit = canonical(float(count), one["unit"])
            yield Target(
                metric=one["who"],
                comparator="=",
                value=float(count),
                unit=one["unit"],
                canonical_value=value,
                canonical_unit=unit,
                direction=direction,
                role="eligibility",
                stage="final",
                evidence=text.evidence(team.start(), team.end()),
            )
