"""The rows of a screening: its verdict, its findings, and the matches they rest on."""

from pipeline.comparison import claim_position
from pipeline.identity import submission_id
from pipeline.store.rows import Row, Tables, boxes
from schemas.evidence import Evidence
from schemas.finding import Finding, Screening
from schemas.submission import Submission


def screening_rows(run: int, notice: str, screening: Screening, submission: Submission | None) -> Tables:
    """The rows of ``screenings``, ``findings`` and ``matches``; without the submission no claims, no passages."""
    key: Row = {"run_id": run, "notice_id": notice, "submission_id": submission_id(screening)}
    findings = [
        {**key, "position": position, **_finding(finding), "claim_position": _claim(finding, submission)}
        for position, finding in enumerate(screening.findings)
    ]
    matches = [*_direction_matches(screening, submission), *_clause_matches(screening, submission)]
    return {
        "screenings": [_screening({**key}, screening)],
        "findings": findings,
        "matches": [{**key, "position": position, **match} for position, match in enumerate(matches)],
    }


def _screening(key: Row, screening: Screening) -> Row:
    chosen = screening.direction
    return {
        **key,
        "applicant": screening.applicant,
        "direction": chosen.number if chosen else None,
        "direction_name": chosen.name if chosen else None,
        "direction_score": chosen.score if chosen else None,
        "direction_declared": chosen.declared if chosen else None,
        "verdict": screening.verdict,
        "record": screening.model_dump_json(),
    }


def _finding(finding: Finding) -> Row:
    return {
        **{
            name: getattr(finding, name)
            for name in ("obligation_id", "kind", "name", "status", "severity", "explanation", "confidence", "cause")
        },
        **_side("required", finding.required),
        **_side("found", finding.found),
        "found_file": finding.found.file if finding.found else None,
    }


def _side(name: str, evidence: Evidence | None) -> Row:
    return {
        name: evidence.text if evidence else None,
        f"{name}_page": evidence.page if evidence else None,
        f"{name}_start": evidence.start if evidence else None,
        f"{name}_end": evidence.end if evidence else None,
        f"{name}_boxes": boxes(evidence),
    }


def _claim(finding: Finding, submission: Submission | None) -> int | None:
    return claim_position(finding, submission) if submission else None


def _direction_matches(screening: Screening, submission: Submission | None) -> list[Row]:
    rows = []
    for match in screening.direction_scores:
        head = {"subject": "direction", "direction": match.number, "score": match.score}
        passages: tuple[int | None, ...] = match.passages or (None,)
        rows += [{**head, "passage": index, "passage_text": _passage(submission, index)} for index in passages]
    return rows


def _clause_matches(screening: Screening, submission: Submission | None) -> list[Row]:
    rows: list[Row] = []
    for match in screening.clause_matches:
        head = {"subject": "clause", "obligation_id": match.obligation_id, "score": match.probability}
        rows += [head] if not match.passages else []
        rows += [
            {
                **head,
                "passage": passage.passage,
                "passage_score": passage.score,
                "passage_text": _passage(submission, passage.passage),
            }
            for passage in match.passages
        ]
    return rows


def _passage(submission: Submission | None, index: int | None) -> str | None:
    if submission is None or index is None or not 0 <= index < len(submission.passages):
        return None
    return submission.passages[index].text
