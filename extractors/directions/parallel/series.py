"""What may be the list of directions: parts with marks that count, the same label, headings or titles alike."""

from collections.abc import Iterator, Sequence
from itertools import islice

from extractors.directions.labels.parts import label_kind
from extractors.directions.parallel.labels import DOTTED, NUMBERED, NUMBERS, Head
from extractors.directions.parallel.lines import Line
from extractors.directions.parallel.marks import Mark, marks_in, runs_of
from extractors.directions.parallel.names import are_names, is_name, is_naming, named_by, without_frame
from extractors.directions.parallel.telling import pairs_of
from extractors.text.spans import Span, squeezed
from schemas.outline import Division, Outline
from schemas.text import Text

_CANDIDATES = 64  # each is judged over the lines it spans; no call lists its work in so many ways


def series_in(
    text: Text, outline: Outline, division: Division, lines: Sequence[Line]
) -> Iterator[tuple[int, list[Head]]]:
    """The candidates, each two heads or more with plausible names, and how sure their layout is; 64 of them at most."""
    candidates = _candidates(text, outline, division, lines)
    named = ((sure, heads) for sure, heads in candidates if are_names([head.name for head in heads]))
    yield from islice(named, _CANDIDATES)


def _candidates(
    text: Text, outline: Outline, division: Division, lines: Sequence[Line]
) -> Iterator[tuple[int, list[Head]]]:
    for run in runs_of(marks_in(text.clean, lines)):
        heads = [head for mark in run if (head := named_by(text.clean, lines, mark)) is not None]
        if len(heads) == len(run) and not _are_rows(lines, run):
            yield 2, heads
    yield from _of_labels(text, lines)
    yield from ((2, heads) for heads in _headings(outline, division))
    yield 1, _titled(text, lines)


def _are_rows(lines: Sequence[Line], run: Sequence[Mark]) -> bool:
    """1 | 某某装置 | ≥5 mW: rows of one table, whose heads tell what the cells are."""
    own = [lines[mark.line] for mark in run]
    return len({line.table for line in own}) == 1 and all(len(line.cells) > 2 for line in own)


def _of_labels(text: Text, lines: Sequence[Line]) -> Iterator[tuple[int, list[Head]]]:
    """榜名：某某装置 in each card: the labels that come again, with values that are names; the lines over the first.

    What stands behind any other label (症结：坡陡路远) is less sure to be a name.
    """
    said: dict[str, list[tuple[int, Span]]] = {}
    for at, line in enumerate(lines):
        for label, value in pairs_of(text.clean, line):
            said.setdefault(label, []).append((at, value))
    often = [label for label, own in said.items() if len(own) > 1]
    for label in sorted(often, key=lambda one: not is_naming(one)):
        own = said[label]
        names = [without_frame(value.of(text.clean)) for _, value in own]
        if (is_naming(label) or label_kind(label) is None) and are_names(names):
            heads = [
                Head(*_above(text, lines, at, value.end), name) for (at, value), name in zip(own, names, strict=True)
            ]
            yield 2 if is_naming(label) else 1, heads
    if len(often) > 1 or (often and label_kind(often[0]) in ("task", "goal")):
        yield 2, _over_labels(text, lines, [at for at, _ in said[often[0]]])


def _above(text: Text, lines: Sequence[Line], at: int, body: int) -> tuple[int, int]:
    """The card begins at the line above, where that only numbers it: ┏ 卡片 ZY-01 ┓, 榜题代号 | A."""
    above = lines[at - 1] if at else lines[at]
    words = " ".join(cell.of(text.clean) for cell in above.cells)
    numbers = above is not lines[at] and NUMBERS.fullmatch(words) is not None
    return (above if numbers else lines[at]).start, body


def _over_labels(text: Text, lines: Sequence[Line], first: Sequence[int]) -> list[Head]:
    """智能采摘机器人 / 现状：… / 要求：…: the lines over the first label of each card."""
    above = [lines[at - 1] for at in first if at]
    if len(above) < len(first) or any(len(one.cells) > 1 for one in above):
        return []
    found = []
    for line in above:
        words = text.clean[line.start : line.end]
        mark = DOTTED.match(words) or NUMBERED.match(words)
        name = without_frame(words[mark.end() :] if mark else words)
        found.append(Head(line.start, line.end, name, mark.group() if mark else None))
    return found


def _headings(outline: Outline, division: Division) -> Iterator[list[Head]]:
    """The headings side by side, chapter by chapter."""
    children: dict[int | None, list[Head]] = {}
    for section in outline.sections_in(division.start, division.end):
        if section.heading_end > section.start:
            name = without_frame(DOTTED.sub("", squeezed(section.title), count=1))
            head = Head(section.start, section.heading_end, name, section.number)
            children.setdefault(section.parent, []).append(head)
    yield from children.values()


def _titled(text: Text, lines: Sequence[Line]) -> list[Head]:
    """Names alone on their lines, each over paragraphs of what is to be done."""
    words = [without_frame(text.clean[o.start : o.end]) if len(o.cells) == 1 else "" for o in lines]
    marked = {mark.line for mark in marks_in(text.clean, lines) if mark.start == lines[mark.line].start}
    titles = [is_name(one) and at not in marked and "〔" not in one for at, one in enumerate(words)]
    # of two such lines one below the other the first heads the list, or neither is a name
    alone = [title and not behind for title, behind in zip(titles, [*titles[1:], True], strict=False)]
    return [Head(o.start, o.end, one) for o, one, title in zip(lines, words, alone, strict=True) if title]
