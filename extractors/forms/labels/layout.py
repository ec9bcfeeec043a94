"""What the layout of a form says before anybody looks at the words: headings, lines, tables, labels beside values."""

import re
from dataclasses import dataclass, field

from extractors.forms.labels.words import is_known_label
from extractors.text.items import number_at
from extractors.text.spans import Span, trimmed
from schemas.outline import Division, Outline, Role, Section
from schemas.text import Block, Grid, Text

_LABEL_ALONE = re.compile(r"\s*[\u4e00-\u9fff]{2,16}(?:[（(][^（）()]{1,16}[)）])?\s*[:：]\s*")

_DECIMAL = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2}){1,3}[、.．]?\s*(?=[\u4e00-\u9fff])")


@dataclass(slots=True)
class RawField:
    """A label and the stretches that answer it, as spans of ``Text.clean``; the values may be empty."""

    label: Span
    role: Role
    group: str | None = None
    values: list[Span] = field(default_factory=list)

    def add(self, span: Span) -> None:
        """One more stretch of the value; an empty one counts only while there is none."""
        if span.end > span.start or not self.values:
            self.values.append(span)


@dataclass(slots=True)
class FormPart:
    """A table, or the lines under a heading; ``heading`` is the title without its number, ``parent`` where others
    follow below it or a table answers it.
    """

    heading: Span | None = None
    lines: list[Span] = field(default_factory=list)
    grid: Grid | None = None
    parent: bool = False


def parts_of(text: Text, outline: Outline, division: Division) -> list[FormPart]:
    """The parts of a division in order, its title left out."""
    start = max(division.start, division.title_end)
    headings = {section.start: section for section in outline.sections_in(start, division.end)}
    parts = [FormPart()]
    for block in text.blocks_in(start, division.end):
        if block.start < start:
            continue
        section = headings.get(block.start)
        if block.table is not None:
            grid = text.tables[block.table]
            if parts[-1].grid is not grid:
                parts[-1].parent = True
                parts.append(FormPart(grid=grid))
        elif (
            section is not None
            and not _is_line(text.clean, block)
            and not _answers(text.clean, parts[-1], section, block)
        ):
            rest = trimmed(text.clean, section.heading_end, block.end)  # 1.1 单位名称：某某, under a title's own number
            lines = [rest] if rest.start < rest.end else []
            parts.append(FormPart(_title(text.clean, section), lines, parent=_has_children(section)))
        else:
            if parts[-1].grid is not None:
                parts.append(FormPart())
            parts[-1].lines.append(Span(block.start, block.end))
    return parts


def _is_line(clean: str, block: Block) -> bool:
    """1. 项目名称：某某 and 1.2 通讯地址：某某 are lines of the form, no headings."""
    words = _DECIMAL.sub("", clean[block.start : block.end])
    return re.search(r"[:：]", words) is not None and is_known_label(re.split(r"[:：]", words)[0])


def _has_children(section: Section) -> bool:
    return section.own_end < section.end


def _answers(clean: str, part: FormPart, section: Section, block: Block) -> bool:
    """一、定义。本产品系指… right under 揭榜产品概述：, and 二、构成。… under that: the answer's own numbered parts."""
    if section.heading_end >= block.end or not part.lines:
        return False
    waits = next((line for line in reversed(part.lines) if _LABEL_ALONE.fullmatch(clean, line.start, line.end)), None)
    behind = part.lines[part.lines.index(waits) + 1 :] if waits is not None else []
    return waits is not None and all(number_at(clean, line.start, line.end)[0] for line in behind)


def _title(clean: str, section: Section) -> Span:
    at = clean.find(section.title, section.start, section.heading_end)
    if at < 0:
        return trimmed(clean, section.start, section.heading_end)
    return Span(at, at + len(section.title))
