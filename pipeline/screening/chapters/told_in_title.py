"""A numbered line that bears its answer behind a gap (一、项目名称　　某某系统): a label, no chapter."""

import re
from collections.abc import Sequence

from pipeline.screening.application.substance import is_placeholder, squeeze
from schemas.facts import SectionRecord

# the label, two blanks or more, and the answer; a bracket there says what to write
_LINE = re.compile(
    r"[\s（(]{0,4}(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．\s]{1,3}(?P<label>[\u4e00-\u9fff]{2,12})"
    r"[ \u3000]{2,20}(?P<said>[^\s（(【_＿].+)",
    re.S,
)


def told_in_title(sections: Sequence[SectionRecord], asked: str) -> SectionRecord | None:
    """The line under whose label, but for 名称, the answer is asked for; None where there is none."""
    for section in sections:
        line = _LINE.fullmatch(section.evidence.text.strip())
        if line is not None and line["label"] in (asked, asked.removesuffix("名称")):
            return section if len(squeeze(line["said"])) > 1 and not is_placeholder(line["said"]) else None
    return None
