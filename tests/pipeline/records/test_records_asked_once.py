"""What a call asks for twice is one obligation, and what others write in a form is none."""

import pytest
from documents import document

from pipeline.records.form_obligations import is_for_others
from pipeline.records.merge import merge_notices
from pipeline.records.notice import build_notice
from pipeline.structure import structure
from schemas.notice import Notice


def notice(words: str) -> Notice:
    return build_notice(*structure(document(words, hard_wrapped=False)))


@pytest.mark.parametrize("title", ["推荐单位意见", "区经信部门审核意见", "专家评审意见", "县农业农村局意见"])
def test_others_opinions(title: str) -> None:
    assert is_for_others(title)


@pytest.mark.parametrize("title", ["申报单位意见", "单位意见", "企业承诺", "推荐单位"])
def test_the_applicants_own(title: str) -> None:
    assert not is_for_others(title)


def test_a_paper_that_an_annex_lists_again_is_asked_for_once() -> None:
    call = notice("关于申报的通知\n各有关单位：\n一、申报材料\n1.营业执照；\n2.审计报告。\n")
    annex = notice("附件材料目录\n1.审计报告\n2.查新报告\n")
    names = [o.name for o in merge_notices(call, [annex]).obligations if o.kind == "proof_material"]
    assert sorted(names) == sorted(["营业执照", "审计报告", "查新报告"])
