"""Questions as headings: marked as such with a marked answer, or bare with a text below."""

import pytest
from documents import document

from extractors.deadlines.deadlines import find_deadlines
from extractors.notice.eligibility import find_eligibility, single_conditions
from pipeline.structure import structure
from schemas.outline import Role

HEAD = "潮位仪揭榜问答\n各位同行：\n"
# words, titles of sections
QUESTIONS = [
    ("问：谁能揭榜？\n答：依法登记的企业。\n问：怎么交\n答：发电子邮件。\n", ["谁能揭榜？", "怎么交"]),
    ("Q1：谁能揭榜？\nA1：依法登记的企业。\nQ2：怎么交？\nA2：发邮件。\n", ["谁能揭榜？", "怎么交？"]),
    ("【问】谁能揭榜？【答】依法登记的企业。\n【问】怎么交？【答】发邮件。\n", ["谁能揭榜？", "怎么交？"]),
    (
        "1. 揭榜人要什么样？\n依法登记的企业。\n2. 几月交？\n五月。\n3. 交到哪儿去？\n交到科技局。\n",
        ["揭榜人要什么样？", "几月交？", "交到哪儿去？"],
    ),
    ("问：谁能揭榜？\n依法登记的企业。\n", []),  # one, and no answer
    ("难在哪里？\n难在潮位？\n难在海况？\n请各位想一想。\n", []),  # a speech
]


@pytest.mark.parametrize(("words", "titles"), QUESTIONS)
def test_questions_head_their_answers(words: str, titles: list[str]) -> None:
    _, outline = structure(document(HEAD + words, hard_wrapped=False))
    assert [section.title for section in outline.sections] == titles


ASKED = (
    "问：什么样的人能揭榜？\n答：看两条，缺一不可。一要有法人身份，个人请挂靠单位；二要做过海试。是不是会员都行，外地的也欢迎。\n"
    "问：几号截止？\n答：2027年6月18日（星期五）中午12点，过时不候。6月25日上午当面比选。\n"
    "问：做到什么时候算完？\n答：统一要求2028年9月30日前交出成果。\n"
)


def test_conditions_and_days_that_answers_tell() -> None:
    text, outline = structure(document(HEAD + ASKED, hard_wrapped=False))
    conditions = [c.of(text.clean) for s in find_eligibility(text, outline) for c in single_conditions(text.clean, s)]
    assert conditions == ["要有法人身份，个人请挂靠单位", "要做过海试"]
    assert [(d.kind, d.on, d.at) for d in find_deadlines(text, outline, 2027)] == [
        ("application_closes", "2027-06-18", "12:00"),
        ("completion", "2028-09-30", None),
    ]


@pytest.mark.parametrize(
    ("listed", "roles"),
    [
        ("附录A 课题申报表\n附录B 任务书提纲\n", [Role.BODY, Role.FORM, Role.TASK_BOOK]),
        ("", [Role.BODY, Role.FORM, Role.TASK_BOOK]),
    ],
)
def test_the_first_attachment_right_below_the_list(listed: str, roles: list[Role]) -> None:
    call = "关于揭榜的公告\n一、榜单\n研制潮位仪。\n某市科技局\n2026年4月2日\n"
    parts = "附录A 课题申报表\n课题名称____\n申报单位____\n附录B 任务书提纲\n1 现状\n2 方案\n3 计划\n"
    _, outline = structure(document(call + listed + parts, hard_wrapped=False))
    assert [division.role for division in outline.divisions] == roles
