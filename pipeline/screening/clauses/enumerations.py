"""Parts of an enumerated clause (构建数据集、评测工具和开放平台) that an application does not mention at all."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.matching.lexicon import words
from pipeline.screening.claims.metrics import bigrams

# 、 and the last 和; a run of at least two parts.
_PART = r"[\u4e00-\u9fffA-Za-z0-9·\-]{2,16}?"
_RUN = re.compile(rf"{_PART}(?:、{_PART}){{1,20}}(?:(?:以及|[和及与]){_PART})?(?=[，。；;]|等|$)")
_BETWEEN = re.compile(r"、|以及|[和及与]")
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
# One of them is enough, or they are fields of use, among which an applicant works in some.
_CHOICE = re.compile(r"或|包括但不限于|之一|任选|如")
_FIELDS = re.compile(
    r"等?(?:多个|各类|重点|相关|专业|典型|具体|应用|不同)*(?:领域|行业|场景|方面|学科|产业|地区|方向|问题|难题|挑战|需求)"
)
_TOWARDS = re.compile(r"面向|针对|围绕|应对|为$|满足|适应|适用")
_HEAD, _LEAST_PARTS = 2, 3  # characters; parts
_OF_A_KIND = 2  # parts left out together, parts that are said, and words that say one
_WHOLE = 4  # characters of a part that stand for it
# 分布式避障, where 避障 is told without a centre: how it is done may stand in other words
_MANNER = re.compile(r"[\u4e00-\u9fff]{2,3}[式型](?=[\u4e00-\u9fff]{2})")
LIKE = 0.45  # a passage as near to the part as this speaks of it in other words


@dataclass(frozen=True, slots=True)
class Unanswered:
    """``parts`` as the notice words them; ``closed`` where the list has no 等, so that each is asked for."""

    parts: tuple[str, ...]
    closed: bool


def unanswered(clause: str, text: str, alike: Callable[[str], float]) -> Unanswered | None:
    """The parts of a clause's first list of which no pair of characters stands in ``text``; None where all do.

    ``alike`` says how near a part is in meaning to the passages that answer the clause. A list all of whose parts
    are absent is answered in other words altogether, and says nothing.
    """
    clause = _BRACKETS.sub("", clause)
    run = _RUN.search(clause)
    if run is None or _CHOICE.search(clause):
        return None
    behind = clause[run.end() :]
    if _FIELDS.search(behind[:16]) or _FIELDS.search(run.group()) or _TOWARDS.search(clause[: run.start() + 4]):
        return None
    parts = _parts(run.group())
    there = _pairs_of(text)
    absent = [part for part in parts if not bigrams(part) & there and alike(part) < LIKE]
    if not absent or len(absent) > len(parts) // 2:
        return None
    return Unanswered(tuple(absent), not behind.startswith("等"))


@lru_cache(maxsize=4)  # one text is asked about once a clause
def _pairs_of(text: str) -> frozenset[str]:
    return frozenset(map(str.__add__, text, text[1:]))


def the_one_left_out(clause: str, text: str, alike: Callable[[str], float]) -> str | None:
    """The one part whose own word is nowhere, where ``text`` repeats every other part word for word.

    Who goes through a list of 某某技术, 某某技术 and 某某技术 in the notice's words and leaves one out has left it out
    (of 群智软件技术 and 群智联邦学习技术 the own word is 联邦学习). Three parts at least, three of them with one head.
    ``alike`` as for :func:`unanswered`: a part said in other words is none.
    """
    clause = _BRACKETS.sub("", clause)
    run = _RUN.search(clause)
    if run is None or _CHOICE.search(clause) or _FIELDS.search(clause[run.end() :][:16]):
        return None
    parts = [_parts(run.group())[0], *[part for part in _BETWEEN.split(run.group()) if part][1:]]
    absent = [part for part in parts if part not in text and not _said_shorter(part, parts, text)]
    both = _with_one_lead(absent, parts, text)
    if both is not None and not any(alike(part) >= LIKE for part in both):
        return "、".join(both)
    absent = _nowhere_in_all(absent, parts, text) if len(absent) > 1 else absent
    if len(absent) != 1 or sum(part[-_HEAD:] == absent[0][-_HEAD:] for part in parts) < _LEAST_PARTS:
        return _one_of_another_kind(parts, text, alike) if not clause[run.end() :].startswith("等") else None
    others = "、".join(part for part in parts if part != absent[0])
    own = [word for word in words(absent[0]) if len(word) > 1 and word not in others]
    there = not own or any(word in text for word in own) or alike(absent[0]) >= LIKE
    return None if there else absent[0]


def _with_one_lead(absent: Sequence[str], parts: Sequence[str], text: str) -> list[str] | None:
    """群智软件技术、群智联邦学习技术: of four parts the two of one kind (群智), which is nowhere, the others said."""
    said = [part for part in parts if part not in absent or _mostly_there(part, text)]
    lone = [part for part in absent if part not in said]
    one_kind = len({part[:_HEAD] for part in lone}) == 1
    if len(lone) < _OF_A_KIND or len(said) < _OF_A_KIND or not one_kind or lone[0][:_HEAD] in text:
        return None
    return lone if len({part[-_HEAD:] for part in lone}) == 1 else None


def _mostly_there(part: str, text: str) -> bool:
    """多智能体协同与优化决策 for 多智能体系统与优化决策技术: half of its words of two characters and more, and two."""
    own = [word for word in words(part) if len(word) > 1]
    there = sum(word in text for word in own)
    return there >= _OF_A_KIND and 2 * there >= len(own)


def _nowhere_in_all(absent: Sequence[str], parts: Sequence[str], text: str) -> list[str]:
    """Of the parts that are not repeated the one of whose own compound not even the first half is there.

    联邦学习 of 群智联邦学习技术, where all the others are spoken of in other words.
    """
    gone = []
    for part in absent:
        others = "、".join(other for other in parts if other != part)
        own = [word for word in words(part) if len(word) >= _WHOLE and word not in others]
        if own and all(word not in text and word[: len(word) // 2] not in text for word in own):
            gone.append(part)
        elif not any(word in text for word in words(part) if len(word) > 1 and word not in others):
            return list(absent)
    return gone if len(gone) == 1 else list(absent)


def _said_shorter(part: str, parts: Sequence[str], text: str) -> bool:
    """群智软件 for 群智软件技术, where 技术 is the head of most parts."""
    own, head = part[:-_HEAD], part[-_HEAD:]
    return len(own) >= _WHOLE and own in text and sum(one.endswith(head) for one in parts) >= _LEAST_PARTS


def _one_of_another_kind(parts: Sequence[str], text: str, alike: Callable[[str], float]) -> str | None:
    """碰撞检测 of 开展一体化关节、碰撞检测和轻量化臂体攻关, where 碰 is nowhere and the others stand word for word.

    What the first shares with the verb before it and the last with the words behind it need not be repeated.
    """
    first, last = parts[0], parts[-1]
    there = [any(first[at:] in text for at in range(len(first) - _WHOLE + 1))]
    there += [part in text for part in parts[1:-1]]
    there += [any(last[:end] in text for end in range(_WHOLE, len(last) + 1))]
    absent = [part for part, found in zip(parts, there, strict=True) if not found]
    if len(parts) < _LEAST_PARTS or len(absent) != 1 or absent[0] == first or len(absent[0]) < _WHOLE:
        return None
    if (manner := _MANNER.match(absent[0])) is not None and absent[0][manner.end() :] in text:
        return None
    unheard = any(letter not in text for letter in absent[0][:_HEAD])
    tail = absent[0][_HEAD:]  # 协同调度 stands there, so that passages are near 碳效协同调度 for that alone
    bare = len(tail) >= _WHOLE and tail in text
    return absent[0] if unheard and (bare or alike(absent[0]) < LIKE) else None


def _parts(run: str) -> Sequence[str]:
    """The parts without the verb before the first and the words behind the last, as far as their length tells."""
    parts = [part for part in _BETWEEN.split(run) if part]
    if len(parts) < 2:
        return parts
    first, last = parts[0][-max(len(parts[1]), 2) :], parts[-1][: max(len(parts[-2]), 2)]
    return [first, *parts[1:-1], last]
