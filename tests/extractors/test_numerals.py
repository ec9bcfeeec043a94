import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.han_numerals import han_value
from extractors.numerals import NUMBER, number_from

NUMBERS = [
    ("1,140", 1140),
    ("6500万", 65_000_000),
    ("1.2亿", 120_000_000),
    ("8.6万", 86_000),
    ("-40", -40),
    ("3×10^3", 3000),
    ("三千五百万", 35_000_000),
    ("千亿", 1e11),
    ("万亿", 1e12),
    ("百亿", 1e10),
    ("十二", 12),
    ("两", 2),
    ("二〇二六", 2026),
    ("一万二千", 12_000),
    ("三千二百亿", 3.2e11),
    ("一千零十一", 1011),
    ("叁佰伍拾万", 3_500_000),
    ("三点五亿", 3.5e8),
    ("负二十", -20),
]
SHARES = [("百分之九十五", 95), ("百分之98.5", 98.5), ("千分之三", 0.3), ("三成", 30), ("两成半", 25), ("六成五", 65)]
NO_SHARES = ["九成新", "一成不变", "2成像精度", "三成员", "五成立"]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number(text: str, value: float) -> None:
    match = NUMBER.match(text)
    assert match is not None
    number = number_from(match)
    assert number is not None
    assert (number.value, number.end) == (value, len(text))


@pytest.mark.parametrize(("text", "per_cent"), SHARES)
def test_share(text: str, per_cent: float) -> None:
    match = NUMBER.fullmatch(text)
    number = number_from(match) if match else None
    assert number is not None
    assert (number.value, number.unit) == (per_cent, "%")


@pytest.mark.parametrize("text", NO_SHARES)
def test_no_share(text: str) -> None:
    assert all(number is None or number.unit is None for number in map(number_from, NUMBER.finditer(text)))


_DIGITS = "零一二三四五六七八九"


def written(value: int) -> str:
    """A number below 10,000 as Chinese writes it."""
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + name
            gap = False
        elif text:
            gap = True
    return text


@given(st.integers(1, 9999), st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8)]))
def test_what_is_written_is_read(value: int, large: tuple[str, int]) -> None:
    assert han_value(written(value) + large[0]) == value * large[1]


@given(st.text(alphabet="零一二三十百千万亿〇两0123456789.,-", max_size=40))
def test_never_fails(text: str) -> None:
    for match in NUMBER.finditer(text):
        number = number_from(match)
        assert number is None or 0 <= number.start < number.end <= len(text)
