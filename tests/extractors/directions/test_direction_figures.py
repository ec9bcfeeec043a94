"""What tells a goal where no known label does: figures that bound, in text, beside labels and below heads."""

from dataclasses import replace

import pytest
from documents import document, joined, table

from extractors.directions.directions import find_directions
from extractors.directions.labels.figures import bounds_in
from extractors.directions.tables.cell_lines import lines_of
from extractors.text.spans import Span
from pipeline.structure import structure
from schemas.document import Document

CALL = "关于张榜的公告\n各有关单位：\n现公开张榜。\n"
Told = list[tuple[str, list[str], list[str]]]


def _told(source: Document) -> Told:
    text, outline = structure(source)
    found = find_directions(text, outline)
    return [(d.name, [s.of(text.clean) for s in d.tasks], [s.of(text.clean) for s in d.goals]) for d in found]


# text, [(name, tasks, goals)]
PROSE: list[tuple[str, Told]] = [
    (  # the figures stand before the label, a code before the name
        "1  课题设置\n1.1  课题编号HYD-2701  深海浮标\n课题面向远海观测。完成时，续航应不低于90天，漂移应不大于2米。\n"
        "任务要求：浮标应可回收。\n1.2  课题编号HYD-2702  水声通信机\n课题面向编队通信。完成时，距离应达到10公里。\n"
        "任务要求：协议应公开。\n2  申报资格\n申报人应有博士学位。\n",
        [
            ("深海浮标", ["浮标应可回收。"], ["完成时，续航应不低于90天，漂移应不大于2米"]),
            ("水声通信机", ["协议应公开。"], ["完成时，距离应达到10公里"]),
        ],
    ),
    (  # what it costs and how things are bounds nothing
        "一、揭榜任务\n（一）深海浮标\n现有浮标续航不足30天，资助不超过200万元。\n任务要求：浮标应可回收。\n考核指标：续航≥90天。\n"
        "（二）水声通信机\n现有距离不到3公里。\n任务要求：协议应公开。\n考核指标：距离≥10公里。\n",
        [
            ("深海浮标", ["浮标应可回收。"], ["续航≥90天。"]),
            ("水声通信机", ["协议应公开。"], ["距离≥10公里。"]),
        ],
    ),
    (  # each says itself that it is one, and what it is called
        "问：都有哪些题？\n答：两道，先说清楚。\n第一题，叫“深海浮标”。我们希望续航达到90天。\n"
        "第二题，叫“水声通信机”。我们希望距离达到10公里。\n问：几号截止？\n答：2027年6月18日。\n",
        [
            ("深海浮标", ["我们希望续航达到90天。"], []),
            ("水声通信机", ["我们希望距离达到10公里。"], []),
        ],
    ),
    (  # listed and counted in a sentence, each the head of its paragraph
        "一、揭榜内容\n本批共张两榜，分别为深海浮标、水声通信机。\n深海浮标：目前靠进口。项目须使续航不少于90天，且不得用汞。\n"
        "水声通信机：须使距离达到10公里。\n二、揭榜人条件\n揭榜人应为法人。\n",
        [
            ("深海浮标", ["目前靠进口。项目须使续航不少于90天，且不得用汞"], []),
            ("水声通信机", ["须使距离达到10公里"], []),
        ],
    ),
    ("一、支持方式\n设两个项目，分别为重点项目、一般项目。\n重点项目：资助50万元。\n一般项目：资助10万元。\n", []),
    ("问：分几步？\n答：两步。\n第一步，叫“资格审查”。三天完成。\n第二步，叫“现场答辩”。每队15分钟。\n", []),
]


@pytest.mark.parametrize(("words", "wanted"), PROSE)
def test_figures_in_prose(words: str, wanted: Told) -> None:
    assert _told(document(CALL + words, hard_wrapped=False)) == wanted


CARDS = (
    ["任务代号", "HY-A"],
    ["任务名称", "深海浮标"],
    ["要解决的问题", "浮标笨重，布放慢。"],
    ["考核数值", "续航不少于90天\n单台造价不高于3万元"],
    ["其他讲究", "布放全程不用吊机\n数据归本站所有"],
    ["经手人", "某某，每天不少于8小时在岗"],
)


def test_cards_with_labels_that_no_lexicon_has() -> None:
    (found,) = _told(table([list(row) for row in CARDS], CALL))
    goals = ["续航不少于90天", "单台造价不高于3万元"]
    assert found == ("深海浮标", ["布放全程不用吊机", "数据归本站所有"], goals)


def test_columns_by_what_stands_in_them() -> None:
    rows = [
        ["编号", "方向", "怎么算成", "落实条件", "张榜单位"],
        ["HY-1", "深海浮标", "续航不少于90天", "◆布放来源合法\n◆配套提供检测软件", "某某集团不少于3家"],
        ["HY-2", "水声通信机", "距离不小于10公里", "◆符合航运规定", "某某船厂不少于2家"],
    ]
    assert _told(table(rows, CALL)) == [
        ("深海浮标", ["◆布放来源合法\n◆配套提供检测软件"], ["续航不少于90天"]),
        ("水声通信机", ["◆符合航运规定"], ["距离不小于10公里"]),
    ]


def test_a_table_of_steps_lists_none() -> None:
    rows = [
        ["序号", "项目", "办理地点", "怎么办"],
        ["1", "资料审查", "窗口", "当场办结，等候不超过15分钟"],
        ["2", "专家评议", "会议室", "三天办结，每组专家不少于5人"],
    ]
    assert _told(joined(document(CALL), table(rows, "附件1 办理说明\n"))) == []


# words, how many bound
BOUNDS = [
    ("续航应不低于90天，漂移≤2米", 2),
    ("年均停机近三十次", 0),
    ("现有效率不足60%", 0),
    ("资助不超过200万元，团队不少于5人", 0),
]


@pytest.mark.parametrize(("words", "count"), BOUNDS)
def test_bounds(words: str, count: int) -> None:
    assert len(bounds_in(words)) == count


# the cell, whether its document wraps lines, how many lines
LINES = [
    ("采集全程不拆装\n影像与文本归本馆所有", False, 2),
    ("采集全程不拆装\n影像与文本归本馆所有", True, 2),  # the next character would have stood in the first line
    ("采集全程不拆装影像与文\n本归本馆所有", True, 1),
    ("采集全程不拆装，\n影像归本馆所有", False, 1),
    ("研制内容：\n深海浮标", False, 1),
]


@pytest.mark.parametrize(("words", "wrapped", "count"), LINES)
def test_lines_of_a_cell(words: str, wrapped: bool, count: int) -> None:
    text, _ = structure(replace(table([["要求", words]], CALL), hard_wrapped=wrapped))
    cell = text.blocks[text.tables[0].cells[1]]
    assert len(lines_of(text, Span(cell.start, cell.end))) == count
