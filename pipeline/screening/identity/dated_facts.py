"""A date that is said of somebody, with the words and the place."""

from dataclasses import dataclass

from extractors.values.dates import find_dates
from schemas.evidence import Evidence


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A year, and a month where one is told; ``words`` as they stand there."""

    year: int
    month: int | None
    words: str
    evidence: Evidence | None


def dated(date: str, evidence: Evidence | None, words: str | None = None) -> DatedFact | None:
    """The date as it is said; None where no year is told."""
    found = next(iter(find_dates(date)), None)
    if found is None or found.first.year is None:
        return None
    month = found.first.month or 0
    return DatedFact(found.first.year, month if 1 <= month <= 12 else None, words or date, evidence)


def differ(one: DatedFact, other: DatedFact) -> bool:
    """Of two years, or of two months of one."""
    months = one.month is not None and other.month is not None and one.month != other.month
    return one.year != other.year or months
