"""Labels with their values above the first chapter (题头) or in lines of running text: 项目名称：某某."""

from collections.abc import Sequence

from extractors.forms.labels.in_lines import behind_gap, labelled
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import ASKS_TEXT, is_known_label, is_shared_label
from extractors.forms.lines.heads import group_opened, is_caption
from extractors.forms.lines.lines import CHOICE
from extractors.text.spans import Span
from extractors.text.ticks import find_options
from schemas.outline import Role
from schemas.text import Text

_LONGEST = 80  # characters of a value


def read_head(text: Text, spans: Sequence[Span], role: Role) -> list[RawField]:
    """The labels that the lexicon knows above the first chapter: 项目名称：某某 under the title of a report.

    摘要： alone is answered by the line below.
    """
    found: list[RawField] = []
    waits: RawField | None = None
    group: str | None = None
    for index, span in enumerate(spans):
        opened = group_opened(text.clean, spans, index)
        if opened or is_caption(text.clean, spans, index):
            group, waits = opened or None, None
            continue
        pairs = labelled(text.clean, span.start, span.end, anywhere=False) or behind_gap(text.clean, span)
        group = group if pairs and all(is_shared_label(label.of(text.clean)) for label, _ in pairs) else None
        if all(_is_pair_of_head(text.clean, label, value) for label, value in pairs):
            found += [
                RawField(label, role, group, [value] if value.end > value.start else []) for label, value in pairs
            ]
        options = bool(find_options(text.clean, span.start, span.end)) and not pairs
        if not pairs and waits is not None:
            waits.add(span)
        last = found[-1] if pairs and found else None
        if not (options and waits is not None):  # more boxes below
            waits = last if last and not last.values and _awaits(last.label.of(text.clean)) else None
    return found


def _is_pair_of_head(clean: str, label: Span, value: Span) -> bool:
    """A known label with a short value, or with a text where it asks for one (单位概况：…)."""
    words = label.of(clean)
    return is_known_label(words) and (value.end - value.start <= _LONGEST or ASKS_TEXT.search(words) is not None)


def _awaits(label: str) -> bool:
    """摘要：, 揭榜方向（限选一项）： with nothing behind: the lines below answer it."""
    return ASKS_TEXT.search(label) is not None or CHOICE.search(label) is not None


def read_rows(text: Text, spans: Sequence[Span], role: Role) -> list[RawField]:
    """Lines among running text that are nothing but known labels with their values, two at least."""
    rows = [span for span in spans if len(labelled(text.clean, span.start, span.end, anywhere=False)) > 1]
    return [field for field in read_head(text, rows, role) if field.values]
