"""Whether an application refuses a clause in whatever words, puts it off, or leaves it to others.

A logistic regression over the signs of each decision (:mod:`decisions`) for each clause, fitted to applications that
were written without the program (``benchmarks/clause_refusals.py``; figures in docs/review.md).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Self

from pipeline.matching import logistic
from pipeline.matching.lexicon import words
from pipeline.matching.nearness import Nearness
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.clauses.asides import PARTS, of_part
from pipeline.screening.clauses.clause_words import asked_pieces, is_half_said, is_said, longest_run, share, words_of
from pipeline.screening.clauses.decisions import Decision, decisions
from pipeline.screening.clauses.kept_out import bought_another, refuses_another
from pipeline.screening.clauses.part_signs import part_signs, parts_of
from pipeline.screening.clauses.work import general_names, tells_of_work
from schemas.notice import Obligation

_NEAR = 0.3  # the cosine from which a decision may be on a clause of which it says no word
_NEGATIVE = re.compile(r"不得|不应|不许|不准|禁止|严禁|杜绝|避免|防止")  # who refuses that does what is asked
# 开发无溶剂工艺: who does without the solvent does what is asked
_WITHOUT = re.compile(r"(?:无|免|零|低|少|非)(?P<thing>[\u4e00-\u9fff]{2})")
_BY_ONESELF = re.compile(r"自行|自己|自主")  # 操作工自行切换模型, where that is asked
_LIKELY = 4.0  # how much a sentence evades that may be on a clause of which it says no word
_IN_ORDER, _EVADING = -3.0, 15.0  # how much a sentence in order may evade, and how much more one that surely does
_ANSWERED = 0.6  # of the clause's words in another sentence: one that says none of them is on something else
_SAME_PLACE = 0.6  # of the score of the clause's best passage
_RUN = 8  # characters in one run, beyond which more say no more


@dataclass(frozen=True, slots=True)
class RefusalSigns:
    """What speaks for a decision being on the clause and against it, or not; shares from 0, cosines from -1 to 1.

    ``said`` and ``said_around`` the share of the clause's own words of which the sentence, or it with its neighbours
    and its heading, says at least one half; ``on_it`` the share of the decision's words that are the clause's;
    ``whole`` and ``headed`` the cosine of the clause with the sentence and with heading and piece, ``rival`` by how
    much another clause is nearer, ``covered`` and ``within`` how much of the clause the sentence says and of the
    decision the clause; ``others_said`` 1 where it says more of another clause; ``found_here`` how near the passage is
    beside the best one, ``found_elsewhere`` how near the best other one is; ``told_elsewhere`` the share of those
    words that the rest of the work says too, ``wordless`` 1 where there are none; then what :class:`Decision` tells,
    and ``run`` the longest run of characters that both share, of eight; ``evades_near`` and ``evades_there`` how much
    the sentence evades, times its nearness to the clause and times ``found_here``; ``near_around`` and ``rival_around``
    as ``whole`` and ``rival``, of the sentence with heading and neighbours; ``answered_beside`` as ``said``, of another
    sentence of the passage; ``part_…`` what :class:`PartSigns` tells of the decision and what is ahead of it.
    """

    said: float
    said_around: float
    on_it: float
    whole: float
    headed: float
    rival: float
    covered: float
    within: float
    others_said: float
    found_here: float
    told_elsewhere: float
    wordless: float
    found_elsewhere: float
    own: float
    refuses: float
    plain: float
    run: float
    dense: float
    next_ways: float
    ways: float
    evades: float
    evades_here: float
    evades_next: float
    evades_near: float
    evades_there: float
    near_around: float
    rival_around: float
    answered_beside: float
    part_named: float
    part_rival: float
    part_elsewhere: float
    part_own: float


def refused_in_own_words(case: Case, obligation: Obligation) -> str | None:
    """The piece with words that refuse which most likely refuses the clause, without white space; None without one."""
    return _likeliest([one for one in refusal_signs(case, obligation) if one[0].cued], case.settings.clause_refused)


def perhaps_refused(case: Case, obligation: Obligation) -> str | None:
    """The piece that may refuse the clause, so that a person should look; None where none may."""
    return _likeliest(refusal_signs(case, obligation), case.settings.clause_unsure)


def _likeliest(decided: Sequence[tuple[Decision, RefusalSigns]], least: float) -> str | None:
    weighed = [(refusal_probability(signs), decision) for decision, signs in decided]
    sure, best = max(weighed, key=lambda one: one[0], default=(0.0, None))
    return best.piece if best is not None and sure >= least else None


def refusal_probability(signs: RefusalSigns) -> float:
    """How likely the decision refuses the clause; rounded to four digits."""
    return logistic.probability(logistic.coefficients("pipeline.screening.clauses", "refused.json"), astuple(signs))


def refusal_signs(case: Case, obligation: Obligation) -> Sequence[tuple[Decision, RefusalSigns]]:
    """The decisions that may be on the clause, each with its signs."""
    signs = case.once("signs of refusals", lambda: _of_all(case))
    return signs.get(obligation.id, ())


def _of_all(case: Case) -> Mapping[str, Sequence[tuple[Decision, RefusalSigns]]]:
    clauses = [clause for clause in case.of("task_requirement") if _NEGATIVE.search(clause.name) is None]
    made = decisions(case)
    if not clauses or not made:
        return {}
    compared = _Compared.of(case, clauses, made)
    found: dict[str, list[tuple[Decision, RefusalSigns]]] = {}
    for at, decision in enumerate(made):
        for place, clause in enumerate(clauses):
            if compared.may_be_on(at, place):
                found.setdefault(clause.id, []).append((decision, compared.signs(at, place)))
    return found


@dataclass(frozen=True, slots=True)
class _Compared:
    """Decisions and clauses side by side; rows are decisions, columns clauses.

    ``words`` are each clause's own, ``parts`` those of each part, ``scores`` those of its nearest passages,
    ``near`` of the sentences, ``headed`` and ``within`` of heading and piece and of the piece with the one before
    it.
    """

    made: Sequence[Decision]
    names: Sequence[str]
    general: str
    words: Sequence[Sequence[str]]
    parts: Sequence[Sequence[Sequence[str]]]
    scores: Sequence[Mapping[int, float]]
    text: str
    near: Nearness
    headed: Nearness
    within: Nearness
    around: Nearness

    @classmethod
    def of(cls, case: Case, clauses: Sequence[Obligation], made: Sequence[Decision]) -> Self:
        names, general = [squeeze(clause.name) for clause in clauses], general_names(case).lower()
        matches = [case.clauses.get(clause.id) for clause in clauses]
        return cls(
            made=made,
            names=names,
            general=general,
            words=[_own_words(name, general) for name in names],
            parts=[parts_of(name, general) for name in names],
            scores=[{one.passage: one.score for one in match.passages} if match else {} for match in matches],
            text="".join(squeeze(p.text) for p in case.submission.passages if tells_of_work(p)).lower(),
            near=case.matcher.nearness([one.sentence for one in made], names),
            headed=case.matcher.nearness([one.title + one.piece for one in made], names),
            within=case.matcher.nearness([f"{one.before}，{one.piece}" for one in made], names),
            around=case.matcher.nearness([one.around for one in made], names),
        )

    def may_be_on(self, at: int, place: int) -> bool:
        """The decision says a word of the clause, is near it or evades where it is answered, and refuses no other."""
        one, near = self.made[at], max(self.near.whole[at, place], self.headed.whole[at, place])
        scores = self.scores[place]
        here = one.evades >= _LIKELY and scores.get(one.passage, 0.0) >= _SAME_PLACE * max(scores.values(), default=1.0)
        words_said = _half_said(self.words[place], one.sentence)
        if not words_said and self._answered_beside(at, place) >= _ANSWERED:
            return False
        said = here or near >= _NEAR or bool(words_said)
        return said and not _is_of_another(one, self.names[place])

    def signs(self, at: int, place: int) -> RefusalSigns:
        """What speaks for and against the decision being on the clause."""
        one, asked, scores = self.made[at], self.words[place], self.scores[place]
        said, around = _half_said(asked, one.sentence), _half_said(asked, one.around)
        best = max(scores.values(), default=0.0)
        others = [index for index in range(len(self.names)) if index != place]
        rivals = [sum(map(len, _half_said(self.words[index], one.sentence))) for index in others]
        rest = self.text.replace(one.sentence.lower(), "")
        whole, headed = float(self.near.whole[at, place]), float(self.headed.whole[at, place])
        covered, found_here = float(self.near.covered[at, place]), scores.get(one.passage, 0.0) / best if best else 0.0
        around_it = float(self.around.whole[at, place])
        part = part_signs(f"{one.ahead}，{one.piece}".lower(), self.parts, place, rest)
        evading = max(one.evades - _IN_ORDER, 0.0) / _EVADING
        return RefusalSigns(
            said=len(said) / max(len(asked), 1),
            said_around=len(around) / max(len(asked), 1),
            on_it=_on_it(one, self.names[place].lower(), asked, self.general),
            whole=whole,
            headed=headed,
            rival=max((float(self.near.whole[at, index]) for index in others), default=0.0) - whole,
            covered=covered,
            within=float(self.within.within[at, place]),
            others_said=float(max(rivals, default=0) > sum(map(len, said))),
            found_here=found_here,
            told_elsewhere=share([is_said(word, rest) for word in said or around]) if said or around else 0.0,
            wordless=float(not (said or around)),
            found_elsewhere=max((score for there, score in scores.items() if there != one.passage), default=0.0),
            own=float(one.own),
            refuses=float(one.refuses),
            plain=float(one.plain),
            run=min(len(longest_run(self.names[place], one.before + one.piece)), _RUN) / _RUN,
            dense=one.dense,
            next_ways=float(one.next_ways),
            ways=float(one.ways),
            evades=one.evades,
            evades_here=one.evades_here,
            evades_next=one.evades_next,
            evades_near=evading * max(whole, headed, covered),
            evades_there=evading * found_here,
            near_around=around_it,
            rival_around=max((float(self.around.whole[at, index]) for index in others), default=0.0) - around_it,
            answered_beside=self._answered_beside(at, place),
            part_named=part.named,
            part_rival=part.rival,
            part_elsewhere=part.elsewhere,
            part_own=part.own,
        )

    def _answered_beside(self, at: int, place: int) -> float:
        """The share of the clause's own words that one sentence of the passage says, beside the one that decides."""
        asked = self.words[place]
        return max((len(_half_said(asked, told)) for told in self.made[at].beside), default=0) / max(len(asked), 1)


def _is_of_another(decision: Decision, clause: str) -> bool:
    """What the verb refuses is no thing of the clause, or only a part of its thing (绞车用的轴承)."""
    told, left_open = f"{decision.before}，{decision.piece}", decision.piece.startswith("不")
    if any(asked["thing"] in decision.piece for asked in _WITHOUT.finditer(clause)):
        return True
    if _BY_ONESELF.search(clause) is not None and _BY_ONESELF.search(decision.piece) is not None:
        return True
    if left_open and bought_another(clause, decision.before):
        return True  # 包装箱直接采购，不列入攻关内容
    return refuses_another(clause, told) or of_part(PARTS, clause, decision.piece)


def _own_words(name: str, general: str) -> list[str]:
    words_ = words_of("，".join(asked_pieces(name)))
    return [word for word in words_ if word not in general] or words_of(name)


def _half_said(asked: Sequence[str], text: str) -> list[str]:
    return [word for word in asked if is_half_said(word, text.lower())]


def _on_it(decision: Decision, clause: str, asked: Sequence[str], general: str) -> float:
    """The share of the decision's words, those of every sentence aside, that the clause says or are of its words."""
    near = f"{decision.before}{decision.piece}".lower()
    told = [word for word in words(near) if len(word) > 1 and word not in general]
    own = [is_half_said(word, clause) or any(one in word or word in one for one in asked) for word in told]
    return sum(own) / len(own) if own else 0.0
