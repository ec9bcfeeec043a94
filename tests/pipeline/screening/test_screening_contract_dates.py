"""Conditions on when the contracts of earlier works were signed."""

from typing import Any

import pytest

ASKED = "近五年内（2021年3月1日以后签订合同）承担过同类项目"


@pytest.mark.parametrize(
    ("said", "invalid"),
    [
        ("海州港水下清淤工程，合同签订日期2019年8月2日，合同额360万元", True),
        ("海州港水下清淤工程，2019年8月2日与海州港务局签订合同，合同额360万元", True),
        ("海州港水下清淤工程，合同签订日期2022年8月2日，合同额360万元", False),
        ("甲工程，2019年8月2日签订；乙工程，2022年8月2日签订", False),
        ("海州港水下清淤工程，2019年8月2日竣工，合同额360万元", False),  # nothing on when it was signed
    ],
)
def test_contracts_signed_too_early(said: str, invalid: bool, found: Any) -> None:
    change = ("成立时间\t2019年2月", f"近五年代表性业绩\t{said}\n成立时间\t2019年2月")
    findings = found(change, more=f"四、其他条件\n1. {ASKED}。")
    told = [f.status for (kind, name), f in findings.items() if kind == "eligibility" and "同类项目" in name]
    assert told == (["invalid"] if invalid else ["unverifiable"])
