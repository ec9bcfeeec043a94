"""A picture of the field: which documents of the database speak about something, by meaning and by words."""

from pathlib import Path

from pipeline.matching.encoder import Encoder
from pipeline.matching.lexical import bigrams
from pipeline.matching.scoring import RETRIEVAL
from pipeline.matching.settings import MatchingSettings
from pipeline.store import Rows, Store, StoredVectors
from pipeline.store.search import Sought
from schemas.errors import UsageError

DEFAULT = MatchingSettings()


def search(
    words: str, database: Path, notice: str | None = None, matching: MatchingSettings = DEFAULT, most: int = 10
) -> Rows:
    """The passages nearest to ``words``, best first: id, document, heading, page, scores and text.

    ``notice`` is the id (or its beginning) of the notice whose applications alone are searched. Passages that have no
    vector by this model yet get one first, which is kept in the database, as is that of ``words``.
    Raises StoreError (no database), NoSuchRecord, UsageError (nothing to search for, no such model).
    """
    if not bigrams(words):
        raise UsageError(f"{words!r}: no words to search for.")
    encoder = Encoder(matching, StoredVectors(database))
    with Store(database, read_only=True) as store:
        key = None if notice is None else store.resolve_notice(notice)
    with Store(database) as store:
        store.index_passages()
        lacking = [*store.lacking_texts(encoder.name), words]
        store.save_vectors(encoder.name, dict(zip(lacking, encoder.encode(lacking).tolist(), strict=True)))
    sought = Sought(
        model=encoder.name,
        vector=encoder.encode([words], query=True)[0].tolist(),
        terms=bigrams(words),
        by_meaning=RETRIEVAL.mean,
        by_words=RETRIEVAL.words,
        notice=key,
        most=most,
    )
    with Store(database, read_only=True) as store:
        return store.search(sought)
