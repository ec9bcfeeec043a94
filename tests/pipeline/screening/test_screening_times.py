"""Days, months and lengths of time in the words of a plan."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.screening.dates import add_duration, counted_months, ends_named, last_day, months_of, times, whole_months


@pytest.mark.parametrize(
    ("text", "last", "exact"),
    [
        ("2025年6月至12月完成设计", date(2025, 12, 31), True),
        ("2025年7月至2026年3月", date(2026, 3, 31), True),
        ("2028年6月30日前提交", date(2028, 6, 30), True),
        ("2023年第四季度", date(2023, 12, 31), True),
        ("2024年上半年", date(2024, 6, 30), True),
        ("2028年度（1月至6月）：验收", date(2028, 6, 30), True),
        ("2028年度：验收", date(2028, 12, 31), False),
        ("2028年：1月至6月，连续运行", date(2028, 6, 30), True),
        ("2028年：完成12台", date(2028, 12, 31), False),
        ("2026年底前", date(2026, 12, 31), True),
        ("2027年初", date(2027, 3, 31), True),
        ("2026年底至2028年初", date(2028, 3, 31), True),
        ("2026.03—2027.02", date(2027, 2, 28), True),
        ("到2027年", date(2027, 12, 31), False),
        ("2025年1-3季度", date(2025, 9, 30), True),
        ("二〇二七年一月至五月：联调", date(2027, 5, 31), True),
        ("二〇二七年十月至十一月三十日，整理资料", date(2027, 11, 30), True),
        ("2028上半年：验收", date(2028, 6, 30), True),
        ("2029年\t1月—3月\t总结验收", date(2029, 3, 31), True),
        ("2028年第一季度（至2月20日）：验收", date(2028, 2, 20), True),
        ("2028年第一季度（至6月20日）：验收", date(2028, 3, 31), True),
    ],
)
def test_times(text: str, last: date, exact: bool) -> None:
    found = list(times(text))
    assert max(span.last for span in found) == last
    assert found[-1].exact is exact


@pytest.mark.parametrize(
    ("text", "first", "ends"),
    [
        ("2026年底启动", date(2026, 12, 1), 1),
        ("2027年年初", date(2027, 1, 1), 1),
        ("2026年末至2027年6月", date(2026, 12, 1), 2),
        ("2026年三季度", date(2026, 7, 1), 1),
        ("2026年下半年", date(2026, 7, 1), 1),
        ("2026年1-3季度", date(2026, 1, 1), 2),
        ("2026年", date(2026, 1, 1), 1),
        ("2026年7月至12月", date(2026, 7, 1), 2),
    ],
)
def test_where_a_time_begins_and_how_many_ends_it_names(text: str, first: date, ends: int) -> None:
    (span,) = times(text)
    assert (span.first, ends_named(span)) == (first, ends)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("签约后第1—6个月，设计；第7—15个月，试制；第23-27月，验收", [6, 15, 27]),
        ("第一至六个月设计，第七至十八个月试制", [6, 18]),
        ("1～6个月：设计；T+18：验收；M19—M24：推广", [6, 18, 24]),
        ("第3个月", [3]),
        ("2026年3月—6月，设计；3-6月，试制；培训6个月；T5型；第3季度", []),
    ],
)
def test_counted_months(text: str, months: list[int]) -> None:
    assert [month for month, _ in counted_months(text)] == months


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("自签约之日起12个月，其中研制6个月", 12),
        ("总工期为9个月。", 9),
        ("项目实施周期18个月", 18),
        ("结算周期3个月", None),
        ("质保期24个月，培训1个月", None),
    ],
)
def test_the_whole_plan_in_one_number(text: str, months: int | None) -> None:
    found = whole_months(text)
    assert (found[0] if found else None) == months


@pytest.mark.parametrize(("duration", "months"), [("P2Y", 24), ("P1Y6M", 18), ("P18M", 18), ("P3W", None), ("P", None)])
def test_durations_in_months(duration: str, months: int | None) -> None:
    assert months_of(duration) == months


@pytest.mark.parametrize("text", ["GB/T 2020", "2000套设备", "提高2025.5倍", "2025年13月"])
def test_no_months(text: str) -> None:
    assert not [span for span in times(text) if span.exact]


@given(st.text(alphabet="20年月日至0123456789-—./第一季度上半底 ", max_size=30))
def test_times_never_fail(text: str) -> None:
    assert all(span.first <= span.last or span.exact for span in times(text))


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        (date(2025, 5, 13), "P2Y", date(2027, 5, 13)),
        (date(2025, 8, 31), "P6M", date(2026, 2, 28)),
        (date(2025, 12, 30), "P5D", date(2026, 1, 4)),
        (date(2025, 1, 1), "2年", None),
    ],
)
def test_durations(start: date, duration: str, end: date | None) -> None:
    assert add_duration(start, duration) == end


@pytest.mark.parametrize(
    ("on", "end"),
    [("2026-11", date(2026, 11, 30)), ("2026", date(2026, 12, 31)), ("2026-02-30", date(2026, 2, 28)), ("x", None)],
)
def test_last_day(on: str, end: date | None) -> None:
    assert last_day(on) == end
