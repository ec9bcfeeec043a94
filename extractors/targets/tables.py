"""Targets in tables of indicators: 指标 | 现状 | 目标值 | 检验方法."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.targets.bounds import comparator_of, compared_share
from extractors.targets.cell_figures import bare_number, multiplied, with_unit
from extractors.targets.dues import due_in
from extractors.targets.measured import canonical_of
from extractors.targets.metrics import noun_behind
from extractors.targets.signs import is_circumstance
from extractors.text.spans import unbalanced
from extractors.values.quantities import Quantity, find_quantities
from extractors.values.units import multiplied as scaled_unit
from schemas.facts import Target
from schemas.text import Block, Grid, Text

# Heads of the column that binds, of those that do not, and of the one that names the metric.
_GOAL = re.compile(
    r"目标|(?:申报|揭榜|申请|投标|设定|拟定)(?:指标|参数)|^(?:技术|指标|具体|性能|最低|基本)?要求$|期望值$|验收|考核|预期|承诺|响应(?!时间|要求)|应答值|申报值|要求值|指标值|完成值|达到值|拟达到|要达到|终期|最终|(?:完成|结束|交付)[时后]|结题|做到|建成后|计划值|期末|^[到至]20\d\d年|^(?:本项目|我方)$"
)
_PROMISED = re.compile(
    r"(?:申报|揭榜|申请|投标)指标|承诺|响应|应答|目标|预期|申报值|完成值|达到|(?:完成|结束|交付)[时后]|验收时|建成后|做到|^(?:本项目|我方)$"
)
_ASKED = re.compile(
    r"(?:榜单|通知|指南|公告|考核|指标|技术|任务|难题|发榜方?|需求方?)*(?:要求|指标)(?:值)?"
    r"|(?:榜单|通知|指南|公告|发榜方?|需求方?|方向|课题|任务书)(?:规定|设定|下达)?的?(?:目标|标准|要求)(?:值)?"
    r"|(?:任务|项目|绩效|建设)?目标(?:任务|要求)|(?:对照|对应|对标)(?:难题|榜单|通知|指南|任务|需求)[\u4e00-\u9fff]{0,4}"
)
# The first cell of a form's rows that hold the indicators: 考核指标 | 量程 | ≥1200N
_INDICATORS = re.compile(r"(?:考核|技术|性能|主要|量化|预期|绩效|验收|关键)*(?:指标|目标)(?:值|承诺|要求)?")
_MIDWAY = re.compile(r"中期|阶段|年度目标|里程碑")
# 考核指标, 预期目标名称: the column that names what the next one asks; 指标值, 目标(2025年) are goals all the same.
_NAMES_METRIC = re.compile(
    r"指标|(?:指标|目标|考核|成果)?(?:名称|项目?|内容|类别)|(?:考核|验收|预期|目标|承诺|技术|性能)指标(?:名称|项|内容)?"
)
_NOT_GOAL = re.compile(
    r"现状|现有|现在|基准|当前|基线|目前|国内|国际|国外|已有|方法|办法|方式|手段|依据|备注|单位$|说明|测试|检验|怎[么样]|如何|序号|编号|责任|来源|进度"
)
_METRIC = re.compile(r"指标|名称|条目|参数|项目|内容|部件|系统|类别|数据集|性能|名目|模块|任务|产品|对象|维度|成果")
# 指标含义 explains the metric that another column names; 指标及含义 names it.
_MEANING = re.compile(r"(?:指标)?的?(?:含义|定义|内涵)(?:及说明|说明)?")
_UNIT_HEAD = re.compile(r"^(?:计量)?单位$")
# 考核指标 | 2025年 | 2027年: the last year binds.
_YEAR_HEAD = re.compile(r"20\d\d\s?年(?:底|末)?")
# 指标 | 数值 | 验证方式, among goals
_VALUE_HEAD = re.compile(r"(?:指标)?(?:数值|量值|具体数值|值)")
_LATIN_UNIT = re.compile(r"[A-Za-zμΩ%°][A-Za-z\dμΩ√/·.%°²³⁻¹()（）-]{0,14}")
_NUMBER_HEAD = re.compile(r"序号?|编?号|项次|№|[Nn]o\.?|")
_MARK = re.compile(r"[，,。；;、：:\n]\s*")
_BOUND = re.compile(
    r"(?:应|须|需)?(?:不[低少小]于|不[超大高多][过于出]?|≥|≤|≧|≦|＞|＜|>|<|优于|达到?|大于|小于|低于|高于|至少)\s*±?\d"
)
_ROW_NUMBER = re.compile(r"^(?:[（(]\d{1,2}[)）]|\d{1,2}[)）、．])\s*")  # （1）基板热导率
_TIMES = re.compile(r"[×xX*]\s?$")
_LONGEST_NAME = 20
# Another name of the metric in brackets; （万元）, （千瓦） and （以上） are none.
_ALIAS = re.compile(r"[\u4e00-\u9fff]{4}[（(](?!单位|以[上内下])(?P<name>[\u4e00-\u9fff]{2,8}|[A-Z]{3,6})[)）]$")
# 指标（怎么理解）: its cells explain the metric behind a colon
_EXPLAINED = re.compile(r"[（(][^（()）]*(?:理解|含义|解释|释义|定义)[^（()）]*[)）]")
_IN_BRACKETS = re.compile(r"[（(]([^（）()]{1,10})[)）]\s*$")


@dataclass(frozen=True, slots=True)
class _Columns:
    head_row: int
    metric: tuple[int, ...]
    goal: tuple[int, ...]
    midway: tuple[int, ...]
    unit: int | None
    explained: frozenset[int] = frozenset()  # of the metric's columns


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
    (2027年目标). A figure in a midway column has the stage milestone. Evidence is the cell. ``head_row`` and ``rows``
    say where the heads stand and which rows count, where the caller knows. ``years``: columns headed by years alone
    (2027年 | 2028年) bind as well, the last one finally, and one headed 数值.
    """
    cells = [text.blocks[i] for i in grid.cells]
    by_row = text.rows_of(cells[0].table) if cells and cells[0].table is not None else {}
    columns = _columns(text, cells, head_row, years)
    if columns is None:
        return []
    found: list[Target] = []
    below = sorted({cell.row for cell in cells if cell.row > columns.head_row and (rows is None or cell.row in rows)})
    for row in below:
        for column in (*columns.goal, *columns.midway):
            cell = _at(by_row, row, column)
            if cell is None or cell.row != row:
                continue
            head = _words(text, _at(by_row, columns.head_row, column))
            for quantity in _quantities(text, cell, by_row, row, columns, head):
                metric = _metric(text, by_row, row, columns, cell, quantity)
                if metric:
                    stage = "milestone" if column in columns.midway else "final"
                    due = due_in(head) or default_due
                    found.append(_target(text, cell, quantity, metric, due, direction, stage))
    return found


def find_row_targets(text: Text, grid: Grid, direction: int | None = None) -> list[Target]:
    """The indicators of a form, row by row beside their common label: 考核指标 | 量程 | ≥1200N.

    The second cell names the metric and holds no figure; the third begins with the figure.
    """
    cells = [text.blocks[i] for i in grid.cells]
    by_row = text.rows_of(cells[0].table) if cells and cells[0].table is not None else {}
    found: list[Target] = []
    for row, across in sorted(by_row.items()):
        if len(across) < 3 or _INDICATORS.fullmatch(re.sub(r"\s", "", _words(text, across[0]))) is None:
            continue
        name, cell = _words(text, across[1]), across[2]
        if cell.row != row or re.search(r"\d|。", name) or not 2 <= len(name) <= _LONGEST_NAME:
            continue
        for quantity in find_quantities(_words(text, cell))[:1]:
            if quantity.outer_start <= 1:
                metric = _IN_BRACKETS.sub("", name)
                found.append(_target(text, cell, quantity, metric, None, direction, "final"))
    return found


def _columns(text: Text, cells: list[Block], head_row: int | None, years: bool) -> _Columns | None:
    """The roles of the columns by the words of the first row that has a goal."""
    for row in sorted({cell.row for cell in cells})[:3] if head_row is None else [head_row]:
        heads = {cell.column: _words(text, cell) for cell in cells if cell.row == row}
        goal = _goals(heads)
        midway = tuple(c for c in goal if _MIDWAY.search(heads[c]))
        if not goal and years:
            goal = tuple(c for c, w in heads.items() if _VALUE_HEAD.fullmatch(w))[:1]
        if not goal and years and any(_NAMES_METRIC.fullmatch(w) for w in heads.values()):
            goal = tuple(sorted(c for c, w in heads.items() if _YEAR_HEAD.fullmatch(w)))
            midway = goal[:-1]
        if not goal or len(heads) < 2:
            continue
        unit = next((c for c, w in heads.items() if _UNIT_HEAD.match(w)), None)
        first = min(goal)
        metric = tuple(c for c, w in sorted(heads.items()) if c < first and c != unit and _names(w))
        # 榜单要求 | 应答值: what is asked names the metric
        metric = metric or tuple(c for c, w in sorted(heads.items()) if c < first and _ASKED.fullmatch(w))[:1]
        if not metric and years:  # 看什么 | 现在的样机 | 验收值, among goals
            metric = tuple(c for c, w in sorted(heads.items()) if c < first and c != unit and not _names_none(w))[:1]
        if metric:
            final = tuple(c for c in goal if c not in midway) or goal
            explained = frozenset(c for c in metric if _EXPLAINED.search(heads[c]))
            return _Columns(row, metric, final, midway if final != goal else (), unit, explained)
    return None


def _names(head: str) -> bool:
    """The head of a column whose words are part of the metric's name."""
    bare = _IN_BRACKETS.sub("", head)  # 指标（怎么理解）
    named = _METRIC.search(bare) or _NAMES_METRIC.fullmatch(bare)
    return named is not None and not _NOT_GOAL.search(bare) and not _MEANING.fullmatch(bare)


def _names_none(head: str) -> bool:
    """序, 编号, 现状, 进度: no column of names, in whatever words its head is."""
    return _NUMBER_HEAD.fullmatch(head) is not None or _NOT_GOAL.search(head) is not None or "时间" in head


def _goals(heads: dict[int, str]) -> tuple[int, ...]:
    """The columns that bind; 考核指标 names the metric where a goal or a milestone (中期, 验收) stands behind it."""
    found = [
        c
        for c, w in heads.items()
        if (_GOAL.search(w) or _MIDWAY.search(w)) and not _NOT_GOAL.search(w) and len(w) <= 16
    ]
    promised = [c for c in found if _PROMISED.search(heads[c]) and not _ASKED.fullmatch(heads[c])]
    if promised:  # 要求 | 承诺: what the call asks stands beside what the applicant promises
        found = [c for c in found if c in promised or not _ASKED.fullmatch(heads[c])]
    named = [c for c in found if _NAMES_METRIC.fullmatch(_IN_BRACKETS.sub("", heads[c]))]
    behind = [c for c in found if c not in named and _GOAL.search(heads[c])]
    if named and not behind:
        years = [c for c, w in heads.items() if c > min(named) and _YEAR_HEAD.fullmatch(w)]
        behind = years[-1:]
        found += behind
    return tuple(c for c in found if c not in named or not any(c < goal for goal in behind))


def _quantities(text: Text, cell: Block, by_row: _Rows, row: int, columns: _Columns, head: str) -> list[Quantity]:
    """The figures of a goal cell; a bare number gets its unit from the unit's column or a head's brackets."""
    words = _words(text, cell)
    said = [compared_share(words, q) for q in find_quantities(words)]
    # 5000次后衰减<5%: under what the figure holds is no target beside it.
    found = [q for q in said if q.compared or not is_circumstance(words, q)] or said or bare_number(words)
    found = [q for q in found if _TIMES.search(words[: q.start]) is None]  # 9m×6m: of two measures the first tells
    found = [q for q in found if q is found[0] or q.compared or not _is_aside(words, q)]
    if any(q.unit is not None for q in found):
        return found
    candidates = [_words(text, _at(by_row, row, columns.unit))] if columns.unit is not None else []
    for source in (*(_words(text, _at(by_row, row, c)) for c in columns.metric), head):
        bracket = _IN_BRACKETS.search(source)
        candidates += [bracket.group(1)] if bracket else []
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


def _metric(text: Text, by_row: _Rows, row: int, columns: _Columns, cell: Block, quantity: Quantity) -> str:
    labels = [
        _name_of(words.partition("：")[0] if c in columns.explained else words)
        for c in columns.metric
        for words in [_words(text, _at(by_row, row, c))]
    ]
    labels = [one for one in labels if _BOUND.match(one) is None] or labels  # 总损失率 | ≤2.8% | ≤2.5%
    joined = "".join(dict.fromkeys(label for label in labels if label and not label.isdigit()))
    noun, _ = noun_behind(_words(text, cell), quantity.outer_end, cell.end - cell.start)
    return joined or noun


def _name_of(label: str) -> str:
    """The metric in a label, without its unit in brackets and without the bound that is asked: 净输出功率不低于50kW.

    What the bracket calls it (相互影响（串扰）) stays.
    """
    bare = _ROW_NUMBER.sub("", label)
    alias = _ALIAS.search(bare)
    bare = bare if alias is not None and scaled_unit(alias["name"])[1] is None else _IN_BRACKETS.sub("", bare)
    bound = _BOUND.search(bare)
    if bound is None or bound.start() < 2:
        return bare
    asked = next((q for q in find_quantities(bare) if q.outer_end > bound.start()), None)
    noun, _ = noun_behind(bare, asked.outer_end, len(bare)) if asked is not None else ("", 0)
    return bare[: bound.start()] + noun  # 上机验证≥30套模具: 上机验证模具


def _target(
    text: Text, cell: Block, quantity: Quantity, metric: str, due: str | None, direction: int | None, stage: str
) -> Target:
    value, unit = canonical_of(quantity, metric)
    noun, counted = noun_behind(_words(text, cell), quantity.outer_end, cell.end - cell.start)
    end = min(cell.end, cell.start + (counted if noun else quantity.outer_end))
    begin = cell.start + min(quantity.outer_start, end - cell.start)
    marks = [cell.start, *(m.end() for m in _MARK.finditer(text.clean, cell.start, begin))]
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


def _words(text: Text, cell: Block | None) -> str:
    return "" if cell is None else text.clean[cell.start : cell.end].replace("\n", "")
