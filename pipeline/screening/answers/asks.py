"""What the guidance of a section asks for (times, figures, ways of testing, measures), and whether a text answers."""

import re
from collections.abc import Iterator

from extractors.values.han_numerals import han_value
from pipeline.screening.wordings import Ask, wordings

# 不少于2个已完成的中试服务案例
_CASES = re.compile(r"(?:不少于|至少|不低于)\s?(?P<least>\d|[两二三四五])\s?个[^，。；]{0,16}?案例")
# 案例一, 案例2; not 案例3个, 案例一般.
_CASE = re.compile(r"案例\s?(?P<number>[一二三四五六七八九]|\d)(?![\d十]|\s?[个项家例次余多]|[般致些样定直])")


def asked_for(title: str, guidance: str | None) -> Iterator[Ask]:
    """The things that a section's title and guidance ask for, in the order of ``wordings.toml``."""
    words = f"{title}\n{guidance or ''}"
    for ask in wordings().asks:
        if ask.asked.search(words):
            yield ask


def unanswered(title: str, guidance: str | None, text: str) -> list[Ask]:
    """Those of which the section's text shows nothing."""
    return [ask for ask in asked_for(title, guidance) if not ask.answer.search(text)]


def cases_short(guidance: str | None, text: str) -> tuple[int, int] | None:
    """(cases told, cases asked for) where the text numbers its cases (案例一, 案例2) and these are too few."""
    asked = _CASES.search(guidance or "")
    told = {han_value(match["number"]) for match in _CASE.finditer(text)}
    least = int(han_value(asked["least"]) or 0) if asked is not None else 0
    return (len(told), least) if 0 < len(told) < least else None
