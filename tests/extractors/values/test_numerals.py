import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.han_numerals import han_value
from extractors.values.numerals import NUMBER, find_numbers, number_from

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
    ("一万三", 13_000),
    ("两千三百五", 2350),
    ("九百零九", 909),
    ("四万万", 4e8),
    ("五十五兆一十二亿", 55_001_200_000_000),
    ("5万4千6百", 54_600),
    ("3万4000", 34_000),
    ("5亿1万4千", 500_014_000),
    ("1千零20", 1020),
    ("2e5", 200_000),
    ("1.5E-3", 0.0015),
    ("10⁻⁶", 1e-6),
    (".5", 0.5),
    ("三分之二", 0.666666666667),
    ("16分之5", 0.3125),
    ("壹千兩百三十四萬", 12_340_000),
    ("五亿零六", 500_000_006),
]
# text, the values of all numbers in it; 统一, 四川 and 万元 hold none
FOUND = [
    ("统一部署三项任务", [3]),
    ("四川等十省", [10]),
    ("注册资本（万元）", []),
    ("登陆平台，陆续上线", []),
    ("五十千瓦", [50]),
    ("三千千瓦时", [3000]),
    ("第一阶段完成2项", [1, 2]),
]
# text, value, value_max, more than that
VAGUE = [
    ("十几万", 100_000, None, True),
    ("500余万", 5_000_000, None, True),
    ("一千多万", 10_000_000, None, True),
    ("数百万", 1_000_000, None, True),
    ("上百", 100, None, True),
    ("四五千", 4000, 5000, False),
    ("二三十", 20, 30, False),
]
NOT_VAGUE = ["系数百分之五", "用户数千万级", "“十四五”规划", "以上百分之三"]
SHARES = [
    ("六点五成", 65),
    ("百分之百", 100),
    ("百万分之五", 0.0005),
    ("一半", 50),
    ("翻两番", 300),
    ("百分之九十五", 95),
    ("百分之98.5", 98.5),
    ("千分之三", 0.3),
    ("三成", 30),
    ("两成半", 25),
    ("六成五", 65),
]
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


@pytest.mark.parametrize(("text", "values"), FOUND)
def test_numbers_of_a_text(text: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text)] == values


@pytest.mark.parametrize(("text", "value", "value_max", "more"), VAGUE)
def test_vague_number(text: str, value: float, value_max: float | None, more: bool) -> None:
    [found] = find_numbers(text)
    assert (found.value, found.value_max, found.more, found.end) == (value, value_max, more, len(text))


@pytest.mark.parametrize("text", NOT_VAGUE)
def test_not_vague(text: str) -> None:
    assert not any(number.more or number.value_max for number in find_numbers(text))


@pytest.mark.parametrize("text", ["一" * 6000, "1" * 400, "万" * 6000], ids=lambda text: text[:1])
def test_runs_without_end(text: str) -> None:
    assert all(number.value < 1e12 for number in find_numbers(text + "元"))


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
