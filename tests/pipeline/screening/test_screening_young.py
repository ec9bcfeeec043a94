"""How many of a team are young, by the births in its list."""

from collections.abc import Callable
from typing import Any

import pytest

from schemas.evidence import Evidence
from schemas.notice import Notice
from schemas.submission import Submission
from schemas.undertaking import TeamMember

TEAM = [
    "钱某某\t1979年3月\t研究员",
    "孙某某\t1991年6月\t工程师",
    "周某某\t1996年\n12月\t工程师",
    "吴某某\t1985.08\t工程师",
]
DAY = "（1991年6月1日以后出生）"


@pytest.mark.parametrize(
    ("condition", "rows", "gap"),
    [
        (f"团队中35周岁以下{DAY}的青年科技人员不少于3人", TEAM, True),
        # born in the month of the day
        (f"团队中35周岁以下{DAY}的青年科技人员不少于2人", TEAM, False),
        (f"团队成员中35周岁以下{DAY}的占比不低于60%", TEAM, True),
        (f"团队成员中35周岁以下{DAY}的占比不低于50%", TEAM, False),
        # a birth is not told, two dates, no team, and the applicant's staff
        (f"团队中35周岁以下{DAY}的青年科技人员不少于3人", [*TEAM, "郑某某\t\t工程师"], False),
        (f"团队中35周岁以下{DAY}的青年科技人员不少于3人", [*TEAM, "郑某某\t1985年5月\t2005年7月"], False),
        (f"团队中35周岁以下{DAY}的青年科技人员不少于3人", [], False),
        (f"单位有35周岁以下{DAY}的青年科技人员不少于30人", TEAM, False),
        ("项目负责人须在35周岁以下，团队不少于4人", TEAM, False),
    ],
)
def test_young_members(
    notice: Notice,
    submission: Submission,
    gaps_of: Callable[..., Any],
    condition: str,
    rows: list[str],
    gap: bool,
) -> None:
    asked = next(o for o in notice.obligations if o.kind == "eligibility")
    words = Evidence(text=condition, start=0, end=len(condition))
    more = asked.model_copy(
        update={"id": "eligibility-new", "name": condition, "eligibility": None, "target": None, "evidence": words}
    )
    team = [
        TeamMember(name=row.split("\t")[0], title="工程师", evidence=Evidence(text=row, start=0, end=len(row)))
        for row in rows
    ]
    found = gaps_of(
        submission.model_copy(update={"team": tuple(team)}),
        notice.model_copy(update={"obligations": (*notice.obligations, more)}),
    )
    assert (("eligibility", condition, "insufficient") in found) is gap
