"""申报表栏目."""

import re
from collections.abc import Iterator

from extractors.forms.labels.words import is_group_label, is_shared_label
from pipeline.screening.application.labels import SAME_FIELD, alike, canonical
from pipeline.screening.application.lines import text_below, told_under_a_line
from pipeline.screening.application.mentions import blank_mention, field_mention
from pipeline.screening.application.substance import (
    is_copied,
    is_placeholder,
    length,
    only_empty_boxes,
    squeeze,
)
from pipeline.screening.case import Case, conclude, implied, page_of, value_text
from pipeline.screening.causes import FORM
from pipeline.screening.certainty import NO_LABEL, is_absent_as_a_whole
from pipeline.screening.fields.asked_kinds import asked_instead
from pipeline.screening.fields.asked_parts import part_left_empty
from pipeline.screening.fields.half_answered import half_answered, without_figure
from pipeline.screening.fields.left_out import OF_DIRECTION, left_out_between
from pipeline.screening.fields.list_tables import answer, filled_rows, unsigned
from pipeline.screening.fields.next_label import of_next_label
from pipeline.screening.fields.own_form import blank_lines, hook, left_blank, says_where
from pipeline.screening.fields.people import stated
from pipeline.screening.fields.pledge_left_out import is_pledge_left_out
from pipeline.screening.fields.shaped import is_nowhere, told_in_words, told_with_its_person
from pipeline.screening.fields.told_in_parts import told_in_list, told_in_parts
from pipeline.screening.fields.words_instead import words_instead
from pipeline.screening.kinds.commitment import PLEDGE
from pipeline.screening.kinds.direction import CAUSE as DIRECTION_CAUSE
from pipeline.screening.kinds.direction import DIRECTION_LABEL, selected
from pipeline.screening.pledge.less_true import pledge_in_form
from schemas.facts import FormField, ListTable
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

_LONG_ANSWER = re.compile(r"概述|简介|摘要|概况|说明|内容|情况|介绍")  # may stand below its label
_TO_WRITE = re.compile(r"(?:不超过|限)\d+字|\d+字(?:以内|左右|以下)|^(?:请|简述|概述|说明|简要|如实|按)|等[）)。]?$")
_UNITS = re.compile(r"[百千]?万?亿?元|[人名个项件家台套年月天岁亩]|平方米")
LEFT_OUT = 0.75  # how surely a row is left out
LESS, _QUOTED = 0.7, 40  # how surely a pledge keeps less than the form's, and characters of it
_DIRECTION_NAME = re.compile(rf"(?:揭榜|申报|攻关)?(?:{OF_DIRECTION.pattern})(?:名称|题目)")
_ANY_ADDRESS = re.compile(r"(?:单位|企业|公司|联系|通[讯信]|办公|详细)?地址")
# A commitment in a cell of the form ends with its date; 年 月 日 without figures is still the blank.
_PLEDGE = re.compile(r"承诺|声明")
_UNDATED = re.compile(r"年[\s_＿]*月[\s_＿]*日\s*$")


def check(case: Case) -> Iterator[Finding]:
    """Whether every field of the form that may not be empty has a value of the applicant's own.

    依据：通知所附申报表的各栏目，及填报须知中“栏目不得空缺”的要求；注明“如有”“选填”的除外。
    判定：栏目空白、保留“如实填写”“xxx”等占位文字或照抄填写说明，为缺失；成员、经费等列表一行未填的为缺失，有人未签字的为不足；承诺栏未署日期的，为不足；所填的真实性承诺对材料的真实、完整有保留（主要部分真实、个别数据为估计）的，为错误；应填数字而没有数字的，为错误。填“无”算已填写。通知没有附申报表的，申报单位自用的表格中电话、邮箱空白而别处也没有的（另一人填有手机的，还包括手机），为缺失。
    补救：补填该栏；确无内容的填“无”。
    """
    asked = [(obligation, obligation.field) for obligation in case.of("form_field")]
    yield from _without_form([_linked(case, obligation, field) for obligation, field in asked if field is not None])
    yield from (_judge_list(case, o, o.table) for o in case.of("form_field") if o.table is not None)
    if not case.of("form_field"):
        yield from _in_own_form(case)


def _in_own_form(case: Case) -> Iterator[Finding]:
    """A notice without a form: an applicant whose own form asks for what is needed of it, and does not say."""
    asked = hook(case)
    if asked is None:
        return
    blank = [*left_blank(case)]
    for label, place in blank_lines(case):
        if any(field.name == label for field in blank):
            continue
        text = f"申报材料“{label}”后没有填写内容{page_of(place, '申报材料')}，请补填。"
        yield conclude(implied("form_field", label, asked), "missing", text, found=place, confidence=0.65)
    for field in blank:
        if says_where(field):
            said = f"“{value_text(field).strip()[:20]}”{page_of(field.evidence, '申报材料')}"
            text = f"申报材料「{field.name}」一栏只写{said}，没有填写实际内容，请补填。"
            wanted = implied("form_field", field.name, asked)
            yield conclude(wanted, "invalid", text, found=field.value_evidence, confidence=0.65)
            continue
        text = f"申报材料「{field.name}」一栏空白{page_of(field.evidence, '申报材料')}，请补填。"
        wanted = implied("form_field", field.name, asked)
        yield conclude(wanted, "missing", text, found=field.evidence, confidence=0.65)


def _linked(case: Case, obligation: Obligation, template: FormField) -> Finding:
    filled = case.fields.get(obligation.id)
    finding = _judge(case, obligation, template, filled)
    less = pledge_in_form(case, template, filled) if finding.status == "met" else None
    if less is not None:
        said = f"“{less[0][:_QUOTED]}”{page_of(less[1], '申报材料')}"
        text = f"申报表「{obligation.name}」中{said}较通知所附的承诺有所减弱，请更正。"
        return conclude(obligation, "invalid", text, found=less[1], confidence=LESS)
    follows = finding.status == "missing" and _offers_directions(template) and not _chosen(case)
    # An empty field of directions is the same gap as no direction.
    return finding.model_copy(update={"cause": DIRECTION_CAUSE}) if follows else finding


def _without_form(findings: list[Finding]) -> Iterator[Finding]:
    """Where hardly a label is found, the form itself is what is missing: one gap."""
    absent = [finding for finding in findings if finding.status == "missing" and finding.found is None]
    seen = [finding for finding in findings if finding.found is not None]
    none = is_absent_as_a_whole(len(seen), len(absent))
    for finding in findings:
        if none and finding in absent and finding.cause is None:
            text = f"申报材料没有按通知所附的申报表填写，没有「{finding.name}」一栏。"
            yield finding.model_copy(update={"cause": FORM, "explanation": text})
        else:
            yield finding


def _offers_directions(field: FormField) -> bool:
    """揭榜任务方向, and 揭榜任务方向·核心基础 above some of the boxes."""
    return canonical((field.label or field.name).partition("·")[0]) == DIRECTION_LABEL


def _chosen(case: Case) -> bool:
    return bool(selected(case.notice, case.submission))


def _judge(case: Case, obligation: Obligation, template: FormField, filled: FormField | None) -> Finding:
    name = f"「{obligation.name}」"
    if filled is None or _only_heads_others(case, template, filled):
        return _absent(case, obligation, template)
    value = value_text(filled) or _ticked(case, filled)
    if not template.required and not value:
        return conclude(obligation, "met", f"{name}为选填栏目，未填写。", found=filled.evidence, confidence=0.8)
    where = page_of(filled.evidence, "申报材料")
    if not squeeze(value) or of_next_label(case, obligation, value):
        return _empty(case, obligation, template, filled)
    if is_placeholder(value) or only_empty_boxes(value) or _is_as_printed(template, value):
        text = f"申报表{name}一栏仍是“{value.strip()[:20]}”{where}，没有填写实际内容。"
        return conclude(obligation, "missing", text, found=filled.value_evidence, confidence=0.85)
    if (half := half_answered(template, filled) or part_left_empty(case, template)) is not None:
        status, lack, confidence = half
        text = f"申报表{name}一栏{lack}{where}，请补填或更正。"
        return conclude(obligation, status, text, found=filled.value_evidence or filled.evidence, confidence=confidence)
    if is_copied(value, template.guidance):
        text = f"申报表{name}一栏只保留了填写说明的文字{where}，没有填写实际内容。"
        return conclude(obligation, "missing", text, found=filled.value_evidence, confidence=0.85)
    label = template.label or template.name
    asked = asked_instead(obligation.name, label, value) or (not filled.options and words_instead(label, value)) or None
    if asked is not None:
        text = f"申报表{name}一栏应填写{asked}，填写的是“{value.strip()[:20]}”{where}，请更正。"
        return conclude(obligation, "invalid", text, found=filled.value_evidence, confidence=0.65)
    if without_figure(template, value) and not filled.options:
        text = f"申报表{name}一栏只写“{value.strip()[:20]}”{where}，没有填写号码或数字，请补填。"
        return conclude(obligation, "invalid", text, found=filled.value_evidence, confidence=0.7)
    if _PLEDGE.search(filled.label or filled.name) and _UNDATED.search(value):
        text = f"申报表{name}一栏没有填写日期{where}，请补填。"
        return conclude(obligation, "insufficient", text, found=filled.value_evidence, confidence=0.75, cause=PLEDGE)
    return conclude(obligation, "met", f"{name}已填写。", found=filled.value_evidence or filled.evidence)


def _empty(case: Case, obligation: Obligation, template: FormField, filled: FormField) -> Finding:
    name = f"「{obligation.name}」"
    if (part := told_in_parts(case, template, filled)) is not None:
        text = f"{name}所含各项已分别填写{page_of(part, '申报材料')}。"
        return conclude(obligation, "met", text, found=part, confidence=0.7)
    below = text_below(case, filled.label or filled.name) if _LONG_ANSWER.search(template.label or "") else None
    if below is not None and length(below[0]) >= case.settings.section_chars:
        text = f"{name}已在其下填写{page_of(below[1], '申报材料')}。"
        return conclude(obligation, "met", text, found=below[1], confidence=0.7)
    text = f"申报表{name}一栏空白{page_of(filled.evidence, '申报材料')}，填报要求规定栏目不得空缺，确无内容的应填“无”。"
    return conclude(obligation, "missing", text, found=filled.evidence)


def _only_heads_others(case: Case, template: FormField, filled: FormField) -> bool:
    """负责人 without a value, while a 姓名 that no field asks for is answered: the head of what stands below."""
    label = template.label or template.name
    if template.group is None or value_text(filled) or alike(filled.label or filled.name, template.group) < SAME_FIELD:
        return False
    spare = (one for one in case.submission.form_fields if one not in case.fields.values())
    return any(value_text(one) and alike(label, one.label or one.name) >= SAME_FIELD for one in spare)


def _is_as_printed(template: FormField, value: str) -> bool:
    """人（其中博士  人）: the units that the form prints, nothing between them; or what it says is to be written."""
    printed = squeeze(value_text(template))
    if printed != squeeze(value):
        return False
    return _TO_WRITE.search(printed) is not None or (
        _UNITS.match(printed) is not None and not re.search(r"\d", printed)
    )


def _judge_list(case: Case, obligation: Obligation, template: ListTable) -> Finding:
    name, table = f"「{obligation.name}」", answer(template, case.submission.lists)
    if table is None or not table.rows:  # rows of other columns than the heads were not read
        text = f"申报材料中没有与{name}列表对应的表格，是否以其他形式填写请核对。"
        return conclude(obligation, "unverifiable", text, confidence=0.5)
    where = page_of(table.evidence, "申报材料")
    rows = filled_rows(template, table)
    if not rows:
        text = f"申报表{name}列表没有填写{where}，请逐行补填。"
        return conclude(obligation, "missing", text, found=table.evidence, confidence=0.8)
    if absent := unsigned(table):
        text = f"申报表{name}列表中{'、'.join(absent)}未签字{where}，请补签。"
        return conclude(obligation, "insufficient", text, found=table.evidence, confidence=0.7)
    return conclude(obligation, "met", f"{name}列表已填写{len(rows)}行{where}。", found=table.evidence)


def _ticked(case: Case, field: FormField) -> str:
    """The directions ticked, where this is the field that offers them; a cover without boxes has to name one."""
    if not _offers_directions(field) or (field.role is Role.COVER and not field.options):
        return ""
    return "、".join(choice.name for choice in case.submission.direction_choices if choice.ticked)


def _absent(case: Case, obligation: Obligation, template: FormField) -> Finding:
    name = f"「{obligation.name}」"
    if not template.required:
        return conclude(obligation, "met", f"{name}为选填栏目，申报材料没有此栏。", confidence=0.7)
    if not case.submission.form_fields and template.role is not Role.INSTRUCTIONS:
        text = f"申报材料没有申报表，缺少{name}一栏。"
        return conclude(obligation, "missing", text, confidence=0.8, cause=FORM)
    if printed := _boxes_elsewhere(case, template):
        found = next((field for field in printed if value_text(field)), None)
        if found is not None:
            text = f"{name}已勾选{page_of(found.evidence, '申报材料')}。"
            return conclude(obligation, "met", text, found=found.value_evidence or found.evidence, confidence=0.8)
        text = f"申报表{name}的各选项都没有勾选{page_of(printed[0].evidence, '申报材料')}，请勾选一项。"
        return conclude(obligation, "missing", text, found=printed[0].evidence, confidence=0.85)
    answered = _answered_elsewhere(case, obligation, template)
    if answered is not None:
        return answered
    if template.role is Role.INSTRUCTIONS:  # asked for in words: nobody knows how the applicant lays it out
        return conclude(obligation, "unverifiable", f"申报材料的封面是否写明{name}请核对。", confidence=0.5)
    blank = blank_mention(case, template)
    if blank is not None:
        text = f"申报表{name}一栏没有填写{page_of(blank, '申报材料')}。"
        return conclude(obligation, "missing", text, found=blank, confidence=0.8)
    if is_nowhere(case, template):
        text = f"申报表没有{name}一栏，申报材料中也没有此项内容，请补填。"
        return conclude(obligation, "missing", text, confidence=0.8)
    return _row_left_out(case, obligation, template)


def _row_left_out(case: Case, obligation: Obligation, template: FormField) -> Finding:
    name = f"「{obligation.name}」"
    if (beside := left_out_between(case, obligation)) is not None:
        text = f"申报表在「{beside[0]}」与「{beside[1]}」之间没有{name}一栏，其余各栏均已对应，请补填。"
        return conclude(obligation, "missing", text, confidence=LEFT_OUT)
    if is_pledge_left_out(case, template):
        text = f"申报表没有{name}一栏，承诺书以外没有对申报材料真实性的承诺和签署，请补填。"
        return conclude(obligation, "missing", text, confidence=LEFT_OUT, cause=PLEDGE)
    return conclude(obligation, "missing", f"申报表没有{name}一栏，或该栏未填写。", confidence=NO_LABEL)


def _boxes_elsewhere(case: Case, template: FormField) -> list[FormField]:
    """The fields in which the form prints the directions under labels of its own (核心基础 | □方向1…)."""
    asked = {squeeze(option) for option in template.options}
    if not asked or not _offers_directions(template):
        return []
    return [f for f in case.submission.form_fields if f.options and asked & {squeeze(one) for one in f.options}]


def _answered_elsewhere(case: Case, obligation: Obligation, template: FormField) -> Finding | None:
    """The answer under another label, in another place or in a sentence; None where there is none."""
    name = f"「{obligation.name}」"
    row = field_mention(case, template)
    if row is not None:
        text = f"{name}在申报表中以其他写法填写{page_of(row, '申报材料')}。"
        return conclude(obligation, "met", text, found=row, confidence=0.5)
    if (listed := told_in_list(case, template)) is not None:
        text = f"{name}在申报表的列表中填写{page_of(listed, '申报材料')}。"
        return conclude(obligation, "met", text, found=listed, confidence=0.6)
    other = _said_elsewhere(case, template)
    if other is not None:
        text = f"{name}在申报材料的另一处填写{page_of(other.value_evidence, '申报材料')}。"
        return conclude(obligation, "met", text, found=other.value_evidence, confidence=0.5)
    same = _address(case, template) or _only_one(case, template) or told_with_its_person(case, template)
    if same is not None:
        text = f"{name}以“{same.name}”填写{page_of(same.value_evidence, '申报材料')}。"
        return conclude(obligation, "met", text, found=same.value_evidence, confidence=0.5)
    label = template.label or template.name
    below = told_under_a_line(case, label, over_rows=False) if template.group is None else None
    if below is not None:
        text = f"{name}在表外另行填写{page_of(below.passage.evidence, '申报材料')}：{below.title}。"
        return conclude(obligation, "met", text, found=below.passage.evidence, confidence=0.5)
    sentence = stated(case, template) or told_in_words(case, template)
    if sentence is not None:
        text = f"申报表没有{name}一栏，正文中已写明{page_of(sentence, '申报材料')}。"
        return conclude(obligation, "met", text, found=sentence, confidence=0.5)
    return None


def _address(case: Case, template: FormField) -> FormField | None:
    """The one address of the form, where neither it nor the template says that it is the registered one."""
    if template.group is not None or not _ANY_ADDRESS.fullmatch(squeeze(template.label or template.name)):
        return None
    found = [f for f in case.submission.form_fields if _ANY_ADDRESS.fullmatch(squeeze(f.label or f.name))]
    answered = [one for one in found if one.group is None and not is_placeholder(value_text(one))]
    return answered[0] if len(answered) == 1 and answered[0] not in case.fields.values() else None


def _only_one(case: Case, template: FormField) -> FormField | None:
    """The one field with this label, where the template has it once too: 电子邮箱, whoever it stands beside."""
    label = canonical(template.label or template.name)
    asked = [o for o in case.of("form_field") if o.field and canonical(o.field.label or o.field.name) == label]
    found = [f for f in case.submission.form_fields if canonical(f.label or f.name) == label]
    if len(asked) != 1 or len(found) != 1 or not is_shared_label(template.label or ""):
        return None
    return found[0] if not is_placeholder(value_text(found[0])) else None


def _names_chosen(case: Case, field: FormField) -> bool:
    """A field on the direction (not 项目名称) whose value holds the name of the one chosen."""
    name = squeeze(case.chosen.name or "") if case.chosen is not None else ""
    return bool(name) and OF_DIRECTION.search(field.label or field.name) is not None and name in value_text(field)


def _said_elsewhere(case: Case, template: FormField) -> FormField | None:
    """A field of that name on the cover, where the form has none (or the other way round), or one of its parts."""
    label = template.label or template.name
    for one in case.submission.form_fields if template.group is None else ():
        told = one.group is None and not is_placeholder(value_text(one)) and not only_empty_boxes(value_text(one))
        if told and alike(label, one.label or one.name) >= SAME_FIELD:
            return one
        if told and _DIRECTION_NAME.fullmatch(squeeze(label)) and _names_chosen(case, one):
            return one  # 揭榜榜单：LJ-03 某某系统
        if one.group and value_text(one) and alike(label, one.group) >= SAME_FIELD and not is_group_label(label):
            return one
    return None
