"""The one place of a demonstration (唯一的示范点设在某县某镇), told in two parts as two places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.application.claims import Mode, mode_of
from pipeline.screening.answers.parts import narrow
from pipeline.screening.case import Case, page_of
from pipeline.screening.figures.people_and_money import Clash
from schemas.evidence import Evidence
from schemas.outline import Role

_THING = r"(?P<{}>(?:应用|试验|中试|首台套?)?(?:示范|试点|试验|中试)(?:点|基地|园区?|区|场|站|线|工程|项目|县|村|工厂))"
_ONE = r"(?:只|仅|共|总共)(?:建设?|设立?|有|选择?|布设)?(?:1|一)(?:个|处|座|条|家)"
# 唯一的示范点设在…; 只建1个示范点，定在…
_SITE = re.compile(
    rf"(?:唯一的?(?:1|一)?(?:个|处|座)?{_THING.format('only')}|{_ONE}{_THING.format('one')})[，,]?\s?"
    r"(?:就|拟|将|即)?(?:定|设|建|放|选|布置|选址|落户|坐落|位|安排|建设)(?:立|在|于){1,2}(?P<place>[\u4e00-\u9fff]{3,30})"
)
# 澜江市, 望澄县, 桂坪镇: the names of one level; 高新区 and 产业园区 may lie in any county
_NAMED = r"(?:(?![省市县区旗镇乡])[\u4e00-\u9fff]){2,5}"
_LEVELS = (
    re.compile(rf"{_NAMED}市"),
    re.compile(rf"{_NAMED}(?:县|旗|(?<![新开发园社范业港景库山厂矿林牧灌片校地小])区(?!域))"),
    re.compile(rf"{_NAMED}(?:镇|乡|街道)"),
)
_ASIDE = frozenset({Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS})
_NAME, _SURE = "示范地点", 0.7


@dataclass(frozen=True, slots=True)
class _Site:
    thing: str
    place: str
    evidence: Evidence


def site_clashes(case: Case) -> Iterator[Clash]:
    """The first that is in another county or town than the one told before."""
    first: dict[str, _Site] = {}
    for site in _sites(case):
        before = first.setdefault(site.thing, site)
        if _are_apart(before.place, site.place):
            text = (
                f"{_NAME}前后不一致：一处写唯一的{site.thing}在“{before.place}”{page_of(before.evidence, '申报材料')}，"
                f"另一处写在“{site.place}”{page_of(site.evidence, '申报材料')}，请核实。"
            )
            yield Clash(_NAME, text, site.evidence, _SURE)
            return


def _sites(case: Case) -> Iterator[_Site]:
    for passage in case.submission.passages:
        told = passage.role not in _ASIDE and mode_of(passage.path) is not Mode.EXISTING
        for said in _SITE.finditer(passage.text) if told else ():
            yield _Site(said["only"] or said["one"], said["place"], narrow(passage.evidence, said.group()))


def _are_apart(one: str, other: str) -> bool:
    """Both name something of one level, and nothing of that level is in both."""
    named = ((set(level.findall(one)), set(level.findall(other))) for level in _LEVELS)
    return any(ours and theirs and not ours & theirs for ours, theirs in named)
