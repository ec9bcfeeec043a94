"""The applicant's contacts in its sentences."""

import pytest
from documents import document

from extractors.contacts.prose import find_stated_people, unknown
from pipeline.records.submission import build_submission
from pipeline.structure import structure
from schemas.evidence import Evidence
from schemas.facts import Contact

HEAD = "潮汐能揭榜挂帅项目申报书\n一、单位概况\n我单位为青屿工坊有限公司，长期从事潮汐能装备研制。\n"
TAO = ("陶一帆", ("0599-5000123",), ())

# (words, [(person, phones, emails)])
SENTENCES = [
    ("联系人陶一帆，电话0599-5000123，邮箱tao@qingyu.example。", [(*TAO[:2], ("tao@qingyu.example",))]),
    ("本项目联系人为陶一帆（经理），联系电话为13900000000。", [("陶一帆", ("13900000000",), ())]),
    ("联系人：陶一帆  电话：0599-5000123", [TAO]),
    ("如有疑问请与陶一帆联系（手机1390000000，邮箱tao#qingyu）。", [("陶一帆", ("1390000000",), ("tao#qingyu",))]),
    (
        "业务联系人陶一帆，电话0599-5000123；技术联系人伍开泰，手机13900000001。",
        [TAO, ("伍开泰", ("13900000001",), ())],
    ),
    ("项目负责人陶一帆，教授，发表论文30篇。", []),
    ("联系人陶一帆负责日常协调。", []),
    ("合作单位联系人陶一帆，电话0599-5000123。", []),
    ("联系人：        电话：", []),
    ("联系人信息发生变化的，电话通知主管部门。", []),
    ("联系人陶一帆，内线电话8021。", []),
]


@pytest.mark.parametrize(("words", "wanted"), SENTENCES)
def test_contacts_in_sentences(words: str, wanted: list[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> None:
    text, outline = structure(document(f"{HEAD}{words}\n", hard_wrapped=False))
    found = find_stated_people(text, outline)
    assert [(one.person, one.phones, one.emails) for one in found] == wanted
    assert all(text.document.text[o.evidence.start : o.evidence.end] == o.evidence.text for o in found)
    known = build_submission(text, outline).contacts
    assert [(one.person, one.phones, one.emails) for one in known] == wanted


def person(name: str, *phones: str) -> Contact:
    return Contact(person=name, phones=phones, evidence=Evidence(text=name, start=0, end=len(name)))


@pytest.mark.parametrize(
    ("known", "left"),
    [
        (person("陶一帆", "0599-5000123"), False),
        (person("伍开泰", "0599 5000123"), False),
        (person("陶一帆", "13900000000"), False),
        (person("陶一帆"), True),
        (person("伍开泰", "13900000000"), True),
    ],
)
def test_what_the_form_says_is_not_said_again(known: Contact, left: bool) -> None:
    assert bool(unknown([person("陶一帆", "0599-5000123")], [known])) is left
