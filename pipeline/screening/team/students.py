"""Who studies full time (全日制在校学生，不含在职研究生): told by the team and the form."""

import re
from collections.abc import Iterator

from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of, value_text
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation

# The condition is on students, and shuts out those who study beside their work; a degree (全日制研究生学历) is none.
_OF_STUDENTS = re.compile(r"在校|学生|在读")
_ASKED = re.compile(r"(?:不含|不包括|非)[^，。；（()）]{0,8}在职|全日制")
_ADMITTED = re.compile(r"(?<!不含)(?<!不包括)(?<!除)非全日制")  # 全日制、非全日制均可
_OF_LEADER, _OF_ALL = re.compile(r"负责人|队长"), re.compile(r"成员|队员|[均都]")
_LEADER, _GUIDE = re.compile(r"负责人|队长|组长|带头人"), re.compile(r"指导|导师")
_PART_TIME = re.compile(r"非全日制|(?<![非不无])在职(?:攻读|学习|研究生|硕士|博士)")
# 在职 alone says that one is employed, but of how one studies (学习形式：在职) that it is beside the work.
_AT_WORK = re.compile(r"(?<![非不无])在职")
_HOW = re.compile(r"学历|学习(?:形式|方式)|培养(?:方式|类型)|就读|学籍|学生类别")
_FIELD = re.compile(rf"身份|{_HOW.pattern}")
_CELL = re.compile(r"(?:^|；)(?P<head>[^：；\n]{2,16})：(?P<value>[^；\n]{1,40})")


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Invalid where a member of the team studies beside the work; None for another condition, or where none does."""
    words = obligation.name
    if not _OF_STUDENTS.search(words) or not _ASKED.search(words) or _ADMITTED.search(words):
        return None
    leader_only = _OF_LEADER.search(words) is not None and _OF_ALL.search(words) is None
    for who, part_time, evidence in (*_members(case, leader_only), *_fields(case, leader_only)):
        where = page_of(evidence, "申报材料")
        text = f"{who}为“{part_time}”{where}，不符合“{words[:40]}”的条件。"
        return conclude(obligation, "invalid", text, found=narrow(evidence, part_time), confidence=0.75)
    return None


def _members(case: Case, leader_only: bool) -> Iterator[tuple[str, str, Evidence]]:
    """Each member who studies beside the work, in which words, and where; who guides the team may be at work."""
    for member in case.submission.team:
        role = member.role or ""
        if _GUIDE.search(role) or (leader_only and not _LEADER.search(role)):
            continue
        part_time = _PART_TIME.search(member.evidence.text) or _beside_work(case, member.evidence)
        if part_time is not None:
            yield f"团队成员{member.name}", part_time.group(), member.evidence


def _beside_work(case: Case, row: Evidence) -> re.Match[str] | None:
    """在职 in a column of the row that tells how one studies."""
    rows = (passage.text for passage in case.submission.passages if passage.evidence.overlaps(row))
    cells = (cell for text in rows for cell in _CELL.finditer(text) if _HOW.search(cell["head"]))
    return next((said for cell in cells if (said := _AT_WORK.search(cell["value"]))), None)


def _fields(case: Case, leader_only: bool) -> Iterator[tuple[str, str, Evidence]]:
    """Each field of the form on how its applicant studies that says so."""
    for field in case.submission.form_fields:
        whose, label = f"{field.group or ''}{field.name}", field.label or field.name
        skipped = _GUIDE.search(whose) or (leader_only and not _LEADER.search(whose))
        if skipped or field.value_evidence is None or not _FIELD.search(label):
            continue
        said = _PART_TIME.search(value_text(field))
        said = said or (_AT_WORK.search(value_text(field)) if _HOW.search(label) else None)
        if said is not None:
            yield f"「{field.name}」", said.group(), field.value_evidence
