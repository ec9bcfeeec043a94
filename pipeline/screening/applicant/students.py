"""Who studies full time (全日制在校学生，不含在职研究生): told by the team and the form."""

import re
from collections.abc import Iterator

from extractors.application.team import ADVISER
from pipeline.screening.answers.parts import narrow
from pipeline.screening.case import Case, conclude, page_of, value_text
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation

# The condition is on students, and shuts out those who study beside their work.
_ASKED = re.compile(r"(?:不含|不包括|非)[^，。；（()）]{0,8}在职|全日制[^。；]{0,30}(?:在校|学生|研究生|本科生)")
_ADMITTED = re.compile(r"(?<!不含)(?<!不包括)(?<!除)非全日制")  # 全日制、非全日制均可
_PART_TIME = re.compile(r"非全日制|(?<![非不无])在职(?:攻读|学习|研究生|硕士|博士|[（(]|(?=[\s，,；;)）]|$))")
_FIELD = re.compile(r"学历|身份|学习(?:形式|方式)|培养(?:方式|类型)|就读|学籍|学生类别")


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Invalid where a member of the team studies beside the work; None for another condition, or where none does."""
    if _ASKED.search(obligation.name) is None or _ADMITTED.search(obligation.name):
        return None
    for name, said, evidence in _students(case):
        part_time = _PART_TIME.search(said)
        if part_time is not None:
            where = page_of(evidence, "申报材料")
            text = f"{name}为“{part_time.group().strip('（(')}”{where}，不符合“{obligation.name[:40]}”的条件。"
            return conclude(obligation, "invalid", text, found=narrow(evidence, part_time.group()), confidence=0.75)
    return None


def _students(case: Case) -> Iterator[tuple[str, str, Evidence]]:
    """Each with the words on how they study, and where; who guides the team may well be at work."""
    for member in case.submission.team:
        if member.role != ADVISER:
            yield f"团队成员{member.name}", member.evidence.text, member.evidence
    for field in case.submission.form_fields:
        if _FIELD.search(field.label or field.name) and field.value_evidence is not None:
            yield f"「{field.name}」", value_text(field), field.value_evidence
