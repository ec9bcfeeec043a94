"""Decisions of people on findings: kept apart from runs, each change on record."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pipeline.store.bulk import insert, transaction
from pipeline.store.rows import Row
from schemas.review import Change, Decision, EarlierDecision

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

REPLACING = """
ON CONFLICT (submission_id, obligation_id) DO UPDATE SET notice_id = excluded.notice_id, ruling = excluded.ruling,
status = excluded.status, machine_status = excluded.machine_status, note = excluded.note,
decided_by = excluded.decided_by, decided_at = excluded.decided_at
"""

COLUMNS = "submission_id, obligation_id, notice_id, ruling, status, machine_status, note, decided_by, decided_at"

DECISIONS = f"""
SELECT {COLUMNS} FROM decisions WHERE list_contains(?, submission_id) ORDER BY submission_id, obligation_id
"""

# Of the versions before at the same path, the newest decision on each obligation.
EARLIER = f"""
WITH now AS (
    SELECT document_id AS current_id, path, max(version) AS version FROM document_versions
    WHERE list_contains(?, document_id) GROUP BY ALL
)
SELECT now.current_id, before.version, {", ".join(f"d.{name}" for name in COLUMNS.split(", "))}
FROM now
JOIN document_versions before ON before.path = now.path AND before.version < now.version
JOIN decisions d ON d.submission_id = before.document_id AND d.submission_id <> now.current_id
QUALIFY row_number() OVER (PARTITION BY now.current_id, d.obligation_id ORDER BY before.version DESC) = 1
ORDER BY now.current_id, d.obligation_id
"""


def load_decisions(connection: "DuckDBPyConnection", submissions: Sequence[str]) -> list[Decision]:
    """The decisions that stand on the findings of these applications."""
    return [_decision(row) for row in connection.execute(DECISIONS, [list(submissions)]).fetchall()]


def load_earlier_decisions(connection: "DuckDBPyConnection", submissions: Sequence[str]) -> list[EarlierDecision]:
    """The decisions on earlier versions of these applications."""
    rows = connection.execute(EARLIER, [list(submissions)]).fetchall()
    return [EarlierDecision(submission_id=key, version=version, decision=_decision(row)) for key, version, *row in rows]


def save_changes(connection: "DuckDBPyConnection", changes: Sequence[Change]) -> None:
    """Sets, replaces and takes back decisions and adds each change to the audit table, all of them or none."""
    with transaction(connection):
        ((last,),) = connection.execute("SELECT coalesce(max(change_id), 0) FROM decision_changes").fetchall()
        insert(connection, "decision_changes", [_change(last + n, each) for n, each in enumerate(changes, start=1)])
        for each in changes:
            if each.after is None:
                key = [each.submission_id, each.obligation_id]
                connection.execute("DELETE FROM decisions WHERE submission_id = ? AND obligation_id = ?", key)
        insert(connection, "decisions", [_row(each.after) for each in changes if each.after is not None], REPLACING)


def _decision(row: Sequence[Any]) -> Decision:
    submission, obligation, notice, ruling, status, machine, note, by, at = row
    return Decision(
        submission_id=submission,
        obligation_id=obligation,
        notice_id=notice,
        ruling=ruling,
        status=status,
        machine_status=machine,
        note=note,
        by=by,
        at=at.replace(tzinfo=UTC),
    )


def _row(decision: Decision) -> Row:
    return {
        **decision.model_dump(exclude={"by", "at"}),
        "decided_by": decision.by,
        "decided_at": _naive(decision.at),
    }


def _change(number: int, change: Change) -> Row:
    before, after = change.before, change.after
    return {
        "change_id": number,
        "submission_id": change.submission_id,
        "obligation_id": change.obligation_id,
        "notice_id": change.notice_id,
        "changed_at": _naive(change.at),
        "changed_by": change.by,
        "source": change.source,
        "from_ruling": before.ruling if before else None,
        "from_status": before.status if before else None,
        "from_note": before.note if before else None,
        "to_ruling": after.ruling if after else None,
        "to_status": after.status if after else None,
        "note": change.note,
    }


def _naive(time: datetime) -> datetime:
    """UTC without a zone, as the database keeps times."""
    return time.astimezone(UTC).replace(tzinfo=None)
