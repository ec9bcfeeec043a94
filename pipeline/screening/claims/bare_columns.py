"""Rows whose cells are parted by one blank only, as text copied out of a page has them.

考核项 榜单值 承诺值 完成时点 over 通信时延 低于20毫秒 空载不高于15毫秒，忙时不高于40毫秒 2027年9月.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.values.quantities import find_quantities
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.claims.compare import canonical_pair, reaches
from pipeline.screening.claims.metrics import share
from pipeline.screening.claims.named_values import as_claim
from pipeline.screening.claims.other_cases import poorer_pieces
from pipeline.screening.claims.unread_promises import promising_passages
from schemas.evidence import Evidence
from schemas.facts import Target

_ASKED = re.compile(
    r"^(?:榜单|通知|指南|任务书?)(?:中?的?)(?:值|要求|指标值?|数值|规定)$|^(?:要求值?|指标要求|考核要求|规定值)$"
)
_PROMISED = re.compile(r"承诺|^目标值$|^(?:本项目|我方|申报|响应|应答|拟达到?|预期)[\u4e00-\u9fff]{0,5}$")
_FEWEST, _MOST = 3, 10  # cells of a head
_LONGEST = 240  # characters of a row
_NAMED = 0.6  # of the metric's pairs of characters, where the call's own value stands behind them
_CLOSED = re.compile(
    r"(?:[\d%％‰）)。；;]|以[上内下]|[A-Za-z℃Ω/²³]|公里|[毫微千]?[米秒克升瓦伏安]|小时|分钟|天|年|月|元|个|台|套|家|项|件)$"
)


@dataclass(frozen=True, slots=True)
class Promised:
    """What such a row says behind the call's value, with the figure that is held to; none where it has no figure."""

    whole: Evidence
    claim: Target | None


@dataclass(frozen=True, slots=True)
class _Row:
    evidence: Evidence
    lines: tuple[tuple[str, ...], ...]
    asked: int
    promised: int


def beside_call(case: Case, required: Target) -> Promised | None:
    """The row that names the metric and repeats what the call asks of it; None where no row does."""
    for row in _rows(case):
        cells = row.lines[0]
        name = "".join(cells[: row.asked])
        asked = next(iter(find_quantities(cells[row.asked])), None)
        if asked is None or share(required.metric, name) < _NAMED:
            continue
        pair = canonical_pair(required, as_claim(asked, required, row.evidence))
        if pair is None or pair[0] != pair[1]:
            continue
        said = _whole(row)
        at = narrow(row.evidence, cells[row.promised])
        told = [as_claim(one, required, at) for one in find_quantities(said)]
        own = [one for one in told if canonical_pair(required, one) is not None]
        if not own:
            return Promised(row.evidence, None)
        claim = next((one for one in own if reaches(required, one)), own[0])
        poorer = next(iter(poorer_pieces(required, claim, said)), None)
        held = as_claim(poorer[1], required, at) if poorer is not None else claim
        return Promised(row.evidence, held)
    return None


def _rows(case: Case) -> Sequence[_Row]:
    """Found once: each indicator asks."""
    return case.once("rows of bare columns", lambda: [*_found(case)])


def _found(case: Case) -> Sequence[_Row]:
    rows: list[_Row] = []
    head: tuple[int, int, int] | None = None
    path: tuple[str, ...] = ()
    for passage in promising_passages(case):
        words = passage.evidence.text
        if passage.path != path:
            head, path = None, passage.path
        if len(words) > _LONGEST or "\t" in words or "|" in words:
            continue
        for line in words.split("\n"):
            cells = tuple(line.split())
            if (found := _head(cells)) is not None:
                head = found
            elif head is not None and len(cells) == head[2]:
                rows.append(_Row(passage.evidence, (cells,), head[0], head[1]))
            elif head is not None and rows and len(rows[-1].lines) == 1 and len(cells) < head[2]:
                last = rows[-1]
                rows[-1] = _Row(last.evidence, (*last.lines, cells), last.asked, last.promised)
    return rows


def _head(cells: tuple[str, ...]) -> tuple[int, int, int] | None:
    """Where the call's value and the promise stand, and how many columns there are."""
    if not _FEWEST <= len(cells) <= _MOST:
        return None
    asked = [at for at, cell in enumerate(cells) if _ASKED.search(cell)]
    promised = [at for at, cell in enumerate(cells) if _PROMISED.search(cell)]
    return (asked[0], promised[0], len(cells)) if len(asked) == len(promised) == 1 and asked[0] > 0 else None


def _whole(row: _Row) -> str:
    """The promise with what the line below goes on with, where it breaks off: 晴好白天96%，夜 over 间和雨雾天85%."""
    said = row.lines[0][row.promised]
    below = row.lines[1] if len(row.lines) > 1 else ()
    goes_on = len(below) > 2 and not _CLOSED.search(said)  # the name above it, and a cell behind
    return said + below[1] if goes_on else said
