"""What is told of tasks of which nothing is known but that they follow each other: by the labels that they share."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.directions.labels.names import number_of
from extractors.directions.labels.of_work import asks_of_work, other_asks_of_work
from extractors.directions.labels.parts import (
    FoundDirection,
    Part,
    PartKind,
    due_of,
    kind_of,
    label_kind,
    running_end,
    spans_of,
)
from extractors.directions.lines.prose import direction_under
from extractors.notice.signature import is_issuer
from extractors.text.spans import Span, squeezed, trimmed
from schemas.text import Block, Text

_NUMBER = (
    r"(?:[（(]?(?:[一二三四五六七八九十]{1,2}|[A-H]?\d{1,2}|[A-H](?=[.．]\d))(?:[.．]\d{1,2}){0,3}[)）]?[.．、]?|[①-⑳])"
)
# 交什么：…, A.1.3约束条件：…, 【红线】…, **指标**：…; the value may stand below.
LABELLED = re.compile(
    rf"\s*(?:[^\w\s【（(]{{1,3}}\s*)?{_NUMBER}?\s*[【*]{{0,2}}(?P<label>[\u4e00-\u9fff][^\s：:，。；、（）()【】*\d≥≤]{{0,9}})"
    r"(?:[（(][^（）()\n]{1,14}[）)])?(?:】\s*[:：]?|\**\s*[:：])\**[ \u3000]*"
)
# ≥90%, 不低于3 t, ±2 μm, 低30%以上: a bound, but of money, years, people and paper
_UNIT = r"(?!\s?(?:亿元|万元|元(?!/)|岁|周岁|家|人|名|位|份|字|页|日|号|个?工作日|个?月内|年内|MB|M\b|次以上|[:：]))"
_AMOUNT = r"\d++(?:[.,]\d++)?"
FIGURE = re.compile(
    rf"(?:[≥≤＞＜><±≧≦]|(?:不[低高少多大小长短晚超]|[优高低大小少多]|超)[于过]|达到?|至少|最多|以上|[为到])\s?{_AMOUNT}{_UNIT}"
    rf"|(?<!\d){_AMOUNT}\s?[%％‰]?\s?[\u4e00-\u9fffA-Za-zμΩ℃°/²³]{{0,6}}以[上下内]"
)
_BARE_FIGURE = re.compile(r"(?:[≥≤＞＜><±≧≦]|不[低高少多大小长短超][于过]|优于|至少|\d)")
_NO_NAME = re.compile(
    r"谁|哪|什么|啥|单位|企业|公司|院所|人$|人员|电话|手机|邮箱|地[址点区]|领域|类[别型]?$|行业|时间|期限|日期|方式|来源|负责|编号|代码|序号|[额金钱]$|由$|背景|现状|说明|赛道|板块"
)
_NAMES = re.compile(r"[名题榜]|课题|任务|项目|方向|产品|标的|技术$")
NAME = re.compile(r"(?=[^\n]{0,40}[\u4e00-\u9fff]{3})[^。；;，,：:？?！!\n≥≤\d][^。；;，,：:？?！!\n≥≤]{2,43}")


@dataclass(frozen=True, slots=True)
class Head:
    """Where a task begins, where the text behind its name begins, its name and what numbers it."""

    start: int
    body: int
    name: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    block: int
    start: int
    label: str
    value: Span


def card_heads(text: Text, blocks: Sequence[Block]) -> list[Head]:
    """Heads of cards that have the same labels: the first label whose values are all names, no two of them alike.

    Else the lines that stand over the first such label, each of them a name. [] where no two labels come twice.
    """
    lines = _lines(text, blocks)
    counts = Counter(line.label for line in lines)
    often = [label for label in counts if counts[label] > 1]
    if len(often) < 2 and not (often and label_kind(often[0]) in ("task", "goal")):
        return []
    for label in sorted(often, key=lambda one: _NAMES.search(one) is None):
        own = [line for line in lines if line.label == label]
        names = [squeezed(line.value.of(text.clean)).strip('《》“”"') for line in own]
        if _NO_NAME.search(label) is None and label_kind(label) != "other" and are_names(names):
            return [_of_label(text, blocks, line, name) for line, name in zip(own, names, strict=True)]
    return _above_labels(text, blocks, [line for line in lines if line.label == often[0]])


def are_names(names: Sequence[str]) -> bool:
    """Two or more, each a title and no organisation, no two of them alike."""
    return len(set(names)) == len(names) > 1 and all(map(NAME.fullmatch, names)) and not any(map(is_issuer, names))


def _lines(text: Text, blocks: Sequence[Block]) -> list[_Line]:
    found = []
    for index, block in enumerate(blocks):
        match = LABELLED.match(text.clean, block.start, block.end) if block.table is None else None
        if match is not None:
            value = trimmed(text.clean, match.end(), block.end)
            found.append(_Line(index, match.start("label"), match["label"], value))
    return found


def _of_label(text: Text, blocks: Sequence[Block], line: _Line, name: str) -> Head:
    """The card begins at the line above, where that numbers it and says nothing else: ┏ 卡片 ZY-01 ┓."""
    own = blocks[line.block]
    above = blocks[line.block - 1] if line.block else own
    words = text.clean[above.start : above.end].strip()
    numbers = above is not own and _NUMBERS.fullmatch(words) is not None and above.table is None
    return Head(
        above.start if numbers else own.start, own.end, name, re.sub(r"[^\w\-]", "", words) if numbers else None
    )


_NUMBERS = re.compile(
    r"[^\w\n]{0,8}第?[\u4e00-\u9fff]{0,4}[^\w\n]{0,4}(?:[A-Za-z]{0,8}[-—]?(?:20\d\d[-—])?\d{1,3}|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛]|[A-H])"
    r"[号张项件]?[\u4e00-\u9fff]{0,3}[^\w\n]{0,12}"
)


def _above_labels(text: Text, blocks: Sequence[Block], first: Sequence[_Line]) -> list[Head]:
    """智能采摘机器人 / 现状：… / 要求：…: the lines over the first label of each card."""
    above = [blocks[line.block - 1] for line in first if line.block]
    if len(above) < len(first) or any(one.table is not None for one in above):
        return []
    words = [text.clean[one.start : one.end].strip() for one in above]
    parts = [DOTTED.match(one) or NUMBERED.match(one) for one in words]
    names = [squeezed(w[p.end() :] if p else w).strip('《》“”【】"') for w, p in zip(words, parts, strict=True)]
    if not are_names(names) or any(label_kind(name) for name in names):
        return []
    numbers = [p.group() if p else None for p in parts]
    return [Head(b.start, b.end, name, number) for b, name, number in zip(above, names, numbers, strict=True)]


DOTTED = re.compile(r"^[A-H]?\d{0,2}(?:[.．]\d{1,2}){1,3}[.．、]?\s*(?=[\u4e00-\u9fff《“])")  # A.1, 3.2
# 一、, （2）, 榜3：, 03 , ◆: what stands before a name
NUMBERED = re.compile(
    r"[^\w\n（(《“【]{0,3}[【\[（(]?(?:第?[\u4e00-\u9fff]{0,4}[-—]?(?:[A-Z]{1,6}[-—]?)?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛](?=[\W_榜题号])|[A-H](?=\W)|[①-⑳]))"
    r"[号个张]?[榜题令单卡项件]?[】\]）)]?(?:\s*[:：、.．｜|—\-]\s*|\s+|(?<=[】\]）)①-⑳])|(?<=0\d)|(?=[《“【]))(?=[\u4e00-\u9fffA-Za-z《“【])"
)


def tell(text: Text, heads: Sequence[Head], ends: Sequence[int]) -> list[FoundDirection]:
    """The directions: by the labels that most of them share and by those of the lexicon."""
    stretches = [_paragraphs(text, head.body, end) for head, end in zip(heads, ends, strict=True)]
    counts = Counter(label for lines in stretches for label in {m["label"] for m, _ in lines if m is not None})
    shared = {label for label, count in counts.items() if count > 1 and count * 2 >= len(heads)}
    told = [_labelled(text, lines, shared) for lines in stretches]
    kinds = _kinds(text, told)
    if not kinds:
        return [
            direction_under(text, h.name, h.number, h.start, h.body, end) for h, end in zip(heads, ends, strict=True)
        ]
    return [_direction(text, head, own, kinds) for head, own in zip(heads, told, strict=True)]


def _paragraphs(text: Text, start: int, end: int) -> list[tuple[re.Match[str] | None, Span | None]]:
    """What stands in a stretch, paragraph by paragraph, each with the label that opens it; None for a table's cell."""
    found: list[tuple[re.Match[str] | None, Span | None]] = []
    for block in text.blocks_in(start, end):
        own = trimmed(text.clean, max(block.start, start), min(block.end, end))
        if block.table is not None:
            found.append((None, None))
        elif own.end > own.start:
            found.append((LABELLED.match(text.clean, own.start, own.end), own))
    return found


def _kinds(text: Text, told: Sequence[Sequence[tuple[str, Span]]]) -> dict[str, PartKind]:
    """What each label announces: by the lexicon, else by what mostly stands under it."""
    said: dict[str, list[str]] = {}
    for label, span in (one for own in told for one in own):
        said.setdefault(label, []).append(span.of(text.clean))
    said.pop("", None)
    return {label: _announced(label, texts) for label, texts in said.items()}


def _announced(label: str, texts: Sequence[str]) -> PartKind:
    figures = sum(FIGURE.search(one) is not None for one in texts)
    asks = sum(other_asks_of_work("备注", one) for one in texts)
    by_figures: PartKind | None = "goal" if figures * 2 > len(texts) else None
    return kind_of(label, texts[0]) or by_figures or ("task" if asks * 2 > len(texts) else "other")


def _labelled(
    text: Text, lines: Sequence[tuple[re.Match[str] | None, Span | None]], shared: set[str]
) -> list[tuple[str, Span]]:
    """Each label with what stands under it, up to the next; "" for what stands before the first. A table ends it.

    Lines such as 亩产：≥450公斤 name a figure and open nothing.
    """
    found: list[tuple[str, Span]] = []
    opened = False
    for match, own in lines:
        if own is None:
            opened = False
            continue
        opens = match is not None and (match["label"] in shared or label_kind(match["label"]) is not None)
        figure = match is not None and _BARE_FIGURE.match(text.clean, match.end(), own.end) is not None
        # 症结：坡陡 / 运量：≥800 kg: no part of what was told on the label's own line
        opened = opened and not (
            figure and FIGURE.search(found[-1][1].of(text.clean)) is None and found[-1][1].end > found[-1][1].start
        )
        if match is not None and opens and not figure:
            found.append((match["label"], trimmed(text.clean, match.end(), own.end)))
        elif opened:
            label, span = found[-1]
            found[-1] = (label, Span(span.start if span.end > span.start else own.start, own.end))
        else:
            found.append(("", own))
        opened = True
    return found


def _direction(text: Text, head: Head, told: Sequence[tuple[str, Span]], kinds: dict[str, PartKind]) -> FoundDirection:
    parts = [Part(kinds.get(label) or _unlabelled(text, span), span.start, span) for label, span in told]
    tasks, goals = (_one_by_one(text, spans_of(parts, kind)) for kind in ("task", "goal"))
    ends = [span.end for span in (*tasks, *goals)]
    return FoundDirection(
        name=head.name,
        number=number_of(head.number),
        start=head.start,
        end=max(ends, default=trimmed(text.clean, head.start, head.body).end),
        tasks=tasks,
        goals=goals,
        due=due_of(text.clean, parts),
    )


def _one_by_one(text: Text, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Each paragraph by itself: items of a list whose bullets the copy lost are parted by nothing else."""
    return tuple(
        trimmed(text.clean, max(block.start, span.start), min(block.end, span.end))
        for span in spans
        for block in text.blocks_in(span.start, span.end)
    )


def _unlabelled(text: Text, span: Span) -> PartKind:
    """效率：≥90% right below the name is its goal, what must be (不得…) its task."""
    words = span.of(text.clean)
    if FIGURE.search(words) and asks_of_work(words):
        return "goal"
    return "task" if other_asks_of_work("备注", words) else "other"


def end_of_last(text: Text, start: int, end: int) -> int:
    """Where the last of a list ends: at a signature or 附件：, not at a table, which is its own."""
    stop = running_end(text, start, end)
    for grid in text.tables:
        caption = text.clean[stop : grid.start].strip() if stop <= grid.start < end else "\n"
        if "\n" not in caption:
            stop = running_end(text, grid.end, end)
    return min(stop, end)
