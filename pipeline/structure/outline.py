"""Text -> Outline: divisions, and inside them the headings with their levels."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from extractors.forms.blanks.marked_labels import asks_by_marks
from extractors.text.contents import contents_of
from pipeline.structure.divisions.divisions import divisions_of
from pipeline.structure.forms.lines import only_labels
from pipeline.structure.forms.nominations import nominations
from pipeline.structure.forms.to_answer import to_answer
from pipeline.structure.headings.apart import set_apart
from pipeline.structure.headings.depth import first_chapter, is_ended
from pipeline.structure.headings.framed import framed_chapters, ornamented_chapters
from pipeline.structure.headings.guided import guided_chapters
from pipeline.structure.headings.heading import WRITTEN, Heading, heading_at, style_of
from pipeline.structure.headings.lettered import lettered
from pipeline.structure.headings.questions import questions
from pipeline.structure.headings.unnumbered import bulleted, is_plain, under_titles, unnumbered_heading
from pipeline.structure.titles.numbered import LIST_STYLES, ends_list, is_third
from pipeline.structure.titles.numbering import number_at, value_of
from pipeline.structure.titles.titles import CALL_TITLE
from schemas.outline import Division, Outline, Role, Section
from schemas.text import Block, Text

_CHAPTERS = ("part", "chapter", "article", "han", "capital", "han_paren", "han_bare")
_LEAST_WRITTEN = 20  # characters
_CALL_NAME = re.compile(r"[^。；]{0,30}关于[^。；]{4,80}的?(?:通知|公告|通告|启事)")
_HEAD_LINES = 5  # of a call: who issues it, its number, its title
_ATTACHMENTS = re.compile(r"附\s*件\s*(?:\d{0,2}\s*[:：.．、]|$)")  # 附件：1.申报表, 附件1.申报表
_PLAN_TITLE = re.compile(r"[\u4e00-\u9fff]{0,6}方案")
_OWN_TEXT = 20  # characters
_NO_SECTIONS = (Role.INSTRUCTIONS, Role.COMMITMENT, Role.RECOMMENDATION, Role.PROOFS)
_SIBLINGS = 2  # headings before one that goes on with their numbers
_SHORT = re.compile(r"[^。；;，,：:！？\d]{3,20}")


def outline_of(text: Text) -> Outline:
    """The outline; numbering starts anew in every division."""
    divisions = nominations(text, divisions_of(text))
    sections: list[Section] = []
    lines = [block for block in text.blocks if block.table is None]
    listed = contents_of([text.clean[block.start : block.end] for block in lines])
    contents = {lines[i].start for i in listed}
    for index, division in enumerate(divisions):
        if division.role not in _NO_SECTIONS:
            own = _own_chapter(text, index, division, contents)
            sections += [own] if own is not None else []
            _add_sections(text, index, division, sections, contents)
        elif (chapter := _chapter(text, index, division)) is not None:
            sections.append(chapter)
    return Outline(divisions, tuple(sections))


def _chapter(text: Text, index: int, division: Division) -> Section | None:
    """The heading of 三、附件清单 or 四、揭榜承诺书, a chapter of the form whose items are no headings."""
    number = number_at(text.clean[division.start : division.title_end])
    if number is None or number.style not in _CHAPTERS:
        return None
    title = text.clean[division.start + number.end : division.title_end]
    return _titled(division, index, number.label.strip(), title.strip())


def _titled(division: Division, index: int, number: str | None, title: str) -> Section:
    """The division itself as a chapter."""
    end = division.title_end
    return Section(number, title, 1, index, None, division.start, end, division.end, division.end)


def _own_chapter(text: Text, index: int, division: Division, contents: Set[int]) -> Section | None:
    """技术方案 on a line of its own in a text without numbers, with a text right below it: a chapter as the others."""
    plan = division.role is Role.TASK_BOOK and division.attachment is None
    if not plan or _PLAN_TITLE.fullmatch(division.title) is None:
        return None
    below: list[Section] = []
    _add_sections(text, index, division, below, contents)
    end = below[0].start if below else division.end
    if len(text.clean[division.title_end : end].strip()) < _OWN_TEXT or any(s.number is not None for s in below):
        return None
    return replace(_titled(division, index, None, division.title), own_end=end, end=end)


def _add_sections(text: Text, index: int, division: Division, sections: list[Section], contents: Set[int]) -> None:
    lines = _lines(text, division) if division.role is Role.FORM else []
    if only_labels(lines) or asks_by_marks(lines):
        return
    first = len(sections)
    stack: list[tuple[Heading, int]] = []  # with the index into sections
    headings = _below_title(text, division, _headings(text, division, contents))
    numbered = next((i for i, h in enumerate(headings) if h.number is not None or h.style == "plain"), 0)
    opener = number_at(text.clean[division.start : division.title_end])  # 二、技术方案, and 三、报价表 on its level
    # Format headings above the first number are the document's title.
    if division.role is Role.BODY:
        numbered = first_chapter(text.clean, headings, numbered)
    for heading in _nested(text.clean, headings[numbered:]):
        if opener is not None and heading.style == style_of(opener):
            stack.clear()
        while stack and (
            heading.style in [one.style for one, _ in stack]
            or _is_lower(stack[-1][0].style, heading.style)
            or is_ended(stack[-1][0], heading)
        ):
            stack.pop()
        if stack and heading.style == "han" and _is_written(text.clean, sections[stack[-1][1]], heading.start):
            stack.clear()
        level = len(stack) + 1
        parent = stack[-1][1] if stack else None
        sections.append(
            Section(
                heading.number,
                heading.title,
                level,
                index,
                parent,
                heading.start,
                heading.end,
                division.end,
                division.end,
            )
        )
        stack.append((heading, len(sections) - 1))
    _close(sections, first, division.end)


def _lines(text: Text, division: Division) -> list[str]:
    blocks = [b for b in text.blocks_in(division.title_end, division.end) if b.start >= division.title_end]
    return [text.clean[b.start : b.end] if b.table is None else "" for b in blocks]


def _below_title(text: Text, division: Division, headings: list[Heading]) -> list[Heading]:
    """Those below 关于…的公告 in the first lines: who issues it stands above, and heads nothing."""
    lines = [b for b in text.blocks_in(division.title_end, division.end) if b.table is None][:_HEAD_LINES]
    titles = [b.start for b in lines if _CALL_NAME.fullmatch(text.clean[b.start : b.end].strip())]
    return [h for h in headings if not titles or h.start > titles[0] or h.number is not None]


def _is_written(clean: str, above: Section, start: int) -> bool:
    """（二）单位简介 with its text, and 一、立项依据 behind it: the higher number begins no part of the lower."""
    bracketed = re.fullmatch(r"[（(].{1,3}[）)]", above.number or "") is not None
    return bracketed and len(re.sub(r"\s", "", clean[above.heading_end : start])) >= _LEAST_WRITTEN


def _nested(clean: str, headings: list[Heading]) -> list[Heading]:
    """The headings, those of a series that begins anew right under one of its own style (二、正文 / 一、背景) lower."""
    found: list[Heading] = []
    outer: dict[str, int] = {}  # style -> the number under which a series of the same style stands
    last: dict[str, int] = {}
    for heading in headings:
        style, value = heading.style, value_of(heading.number or "") if heading.style == "han" else 0
        if value:
            above = found[-1] if found else None
            bare = above is not None and above.style == style and not clean[above.end : heading.start].strip()
            run_in = above is not None and above.style != style and clean[heading.end - 1] in "：:"
            if value == 1 and (bare or run_in) and style not in outer and last.get(style, 0) > 0:
                outer[style] = last[style]
            elif style in outer and value == outer[style] + 1 and value != last[style] + 1:
                del outer[style]
            last[style] = value
        found.append(replace(heading, style=f"{style}_inner") if style in outer else heading)
    return found


def _is_lower(open_: str, style: str) -> bool:
    """h3 ends where h2 begins; numbers say nothing of that kind."""
    return all(re.fullmatch(r"h\d", one) for one in (open_, style)) and open_ > style


def _close(sections: list[Section], first: int, end: int) -> None:
    """Sets where each section ends: at the next heading of its own or a higher level."""
    behind: list[Section] = []  # of what follows, the headings that can end one above them, the nearest last
    own_end = end
    for i in reversed(range(first, len(sections))):
        one = sections[i]
        while behind and behind[-1].level > one.level:
            behind.pop()
        sections[i] = replace(one, own_end=own_end, end=behind[-1].start if behind else end)
        behind.append(one)
        own_end = one.start


def _headings(text: Text, division: Division, contents: Set[int]) -> list[Heading]:
    blocks = [b for b in text.blocks if division.title_end <= b.start < division.end and b.table is None]
    found: list[Heading] = []
    headed = [block for block in blocks if _is_numbered(text, block)]
    titled = (
        len(headed) == 1 and headed[0].heading_level is not None and headed[0] in blocks[:2]
    )  # the text's own title
    plain = division.role is Role.BODY and (not headed or titled or under_titles(text, blocks, headed))
    marked = bulleted(text, blocks) if plain else frozenset()
    first = blocks.index(headed[0]) if headed else len(blocks)
    unnumbered = blocks[first + 1 :] if titled else blocks[:first]
    apart = set_apart(text, unnumbered) if division.role in WRITTEN or plain else frozenset()
    waiting = to_answer(text, blocks, division)
    guided = guided_chapters(text, blocks, division) or framed_chapters(text, blocks, division)
    guided = guided or ornamented_chapters(text, blocks, division)
    asked_for = questions(text, blocks) if division.role is Role.BODY else {}
    letters = lettered(text, blocks) if division.role in WRITTEN and not guided else {}
    in_list = False  # the numbered names under 附件： are no headings
    for position, block in enumerate(blocks):
        words = text.clean[block.start : block.end]
        in_list = _ATTACHMENTS.match(words) is not None or (in_list and len(words) < 60 and "。" not in words)
        if in_list or block.start in contents:
            continue
        if (letter := letters.get(block.start)) is not None:
            found.append(Heading(letter.style, letter.label, letter.title.of(text.clean), block.start, block.end))
            continue
        if (chapter := guided.get(block.start) or asked_for.get(block.start)) is not None:
            found.append(chapter)
            continue
        following = blocks[position + 1] if position + 1 < len(blocks) else None
        if following is not None and any(block.end <= grid.start < following.start for grid in text.tables):
            following = None  # what stands under it is a table, not the next line
        before = blocks[position - 1] if position else None
        listed = not (found and before is not None and found[-1].start == before.start)
        asked = block.heading_level is not None or block.start in waiting
        asked = asked or (division.role in WRITTEN and _continues(text, found, before, words))
        ends = listed and not asked and (ends_list(text, before, block, following) or is_third(text, blocks, position))
        heading = None if ends else heading_at(text, block, following, division, asked)
        words = words.strip()
        chapters = bool(found) and found[0].style in _CHAPTERS  # what has chapters numbers them all
        body = division.role is Role.BODY and not chapters and is_plain(text, block, following)
        called = division.role is Role.TASK_LIST or body
        if heading is None and called and CALL_TITLE.fullmatch(words):
            # As high as the first of those that have numbers.
            style = next((h.style for h in found if h.number is not None), "plain")
            heading = Heading(style, None, words, block.start, block.end)
        if heading is None and block.start in apart:
            heading = Heading("plain", None, words.rstrip("：:"), block.start, block.end)
        if heading is None and plain:
            heading = unnumbered_heading(text, block, following, marked)
        if heading is not None:
            found.append(replace(heading, depth=block.heading_level))
    return found


def _continues(text: Text, found: Sequence[Heading], before: Block | None, words: str) -> bool:
    """3、组织保障机制 behind the headings 1、 and 2、, though nothing but 4、 stands below it.

    Not right under an item of a list that is numbered so, which goes on with its own 3、.
    """
    number = number_at(words)
    if number is None or number.style not in LIST_STYLES or len(found) < _SIBLINGS or before is None:
        return False
    title = words[number.end :].strip()
    last = found[-_SIBLINGS:]
    if any(one.style != style_of(number) or one.number is None for one in last) or not _SHORT.fullmatch(title):
        return False
    above = number_at(text.clean[before.start : before.end])
    item = above is not None and above.style == number.style and last[-1].start != before.start
    values = [value_of(one.number or "") for one in last]
    here = value_of(number.label.strip())
    return not item and values == [here - 2, here - 1]


def _is_numbered(text: Text, block: Block) -> bool:
    """The paragraph has the number of a chapter, or is a heading by its format."""
    number = number_at(text.clean[block.start : block.end])
    return block.heading_level is not None or (number is not None and number.style in _CHAPTERS)
