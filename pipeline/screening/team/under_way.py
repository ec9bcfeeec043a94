"""Whoever leads a project of the same programme that is still under way may not apply (本专项在研项目)."""

import re
from collections.abc import Iterator

from extractors.values.person_names import is_name
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, conclude, page_of, value_text
from pipeline.screening.conditions.founded import closing_day
from pipeline.screening.identity.persons import leader
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

_UNDER_WAY = r"(?:在研|未结题|未验收|未完成|未通过验收)"
_PROGRAMME = r"(?:重大专项|专项计划|专项|计划|工程|基金)"
# 负责人目前主持本专项在研项目的（不得申报）, 有省重点研发计划在研项目的; not a limit to so many (不超过2项)
_ASKED = re.compile(
    rf"(?:主持|承担|负责(?!人)|有)[^，。；]{{0,6}}?(?P<name>[本该同][一批]?{_PROGRAMME}|[\u4e00-\u9fff]{{4,20}}?{_PROGRAMME})[^，。；\d]{{0,8}}?{_UNDER_WAY}"
)
# 目前主持在研省级水利科技项目的人员（不得作为项目负责人）
_ASKED_BEFORE = re.compile(
    rf"(?:主持|承担|负责(?!人))(?:的)?{_UNDER_WAY}(?:的)?(?P<name>[本该同][一批]?{_PROGRAMME}|[\u4e00-\u9fff]{{2,16}}?(?:{_PROGRAMME}|科技项目|科研项目|攻关项目))"
)
_SHUT_OUT = re.compile(r"不得|不能|不可|不予|不再|不应|的(?:人员?|科研人员)?$")
_LIMIT = re.compile(r"不超过|不多于|以上|超过|限|\d|[逾到超]期|应结")  # so many; those that are overdue
# 现代种业提升专项 of 关于组织申报2027年度现代种业提升专项项目的通知
_OF_CALL = re.compile(
    rf"(?:申报|征集|发布|开展|下达|组织|推荐|实施|[省市区县州部厅局])(?:20\d\d年(?:度)?)?(?P<name>[\u4e00-\u9fff“”]{{4,24}}?{_PROGRAMME})"
)
_LEADS = re.compile(r"(?P<who>[\u4e00-\u9fff]{0,4})(?:目前|正在|现)?(?:主持|承担|牵头)")
_IS_UNDER_WAY = re.compile(rf"{_UNDER_WAY}|执行中|实施中|正在(?:实施|执行)")
# 执行期为2025年1月至2027年12月: under way on the closing day
_PERIOD = re.compile(
    r"(?:执行期|实施期|研究期|起止|期限)[^，。；]{0,6}?20\d\d年\d{1,2}月(?:\d{1,2}日)?[至到—－~-]+(?P<year>20\d\d)年(?P<month>\d{1,2})月"
)
_OTHERS = re.compile(r"(?:单位|公司|企业|成员|骨干|团队|他人|院|所|学校|其他人员?)[^，。；]{0,6}$")  # who else leads it
_DENIED = re.compile(r"[无没]|未(?!结题|验收|完成|通过验收)|已(?:结题|验收|完成)|不再|如[有若]|参与|参加")
_SENTENCE = re.compile(r"[。；;\n]")
_QUOTED = 80  # characters
_ASIDE = frozenset({Role.COMMITMENT, Role.INSTRUCTIONS})


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Invalid where the application says that such a project is led and under way; None where it does not say so."""
    programme = _programme(case, obligation.name)
    told = next(_told(case, programme), None) if programme is not None else None
    if told is None:
        return None
    words, place = told
    text = f"申报材料写明“{words}”{page_of(place, '申报材料')}，不符合“{obligation.name}”的规定，请核实。"
    return conclude(obligation, "invalid", text, found=place, confidence=0.7)


def _programme(case: Case, condition: str) -> str | None:
    """The name of the programme, which 本专项 leaves to the call's title."""
    asked = _ASKED.search(condition) or _ASKED_BEFORE.search(condition)
    if asked is None or _SHUT_OUT.search(condition) is None or _LIMIT.search(condition):
        return None
    if asked["name"][0] not in "本该同":
        return asked["name"]
    title = squeeze(case.notice.title or "")
    found = _OF_CALL.search(title)
    return found["name"].strip("“”") if found is not None else None


def _told(case: Case, programme: str) -> Iterator[tuple[str, Evidence | None]]:
    for field in case.submission.form_fields:
        value = squeeze(value_text(field))
        if _says(case, value if _LEADS.search(value) else (field.label or field.name) + value, programme):
            yield value[:_QUOTED], field.value_evidence
    for passage in case.submission.passages:
        for sentence in _SENTENCE.split(passage.text) if passage.role not in _ASIDE else ():
            if _says(case, squeeze(sentence), programme):
                yield squeeze(sentence)[:_QUOTED], narrow(passage.evidence, squeeze(sentence))


def _says(case: Case, sentence: str, programme: str) -> bool:
    """The leader, or nobody by name, leads a project of the programme there that is under way."""
    leads = _LEADS.search(sentence)
    if leads is None or programme.replace("级", "") not in sentence.replace("级", "") or _DENIED.search(sentence):
        return False
    led = leader(case)
    who = next((leads["who"][-size:] for size in (3, 2, 4) if is_name(leads["who"][-size:])), None)
    of_another = who is not None and (led is None or led[0] != who)
    of_another = of_another or _OTHERS.search(sentence[: leads.start("who")] + leads["who"]) is not None
    return not of_another and (_IS_UNDER_WAY.search(sentence, leads.end()) is not None or _lasts(case, sentence))


def _lasts(case: Case, sentence: str) -> bool:
    """The project's period ends after the day on which the call closes."""
    period, closes = _PERIOD.search(sentence), closing_day(case)
    return (
        period is not None
        and closes is not None
        and (int(period["year"]), int(period["month"])) > (closes.year, closes.month)
    )
