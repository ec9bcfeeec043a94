"""Wishes of a person (from the command line or a file) -> changes of decisions, all checked before any is made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from pipeline.review.desk import Desk
from pipeline.store import Store
from schemas.errors import UsageError
from schemas.finding import GAP_STATUSES, Finding, Status
from schemas.review import Change, Decision, Ruling

Wanted = Literal["confirmed", "overruled", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants of one finding; ``place`` is what an error calls it by (``row 5``).

    ``status`` is what the person holds instead, where that isn't plain. ``known_at`` is the time of the decision that
    the person saw (None: saw none, or looked at no file), ``seen`` whether a file showed it.
    """

    place: str
    finding: str
    wanted: Wanted
    by: str
    status: Status | None = None
    note: str = ""
    seen: bool = False
    known_at: datetime | None = None


def decide(store: Store, desk: Desk, wishes: Sequence[Wish], source: str = "command") -> tuple[Change, ...]:
    """Makes the changes that the wishes ask for and returns them; a wish for what stands already changes nothing.

    Raises UsageError that names every wish that cannot be, and then nothing is changed.
    """
    changes: list[Change] = []
    wrong: list[str] = []
    now = datetime.now(UTC)
    for wish in wishes:
        try:
            change = _change(desk, wish, now, source)
        except UsageError as error:
            wrong.append(f"{wish.place}: {error}")
        else:
            changes += [change] if change is not None else []
    wrong += _repeated(wishes)
    if wrong:
        raise UsageError("nothing was recorded. " + "\n".join(wrong))
    store.save_changes(changes)
    return tuple(changes)


def _repeated(wishes: Iterable[Wish]) -> list[str]:
    places: dict[str, str] = {}
    wrong = []
    for wish in wishes:
        if wish.finding in places:
            wrong.append(f"{wish.place}: {wish.finding} stands in {places[wish.finding]} already.")
        places.setdefault(wish.finding, wish.place)
    return wrong


def _change(desk: Desk, wish: Wish, now: datetime, source: str) -> Change | None:
    finding = desk.findings.get(wish.finding)
    before = desk.held.get(wish.finding)
    if finding is None and not (before is not None and wish.wanted == "withdrawn"):
        raise UsageError(f"no finding {wish.finding!r} in the screening of {desk.submission_id}.")
    if not wish.by.strip():
        raise UsageError("who decides? Give a name (--by, or the column 认定人).")
    after = None if finding is None or wish.wanted == "withdrawn" else _decision(desk, finding, wish, wish.wanted, now)
    if _same(before, after):
        return None
    if wish.seen and wish.known_at != (before.at if before is not None else None):
        raise UsageError(f"{wish.finding} {_since(before)}")
    return Change(
        submission_id=desk.submission_id,
        obligation_id=wish.finding,
        notice_id=desk.notice_id,
        before=before,
        after=after,
        by=wish.by.strip(),
        at=now,
        note=wish.note.strip(),
        source=source,
    )


def _since(before: Decision | None) -> str:
    what = f"decided anew by {before.by} at {before.at:%Y-%m-%d %H:%M:%S} UTC" if before is not None else "withdrawn"
    return f"was {what} since this file was written: write it again with --out, and decide there."


def _decision(desk: Desk, finding: Finding, wish: Wish, ruling: Ruling, now: datetime) -> Decision:
    return Decision(
        submission_id=desk.submission_id,
        obligation_id=finding.obligation_id,
        notice_id=desk.notice_id,
        ruling=ruling,
        status=_status(finding, ruling, wish.status),
        machine_status=finding.status,
        note=wish.note.strip(),
        by=wish.by.strip(),
        at=now,
    )


def _status(finding: Finding, ruling: Ruling, wanted: Status | None) -> Status:
    """What the person holds: an overruled gap is met unless said otherwise, anything else must be said."""
    if ruling == "confirmed":
        if wanted is not None and wanted != finding.status:
            raise UsageError(f"confirmed is what the machine says ({finding.status}); to hold {wanted}, overrule it.")
        return finding.status
    if wanted is None and finding.status not in GAP_STATUSES:
        raise UsageError(f"{finding.obligation_id} is {finding.status}, no gap; say what it is instead (--as, 改判为).")
    held: Status = wanted or "met"
    if held == finding.status:
        raise UsageError(f"overruled as {held}, which is what the machine says; confirm it, or name another status.")
    return held


def _same(one: Decision | None, other: Decision | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.ruling, one.status, one.note, one.by) == (other.ruling, other.status, other.note, other.by)
