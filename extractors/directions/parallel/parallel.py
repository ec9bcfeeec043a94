"""Directions by what they are: parallel parts of the call, each with its name and figures to reach."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.directions.labels.parts import FORM_ROLES, FoundDirection
from extractors.directions.lines.prose import with_categories
from extractors.directions.parallel.ends import ends_of
from extractors.directions.parallel.figures import Figures, figures_in
from extractors.directions.parallel.labels import BARE_FIGURE, Head
from extractors.directions.parallel.lines import Line, lines_in
from extractors.directions.parallel.rows import row_lists
from extractors.directions.parallel.series import series_in
from extractors.directions.parallel.telling import tell
from extractors.directions.tables.shared import shared_tables
from schemas.outline import Division, Outline, Role
from schemas.text import Block, Text

_MOST = 2 / 3  # of the parts have figures
_NEARLY = 0.9
# Who may apply, when, how and for how much: chapters whose items are no tasks.
_NOT_ASKED = re.compile(
    r"谁|条件|资格|怎么|怎样|如何|何时|什么时候|日程|流程|步骤|评[审选分价标]|奖励|资助|给什么|多少钱|经费|资金|报酬|保密|纪律"
    r"|联系|咨询|找谁|证明|附件|须知|填[写报表]|递交|报送|投递|总则|责任|权利|义务|违约|验收|政策|门槛"
    # not 病害管理系统, 服务机器人, 海水降解渔具材料
    r"|(?:时间|程序|管理|保障|支持|服务|范围|对象)(?:$|[与和及、]|办法|要求|措施|方式|标准|说明)"
    r"|^(?:材料|时间|支持|服务|管理|保障)|(?:申报|申请|提交|所需|佐证|揭榜|报名|应榜|上报|哪些)材料|材料(?:清单|目录|要求|准备)"
)
# 技术指标 over 整机性能 and 采样性能, 进度安排 over its stages: chapters on one task, or on how things are.
_OF_ONE = re.compile(
    r"指标|参数|性能|目标|进度|安排|阶段|计划|现状|背景|形势|意义|基础|奖项|(?:研究|建设|实施|主要)内容|(?:技术|功能|考核|验收)要求"
)
_LISTS = re.compile(r"[榜题令]|卡片|任务|课题|需求|难题|方向")
# 注册资本, 研发投入占比: parts that tell who may apply have figures as well
_ON_APPLICANTS = re.compile(r"营业?收|研发(?:人员|投入|费用)|注册|博士|高级职称|年龄|信用")
_BLANK = r"[ \t\u3000：:|｜—–-]{0,4}"
_METRIC = re.compile(
    rf"{_BLANK}(?:[（(][^（）()\n]{{1,12}}[）)])?{_BLANK}(?!\d{{1,2}}[.、．)）](?!\d)){BARE_FIGURE.pattern}"
)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A candidate: how sure its layout is, how many figures of the call it holds, and what it tells."""

    sure: int
    figures: int
    found: list[FoundDirection]


def parallel_directions(text: Text, outline: Outline) -> list[FoundDirection]:
    """The parts that hold most of the call's figures; [] where nothing is sure."""
    figures = figures_in(text, text.blocks)
    judged = [one for division in outline.divisions for one in _of_division(text, outline, division, figures)]
    for rows in row_lists(text, outline, figures):
        if rows.told or shared_tables(text, outline, rows.found):
            judged.append(_Judged(2, rows.figures, rows.found))
    best = _best(judged)
    return _grouped(outline, best)


def _grouped(outline: Outline, found: list[FoundDirection]) -> list[FoundDirection]:
    """With the groups that part the list; a heading of its own over each (第六条) is no group, nor is another task."""
    names = {direction.name for direction in found}
    grouped: list[FoundDirection] = []
    for direction in with_categories(outline, found):
        above = grouped[-1].category if grouped and direction.category in names else direction.category
        grouped.append(replace(direction, category=above))
    return grouped if len({direction.category for direction in grouped}) < len(found) else found


def _best(judged: Sequence[_Judged]) -> list[FoundDirection]:
    """Of the surest layout those that hold the most figures; of a list within another the inner one, if it does."""
    sure = max((one.sure for one in judged), default=0)
    most = max((one.figures for one in judged if one.sure == sure), default=0)
    near = [one for one in judged if one.sure == sure and one.figures >= _NEARLY * most]
    return max(near, key=lambda one: (len(one.found), one.figures)).found if near else []


def _of_division(text: Text, outline: Outline, division: Division, figures: Figures) -> Iterator[_Judged]:
    if division.role in FORM_ROLES or _is_other_annex(division):
        return
    inside = [b for b in text.blocks_in(division.start, division.end) if b.start >= division.start]
    asked = [b for b in inside if not _is_elsewhere(outline, b)]
    lines = lines_in(text, asked)
    for sure, heads in series_in(text, outline, division, lines):
        if not _is_of_one(outline, heads[0]):
            for count, found in _judged(text, outline, division, lines, figures, heads, sure):
                yield _Judged(sure, count, found)


def _judged(
    text: Text,
    outline: Outline,
    division: Division,
    lines: Sequence[Line],
    figures: Figures,
    heads: Sequence[Head],
    sure: int,
) -> Iterator[tuple[int, list[FoundDirection]]]:
    """A candidate whose parts have figures of the work, or that other tables tell of."""
    if sum(_METRIC.match(text.clean, head.body) is not None for head in heads) * 2 > len(heads):
        return  # ① 采净率：≥92%: what one direction has to reach
    ends = ends_of(text, outline, division, lines, heads)
    counts = [figures.within(head.body, end) for head, end in zip(heads, ends, strict=True)]
    having = sum(count > 0 for count in counts)
    listed = _is_list(text, outline, division, heads)
    if having >= max(2, (_MOST if sure > 1 else 1) * len(heads)):
        told = [text.clean[head.body : end] for head, end in zip(heads, ends, strict=True)]
        if sum(_ON_APPLICANTS.search(one) is not None for one in told) * 2 <= len(told):
            yield sum(counts), tell(text, lines, heads, ends)
    elif listed and (found := tell(text, lines, heads, ends)) and shared_tables(text, outline, found):
        yield sum(counts), found


def _is_other_annex(division: Division) -> bool:
    return division.attachment is not None and (division.role is Role.RECOMMENDATION or _is_not_asked(division.title))


def _is_elsewhere(outline: Outline, block: Block) -> bool:
    """Under a heading such as 谁能揭 or 评审办法."""
    index = outline.section_at(block.start)
    return index is not None and any(map(_is_not_asked, outline.path(index)))


def _is_not_asked(title: str) -> bool:
    return _NOT_ASKED.search(title) is not None and _LISTS.search(title) is None


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
