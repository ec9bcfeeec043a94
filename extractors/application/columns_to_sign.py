"""Columns for signatures or seals (姓名 | 分工 | 签名, 单位 | 盖章 | 日期): the rows whose cell is left empty."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from extractors.text.spans import squeezed
from schemas.facts import SealPlace
from schemas.outline import Outline
from schemas.text import Block, Text

_SIGN = re.compile(r"(?:本人|亲笔|手写)?(?:签字|签名|签署)(?:确认)?[处栏]?")
_SEAL = re.compile(r"(?:加盖)?(?:单位)?(?:盖章|公章|用印|签章)[处栏]?")
_OWNER = re.compile(r"姓名|成员|人员|参[与加]人|(?:参[与加]|承担|合作|申报|协作)?(?:单位|机构)(?:名称)?")
_NOBODY = re.compile(r"合计|总计|小计|[/—…-]+|")
_LEAST_ROWS, _LONGEST_NAME = 2, 30


def left_open_in_columns(text: Text, outline: Outline) -> list[SealPlace]:
    """The rows that nobody signed or sealed where others of the same column did; ``filled`` is False.

    The evidence is the row's own name. None where the document has pictures, one of which may be the signature.
    """
    if text.document.pictures or any(line.confidence is not None for line in text.document.lines):
        return []
    return [place for number in range(len(text.tables)) for place in _left_open(text, outline, number)]


def _left_open(text: Text, outline: Outline, number: int) -> Iterator[SealPlace]:
    head, *rows = text.rows_of(number).values() or [[]]
    column = next(((cell.column, kind) for cell in head if (kind := _kind(_words(text, cell))) is not None), None)
    owners = [cell.column for cell in head if _OWNER.fullmatch(_words(text, cell))]
    if column is None or not owners:
        return
    at, kind = column
    asked = [(who, cell) for who, cell in ((_cell(row, owners[0]), _cell(row, at)) for row in rows) if who and cell]
    asked = [(who, cell) for who, cell in asked if _is_somebody(_words(text, who))]
    if len(asked) < _LEAST_ROWS or not any(_words(text, cell) for _, cell in asked):
        return
    for who, cell in asked:
        if not _words(text, cell):
            yield SealPlace(
                name=_words(text, who) + ("公章" if kind == "seal" else "签字"),
                kind=kind,
                role=outline.division_at(who.start).role,
                filled=False,
                evidence=text.evidence(who.start, who.end),
            )


def _kind(head: str) -> Literal["seal", "signature"] | None:
    return "signature" if _SIGN.fullmatch(head) else "seal" if _SEAL.fullmatch(head) else None


def _is_somebody(words: str) -> bool:
    return len(words) <= _LONGEST_NAME and _NOBODY.fullmatch(words) is None


def _cell(row: Sequence[Block], column: int) -> Block | None:
    return next((cell for cell in row if cell.column == column), None)


def _words(text: Text, cell: Block) -> str:
    return squeezed(text.clean[cell.start : cell.end])
