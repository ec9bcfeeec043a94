import pytest

from pipeline.screening.certainty import tempered
from schemas.finding import Finding


def finding(kind: str, status: str, confidence: float = 0.8) -> Finding:
    return Finding.model_validate(
        {
            "obligation_id": "o",
            "kind": kind,
            "name": "甲",
            "status": status,
            "explanation": "。",
            "confidence": confidence,
        }
    )


# (kind, statuses of the others, what is left of 0.8)
CASES = [
    ("proof_material", ["met"] * 9, 0.748),
    ("proof_material", ["met", "missing", "missing"], 0.41),
    ("proof_material", ["missing", "unverifiable"], 0.28),
    ("form_field", ["insufficient", "invalid", "met"], 0.67),
    ("section", ["missing"] * 9, 0.8),
]


@pytest.mark.parametrize(("kind", "others", "left"), CASES)
def test_an_absence_among_absences_is_less_sure(kind: str, others: list[str], left: float) -> None:
    made = tempered([finding(kind, "missing"), *(finding(kind, status) for status in others)])
    assert made[0].confidence == pytest.approx(left)


def test_what_is_there_keeps_its_confidence() -> None:
    findings = (
        finding("form_field", "invalid"),
        finding("form_field", "missing"),
        finding("seal_signature", "missing"),
    )
    assert [f.confidence for f in tempered(findings)] == [0.8, pytest.approx(0.54), 0.8]
