"""State secrets (国家秘密) in an application where the notice wants none, said by the application itself."""

import re
from collections.abc import Iterator

from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, implied, page_of
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.outline import Role

_ASKED = re.compile(r"(?:不|未|无|没有|严禁|禁止)[^，。；]{0,10}(?:国家秘密|涉密|密级)|(?:国家)?保密规定|脱密|国家秘密")
_SECRET = r"(?:绝密|机密|秘密|内部秘密)"
_TOLD = re.compile(
    rf"(?:标有|标注|印有|注有|标明|盖有)[^，。；]{{0,6}}[“\"「]?{_SECRET}(?:级)?[”\"」]?(?:字样|标志|标识|章)?"
    rf"|密级(?:为|是|[：:])\s*{_SECRET}"
    r"|(?:来不及|未能|未及|尚未|没有|暂未|未经|未作|未做|未进行)[^，。；]{0,6}(?:脱密|保密审查|降密|解密)"
    r"|(?:含有?|包含|涉及|属于|内含)(?:部分|少量|有关|若干|一些)*(?:涉密(?!信息系统|系统|集成|资质|业务)|国家秘密)(?:内容|信息|数据|资料|图纸|参数|事项)?"
)
# 不含涉密内容, 未标有; 涉密信息系统集成资质, and what is promised or supposed
_DENIED = re.compile(
    r"[不未无](?!经|能|及|作|做|进)|没有|严禁|禁止|如|若|凡|一旦|应|须|避免|防止|是否|可能|商业|用于|面向|识别|检测|支持|管理|资质"
)
_NOT_TOLD = frozenset({Role.INSTRUCTIONS, Role.COMMITMENT})
_NAME = "申报材料不得涉及国家秘密"


def judge_secrets(case: Case) -> Iterator[Finding]:
    """Invalid where the notice or its letter wants no secrets and the application says that it holds some."""
    asked = _asked(case)
    told = _told(case) if asked is not None else None
    if asked is not None and told is not None:
        name, evidence = asked
        words, place = told
        text = f"申报材料写明“{words}”{page_of(place, '申报材料')}，涉及国家秘密的内容不得报送，请脱密或撤回。"
        yield conclude(implied("eligibility", name, evidence), "invalid", text, found=place, confidence=0.75)


def _asked(case: Case) -> tuple[str, Evidence] | None:
    """The condition, or what the letter has to promise, that asks for it."""
    for obligation in case.of("eligibility"):
        if _ASKED.search(obligation.name):
            return obligation.name, obligation.evidence
    for letter in case.notice.letters:
        if any(_ASKED.search(promise) for promise in letter.promises):
            return _NAME, letter.evidence
    return None


def _told(case: Case) -> tuple[str, Evidence] | None:
    for passage in case.submission.passages:
        for sentence in re.split(r"[。；;\n]", passage.text) if passage.role not in _NOT_TOLD else ():
            for said in _TOLD.finditer(sentence):
                clause = re.split(r"[，,]", sentence[: said.start()])[-1]
                if not _DENIED.search(clause):
                    return (clause + said.group()).strip(), narrow(passage.evidence, said.group())
    return None
