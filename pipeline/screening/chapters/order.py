"""Headings that are known by their place: unknown ones where the template has as many, those that name two things."""

import re
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations

_MOST = 12  # sections of a chapter


def by_place(
    chosen: Sequence[int | None], depths: Sequence[int], open_: Sequence[int], ranks: Sequence[tuple[Hashable, int]]
) -> list[int | None]:
    """Fills the gaps of an alignment by order.

    ``chosen`` has for each section of the template the index of the heading that answers it, or None, ``depths`` its
    depth; ``open_`` are the indices of the headings that may answer one, in order; ``ranks`` the part and level of
    every heading. A run of sections without a heading is answered by the unused headings at its place (between the
    headings before and behind it, or before the first, behind the last) when there are as many of them, in order, and
    of a neighbour's rank: as much higher or lower than the neighbour as in the template.
    """
    filled = list(chosen)
    used = {index for index in chosen if index is not None}
    for start, end in _runs(chosen):
        before = chosen[start - 1] if start > 0 else -1
        after = chosen[end] if end < len(chosen) else len(ranks)
        if before is None or after is None or before > after or end - start == len(chosen):
            continue
        beside = [(row, i) for row, i in ((start - 1, before), (end, after)) if 0 <= i < len(ranks)]
        near = [{_shifted(ranks[i], depths[row] - depths[at]) for at, i in beside} for row in range(start, end)]
        at_all = set().union(*near)
        free = [i for i in open_ if before < i < after and i not in used and ranks[i] in at_all]
        if len(free) == end - start and all(ranks[i] in own for i, own in zip(free, near, strict=True)):
            filled[start:end] = free
    return filled


def _shifted(rank: tuple[Hashable, int], by: int) -> tuple[Hashable, int]:
    return rank[0], rank[1] + by


def by_chapter(
    chosen: Sequence[int | None],
    scores: Sequence[float],
    asked: Sequence[str | None],
    under: Sequence[str | None],
    sure: float,
    near: Callable[[int, int], float],
) -> list[int | None]:
    """Corrects and fills an alignment by the chapters that the application takes over from the template.

    ``asked`` are the template's chapters, section by section, ``under`` those that each of the application's headings
    stands below (None for none). A heading below another chapter than the section's answers it only where its name is
    ``sure``; in a chapter with as many headings as the template has sections each answers the one at its place, in one
    with fewer those that are nearest by ``near``, in order: each has a place, however little a colloquial name says.
    """
    kept = [
        index if index is None or score >= sure or under[index] in (None, chapter) else None
        for index, score, chapter in zip(chosen, scores, asked, strict=True)
    ]
    for chapter in dict.fromkeys(name for name in asked if name is not None):
        rows = [row for row, name in enumerate(asked) if name == chapter]
        headings = [index for index, name in enumerate(under) if name == chapter]
        if len(headings) > len(rows) or len(rows) > _MOST:
            continue
        for row, heading in zip(_nearest(rows, headings, kept, near), headings, strict=True):
            if kept[row] is None and heading not in kept:
                kept[row] = heading
    return kept


def _nearest(
    rows: Sequence[int], headings: Sequence[int], kept: Sequence[int | None], near: Callable[[int, int], float]
) -> Sequence[int]:
    """For each heading its row, in order: those kept first, then what is nearest."""

    alike = {(row, heading): near(row, heading) for row in rows for heading in headings}

    def worth(chosen: Sequence[int]) -> tuple[int, float]:
        pairs = list(zip(chosen, headings, strict=True))
        return sum(kept[row] == heading for row, heading in pairs), sum(alike[pair] for pair in pairs)

    return max(combinations(rows, len(headings)), key=worth)


def _runs(chosen: Sequence[int | None]) -> list[tuple[int, int]]:
    """Half-open stretches without an answer."""
    runs: list[tuple[int, int]] = []
    for at, index in enumerate(chosen):
        if index is not None:
            continue
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


_JOINT = re.compile(r"(?<=[\u4e00-\u9fff]{2})[与和及、](?=[\u4e00-\u9fff]{2})")
# Says more of the same thing: 背景与意义, 基础与优势, 预算与来源, 保障与协调.
_SAME_THING = re.compile(
    r".{0,4}(?:意义|必要性|可行性|优势|特色|特点|亮点|成果|(?:是|做|干|叫)(?:什么|啥)|怎么[做干]|说明|概述|概况|概要|要旨|梗概|大意|摘要|简介|简述|介绍|要求|内容|管理|协调|机制|来源|用途|依据|构成|明细|测算|分析|评价|创新点?)"
)
# 应对措施 is not 保障措施, 资金使用计划 not 进度计划: what the title's end shares with many others
_GENERIC = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:措施|举措|计划|条件|管理|目标|内容|方案|机制|情况|分析)$")
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")


def by_merging(chosen: Sequence[int | None], asked: Sequence[Sequence[str]], titles: Sequence[str]) -> list[int | None]:
    """Answers a section without a heading by its neighbour's, where that names two things: 家底与进展 for 现有基础.

    ``asked`` are the paths of the template's sections, ``titles`` of all headings. The neighbour stands under the same
    chapter and is what one part of the heading names; the other part names the section, or a thing that none asks.
    """
    filled = list(chosen)
    for at, index in enumerate(chosen):
        for near in (at + 1, at - 1) if index is None else ():
            if not 0 <= near < len(asked) or asked[near][:-1] != asked[at][:-1]:
                continue
            heading = chosen[near]
            if heading is not None and filled.count(heading) == 1 and _other_part(titles[heading], asked, near, at):
                filled[at] = heading
                break
    return filled


def _other_part(title: str, asked: Sequence[Sequence[str]], near: int, at: int) -> bool:
    named = _IN_BRACKETS.sub("", asked[near][-1])
    if any(named in bracket for bracket in _IN_BRACKETS.findall(title)):
        return False  # 给谁用、用在哪里（适用范围/预期用途）: the template's own title in a bracket
    parts = _JOINT.split(title)
    own = [part for part in parts if _common(part, asked[near][-1])]
    others = [part for part in parts if part not in own]
    if not own or len(others) != 1 or _SAME_THING.fullmatch(others[0]):
        return False
    named_here = _common(others[0], _GENERIC.sub("", asked[at][-1]))  # 现有基础和相关进展 for 相关进展
    return named_here or not any(_common(others[0], path[-1]) for path in asked)


def _common(one: str, other: str) -> bool:
    """Two characters in a row stand in both."""
    return any(one[i : i + 2] in other for i in range(len(one) - 1))
