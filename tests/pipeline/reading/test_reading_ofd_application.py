"""A whole application as OFD gives the record that the same text gives as a Word file."""

from pathlib import Path

import pytest
from reading_files import check_offsets, read_as

from pipeline.intake import records_of
from schemas.document import Document
from schemas.submission import Submission

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "samples"
NAMES = ("storage_1_flow_battery.txt", "marine_1_inspection.txt", "marine_4_bridge.txt")


@pytest.fixture(scope="module", params=NAMES)
def both(request: pytest.FixtureRequest) -> tuple[Document, Submission, Submission]:
    """The OFD as read, its record, and the record of the Word file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(SAMPLES))  # the samples' own modules import one another by name
        from ofd_layout import ofd_bytes
        from sample_markup import blocks_of
        from sample_writers import docx_bytes

        blocks = blocks_of((SAMPLES / "source" / request.param).read_text(encoding="utf-8"))
        document = read_as(ofd_bytes(blocks), "申报书.ofd")
        found = records_of(document)
        expected = records_of(read_as(docx_bytes(blocks), "申报书.docx"))
    assert isinstance(found, Submission)
    assert isinstance(expected, Submission)
    return document, found, expected


def squeezed(text: str | None) -> str:
    return "".join((text or "").split())


def test_fields(both: tuple[Document, Submission, Submission]) -> None:
    _, found, expected = both
    assert [(squeezed(one.name), squeezed(one.value)) for one in found.form_fields] == [
        (squeezed(one.name), squeezed(one.value)) for one in expected.form_fields
    ]
    assert len(found.form_fields) > 10


def test_ticks(both: tuple[Document, Submission, Submission]) -> None:
    _, found, expected = both
    assert [(one.number, one.ticked) for one in found.direction_choices] == [
        (one.number, one.ticked) for one in expected.direction_choices
    ]
    assert found.directions_selected == expected.directions_selected
    assert found.directions_selected


def test_sections(both: tuple[Document, Submission, Submission]) -> None:
    _, found, expected = both
    assert [squeezed(one.title) for one in found.sections] == [squeezed(one.title) for one in expected.sections]
    assert [squeezed(one.text) for one in found.sections] == [squeezed(one.text) for one in expected.sections]
    assert found.sections


def test_the_rest(both: tuple[Document, Submission, Submission]) -> None:
    _, found, expected = both
    assert squeezed(found.title) == squeezed(expected.title)
    assert found.filed_on == expected.filed_on
    assert found.commitment.present == expected.commitment.present
    assert [(squeezed(one.metric), one.value) for one in found.targets] == [
        (squeezed(one.metric), one.value) for one in expected.targets
    ]
    assert [one.phones for one in found.contacts] == [one.phones for one in expected.contacts]


def test_pages(both: tuple[Document, Submission, Submission]) -> None:
    document, found, _ = both
    check_offsets(document)
    assert len(document.pages) >= 3
    shown = {document.text[document.lines[index].start : document.lines[index].end] for index in document.margins}
    assert {"2026年揭榜挂帅申报材料", "— 2 —"} <= shown
    assert not document.warnings
    evidence = found.form_fields[0].evidence
    assert evidence.page is not None
    assert evidence.boxes
