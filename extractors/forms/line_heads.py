"""Lines of a form that head others: the title of a part, a label above its boxes."""

import re
from collections.abc import Sequence

from extractors.forms.labels import labelled
from extractors.forms.words import is_known_label
from extractors.text.spans import Span
from extractors.text.ticks import find_options

_PART_TITLE = re.compile(r"[（(]?[甲乙丙丁戊己庚辛][)）、.．]\s?[^：:，。；\n]{2,20}")
_ALONE = re.compile(r"(?P<label>[\u4e00-\u9fff][\u4e00-\u9fff、/（）()\d]{1,19})\s?[:：]\s*")


def is_part_title(clean: str, spans: Sequence[Span], index: int, *, waits: bool) -> bool:
    """（乙）项目基本情况 above a table or a known label; not an item of a long answer (甲、乙双方共享…).

    ``waits``: a label above has no value yet.
    """
    if _PART_TITLE.fullmatch(clean, spans[index].start, spans[index].end) is None:
        return False
    after = spans[index + 1] if index + 1 < len(spans) else None
    below = labelled(clean, after.start, after.end, anywhere=False) if after is not None else []
    known = bool(below) and is_known_label(below[0][0].of(clean))
    framed = clean[spans[index].start] in "（("
    return known or (after is None and framed and not waits)


def label_over_boxes(clean: str, spans: Sequence[Span], index: int) -> Span | None:
    """所揭榜题： above a line of boxes is a label, whatever it is called."""
    label = _ALONE.match(clean, spans[index].start, spans[index].end)
    if label is None or label.end() < spans[index].end or index + 1 >= len(spans):
        return None
    options = find_options(clean, spans[index + 1].start, spans[index + 1].end)
    heads = bool(options) and options[0].start == spans[index + 1].start
    return Span(label.start("label"), label.end("label")) if heads else None
