"""Directions (揭榜方向): what can be applied for, from prose, tables and the boxes of the form, joined by name."""

from dataclasses import replace

from extractors.directions.labels.names import bare_head
from extractors.directions.labels.parts import FoundDirection, find_parts
from extractors.directions.lines.alike import named_alike
from extractors.directions.lines.blocks import named_blocks
from extractors.directions.lines.coded import coded_headings
from extractors.directions.lines.grouped import grouped_names
from extractors.directions.lines.lines import titled_lines
from extractors.directions.lines.offered import offered_kinds
from extractors.directions.lines.options import Option, find_options
from extractors.directions.lines.paragraphs import numbered_paragraphs
from extractors.directions.lines.prose import labelled_sections, listed_headings
from extractors.directions.lines.topics import listed_topics
from extractors.directions.parallel.parallel import parallel_directions
from extractors.directions.sentences.enumerated import counted_directions
from extractors.directions.sentences.quoted import quoted_directions
from extractors.directions.sentences.running import announced_directions, running_directions
from extractors.directions.tables.tables import table_directions
from extractors.directions.told.apart import with_tasks
from extractors.directions.told.for_all import common_requirements
from extractors.text.spans import Span, bare
from schemas.outline import Outline
from schemas.text import Text


def find_directions(text: Text, outline: Outline) -> list[FoundDirection]:
    """The directions in order, numbered as the form or the list prints them, else by their order.

    [] for a call without directions to choose from. Sources in order of trust: blocks that name themselves,
    labelled headings, lines such as 方向一：…, tables; where these tell none, or one alone, parallel parts by what they
    are; topics and headings under 受理项目 and the like, what is counted in prose (其一，…), the boxes of the form
    alone, and last what a sentence names in quotation marks, or lists and counts.
    """
    options = find_options(text, outline)
    tables = table_directions(text, outline)
    prose = named_blocks(text, outline) or _in_prose(text, outline)
    found = prose if len(prose) >= len(tables) or not any(t.tasks or t.goals for t in tables) else tables
    found = found or tables
    unsure = _is_unsure(found)
    if unsure or _is_unparted(found) or not any(one.tasks or one.goals for one in found):
        parallel = parallel_directions(text, outline)
        found = parallel if (unsure and len(parallel) > 1) or _tells_more(parallel, found) else found
    if not found:
        listed = listed_topics(text, outline) or grouped_names(text, outline) or listed_headings(text, outline)
        listed = listed or coded_headings(text, outline) or named_alike(text, outline)
        found = listed or offered_kinds(text, outline) or announced_directions(text, outline)
    if not found:
        found = [FoundDirection(o.name, o.number, o.start, o.end, o.category) for o in options]
    found = found or quoted_directions(text, outline) or counted_directions(text, outline)
    if found is not tables:
        found = [_completed(direction, tables) for direction in found]
    found = with_tasks(text, outline, found)
    found = [
        *found[:-1],
        *(_before_common(text, direction, common_requirements(text, outline)) for direction in found[-1:]),
    ]
    return _numbered([_joined(direction, options) for direction in found])


def _in_prose(text: Text, outline: Outline) -> list[FoundDirection]:
    """Labelled headings, titled lines or numbered paragraphs, whichever are most (several 任务1 under one 任务概况)."""
    labelled, titled = labelled_sections(text, outline), titled_lines(text, outline)
    best = titled if len(titled) > len(labelled) or _is_inside(titled, labelled) else labelled
    for others in (numbered_paragraphs(text, outline), running_directions(text, outline)):
        best = others if len(others) > len(best) else best
    return best


def _is_inside(lines: list[FoundDirection], groups: list[FoundDirection]) -> bool:
    """As many lines as groups, each in a group of its own: 方向1 under （一）海洋装备."""
    if not lines or len(lines) != len(groups):
        return False
    return all(group.start < line.start < group.end for line, group in zip(lines, groups, strict=True))


def _is_unsure(found: list[FoundDirection]) -> bool:
    """None, one alone, or mere marks for names (攻关方向甲), whose names stand elsewhere."""
    return len(found) < 2 or any(bare_head(direction.name) for direction in found)


def _tells_more(parallel: list[FoundDirection], found: list[FoundDirection]) -> bool:
    """The same list with what stands under each name, where ``found`` is but the names.

    So it is where ``found`` has all that is said in one, and labels that no lexicon knows part it: 数：…, 戒：….
    """
    bare_names = not any(one.tasks or one.goals for one in found)
    told = all(one.tasks or one.goals for one in parallel)
    parted = _is_unparted(found) and all(one.goals for one in parallel)
    return ((bare_names and told) or parted) and [bare(d.name) for d in parallel] == [bare(d.name) for d in found]


def _is_unparted(found: list[FoundDirection]) -> bool:
    """Nothing labels what is told of them."""
    return bool(found) and not any(one.labelled or one.goals for one in found)


def same_name(one: str, other: str) -> bool:
    """Two spellings of one name: equal without punctuation, or one the other with a word more."""
    a, b = bare(one), bare(other)
    if a == b:
        return True
    shorter, longer = sorted((a, b), key=len)
    return len(shorter) >= 4 and shorter in longer and len(shorter) / len(longer) >= 0.6


def _before_common(text: Text, direction: FoundDirection, common: list[Span]) -> FoundDirection:
    """The last direction of a list ends where what holds for all begins (共性考核要求), no label of its own behind."""
    inside = (one.start for one in common if direction.start < one.start < direction.end <= one.end)
    start = next((at for at in inside if not find_parts(text, at, direction.end)), None)
    if start is None:
        return direction
    tasks, goals = (
        tuple(Span(span.start, min(span.end, start)) for span in spans if span.start < start)
        for spans in (direction.tasks, direction.goals)
    )
    return replace(direction, tasks=tasks, goals=goals, end=start)


def _joined(direction: FoundDirection, options: list[Option]) -> FoundDirection:
    match = next((o for o in options if same_name(o.name, direction.name)), None)
    if match is None:
        return direction
    return replace(direction, number=match.number, category=direction.category or match.category)


def _completed(direction: FoundDirection, tables: list[FoundDirection]) -> FoundDirection:
    """What a table says about a direction that the prose leaves open."""
    row = next((t for t in tables if same_name(t.name, direction.name)), None)
    if row is None:
        return direction
    tasks: tuple[Span, ...] = direction.tasks or row.tasks
    goals: tuple[Span, ...] = direction.goals or row.goals
    number = row.number if row.number is not None else direction.number
    return replace(direction, tasks=tasks, goals=goals, number=number, due=direction.due or row.due)


def _numbered(found: list[FoundDirection]) -> list[FoundDirection]:
    """Printed numbers where they tell the directions apart, else the order."""
    numbers = [direction.number for direction in found]
    if None in numbers or len(set(numbers)) < len(numbers):
        return [replace(direction, number=index + 1) for index, direction in enumerate(found)]
    return found
