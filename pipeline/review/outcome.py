"""A screening as people left it: decided findings carry the person's status, and the verdict follows."""

from collections.abc import Iterable

from pipeline.screening import Settings
from pipeline.screening.screen import verdict
from schemas.finding import Finding, Screening
from schemas.review import Decision


def reviewed(screening: Screening, decisions: Iterable[Decision], settings: Settings | None = None) -> Screening:
    """The screening with the statuses that people decided, each held for certain; without decisions as it was.

    An overruled gap is no gap, and where the one that others follow from is overruled, each of them still counts.
    """
    held = {decision.obligation_id: decision for decision in decisions}
    if not held:
        return screening
    findings = tuple(_held(finding, held.get(finding.obligation_id)) for finding in screening.findings)
    return screening.model_copy(update={"findings": findings, "verdict": verdict(findings, settings or Settings())})


def _held(finding: Finding, decision: Decision | None) -> Finding:
    if decision is None:
        return finding
    return finding.model_copy(update={"status": decision.status, "confidence": 1.0})


def gaps_of(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that are gaps; of those that follow from one cause the first."""
    seen: set[str] = set()
    found = []
    for finding in findings:
        if not finding.counts or (finding.cause is not None and finding.cause in seen):
            continue
        if finding.cause is not None:
            seen.add(finding.cause)
        found.append(finding)
    return found
