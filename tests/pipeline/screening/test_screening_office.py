"""Obligations of an office's own, and what its severities do to the verdict."""

from typing import Any

import pytest

from pipeline.screening import Rules
from pipeline.screening.rules import OwnObligation
from schemas.finding import Finding, Screening
from schemas.submission import Submission


def of(result: Screening, name: str) -> Finding:
    return next(f for f in result.findings if f.name == name)


OWN: list[tuple[dict[str, Any], str]] = [
    ({"pattern": "断网(条件|环境)"}, "met"),
    ({"pattern": "安全生产(主体)?责任"}, "missing"),
    ({"pattern": "机密|绝密", "forbidden": True}, "met"),
    ({"pattern": "第三方机构", "forbidden": True}, "invalid"),
    ({"text": "支持断网运行"}, "met"),
    ({"text": "翡翠矿床氦泄漏"}, "missing"),
    ({"pattern": "13900001234"}, "met"),  # a field of the form
]


@pytest.mark.parametrize(("rule", "status"), OWN, ids=[str(o[0]) for o in OWN])
def test_own_obligation(rule: dict[str, Any], status: str, screened: Any, submission: Submission) -> None:
    one = OwnObligation(name="自定条款", **rule)
    finding = of(screened(submission, Rules(obligation=(one,))), "自定条款")
    assert (finding.status, finding.obligation_id, finding.kind) == (status, one.id, "section")
    assert finding.explanation.endswith("。")


def test_for_another_direction_it_does_not_bind(screened: Any, submission: Submission) -> None:
    rule = OwnObligation(name="自定条款", pattern="安全", direction=2)
    assert "自定条款" not in {f.name for f in screened(submission, Rules(obligation=(rule,))).findings}


def test_a_pattern_that_hangs_is_given_up(screened: Any, submission: Submission) -> None:
    from schemas.facts import Passage

    text = "一" * 4000
    evidence = submission.passages[0].evidence.model_copy(update={"text": text})
    longer = submission.model_copy(update={"passages": (Passage(text=text, evidence=evidence),)})
    rule = OwnObligation(name="自定条款", pattern="(一+一+)+二$")
    assert of(screened(longer, Rules(obligation=(rule,))), "自定条款").status == "unverifiable"


@pytest.mark.parametrize(
    ("severity", "verdict"),
    [({}, "incomplete"), ({"section": "review"}, "needs_review"), ({"section": "note"}, "complete")],
)
def test_severity_decides_the_verdict(severity: Any, verdict: str, screened: Any, submission: Submission) -> None:
    sections = tuple(s for s in submission.sections if s.title != "风险与应对")
    gap = submission.model_copy(update={"sections": sections})
    result = screened(gap, Rules(severity=severity))
    finding = of(result, "风险与应对")
    assert (result.verdict, finding.status) == (verdict, "missing")
    assert finding.counts is (verdict != "complete")


def test_a_check_that_is_off_says_nothing(screened: Any, submission: Submission) -> None:
    result = screened(submission, Rules(off=frozenset({"section"})))
    assert "section" not in {f.kind for f in result.findings}
