"""Blanks of a letter of commitment, left or filled."""

import pytest

from extractors.text.blanks import find_blanks

CASES: list[tuple[str, tuple[str, ...]]] = [
    ("我单位提交了xxx任务参评。", ("任务",)),
    ("我单位提交了_____内容参评。", ("内容",)),
    ("我单位自愿承担　　　　　揭榜任务，现承诺如下：", ("揭榜任务",)),
    ("承担 揭榜任务，现承诺如下：", ("揭榜任务",)),
    ("联系人：\n联系电话：____", ("联系人", "联系电话")),
    ("我单位拟揭榜的《》项目", ("项目",)),
    ("我单位提交了智慧灌溉任务参评。\n现就有关情况承诺如下：\n联系人：甲某\n联系电话：010-55500000", ()),
    ("法定代表人（签字）：\n单位名称（盖章）：\n2026年 月 日", ()),  # looked at as places to sign, seal and date
    ("某省工业和信息化厅：\n我单位郑重承诺属实。", ()),  # to whom it is written
    ("现郑重承诺：\n1.真实、合法、有效。", ()),
    ("承担法律 责任，按任务书完成。", ()),
]


@pytest.mark.parametrize(("body", "expected"), CASES, ids=[c[0][:16] for c in CASES])
def test_blanks(body: str, expected: tuple[str, ...]) -> None:
    assert find_blanks(body) == expected
