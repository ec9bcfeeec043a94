"""Metrics of four calls as other applicants would write them: synonyms, other units, tables, what was and what others
have beside what is promised. The sentences are our own; each group of them makes the goals of one application."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pipeline.matching import Matcher
from pipeline.opening import open_notice
from pipeline.reading import DEFAULT_OPTIONS, ReadingOptions, read
from pipeline.records.submission import build_submission
from pipeline.screening import screen
from pipeline.structure import structure
from schemas.finding import GAP_STATUSES
from schemas.notice import Notice

TABLE = Path(__file__).with_name("paraphrases.jsonl")
CALLS = {
    "A": "seeds/000_26381c2aab7cebef.txt",
    "B": "seeds/004_104d2a4255aa958c.txt",
    "n1": "notices/n1_daizhou_sensing_robots.pdf",
    "n2": "notices/n2_linhu_lowaltitude.html",
}
BOOK = """揭榜任务申报表
揭榜方向：方向{number}：{name}
单位名称：云屿声瞳科技有限公司

揭榜任务书
一、任务介绍
（一）任务名称
{name}研制。
二、现有基础
团队已完成原理样机，开展了前期研究。
三、攻关目标及计划
（一）预期目标
{goals}
（二）攻关计划
分阶段推进，第一阶段完成方案设计，第二阶段完成样机。
四、组织保障
由总工程师牵头，每月召开例会。
"""
HEAD = "指标\t现状\t目标\t说明\n"
RIGHT, WRONG = 0.88, 0.03  # of all: judged as a clerk would; called a gap or met where the contrary is true
Row = dict[str, str]


def _groups() -> dict[tuple[str, int], list[Row]]:
    groups: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        groups[row["notice"], row["direction"]].append(row)
    return groups


def _mixed(rows: list[Row]) -> Iterator[list[Row]]:
    """Applications with one sentence a metric; each sentence stands in one of them."""
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_name[row["name"]].append(row)
    for at in range(max(map(len, by_name.values()))):
        yield [one[(at + shift) % len(one)] for shift, one in enumerate(by_name.values())]


def _goals(rows: list[Row]) -> str:
    prose = [row["text"] for row in rows if " | " not in row["text"]]
    cells = [row["text"].replace(" | ", "\t") for row in rows if " | " in row["text"]]
    return "\n".join(prose) + ("\n" + HEAD + "\n".join(cells) if cells else "")


def test_paraphrases(shared: Path, tmp_path: Path) -> None:
    @cache
    def call(name: str) -> tuple[Notice, Matcher]:
        notice = open_notice(str(shared / CALLS[name]), tmp_path / "x.duckdb", DEFAULT_OPTIONS)[0]
        return notice, Matcher(notice)

    judged: Counter[tuple[str, str]] = Counter()
    for (name, number), rows in _groups().items():
        notice, matcher = call(name)
        direction = next(d for d in notice.directions if d.number == number)
        for mixed in _mixed(rows):
            file = tmp_path / "申报书.txt"
            file.write_text(BOOK.format(number=number, name=direction.name, goals=_goals(mixed)), encoding="utf-8")
            document = read(file, options=ReadingOptions(isolate=False, cache=False))
            findings = screen(notice, build_submission(*structure(document)), matcher).findings
            said = {f.name: f.status for f in findings if f.kind == "numeric_target"}
            judged.update((row["status"], said[row["name"]]) for row in mixed)
    total = sum(judged.values())
    right = judged["met", "met"] + sum(judged["insufficient", gap] for gap in GAP_STATUSES)
    wrong = judged["insufficient", "met"] + sum(judged["met", gap] for gap in GAP_STATUSES)
    assert total >= 250
    assert right >= RIGHT * total, judged
    assert wrong <= WRONG * total, judged
