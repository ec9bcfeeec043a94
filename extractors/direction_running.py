"""Directions said one after another in one paragraph: 方向一是某某技术，要求…。方向二是…."""

import re

from extractors.direction_names import number_of
from extractors.direction_parts import FORM_ROLES, FoundDirection
from extractors.spans import squeezed, trimmed
from schemas.outline import Outline
from schemas.text import Block, Text

_HEAD = re.compile(
    r"(?:(?<=[。；;：:\n])|(?<=^))\s*(?:揭榜|攻关|研究)?(?:方向|任务|课题|榜题|榜单|需求|难题|项目)"
    r"(?P<number>[一二三四五六七八九十]{1,2}|\d{1,2})(?:是|为|系)[:：]?(?P<name>[^，。；;：:（）()\n]{4,40})[，,。；;：:]"
)


def running_directions(text: Text, outline: Outline) -> list[FoundDirection]:
    """Two or more in a paragraph, numbered from 1; each has what is said up to the next as its task."""
    for block in text.blocks:
        if block.table is None and outline.division_at(block.start).role not in FORM_ROLES:
            found = _in_paragraph(text, block)
            if len(found) > 1 and [d.number for d in found] == list(range(1, len(found) + 1)):
                return found
    return []


def _in_paragraph(text: Text, block: Block) -> list[FoundDirection]:
    heads = list(_HEAD.finditer(text.clean, block.start, block.end))
    found = []
    for index, head in enumerate(heads):
        end = heads[index + 1].start() if index + 1 < len(heads) else block.end
        task = trimmed(text.clean, head.end(), end)
        start = trimmed(text.clean, head.start(), end).start
        name = squeezed(head["name"])
        found.append(FoundDirection(name, number_of(head["number"]), start, task.end, tasks=(task,)))
    return found
