"""Screenings that stand: made before of the same files, notice, settings and program."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.store.bulk import insert
from schemas.finding import Screening
from schemas.peers import PeerFinding

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# The newest screening of each basis, if the application's record is still the one that it was made of.
KEPT = """
SELECT b.basis, b.run_id, s.record::VARCHAR
FROM screening_bases b
JOIN submissions u ON u.submission_id = b.submission_id AND md5(u.record::VARCHAR) = b.record_digest
JOIN screenings s ON s.run_id = b.run_id AND s.notice_id = b.notice_id AND s.submission_id = b.submission_id
WHERE b.notice_id = $notice AND list_contains($bases, b.basis)
QUALIFY row_number() OVER (PARTITION BY b.basis ORDER BY b.run_id DESC) = 1
"""

SAVE_BASES = """
INSERT INTO screening_bases
SELECT $run, $notice, k.submission_id, k.basis, md5(s.record::VARCHAR)
FROM (SELECT unnest($ids) AS submission_id, unnest($bases) AS basis) k JOIN submissions s USING (submission_id)
"""

COPY = """
INSERT INTO {table} BY NAME SELECT t.* REPLACE ($run AS run_id)
FROM {table} t JOIN (SELECT unnest($ids) AS submission_id, unnest($runs) AS run_id) k USING (submission_id, run_id)
WHERE t.notice_id = $notice
"""

# Every current application to a notice apart from some, with a digest of its record.
CURRENT = """
SELECT s.submission_id, md5(s.record::VARCHAR) FROM submissions s
JOIN v_documents d ON d.document_id = s.submission_id AND NOT d.superseded
WHERE s.submission_id IN (SELECT submission_id FROM notice_submissions WHERE notice_id = $notice)
  AND NOT list_contains($ids, s.submission_id) AND NOT list_contains($paths, d.path)
ORDER BY 1
"""

PEERS = """
SELECT record::VARCHAR FROM peer_findings WHERE notice_id = $notice AND run_id = $run ORDER BY position
"""


@dataclass(frozen=True, slots=True)
class KeptScreening:
    """A screening that stands, and the run that made it."""

    run: int
    screening: Screening


def load_kept(connection: "DuckDBPyConnection", notice: str, bases: Collection[str]) -> dict[str, KeptScreening]:
    """Basis -> the screening that was made of it, as far as there is one and its application's record is the same."""
    rows = connection.execute(KEPT, {"notice": notice, "bases": list(bases)}).fetchall()
    return {basis: KeptScreening(run, Screening.model_validate_json(record)) for basis, run, record in rows}


def save_bases(connection: "DuckDBPyConnection", run: int, notice: str, bases: Mapping[str, str]) -> None:
    """``bases``: submission id -> what its screening in this run was made of."""
    if bases:
        ids = {"ids": list(bases), "bases": list(bases.values())}
        connection.execute(SAVE_BASES, {"run": run, "notice": notice, **ids})


def copy_kept(connection: "DuckDBPyConnection", run: int, notice: str, kept: Mapping[str, int]) -> None:
    """Gives this run the screenings that stand; ``kept``: submission id -> the run that made them."""
    if kept:
        places = {"run": run, "notice": notice, "ids": list(kept), "runs": list(kept.values())}
        for table in ("screenings", "findings", "matches"):
            connection.execute(COPY.format(table=table), places)


def load_current(
    connection: "DuckDBPyConnection", notice: str, ids: Collection[str], paths: Collection[str]
) -> list[tuple[str, str]]:
    """Id and digest of the record of the current applications to the notice, but these ids and absolute paths."""
    rows = connection.execute(CURRENT, {"notice": notice, "ids": list(ids), "paths": list(paths)}).fetchall()
    return [(str(key), str(digest)) for key, digest in rows]


def load_kept_peers(connection: "DuckDBPyConnection", notice: str, basis: str) -> tuple[PeerFinding, ...] | None:
    """What was found across applications when they were compared on this basis; None where they were not."""
    select = "SELECT max(run_id) FROM peer_bases WHERE notice_id = ? AND basis = ?"
    row = connection.execute(select, [notice, basis]).fetchone()
    if row is None or row[0] is None:
        return None
    rows = connection.execute(PEERS, {"notice": notice, "run": row[0]}).fetchall()
    return tuple(PeerFinding.model_validate_json(record) for (record,) in rows)


def save_peer_basis(connection: "DuckDBPyConnection", run: int, notice: str, basis: str | None) -> None:
    """What the comparison across applications in this run was made of."""
    if basis is not None:
        insert(connection, "peer_bases", [{"run_id": run, "notice_id": notice, "basis": basis}])
