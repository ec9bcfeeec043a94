"""How many of one thing are set up (部署投饵机6台) and how many the budget pays for (8台投饵机)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.outline import Role

_UNIT = r"(?P<{0}>[台套只支架辆艘座组块面])"
_NUMBER = r"(?P<{0}>\d{{1,4}})\s?"
_THING = r"(?P<{0}>[\u4e00-\u9fff]{{3,10}}?)"
# 投饵机6台, and 6台投饵机
_BEHIND = re.compile(
    rf"{_THING.format('thing')}(?:共|各?计|合计|总计|\s){{0,3}}{_NUMBER.format('number')}{_UNIT.format('unit')}"
)
_AHEAD = re.compile(
    rf"{_NUMBER.format('number')}{_UNIT.format('unit')}(?P<thing>[\u4e00-\u9fff]{{3,8}}?)(?:整机|样机|设备)?"
    r"(?=[的、，。；;,（(）)\s]|$|采购|购置|购买|制造|加工|试制|部件)"
)
_SET_UP = r"(?:部署|安装|布设|投放|布放|配置|配备|投运|装备|架设|布置|建设|设置)(?:[我本]方?)?"
_SETS_UP = re.compile(_SET_UP)
_BUYS = re.compile(r"(?:设备|仪器|材料|加工|试制|制造|购置|采购|硬件)费|(?:设备|样机)(?:购置|采购|试制|制造)")
_OF_BUDGET = re.compile(r"经费|预算|费用|测算")
# some of them, spare ones, those that are there, other times
_OTHER = re.compile(
    r"备[用件份]|其中|首[批台套期]|样机|[一二三]期|第[一二三]|每|各(?!计)|现有|已[有装建购]|原有|旧|改造|利旧|另|试验用|台架|租|其余|剩余|分[别批]|阶段|推广|推至|后续|约|不[少多]于"
)
_ASIDE = frozenset({Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS, Role.COVER})
_LEAST = 3  # characters of the thing
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class _Counted:
    thing: str
    number: int
    unit: str
    words: str
    evidence: Evidence


def device_clashes(case: Case) -> Iterator[Clash]:
    """The first thing that is set up in one number and paid for in another, neither told anywhere else otherwise."""
    passages = [p for p in case.with_figures if p.role not in _ASIDE]
    planned = [one for p in passages if not _is_budget(p) for one in _set_up(p)]
    bought = [one for p in passages if _is_budget(p) for one in _counted(p) if planned]
    for one in planned:
        same = [other for other in bought if other.unit == one.unit and _is_one(one.thing, other.thing)]
        numbers = {other.number for other in same}
        again = {other.number for other in planned if other.unit == one.unit and _is_one(one.thing, other.thing)}
        if len(numbers) == 1 and again == {one.number} and numbers != again:
            other = same[0]
            name = f"{min(one.thing, other.thing, key=len)}{one.unit}数"
            text = (
                f"{name}前后不一致：方案写“{one.words}”{page_of(one.evidence, '申报材料')}，"
                f"经费预算写“{other.words}”{page_of(other.evidence, '申报材料')}，请核实。"
            )
            yield Clash(name, text, other.evidence, _SURE)
            return


def _is_budget(passage: Passage) -> bool:
    """A row of costs in the budget's chapter."""
    return _BUYS.search(passage.text) is not None and any(map(_OF_BUDGET.search, (*passage.path, passage.text[:20])))


def _set_up(passage: Passage) -> Iterator[_Counted]:
    for clause in re.split(r"[，,。；;\n]", passage.text):
        verb = _SETS_UP.search(clause)
        if verb is not None and not _OTHER.search(clause):
            yield from _in_clause(passage, clause[verb.end() :])


def _counted(passage: Passage) -> Iterator[_Counted]:
    for clause in re.split(r"[，,。；;\n]", passage.text):
        if not _OTHER.search(clause):
            yield from _in_clause(passage, clause.rpartition("：")[2])


def _in_clause(passage: Passage, clause: str) -> Iterator[_Counted]:
    for match in (*_BEHIND.finditer(clause), *_AHEAD.finditer(clause)):
        thing = match["thing"]
        yield _Counted(
            thing, int(match["number"]), match["unit"], match.group(), narrow(passage.evidence, match.group())
        )


def _is_one(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _LEAST and long.endswith(short)
