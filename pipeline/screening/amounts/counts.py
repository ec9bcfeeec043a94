"""Numbers of patents and people that contradict each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.values.han_numerals import han_value
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.labels import canonical
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.wordings import Count, wordings
from schemas.evidence import Evidence
from schemas.facts import FormField, Passage
from schemas.outline import Role

# Who has it: the applicant as a whole. A team, a person, a partner or one line of business has another number.
_OWNER = (
    r"(?:^|(?<=[，,。；、：:\t\n])|(?<=其中)|(?<=包括)|(?<=方[向面])|(?<=领域))(?P<owner>(?:本|我|全)?(?:公司|单位|企业|集团|院|所|厂)"
    r"|(?:研究|设计|科学)院|研究所|学校|医院)?"
    r"(?:现|已|共|累计|目前|截至目前)*(?:拥有|持有|具有|获得?|取得|有)?(?:一支)?"
)
_SURE, _NEXT = 0.65, 6
_DOES = re.compile(
    r"(?:主要)?(?:负责|参与|承担|投入|从事|编入|编成|分[为成]|组成|参加)"
)  # 我所研发人员12人负责算法: some of them
# Around the number: not all of it, or not yet.
_ANOTHER = re.compile(
    r"(?<!人才)(?<!人才[与和及、])团队|负责人|项目|课题|任务|方向|合作|参与|其中|新增|计划|预期|预计|申请|拟|投入"
)
# 在人员与资金投入方面，研究院现有研发人员137人; 人员投入：现有研发人员1,268人
_IN_THIS_RESPECT = re.compile(
    r"在[^，。；]{2,14}方面[，,]|(?:人员|人力|人才)(?:[与和及、]?(?:资金|经费))?投入[：:]"
    r"|(?:知识产权|专利|科研成果|创新成果|成果)方面[，,：:]"
    r"|参与(?:制定|起草|编制|编写|制修订|修订)[^，。；]{0,12}标准"
)
# 团队基础：我公司现有研发人员…: the label says what the line is on, and not whose they are
_OF_BASIS = re.compile(r"^[^，。；：:\d]{0,8}(?:基础|人才|队伍|条件|实力|概况|情况|能力)[^，。；：:\d]{0,6}[：:]\s?")
# 相关进展: what was done, and by how many, for the work alone; 现有基础及相关进展 is on the applicant too
_OF_WORK = re.compile(r"(?!.*(?:基础|条件|单位))[\u4e00-\u9fff]{0,10}进展(?:情况)?")
# Before it in the sentence: a person's; above it: what is promised.
_OF_PERSON = re.compile(r"负责人|带头人|总师|院士|博士|教授|研究员|工程师|先生|女士|本人|个人")
# Not all, or not now: of a field, a time, a kind, another company.
_PARTLY = re.compile(
    r"近[一二两三四五\d]|20\d\d|截至(?!目前|今|现在)|围绕|针对|方面|领域|核心|相关|有关|子公司|分公司|母公司|联合|成员|国际|PCT|其中"
)
# 围绕脱粒清选方向取得授权发明专利38项: of a field, no more than all of them
_OF_FIELD = re.compile(r"围绕|针对|方面|领域|核心|相关|有关|方向")
_FIELD_OF_OWN = re.compile(
    r"^\W*(?:(?:公司|单位|企业|[我本][院所厂校])[^，。；]{0,10})?(?:围绕|针对|在)|公司|单位|企业|[我本][院所厂校]"
)
_PART_BEHIND = re.compile(r"被|与本|涉及|属于|(?:直接)?(?:支撑|服务|用于)本?(?:项目|任务)?")
_THERE = re.compile(r"已|现有|基础|前期")  # 已有成果
_PROMISED = re.compile(r"目标|指标|预期|效益|考核|成果|进度|计划|阶段")
# Whose rights and papers they are, where the clause does not say: 公司是…企业，拥有…, 创新能力：…, 专利8项、….
_OF_APPLICANT = re.compile(
    r"公司|单位|企业|集团|[我本][院所厂校]|^\W*$|知识产权|技术(?:积累|储备)|[：:]\s*$|\d\s*[项件个篇][、，,；]?\s*$"
)
_NAMED, _OF_UNIT = re.compile(r"公司|单位|企业|集团|[我本][院所厂校]"), re.compile(r"单位|公司|企业|基础|条件")
_OF_ALL = re.compile(
    r"(?:员工|职工|从业人员)(?:总数|人数)?(?:共|为)?\s?\d[\d,]*\s?[人名][，,、（(]\s?其中[:：]?$"
)  # of all of them
_SOME = re.compile(r"组|部门|事业部|中心|分[公院]|子公司")
_OF_PEOPLE = "[人名]"
# A team of the applicant's own people: it may be smaller than the whole, and never larger.
_OF_OWN = re.compile(r"团队|项目|课题|任务|方向|投入")
_TO_COME = re.compile(r"建成后|完成后|到20\d\d年|力争|预计|将|[两三四五多]家|联合")
_ORGANISATION = re.compile(r"[\u4e00-\u9fff]{4}(?:公司|大学|学院|研究[院所]|中心|医院)")

# 2018年设立研发中心，研发人员达到76人: what was then; 截至2026年4月 is now
_WAS_THEN = re.compile(
    r"(?<!截至)(?<!截止)(?<!至)(?:19|20)\d\d年(?![^，。；]{0,6}(?:底|末|现|目前))[^。；]{0,40}(?:设立|成立|建成|迁入|扩建|组建|完成)"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """One number, where it is said, in which words; ``part``: of a team, which is no more than the whole."""

    number: float
    words: str
    place: str
    evidence: Evidence | None
    part: bool = False


def count_clashes(case: Case) -> Iterator[Clash]:
    """The first contradiction for each kind of number; form against text, else text against text."""
    for one in wordings().counts:
        said = [*_in_form(case, one), *_in_text(case, one)]
        for other in said[1:]:
            more = other.number > said[0].number and not said[0].part
            if more or (other.number != said[0].number and not other.part and not said[0].part):
                yield _clash(one, said[0], other)
                break


def _clash(one: Count, first: Counted, other: Counted) -> Clash:
    text = (
        f"{one.name}前后不一致：{first.place}写“{first.words}”{page_of(first.evidence, '申报材料')}，"
        f"{other.place}写“{other.words}”{page_of(other.evidence, '申报材料')}。"
    )
    return Clash(one.name, text, other.evidence, _SURE)


def _in_form(case: Case, one: Count) -> Iterator[Counted]:
    for field in case.submission.form_fields:
        label = field.label or field.name
        digits = re.fullmatch(r"(\d[\d,，]*)\s*[人名项件个]?", value_text(field).strip())
        if digits is not None and canonical(label) == canonical(one.field):
            yield Counted(_number(digits.group(1)), f"{label}：{digits.group()}", "申报表", field.value_evidence)


def _in_text(case: Case, one: Count) -> Iterator[Counted]:
    named, patterns = re.compile(one.pattern), _patterns(one.pattern, one.unit)
    to_come = [f.value_evidence for f in case.submission.form_fields if f.value_evidence and _is_to_come(f)]
    for passage in case.with_figures:
        if passage.role in (Role.PROOFS, Role.COMMITMENT) or named.search(passage.text) is None:
            continue
        for match in (found for pattern in patterns for found in pattern.finditer(passage.text)):
            part = not _is_all(passage, match, one) or match["more"] is not None
            said = narrow(passage.evidence, match.group().strip("，。；、：: \t\n"))
            if any(field.overlaps(said) for field in to_come):
                continue
            all_and_more = match["more"] is not None and _is_all(passage, match, one)  # 240余人: no fewer than that
            if (
                not part
                or all_and_more
                or _is_of_own_team(passage, match, one)
                or _is_of_own_field(passage, match, one)
            ):
                words = match.group().strip("，。；、：: \t\n")
                yield Counted(_number(match.group("number")), words, "正文", said, part)


def _is_to_come(field: FormField) -> bool:
    """预期成果形式: 发明专利3件 are to come of the work."""
    return _PROMISED.search(field.label or field.name) is not None and not _THERE.search(field.label or field.name)


@cache
def _patterns(name: str, unit: str) -> tuple[re.Pattern[str], ...]:
    number = rf"(?P<number>\d[\d,，]*|[一二三四五六七八九十百千两零〇]{{2,9}})\s*(?P<more>[余多])?\s*{unit}"
    behind = re.compile(rf"{_OWNER}(?P<name>{name})(?:现|目前|已)?(?:有|共|计|为|达到?|占|合)*\s*{number}")
    # 现有131名研发人员; not 486人研发人员人数, where the number is another label's
    before = re.compile(rf"{_OWNER}{number}的?(?P<name>{name})(?<!数)(?<!数量)(?!人?数|总数)")
    return (behind, before) if unit == _OF_PEOPLE else (behind,)


def _is_all(passage: Passage, match: re.Match[str], one: Count) -> bool:
    """All that the applicant has, now: no part of it, not a team's, a person's or a product's, nor what is to come."""
    text, named = passage.text, match["owner"] is not None
    before = re.split("。" if passage.role is Role.FORM else "[。；]", text[: match.start()])[-1]
    before = _IN_THIS_RESPECT.sub("", before)
    before = _OF_BASIS.sub("", before) if named else before
    rights = one.unit != _OF_PEOPLE
    whole = _OF_ALL.search(before)
    before = before[: whole.start()] if whole is not None and not _SOME.search(before[: whole.start()]) else before
    label = passage.path[-1] if passage.path and not named else ""  # 我院现有…, of whatever team
    if rights and (_NAMED.search(before) or _OF_UNIT.search(label)):
        label = ""
    behind = text[match.end() : match.end() + _NEXT]
    if not rights and (_TO_COME.search(before) or _WAS_THEN.search(before)):
        return False
    if _ANOTHER.search(label + before[-20:] + match.group()) or _DOES.match(behind):
        return False
    if not rights:
        return _OF_WORK.fullmatch(label) is None
    above = [title for title in passage.path if not _THERE.search(title)]
    told = before.removesuffix("成果：") if len(above) < len(passage.path) else before  # 成果：…, under 现有基础
    to_come = _PROMISED.search(told) or any(map(_PROMISED.search, above))
    partly = _PARTLY.search(before + match.group()) or _PART_BEHIND.match(behind) or match["owner"] == "集团"
    if to_come or partly or _OF_PERSON.search(before):
        return False
    return named or _OF_APPLICANT.search(before) is not None


def _is_of_own_team(passage: Passage, match: re.Match[str], one: Count) -> bool:
    """团队：研发人员118人: people whom the applicant has now, all of them or some."""
    before = re.split("[。；]", passage.text[: match.start()])[-1] + match.group()
    rest = _ANOTHER.sub("", _OF_OWN.sub("", before)) == _OF_OWN.sub("", before)
    own = (
        rest
        and _TO_COME.search(before) is None
        and _OF_OWN.search(before) is not None
        and _ORGANISATION.search(before) is None
    )
    return one.unit == _OF_PEOPLE and own


def _is_of_own_field(passage: Passage, match: re.Match[str], one: Count) -> bool:
    """Rights that the applicant has in one field: some of all that it has."""
    before = re.split("[。；]", passage.text[: match.start()])[-1] + match.group()
    if one.unit == _OF_PEOPLE or not (_OF_FIELD.search(before) and _FIELD_OF_OWN.search(before)):
        return False
    rest, behind = _OF_FIELD.sub("", before), passage.text[match.end() : match.end() + _NEXT]
    others = _PARTLY.search(rest) or _ORGANISATION.search(before) or _OF_PERSON.search(before)
    to_come = _PROMISED.search(before) or any(
        _PROMISED.search(title) and not _THERE.search(title) for title in passage.path
    )
    another = _ANOTHER.search(rest) or _TO_COME.search(before) or _PART_BEHIND.match(behind)
    return not (others or to_come or another)


def _number(digits: str) -> float:
    return float(han_value(re.sub(r"[,，]", "", digits)) or 0.0)
