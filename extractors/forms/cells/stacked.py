"""Cells that hold a label and, on the lines below it, its answer (名称 over 某某公司 in one cell)."""

import re
from collections.abc import Sequence

from extractors.forms.cells.cells import FormCell, GridState
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import (
    asks_for_text,
    could_be_label,
    is_known_label,
    is_person_label,
    is_shared_label,
    label_core,
)
from extractors.text.spans import Span, squeezed, trimmed
from schemas.text import Text

_Pair = tuple[Span, Span]

_LABEL_LINES = 2  # 每年投入本项 / 目时间（月）: a narrow cell cuts its label once
_LONGEST = 16  # characters of a label
# such cells in a row; one alone where it asks for a text (单位简介), or beside a label whose answer is left out, below
# rows of them
_LEAST = 2
_LEAST_OF_FORM = 4  # such cells in a table of an application that no title calls a form
_TEXT = re.compile(r"[\u4e00-\u9fff]{2,8}(?:简介|概况|介绍|概述)")
# 【单位人数】 over 168, or before it; not 【项目负责人】 over 姓名：某某, nor two such labels in one cell
_FRAMED = re.compile(
    r"[【〔〖［](?P<label>[^【】〔〕〖〗［］\n。；]{2,24})[】〕〗］]\s?[:：]?\s*(?P<said>[^【】〔〕〖〗［］\s][^【】〔〕〖〗［］]*)?"
)
_OPENS = re.compile(r"[【〔〖［]")
_LABELLED = re.compile(r"[\u4e00-\u9fff\s]{2,10}[:：]")
_BEFORE_NUMBER = re.compile(r"(?P<label>[\u4e00-\u9fff（）()/]{3,18})(?=[\d.,]+$)")


def read_stacked(text: Text, state: GridState, row: Sequence[FormCell]) -> bool:
    """Takes a row all of whose cells are so; what stands merged before them says whose they are (B项目负责人)."""
    cells = [cell for cell in row if cell.words]
    beside = len(cells) < len(row) and not any("\n" in cell.span.of(text.clean) for cell in cells)
    if not cells or beside or any(mark in cells[-1].words[:_LONGEST] for mark in "：:"):
        return False
    group = None
    merged = len(cells) > 1 and cells[0].block.row_span > 1
    if merged and (is_person_label(cells[0].words) or not _begins(text.clean, cells[0])):
        group, cells = cells[0].words, cells[1:]
    pairs = [_pair(text.clean, cell) for cell in cells]
    known = sum(pair is not None and _is_named(text.clean, pair) for pair in pairs)
    if not known or not all(pair or is_known_label(c.words) for pair, c in zip(pairs, cells, strict=True)):
        return False
    found = [pair for pair in pairs if pair is not None]
    framed = all(_OPENS.match(cell.words) for cell in cells)
    alone = len(cells) == 1 and (framed or _asks_for_text(squeezed(found[0][0].of(text.clean))))
    if len(found) < _LEAST and not alone and not (state.stacked and len(cells) >= _LEAST):
        return False
    state.stacked = True
    for cell, pair in zip(cells, pairs, strict=True):
        label = cell.span if pair is None else pair[0]
        words = squeezed(label.of(text.clean))
        if is_person_label(words):  # 项目负责人 | 职称 | 手机, each over its answer
            group = words
        whose = group if group not in (None, words) and is_shared_label(words) else None
        state.fields.append(RawField(label, state.role, whose, [] if pair is None else [pair[1]]))
    return True


def holds_stacked(clean: str, rows: Sequence[Sequence[FormCell]]) -> bool:
    """Enough of a table's cells begin with a label that is known and have its answer on the lines below."""
    pairs = [_pair(clean, cell) for row in rows for cell in row if "\n" in cell.span.of(clean)]
    return sum(pair is not None and _is_named(clean, pair) for pair in pairs) >= _LEAST_OF_FORM


def _begins(clean: str, cell: FormCell) -> bool:
    """The cell is a label, or begins with one."""
    pair = _pair(clean, cell)
    return is_known_label(cell.words) or (pair is not None and _is_label(pair[0].of(clean)))


def _pair(clean: str, cell: FormCell) -> _Pair | None:
    """The label and what stands below, None for a cell that is one of the two."""
    if is_known_label(cell.words):
        return None
    span = trimmed(clean, cell.block.start, cell.block.end)
    return _framed(clean, span) if _OPENS.match(cell.words) else _below(clean, span) or _run_on(clean, span)


def _framed(clean: str, span: Span) -> _Pair | None:
    """【职务职称】 and its answer: whatever stands in a frame at the head of a cell is its label."""
    match = _FRAMED.fullmatch(clean, span.start, span.end)
    if match is None or match["said"] is None:
        return None
    label = trimmed(clean, match.start("label"), match.end("label"))
    if _LABELLED.match(match["said"]) and not _asks_for_text(squeezed(label.of(clean))):
        return None
    return (label, trimmed(clean, match.start("said"), span.end)) if could_be_label(squeezed(label.of(clean))) else None


def _is_named(clean: str, pair: _Pair) -> bool:
    """Its label is known, or framed."""
    at = pair[0].start - 1
    return _is_label(pair[0].of(clean)) or (at >= 0 and _OPENS.match(clean, at) is not None)


def _below(clean: str, span: Span) -> _Pair | None:
    """Its first line or two are a label."""
    first = None
    at = span.start
    for _ in range(_LABEL_LINES):
        at = clean.find("\n", at + 1, span.end)
        if at < 0:
            break
        pair = trimmed(clean, span.start, at), trimmed(clean, at, span.end)
        if is_known_label(squeezed(pair[1].of(clean))):
            return None
        words = squeezed(pair[0].of(clean))
        if _is_label(words):
            return pair
        first = first or (pair if could_be_label(words) else None)
    return first


def _run_on(clean: str, span: Span) -> _Pair | None:
    """手机13900000000, which the reader of a PDF joined: the longest label it begins with, and the rest."""
    for at in range(min(span.end - 1, span.start + _LONGEST), span.start + 1, -1):
        if is_known_label(squeezed(clean[span.start : at])):
            rest = squeezed(clean[at : span.end])
            return None if is_known_label(rest) or is_shared_label(rest) else (Span(span.start, at), Span(at, span.end))
    number = _BEFORE_NUMBER.match(clean, span.start, span.end)
    return (Span(span.start, number.end()), Span(number.end(), span.end)) if number is not None else None


def _is_label(words: str) -> bool:
    plain = squeezed(words)
    return is_known_label(plain) or is_known_label(label_core(plain)) or _asks_for_text(plain)


def _asks_for_text(words: str) -> bool:
    return asks_for_text(words) or _TEXT.fullmatch(words) is not None
