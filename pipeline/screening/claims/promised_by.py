"""What is promised for the time that the notice sets, where the row goes on with later years (2025年 | 2026年)."""

from pipeline.screening.case import Case
from pipeline.screening.claims.compare import canonical_pair
from pipeline.screening.dates import last_day
from schemas.facts import Target


def promised_by(case: Case, required: Target, claim: Target) -> Target | None:
    """The last figure of the claim's own row whose year is not after the one asked for; None where there is none."""
    wanted = last_day(required.due) if required.due else None
    row = case.row_of(claim.evidence)
    if wanted is None or not row:
        return None
    in_time = [
        (due, figure)
        for figure in case.submission.figures
        if figure.stage == "milestone" and figure.metric == claim.metric and case.row_of(figure.evidence) == row
        if (due := last_day(figure.due or "")) is not None and due <= wanted
        if canonical_pair(required, figure) is not None
    ]
    return max(in_time, key=lambda pair: pair[0])[1] if in_time else None
