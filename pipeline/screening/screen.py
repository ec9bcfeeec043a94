"""Screens one submission against one notice: gathers the case, runs the checks, draws the verdict."""

from collections.abc import Iterator, Sequence

from pipeline.screening import office
from pipeline.screening.case import Case, MatcherLike
from pipeline.screening.certainty import tempered
from pipeline.screening.checks import CHECKS
from pipeline.screening.kinds.direction import meant_instead, selected
from pipeline.screening.rules import Rules
from pipeline.screening.settings import Settings
from pipeline.screening.wordings import office_words
from schemas.finding import ChosenDirection, Finding, Screening, Verdict
from schemas.match import DirectionScore
from schemas.notice import Notice, Obligation
from schemas.submission import Submission

NO_RULES = Rules()


def screen(
    notice: Notice,
    submission: Submission,
    matcher: MatcherLike,
    settings: Settings | None = None,
    rules: Rules = NO_RULES,
) -> Screening:
    """Every obligation of the notice that binds this submission, with its status and the words on both sides.

    ``rules`` are an office's: its thresholds over ``settings``, its words, its severities, obligations of its own.
    Raises :class:`schemas.errors.UsageError` where the matcher's model cannot be loaded.
    """
    with office_words(rules.wordings):
        case = open_case(notice, submission, matcher, rules.settings(settings or Settings()))
        told = tempered(list(_found(case, rules)), case.settings, submission.attachments)
        findings = tuple(_weighed(finding, rules) for finding in told)
    return Screening(
        source=submission.source,
        applicant=submission.applicant.name,
        direction=case.chosen,
        verdict=verdict(findings, case.settings),
        findings=findings,
        direction_scores=case.scores,
        clause_matches=tuple(case.clauses.values()),
    )


def _found(case: Case, rules: Rules) -> Iterator[Finding]:
    for kind, _, check in CHECKS:
        if kind not in case.settings.off:
            yield from check(case)
    yield from office.check(case, rules.obligation)


def _weighed(finding: Finding, rules: Rules) -> Finding:
    severity = rules.severity_of(finding.kind, finding.name)
    return finding if severity == finding.severity else finding.model_copy(update={"severity": severity})


def open_case(notice: Notice, submission: Submission, matcher: MatcherLike, settings: Settings) -> Case:
    """Asks the matcher, chooses the direction and picks the obligations that bind."""
    scores = tuple(matcher.rank_submission(submission)) if notice.directions else ()
    chosen = choose(notice, submission, scores)
    number = chosen.number if chosen is not None else None
    binding = tuple(o for o in notice.obligations if _binds(o, number))
    clauses = [o for o in binding if o.kind == "task_requirement"]
    matches = matcher.match_clauses(clauses, submission) if clauses else []
    return Case(
        notice=notice,
        submission=submission,
        matcher=matcher,
        chosen=chosen,
        scores=scores,
        obligations=binding,
        clauses={match.obligation_id: match for match in matches},
        settings=settings,
    )


def _binds(obligation: Obligation, direction: int | None) -> bool:
    return obligation.direction is None or obligation.direction == direction


def choose(notice: Notice, submission: Submission, scores: Sequence[DirectionScore]) -> ChosenDirection | None:
    """The direction to screen for: the one declared (of several the one that fits best), else the best fitting.

    Where the box ticked contradicts the cover and the text agrees with the cover, it is the cover's: the wrong tick
    is one gap, and what the work is about can still be judged.
    """
    if not notice.directions:
        return None
    names = {direction.number: direction.name for direction in notice.directions}
    fit = {score.number: score.score for score in scores}
    meant = meant_instead(notice, submission, scores)
    declared = [meant] if meant is not None else [number for number in selected(notice, submission) if number in names]
    if declared:
        number = max(declared, key=lambda n: fit.get(n, 0.0))
        return ChosenDirection(number=number, name=names[number], score=fit.get(number), declared=True)
    if not scores:
        return None
    best = max(scores, key=lambda score: score.score)
    return ChosenDirection(number=best.number, name=names.get(best.number), score=best.score, declared=False)


def verdict(findings: Sequence[Finding], settings: Settings) -> Verdict:
    """``incomplete`` with a confident gap, ``needs_review`` with weak ones or doubts only, else ``complete``."""
    gaps = [finding for finding in findings if finding.counts]
    if any(finding.confidence >= settings.confident and finding.severity == "gap" for finding in gaps):
        return "incomplete"
    hardly = any(finding.status == "met" and finding.confidence < settings.doubtful for finding in findings)
    return "needs_review" if gaps or hardly or any(finding.doubted for finding in findings) else "complete"
