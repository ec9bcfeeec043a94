"""Forms laid out as tables: label cell and value cell side by side, groups in merged or repeated first cells."""

import re
from collections.abc import Sequence

from extractors.forms.blanks.any_label import asks_in_questions, is_template, labels_with_room
from extractors.forms.blanks.guided_rows import heads_guided, read_guided
from extractors.forms.blanks.lists import is_blank_list
from extractors.forms.blanks.questions import question_cells
from extractors.forms.cells.cells import FormCell, GridState, RawList
from extractors.forms.cells.rows import are_pairs, is_head, rows_of
from extractors.forms.cells.singles import has_wide_blank, is_to_sign, read_single
from extractors.forms.cells.stacked import read_stacked
from extractors.forms.cells.sums import heads_sums, row_heads_sums
from extractors.forms.labels.in_lines import in_cell
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import (
    ASKS_TEXT,
    are_shared,
    asks_office,
    could_be_label,
    has_label_shape,
    is_group_label,
    is_known_label,
    is_marked_label,
    is_person_label,
    is_personal,
    is_shared_label,
)
from extractors.forms.tables.head_rows import over_before, read_over_values, rows_over_blanks, take_over_blanks
from extractors.forms.tables.inside import read_inside
from extractors.forms.tables.lists import is_listing, read_inner, read_listing
from extractors.forms.tables.owners_beside import read_owners
from extractors.forms.tables.persons import of_person, read_blank_columns, read_columns, read_parts, read_persons
from extractors.text.spans import Span, squeezed
from extractors.text.ticks import find_options
from schemas.outline import Role
from schemas.text import Grid, Text

# Groups of rows that say nothing of whose they are: 人员 | 项目负责人 | …, and 人员 | 出生年月 | … below.
_GENERAL = frozenset({"人员", "人员信息", "人员情况", "项目人员", "单位", "项目"})
_LEAST_KNOWN = 3
_MANY = 10  # rows; a longer form has captions and questions of its own among them

_OWN_LABEL = re.compile(r"[^，。；：:]{2,14}[：:]")
_MEANS = re.compile(r"(?:的)?(?:联系|通讯|通信)(?:方式|信息)$")


def is_form(text: Text, grid: Grid, least: int | None = None) -> bool:
    """The table's label cells are labels of forms: for tables that stand outside a form.

    ``least`` known labels are enough, where a form stands above.
    """
    rows = rows_of(text, grid)
    if heads_guided(rows) or is_template(rows):
        return True
    words = [squeezed(text.clean[text.blocks[i].start : text.blocks[i].end]) for i in grid.cells]
    known = [w for w in words if is_known_label(w)]
    count = len({text.blocks[i].row for i in grid.cells})
    return (len(known) >= (least or _LEAST_KNOWN) or _is_pairs(text, grid)) and len(known) * 2 >= min(count, _MANY)


def is_blank(text: Text, grid: Grid) -> bool:
    """The table is a list of a template with nothing in it but its heads, which no lexicon need know."""
    head, *below = rows_of(text, grid) or [[]]
    return bool(below) and is_blank_list([head, *below]) and not any(cell.words for row in below for cell in row)


def _is_pairs(text: Text, grid: Grid) -> bool:
    """Two columns, labels at the left and at least two of them known; a list (序号 | 名称) has none at the left."""
    cells = [text.blocks[i] for i in grid.cells]
    left = [squeezed(text.clean[c.start : c.end]) for c in cells if c.column == 0]
    two = {cell.column for cell in cells} == {0, 1} and len(left) >= _LEAST_KNOWN
    return two and sum(map(is_known_label, left)) >= _LEAST_KNOWN - 1 and all(map(could_be_label, left))


def read_grid(
    text: Text, grid: Grid, role: Role, before: RawField | None = None, whose: str = "", *, beside: bool = False
) -> tuple[list[RawField], list[RawList]]:
    """The fields and the lists of a table, in order.

    ``before`` is the last field of a table that a page break cut off above; ``whose`` the person whom the line above
    names: what any person has (姓名, 手机) is hers. ``beside``: see :func:`rows_over_blanks`.
    """
    state = GridState(role, [before] if before else [], whose=whose or None, next_over=0 if whose else -1)
    rows = rows_of(text, grid)
    over_blanks = rows_over_blanks(rows, whose, beside=beside)
    if not over_blanks and _read_whole(text, state, rows):
        return state.fields[1:] if before else state.fields, state.lists
    state.paired = are_pairs(rows) or bool(labels_with_room(rows))
    state.over = over_before(rows)
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else []
        if state.listing > 0:
            state.listing -= 1
        elif index in over_blanks:
            take_over_blanks(state, row)
        elif _is_inline_template(row) and not _are_values(following, len(row)):
            _read_row(text, state, row, following)
        elif read_over_values(state, rows, index):
            state.listing, state.caption = 1, None
        elif _asks_nothing(row) or read_owners(text, state, row) or _is_of_persons(state, row, following):
            state.caption = None
        elif (inside := read_inner(state, row, rows[index + 1 :])) is not None:
            state.listing, state.caption = inside, None
        elif not is_listing(row, following):
            _read_row(text, state, row, following)
        else:
            state.listing = read_listing(state, row, rows[index + 1 :])
    found = state.fields[1:] if before else state.fields
    return of_person(text.clean, found, whose, rows), state.lists


def _is_of_persons(state: GridState, row: list[FormCell], following: Sequence[FormCell]) -> bool:
    return any(read(state, row, following) for read in (read_columns, read_persons, read_parts))


def _asks_nothing(row: Sequence[FormCell]) -> bool:
    """栏目 | 内容, or 单位（盖章） | 负责人（签字）."""
    return is_head(row) or is_to_sign(row)


def _read_whole(text: Text, state: GridState, rows: Sequence[Sequence[FormCell]]) -> bool:
    """Takes a table that is alike throughout: questions, labels in their cells, guidance beside them, a list."""
    found = [RawField(cell.span, state.role) for cell in asks_in_questions(rows)]
    found = found or question_cells(text.clean, rows, state.role) or read_inside(text, rows, state.role)
    found = found or read_guided(rows, state.role) or read_blank_columns(state, rows)
    state.fields += found
    if not found and rows and is_blank_list(rows):
        state.take_list("", rows[0], rows[1:])
    return bool(found or state.lists)


def _is_inline_template(row: Sequence[FormCell]) -> bool:
    """经办人 | 姓名： | 手机： | 座机：: labels with a colon are no heads of columns."""
    return (
        len(row) > 2
        and not row[0].words.endswith("：")
        and is_known_label(row[0].words)
        and all(c.words.endswith(("：", ":")) for c in row[1:])
    )


def _are_values(row: Sequence[FormCell], columns: int) -> bool:
    """王五 | 经理 | 123456 below 姓名： | 职务： | 电话：, which are heads of columns after all."""
    words = [cell.words for cell in row[1:]]
    return len(row) == columns and all(w and not w.endswith(("：", ":")) and not is_known_label(w) for w in words)


def _read_row(text: Text, state: GridState, row: list[FormCell], following: Sequence[FormCell]) -> None:
    if read_stacked(text, state, row):
        state.caption = None
        return
    filled = [cell for cell in row if cell.words]
    labels = is_known_label(row[0].words) or is_marked_label(row[0].words)
    lone = len(filled) == 1 and filled[0] is row[0] and not labels and not state.paired
    if len(row) == 1 or (lone and not has_wide_blank(row, following)):
        read_single(text, state, row[0], following)
        return
    state.caption = None
    if _read_inline(text, state, row):
        return
    cells = _numbered(state, row) or _without_group(text, state, row, following)
    if cells and cells[0] is row[0] and row_heads_sums(row):
        state.group, state.group_words, cells = row[0].words, row[0].words, row[1:]
    lead = cells[0].words == "" if cells else True
    state.person = _person_of_row(state, cells)
    index = 0
    while index < len(cells):
        index = _read_cell(text, state, cells, index, lead)


def _numbered(state: GridState, row: Sequence[FormCell]) -> list[FormCell]:
    """参加单位 | 1 | 某某大学 | 负责内容 | …: what is numbered answers its name; the cells behind it, [] for others."""
    numbered = row[0].block.row_span > 1 and len(row) > 3 and re.fullmatch(r"\d{1,2}", row[1].words)
    if not numbered or not could_be_label(row[0].words):
        return []
    named = next((field for field in reversed(state.fields) if field.label == row[0].span), None)
    if named is None:
        named = RawField(row[0].span, state.role)
        state.fields.append(named)
    named.add(row[2].span)
    return list(row[3:])


def _read_inline(text: Text, state: GridState, row: Sequence[FormCell]) -> bool:
    """揭榜负责人 | 姓名：某某 | 手机：1…: labels with a colon inside the cells; False where the row has none."""
    if headed := _headed(text, row):
        state.fields += [RawField(label, state.role, None, [v] if v.end > v.start else []) for label, v in headed]
        return True
    named = _MEANS.sub("", row[0].words)  # 项目负责人联系方式 | 手机： | 电子信箱：
    group = named if is_group_label(row[0].words) or (named != row[0].words and is_person_label(named)) else None
    cells = row[1:] if group else row
    # behind who it is, each cell that begins so has a label, whatever it is called: 姓名： | 学历： | 执业资格：
    all_told = group is not None and len(cells) > 1 and all(_OWN_LABEL.match(cell.words) for cell in cells)
    pairs = [in_cell(text.clean, cell.block.start, cell.block.end, all_told) for cell in cells]
    labels = [label.of(text.clean) for found in pairs for label, _ in found]
    known = all(map(is_known_label, labels)) or (group and (_is_inline_template(row) or _are_labels(labels)))
    filled = sum(bool(cell.words) for cell in cells)  # 其中：科技人员30人 among them has no label of its own
    if not pairs[0] or sum(map(bool, pairs)) * 2 <= filled or not known:
        return False
    if not _some_answer(pairs) and not (group and all(pairs)):  # 职务：| (empty): the next cell is for the answer
        return False
    for label, value in (pair for found in pairs for pair in found):
        state.fields.append(RawField(label, state.role, group, [value] if value.end > value.start else []))
    return True


def _headed(text: Text, row: Sequence[FormCell]) -> list[tuple[Span, Span]]:
    """经费（万元） | 总经费：390 | 申请省级补助：190: what stands behind the head, a label in each cell."""
    if len(row) <= 2 or not heads_sums(row[0].words):
        return []
    pairs = [in_cell(text.clean, cell.block.start, cell.block.end, True) for cell in row[1:]]
    labels = [label.of(text.clean) for found in pairs for label, _ in found]
    return [pair for found in pairs for pair in found] if all(pairs) and _are_labels(labels) else []


def _are_labels(words: Sequence[str]) -> bool:
    """Known labels, or most of several."""
    known = sum(map(is_known_label, words))
    return known == len(words) or (len(words) > 2 and 2 * known > len(words) and all(map(could_be_label, words)))


def _some_answer(pairs: Sequence[Sequence[tuple[Span, Span]]]) -> bool:
    """Something is written behind one of the labels."""
    return any(value.end > value.start for cell in pairs for _, value in cell)


def _read_cell(text: Text, state: GridState, cells: Sequence[FormCell], index: int, lead: bool) -> int:
    """Reads a label with its value, or a stray value, and says where to go on."""
    cell = cells[index]
    if not cell.words:
        return index + 1
    rest = cells[index + 1 :]
    inside = in_cell(text.clean, cell.block.start, cell.block.end, False) if index else []
    if inside and _are_labels([label.of(text.clean) for label, _ in inside]):
        # 姓名 | 某某 | 职称：研究员
        state.fields += [
            RawField(label, state.role, state.group, [v] if v.end > v.start else []) for label, v in inside
        ]
        return index + 1
    if not is_known_label(cell.words) and (lead or not rest or not could_be_label(cell.words) or _options(text, cell)):
        if state.fields:
            state.fields[-1].add(cell.span)
        return index + 1
    person = _person_before(cells, index) if not (state.group and is_person_label(state.group)) else None
    own = state.person if is_personal(cell.words) else None
    group = own if own and state.group in _GENERAL else state.group
    found = RawField(cell.span, state.role, person or group or own)
    state.fields.append(found)
    if rest and not _is_next_label(cell, rest[0], rest[1:]):
        found.add(rest[0].span)
        if not _options(text, rest[0]) and rest[1:] and _options(text, rest[1]) and could_be_label(rest[0].words):
            found.values[-1] = rest[1].span  # 揭榜任务方向 | 核心基础 | □…: the category says nothing by itself
            return index + 3
        return index + 2
    return index + 1


def _person_of_row(state: GridState, cells: Sequence[FormCell]) -> str | None:
    """Whose the row is: it begins with a person, or goes on with what only a person has under one that does."""
    first = cells[0].words if cells else ""
    general = state.group is None or state.group in _GENERAL
    if general and is_person_label(first) and not re.search("[（(]", first):
        return first
    return state.person if general and is_personal(first) else None


def _person_before(cells: Sequence[FormCell], index: int) -> str | None:
    """联系人 | 某某 | 电话: the telephone is the contact's, who stands before it in the row."""
    if not is_shared_label(cells[index].words):
        return None
    return next((c.words for c in reversed(cells[:index]) if is_person_label(c.words)), None)


def _is_next_label(label: FormCell, cell: FormCell, rest: Sequence[FormCell]) -> bool:
    """The cell that should hold the value is the next label: the value's cell is left out."""
    if not is_known_label(cell.words) or cell.words == "无":
        return False
    if is_group_label(cell.words) and not is_shared_label(cell.words):
        # 职务 | 项目负责人 is a value; 传真 | 联系人 | 姓名 is the next group
        return not asks_office(label.words) and bool(rest) and is_shared_label(rest[0].words)
    return True


def _without_group(text: Text, state: GridState, row: list[FormCell], following: Sequence[FormCell]) -> list[FormCell]:
    """Takes the group's cell off the row, and remembers it for the rows that go on without it."""
    first, rest = row[0], row[1:]
    if first.words and len(rest) >= 2 and _heads_group(text, first, rest, following):
        if first.words != state.group_words:
            state.group, state.group_words = first.words, first.words
        return rest
    if first.words and first.words == state.group_words and rest:
        again = first.block.row_span > 1 or (len(rest) >= 4 and is_known_label(rest[2].words))
        texts = len(rest) == 2 and ASKS_TEXT.search(rest[0].words[-2:])  # 项目 | 主要研究内容摘要 | 做三件事：…
        goes_on = (again and len(rest) % 2 == 0 and could_be_label(rest[0].words)) or texts
        if is_known_label(rest[0].words) or (goes_on and not _options(text, rest[1])):
            return rest
    more = rest and _options(text, rest[-1]) and not is_known_label(rest[0].words)
    if more and first.words == state.group_words and state.fields:
        state.fields[-1].add(rest[-1].span)
        return []
    if not first.words and state.group and rest and is_known_label(rest[0].words):
        return rest
    if first.words and is_shared_label(first.words) and state.group:
        return row
    state.group, state.group_words = None, ""
    if first.block.row_span > 1 and rest and _options(text, rest[-1]):
        state.group_words = first.words
    return row


def _heads_group(text: Text, first: FormCell, rest: Sequence[FormCell], following: Sequence[FormCell]) -> bool:
    """姓名 or another label stands behind it, and it is merged, repeated or a person's or unit's name."""
    if not could_be_label(first.words) or not could_be_label(rest[0].words):
        return False
    merged, pairs = first.block.row_span > 1, len(rest) % 2 == 0
    if merged and pairs and not _options(text, rest[1]) and not rest[1].words:
        return True  # 人员条件 | 硕士以上 | (empty), merged downwards: whatever the label is
    if len(rest) == 2 and is_person_label(first.words) and are_shared(rest[0].words):
        return True  # 法定代表人 | 姓名/电话 | 某某 0571-…
    if not has_label_shape(rest[0].words) or (_options(text, rest[1]) and not is_known_label(rest[0].words)):
        return False
    if is_group_label(first.words) and is_shared_label(rest[0].words):
        return True
    if len(rest) == 2 and len(first.words) < len(rest[0].words) and rest[0].words.startswith(first.words):
        return True  # 联合体 | 联合体成员单位 | …
    if len(rest) >= 4 and pairs and _are_pairs(rest):
        return True  # 经费预算 | 总经费 | 1200 | 自筹经费 | 700: pairs, and what they are about before them
    if merged and pairs and not _options(text, rest[1]):
        return True
    again = bool(following) and following[0].words in (first.words, "")
    return is_known_label(rest[0].words) and (merged or (again and pairs))


def _are_pairs(cells: Sequence[FormCell]) -> bool:
    """Labels at the odd places, the first two of them plain, and no labels between them.

    A known label need not be told from its answer, nor any label from an empty cell.
    """
    labels, answers = cells[0::2], cells[1::2]
    if not any(cell.words for cell in answers):
        return all(could_be_label(cell.words) for cell in labels)
    if not all(has_label_shape(cell.words) for cell in labels[:2]):
        return False
    return is_known_label(labels[0].words) or not any(has_label_shape(cell.words) for cell in answers)


def _options(text: Text, cell: FormCell) -> bool:
    return bool(find_options(text.clean, cell.block.start, cell.block.end))
