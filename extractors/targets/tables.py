"""Targets in tables of indicators: 指标 | 现状 | 目标值 | 检验方法."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.targets.bound_column import bound_column, holds_no_figure
from extractors.targets.bounds import comparator_of, compared_share
from extractors.targets.cell_figures import bare_number, multiplied, of_model, with_unit
from extractors.targets.columns import (
    begins_with_figure,
    cell_words,
    columns_of_figures,
    covered_by,
    end_in_cell,
    heads_from,
    meaning_of,
    turned,
)
from extractors.targets.dues import due_in
from extractors.targets.headless import headless
from extractors.targets.heads import Columns, Heads, columns_of, says_itself
from extractors.targets.labelled_cells import labelled_columns
from extractors.targets.measured import canonical_of
from extractors.targets.metrics import noun_behind
from extractors.targets.one_row import one_row
from extractors.targets.row_names import IN_BRACKETS, MARK, metric_of_row
from extractors.targets.signs import is_circumstance
from extractors.targets.was import is_baseline
from extractors.text.spans import unbalanced
from extractors.values.quantities import Quantity, find_quantities
from extractors.values.units import multiplied as scaled_unit
from schemas.facts import Target
from schemas.text import Block, Grid, Text, rows_across

# The first cell of a form's rows that hold the indicators: 考核指标 | 量程 | ≥1200N
_INDICATORS = re.compile(r"(?:考核|技术|性能|主要|量化|预期|绩效|验收|关键)*(?:指标|目标)(?:值|承诺|要求)?")
_LATIN_UNIT = re.compile(r"[A-Za-zμΩ%°][A-Za-z\dμΩ√/·.%°²³⁻¹()（）-]{0,14}")
_TO = re.compile(r"\s?(?:→|⟶|⇒|->|—>|➔)")
_TIMES = re.compile(r"[×xX*]\s?$")
_LONGEST_NAME = 20
_NAMES = "指标"  # the head of a column of names
_SHORT = 24  # characters of a cell
_BINDS = re.compile(
    r"(?:20\d\d年?[底末]?|(?:项目|任务)?(?:完成|结束|验收|结题)时?|到期|期满|届时|本项目|我方|我们|[我本](?:司|公司|单位|院|校|所))?的?(?:承诺|目标|预期|指标|要求|达标)?数?[值线]?(?:[（(].*[)）])?"
)
_VOWS = re.compile(r"承诺|目标|预期|指标|达标|到期")
_IN_ALL = re.compile(r"累计|合计|总计|小计")
_MOST_TURNED = 12  # rows
_LEAST_NAMED = 2  # metrics side by side that make a table a turned one
_Rows = Mapping[int, Sequence[Block]]
"""The cells that cover each row."""


def find_table_targets(
    text: Text,
    grid: Grid,
    *,
    direction: int | None = None,
    default_due: str | None = None,
    head_row: int | None = None,
    rows: range | None = None,
    years: bool = False,
) -> list[Target]:
    """The targets of a table of indicators, row by row; [] where no column's head says that it binds.

    The metric is the row's words in the columns before the goal (灵巧手 + 指尖力 = 灵巧手指尖力); the unit comes from
    the cell, the unit's column, or the brackets of the metric or of the column's head. ``due`` is read from the head
    (2027年目标) or from the row's cell under 完成时限. A figure in a midway column has the stage milestone. Evidence is
    the cell. ``head_row`` and ``rows`` say where the heads stand and which rows count, where the caller knows.
    ``years``, among goals: columns of figures headed by dates (2027年 | 2028年) bind as well, the last one finally, one
    headed 数值, the one beside what there is, and one that the text explains (V2为结题承诺值).
    """
    cells = [text.blocks[i] for i in grid.cells]
    whole = head_row is None and rows is None
    labelled = labelled_columns(text, cells) if whole else None
    columns = labelled or _columns(text, grid, cells, head_row, years)
    open_ = years and whole and labelled is None
    if open_ and (across := _turned(text, grid, cells, columns)) is not None:
        cells, columns = across
    if years and (columns is None or holds_no_figure(text, cells, columns)):
        columns = bound_column(text, cells, head_row) or columns
    if columns is None and open_:
        cells, columns = _by_shape(text, cells)
    if columns is None:
        return []
    by_row = rows_across(cells)
    found: list[Target] = []
    labels: list[str] = []  # of each, in the metric's columns
    below = sorted({cell.row for cell in cells if cell.row > columns.head_row and (rows is None or cell.row in rows)})
    for row in below:
        for column in (*columns.goal, *columns.midway):
            cell = _at(by_row, row, column)
            if cell is None or cell.row != row:
                continue
            head = columns.heads.get(column, "")
            for quantity in _quantities(text, cell, by_row, row, columns, head):
                metric = _metric(text, by_row, row, columns, cell, quantity)
                if metric:
                    stage = "milestone" if column in columns.midway else "final"
                    own = due_in(cell_words(text, cell)[: quantity.start])  # 2026年12月底前参数达到1.2万亿
                    due = own or due_in(head) or due_in(cell_words(text, _at(by_row, row, columns.due))) or default_due
                    label = "".join(cell_words(text, _at(by_row, row, c)) for c in columns.metric)
                    labels.append(label)
                    found.append(_target(text, cell, quantity, metric, due, direction, stage))
    return _told_apart(found, labels)


def _by_shape(text: Text, cells: list[Block]) -> tuple[list[Block], Columns | None]:
    """The table, turned where its figures lie in one row, and its columns, where no head says what binds."""
    columns = headless(text, cells)
    lying = one_row(text, cells) if columns is None else None
    return lying if lying is not None else (cells, columns)


def _told_apart(found: list[Target], labels: list[str]) -> list[Target]:
    """单芯片峰值（密集） and 单芯片峰值（2:4稀疏）: rows of one name, which their brackets tell apart, keep them."""
    of_name: dict[str, set[str]] = {}
    for target, label in zip(found, labels, strict=True):
        of_name.setdefault(target.metric, set()).add(label)
    named = []
    for target, label in zip(found, labels, strict=True):
        bracket = IN_BRACKETS.search(label) if len(of_name[target.metric]) > 1 else None
        unit = bracket is not None and scaled_unit(bracket.group(1))[1] is not None
        update = {"metric": target.metric + bracket.group().strip()} if bracket is not None and not unit else {}
        named.append(target.model_copy(update=update) if update else target)
    return named


def find_row_targets(text: Text, grid: Grid, direction: int | None = None) -> list[Target]:
    """The indicators of a form, row by row beside their common label: 考核指标 | 量程 | ≥1200N.

    The second cell names the metric and holds no figure; the third begins with the figure.
    """
    cells = [text.blocks[i] for i in grid.cells]
    by_row = text.rows_of(cells[0].table) if cells and cells[0].table is not None else {}
    found: list[Target] = []
    for row, across in sorted(by_row.items()):
        if len(across) < 3 or _INDICATORS.fullmatch(re.sub(r"\s", "", cell_words(text, across[0]))) is None:
            continue
        name, cell = cell_words(text, across[1]), across[2]
        if cell.row != row or re.search(r"\d|。", name) or not 2 <= len(name) <= _LONGEST_NAME:
            continue
        words = cell_words(text, cell)
        said = find_quantities(words)
        for quantity in [q for q in said if not is_baseline(words, q)][:1]:  # 由18个月缩短到4个月
            if said[0].outer_start <= 1:
                metric = IN_BRACKETS.sub("", name)
                found.append(_target(text, cell, quantity, metric, None, direction, "final"))
    return found


def find_head_targets(text: Text, grid: Grid, heads: Mapping[int, str]) -> list[Target]:
    """The bounds in the columns of a table whose heads name what is measured: 首次突破1亿元 under 年度营业收入."""
    found: list[Target] = []
    for cell in (text.blocks[i] for i in grid.cells):
        if cell.row > 0 and cell.column in heads:
            bounds = [q for q in find_quantities(cell_words(text, cell)) if q.compared]
            metric = IN_BRACKETS.sub("", heads[cell.column])
            found += [_target(text, cell, quantity, metric, None, None, "final") for quantity in bounds]
    return found


def _turned(text: Text, grid: Grid, cells: list[Block], columns: Columns | None) -> tuple[list[Block], Columns] | None:
    """The table turned, where its rows bind: 项目 | 潜深 | 航程 over 完成时 | 800米 | 90公里.

    It is small, and its names and promises are short; one row binds, whose cells begin with a figure and whose head
    says nothing else, or the last of several dated ones, where they measure: what is sold or spent a year is a table
    of its own.
    Where ``columns`` of the table as it stands may bind as well, no word of its heads says so.
    """
    names = (cell for cell in cells if 0 in (cell.row, cell.column))
    if len({cell.row for cell in cells}) > _MOST_TURNED or any(cell.end - cell.start > _SHORT for cell in names):
        return None
    across = turned(cells)
    found = _columns(text, grid, across, 0, years=columns is None, of_rows=True)
    if found is None or found.head_row != 0 or len({cell.row for cell in across}) <= _LEAST_NAMED:
        return None
    if columns is not None and _columns(text, grid, cells, None, years=False) is not None:
        return None
    binds = [cell_words(text, cell) for cell in across if cell.row == 0 and cell.column in found.goal]
    if len(binds) != 1 or not binds[0] or _BINDS.fullmatch(binds[0]) is None:
        return None
    if any(_IN_ALL.search(cell_words(text, cell)) for cell in across if cell.row == 0):
        return None
    bound = [cell_words(text, cell) for cell in across if cell.row > 0 and cell.column in found.goal]
    figures = sum(len(words) <= _SHORT and begins_with_figure(words) for words in bound)
    # 争取30批左右，视批次情况而定 among figures, in a row that is headed as a promise
    most = figures > 1 and 2 * figures > len(bound) and _VOWS.search(binds[0]) is not None
    if not (most or figures == len(bound)) or (found.midway and any(map(_is_amount, bound))):
        return None
    return across, found


def _is_amount(words: str) -> bool:
    """100台, 500万元: so much in one year says nothing of all of them."""
    first = next(iter(find_quantities(words)), None)
    return first is None or first.counts or first.unit == "元"


def _columns(
    text: Text, grid: Grid, cells: list[Block], head_row: int | None, years: bool, *, of_rows: bool = False
) -> Columns | None:
    """The roles of the columns by the words of the first row that has a goal.

    ``of_rows``: the table is turned, its first column names what is measured, whatever heads it.
    """
    for first in sorted({cell.row for cell in cells})[:3] if head_row is None else [head_row]:
        row, words = heads_from(text, cells, first)
        words |= {min(words): _NAMES} if of_rows and words else {}
        meant = (
            {c: w if says_itself(w) else meaning_of(text, grid, w) or w for c, w in words.items()} if years else words
        )
        figures = columns_of_figures(text, cells, row) if years else ()
        columns = columns_of(row, Heads(words, meant, tuple(c for c in figures if c in words)), years=years)
        if columns is not None:
            metric = covered_by(cells, row, columns.metric)
            return replace(columns, metric=metric) if len(metric) > len(columns.metric) else columns
    return None


def _quantities(text: Text, cell: Block, by_row: _Rows, row: int, columns: Columns, head: str) -> list[Quantity]:
    """The figures of a goal cell; a bare number gets its unit from the unit's column or a head's brackets."""
    words = cell_words(text, cell)
    named = "".join(IN_BRACKETS.sub("", cell_words(text, _at(by_row, row, c))) for c in columns.metric).strip()
    said = of_model(words, named) or [compared_share(words, q) for q in find_quantities(words)]
    # 5000次后衰减<5%: under what the figure holds is no target beside it.
    found = [q for q in said if q.compared or not is_circumstance(words, q)] or said or bare_number(words)
    found = [q for q in found if _TIMES.search(words[: q.start]) is None]  # 9m×6m: of two measures the first tells
    # 由61%提升至85%, 300米→800米
    found = [q for q in found if not is_baseline(words, q) and _TO.match(words, q.outer_end) is None]
    found = [q for q in found if q is found[0] or q.compared or not _is_aside(words, q)]
    if any(q.unit is not None for q in found):
        return found
    candidates = [cell_words(text, _at(by_row, row, columns.unit))] if columns.unit is not None else []
    for source in (*(cell_words(text, _at(by_row, row, c)) for c in columns.metric), head):
        bracket = IN_BRACKETS.search(source)
        candidates += [bracket.group(1)] if bracket and not re.search(r"\d年|^\d", bracket.group(1)) else []
    own = candidates[0] if columns.unit is not None else ""
    for unit in candidates:
        joined = with_unit(words, unit) or multiplied(words, unit)
        if joined is not None:
            return [joined]
    # A unit that no list knows is still the unit where a column says so.
    return [replace(q, unit=own) for q in found] if _LATIN_UNIT.fullmatch(own) else found


def _is_aside(words: str, quantity: Quantity) -> bool:
    """64台（含原有20台）: the bracket behind the first figure tells of a part of it, or of others."""
    return unbalanced(words[: quantity.start])


def _metric(text: Text, by_row: _Rows, row: int, columns: Columns, cell: Block, quantity: Quantity) -> str:
    labels = [
        words.partition("：")[0] if c in columns.explained else words
        for c in columns.metric
        for words in [cell_words(text, _at(by_row, row, c))]
    ]
    return metric_of_row(labels, cell_words(text, cell), quantity)


def _target(
    text: Text, cell: Block, quantity: Quantity, metric: str, due: str | None, direction: int | None, stage: str
) -> Target:
    value, unit = canonical_of(quantity, metric)
    words = cell_words(text, cell)
    noun, counted = noun_behind(words, quantity.outer_end, len(words))
    end = end_in_cell(text, cell, counted if noun else quantity.outer_end)
    begin = end_in_cell(text, cell, quantity.outer_start)
    marks = [cell.start, *(m.end() for m in MARK.finditer(text.clean, cell.start, begin))]
    return Target.model_validate(
        {
            "metric": metric,
            "comparator": comparator_of(quantity, metric),
            "value": quantity.value,
            "value_max": quantity.value_max,
            "unit": quantity.unit,
            "canonical_value": value,
            "canonical_unit": unit,
            "due": due,
            "direction": direction,
            "stage": stage,
            "evidence": text.evidence(marks[-1], end),
        }
    )


def _at(by_row: _Rows, row: int, column: int | None) -> Block | None:
    """The cell that covers a place, merged cells included; an empty one under a filled one repeats it."""
    if column is None:
        return None
    cells = by_row.get(row, ())
    return next((cell for cell in cells if cell.column <= column < cell.column + cell.column_span), None)
