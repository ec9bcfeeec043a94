"""Boxes to tick: drawn, typed, bracketed, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.ticks import find_options

CASES = [
    ("□国有 ☑民营 □外资", ["国有", "民营", "外资"], ["民营"]),
    ("■是 □否", ["是", "否"], ["是"]),
    ("（√）高校 （）企业", ["高校", "企业"], ["高校"]),
    ("( ) 高校 (√) 企业", ["高校", "企业"], ["企业"]),
    ("[x]甲类 []乙类", ["甲类", "乙类"], ["甲类"]),
    ("[√]甲类 [ ]乙类", ["甲类", "乙类"], ["甲类"]),
    ("○硬件 ●软件", ["硬件", "软件"], ["软件"]),
    ("☐水利 ☒交通", ["水利", "交通"], ["交通"]),
    ("□水利 \U0001f5f9交通", ["水利", "交通"], ["交通"]),
    ("□水利 R交通", ["水利", "交通"], ["交通"]),
    ("\uf0a8水利 \uf0fe交通", ["水利", "交通"], ["交通"]),
    ("□√水利 □交通", ["水利", "交通"], ["水利"]),
    ("水利□ 交通☑", ["水利", "交通"], ["交通"]),
    (
        "装备 方向1：浮标□ 方向2：雷达□",
        ["装备 方向1：浮标", "方向2：雷达"],
        [],
    ),
    ("水利□\n交通☑电力□", ["水利", "交通", "电力"], ["交通"]),
    ("国有企业□民营企业☑其他（请注明）：无", ["国有企业", "民营企业"], ["民营企业"]),
    ("单位类型□国有☑其他：无", ["国有", "其他：无"], ["其他：无"]),
    ("（√）2. 岸基雷达", ["2. 岸基雷达"], ["2. 岸基雷达"]),
    # numbered directions alone in their lines
    ("（√）方向4浮标", ["方向4浮标"], ["方向4浮标"]),
    ("(✓) 方向4 浮标", ["方向4 浮标"], ["方向4 浮标"]),
    ("（ ）方向二雷达", ["方向二雷达"], []),
    ("□方向1：浮标\n☑方向2：岸基 雷达", ["方向1：浮标", "方向2：岸基 雷达"], ["方向2：岸基 雷达"]),
    ("□甲 □乙 其他（请注明）：丙", ["甲", "乙"], []),
    ("☑方向2：供电", ["方向2：供电"], ["方向2：供电"]),
    ("√民营企业 国有企业", ["民营企业"], ["民营企业"]),
    ("国有企业 民营企业√ 外资企业", ["民营企业"], ["民营企业"]),
    ("方向1：浮标\n√方向2：雷达\n方向3：通信", ["方向2：雷达"], ["方向2：雷达"]),
    # the sign of the ticked option is lost with its font
    (
        "□ 方向1：浮标\n□ 方向2：雷达\n方向3：通信\n□ 方向4：供电",
        ["方向1：浮标", "方向2：雷达", "方向3：通信", "方向4：供电"],
        ["方向3：通信"],
    ),
    (
        "□ 方向1：浮标□ 方向2：雷达方向3：通信□ 方向4：供电",
        ["方向1：浮标", "方向2：雷达", "方向3：通信", "方向4：供电"],
        ["方向3：通信"],
    ),
    (
        "方向1：浮标 □方向2：雷达 □方向3：通信 □方向4：供电",
        ["方向1：浮标", "方向2：雷达", "方向3：通信", "方向4：供电"],
        ["方向1：浮标"],
    ),
    ("□方向1：浮标 方向2：雷达 方向3：通信 □方向4：供电", ["方向1：浮标", "方向4：供电"], []),
    ("□方向1：浮标 方向2：雷达 ☑方向3：通信", ["方向1：浮标", "方向3：通信"], ["方向3：通信"]),
    # no boxes
    ("（√）我单位按方向4的要求研制浮标", [], []),
    ("（√）方向4浮标已完成海试。", [], []),
    ("指标全部达标√。", [], []),
    ("公司主营R系列传感器，年产3万套。", [], []),
    ("联系人（手机）某某", [], []),
    ("●主要产品为海洋浮标，累计销售两百套，获得省级奖励。●拥有专利。", [], []),
    ("面积约3√2倍", [], []),
    ("", [], []),
]


@pytest.mark.parametrize(("text", "options", "ticked"), CASES)
def test_options(text: str, options: list[str], ticked: list[str]) -> None:
    found = find_options(text, 0, len(text))
    assert [text[o.label_start : o.label_end] for o in found] == options
    assert [text[o.label_start : o.label_end] for o in found if o.ticked] == ticked


@given(st.text(alphabet="□☑（√） 甲乙R\n。：", max_size=40), st.integers(0, 10))
def test_offsets_stay_in_the_stretch(text: str, start: int) -> None:
    start = min(start, len(text))
    for option in find_options(text, start, len(text)):
        assert start <= option.start <= option.label_end <= len(text)
        assert text[option.label_start : option.label_end].strip()
