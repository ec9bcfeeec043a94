import itertools

import pytest

from pipeline.screening.certainty import NO_LABEL, is_absent_as_a_whole, tempered
from pipeline.screening.settings import Settings
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.submission import Attachment

_NUMBERS = itertools.count()


def finding(kind: str, status: str, confidence: float = 0.8) -> Finding:
    return Finding.model_validate(
        {
            "obligation_id": "o",
            "kind": kind,
            "name": f"事项{next(_NUMBERS)}号",
            "status": status,
            "explanation": "。",
            "confidence": confidence,
        }
    )


# (kind, statuses of the others, what is left of 0.8, what it is called)
CASES = [
    ("proof_material", ["met"] * 9, 0.753, "missing"),
    ("proof_material", ["met", "missing", "missing"], 0.28, "unverifiable"),
    ("proof_material", ["missing", "unverifiable"], 0.28, "unverifiable"),
    ("proof_material", ["missing"] + ["met"] * 3, 0.28, "unverifiable"),
    ("proof_material", ["missing"] + ["met"] * 4, 0.651, "missing"),  # two of six left out are two gaps
    ("proof_material", ["missing"] * 4, 0.28, "unverifiable"),
    ("numeric_target", ["missing"] * 3 + ["met"] * 3, 0.28, "unverifiable"),
    ("numeric_target", ["missing"] * 3 + ["met"] * 4, 0.28, "unverifiable"),
    ("proof_material", [], 0.54, "missing"),
    ("form_field", ["insufficient", "invalid", "met"], 0.696, "missing"),
    ("form_field", ["missing"] * 2 + ["met"] * 3, 0.28, "unverifiable"),
    ("section", ["missing"] * 9, 0.8, "missing"),
    ("task_requirement", ["missing"] * 2 + ["met"] * 2, 0.3, "unverifiable"),
    ("task_requirement", ["missing"] * 2 + ["met"] * 3, 0.8, "missing"),
    ("task_requirement", ["missing"], 0.3, "unverifiable"),
    ("task_requirement", ["missing", "met"], 0.3, "unverifiable"),
    ("task_requirement", ["missing"] + ["met"] * 2, 0.8, "missing"),
    ("task_requirement", [], 0.8, "missing"),
]


@pytest.mark.parametrize(("kind", "others", "left", "status"), CASES)
def test_an_absence_among_absences_is_less_sure(kind: str, others: list[str], left: float, status: str) -> None:
    made = tempered([finding(kind, "missing"), *(finding(kind, other) for other in others)], Settings())
    assert (made[0].confidence, made[0].status) == (pytest.approx(left, abs=0.001), status)


def test_a_field_left_empty_is_there_to_be_seen() -> None:
    empty = finding("form_field", "missing").model_copy(update={"found": Evidence(text="电话", start=0, end=2)})
    assert tempered([empty] * 9, Settings())[0] == empty


def test_absences_of_one_cause_are_one() -> None:
    absent = finding("proof_material", "missing").model_copy(update={"cause": "proofs"})
    assert tempered([absent] * 9, Settings())[0] == absent


def test_what_is_there_keeps_its_confidence() -> None:
    findings = (
        finding("form_field", "invalid"),
        finding("form_field", "missing"),
        finding("seal_signature", "missing"),
    )
    assert [f.confidence for f in tempered(findings, Settings())] == [0.8, pytest.approx(0.627, abs=0.001), 0.8]


@pytest.mark.parametrize(("found", "missing", "whole"), [(0, 5, True), (1, 5, True), (2, 5, False), (0, 4, False)])
def test_hardly_one_of_several(found: int, missing: int, whole: bool) -> None:
    assert is_absent_as_a_whole(found, missing) is whole


def test_a_row_left_out_of_a_form_is_left_to_a_person() -> None:
    others = [finding("form_field", "met") for _ in range(30)]
    rows = [finding("form_field", "missing", NO_LABEL) for _ in range(3)]
    made = tempered([finding("form_field", "missing"), *rows, *others], Settings())
    assert [one.status for one in made[:4]] == ["missing", *["unverifiable"] * 3]
    assert Settings().absent > NO_LABEL


# (causes of what is missing, the statuses after)
WHOLES = [
    (("form", "proofs"), "unverifiable"),
    (("form", "commitment"), "unverifiable"),
    (("form",), "missing"),
    (("proofs", "commitment"), "missing"),
]


@pytest.mark.parametrize(("causes", "status"), WHOLES)
def test_an_application_without_its_parts_was_not_understood(causes: tuple[str, ...], status: str) -> None:
    whole = [finding("form_field", "missing").model_copy(update={"cause": cause}) for cause in causes]
    assert {one.status for one in tempered([*whole, finding("section", "met")], Settings())} == {status, "met"}


def test_one_paper_under_two_names_is_one() -> None:
    twice = [finding("proof_material", "missing").model_copy(update={"name": name}) for name in ("查新", "科技查新")]
    made = tempered([*twice, *(finding("proof_material", "met") for _ in range(3))], Settings())
    assert [one.status for one in made[:2]] == ["missing", "missing"]


@pytest.mark.parametrize(
    ("absent", "papers", "status"),
    [
        (2, 2, "missing"),  # both papers of the list are among those asked for
        (2, 3, "unverifiable"),  # the third may be one of the absent
        (3, 2, "unverifiable"),  # a list that was hardly read
    ],
)
def test_a_list_of_which_every_paper_is_asked_for(absent: int, papers: int, status: str) -> None:
    places = [Evidence(text="附件一", start=9 * number, end=9 * number + 3) for number in range(3)]
    there = [finding("proof_material", "met").model_copy(update={"found": place}) for place in places[:2]]
    attachments = [Attachment(name="证书", evidence=place) for place in places[:papers]]
    gaps = [finding("proof_material", "missing").model_copy(update={"name": name}) for name in ("查新", "审计", "协议")]
    made = tempered([*gaps[:absent], *there], Settings(), attachments)
    assert {one.status for one in made[:absent]} == {status}
