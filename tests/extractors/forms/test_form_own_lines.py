"""Forms of the applicant's own making in lines: labels before a gap, and behind a mark over their answers."""

import pytest
from documents import document
from extracted import Fields

from extractors.forms.forms import find_fields
from pipeline.structure import structure

TOLD = "海岚公司做机器人控制软件，用户有二十余家，这里写的是要解决的问题和工作的路线，分五个部分来说。\n"
GAPPED = (
    "海州市揭榜材料\n\n【一】登记信息\n\n1. 企业全称            海岚控制软件有限公司\n"
    "2. 社会信用代码        91350981MA31\n3. 法人代表            甲某某\n"
    "4. 项目周期            2025年12月至2026年12月\n{}\n【二】要做什么\n\n" + TOLD
)
MARKED = (
    "海州市揭榜申报书\n\n▍项目名称\n\n机器人操作系统\n\n▍牵头单位\n\n海岚控制软件有限公司\n\n▍法定代表人\n\n甲某某\n\n"
    "▍填报日期\n\n2025年8月4日\n\nⅠ 研究内容\n\n" + TOLD
)


def _fields(words: str) -> Fields:
    found = find_fields(*structure(document(words, hard_wrapped=False)), applied=True)
    return {field.name: field.value for field in found}


CHAPTER = (
    "海州市揭榜材料\n\n【壹】我们是谁\n\n牵头单位名称……海岚控制软件有限公司\n统一社会信用代码……91350981MA31\n"
    "注册地址……海州市听涛街21号\n成立日期……2019年7月23日\n法定代表人……甲某某\n{}\n{}【贰】要做什么\n\n" + TOLD
)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("联系人……乙某某", "乙某某"),
        ("公司有一位联系人，常驻海州", None),  # five labels over a text are an item of it
    ],
)
def test_facts_that_open_a_chapter_of_text(line: str, value: str | None) -> None:
    found = _fields(CHAPTER.format(line, TOLD))
    assert (found.get("统一社会信用代码") is not None) == (value is not None)
    assert found.get("联系人") == value


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("5. 其他方向申报        无，仅申报本方向", "其他方向申报", "无，仅申报本方向"),  # numbered as those above
        ("5. 电子邮箱", "电子邮箱", None),
        ("其他方向申报        无", "其他方向申报", None),  # without a number it goes on with the answer above
    ],
)
def test_labels_before_a_gap(line: str, name: str, value: str | None) -> None:
    found = _fields(GAPPED.format(line))
    assert found["企业全称"] == "海岚控制软件有限公司"
    assert found["法人代表"] == "甲某某"
    assert (name in found, found.get(name)) == (not line.startswith("其他"), value)


def test_the_cover_above_keeps_its_labels() -> None:
    words = "海州市揭榜申报书\n\n揭榜方向：  机器人操作系统\n申报单位：  海岚公司\n\n"
    rows = GAPPED.format("").partition("\n\n")[2].partition("\n\n")[2]
    found = _fields(
        words + "-----\n\n" + rows.replace("1. ", "").replace("2. ", "").replace("3. ", "").replace("4. ", "")
    )
    assert (found["揭榜方向"], found["企业全称"]) == ("机器人操作系统", "海岚控制软件有限公司")


def test_running_text_has_no_labels_before_a_gap() -> None:
    words = (
        "海州市揭榜材料\n\n一、路线\n\n1. 先做内核 两个月\n2. 再做驱动 四个月\n3. 后做界面 三个月\n4. 最后联调 一个月\n"
        + TOLD
    )
    assert _fields(words) == {}


def test_labels_that_only_say_what_follows() -> None:
    contents = (
        "本书依次说明下列内容。\n1. 项目名称\n2. 单位名称\n3. 项目负责人\n4. 联系人\n5. 通讯地址\n以上内容见后。\n"
    )
    assert _fields(f"揭榜申报书\n一、项目概况\n{contents}二、技术方案\n采用海底光缆。\n") == {}


def test_labels_behind_a_mark_over_their_answers() -> None:
    found = _fields(MARKED)
    assert found["牵头单位"] == "海岚控制软件有限公司"
    assert found["填报日期"] == "2025年8月4日"
    assert "研究内容" not in found


def test_marked_headings_of_a_plan_are_no_labels() -> None:
    words = "".join(f"▍{title}\n\n{TOLD}\n" for title in ("为什么做", "做什么", "怎么做", "谁来做"))
    assert _fields("海州市揭榜材料\n\n" + words) == {}


DOTTED = (
    "海州市揭榜申报书\n\n[壹]单位登记表\n\n单位全称……海岚控制软件有限公司\n统一社会信用代码……91330100MA2CDEFG5X\n"
    "法定代表人……甲某某\n联系人……乙某某\n"
)


def test_labels_before_two_signs_of_dots() -> None:
    found = _fields(DOTTED)
    assert (found["单位全称"], found["联系人"]) == ("海岚控制软件有限公司", "乙某某")
    assert "单位全称" not in _fields(DOTTED.replace("……", "…"))


BULLETED = (
    "海州市揭榜申报书\n\n壹 {}\n\n●单位名称：海岚控制软件有限公司\n●统一社会信用代码：91330100MA2CDEFG5X\n"
    "●法定代表人：甲某某\n●登记机关与成立日期：海州市市场监管局，2018年8月15日\n"
    "●住所：海州市听涛街21号\n\n贰 路线\n\n先做内核，再做驱动。\n"
)


def test_marked_labels_below_the_title_of_facts() -> None:
    assert _fields(BULLETED.format("基础信息"))["登记机关与成立日期"] == "海州市市场监管局，2018年8月15日"
    told = (
        BULLETED.replace("单位名称", "浮标外形").replace("法定代表人", "试验海域").replace("统一社会信用代码", "链路")
    )
    assert _fields(told.format("基础信息")) == {}
