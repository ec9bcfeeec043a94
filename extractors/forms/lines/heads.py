"""Lines of a form that head others: the title of a part, a label above its boxes."""

import re
from collections.abc import Sequence

from extractors.forms.blanks.behind_colons import is_empty
from extractors.forms.labels.in_lines import behind_gap, labelled
from extractors.forms.labels.signed import is_place_to_sign
from extractors.forms.labels.words import (
    ASKS_TEXT,
    asks_for_text,
    could_be_label,
    is_group_label,
    is_known_label,
    is_shared_label,
)
from extractors.text.blanks import RULED
from extractors.text.items import number_at
from extractors.text.marks import BULLET, PART
from extractors.text.spans import Span, trimmed
from extractors.text.ticks import find_options

FRAMES = "【［[〔〖"
_CAPTIONS = f"{FRAMES}（("
# 表2-1, 附表三, 表A.4: the number of a table
_TABLE = r"附?表\s?(?:[A-Z一二三四五六七八九十]{1,2}|\d{1,2})(?:[-—.．]?\d{1,2})?[\s.、：:-]*"
_GROUP_LINE = re.compile(r"[【［\[〔〖（(]?(?P<label>[^【】\[\]［］〔〕〖〗（）()：:]{2,12})[】］\]〕〗）)]?[：:]?")
_NUMBER = re.compile(
    "^(?:" + _TABLE + r"|[（(](?:[A-H]|[一二三四五六七八九十]{1,2}|\d{1,2})[)）]"
    r"|(?:[A-H]|[一二三四五六七八九十]{1,2}|\d{1,2})[、.．])(?=[\u4e00-\u9fff])"
)
_MARK = re.compile(rf"^{BULLET}")  # ■ 项目负责人
_PART = re.compile(rf"{PART}[\s、:：]*")  # 第3栏 项目负责人
_OF_ROWS = re.compile(
    r"(?:情况|信息)[】］\]）)]?[:：]?$"
)  # [单位情况] over two lines of labels, which are no text on it
_NOTE = re.compile(r"(?<=[】］\]〕〗])\s?[（(][^（）()\n]{2,20}[）)]$")  # 【一、单位情况】（证明材料另附）
_UNIT_NOTE = re.compile(r"[（(][^（）()]{0,16}单位\s*[:：][^（）()]{1,6}[）)]")  # （财务状况，单位：万元）
_PART_TITLE = re.compile(
    rf"{PART}[\s、:：]?\s?[^：:，。；\n]{{2,20}}"
    r"|[（(]?[甲乙丙丁戊己庚辛A-H][)）、.．]\s?[^：:，。；\n]{2,20}"
)
TABLE_NUMBER = re.compile("^" + _TABLE)
_TABLE_CAPTION = re.compile(_TABLE + r"[\u4e00-\u9fff][^\s：:。；，]{1,19}")
# 表2-5 技术思路（不超过700字）
_TEXT_CAPTION = re.compile(
    _TABLE + r"(?P<label>[\u4e00-\u9fff][^\s：:。；（()）]{1,19}[（(][^（()）\n]{2,20}[）)])\s?[:：]?"
)
_PERSON = re.compile(r"(?![^\n]*(?:[表书单函册录]|信息|情况|简历|概况|资料|介绍)$)[\u4e00-\u9fff]{2,8}")
_NAME_BELOW = re.compile(r"姓\s{0,4}名\s?[:：]")
_ALONE = re.compile(r"(?P<label>[\u4e00-\u9fff][\u4e00-\u9fff、/（）()\d]{1,19})\s?[:：]\s*")


def is_part_title(clean: str, spans: Sequence[Span], index: int, *, waits: bool) -> bool:
    """（乙）项目基本情况 above a table or a known label; not an item of a long answer (甲、乙双方共享…).

    ``waits``: a label above has no value yet.
    """
    if _PART_TITLE.fullmatch(clean, spans[index].start, spans[index].end) is None:
        return False
    if _PART.match(clean, spans[index].start) is not None and index + 1 < len(spans):
        return is_empty(spans[index + 1].of(clean))
    after = spans[index + 1] if index + 1 < len(spans) else None
    below = labelled(clean, after.start, after.end, anywhere=False) if after is not None else []
    known = bool(below) and is_known_label(below[0][0].of(clean))
    framed = clean[spans[index].start] in "（("
    return known or (after is None and framed and not waits)


def label_over_boxes(clean: str, spans: Sequence[Span], index: int) -> Span | None:
    """所揭榜题： above a line of boxes is a label, whatever it is called."""
    label = _ALONE.match(clean, spans[index].start, spans[index].end)
    if label is None or label.end() < spans[index].end or index + 1 >= len(spans):
        return None
    options = find_options(clean, spans[index + 1].start, spans[index + 1].end)
    heads = bool(options) and options[0].start == spans[index + 1].start
    return Span(label.start("label"), label.end("label")) if heads else None


def label_over_rules(clean: str, spans: Sequence[Span], index: int, told: Sequence[Span]) -> Span | None:
    """预期经济效益 above a line to write on is a label, whatever it is called.

    ``told`` answers the label above: where it has words, those above the next such line may be more of them.
    """
    if index + 1 >= len(spans) or not all(_is_ruled(clean, one) for one in told):
        return None
    span, ruled = spans[index], _is_ruled(clean, spans[index + 1])
    start = number_at(clean, span.start, span.end)[1] if ruled else span.start
    label = trimmed(clean, start, span.end, "：:")
    words = label.of(clean)
    return label if ruled and could_be_label(words) and not re.search(r"[\s_＿：:，]", words) else None


def _is_ruled(clean: str, span: Span) -> bool:
    return RULED.fullmatch(clean, span.start, span.end) is not None


def text_captioned(clean: str, span: Span) -> Span | None:
    """The label in the caption of an empty cell that limits the text in it: 表2-5 技术思路（不超过700字）."""
    match = _TEXT_CAPTION.fullmatch(clean, span.start, span.end)
    asks = match is not None and asks_for_text(match["label"]) and could_be_label(match["label"])
    return Span(*match.span("label")) if match is not None and asks else None


def is_table_caption(clean: str, span: Span) -> bool:
    """表2-4 人员情况: what a table below is called, and no answer to a label above."""
    return _TABLE_CAPTION.fullmatch(clean, span.start, span.end) is not None


def group_named(words: str) -> str:
    """负责人 in a line that says nothing else (项目负责人：, 【负责人】, （二）负责人); empty where it does."""
    plain = _MARK.sub("", re.sub(r"\s", "", words), count=1)
    match = _GROUP_LINE.fullmatch(_NUMBER.sub("", _PART.sub("", plain, count=1)))
    return match["label"] if match is not None and is_group_label(match["label"]) else ""


def is_caption(clean: str, spans: Sequence[Span], index: int, *, blank: bool = False) -> bool:
    """【牵头单位】 over 单位名称：某某, with a label of its own in the line below: what the lines are about.

    In a ``blank`` form nothing need stand behind that label.
    """
    words = _NOTE.sub("", spans[index].of(clean).strip())
    if index + 1 < len(spans) and _UNIT_NOTE.fullmatch(words) is not None:
        return True
    if index + 1 >= len(spans) or words[:1] not in _CAPTIONS or not _GROUP_LINE.fullmatch(words):
        return False
    if clean[spans[index + 1].start] in FRAMES and not is_group_label(words.strip("【】［］[]〔〕〖〗：:")):
        return False  # 【联络员电子信箱】 with nothing behind it, over 【联合单位】某某
    if (
        blank
        and words[-1:] not in "：:"
        and (is_empty(spans[index + 1].of(clean)) or is_place_to_sign(spans[index + 1].of(clean)))
    ):
        return True
    first = _is_answered_line(clean, spans, index + 1)
    heads = ASKS_TEXT.search(words) is None or (
        _OF_ROWS.search(words) is not None and first and _is_answered_line(clean, spans, index + 2, anywhere=True)
    )
    return heads and (first or label_over_boxes(clean, spans, index + 1) is not None)


def _is_answered_line(clean: str, spans: Sequence[Span], index: int, *, anywhere: bool = False) -> bool:
    """单位名称：某某, 单位名称　某某: a known label, or with a colon any one (``anywhere``), and its answer."""
    span = spans[index] if index < len(spans) else Span(0, 0)
    below = labelled(clean, span.start, span.end, anywhere) or behind_gap(clean, span)
    answer = below[0][1].end - below[0][1].start if below else 0
    return answer > 0 and (anywhere or is_known_label(below[0][0].of(clean)))


def group_opened(clean: str, spans: Sequence[Span], index: int) -> str:
    """负责人 on a line of its own, with 姓名：某某 or 姓名 某某 under it; 第3栏 负责人 over 姓名： as well."""
    group = group_named(spans[index].of(clean)) if index + 1 < len(spans) else ""
    if not group:
        return _over_name(clean, spans, index)
    below = labelled(clean, spans[index + 1].start, spans[index + 1].end, anywhere=False)
    if below:
        marked = _PART.match(clean, spans[index].start) is not None or clean[spans[index].start] in FRAMES
        told = below[0][1].end > below[0][1].start or marked  # 〔项目负责人〕 over 姓名： in a blank form
        answered = told and is_shared_label(below[0][0].of(clean))
    else:
        label, value, *_ = [*spans[index + 1].of(clean).split(), "", ""]
        answered = is_shared_label(label) and bool(value) and not is_known_label(value)
    return group if answered else ""


def _over_name(clean: str, spans: Sequence[Span], index: int) -> str:
    """管账的人 or 〔船长〕 over 姓名：, whatever a person is called: a line of a word alone, no title of a form."""
    words = spans[index].of(clean).strip()
    framed = _GROUP_LINE.fullmatch(words) if words[:1] in FRAMES else None
    words = framed["label"] if framed is not None else words
    below = spans[index + 1].of(clean) if index + 1 < len(spans) else ""
    person = _PERSON.fullmatch(words) is not None and not is_known_label(words)
    return words if person and _NAME_BELOW.match(below) is not None and could_be_label(words) else ""
