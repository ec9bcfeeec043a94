"""Parsing what was formatted gives the value back: numerals, quantities, lengths of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.spans import within_reach
from extractors.values.durations import find_durations
from extractors.values.han_numerals import han_value
from extractors.values.numerals import find_numbers
from extractors.values.quantities import find_quantities
from extractors.values.units import canonical, units

_DIGITS = "零一二三四五六七八九"
_COMPARED = [
    ("不低于", "", ">="),
    ("≥", "", ">="),
    ("不超过", "", "<="),
    ("", "以上", ">="),
    ("", "以内", "<="),
    ("约", "", "~"),
]
# A number with 千 before 焦 may be read either way: the canonical value is the same. 8.1日 is a day, 8月 a month.
_UNITS = sorted(set(units()) - {"日", "月", "万级", "代"})  # 10000万级 is a level, 不低于5代 no count
_LENGTHS = [("年", "P{}Y"), ("个月", "P{}M"), ("周", "P{}W"), ("天", "P{}D"), ("个工作日", "P{}D"), ("小时", "PT{}H")]


def below_ten_thousand(value: int) -> str:
    """A number as Chinese writes it; empty for 0."""
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + name
            gap = False
        elif text:
            gap = True
    return text


def written(value: int) -> str:
    """A number below 10¹² in characters: 万 and 亿 part it, a missing thousand is 零."""
    text = ""
    for factor, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, value = divmod(value, factor)
        if part:
            text += ("零" if text and part < 1000 else "") + below_ten_thousand(part) + name
    return text


@given(st.integers(1, 10**12 - 1))
def test_what_is_written_in_characters_is_read(value: int) -> None:
    words = written(value)
    assert han_value(words) == value
    assert [(n.value, n.start, n.end) for n in find_numbers(words)] == [(value, 0, len(words))]


@given(st.integers(1, 10**9), st.sampled_from(["{}", "{:,}", "-{}", "{}万", "{}亿"]))
def test_what_is_written_in_digits_is_read(value: int, form: str) -> None:
    factor = {"万": 10**4, "亿": 10**8}.get(form[-1], 1) * (-1 if form[0] == "-" else 1)
    [found] = find_numbers(form.format(value))
    assert found.value == pytest.approx(value * factor)


@given(
    st.decimals(min_value="0.1", max_value=99_999, places=1).map(str),
    st.sampled_from(_UNITS),
    st.sampled_from(_COMPARED),
)
def test_a_printed_quantity_is_read(number: str, unit: str, compared: tuple[str, str, str]) -> None:
    before, behind, comparator = compared
    [found] = find_quantities(f"指标{before}{number}{unit}{behind}。")
    assert found.comparator == comparator
    assert found.canonical == canonical(float(number), unit)


@given(st.integers(1, 99), st.integers(100, 999), st.sampled_from(["-", "~", "～", "至", "到", "—"]))
def test_a_printed_range_is_read(low: int, high: int, joint: str) -> None:
    [found] = find_quantities(f"温度{low}{joint}{high}℃")
    assert (found.comparator, found.value, found.value_max, found.unit) == ("range", low, high, "℃")


@given(st.integers(1, 99), st.sampled_from(_LENGTHS), st.booleans())
def test_a_printed_length_of_time_is_read(count: int, length: tuple[str, str], spelled: bool) -> None:
    unit, iso = length
    number = below_ten_thousand(count) if spelled else str(count)
    [found] = find_durations(f"应在{number}{unit}内完成")
    assert (found.iso, found.limit) == (iso.format(count), True)


@given(st.text(alphabet="字。；\n，", max_size=200), st.integers(1, 40))
def test_a_stretch_within_reach_is_cut_without_loss(text: str, longest: int) -> None:
    spans = within_reach(text, 0, len(text), longest)
    assert "".join(span.of(text) for span in spans) == text
    assert all(span.end - span.start <= longest for span in spans)
