"""Fields of a cover that the sentences of a notice ask for."""

import pytest
from documents import document

from extractors.notice.stated_fields import stated_fields
from pipeline.structure import structure

NOTICE = "关于开展揭榜挂帅的通知\n各有关单位：\n三、申报材料\n{}\n"
STATED = [
    (
        "1.封面。封面写“2025年项目申报书”，标明申报单位、项目名称、联系人及电话、申报日期。",
        ["申报单位", "项目名称", "联系人", "电话", "申报日期"],
    ),
    ("1.封面注明项目名称、申报单位等信息。", []),
    ("1.封面注明项目名称、申报单位、联系人及联系电话等信息。", ["项目名称", "申报单位", "联系人", "联系电话"]),
    ("1.封面标明绝密、机密、秘密。", []),
    ("1.信封上注明项目名称、申报单位、联系人。", []),
]


@pytest.mark.parametrize(("words", "wanted"), STATED)
def test_stated_fields(words: str, wanted: list[str]) -> None:
    found = stated_fields(*structure(document(NOTICE.format(words), hard_wrapped=False)))
    assert [field.name for field in found] == wanted
