"""Text made to hurt: four times the text takes about four times the work, counted in function calls, not in seconds."""

import cProfile
import pstats
import time
from pathlib import Path

import pytest
from documents import document

from extractors.materials.materials import find_materials
from pipeline.reading import ReadingOptions, read
from pipeline.records.classify import classify
from pipeline.run import extract
from pipeline.structure import structure
from schemas.notice import DocumentKind

HERE = ReadingOptions(isolate=False, cache=False)  # so that the reading is counted too
HOSTILE = {
    "open brackets": "（",
    "numbering": "一、",
    "quantities": "达到不少于超过3万亿个GB，",
    "dates": "2026年4月18日-",
    "telephones": "021-",
    "labels": "单位名称：",
    "attachments": "附件1\n",
    "table rows": "a|b\n",
    "contacts": "联系人：王老师 ",
    "dots": "…。",
    "leads of lists": "应提交下列文件：\n",
    "paragraphs that count": "先说四件难事情况。\n",
    "lists in lists": "应提交下列文件：\n1.应提交下列文件：\n（1）应提交下列文件：\n",
    "chapters": "一、基本情况\n",
    "outlines": "揭榜方案提纲\n一、概况\n",
    "powers": "万",
    "lists in a line": "应提交下列文件：1.甲证明；",
    "papers handed in": "提供营业执照、",
    "numbered papers": "材料1\n",
    "edges of cells": "甲|\n",
    "stacked cells": "序号\n名称\n单位\n1\n甲\n乙\n",
    "chapters run together": "一、申报条件满足要求。二、申报材料齐全。",
    "headings with colons": "1.申报条件：\n",
    "letters of pledge": "军令状\n",
    "chapters asked": "方案应包括",
    "numbered attachments": "5.1 甲乙\n正文\n",
}
# What a pattern may go over again and again is counted in no calls.
RUNS = {"digits": "1", "blanks": " ", "ideographic blanks": "\u3000", "commas": "、", "brackets": "（公司"}
_LEAST = 0.3  # CPU seconds, below which no ratio is told


def calls(path: Path, kind: DocumentKind | None = None) -> int:
    """How many function calls reading and extracting a file takes: the same on every machine."""
    profile = cProfile.Profile()
    profile.runcall(extract, path, kind, options=HERE)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_length(name: str, tmp_path: Path) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    piece = HOSTILE[name]
    times = 3000 // len(piece)
    small.write_text(piece * times, encoding="utf-8")
    large.write_text(piece * times * 4, encoding="utf-8")
    warm = tmp_path / "warm.txt"
    warm.write_text(piece * times * 4 + "完", encoding="utf-8")
    extract(warm, options=HERE)  # loads what is loaded once, for a text of either length
    assert calls(large) <= 7 * calls(small)


@pytest.mark.parametrize("name", RUNS)
def test_time_on_one_endless_line_grows_with_its_length(name: str, tmp_path: Path) -> None:
    def seconds(length: int) -> float:
        path = tmp_path / f"{length}.txt"
        path.write_text("关于申报的通知\n甲" + (RUNS[name] * length)[:length] + "乙\n", encoding="utf-8")
        started = time.process_time()
        extract(path, options=HERE)
        return time.process_time() - started

    seconds(1_000)  # loads what is loaded once
    assert seconds(40_000) <= 3 * max(seconds(20_000), _LEAST)


# Blanks where a line has more parts than one that may hold them: below a table's head, behind an ornament or a label.
BLANKS = {
    "below a head": "序号    指标名称    目标值    备注\n1    精度    90    无\n{}乙\n2    召回    80    无\n",
    "behind an ornament": "申报书\n==={}乙\n",
    "tabs behind who applies": "揭榜表\n申报单位{tabs}乙\n",
    "behind a label": "填报说明\n一、请如实填写。\n申报单位：\n申报日期：年{}月{}乙\n",
}


@pytest.mark.parametrize("name", BLANKS)
def test_blanks_between_the_parts_of_a_line_are_read_once(name: str, tmp_path: Path) -> None:
    path = tmp_path / "blanks.txt"
    path.write_text(BLANKS[name].replace("{}", " " * 10_000).replace("{tabs}", "\t" * 2_000), encoding="utf-8")
    started = time.process_time()
    classify(*structure(read(path, options=HERE)))
    assert time.process_time() - started < 5


# What stands before blanks without end, which may hold a sign, a number or a cell besides.
BEHIND = {
    "an open bracket": ("申报书\n（", " ", 20_000),
    "a page's number": ("申报书\n第1页", " ", 20_000),
    "a year in brackets": ("海科〔2026〕", " ", 20_000),
    "a form's cell": ("申报书\n（", "\t", 8_000),
}


@pytest.mark.parametrize("name", BEHIND)
def test_time_on_endless_blanks_behind_a_sign_grows_with_their_number(name: str, tmp_path: Path) -> None:
    before, blank, count = BEHIND[name]

    def seconds(length: int) -> float:
        path = tmp_path / f"{length}.txt"
        path.write_text(f"关于申报的通知\n{before}{blank * length}乙\n", encoding="utf-8")
        started = time.process_time()
        classify(*structure(read(path, options=HERE)))
        return time.process_time() - started

    seconds(100)  # loads what is loaded once
    # Four times as many take four times as long, on a busy machine six or seven; sixteen where each is gone over again.
    assert seconds(4 * count) <= 8 * max(seconds(count), _LEAST / 2)


def test_work_on_papers_of_many_names_grows_with_their_number() -> None:
    def work(count: int) -> int:
        names = ["".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in str(number)) for number in range(count)]
        text = "关于申报的通知\n" + "".join(f"{name}申报书、{name}承诺书各1份。" for name in names)
        subject = structure(document(text, hard_wrapped=False))
        profile = cProfile.Profile()
        profile.runcall(find_materials, *subject)
        return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]

    work(1)  # loads what is loaded once
    assert work(800) <= 5 * work(200)


def test_work_on_a_budget_grows_with_its_columns(tmp_path: Path) -> None:
    def form(columns: int) -> Path:
        path = tmp_path / f"{columns}.txt"
        rows = ("科目|金额（万元）|" * columns, "设备费|1|" * columns)
        path.write_text("揭榜挂帅申报书\n一、经费预算\n" + "".join(row + "\n" for row in rows), encoding="utf-8")
        return path

    extract(form(401), "submission", options=HERE)  # loads what is loaded once
    assert calls(form(400), "submission") <= 7 * calls(form(100), "submission")


def test_work_on_the_parts_of_a_form_grows_with_their_number(tmp_path: Path) -> None:
    def form(parts: int) -> Path:
        path = tmp_path / f"{parts}.txt"
        path.write_text("揭榜挂帅申报书\n" + "（一）甲乙丙丁\n" * parts, encoding="utf-8")
        return path

    extract(form(1201), options=HERE)  # loads what is loaded once
    assert calls(form(1200)) <= 7 * calls(form(300))


def test_work_on_a_table_of_targets_grows_with_its_rows(tmp_path: Path) -> None:
    def notice(rows: int) -> Path:
        path = tmp_path / f"{rows}.md"
        head = "关于组织揭榜挂帅的通知\n\n一、榜单任务\n\n| 指标名称 | 2027年目标 | 2028年目标 |\n|---|---|---|\n"
        path.write_text(head + "".join(f"| 指标{n} | ≥{n}% | ≥{n + 1}% |\n" for n in range(rows)), encoding="utf-8")
        return path

    extract(notice(401), options=HERE)  # loads what is loaded once
    assert calls(notice(400)) <= 7 * calls(notice(100))


def test_work_on_the_rows_of_a_plan_grows_with_their_number(tmp_path: Path) -> None:
    def plan(rows: int) -> Path:
        path = tmp_path / f"{rows}.txt"
        row = "2026年{0}月 | 样机研制 | 完成样机{0}台，连续运行不少于{0}小时，覆盖{0}个场景\n"
        lines = "".join(row.format(number) for number in range(1, rows + 1))
        head = "项目任务书\n揭榜单位：海州仪器有限公司\n法定代表人：李某\n填报日期：2026年3月1日\n"
        path.write_text(f"{head}一、任务目标\n时间 | 阶段任务 | 细化目标\n{lines}", encoding="utf-8")
        return path

    extract(plan(1201), options=HERE)  # loads what is loaded once
    assert calls(plan(1200)) <= 7 * calls(plan(300))
