"""Directions as numbered paragraphs that hold name, task and goal in one: （1）某某技术。内容：…。目标：…."""

import re
from dataclasses import replace

from extractors.directions.labels.names import number_of
from extractors.directions.labels.parts import FORM_ROLES, FoundDirection, find_parts
from extractors.directions.lines.prose import direction_under
from extractors.text.items import number_at
from extractors.text.spans import squeezed
from schemas.outline import Outline
from schemas.text import Text

_NAME = re.compile(r"(?P<name>(?:[^。；;，,：:（(\n\t]|[（(][^（）()\n\t]{1,40}[）)]){4,45})[。：:]")
# 甲类：茶产业, 二类：装备 on a line of its own.
_CATEGORY = re.compile(
    r"\s*(?:[甲乙丙丁戊己]|[一二三四五六七八九]|[A-H])(?:类|组|板块)\s*[:：、]?\s*(?P<name>[^。；;，,：:\n]{2,20})\s*"
)


def numbered_paragraphs(text: Text, outline: Outline) -> list[FoundDirection]:
    """Two or more such paragraphs numbered from 1 in one style; the name ends with its mark, labels follow it.

    Or stand in the paragraphs below: 1．某某技术。 / 任务：… / 指标：…
    """
    found: list[FoundDirection] = []
    style, category = "", None
    for index, block in enumerate(text.blocks):
        if block.table is not None or outline.division_at(block.start).role in FORM_ROLES:
            continue
        above = _CATEGORY.fullmatch(text.clean, block.start, block.end)
        if above is not None:
            category = squeezed(above["name"])
            continue
        own, body = number_at(text.clean, block.start, block.end)
        match = _NAME.match(text.clean, body, block.end) if own else None
        if match is None or (found and own != style):
            continue
        end = block.end if text.clean[match.end() : block.end].strip() else _end_below(text, outline, index, own)
        parts = [part.kind for part in find_parts(text, match.end(), end)]
        number = number_of(text.clean[block.start : body])
        if not {"task", "goal"} & set(parts) or number != len(found) + 1:
            continue
        style = own
        direction = direction_under(text, match["name"], str(number), block.start, match.end(), end)
        found.append(replace(direction, category=category))
    return found if len(found) > 1 else []


def _end_below(text: Text, outline: Outline, index: int, style: str) -> int:
    """Where the paragraphs under a name end: at the next number of its style, a heading or a table."""
    titles = {section.start for section in outline.sections}
    for block in text.blocks[index + 1 :]:
        if (
            block.table is not None
            or block.start in titles
            or number_at(text.clean, block.start, block.end)[0] == style
        ):
            return block.start
    return outline.division_at(text.blocks[index].start).end
