"""Columns for signatures or seals (姓名 | 分工 | 签名, 单位 | 盖章 | 日期): the rows whose cell is left empty."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from extractors.text.spans import squeezed
from extractors.values.organisations import is_organisation
from extractors.values.person_names import is_name
from schemas.facts import SealPlace
from schemas.outline import Outline
from schemas.text import Block, Text

_SIGN = re.compile(r"(?:本人|亲笔|手写)?(?:签字|签名|签署)(?:确认)?[处栏]?")
_SEAL = re.compile(r"(?:加盖)?(?:单位)?(?:盖章|公章|用印|签章)[处栏]?")
_OWNER = re.compile(r"姓名|成员|人员|参[与加]人|(?:参[与加]|承担|合作|申报|协作)?(?:单位|机构)(?:名称)?")
_NOBODY = re.compile(r"合计|总计|小计|待[定聘]|空白|暂[无缺]")
# who stands for a unit that the form names itself; no 项目负责人 over the rows of a group
_BY_PART = re.compile(r"(?:牵头|合作|参[与加]|联合|协作|申报|揭榜|承担)(?:单位|企业|方)[一二三四五六七八九\dA-E]{0,2}")
_LEAST_ROWS = 2


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
    asked = [
        (who, cell)
        for row in rows
        if (who := _cell(row, owners[0])) and (cell := _cell(row, at)) and _is_somebody(_words(text, who), kind)
        if _tells_more(text, row, who, cell)
    ]
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


def _is_somebody(words: str, kind: Literal["seal", "signature"]) -> bool:
    """A person of a column to sign, a unit of one to seal; not 学生3名, 合计：2人, 所在部门."""
    if kind == "signature":
        return is_name(words, labelled=True) and _NOBODY.search(words) is None
    return is_organisation(words) or _BY_PART.fullmatch(words) is not None


def _tells_more(text: Text, row: Sequence[Block], who: Block, cell: Block) -> bool:
    """What else the row has is not all empty, as it is of a caption over a group (主要成员)."""
    others = [one for one in row if one is not who and one is not cell]
    return not others or any(_words(text, one) for one in others)


def _cell(row: Sequence[Block], column: int) -> Block | None:
    return next((cell for cell in row if cell.column == column), None)


def _words(text: Text, cell: Block) -> str:
    return squeezed(text.clean[cell.start : cell.end])
