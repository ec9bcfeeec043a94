"""What a list of directions asks of each of them (共性考核要求), in lines of its own."""

import re

from extractors.directions.parts import FORM_ROLES
from extractors.text.spans import Span
from schemas.outline import Outline, Role
from schemas.text import Text

# 共性考核要求, 三、绩效要求: what the work has to yield whichever direction it is for
_NAME = (
    r"(?:(?:共性|共同)(?:的)?(?:考核|验收|任务)?|(?:通用|统一)(?:的)?(?:考核|验收)|(?:项目|共性|总体)?绩效|通用(?=指标|目标))"
    r"(?:指标|目标|要求)(?:要求)?"
)
_TITLE = rf"(?:[（(]?[一二三四五六七八九十\d]{{1,3}}[)）、.．]\s?)?{_NAME}(?:[（(][^（）()\n]{{1,20}}[)）])?"
_ALONE = re.compile(rf"{_TITLE}\s*[:：]?")
_RUN_IN = re.compile(rf"{_TITLE}\s*[:：](?=\s*\S)")


def common_requirements(text: Text, outline: Outline) -> list[Span]:
    """The stretches, each from its title to the next heading or the end of its part of the call, in order."""
    found = []
    for block in text.blocks:
        role = outline.division_at(block.start).role
        if block.table is not None or role in FORM_ROLES or role is Role.RECOMMENDATION:
            continue
        words = text.clean[block.start : block.end].strip()
        if _ALONE.fullmatch(words):
            found.append(Span(block.start, _end(outline, block.start, block.end)))
        elif _RUN_IN.match(words):
            found.append(Span(block.start, block.end))
    return found


def _end(outline: Outline, start: int, below: int) -> int:
    """The next heading behind the title, else the end of the division."""
    headings = (section.start for section in outline.sections if section.start >= below)
    return min(outline.division_at(start).end, next(headings, outline.division_at(start).end))
