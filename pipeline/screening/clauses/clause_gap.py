"""How likely an application leaves a clause without a number unanswered.

A logistic regression over eleven signs, fitted to the clauses of applications that were written without the program
(``benchmarks/clause_gaps.py``; figures in docs/review.md). The probability of
:class:`pipeline.matching.clauses.ClauseMatcher` says which passages are near; this one says whether they answer.
"""

import re
from dataclasses import astuple, dataclass

from pipeline.matching import logistic
from pipeline.screening.case import Case
from pipeline.screening.clauses.clause_words import (
    COMPOUND,
    asked_pieces,
    half_said_in,
    is_half_said,
    is_said,
    letters_of,
    share,
    words_of,
)
from pipeline.screening.clauses.enumerations import the_one_left_out, unanswered
from schemas.match import ClauseMatch
from schemas.notice import Obligation

MOST = 6  # of what is counted: a longer clause is no vaguer
_EXAMPLES = re.compile(r"等(?!级|效|温|离子|比例|高线|静压)")
_AIMS = re.compile("满足|提升|提高|优化|推动|促进|助力|拓展|推进|加强|增强|水平|能力|需求|融合|场景|应用")
_MAKES = re.compile("编制|制定|接入|对接|建立|开发|研制|建成|形成.{0,8}(?:标准|规范|规程|数据集|平台)|支持")
_USUAL, _USUAL_ONES = (0.58, 0.78), 2  # what a clause has of the two signs, as if so many more were there
_MAKING = re.compile(r"打造|构建|建立|研制|研发|开发|建设|建成|形成|搭建|制定|编制|推出")
_ANY_THING = re.compile(r"(?:关键|核心|重要|主要|成套)(?:零?部件|元器件|技术|设备|装备|材料|环节|系统)")
_FAR = 0.1  # how near the nearest passages are to a word of which they say nothing
_HELD, _LACKING = 0.5, 0.34  # the share of a piece's words that is said of it, and of one that is left out


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against an answer; shares 0 to 1.

    ``nearest`` is the best passage's score, ``half_said`` the share of the clause's words of which the nearest
    passages hold at least one half, ``pairs`` the share of its pairs of characters in the application's own text,
    ``least_like`` how near the nearest passages are to that own word of it of which they are farthest (1 where the
    text says all), ``long_absent`` how many of its own compounds the text does not say, ``examples`` 1 where 等 makes
    its list one of examples, ``one_left_out`` 1 where the text goes through its list and leaves one out, ``aims`` how
    many words of general aims the clause has, which can be met in any words (提升水平), ``makes`` 1 where it asks for
    a thing to be made or joined to (编制规程, 接入平台), ``rest_nearest`` and ``rest_half_said`` the means of
    ``nearest`` and ``half_said`` over the direction's other clauses: an applicant with words of its own has few of any
    clause's. A clause's own words are those that neither its direction nor the other clauses use.
    """

    nearest: float
    one_left_out: float
    half_said: float
    long_absent: float
    examples: float
    pairs: float
    least_like: float
    aims: float
    makes: float
    rest_nearest: float
    rest_half_said: float


def signs_of(case: Case, obligation: Obligation, match: ClauseMatch) -> Signs:
    """The signs of one clause in one application."""
    asked, text = obligation.name, case.own_words
    told = case.once("clauses told", lambda: _told_of_all(case))
    rest = [one for id_, one in told.items() if id_ != obligation.id] + [_USUAL] * _USUAL_ONES
    nearest, half_said = told.get(obligation.id) or _told(case, asked, match)
    words = words_of(asked)
    beside = _beside(case, obligation).lower()
    own = [word for word in words if word not in beside]
    absent = [word for word in own if not is_said(word, text)]
    letters = letters_of(asked)
    pairs = [letters[at : at + 2] for at in range(len(letters) - 1)]
    return Signs(
        nearest=nearest,
        one_left_out=float(the_one_left_out(asked, case.words, case.nearness(match)) is not None),
        half_said=half_said,
        long_absent=float(min(sum(len(word) >= COMPOUND for word in absent), MOST)),
        examples=float(_EXAMPLES.search(asked) is not None),
        pairs=share([pair in text for pair in pairs]),
        least_like=min(map(case.nearness(match), absent), default=1.0),
        aims=float(min(len(_AIMS.findall(asked)), MOST)),
        makes=float(_MAKES.search(asked) is not None),
        rest_nearest=sum(near for near, _ in rest) / len(rest),
        rest_half_said=sum(half for _, half in rest) / len(rest),
    )


def _told(case: Case, clause: str, match: ClauseMatch) -> tuple[float, float]:
    """How near the nearest passage is to the clause, and of how many of its words the nearest say at least half."""
    return match.passages[0].score if match.passages else 0.0, half_said_in(clause, case.near(match))


def _told_of_all(case: Case) -> dict[str, tuple[float, float]]:
    """The same for each clause of the direction, by its obligation's id."""
    matches = ((one, case.clauses.get(one.id)) for one in case.of("task_requirement"))
    return {one.id: _told(case, one.name, match) for one, match in matches if match is not None}


def gap_probability(signs: Signs) -> float:
    """How likely the clause is left unanswered, or one of the things it lists; rounded to four digits."""
    return logistic.probability(logistic.coefficients("pipeline.screening.clauses", "clause_gap.json"), astuple(signs))


def thing_absent(case: Case, obligation: Obligation, match: ClauseMatch) -> str | None:
    """What the clause asks to make (打造…脑机接口产品), where its own words are not said and nothing is near."""
    piece = (asked_pieces(obligation.name) or [""])[-1]
    verb = next(reversed(list(_MAKING.finditer(piece))), None)
    thing = piece[verb.end() :] if verb is not None else ""
    beside, near = _beside(case, obligation).lower(), case.nearness(match)
    own = [word for word in words_of(thing) if word not in beside and _ANY_THING.fullmatch(word) is None]
    told = any(is_half_said(word, case.own_words) or near(word) >= _FAR for word in own)
    return thing if any(len(word) >= COMPOUND for word in own) and not told else None


def lacking_piece(case: Case, obligation: Obligation, match: ClauseMatch) -> str | None:
    """What of the clause is left out, where the rest is answered; None where it is the clause as a whole."""
    left_out = the_one_left_out(obligation.name, case.words, case.nearness(match))
    if left_out is not None:
        return left_out
    shares = [(_said_of(piece, case.own_words), piece) for piece in asked_pieces(obligation.name) if words_of(piece)]
    least, piece = min(shares, default=(1.0, ""))
    others = [share for share, one in shares if one != piece]
    if others and least <= _LACKING and min(others) >= _HELD:
        return piece
    listed = unanswered(obligation.name, case.words, case.nearness(match))
    return "、".join(listed.parts) if listed is not None and listed.closed else None


def _said_of(piece: str, text: str) -> float:
    return share([is_said(word, text) for word in words_of(piece)])


def _beside(case: Case, obligation: Obligation) -> str:
    """The direction and its other clauses: a word of theirs is not the clause's own."""
    others = [one.name for one in case.of("task_requirement") if one is not obligation]
    return " ".join([*others, case.chosen.name or "" if case.chosen is not None else ""])
