"""Divisions: where 正文, 附件, 封面, 申报表, 任务书, 证明材料 and 承诺书 begin, by their titles."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import takewhile

from extractors.forms.blanks.behind_colons import asks_for_texts, asks_in_lines
from extractors.text.contents import contents_of
from pipeline.structure.divisions.annexes import called_attachments
from pipeline.structure.divisions.attached_chapters import attached_chapters
from pipeline.structure.divisions.attachments import attachment_at, names_attachment
from pipeline.structure.divisions.calls import leads_to_forms
from pipeline.structure.divisions.chapters import Between, Chapter, chapter_at, is_letter, part_of_form
from pipeline.structure.forms.blank import captions_part, role_by_room
from pipeline.structure.forms.lines import form_begins
from pipeline.structure.forms.papers import among_papers, with_papers
from pipeline.structure.titles.framed_numbers import unframed_lines
from pipeline.structure.titles.numbering import letter_at, number_at, value_of
from pipeline.structure.titles.titles import CALL_TITLE, calls_upon, is_cover, is_upper_title, title_role
from pipeline.structure.titles.within import FARTHEST, is_chapter_of
from schemas.outline import Division, Role
from schemas.text import Block, Text

_MOST_DIVISIONS = 300  # real files have some twenty; each costs a pass over the text
_LONGEST_CHAPTER = 30
_LONGEST_LIST, _LONGEST_ITEM = 12, 60
_PAPER = re.compile(
    r"(?:附|附证|证明?|佐证|(?:证明|佐证|支撑)?(?:文件|材料))\s?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})(?=[\s:：、]|[\u4e00-\u9fff“《（(])"
)
_LISTS = re.compile(
    r"(?:提交|提供|报送|递交|附上|应附|准备)[^。；]{0,20}(?:材料|资料|文件|清单|附件)|(?:材料|资料|文件)[^。；]{0,8}(?:包括|如下)"
)
_LABEL_BELOW = re.compile(r"[^。；，：:]{2,14}[：:][^。；]{0,20}")
_LEAST_LABELS = 3
# 申报单位：____（盖章）, 申报日期：  年  月  日
_OPEN_LABEL = re.compile(
    r"[^。；，：:]{2,16}[：:][\s_＿]*(?:(?:[（(][^（）()]{1,8}[）)]|年[\s_＿]*月(?:[\s_＿]*日)?)[\s_＿]*)?"
)
# 【单位名称】某某公司, 单位名称：某某公司
_ANSWERED = re.compile(r"[【［][\u4e00-\u9fff][^【】［］]{1,30}[】］]|[\u4e00-\u9fff][^。；，：:]{1,15}[：:]")
_MANY_LABELS = 8
_OVER_FORM = re.compile(r"[\u4e00-\u9fff]{0,8}(?:信息|情况|概况)")
_CAPTION = re.compile(r"表\s?[\d一二三四五六七八九十]")
# 附表1 2025年考核指标一览: what the text points to, behind the letter
_ANNEX = re.compile(
    r"附[表件]?\s?[\d一二三四五六七八九十]{0,2}\s?[:：]?\s?"
    r"(?![^，。；：:]*(?:财务|经营|科技计划|研发计划|承担|历年|近[\d一二两三四五]年|培养|人才))[^，。；：:]{0,24}(?:指标|目标|进度|计划)(?:要求|对照|分解|汇总|明细)?(?:一览)?表?"
)
_ANNEX_NUMBER = re.compile(r"附[表件]?\s?(\d{1,2})(?!\d)")
_HANDED_IN = re.compile(r"(?:随附|所附|附送|附后|附带|提交)的?(?:证明|佐证|申报)?(?:材料|资料|文件|证明)(?:清单|目录)?")
_CALL = (Role.TASK_LIST, Role.BODY)
_PARTS = (Role.FORM, Role.TASK_BOOK, Role.PROOFS, Role.COMMITMENT)
_BETWEEN_PARTS = (Role.COMMITMENT, Role.PROOFS)  # without a number between 一、申报表 and 二、任务书
_BOOK_CHAPTERS = ("han", "han_bare", "capital")  # 一、申报表, 贰、任务书


@dataclass(frozen=True, slots=True)
class _Start:
    start: int
    title_end: int
    role: Role
    title: str
    attachment: int | None
    chapter: Chapter | None = None  # that opened it, where it is a numbered part of a form


def divisions_of(text: Text) -> tuple[Division, ...]:
    """The divisions in order; they cover the text without a gap."""
    blocks = [b for b in text.blocks if b.table is None]
    lines = [text.clean[b.start : b.end] for b in blocks]
    contents = contents_of(lines)
    printed, lines = lines, ["" if at in contents else line for at, line in enumerate(unframed_lines(lines))]
    lines = called_attachments(lines)
    over_labels = _over_labels(printed)
    starts = _starts(blocks, lines, printed, _over_tables(text, blocks), over_labels)
    if not starts or starts[0].start > 0:
        first = _lines_between(text, 0, starts[0].start if starts else len(text.clean))
        starts.insert(0, _Start(0, 0, Role.COVER if is_cover(first) else Role.BODY, "", None))
    found = []
    for index, at in enumerate(starts):
        end = starts[index + 1].start if index + 1 < len(starts) else len(text.clean)
        role = at.role
        if role is Role.COVER:
            role = _role_of_cover(_lines_between(text, at.start, end))
            form = _form_below(text, at, end) if role is Role.OTHER else None
            if form is not None:
                found.append(Division(Role.COVER, at.title, at.attachment, at.start, at.title_end, form))
                at = replace(at, start=form, title_end=form, title="")
        division = Division(role, at.title, at.attachment, at.start, at.title_end, end)
        for part in with_papers(text, replace(division, role=role_by_room(text, division))):
            found += _with_form(text, part)
    if leads_to_forms(found):
        found[0] = replace(found[0], role=Role.BODY)
    return tuple(found)


def _with_form(text: Text, division: Division) -> list[Division]:
    """填写说明 above a form in lines, or above the cover: both begin where labels with nothing behind them do."""
    blocks = [b for b in text.blocks if division.title_end <= b.start < division.end and b.table is None]
    lines = [text.clean[b.start : b.end] for b in blocks if division.role is Role.INSTRUCTIONS]
    count = len(list(takewhile(_OPEN_LABEL.fullmatch, reversed(lines))))
    if count >= _LEAST_LABELS and is_cover(lines[-count:]):
        return _cut(division, blocks[-count].start, Role.COVER)
    first = form_begins(lines)
    return _cut(division, blocks[first].start, Role.FORM) if first is not None else [division]


def _cut(division: Division, start: int, role: Role) -> list[Division]:
    below = Division(role, "", division.attachment, start, start, division.end)
    return [replace(division, end=start), below]


def _over_tables(text: Text, blocks: list[Block]) -> frozenset[int]:
    """The indices of the lines that have a table right under them."""
    firsts = [block.start for block in blocks]
    return frozenset(bisect_right(firsts, grid.start) - 1 for grid in text.tables)


def _over_labels(lines: list[str]) -> frozenset[int]:
    """The indices of the lines that have a line with a label right under them."""
    return frozenset(index for index, line in enumerate(lines[1:]) if _LABEL_BELOW.fullmatch(line))


def _starts(
    blocks: list[Block],
    lines: list[str],
    printed: list[str],
    over_tables: frozenset[int],
    over_labels: frozenset[int],
) -> list[_Start]:
    found: list[_Start] = []
    attachment: int | None = None
    skip = -1
    chapters, attached = _titled_chapters(lines), attached_chapters(lines)
    higher = -1  # the last line above that is numbered 一、
    for index, words in enumerate(lines):
        higher = index - 1 if index and _is_higher(lines[index - 1]) else higher
        if index <= skip or (found and _is_next_chapter(words, found[-1])):
            continue
        if len(found) >= _MOST_DIVISIONS:
            break
        opened = attachment_at(lines, index, over_tables, attached)
        if opened is not None:
            attachment, title, role, skip = opened
            found.append(_Start(blocks[index].start, blocks[skip].end, role, title, attachment))
            continue
        if index in chapters:
            chapter = chapter_at(words)
            found.append(_Start(blocks[index].start, blocks[index].end, chapters[index], words, attachment, chapter))
            continue
        part = _part(blocks, lines, over_tables | over_labels, index, found, higher) if found else None
        if part is not None:
            found += [*_text_before(blocks, lines, index, found[-1], part), part]
            continue
        letter = letter_at(words) if blocks[index].heading_level is not None else None
        named = names_attachment(words) or (
            index in over_tables and captions_part(words, found[-1].role if found else Role.BODY)
        )
        role_found = None if named else title_role(words[letter.end if letter else 0 :])
        role_found = role_found or (
            _over_table(lines, index, found[-1].role) if found and index in over_tables else None
        )
        between = bool(chapters) and role_found in _BETWEEN_PARTS
        inside = role_found is Role.TASK_BOOK and bool(found) and _is_inside(blocks, printed, index, found[-1])
        listed = role_found is None or inside or _is_listed(lines, index)
        if role_found is None or listed or (not between and _is_caption(lines, index, role_found)):
            continue
        called = role_found is Role.COVER and not found and calls_upon(lines, index)  # 致全省职工的揭榜书
        if called or (CALL_TITLE.fullmatch(words) and index > 2 and (not found or found[-1].role in _CALL)):
            continue  # the call goes on
        at = _Start(blocks[index].start, blocks[index].end, role_found, words, attachment)
        above = index - 1
        if index and is_upper_title(lines[above]) and (not found or found[-1].title_end <= blocks[above].start):
            at = replace(at, start=blocks[above].start, title=lines[above] + words)
        found.append(at)
    return found


def _is_inside(blocks: list[Block], lines: list[str], index: int, open_: _Start) -> bool:
    """乙、技术方案 below 甲、现状分析, 【2】技术方案 below 【1】 of a task book: a chapter of it."""
    first = bisect_left(blocks, open_.title_end, key=lambda block: block.start)
    near = lines[max(first, index - FARTHEST) : index + 1]
    return open_.role is Role.TASK_BOOK and is_chapter_of(open_.title, near)


def _list_goes_on(lines: list[str], index: int) -> bool:
    """附件3 审计报告 somewhere behind the table of 附件2: the table is a paper among others."""
    own = _ANNEX_NUMBER.match(lines[index])
    papers = (_ANNEX_NUMBER.match(line) for line in lines[index + 1 :] if _ANNEX.fullmatch(line) is None)
    return own is not None and any(one is not None and int(one[1]) == int(own[1]) + 1 for one in papers)


def _over_table(lines: list[str], index: int, above: Role | None) -> Role | None:
    """基本信息 over a table that follows the instructions; 附表 考核指标一览 over one behind proofs or the letter."""
    words = lines[index]
    if above is Role.INSTRUCTIONS and _OVER_FORM.fullmatch(words) is not None:
        return Role.FORM
    annexed = above in (Role.COMMITMENT, Role.PROOFS) and _ANNEX.fullmatch(words) is not None
    return Role.TASK_BOOK if annexed and not _list_goes_on(lines, index) else None


def _titled_chapters(lines: list[str]) -> dict[int, Role]:
    """一、揭榜单位申报表, 二、揭榜任务书, 三、证明材料: an application whose parts are its numbered chapters.

    Only where a form and a task book are among them; a notice's 三、申报材料 is a section like any other.
    """
    found: dict[int, Role] = {}
    book = 0  # the number of the task book that is open
    begun = False  # 一、 stands in it
    for index, words in enumerate(lines):
        number = number_at(words) if len(words) <= _LONGEST_CHAPTER else None
        value = value_of(number.label) if number is not None and number.style in _BOOK_CHAPTERS else 0
        begun = (begun or value == 1) and book > 0
        role = title_role(words[number.end :]) if number is not None and value else None
        if role is Role.TASK_BOOK and book and (begun or value <= book):
            continue  # 二、技术方案 behind 一、任务响应 of 二、任务书: a chapter of it
        if role in _PARTS:
            found[index] = role
            book, begun = value if role is Role.TASK_BOOK else 0, False
    return found if {Role.FORM, Role.TASK_BOOK} <= set(found.values()) else {}


def _is_next_chapter(words: str, open_: _Start) -> bool:
    """三、攻关内容与技术方案 in a text that began with 二、立项依据: its next chapter, no text of its own."""
    chapter, first = chapter_at(words), open_.chapter
    if chapter is None or first is None or open_.role is not Role.TASK_BOOK:
        return False
    later = chapter.style == first.style and chapter.value > first.value
    return later and title_role(chapter.title) is Role.TASK_BOOK


def _is_higher(line: str) -> bool:
    chapter = chapter_at(line)
    return chapter is not None and chapter.style == "han"


def _part(
    blocks: list[Block], lines: list[str], tabled: frozenset[int], index: int, found: list[_Start], higher: int
) -> _Start | None:
    """一、基本信息表, 五、附件清单, 第二部分 攻关方案: the part of a form that the numbered line opens.

    ``found`` are the parts above, at least one; ``higher`` is the last line above that is numbered 一、, -1 for none.
    """
    chapter = chapter_at(lines[index])
    if chapter is None or _is_paper(lines, index, chapter):
        return None
    open_ = found[-1]
    first = bisect_left(blocks, open_.title_end, key=lambda block: block.start)
    captions = (one.chapter.value for one in reversed(found) if one.chapter and one.chapter.style == "caption")
    above = chapter_at(lines[index - 1]) if open_.role is Role.PROOFS and index > first else None
    if above is not None and (above.style, above.value + 1) == (chapter.style, chapter.value):
        return None  # 四、知识产权证明材料 below 三、审计报告: an item of the list
    between = Between(lines=first < index, higher=higher >= first, caption=next(captions, 0))
    below = lines[index + 1] if index + 1 < len(lines) else ""
    role = part_of_form(chapter, index in tabled, open_.role, open_.chapter, between, below)
    if role is None:
        return None
    block = blocks[index]
    title_end = block.start if role in (Role.FORM, Role.TASK_BOOK) else block.end  # these have chapters as sections
    return _Start(block.start, title_end, role, chapter.title, open_.attachment, chapter)


def _is_paper(lines: list[str], index: int, chapter: Chapter) -> bool:
    """四、履约承诺书 below 一、审计报告 二、… 三、…, all of them right under 肆、所附材料: an item of the list."""
    head = index - chapter.value
    if not 0 <= head < index or index - head > _LONGEST_LIST:
        return False
    above = enumerate((number_at(line) for line in lines[head + 1 : index]), start=1)
    listed = all(one is not None and (one.style, value_of(one.label)) == (chapter.style, at) for at, one in above)
    number = number_at(lines[head])
    title = lines[head][number.end if number is not None else 0 :].strip()
    return listed and _HANDED_IN.fullmatch(title) is not None


def _text_before(blocks: list[Block], lines: list[str], index: int, open_: _Start, part: _Start) -> list[_Start]:
    """一、现状分析 below a cover and above 五、附件清单, the first chapter that names a part, begins the text."""
    if open_.role is not Role.COVER or part.chapter is None:
        return []
    for block, line in zip(blocks[:index], lines, strict=False):
        chapter = chapter_at(line) if block.start >= open_.title_end else None
        if chapter is None or is_letter(chapter):
            continue
        if (chapter.style, chapter.value) == (part.chapter.style, 1):
            return [_Start(block.start, block.start, Role.TASK_BOOK, chapter.title, open_.attachment, chapter)]
    return []


def _is_caption(lines: list[str], index: int, role: Role) -> bool:
    """A table's caption or a list's name inside a running text: the numbering above it goes on below it.

    A list of tasks opens a division only as the document's first title or under 附件.
    """
    if role is Role.TASK_LIST and index > 0:
        return True
    before = next((n for line in reversed(lines[:index]) if (n := _han_number(line))), 0)
    after = next((n for line in lines[index + 1 :] if (n := _han_number(line))), 0)
    return before > 0 and after == before + 1


def _is_listed(lines: list[str], index: int) -> bool:
    """A short line below 应提交下列文件：, with nothing but such lines between: an item that bears no mark.

    附6 某某意向书 right below 附5 某某报告 is one as well, and 文件六 below 文件五.
    """
    here, last = (_PAPER.match(line) if line else None for line in (lines[index], lines[index - 1] if index else ""))
    follows = here is not None and last is not None and value_of(here["number"]) == value_of(last["number"]) + 1
    if follows or among_papers(lines, index):
        return True
    for above in reversed(lines[max(0, index - _LONGEST_LIST) : index]):
        if above.endswith(("：", ":")):
            return _LISTS.search(above) is not None
        if len(above) > _LONGEST_ITEM or "。" in above:
            return False
    return False


def _han_number(line: str) -> int:
    """3 for a line headed by 三、, else 0."""
    number = number_at(line)
    if number is None or number.style != "han" or len(number.label) > 1:
        return 0
    return value_of(number.label)


def _role_of_cover(lines: list[str]) -> Role:
    """申报书 is the title of a cover, of a form in lines, or of the text itself where no labels follow."""
    waits = asks_in_lines(lines)
    if is_cover(lines) and not (waits and asks_for_texts(lines)):
        return Role.COVER
    if waits or sum(_ANSWERED.match(line) is not None for line in lines) >= max(_MANY_LABELS, len(lines) / 2):
        return Role.FORM
    return Role.TASK_BOOK if sum(number_at(line) is not None for line in lines) >= 3 else Role.OTHER


def _form_below(text: Text, cover: _Start, end: int) -> int | None:
    """Where the table begins that a cover's labels have right below them, with the line that captions it.

    None where the lines above are no cover's, or no table is below.
    """
    blocks = [b for b in text.blocks if cover.start <= b.start < end]
    above = list(takewhile(lambda b: b.table is None, blocks))
    if len(above) == len(blocks) or not is_cover([text.clean[b.start : b.end] for b in above]):
        return None
    captioned = _CAPTION.match(text.clean, above[-1].start, above[-1].end) is not None
    return above[-1].start if captioned else blocks[len(above)].start


def _lines_between(text: Text, start: int, end: int) -> list[str]:
    return [text.clean[b.start : b.end] for b in text.blocks if start <= b.start < end]
