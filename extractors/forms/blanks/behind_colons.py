"""Lines of a blank form that wait: labels with a colon and nothing behind them, or over a line to write on."""

import re
from collections.abc import Sequence

from extractors.forms.blanks.drawn_rooms import has_drawn_room
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.signed import is_place_to_sign
from extractors.forms.labels.words import (
    ASKS_TEXT,
    asks_for_text,
    could_be_label,
    has_label_shape,
    is_known_label,
    is_marked_label,
)
from extractors.text.marks import PART
from extractors.text.spans import Span, trimmed
from schemas.outline import Role

# 101 任务代码：, 2-1 手机：, （3）姓名, ①姓名: a number or a code before a label
NUMBER = (
    r"(?:[A-Z]{0,2}-?\d{1,4}(?:[-－.]\d{1,2}){0,2}[.．、)）\]】]?\s*|[（(【\[]\d{1,3}[)）】\]]\s*|[①-⑳]\s*"
    r"|[（(]?[一二三四五六七八九十]{1,3}[)）、.．]\s*)"
)
_LABEL = r"[\u4e00-\u9fff][^。；;！？!?：:\n]{1,40}"
# ______, 【　　】艘, （　　）, 　年　月　日, and how long the answer may be
_BLANK = (
    r"[\s_＿]*(?:[（(【〔\[][\s_＿]*[】）)〕\]]|[【（(][^【】（）()：:\n]{0,12}\d个?字[^【】（）()：:\n]{0,6}[】）)])?"
    r"\s?(?:[百千]?[万亿]?元|[人名个项件家台套篇艘座亩％%]|年[\s_＿]*月[\s_＿]*日?)?\s*"
)
_EMPTY = re.compile(rf"{NUMBER}?(?P<label>{_LABEL})[:：]{_BLANK}(?:{_LABEL}[:：]{_BLANK})*")
_LINED = re.compile(rf"{NUMBER}?(?P<label>[\u4e00-\u9fff][^。；;，！？：:_＿…\n]{{1,30}}?)\s*[_＿…]{{3}}.*")
_NUMBERED = re.compile(rf"{NUMBER}(?P<label>{_LABEL})")
_RULED = re.compile(r"\s*(?:[_＿]{2}|…{4})[^\n]{0,200}")
_ROOM = re.compile(r"[\s_＿…]{4,}")
_OVER_RULE = re.compile(rf"{NUMBER}?(?P<label>{_LABEL}?)\s*[:：]?\s*")
_COLONS = re.compile(r"[:：]|[_＿…]{3,200}")
_SUM = re.compile(r"[（(][百千]?[万亿]?元[）)]$")
_PLACE = re.compile(r"地址|住所")  # texts of a line
# 第3栏 项目负责人: what a part of the form is about
_PART = re.compile(rf"{PART}[\s、:：]*[\u4e00-\u9fff]{{2,14}}")
_FRAMED = re.compile(r"[【〖［\[〔『「〈][\u4e00-\u9fff、]{1,12}[】〗］\]〕』」〉]")  # 【项目】 over labels
_SIGNED = re.compile(r"签字|签名|签章|盖章|公章")
_LONGEST_FOOT = 40  # characters of a line to sign on
_LEAST, _SHARE = 5, 0.5
_LEAST_EMPTY, _MOST_EMPTY = 4, 0.8


def is_empty(line: str) -> bool:
    """搭档单位：, a label that waits for its answer."""
    match = _EMPTY.fullmatch(line)
    return match is not None and could_be_label(match["label"])


def is_room(line: str) -> bool:
    """A line to write on, with nothing on it."""
    return _ROOM.fullmatch(line) is not None


def are_empty(clean: str, spans: Sequence[Span]) -> bool:
    """A blank form in lines: nearly all are labels with nothing behind them, and some of these are known."""
    lines = [line for span in spans if not _is_beside(line := span.of(clean))]
    known = sum(is_known_label(match["label"]) for line in lines if (match := _EMPTY.fullmatch(line)) is not None)
    empty = sum(map(is_empty, lines))
    return empty >= max(_LEAST_EMPTY, _MOST_EMPTY * len(lines)) and known > 1


def asks_in_lines(lines: Sequence[str]) -> bool:
    """The lines under 某某申报书 are a blank form: labels with a colon, over lines to write on, or with numbers.

    Numbers open the chapters of a text as well: of these labels most ask for a short answer (单位名称, 手机).
    """
    counted = waiting = 0
    for index, line in enumerate(lines):
        if _ROOM.fullmatch(line) or (_is_beside(line) and not has_drawn_room(line)):
            continue
        below = lines[index + 1] if index + 1 < len(lines) else ""
        ruled = _ROOM.fullmatch(below) is not None and could_be_label(line)
        # several in a line count each: 名称：　　地址：
        several = max(1, len(_COLONS.findall(line))) if is_empty(line) or _is_lined(line) else 1
        counted += several
        waits = is_empty(line) or _is_lined(line) or _asks_short(line) or has_drawn_room(line) or ruled
        waiting += several if waits else 0
    return waiting >= max(_LEAST, _SHARE * counted)


def asks_for_texts(lines: Sequence[str]) -> bool:
    """项目摘要（不超过400字）： among the labels, which no cover has."""
    empty = (match["label"] for line in lines if (match := _EMPTY.fullmatch(line)) is not None)
    return any(map(is_marked_label, empty))


def _is_beside(line: str) -> bool:
    """Who signs, and the name of a part: neither a label nor against labels."""
    signs = len(line) <= _LONGEST_FOOT and _SIGNED.search(line) is not None
    names = _PART.fullmatch(line) is not None or _FRAMED.fullmatch(line) is not None
    return signs or names or is_place_to_sign(line)


def _is_lined(line: str) -> bool:
    """船队规模________: a label before a line to write on, where no sentence ends."""
    match = _LINED.fullmatch(line)
    return match is not None and could_be_label(match["label"]) and not line.rstrip().endswith(("。", "；"))


def _asks_short(line: str) -> bool:
    match = _NUMBERED.fullmatch(line)
    label = match["label"].strip() if match is not None else ""
    known = is_known_label(label) or _SUM.search(label) is not None
    return known and ASKS_TEXT.search(_PLACE.sub("", label)) is None and not asks_for_text(label)


def over_rules(clean: str, spans: Sequence[Span], index: int, role: Role) -> tuple[list[RawField], int]:
    """单位名称 over ______: the fields from here on, and how many lines they are.

    Where one follows the other the label may be any; a lone line above one to write on may be an answer's last.
    """
    found: list[RawField] = []
    at = index
    while at + 1 < len(spans) and _RULED.fullmatch(spans[at + 1].of(clean)):
        match = _OVER_RULE.fullmatch(clean, spans[at].start, spans[at].end)
        if match is None or not could_be_label(match["label"]) or _SIGNED.search(match["label"]):
            break
        label = trimmed(clean, match.start("label"), match.end("label"))
        at += 1
        values = []
        while at < len(spans) and _RULED.fullmatch(spans[at].of(clean)):
            values.append(spans[at])
            at += 1
        found.append(RawField(label, role, None, values))
    first = found[0].label.of(clean) if found else ""
    alone = len(found) == 1 and not (has_label_shape(first) or is_marked_label(first))
    return ([], 0) if alone else (found, at - index)
