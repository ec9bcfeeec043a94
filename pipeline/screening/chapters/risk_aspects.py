"""Risks that are told aspect by aspect (从技术、市场、安全等方面): each with its measure, or it is left open."""

import re
from collections.abc import Iterator

from pipeline.screening.application.substance import squeeze
from pipeline.screening.chapters.asks import ASKS_PARDON, STATES
from pipeline.screening.wordings import wordings

_MEASURES = "应对措施"  # the ask whose answer is looked for
_ASKED = re.compile(
    r"风险[^。；\n]{0,24}(?:措施|对策|应对|办法|预案|防范|化解)|(?:应对|对策|措施|预案|防范|化解)[^。；\n]{0,12}风险"
)
_ASPECTS = re.compile(
    r"(?:从|就|在|包括|包含|分析|识别|说明|研判|对|围绕|分|[:：，,])(?P<list>[\u4e00-\u9fff]{2,6}(?:[、和及与][\u4e00-\u9fff]{2,6}){1,6}?)(?:等)?(?:[一二三四五六几各多\d]个?)?(?:方面|风险|角度|层面|维度)"
)
_BETWEEN = re.compile(r"[、和及与]")
# 技术风险：, 市场方面，, （2）安全上，: at the head of a sentence
_LABEL = re.compile(
    r"(?:^|(?<=[。；;\n]))\s{0,4}(?:[（(]?(?:\d{1,2}|[一二三四五六七八九])[)）.、．是]?\s?[，,、]?)?(?P<label>[\u4e00-\u9fff]{2,8}?)(?:类|的)?(?:风险|方面|问题|上的?事?情?|层面)(?:风险)?(?=[：:，,、]|[归由在是有主])"
)
# 针对上述风险, 以上各项均…: what is done about all of them
_TOGETHER = re.compile(r"(?:上述|以上|前述|这些|各类|各项|所有|全部)[^。；\n]{0,8}(?:风险|问题|情况|情形)")
_JOINED = re.compile(r"[:：→]|——?|－")
_LOW = re.compile(
    r"(?:风险|可能性|影响|概率)(?:较|很|相对|极)?(?:低|小|可控|不[大高])|不存在|没有[^，。；]{0,6}风险|不涉及|无此|可控"
)
_NOTHING = re.compile(
    r"(?:见招拆招|再[视看][^，。；]{0,8}(?:处理|解决|应对|说|定)|真?(?:遇|碰|赶)[上到][^，。；]{0,4}再[^，。；]{0,8}|走一步看一步|到时候?再[^，。；]{0,8}|船到桥头[^，。；]{0,6})"
)
# 不在这里多谈, 归矿方管, 谁都绕不开: the last words leave it open
_LEFT = re.compile(
    r"不(?:在[^，。；]{1,4})?(?:再|必|便|用|宜)?多?(?:谈|说|述|讲|写|展开|赘述)$|[归由][^，。；]{1,8}(?:管|去管|考虑|操心)$|(?:谁|大家)[都也][^，。；]{1,8}$|(?:常会|难免|在所难免)[^，。；]{0,8}$"
)
_FEWEST, _LONGEST = 2, 160  # parts, and characters of one without an answer


def aspect_open(asked: str, text: str) -> str:
    """In words for a letter: the first aspect that the call names and the text leaves without a measure."""
    named = _aspects(squeeze(asked)) if _ASKED.search(asked) is not None else []
    parts = list(_parts(text)) if named else []
    if len(parts) < _FEWEST or _TOGETHER.search(text) is not None:
        return ""
    measures = next((ask for ask in wordings().asks if ask.name == _MEASURES), None)
    for label, said in parts:
        mine = any(aspect in label or label in aspect for aspect in named)
        plain = _NOTHING.sub("", _JOINED.sub("，", said))
        open_ = measures is not None and not measures.is_answered(plain) and _only_tells(said)
        if mine and open_ and len(said) <= _LONGEST and _LOW.search(said) is None and "\t" not in said:
            return f"中“{label}”方面只有情况说明，没有应对措施"
    return ""


def _only_tells(said: str) -> bool:
    """The last that is said is what the risk is like, or that nothing is done about it."""
    last = re.split(r"[，,。；;\n]", ASKS_PARDON.sub("", said).strip("，,。；;\n "))[-1]
    return any(cue.search(last) for cue in (STATES, _NOTHING, _LEFT))


def _aspects(asked: str) -> list[str]:
    listed = _ASPECTS.search(asked)
    return [one for one in _BETWEEN.split(listed["list"]) if len(one) > 1] if listed is not None else []


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Each label with what is said behind it, up to the next."""
    labels = list(_LABEL.finditer(text))
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(text)
        yield label["label"], text[label.end() : end].strip()
