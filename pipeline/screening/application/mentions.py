"""The second look, before something is called missing: words that answer it in a place where nobody expects them."""

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from extractors.forms.labels.words import is_group_label, is_known_label
from extractors.text.marks import NUMBERED
from pipeline.screening.application.labels import SAME_PERSON, alike
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import (
    is_copied,
    is_placeholder,
    only_empty_boxes,
    points_elsewhere,
    squeeze,
)
from pipeline.screening.case import Case
from schemas.evidence import Evidence
from schemas.facts import FormField, Passage
from schemas.outline import Role

SAME_LABEL = 0.85
LONGEST_ITEM = 40  # characters of an item of a list of proofs
_ROW_END = re.compile(r"[；;，,。]")
_CELL_END = re.compile(r"[：:|\t\n]|\s{2,}")  # between a label and its value
_CLAUSE_END = re.compile(r"[；;。\n]")
_ITEM_END = re.compile(r"[、：:|\t，,①-⑳]")
_NUMBERED = re.compile(rf"^{NUMBERED}\s*")
# 检测证明， and 实践证明 say nothing of papers.
LISTS = re.compile(
    r"附件|附录|附后|随附|另附|后附|证明(?=材料|文件|书|[、；;：:）)\s]|$)|佐证|支撑材料|材料清单|材料目录|提交材料|报送材料"
)
_PAPER = re.compile(r"证明|证书|证$|执照|报告|报表|复印件|扫描件|材料|文件|协议|合同|意向书|清单|许可")
# 六、法定代表人授权委托书, 第二部分 项目实施报告: a chapter that is the paper itself.
_ITSELF = re.compile(
    r"(?:委托书|授权书|协议书?|合同|意向书|证明|声明|推荐函|说明函|(?:实施|建设|总结|工作|自评|自查|进展)(?:情况)?报告|(?:审计|检测|检验|测试|查新|评估)报告)"
    r"(?:[（(][^（）()]{1,20}[）)])?$"
)
# What is not there, or is yet to come, or is asked of all who apply.
_WITHOUT = re.compile(
    r"未(?:能)?(?:提供|附|随附|取得)|暂缺|暂无|缺少|待补|后补|[：:]\s?无|[□☐]"
    r"|(?:将|须|需(?!求)|应(?!用)|另行|补充)[^，。；]{0,8}(?:提交|提供|报送)"
)
# 成立时间：2017年5月, the row below an empty one
_ROW = re.compile(r"\s*[^：:。；，\n]{2,24}[：:；]\s*\S")
_SHORTEST = 4
_HEADS_ROWS = re.compile(r"^[（(]|(?:情况|信息|概况|名单|清单)$")  # （乙）项目基本情况
_FORMS = frozenset({Role.FORM, Role.TASK_BOOK, Role.BODY})
_OF_THE_TEMPLATE = frozenset({Role.INSTRUCTIONS, Role.COMMITMENT})


def field_mention(case: Case, template: FormField) -> Evidence | None:
    """A place where a cell is worded like the label, with an answer behind it that is no label itself."""
    label = template.label or template.name
    labels = [o.field.label or o.field.name for o in case.of("form_field") if o.field is not None]
    for passage in case.submission.passages:
        if passage.role in _OF_THE_TEMPLATE or not _of_group(passage, template.group):
            continue
        if passage.path and alike(label, passage.path[-1]) >= SAME_LABEL and _answers(passage.text, template):
            return passage.evidence
        for cell, value in _pairs(passage.text):
            told = alike(label, cell) >= SAME_LABEL and _answers(value, template)
            if told and not is_known_label(value) and all(alike(value, one) < SAME_LABEL for one in labels):
                return passage.evidence
    return None


def blank_mention(case: Case, template: FormField) -> Evidence | None:
    """A place where a cell is worded like the label, with a blank (____, □□) or nothing behind it."""
    label = template.label or template.name
    passages = case.submission.passages
    for passage, below in zip_longest(passages, passages[1:]):
        if passage.role not in _OF_THE_TEMPLATE and _of_group(passage, template.group):
            for cell, value in _pairs(passage.text):
                if alike(label, cell) >= SAME_LABEL and (is_placeholder(value) or only_empty_boxes(value)):
                    return passage.evidence
        ends = passage.role in _FORMS and _ends_with(passage.text, template)
        if ends and below is not None and passage.role is below.role and _ROW.match(below.text):
            return passage.evidence
    return None


def _ends_with(row: str, template: FormField) -> bool:
    """注册资本： at the end of a row, 上年末职工人数 alone in it; not 负责人, which heads what stands below."""
    cell = re.split(r"[：:]", row.strip().rstrip("：:"))[-1]
    lasts = {squeeze(cell), cell.split()[-1] if cell.split() else ""}
    names = {squeeze(template.name), *([] if template.group else [squeeze(template.label or template.name)])}
    label = next((last for last in lasts if len(last) >= _SHORTEST and last in names), None)
    return label is not None and not is_group_label(label) and _HEADS_ROWS.search(label) is None


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Neighbouring cells of the rows, numbers before them left out; a comma stands behind no label."""
    for row in _ROW_END.split(text):
        cells = (_NUMBERED.sub("", cell.strip()) for cell in _CELL_END.split(row))
        yield from pairwise([cell for cell in cells if cell])


def _answers(value: str, template: FormField) -> bool:
    """It is no placeholder, no copied guidance, no pointer to another place and no row of empty boxes."""
    empty = is_placeholder(value) or only_empty_boxes(value) or points_elsewhere(value)
    return not empty and not is_copied(value, template.guidance)


def _of_group(passage: Passage, group: str | None) -> bool:
    """The group (项目负责人) stands in the row itself or above it."""
    if group is None:
        return True
    cells = [cell for row in _ROW_END.split(passage.text) for cell in _CELL_END.split(row)]
    return any(alike(group, part) >= SAME_PERSON for part in (*passage.path, *cells) if part)


def listed(case: Case) -> Iterator[tuple[str, Evidence]]:
    """Short items that may name what is attached, with their evidence.

    They stand where the text speaks of attachments and proofs, or are short numbered items that name a paper.
    """
    for passage in case.submission.passages:
        if passage.role in _OF_THE_TEMPLATE:
            continue
        lists = passage.role is Role.PROOFS or LISTS.search("".join((*passage.path, passage.text))) is not None
        numbered = _NUMBERED.match(passage.text) is not None and len(passage.text) <= LONGEST_ITEM
        if lists or numbered:
            for words in _items(passage.text):
                if lists or _PAPER.search(words):
                    yield words, narrow(passage.evidence, words)
    for section in case.submission.sections:
        if LISTS.search(section.title) and len(section.title) <= LONGEST_ITEM:
            yield section.title, section.evidence


def written_out(case: Case) -> Iterator[tuple[str, Evidence]]:
    """Chapters that are a paper themselves (六、法定代表人授权委托书), with their evidence."""
    for section in case.submission.sections:
        if _ITSELF.search(section.title) and len(section.title) <= LONGEST_ITEM:
            yield section.title, section.evidence


def _items(text: str) -> Iterator[str]:
    for clause in _CLAUSE_END.split(text):
        for item in _ITEM_END.split(clause) if not _WITHOUT.search(clause) else ():
            words = _NUMBERED.sub("", item.strip())
            if 3 <= len(words) <= LONGEST_ITEM:
                yield words
