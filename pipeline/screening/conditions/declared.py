"""Declarations that the notice asks for in words (须声明近三年是否存在违反行政法规的行为记录): made, or nowhere."""

import re
from collections.abc import Iterator

from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

_ASKED = re.compile(r"(?:须|应|需)当?(?:书面|如实|同时|一并)?声明(?!书)(?P<what>[^，。；]{4,60})")
_OFFENCE = r"(?:违法|违规|违反|处罚|查处|失信|不良)"
_IS_OFFENCE = re.compile(_OFFENCE)
# 未受到任何主管部门查处, 依法经营, 违法违规记录：无; or that there was one (曾受到行政处罚).
_SAID = re.compile(
    rf"(?:没有|不存在|从未|[未无](?![线人纸损感缝源]))[^，。；]{{0,16}}?{_OFFENCE}"
    rf"|{_OFFENCE}[^，。；：:]{{0,16}}[：:]\s?(?:[无否未]|没有)"
    r"|受[到过][^，。；]{0,16}?(?:处罚|查处)"
    r"|(?:守法|依法|合规|诚信)经营|遵纪守法|(?:守法|合规)证明"
)
# 系统可识别未登记的违规操作 is about what is made.
_OF_THE_WORK = re.compile(r"识别|检测|监测|预警|报警|告警|拦截|系统|算法|模型")
_PAPER = re.compile(r"(?<!真实性)(?<!产权)(?<!保密)(?<!原创)(?<!原创性)声明|信用(?:信息)?(?:查询)?报告|信用中国")
_LONGEST_TITLE = 40


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Missing where the application says nothing on its own offences; None for another declaration."""
    asked = _ASKED.search(obligation.name)
    if asked is None or not _IS_OFFENCE.search(asked["what"]):
        return None
    found = next(_statements(case), None) or next(_papers(case), None)
    if found is not None:
        text = f"申报材料已就“{asked['what']}”作出说明{page_of(found, '申报材料')}。"
        return conclude(obligation, "met", text, found=found, confidence=0.6)
    text = f"申报材料没有声明“{asked['what']}”{page_of(obligation.evidence, '通知')}，请补充。"
    return conclude(obligation, "missing", text, confidence=0.55)


def _statements(case: Case) -> Iterator[Evidence]:
    for passage in case.submission.passages:
        for said in _SAID.finditer(passage.text) if passage.role is not Role.INSTRUCTIONS else ():
            clause = max(passage.text.rfind(mark, 0, said.start()) for mark in "，。；") + 1
            if _OF_THE_WORK.search(passage.text, clause, said.end()) is None:
                yield narrow(passage.evidence, said.group())


def _papers(case: Case) -> Iterator[Evidence]:
    """Chapters, letters and attachments whose name says that they are such a declaration."""
    part = case.submission
    named = [(section.title, section.evidence) for section in part.sections]
    named += [(passage.text, passage.evidence) for passage in part.passages if passage.role is Role.COMMITMENT]
    named += [(attachment.name, attachment.evidence) for attachment in part.attachments]
    for name, evidence in named:
        if len(name) <= _LONGEST_TITLE and (_PAPER.search(name) or _SAID.search(name)):
            yield evidence
