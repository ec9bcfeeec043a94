"""What an application says of its work beside its claims: team, funds, what was achieved before, the plan."""

from typing import Literal

from schemas.evidence import Evidence
from schemas.record import Record

FundKind = Literal["total", "source", "item"]
AchievementKind = Literal["patent", "software", "paper", "standard", "award", "project", "qualification", "product"]


class TeamMember(Record):
    """TeamMember (项目团队成员): a row of the team's table, or a person introduced in words; absent parts are None.

    ``title`` is 职务 or 职称, ``duty`` 任务分工, ``role`` 负责人, 骨干 or as printed.
    """

    name: str
    role: str | None = None
    title: str | None = None
    degree: str | None = None
    specialty: str | None = None
    organization: str | None = None
    duty: str | None = None
    evidence: Evidence


class FundItem(Record):
    """FundItem (经费): a sum of the budget, in 元.

    total: all of it; source: where it comes from (自筹, 财政); item: what it is spent on (设备费). ``source`` and
    ``year`` are what the column or the words say; ``name`` the row's words.
    """

    kind: FundKind
    name: str
    amount: float
    source: str | None = None
    year: int | None = None
    evidence: Evidence


class Achievement(Record):
    """Achievement (已有成果): what the applicant has reached before. It is no promise.

    ``count`` is the number stated (发明专利38项), ``number`` the identifier of a single one (ZL…, 软著登字第…号).
    """

    kind: AchievementKind
    name: str
    count: int | None = None
    number: str | None = None
    evidence: Evidence


class Milestone(Record):
    """Milestone (进度安排): a stage of the plan. ``start`` and ``end`` are ``2026``, ``2026-03`` or an ISO date.

    ``stage`` is the stage's name as printed (第一阶段, 中期), ``text`` what is to be done or reached.
    """

    start: str | None = None
    end: str | None = None
    stage: str | None = None
    text: str
    evidence: Evidence
