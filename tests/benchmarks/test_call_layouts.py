"""Names told apart by the benchmark of layouts: each of what is found answers one of what is asked."""

import pytest

from benchmarks.call_layouts import alike, unlike


@pytest.mark.parametrize(
    ("asked", "found", "missed", "besides"),
    [
        (["负责人姓名", "手机"], ["手机", "负责人 姓名"], [], []),
        (["营业执照（复印件）"], ["营业执照"], [], []),
        (["营业执照", "营业执照"], ["营业执照"], ["营业执照"], []),
        (["技术方案"], ["经费预算"], ["技术方案"], ["经费预算"]),
        ([], ["承诺书"], [], ["承诺书"]),
        (["承诺书"], [], ["承诺书"], []),
    ],
)
def test_unlike(asked: list[str], found: list[str], missed: list[str], besides: list[str]) -> None:
    assert unlike(asked, found) == (missed, besides)


def test_names_of_marks_alone_are_not_alike() -> None:
    assert alike("（一）", "——") == 0.0
    assert alike("项目名称", "项目名称：") == 1.0
