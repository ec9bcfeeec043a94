"""A direction's number as the form has it beside the name of another one."""

import pytest

from pipeline.screening.fields.direction_codes import mismatch
from schemas.evidence import Evidence
from schemas.facts import FormField, Passage
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


@pytest.mark.parametrize(
    ("line", "role", "told"),
    [
        ("所揭榜题：方向{number} {name}", Role.TASK_BOOK, True),
        ("拟揭榜任务：第{number}项 {name}", Role.OTHER, True),
        ("（方向{number}　{name}）", Role.COVER, True),
        ("揭榜方向：方向{number}“{name}”", Role.OTHER, True),
        ("我单位揭榜“方向{number}　{name}”，郑重承诺如下：", Role.COMMITMENT, True),
        ("本公司自愿申报方向{number}：{name}。", Role.COMMITMENT, True),
        ("本方案与方向{number}相衔接，{name}另行开展。", Role.OTHER, False),
        ("技术路线吸收了相邻方向的经验，方向{number}的成果可以共用。", Role.TASK_BOOK, False),
        ("联系地址：听涛街{number}号 {name}", Role.COVER, False),
    ],
)
@pytest.mark.parametrize("wrong", [True, False])
def test_a_line_that_says_what_is_chosen(
    notice: Notice, submission: Submission, line: str, role: Role, told: bool, wrong: bool
) -> None:
    own, other = notice.directions[:2]
    printed = [
        one.model_copy(update={"evidence": Evidence(text=f"方向{one.number} {one.name}", start=0, end=9)})
        for one in notice.directions
    ]
    asked = notice.model_copy(update={"directions": tuple(printed)})
    text = line.format(number=(other if wrong else own).number, name=own.name)
    said = Passage(text=text, role=role, evidence=Evidence(text=text, start=0, end=len(text)))
    changed = submission.model_copy(update={"form_fields": (), "direction_choices": (), "passages": (said,)})
    assert (mismatch(asked, changed) is not None) is (told and wrong)
