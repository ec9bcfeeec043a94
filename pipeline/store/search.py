"""Passages by meaning and words, over the whole database, in one statement by brute force.

Both scores are turned into z-scores over the passages looked at and added, as for any retrieval of the matcher.
100,000 passages take a quarter of a second on one core.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.store.bulk import insert, merge, replace_facts, transaction
from pipeline.store.passage_rows import passage_rows, text_key
from pipeline.store.result import Rows
from schemas.notice import Notice
from schemas.submission import Submission

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Vector = Sequence[float]

_MOST_TERMS = 24
"""So many character pairs of the sought words are looked for; a longer text is searched by meaning alone beyond."""

_SHORTEST = 12
"""A passage of fewer characters (a cell of a form, a heading) answers nothing."""

_MOST_DEVIATIONS = 4.0
"""More than so many deviations above the mean a score of words does not count: the rest is up to meaning."""

_UNINDEXED = """
SELECT d.kind, coalesce(n.record, s.record)::VARCHAR FROM v_documents d
LEFT JOIN notices n ON n.notice_id = d.document_id LEFT JOIN submissions s ON s.submission_id = d.document_id
WHERE NOT d.superseded AND d.document_id NOT IN (SELECT document_id FROM passages)
  AND coalesce(n.record, s.record) IS NOT NULL
"""
_LACKING = """
SELECT any_value(text) FROM passages
WHERE text_key NOT IN (SELECT text_key FROM vectors WHERE model = $model) GROUP BY text_key ORDER BY text_key
"""
_SEARCH = """
WITH meant AS (
    SELECT text_key, list_inner_product(vector, $vector::FLOAT[]) AS meaning FROM vectors WHERE model = $model
), hit AS MATERIALIZED (
    SELECT p.document_id, p.position, m.meaning{hits}
    FROM passages p JOIN meant m USING (text_key) {within}
), over_all AS (
    SELECT count(*) AS passages, avg(meaning) AS m, greatest(stddev_pop(meaning), 1e-9) AS d{sums} FROM hit
), worded AS (
    SELECT hit.*, (meaning - m) / d AS near, {words} AS words FROM hit, over_all
), scaled AS (
    SELECT avg(words) AS m, greatest(stddev_pop(words), 1e-9) AS d FROM worded
), scored AS (
    SELECT document_id, position, meaning, words,
           $by_meaning * near + $by_words * least((words - scaled.m) / scaled.d, {cap}) AS score
    FROM worded, scaled ORDER BY score DESC, document_id, position LIMIT $most
)
SELECT p.document_id, p.kind, p.document, p.heading, p.page, round(s.score, 4) AS score, round(s.meaning, 4) AS meaning,
       round(s.words, 4) AS words, p.text
FROM scored s JOIN v_passages p USING (document_id, position) ORDER BY s.score DESC, p.document_id, p.position
"""
_CURRENT = "SELECT document_id FROM v_documents WHERE NOT superseded"
_OF_NOTICE = """
SELECT submission_id AS document_id FROM notice_submissions WHERE notice_id = $notice AND submission_id IN ({current})
"""


@dataclass(frozen=True, slots=True)
class Sought:
    """What to look for: ``vector`` of the words by ``model``, ``terms`` of the folded words, and how each weighs.

    ``notice`` is the full id of the notice whose applications alone are looked at, None for all documents.
    """

    model: str
    vector: Vector
    terms: Sequence[str]
    by_meaning: float
    by_words: float
    notice: str | None = None
    most: int = 10


def index_passages(connection: "DuckDBPyConnection") -> int:
    """Rows of ``passages`` for documents saved by a version that had none; how many documents that were."""
    found: list[Notice | Submission] = []
    for kind, record in connection.execute(_UNINDEXED).fetchall():
        parse = Notice.model_validate_json if kind == "notice" else Submission.model_validate_json
        found.append(parse(record))
    with transaction(connection):
        replace_facts(connection, merge([{"passages": passage_rows(record)} for record in found]), [])
    return len(found)


def lacking_texts(connection: "DuckDBPyConnection", model: str) -> list[str]:
    """The texts of passages that have no vector by this model yet."""
    return [row[0] for row in connection.execute(_LACKING, {"model": model}).fetchall()]


def save_vectors(connection: "DuckDBPyConnection", model: str, vectors: Mapping[str, Vector]) -> None:
    """Adds the vectors of texts; one that is there stays."""
    rows = {text_key(text): vector for text, vector in vectors.items()}
    with transaction(connection):
        insert(
            connection,
            "vectors",
            [{"model": model, "text_key": key, "vector": vector} for key, vector in rows.items()],
            "ON CONFLICT DO NOTHING",
        )


def load_vectors(connection: "DuckDBPyConnection", model: str, texts: Sequence[str]) -> dict[str, list[float]]:
    """The stored vectors of these texts, as far as there are any."""
    keys = {text_key(text): text for text in texts}
    select = "SELECT text_key, vector FROM vectors WHERE model = $model AND list_contains($keys::UBIGINT[], text_key)"
    found = connection.execute(select, {"model": model, "keys": list(keys)}).fetchall()
    return {keys[key]: vector for key, vector in found}


def search_passages(connection: "DuckDBPyConnection", sought: Sought) -> Rows:
    """The best passages, best first; a term counts once a passage, by how rare it is among those looked at."""
    terms = list(dict.fromkeys(sought.terms))[:_MOST_TERMS]
    numbers = range(len(terms))
    current = _CURRENT if sought.notice is None else _OF_NOTICE.format(current=_CURRENT)
    statement = _SEARCH.format(
        hits="".join(f", contains(p.folded, $t{i})::INT AS h{i}" for i in numbers),
        sums="".join(f", sum(h{i}) AS d{i}" for i in numbers),
        words=" + ".join(f"h{i} * ln(1 + (passages - d{i} + 0.5) / (d{i} + 0.5))" for i in numbers) or "0.0",
        within=f"WHERE length(p.text) >= {_SHORTEST} AND p.document_id IN ({current})",
        cap=_MOST_DEVIATIONS,
    )
    values = {f"t{i}": term for i, term in enumerate(terms)} | (
        {"notice": sought.notice} if sought.notice is not None else {}
    )
    cursor = connection.execute(
        statement,
        {
            "model": sought.model,
            "vector": list(sought.vector),
            "by_meaning": sought.by_meaning,
            "by_words": sought.by_words,
            "most": sought.most,
            **values,
        },
    )
    return Rows(tuple(column[0] for column in cursor.description or ()), cursor.fetchall())
