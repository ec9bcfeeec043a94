"""The words of a clause and its pieces, and which of them an application uses."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.matching.lexicon import words
from pipeline.screening.application.substance import is_empty_talk
from pipeline.screening.wordings import wordings

_SENTENCES = re.compile(r"[。；;！？\n]")
_PIECES = re.compile(r"[，,；;]")
_OTHER = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")
# What it is for, or made of: what is asked for comes behind.
_FRAME = re.compile(r"为|针对|围绕|面向|在|随着|按照|根据|对标|聚焦|依托|立足|结合|发挥[^，；]*(?:优势|作用)$")
# 结合用户反馈机制开发标注工具: what is made behind the frame; not 面向新药研发需求
_MAKES_BEHIND = re.compile(
    r"[^，；]{3,30}?(?:研[发制]|开发|构建|建[立设成]|搭建|打造|制定|编制|训练|设计|开展|形成|实现|提供|突破|攻克)(?![的与和及、过中])"
    r"[^，；]{3,}(?<!需求|问题|场景|领域|过程|要求|痛点|难题|难点|瓶颈|挑战|趋势|特点|目标|方向|任务|应用|环节|工作|薄弱|基础|背景|前提|条件|同时|不足|困难|进展)"
    r"(?<![时中下后等上])$"
)
_MARKS = re.compile(r"[^\u4e00-\u9fffa-z0-9]")
COMPOUND = 4  # characters
_HALVED = 3  # characters of a word that may be said by one half
# 仿真模拟: either half says it
_TWINS = frozenset(frozenset(pair.split()) for pair in ("仿真 模拟", "识别 辨识"))
_SUFFIXES = "化性度式型"
_ASKED, _TALKED = 3, 2  # words of a piece, and those of them that the one sentence on it holds
_SHORT = 8  # characters that are left of a sentence and say nothing
_ASKS_NOTHING = re.compile(r"(?:深度)?(?:融合|应用|结合|赋能|推广)+|深度|典型|产业化")


def asked_pieces(clause: str) -> list[str]:
    """The pieces of a clause between its commas, without what only says for what (面向…场景，)."""
    pieces = [piece.strip() for piece in _PIECES.split(clause)]
    return [one for one in pieces if len(pieces) == 1 or _FRAME.match(one) is None or _MAKES_BEHIND.match(one)]


def words_of(piece: str) -> list[str]:
    """The words of two characters and more, each once, in order, without those of any clause (建立, 系统)."""
    common = wordings().common
    return [word for word in _long_words(piece) if word not in common]


@lru_cache(maxsize=1024)  # the clauses of a notice are asked about again in each application
def _long_words(piece: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words(_OTHER.sub(" ", piece).lower()) if len(word) > 1))


def is_said(word: str, text: str) -> bool:
    """The word, or both halves of one that is put together (装备精度 of 装备 and 精度), or 精细 of 精细化.

    ``text`` is in small letters, without white space.
    """
    if word in text or (word == "ai" and "智能" in text):
        return True
    if word.isascii():  # scada is not said by scan
        return False
    half = len(word) // 2
    parts = (word[:half], word[half:]) if len(word) >= COMPOUND else (word.rstrip(_SUFFIXES),)
    if len(word) == COMPOUND - 1 and all(first + word[-1] in text for first in word[:-1]):
        return True  # 中文 and 英文 of 中英文
    if frozenset(parts) in _TWINS:
        return any(part in text for part in parts)
    return all(len(part) > 1 and part in text for part in parts)


def is_half_said(word: str, text: str) -> bool:
    """The word, or one half of a compound that is no word of any clause: 动态配置 says 动态 of 动态优化."""
    cuts = range(len(word) // 2, (len(word) + 1) // 2 + 1) if len(word) >= _HALVED and not word.isascii() else ()
    halves = (half for cut in cuts for half in (word[:cut], word[cut:]))  # 协同 of 智能体协同
    return is_said(word, text) or any(
        len(part) > 1 and part in text and part not in wordings().common for part in halves
    )


def letters_of(text: str) -> str:
    """The text in small letters, without marks and white space."""
    return _MARKS.sub("", text.lower())


def half_said_in(clause: str, texts: Sequence[str]) -> float:
    """The share of the clause's words of which one of the texts holds at least one half, 0 to 1."""
    bare = [letters_of(text) for text in texts]
    return share([any(is_half_said(word, text) for text in bare) for word in words_of(clause)])


def share(held: Sequence[bool]) -> float:
    """The share that is true; 1 of none."""
    return sum(held) / len(held) if held else 1.0


def says_nothing_own(clause: str, direction: str) -> bool:
    """推进人工智能技术和产品在工业制造领域的深度融合应用, of 面向工业制造领域的典型应用: no word that asks for more.

    ``direction`` are the names that the call gives the direction and itself.
    """
    asked = words_of(clause)
    own = [word for word in asked if word not in direction.lower()]
    return len(asked) > 1 and all(_ASKS_NOTHING.fullmatch(word) for word in own)


def only_talk(clause: str, text: str) -> str | None:
    """The one sentence on a piece of the clause, where it says nothing else (…受到高度重视); else None."""
    for piece in asked_pieces(clause):
        asked = words_of(piece)
        if len(asked) < _ASKED:
            continue
        any_of = re.compile("|".join(map(re.escape, asked)))
        talk = None
        for one in _SENTENCES.split(text):
            if any_of.search(one) is None:
                continue
            left = any_of.sub("", one)
            if len(left) < _SHORT or not is_empty_talk(left):
                break
            if sum(is_said(word, one) for word in asked) >= _TALKED:
                talk = talk or one.strip()
        else:
            if talk is not None:
                return talk
    return None


def longest_run(one: str, other: str) -> str:
    """The longest run of characters that both have."""
    best = ""
    for start in range(len(one)):
        while start + len(best) < len(one) and one[start : start + len(best) + 1] in other:
            best = one[start : start + len(best) + 1]
    return best
