"""The leader's professional title (职称) against a condition: 项目负责人具有高级职称."""

import re

from extractors.values.person_names import is_name
from pipeline.screening.application.labels import canonical
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, conclude, page_of, value_text
from pipeline.screening.identity.persons import leader
from schemas.facts import FormField
from schemas.finding import Finding
from schemas.notice import Obligation

_ASKED = re.compile(
    r"(?P<grade>正高级?|副高级?|高级|中级)(?:及|或)?(?:以上)?的?(?:专业)?(?:技术)?(?:职称|职务|资格)(?!考试)"
)
_GRADES = {"中": 2, "高": 3, "副": 3, "正": 4}
_LEADER = re.compile(r"负责人|带头人|主持人|首席|牵头人|榜帅|挂帅人|领衔人|领题人")
_OR = re.compile(r"或|及相关|原则上|优先")
# Of the grades the first that fits: 助理研究员 is no 研究员, 副教授 no 教授 (职称系列, 人社部).
_RANKS = (
    (1, re.compile(r"助理[\u4e00-\u9fff]{0,3}师|助教|技术员|初级|实习")),
    (3, re.compile(r"副(?:教授|研究员|主任[医药技护]师|研究馆员|高|编审)")),
    (2, re.compile(r"助理研究员|讲师|主治|中级")),
    (4, re.compile(r"正高|教授|研究员|研究馆员|主任[医药技护]师|编审")),
    (3, re.compile(r"高级")),
    (2, re.compile(r"[\u4e00-\u9fff](?<!总工程)(?<!总会计)(?<!总经济)(?<!总设计)师$")),  # 总工程师 is a post
)
_PERSON = re.compile(r"负责人|带头人|主持人|首席|代表人|联系人|经办人|姓名|成员|主管")
_OF_WORK = re.compile(r"(?:项目|课题|任务|攻关|技术)(?:总|技术)?(?:负责人|带头人|主持人)(?:姓名)?|首席(?:专家|科学家)")
_NEAR = 4  # fields between the leader and the title
_LONGEST = 15
_DEGREES = re.compile(
    r"(?:[\u4e00-\u9fff]{1,3}学)?(?:博士|硕士|学士|本科|大专|研究生)(?:研究生|生)?(?:导师)?(?:学位|学历)?"
)
_PARTS = re.compile(r"[、,，;；/／\s]+")
# 工程师（高级工程师拟于明年参评）: a title that is not held yet
_NOT_HELD = re.compile(
    r"[（(][^（）()]{0,24}(?:拟|参评|申报|评审中|在评|待评|待批|公示|尚未|将于|预计|[送报申][评审]|已[报送申]|评定中|答辩)[^（）()]{0,24}[)）]"
)
_APART = 2  # characters between two conditions of a sentence
_LABELS = ("职称", "职务职称", "专业技术职务", "技术职务")
# 项目负责人及职称, 榜帅（职称）: the name and the title in one field; 榜帅职称
_WITH_NAME = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}(?:负责人|带头人|主持人|牵头人)|首席专家|榜帅|挂帅人|领衔人|领题人)(?:姓名)?(?P<joined>及其?|和|与|[、/／])?"
    r"[（(]?(?:专业)?(?:技术)?(?:职称|技术职务)[）)]?"
)
_BOTH = re.compile(r"(?:专业)?(?:技术)?职称(?:[/／或及和与、]?)学[位历]|学[位历](?:[/／或及和与、]?)职称")
_DEGREE_LABEL, _DEGREE = re.compile(r"学位|学历"), re.compile(r"博士|硕士|学士|本科|大专|研究生")
_DOCTOR = re.compile(r"(?<!在读)(?<!在职)(?<!候选)博士(?!(?:研究生)?\s?[（(]?\s?(?:在读|候选|肄业)|候选|后|生)")
_MASTER = re.compile(r"硕士(?!(?:研究生)?\s?[（(]?\s?(?:在读|候选|肄业)|导师|生)")
# 副高级以上职称或博士学位, 硕士及以上学位或副高级以上职称: the degree that does as well
_OR_DEGREE = re.compile(
    r"或(?:者)?(?:具有|取得)?(?P<behind>博士|硕士)(?:研究生)?(?:及以上|以上)?(?:学位|学历)?"
    r"|(?P<before>博士|硕士)(?:研究生)?(?:及以上|以上)?(?:学位|学历)?(?:或者?|、)(?:具有|取得)?$"
)
_NO_SUBJECT = re.compile(r"(?:[，,\s]|且|并|应当?|须|需|要|必须|同时|原则上|具有|具备|取得|拥有|为|是)*")

# 年龄不超过55周岁（1971年1月1日以后出生）
_AGED = re.compile(
    r"(?:年龄|应|须|需|在|于|不超过|不满|未满)*\d{2,4}\s?(?:年[^，。；]{0,20}出生|周?岁[^，。；（(]{0,6}(?:[（(][^（）()]{0,24}[)）])?)"
)


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Met or insufficient by the title in the form; None for another condition, or where nobody can say.

    Where the condition names another way (或博士学位), a lower title says nothing.
    """
    asked = _ASKED.search(obligation.name)
    of_leader = asked is not None and _LEADER.search(_whose(case, obligation, asked.start())) is not None
    field = _title_field(case) if of_leader and obligation.target is None else None
    rank = _rank(_without_name(case, field)) if field is not None else None
    if asked is None or field is None or rank is None:
        return None
    said = f"项目负责人职称为“{value_text(field).strip()}”{page_of(field.value_evidence, '申报材料')}，"
    if rank >= _GRADES[asked["grade"][0]]:
        return conclude(obligation, "met", f"{said}符合条件。", found=field.value_evidence, confidence=0.75)
    left = obligation.name.replace(asked.group(), "")
    other = _OR_DEGREE.search(obligation.name[asked.end() :]) or _OR_DEGREE.search(obligation.name[: asked.start()])
    degree = _degree(case, field) if other is not None else None
    wanted = (other["behind"] or other["before"]) if other is not None else ""
    if degree is not None and (_DOCTOR.search(degree) or (wanted == "硕士" and _MASTER.search(degree))):
        text = f"项目负责人学位为“{degree.strip()}”{page_of(field.value_evidence, '申报材料')}，符合条件。"
        return conclude(obligation, "met", text, found=field.value_evidence, confidence=0.75)
    rest = left.replace(other.group(), "") if other is not None else left
    if _OR.search(left) and (degree is None or _OR.search(rest)):
        return None
    text = f"{said}不符合“{obligation.name}”的条件。"
    return conclude(obligation, "insufficient", text, found=field.value_evidence, confidence=0.75)


def _degree(case: Case, titled: FormField) -> str | None:
    """What the leader's field of titles (工程师、工学硕士) and those of degrees say of a degree; None for nothing.

    A doctor's where one says so: not 博士在读.
    """
    fields = [f for f in case.submission.form_fields if _DEGREE_LABEL.search(f.label) and f.value]
    of_leader = [f for f in fields if _LEADER.search(f.group or f.name)]
    said = [value_text(titled), *(value_text(field) for field in of_leader)]
    told = [words for words in said if _DEGREE.search(words)]
    return next((words for words in told if _DOCTOR.search(words)), told[0] if told else None)


def _whose(case: Case, obligation: Obligation, end: int) -> str:
    """The words before the grade, with the condition before where they name nobody: 负责人为在职人员，具有高级职称."""
    words, conditions = obligation.name[:end], case.of("eligibility")
    at = next((i for i, one in enumerate(conditions) if one is obligation), 0)
    if _NO_SUBJECT.fullmatch(words) is None:
        return words
    while at > 0 and 0 <= conditions[at].evidence.start - conditions[at - 1].evidence.end <= _APART:
        at -= 1
        words = conditions[at].name + words
        if _AGED.fullmatch(conditions[at].name) is None:  # 负责人为在职人员，1970年1月1日以后出生，具有高级职称
            break
    return words


def _title_field(case: Case) -> FormField | None:
    """The one field with the leader's title."""
    fields = [f for f in case.submission.form_fields if f.value and _asks_title(f.label)]
    of_leader = [f for f in fields if _LEADER.search(f.group or f.name)]
    if not of_leader:
        alone = all(value_text(one) in value_text(fields[0]) for one in fields)  # 职称/学位, and what it says of 职称
        of_leader = [f for f in fields[:1] if alone and _follows_leader(case, f)]
    return of_leader[0] if len(of_leader) == 1 else None


def _follows_leader(case: Case, field: FormField) -> bool:
    """项目负责人, 出生年月, 职称: the last whom the form names before it is the leader."""
    fields = case.submission.form_fields
    at = next((i for i, one in enumerate(fields) if one is field), 0)
    persons = (one.label for one in reversed(fields[max(0, at - _NEAR) : at]) if _PERSON.search(one.label))
    return _OF_WORK.fullmatch(next(persons, "")) is not None


def _without_name(case: Case, field: FormField) -> str:
    """工程师 of 左云帆　工程师, where the field asks for the name and the title (项目负责人及职称)."""
    words, named = value_text(field).strip(), leader(case)
    joined = _WITH_NAME.fullmatch(squeeze(field.label or field.name))
    if joined is None or joined["joined"] is None:
        return words
    if named is not None and squeeze(words).startswith(squeeze(named[0])):
        return squeeze(words)[len(squeeze(named[0])) :].strip("，,、；;：:（()）")
    first, *rest = _PARTS.split(words)
    return " ".join(rest) if is_name(first) else words


def _asks_title(label: str) -> bool:
    """职称, and 职称学位, which asks for both."""
    named = _WITH_NAME.fullmatch(squeeze(label)) is not None
    return named or canonical(label) in _LABELS or _BOTH.search(label) is not None


def _rank(words: str) -> int | None:
    """The highest grade of the titles named (高级工程师、工学硕士)."""
    words = _NOT_HELD.sub("", words)
    if len(words.strip()) > _LONGEST:
        return None
    parts = [_DEGREES.sub("", part).strip("（()） ") for part in _PARTS.split(words.strip())]
    ranks = (next((rank for rank, pattern in _RANKS if pattern.search(part)), None) for part in parts)
    return max((rank for rank in ranks if rank is not None), default=None)
