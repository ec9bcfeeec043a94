"""How much words evade what is asked (推诿、搁置), whatever they are on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.screening.application.evasive import LONGEST, evasiveness, runs

EVADE, ANSWER = 3.0, -3.0

CASES = [
    ("这一块眼下顾不上，等项目批下来再同合作方商量", EVADE),
    ("同行已经做过，我们看没有必要再费力气", EVADE),
    ("由使用单位自己想办法，我方不便过问", EVADE),
    ("相关情况评委想必清楚，这里就不展开了", EVADE),
    ("到时再补一份说明", EVADE),
    ("研制双频换能器，耐压3兆帕，完成样机两台", ANSWER),
    ("2027年6月前完成海上试验，提交第三方检测报告", ANSWER),
    ("潮流能机组采用变桨叶轮，转速由控制器按流速自动调节", ANSWER),
]


@pytest.mark.parametrize(("words", "edge"), CASES)
def test_evasions_score_above_answers(words: str, edge: float) -> None:
    found = evasiveness(words)
    assert found >= edge if edge > 0 else found <= edge


@given(st.text(max_size=300))
def test_any_text_has_a_score(words: str) -> None:
    assert isinstance(evasiveness(words), float)
    assert all(1 <= len(run) <= 3 for run in runs(words))


def test_blanks_and_figures_do_not_matter() -> None:
    assert evasiveness("等 2027 年再说") == evasiveness("等2028年再说")


def test_only_the_head_is_read() -> None:
    assert evasiveness("等" * LONGEST + "研制样机") == evasiveness("等" * LONGEST)
