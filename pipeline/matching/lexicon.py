"""The lexicons of the matching, and jieba that knows the field's own words."""

from functools import cache
from importlib.resources import files
from typing import Any

_DOMAIN_FREQUENCY = 2000
"""A frequency that keeps jieba from taking a term apart."""

_LONGEST = 4
"""Longer words of a field are descriptions, made of words that stand elsewhere too."""


def _lines(name: str) -> list[list[str]]:
    """The words of each line of a lexicon; empty lines and remarks (#) left out."""
    text = (files("extractors") / "lexicons" / name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def domain_terms() -> tuple[str, ...]:
    """The terms of ``extractors/lexicons/domain_terms.txt`` in their order, lower case."""
    return tuple(dict.fromkeys(word.lower() for line in _lines("domain_terms.txt") for word in line))


@cache
def field_lines() -> tuple[tuple[str, ...], ...]:
    """The fields of ``extractors/lexicons/fields.txt``, each with its words."""
    return tuple(tuple(line) for line in _lines("fields.txt"))


@cache
def title_groups() -> tuple[tuple[str, ...], ...]:
    """The groups of ``extractors/lexicons/title_synonyms.txt``: words for the same part or the same kind of proof."""
    return tuple(tuple(line) for line in _lines("title_synonyms.txt"))


def lexicon_words() -> tuple[str, ...]:
    """The terms, and the short words of fields and titles: words for jieba, pieces for the model."""
    listed = (word.lower() for line in (*field_lines(), *title_groups()) for word in line)
    return tuple(dict.fromkeys((*domain_terms(), *(word for word in listed if 1 < len(word) <= _LONGEST))))


@cache
def segmenter() -> Any:
    """A jieba tokenizer of our own (the global one stays as it is) with the words of the lexicons: the one place where
    jieba is asked.

    jieba writes its cache to the system's folder for temporary files; it is told to keep quiet.
    """
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for term in lexicon_words():
        tokenizer.add_word(term, _DOMAIN_FREQUENCY)
    return tokenizer


def words(text: str) -> list[str]:
    """The words of a folded text, marks and white space left out; no guessing of new words (HMM off)."""
    return [word for word in segmenter().cut(text, HMM=False) if word[0].isalnum()]
