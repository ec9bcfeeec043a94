"""Forms that ask (2. 统一社会信用代码？): the question is the label, in lines, in rows, or over its answer."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.forms.cells.cells import FormCell
from extractors.forms.labels.in_lines import labelled
from extractors.forms.labels.layout import RawField
from extractors.text.spans import Span, trimmed
from schemas.outline import Role

_LEAST = 4  # questions of such a form; a text asks one or two
_LONGEST = 60
_QUESTION_AND_ANSWER = 2  # lines
_QUESTION = re.compile(
    r"(?P<number>\s*(?:问\s?|第)?[（(【]?\d{1,2}(?:[)）】]|题?[.．、:：]|题)\s*)?"
    rf"(?P<label>(?:20\d\d(?!\d)|[\u4e00-\u9fff])[^。；\n]{{1,{_LONGEST}}}?)[？?](?:\s*[（(【][^（）()【】\n]{{1,30}}[）)】])?\s*"
)
_ANSWER = re.compile(r"\s*(?:【?答(?:复|案)?】?|回答)\s*[:：]\s*|\s*【答】\s*")


def question_lines(clean: str, spans: Sequence[Span], index: int, role: Role) -> tuple[list[RawField], int]:
    """The fields of the lines from here on, where numbered questions stand among them, and how many lines they are.

    What stands below a question answers it, with 答： before it or without. [] and 0 for other lines.
    """
    if _label(clean, spans[index], numbered=True) is None:
        return [], 0
    labels = [_label(clean, span, numbered=True) for span in spans[index:]]
    if sum(label is not None for label in labels) < _LEAST:
        return [], 0
    end = index + _end(clean, spans[index:], labels)
    found: list[RawField] = []
    for span, label in zip(spans[index:end], labels, strict=False):
        if label is not None:
            found.append(RawField(label, role, None))
        else:
            answer = _ANSWER.match(clean, span.start, span.end)
            found[-1].add(trimmed(clean, answer.end() if answer is not None else span.start, span.end))
    return found, end - index


def _end(clean: str, spans: Sequence[Span], labels: Sequence[Span | None]) -> int:
    """How many lines they are: behind the last answer 项目负责人：某某 is a field of its own."""
    last = max(at for at, label in enumerate(labels) if label is not None)
    behind = range(last + _QUESTION_AND_ANSWER, len(spans))
    return next((at for at in behind if labelled(clean, spans[at].start, spans[at].end, anywhere=False)), len(spans))


def question_cells(clean: str, rows: Sequence[Sequence[FormCell]], role: Role) -> list[RawField]:
    """The fields of a table with such questions, each with its answer behind it or below; [] for other tables."""
    asked = [[_label(clean, cell.span, numbered=False) for cell in row] for row in rows]
    if sum(label is not None for row in asked for label in row) < _LEAST:
        return []
    found: list[RawField] = []
    over = False  # the row above holds nothing but questions
    for index, (row, labels) in enumerate(zip(rows, asked, strict=True)):
        if over:
            over = False
            continue
        below = rows[index + 1] if index + 1 < len(rows) else ()
        told = len(below) == len(row) and not any(asked[index + 1])
        if told and all(labels):
            pairs = zip(labels, below, strict=True)
            found += [RawField(label, role, None, [cell.span]) for label, cell in pairs if label is not None]
            over = True
        else:
            found += _beside(row, labels, role)
    return found


def _beside(row: Sequence[FormCell], labels: Sequence[Span | None], role: Role) -> list[RawField]:
    """1 | 揭榜单位全称？ | 某某: each question with the cell behind it."""
    behind = [*pairwise(zip(row, labels, strict=True)), *([((row[-1], labels[-1]), (None, None))] if row else [])]
    return [
        RawField(label, role, None, [cell.span] if cell is not None and other is None else [])
        for (_, label), (cell, other) in behind
        if label is not None
    ]


def _label(clean: str, span: Span, *, numbered: bool) -> Span | None:
    """The question without its number and its mark; ``numbered``: it must have one."""
    match = _QUESTION.fullmatch(clean, span.start, span.end)
    if match is None or (numbered and match["number"] is None):
        return None
    return Span(match.start("label"), match.end("label"))
