"""Forms that ask: numbered questions in lines, in rows, and over their answers."""

import pytest
from documents import document, table
from extracted import Fields

from extractors.forms.forms import find_fields
from pipeline.structure import structure

TITLE = "揭榜申请表（问答式）\n请逐题作答。\n"
QUESTIONS = [
    "揭榜单位全称？",
    "统一社会信用代码？",
    "哪天完成？",
    "组里多少人？其中博士多少人？",
    "2024、2025年各花多少万元？",
]
LABELS = [question.rstrip("？") for question in QUESTIONS]
ANSWERS = ["海州渔具厂", "91330200MA00000001", "2028年3月1日", "12人，博士2人", "2024年：30；2025年：41"]


def filled(values: list[str] | None) -> Fields:
    return dict(zip(LABELS, values or [None] * len(LABELS), strict=True))


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ([f"{at}．{question}" for at, question in enumerate(QUESTIONS, 1)], None),
        (
            [
                f"{at}、{question}\n答：{said}"
                for at, (question, said) in enumerate(zip(QUESTIONS, ANSWERS, strict=True), 1)
            ],
            ANSWERS,
        ),
        (
            [
                f"{at}. {question}\n{said}"
                for at, (question, said) in enumerate(zip(QUESTIONS, ANSWERS, strict=True), 1)
            ],
            ANSWERS,
        ),
    ],
)
def test_questions_in_lines(lines: list[str], values: list[str] | None) -> None:
    found = find_fields(*structure(document(TITLE + "\n".join(lines) + "\n", hard_wrapped=False)))
    assert {field.name: field.value for field in found} == filled(values)


@pytest.mark.parametrize(
    "rows",
    [
        [["题号", "问题", "回答"]]
        + [[str(at), q, a] for at, (q, a) in enumerate(zip(QUESTIONS, ANSWERS, strict=True), 1)],
        [[f"{at}.{q}", a] for at, (q, a) in enumerate(zip(QUESTIONS, ANSWERS, strict=True), 1)],
        [
            [f"1.{QUESTIONS[0]}", f"2.{QUESTIONS[1]}"],
            ANSWERS[:2],
            [f"3.{QUESTIONS[2]}", f"4.{QUESTIONS[3]}"],
            ANSWERS[2:4],
            [f"5.{QUESTIONS[4]}", "<"],
            [ANSWERS[4], "<"],
        ],
    ],
)
def test_questions_in_a_table(rows: list[list[str]]) -> None:
    found = find_fields(*structure(table(rows, TITLE)))
    assert {field.name: field.value for field in found} == filled(ANSWERS)


def test_fields_behind_the_last_answer() -> None:
    """A label right below a question answers it; behind an answer it is a field again."""
    questions = "\n".join(f"{at}. {question}\n某某。" for at, question in enumerate(QUESTIONS, 1))
    found = find_fields(*structure(document(f"{TITLE}{questions}\n项目负责人：王明远\n", hard_wrapped=False)))
    assert {f.name: f.value for f in found} == filled(["某某。"] * 5) | {"项目负责人": "王明远"}


def test_a_question_in_a_text_is_no_label() -> None:
    words = "揭榜单位申报表\n单位简介：\n我们能做什么？\n1.网具为何易损？\n2.怎么修？\n单位名称：海州渔具厂\n"
    found = find_fields(*structure(document(words, hard_wrapped=False)))
    assert {"网具为何易损", "怎么修"}.isdisjoint(field.name for field in found)
