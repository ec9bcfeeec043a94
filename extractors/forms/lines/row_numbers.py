"""The numbers that count the rows of a form in lines (1  单位名称　　某某公司): they say nothing of what a row asks."""

import re
from collections.abc import Sequence

from extractors.forms.labels.words import is_known_label
from extractors.text.spans import Span

# 1 单位名称, 12 研发人员人数（人）; not 3 个月, nor 2 台 …, since most of the words behind have to be labels
_ROW = re.compile(r"(?P<number>\d{1,2})[ \t\u3000]{1,4}(?P<label>[\u4e00-\u9fff][^\s：:]{1,30})")
_LEAST = 4  # rows that count on from each other
_KNOWN = 0.5  # of their labels are in the lexicon


def without_row_numbers(clean: str, spans: Sequence[Span]) -> Sequence[Span]:
    """The lines, those that a form counts without the number; a list of papers is counted so too, and has no labels."""
    rows = [_ROW.match(clean, span.start, span.end) for span in spans]
    counted = _counting(rows)
    known = sum(is_known_label(row["label"]) for row in counted.values())
    if len(counted) < _LEAST or known < _KNOWN * len(counted):
        return spans
    starts = {at: row.start("label") for at, row in counted.items()}
    return [Span(starts.get(at, span.start), span.end) for at, span in enumerate(spans)]


def _counting(rows: Sequence[re.Match[str] | None]) -> dict[int, re.Match[str]]:
    """Those with the number after that of the one before, the first with any."""
    found: dict[int, re.Match[str]] = {}
    last: int | None = None
    for at, row in enumerate(rows):
        if row is not None and (last is None or int(row["number"]) == last + 1):
            found[at], last = row, int(row["number"])
    return found
