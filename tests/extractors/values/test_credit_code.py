import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.credit_code import check, check_digit, region_code

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
FIRST17 = st.builds(
    lambda region, rest: "91" + region + rest,
    st.from_regex(r"[0-9]{6}", fullmatch=True),
    st.text(ALPHABET, min_size=9, max_size=9),
)


@given(FIRST17)
def test_a_code_with_its_check_digit_is_right_and_with_any_other_wrong(first: str) -> None:
    right = check_digit(first)
    assert check(first + right) is None
    assert all(check(first + other) for other in ALPHABET if other != right)


@given(FIRST17, st.integers(0, 16), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(first: str, place: int, other: str) -> None:
    code = first + check_digit(first)
    if code[place] != other:
        assert check(code[:place] + other + code[place + 1 :]) is not None


# code, words of the problem (None: well formed)
CASES = [
    ("", "18位"),
    ("91310115MA1K3T6B", "现为16位"),
    ("91310115MA1K3T6BIO", "字符"),
    ("00310115MA1K3T6B0K", "前两位"),
    ("12345678-8", None),  # GB 11714: the weighted sum leaves 3, so 11 - 3
    ("12345678-9", "校验位"),
]


@pytest.mark.parametrize(("code", "problem"), CASES)
def test_problems(code: str, problem: str | None) -> None:
    found = check(code)
    assert (problem in found) if problem and found else found is problem


def test_spaces_and_width_are_no_fault() -> None:
    first = "91310115MA1K3T6B0"
    code = first + check_digit(first)
    assert check(" " + code[:9] + " " + code[9:].lower()) is None
    assert region_code(code) == "310115"
