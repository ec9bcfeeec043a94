"""Lists of a form (项目组成员, 经费预算): which table of an application answers one, and what is filled in."""

import re
from collections.abc import Sequence

from extractors.forms.tables.lists import numbers_rows
from pipeline.screening.application.labels import alike
from pipeline.screening.application.substance import is_placeholder
from schemas.facts import ListTable

SAME_HEAD = 0.75
SAME_HEADS = 0.6  # the share of the template's heads that the applicant's table has
_NUMBER = re.compile(r"[\d一二三四五六七八九十]{0,3}[.、．]?|合计|总计|小计|……?")
_SIGNED = re.compile(r"签[字名章]|本人签")
_OWNER = re.compile(r"姓名|成员|人员")


def answer(template: ListTable, tables: Sequence[ListTable]) -> ListTable | None:
    """The table with the most of the template's heads, among equals the likest name and one that is filled in.

    None where none has enough of the heads.
    """
    best = max(tables, key=lambda one: _rank(template, one), default=None)
    return best if best is not None and _shared(template, best) >= SAME_HEADS else None


def filled_rows(template: ListTable, table: ListTable) -> list[tuple[str, ...]]:
    """The rows with words that the template does not print, or figures; 1, 2 that count the rows are none."""
    printed = {cell for row in template.rows for cell in row}
    counts = {place for place, head in enumerate(table.columns) if place == 0 or numbers_rows(head)}
    return [row for row in table.rows if any(_says(cell, printed, place in counts) for place, cell in enumerate(row))]


def unsigned(table: ListTable) -> list[str]:
    """Who did not sign in a column for signatures (签字) where others did, by name."""
    places = [i for i, head in enumerate(table.columns) if _SIGNED.search(head)]
    owners = [i for i, head in enumerate(table.columns) if _OWNER.search(head) and i not in places]
    if not places or not owners:
        return []
    rows = [(row[owners[0]], row[places[0]]) for row in table.rows if not is_placeholder(row[owners[0]])]
    return [name for name, signature in rows if not signature] if any(signature for _, signature in rows) else []


def _rank(template: ListTable, table: ListTable) -> tuple[float, float, bool]:
    return _shared(template, table), alike(template.name, table.name), bool(filled_rows(template, table))


def _shared(template: ListTable, table: ListTable) -> float:
    heads = [head for head in template.columns if not _NUMBER.fullmatch(head)]
    found = sum(any(alike(head, own) >= SAME_HEAD for own in table.columns) for head in heads)
    return found / len(heads) if heads else 0.0


def _says(cell: str, printed: set[str], counts: bool) -> bool:
    if cell in printed or is_placeholder(cell):
        return False
    return not counts or _NUMBER.fullmatch(cell) is None
