"""What applications share: the rows of a run's findings across submissions, and the records again."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from pipeline.store.rows import Row, Tables
from schemas.evidence import Evidence
from schemas.peers import PeerFinding
from schemas.submission import Submission

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PEERS = """
SELECT record::VARCHAR FROM peer_findings WHERE notice_id = $notice
AND run_id = (SELECT max(run_id) FROM runs WHERE notice_id = $notice AND verb = 'screen') ORDER BY position
"""

# The newest versions linked to a notice, but those that a run brings anew or in another version.
OTHERS = """
SELECT s.record::VARCHAR FROM submissions s
JOIN v_documents d ON d.document_id = s.submission_id AND NOT d.superseded
WHERE s.submission_id IN (SELECT submission_id FROM notice_submissions WHERE notice_id = $notice)
  AND NOT list_contains($ids, s.submission_id) AND NOT list_contains($paths, d.path)
ORDER BY d.path
"""

BY_CONTENT = "SELECT sha256, text FROM document_texts WHERE list_contains(?, sha256)"


def peer_rows(run: int, notice: str, findings: Sequence[PeerFinding]) -> Tables:
    """The rows of ``peer_findings`` and ``peer_passages``."""
    key: Row = {"run_id": run, "notice_id": notice}
    heads: list[Row] = []
    passages: list[Row] = []
    for position, finding in enumerate(findings):
        head = {name: getattr(finding, name) for name in ("kind", "value", "explanation", "confidence")}
        ids = {"one_id": finding.one, "other_id": finding.other, "record": finding.model_dump_json()}
        heads.append({**key, "position": position, **head, **ids})
        for number, passage in enumerate(finding.passages):
            place = {"position": position, "passage": number, "chars": passage.chars}
            passages.append({**key, **place, **_side("one", passage.one), **_side("other", passage.other)})
    return {"peer_findings": heads, "peer_passages": passages}


def _side(name: str, evidence: Evidence) -> Row:
    return {
        name: evidence.text,
        f"{name}_file": evidence.file,
        f"{name}_page": evidence.page,
        f"{name}_start": evidence.start,
        f"{name}_end": evidence.end,
    }


def load_peers(connection: "DuckDBPyConnection", notice: str) -> list[PeerFinding]:
    """What the newest screening against the notice found across applications."""
    rows = connection.execute(PEERS, {"notice": notice}).fetchall()
    return [PeerFinding.model_validate_json(record) for (record,) in rows]


def load_others(
    connection: "DuckDBPyConnection", notice: str, ids: Collection[str], paths: Collection[str]
) -> list[Submission]:
    """The current applications to the notice apart from these ids and absolute paths."""
    rows = connection.execute(OTHERS, {"notice": notice, "ids": list(ids), "paths": list(paths)}).fetchall()
    return [Submission.model_validate_json(record) for (record,) in rows]


def load_contents(connection: "DuckDBPyConnection", hashes: Collection[str]) -> dict[str, str]:
    """sha256 -> text of the files with these contents, as far as their texts were saved."""
    return dict(connection.execute(BY_CONTENT, [list(hashes)]).fetchall())
