"""Saving a run: everything of it in one transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pipeline.identity import notice_id, submission_id
from pipeline.store.bulk import insert, merge, replace_facts, transaction, upsert
from pipeline.store.errors import StoreError
from pipeline.store.kept import copy_kept, save_bases, save_peer_basis
from pipeline.store.peers import peer_rows
from pipeline.store.record_rows import document_row, notice_facts, notice_row, submission_facts, submission_row
from pipeline.store.result import RunResult, RunSummary, SourceText
from pipeline.store.rows import Row
from pipeline.store.screening_rows import screening_rows
from pipeline.store.versions import State, compare, every_path
from schemas.notice import Notice
from schemas.submission import Submission

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def save(connection: "DuckDBPyConnection", result: RunResult) -> RunSummary:
    """Saves the run in one transaction; on any error the database is as it was before."""
    with transaction(connection):
        return _save(connection, result)


def _save(connection: "DuckDBPyConnection", result: RunResult) -> RunSummary:
    row = connection.execute("SELECT coalesce(max(run_id), 0) + 1 FROM runs").fetchone()
    run = int(row[0]) if row else 1
    states, versions = compare(connection, run, every_path(result))
    insert(connection, "runs", [_run_row(run, result, states)])
    _save_records(connection, result)
    insert(connection, "document_versions", versions)
    _save_screenings(connection, run, result)
    if result.notice is not None:
        for table, rows in peer_rows(run, result.notice, result.peers).items():
            insert(connection, table, rows)
        save_peer_basis(connection, run, result.notice, result.peer_basis)
    failures = [{"run_id": run, "position": at, **failure.model_dump()} for at, failure in enumerate(result.failures)]
    insert(connection, "failures", failures)
    _save_texts(connection, {text.sha256: text for text in result.texts})
    return _summary(run, states, result)


def _save_texts(connection: "DuckDBPyConnection", texts: Mapping[str, SourceText]) -> None:
    """By content: the texts, and how each was read."""
    columns = [{"sha256": key, "path": text.path, "text": text.text} for key, text in texts.items()]
    upsert(connection, "document_texts", columns)
    pages = [{"sha256": key, **asdict(page)} for key, text in texts.items() for page in text.pages]
    notes = [
        {"sha256": key, "position": position, "note": note}
        for key, text in texts.items()
        for position, note in enumerate(text.notes)
    ]
    replace_facts(connection, {"document_pages": pages, "document_notes": notes}, texts)


def _run_row(run: int, result: RunResult, states: Mapping[str, State]) -> Row:
    found = list(states.values())
    return {
        "run_id": run,
        "verb": result.verb,
        "program": result.program,
        "notice_id": result.notice,
        "started_at": _utc(result.started_at),
        "finished_at": _utc(result.finished_at),
        "records_new": found.count("new"),
        "records_changed": found.count("changed"),
        "records_unchanged": found.count("unchanged"),
        "screened": len(result.screenings),
        "failed": len(result.failures),
    }


def _utc(time: datetime) -> datetime:
    return time.astimezone(UTC).replace(tzinfo=None) if time.tzinfo else time


def _save_records(connection: "DuckDBPyConnection", result: RunResult) -> None:
    notices = {notice_id(notice): notice for notice in result.notices}
    submissions = {submission_id(submission): submission for submission in result.submissions}
    _add_documents(connection, {**notices, **submissions})
    upsert(connection, "notices", [notice_row(notice) for notice in notices.values()])
    upsert(connection, "submissions", [submission_row(submission) for submission in submissions.values()])
    facts = [notice_facts(notice) for notice in notices.values()]
    facts += [submission_facts(submission) for submission in submissions.values()]
    replace_facts(connection, merge(facts), [*notices, *submissions])


def _add_documents(connection: "DuckDBPyConnection", records: Mapping[str, Notice | Submission]) -> None:
    known = dict(connection.execute("SELECT document_id, sha256 FROM documents").fetchall())
    fresh = []
    for document, record in records.items():
        if document not in known:
            kind = "notice" if isinstance(record, Notice) else "submission"
            fresh.append(document_row(document, kind, record.source))
        elif known[document] != record.source.sha256:
            raise StoreError(f"two contents share the id {document}: {known[document]} and {record.source.sha256}.")
    insert(connection, "documents", fresh)


def _save_screenings(connection: "DuckDBPyConnection", run: int, result: RunResult) -> None:
    links = {(notice, submission) for submission, notice in result.links}
    screenings = {submission_id(screening): screening for screening in result.screenings}
    if screenings:
        if result.notice is None:
            raise ValueError("screenings need the id of their notice")
        _must_be_known(connection, [result.notice, *screenings])
        fresh = {key: each for key, each in screenings.items() if key not in result.kept}
        submissions = _submissions(connection, result, fresh)
        parts = [screening_rows(run, result.notice, each, submissions.get(key)) for key, each in fresh.items()]
        for table, rows in merge(parts).items():
            insert(connection, table, rows)
        copy_kept(connection, run, result.notice, result.kept)
        save_bases(connection, run, result.notice, result.bases)
        links |= {(result.notice, submission) for submission in screenings}
    rows = [{"notice_id": notice, "submission_id": submission} for notice, submission in sorted(links)]
    insert(connection, "notice_submissions", rows, "ON CONFLICT DO NOTHING")


def _must_be_known(connection: "DuckDBPyConnection", ids: list[str]) -> None:
    known = {row[0] for row in connection.execute("SELECT document_id FROM documents").fetchall()}
    if lacking := [key for key in ids if key not in known]:
        raise StoreError(f"neither the database nor this run holds {', '.join(lacking)}.")


def _submissions(connection: "DuckDBPyConnection", result: RunResult, screened: Iterable[str]) -> dict[str, Submission]:
    """The submissions screened: those of the run, and those that an earlier run saved."""
    found = {submission_id(submission): submission for submission in result.submissions}
    lacking = [key for key in screened if key not in found]
    select = "SELECT submission_id, record::VARCHAR FROM submissions WHERE list_contains(?, submission_id)"
    for key, record in connection.execute(select, [lacking]).fetchall() if lacking else ():
        found[key] = Submission.model_validate_json(record)
    return found


def _summary(run: int, states: Mapping[str, State], result: RunResult) -> RunSummary:
    def those(state: State) -> tuple[str, ...]:
        return tuple(path for path, found in states.items() if found == state)

    return RunSummary(
        run=run,
        new=those("new"),
        changed=those("changed"),
        unchanged=those("unchanged"),
        failed=tuple(failure.path for failure in result.failures),
    )
