"""The one place of a demonstration (唯一的示范点设在某县某镇), told in two parts as two places.

So is 实施地点 of the form against the text that puts all of the work elsewhere (示范装置的建设和运行全部放在…).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.application.claims import Mode, mode_of
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.labels import bare_label
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from schemas.evidence import Evidence
from schemas.outline import Role

_THING = r"(?P<{}>(?:应用|试验|中试|首台套?)?(?:示范|试点|试验|中试)(?:点|基地|园区?|区|场|站|线|工程|项目|县|村|工厂))"
_ONE = r"(?:只|仅|共|总共)(?:建设?|设立?|有|选择?|布设)?(?:1|一)(?:个|处|座|条|家)"
# 唯一的示范点设在…; 只建1个示范点，定在…
_SITE = re.compile(
    rf"(?:唯一的?(?:1|一)?(?:个|处|座)?{_THING.format('only')}|{_ONE}{_THING.format('one')})[，,]?\s?"
    r"(?:就|拟|将|即)?(?:定|设|建|放|选|布置|选址|落户|坐落|位|安排|建设)(?:立|在|于){1,2}(?P<place>[\u4e00-\u9fff]{3,30})"
)
# 澜江市, 望澄县, 桂坪镇: the names of one level; 高新区, 综合保税区 and 主城区 may lie in any county
_NO_DISTRICT = (
    r"(?<![新开发园社范业港景库山厂矿林牧灌片校地小税保护验心核聚能贸治假作务])"
    r"(?<!主城)(?<!心城)(?<!老城)(?<!集中)(?<!先行)"
)
_NAMED = r"(?:(?![省市县区旗镇乡])[\u4e00-\u9fff]){2,5}"
_LEVELS = (
    re.compile(rf"{_NAMED}市"),
    re.compile(rf"{_NAMED}(?:县|旗|{_NO_DISTRICT}区(?!域))"),
    re.compile(rf"{_NAMED}(?:镇|乡|街道)"),
)
# 实施地点, 项目建设地点, a field of the form; 示范装置的建设和运行全部放在…, 本项目实施地点位于…: all of the work
_SITE_LABEL = re.compile(r"(?:项目|任务|示范)?(?:主要)?(?:实施|建设|示范|落地)地(?:点|址)")
_WHOLE = re.compile(
    r"(?:(?:示范|中试|试验)?(?:装置|工程|产?线|基地|项目)的?(?:建设|实施|运行|安装|示范)(?:[和与及、](?:建设|实施|运行|安装|示范))?"
    r"(?:全部|均|都|只|整体)(?:放|设|建|定|选|安排|布置|布设|落)(?:在|于)"
    r"|(?:^|[。；，\n])(?:本|该)?项目(?:的)?(?:实施|建设)地[点址](?:为|是|在|位于|设在|选在|定在|[:：]))(?P<place>[\u4e00-\u9fff]{3,30}?)"
    r"(?=内?(?:进行|实施|开展)|[^\u4e00-\u9fff]|$)"
)
_LIES = re.compile(r".*(?:位于|在)")  # 我公司位于云屿市: no part of the name
_MANY = re.compile(r"[、，,；;/]|和|及|等|多地|另")
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
    yield from _beside_form(case)


def _beside_form(case: Case) -> Iterator[Clash]:
    """The form's one place, and the first sentence that puts the whole work into another county or city."""
    fields = [
        (bare_label(field), re.sub(r"\s", "", value_text(field)), field.value_evidence)
        for field in case.submission.form_fields
        if _SITE_LABEL.fullmatch(bare_label(field)) is not None and field.value_evidence is not None
    ]
    if len(fields) != 1 or _MANY.search(fields[0][1]):
        return
    name, own, written = fields[0]
    for passage in case.submission.passages:
        told = passage.role not in _ASIDE and mode_of(passage.path) is not Mode.EXISTING
        for said in _WHOLE.finditer(passage.text) if told else ():
            if passage.evidence.overlaps(written) or not _are_apart(own, said["place"]):
                continue
            found = narrow(passage.evidence, said.group().lstrip("。；，\n"))
            text = (
                f"{name}前后不一致：申报表为“{own}”{page_of(written, '申报材料')}，"
                f"另一处写在“{said['place']}”{page_of(found, '申报材料')}，请核实。"
            )
            yield Clash(name, text, found, _SURE)
            return


def _sites(case: Case) -> Iterator[_Site]:
    for passage in case.submission.passages:
        told = passage.role not in _ASIDE and mode_of(passage.path) is not Mode.EXISTING
        for said in _SITE.finditer(passage.text) if told else ():
            yield _Site(said["only"] or said["one"], said["place"], narrow(passage.evidence, said.group()))


def _are_apart(one: str, other: str) -> bool:
    """Both name something of one level, and nothing of that level is in both.

    江苏南京市 is 南京市: what stands before a name may be taken for its beginning.
    """
    one, other = _LIES.sub("", one), _LIES.sub("", other)
    named = ((level.findall(one), level.findall(other)) for level in _LEVELS)
    return any(
        ours and theirs and not any(a.endswith(b) or b.endswith(a) for a in ours for b in theirs)
        for ours, theirs in named
    )
