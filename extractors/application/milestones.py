"""The plan (进度安排): stages with their dates and what is to be done in each, from tables and from sentences."""

import re
from collections.abc import Iterator

from extractors.application.claims import Mode, mode_of
from extractors.text.items import number_at
from extractors.text.spans import Span, split_outside_brackets, squeezed, trimmed
from extractors.text.tables import label_of
from extractors.values.dates import DateMention, find_dates, with_year
from schemas.outline import Outline, Role
from schemas.text import Block, Text
from schemas.undertaking import Milestone

_TIME_HEAD = re.compile(r"时间|日期|年度|阶段|起止|进度|周期|节点|时段|季度")
_TASK_HEAD = re.compile(r"任务|内容|目标|工作|成果|指标|计划|安排|要求|交付|标志|形式")
_STAGE = re.compile(
    r"第[一二三四五六七八九十\d]+(?:阶段|年|期|季度|战役|步|程|波|仗)|(?:准备|启动|研发|攻关|试制|测试|示范|验收|推广|中期|结题|设计|论证)[\u4e00-\u9fff]{0,4}(?:阶段|期)"
)
_PIECE = re.compile(r"[。；;\n]")
_LEADING = re.compile(r"^(?:Q[1-4]|H[12])?(?:[年月]?[底末初]?[之以]?前|[底末])?[\s，,：:）)（(、．.\-—]*")
_PLAN_ROLES = frozenset({Role.TASK_BOOK, Role.FORM, Role.OTHER, Role.BODY})
_UNTIL = re.compile(r"\s?[（(][^（）()]{0,8}?[至到](?P<day>[^（）()]{2,14})[）)]")
_NEAR = 14  # characters that a stage's name or a word may stand before its date


def find_milestones(text: Text, outline: Outline) -> list[Milestone]:
    """The stages in order; only where a heading or the columns' heads say that it is a plan."""
    found: list[Milestone] = []
    tables: set[int] = set()
    for table, grid in enumerate(text.tables):
        rows = list(_rows(text, table))
        if rows and outline.division_at(grid.start).role in _PLAN_ROLES:
            tables.add(table)
            found += rows
    for block in text.blocks:
        if block.table in tables or outline.division_at(block.start).role not in _PLAN_ROLES:
            continue
        index = outline.section_at(block.start)
        label = label_of(text, block) if block.table is not None else None
        if mode_of((label,) if label else outline.path(index)) is Mode.PLAN:
            start = outline.sections[index].heading_end if index is not None else block.start
            found += _of_paragraph(text, Span(max(start, block.start), block.end))
    return sorted(found, key=lambda one: one.evidence.start)


def _of_paragraph(text: Text, span: Span) -> Iterator[Milestone]:
    """A piece that opens with a date begins a stage; one without belongs to the stage before it."""
    opened: tuple[Span, DateMention] | None = None
    year: int | None = None
    for piece in split_outside_brackets(text.clean, span.start, span.end, _PIECE) if span.end > span.start else ():
        _, body = number_at(text.clean, piece.start, piece.end)
        mention = next(iter(find_dates(text.clean, body, min(piece.end, body + 60))), None)
        if mention is None or mention.start - body > _NEAR:
            if opened is not None:
                opened = Span(opened[0].start, piece.end), opened[1]
            continue
        if opened is not None:
            yield _milestone(text, *opened, year)
        year = mention.final.year or year
        opened = Span(body, piece.end), mention
    if opened is not None:
        yield _milestone(text, *opened, year)


def _rows(text: Text, table: int) -> Iterator[Milestone]:
    rows = text.rows_of(table)
    head = min(rows, default=0)
    columns = {cell.column: _words(text, cell) for cell in rows.get(head, [])}
    time = next((c for c, w in columns.items() if _TIME_HEAD.search(w) and len(w) <= 10), None)
    tasks = [c for c, w in columns.items() if c != time and _TASK_HEAD.search(w) and len(w) <= 14]
    if time is None or not tasks:
        return
    for row in sorted(rows):
        cells = {cell.column: cell for cell in rows[row]}
        if row == head or time not in cells:
            continue
        dated = [m for c, cell in cells.items() if c not in tasks for m in find_dates(text.clean, cell.start, cell.end)]
        what = "；".join(words for c in tasks if c in cells and (words := _words(text, cells[c])))
        if dated and what:
            first, last = dated[0].first, with_year(dated[-1].final, dated[0].first.year)
            yield Milestone(
                start=first.iso if len(dated) > 1 or dated[0].last else None,
                end=last.iso,
                stage=_stage(" ".join(_words(text, cell) for c, cell in cells.items() if c not in tasks)),
                text=what,
                evidence=text.evidence(min(c.start for c in rows[row]), max(c.end for c in rows[row])),
            )


def _milestone(text: Text, span: Span, mention: DateMention, year: int | None) -> Milestone:
    first, last = with_year(mention.first, year), with_year(mention.final, year)
    until = _UNTIL.match(text.clean, mention.end, span.end)
    if until is not None:  # 2027年第一季度（至2月20日）
        told = next(iter(find_dates(text.clean, until.start("day"), until.end("day"))), None)
        last = with_year(told.final, last.year) if told is not None else last
    words = text.clean[span.start : mention.start] + text.clean[mention.end : span.end]
    behind = trimmed(text.clean, mention.end, span.end)
    what = _LEADING.sub("", behind.of(text.clean))
    return Milestone(
        start=first.iso if mention.last is not None else None,
        end=last.iso,
        stage=_stage(words[: _NEAR + 10]),
        text=squeezed(what or words),
        evidence=text.evidence(span.start, span.end),
    )


def _stage(words: str) -> str | None:
    match = _STAGE.search(words)
    return match.group() if match else None


def _words(text: Text, cell: Block) -> str:
    return squeezed(text.clean[cell.start : cell.end].replace("\n", ""))
