"""What an application promises in figures (承诺的指标), and the figures it only reports or passes on the way."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from extractors.application.asides import promises_nothing
from extractors.application.baselines import is_baseline
from extractors.application.claim_words import claim_words
from extractors.application.headed import under_its_heading
from extractors.forms.tables.grid import is_form
from extractors.targets.dues import due_in
from extractors.targets.spelled_counts import find_spelled_counts
from extractors.targets.tables import find_row_targets, find_table_targets
from extractors.targets.targets import find_targets
from extractors.text.spans import Span, split_outside_brackets, squeezed
from extractors.text.tables import head_of, label_of
from schemas.facts import Target
from schemas.outline import Outline, Role, Section
from schemas.text import Block, Text

_SPEAKING = frozenset({Role.FORM, Role.TASK_BOOK, Role.OTHER, Role.BODY})
_LONG_CELL, _NEIGHBOURS = 40, 8
_TESTED = re.compile(
    r"\W*(?:指标)?(?:测试|检验|检测|验证|评价|考核|评测|试验)(?:方式|方法|场景|条件|环境|手段)?(?![与和及、率精准防])"
)
# 较2023年提升2.5倍: the year that is compared with, not the one by which.
_BASE_YEAR = re.compile(r"(?:较|比|相比|相较于?|与)\s?(20\d{2})\s?年")
# 已有成果 is no 成果 to come.
_HAD = re.compile(r"已有|现有|前期|既往|已取得|已获|以往|近[三五]年")
# 前期成果：研究院牵头完成…: a paragraph of what there is, whatever its chapter is for
_HAS_LABEL = re.compile(
    rf"\s*(?:[（(]?\d{{1,2}}[）).、．]\s?)?(?:{_HAD.pattern})[\u4e00-\u9fff]{{0,4}}(?:基础|成果|进展|条件|工作|业绩|水平)[：:]"
)
# 任务名称及简介: what is to be done, no profile of who does it
_OF_WORK = re.compile(
    r"\W*(?:[一二三四五六七八九十\d.]{1,4}[)）、.．]\s*)?(?:揭榜|本|攻关|申报)?(?:任务|项目|课题|攻关内容|产品)的?(?:名称)?(?:[和及与、]|以及)?(?:主要)?(?:内容)?"
    r"(?:简介|概述|概况|提要|摘要|介绍)"
)
# 研究积累, 能力盘点, no 语料积累
_STOCK = re.compile(
    r"(?:研究|工作|前期|技术|能力|家底|现有)?(?:积累|盘点)(?:[与和及][\u4e00-\u9fff]{2,4})?|(?:技术)?成熟度[与和及]差距"
)
# 2027年成片标准, 二〇二五年交付线: a title with a time by which, and what is measured then
_BY_THEN = re.compile(
    r"\W*[到至]?(?:20\d\d|二[〇零][一二三四五六七八九〇零]{2})年(?:年?[底末])?"
    r"[^年，。：]{0,10}(?:标准|线|规格|验收|交付|水平|能力|程度)"
)
_FULL_STOP = re.compile(r"[。！？\n\t]")
# 服务3200余人: more than, but no bound to keep.
_SOME = re.compile(r"\d\s*[万亿]?[余多](?![少样])")
_SO_FAR = re.compile(r"截至\s?20\d\d年[^，。；]{0,10}[，,]?(?:已|累计)")  # no 至2027年
# 任务结束时方法共计9种: of a plan what holds at its end, where the sentence names no other time
_AT_END = re.compile(
    r"^(?!.*(?:20\d\d|阶段|第[一二三四五\d]+(?:年|季|期|个?月|步)|中期|子(?:课题|任务|项目)|分任务|任务[一二三四\d]))"
    r".*?(?:(?:项目|任务|课题|攻关)(?:结束|完成|结题|验收|到期)时|(?:结题|验收)时)"
)
# The rows of a plan of indicators, and the one that binds.
_TIME = re.compile(r"20\d\d[年.\-/]|第[一二三四五1-5]年|第[一二三四五1-5]阶段|中期|季度|半年")
_BOTH = re.compile(r"(?:目标|指标)(?:及|与|和|、)[\u4e00-\u9fff]{0,6}(?:计划|安排|进度)")  # one chapter for both
_ROW_CODE = re.compile(
    r"[A-Za-z]{0,2}-?\d{1,2}|(?:里程碑|节点|阶段)?[一二三四五六\d]{1,2}|[\u4e00-\u9fff]{1,4}(?:阶段|节点|期)"
)
_PERIOD = re.compile(r"[\d年月日上下半季度一二三四底末初前第Q.\-—–~～至到/]{4,24}")
_LAST = re.compile(r"总目标|总体|最终|终期|验收|结题|(?:项目)?(?:完成|结束)时|项目期末")
# 阶段性要求是：2027年底先达到…, among goals
_MIDWAY = re.compile(
    r"\W*(?:阶段性?|中期|年度|里程碑)(?:性)?(?:的)?(?:要求|目标|指标|考核|评估|检查|成果)[^，,。；;]{0,4}(?:是|为|[:：]|，)"
)
_FIGURE, _LEAD = re.compile(r"(?:[不≥≤＞＜><±～~约]|[大小高低多少优]于|超过|达到?)*\s?[-−]?\d"), 12
_MODES = ("promise", "plan", "existing", "silent")


class Mode(StrEnum):
    """What a stretch of text is for; OPEN: its sentences say so themselves, INTRODUCTION: only by a word of promise."""

    PROMISE = "promise"
    PLAN = "plan"
    EXISTING = "existing"
    SILENT = "silent"
    INTRODUCTION = "introduction"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Claims:
    """``targets`` are the promises, ``figures`` the milestones and what is already reached."""

    targets: tuple[Target, ...]
    figures: tuple[Target, ...]


def find_claims(text: Text, outline: Outline, direction: int | None) -> Claims:
    """Every figure with a metric, as a promise or not.

    Goals, indicators and benefits promise; plans hold milestones; foundations, progress and profiles report. In other
    places a sentence promises when it says so (2027年预期…), or compares (不低于300%) and speaks of nothing that
    is there.
    """
    found = list(_all(text, outline, direction))
    targets = tuple(t for t in found if t.stage == "final")
    return Claims(targets, tuple(t for t in found if t.stage != "final"))


@lru_cache(maxsize=1024)
def mode_of(titles: tuple[str, ...]) -> Mode:
    """The mode of the deepest title that says something: what its last telling word says (预期目标及计划 -> plan).

    Of two words that end together the longer one tells (指标承诺 -> promise).
    """
    for title in reversed(titles):
        if _OF_WORK.fullmatch(title):
            return Mode.INTRODUCTION
        if _HAD.match(title) or _STOCK.fullmatch(title):
            return Mode.EXISTING
        last = [
            (max((title.rfind(w) + len(w), len(w)) for w in claim_words(f"{mode}_titles") if w in title), mode)
            for mode in _MODES
            if _has(title, mode)
        ]
        if last:
            return Mode(max(last)[1])
        if _BY_THEN.fullmatch(title):
            return Mode.PROMISE
    return Mode.OPEN


def _has(title: str, mode: str) -> bool:
    return any(word in title for word in claim_words(f"{mode}_titles"))


def _all(text: Text, outline: Outline, direction: int | None) -> Iterator[Target]:
    told: dict[int, bool] = {}  # whether the columns of a table say which figures bind
    midways: dict[int, frozenset[int]] = {}
    forms = {index for index, grid in enumerate(text.tables) if is_form(text, grid)}
    for block in text.blocks:
        if outline.division_at(block.start).role not in _SPEAKING:
            continue
        index = outline.section_at(block.start)
        titles = outline.path(index)
        if block.table is None:
            start = _behind_heading(text, outline.sections[index]) if index is not None else block.start
            said = _of_stretch(text, outline, Span(max(block.start, start), block.end), titles, direction)
            yield from (under_its_heading(target, titles, text, block) for target in said)
            continue
        if block.table not in told:
            of_rows = [*_of_grid(text, block.table, titles, direction)]
            of_rows += find_row_targets(text, text.tables[block.table], direction)
            told[block.table] = bool(of_rows)
            midways[block.table] = _midway_rows(text, block.table)
            yield from of_rows
        form = block.table in forms or outline.division_at(block.start).role is Role.FORM
        if form or not told[block.table]:
            midway = not form and block.row in midways[block.table]
            yield from _of_cell(text, outline, block, () if form else titles, direction, midway)


def _behind_heading(text: Text, section: Section) -> int:
    """Where the words of a section begin; with its heading where that names what a figure is of (3.2 灵敏度：80 nV)."""
    title, figure = (
        text.clean[section.start : section.heading_end].rstrip(),
        text.clean[section.heading_end : section.heading_end + _LEAD].lstrip(),
    )
    names = title.endswith(("：", ":")) and _FIGURE.match(figure) is not None
    return section.start if names else section.heading_end


def _of_grid(text: Text, table: int, titles: tuple[str, ...], direction: int | None) -> Iterator[Target]:
    mode = mode_of(titles)
    if mode in (Mode.EXISTING, Mode.SILENT):
        return
    for target in find_table_targets(
        text, text.tables[table], direction=direction, default_due=_due(titles), years=mode is Mode.PROMISE
    ):
        planned = mode is Mode.PLAN and not (_BOTH.search(titles[-1]) and not _is_timed(text, table))
        yield target.model_copy(update={"stage": "milestone"}) if planned else target


def _is_timed(text: Text, table: int) -> bool:
    """A row of the table speaks of times, as a plan's does."""
    cells = (text.blocks[index] for index in text.tables[table].cells)
    return any(_TIME.search(text.clean, cell.start, cell.end) for cell in cells)


def _of_cell(
    text: Text, outline: Outline, cell: Block, titles: tuple[str, ...], direction: int | None, midway: bool
) -> Iterator[Target]:
    """A long answer, or a short one where indicators are asked for, under its label or its column's head.

    年度 | 考核指标: what stands beside a time is a milestone, unless it is the last one (``midway`` False).
    """
    label, head = label_of(text, cell), head_of(text, cell) if titles else None
    own = tuple(words for words in (head, label) if words)
    if cell.end - cell.start < _LONG_CELL and mode_of(own) is not Mode.PROMISE:
        return
    for target in _of_stretch(text, outline, Span(cell.start, cell.end), (*titles, *own), direction):
        yield target.model_copy(update={"stage": "milestone"}) if midway and target.stage == "final" else target


def _head_of_row(cells: list[str]) -> str:
    """The first cell, and the second behind a code where it says a time and nothing else: M2 | 2024年2月—2024年7月."""
    second = cells[1] if len(cells) > 1 and _ROW_CODE.fullmatch(cells[0]) and _PERIOD.fullmatch(cells[1]) else ""
    return cells[0] + second


def _midway_rows(text: Text, table: int) -> frozenset[int]:
    """The rows that begin with a time (2026年1—6月 | 样机研制 | 完成样机3台), with that of a later time below."""
    rows = text.rows_of(table).items()
    firsts = {row: _head_of_row([squeezed(text.clean[c.start : c.end]) for c in cells[:2]]) for row, cells in rows}
    timed = sorted(row for row, words in firsts.items() if _TIME.search(words) or _LAST.fullmatch(words))
    return frozenset(row for row in timed[:-1] if not _LAST.search(firsts[row]))


def _of_stretch(
    text: Text, outline: Outline, span: Span, titles: tuple[str, ...], direction: int | None
) -> Iterator[Target]:
    """The figures of a paragraph; in an open one each sentence is judged by its own words."""
    mode = Mode.EXISTING if _HAS_LABEL.match(text.clean, span.start, span.end) else mode_of(titles)
    if span.end <= span.start or mode is Mode.SILENT:
        return
    found = find_targets(text, outline, span.start, span.end, direction=direction, default_due=_due(titles))
    spelled = find_spelled_counts(text, span.start, span.end, direction=direction, due=_due(titles))
    found += [one for one in spelled if not _said_already(one, found)]
    if not found:
        return
    stretches = split_outside_brackets(text.clean, span.start, span.end, _FULL_STOP)
    ends = [text.raw_span(s.start, s.end)[1] for s in stretches]
    for target in found:
        index = bisect_right(ends, target.evidence.start)
        words = stretches[index].of(text.clean) if index < len(ends) else ""
        undated = mode is Mode.PLAN and _BOTH.search(titles[-1]) and not _TIME.search(words)
        stage = _stage(target, Mode.PROMISE if undated else mode, words)
        if stage is not None:
            compared_with = (target.due or "-")[:4] in _BASE_YEAR.findall(words)
            due = _due(titles) if compared_with else target.due
            same = stage == target.stage and due == target.due
            yield target if same else target.model_copy(update={"stage": stage, "due": due})


def _said_already(one: Target, found: list[Target]) -> bool:
    """The same figure in the same words, among the neighbours in the list, which is in the order of the text."""
    at = bisect_right(found, one.evidence.start, key=lambda target: target.evidence.start)
    start, end = one.evidence.start, one.evidence.end
    near = found[max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS]
    return any(start < t.evidence.end and t.evidence.start < end and one.value == t.value for t in near)


def _stage(target: Target, mode: Mode, words: str) -> str | None:
    """``words`` is the sentence; None where the figure is neither promised nor reported."""
    if mode is Mode.PLAN:
        return "final" if _AT_END.search(words) and target.comparator != "~" else "milestone"
    if mode is Mode.EXISTING:
        return "existing"
    if promises_nothing(target.evidence.text, words, compared=target.comparator != "="):
        return None
    if mode is Mode.PROMISE:
        return _promised(target, words)
    if target.stage == "existing":
        return "existing"
    ahead = _SO_FAR.sub("", words)
    if any(word in ahead for word in claim_words("promise_words")):
        return "final"
    if mode is Mode.INTRODUCTION or any(word in words for word in claim_words("existing_words")):
        return "existing"
    said = target.evidence.text
    return "final" if target.comparator != "=" and re.search(r"\d", said) and not _SOME.search(said) else None


def _promised(target: Target, words: str) -> str | None:
    """Among goals everything is promised but a baseline (现有…为…) and how it is tested (连续测试七天)."""
    if target.comparator == "=" and _TESTED.match(words):
        return None
    if _MIDWAY.match(words):
        return "milestone"
    return "existing" if is_baseline(target, words) else "final"


@lru_cache(maxsize=256)
def _due(titles: tuple[str, ...]) -> str | None:
    """2027年预期目标: the year of the deepest heading that names one."""
    return next((due for title in reversed(titles) if (due := due_in(re.sub(r"\s", "", title)))), None)
