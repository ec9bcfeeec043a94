"""Forms drawn with characters in a plain text, and rows of one cell with room to write."""

import pytest
from documents import document
from extracted import Fields

from extractors.forms.forms import find_fields
from pipeline.structure import structure

TITLE = "附件1\n浮标标定揭榜申报表\n"
# (what, text, the fields with what is filled in)
CASES: list[tuple[str, str, Fields]] = [
    (
        "a template: pairs, labels with room below them, who seals",
        "┌────────┬──────┬────────┬──────┐\n│揭榜单位│      │所在港区│      │\n├────────┼──────┼────────┼──────┤\n"
        "│单位地址│      │船队规模│      │\n├────────┴──────┴────────┴──────┤\n│标定方案（限500字）            │\n"
        "│                               │\n├───────────────────────────────┤\n│出海计划                       │\n"
        "│                               │\n├───────────────────────────────┤\n"
        "│揭榜单位（盖章）：  船东（盖章）： │\n│                  年  月  日   │\n└───────────────────────────────┘\n",
        {
            **{"揭榜单位": None, "所在港区": None, "单位地址": None, "船队规模": None},
            **{"标定方案（限500字）": None, "出海计划": None},
        },
    ),
    (
        "a form filled in: an answer under its label, and a label in two lines beside one in two lines",
        "+----------+--------------+----------+--------+\n| 揭榜单位 | 海州仪器公司 | 单位地址 | 海州市 |\n"
        "+----------+--------------+----------+--------+\n| 研究基础 | 已有浮标二十台，                |\n"
        "| （限200字） | 在港内运行三年。             |\n+----------+---------------------------------+\n"
        "| 标定方案（限500字）                        |\n+--------------------------------------------+\n"
        "| 先在水池标定，再到海上比对，历时两个航次。 |\n+--------------------------------------------+\n",
        {
            **{"揭榜单位": "海州仪器公司", "单位地址": "海州市"},
            "研究基础（限200字）": "已有浮标二十台，在港内运行三年。",
            "标定方案（限500字）": "先在水池标定，再到海上比对，历时两个航次。",
        },
    ),
    (
        "a caption over pairs, a label that no lexicon knows beside a wide blank, seals side by side",
        "+--------+--------+--------+--------+\n| 船名   |        | 船籍港 |        |\n"
        "+--------+--------+--------+--------+\n| 船 长 情 况                       |\n"
        "+--------+--------+--------+--------+\n| 姓名   |        | 手机   |        |\n"
        "+--------+--------+--------+--------+\n| 船员名单 |                        |\n"
        "+--------+--------------------------+\n| 船东工会（盖章） | 船长（签字）   |\n"
        "+------------------+----------------+\n",
        {"船名": None, "船籍港": None, "姓名": None, "手机": None, "船员名单": None},
    ),
    (
        "a sum beside a wide blank is no field",
        "+--------+--------+--------+\n| 揭榜单位 |  甲公司  |   |\n+--------+--------+--------+\n"
        "| 合计   |                 |\n+--------+-----------------+\n",
        {"揭榜单位": "甲公司"},
    ),
]


@pytest.mark.parametrize(("what", "words", "expected"), CASES, ids=[case[0] for case in CASES])
def test_drawn(what: str, words: str, expected: Fields) -> None:
    found = {field.name: field.value for field in find_fields(*structure(document(TITLE + words)))}
    assert found == expected
