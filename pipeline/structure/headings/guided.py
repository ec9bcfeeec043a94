"""Outlines that name their chapters one a line, and what each is to say (2 解决方案。限2000字。) or nothing more."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from extractors.forms.labels.words import is_known_label
from extractors.text.marks import COUNT
from pipeline.structure.headings.closing import limits_chapters, only_chapters
from pipeline.structure.headings.heading import Heading
from pipeline.structure.titles.outline_numbers import OutlineNumber, outline_number
from pipeline.structure.titles.titles import OUTLINE
from schemas.outline import Division, Role
from schemas.text import Block, Text

# 技术路线（不超过1500字）：催化剂设计…; what is said may stand framed, in a bracket, or behind a blank
_OPEN, _SHUT = r"【〔\[［「『〈＜<{", r"】〕\]］」』〉＞>}"
_NESTED = r"(?:[^（）()]|[（(][^（）()]{1,30}[）)])"
_TITLE = re.compile(
    r"\s*[《“「『]?(?P<title>[\u4e00-\u9fff、“”/]{2,20}[？?]?(?:[（(](?![^（）()]*\d\s?[字页])[^（）()。；]{2,20}[）)])?)[》」』]?"
    rf"(?:(?:[。：:]|—{{1,2}}|→)(?P<says>.?)|\s*[{_OPEN}](?P<framed>[^{_SHUT}]{{2,120}})[{_SHUT}][。；]?"
    rf"|(?P<noted>[（(]{_NESTED}{{2,200}}[）)])(?:[。；]?|[：:。—].*)|(?P<limited>[，,][^。]{{0,40}}\d\s?[字页].*)"
    # 攻关方案，针对各条要求分别写明做法；
    r"|(?P<asked>[，,][^。；]{0,40}?(?:写[明清出]|[说阐]明|[列给提]出|分析|介绍|描述|论述|阐述)[^。]{0,120})"
    r"|[ \u3000]+(?P<spaced>[^ \u3000].{3,})|[；;]?)$"
)
# 分几步走，每步交什么: nothing but the title, in two clauses
_CLAUSES = re.compile(
    r"\s*(?P<title>[\u4e00-\u9fff、“”/]{2,14}[，,][\u4e00-\u9fff、“”/]{2,16}[？?]?)(?:[（(][^（）()]{2,60}[）)])?"
)
_SAID = re.compile(_TITLE.pattern.removesuffix("$"))  # the guidance may go on to the line's end
_BULLET = re.compile(r"[●■◆▪•➢►▶◇○·★☆※△▲◎#＃]\s*|[-–—]{1,2}\s*(?=[\u4e00-\u9fff])")
_ASIDE = re.compile(r"(?:[→◇◆•·▪－※*＊☆△▲-]|[-–—]{1,2})\s?\S|[（(【〔].+[）)】〕][。；]?$|.*[。：；!！]$|.*\d\s?[字页]")
_SET_OFF = re.compile(r"[→◇◆•·▪－※*＊☆△▲●■-]\s?\S|[（(【〔\[].+[)）】〕\]][。；]?$")  # no title, but what is said of it
_LABELLED = re.compile(r"[\u4e00-\u9fff]{2,12}[：:].{2,}")  # 项目简介：300字以内, above the first chapter
_NOTE = re.compile(r"[^：:]{4,120}[。：:）)]|[（(【].{2,120}[）)】]")  # 任务书分六部分，…。
_BOOK = re.compile(r"任务书|方案|正文")
_LEADS = re.compile(
    rf"(?:(?:包括|包含|含|按|分为?|依照)[^。；]{{0,16}}|共?{COUNT}个?(?:部分|[块节章段项题])(?!目)[^。；]{{0,40}})[：:]$"
)  # 报告共六块，顺序不要变：
_RULE = re.compile(r"[-—–─━═▬_=＝*·~～\s]{3,200}")  # between two parts of the document
# What is said of a chapter that is to be written, and what marks it.
_LENGTH = re.compile(r"\d\s?[字页]")
_WRITE = re.compile(r"写|说明|描述|阐述|介绍|论述|概述|分析|列[出明表]|逐[条项个行]|对照|[画给附]|讲|谈|说")
# points, and how a paper is to look
_MARKED = re.compile(r"\d\s?分(?![钟类析])|得分|满分|权重|装订|字[体号]|行距|纸张|A4|PDF")
_FEWEST = 3
_LONGEST_TITLE = 20
_LONGEST = 160  # characters of a line; an applicant's own text has longer ones


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A line that names a chapter, 0, or a part of one, 1: ``level``."""

    heading: Heading
    level: int
    told: bool


def guided_chapters(text: Text, blocks: Sequence[Block], division: Division) -> dict[int, Heading]:
    """The headings by where their lines begin, where the whole of an outline consists of such lines; else {}.

    They are numbered 1, 2, 3 in one style, parts of a chapter so in another; what a chapter is to say may stand behind
    its title or below it. Items of a text are numbered so too, and no outline is their title: in an attachment that is
    not called an outline nothing but such titles may stand.
    """
    outline = OUTLINE.search(division.title.strip()) is not None
    if division.role is not Role.TASK_BOOK or not (outline or division.attachment is not None):
        return {}
    named = outline or _BOOK.search(division.title) is not None
    lines, found = _read(text, blocks)
    asks = _tells(text, lines, found)
    closed = limits_chapters([text.clean[block.start : block.end] for block in lines[-1:]], _labels(found))
    if not found or not (outline or asks or closed or (named and len(found) == len(lines))):
        return {}
    return {one.heading.start: one.heading for one in found}


def is_outline(text: Text, blocks: Sequence[Block], title: str) -> bool:
    """The lines name chapters to be written, as ``title`` says, or they say what each is to hold, with its length.

    So do the tasks of a list; nobody limits these to some hundred characters. What is marked with points is marked.
    """
    lines, found = _read(text, blocks)
    if 2 * sum(is_known_label(one.heading.title) for one in found) >= len(found):
        return False  # 项目名称, 法定代表人: the labels of a form
    last = [text.clean[block.start : block.end] for block in lines[-1:]]
    whole = limits_chapters(last, _labels(found)) or only_chapters([one.heading.style for one in found], len(lines))
    return bool(found) and (whole or OUTLINE.search(title.strip()) is not None or _tells(text, lines, found))


def _read(text: Text, blocks: Sequence[Block]) -> tuple[list[Block], list[_Chapter]]:
    """The lines from the first chapter on, and the chapters; none where there are too few."""
    blocks = [block for block in blocks if _RULE.fullmatch(text.clean, block.start, block.end) is None]
    lines = list(dropwhile(lambda block: _is_above(text, block), blocks))
    found = _chapters(text, lines) or _bulleted(text, lines, blocks[: len(blocks) - len(lines)])
    if not found:  # 现状（不超过700字）, without a mark, looks like a note above the first chapter
        lines, found = blocks, _bulleted(text, blocks, [])
    return lines, found if len([one for one in found if one.level == 0]) >= _FEWEST else []


def _tells(text: Text, lines: Sequence[Block], found: Sequence[_Chapter]) -> bool:
    """Most chapters have what is to be written behind their title or below it, and one its length."""
    said = [text.clean[block.start : block.end] for block in lines]
    chapters = {one.heading.start: one.heading.end for one in found}
    guidance = [text.clean[chapters.get(block.start, block.start) : block.end] for block in lines]
    return not any(map(_MARKED.search, said)) and tells_what_to_write(guidance, len(found))


def tells_what_to_write(guidance: Sequence[str], chapters: int) -> bool:
    """Half as many of the lines as there are chapters say what to write, and one how long that may be."""
    writes = sum(_WRITE.search(words) is not None or _LENGTH.search(words) is not None for words in guidance)
    return any(map(_LENGTH.search, guidance)) and 2 * writes >= chapters > 0


def _labels(found: Sequence[_Chapter]) -> list[str]:
    return [one.heading.number for one in found if one.level == 0 and one.heading.number]


def _is_above(text: Text, block: Block) -> bool:
    """A field, or what the outline says of itself, above the first chapter."""
    words = text.clean[block.start : block.end]
    if outline_number(words) is not None or _BULLET.match(words):
        return False
    return _LABELLED.fullmatch(words) is not None or _NOTE.fullmatch(words) is not None


def _chapters(text: Text, lines: Sequence[Block]) -> list[_Chapter]:
    """The chapters and their parts; [] where a line is none of them and does not say what one is to hold."""
    found: list[_Chapter] = []
    style, count, below = "", 0, ("", 0)  # of the chapters; of the parts of the one that is open
    for block in lines:
        words = text.clean[block.start : block.end]
        number = outline_number(words) if len(words) <= _LONGEST else None
        chapter = _chapter(text, block, number) if number is not None else None
        if number is not None and chapter is not None and _follows(number, style, count):
            style, count, below = number.style, number.value, ("", 0)
            found.append(_Chapter(chapter, 0, chapter.end < block.end))
        elif number is not None and chapter is not None and count and _is_part(number, style, count, below):
            below = (number.style, number.value)
            found.append(_Chapter(chapter, 1, chapter.end < block.end))
        elif not found or (number is not None and not limits_chapters([words], _labels(found))) or not _is_aside(words):
            return []
    return found


def _is_aside(words: str) -> bool:
    """What a chapter is to hold: set off by a mark or as a sentence, or saying what to write (写清教几个人)."""
    said = _ASIDE.match(words) or (_LABELLED.fullmatch(words) is None and _WRITE.search(words))
    return len(words) <= _LONGEST and said is not None


def _follows(number: OutlineNumber, style: str, count: int) -> bool:
    return number.value == count + 1 and number.style == (style or number.style) and number.above == 0


def _is_part(number: OutlineNumber, style: str, count: int, below: tuple[str, int]) -> bool:
    """C.3.1 or （一） below the third chapter, the next of its parts."""
    own = number.style != style and number.above in (0, count)
    return own and (below[0] in ("", number.style)) and number.value == below[1] + 1


def _chapter(text: Text, block: Block, number: OutlineNumber) -> Heading | None:
    """The line's heading: the title, and behind it what it is to say."""
    words = text.clean[block.start : block.end]
    if (clauses := _CLAUSES.fullmatch(words, number.end)) is not None and _LENGTH.search(clauses["title"]) is None:
        return Heading(number.style, number.label, clauses["title"], block.start, block.start + clauses.end("title"))
    title = _TITLE.match(words, number.end) or _SAID.match(words, number.end)
    if title is None or (title.end() < len(words) and not (title["says"] or title["framed"])):
        return None
    end = next(
        (title.start(name) for name in ("framed", "noted", "limited", "asked", "spaced") if title[name]), len(words)
    )
    end = title.start("says") if (title["says"] or "").strip() else end
    return Heading(number.style, number.label, title["title"], block.start, block.start + end)


def _bulleted(text: Text, lines: Sequence[Block], above: Sequence[Block]) -> list[_Chapter]:
    """● 需求分析 / ● 技术方案（800字以内）, or no mark at all, as all lines of an outline or below 包括以下内容：.

    Between them stands what each is to say, set off by another mark or, below a bullet, as a sentence.
    """
    if len(lines) < _FEWEST or not _introduced(text, above):
        return []
    bullets = [_BULLET.match(text.clean, block.start, block.end) for block in lines]
    mark = bullets[0].group().strip() if bullets[0] is not None else ""
    opens = [
        bullet is not None and bullet.group().strip() == mark
        if mark
        else _SET_OFF.match(text.clean, block.start, block.end) is None
        for block, bullet in zip(lines, bullets, strict=True)
    ]
    said = [text.clean[block.start : block.end] for block, opening in zip(lines, opens, strict=True) if not opening]
    if any(len(words) > _LONGEST or _ASIDE.match(words) is None for words in said):
        return []
    opening = [pair for pair, opens_one in zip(zip(lines, bullets, strict=True), opens, strict=True) if opens_one]
    ends = [bullet.end() - bullet.start() for _, bullet in opening if bullet is not None] if mark else []
    return _unmarked(text, [block for block, _ in opening], ends)


def _introduced(text: Text, above: Sequence[Block]) -> bool:
    """Nothing stands above the bullets, or what does leads to them."""
    return not above or _LEADS.search(text.clean, above[-1].start, above[-1].end) is not None


def _unmarked(text: Text, lines: Sequence[Block], ends: Sequence[int] = ()) -> list[_Chapter]:
    """Short lines that are nothing but a title and a bracket; ``ends`` are those of their bullets."""
    found: list[_Chapter] = []
    if not ends and any(outline_number(text.clean[block.start : block.end]) for block in lines):
        return []
    for block, end in zip(lines, ends or [0] * len(lines), strict=True):
        chapter = _chapter(text, block, OutlineNumber("plain", "", 0, 0, end))
        framed = text.clean[block.start] in "《「『"  # 《技术路线》<画一张图>: the frame ends the title
        behind = text.clean[chapter.end : chapter.end + 1] if chapter is not None else ""
        told = not (ends or framed) and behind not in ("（", "(", "\n", "")
        if chapter is None or told or len(chapter.title) > _LONGEST_TITLE:
            return []
        found.append(_Chapter(replace(chapter, number=None), 0, chapter.end < block.end))
    return found
