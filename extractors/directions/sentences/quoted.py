"""Directions that one sentence names in quotation marks: “某某装备研制”和“某某示范应用”项目申报."""

import re

from extractors.directions.labels.parts import FORM_ROLES, FoundDirection
from extractors.text.spans import Span, sentences, squeezed
from schemas.outline import Outline
from schemas.text import Text

# A topic's name; 科技创新计划 and 创新大赛 are programmes, “卡脖子” is a word.
_QUOTED = re.compile(
    r"“(?P<name>[^“”《》，。；：\n]{8,45}(?<!项目)(?<!计划)(?<!专项)(?<!大赛)(?<!工程)(?<!行动)(?<!基金))”"
)
_BETWEEN = re.compile(r"\s?(?:[、和及与]|以及)?\s?")
_BEHIND = re.compile(r"等?[^，。；：“”\n]{0,8}(?:项目|课题|榜单|榜题|方向|任务)")
_CALLS = re.compile(r"申报|征集|揭榜|遴选|张榜|发榜")


def quoted_directions(text: Text, outline: Outline) -> list[FoundDirection]:
    """Two or more names that follow each other in the first sentence of the call that tells them so."""
    for division in outline.divisions:
        if division.role not in FORM_ROLES:
            for sentence in sentences(text.clean, division.start, division.end):
                if found := _named(text.clean, sentence):
                    return found
    return []


def _named(clean: str, sentence: Span) -> list[FoundDirection]:
    runs: list[list[re.Match[str]]] = []
    for name in _QUOTED.finditer(clean, sentence.start, sentence.end):
        if runs and _BETWEEN.fullmatch(clean, runs[-1][-1].end(), name.start()):
            runs[-1].append(name)
        else:
            runs.append([name])
    for run in runs:
        behind = _BEHIND.match(clean, run[-1].end(), sentence.end)
        if len(run) > 1 and behind is not None and _CALLS.search(clean, run[-1].end(), sentence.end):
            return [FoundDirection(squeezed(m["name"]), None, m.start("name"), m.end("name")) for m in run]
    return []
