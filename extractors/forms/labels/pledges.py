"""The commitment inside a form (单位承诺 | 本单位承诺所填信息真实…（盖章） 2026年5月20日): a cell, no letter."""

import re

from extractors.forms.labels.words import label_core
from extractors.text.spans import Span
from schemas.text import Block, Grid, Text

_LABEL = re.compile(r"[\u4e00-\u9fff（）()]{0,14}(?:承诺|声明)(?:书|事项|意见|内容|栏)?")
_OPENING = re.compile(
    r"(?:[\u4e00-\u9fff]{0,10}(?:承诺|声明)(?:书|事项)?[:：]?\s*\n"
    r"|(?:本|我)(?:单位|公司|企业|人|院|所|校|团队)[^。；\n]{0,12}(?:承诺|保证|声明))"
)
_SIGNING = re.compile(r"签字|签名|签章|盖章|公章|日期|时间|20\d\d\s*[年.\-/]\s*\d{1,2}")
_TRUTH = re.compile(r"真实|属实|虚假|以上|所填")
_LONGEST_SIGNING = 80
_LONGEST_LABEL = 20


def find_pledges(text: Text) -> list[tuple[Span, Span]]:
    """For each such cell its label (or its beginning) and its words, with the cells to sign and to date behind it."""
    return [found for grid in text.tables for found in _in_table(text, grid)]


def _in_table(text: Text, grid: Grid) -> list[tuple[Span, Span]]:
    cells = [text.blocks[index] for index in grid.cells]
    found = []
    for place, cell in enumerate(cells):
        words = text.clean[cell.start : cell.end]
        label = _label(text, cells, place)
        if len(words) <= _LONGEST_LABEL:
            continue
        end = _end(text, cells, place)
        if label is not None or _is_pledge(words, text.clean[cell.start : end]):
            found.append((label or Span(cell.start, cell.start), Span(cell.start, end)))
    return found


def _is_pledge(words: str, signed: str) -> bool:
    """Without a label it is the truth that is pledged, and there is a place to sign: 本单位承诺两年内量产 is a plan."""
    return _OPENING.match(words) is not None and None not in (_TRUTH.search(words), _SIGNING.search(signed))


def _label(text: Text, cells: list[Block], place: int) -> Span | None:
    """The cell at the left, or the title across the table above, where it says 承诺 or 声明."""
    before = cells[place - 1] if place else None
    if before is None or not (before.row == cells[place].row or before.row_span > 1 or cells[place].column == 0):
        return None
    core = label_core(text.clean[before.start : before.end])
    return Span(before.start, before.end) if _LABEL.fullmatch(core) and len(core) <= _LONGEST_LABEL else None


def _end(text: Text, cells: list[Block], place: int) -> int:
    end = cells[place].end
    for cell in cells[place + 1 :]:
        words = text.clean[cell.start : cell.end]
        if len(words) > _LONGEST_SIGNING or (words.strip() and not _SIGNING.search(words)):
            break
        end = cell.end
    return end
