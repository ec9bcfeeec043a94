"""Divisions that are forms by what stands in them: labels with room for their answers, whatever the title says."""

import re

from extractors.forms.blanks.any_label import columns_of_persons, labels_with_room
from extractors.forms.blanks.behind_colons import asks_in_lines
from extractors.forms.blanks.marked_labels import asks_by_marks
from extractors.forms.cells.rows import rows_of
from pipeline.structure.forms.letters import is_letter
from pipeline.structure.forms.papers import lists_papers
from pipeline.structure.headings.framed import is_framed_outline
from pipeline.structure.headings.guided import is_outline
from pipeline.structure.titles.titles import OUTLINE, title_role
from schemas.outline import Division, Role
from schemas.text import Block, Text

# 表1-3, 表2.4, 表甲-2: the table of a form that has several, the first of which may open the form
_PART = re.compile(r"附?表\s?(?:\d{1,2}|[A-Z一二三四五六七八九十甲乙丙丁])[-—－.．](?P<number>\d{1,2})(?!\d)")
# 中期检查记录, 验收登记: what is filled in later, or by others
_LATER = re.compile(r"中期|检查|验收|结[题项算]|拨付|绩效|评[审分价议]|打分|专家|核[查验]|监[督理]|变更|终止|拨款")
_LEAST = 4  # labels with room beside them
_LINES = 2  # of a table: its caption, who signs below it


def role_by_room(text: Text, division: Division) -> Role:
    """``FORM`` for an attachment with a title of its own (揭榜登记), and for chapters behind a cover, that are blank.

    ``TASK_BOOK`` for one that names chapters to be written (答题书写法), ``PROOFS`` for one of papers to tick,
    ``COMMITMENT`` for a letter that promises. Only where the title names no other use: a task book's template has such
    tables too.
    """
    unnamed = title_role(division.title) in (None, Role.COVER) and _LATER.search(division.title) is None
    attached = division.role is Role.OTHER and division.attachment is not None
    if attached and unnamed and is_letter(division.title, _lines(text, division)):
        return Role.COMMITMENT
    if _may_be_outline(division) and unnamed and not asks_in_lines(_lines(text, division)):
        blocks = _paragraphs(text, division)
        if is_outline(text, blocks, division.title) or is_framed_outline(text, blocks, division):
            return Role.TASK_BOOK
    if division.role is Role.OTHER and division.title and unnamed:
        if division.attachment is not None and lists_papers(text, division, _paragraphs(text, division)):
            return Role.PROOFS
        return Role.FORM if _is_blank_form(text, division) or _asks(text, division) else division.role
    if division.role is Role.TASK_LIST and division.attachment is not None:  # 附件1 揭榜单, with labels to answer
        blank = _is_blank_form(text, division) or _asks(text, division)
        return Role.FORM if blank else division.role
    if division.role is Role.TASK_BOOK and division.title and unnamed:
        return Role.FORM if _is_blank_form(text, division) else division.role
    return division.role


def _asks(text: Text, division: Division) -> bool:
    """Labels in lines wait for their answers; marked ones (● 技术方案) are chapters where the title says so."""
    lines = _lines(text, division)
    return asks_in_lines(lines) or (OUTLINE.search(division.title.strip()) is None and asks_by_marks(lines))


def captions_part(words: str, open_: Role) -> bool:
    """表1-3 揭榜方案 over a table of the form that is open: a part of it, whatever such a title opens elsewhere.

    表1-4 承诺书 is none, nor 表1-1 申报表, with which a form begins.
    """
    part = _PART.match(words)
    role = title_role(words[part.end() :].strip()) if part is not None and open_ is Role.FORM else None
    return part is not None and (role is Role.COVER or (role is Role.FORM and part["number"] != "1"))


def _may_be_outline(division: Division) -> bool:
    """An attachment whose title says nothing of it, or calls it the outline of a form (申请书写作框架)."""
    named = division.role is Role.FORM and OUTLINE.search(division.title.strip()) is not None
    return division.attachment is not None and bool(division.title) and (division.role is Role.OTHER or named)


def _lines(text: Text, division: Division) -> list[str]:
    return [text.clean[block.start : block.end] for block in _paragraphs(text, division)]


def _paragraphs(text: Text, division: Division) -> list[Block]:
    blocks = text.blocks_in(max(division.start, division.title_end), division.end)
    return [block for block in blocks if block.table is None]


def _is_blank_form(text: Text, division: Division) -> bool:
    """Nothing but blank tables of labels and room, with their captions."""
    tables = [grid for grid in text.tables if division.start <= grid.start < division.end]
    lines = _lines(text, division) if tables else []
    if not tables or len(lines) > _LINES * len(tables) + _LINES or any("。" in line for line in lines):
        return False
    read = [rows_of(text, grid) for grid in tables]
    return sum(len(labels_with_room(rows) or columns_of_persons(rows)) for rows in read) >= _LEAST
