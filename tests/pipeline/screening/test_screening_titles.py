"""The leader's title against a condition."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.screening.team.titles import _rank
from schemas.evidence import Evidence
from schemas.facts import FormField
from schemas.notice import Notice
from schemas.outline import Role
from schemas.submission import Submission


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("助理研究员", 2),
        ("研究员", 4),
        ("副研究员", 3),
        ("正高级工程师", 4),
        ("高级工程师", 3),
        ("工程师", 2),
        ("助理工程师", 1),
        ("讲师", 2),
        ("总经理助理、高级工程师", 3),
        ("副主任、工程师", 2),
        ("副主任医师", 3),
        ("总工程师", None),
        ("工程师（高级工程师拟于2027年3月参评）、工学学士", 2),
        ("工程师（副高材料已送评）", 2),
        ("讲师（副教授已报审）", 2),
        ("高级工程师（2019年取得）", 3),
        ("高级工程师（建筑材料专业）、工学学士", None),
        ("无", None),
        ("博士", None),
    ],
)
def test_ranks(words: str, rank: int | None) -> None:
    assert _rank(words) == rank


@pytest.mark.parametrize(
    ("condition", "title", "gap"),
    [
        ("项目负责人具有高级职称", "工程师", True),
        ("项目负责人具有高级职称", "副教授", False),
        ("项目负责人须具有中级及以上职称", "工程师", False),
        ("项目负责人须具有高级职称或博士学位", "讲师", False),
        ("项目负责人具有高级职称", "总经理", False),
        ("项目负责人须具有副高级或以上职称", "工程师", True),
        ("团队成员具有高级职称", "工程师", False),
        ("具有高级职称的成员（含项目负责人）不少于3人", "工程师", False),
    ],
)
def test_the_leaders_title(
    notice: Notice, submission: Submission, gaps_of: Callable[..., Any], condition: str, title: str, gap: bool
) -> None:
    asked = next(o for o in notice.obligations if o.kind == "eligibility")
    words = Evidence(text=condition, start=0, end=len(condition))
    more = asked.model_copy(
        update={"id": "eligibility-new", "name": condition, "eligibility": None, "target": None, "evidence": words}
    )
    said = Evidence(text=title, start=0, end=len(title))
    told = {"value": title, "evidence": said, "value_evidence": said}
    field = FormField(name="项目负责人职称", label="职称", group="项目负责人", role=Role.FORM, **told)
    changed = notice.model_copy(update={"obligations": (*notice.obligations, more)})
    found = gaps_of(submission.model_copy(update={"form_fields": (*submission.form_fields, field)}), changed)
    assert (("eligibility", condition, "insufficient") in found) is gap


@pytest.mark.parametrize(
    ("label", "value", "gap"),
    [
        ("项目负责人及职称", "左云帆　工程师", True),
        ("项目负责人（职称）", "工程师", True),
        ("榜帅职称", "工程师", True),
        ("榜帅姓名、职称", "左云帆，讲师", True),
        ("首席专家及专业技术职务", "左云帆/工程师", True),
        ("项目负责人及职称", "左云帆　高级工程师", False),
        ("榜帅职称", "研究员", False),
        ("项目负责人及职称", "左云师", False),  # a name alone
        ("联系人及职称", "左云帆　工程师", False),
        ("榜帅及职务", "左云帆　工程师", False),
    ],
)
def test_the_title_beside_the_leaders_name(
    notice: Notice, submission: Submission, gaps_of: Callable[..., Any], label: str, value: str, gap: bool
) -> None:
    asked = next(o for o in notice.obligations if o.kind == "eligibility")
    condition = "榜帅具有高级职称"
    words = Evidence(text=condition, start=0, end=len(condition))
    own = {"id": "eligibility-new", "name": condition, "eligibility": None, "target": None, "evidence": words}
    said = Evidence(text=value, start=0, end=len(value))
    field = FormField(name=label, label=label, role=Role.FORM, value=value, evidence=said, value_evidence=said)
    changed = notice.model_copy(update={"obligations": (*notice.obligations, asked.model_copy(update=own))})
    found = gaps_of(submission.model_copy(update={"form_fields": (field,)}), changed)
    assert (("eligibility", condition, "insufficient") in found) is gap


@pytest.mark.parametrize(
    ("before", "gap"),
    [
        ("项目负责人应为申报单位在职人员，1970年1月1日以后出生，", True),
        ("项目负责人不超过55周岁，", True),
        ("项目负责人应为在职人员，年龄不超过55周岁（1971年1月1日以后出生），", True),
        ("团队骨干应为在职人员，年龄不超过55周岁（1971年1月1日以后出生），", False),
        ("项目负责人应为在职人员，单位2020年以前成立，", False),  # another's from there on
        ("团队骨干1970年1月1日以后出生，", False),
    ],
)
def test_whose_title_it_is(
    notice: Notice, submission: Submission, gaps_of: Callable[..., Any], before: str, gap: bool
) -> None:
    asked = next(o for o in notice.obligations if o.kind == "eligibility")
    more, at = [], 0
    for words in f"{before}具有高级职称".split("，"):
        evidence = Evidence(text=words, start=at, end=at + len(words))
        own = {"id": f"eligibility-{at}", "name": words, "eligibility": None, "target": None, "evidence": evidence}
        more.append(asked.model_copy(update=own))
        at += len(words) + 1
    said = Evidence(text="工程师", start=0, end=3)
    told = {"value": "工程师", "evidence": said, "value_evidence": said}
    field = FormField(name="项目负责人职称", label="职称", group="项目负责人", role=Role.FORM, **told)
    changed = notice.model_copy(update={"obligations": (*notice.obligations, *more)})
    found = gaps_of(submission.model_copy(update={"form_fields": (*submission.form_fields, field)}), changed)
    assert (("eligibility", "具有高级职称", "insufficient") in found) is gap


@pytest.mark.parametrize(
    ("before", "gap"),
    [
        (("项目负责人", "出生年月"), True),
        (("项目负责人", "联系人", "出生年月"), False),
        (("单位负责人",), False),
        (("项目负责人", "性别", "民族", "出生年月", "学历", "毕业院校"), False),
    ],
)
def test_the_title_in_a_row_below_the_leaders_name(
    notice: Notice, submission: Submission, gaps_of: Callable[..., Any], before: tuple[str, ...], gap: bool
) -> None:
    asked = next(o for o in notice.obligations if o.kind == "eligibility")
    condition = "项目负责人具有高级职称"
    words = Evidence(text=condition, start=0, end=len(condition))
    own = {"id": "eligibility-new", "name": condition, "eligibility": None, "target": None, "evidence": words}
    said = Evidence(text="工程师", start=0, end=3)
    told = {"value": "工程师", "evidence": said, "value_evidence": said}
    fields = [FormField(name=label, label=label, role=Role.FORM, **told) for label in (*before, "职称/学位")]
    changed = notice.model_copy(update={"obligations": (*notice.obligations, asked.model_copy(update=own))})
    found = gaps_of(submission.model_copy(update={"form_fields": tuple(fields)}), changed)
    assert (("eligibility", condition, "insufficient") in found) is gap
