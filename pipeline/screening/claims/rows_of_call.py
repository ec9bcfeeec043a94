"""The call's own value, repeated in a row beside what is promised (掺氢比例 | ≥30% | 35%), is no promise."""

import re

from pipeline.screening.case import Case
from pipeline.screening.claims.compare import canonical_pair
from schemas.facts import Target

_FIGURE = re.compile(r"\s*(?:[≥≤＞＜><±]|不[低少高超大小][于过]?|达到?)?\s?\d[\d,.]*\s?(?P<unit>[^\d，。；]{0,10})$")


def quotes_call(case: Case, required: Target, claim: Target) -> bool:
    """The claim is what is asked to the letter, and another cell of its row holds another figure in its unit."""
    pair = canonical_pair(required, claim)
    if pair is None or pair[0] != pair[1] or claim.comparator != required.comparator:
        return False
    rows = (passage.evidence for passage in case.submission.passages if "\t" in passage.evidence.text)
    row = next((row for row in rows if row.overlaps(claim.evidence)), None)
    cells = [cell.strip() for cell in row.text.split("\t")[1:]] if row is not None else []
    own = claim.evidence.text.strip()
    others = [cell for cell in cells if cell != own] if own in cells else []
    return any(_unit(cell) == _unit(own) for cell in others if _unit(cell) is not None)


def _unit(cell: str) -> str | None:
    """The unit of a cell that holds a figure alone, empty where it has none; None for any other cell."""
    figure = _FIGURE.match(cell)
    return figure["unit"].strip() if figure is not None else None
