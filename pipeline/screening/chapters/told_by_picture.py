"""A section whose content is a picture (进度安排如下图所示), which a person has to look at."""

import re

from pipeline.screening.application.parts import with_those_below
from pipeline.screening.application.substance import length
from pipeline.screening.case import Case

_POINTS = re.compile(r"[见如][^，。；]{0,6}图|图\s?\d|[下上附]图|图[中所]示")


def is_told_by_picture(case: Case, index: int, text: str) -> bool:
    """A picture stands in the section or below it, and its ``text`` is none or short, and points to it."""
    short = length(text) < case.settings.section_chars and (not text.strip() or _POINTS.search(text) is not None)
    return short and any(one.pictured for one in with_those_below(case.submission.sections, index))
