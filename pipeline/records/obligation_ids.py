"""Ids of obligations: stable for the same words of the same notice."""

import hashlib
from collections.abc import Iterable

from schemas.notice import FindingKind, Obligation


def obligation_id(kind: FindingKind, name: str, words: str) -> str:
    """``<kind>-<8 hex>`` of kind, name and the notice's words."""
    key = "\n".join((kind, name, words))
    return f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


def distinct(obligations: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """Each obligation once; two that differ and share an id get their place in the list into the second's."""
    found: dict[str, Obligation] = {}
    for obligation in obligations:
        known = found.get(obligation.id)
        if known is None:
            found[obligation.id] = obligation
        elif known != obligation:
            words = f"{obligation.evidence.text}\n{obligation.direction}\n{obligation.evidence.start}"
            other = obligation_id(obligation.kind, obligation.name, words)
            found[other] = obligation.model_copy(update={"id": other})
    return tuple(found.values())
