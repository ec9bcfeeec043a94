"""What the text of a section lacks of what its title and its guidance ask for."""

import re

from pipeline.screening.application.substance import (
    LONGEST_TALK,
    is_copied,
    is_empty_talk,
    is_nothing,
    length,
    points_elsewhere,
)
from pipeline.screening.chapters.asks import told_short, unanswered
from pipeline.screening.chapters.budget_asked import budget_lack
from pipeline.screening.chapters.deferred import deferred
from pipeline.screening.chapters.evasions import evades, only_evades
from pipeline.screening.chapters.open_parts import open_part
from pipeline.screening.chapters.open_rows import open_row
from pipeline.screening.chapters.risk_aspects import aspect_open
from pipeline.screening.chapters.stage_lengths import stage_too_long
from pipeline.screening.chapters.stage_results import without_results
from pipeline.screening.chapters.vague_goals import goals_without_figures
from pipeline.screening.chapters.vague_stages import vague_stages

PUT_OFF = "，没有给出应有的内容"
EVADED = 60  # characters of a section that only says why it says nothing
OTHER_MATTERS = re.compile(r"其他|其它|补充|说明事项|需要说明|如有|附注|备注")
_NAMES_ONLY = re.compile(r"名称|题目")
_QUOTED = 40  # characters
_SEVERAL = 2  # things asked for of which a short text without a number or a name tells none
_FACT = re.compile(r"\d|[一二两三四五六七八九十][个项种款名人家年套台类]|[A-Za-z]{2}|[“《]")
_BARE = 25  # characters without a figure or a name: 面向省内外企业和高校提供各类服务
_YEAR = re.compile(r"20\d\d年?")  # says nothing by itself: 到2027年，达到先进水平
_AND_MORE = re.compile(r"简介|概述|内容|摘要|介绍")
_NAMED = re.compile(r"[^。；\n]{0,10}(?:名称|题目)\s*[:：][^。；\n]{2,60}[。；]?")


def lack_of(title: str, guidance: str, text: str, fewest: int) -> tuple[str, float]:
    """What the section lacks, in words for a letter, and how sure that is; empty where nothing is wrong.

    ``fewest`` are the characters that make a text at all.
    """
    if not text.strip():
        return "只有标题，没有内容", 0.85
    if is_nothing(text):
        return (
            ("", 0.0) if OTHER_MATTERS.search(title + guidance) else (f"只写“{text.strip()[:10]}”，没有实质内容", 0.75)
        )
    if points_elsewhere(text):
        return f"只写“{text.strip()[:30].rstrip('。')}”，没有实质内容", 0.85
    if not OTHER_MATTERS.search(title) and evades(text, EVADED):
        return f"只写“{text.strip()[:30].rstrip('。')}”，没有实质内容", 0.75
    if is_copied(text, guidance):
        return "只保留了模板的填写说明，没有填写内容", 0.85
    if (later := deferred(title + guidance, text)) is not None:
        return f"写明“{later[:_QUOTED]}”{PUT_OFF}", 0.65
    if OTHER_MATTERS.search(title) or _NAMES_ONLY.search(title):
        return _name_alone(title, text)
    bare = length(text) < _BARE and _FACT.search(text) is None
    if length(text) < fewest or bare:
        return f"只有{length(text)}字（“{text.strip()[:20]}”），没有实质内容", 0.8
    return short_of(title, guidance, text)


def not_as_asked(asked: str, text: str) -> str:
    """What the rows of its tables leave open, or set out in another way than asked, in words for a letter."""
    told = open_row(asked, text) or budget_lack(asked, text) or stage_too_long(asked, text)
    return told or aspect_open(asked, text) or vague_stages(asked, text) or without_results(asked, text)


def _name_alone(title: str, text: str) -> tuple[str, float]:
    """任务名称及简介 with nothing but the name."""
    both = _NAMES_ONLY.search(title) is not None and _AND_MORE.search(title) is not None
    if both and _NAMED.fullmatch(text.strip()) is not None:
        return "只有名称，没有简介", 0.75
    return "", 0.0


def short_of(title: str, guidance: str, text: str) -> tuple[str, float]:
    """What a text of some length lacks of what is asked for."""
    if (told := told_short(guidance, text)) is not None:
        what, count, least = told
        return f"只写了{count}个{what}，要求不少于{least}个", 0.7
    if is_empty_talk(text):
        return f"只有“{text.strip()[:20]}……”一类表态，没有实质内容", 0.7
    if only_evades(text):
        return f"只有“{text.strip()[:20]}……”一类说法，没有写所要求的内容", 0.65
    if part := open_part(guidance, text):
        return part, 0.65
    if vague := goals_without_figures(guidance, text):
        return f"只写“{vague}”，主要指标没有给出数值", 0.65
    if said := not_as_asked(f"{title}\n{guidance}", text):
        return said, 0.65
    open_ = unanswered(title, guidance, text)
    for ask in open_:
        if ask.sure:
            return ask.lack, ask.sure
    if len(open_) >= _SEVERAL and length(text) <= LONGEST_TALK and _FACT.search(_YEAR.sub("", text)) is None:
        return "，".join(ask.lack for ask in open_), 0.65
    return "", 0.0
