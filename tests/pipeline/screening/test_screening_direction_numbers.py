"""A direction's number as the form has it beside the name of another one."""

import pytest

from pipeline.screening.fields.direction_codes import mismatch
from schemas.evidence import Evidence
from schemas.facts import FormField
from schemas.notice import Notice
from schemas.outline import Role
from schemas.submission import Submission


@pytest.mark.parametrize(
    ("label", "written", "wrong"),
    [
        ("所揭榜题", "{wrong:02d}　{name}", True),
        ("所揭榜题", "{own:02d}　{name}", False),
        ("所揭榜题", "{wrong} {name}", False),  # may be a place in a list of one's own
        ("揭榜课题（序号及名称）", "（{wrong}）{name}", True),
        ("揭榜课题（序号及名称）", "（{own}）{name}", False),
        ("项目名称", "{wrong:02d}　{name}", False),
    ],
)
def test_the_number_before_the_name(
    notice: Notice, submission: Submission, label: str, written: str, wrong: bool
) -> None:
    own, other = notice.directions[:2]
    value = written.format(own=own.number, wrong=other.number, name=own.name)
    said = Evidence(text=value, start=0, end=len(value))
    field = FormField(name=label, label=label, value=value, role=Role.FORM, evidence=said, value_evidence=said)
    changed = submission.model_copy(update={"form_fields": (field,), "direction_choices": ()})
    assert (mismatch(notice, changed) is not None) is wrong
