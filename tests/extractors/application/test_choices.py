"""Which direction an application chooses: by a box, a number, a code, in words."""

import pytest
from documents import joined, table
from extracted import COVER, FORM, parts

from extractors.application.choices import find_choices, selected, split_number
from extractors.forms.forms import find_fields
from pipeline.structure import structure


@pytest.mark.parametrize(
    ("words", "number", "name"),
    [
        ("方向3：海洋浮标", 3, "海洋浮标"),
        ("方向十二：海洋浮标", 12, "海洋浮标"),
        ("榜单二、海洋浮标", 2, "海洋浮标"),
        ("任务4 海洋浮标", 4, "海洋浮标"),
        ("榜三", 3, "榜三"),
        ("类型二", 2, "类型二"),
        ("海洋浮标", None, "海洋浮标"),
        ("方向性天线", None, "方向性天线"),
        ("3D打印", None, "3D打印"),
    ],
)
def test_number_of_a_direction(words: str, number: int | None, name: str) -> None:
    assert split_number(words) == (number, name)


def test_a_number_in_a_circle_behind_a_box() -> None:
    assert split_number("⑫海洋浮标", boxed=True) == (12, "海洋浮标")
    assert split_number("⑫海洋浮标") == (None, "⑫海洋浮标")


BOXES = "任务方向 | 装备\n    □方向1：海洋浮标\n    {}方向2：岸基雷达\n"


@pytest.mark.parametrize(
    ("words", "numbers", "ticked"),
    [
        (COVER + FORM + BOXES.format("☑"), (2,), [True, False]),
        (COVER + FORM + BOXES.format("□"), (2,), [False]),  # named on the cover, numbered by the list of boxes
        (COVER, (), [False]),
        (COVER + FORM + "任务方向 | （ ）1海洋浮标 （√）2岸基雷达\n", (2,), [True, False]),
        (FORM + "所揭榜单（单选） | □1海洋浮标\n☑2岸基雷达\n是否联合体 | ☑是 □否\n", (2,), [True]),
        (FORM + "项目类别 | □基础 ☑应用\n支持方向 | ☑海洋浮标 □岸基雷达\n", (), [True, True]),
        (FORM + "专题方向：□（一）海洋浮标\n√（二）岸基雷达\n", (2,), [True]),
        (COVER + FORM + "揭榜需求 | □需求1　☑需求2　□需求3\n", (2,), [True, False]),
        (FORM + "申报项目（请选择一项）\n□海洋浮标项目 | ☑岸基雷达项目\n", (), [True]),  # the call numbers them
        (FORM + "单位性质 | □国有 ☑民营\n" + BOXES.format("□"), (), []),
        (FORM + "所揭榜题 | ■ XF-01 海洋浮标 □ XF-02 岸基雷达 ■ XF-03 耐压舱体\n", (1, 3), [True, True]),
        (FORM + "所揭榜题 | ■ JB-09 海洋浮标 □ JB-10 岸基雷达\n", (9,), [True]),
        (FORM + "所揭榜题：\n[ ] XF-01 海洋浮标\n[√] XF-02 岸基雷达\n", (2,), [True]),
        (FORM + "1、拟揭榜单（单选，在方框内打勾）\n□ XF-01 海洋浮标\n☑ XF-02 岸基雷达\n", (2,), [True]),
        (FORM + "1、单位性质（单选，在方框内打勾）\n□ 国有\n☑ 民营\n", (), []),
        (FORM + "难题编号 | □CM-07 | √CM-08 | □CM-09\n", (8,), [True]),  # each box in a cell of its own
    ],
)
def test_choices(words: str, numbers: tuple[int, ...], ticked: list[bool]) -> None:
    text, outline = parts(words)
    choices = find_choices(text, outline, find_fields(text, outline))
    assert selected(choices) == numbers
    assert [choice.ticked for choice in choices] == ticked


@pytest.mark.parametrize(
    "words", ["揭榜单位在同一方向只能申报一项。", "申报单位按统一任务书填写。", "本单位承担十二五课题。"]
)
def test_words_that_choose_no_direction(words: str) -> None:
    assert find_choices(*parts(words + "\n"), ()) == []


@pytest.mark.parametrize(
    "words",
    [
        "我单位拟揭榜第三号榜题“海洋浮标”。",
        "我公司决定揭榜“任务三　海洋浮标系统”，并按公告实施。",
        "我单位申请揭榜任务三“海洋浮标系统”。",
    ],
)
def test_a_direction_chosen_in_words(words: str) -> None:
    found = find_choices(*parts(words + "\n"), ())
    assert [(each.number, each.name.removesuffix("系统")) for each in found] == [(3, "海洋浮标")]


@pytest.mark.parametrize("code", ["JB-03", "HT2026-03", "XQ-2026-03"])
def test_a_direction_by_its_code(code: str) -> None:
    text, outline = parts(f"项目申报书\n\n榜单编号及名称：{code} 岸基雷达组网\n")
    found = find_choices(text, outline, find_fields(text, outline))
    assert [(each.number, each.name) for each in found] == [(3, "岸基雷达组网")]


def test_a_direction_by_number_and_name() -> None:
    text, outline = parts("项目申报书\n\n申报方向（编号+名称）：方向3　岸基雷达组网\n")
    found = find_choices(text, outline, find_fields(text, outline))
    assert [(each.number, each.name) for each in found] == [(3, "岸基雷达组网")]
    apart = parts("申报单位：海州仪器有限公司\n1 榜题响应\n研制岸基雷达。\n")
    assert find_choices(*apart, ()) == []


def test_a_direction_by_the_lists_code() -> None:
    words = "海洋装备揭榜挂帅\n申报材料\n\n榜单编号及名称：HY-03 岸基雷达\n\n揭榜单位：海州仪器有限公司\n"
    text, outline = parts(words)
    found = find_choices(text, outline, find_fields(text, outline))
    assert [(each.number, each.name) for each in found] == [(3, "岸基雷达")]


def test_the_number_of_a_direction_behind_its_name_or_by_the_order_of_the_boxes() -> None:
    named = parts(FORM + "揭榜任务方向：海上通信应用（方向4）\n")
    assert [c.number for c in find_choices(*named, find_fields(*named))] == [4]
    boxes = parts(FORM + "申报方向 | □海洋浮标 □岸基雷达 ☑海上通信\n")
    assert [(c.number, c.name) for c in find_choices(*boxes, find_fields(*boxes))] == [(3, "海上通信")]
    kinds = parts(FORM + "申报类别 | □单独申报 ☑联合申报 □其他\n")
    assert [c.number for c in find_choices(*kinds, find_fields(*kinds))] == [None]


@pytest.mark.parametrize(
    ("answer", "number"), [("②岸基雷达", 2), ("5.岸基雷达", 5), ("方向三：岸基雷达", 3), ("岸基雷达", None)]
)
def test_the_number_before_a_direction_in_words(answer: str, number: int | None) -> None:
    text, outline = parts(FORM + f"揭榜方向 | {answer}\n")
    assert [c.number for c in find_choices(text, outline, find_fields(text, outline))] == [number]


def test_codes_of_several_series_are_numbered_by_their_place() -> None:
    text, outline = parts(FORM + "任务方向 | □A-1 □A-2 □B-1 ☑B-2\n")
    assert selected(find_choices(text, outline, find_fields(text, outline))) == (4,)


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("☐感知器件 ☑整机系统¶方向5 岸基雷达", (5,)),
        ("☐海洋浮标 ☑岸基雷达¶详见任务书", (2,)),  # the boxes are the directions themselves
    ],
)
def test_a_direction_written_behind_boxes_of_kinds(cell: str, numbers: tuple[int, ...]) -> None:
    rows = [["单位名称", "海州仪器有限公司"], ["揭榜类别及方向", cell.replace("¶", "\n")], ["法定代表人", "李某"]]
    text, outline = structure(joined(table(rows, "揭榜单位申报表\n")))
    assert selected(find_choices(text, outline, find_fields(text, outline))) == numbers


def test_boxes_under_the_projects_on_offer() -> None:
    text, outline = parts(FORM + "揭榜项目 | □海洋浮标 ☑岸基雷达\n")
    assert [(c.number, c.name) for c in find_choices(text, outline, find_fields(text, outline))] == [(2, "岸基雷达")]
