"""A place where the whole team signs (全体成员签字), against the list of its members."""

import re

from extractors.application.team import ADVISER
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from schemas.facts import SealPlace
from schemas.notice import Obligation

_ALL = re.compile(r"(?:全体|全部|所有|各|每[位名个])\w{0,4}?(?:成员|人员|申报人|参与人)")


def absent_members(case: Case, obligation: Obligation, place: SealPlace) -> list[str]:
    """Those of the team's list who are not among the names at a place for all of them; none where others signed."""
    if not place.content or place.kind != "signature" or _ALL.search(obligation.name) is None:
        return []
    content = squeeze(place.content)  # 张 三
    names = list(dict.fromkeys(member.name for member in case.submission.team if member.role != ADVISER))
    signed = [name for name in names if name in content]
    return [name for name in names if name not in signed] if len(signed) > 1 else []
