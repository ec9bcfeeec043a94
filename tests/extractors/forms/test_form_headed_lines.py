"""Lines of a form under numbers that go one level below its chapters'."""

import pytest
from documents import document
from extracted import Fields

from extractors.forms.forms import find_fields
from pipeline.structure import structure

FORM = "海州市揭榜申报书\n\n申报表\n\n{}\n"
CASES: list[tuple[str, Fields]] = [
    (
        "1 单位情况\n1.1 申报单位名称：海州仪器有限公司\n1.2 通讯地址：海州市新区1号\n"
        "1.3 组织机构代码/三证合一码：91350981MA31\n"
        "1.4 单位简介\n公司做浮标。",
        {
            "申报单位名称": "海州仪器有限公司",
            "通讯地址": "海州市新区1号",
            "组织机构代码/三证合一码": "91350981MA31",
            "单位简介": "公司做浮标。",
        },
    ),
    (
        "1 单位情况\n1.1 申报单位名称：\n1.2 通讯地址：\n1.3 单位简介\n公司做浮标。",
        {"申报单位名称": None, "通讯地址": None, "单位简介": "公司做浮标。"},
    ),
]


@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_values_behind_numbered_labels(lines: str, expected: Fields) -> None:
    found = find_fields(*structure(document(FORM.format(lines), hard_wrapped=False)), applied=True)
    assert {field.name: field.value for field in found} == expected
