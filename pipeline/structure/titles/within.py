"""Lines of an outline that are called as a text of their own may be (技术方案), and are its chapters."""

from collections.abc import Sequence

from pipeline.structure.titles.outline_numbers import outline_number
from pipeline.structure.titles.titles import OUTLINE

ORNAMENTS = "★☆◆◇▲△■◎※❖♦▶►"
FARTHEST = 40  # lines above, in which the chapter before stands


def is_chapter_of(title: str, lines: Sequence[str]) -> bool:
    """The last of ``lines``, the nearest of those below ``title``: 乙、技术方案 below 甲、现状; in an outline any."""
    words = lines[-1]
    if OUTLINE.search(title.strip()) is not None:
        return OUTLINE.search(words) is None
    if words[:1] and words[0] in ORNAMENTS and any(line[:1] == words[:1] for line in lines[:-1]):
        return True  # ★技术方案 below ★项目概述
    number = outline_number(words)
    if number is None or number.value < 2:
        return False
    above = (outline_number(line) for line in lines[:-1])
    before = (number.style, number.value - 1)
    return any(one is not None and (one.style, one.value) == before for one in above)
