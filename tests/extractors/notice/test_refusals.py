"""Cases in which nobody is admitted hold no bounds to reach."""

import pytest
from documents import document

from pipeline.records.notice import build_notice
from pipeline.structure import structure

HEAD = "关于申报海洋课题的通知\n各有关单位：\n现将有关事项通知如下。\n一、申报条件\n"

# (what, the conditions, the values of their figures)
LISTS = [
    ("cases that are refused", "1.有以下情况之一者，不予受理：\n(1)负责人为2人以上的；\n(2)同时申报两项以上的。\n", []),
    ("under another lead", "1.不予受理的情形：\n(1)负责人为2人以上的。\n", []),
    (
        "what is asked in the same way",
        "1.符合下列条件之一的，可以申报：\n(1)出海5年以上的；\n(2)有船两艘以上的。\n",
        [5, 2],
    ),
    (
        "a bound behind such cases",
        "1.有以下情况之一者，不予受理：\n(1)弄虚作假的。\n2.负责人年龄不超过50周岁。\n",
        [50],
    ),
]


@pytest.mark.parametrize(("what", "words", "values"), LISTS, ids=[case[0] for case in LISTS])
def test_figures(what: str, words: str, values: list[float]) -> None:
    text, outline = structure(document(HEAD + words + "二、联系方式\n联系人：李某\n", hard_wrapped=False))
    notice = build_notice(text, outline)
    assert [one.value for one in notice.targets if one.role == "eligibility"] == values, what
