"""The store: the only place that knows DuckDB.

with Store(path) as store:
    summary = store.save_run(RunResult(...))
with Store(path, read_only=True) as store:
    notice = store.load_notice("n-0123456789")
    gaps = store.query("SELECT * FROM v_gaps")
"""

from pipeline.identity import notice_id, submission_id
from pipeline.store.errors import (
    NoSuchRecord,
    QueryRefused,
    StoreDamaged,
    StoreError,
    StoreLocked,
    StoreMissing,
    StoreTooNew,
)
from pipeline.store.remembered import StoredVectors
from pipeline.store.result import Rows, RowStream, RunResult, RunSummary, SourceText
from pipeline.store.store import Store

__all__ = [
    "NoSuchRecord",
    "QueryRefused",
    "RowStream",
    "Rows",
    "RunResult",
    "RunSummary",
    "SourceText",
    "Store",
    "StoreDamaged",
    "StoreError",
    "StoreLocked",
    "StoreMissing",
    "StoreTooNew",
    "StoredVectors",
    "notice_id",
    "submission_id",
]
