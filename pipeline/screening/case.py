"""Case (案卷): everything a check may look at, gathered once for one submission and one notice."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, TypeVar

from pipeline.matching.nearness import Nearness
from pipeline.screening.application.labels import align_fields
from pipeline.screening.application.letters import asks_for_letter
from pipeline.screening.chapters.headings import AlignerLike, align_headings
from pipeline.screening.settings import Settings
from schemas.evidence import Evidence
from schemas.facts import FormField, Passage
from schemas.finding import ChosenDirection, Finding, Status
from schemas.match import ClauseMatch, DirectionScore
from schemas.notice import FindingKind, Notice, Obligation
from schemas.outline import Role
from schemas.submission import Commitment, Submission

# 现状：62%  目标：85%: labels that any metric may have.
_OF_ANY = frozenset(
    ["目标", "目标值", "指标", "指标值", "现状", "要求", "承诺", "承诺值", "主要指标", "技术指标", "考核指标"]
)
_DIGIT, _OF_MONEY = re.compile(r"\d"), re.compile("[元万亿]")
_ROW = re.compile(r"[^：；\n]{1,20}：[^；\n]{1,60}；[^：；\n]{1,20}：")
_LINE_LABEL = re.compile(
    r"\W*+(?:\d{1,2}[.．、)）]\s*+)?(?P<label>[\u4e00-\u9fff]{2,12})\s*[：:][^：:。；;\n]*"
    r"|\W*+\d{1,2}[.．、)）]\s*+(?P<headed>[\u4e00-\u9fff]{2,8})，[^：:。；;\n]*"  # 2．通用图文，检查以后总量9000万对
    r"|\W*+(?:关于|至于|就)(?P<about>[\u4e00-\u9fff]{2,14}?)(?:方面|而言|来[说讲])?，[^。；;\n]*"
)
_TITLE_ABOVE = re.compile(r"\W*+(?:\d{1,2}[.．、)）]\s*+)?(?P<title>[\u4e00-\u9fffA-Za-z]{2,16})")


T = TypeVar("T")


class MatcherLike(AlignerLike, Protocol):
    """What the checks need of :class:`pipeline.matching.Matcher`."""

    def rank_submission(self, submission: Submission) -> Sequence[DirectionScore]:
        """All directions of the notice, best first."""
        ...

    def match_clauses(self, obligations: Sequence[Obligation], submission: Submission) -> Sequence[ClauseMatch]:
        """One match an obligation, in order."""
        ...

    def nearness(self, sentences: Sequence[str], clauses: Sequence[str]) -> Nearness:
        """How near each sentence is to each clause in meaning."""
        ...


@dataclass(frozen=True)
class Case:
    """One submission against one notice.

    ``chosen`` is the direction it is screened for; ``obligations`` are those that bind it: the general ones and
    those of that direction. ``clauses`` holds the matcher's answer by the obligation's id.
    """

    notice: Notice
    submission: Submission
    matcher: MatcherLike
    chosen: ChosenDirection | None = None
    scores: tuple[DirectionScore, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    clauses: Mapping[str, ClauseMatch] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    _made: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What ``make`` gives, made once for this case and then remembered under the name."""
        if name not in self._made:
            self._made[name] = make()
        made: T = self._made[name]
        return made

    def of(self, kind: FindingKind) -> list[Obligation]:
        """The obligations of one kind, in the notice's order."""
        return [obligation for obligation in self.obligations if obligation.kind == kind]

    @cached_property
    def fields(self) -> Mapping[str, FormField]:
        """For the id of each form_field obligation the submission's field that answers it, where there is one."""
        wanted = [(o.id, o.field) for o in self.of("form_field") if o.field is not None]
        filled = self.submission.form_fields
        indices = align_fields([f for _, f in wanted], filled, self.settings.label_alike)
        return {id_: filled[index] for (id_, _), index in zip(wanted, indices, strict=True) if index is not None}

    @cached_property
    def with_figures(self) -> tuple[Passage, ...]:
        """The passages in which a digit stands."""
        return tuple(passage for passage in self.submission.passages if _DIGIT.search(passage.text) is not None)

    @cached_property
    def with_amounts(self) -> tuple[Passage, ...]:
        """Those that may name an amount of money."""
        return tuple(passage for passage in self.with_figures if _OF_MONEY.search(passage.text) is not None)

    @cached_property
    def words(self) -> str:
        """All that the application says, without white space."""
        return re.sub(r"\s", "", "".join(passage.text for passage in self.submission.passages))

    @cached_property
    def own_text(self) -> str:
        """What the application says of the work, in small letters: without letter and proofs."""
        aside = (Role.COMMITMENT, Role.PROOFS)
        return "\n".join(passage.text for passage in self.submission.passages if passage.role not in aside).lower()

    @cached_property
    def own_words(self) -> str:
        """The same without white space."""
        return re.sub(r"\s", "", self.own_text)

    def near_evidence(self, match: ClauseMatch) -> list[Evidence]:
        """The passages that may answer a clause, the best first."""
        passages = self.submission.passages
        return [passages[one.passage].evidence for one in match.passages if one.passage < len(passages)]

    def near(self, match: ClauseMatch) -> list[str]:
        """Their texts."""
        passages = self.submission.passages
        return [passages[one.passage].text for one in match.passages if one.passage < len(passages)]

    def nearness(self, match: ClauseMatch) -> Callable[[str], float]:
        """How near words are in meaning to the nearest of those passages, 0 to 1."""
        texts = self.near(match)
        return lambda words: max((self.matcher.similarity(words, text) for text in texts), default=0.0)

    @cached_property
    def letter(self) -> Commitment:
        """The letter of commitment; one in a cell of the form only where the notice asks for none of its own."""
        own = any(asks_for_letter(self.notice, o) for o in self.of("commitment"))
        return self.submission.commitment if own or self.submission.commitment.present else self.submission.pledge

    @cached_property
    def headings(self) -> Mapping[str, int]:
        """For the id of each section obligation the index into ``submission.sections`` that answers it."""
        wanted = [(o.id, o.section) for o in self.of("section") if o.section is not None]
        asked = [section for _, section in wanted]
        chosen = align_headings(asked, self.submission.sections, self.matcher, self.settings)
        return {id_: index for (id_, _), index in zip(wanted, chosen, strict=True) if index is not None}

    @cached_property
    def passage_of(self) -> Mapping[tuple[str | None, int], int]:
        """For a claim's or figure's file and offset the index of the first passage that holds some of it."""
        found: dict[tuple[str | None, int], int] = {}
        for claim in (*self.submission.targets, *self.submission.figures):
            spot, passages = claim.evidence, self.submission.passages
            at = next((n for n, p in enumerate(passages) if p.evidence.overlaps(spot)), None)
            if at is not None:
                found[spot.file, spot.start] = at
        return found

    def row_of(self, spot: Evidence) -> str:
        """The row of a table that the claim or figure stands in (指标：…；定义：…), empty where it stands in none."""
        at = self.passage_of.get((spot.file, spot.start))
        words = self.submission.passages[at].text if at is not None else ""
        return words if _ROW.match(words) else ""

    @cached_property
    def line_labels(self) -> Mapping[tuple[str | None, int], str]:
        """For a claim's or figure's file and offset what heads its line: 示范面积 in 示范面积：建立核心示范片3600亩.

        Of two of one dimension in a line (…：能见度不低于20米时不小于90米) the label tells none.
        """
        named: dict[tuple[int, str, str | None], list[Evidence]] = {}
        for claim in (*self.submission.targets, *self.submission.figures):
            spot = claim.evidence
            at = self.passage_of.get((spot.file, spot.start), -1)
            words = self.submission.passages[at].text if at >= 0 else ""
            before = words.partition(spot.text)[0].rpartition("\n")[2]
            label = _LINE_LABEL.fullmatch(before)
            name = (label["label"] or label["headed"] or label["about"]) if label is not None else None
            name = name or self._title_above(at, before)
            if name is not None and name not in _OF_ANY:
                named.setdefault((at, name, claim.canonical_unit), []).append(spot)
        alone = ((label, spots[0]) for (_, label, _), spots in named.items() if len(spots) == 1)
        return {(spot.file, spot.start): label for label, spot in alone}

    def _title_above(self, at: int, before: str) -> str | None:
        """What stands alone in the line above the passage in whose first sentence the figure is.

        整机质量 / 目前3.1千克，完成时不超过2.6千克
        """
        passages = self.submission.passages
        if at < 1 or "。" in before or passages[at].path != passages[at - 1].path:
            return None
        title = _TITLE_ABOVE.fullmatch(passages[at - 1].text.strip())
        return title["title"] if title is not None else None


def conclude(
    obligation: Obligation,
    status: Status,
    explanation: str,
    *,
    found: Evidence | None = None,
    confidence: float = 0.9,
    cause: str | None = None,
) -> Finding:
    """The finding on an obligation; the words of the notice are the obligation's own evidence."""
    return Finding(
        obligation_id=obligation.id,
        kind=obligation.kind,
        name=obligation.name,
        status=status,
        explanation=explanation,
        required=obligation.evidence,
        found=found,
        confidence=round(min(max(confidence, 0.0), 1.0), 3),
        cause=cause,
    )


def implied(kind: FindingKind, name: str, evidence: Evidence) -> Obligation:
    """An obligation that every notice implies (a code must be well formed); ``evidence`` is where it hangs."""
    words = hashlib.sha256(f"{kind}:{name}".encode()).hexdigest()[:8]
    return Obligation(id=f"{kind}-{words}", kind=kind, name=name, evidence=evidence)


def filed_on(case: Case) -> str | None:
    """The day on which the application was filed: the form's, else that under the letter of commitment.

    A letter older than the notice is wrong by itself, and dates nothing else.
    """
    signed, issued = case.letter.date, case.notice.issued_on
    return case.submission.filed_on or (None if signed and issued and signed < issued else signed)


def last_year(case: Case) -> int | None:
    """The year that 上一财年 means: the one before the application, else before the notice."""
    on = filed_on(case) or case.notice.issued_on
    return int(on[:4]) - 1 if on and on[:4].isdigit() else None


def value_text(field: FormField) -> str:
    """A field's value as one text; several ticks joined by 、, empty for no value."""
    if field.value is None:
        return ""
    return field.value if isinstance(field.value, str) else "、".join(field.value)


def page_of(evidence: Evidence | None, whose: str) -> str:
    """``（见通知第1页）`` where the page is known, else nothing. ``whose`` is 通知 or 申报材料."""
    return f"（见{whose}第{evidence.page}页）" if evidence is not None and evidence.page is not None else ""
