"""How many projects the leader has in hand (在研项目不超过1项): by the field that asks for them, else by a sentence."""

import re

from extractors.values.han_numerals import han_value
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import is_nothing, squeeze
from pipeline.screening.case import Case, conclude, page_of, value_text
from pipeline.screening.conditions.founded import closing_day
from pipeline.screening.identity.persons import leader
from pipeline.screening.team.in_hand_told import led_in_hand
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

_THING = r"(?:项目|课题|任务)"
_ASKED = re.compile(rf"(?:在研|未结题|未验收|在手)[^，。；]{{0,16}}{_THING}|在研数")
_LEADS = r"(?:牵头|主持|承担|负责)"
_NUMBER = r"(?P<number>\d{1,2}|[一二两三四五六七八九十])"
_LABEL = re.compile(rf"在研[^，。；]{{0,12}}{_THING}(?:数量?|情况)?|在研数")
# 牵头2项（省重点研发计划1项…）, 2项, 主持在研项目2项; not 参与2项
_GIVEN = re.compile(
    rf"^(?:目前|现|共|合计|作为负责人|手[上头里]|[现另尚还]?有)*{_LEADS}?(?:的)?(?:在研)?{_THING}?(?:共|合计)?{_NUMBER}\s?[项个]"
)
# 共3项，其中牵头1项
_LED = re.compile(rf"(?:牵头|主持)(?:的)?(?:在研)?{_THING}?{_NUMBER}\s?[项个]")
_ASIDE = re.compile(r"参[与加]|已[^，。；]{0,6}(?:结题|验收)")
# 目前主持在研省级项目2项, 牵头的省级以上在研项目有2项
_TOLD = re.compile(
    rf"{_LEADS}(?:的|有|着)?[^，。；]{{0,24}}?(?:在研|未结题|未验收)[^，。；\d]{{0,24}}?(?:共计?|合计|有|为|达)?{_NUMBER}\s?项(?!发明|专利|标准|成果)"
)
# 市级揭榜挂帅项目2项
_GIVEN_BEHIND = re.compile(rf"^[^，。；\d]{{0,20}}{_THING}(?:共|合计)?{_NUMBER}\s?[项个]$")
# “浮标供能”“海缆检测”（2025—2027）; 1.浮标供能项目；2.海缆检测项目
_TITLE, _ITEM = re.compile(r"[“《][^“”《》]{2,40}[”》]"), re.compile(r"(?:^|[；;，,、])[（(]?\d[)）.、．](?!\d)")
_LEADER = re.compile(r"(?:项目|课题|揭榜|攻关)?负责人")
_LOWER = re.compile(r"市级|县级|区级|校级|院级|横向|自筹|自选|企业委托")
_HIGH = re.compile(r"国家|省级|省部级|省[重科创自]")
_DENIED = re.compile(r"[未无没不]|曾|已(?:结题|验收|完成)|参[与加]|合作单位|成员|团队|其[他它]人")


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """None for another condition, or where the application states no number."""
    most = obligation.target
    if most is None or most.comparator not in ("<=", "<") or _ASKED.search(squeeze(obligation.name)) is None:
        return None
    told = _in_form(case, obligation.name) or _in_text(case, obligation.name)
    if told is None:
        return None
    number, found = told
    said = f"申报材料写明在研项目{number}项{page_of(found, '申报材料')}，"
    if number <= most.value and (number < most.value or most.comparator == "<="):
        return conclude(obligation, "met", f"{said}符合条件。", found=found, confidence=0.7)
    text = f"{said}不符合“{obligation.name}”的条件。"
    return conclude(obligation, "insufficient", text, found=found, confidence=0.7)


def _in_form(case: Case, condition: str) -> tuple[int, Evidence | None] | None:
    for field in case.submission.form_fields:
        value = squeeze(value_text(field))
        if not value or _LABEL.search(squeeze(field.label or field.name)) is None:
            continue
        if is_nothing(value):
            return 0, field.value_evidence
        led = _LED.search(value)
        aside = _ASIDE.search(value) is not None
        given = led or (None if aside else _GIVEN.match(value) or _GIVEN_BEHIND.match(value))
        if _is_lower(condition, value):
            continue
        number = han_value(given["number"]) if given is not None else None
        listed = 0 if aside or given is not None else max(len(_TITLE.findall(value)), len(_ITEM.findall(value)))
        if number is not None or listed:
            return int(number or listed), field.value_evidence
    return None


def _in_text(case: Case, condition: str) -> tuple[int, Evidence | None] | None:
    """A sentence on the leader that says it of nobody else, and of no lower level than the condition names."""
    named = leader(case)
    for passage in case.submission.passages:
        if passage.role is Role.INSTRUCTIONS:
            continue
        for sentence in re.split(r"[。；;\n]", passage.text):
            if (told := _in_hand(case, condition, sentence, named[0] if named is not None else None)) is not None:
                return told[0], narrow(passage.evidence, told[1])
            said = _TOLD.search(sentence)
            head = sentence[: said.start()] if said is not None else ""
            of_leader = _LEADER.search(head) or (named is not None and named[0] in head)
            if said is None or not of_leader or _DENIED.search(head + said.group()):
                continue
            number = han_value(said["number"])
            if number is not None and not _is_lower(condition, said.group()):
                return int(number), narrow(passage.evidence, said.group())
    return None


def _in_hand(case: Case, condition: str, sentence: str, named: str | None) -> tuple[int, str] | None:
    """手上还有“甲”“乙”两项…: of the leader, whom the sentence names first."""
    ends = [said.end() for said in _LEADER.finditer(sentence)]
    ends += [said.end() for said in re.finditer(re.escape(named), sentence)] if named else []
    closes = closing_day(case)
    if not ends or _is_lower(condition, sentence):
        return None
    return led_in_hand(squeeze(condition), sentence, min(ends), closes.year if closes is not None else None)


def _is_lower(condition: str, said: str) -> bool:
    """2项，均为市级, where the condition is on 省级以上: the words name a lower level alone."""
    return _HIGH.search(condition) is not None and _LOWER.search(said) is not None and _HIGH.search(said) is None
