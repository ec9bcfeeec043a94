"""Claims by the label of their line, and years against months."""

from collections.abc import Callable

import pytest

from schemas.finding import Finding

Found = Callable[..., dict[tuple[str, str], Finding]]
GOALS = "整机重量不超过2.6kg，由第三方检测机构称量；力反馈分辨率达到0.08N，用标准测力计测试。"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("——整机重量：样机含电池的总质量2.6kg；\n——力反馈分辨率：0.08N；\n", "met"),
        ("——整机重量：样机含电池的总质量3.6kg；\n——力反馈分辨率：0.08N；\n", "insufficient"),
        ("——整机重量：在负载不低于1kg时含电池不超过2.6kg；\n——力反馈分辨率：0.08N；\n", "met"),
        ("关于整机重量，我们的底线是2.6kg，以称量为准；\n——力反馈分辨率：0.08N；\n", "met"),
        ("关于整机重量，我们的底线是3.6kg，以称量为准；\n——力反馈分辨率：0.08N；\n", "insufficient"),
        ("整机重量\n眼下3.1kg，完成时不超过2.6kg，以称量为准。\n——力反馈分辨率：0.08N；\n", "met"),
        ("——样机：含电池的总质量2.6kg；\n——力反馈分辨率：0.08N；\n", "unverifiable"),
    ],
)
def test_the_label_of_the_line_names_the_metric(found: Found, line: str, status: str) -> None:
    assert found((GOALS, line))["numeric_target", "整机重量"].status == status


@pytest.mark.parametrize(
    ("label", "said", "status"),
    [
        ("从事相关工作年限", "12年", "met"),
        ("从事相关工作年限", "3年", "insufficient"),
        ("从事相关工作年限（年）", "12", "met"),
    ],
)
def test_years_are_no_months(found: Found, label: str, said: str, status: str) -> None:
    condition = "从事相关工作5年以上"
    findings = found(
        ("职务\t经理\n", f"职务\t经理\n{label}\t{said}\t备注（选填）\t\n"), more=f"四、其他条件\n1. {condition}。"
    )
    assert findings["eligibility", condition].status == status
