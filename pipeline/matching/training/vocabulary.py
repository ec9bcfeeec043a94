"""The pieces of the tokenizer: jieba's words, phrases, single characters, Latin words, the field's terms."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from typing import Any

from pipeline.matching.folding import fold
from pipeline.matching.lexicon import domain_terms, segmenter
from pipeline.matching.training.general import dictionary

PIECES = 42_000
PHRASES = 6_000
LATIN = 4_000
"""At most so many Latin words beside the field's terms: names of methods are many, and each is rare."""
MIN_COUNT = 4
_MIN_PHRASE_COUNT = 25
_MIN_NPMI = 0.45
_LONGEST = 8
_LONGEST_GLOSS = 4
_TERM_COUNT = 60
"""Terms that the material hardly has are counted so often, so that the tokenizer never takes them apart."""

PRE_TOKEN = r"[0-9.]*[a-z][a-z0-9+#\-]*|[\u4e00-\u9fff]+"
"""What is segmented: a Latin word (3d, c-eval, risc-v) or a run of Chinese characters. Numbers and marks go."""

_RUN = re.compile(PRE_TOKEN)
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


@dataclass
class Counts:
    """How often each word, each character and each pair of neighbouring Chinese words stands in the material."""

    words: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    characters: Counter[str] = field(default_factory=Counter)


def runs(text: str) -> Iterator[list[str]]:
    """The words of each run of a text: a Latin word alone, a Chinese run as jieba cuts it."""
    cut = segmenter().lcut
    for match in _RUN.finditer(fold(text)):
        run = match.group()
        yield cut(run, HMM=False) if _CHINESE.match(run) else [run]


def count(texts: Iterable[str]) -> Counts:
    """Counts over the material (one pass, the slowest step of the vocabulary)."""
    counts = Counts()
    for text in texts:
        for run in runs(text):
            counts.words.update(run)
            if _CHINESE.match(run[0]):
                counts.characters.update("".join(run))
                counts.pairs.update(pairwise(run))
    return counts


def phrases(counts: Counts) -> list[str]:
    """Neighbouring words that belong together, by normalised pointwise mutual information."""
    total = sum(counts.words.values())
    scored = []
    for (left, right), together in counts.pairs.items():
        if together < _MIN_PHRASE_COUNT or len(left) + len(right) > _LONGEST or len(left) < 2 or len(right) < 2:
            continue
        likely = math.log(together * total / (counts.words[left] * counts.words[right]))
        npmi = likely / -math.log(together / total)
        if npmi >= _MIN_NPMI:
            scored.append((npmi * math.log(together), left + right))
    return [phrase for _, phrase in sorted(scored, reverse=True)[:PHRASES]]


def pieces(counts: Counts, glossary: Iterable[str], common: Iterable[str]) -> list[tuple[str, float]]:
    """The vocabulary with log probabilities, the unknown piece first; the rarest words give way.

    The field's terms and the glossary's short words are always in it; then come phrases and characters, the material's
    words and ``common`` words of general language, in turn.
    """
    total = sum(counts.words.values())
    shares = {word: entry.share for word, entry in dictionary().items()}
    chosen = dict.fromkeys(char for char, seen in counts.characters.items() if seen >= MIN_COUNT)
    chosen |= dict.fromkeys(domain_terms())
    short = map(fold, glossary)
    chosen |= dict.fromkeys(word for word in short if 1 < len(word) <= _LONGEST_GLOSS and _RUN.fullmatch(word))
    least = dict.fromkeys(chosen, _TERM_COUNT / total)
    chosen |= dict.fromkeys(phrases(counts))
    for word in _in_turn(_frequent(counts), common):
        if len(chosen) >= PIECES - 1:
            break
        chosen.setdefault(word)
    share = {
        word: max(counts.words[word] / total, shares.get(word, 0.0), least.get(word, 0.0) if len(word) > 1 else 0.0)
        for word in chosen
    }
    ordered = sorted(share.items(), key=lambda item: (-item[1], item[0]))
    return [("[UNK]", 0.0), *((piece, math.log(max(likely, 0.5 / total))) for piece, likely in ordered)]


def _frequent(counts: Counts) -> Iterator[str]:
    """The material's words, the commonest first, Latin ones up to :data:`LATIN`."""
    latin = 0
    for word, seen in sorted(counts.words.items(), key=lambda item: (-item[1], item[0])):
        latin += word.isascii()
        if seen >= MIN_COUNT and not (word.isascii() and latin > LATIN):
            yield word


def _in_turn(*sources: Iterable[str]) -> Iterator[str]:
    """One word of each source after another, until all are spent."""
    return (word for row in zip_longest(*sources) for word in row if word is not None)


def build_tokenizer(vocabulary: list[tuple[str, float]]) -> Any:
    """A tokenizer that segments like jieba from its file alone."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=0, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(PRE_TOKEN), behavior="removed", invert=True)
    return tokenizer


def folded(texts: Iterable[str]) -> list[str]:
    """The texts as the tokenizer should see them."""
    return [fold(text) for text in texts]
