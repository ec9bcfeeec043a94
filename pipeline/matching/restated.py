"""Sentences that repeat the notice: a copy alone answers nothing, a restated requirement with its how is answered.

支持分钟级断点续训。采用分层异步检查点，…: the first sentence is the notice's, the second says how. What follows a
copy must stand in the same paragraph, or right under it where the copy is a heading or a short paragraph of its own.
"""

from collections.abc import Sequence

from pipeline.matching.passages import Sentence, bare
from schemas.facts import Passage

_FOLLOWING = 4  # own sentences after a copy that may say how
_HEADING = 2  # sentences: a copied paragraph of so many may head the next one; the whole task pasted in does not
_GAP = 3  # characters between two paragraphs
_SUBSTANCE = 16  # characters without marks that how something is done takes at least


def followed(sentences: Sequence[Sentence], own: Sequence[bool], passages: Sequence[Passage]) -> dict[int, list[int]]:
    """For each copied sentence (``own`` False) with own ones behind it, the indices of those.

    Copies in a row share what follows the last of them.
    """
    found: dict[int, list[int]] = {}
    start = 0
    while start < len(sentences):
        if own[start]:
            start += 1
            continue
        end = start + 1
        while end < len(sentences) and not own[end] and _same_paragraph(sentences[end - 1], sentences[end], passages):
            end += 1
        after = _after(sentences, own, passages, end, end - start <= _HEADING)
        if sum(len(bare(sentences[index].text)) for index in after) >= _SUBSTANCE:
            found.update(dict.fromkeys(range(start, end), after))
        start = end
    return found


def _after(
    sentences: Sequence[Sentence], own: Sequence[bool], passages: Sequence[Passage], start: int, heads: bool
) -> list[int]:
    """The own sentences from ``start`` on that belong to the copy before it; ``heads``: the next paragraph may too."""
    after: list[int] = []
    for index in range(start, min(start + _FOLLOWING, len(sentences))):
        before = sentences[index - 1]
        joined = _same_paragraph(before, sentences[index], passages)
        if not own[index] or not (joined or (heads and not after and _next(before, sentences[index], passages))):
            break
        after.append(index)
    return after


def _same_paragraph(one: Sentence, other: Sentence, passages: Sequence[Passage]) -> bool:
    if one.passage == other.passage:
        return True
    before, behind = passages[one.passage], passages[other.passage]
    return before.evidence.file == behind.evidence.file and before.evidence.end == behind.evidence.start


def _next(one: Sentence, other: Sentence, passages: Sequence[Passage]) -> bool:
    before, behind = passages[one.passage], passages[other.passage]
    gap = behind.evidence.start - before.evidence.end
    return before.path == behind.path and before.evidence.file == behind.evidence.file and 0 <= gap <= _GAP
