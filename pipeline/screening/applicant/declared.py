"""Declarations that the notice asks for in words (须声明近三年是否存在违反行政法规的行为记录): made, or nowhere."""

import re

from pipeline.screening.answers.parts import narrow
from pipeline.screening.case import Case, conclude, page_of
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

_ASKED = re.compile(r"(?:须|应|需)当?(?:书面|如实|同时|一并)?声明(?!书)(?P<what>[^，。；]{4,60})")
_OFFENCE = re.compile(r"违反|违法|违规|处罚|失信|不良")
_SAID = re.compile(
    r"违反[^，。；]{0,16}(?:法|规|行为|记录)|违法|违规|处罚|失信|不良(?:信用|行为|记录)|(?:遵纪|遵)守?法|信用(?:良好|中国)"
)


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Missing where the application does not say a word on offences; None for another declaration."""
    asked = _ASKED.search(obligation.name)
    if asked is None or not _OFFENCE.search(asked["what"]):
        return None
    for passage in case.submission.passages:
        said = _SAID.search(passage.text) if passage.role is not Role.INSTRUCTIONS else None
        if said is not None:
            found = narrow(passage.evidence, said.group())
            text = f"申报材料已就“{asked['what']}”作出说明{page_of(found, '申报材料')}。"
            return conclude(obligation, "met", text, found=found, confidence=0.6)
    text = f"申报材料没有声明“{asked['what']}”{page_of(obligation.evidence, '通知')}，请补充。"
    return conclude(obligation, "missing", text, confidence=0.65)
