"""Directions as numbered paragraphs that hold name, task and goal in one: （1）某某技术。内容：…。目标：…."""

import re
from dataclasses import replace

from extractors.directions.names import number_of
from extractors.directions.parts import FORM_ROLES, FoundDirection, find_parts
from extractors.directions.prose import direction_under
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
    """Two or more such paragraphs numbered from 1 in one style; the name ends with its mark, labels follow it."""
    found: list[FoundDirection] = []
    style, category = "", None
    for block in text.blocks:
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
        parts = [part.kind for part in find_parts(text, match.end(), block.end)]
        number = number_of(text.clean[block.start : body])
        if not {"task", "goal"} & set(parts) or number != len(found) + 1:
            continue
        style = own
        direction = direction_under(text, match["name"], str(number), block.start, match.end(), block.end)
        found.append(replace(direction, category=category))
    return found if len(found) > 1 else []
