"""Rows of one cell in a form's table: captions, the text under a caption, labels with room below them."""

import re
from collections.abc import Sequence

from extractors.forms.cells.cells import FormCell, GridState
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import (
    asks_for_text,
    could_be_label,
    has_label_shape,
    is_group_label,
    is_marked_label,
    label_core,
)
from extractors.text.spans import squeezed, trimmed
from schemas.text import Text

_INLINE = re.compile(r"(?P<label>[^\n。；;！？：:]{2,24}?)\s*(?:[:：]|\n)")
_SIGNED = re.compile(r"签字|签名|签章|盖章|公章")
# 揭榜单位（盖章）：　　　负责人（签字）：　　年　月　日, squeezed
_PLACES = re.compile(
    r"(?:[\u4e00-\u9fff]{2,14}[（(](?:签字|签名|签章|盖章|公章)[）)][：:]?[_＿]*(?:日期[：:])?(?:[_＿]*年[_＿]*月[_＿]*日)?)+"
)
_HEADS = re.compile(r"(?:信息|情况)$|^(?:合计|小计|总计)$")
_PAIR = 2  # cells of a row; more head a list
_LONGEST_FOOT = 60  # characters of the places to sign


def read_single(text: Text, state: GridState, cell: FormCell, following: Sequence[FormCell]) -> None:
    """A row of one cell: a caption, the text under a caption, 「简介：…」 in one cell, or a label and room below it."""
    caption, state.caption = state.caption, None
    if not cell.words:
        if caption is not None and _asks(caption.words):
            state.fields.append(RawField(caption.span, state.role))
        return
    inline = _INLINE.match(text.clean, cell.block.start, cell.block.end)
    if inline is not None and (
        has_label_shape(inline["label"]) or asks_for_text(inline["label"]) or _is_open(cell, inline, following)
    ):
        label = trimmed(text.clean, inline.start("label"), inline.end("label"))
        state.fields.append(RawField(label, state.role, None, [trimmed(text.clean, inline.end(), cell.block.end)]))
    elif _waits(state, cell, following, caption):
        state.fields.append(RawField(cell.span, state.role))
    elif caption is not None and len(cell.words) > len(caption.words):
        state.fields.append(RawField(caption.span, state.role, None, [cell.span]))
    elif could_be_label(cell.words):
        state.caption = cell
    elif state.fields:
        state.fields[-1].add(cell.span)


def _is_open(cell: FormCell, label: re.Match[str], following: Sequence[FormCell]) -> bool:
    """获奖成果的科学价值： with nothing but room behind it, in its own cell; over a list it is a caption."""
    empty = label.end() >= cell.block.end and cell.words.endswith(("：", ":"))
    return empty and len(following) <= _PAIR and could_be_label(label["label"]) and _SIGNED.search(cell.words) is None


def is_to_sign(row: Sequence[FormCell]) -> bool:
    """The row is for two or more to seal and sign, and has no cell to write a name in."""
    places = sum(len(_SIGNED.findall(cell.words)) for cell in row)
    return places > 1 and all(_PLACES.fullmatch(cell.words) for cell in row)


def is_line_to_sign(words: str) -> bool:
    """揭榜单位（盖章）　　　船长（签字）: a line for two or more to seal and sign."""
    return len(_SIGNED.findall(words)) > 1 and _PLACES.fullmatch(squeezed(words)) is not None


def has_wide_blank(row: Sequence[FormCell], following: Sequence[FormCell] = ()) -> bool:
    """方案概述（不超过1500字） and one empty cell for the rest of its row: a label that no lexicon knows.

    One whose ending is a label's needs no wide cell (船队规模). 任职情况 heads no rows where ``following`` has its
    label and its blank in the same two columns.
    """
    if len(row) != _PAIR or not (_asks(row[0].words) or _go_on(row, following)):
        return False
    return row[1].block.column_span > row[0].block.column_span or has_label_shape(row[0].words)


def _go_on(row: Sequence[FormCell], following: Sequence[FormCell]) -> bool:
    """One pair of a label and its room over another, cut alike."""
    alike = len(following) == _PAIR and all(
        (one.block.column, one.block.column_span) == (below.block.column, below.block.column_span)
        for one, below in zip(row, following, strict=True)
    )
    return alike and not following[1].words and could_be_label(row[0].words) and _asks(following[0].words)


def _asks(words: str) -> bool:
    """The words could be a label, and head no rows: 团队成员名单, not 领衔人情况 nor 合计."""
    core = label_core(words)
    return (
        (could_be_label(words) or is_marked_label(words))
        and _SIGNED.search(words) is None
        and _HEADS.search(core) is None
    )


def _waits(state: GridState, cell: FormCell, following: Sequence[FormCell], caption: FormCell | None) -> bool:
    """总体架构（限1000字） or 交付计划 in one cell with the room to write: no answer stands in the row below.

    That is another label of a text, or who signs, or there is none; above it are fields of the same table.
    """
    if not state.fields or not _asks(cell.words) or is_group_label(cell.words):
        return False
    below = following[0].words if len(following) == 1 else ""
    if is_marked_label(cell.words):
        return len(below) <= len(cell.words) or is_marked_label(below) or _is_foot(below)
    return caption is None and (is_marked_label(below) or _is_foot(below))


def _is_foot(words: str) -> bool:
    return len(words) <= _LONGEST_FOOT and "。" not in words and _SIGNED.search(words) is not None
