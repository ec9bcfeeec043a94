"""The sample applications say the same as DOC, RTF and ODT as they do as DOCX."""

from pathlib import Path

import pytest
from office_files import WRITES, needs_office
from reading_files import check_offsets, read_as

from pipeline.intake import records_of
from pipeline.reading.office.service import Conversion, convert

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "samples" / "applications"
CASES = [
    ("storage_and_vehicles/1_旭川储能.docx", ".doc"),
    ("biomanufacturing_and_marine/1_沧澜机器人.docx", ".odt"),
    ("biomanufacturing_and_marine/4_鲸跃智能.docx", ".rtf"),
]


@needs_office
@pytest.mark.parametrize(("sample", "suffix"), CASES)
def test_the_same_record(sample: str, suffix: str) -> None:
    data = (SAMPLES / sample).read_bytes()
    other = convert(data, Conversion(".docx", "MS Word 2007 XML", WRITES[suffix], 120, 10**8))
    word, legacy = read_as(data, "a"), read_as(other, "a")
    check_offsets(legacy)
    assert legacy.text == word.text
    assert legacy.tables == word.tables
    left_out = {"source", "files"}
    expected = records_of(word).model_dump(mode="json", exclude=left_out)
    assert expected["form_fields"]
    assert expected["sections"]
    assert expected["directions_selected"]
    assert records_of(legacy).model_dump(mode="json", exclude=left_out) == expected
