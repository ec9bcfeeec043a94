"""Forms that a person is nominated with: 推荐表 that asks who she is, and the tables below its instructions."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.blanks.any_label import labels_with_room
from extractors.forms.cells.rows import rows_of
from extractors.text.spans import squeezed
from schemas.outline import Division, Role
from schemas.text import Grid, Text

# What is asked of a person alone: a unit that recommends others has 联系人 and 联系电话, no 出生年月.
_PERSONAL = re.compile(
    r"姓名|性别|民族|籍贯|出生(?:年月日?|日期)|文化程度|(?:最高)?学历(?:学位)?|学位|政治面貌|党派|参加工作时间|工作时间"
    r"|身份证(?:件?号码?)?|(?:现任)?(?:党政|行政)?职务|(?:专业)?(?:技术)?职称|毕业(?:院校|学校|时间)(?:及专业)?|(?:工作|个人)?简历|家庭住址"
)
# 推荐汇总表, 推荐函: what whoever recommends fills in
_OF_OTHERS = re.compile(r"汇总|一览|[函信]$|专家|名单")
_LEAST, _LEAST_ROWS = 4, 2  # such labels, in several rows: in one they head a list of persons


def nominations(text: Text, divisions: Sequence[Division]) -> tuple[Division, ...]:
    """The divisions, a nominee's 推荐表 being a form, and the form's tables below 填写说明 a division of their own.

    What stands above such instructions under the form's title is its cover.
    """
    starts = [grid.start for grid in text.tables]
    found: list[Division] = []
    for division in divisions:
        tables = text.tables[bisect_left(starts, division.title_end) : bisect_left(starts, division.end)]
        form = _below_instructions(text, division, tables)
        if form is not None:
            found[-1:] = [_as_cover(text, found[-1])] if found else []
            found += [replace(division, end=form.start), form]
        else:
            asks = division.role is Role.RECOMMENDATION and not _OF_OTHERS.search(division.title)
            nominee = asks and any(_asks_person(text, grid) for grid in tables)
            found.append(replace(division, role=Role.FORM) if nominee else division)
    return tuple(found)


def _below_instructions(text: Text, division: Division, tables: Sequence[Grid]) -> Division | None:
    """The form that begins with the first table of the instructions, where that has labels with room to answer."""
    if division.role is not Role.INSTRUCTIONS or not tables:
        return None
    first = tables[0]
    asks = _asks_person(text, first) or bool(labels_with_room(rows_of(text, first)))
    return Division(Role.FORM, "", division.attachment, first.start, first.start, division.end) if asks else None


def _as_cover(text: Text, above: Division) -> Division:
    """推荐表 over 姓名 and 工作单位, with the instructions on the next page."""
    tabled = any(block.table is not None for block in text.blocks_in(above.title_end, above.end))
    return replace(above, role=Role.COVER) if above.role is Role.RECOMMENDATION and not tabled else above


def _asks_person(text: Text, grid: Grid) -> bool:
    cells = [text.blocks[index] for index in grid.cells]
    asked = [(squeezed(text.clean[cell.start : cell.end]), cell.row) for cell in cells]
    asked = [(words, row) for words, row in asked if _PERSONAL.fullmatch(words)]
    return len({words for words, _ in asked}) >= _LEAST and len({row for _, row in asked}) >= _LEAST_ROWS
