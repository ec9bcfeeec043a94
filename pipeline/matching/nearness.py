"""How near sentences are to clauses in meaning: whole against whole, and piece by piece in both directions."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.matching.encoder import Encoder
from pipeline.matching.scoring import late_interaction

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Nearness:
    """Each of shape (sentences, clauses), -1 to 1.

    ``whole`` the cosine of the mean vectors, ``covered`` how much of the clause the sentence says (late interaction of
    the clause with the sentence), ``within`` how much of the sentence the clause says.
    """

    whole: Scores
    covered: Scores
    within: Scores


def nearness(sentences: Sequence[str], clauses: Sequence[str], encoder: Encoder) -> Nearness:
    """Every sentence compared with every clause.

    Raises:
        UsageError: the model cannot be loaded.
    """
    whole = encoder.encode(sentences) @ encoder.encode(clauses).T
    said, asked = encoder.pieces(sentences), encoder.pieces(clauses)
    covered = [[late_interaction(clause, sentence) for clause in asked] for sentence in said]
    within = [[late_interaction(sentence, clause) for clause in asked] for sentence in said]
    shape = (len(sentences), len(clauses))
    return Nearness(whole, np.reshape(covered, shape).astype(np.float32), np.reshape(within, shape).astype(np.float32))
