"""Boxes to tick in lines of text."""

import pytest

from pipeline.reading.marks import marks_in
from schemas.document import MarkKind

# (the line, the boxes with + for ticked and - for empty)
LINES = [
    ("□是 ☑否", ["-□", "+☑"]),
    ("☐甲 ☒乙 🗹丙", ["-☐", "+☒", "+🗹"]),
    ("□√是 □否", ["+□√", "-□"]),
    ("\uf0fe是 \uf0a8否", ["+\uf0fe", "-\uf0a8"]),
    ("○甲 ●乙", ["-○", "+●"]),
    ("● 一般条目", []),
    ("○ 一般条目", []),
    ("■重点任务", []),
    ("√", ["+√"]),
    ("（√）", ["+（√）"]),
    ("（√）甲 （ ）乙", ["+（√）", "-（ ）"]),
    ("[x]甲 [ ]乙", ["+[x]", "-[ ]"]),
    ("由（  ）填写", []),
    ("边长为3√2米", []),
    ("□ 3√2", ["-□", "+√"]),
    ("普通的一行。", []),
    ("", []),
]


@pytest.mark.parametrize(("line", "boxes"), LINES)
def test_boxes(line: str, boxes: list[str]) -> None:
    found = marks_in(line)
    assert [("+" if kind is MarkKind.TICKED else "-") + line[start:end] for kind, start, end, _ in found] == boxes


def test_many_signs_in_a_line() -> None:
    found = marks_in("□○√" * 20_000)
    assert len(found) == 60_000
    assert [mark[1] for mark in found] == list(range(60_000))
