"""Directions in prose: headings with labelled parts, and headings under 受理项目, 专题方向."""

import re
from dataclasses import replace

from extractors.directions.labels.figures import bounds_in
from extractors.directions.labels.names import bare_head, label_in, number_of
from extractors.directions.labels.of_work import asks_of_work, is_besides
from extractors.directions.labels.parts import (
    FORM_ROLES,
    FoundDirection,
    Part,
    due_of,
    find_parts,
    goals_of,
    in_call,
    label_kind,
    parts_behind_tables,
    running_end,
    spans_of,
)
from extractors.text.notice_words import alternation
from extractors.text.spans import Span, sentences, squeezed, trimmed
from schemas.outline import Outline
from schemas.text import Text

LISTING = re.compile(rf"(?:.{{0,12}})?{alternation('direction_titles')}(?:及.{{2,8}}|[（(].*[）)])?")
# 钛合金结构（共性关键技术类）, 氟膜国产替代（某公司，悬赏400万元）: kind, asker and money belong not to the name.
_KIND = re.compile(
    r"[（(](?:(?:(?:项目|榜单|课题|任务|需求|题目)?(?:编号|代码)\s?[:：]?\s?[A-Za-z\d\-—]{1,12})|(?P<kind>[^（）()]{1,14}(?:类|领域|板块))|[^（）()]{1,14}(?:类项目|项目|课题)"
    # 浮标课题（周期为2年）, 浮标课题（限报3项）: for how long, and how many of them
    r"|[^（）()\d]{0,8}(?:周期|期限|年限|时限|为期)[^（）()]{0,8}\d[^（）()]{0,8}[年月天][^（）()]{0,4}|(?:拟?(?:立项|资助|支持|设立|限报?|共|约|每[\u4e00-\u9fff]限报?)\s?){1,2}\d{1,3}\s?[项个]左?右?"
    r"|[^（）()]*(?:公司|集团|单位|企业|医院|大学|研究院|万元|榜额|悬赏)[^（）()]*)[）)]$"
)
_SAID = re.compile(r"^【(?:榜单|题目|榜题|课题|任务|难题|需求|赛题|项目|方向)(?:名称)?】")  # 【题目】隧道巡检
# Headings that never name what can be applied for; 申报材料 is one, 先进碳材料 is a field of work.
PROCEDURE = re.compile(
    r"(?:^|申报|申请|提交|报送|上报|递交|揭榜|应榜|投标|参赛|报名|参评|推荐|评审|验收|所需|提供|附件|证明|佐证|支撑|补充|相关|有关|其他|书面|纸质|电子|通用|必备)材料$"
    r"|(?:条件|要求|时间|方式|资料|(?<![小用])程序|流程|原则|说明|评审|验收|政策|措施|额度|标准|安排|依据|背景|目标|对象|事项|监督|步骤|办法|奖励|服务保障|内容|介绍|概述|概况|简介|机制|规则|奖项|(?:^|项目|课题|过程|经费|资金|组织|监督)管理)$"
    r"|^(?:联系|材料|组织申报|评审|申报|支持政策|资助|奖励)"
)

_ASKS = re.compile(r"(?:要求|说明|描述)[:：]\s{0,4}")  # 命题1：某某。要求：提出…
_NAME_LABEL = re.compile(r"(?:榜单|项目|课题|任务|榜题|需求|方向|题目|难题)名称")
_SHORTEST_LEAD = 6  # characters
_NAME_ALONE = re.compile(r"[^。；;，,：:\n]{4,50}")
_JUDGING = re.compile(r"评(?:审|选|分|比|奖)|奖励|奖项|评价(?:标准|办法|规则|方法)$")  # of works handed in


def labelled_sections(text: Text, outline: Outline) -> list[FoundDirection]:
    """Headings under which a task or a goal is labelled."""
    owners: dict[int, list[int]] = {}
    for start, end in _call_stretches(outline):
        for part in find_parts(text, start, end):
            if part.kind in ("task", "goal") and not _is_besides(text.clean, part):
                owner = _owner(outline, part.label)
                if owner is not None:
                    owners.setdefault(owner, []).append(part.label)
    plain = [i for i in owners if outline.sections[i].number is None and outline.sections[i].level == 1]
    if len(plain) == 1:
        del owners[plain[0]]  # the document's own title
    found = [_from_section(text, outline, index) for index in sorted(owners)]
    found = [direction for direction in found if direction.tasks or direction.goals]
    if len(found) == 1 and not (found[0].tasks and found[0].goals):
        return []
    return with_categories(outline, found)


def listed_headings(text: Text, outline: Outline) -> list[FoundDirection]:
    """The headings under one such as 受理项目 or 专题方向."""
    for index, section in enumerate(outline.sections):
        if not in_call(outline, section) or not LISTING.fullmatch(section.title):
            continue
        children = [s for s in outline.sections if s.parent == index]
        if len(children) < 2 or any(PROCEDURE.search(child.title) or len(child.title) > 45 for child in children):
            continue
        return [direction_under(text, c.title, c.number, c.start, c.heading_end, c.end) for c in children]
    return []


def _call_stretches(outline: Outline) -> list[tuple[int, int]]:
    return [(d.start, d.end) for d in outline.divisions if d.role not in FORM_ROLES]


def _owner(outline: Outline, offset: int) -> int | None:
    """The deepest heading over an offset that is not itself a label (（一）研究内容)."""
    index = outline.section_at(offset)
    while index is not None and _names_part(outline.sections[index].title):
        index = outline.sections[index].parent
    if index is None:
        return None
    section = outline.sections[index]
    judged = any(_JUDGING.search(title) for title in outline.path(section.parent))
    if judged or PROCEDURE.search(section.title) or not 2 <= len(section.title) <= 45:
        return None
    return index


def _from_section(text: Text, outline: Outline, index: int) -> FoundDirection:
    section = outline.sections[index]
    return direction_under(text, section.title, section.number, section.start, section.heading_end, section.end)


def direction_under(text: Text, name: str, number: str | None, start: int, body: int, end: int) -> FoundDirection:
    """A direction from its heading and what it governs; text without labels is its task."""
    clean = text.clean
    label = label_in(name, alone=True)
    if label:
        number, name = str(label.key[-1]), label.name
    elif _NAME_LABEL.fullmatch(name) and (below := _line_below(text, body, end)) is not None:
        name, body = (
            below.of(clean),
            below.end,
        )  # 榜单名称 over 多胎绵羊新品系培育, cells that the copy set one below the other
    elif (head := bare_head(name)) is not None and (own := _own_line(text, body)) is not None:
        number, name, body = str(head.key[-1]), own.of(clean), own.end  # （一）场景1：深水养殖
    whole, end = end, running_end(text, body, end)
    parts = find_parts(text, body, end)
    tasks, goals = spans_of(parts, "task"), goals_of(clean, parts)
    lead = trimmed(clean, body, parts[0].label if parts else end, "。：:")
    said = _ASKS.match(clean, lead.start, lead.end)
    lead = Span(said.end(), lead.end) if said else lead
    besides = all(_is_besides(clean, part) for part in parts if part.kind == "task")
    if besides and lead.end - lead.start >= _SHORTEST_LEAD:
        tasks = (lead, *tasks)
    elif parts and not goals:
        goals = _bounding(clean, lead)
    # without what stands behind a table: the table is the direction's own
    ends = [span.end for span in (*tasks, *goals)]
    behind = parts_behind_tables(text, end, whole, untold=not ends)
    name = squeezed(_SAID.sub("", name).strip("：: "))
    kind = _KIND.search(name)
    return FoundDirection(
        name=_KIND.sub("", name),
        category=kind["kind"] if kind else None,
        number=number_of(number),
        start=start,
        end=max(ends) if ends else trimmed(clean, start, body).end,
        tasks=(*tasks, *spans_of(behind, "task")),
        goals=(*goals, *spans_of(behind, "goal")),
        due=due_of(clean, [*parts, *behind]),
        labelled=bool(spans_of(parts, "task") or goals),
    )


def _bounding(clean: str, lead: Span) -> tuple[Span, ...]:
    """What a lead before the labels asks in figures, from the first sentence with such on.

    课题面向…。课题完成时，矫顽力应不低于25 kOe。 / 任务要求：…: the sentences before tell what it is for.
    """
    told = (one for one in sentences(clean, lead.start, lead.end) if bounds_in(one.of(clean)))
    first = next((one for one in told if asks_of_work(one.of(clean))), None)
    return (Span(first.start, lead.end),) if first is not None else ()


def _line_below(text: Text, at: int, end: int) -> Span | None:
    """The next paragraph, where it may be a name."""
    index = text.block_at(max(at - 1, 0))
    block = text.blocks[index + 1] if index is not None and index + 1 < len(text.blocks) else None
    if block is None or block.end > end or block.table is not None:
        return None
    span = trimmed(text.clean, block.start, block.end)
    return span if _NAME_ALONE.fullmatch(span.of(text.clean)) and label_kind(span.of(text.clean)) is None else None


def _is_besides(clean: str, part: Part) -> bool:
    label = re.match(r"[^：:\n]{2,16}", clean[part.label : part.span.start])
    return label is not None and is_besides(label.group().strip("【】“” 。"))


def _own_line(text: Text, at: int) -> Span | None:
    """What stands behind a heading in its own paragraph, where it is a name."""
    index = text.block_at(at)
    span = trimmed(text.clean, at, text.blocks[index].end) if index is not None else Span(at, at)
    return span if _NAME_ALONE.fullmatch(span.of(text.clean)) else None


def _names_part(title: str) -> bool:
    """预期指标（见下表）: the heading is a label inside a direction."""
    return label_kind(re.sub(r"[（(][^（）()]*[）)]$", "", title).rstrip("：:")) is not None


def with_categories(outline: Outline, found: list[FoundDirection]) -> list[FoundDirection]:
    """The heading above is a category where there are two or more of them."""
    parents = []
    for direction in found:
        index = outline.section_at(direction.start)
        if index is not None and outline.sections[index].start == direction.start:
            index = outline.sections[index].parent
        while index is not None and _names_part(outline.sections[index].title):
            index = outline.sections[index].parent
        parents.append(index)
    if len({parent for parent in parents if parent is not None}) < 2:
        return found
    return [
        replace(d, category=d.category or squeezed(outline.sections[parent].title)) if parent is not None else d
        for d, parent in zip(found, parents, strict=True)
    ]
