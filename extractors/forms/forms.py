"""Fields of forms (申报表栏目), in blank templates and in filled forms, whatever the layout."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from extractors.forms.blanks.any_label import labels_over_room
from extractors.forms.blanks.behind_colons import is_room
from extractors.forms.cells.cells import RawList
from extractors.forms.cells.rows import rows_of
from extractors.forms.cells.stacked import holds_stacked
from extractors.forms.cells.sums import heads_sums
from extractors.forms.labels.in_lines import labelled
from extractors.forms.labels.layout import FormPart, RawField, parts_of
from extractors.forms.labels.signed import without_places
from extractors.forms.labels.splits import with_parts
from extractors.forms.labels.values import read_value
from extractors.forms.labels.words import (
    are_shared,
    asks_for_text,
    could_be_label,
    is_assigned,
    is_known_label,
    is_optional,
    is_shared_label,
    label_core,
    without_number,
)
from extractors.forms.lines.above_chapters import read_head, read_rows
from extractors.forms.lines.facts import facts_of
from extractors.forms.lines.gapped import marked_parts, read_gapped
from extractors.forms.lines.heads import TABLE_NUMBER, group_named, is_table_caption, text_captioned
from extractors.forms.lines.lines import read_lines
from extractors.forms.lines.persons import captioned_person
from extractors.forms.tables.grid import is_blank, is_form, read_grid
from extractors.forms.tables.lists import numbers_rows
from extractors.text.spans import Span, squeezed, trimmed
from schemas.facts import FormField, ListTable
from schemas.outline import Division, Outline, Role
from schemas.text import Grid, Text

_FORMS = frozenset({Role.COVER, Role.FORM})
# Elsewhere only tables that are plainly forms are read, and labels with a colon above the first heading.
_MAYBE = frozenset({Role.TASK_BOOK, Role.OTHER, Role.BODY})
# 中期检查记录, 验收登记: what others fill in, when the work is under way or done
_OF_LATER = re.compile(
    r"(?:中期|年度|监督|现场)检查|(?:检查|评审|打分|验收|拨付|拨款|结题|变更)(?:登记|记录|意见|申请|报告|评分|打分)?(?:表|单|册)?$"
)
_SEAL = re.compile(r"\s*[（(]\s*(?:请?加?盖)?[^（）()]{0,8}(?:公章|盖章|签章|签字|章)[）)]")
_YEARS = re.compile(r"20\d\d")  # 2024年营业收入 and 2025年营业收入 are two
_GOES_ON = 2
_HEAD_AND_ROOM = 2  # rows
_NAMING_HEADS, _MOST_ROWS, _LONGEST_NAME = 3, 200, 30
_NAME = "姓名"
_UNIT = "单位"  # who signs, or what the figures are in
_OF_FIGURES = frozenset({_UNIT, "金额单位", "计量单位", "货币单位"})
_GUIDES = re.compile(r"(?<=.)[（(][^（）()]{24,}[）)]$")  # 建设思路（500字以内，需说明…与…之间的关系）
_SENTENCES = 3
_LONG_TEXT = re.compile(r"简介|概述|概况|摘要|介绍|综述")
_MEASURE = re.compile(r"(?:人民币|均为)?\s*[（(]?[千百十]?[万亿]?(?:美|欧)?[元吨人台套件米]+[)）]?(?:[、，,/].{0,12})?")
# 填表日期及盖章: what is filled in there is a day
_DAY_AND_SEAL = re.compile(
    r"(?:申报|填报|填表|申请|填写|报名)(?:日期|时间)(?:及|和|与|、)(?:单位)?(?:盖章|签章|公章|签字|签名)"
)
_NO_FIELD = re.compile(
    r"^填[写报表](?:说明|须知|要求)|^[甲乙丙丁戊己庚辛]、|年月日$|签字|签名|签章|盖章|公章|^序号$|^注$|^附件?\d*$|^表\s?[A-Z一二三四五六七八九十\d]{1,2}[\s.、：:-]?(?=[\u4e00-\u9fff]|$)"
)


@dataclass(slots=True)
class _Read:
    """What the forms hold, as spans: fields, and lists with what they are called."""

    fields: list[RawField] = field(default_factory=list)
    lists: list[tuple[str, RawList]] = field(default_factory=list)


def find_fields(text: Text, outline: Outline, *, applied: bool = False) -> list[FormField]:
    """The fields alone of :func:`read_forms`."""
    return read_forms(text, outline, applied=applied)[0]


def read_forms(text: Text, outline: Outline, *, applied: bool = False) -> tuple[list[FormField], list[ListTable]]:
    """All fields and lists of the document's forms and covers; the recommender's table is none of the applicant's.

    In an application (``applied``) the labels above the first chapter of its own text are fields too, and lines of
    several labels with their values (联系人：某某　电话：…) wherever they stand; a call has such lines for its office.
    """
    read = [_in_division(text, outline, division, applied) for division in outline.divisions]
    raws = [raw for part in read for raw in part.fields if _is_field(text.clean, raw)]
    raws = with_parts(text.clean, _merged(text.clean, without_places(text.clean, raws)))
    labels = Counter((raw.role, label_core(raw.label.of(text.clean))) for raw in raws)
    fields = [_field(text, raw, labels[raw.role, label_core(raw.label.of(text.clean))] > 1) for raw in raws]
    return fields, [_list(text, name, raw) for part in read for name, raw in part.lists]


def _list(text: Text, name: str, raw: RawList) -> ListTable:
    columns = tuple(cell.words for cell in raw.heads)
    name = TABLE_NUMBER.sub("", squeezed(name)).rstrip("：:")
    return ListTable(
        name=name or "、".join([head for head in columns if not numbers_rows(head)][:_NAMING_HEADS]),
        columns=columns,
        rows=tuple(tuple(cell.words for cell in row) for row in raw.rows[:_MOST_ROWS]),
        required=not is_optional(name),
        evidence=text.evidence(raw.heads[0].block.start, raw.heads[-1].block.end),
    )


def _in_division(text: Text, outline: Outline, division: Division, applied: bool) -> _Read:
    read = _Read()
    later = division.role is Role.OTHER and _OF_LATER.search(division.title) is not None
    if later or division.role not in _FORMS | _MAYBE:
        return read
    sure = division.role in _FORMS
    found, title = read.fields, ""
    last: RawField | None = None
    in_form = False  # 表一, 表二: tables under a form's table need fewer known labels
    below = False  # a line, not another table, stands right above
    above: str | None = None  # the short line or heading right above
    caption: Span | None = None
    parts = parts_of(text, outline, division)
    over_room = _over_room(text, parts) if sure else frozenset()
    marked = marked_parts(text.clean, parts, division.role) if applied and not sure else {}
    for at, part in enumerate(parts):
        title = _last_line(text.clean, part) or title
        caption = (part.lines[-1] if part.lines else part.heading) if part.grid is None else caption
        if part.grid is not None:
            holds = sure or is_form(text, part.grid, _GOES_ON if in_form else None)
            holds = holds or (in_form and is_blank(text, part.grid))
            holds = holds or (applied and holds_stacked(text.clean, rows_of(text, part.grid)))
            given = (last, captioned_person(above or ""))
            fields, tables = (
                read_grid(text, part.grid, division.role, *given, beside=at in over_room)
                if holds or applied
                else ([], [])
            )
            read.lists += [(table.name or title, table) for table in tables]
            fields = fields if holds else []
            if sure and not fields and caption is not None:
                fields = _under_caption(text, part.grid, caption, division.role)
            persons = [raw for table in tables for raw in _of_one_person(title, table, division.role)] if sure else []
            if persons and found and not found[-1].values and found[-1].label.of(text.clean).strip() == title:
                found.pop()
            fields += persons
            if below and caption is not None and found and found[-1].label.start >= caption.start:
                _take_head(found, fields, bool(tables), text.clean)
            in_form, last = in_form or bool(fields), fields[-1] if fields else last
        elif sure:
            head = part.heading is None and not found and division.title_end > division.start
            lines = part.lines[_text_below(text.clean, last, part) :]
            fields = _captioned(text.clean, lines, division.role) or read_lines(text, lines, division.role, cover=head)
            _take_heading(text.clean, part, fields)
            fields = fields or _of_heading(text, part, division.role)
            last = None
        elif at in marked:
            fields, last = [marked[at]], None
        elif facts := facts_of(text.clean, part):
            fields, last = read_lines(text, facts, division.role), None
        else:
            head = part.heading is None and not found and (applied or division.role is not Role.BODY)
            gapped, lines = read_gapped(text, part.lines, division.role) if applied else ([], part.lines)
            rows = read_rows(text, lines, division.role) if applied and not head else []
            fields, last = [*(read_head(text, lines, division.role) if head else rows), *gapped], None
        found += fields
        below = part.grid is None and bool(part.lines)
        above = _last_line(text.clean, part) if part.grid is None else None
    return read


def _over_room(text: Text, parts: Sequence[FormPart]) -> frozenset[int]:
    """The indices of tables that are labels over one row to write in, right below or above another such table."""
    rows = [rows_of(text, part.grid) if part.grid is not None else [] for part in parts]
    over = [len(table) == _HEAD_AND_ROOM and bool(labels_over_room(*table)) for table in rows]
    return frozenset(
        at for at, one in enumerate(over) if one and any(over[max(0, at - 1) : at] + over[at + 1 : at + 2])
    )


def _under_caption(text: Text, grid: Grid, caption: Span, role: Role) -> list[RawField]:
    """表4 揭榜单位简介 over a table of one cell, which holds the answer."""
    cells = [text.blocks[index] for index in grid.cells]
    label = _caption_label(text.clean, caption) or text_captioned(text.clean, caption) if len(cells) == 1 else None
    return [RawField(label, role, None, [Span(cells[0].start, cells[0].end)])] if label is not None else []


def _captioned(clean: str, lines: Sequence[Span], role: Role) -> list[RawField]:
    """表4 揭榜单位简介 over the lines that answer it."""
    label = _caption_label(clean, lines[0]) if len(lines) > 1 else None
    fields = any(
        labelled(clean, line.start, line.end, anywhere=False) or is_table_caption(clean, line) for line in lines[1:]
    )
    if label is None or fields or label.start == lines[0].start:
        return []
    return [RawField(label, role, None, list(lines[1:]))]


def _caption_label(clean: str, caption: Span) -> Span | None:
    """What a caption asks for at length, its number left out; None for other captions."""
    number = TABLE_NUMBER.match(caption.of(clean))
    label = trimmed(clean, caption.start + (number.end() if number is not None else 0), caption.end)
    asks = _LONG_TEXT.search(label.of(clean)) is not None and label.end - label.start <= _LONGEST_NAME
    return label if asks else None


def _text_below(clean: str, last: RawField | None, part: FormPart) -> int:
    """How many lines below a table answer its last label, which stands alone in its row: 单位简介 | (empty)."""
    empty = last is not None and not any(value.end > value.start for value in last.values)
    if last is None or not empty or part.heading is not None or not _LONG_TEXT.search(last.label.of(clean)):
        return 0
    told = list(takewhile(lambda line: not labelled(clean, line.start, line.end, anywhere=False), part.lines))
    if not told and part.lines and part.lines[0].of(clean).count("。") >= _SENTENCES:
        told = [part.lines[0]]  # 名称：…。创新与突破：…。: a text that begins as a label does
    if not any("。" in line.of(clean) for line in told):
        return 0
    last.values = told
    return len(told)


def _take_head(before: list[RawField], fields: list[RawField], lists: bool, clean: str) -> None:
    """What stands alone in the line above a table is no field of its own: 负责人 over 姓名, 电话 heads these.

    项目组成员 over a list is its caption, 经费（万元） over 总额 and the like theirs; 项目简介： with a colon is a
    label that waits for its answer.
    """
    above = before[-1] if before and not before[-1].values else None
    if above is None or clean[above.label.end : above.label.end + 1] in ("：", ":"):
        return
    group = group_named(above.label.of(clean))
    shared = list(takewhile(lambda raw: is_shared_label(raw.label.of(clean)) and raw.group in (None, group), fields))
    if (group and shared) or (not group and (lists or (fields and heads_sums(squeezed(above.label.of(clean)))))):
        before.pop()
    for raw in shared if group else ():
        raw.group = group


def _take_heading(clean: str, part: FormPart, fields: Sequence[RawField]) -> None:
    """5. 项目负责人 over 姓名：某某；手机：…: what any person has is hers, up to another label."""
    group = group_named(part.heading.of(clean)) if part.heading is not None else ""
    for raw in takewhile(lambda raw: is_shared_label(raw.label.of(clean)) and raw.group is None, fields):
        raw.group = group or None


def _of_one_person(title: str, table: RawList, role: Role) -> list[RawField]:
    """姓名 | 手机 | 邮箱 with one row below, under 项目负责人: the fields of that person, half of them usual ones."""
    group, heads = captioned_person(title), [head.words for head in table.heads]
    usual = sum(map(is_shared_label, heads))
    if not group or len(table.rows) != 1 or usual * 2 < len(heads) or not all(map(could_be_label, heads)):
        return []
    if usual < len(heads) and _NAME not in heads:
        return []
    pairs = zip(table.heads, table.rows[0], strict=True)
    return [
        RawField(
            Span(head.block.start, head.block.end),
            role,
            group,
            [Span(cell.block.start, cell.block.end)] if cell.words else [],
        )
        for head, cell in pairs
    ]


def _last_line(clean: str, part: FormPart) -> str | None:
    """What a table that follows may be called: a short line, or the heading where nothing stands under it."""
    last = part.lines[-1] if part.lines else part.heading
    words = last.of(clean).strip() if last is not None else ""
    return words if 0 < len(words) <= _LONGEST_NAME and "。" not in words else None


def _of_heading(text: Text, part: FormPart, role: Role) -> list[RawField]:
    """二、项目简介（不超过300字） with nothing but text under it is a field, and so is one over lines to write on."""
    if part.heading is None or part.parent or role is not Role.FORM:
        return []
    words = part.heading.of(text.clean)
    ruled = bool(part.lines) and all(is_room(line.of(text.clean)) for line in part.lines)
    if not (is_known_label(words) or asks_for_text(words) or (ruled and could_be_label(words))):
        return []
    return [RawField(part.heading, role, None, list(part.lines))]


def _is_field(clean: str, raw: RawField) -> bool:
    """No place to sign or seal, no caption of a table, and no 单位：万元 over it."""
    label = raw.label.of(clean)
    words = _SEAL.sub("", label)
    if label_core(words) == _UNIT and words != label:
        return False
    if label_core(words) in _OF_FIGURES and any(_MEASURE.fullmatch(v.of(clean)) for v in raw.values):
        return False
    if raw.role not in _FORMS and label_core(words) in ("其他", "其它"):
        return False  # 其他：（1）…, below the figures of a task
    return len(label_core(words)) > 1 and (
        _NO_FIELD.search(words) is None or _DAY_AND_SEAL.fullmatch(words) is not None
    )


def _merged(clean: str, raws: list[RawField]) -> list[RawField]:
    """A label repeated on the next rows for more of its options (揭榜任务方向) is one field."""
    found: list[RawField] = []
    at: dict[tuple[int, str | None], RawField] = {}  # a cell merged downwards is the label of each of its rows,
    taken: set[tuple[int, str | None, Span]] = set()  # and what is merged beside it answers it once
    for raw in raws:
        again = at.setdefault((raw.label.start, raw.group), raw)
        values = [span for span in raw.values if (raw.label.start, raw.group, span) not in taken]
        taken |= {(raw.label.start, raw.group, span) for span in values}
        if again is not raw:
            again.values += values
            continue
        same = found and found[-1].role is raw.role and found[-1].group == raw.group
        same = same and _YEARS.findall(found[-1].label.of(clean)) == _YEARS.findall(raw.label.of(clean))
        if same and label_core(found[-1].label.of(clean)) == label_core(raw.label.of(clean)):
            for span in raw.values:
                found[-1].add(span)
        else:
            found.append(raw)
    return found


def _field(text: Text, raw: RawField, repeated: bool) -> FormField:
    label_span = trimmed(text.clean, raw.label.start, raw.label.end, "：:*＊★☆※▲△")
    label = _GUIDES.sub("", without_number(re.sub(r"\s+", "", _SEAL.sub("", label_span.of(text.clean)))))
    group = without_number(re.sub(r"\s+", "", raw.group)) if raw.group else None
    value = read_value(text.clean, raw.values)
    joined = group is not None and (is_shared_label(label) or are_shared(label) or repeated)
    hints = label + (value.guidance or "") + (group or "")
    return FormField(
        name=f"{group}{label}" if joined else label,
        required=not (is_optional(hints) or is_assigned(label)),
        value=value.said,
        label=label,
        group=group,
        options=value.options,
        guidance=value.guidance,
        role=raw.role,
        evidence=text.evidence(label_span.start, label_span.end),
        value_evidence=text.evidence(value.span.start, value.span.end) if value.span else None,
    )
