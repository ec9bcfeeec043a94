"""What stands under one direction: task, goal, time limit, by their labels (揭榜任务：…, 考核指标：…)."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from extractors.directions.labels.of_work import ALSO, OTHER_LABELS, other_asks_of_work
from extractors.notice.signature import is_issuer
from extractors.text.items import number_at
from extractors.text.notice_words import alternation, words
from extractors.text.spans import Span, squeezed, trimmed
from schemas.outline import Outline, Role, Section
from schemas.text import Block, Text

PartKind = Literal["task", "goal", "due", "other"]
FORM_ROLES = frozenset({Role.COVER, Role.INSTRUCTIONS, Role.FORM, Role.TASK_BOOK, Role.PROOFS, Role.COMMITMENT})

# 每个项目完成后，…: what follows is what the work has to bring, whatever the label says.
WHEN_DONE = "(?:每个|各)?(?:项目|课题|任务)(?:完成|结束|实施期满|验收)(?:后|时)，"
_WHEN_DONE = re.compile(rf"(?<![^。；\n]){WHEN_DONE}")

_KINDS: tuple[tuple[PartKind, str], ...] = (
    ("task", "task_labels"),
    ("goal", "goal_labels"),
    ("due", "due_labels"),
    ("other", "other_labels"),
)
_NUMBER = (
    r"(?:(?:\d{1,2}(?:[.．]\d{1,2}){1,2}[.．、]?\s|[（(]?[一二三四五六七八九十\d]{1,2}(?:[）)]|[.、．])"
    r"|[▪•●■◆▶➢·*\-–])\s*)?"
)
# A label opens a paragraph or a sentence; behind it a colon, or the end of its line. 技术指标提升 is no label.
_HAN = "[\u4e00-\u9fff]"
# Compounds that no list can hold, told by their end: 技术经济指标, 拟投入资金, 技术现状. 发酵周期 is a metric.
_COMPOUNDS: tuple[tuple[PartKind, str], ...] = (
    (
        "goal",
        f"(?:预期|期望|拟达到?的?|应达到?的?){_HAN}{{0,2}}(?:成效|效果|成果|水平)|{_HAN}{{2,8}}(?:指标|目标)"
        f"|{_HAN}{{0,4}}(?:达到|实现|满足)的?{_HAN}{{0,4}}(?:要求|效果|参数|水平)"
        f"|{_HAN}{{0,4}}(?:做到|达到|实现)(?:什么|何种|怎样的?|哪些)(?:程度|效果|水平|目标|指标|要求)?"
        f"|(?:{_HAN}{{0,4}})(?:要求|需要?|应|须|力争|预期|拟)达到(?:以下|如下|下列|的)?(?:最低|基本)?(?:指标|目标|要求)?",
    ),
    (
        "task",
        f"{_HAN}{{0,4}}背景[与和及、]{_HAN}{{0,4}}(?:内容|需求|任务|问题)|(?:拟|需|要|亟需|亟待|待|希望)?解决的{_HAN}{{0,6}}(?:问题|难题|瓶颈)"
        f"|(?:攻关|研究|研发|建设|技术|需求|任务|项目|榜单|揭榜){_HAN}{{0,6}}(?:内容|任务|要点)|场景需求"
        f"|{_HAN}{{0,4}}(?:难题|需求|问题|课题|榜题|场景){_HAN}{{0,2}}(?:描述|简介|概述|说明|内容)"
        f"|{ALSO}"
        f"|(?:需要?|应当?|须|要)(?:做到?|办到?|完成|解决|答|响应|回应|应答|落实)的?(?:事[情项]?|工作|内容|活)"
        f"|(?:我们|企业)?(?:想?要|需要|希望)?(?:做|干|解决|攻克|研究|要)(?:什么|哪些)(?:问题|难题|事)?",
    ),
    (
        "due",
        f"(?:什么时候|何时)(?:交付?|完成|要)|(?:攻关|完成|实施|执行|研发|合作|任务|项目|合同|揭榜|建设){_HAN}{{0,4}}(?:期限|时限|周期|时间|期)",
    ),
    (
        "other",
        f"{OTHER_LABELS}|用途|适用(?:范围|对象|场景|场合)|使用(?:场景|场合)|{_HAN}{{0,8}}(?:金额|资金|经费|预算|额度|榜额|限价|控制价|投资|拟投入|业主|单位|企业|现状(?:与|及|和)?{_HAN}{{0,4}}|痛点{_HAN}{{0,4}}"
        f"|(?:经费|资金|预算|出资)(?:上限|限额)|背景|由来|来由|缘由|起因|方式|需求方|联系人|电话|邮箱)",
    ),
)
_LABELS = alternation("task_labels", "goal_labels", "due_labels", "other_labels")
_COMPOUND = "|".join(pattern for _, pattern in _COMPOUNDS)
_LABEL = re.compile(
    rf"(?:(?<=[\n。；\t])|(?<=^)|(?<=[ \u3000])(?=【))[ ]*{_NUMBER}[【“]?(?P<label>{_LABELS}|{_COMPOUND})"
    # 考核指标（见下表）, 攻关内容　研究…: a note in brackets, and a label that only a blank sets apart.
    r"(?:】\s*[:：]?\s*|”?[ ]*(?:[（(][^（）()\n]{1,14}[）)])?(?:\s*[:：。]\s*|[ ]*(?=\n)|(?P<apart>[ ]+)))"
)
_HIGHER = re.compile(r"[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]+|第.+")


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled stretch of a direction: ``label`` where it begins, the text in ``span``."""

    kind: PartKind
    label: int
    span: Span


@dataclass(frozen=True, slots=True)
class FoundDirection:
    """A direction as it was found; offsets into ``Text.clean``. ``number`` as printed, or None.

    ``labelled`` False: its text stands without a label, so that it may tell of the money instead of the work.
    ``table`` where its goals stand in several columns (指标名称, 单位, 指标值): the index into ``Text.tables``, the row
    of the lowest heads, and its own rows (half open).
    """

    name: str
    number: int | None
    start: int
    end: int
    category: str | None = None
    tasks: tuple[Span, ...] = ()
    goals: tuple[Span, ...] = ()
    due: str | None = None
    labelled: bool = True
    table: tuple[int, int, int, int] | None = None


def label_kind(label: str) -> PartKind | None:
    """What a label announces, or None for words that are no label."""
    listed = next((kind for kind, name in _KINDS if label in words(name)), None)
    return listed or next((kind for kind, pattern in _COMPOUNDS if re.fullmatch(pattern, label)), None)


_MONEY = re.compile(r"资助|补助|奖补|补贴|奖励|给予|万元")
_LEAST_TEXT = 12  # characters: no head of a column (考核指标 | 目标值)
_BEFORE_LABEL = "0123456789一二三四五六七八九十（()）.、．【 "
_TAIL = re.compile(
    r"附\s*件\s*\d{0,2}\s*[:：]|附\s*[件表录]\s*[\dA-Z一二三四五六七八九十]{0,2}$|特此(?:通知|公告)|[（(]?此件|注\s*[:：]"
)

_CAPTION = re.compile(r"[^，。；：:]{2,20}(?:表|清单|目录|一览)")  # 榜单汇总表, above a table


def running_end(text: Text, start: int, end: int) -> int:
    """Where the running text that begins at ``start`` stops: a table with its caption, 附件：, 特此通知, a signature.

    An organisation under its label (出题企业) signs nothing.
    """
    before, caption = "", None
    for block in text.blocks_in(start, end):
        words_ = text.clean[block.start : block.end].strip()
        if block.start > start:
            # （一）企业总部（甲类）: what has a number heads a part
            signed = is_issuer(words_) and label_kind(before) is None and not number_at(words_, 0, len(words_))[0]
            if block.table is not None or _TAIL.match(words_) or signed:
                return caption if block.table is not None and caption is not None else block.start
            caption = block.start if _CAPTION.fullmatch(words_) else None
        before = words_.rstrip("：:")
    return end


def kind_of(label: str, said: str) -> PartKind | None:
    """:func:`label_kind`, by what stands under the label where that alone does not tell."""
    kind = label_kind(label)
    if kind == "other" and other_asks_of_work(label, said):
        return "task"
    if kind == "task" and label.startswith("支持") and _MONEY.search(said):
        return "other"  # 支持内容：给予50万元补助
    return kind


def find_parts(text: Text, start: int, end: int) -> list[Part]:
    """The labelled parts of a stretch, each up to the next label."""
    clean = text.clean
    stretch = "\n" + clean[start:end]
    marks = [mark for mark in _LABEL.finditer(stretch) if mark["apart"] is None or _stands_apart(stretch, mark)]
    found = []
    for index, mark in enumerate(marks):
        stop = marks[index + 1].start() if index + 1 < len(marks) else len(stretch)
        span = trimmed(clean, start + mark.end() - 1, start + stop - 1)
        kind = kind_of(mark["label"], span.of(clean))
        if kind is not None:
            found.append(Part(kind, start + mark.start("label") - 1, span))
    return found


def parts_behind_tables(text: Text, start: int, end: int, *, untold: bool) -> list[Part]:
    """The parts with a label (任务要求：…) right behind a table of indicators; the text before it ends at ``start``.

    And beside a label in such a table, where the text before has told nothing yet (``untold``).
    """
    found: list[Part] = []
    blocks = list(text.blocks_in(start, end))
    for table, behind in pairwise(blocks):
        if table.table is not None and behind.table == table.table:
            found += _beside_label(text, table, behind) if untold else []
        elif table.table is not None and behind.table is None:
            parts = find_parts(text, behind.start, running_end(text, behind.start, end))
            found += parts if parts and not text.clean[behind.start : parts[0].label].strip(_BEFORE_LABEL) else []
    return found


def _beside_label(text: Text, cell: Block, beside: Block) -> list[Part]:
    """揭榜任务 | 面向某某，研制…: the first cell of a row and the one behind it."""
    kind = label_kind(squeezed(text.clean[cell.start : cell.end])) if cell.column == 0 else None
    span = trimmed(text.clean, beside.start, beside.end)
    told = kind in ("task", "goal") and beside.row == cell.row and span.end - span.start >= _LEAST_TEXT
    return [Part(kind, cell.start, span)] if kind is not None and told else []


def _stands_apart(stretch: str, mark: re.Match[str]) -> bool:
    """考核指标 亩产突破…: a listed label of four characters or more that opens its paragraph."""
    opens = not stretch[stretch.rfind("\n", 0, mark.start("label")) + 1 : mark.start("label")].strip(" 【“")
    return opens and len(mark["label"]) >= 4 and mark["label"] in _listed_labels()


@cache
def _listed_labels() -> frozenset[str]:
    return frozenset(word for _, name in _KINDS for word in words(name))


def spans_of(parts: list[Part], kind: PartKind) -> tuple[Span, ...]:
    """The texts of one kind that are not empty."""
    return tuple(part.span for part in parts if part.kind == kind and part.span.end > part.span.start)


def goals_of(clean: str, parts: list[Part]) -> tuple[Span, ...]:
    """The goals, and what another part (申报要求：…) says the work has to bring: 项目完成后，…."""
    told = (_WHEN_DONE.search(clean, part.span.start, part.span.end) for part in parts if part.kind == "other")
    ends = [part.span.end for part in parts if part.kind == "other"]
    said = [Span(match.start(), end) for match, end in zip(told, ends, strict=True) if match is not None]
    return tuple(sorted((*spans_of(parts, "goal"), *said), key=lambda span: span.start))


def due_of(clean: str, parts: list[Part]) -> str | None:
    """The time limit of a direction as ``2027``, ``2027-06`` or an ISO date, or None."""
    return next((due for span in spans_of(parts, "due") if (due := due_in(span.of(clean))) is not None), None)


_DUE = re.compile(r"(20\d{2})\s*[年.\-/](?:\s*(\d{1,2})\s*(?:[月.\-/]\s*(?:(\d{1,2})\s*日?)?)?)?")


def due_in(words_: str) -> str | None:
    """The last date of these words (a period ends with it): 2026年1月—2027年6月 is 2027-06."""
    matches = list(_DUE.finditer(words_))
    if not matches:
        return None
    year, month, day = matches[-1].groups()
    if month is None:
        return str(year)
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")


def in_call(outline: Outline, section: Section) -> bool:
    """The section belongs to the call itself, not to a form or a template."""
    return outline.divisions[section.division].role not in FORM_ROLES


def is_higher(section: Section) -> bool:
    """一, 壹 and 第一章: a chapter of the call, above the numbers of directions."""
    return section.number is not None and _HIGHER.fullmatch(section.number) is not None
