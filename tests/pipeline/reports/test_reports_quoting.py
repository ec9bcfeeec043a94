"""Quotes stand in their sentence; wraps vanish, rows of tables and forms stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import NOTICE, NOTICE_TEXT, submission, words

from pipeline.reports.quoting import SHORT, Length, Quoter, flow, sentence_around
from pipeline.reports.wording import amount
from schemas.facts import Passage


@pytest.mark.parametrize(
    ("text", "quote", "before", "after"),
    [
        ("第一句。节点数量不少于200个，覆盖三海区。第三句。", "200个", "节点数量不少于", "，覆盖三海区。"),
        (
            "本项目在深远海建设长期值守的立体观测\n网络，节点200个",
            "节点",
            "本项目在深远海建设长期值守的立体观测网络，",
            "200个",
        ),
        (
            "本项目在深远海建设长期值守的立体观测\n\n网络，节点",
            "节点",
            "本项目在深远海建设长期值守的立体观测网络，",
            "",
        ),
        ("单位名称：甲公司\n揭榜方向：一\n联系人：乙", "一", "揭榜方向：", ""),
        ("序号\t指标\t目标值\n1\t节点数量\t≥240个\t实测\n2\t误差", "≥240个", "1　节点数量　", "　实测"),
        ("1. 证明材料\n2. 承诺书", "证明材料", "1. ", ""),
        ("an accuracy of no less than 95\npercent at most", "at", "an accuracy of no less than 95 percent ", " most"),
        ("| 姓名 | 职务 |\n| 某甲 | 主任 |\n| 某乙 | 无 |", "主任", "| 某甲 | ", " |"),
        ("揭榜方向：面向工业制造领域的若干典型应用场景\n揭榜单位：甲公司", "揭榜单位", "", "：甲公司"),
        ("独词", "独词", "", ""),
    ],
)
def test_the_sentence_around(text: str, quote: str, before: str, after: str) -> None:
    start = text.index(quote)
    assert sentence_around(text, start, start + len(quote), 60) == (before, after)


def test_long_context_and_long_words_are_cut() -> None:
    text = "甲" * 500 + "乙" * 500 + "丙" * 500
    assert sentence_around(text, 500, 1000, 10) == ("…" + "甲" * 10, "丙" * 10 + "…")
    record = submission("东港仪器有限公司", "b")
    evidence = words(text, "乙" * 500)
    quote = Quoter(record, {record.source.path: text}).quote(evidence, Length(words=90, around=5))
    assert quote is not None
    assert quote.words == "乙" * 60 + " …… " + "乙" * 30


@given(st.text(alphabet="甲乙。；\n\t ：a1", max_size=60), st.data())
def test_context_is_never_longer_than_asked(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, after = sentence_around(text, start, end, 8)
    assert len(before) <= 9
    assert len(after) <= 9
    assert "\n" not in flow(text)


def test_without_the_document_the_smallest_wider_evidence_is_the_context() -> None:
    text = "前文。断电恢复后，节点从断点继续传输数据。后文。"
    passage = Passage(text="", evidence=words(text, "断电恢复后，节点从断点继续传输数据。"))
    record = submission("东港仪器有限公司", "b").model_copy(update={"passages": (passage,), "targets": ()})
    quote = Quoter(record, {}).quote(words(text, "节点"), SHORT)
    assert quote is not None
    assert (quote.before, quote.words, quote.after) == ("断电恢复后，", "节点", "从断点继续传输数据。")


def test_a_text_that_does_not_hold_the_words_is_not_used() -> None:
    evidence = words(NOTICE_TEXT, "定位误差不超过5米")
    wrong = Quoter(NOTICE, {NOTICE.source.path: "另一个文件" * 100}).quote(evidence)
    right = Quoter(NOTICE, {NOTICE.source.path: NOTICE_TEXT}).quote(evidence)
    assert wrong is not None
    assert right is not None
    assert (wrong.before, wrong.words) == ("", "定位误差不超过5米")
    assert right.before == "到2027年，节点数量不少于200个，"


def test_files_of_an_application_are_known_by_the_end_of_their_path() -> None:
    texts = {"a.zip!/甲/表.docx": "申报表。第一句甲方。", "a.zip!/甲/书.txt": "任务书。第二句乙方。"}
    record = submission("东港仪器有限公司", "b")
    files = tuple(record.source.model_copy(update={"path": path}) for path in texts)
    record = record.model_copy(update={"files": files, "targets": (), "passages": ()})
    evidence = words("任务书。第二句乙方。", "乙方").model_copy(update={"file": "书.txt"})
    quote = Quoter(record, texts).quote(evidence)
    assert quote is not None
    assert (quote.before, quote.words, quote.after, quote.file) == ("第二句", "乙方", "。", "书.txt")


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (200.0, "个", "200个"),
        (1e8, "对", "1亿对"),
        (5e6, "元", "500万元"),
        (12345.0, "元", "1.2345万元"),
        (1000.0, "TFLOPS", "1,000TFLOPS"),
        (0.00001, "米", "0.00001米"),
        (99.5, "%", "99.5%"),
        (0.0, None, "0"),
        (-5.0, "dB", "-5dB"),
    ],
)
def test_amounts(value: float, unit: str | None, expected: str) -> None:
    assert amount(value, unit) == expected
