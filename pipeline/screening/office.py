"""本单位规则."""

from collections.abc import Iterator, Sequence

from pipeline.screening.case import Case, page_of
from pipeline.screening.clauses.clause_gap import gap_probability, signs_of
from pipeline.screening.rules import OwnObligation
from schemas.evidence import Evidence
from schemas.finding import Finding, Status
from schemas.notice import Clause, Obligation

SECONDS = 1.0  # a pattern may take so long on one application; then nobody can say
TOO_SLOW = "式样过于复杂，未能在限定时间内比完"
ELSEWHERE = 0.08  # an obligation of any subject: below this the application is not about that
NOWHERE = Evidence(text="", start=0, end=0)


def check(case: Case, own: Sequence[OwnObligation]) -> Iterator[Finding]:
    """Whether an office's own obligations are met.

    依据：本单位规则文件中的自定条款（不在通知之内）。
    判定：以式样（pattern）写明的，逐段查找；以文字（text）写明的，按含义比较，与“任务要求”同样判断；注明不得出现
    （forbidden）的，找到即为错误。式样过于复杂、限定时间内未能比完的，列为无法核实。
    补救：按规则所附说明补充或删改。
    """
    number = case.chosen.number if case.chosen is not None else None
    for rule in own:
        if rule.direction is None or rule.direction == number:
            yield _by_pattern(case, rule, rule.pattern) if rule.pattern is not None else _by_meaning(case, rule)


def _by_pattern(case: Case, rule: OwnObligation, pattern: str) -> Finding:
    try:
        found = _search(case, pattern)
    except TimeoutError:
        text = f"本单位规则“{rule.name}”的{TOO_SLOW}，请人工核对。"
        return _conclude(rule, "unverifiable", text, None, 0.5)
    if rule.forbidden:
        if found is None:
            return _conclude(rule, "met", f"没有出现本单位规则“{rule.name}”所禁止的内容。", None, 0.9)
        where = page_of(found, "申报材料")
        said = rule.explanation or f"出现“{found.text[:30]}”{where}，不符合本单位规则“{rule.name}”。"
        return _conclude(rule, "invalid", said, found, 0.9)
    if found is not None:
        where = page_of(found, "申报材料")
        return _conclude(rule, "met", f"“{rule.name}”在申报材料中有相应内容{where}。", found, 0.9)
    return _conclude(rule, "missing", _missing(rule), None, 0.8)


def _missing(rule: OwnObligation) -> str:
    return rule.explanation or f"申报材料中没有“{rule.name}”的内容（本单位规则要求），请补充。"


def _search(case: Case, pattern: str) -> Evidence | None:
    """The first passage or field that holds the pattern. Raises TimeoutError where it takes too long."""
    import time

    import regex

    compiled = regex.compile(pattern)
    until = time.monotonic() + SECONDS
    fields = [f.value_evidence for f in case.submission.form_fields if f.value_evidence is not None]
    for evidence in (*(p.evidence for p in case.submission.passages), *fields):
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError(pattern)
        match = compiled.search(evidence.text, timeout=left)
        if match is not None:
            start = evidence.start + match.start()
            return evidence.model_copy(
                update={"text": match.group(), "start": start, "end": start + len(match.group())}
            )
    return None


def _by_meaning(case: Case, rule: OwnObligation) -> Finding:
    text = rule.text or rule.name
    clause = Clause(text=text, kind="task", evidence=NOWHERE)
    obligation = Obligation(id=rule.id, kind="task_requirement", name=text, clause=clause, evidence=NOWHERE)
    match = next(iter(case.matcher.match_clauses([obligation], case.submission)), None)
    gap = gap_probability(signs_of(case, obligation, match)) if match is not None else 1.0
    elsewhere = 1 - match.probability if match is not None and match.probability < ELSEWHERE else 0.0
    if match is None or elsewhere or gap >= case.settings.clause_gap:
        return _conclude(rule, "missing", _missing(rule), None, max(gap, elsewhere))
    found = next(iter(case.near_evidence(match)), None)
    where = page_of(found, "申报材料")
    if gap >= case.settings.clause_doubt:
        text = f"“{rule.name}”在申报材料中的回应是否充分，建议人工核对{where}。"
        return _conclude(rule, "met", text, found, case.settings.in_doubt)
    return _conclude(rule, "met", f"“{rule.name}”在申报材料中有相应内容{where}。", found, 1 - gap)


def _conclude(rule: OwnObligation, status: Status, text: str, found: Evidence | None, confidence: float) -> Finding:
    return Finding(
        obligation_id=rule.id,
        kind=rule.kind,
        name=rule.name,
        status=status,
        explanation=text,
        found=found,
        confidence=round(min(max(confidence, 0.0), 1.0), 3),
    )
