"""Chapters answered in rows of the form's table that are called as they are; numbers of the notice's paragraphs."""

from types import SimpleNamespace

import pytest

from pipeline.screening.fields.direction_codes import _COUNTED
from pipeline.screening.kinds.section import _in_its_field
from pipeline.screening.settings import Settings
from schemas.evidence import Evidence
from schemas.facts import FormField

ABSTRACT = "本课题以近海浮标为对象，研究供电与防污，建成三处示范，形成一套作业规程并交用户使用。" * 3


@pytest.mark.parametrize(
    ("label", "value", "answered"),
    [
        ("课题摘要（300字以内）", ABSTRACT, True),
        ("课题摘要（300字以内）", "见附件", False),
        ("课题名称", ABSTRACT, False),
    ],
)
def test_a_row_of_the_form_called_as_the_section(label: str, value: str, answered: bool) -> None:
    where = Evidence(text=value, page=None, start=0, end=len(value))
    field = FormField(name=label, label=label, value=value, evidence=where, value_evidence=where)
    case = SimpleNamespace(submission=SimpleNamespace(form_fields=(field,)), settings=Settings())
    spot = Evidence(text="四、课题摘要", page=None, start=0, end=6)
    obligation = SimpleNamespace(name="课题摘要（300字以内）", id="s1", kind="section", evidence=spot)
    found = _in_its_field(case, obligation)  # type: ignore[arg-type]
    assert (found is not None) is answered


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3 便携式测深设备", "3"),
        ("序号3：便携式测深设备", "3"),
        ("2.3 便携式测深设备", None),
        ("序号2.3 便携式测深设备", None),
    ],
)
def test_numbers_of_a_list(written: str, number: str | None) -> None:
    found = next((match for pattern in _COUNTED if (match := pattern.match(written))), None)
    assert (found["number"] if found is not None else None) == number
