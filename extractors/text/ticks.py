"""Boxes to tick (勾选框): which options stand in a stretch of text, and which are ticked."""

import re
from dataclasses import dataclass

from extractors.text.marks import COUNT
from extractors.text.notice_words import alternation
from extractors.text.spans import trimmed

# Drawn ticked: crossed, filled, a tick alone, and Wingdings in the private use area (R, S, þ, ý).
_TICKED = "☑☒■√✓✔✅▣⊠●◉\U0001f5f9\U0001f5f7\U0001f5f8\uf052\uf053\uf0fe\uf0fd\uf0fc"
_EMPTY = "□☐○◯▢◻⬜囗\uf0a8\uf06f\uf0a3\uf071"
_TICK = "√✓✔☑■●"
_BOX = re.compile(
    rf"(?P<ticked>[□☐]\s?[√✓✔]|[（(]\s*[{_TICK}]\s*[)）]|[\[［【]\s*[{_TICK}xXvV]\s*[\]］】]|[{_TICKED}])"
    rf"|(?P<empty>[{_EMPTY}]|[（(]\s*[)）]|[\[［【]\s*[\]］】])"
)
# A Wingdings tick that lost its font is a literal R before a Chinese word; only beside other boxes.
_LOST = re.compile(r"(?<![A-Za-z0-9])R(?=[\u4e00-\u9fff])")
# 方向3：…, 任务二：…: an option that tells its number; in a row of boxes it begins a new option though it has no box.
_NUMBERED = rf"(?:{alternation('direction_words')}|任务)\s?{COUNT}\s?[:：]"
_STOP = re.compile(rf"[\n\t]|\s+(?=其[他它])|(?<=[\u4e00-\u9fff])\s{{2,}}|(?<=\S)\s?(?={_NUMBERED})")
_BOXLESS = re.compile(rf"{_NUMBERED}\s?(?:(?!{_NUMBERED})[^\n\t。；;]){{1,50}}")
# （√）6.某某, （√）方向4某某 alone in its line
_LISTED = re.compile(
    rf"[（(]\s*(?:[√✓✔☑■●]\s*)?[)）]\s?(?:\d{{1,2}}\s?[.．、:：]|{alternation('direction_words')}\s?{COUNT})"
)
_OTHER = re.compile(r"其[他它]\s?(?:[（(][^（）()\n]{0,12}[)）])?\s?[:：]?[^\n。]{0,12}")
_LEAD = re.compile(r"[:：]|(?:性质|类型|类别|形式|方式|种类|领域|规模|级别|情况|属性)$")
_TICKS_ALONE = frozenset("√✓✔")
# A word of Chinese characters and figures, as options are; 3√2 is none.
_WORD = re.compile(
    r"\s?(?P<word>(?:[（(][一二三四五六七八九十\d]{1,2}[)）])?[\u4e00-\u9fff][^\s。；;，,√✓✔]{0,30})(?=[\s；;，,√✓✔]|$)"
)
_LAST_WORD = re.compile(r"(?<![^\s；;，,])(?P<word>[\u4e00-\u9fff][^\s。；;，,√✓✔（(]{0,30})$")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Option:
    """One option: ``start`` at its box, its words ``label_start:label_end``; half-open offsets into the text."""

    ticked: bool
    start: int
    label_start: int
    label_end: int


@dataclass(frozen=True, slots=True)
class _Box:
    ticked: bool
    start: int
    end: int


def find_options(clean: str, start: int, end: int) -> list[Option]:
    """The options in ``clean[start:end]``, in order; [] where the marks are bullets or brackets of running text."""
    boxes = [_Box(m.lastgroup == "ticked", m.start(), m.end()) for m in _BOX.finditer(clean, start, end)]
    if any(not box.ticked for box in boxes):
        boxes += [_Box(True, m.start(), m.end()) for m in _LOST.finditer(clean, start, end)]
        boxes.sort(key=lambda box: box.start)
    if not boxes:
        return []
    if all(clean[box.start : box.end] in _TICKS_ALONE for box in boxes):
        return _alone(clean, start, end, boxes)
    if _stand_behind(clean, start, end, boxes):
        found = _before(clean, start, boxes)
        return found if _are_options(clean, found, boxes) else []
    found = _behind(clean, end, boxes)
    return _with_lost(clean, start, end, boxes, found) if _are_options(clean, found, boxes) else []


def _with_lost(clean: str, start: int, end: int, boxes: list[_Box], found: list[Option]) -> list[Option]:
    """The one numbered option without a box among empty boxes is the ticked one: its sign got lost with its font."""
    if len(found) < 2 or any(option.ticked for option in found):
        return found
    edges = [start, *(option.label_end for option in found)]
    stops = [boxes[0].start, *(option.start for option in found[1:]), end]
    gaps = zip(edges, stops, strict=True)
    lost = [m for edge, stop in gaps if edge < stop for m in _BOXLESS.finditer(clean, edge, stop)]
    if len(lost) != 1:
        return found
    words = trimmed(clean, lost[0].start(), lost[0].end(), "；;、，,")
    return sorted([*found, Option(True, words.start, words.start, words.end)], key=lambda option: option.start)


def _alone(clean: str, start: int, end: int, boxes: list[_Box]) -> list[Option]:
    """√民营企业 国有企业, or 国有企业 民营企业√: a tick without empty boxes belongs to the word that it touches."""
    found = []
    for box in boxes:
        behind = _WORD.match(clean, box.end, end)
        before = next((m for m in _LAST_WORD.finditer(clean, max(start, box.start - _LONGEST), box.start)), None)
        closes = box.end == end or clean[box.end] in " \u3000\t\n；;、"
        word = before if before is not None and closes else behind
        if word is None:
            return []
        found.append(Option(True, min(box.start, word.start("word")), word.start("word"), word.end("word")))
    return found


def _are_options(clean: str, options: list[Option], boxes: list[_Box]) -> bool:
    """Short words behind every box; a lone filled dot or a tick in a sentence is none."""
    if not options or any("。" in clean[o.label_start : o.label_end] for o in options):
        return False
    if any(o.label_end - o.label_start > _LONGEST for o in options):
        return False
    return len(boxes) > 1 or clean[boxes[0].start] not in "●○√（(" or _LISTED.match(clean, boxes[0].start) is not None


def _stand_behind(clean: str, start: int, end: int, boxes: list[_Box]) -> bool:
    """是□ 否☑: the words come before their box, and no word is left behind the last one but 其他：."""
    first = trimmed(clean, start, boxes[0].start)
    if first.end == first.start:
        return False
    left = clean[boxes[-1].end : end].strip()
    apart = any(clean[box.start - 1].isspace() for box in boxes) or _LEAD.search(clean[first.start : first.end])
    return not left or (_OTHER.fullmatch(left) is not None and not apart)


def _behind(clean: str, end: int, boxes: list[_Box]) -> list[Option]:
    found = []
    for index, box in enumerate(boxes):
        stop = boxes[index + 1].start if index + 1 < len(boxes) else end
        lead = trimmed(clean, box.end, stop).start
        cut = _STOP.search(clean, min(lead + 1, stop), stop)
        label = trimmed(clean, box.end, cut.start() if cut else stop, "；;、，,")
        if label.end > label.start:
            found.append(Option(box.ticked, box.start, label.start, label.end))
    return found


def _before(clean: str, start: int, boxes: list[_Box]) -> list[Option]:
    found = []
    for index, box in enumerate(boxes):
        label = trimmed(clean, boxes[index - 1].end if index else start, box.start, "；;、，,")
        if label.end > label.start:
            found.append(Option(box.ticked, label.start, label.start, label.end))
    return found
