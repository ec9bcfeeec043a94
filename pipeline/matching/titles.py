"""Names that mean the same: headings of a template and of an application, names of proofs."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from pipeline.matching.encoder import Encoder
from pipeline.matching.folding import fold
from pipeline.matching.lexicon import title_groups

_DROPPED = re.compile(r"[\d\W_]+|(?:[一二三四五六七八九十]+[、.．])|以及|及其|包括|[与及和或等的之]|\b年\b|(?<=\d)年")
"""Marks, numbers and connectives; they differ between a template and its copies."""

_FILLERS = re.compile(
    r"揭榜|申报|项目|任务|课题|榜单|单位|企业|相关|有关|情况|说明|内容|证明|材料|文件|证书|复印件|扫描件|附件|主要|重点"
    r"|上一?财?年度?|上一个财年|本|年"
)
"""Words that nearly every such name has; they tell no two names apart."""

_SAME_GROUP = 0.62
"""Two names whose only groups of synonyms are the same (进度安排, 攻关计划) are at least so much alike."""

_SEMANTIC = 0.75
"""The most that meaning alone, without a common character pair, can count."""

_ORDER = 0.04
_LEAST = 0.34
_MERGED = 0.8
_MERGED_SCORE = 0.5


@lru_cache(maxsize=10_000)
def core(name: str) -> str:
    """What tells a name apart; the name itself where nothing would be left."""
    plain = _DROPPED.sub("", fold(name))
    return _FILLERS.sub("", plain) or plain


@lru_cache(maxsize=20_000)
def lexical(a: str, b: str) -> float:
    """Common character pairs of the two cores, 0 to 1: the mean of Dice's coefficient and containment."""
    left, right = _pairs(core(a)), _pairs(core(b))
    common = sum((left & right).values())
    if not common:
        return 0.0
    sizes = sum(left.values()), sum(right.values())
    dice = 2 * common / sum(sizes)
    contained = common / min(sizes)
    return 0.5 * dice + 0.5 * contained * min(1.0, (min(sizes) + 1) / 3)


def _pairs(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(len(text) - 1)) if len(text) > 1 else Counter([text] if text else [])


@cache
def _groups() -> tuple[re.Pattern[str], dict[str, int]]:
    """The synonyms of ``extractors/lexicons/title_synonyms.txt``: a pattern, longest word first, and group numbers."""
    numbers = {word: number for number, line in enumerate(title_groups()) for word in line}
    return re.compile("|".join(sorted(map(re.escape, numbers), key=len, reverse=True))), numbers


def groups(name: str) -> frozenset[int]:
    """The groups of synonyms that a name has words of."""
    pattern, numbers = _groups()
    return frozenset(numbers[word] for word in pattern.findall(fold(name)))


def synonymous(a: str, b: str) -> float:
    """Common groups of synonyms of the two names, 0 to 1: the mean of their share of all and of the smaller side."""
    left, right = groups(a), groups(b)
    if not left or not right:
        return 0.0
    common = len(left & right)
    return 0.5 * common / len(left | right) + 0.5 * common / min(len(left), len(right))


@lru_cache(maxsize=20_000)  # applications repeat the template's titles
def similarity(a: str, b: str, encoder: Encoder) -> float:
    """How likely two names mean the same, 0 to 1: common characters, and meaning for what they leave open."""
    if not fold(a) or not fold(b):
        return 0.0
    words = max(lexical(a, b), _SAME_GROUP * synonymous(a, b))
    vectors = encoder.encode([core(a), core(b)])
    meaning = max(0.0, float(vectors[0] @ vectors[1]))
    return round(max(words, words + (1.0 - words) * _SEMANTIC * meaning**2), 4)


def align(
    template_titles: Sequence[str],
    titles: Sequence[str],
    encoder: Encoder,
    guidance: Sequence[str | None] = (),
) -> list[tuple[int | None, float]]:
    """For each title of the template the applicant's title that stands for it, and how sure, 0 to 1.

    Each title is used once, the surest pairs first; the order counts a little. A title that names two of the
    template's sections (适用范围与效益) may then serve both. ``guidance`` is the template's instruction a title, which
    helps where the applicant named the section by its content (进度安排 for 攻关计划).
    """
    scores = [
        [
            _pair(wanted, title, guidance[row] if row < len(guidance) else None, encoder)
            + _ORDER * (1 - abs(row / max(len(template_titles), 1) - column / max(len(titles), 1)))
            for column, title in enumerate(titles)
        ]
        for row, wanted in enumerate(template_titles)
    ]
    order = sorted(
        ((scores[row][column], row, column) for row in range(len(scores)) for column in range(len(titles))),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    found: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for score, row, column in order:
        if score >= _LEAST and row not in found and column not in used:
            found[row] = (column, min(score, 1.0))
            used.add(column)
    for score, row, column in order:
        if row not in found and _names_both(template_titles[row], titles[column]):
            found[row] = (column, min(max(score, _MERGED_SCORE), 1.0))
    return [(found[row][0], round(found[row][1], 4)) if row in found else (None, 0.0) for row in range(len(scores))]


def _pair(wanted: str, title: str, guidance: str | None, encoder: Encoder) -> float:
    score = similarity(wanted, title, encoder)
    if guidance:
        score = max(score, 0.6 * lexical(title, guidance), 0.75 * similarity(title, guidance, encoder))
    return score


def _names_both(wanted: str, title: str) -> bool:
    """Whether a title that stands for another section already names this one too (适用范围与效益)."""
    left, right = _pairs(core(wanted)), _pairs(core(title))
    if left and sum((left & right).values()) / sum(left.values()) >= _MERGED:
        return True
    asked = groups(wanted)
    return bool(asked) and asked < groups(title)
