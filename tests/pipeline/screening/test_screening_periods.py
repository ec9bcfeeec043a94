"""The form's period against the stages of the plan."""

from collections.abc import Callable

import pytest

from schemas.finding import Finding

Found = Callable[..., dict[tuple[str, str], Finding]]
ROW = "出生年月\t"
PLAN = "2026年三季度完成探头和主机，2026年四季度至2027年二季度完成整机、送检与验收。"


@pytest.mark.parametrize(
    ("period", "plan", "clash"),
    [
        ("2026年7月至2027年6月", "2026年7月至12月完成主机，2027年1月至6月完成验收。", False),
        ("2026年7月至2027年6月", "2026年7月至12月完成主机，2027年1月至12月完成验收。", True),
        ("2026年7月至2027年6月", "2026年1月至12月完成主机，2027年1月至6月完成验收。", True),
        (
            "2026年7月至2027年6月",
            "2026年三季度完成主机，2027年一季度完成验收。",
            False,
        ),  # what follows is told elsewhere
        ("2026年7月至2027年6月", "2026年完成主机，2028年完成验收。", False),  # years alone
        ("2026年7月至2027年6月", "2024年1月至12月已完成预研，2026年7月至2027年6月完成验收。", False),
        ("2026年7月至2027年6月", "2026年7月至2027年6月完成验收；2027年7月至2029年6月推广应用。", False),
        ("2021年1月至2023年12月", "2026年7月至12月完成主机，2027年1月至12月完成验收。", False),  # of an earlier work
        ("2026年9月至2027年6月", "2026年三季度完成主机，2027年上半年完成验收。", False),  # it begins within the quarter
        ("2026年三季度至2027年二季度", "2024年1月至12月完成主机，2027年1月至6月完成验收。", True),
        ("2026年上半年至2027年下半年", "2026年1月至12月完成主机，2027年1月至12月完成验收。", False),
        ("24个月", "2026年7月至12月完成主机，2028年1月至12月完成验收。", True),
        ("24个月", "2026年7月至12月完成主机，2028年1月至7月完成验收。", False),
        ("两年", "2026年7月至12月完成主机，2027年1月至12月完成验收。", False),
        ("2026年7月至2028年6月", "2026年7月至12月完成主机，2027年1月至6月完成验收。", True),
        ("2026年7月至2028年6月", "2026年7月至12月完成主机，2027年1月至6月完成测试。", False),  # what follows is open
    ],
)
def test_the_period_and_the_plan(found: Found, period: str, plan: str, clash: bool) -> None:
    findings = found((ROW, f"项目起止时间\t{period}\t邮编\t315000\n{ROW}"), (PLAN, plan))
    status = [f.status for (kind, name), f in findings.items() if kind == "consistency" and name == "项目起止时间"]
    assert status == (["invalid"] if clash else [])
