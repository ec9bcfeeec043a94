"""Blanks that a form prints with their units: left as printed they are empty, with figures between they are filled."""

from collections.abc import Callable

import pytest

from schemas.finding import Finding

Found = Callable[..., dict[tuple[str, str], Finding]]
PRINTED = """三、投入情况
研发人员\t    人（其中博士    人）\t场地面积\t      平方米
项目总投资\t    万元，其中自筹    万元\t申请资助\t      万元
"""
MORE = "附件3\n云屿市揭榜挂帅项目经费表\n" + PRINTED


@pytest.mark.parametrize(
    ("label", "printed", "filled"),
    [
        ("场地面积", "      平方米", "   800 平方米"),
        ("申请资助", "      万元", "   100   万元"),
        ("研发人员", "    人（其中博士    人）", "  30人（其中博士  2人）"),
        ("项目总投资", "    万元，其中自筹    万元", "三百万元，其中自筹二百万元"),
    ],
)
def test_units_alone_are_no_value(found: Found, label: str, printed: str, filled: str) -> None:
    for cell, status in ((printed, "missing"), (filled, "met")):
        form = PRINTED.replace(f"{label}\t{printed}", f"{label}\t{cell}")
        findings = found(("附件清单\n", form + "附件清单\n"), more=MORE)
        assert findings["form_field", label].status == status
