"""Chapters of an outline that a note calls by their number: 篇幅：第1节不超过700字，第3节不超过1800字."""

import re

from extractors.text.spans import squeezed, without_brackets
from extractors.values.han_numerals import han_value
from schemas.outline import Outline, Role
from schemas.text import Text

_REACH, _SENTENCE = 24, 80  # characters before the limit
# 第3节, 第三部分的篇幅应, 第2章（技术方案）, B部分, 之六写到
_CALLED = re.compile(
    r"(?:第\s?[（(]?(?P<value>\d{1,2}|[一二三四五六七八九十]{1,3})[）)]?\s?(?:部分|[章节篇块段项])"
    r"|(?<![^\s。；;，,、：:〕】）)])(?P<bare>\d{1,2}|[一二三四五六七八九十]{1,2}|[壹贰叁肆伍陆柒捌玖拾])\s?[章节篇](?!节)"
    r"|(?<![A-Za-z])(?P<letter>[A-J])\s?(?:部分|[章节篇块段项])|之(?P<nth>[一二三四五六七八九十]{1,2}))"
    r"(?:[（(][^（）()]{2,12}[）)])?的?(?:内容|篇幅|字数|长度)?(?:应|须|要|请|均|原则上|一般|可|最多|[可限]?写[到至])?\s?$"
)
# 叁章最要紧，须附对照图，不超过1800字: the one that the sentence begins with
_OF_SENTENCE = re.compile(
    r"(?:^|(?<=[。；;〕】）)\n]))\s?(?:第\s?(?P<value>\d{1,2}|[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾])\s?(?:部分|[章节篇块段])"
    # not 三部分合计，…, nor 两章不够，…: how many
    r"|(?P<bare>\d{1,2}|[一二三四五六七八九十]{1,2}|[壹贰叁肆伍陆柒捌玖拾])\s?[章节篇](?![合共均都各不总一内以节]))"
    r"(?![^。；;\n]*第?[\d一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}\s?(?:部分|[章节篇块段]))[^。；;\n]{0,60}[，,]\s?$"
)
_NUMBER = re.compile(r"(\d{1,2}|[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾])\D{0,2}$")
_TEMPLATES = frozenset({Role.TASK_BOOK, Role.OTHER, Role.FORM})


def chapter_by_number(text: Text, outline: Outline, at: int) -> str | None:
    """The title of the chapter that the words before ``at`` call by its number; None where they call none."""
    division = outline.division_at(at)
    called = _CALLED.search(text.clean, max(0, at - _REACH), at)
    called = called or _OF_SENTENCE.search(text.clean, max(division.start, at - _SENTENCE), at)
    if called is None or division.role not in _TEMPLATES:
        return None
    names = ("letter", "value", "bare", "nth")
    value = _value(next(words for name, words in called.groupdict().items() if name in names and words))
    for section in outline.sections:
        own = section.level == 1 and outline.divisions[section.division] is division
        if own and section.heading_end <= called.start() and _value(section.number or "") == value:
            return squeezed(without_brackets(section.title))
    return None


def _value(number: str) -> float | None:
    """3 for 3, 三, 第三章, C.3 and C."""
    if re.fullmatch(r"[A-J]", number):
        return float(ord(number) - ord("A") + 1)
    match = _NUMBER.search(number)
    return han_value(match[1]) if match is not None else None
