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


ITEMS = "2023年1月1日以来签订并完成的水下工程业绩不少于2项"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("①2022年10月签订，甲港清淤，2023年8月验收；②2024年8月签订，乙港清淤，2025年2月验收", "insufficient"),
        ("①2022年10月，甲港清淤，2023年8月验收；②2024年8月，乙港清淤，2025年2月验收", "insufficient"),
        ("（1）甲港清淤，合同签订日期：2022年10月8日；（2）乙港清淤，合同签订日期：2024年8月1日", "insufficient"),
        ("①2023年2月签订，甲港清淤，2023年8月验收；②2024年8月签订，乙港清淤，2025年2月验收", "unverifiable"),
        ("①甲港清淤，2022年8月验收；②乙港清淤，2025年2月验收", "unverifiable"),  # nothing on when it was signed
        ("①2022年1月签订，甲港；②2023年8月签订，乙港；③2024年8月签订，丙港", "unverifiable"),
        ("①甲港清淤；②2024年8月签订，乙港清淤", "unverifiable"),
    ],
)
def test_items_of_works_in_time(said: str, status: str, found: Any) -> None:
    findings = found(("3. 发明专利证书", f"3. 合同业绩证明（2项）：{said}"), more=f"四、其他条件\n1. {ITEMS}。")
    assert [f.status for (kind, name), f in findings.items() if kind == "eligibility" and "水下" in name] == [status]
