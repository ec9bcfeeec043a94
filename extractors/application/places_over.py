"""Places for seals and signatures in a row of labels whose answers stand below: 牵头单位（盖章） | 填报日期."""

import re

from extractors.text.spans import squeezed
from extractors.values.organisations import is_organisation
from extractors.values.person_names import is_name
from schemas.text import Block, Text

# （待盖章）, （某某公司公章）, 公章待补: what is written in the place of a print or a signature
_WRITTEN = re.compile(
    r"[（(【［\[][^（）()【】［］\[\]\n]{0,30}[章印签][^（）()【】［］\[\]\n]{0,12}[)）】］\]]$"
    r"|^(?:[待未已暂]|尚未|正在)[^，。；\n]{0,8}(?:章|印|签[字名署])|(?:公章|盖章|用印|签字|签名)[^，。；\n]{0,6}(?:待|中|后补)"
)
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,12}(?:[（(][\u4e00-\u9fff]{1,6}[)）])?[:：]?")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,14}[（(](?:单位)?(?:公章|盖章|签章|签字|签名)[)）][:：]?")  # a label of its own
_LONGEST = 60
_OPINION = re.compile(r"[\u4e00-\u9fff（）()、]{2,24}意见(?:[（(][^（）()]{1,16}[）)])?[:：]?")
_UP = 2  # rows


def opinion_over(text: Text, block: Block) -> str:
    """申报单位意见 of 申报单位意见 | 港务局意见 over （公章） | （公章）, or alone in a row above; "" for other cells.

    What stands between says whose the place is, if anybody's.
    """
    rows = text.rows_of(block.table) if block.table is not None else {}
    left = [text.clean[c.start : c.end].strip() for c in rows.get(block.row, []) if c.column < block.column]
    if any(_OPINION.fullmatch(squeezed(words)) for words in left):
        return ""  # 推荐单位意见 | （盖章）
    for above in range(block.row - 1, max(-1, block.row - 1 - _UP), -1):
        filled = [cell for cell in rows.get(above, []) if text.clean[cell.start : cell.end].strip()]
        same = [cell for cell in filled if cell.column <= block.column < cell.column + cell.column_span]
        lone = filled if len(filled) == 1 and filled[0].column == 0 and not any(left) else []
        for cell in same or lone:
            words = squeezed(text.clean[cell.start : cell.end])
            return words.rstrip("：:") if _OPINION.fullmatch(words) else ""
        if filled:
            return ""
    return ""


def written_below(text: Text, block: Block, kind: str) -> str | None:
    """（待盖章） of 牵头单位（盖章） | 填报日期 over （待盖章） | 2027年6月1日; None where nothing there answers.

    The row of the place holds nothing but labels, the row below as many cells of the same columns.
    """
    rows = text.rows_of(block.table) if block.table is not None else {}
    own, below = rows.get(block.row, []), rows.get(block.row + block.row_span, [])
    places = [(cell.column, cell.column_span) for cell in own]
    if not own or places != [(cell.column, cell.column_span) for cell in below]:
        return None
    if not all(_LABEL.fullmatch(squeezed(text.clean[cell.start : cell.end])) for cell in own):
        return None
    answer = next(cell for cell in below if cell.column == block.column)
    said = squeezed(text.clean[answer.start : answer.end])
    if not said or len(said) > _LONGEST or _PLACE.fullmatch(said):
        return None
    named = is_name(said) if kind == "signature" else is_organisation(said)
    return said if named or _WRITTEN.search(said) else None
