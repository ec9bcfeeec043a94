"""Lines that a program cut at so many characters, however wide they come out; paragraphs that are as they are."""

import pytest
from documents import document

from pipeline.structure.clean import clean

SENTENCES = (
    "本项目研制面向近海养殖的巡检船，续航不低于6 h，航速不低于5 kn，水质采样误差不超过2.5%，开展90天示范。",
    "验收时由第三方机构在3个养殖区抽测，抽测点不少于20个，任一点误差超过3%的，应当在15日内复测并说明原因。",
    "运行数据每10 min上传1次，断网时本机存储不少于72 h，恢复后自动补传，由用户单位按月核对并签字确认。",
    "巡检船满载排水量不超过2.8 t，可由1辆平板车转运，2名操作人员30 min内完成下水，并编制操作手册1册。",
)
ITEMS = [f"{at}号船{'长期' * at}在养殖区运行不少于{at}0天，由用户出具证明，误差不超过2.5%" for at in range(12)]


def _cut(text: str, at: int) -> list[str]:
    return [text[start : start + at] for start in range(0, len(text), at)]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([line for sentence in SENTENCES * 3 for line in _cut(sentence, 30)], 12),
        (ITEMS, 12),  # each whole, and none as long as the other
    ],
)
def test_lines_cut_at_so_many_characters(lines: list[str], count: int) -> None:
    cleaned = clean(document("\n".join(lines) + "\n"))
    assert len(cleaned.blocks) == count, [cleaned.clean[b.start : b.end] for b in cleaned.blocks]
