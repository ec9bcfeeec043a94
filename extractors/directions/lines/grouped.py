"""What a contest takes in, by groups: 公开组 / 船用灯具设计 / 航标设计 below 参赛作品征集内容, a name a line."""

import re

from extractors.directions.labels.parts import FoundDirection, in_call, label_kind
from extractors.directions.lines.prose import LISTING, PROCEDURE
from extractors.text.items import number_at
from extractors.text.spans import Span, squeezed, trimmed
from schemas.outline import Outline, Section
from schemas.text import Text

_GROUP = re.compile(r"[^，。；：:\d]{1,14}(?:组|赛道|板块|单元|系列|组别)(?:[（(][^（）()]{1,16}[）)])?")
_NAME = re.compile(r"[^，。；：:！？\n]{2,30}")
# 在校学生, 不限, 提交材料: who takes part and how, no name of what is made
_NO_NAME = re.compile(
    r"(?:学生|教师|职工|人员|企业|单位|机构|个人|团队|爱好者|者)$|不限|详见|附件|[须应请]|提交|\d\s?[名项个万]|以上|以内"
)
_OTHERS = ("其他", "其它")  # whatever else is handed in
_LEAST = 2


def grouped_names(text: Text, outline: Outline) -> list[FoundDirection]:
    """The names below such a heading, each with its group; a group that lists none stands for itself.

    [] where fewer than two are named, or where the headings below are no groups.
    """
    for index, section in enumerate(outline.sections):
        if not in_call(outline, section) or LISTING.fullmatch(section.title) is None:
            continue
        groups = [s for s in outline.sections if s.parent == index]
        if len(groups) < _LEAST or not all(_GROUP.fullmatch(group.title) for group in groups):
            continue
        named = [_names(text, group) for group in groups]
        if any(named):
            return [
                FoundDirection(squeezed(one.of(text.clean)), None, one.start, one.end, squeezed(group.title))
                for group, names in zip(groups, named, strict=True)
                for one in names
            ] + [
                FoundDirection(squeezed(group.title), None, group.start, group.heading_end)
                for group, names in zip(groups, named, strict=True)
                if not names
            ]
    return []


def _names(text: Text, group: Section) -> list[Span]:
    """The lines of a group where each is a name and nothing else; [] for any other text."""
    found = []
    for block in text.blocks_in(group.heading_end, group.own_end):
        if block.start < group.heading_end:
            continue
        body = number_at(text.clean, block.start, block.end)[1]
        name = trimmed(text.clean, body, block.end, "。；; ")
        words = name.of(text.clean)
        if block.table is not None or not _NAME.fullmatch(words) or _NO_NAME.search(words):
            return []
        if PROCEDURE.search(words) or (label_kind(words) is not None and words not in _OTHERS):
            return []
        found.append(name)
    return found if len(found) >= _LEAST else []
