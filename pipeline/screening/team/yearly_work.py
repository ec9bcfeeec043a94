"""How many months of each year the leader works for the project (每年用于本项目的工作时间不少于6个月)."""

import re

from extractors.values.han_numerals import han_value
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, value_text
from schemas.evidence import Evidence
from schemas.facts import Target
from schemas.notice import Obligation
from schemas.outline import Role

_ASKED = re.compile(r"每年[^，。；]{0,8}(?:时间|工作|投入)")
_LABEL = re.compile(
    r"每年[^，。；]{0,8}(?:时间|工作|投入)|年[^，。；]{0,4}(?:工作|投入)[^，。；]{0,4}时间|投入[^，。；]{0,6}时间"
)
_NUMBER = r"\d{1,2}|[一二三四五六七八九十玖捌柒陆伍]{1,2}"
_MONTHS = rf"(?P<number>{_NUMBER})(?:\s?[～~—\-至到]\s?(?:{_NUMBER}))?"
# 每年约4个月（其余时间负责公司其他产品线）: the rest is spent on something else; another number of months is not
_ANSWER = re.compile(
    rf"(?:每年|投入|工作|约|不少于|不低于)*{_MONTHS}\s?(?:个?月)?(?:/年|以上)?(?:\s?[，,；;（(][^月\n]{{1,40}})?"
)
_DOING = r"(?:工作|投入|用于|从事)"
_SAID = tuple(
    re.compile(form)
    for form in (
        rf"每年[^，。；\n\d]{{0,16}}{_DOING}[^，。；\n\d]{{0,14}}?{_MONTHS}\s?个月",
        rf"每年(?:约|不少于|不低于)?{_MONTHS}\s?个月[^，。；\n]{{0,4}}{_DOING}",
        # 每年约80个工作日用于本项目（折合4个月）
        rf"每年[^，。；\n]{{0,12}}(?:工作日|天)[^，。；\n]{{0,16}}?(?:折合|相当于|合计?)约?\s?{_MONTHS}\s?个月",
    )
)
_LEADER, _TEAM = re.compile(r"负责人|带头人|主持人|首席"), re.compile(r"成员|骨干|人员|学生|参加者")
_UNITS = {"个月": 1, "月": 1, "年": 12}


def months_each_year(case: Case, obligation: Obligation, required: Target) -> tuple[float, Evidence | None] | None:
    """The least number of months in the condition's unit, from the field 每年投入时间, else from a sentence.

    None for other conditions, and where nothing says it.
    """
    if required.unit not in _UNITS or not _ASKED.search(obligation.name):
        return None
    told = _in_field(case) or _in_text(case, of_leader=_LEADER.search(obligation.name) is not None)
    return (told[0] / _UNITS[required.unit], told[1]) if told is not None else None


def _in_field(case: Case) -> tuple[float, Evidence | None] | None:
    for field in case.submission.form_fields:
        label, said = field.label or field.name, value_text(field).strip()
        answer = _ANSWER.fullmatch(said) if _LABEL.search(label) and "月" in label + said else None
        if answer is not None and (months := han_value(answer["number"])) is not None:
            return float(months), field.value_evidence
    return None


def _in_text(case: Case, *, of_leader: bool) -> tuple[float, Evidence | None] | None:
    """The first that the application itself says; not of the team (团队成员每年…) where the leader is asked for."""
    told = (p for p in case.submission.passages if p.role is not Role.INSTRUCTIONS)
    for passage in told:
        for said in (said for form in _SAID for said in form.finditer(passage.text)):
            clause = re.split(r"[，。；;\n]", passage.text[: said.start()])[-1] + said.group()
            of_others = of_leader and _TEAM.search(clause) is not None and _LEADER.search(clause) is None
            if not of_others and (months := han_value(said["number"])) is not None:
                return float(months), narrow(passage.evidence, said.group())
    return None
