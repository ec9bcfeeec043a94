"""How many persons a team has (团队成员不少于4人): as the form, the text or the list of persons says."""

import re
from collections.abc import Iterable

from extractors.application.team import ADVISER
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from schemas.evidence import Evidence
from schemas.facts import FormField, Target
from schemas.notice import Obligation
from schemas.undertaking import TeamMember

PEOPLE = ("人", "名", "位")
_TEAM = re.compile(r"^每?[个支]?(?:参赛|揭榜|攻关|申报|项目|研究)?(?:团队|小组|队伍|队)(?:成员|人数)?(?:须|应)?由?$")
_MEMBERS = re.compile(
    r"(?:项目|课题|研究|攻关|研发|申报|参赛)?(?:团队|组|小组)?(?:的)?(?:成员|人员|人数)(?:总数|数量)?"
)
_COMPOSED = re.compile(r"(?:团队|小组|队伍)(?:成员)?(?:须|应)?由\s?\d")
_SIZE = re.compile(r"(?:参赛)?(?:团队|小组|队伍)(?:总?人数|成员(?:名单|姓名|人数)?|规模)|参赛(?:人数|队员)")
_OF_TEAM = re.compile(r"团队|成员|人员")
# 以上共8人, below the list of persons
_IN_ALL = re.compile(
    r"(?<![\u4e00-\u9fff])(?:以上|上述|合计|总计)?(?:人员|团队)?(?:成员)?共(?:计|有)?\s?(?P<number>\d{1,3})\s?[人名位](?!次)"
)
# 项目组共34人 says itself of whom, wherever it stands.
_TEAM_IN_ALL = re.compile(
    r"(?<![\u4e00-\u9fff])(?:项目组|课题组|(?:攻关|研发|项目|本)?团队)(?:成员)?共(?:计|有)?\s?(?P<number>\d{1,3})\s?[人名位](?!次)"
)
_ADVISERS = re.compile(r"(?:每[个支件项])?(?:团队|作品|项目)?(?:的)?指导(?:教师|老师|专家)(?:人数)?")
_PERSONS_ONLY = re.compile(r"自然人|团队名义|以团队|个人")


def counted(case: Case, obligation: Obligation, required: Target) -> tuple[float, Evidence | None] | None:
    """共3人 under 团队构成, else the persons in the team's list (or that of advisers); None for another condition.

    What is asked of a team of persons (以团队名义申报) is not asked of an organisation.
    """
    if required.unit in PEOPLE and _ADVISERS.fullmatch(required.metric):
        return _number_of(member for member in case.submission.team if member.role == ADVISER)
    of_team = _TEAM.search(required.metric) or _MEMBERS.fullmatch(required.metric)
    if required.unit not in PEOPLE or of_team is None:
        return None
    if _PERSONS_ONLY.search(obligation.name) and case.submission.applicant.kind not in (None, "other"):
        return None
    for passage in case.submission.passages:
        titled = any(_OF_TEAM.search(title) for title in passage.path[-1:])
        said = _TEAM_IN_ALL.search(passage.text) or (_IN_ALL.search(passage.text) if titled else None)
        if said is not None:
            return float(said["number"]), narrow(passage.evidence, said.group())
    return _number_of(member for member in case.submission.team if member.role != ADVISER)


def _number_of(people: Iterable[TeamMember]) -> tuple[float, Evidence | None] | None:
    """How many names they have, with the last of them, who is one too many where they are too many."""
    named = {person.name: person for person in people}
    return (float(len(named)), list(named.values())[-1].evidence) if named else None


def size_field(case: Case, required: Target) -> FormField | None:
    """每个团队不超过10人, 团队由5至15人组成: the field with the team's number or names."""
    of_team = _TEAM.search(required.metric) or _COMPOSED.search(required.evidence.text)
    if required.unit not in PEOPLE or not of_team or required.comparator not in ("<=", "<", "range"):
        return None
    sizes = (f for f in case.submission.form_fields if f.value and _SIZE.fullmatch(f.label or f.name))
    return max(sizes, key=lambda f: "人数" in f.label, default=None)
