"""Which field of an application answers which of the template, and which paper a proof's name asks for."""

import pytest
from made_facts import field

from pipeline.screening.application.labels import align_fields, alike
from pipeline.screening.proofs.proof_names import covered, subject
from schemas.outline import Role


@pytest.mark.parametrize(
    ("a", "b", "least", "most"),
    [
        ("整体业务收入（万元）", "上年度整体业务收入（万元）", 1.0, 1.0),
        ("研发投入", "2024年度研发投入", 1.0, 1.0),
        ("组织机构代码/三证合一码", "统一社会信用代码", 0.9, 1.0),
        ("手机", "手机号码", 0.9, 1.0),
        ("单位名称", "企业全称", 0.9, 1.0),
        ("揭榜负责人", "项目主持人", 0.9, 1.0),
        ("申报联系人", "项目联络人", 0.9, 1.0),
        ("研发投入（万元）", "2024年度研究开发费用（万元）", 0.9, 1.0),
        ("单位名称", "合作单位名称", 0.0, 0.9),
        ("揭榜负责人", "单位负责人", 0.0, 0.9),
        ("揭榜负责人", "财务负责人", 0.0, 0.9),
        ("单位性质", "公司性质", 0.9, 1.0),
        ("单位地址", "通讯地址", 0.0, 0.6),
        ("单位人数", "研发人员人数", 0.0, 0.6),
        ("邮箱", "传真", 0.0, 0.3),
    ],
)
def test_labels(a: str, b: str, least: float, most: float) -> None:
    assert least <= alike(a, b) <= most
    assert alike(a, b) == alike(b, a)


def test_fields_are_aligned_by_group_and_division() -> None:
    template = [field("姓名", "负责人"), field("姓名", "联系人"), field("揭榜单位", role=Role.COVER), field("单位名称")]
    filled = [
        field("申报单位名称"),
        field("申报单位", role=Role.COVER),
        field("姓名", "项目联系人"),
        field("姓名", "项目负责人"),
    ]
    assert align_fields(template, filled, 0.62) == [3, 2, 1, 0]


def test_a_person_without_parts_holds_the_name() -> None:
    template = [field("手机", "揭榜负责人"), field("姓名", "揭榜负责人")]
    assert align_fields(template, [field("揭榜负责人"), field("手机", "揭榜负责人")], 0.62) == [1, 0]
    assert align_fields(template, [field("项目负责人"), field("手机")], 0.62) == [1, 0]
    assert align_fields([field("联系人")], [field("手机", "联系人"), field("姓名", "联系人")], 0.62) == [1]


def test_a_field_on_the_cover_answers_one_of_the_form_where_nothing_nearer_does() -> None:
    template = [field("单位名称"), field("揭榜方向", role=Role.COVER)]
    filled = [field("申报单位", role=Role.COVER), field("揭榜方向")]
    assert align_fields(template, filled, 0.62) == [0, 1]


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("揭榜单位上一财年研发投入证明材料", "研发投入"),
        ("相关荣誉证明材料。（获奖等）", "荣誉"),
        ("营业执照复印件", "营业执照"),
        ("项目负责人社保缴纳证明", "社保缴纳"),
    ],
)
def test_subject_of_a_proof(name: str, about: str) -> None:
    assert subject(name) == about
    assert covered(about, f"（1）{about}等") == 1.0
