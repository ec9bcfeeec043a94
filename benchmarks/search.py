"""How long a search over many stored passages takes: ``python -m benchmarks.matching`` calls it."""

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from pipeline.store import RunResult, Store
from pipeline.store.search import Sought
from schemas.document import SourceFile
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.submission import Submission

MODEL = "random"
_WORDS = "研制面向不良地质的超前探测装置与盾构姿态自主控制系统支持断点续训与联邦学习完成流片并通过第三方检测"
_PASSAGES_EACH = 500
_TRIES = 5


def measure(path: Path, dimensions: int, passages: int) -> float:
    """CPU seconds of the fastest of five searches; the database is made at ``path``."""
    import duckdb

    random = np.random.default_rng(7)
    submissions = tuple(_submissions(random, passages))
    with Store(path) as store:
        now = time.gmtime()
        started = f"{now.tm_year}-01-01T00:00:00"
        store.save_run(
            RunResult.model_validate(
                {"verb": "ingest", "started_at": started, "finished_at": started, "submissions": submissions}
            )
        )
    with duckdb.connect(str(path)) as connection:
        keys = connection.execute("SELECT DISTINCT text_key FROM passages").fetchnumpy()["text_key"]
        for part in np.array_split(keys, 20):
            vectors = random.normal(size=(len(part), dimensions)).astype(np.float32)
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            _add(connection, part, vectors)
    sought = Sought(MODEL, vectors[0].tolist(), ["断点", "点续", "续训", "联邦"], 0.65, 0.35)
    with Store(path, read_only=True) as store:
        return min(_timed(store, sought) for _ in range(_TRIES))


def _add(connection: object, keys: object, vectors: object) -> None:
    import pyarrow

    rows = pyarrow.table({"text_key": keys, "vector": list(vectors)})  # type: ignore[call-overload]
    connection.register("staged", rows)  # type: ignore[attr-defined]
    connection.execute(f"INSERT INTO vectors SELECT '{MODEL}', text_key, vector FROM staged")  # type: ignore[attr-defined]


def _timed(store: Store, sought: Sought) -> float:
    began = time.process_time()
    store.search(sought)
    return time.process_time() - began


def _submissions(random: np.random.Generator, passages: int) -> Iterator[Submission]:
    letters = np.array(list(_WORDS))
    for number in range(passages // _PASSAGES_EACH):
        texts = ["".join(random.permutation(letters)) for _ in range(_PASSAGES_EACH)]
        yield Submission(
            source=SourceFile(
                path=f"{number}.txt", sha256=f"{number:064x}"[::-1], media_type="text/plain", parser="text"
            ),
            passages=tuple(Passage(text=text, evidence=Evidence(text=text, start=0, end=len(text))) for text in texts),
        )
