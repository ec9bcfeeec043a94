"""What stands in a form's field: a value, ticked options, the template's guidance, or nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.forms.labels.words import ordered
from extractors.text.spans import Span, squeezed, trimmed
from extractors.text.ticks import Option, find_options

# （加盖单位公章） behind a name is what the cover asks for, not a part of the name.
_SEAL = re.compile(r"\s*[（(]\s*(?:请?加?盖)?[^（）()]{0,8}(?:公章|盖章|签章|印章|签字|章)[^（）()]{0,4}[）)]?\s*$")
_OPEN_SEAL = re.compile(r"\s*[（(]\s*加?盖[^（）()]{0,10}$")
# Blanks to write on: lines, dots, and the characters of a date without figures.
_BLANK = re.compile(
    r"[\s_＿﹍…\.·—\-/／年月日时分秒]*|[xX×*]{2,}"
    r"|[\s_＿]*(?:[百千]?[万亿]?元|[人名个项件家台套篇艘座亩％%])\s*"  # ____艘
    r"|[（(【〔\[][\s_＿]*[】）)〕\]]\s?[人名个项件家台套篇艘座亩％%]?"
)
_LIMIT = re.compile(r"(?:不超过|不得超过|控制在|限|不少于|不多于|至多)\s*\d+\s*(?:个?字|页)|\d+\s*字(?:以内|左右|以下)")
_HINT = re.compile(
    r"[（(][^（）()]*(?:提供证明|不超过|字以内|如实|请|填写|限\d|全称|注明)[^（）()]*[）)]|【[^【】]*(?:不超过|字以内|限\d)[^【】]*】"
)
_ASKS = re.compile(r"(?:等(?:基本)?情况|等|情况|内容|说明|填写|材料|一致|全称|名称|即可|为准)$")
_OTHER = re.compile(r"其[他它](?:[（(][^（）()]*[）)])?\s*[:：]\s*(?P<said>[^\n\t□☐]+)")
# 2025年 月 日, 2025年3月 日, 2025年: the day is still to be written; 1958年 is when something was founded.
_NO_DAY = re.compile(r"(?:\d{4}|[〇零○一二三四五六七八九]{4})\s*年[\s_]*\d{0,2}[\s_]*月[\s_]*日|20[2-9]\d\s*年")
# A stroke says that there is nothing to say, as 无 does; a longer line is one to write on.
_NOTHING = re.compile(r"\s*[/／—\-–]{1,2}\s*")
_LONGEST_GUIDANCE = 260
_LONGEST_ROW = 400  # characters of options that stand in cells of their own


@dataclass(frozen=True, slots=True)
class Value:
    """``said`` None where nothing is filled in; ``span`` of it; ``options`` as printed without their boxes."""

    said: str | tuple[str, ...] | None
    span: Span | None = None
    options: tuple[str, ...] = ()
    guidance: str | None = None


def read_value(clean: str, spans: Sequence[Span]) -> Value:
    """The value in these stretches of one field, in order."""
    options = [option for span in _joining(clean, spans) for option in find_options(clean, span.start, span.end)]
    if options:
        return _chosen(clean, spans, options)
    filled = [span for span in (without_seal(clean, span) for span in spans) if not is_blank(span.of(clean))]
    if not filled:
        return Value(None)
    words = _joined(clean, filled)
    if is_guidance(words):
        return Value(None, guidance=squeezed(words.replace("\n", " ")))
    return Value(words, Span(filled[0].start, filled[-1].end))


def _joining(clean: str, spans: Sequence[Span]) -> Sequence[Span]:
    """□甲 | √乙 | □丙, each in a cell of its own: one stretch, since only the others' boxes show what the tick is."""
    apart = any(clean[one.end : other.start].strip() for one, other in pairwise(spans))
    joined = len(spans) > 1 and not apart and 0 < spans[-1].end - spans[0].start <= _LONGEST_ROW
    return [Span(spans[0].start, spans[-1].end)] if joined else spans


def is_blank(words: str) -> bool:
    """Nothing but lines to write on and the frame of a date; 2025年 月 日 too."""
    if _NOTHING.fullmatch(words):
        return False
    return _BLANK.fullmatch(words) is not None or _NO_DAY.fullmatch(words.strip()) is not None


def is_guidance(words: str) -> bool:
    """The template's instruction: how to fill in, with a limit or with 「包括…等情况」."""
    plain = re.sub(r"\s+", "", words)
    if len(plain) > _LONGEST_GUIDANCE:
        return False
    bare = _HINT.sub("", plain).strip("。；;，,、 ")
    starts = bare.startswith(ordered("guidance_starts"))
    if not bare or (starts and (_LIMIT.search(plain) or _ASKS.search(bare))):
        return True
    return plain != _HINT.sub("", plain) and len(bare) <= 12 and starts


def without_seal(clean: str, span: Span) -> Span:
    """The span without （加盖单位公章） at its end and without lines to write on around it."""
    words = span.of(clean)
    for pattern in (_SEAL, _OPEN_SEAL):
        if (match := pattern.search(words)) is not None:
            words = words[: match.start()]
    found = trimmed(clean, span.start, span.start + len(words), "_＿")
    return found if found.end > found.start else Span(span.start, span.start)


def _chosen(clean: str, spans: Sequence[Span], options: list[Option]) -> Value:
    names = tuple(squeezed(clean[o.label_start : o.label_end]) for o in options)
    ticked = [(option, name) for option, name in zip(options, names, strict=True) if option.ticked]
    if ticked:
        said = tuple(name for _, name in ticked)
        span = Span(ticked[0][0].start, ticked[-1][0].label_end)
        return Value(said[0] if len(said) == 1 else said, span, names)
    for stretch in spans:
        other = _OTHER.search(clean, stretch.start, stretch.end)
        if other is not None and not is_blank(other.group("said")):
            return Value(squeezed(other.group()), Span(other.start(), other.end()), names)
    return Value(None, None, names)


def _joined(clean: str, spans: Sequence[Span]) -> str:
    parts = [span.of(clean).strip() for span in spans]
    words = "\n".join(parts)
    if "@" in words and not re.search(r"[\u4e00-\u9fff]", words) and len(parts) == 1:
        return re.sub(r"\s+", "", words)  # an address that a narrow cell broke at its hyphen
    return words if "。" in words else squeezed(words)
