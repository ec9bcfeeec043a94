"""Patents asked for as granted, and those that the application says it will apply for."""

from pathlib import Path

import pytest
from written_case import findings_of

ASKED = "新增授权发明专利不少于8件"
GOALS = "力反馈分辨率达到0.08N，用标准测力计测试。"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("实施期内新增授权发明专利10件", "met"),
        ("申请发明专利12件，其中获得授权6件", "insufficient"),
        ("申请发明专利12件，其中获得授权9件", "met"),
        ("申请发明专利12件，均获授权", "met"),
        ("申报单位新增授权发明专利10件", "met"),
        ("申请发明专利12件，软件著作权授权10件", "missing"),
    ],
)
def test_granted_patents(tmp_path: Path, said: str, status: str) -> None:
    run = findings_of(tmp_path / "申报书.txt")
    found = run((GOALS, f"{GOALS}{said}。"), metric=ASKED)
    assert {f.status for (kind, name), f in found.items() if kind == "numeric_target" and "专利" in name} == {status}
