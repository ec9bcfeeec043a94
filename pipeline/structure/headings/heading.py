"""One paragraph as a heading: by its number (一、立项依据), run in before its text, or by its format."""

import re
from dataclasses import dataclass

from extractors.text.marks import FRAMED
from extractors.text.spans import unbalanced
from pipeline.structure.titles.numbered import LIST_STYLES, LONGEST_TITLE, is_pair, is_title
from pipeline.structure.titles.numbering import Number, letter_at, number_at
from pipeline.structure.titles.titles import OUTLINE, PLAIN, unframed
from schemas.outline import Division, Role
from schemas.text import Block, Text

WRITTEN = (Role.TASK_BOOK, Role.OTHER)  # where an applicant's own text stands
# 3.某某技术（某公司）。要求…, not 9月7日12:00
_RUN_IN = re.compile(r"((?:[^。：:；;，,（(]|[（(][^（）()]{1,30}[）)]?){2,16})(。|(?<!\d)[：:]|[：:](?!\d\d))(?=.)")
# 第三章 研究团队 负责人履历，主要人员分工。: a blank parts the chapter's title from its guidance.
_RUN_IN_CHAPTER = re.compile(r"([\u4e00-\u9fff、]{4,16})[ \u3000]+(?=[\u4e00-\u9fff][^\n]{5,}。$)")
_SAYS_HOW = re.compile(r"[ \u3000]+(?:编写|填写|撰写)(?:说明|要求|要点|提示)$")  # 第1章　立项依据　　编写说明：…
_SAYS = re.compile(r"(?:期限|时间|金额|总数|数量)为|采取|只能|不得|不再|必须|[应须]当")  # 一、项目采取网上方式。
# 1. 2026年上半年：完成…: a stage of a plan, no heading.
_DATE = re.compile(r"20\d\d\s?[年.][\d\s年月日号季度上下半初中末底旬前以之第QH一二三四.—－~～至到-]*")
_ROOM = re.compile(r"[_＿]{2}|…{3}")  # 6.1 姓名：____ of a form: a label with its room
_ENDS_SENTENCE = re.compile(r"[。；;，,！？]$")
_PART = re.compile(r"(?:部分?|篇)】?$")
_QUESTION = re.compile(r"[^。；;，,：:]{2,30}[？?]")  # 四、要准备哪些材料？
_FRAMED = re.compile(FRAMED)  # 第二条 【申请人资格】
# （二）技术路线　【逐条作答，不超过800字】: the frame says what to write
_GUIDED = re.compile(r"(?P<title>[^【】。；;]{2,30}?)[ \u3000]*【[^【】]{4,120}】[。；]?")

# 六、经费预算（按科目列出，写明…。本部分不超过400字）: a bracket at the line's end that is no part of a title
_CHAPTER = re.compile(r"[\u4e00-\u9fff、“”]{2,20}(?:[（(][^（）()]{2,30}[)）])?")
_NOTED = re.compile(
    r"(?P<title>[^（）()。；;，,：:]{2,20})[（(](?:[^（）()]|[（(][^（）()]{1,30}[)）]){8,200}[)）][。；]?"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """Half-open offsets into ``Text.clean``; ``style`` is that of the number, of the format (h2), or plain.

    ``depth`` is the level that the format gives the paragraph (2 for an h2, numbered or not), None where it gives none.
    """

    style: str
    number: str | None
    title: str
    start: int
    end: int
    depth: int | None = None


def heading_at(text: Text, block: Block, following: Block | None, division: Division, asked: bool) -> Heading | None:
    """The heading that the paragraph is or begins with; ``asked``, where what stands around it says that it is one."""
    words = text.clean[block.start : block.end]
    words = words if number_at(words) is not None else unframed(words)
    number = number_at(words)
    if number is None:
        if block.heading_level is None or len(words) > LONGEST_TITLE:
            return None
        letter = letter_at(words)
        label, end = (letter.label, letter.end) if letter is not None else (None, 0)
        return Heading(f"h{block.heading_level}", label, words[end:], block.start, block.end)
    title = words[number.end :].strip()
    if division.role in (Role.FORM, Role.COVER) and _ROOM.search(title):
        return None
    title = framed["title"] if (framed := _FRAMED.fullmatch(title)) is not None else title
    guided = _guided(title, number) if division.role in WRITTEN else None
    end = block.start + words.index(title) + guided.end("title") if guided is not None else block.end
    title = guided["title"] if guided is not None else title
    if title.endswith("。") and (PLAIN.fullmatch(title[:-1]) or _is_last_of_outline(title[:-1], number, division)):
        title = title[:-1]  # 一、申报条件。
    label = number.label.strip()
    if (
        title
        and len(title) <= LONGEST_TITLE
        and (not _ENDS_SENTENCE.search(title) or (number.style in ("han", "asked") and _QUESTION.fullmatch(title)))
        and (
            asked
            or is_title(title, number, text, following)
            or (division.role in WRITTEN and is_pair(title, number, text, following))
        )
    ):
        return Heading(style_of(number), label, title.rstrip("：:"), block.start, end)
    run_in = _RUN_IN.match(title)
    told = run_in is not None and (
        unbalanced(run_in.group(1))  # 须为会员（入会程序请至官网：…）
        or _DATE.fullmatch(run_in.group(1)) is not None
        or (run_in.group(2) == "。" and _SAYS.search(run_in.group(1)))
    )
    if (
        run_in
        and not told
        and (number.style not in LIST_STYLES or (division.role is Role.BODY and number.style == "arabic"))
    ):
        end = block.start + words.index(title) + run_in.end()
        return Heading(style_of(number), label, _SAYS_HOW.sub("", run_in.group(1)), block.start, end)
    spaced = _RUN_IN_CHAPTER.match(title) if number.style in ("chapter", "han") else None
    if spaced is not None and division.role is Role.TASK_BOOK:
        return Heading(
            style_of(number), label, spaced.group(1), block.start, block.start + words.index(title) + spaced.end()
        )
    return None


def _is_last_of_outline(title: str, number: Number, division: Division) -> bool:
    """九、预期效益与产业化计划。 with nothing behind it in an outline whose other chapters say what to write."""
    outline = division.role is Role.TASK_BOOK and OUTLINE.search(division.title.strip()) is not None
    return outline and number.style not in LIST_STYLES and _CHAPTER.fullmatch(title) is not None


def _guided(title: str, number: Number) -> re.Match[str] | None:
    """The title before what the template says of it, framed or in a bracket too long for a title."""
    framed = _GUIDED.fullmatch(title)
    if framed is not None or number.style in LIST_STYLES:
        return framed
    return _NOTED.fullmatch(title) if len(title) > LONGEST_TITLE or "。" in title else None


def style_of(number: Number) -> str:
    """The number's style; 第一部分 and 第一篇 stand above 第一章, 第一节 below it."""
    if number.style == "chapter" and number.label.endswith("节"):
        return "chapter_section"
    return "part" if number.style == "chapter" and _PART.search(number.label) is not None else number.style
