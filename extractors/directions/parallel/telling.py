"""What parallel parts tell: by the labels they share, in lines or in the rows of cards."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, repeat

from extractors.directions.labels.figures import bounds_in
from extractors.directions.labels.names import number_of
from extractors.directions.labels.of_work import asks_of_work, other_asks_of_work
from extractors.directions.labels.parts import (
    FoundDirection,
    Part,
    PartKind,
    due_of,
    find_parts,
    kind_of,
    label_kind,
    spans_of,
)
from extractors.directions.lines.prose import direction_under
from extractors.directions.parallel.labels import BARE_FIGURE, FIGURE, LABELLED, Head
from extractors.directions.parallel.lines import Line
from extractors.directions.tables.cell_lines import lines_of
from extractors.text.spans import Span, squeezed, trimmed
from schemas.text import Block, Text

_LONGEST_LABEL, _LONGEST_PIECE = 12, 30
_INNER = re.compile(r"(?<=[。；])(?P<label>[\u4e00-\u9fff]{2,8})[:：]")
Said = tuple[str, Span]  # a label, "" for none, and what stands under it


def pairs_of(clean: str, line: Line) -> list[Said]:
    """症结：坡陡 or 题号 | KF-1 | 题目 | 康复床: each label with its value; [] for what has none."""
    if len(line.cells) == 1:
        own = line.cells[0]
        match = LABELLED.match(clean, own.start, own.end)
        return [(match["label"], trimmed(clean, match.end(), own.end))] if match is not None else []
    if len(line.cells) % 2:
        return []
    labels = [squeezed(one.of(clean)).strip("【】：:* ") for one in line.cells[::2]]
    if any(len(one) > _LONGEST_LABEL or _is_figure(one) for one in labels):
        return []
    return list(zip(labels, line.cells[1::2], strict=True))


def _is_figure(words: str) -> bool:
    return BARE_FIGURE.match(words) is not None


def tell(text: Text, lines: Sequence[Line], heads: Sequence[Head], ends: Sequence[int]) -> list[FoundDirection]:
    """The directions: by the labels that most of them share and by those of the lexicon."""
    starts = [line.start for line in lines]
    stretches = [
        [_cut(line, head.body) for line in lines[_first(lines, starts, head.body) : bisect_left(starts, end)]]
        for head, end in zip(heads, ends, strict=True)
    ]
    stretches = _parted(text.clean, stretches)
    said = [[pairs_of(text.clean, line) for line in own] for own in stretches]
    counts = Counter(label for own in said for label in {label for pairs in own for label, _ in pairs})
    shared = {label for label, count in counts.items() if count > 1 and count * 2 >= len(heads)}
    told = [_labelled(text, own, pairs, shared) for own, pairs in zip(stretches, said, strict=True)]
    under = _by_label(told)
    kinds = {label: announced(label, [span.of(text.clean) for span in spans]) for label, spans in under.items()}
    if not kinds or all(map(_in_running_text, repeat(text), stretches)):
        return [_unparted(text, head, end) for head, end in zip(heads, ends, strict=True)]
    if _all_tasks(text, told):
        kinds[""] = "task"
    return [_direction(text, head, own, kinds) for head, own in zip(heads, told, strict=True)]


def _parted(clean: str, stretches: Sequence[list[Line]]) -> list[list[Line]]:
    """With a line of its own for what most parts label within their text: …当场给出提示。行业约定：不得刮伤."""
    inner = [{one["label"] for line in own for one in _inner(clean, line)} for own in stretches]
    counts = Counter(label for labels in inner for label in labels)
    shared = {label for label, count in counts.items() if count > 1 and count * 2 >= len(stretches)}
    return [[part for line in own for part in _cut_at(clean, line, shared)] for own in stretches]


def _inner(clean: str, line: Line) -> Iterable[re.Match[str]]:
    return _INNER.finditer(clean, line.start, line.end) if len(line.cells) == 1 else ()


def _cut_at(clean: str, line: Line, labels: set[str]) -> list[Line]:
    cuts = [one.start() for one in _inner(clean, line) if one["label"] in labels and label_kind(one["label"]) is None]
    edges = [line.start, *cuts, line.end]
    return [Line(a, b, (Span(a, b),), line.table, line.row) for a, b in pairwise(edges)] if cuts else [line]


def _in_running_text(text: Text, lines: Sequence[Line]) -> bool:
    """内容：…。指标：…: labels one behind the other in one paragraph."""
    return len(lines) == 1 and len(find_parts(text, lines[0].start, lines[0].end)) > 1


def _unparted(text: Text, head: Head, end: int) -> FoundDirection:
    """All that is said; figures tell that it is of the work, though money is named as well."""
    found = direction_under(text, head.name, head.number, head.start, head.body, end)
    return replace(found, labelled=found.labelled or has_figure(text.clean[head.body : end]))


def _first(lines: Sequence[Line], starts: Sequence[int], body: int) -> int:
    """The line that holds the offset, or the next one."""
    at = bisect_left(starts, body)
    return at - 1 if at and lines[at - 1].end > body else at


def _cut(line: Line, body: int) -> Line:
    """What stands behind the name in its own line."""
    if line.start >= body:
        return line
    cells = tuple(Span(max(cell.start, body), cell.end) for cell in line.cells if cell.end > body)
    return Line(max(line.start, body), line.end, cells, line.table if len(cells) > 1 else None, line.row)


def _by_label(told: Sequence[Sequence[Said]]) -> dict[str, list[Span]]:
    said: dict[str, list[Span]] = {}
    for label, span in (one for own in told for one in own):
        said.setdefault(label, []).append(span)
    said.pop("", None)
    return said


def announced(label: str, texts: Sequence[str]) -> PartKind:
    """By the lexicon, else by what mostly stands under it."""
    figures = sum(has_figure(one) for one in texts)
    asks = sum(_asks(one) for one in texts)
    by_figures: PartKind | None = "goal" if figures * 2 > len(texts) else None
    return kind_of(label, texts[0]) or by_figures or ("task" if asks * 2 > len(texts) else "other")


def _asks(words: str) -> bool:
    """What must be (不得刮伤), or a list of what is to be (接口文档公开；历史数据不丢失)."""
    pieces = [one for one in re.split("[；;]", words) if one.strip()]
    listed = len(pieces) > 1 and all(len(one) <= _LONGEST_PIECE for one in pieces)
    return other_asks_of_work("备注", words) or (listed and other_asks_of_work("其他要求", words))


def has_figure(words: str) -> bool:
    """A bound of any kind."""
    return FIGURE.search(words) is not None or bool(bounds_in(words))


def _labelled(text: Text, lines: Sequence[Line], said: Sequence[list[Said]], shared: set[str]) -> list[Said]:
    """Each label with what stands under it, up to the next; "" for what stands before the first. A table ends it.

    Lines such as 亩产：≥450公斤 name a figure and open nothing.
    """
    cards = _cards(text, lines, said, shared)
    found: list[Said] = []
    opened = False
    for line, pairs in zip(lines, said, strict=True):
        if len(line.cells) > 1:
            found += pairs if line.table in cards else []
            opened = False
            continue
        own = line.cells[0]
        label, value = pairs[0] if pairs else ("", own)
        opens = bool(label) and (label in shared or label_kind(label) is not None)
        figure = bool(label) and BARE_FIGURE.match(text.clean, value.start, own.end) is not None
        # 症结：坡陡 / 运量：≥800 kg: no part of what was told on the label's own line
        opened = opened and not (figure and found[-1][1].end > found[-1][1].start and not _bounds(text, found[-1][1]))
        if opens and not figure:
            found.append((label, value))
        elif opened:
            before, span = found[-1]
            found[-1] = (before, Span(span.start if span.end > span.start else own.start, own.end))
        else:
            found.append(("", own))
        opened = True
    return found


def _bounds(text: Text, span: Span) -> bool:
    return FIGURE.search(span.of(text.clean)) is not None


def _cards(text: Text, lines: Sequence[Line], said: Sequence[list[Said]], shared: set[str]) -> set[int | None]:
    """The tables two of whose rows have labels that the parts share; a table of figures has only its head so."""
    rows: Counter[int | None] = Counter()
    for line, pairs in zip(lines, said, strict=True):
        known = [label in shared or label_kind(label) is not None for label, _ in pairs]
        bare = any(BARE_FIGURE.match(text.clean, value.start, value.end) for _, value in pairs)
        rows[line.table] += bool(known) and all(known) and not bare
    return {table for table, count in rows.items() if table is not None and count > 1}


def _direction(text: Text, head: Head, told: Sequence[Said], kinds: dict[str, PartKind]) -> FoundDirection:
    spans = [(kinds.get(label) or _unlabelled(text, span), span) for label, span in told]
    asked = [span.end for kind, span in spans if kind in ("task", "goal")]
    return direction_of(text, head, max(asked, default=trimmed(text.clean, head.start, head.body).end), spans)


def direction_of(
    text: Text,
    head: Head,
    end: int,
    spans: Sequence[tuple[PartKind, Span]],
    table: tuple[int, int, int, int] | None = None,
) -> FoundDirection:
    """The direction with what stands under its labels, each with its kind."""
    parts = [Part(kind, span.start, span) for kind, span in spans]
    tasks, goals = (_one_by_one(text, spans_of(parts, kind)) for kind in ("task", "goal"))
    return FoundDirection(
        name=head.name,
        number=number_of(head.number),
        start=head.start,
        end=end,
        tasks=tasks,
        goals=goals,
        due=due_of(text.clean, parts),
        table=table,
    )


def _one_by_one(text: Text, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Each paragraph by itself: items of a list whose bullets the copy lost are parted by nothing else."""
    return tuple(
        own
        for span in spans
        for block in text.blocks_in(span.start, span.end)
        for own in _lines(text, block, trimmed(text.clean, max(block.start, span.start), min(block.end, span.end)))
    )


def _lines(text: Text, block: Block, own: Span) -> tuple[Span, ...]:
    return lines_of(text, own) if block.table is not None else (own,)


def _all_tasks(text: Text, told: Sequence[Sequence[Said]]) -> bool:
    """What stands without a label tells the task in most parts, and so in those where it asks for nothing aloud."""
    kinds = [_unlabelled(text, span) for own in told for label, span in own if not label]
    return "goal" not in kinds and kinds.count("task") * 2 > len(told)


def _unlabelled(text: Text, span: Span) -> PartKind:
    """效率：≥90% right below the name is its goal, what must be (不得…) its task."""
    words = span.of(text.clean)
    if has_figure(words) and asks_of_work(words):
        return "goal"
    return "task" if other_asks_of_work("备注", words) else "other"
