"""Pictures among the files of an application: pages of it are read, proofs are attachments."""

from dataclasses import replace

import pytest
from documents import document

from pipeline.intake import parts_of
from schemas.document import Document, Page

COVER = "海洋装备揭榜挂帅\n申报材料\n\n申报单位：海州仪器有限公司\n\n申报日期：2026年3月9日\n"
SECOND = (
    "联系人：林某某\n\n联系电话：0571-00000000\n\n总投资：300万元\n\n一、技术方案\n\n采用自研的雷达。\n\n"
    "二、已有专利\n\n发明专利三项。\n\n附件：发明专利证书\n"
)
LETTER = "承诺书\n\n我单位承诺所报材料真实有效，如有不实愿意承担全部责任。\n\n法定代表人：（签字）李某某\n"
LICENCE = "营业执照\n（副本）\n名称 北岸科技有限公司\n类型 有限责任公司\n法定代表人 王某\n"
PLAQUE = "某某协会\n\n先进集体\n"
FORM = "申报表\n\n申报单位：海州仪器有限公司\n"


def photo(name: str, words: str) -> Document:
    """A file all of whose words were recognised."""
    made = document(words, pages=(Page(1, 595, 842, "rapidocr", 0.97),))
    return replace(made, source=made.source.model_copy(update={"path": name}))


# (name of the second file, its words, whether it is a page of the application)
SECONDS = [
    ("IMG_0002.jpg", SECOND, True),
    ("IMG_0002.jpg", LETTER, True),
    ("IMG_0002.jpg", "发明专利情况\n\n" + SECOND, True),
    ("IMG_0002.jpg", LICENCE, False),
    ("IMG_0002.jpg", "2025年度审计报告\n\n一、审计意见\n\n我们认为报表公允。\n", False),
    ("IMG_0002.jpg", PLAQUE, False),
    ("检测报告.jpg", SECOND, False),
    ("申报材料（含证明）.jpg", SECOND, True),
]


@pytest.mark.parametrize(("name", "words", "is_page"), SECONDS)
def test_a_page_and_a_proof(name: str, words: str, is_page: bool) -> None:
    first, second = parts_of([photo("IMG_0001.jpg", COVER), photo(name, words)])
    assert first.applicant.name == "海州仪器有限公司"
    assert bool(second.passages or second.form_fields or second.commitment.present) is is_page


def test_the_second_page_of_a_photographed_application() -> None:
    _, second = parts_of([photo("IMG_0001.jpg", COVER), photo("IMG_0002.jpg", SECOND)])
    assert any("总投资：300万元" in passage.evidence.text for passage in second.passages)
    assert [section.title for section in second.sections] == ["技术方案", "已有专利"]


def test_a_licence_names_no_applicant_and_itself() -> None:
    _, licence = parts_of([photo("1.jpg", FORM), photo("2.jpg", LICENCE)])
    assert licence.applicant.name is None
    assert [one.name for one in licence.attachments] == ["营业执照"]


def test_pictures_that_are_all_proofs_are_read() -> None:
    for part in parts_of([photo("1.jpg", LICENCE), photo("2.jpg", LICENCE)]):
        assert part.passages
