"""Numbered lines with their answer behind a gap."""

import pytest

from pipeline.screening.chapters.told_in_title import told_in_title
from schemas.evidence import Evidence
from schemas.facts import SectionRecord
from schemas.outline import Role


def section(line: str) -> SectionRecord:
    said = Evidence(text=line, start=0, end=len(line))
    title = " ".join(line.partition("、")[2].split())
    return SectionRecord(
        number="一",
        title=title,
        level=1,
        chars=0,
        guidance=None,
        text="",
        path=(title,),
        role=Role.TASK_BOOK,
        evidence=said,
    )


@pytest.mark.parametrize(
    ("line", "asked", "told"),
    [
        ("一、项目名称　　潮间带水质浮标", "项目名称", True),
        ("三、牵头单位　　海岚深潜装备有限公司", "牵头单位名称", True),
        ("一、项目名称　　（不超过30字）", "项目名称", False),
        ("一、项目名称　　____", "项目名称", False),
        ("一、项目名称　　待定", "项目名称", False),
        ("一、项目名称 立项依据", "项目名称", False),  # one blank parts words of a title
        ("一、合作单位　　海岚大学", "牵头单位名称", False),
    ],
)
def test_a_line_with_its_answer(line: str, asked: str, told: bool) -> None:
    assert (told_in_title([section(line)], asked) is not None) is told
