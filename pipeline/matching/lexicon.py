"""The field's own words, and jieba that knows them."""

from functools import cache
from importlib.resources import files
from typing import Any

_DOMAIN_FREQUENCY = 2000
"""A frequency that keeps jieba from taking a term apart."""


@cache
def domain_terms() -> tuple[str, ...]:
    """The terms of ``extractors/lexicons/domain_terms.txt`` in their order, lower case."""
    text = (files("extractors") / "lexicons" / "domain_terms.txt").read_text(encoding="utf-8")
    return tuple(dict.fromkeys(line.strip().lower() for line in text.splitlines() if line.strip() and line[0] != "#"))


@cache
def segmenter() -> Any:
    """A jieba tokenizer of our own (the global one stays as it is) with the field's words.

    jieba writes its cache to the system's folder for temporary files; it is told to keep quiet.
    """
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for term in domain_terms():
        tokenizer.add_word(term, _DOMAIN_FREQUENCY)
    return tokenizer


def words(text: str) -> list[str]:
    """The words of a folded text, marks and white space left out; no guessing of new words (HMM off)."""
    return [word for word in segmenter().cut(text, HMM=False) if word[0].isalnum()]
