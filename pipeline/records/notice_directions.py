"""Directions with their clauses, and the targets of their tasks and goals."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from extractors.directions.directions import find_directions
from extractors.directions.labels.parts import FoundDirection, find_parts, running_end, spans_of
from extractors.directions.tables.indicators import tables_below
from extractors.directions.tables.shared import SharedTable, shared_tables
from extractors.directions.told.for_all import common_requirements
from extractors.targets.bound_column import bound_column
from extractors.targets.clauses import FoundClause, asking_from, find_clauses
from extractors.targets.tables import find_table_targets
from extractors.targets.targets import find_targets
from extractors.targets.told_of_call import is_told, parted
from extractors.text.spans import Span, bare, squeezed
from extractors.values.quantities import find_quantities
from schemas.facts import Target
from schemas.notice import Clause, Direction
from schemas.outline import Outline, Role, Section
from schemas.text import Block, Grid, Text

# 现有效率仅60%: where the work starts from.
_TODAY = re.compile(r"(?:现有|目前|当前|现阶段|我[省市国区县]现有)")
_ASKS = re.compile(
    r".{0,12}(?:答题要求|作品要求|任务要求|命题要求|赛题要求|题目要求|攻关要求|技术要求|性能要求|(?:技术|性能|考核|主要)指标|指标要求)"
)
# 约束条件, 技术指标: a figure under such a heading binds as it stands, where it is said of something.
_EXACT = re.compile(r".{0,12}(?:约束|边界|工况|限制)条件|.{0,12}(?:技术|性能|考核|主要)(?:指标|参数)")
_SAID_OF = re.compile(r"[\u4e00-\u9fff](?:为|是|在|于|满足|承受|耐受)\s?\d")  # 频率为50Hz, not 样机1套
# 技术报告不少于5000字: how long what is handed in may be.
_PAPERS = re.compile(r"(?:报告|论文|说明书?|文档|方案|简介|摘要|计划书)(?:字数|篇幅|正文|页数|总?字数)?$")
# 三、验收要求 with one item a direction: what its work has to yield.
_YIELDS = re.compile(r"验收|结题|结项|考核|成果|产出")
_LEAST_ITEMS, _LONGEST_ITEM = 2, 60  # lines of a list, characters of one
_MARKS_ITEM = frozenset("，,、；;。：:")
_SENTENCE = re.compile(r"[^。\n]{1,2000}[。\n]?")
_FUNDING = re.compile(r"资助|补助|奖补|补贴|奖励|股权投资|给予.{0,20}支持|万元")


def build_directions(
    text: Text, outline: Outline, common_due: str | None
) -> tuple[tuple[Direction, ...], tuple[Target, ...]]:
    """The directions, and all their targets; ``common_due`` is the date for those that name none."""
    directions: list[Direction] = []
    targets: list[Target] = []
    all_found = find_directions(text, outline)
    told = _told_apart(outline)
    shared = shared_tables(text, outline, all_found)
    of_all = {one.table for one in shared}
    for index, found in enumerate(all_found):
        found = _without_funding(text, found)
        number = found.number if found.number is not None else index + 1
        own = _targets(text, outline, found, number, found.due or common_due)
        for one in shared:
            if not _is_told(text, text.tables[one.table], found):
                own += _of_rows(text, one, index, number, found.due or common_due)
        for table in [one for one in tables_below(text, outline, all_found, index) if one not in of_all]:
            own += _of_table(text, text.tables[table], number, found.due or common_due)
        yields = [one for one in told.get(bare(found.name), ()) if one.end <= found.start or one.start >= found.end]
        for section in yields:
            own += _yielded(text, outline, section, number, found.due or common_due)
        targets += own
        directions.append(_direction(text, found, number, own))
    if directions:
        targets += _of_all(text, outline, all_found, common_due)
    else:
        targets = _of_the_call(text, outline, common_due)
    return tuple(directions), tuple(targets)


def _of_all(text: Text, outline: Outline, found: list[FoundDirection], due: str | None) -> list[Target]:
    """The bounds in a chapter of the call that holds for every direction."""
    targets: list[Target] = []
    for span in common_requirements(text, outline):
        if not any(one.start <= span.start < one.end for one in found):
            targets += find_targets(text, outline, span.start, span.end, role="result", default_due=due)
    return [target for target in targets if target.comparator not in ("=", "range")]


def _of_the_call(text: Text, outline: Outline, due: str | None) -> list[Target]:
    """作品须达到下列要求：…: what a call without directions asks of the work, behind such labels only."""
    found = _under_requirements(text, outline, due)
    for division in outline.divisions:
        if division.role is Role.BODY:
            parts = find_parts(text, division.start, division.end)
            for span in spans_of(parts, "goal"):
                stop = running_end(text, span.start, span.end)
                index = outline.section_at(span.start)
                stop = min(stop, outline.sections[index].own_end) if index is not None else stop
                found += find_targets(text, outline, span.start, stop, role="result", default_due=due)
    return found


def _under_requirements(text: Text, outline: Outline, due: str | None) -> list[Target]:
    """The bounds under a contest's 答题要求 or 技术指标; figures by the way (提供样机1套, 3类场景) are none."""
    found: list[Target] = []
    reached = 0  # 1.作品要求 inside 五、答题要求 has been read with it
    for section in outline.sections:
        inside = section.start < reached
        if not inside and outline.divisions[section.division].role is Role.BODY and _ASKS.fullmatch(section.title):
            reached = section.end
            for block in text.blocks_in(section.heading_end, section.end):
                if block.table is None and block.start >= section.heading_end:
                    found += _bounds_of_block(text, outline, block, due)
            for grid in text.tables:
                if section.heading_end <= grid.start < section.end:
                    found += filter(_is_bound, find_table_targets(text, grid, direction=None, default_due=due))
    return [t for t in found if _PAPERS.search(t.metric) is None]


def _bounds_of_block(text: Text, outline: Outline, block: Block, due: str | None) -> list[Target]:
    """The bounds that a paragraph sets; what a figure is said to be binds under 约束条件 and 技术指标 alone."""
    found = find_targets(text, outline, block.start, block.end, role="result", default_due=due)
    index = outline.section_at(block.start)
    exact = index is not None and any(map(_EXACT.fullmatch, outline.path(index)))
    return [t for t in found if _is_bound(t) or (exact and _SAID_OF.search(squeezed(t.evidence.text)))]


def _is_bound(target: Target) -> bool:
    return target.comparator not in ("=", "range")


def _without_funding(text: Text, found: FoundDirection) -> FoundDirection:
    """Text without labels that tells of the money (奖补, 资助额度) asks nothing of the work."""
    if found.labelled or not any(_FUNDING.search(span.of(text.clean)) for span in found.tasks):
        return found
    asking = tuple(span for told in found.tasks for span in _sentences(text, told))
    return replace(found, tasks=asking if any(_sets_bound(text, span) for span in asking) else ())


def _sentences(text: Text, told: Span) -> Iterator[Span]:
    """The stretches between those sentences that tell of the money: 要求剔净率不低于98%。 of …报价不得高于220万元."""
    start = told.start
    for sentence in _SENTENCE.finditer(text.clean, told.start, told.end):
        if _FUNDING.search(sentence.group()):
            if start < sentence.start():
                yield Span(start, sentence.start())
            start = sentence.end()
    if start < told.end:
        yield Span(start, told.end)


def _sets_bound(text: Text, span: Span) -> bool:
    return any(
        one.compared and one.comparator not in ("=", "range", "~") for one in find_quantities(span.of(text.clean))
    )


def _targets(text: Text, outline: Outline, found: FoundDirection, number: int, due: str | None) -> list[Target]:
    targets: list[Target] = []
    goals = found.goals
    if found.table is not None:
        table, head, first, end = found.table
        grid, rows = text.tables[table], range(first, end)
        targets = find_table_targets(
            text, grid, direction=number, default_due=due, head_row=head, rows=rows, years=True
        )
        targets = [_unnamed(target, found.name) for target in targets]
        goals = () if targets else goals
    for span in (*found.tasks, *goals):
        asked = asking_from(text.clean, span)
        for one in parted(text.clean, span, asked):
            own = find_targets(text, outline, one.start, one.end, direction=number, role="result", default_due=due)
            targets += [target for target in own if not _is_told_so(text, span, asked, target)]
    return [t for t in targets if not _is_of_today(t)]


def _is_told_so(text: Text, span: Span, asked: int, target: Target) -> bool:
    """中心城区现有泵站14座: a figure of how things are, by where it stands in the task."""
    places = _clean_spans(text, span, [target])
    return bool(places) and is_told(text.clean, span, asked, places[0], target.comparator)


def _is_of_today(target: Target) -> bool:
    """现有效率仅60%, 目前鲜叶下树率不到四成: where the work starts from."""
    words = target.evidence.text
    plain = target.comparator == "=" or re.search(r"不到|不足|仅|只有", words) is not None
    return plain and _TODAY.match(words) is not None


def _of_table(text: Text, grid: Grid, number: int, due: str | None) -> list[Target]:
    """The indicators of a direction's own table.

    One of two rows may have its names above its values, one column of bounds any head: 看什么 | 多少才算.
    """
    found = find_table_targets(text, grid, direction=number, default_due=due)
    cells = [text.blocks[at] for at in grid.cells]
    if not found and ({cell.row for cell in cells} == {0, 1} or bound_column(text, cells, None) is not None):
        found = find_table_targets(text, grid, direction=number, default_due=due, years=True)
    return found


def _is_told(text: Text, grid: Grid, found: FoundDirection) -> bool:
    """甲 | 固色率≥88%；牢度≥4级: the cells are the direction's task or goal already, and read as running text."""
    pairs = all(text.blocks[at].column < 2 for at in grid.cells)
    return pairs and any(grid.start <= span.start < grid.end for span in (*found.tasks, *found.goals))


def _of_rows(text: Text, shared: SharedTable, index: int, number: int, due: str | None) -> list[Target]:
    """The direction's rows in a table of all directions."""
    found: list[Target] = []
    for row, words in shared.rows.get(index, ()):
        own = find_table_targets(
            text,
            text.tables[shared.table],
            direction=number,
            default_due=due,
            head_row=shared.head_row,
            rows=range(row, row + 1),
            years=True,
        )
        found += [_unnamed(target, words) for target in own]
    return found


def _unnamed(target: Target, name: str) -> Target:
    """The direction's own name in a column before the metric's is no part of the metric."""
    metric = target.metric.removeprefix(name)
    return target.model_copy(update={"metric": metric}) if metric else target


def _told_apart(outline: Outline) -> dict[str, list[Section]]:
    """The sections inside those that tell what the work has to yield, by their bare titles."""
    found: dict[str, list[Section]] = {}
    telling: set[int] = set()
    for index, section in enumerate(outline.sections):
        above = section.parent
        if above is not None and (above in telling or _YIELDS.search(outline.sections[above].title)):
            telling.add(index)
            found.setdefault(bare(section.title), []).append(section)
    return found


def _yielded(text: Text, outline: Outline, section: Section, number: int, due: str | None) -> list[Target]:
    """The bounds under a direction's name where the call tells apart what its work has to yield."""
    found = find_targets(
        text, outline, section.heading_end, section.end, direction=number, role="result", default_due=due
    )
    return [target for target in found if _is_bound(target)]


def _direction(text: Text, found: FoundDirection, number: int, targets: list[Target]) -> Direction:
    return Direction(
        number=number,
        name=found.name,
        category=found.category,
        task=_joined(text, found.tasks),
        goal=_joined(text, found.goals) or None,
        clauses=(*_clauses(text, found.tasks, "task", targets), *_clauses(text, found.goals, "goal", targets)),
        evidence=text.evidence(found.start, found.end),
    )


def _joined(text: Text, spans: tuple[Span, ...]) -> str:
    return "\n".join(squeezed(span.of(text.clean)) for span in spans)


def _clauses(text: Text, spans: tuple[Span, ...], kind: str, targets: list[Target]) -> tuple[Clause, ...]:
    found: list[FoundClause] = []
    for part in (paragraph for span in spans for paragraph in _paragraphs(text, span)):
        found += find_clauses(text.clean, part, _clean_spans(text, part, targets))
    return tuple(
        Clause(
            text=squeezed(text.clean[clause.start : clause.end]),
            kind="task" if kind == "task" else "goal",
            numeric=clause.numeric,
            evidence=text.evidence(clause.start, clause.end),
        )
        for clause in found
    )


def _paragraphs(text: Text, span: Span) -> list[Span]:
    """The lines of a list without any mark at their ends, each on its own; else the whole.

    Only of a document whose paragraphs are kept (a text processor's), where no line is broken for want of room.
    """
    blocks = [b for b in text.blocks_in(span.start, span.end) if b.table is None]
    ends = [text.clean[b.start : min(b.end, span.end)].rstrip()[-1:] for b in blocks]
    plain = all(b.end - b.start <= _LONGEST_ITEM for b in blocks) and not any(end in _MARKS_ITEM for end in ends)
    if text.document.hard_wrapped is not False or len(blocks) < _LEAST_ITEMS or not plain:
        return [span]
    starts = [max(span.start, block.start) for block in blocks]
    return [Span(start, end) for start, end in zip(starts, [*starts[1:], span.end], strict=True)]


def _clean_spans(text: Text, span: Span, targets: list[Target]) -> list[Span]:
    """The targets' places in the cleaned text, from their evidence in the document."""
    found = []
    for target in targets:
        first = bisect_left(text.offsets, target.evidence.start, span.start, span.end)
        last = bisect_left(text.offsets, target.evidence.end, first, span.end)
        if last > first:
            found.append(Span(first, last))
    return found
