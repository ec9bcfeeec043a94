"""Shares of one whole, in per cent: 设备费占45%…, 资金使用比例为：流片40%…, and a column 占比 with its 合计."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from pipeline.screening.wordings import wordings
from schemas.evidence import Evidence
from schemas.facts import Passage

# 设备费占45%, 银行贷款7800万元，占比30%; not 研发费用占营业收入8%.
_SHARE = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,12})\s*(?:\d[\d,，.]*\s*(?:百万|千万|万|亿|千)?元)?\s*[，,（(]?\s*"
    r"占(?:比|总额|总数|总量|总投资|总投入|总经费|比例)?(?:例)?(?:为|约|的)?\s*(?P<share>\d{1,3}(?:\.\d+)?)\s*[%％]"
)
_MONEY = re.compile(r"费|资金|经费|资本|贷款|自筹|拨款|投入|投资|融资|支出|其[他它]|配套")
# 资金使用比例为：, 股权构成如下：; 合格比例 is a rate, no share
_HEAD = re.compile(
    r"(?P<name>(?:项目|课题|任务)?(?:资金|经费|投资|投入|费用|预算|支出|股权|出资|款项)[\u4e00-\u9fff]{0,6}?"
    r"(?:比例|占比|构成|结构|分布))(?:分别)?(?:[为是]|如下)?\s?[:：]?\s?(?:分别)?(?:为|是)?\s?"
)
_ITEM = re.compile(
    r"\s?[、，,和及]?\s?(?P<what>[^\d，。；;、,%％：:]{1,20}?)(?:占比?|约|为)?\s?(?P<share>\d{1,3}(?:\.\d{1,2})?)\s?[%％]"
)
_REST = re.compile(r"其[他它余]")
_COLUMN = re.compile(r"占|比例|比重|百分比|份额")
_OF_MONEY = re.compile(r"总投[入资]|总经费|总预算|经费|资金|预算|总额|出资|股")
_CELL = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s?[%％]")
_TOTAL = re.compile(r"合\s?计|总\s?计|共\s?计")
# 执行期第一年, 间接费用比例不超过10%, 较上年增长12%: no parts beside the others
_NO_PART = re.compile(r"其中|小计|不[超高低少大小]|较|增长|率|比例|职称|以[上下]|年")
_NESTED = re.compile(r"其中|小计")
_LEAST, _MOST = 3, 30
_BARE = 3  # characters of 占比, 百分比, which say nothing of what it is a share
_BUDGET = "经费比例"  # where the sentence names no amount
_WHOLE, _ROUNDING = 100.0, 0.6  # three shares rounded to whole per cents
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    head: str
    cells: dict[str, str]
    evidence: Evidence


def share_clashes(case: Case) -> Iterator[Clash]:
    """Shares that do not make up their whole, in a sentence or in a column of a table.

    More than a hundred is wrong; less only where 其他 closes the list.
    """
    for passage in case.submission.passages:
        yield from list(_of_money(passage)) or _under_head(passage)
    for rows in _tables(case.submission.passages):
        for column in rows[0].cells:
            if _COLUMN.search(column):
                yield from _in_column(rows, column)


def _of_money(passage: Passage) -> Iterator[Clash]:
    """设备费占45%，人员费占35%，其他费用占30%. Shares of shares (其中) are left alone."""
    for sentence in re.finditer(r"[^。\n]+", passage.text) if passage.text.count("占") >= _LEAST else ():
        shares = list(_SHARE.finditer(sentence.group()))
        if len(shares) < _LEAST or not all(_MONEY.search(share["what"]) for share in shares):
            continue
        total = sum(float(share["share"]) for share in shares)
        closed = any(_REST.search(share["what"]) for share in shares)
        if "其中" not in sentence.group()[shares[0].end() :] and _is_wrong(total, closed):
            name = next((one.name for one in wordings().amounts if re.search(one.pattern, passage.text)), _BUDGET)
            words = sentence.group()[shares[0].start() : shares[-1].end()]
            yield _clash(name, total, narrow(passage.evidence, words))


def _under_head(passage: Passage) -> Iterator[Clash]:
    """资金使用比例为：流片40%、算法研究30%、其他35%."""
    head = _HEAD.search(passage.text)
    while head is not None:
        items = _items(passage.text, head.end())
        total = sum(float(item["share"]) for item in items)
        closed = bool(items) and _REST.search(items[-1]["what"]) is not None
        plain = not any(_NO_PART.search(item["what"]) for item in items)
        if len(items) >= _LEAST and plain and _is_wrong(total, closed):
            found = narrow(passage.evidence, passage.text[items[0].start("what") : items[-1].end()])
            yield _clash(head["name"], total, found)
        head = _HEAD.search(passage.text, items[-1].end() if items else head.end())


def _items(text: str, at: int) -> list[re.Match[str]]:
    """The shares that follow each other, up to those that make up the whole, or to 其他."""
    items: list[re.Match[str]] = []
    total = 0.0
    while (one := _ITEM.match(text, at)) is not None and len(items) < _MOST and _HEAD.search(one.group()) is None:
        items.append(one)
        at, total = one.end(), total + float(one["share"])
        if abs(total - _WHOLE) <= _ROUNDING or _REST.search(one["what"]):
            break
    return items


def _is_wrong(total: float, closed: bool) -> bool:
    return total > _WHOLE + _ROUNDING or (closed and total < _WHOLE - _ROUNDING)


def _in_column(rows: Sequence[_Row], column: str) -> Iterator[Clash]:
    """The parts against the row 合计; without one only shares of money that are too many."""
    cells = [(row, _CELL.fullmatch(row.cells.get(column, "").strip())) for row in rows]
    parts = [float(cell[1]) for row, cell in cells if cell is not None and not _TOTAL.search(row.label)]
    whole = next((float(cell[1]) for row, cell in cells if cell is not None and _TOTAL.search(row.label)), None)
    if whole is None and any(abs(made - _WHOLE) <= _ROUNDING for made in accumulate(parts)):
        return
    if any(_NESTED.search(row.label) for row in rows) or len(parts) + (whole is not None) < _LEAST:
        return
    wrong = abs(sum(parts) - whole) > _ROUNDING if whole is not None else _is_wrong(sum(parts), closed=False)
    told = whole == _WHOLE or (whole is None and _OF_MONEY.search(rows[0].head + column) is not None)
    if (wrong and told) or (whole is not None and whole > _WHOLE + _ROUNDING):
        last = next(row for row, cell in reversed(cells) if cell is not None)
        yield _clash(column if len(column) > _BARE else f"{rows[0].head}{column}", sum(parts), last.evidence)


def _clash(name: str, total: float, found: Evidence) -> Clash:
    text = f"{name}的各项合计为{total:g}%，不等于100%{page_of(found, '申报材料')}，请核实。"
    return Clash(name, text, found, _SURE)


def _tables(passages: Sequence[Passage]) -> Iterator[list[_Row]]:
    """The rows of a table that follow each other, up to its total: 资金来源：企业自筹；占总投入比例：55%."""
    rows: list[_Row] = []
    for row in map(_row, passages):
        if rows and (row is None or row.head != rows[0].head):
            yield rows
            rows = []
        if row is not None:
            rows.append(row)
            if _TOTAL.search(row.label):
                yield rows
                rows = []
    if rows:
        yield rows


def _row(passage: Passage) -> _Row | None:
    cells = [cell.partition("：")[::2] for cell in passage.text.split("；")]
    if len(cells) < 2 or not all(head and value for head, value in cells):
        return None
    return _Row(cells[0][1], cells[0][0], dict(cells), passage.evidence)
