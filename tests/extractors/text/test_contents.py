"""The table of contents: which lines it holds, and its entries without their pages."""

import pytest

from extractors.text.contents import contents_of, entry

ENTRIES = [
    ("三、营业执照复印件………………14", "三、营业执照复印件"),
    ("05 审计报告 第48—80页", "05 审计报告"),
    ("二、建设内容 12", "二、建设内容"),
    ("一、概况3", "一、概况"),
    ("表1 2026", "表1 2026"),
    ("七、声明", "七、声明"),
]


@pytest.mark.parametrize(("line", "wanted"), ENTRIES)
def test_an_entry_without_its_page(line: str, wanted: str) -> None:
    assert entry(line) == wanted


# lines, those of the contents
LISTS = [
    (["封面", "目  录", "一、概况……1", "二、审计报告……9", "一、概况", "本公司成立于2010年。"], range(2, 4)),
    (["目录", "一、概况", "二、声明", "一、概况", "文字", "二、声明"], range(1, 3)),
    (
        ["目录", "一、明细表……3", "1-1 已购设备", "1-2 计划设备", "二、声明……9", "一、明细表", "表中数据属实。"],
        range(1, 5),
    ),
    (["目录", "一、概况……1", "本公司成立于2010年。", "二、声明 9"], range(1, 2)),
    (["一、概况……1", "二、声明……9"], range(3, 2)),
]


@pytest.mark.parametrize(("lines", "wanted"), LISTS)
def test_lines_of_the_contents(lines: list[str], wanted: range) -> None:
    assert list(contents_of(lines)) == list(wanted)
