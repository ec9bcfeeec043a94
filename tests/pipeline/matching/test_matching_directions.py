"""Directions for texts and for applications."""

import pytest
from matching_cases import NOTICE, SUBMISSION, passage

from pipeline.matching import Matcher
from pipeline.matching.encoder import Encoder
from pipeline.matching.passages import sentences, speaking
from schemas.notice import Notice
from schemas.outline import Role


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(NOTICE)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("我们让几十台不用司机的卡车在港区里排好队，自己去接吊下来的箱子。", 1),
        ("拍一张牙片，几秒钟就知道哪颗牙有蛀洞，小诊所也能用。", 2),
        ("宋版书的扫描件里缺笔少画的字，模型能补出来，还能自动加标点。", 3),
        ("贴在水果箱上的一张薄片，坏了会变色，还能把温度传回来。", 4),
        ("研究集装箱岸边作業與無人駕駛車輛的協同", 1),
    ],
)
def test_text(matcher: Matcher, text: str, number: int) -> None:
    ranked = matcher.rank_directions(text)
    assert ranked[0].number == number
    assert sorted(one.number for one in ranked) == [1, 2, 3, 4]
    assert sum(one.score for one in ranked) == pytest.approx(1, abs=1e-4)
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)


@pytest.mark.parametrize("text", ["", "  \n", "12345", "……"])
def test_nothing_said_nothing_preferred(matcher: Matcher, text: str) -> None:
    ranked = matcher.rank_directions(text)
    assert [one.number for one in ranked] == [1, 2, 3, 4]
    assert len({one.score for one in ranked}) == 1


def test_no_directions() -> None:
    empty = Matcher(Notice(source=NOTICE.source))
    assert empty.rank_directions("芯片") == []
    assert empty.rank_submission(SUBMISSION) == []


def test_application_by_its_text_not_by_its_tick(matcher: Matcher) -> None:
    ranked = matcher.rank_submission(SUBMISSION)
    assert ranked[0].number == 1
    assert ranked[0].score > 0.8
    assert {4, 5} & set(ranked[0].passages)


def test_application_without_words(matcher: Matcher) -> None:
    ranked = matcher.rank_submission(SUBMISSION.model_copy(update={"passages": (), "project": None}))
    assert {one.score for one in ranked} == {0.25}


def test_every_run_gives_the_same() -> None:
    runs = [Matcher(NOTICE, Encoder()).rank_submission(SUBMISSION) for _ in range(2)]
    assert runs[0] == runs[1]


def test_only_what_speaks_of_the_work_is_read() -> None:
    assert speaking(SUBMISSION, NOTICE) == [4, 5, 6]


def test_sentences_keep_short_remarks_with_the_one_before() -> None:
    cut = sentences([passage("车队由中心统一派单；前车带着后车走。是的。接管时延低于一百毫秒！", Role.TASK_BOOK)], [0])
    assert [one.text for one in cut] == ["车队由中心统一派单；", "前车带着后车走。是的。", "接管时延低于一百毫秒！"]
