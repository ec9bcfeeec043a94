"""Promises of the notice's letter (承诺书模板) that the applicant's letter leaves out."""

import re

from pipeline.matching.lexicon import words
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.wordings import wordings
from schemas.outline import Role

_LEAST, _LEAST_WORDS = 3, 3  # promises of the template; own words of one
_SENTENCE, _SHORTEST = re.compile(r"[。；;\n]"), 6
_LIKE = 0.45  # how near a sentence is that says the same otherwise
_KEPT, _LEFT_OUT = 0.8, 0.3  # shares of a promise's words that the letter has, or hardly has


def left_out(case: Case) -> list[str]:
    """The promises of which the applicant's letter has hardly a word, where it keeps most others nearly as they are.

    A letter in words of its own says nothing of what it leaves out; so does one that cannot be read.
    """
    said = squeeze("".join(p.text for p in case.submission.passages if p.role is Role.COMMITMENT))
    for letter in case.notice.letters:
        beside = {one: "".join(other for other in letter.promises if other != one) for one in letter.promises}
        shares = {one: share for one, others in beside.items() if (share := _share(one, others, said)) is not None}
        kept = sum(share >= _KEPT for share in shares.values())
        lacking = [one for one, share in shares.items() if share <= _LEFT_OUT and not _in_other_words(case, one)]
        if len(shares) >= _LEAST and kept and kept + len(lacking) == len(shares):
            return lacking
    return []


def _in_other_words(case: Case, promise: str) -> bool:
    """A sentence of the letter is as near to it as one that says the same."""
    letter = (p.text for p in case.submission.passages if p.role is Role.COMMITMENT)
    sentences = [one for text in letter for one in _SENTENCE.split(text) if len(one) >= _SHORTEST]
    return any(case.matcher.similarity(promise, sentence) >= _LIKE for sentence in sentences)


def _share(promise: str, others: str, said: str) -> float | None:
    """The share of the words of this promise alone that the letter has; None where it has too few to tell."""
    own = {word for word in words(promise) if len(word) > 1 and word not in wordings().common and word not in others}
    return sum(word in said for word in own) / len(own) if len(own) >= _LEAST_WORDS else None
