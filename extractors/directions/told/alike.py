"""Directions in a layout that no other reader knows: a list of named tasks, each with its figures."""

import re
from collections.abc import Iterator, Sequence

from extractors.directions.labels.names import number_of
from extractors.directions.labels.parts import FORM_ROLES, FoundDirection, label_kind
from extractors.directions.lines.prose import PROCEDURE
from extractors.directions.tables.shared import shared_tables
from extractors.directions.told.shared_labels import (
    DOTTED,
    FIGURE,
    NAME,
    NUMBERED,
    Head,
    are_names,
    card_heads,
    end_of_last,
    tell,
)
from extractors.text.spans import squeezed
from schemas.outline import Division, Outline, Role
from schemas.text import Block, Text

_MOST = 2 / 3  # of a list's tasks have figures
# Who may apply, when, how and for how much: chapters whose items are no tasks.
_NOT_ASKED = re.compile(
    r"谁|条件|资格|怎么|怎样|如何|何时|什么时候|时间|日程|流程|程序|步骤|评[审选分价标]|奖励|资助|给什么|多少钱|经费|资金|报酬|保密|纪律"
    r"|联系|咨询|找谁|材料|证明|附件|须知|填[写报表]|递交|报送|投递|总则|责任|权利|义务|违约|验收|管理|政策|保障|支持|服务|门槛|范围|对象"
)
# 技术指标 over 整机性能 and 采样性能, 进度安排 over its stages: chapters on one task, or on how things are.
_OF_ONE = re.compile(
    r"指标|参数|性能|目标|进度|安排|阶段|计划|现状|背景|形势|意义|基础|奖项|(?:研究|建设|实施|主要)内容|(?:技术|功能|考核|验收)要求"
)
_LISTS = re.compile(r"[榜题令]|卡片|任务|课题|需求|难题")
_NO_NAME = re.compile(
    r"应当?[^用急变力激]|必?须|不得|[请需]|申[报请]|揭榜|截止|材料|附件|承诺|盖章|签字|单位$|公司$|公告|通知|办法|共计|合计"
    r"|阶段|(?:指标|参数|性能|要求|产业|奖项?)$"
)
_NAMED = re.compile(
    r"\s*(?:《(?P<quoted>[^《》\n]{4,60})(?=》)|“(?P<said>[^“”\n]{4,60})(?=”)|【(?P<framed>[^【】\n]{4,60})(?=】)|(?P<plain>[^。；;，,：:？?《》\n（(]{4,45}))"
    # 某某机器人（续航≥8 h，误差≤0.5 m）: figures in brackets are of the text behind the name
    r"[》”】]?\s*(?P<noted>[（(][^（）()\n]{1,120}[）)])?\s*(?:[。：:；;，,—]|$)"
)


def alike_directions(text: Text, outline: Outline) -> list[FoundDirection]:
    """The first list in the call of two or more named tasks that have figures, in text, tables or a table of all.

    The tasks are alike: cards with the same labels, headings side by side, or paragraphs numbered in one style.
    """
    for division in outline.divisions:
        if division.role in FORM_ROLES or division.role is Role.RECOMMENDATION:
            continue
        for heads in _series(text, outline, division):
            found = _told(text, outline, division, heads)
            if found:
                return found
    return []


def _series(text: Text, outline: Outline, division: Division) -> Iterator[list[Head]]:
    """What may be such lists, those that tell most surely first."""
    inside = [b for b in text.blocks_in(division.start, division.end) if b.start >= division.start]
    asked = [b for b in inside if not _is_elsewhere(outline, b)]
    yield card_heads(text, asked)
    yield from _headings(outline, division)
    yield from _numbered(text, asked)
    yield _titled(text, asked)


def _is_elsewhere(outline: Outline, block: Block) -> bool:
    """Under a heading such as 谁能揭 or 评审办法, or in an annex of that name."""
    index, division = outline.section_at(block.start), outline.division_at(block.start)
    if division.attachment is not None and _NOT_ASKED.search(division.title) and not _LISTS.search(division.title):
        return True
    return index is not None and any(map(_NOT_ASKED.search, outline.path(index)))


def _headings(outline: Outline, division: Division) -> Iterator[list[Head]]:
    """The headings side by side, division by division and chapter by chapter."""
    inside = [s for s in outline.sections_in(division.start, division.end) if s.heading_end > s.start]
    for parent in dict.fromkeys(s.parent for s in inside):
        if not any(map(_NOT_ASKED.search, outline.path(parent))):
            children = [s for s in inside if s.parent == parent]
            yield [Head(s.start, s.heading_end, _name(s.title), s.number) for s in children]


def _name(title: str) -> str:
    """Without A.1 before it, which the outline leaves in the title, and without 《》 around it."""
    return DOTTED.sub("", squeezed(title), count=1).strip("《》【】“”")


def _numbered(text: Text, blocks: Sequence[Block]) -> Iterator[list[Head]]:
    """Paragraphs that begin with a number and a name, for each style of numbers: 甲榜 《…》。…, 03｜…（…）."""
    styles: dict[str, list[Head]] = {}
    for block in blocks:
        if block.table is not None:
            continue
        mark = NUMBERED.match(text.clean, block.start, block.end)
        named = _NAMED.match(text.clean, mark.end(), block.end) if mark is not None else None
        if mark is None or named is None:
            continue
        name = next(one for one in named.group("quoted", "said", "framed", "plain") if one)
        style = re.sub(
            r"\d+|[一二三四五六七八九十]+|[甲乙丙丁戊己庚辛]|(?<![A-Z])[A-H](?![A-Z])|[①-⑳]", "#", mark.group()
        )
        number = mark.group().strip(" 　《“【】：:、.．｜|—-（）()[]")
        body = max(named.end(kind) for kind in ("quoted", "said", "framed", "plain")) if named["noted"] else named.end()
        head = Head(block.start, body, squeezed(name), re.sub(r"[号个张]?[榜题令单卡项件]$", "", number))
        styles.setdefault(style.strip(), []).append(head)
    for heads in styles.values():
        numbers = [number_of(head.number) for head in heads]
        if numbers == list(range(1, len(heads) + 1)):
            yield heads


def _titled(text: Text, blocks: Sequence[Block]) -> list[Head]:
    """Names alone on their lines, each over paragraphs of what is to be done."""
    words = [squeezed(text.clean[b.start : b.end]).strip("《》【】“”") if b.table is None else "" for b in blocks]
    titles = [NAME.fullmatch(one) is not None and label_kind(one) is None for one in words]
    # of two such lines one below the other the first heads the list, or neither is a name
    alone = [title and not behind for title, behind in zip(titles, [*titles[1:], True], strict=False)]
    return [Head(b.start, b.end, one) for b, one, title in zip(blocks, words, alone, strict=True) if title]


def _told(text: Text, outline: Outline, division: Division, heads: Sequence[Head]) -> list[FoundDirection]:
    """The directions of such a list; [] where it lists something else."""
    heads = [h for h in heads if PROCEDURE.search(h.name) is None and label_kind(h.name) is None]
    if not are_names([h.name for h in heads]) or any(_NO_NAME.search(h.name) or FIGURE.search(h.name) for h in heads):
        return []
    if _is_of_one(outline, heads[0]):
        return []
    ends = [*(head.start for head in heads[1:]), _end(text, outline, division, heads)]
    figures = sum(FIGURE.search(text.clean, head.body, end) is not None for head, end in zip(heads, ends, strict=True))
    found = tell(text, heads, ends)
    if figures >= max(2, _MOST * len(heads)) or (
        _is_list(text, outline, division, heads) and shared_tables(text, outline, found)
    ):
        return found
    return []


def _is_of_one(outline: Outline, head: Head) -> bool:
    """A chapter above is on one task, or on no task."""
    index = outline.section_at(head.start)
    if index is not None and outline.sections[index].start >= head.start:
        index = outline.sections[index].parent
    return any(_OF_ONE.search(title) and not _LISTS.search(title) for title in outline.path(index))


def _is_list(text: Text, outline: Outline, division: Division, heads: Sequence[Head]) -> bool:
    """The call says that it lists them: under 五道榜, in an annex 榜题说明, or itself as 甲榜 and 卡片2."""
    titles = (division.title, *outline.path(outline.section_at(heads[0].start)))
    own = [text.clean[head.start : head.body].split(head.name)[0] for head in heads]
    return any(map(_LISTS.search, titles)) or all(map(_LISTS.search, own))


def _end(text: Text, outline: Outline, division: Division, heads: Sequence[Head]) -> int:
    """Where the last one ends: at a heading higher than any inside the others, a signature, 附件：."""
    first, last = heads[0], heads[-1]
    own = {head.start for head in heads}
    levels = [s.level for s in outline.sections_in(first.start, last.start) if s.start not in own]
    lowest = min(levels, default=len(outline.sections))
    behind = outline.sections_in(last.body, division.end)
    end = next((s.start for s in behind if s.level < lowest or not levels), division.end)
    return end_of_last(text, last.body, end)
