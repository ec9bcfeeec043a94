"""The applicant's name and contacts, in fields and in sentences."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from written_case import HEAD, findings

from pipeline.screening.application.labels import canonical
from pipeline.screening.application.substance import is_left_blank
from pipeline.screening.identity.shapes import wrong_mobile, wrong_phone
from pipeline.screening.kinds.identifier import _parts, _shape
from schemas.evidence import Evidence
from schemas.facts import FormField
from schemas.outline import Role

NO_FIELD = ("联系人及电话\t辛白杨 0599-5000123\t", "")


EMPTY_FIELD = ("辛白杨 0599-5000123", "")


@pytest.mark.parametrize(
    ("form", "words", "field", "number"),
    [
        (NO_FIELD, "联系人辛白杨，电话0599-5000123，邮箱xin@shengtong.example。", "met", None),
        (NO_FIELD, "联系人辛白杨，电话0599-500。", "met", "invalid"),
        (NO_FIELD, "联系人辛白杨，电话+1-650-253-0000。", "met", None),
        (NO_FIELD, "合作单位联系人辛白杨，电话0599-5000123。", "unverifiable", None),
        (EMPTY_FIELD, "联系人辛白杨，电话0599-5000123。", "missing", None),
    ],
)
def test_contacts_in_sentences(
    form: tuple[str, str], words: str, field: str, number: str | None, found: Callable[..., Any]
) -> None:
    findings = found(form, ("（二）进度安排", f"（二）联系方式\n{words}\n（三）进度安排"))
    assert findings["form_field", "联系人及电话"].status == field
    assert (findings["identifier", "联系电话"].status if number else None) == number


@pytest.mark.parametrize(("value", "wrong"), [("无（独立揭榜）", False), ("见附页（独立揭榜）", True)])
def test_nothing_with_a_remark(value: str, wrong: bool, found: Callable[..., Any]) -> None:
    findings = found(("联系人及电话\t辛白杨 0599-5000123", f"联系人及电话\t{value}"))
    assert (findings["form_field", "联系人及电话"].status == "invalid") is wrong  # not answered, rather than ill formed
    assert ("identifier", "联系人及电话") not in findings or not findings["identifier", "联系人及电话"].counts


@pytest.mark.parametrize("label", ["揭榜方名称", "申报单位名称", "牵头企业全称"])
def test_labels_of_the_applicants_name(label: str) -> None:
    assert canonical(label) == "单位名称"


@pytest.mark.parametrize(
    ("label", "wrong"),
    [("座机/手机", None), ("手机", "不是手机号码"), ("电话或手机", None)],
)
def test_either_number_under_one_label(label: str, wrong: str | None) -> None:
    evidence = Evidence(text=label, start=0, end=len(label))
    shape = _shape(FormField(name=label, label=label, role=Role.FORM, evidence=evidence))
    assert shape is not None
    assert shape("0599-5000123") == wrong


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("13900000001邮箱a@hailan.example.cn传真0599-5000123", True),
        ("13900000001，办公电话0599-5000123", True),
        ("1390000001邮箱a@hailan.example.cn传真0599-5000123", False),
    ],
)
def test_a_mobile_before_other_cells(value: str, right: bool) -> None:
    parts = _parts(value, wrong_mobile)
    assert parts
    assert all(wrong_mobile(part) is None for part in parts) is right


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("0599-5000123\u3000139 0000 0001", True),
        ("0599-5000123，139 0000 0001", True),
        ("13900 000001、0599 5000123", True),
        ("(0599) 5000123/139 000 00001", True),
        ("陶一帆（财务总监） 139 0000 0001", True),
        ("陶一帆 财务总监：0599 500 0123", True),
        ("陶一帆，139 0000 0001、0599 5000123", True),
        ("139 0000 001、0599-5000123", False),
        ("1390000001 13900000002", False),  # ten figures, and another number
        ("0599-5000123，139 0000 00012", False),
    ],
)
def test_numbers_in_groups_beside_others(value: str, right: bool) -> None:
    parts = _parts(value, wrong_phone)
    assert parts
    assert all(wrong_phone(part) is None for part in parts) is right


@pytest.mark.parametrize(
    ("value", "blank"),
    [
        ("海岚深潜装备有限公司__（加盖单位公章）", False),
        ("____（加盖单位公章）", True),
        ("海岚深潜装备有限公司，注册于____（市）", True),
    ],
)
def test_the_rest_of_a_line_is_no_blank(value: str, blank: bool) -> None:
    assert is_left_blank(value) is blank


LABELS = (
    "1.项目名称：\n2.申报单位名称（盖章）：\n3.项目负责人姓名、职务、手机号码：\n"
    "4.联系人姓名、手机号码、电子邮箱：\n5.合作单位：\n"
)
FILLED = (
    "1.项目名称：浮标自动巡检技术\n2.申报单位名称（盖章）：海州仪器有限公司\n"
    "3.项目负责人姓名：辛白杨，职务：部长，手机号码：{mobile}\n"
    "4.联系人姓名：桑玉潭，手机号码：13900000002，电子邮箱：{mail}\n5.合作单位：无\n"
)


@pytest.mark.parametrize(
    ("mobile", "mail", "wrong"),
    [
        ("13900000001", "sang@haizhou.example.cn", set()),
        ("13900000001", "sang-haizhou.example.cn", {"电子邮箱"}),
    ],
)
def test_names_and_numbers_under_one_label(tmp_path: Path, mobile: str, mail: str, wrong: set[str]) -> None:
    notice = f"{HEAD}附件1\n项目申报表\n{LABELS}"
    form = "项目申报表\n" + FILLED.format(mobile=mobile, mail=mail)
    told = {f.name for f in findings(tmp_path, notice, form) if f.kind == "identifier" and f.status == "invalid"}
    assert {one for one in ("姓名", "手机", "电子邮箱") if any(one in name for name in told)} >= wrong
    assert bool(told) is bool(wrong)


@pytest.mark.parametrize(
    ("office", "wrong"), [("0371-6500123", False), ("0371-65001234", True), ("0391-6500123", True)]
)
def test_as_many_digits_as_the_office_has(office: str, wrong: bool, found: Callable[..., Any]) -> None:
    more = f"四、联系方式\n联系人：甲某，联系电话：{office}。"
    findings = found(("（二）进度安排", "（二）联系方式\n联系人辛白杨，电话0371-5000123。\n（三）进度安排"), more=more)
    assert (("identifier", "联系电话") in findings) is wrong


@pytest.mark.parametrize(
    ("label", "value", "wrong"),
    [
        ("手机", "15987960233（打不通请拨0879-5530716）", False),
        ("手机", "13805961127，备用0596-7743021", False),
        ("手机", "0879-5530716", True),
        ("手机", "15987960233、1598796023", True),
        ("邮箱", "请向前台索取", True),
        ("邮箱", "可与联系人电话联系", True),
        ("邮箱", "另行告知", True),
        ("邮箱", "不便公开", True),
        ("邮箱", "向办公室询问", True),
        ("邮箱", "每年工作时间", False),  # words of another cell
        ("邮箱", "联系电话", False),
        ("邮箱", "xin@shengtong.example（常用）", False),
    ],
)
def test_what_stands_beside_or_instead(label: str, value: str, wrong: bool, tmp_path: Path) -> None:
    asked = f"附件1\n项目申报表\n单位名称\t\t{label}\t\n项目名称\t\t联系人\t\n"
    form = f"项目申报表\n单位名称\t海岚公司\t{label}\t{value}\n项目名称\t锚泊浮标\t联系人\t辛白杨\n"
    told = {f.name for f in findings(tmp_path, asked, form) if f.kind == "identifier" and f.status == "invalid"}
    assert (label in told) is wrong


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("组织机构代91310115MA1K3R9\n码/三证合一码", True),
        ("三证合一码：91310115MA1K3R9", True),
        ("组织机构代91310115MA1K3R9UXP\n码/三证合一码", False),
        ("组织机构代码MA1K3R9UX", False),  # an old one, judged elsewhere
        ("组织机构代表队12345678901234", False),
    ],
)
def test_a_code_behind_a_broken_label(line: str, wrong: bool, found: Callable[..., Any]) -> None:
    findings = found(("（二）进度安排", f"（二）单位情况\n{line}\n（三）进度安排"))
    judged = findings.get(("identifier", "组织机构代码"))
    assert (judged is not None) is wrong
