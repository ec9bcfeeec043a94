"""How much of one part of a clause a sentence names that may refuse it."""

import pytest

from pipeline.screening.clauses.clause_words import is_half_said
from pipeline.screening.clauses.part_signs import part_signs, parts_of

DREDGING = "攻关淤积监测、底泥脱水和水质净化等关键技术"


def test_the_parts_of_a_list_each_with_its_own_words() -> None:
    parts = parts_of(DREDGING, "")
    assert len(parts) == 3
    assert [any(word in "".join(part) for part in parts) for word in ("监测", "脱水", "水质")] == [True] * 3
    assert not any("关键" in word for part in parts for word in part)


def test_words_of_every_sentence_are_no_parts() -> None:
    assert all("脱水" not in word for part in parts_of("突破底泥脱水技术", "底泥脱水技术榜单") for word in part)


@pytest.mark.parametrize(
    ("said", "named", "own"),
    [
        ("底泥脱水因设备周期长，本项目不做", 1.0, True),
        ("至于宣传片，以后再拍", 0.0, False),
    ],
)
def test_the_part_that_is_named_most(said: str, named: float, own: bool) -> None:
    signs = part_signs(said, [parts_of(DREDGING, "")], 0, "")
    assert signs.named == pytest.approx(named)
    assert (signs.own > 0) is own


def test_a_part_of_another_clause_that_is_named_more_is_a_rival() -> None:
    clauses = [parts_of(DREDGING, ""), parts_of("编制航道应急预案", "")]
    assert part_signs("应急预案留待二期", clauses, 0, "").rival > 0
    assert part_signs("应急预案留待二期", clauses, 1, "").rival < 0


def test_what_the_rest_of_the_work_says_too() -> None:
    clauses = [parts_of(DREDGING, "")]
    assert part_signs("底泥脱水本项目不做", clauses, 0, "底泥脱水采用板框压滤").elsewhere == pytest.approx(1.0)
    assert part_signs("底泥脱水本项目不做", clauses, 0, "").elsewhere == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("word", "text", "said"),
    [("智能体协同", "这方面的协同本次不安排", True), ("智能体协同", "宣传片以后再拍", False)],
)
def test_one_part_of_a_word_of_five_characters(word: str, text: str, said: bool) -> None:
    assert is_half_said(word, text) is said
