"""Clauses of which an application does not use a single word of their own (形成涂层修复规范: neither 修复 nor 规范)."""

import re
from collections.abc import Iterable

from pipeline.matching.lexicon import words
from pipeline.screening.answers.substance import is_empty_talk
from pipeline.screening.wordings import wordings

_SENTENCES = re.compile(r"[。；;！？\n]")
_PIECES = re.compile(r"[，,；;]")
_OTHER = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")
_FRAME = re.compile(r"为|针对|围绕|面向|在|随着|按照|根据|对标|聚焦")  # what it is for: asked for comes behind
# 影像归档系统（PACS）: a thing that has an abbreviation of its own
_TERM = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,12})[（(](?P<short>[A-Za-z][A-Za-z\d+-]{1,9})[)）]")
# 建立…追溯体系: something to be made, named by the word before its general one
_MADE = re.compile(
    r"(?:建立|建设|建成|构建|搭建|开发|研发|研制|制定|编制|形成).*(?P<thing>(?!管理|服务)[\u4e00-\u9fff]{2})"
    r"(?:管理|服务)?(?:体系|系统|平台|规范|规程|标准|机制|制度|装置|工具|数据库)"
)
_COMPOUND = 4  # characters
# 仿真模拟: either half says it
_TWINS = frozenset(frozenset(pair.split()) for pair in ("仿真 模拟", "识别 辨识"))
_SUFFIXES = "化性度式型"
_LEAST = 2  # words that are the clause's own
_SHORT = 8  # characters of a piece that one compound makes up (并实现对外开放)
_MOST = ((3, 0.75), (4, 0.6))  # this many of them absent, and this share, is as good as all
_COINED, _OF_COINED = 2, 0.6  # this many compounds absent, and this share of all
_SAID = 0.55  # of a clause's words: whoever uses so many of them somewhere does not leave it out
_ASKS_NOTHING = re.compile(r"(?:深度)?(?:融合|应用|结合|赋能|推广)+|深度|典型|产业化")
_ALL, _LONG = 3, 5  # or all of so many words, or of two with a long one (末端执行器)
_TOGETHER, _TOGETHER_SHARE = 3, 0.15  # words, and the share of a long clause's
_MEANS = re.compile(r"(?:通过|采用|利用|基于|运用)(?P<means>[\u4e00-\u9fffA-Za-z]{2,8})等(?:方式|手段|措施|途径|办法)")
_ANY_MEANS = frozenset({"技术", "大数据", "人工智能", "培训", "信息化", "数字化", "智能化", "合作", "创新"})
_LATIN = re.compile(r"[a-z]{3,}")  # PACS, MES; AI and IT are said in Chinese as well


def unspoken(clause: str, beside: Iterable[str], text: str) -> str | None:
    """The first piece of the clause whose own words the text does not hold; None where it speaks of each.

    A piece's own words are those that neither its direction nor the other clauses (``beside``) use, without the
    words that any clause uses (建立, 系统); where it has fewer than two, nothing follows but for one compound that
    makes up a short piece (并实现对外开放). ``text`` is the application's, without white space.
    """
    others = " ".join(beside)
    for piece in asked_pieces(clause):
        own = [word for word in _words(piece) if word not in others]
        absent = [word for word in own if not _is_said(word, text)]
        all_absent = len(absent) == len(own) or _mostly(absent, own)
        lacks = all_absent or _lacks_name(absent, own) or _lacks_term(piece, text) or _lacks_thing(piece, absent, own)
        alone = len(own) == 1 and piece != clause and _own_length(piece) <= _SHORT and _is_far(own[0], text)
        if lacks and (len(own) >= _LEAST or alone):
            return piece
    return None


def nowhere(clause: str, beside: Iterable[str], text: str) -> str | None:
    """The first piece that no passage can speak of, however near one is in meaning; as above.

    Two of its compounds are in no place (飞行意图, 风险预警), most of its own words, or all of three and more, or of
    two with a long one.
    """
    others = " ".join(beside)
    for piece in asked_pieces(clause):
        own = [word for word in _words(piece) if word not in others]
        absent = [word for word in own if not _is_said(word, text)]
        coined = sum(len(word) >= _COMPOUND for word in absent)
        most = coined >= _COINED and len(absent) >= _OF_COINED * len(own)
        long = len(own) >= _LEAST and any(len(word) >= _LONG for word in own)
        if most or (len(absent) == len(own) and (len(own) >= _ALL or long)):
            return piece
    return None


def mostly_said(clause: str, text: str) -> bool:
    """Of the clause's words, without those of any clause, the text (without white space) holds most, whatever place."""
    asked = _words(clause)
    return len(asked) >= _ALL and sum(_is_said(word, text) for word in asked) >= _SAID * len(asked)


def says_nothing_own(clause: str, direction: str) -> bool:
    """推进人工智能技术和产品在工业制造领域的深度融合应用, of 面向工业制造领域的典型应用: no word that asks for more.

    ``direction`` are the names that the call gives the direction and itself.
    """
    asked = _words(clause)
    own = [word for word in asked if word not in direction.lower()]
    return len(asked) > 1 and all(_ASKS_NOTHING.fullmatch(word) for word in own)


def half_said(clause: str, text: str) -> bool:
    """Of the clause's words the text (without white space) holds half."""
    asked = _words(clause)
    return 2 * sum(_is_said(word, text) for word in asked) >= len(asked)


def only_talk(clause: str, text: str) -> str | None:
    """The one sentence on a piece of the clause, where it says nothing else (…受到高度重视); else None."""
    for piece in asked_pieces(clause):
        asked = _words(piece)
        if len(asked) < _ALL:
            continue
        any_of = re.compile("|".join(map(re.escape, asked)))
        talk = None
        for one in _SENTENCES.split(text):
            if any_of.search(one) is None:
                continue
            left = any_of.sub("", one)
            if len(left) < _SHORT or not is_empty_talk(left):
                break
            if sum(_is_said(word, one) for word in asked) >= _LEAST:
                talk = talk or one.strip()
        else:
            if talk is not None:
                return talk
    return None


def said_together(clause: str, passages: Iterable[str]) -> bool:
    """One passage holds three of the clause's words and more: it speaks of that, whatever else the clause says."""
    asked = _words(clause)
    least = max(_TOGETHER, _TOGETHER_SHARE * len(asked))
    return any(sum(_is_said(word, passage) for word in asked) >= least for passage in passages)


def halves_together(clause: str, passages: Iterable[str]) -> bool:
    """One passage holds a half of three of the clause's compounds: 动态配置, 调度智能体 of 动态优化, 多智能体."""
    compounds = [word for word in _words(clause) if len(word) >= _COMPOUND - 1]
    return len(compounds) >= _ALL and any(
        sum(_is_half_said(word, passage) for word in compounds) >= _ALL
        and any(_half_in(word[: len(word) // 2], passage) for word in compounds)
        for passage in passages
    )


def _is_half_said(word: str, text: str) -> bool:
    half = len(word) // 2
    return _half_in(word[:half], text) or _half_in(word[half:], text)


def _half_in(half: str, text: str) -> bool:
    return len(half) > 1 and half in text and half not in wordings().common


def means_said(clause: str, text: str) -> bool:
    """通过液冷等方式满足…: the text (without white space) names the way, which is most of what such a clause asks."""
    means = _MEANS.search(clause)
    named = means["means"].lower() if means is not None else ""
    return bool(named) and named not in wordings().common and named not in _ANY_MEANS and named in text


def _lacks_name(absent: list[str], own: list[str]) -> bool:
    """与某某PACS对接: a name in Latin letters is nowhere, nor are half of the piece's own words."""
    return len(absent) * 2 >= len(own) and any(_LATIN.fullmatch(word) for word in absent)


def _lacks_term(piece: str, text: str) -> bool:
    """The piece names a thing with its abbreviation; neither that nor all words of the name are in the text."""
    return any(
        term["short"].lower() not in text and not all(_is_said(word, text) for word in _words(term["name"]))
        for term in _TERM.finditer(piece)
    )


def _lacks_thing(piece: str, absent: list[str], own: list[str]) -> bool:
    """What is to be made is named nowhere, nor is half of what else the piece says of it."""
    made = _MADE.fullmatch(piece)
    return made is not None and made["thing"] in absent and len(absent) * 2 >= len(own)


def asked_pieces(clause: str) -> list[str]:
    """The pieces of a clause between its commas, without what only says for what (面向…场景，)."""
    pieces = [piece.strip() for piece in _PIECES.split(clause)]
    return [piece for piece in pieces if len(pieces) == 1 or _FRAME.match(piece) is None]


def _is_said(word: str, text: str) -> bool:
    """The word, or both halves of one that is put together (装备精度 of 装备 and 精度), or 精细 of 精细化."""
    if word in text or (word == "ai" and "智能" in text):
        return True
    half = len(word) // 2
    parts = (word[:half], word[half:]) if len(word) >= _COMPOUND else (word.rstrip(_SUFFIXES),)
    if len(word) == _COMPOUND - 1 and all(first + word[-1] in text for first in word[:-1]):
        return True  # 中文 and 英文 of 中英文
    if frozenset(parts) in _TWINS:
        return any(part in text for part in parts)
    return all(len(part) > 1 and part in text for part in parts)


def _is_far(word: str, text: str) -> bool:
    """A compound of which neither half is said: 对外开放, where nothing is 对外 nor 开放."""
    half = len(word) // 2
    return len(word) >= _COMPOUND and word[:half] not in text and word[half:] not in text


def _own_length(piece: str) -> int:
    """Characters without the words that any clause uses: 打造新一代脑机接口产品 is 脑机接口."""
    return sum(len(word) for word in words(piece) if word not in wordings().common)


def _mostly(absent: list[str], own: list[str]) -> bool:
    return any(len(absent) >= many and len(absent) >= share * len(own) for many, share in _MOST)


def _words(piece: str) -> list[str]:
    """The words of two characters and more, each once, in order."""
    found = (word for word in words(_OTHER.sub(" ", piece).lower()) if len(word) > 1)
    return list(dict.fromkeys(word for word in found if word not in wordings().common))
