"""How many work in the team, told with two numbers, and a team of the applicant's with more people than it has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.screening.amounts.people_and_money import Clash, number_of
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from schemas.evidence import Evidence
from schemas.outline import Role

_TEAM = (
    r"(?P<team>(?:揭榜|(?:项目|任务|联合)?攻关)(?:团队|小组|组|专班|队伍)|(?:项目|课题)(?:团队|组)|研发团队"
    r"|固定(?:成员|人员|研究人员))"
)
# 攻关团队：52人, 攻关组共52人, 项目团队现有固定成员52人
_BEHIND = re.compile(
    rf"(?<![个各两支级]){_TEAM}(?:总?人数|规模|成员|人员)?(?:现有|共有|共计|总计|合计|[有共为由达是计]|[:：\s])*"
    r"(?P<number>\d{1,5})\s?[人名]"
)
# 成立52人攻关组, 组成52人的攻关团队
_AHEAD = re.compile(
    rf"(?:成立|组建|组成|设立|抽调|建立)了?(?:一支)?(?P<number>\d{{1,5}})\s?[人名](?:的|组成的?|规模的?|参加的?){{0,2}}{_TEAM}"
)
# 以上8人为项目组全部成员, 项目组全体成员8人
_LISTED = re.compile(
    rf"(?:以上|上述|前述|上列|上表|表中|名单)(?:所列|中|共|的|合计|总共)*(?P<number>\d{{1,5}})\s?[人名](?:人?员|均|都|就|即|一起)*"
    rf"(?:为|是|构成|组成|即)(?:本|我|了|本次|该)*{_TEAM}(?:的?(?:全部|全体|所有)?的?(?:组成)?(?:成员|人员)|(?=[，,。；;]|$))"
)
_WHOLE = re.compile(
    rf"{_TEAM}的?(?:全部|全体|所有)的?(?:成员|人员)(?:共有?|总计|合计|[为是有计])*(?P<number>\d{{1,5}})\s?[人名]"
)
_GROUPS = (
    ("攻关团队", re.compile(r"揭榜|攻关")),
    ("项目团队", re.compile(r"^(?:项目|课题)")),
    ("研发团队", re.compile(r"^研发团队")),
    ("固定成员", re.compile(r"固定")),
)
# Some of them, another time, another's team
_ANOTHER = re.compile(
    r"核心|骨干|青年|其中|[每各]|[一二三两四五六七八九十\d]个|分[为]?(?:别|支)|阶段|期[内间]|高峰|20\d\d\s?年|扩[大充]|新增|计划|拟|将|曾|子任务|子课题|课题[一二三\d]"
)
_BODY = re.compile(r"[\u4e00-\u9fff]{2}(?:公司|大学|学院|研究[院所]|中心|医院)")  # by name; 由公司牵头 is the applicant
_ABOUT = re.compile(r"\s?(?:以[上内下]|左右|余|多)")
_FROM_OUTSIDE = re.compile(r"联合|合作|高校|大学|学院|专家|院士|外聘|兼职|产学研|参[与加]单位|各方|三方|两家|多家")
_CLAUSES, _SENTENCE = re.compile(r"[。；;\n]"), re.compile(r"[。\n]")
_ASIDE = frozenset({Role.PROOFS, Role.INSTRUCTIONS})
_SURE = 0.65
_RESEARCHERS, _STAFF = "研发人员人数", "单位人数"


@dataclass(frozen=True, slots=True)
class _Said:
    group: str
    number: int
    words: str
    evidence: Evidence


def team_clashes(case: Case) -> Iterator[Clash]:
    """The first team that is told with two numbers, and the first team that is larger than all who are there."""
    first: dict[str, _Said] = {}
    told: set[str] = set()
    for said in _mentions(case):
        other = first.setdefault(said.group, said)
        if other.number != said.number and said.group not in told:
            told.add(said.group)
            text = (
                f"{said.group}人数前后不一致：一处写“{other.words}”{page_of(other.evidence, '申报材料')}，"
                f"另一处写“{said.words}”{page_of(said.evidence, '申报材料')}，请核实。"
            )
            yield Clash(f"{said.group}人数", text, said.evidence, _SURE)
    yield from _larger(case)


def _mentions(case: Case) -> Iterator[_Said]:
    own = case.submission.applicant.name or ""
    for passage in case.with_figures:
        said = (_BEHIND, _AHEAD, _LISTED, _WHOLE) if passage.role not in _ASIDE else ()
        found = (match for words in said for match in words.finditer(passage.text))
        for match in sorted(found, key=lambda one: one.start()):
            before = _CLAUSES.split(passage.text[: match.start()])[-1].replace(own, "")
            behind = passage.text[match.end() :]
            if _ANOTHER.search(before + match.group()) or _ABOUT.match(behind) or _BODY.search(before):
                continue
            group = next(name for name, words in _GROUPS if words.search(match["team"]))
            yield _Said(group, int(match["number"]), match.group(), narrow(passage.evidence, match.group()))


def _larger(case: Case) -> Iterator[Clash]:
    """公司研发团队498人, where the form has fewer researchers, or fewer people."""
    for passage in case.with_figures:
        for match in _BEHIND.finditer(passage.text) if passage.role not in _ASIDE else ():
            sentence = _SENTENCE.split(passage.text[: match.start()])[-1] + match.group()
            if match["team"] != "研发团队" or _FROM_OUTSIDE.search(sentence) or _ANOTHER.search(sentence):
                continue
            for label in (_STAFF, _RESEARCHERS):
                whole = number_of(case, label)
                if whole is not None and int(match["number"]) > whole[0]:
                    found = narrow(passage.evidence, match.group())
                    own = f"申报表“{label}”为{whole[0]:g}{page_of(whole[1].value_evidence, '申报材料')}"
                    said = f"正文写“{match.group()}”{page_of(found, '申报材料')}"
                    yield Clash(label, f"{label}前后不一致：{own}，{said}，请核实。", found, _SURE)
                    return
