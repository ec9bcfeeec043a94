"""Causes that link findings, the verdict, a check that is off."""

from typing import Any

import pytest

from pipeline.screening import Settings, screen
from pipeline.screening.screen import verdict
from schemas.evidence import Evidence
from schemas.finding import Finding, Status
from schemas.match import DirectionScore
from schemas.notice import Notice
from schemas.outline import Role
from schemas.submission import Commitment, Submission


class Fixed:
    """A matcher that is sure of everything and ranks the directions as told."""

    def __init__(self, *scores: float) -> None:
        self.scores = scores

    def rank_submission(self, submission: Submission) -> list[DirectionScore]:
        return [DirectionScore(number=i + 1, name=str(i + 1), score=s) for i, s in enumerate(self.scores)]

    def match_clauses(self, obligations: Any, submission: Submission) -> list[Any]:
        return []

    def align_sections(self, template_titles: Any, titles_found: Any, guidance: Any = ()) -> list[Any]:
        return [(titles_found.index(t), 1.0) if t in titles_found else (None, 0.0) for t in template_titles]

    def similarity(self, a: str, b: str) -> float:
        return 1.0 if a == b else 0.0


def made(status: Status, confidence: float) -> Finding:
    return Finding(
        obligation_id="o", kind="section", name="n", status=status, explanation="说明", confidence=confidence
    )


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([made("met", 0.9), made("unverifiable", 0.4)], "needs_review"),
        ([made("met", 0.9), made("unverifiable", 0.9)], "complete"),
        ([made("missing", 0.9)], "incomplete"),
        ([made("missing", 0.4)], "needs_review"),
        ([made("missing", 0.4), made("invalid", 0.7)], "incomplete"),
        ([made("met", 0.1)], "needs_review"),
        ([], "complete"),
    ],
)
def test_verdict(findings: list[Finding], expected: str) -> None:
    assert verdict(findings, Settings()) == expected


def test_a_missing_letter_is_one_cause(notice: Notice, submission: Submission) -> None:
    bare = submission.model_copy(update={"commitment": Commitment()})
    result = screen(notice, bare, Fixed(0.7, 0.3))
    linked = {(f.kind, f.status) for f in result.findings if f.cause == "commitment"}
    assert {("commitment", "missing"), ("seal_signature", "missing"), ("eligibility", "unverifiable")} <= linked


def test_a_box_against_the_cover_is_one_cause(notice: Notice, submission: Submission) -> None:
    choice = submission.direction_choices[0].model_copy(update={"number": 2, "name": "农田巡检机器人"})
    wrong = submission.model_copy(update={"direction_choices": (choice,), "directions_selected": (2,)})
    result = screen(notice, wrong, Fixed(0.9, 0.1))
    linked = {(f.kind, f.name, f.status) for f in result.findings if f.cause == "direction"}
    assert linked == {
        ("direction", "揭榜方向", "invalid"),
        ("consistency", "揭榜方向", "invalid"),
    }
    assert result.direction is not None
    assert result.direction.number == 1  # what cover and text agree on


def test_the_text_alone_does_not_change_the_direction(notice: Notice, submission: Submission) -> None:
    choice = submission.direction_choices[0].model_copy(update={"number": 2, "name": "农田巡检机器人"})
    fields = tuple(f for f in submission.form_fields if f.name != "封面揭榜方向")
    update = {"direction_choices": (choice,), "directions_selected": (2,), "form_fields": fields}
    result = screen(notice, submission.model_copy(update=update), Fixed(0.9, 0.1))
    linked = {(f.kind, f.name, f.status) for f in result.findings if f.cause == "direction"}
    assert linked == {("direction", "揭榜方向", "invalid"), ("numeric_target", "巡检速度", "missing")}


def test_cover_and_box_together_outweigh_the_text(notice: Notice, submission: Submission) -> None:
    result = screen(notice, submission, Fixed(0.2, 0.8))
    assert [f.status for f in result.findings if f.kind == "direction"] == ["met"]


@pytest.mark.parametrize(("scores", "status"), [((0.2, 0.8), "invalid"), ((0.3, 0.7), "met"), ((0.8, 0.2), "met")])
def test_text_against_the_box(scores: tuple[float, float], status: str, notice: Notice, submission: Submission) -> None:
    fields = tuple(f for f in submission.form_fields if f.name != "封面揭榜方向")
    result = screen(notice, submission.model_copy(update={"form_fields": fields}), Fixed(*scores))
    assert [f.status for f in result.findings if f.kind == "direction"] == [status]


def test_without_a_box_the_direction_is_inferred(notice: Notice, submission: Submission) -> None:
    none = submission.model_copy(update={"direction_choices": (), "directions_selected": ()})
    result = screen(notice, none, Fixed(0.2, 0.8))
    assert result.direction is not None
    assert (result.direction.number, result.direction.declared) == (2, False)
    assert [f.status for f in result.findings if f.kind == "direction"] == ["missing"]


def test_every_gap_has_words_on_the_notice_side(notice: Notice) -> None:
    empty = Submission(source=notice.source)
    result = screen(notice, empty, Fixed(0.5, 0.5))
    gaps = [f for f in result.findings if f.status in ("missing", "unverifiable")]
    assert len(gaps) > 10
    assert all(isinstance(f.required, Evidence) and f.required.text for f in gaps)


def test_a_check_can_be_switched_off(notice: Notice, submission: Submission) -> None:
    settings = Settings(off=frozenset({"identifier"}), confident=0.7)
    result = screen(notice, submission, Fixed(0.7, 0.3), settings)
    assert {f.kind for f in result.findings}.isdisjoint({"identifier"})


def test_a_form_of_other_fields_is_one_gap(notice: Notice, submission: Submission) -> None:
    kept = tuple(f for f in submission.form_fields if f.name in ("封面揭榜单位", "单位名称"))
    found = screen(notice, submission.model_copy(update={"form_fields": kept}), Fixed(1.0, 0.0)).findings
    absent = [f for f in found if f.kind == "form_field" and f.status == "missing"]
    assert len(absent) > 5
    assert {f.cause for f in absent} == {"form"}


def test_a_task_book_of_other_chapters_is_left_to_a_person(notice: Notice, submission: Submission) -> None:
    renamed = tuple(s.model_copy(update={"title": f"第{i}章"}) for i, s in enumerate(submission.sections))
    found = screen(notice, submission.model_copy(update={"sections": renamed}), Fixed(1.0, 0.0)).findings
    sections = [f for f in found if f.kind == "section"]
    assert not [f for f in sections if f.status == "missing"]
    assert sum(f.status == "unverifiable" and "申报单位自拟的“第" in f.explanation for f in sections) > 5


def test_a_task_book_without_text_is_one_gap(notice: Notice, submission: Submission) -> None:
    left = tuple(p for p in submission.passages if p.role not in (Role.TASK_BOOK, Role.BODY, Role.OTHER))
    found = screen(notice, submission.model_copy(update={"sections": (), "passages": left}), Fixed(1.0, 0.0)).findings
    absent = [f for f in found if f.kind == "section" and f.status == "missing"]
    assert len(absent) > 5
    assert len({f.cause for f in absent} - {"goals"}) == 1
