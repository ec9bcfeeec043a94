"""Questions on several years, answered for all of them or for some."""

import pytest

from pipeline.screening.fields.years_asked import year_left_out

THREE = "2023、2024、2025年研发投入各为多少万元"


@pytest.mark.parametrize(
    ("label", "value", "year"),
    [
        (THREE, "2024年：31万元　2025年：42万元（2023年数据尚在整理，以后提供）", "2023"),
        (THREE, "2023年31万元，2024年42万元", "2025"),
        (THREE, "2023年：31；2024年：42；2025年：50", None),
        (THREE, "2023年度研发投入31万元，2024年度42万元，2025年度50万元", None),
        (THREE, "31、42、50", None),
        (THREE, "2023年起依次为31万元、42万元、50万元", None),
        (THREE, "2024年31万元，2025年42万元（2023年公司尚未成立）", None),
        (THREE, "2023年31万元，2024年、2025年均为42万元", None),
        (THREE, "2023至2025年合计123万元", None),
        (THREE, "2023—2025年分别为31，42，50万元", None),
        (THREE, "2023年31万元，此后两年各42万元", None),
        ("2025年研发投入（万元）", "2025年：42", None),
    ],
)
def test_a_year_left_out(label: str, value: str, year: str | None) -> None:
    assert year_left_out(label, value) == year
