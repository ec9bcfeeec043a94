"""Chapters answered in rows of the form's table that are called as they are; numbers of the notice's paragraphs."""

from pathlib import Path

import pytest

from pipeline.matching import Matcher
from pipeline.reading import ReadingOptions, read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening.fields.direction_codes import _COUNTED
from pipeline.screening.kinds.section import _in_its_field
from pipeline.screening.screen import open_case
from pipeline.screening.settings import Settings
from pipeline.structure import structure

ABSTRACT = "本课题以近海浮标为对象，研究供电与防污，建成三处示范，形成一套作业规程并交用户使用。" * 3
CALL = (
    "一、申报材料\n申报书、任务书。\n附件1\n海上平台揭榜挂帅申报表\n单位名称\t\t通讯地址\t\n附件2\n揭榜任务书提纲\n"
    "一、技术路线\n（说明步骤）\n二、课题摘要\n（概述内容）\n三、进度安排\n（分年说明）\n"
)
PART = (
    "海上平台揭榜挂帅申报表\n单位名称\t海岚深潜装备有限公司\t通讯地址\t海州市听涛街21号\n{label}\t{value}\n"
    "揭榜任务书\n一、技术路线\n采用双冗余结构，支持锚泊、补电、通信，分三步完成样机并逐步投放。\n"
    "三、进度安排\n2027年完成样机，2028年布放三处并验收。\n"
)


@pytest.mark.parametrize(
    ("label", "value", "answered"),
    [
        ("课题摘要", ABSTRACT, True),
        ("课题摘要", "见附件", False),
        ("课题名称", ABSTRACT, False),
    ],
)
def test_a_row_of_the_form_called_as_the_section(label: str, value: str, answered: bool, tmp_path: Path) -> None:
    paths = tmp_path / "call.txt", tmp_path / "part.txt"
    for path, words in zip(paths, (CALL, PART.format(label=label, value=value)), strict=True):
        path.write_text(words, encoding="utf-8")
    documents = [read(path, options=ReadingOptions(isolate=False, cache=False)) for path in paths]
    notice = build_notice(*structure(documents[0]))
    case = open_case(notice, build_submission(*structure(documents[1])), Matcher(notice), Settings())
    asked = next(one for one in case.of("section") if one.name == "课题摘要")
    assert (_in_its_field(case, asked) is not None) is answered


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3 便携式测深设备", "3"),
        ("序号3：便携式测深设备", "3"),
        ("（三）便携式测深设备", "三"),
        ("（三维）便携式测深设备", None),
        ("2.3 便携式测深设备", None),
        ("序号2.3 便携式测深设备", None),
    ],
)
def test_numbers_of_a_list(written: str, number: str | None) -> None:
    found = next((match for pattern in _COUNTED if (match := pattern.match(written))), None)
    assert (found["number"] if found is not None else None) == number
