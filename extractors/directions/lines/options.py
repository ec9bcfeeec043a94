"""The boxes of a form that name the directions: □方向 1：智能芯片, grouped by category."""

import re
from dataclasses import dataclass

from extractors.directions.labels.names import number_of
from extractors.text.marks import COUNT
from extractors.text.spans import squeezed
from schemas.outline import Outline, Role
from schemas.text import Text

# A box in any dress, or none at all where the line begins with 方向; the name ends at the next box, line or cell.
# Blanks are counted, since empty cells may be as many as there are.
_BOX = r"[□☐☑☒■●○◯√✓✔🗹]|[（(\[【]\s{0,8}(?:[√✓✔xXR]\s{0,8})?[）)\]】]"
_OPTION = re.compile(
    rf"(?:{_BOX}|(?:(?<=\n)|(?<=^)|(?<=\t)))\s{{0,40}}+(?:揭榜|申报)?方向\s{{0,8}}({COUNT})\s{{0,8}}[:：、.．]?\s{{0,8}}"
    r"([^□☐☑☒■●○◯√✓✔🗹\n\t；;。\[【]{2,45}?)(?=\s*(?:" + _BOX + r"|[\n\t；;。]|$))"
)
# 方向一 / 识别率不低于95%: what a direction has to reach, below its line
_BOUND = re.compile(r"(?:不[低高少多超大小长短][于过]?|[≥≤＞＜]|[大小高低多少]于|至少|达到)\s?\d")
_ROLES = frozenset({Role.COVER, Role.FORM, Role.OTHER, Role.TASK_BOOK, Role.RECOMMENDATION})


@dataclass(frozen=True, slots=True)
class Option:
    """A box: the number and the name printed at it, the words above its group, offsets into ``Text.clean``."""

    number: int
    name: str
    category: str | None
    start: int
    end: int


def find_options(text: Text, outline: Outline) -> list[Option]:
    """The boxes of the first form that has two or more, in order."""
    found: list[Option] = []
    for division in outline.divisions:
        if division.role not in _ROLES or len(found) >= 2:
            continue
        found = _in_stretch(text, division.start, division.end)
    if len(found) < 2:
        return []
    if len({option.category for option in found}) < 2:
        return [Option(o.number, o.name, None, o.start, o.end) for o in found]
    return found


def _in_stretch(text: Text, start: int, end: int) -> list[Option]:
    found: list[Option] = []
    category: str | None = None
    last = start
    for match in _OPTION.finditer(text.clean, start, end):
        between = text.clean[last : match.start()]
        last = match.end()
        lines = [line.strip(" ：:") for line in re.split(r"[\n\t]", between) if line.strip(" ：:")]
        if lines and 2 <= len(lines[-1]) <= 20 and re.fullmatch(r"[\u4e00-\u9fffA-Za-z0-9+]+", lines[-1]):
            category = lines[-1]
        number = number_of(match.group(1))
        if number is not None and _BOUND.search(match.group(2)) is None:
            found.append(Option(number, squeezed(match.group(2)), category, match.start(), match.end()))
    return found
