"""Parallel parts of a call, whatever counts them: each with a name of its own and figures to reach."""

import cProfile
import pstats

import pytest
from documents import document, joined, table

from extractors.directions.directions import find_directions
from extractors.directions.parallel.lines import lines_in
from extractors.directions.parallel.marks import marks_in, runs_of
from extractors.directions.parallel.parallel import parallel_directions
from pipeline.structure import structure

CALL = "关于张榜的公告\n各有关单位：\n现面向全国公开张榜。\n"


def _names(words: str) -> list[str]:
    return [direction.name for direction in parallel_directions(*structure(document(CALL + words)))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("题一 山羊奶脱膻装置\n脱膻率要到百分之九十。", "题二 奶粉结块检测仪\n检出率不低于95%。"),
        ("第一桩叫“山羊奶脱膻装置”。脱膻率达到90%以上。", "第二桩叫“奶粉结块检测仪”。检出率不低于95%。"),
        ("第三条 攻关方向甲：山羊奶脱膻装置。\n脱膻率≥90%。", "第四条 攻关方向乙：奶粉结块检测仪。\n检出率≥95%。"),
        ("NP-A：山羊奶脱膻装置\n脱膻率≥90%。", "NP-B：奶粉结块检测仪\n检出率≥95%。"),
        ("1# 山羊奶脱膻装置\n脱膻率≥90%。", "2# 奶粉结块检测仪\n检出率≥95%。"),
        ("难事之一：山羊奶脱膻装置。脱膻率≥90%。", "难事之二：奶粉结块检测仪。检出率≥95%。"),
        ("【卡片①】山羊奶脱膻装置\n脱膻率≥90%。", "【卡片②】奶粉结块检测仪\n检出率≥95%。"),
        # a code behind the noun, its blank lost
        ("需求卡 K1 山羊奶脱膻装置\n脱膻率≥90%。", "需求卡 K2 奶粉结块检测仪\n检出率≥95%。"),
        ("难题M01山羊奶脱膻装置\n脱膻率≥90%。", "难题M02奶粉结块检测仪\n检出率≥95%。"),
    ],
)
def test_marks_of_any_kind(first: str, second: str) -> None:
    assert _names(f"{first}\n{second}\n") == ["山羊奶脱膻装置", "奶粉结块检测仪"]


@pytest.mark.parametrize(
    "words",
    [
        "（一）单位法人登记满三年\n营收增长不低于5%。\n（二）研发投入占比达标\n研发投入占比不低于3%。\n",
        "1. 脱膻率：≥90%\n2. 蛋白保留率：≥95%\n3. 单批耗时：≤2 h\n",
        "（一）建立乳品检测模型，准确率不低于90%。\n（二）开发奶源追溯平台，覆盖率不低于95%。\n",
        "一、联系方式\n题一 山羊奶脱膻装置\n应答率≥90%。\n题二 奶粉结块检测仪\n应答率≥95%。\n",
        "题一 山羊奶脱膻装置\n详见附件。\n题二 奶粉结块检测仪\n详见附件。\n",
    ],
    ids=["who may apply", "figures of one task", "items of the work", "whom to ask", "no figures"],
)
def test_what_else_is_counted(words: str) -> None:
    assert _names(words) == []


def test_the_last_part_ends_where_the_others_would() -> None:
    words = (
        f"{CALL}题一 山羊奶脱膻装置\n脱膻率≥90%。\n落实事项：不得外加香精。\n题二 奶粉结块检测仪\n检出率≥95%。\n"
        "落实事项：须能水洗。\n各题均应在两年内交卷。\n谁能来：\n法人单位。\n"
    )
    text, outline = structure(document(words))
    found = parallel_directions(text, outline)
    assert [[span.of(text.clean) for span in one.tasks] for one in found] == [["不得外加香精。"], ["须能水洗。"]]


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        (
            "题一 山羊奶脱膻装置\n脱膻率≥90%。\n接口与边界：厂房不改动；备件随机交付。",
            "题二 奶粉结块检测仪\n检出率≥95%。\n接口与边界：历史数据不丢失；文档向用户公开。",
            [["厂房不改动；备件随机交付。"], ["历史数据不丢失；文档向用户公开。"]],
        ),
        (
            "题一 山羊奶脱膻装置\n脱膻率≥90%。\n难在哪：膻味渗在脂肪里。",
            "题二 奶粉结块检测仪\n检出率≥95%。\n难在哪：结块发现得晚。",
            [[], []],
        ),
        (
            "题一 山羊奶脱膻装置。工坊里全靠手工，需要一台能连续脱膻的装置，脱膻率≥90%。行规：不得外加香精；须能水洗。",
            "题二 奶粉结块检测仪。汇总各家的结块样品，检出率≥95%。行规：不得拆开包装。",
            [
                ["工坊里全靠手工，需要一台能连续脱膻的装置，脱膻率≥90%。", "不得外加香精；须能水洗。"],
                ["汇总各家的结块样品，检出率≥95%。", "不得拆开包装。"],
            ],
        ),
    ],
    ids=["a list of what is to be", "what is hard", "labels within the text"],
)
def test_what_labels_ask_that_no_lexicon_knows(first: str, second: str, asked: list[list[str]]) -> None:
    text, outline = structure(document(f"{CALL}{first}\n{second}\n"))
    found = parallel_directions(text, outline)
    own = [
        [span.of(text.clean) for span in sorted((*one.tasks, *one.goals), key=lambda span: span.start)] for one in found
    ]
    assert [[words for words in parts if words not in ("脱膻率≥90%。", "检出率≥95%。")] for parts in own] == asked


def test_codes_in_brackets_behind_the_mark() -> None:
    words = f"{CALL}第一题（代号Y1）山羊奶脱膻装置。全靠手工。\n第二题（代号Y2）奶粉结块检测仪。发现得晚。\n"
    figures = [["题号", "指标", "要求"], ["Y1", "脱膻率", "≥90%"], ["Y2", "检出率", "≥95%"]]
    text, outline = structure(table(figures, f"{words}指标合列一表。\n"))
    assert [one.name for one in parallel_directions(text, outline)] == ["山羊奶脱膻装置", "奶粉结块检测仪"]


def test_cards_whose_labels_no_lexicon_knows() -> None:
    """The names alone are found by their frames; what stands under them is told by the parts that they share."""
    cards = (
        "附件一 榜单\n【榜一】山羊奶脱膻装置\n难在哪：膻味重。\n数　字：脱膻率 ≥ 90% ／ 单批耗时 ≤ 2 h\n"
        "【榜二】奶粉结块检测仪\n难在哪：发现得晚。\n数　字：检出率 ≥ 95% ／ 单件用时 ≤ 4 s\n"
    )
    text, outline = structure(document(CALL + cards))
    goals = [[span.of(text.clean) for span in one.goals] for one in find_directions(text, outline)]
    assert goals == [["脱膻率≥90%/单批耗时≤2 h"], ["检出率≥95%/单件用时≤4 s"]]


def test_rows_under_heads_that_say_nothing_known() -> None:
    rows = [
        ["代码", "榜题", "缘由"],
        ["NP-A", "山羊奶脱膻装置", "膻味重"],
        ["NP-B", "奶粉结块检测仪", "结块晚觉"],
    ]
    figures = [["代码", "指标", "要求"], ["NP-A", "脱膻率", "≥90%"], ["NP-B", "检出率", "≥95%"]]
    text, outline = structure(joined(table(rows, f"{CALL}表1\n"), table(figures, "表2\n")))
    assert [one.name for one in parallel_directions(text, outline)] == ["山羊奶脱膻装置", "奶粉结块检测仪"]
    alone, without = structure(table(figures, f"{CALL}表2\n"))
    assert parallel_directions(alone, without) == []


def test_runs_that_begin_anew_in_each_group_are_one_as_well() -> None:
    words = "专题一\n1.1 甲装置研制\n1.2 乙装置研制\n专题二\n2.1 丙装置研制\n"
    text, _ = structure(document(words))
    runs = runs_of(marks_in(text.clean, lines_in(text, text.blocks)))
    assert [(mark.above, mark.number) for mark in runs[-1]] == [(1, 1), (1, 2), (2, 1)]


@pytest.mark.parametrize(
    "unit", ["题一 山羊奶脱膻装置\n脱膻率≥90%。\n", "第一桩，", "（1）某某装置；", "卡片：山羊奶装置\n"]
)
def test_it_grows_with_the_text_alone(unit: str) -> None:
    taken = []
    for size in (100, 400):
        text, outline = structure(document(CALL + unit * size))
        profile = cProfile.Profile()
        profile.runcall(parallel_directions, text, outline)
        taken.append(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]
    assert taken[1] < 5 * taken[0]


@pytest.mark.parametrize("mark", ["{}{}：某用采摘装置{}型", "{}名称：某用采摘装置{}{}型"], ids=["marks", "labels"])
def test_many_ways_to_count_cost_no_more(mark: str) -> None:
    """Every scheme comes twice, the second time in the other half of the call."""
    taken = []
    for size in (150, 600):
        schemes = ["题" + chr(0x5000 + n % 40) + chr(0x5100 + n // 40) for n in range(size)]
        lines = [
            f"{mark.format(one, turn, turn)}\n精度不低于{n + 10}微米。\n"
            for turn in (1, 2)
            for n, one in enumerate(schemes)
        ]
        text, outline = structure(document(CALL + "".join(lines), hard_wrapped=False))
        profile = cProfile.Profile()
        profile.runcall(parallel_directions, text, outline)
        taken.append(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]
    assert taken[1] < 6 * taken[0]
