import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.dates import Date, find_dates, with_year

# text, the mention, first (ISO or month-day), its time, last, its time
DATES = [
    ("申报时间为2026年3月9日-4月17日。", "2026年3月9日-4月17日", "2026-03-09", None, "2026-04-17", None),
    (
        "2026年3月9日8:30至4月17日18:00，",
        "2026年3月9日8:30至4月17日18:00",
        "2026-03-09",
        "08:30",
        "2026-04-17",
        "18:00",
    ),
    ("2026年11月20日至1月10日", "2026年11月20日至1月10日", "2026-11-20", None, "2027-01-10", None),
    ("3月1日至15日", "3月1日至15日", "03-01", None, "03-15", None),
    ("于2026年5月22日（周五）前", "2026年5月22日（周五）", "2026-05-22", None, None, None),
    ("申报时间：2026.4.1—4.30登录系统", "2026.4.1—4.30", "2026-04-01", None, "2026-04-30", None),
    ("2026年5月11-15日寄送", "2026年5月11-15日", "2026-05-11", None, "2026-05-15", None),
    ("2026/4/1-4/30", "2026/4/1-4/30", "2026-04-01", None, "2026-04-30", None),
    ("二〇二六年十一月二十三日", "二〇二六年十一月二十三日", "2026-11-23", None, None, None),
    ("截止时间为7月21日", "7月21日", "07-21", None, None, None),
    ("更改为8.15日截止", "8.15日", "08-15", None, None, None),
    ("2026.1.1以后", "2026.1.1", "2026-01-01", None, None, None),
    ("2026-08-15 14:50:33", "2026-08-15 14:50:33", "2026-08-15", "14:50", None, None),
    ("2026/3/9-2026/4/17", "2026/3/9-2026/4/17", "2026-03-09", None, "2026-04-17", None),
    ("2026年12月底前", "2026年12月底", "2026-12", None, None, None),
    ("2026年10月—2027年3月", "2026年10月—2027年3月", "2026-10", None, "2027-03", None),
    ("到 2027 年，", "2027 年", "2027", None, None, None),
    ("7月17日中午12:00前", "7月17日中午12:00", "07-17", "12:00", None, None),
    ("2026年6月30日24:00", "2026年6月30日24:00", "2026-06-30", "24:00", None, None),
    ("9月15日17：00时", "9月15日17：00时", "09-15", "17:00", None, None),
    ("9月12日下午5点半", "9月12日下午5点半", "09-12", "17:30", None, None),
    ("5月29日下班前", "5月29日", "05-29", None, None, None),
    ("2024—2026年三年营业收入", "2024—2026年", "2024", None, "2026", None),
    ("2018年1-9月", "2018年1-9月", "2018-01", None, "2018-09", None),
    ("2025.10-2027.09", "2025.10-2027.09", "2025-10", None, "2027-09", None),
    ("2027年上半年", "2027年上半年", "2027-01", None, "2027-06", None),
    ("2026年第三季度前", "2026年第三季度", "2026-07", None, "2026-09", None),
    ("26年5月31日", "26年5月31日", "2026-05-31", None, None, None),
    ("2026-05-31T17:00", "2026-05-31T17:00", "2026-05-31", "17:00", None, None),
]
NO_DATES = [
    "〔2025〕234号",
    "2025年度审计报告",
    "实现在线服务",
    "二十一世纪",
    "版本1.2.3",
    "每月5日前",
    "第3月",
    "GB/T 35273-2020",
    "3年内",
    "10年以上",
    "版本2025.1",
    "共3-5项",
    "25年",
]


@pytest.mark.parametrize(("text", "words", "first", "at", "last", "last_at"), DATES)
def test_date(text: str, words: str, first: str, at: str | None, last: str | None, last_at: str | None) -> None:
    [found] = find_dates(text)
    assert text[found.start : found.end] == words
    assert (found.first.iso or found.first.month_day, found.first.at) == (first, at)
    end = found.last
    assert (end and (end.iso or end.month_day), end and end.at) == (last, last_at)


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_the_documents_year_fills_only_what_is_not_printed() -> None:
    assert with_year(Date(None, 7, 21), 2026).iso == "2026-07-21"
    assert with_year(Date(2025, 7, 21), 2026).iso == "2025-07-21"
    assert with_year(Date(None, 7, 21), None).iso is None


# text, is a day impossible, is the range reversed
FLAWED = [
    ("2026年2月30日", True, False),
    ("2026年2月29日前", True, False),
    ("2024年2月29日前", False, False),
    ("6月31日", True, False),
    ("2026年6月1日至2026年6月31日", True, False),
    ("2026年9月3日至2026年3月9日", False, True),
    ("2026-05-10至2026-05-01", False, True),
    ("2026年3月9日至9月3日", False, False),
]


@pytest.mark.parametrize(("text", "impossible", "is_reversed"), FLAWED)
def test_flawed_dates_stay_as_printed_and_say_so(text: str, impossible: bool, is_reversed: bool) -> None:
    [found] = find_dates(text)
    assert (found.impossible, found.reversed) == (impossible, is_reversed)
    assert [date.iso for date in (found.first, found.final) if not date.possible] == [None] * impossible * (
        1 if found.last else 2
    )


@given(
    st.dates(),
    st.sampled_from(["{y}年{m}月{d}日", "{y}-{m}-{d}", "{y}.{m}.{d}", "{y}/{m:02d}/{d:02d}", "{y} 年 {m} 月 {d} 日"]),
)
def test_every_printed_day_is_read(day: object, form: str) -> None:
    year = 1900 + day.year % 200  # type: ignore[attr-defined]
    day = day.replace(year=year, day=min(day.day, 28))  # type: ignore[attr-defined]
    text = "请于" + form.format(y=day.year, m=day.month, d=day.day) + "前提交"  # type: ignore[attr-defined]
    assert [found.first.iso for found in find_dates(text)] == [day.isoformat()]  # type: ignore[attr-defined]


@given(st.text(alphabet="年月日时点:：0123456789一二十至-（）周前 \n截", max_size=60))
def test_mentions_are_in_order_inside_and_apart(text: str) -> None:
    at = 0
    for found in find_dates(text):
        assert at <= found.start < found.end <= len(text)
        at = found.end
