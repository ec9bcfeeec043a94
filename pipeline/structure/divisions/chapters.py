"""Chapters of a form that are parts of their own: 一、项目基本信息表, 三、揭榜承诺书, 五、附件清单, 表2 揭榜方案."""

import re
from dataclasses import dataclass

from extractors.text.marks import HAN_DIGITS
from pipeline.structure.titles.numbering import number_at, value_of
from pipeline.structure.titles.titles import is_title, title_role
from schemas.outline import Role

_LONGEST = 30
_CAPTION = re.compile(rf"【?表\s*(\d{{1,2}}|[{HAN_DIGITS}]{{1,2}})】?(?:[、.．:：]|\s)*(?=[\u4e00-\u9fff])")
_COMMITMENT = re.compile(
    r"[\u4e00-\u9fff“”]{0,12}(?:承诺(?:书|函)|军令状)|"
    r"(?:揭榜|申报|申请|参赛|项目)?(?:单位|企业|人|负责人)?(?:诚信|信用|真实性)?(?:承诺|声明)(?:事项)?"
)
_PROOFS = re.compile(
    r"(?:[\u4e00-\u9fff/、]{0,24}(?:证明|佐证)(?:材料|文件)|[\u4e00-\u9fff]{0,8}(?:附件|附证|证明|佐证)(?:材料)?|附[录件])(?:清单|目录|列表)?"
    r"|(?:都|还)?附[了有上](?:哪些|什么)(?:证明|佐证|附件)?(?:材料|文件)?"
)
_BOUND = re.compile(
    r"[（(][^（）()]{0,12}(?:盖章?|公章|装订|附后|在后|复印件)[^（）()]{0,16}[）)]$"
)  # of the papers listed
_OPINIONS = re.compile(r"[\u4e00-\u9fff、（）()/]{0,16}(?:审核|审查|推荐|评审|主管部门|单位)意见(?:表|栏)?")
_FACTS = re.compile(
    r"[\u4e00-\u9fff“”]{0,12}(?:(?:基本|综合|主要)(?:信息|情况|概况|条件)|(?:经营|财务|经济)(?:情况|状况|数据|指标)|(?:单位|企业|机构|项目|负责人|申请人|申报[人方]|揭榜[人方]|团队)(?:概况|信息|简况))表?"
)
_LETTER = re.compile(r"(?:应答|响应|投标|揭榜|应榜|申请|报价)函")
_PERSONS = re.compile(r"负责人|联系人|成员|人员|团队|带头人")
# 表2 揭榜单位, 表4 经费（万元）
_FORM_CAPTION = re.compile(
    r"(?:揭榜|申报|牵头|联合|合作|参[与加]|承担)?(?:单位|企业|机构)(?:信息|情况)?|(?:项目)?(?:经费|资金)(?:情况|来源|信息|概况|构成)?(?:[（(][^（）()]{1,10}[)）])?"
)
_ABOUT = re.compile(r"(?:揭榜|申报|牵头|承担)?(?:单位|企业|公司|机构)(?:基本)?(?:简介|概况|介绍)")  # 表二 单位简介
_ASKS_FACTS = re.compile(rf"{_PERSONS.pattern}|联络人|信息|概况|基本|合作|参与单位")
_FORM_TITLE = re.compile(r"(?:项目|揭榜)?(?:申[报请]|揭榜)(?:书|表)")  # 第一部分 申报书, before 第二部分 任务书
_SIGNED = re.compile(r"(?:信息|情况|内容|填报)?(?:确认|签字|签章|签署)")  # of what the form says
_LABELLED = re.compile(r"[^。；，：:\s]{2,16}\s*[：:]\s*[^。；]{0,40}")
_PARTS = (Role.FORM, Role.TASK_BOOK, Role.PROOFS, Role.COMMITMENT)
_IN_FORM = frozenset({Role.COVER, Role.INSTRUCTIONS, *_PARTS})
# What instructions say of a chapter of the form, where the chapter itself would have its content.
_INSTRUCTS = re.compile(r"填写|填报|应当?|须|不得|请|按照?|是指")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A numbered title: ``style`` of its number, ``value`` 1 for 一 and for 表1, ``title`` without it."""

    style: str
    value: int
    title: str


@dataclass(frozen=True, slots=True)
class Between:
    """What stands between the title of the open part and a chapter: ``lines`` at all, and ``higher`` ones (一、).

    ``caption`` is the number of the last part that a table's caption opened (表二), 0 where none did.
    """

    lines: bool
    higher: bool
    caption: int = 0


def chapter_at(words: str) -> Chapter | None:
    """The chapter's number and title where the line is one: 一、, 第一部分, 表1, 1.; no sentence."""
    if len(words) > _LONGEST:
        return None
    caption = _CAPTION.match(words)
    if caption is not None:
        style, label, end = "caption", caption.group(1), caption.end()
    else:
        number = number_at(words)
        if number is None or number.style not in ("han", "han_bare", "chapter", "han_paren", "arabic"):
            return None
        style, label, end = number.style.removesuffix("_bare"), number.label, number.end
    title = words[end:].strip()
    papers = _BOUND.sub("", title)
    title = papers if _PROOFS.fullmatch(papers) is not None else title
    return Chapter(style, value_of(label), title) if is_title(title) else None


def is_letter(chapter: Chapter) -> bool:
    """第一部分 应答函 behind the title: no chapter of the text."""
    return _LETTER.fullmatch(chapter.title) is not None


def part_of_form(
    chapter: Chapter, tabled: bool, open_: Role, opener: Chapter | None, between: Between, below: str
) -> Role | None:
    """Which part of the form this chapter opens, or None where it goes on in the part that is open.

    ``tabled``: a table follows the line at once. ``open_`` is the role of the part that is open, ``opener`` the
    chapter that opened it, ``below`` the line under this one.
    """
    if opener is not None and opener.style == "caption" and _ends_tables(chapter, tabled, open_, below):
        return _named(chapter.title, tabled) or Role.TASK_BOOK
    letter = open_ is Role.COVER and is_letter(chapter)
    if open_ not in _IN_FORM or letter or not _is_chapter(chapter, tabled, open_, opener, between):
        return None
    begins = chapter.style == "chapter" and open_ in (Role.COVER, Role.INSTRUCTIONS)
    named = _named(chapter.title, tabled or begins)
    if named is Role.TASK_BOOK and (open_ is Role.TASK_BOOK or (open_ is Role.COVER and chapter.value > 1)):
        return None  # 二、攻关方案 in a text whose first chapter is above
    if named is not None:
        inside = open_ is Role.INSTRUCTIONS and not _ends_instructions(chapter, tabled, between, below)
        return None if inside else named
    if open_ is Role.INSTRUCTIONS and _ends_instructions(chapter, tabled, between, below):
        return Role.FORM if tabled else Role.TASK_BOOK
    if open_ is Role.COVER and (begun := _behind_cover(chapter, tabled)) is not None:
        return begun
    if open_ is Role.TASK_BOOK and tabled and chapter.style == "caption" and chapter.value == between.caption + 1 > 1:
        return Role.OTHER  # 表三 behind the text: mostly a budget, whose heads are no labels
    follows = opener is not None and (opener.style, opener.value + 1) == (chapter.style, chapter.value)
    if follows and _goes_on_in_form(chapter, tabled, open_, below):
        return None
    if follows and open_ in (Role.FORM, Role.PROOFS, Role.COMMITMENT):
        return Role.TASK_BOOK
    return None


def _behind_cover(chapter: Chapter, tabled: bool) -> Role | None:
    """表一 单位情况 over a table begins the form, whatever its name, and 第一部分 the form or the text."""
    if tabled and (chapter.style, chapter.value) == ("caption", 1):
        return Role.FORM
    if chapter.style == "chapter":
        return Role.FORM if _FORM_TITLE.fullmatch(chapter.title) else Role.TASK_BOOK
    return None


def _ends_tables(chapter: Chapter, tabled: bool, open_: Role, below: str) -> bool:
    """一、概况 below 表四, 第1章 对榜题的理解 over its text behind a form of 表1: the text begins, or goes on."""
    if open_ is Role.OTHER:
        return chapter.style == "han"
    begins = open_ is Role.FORM and (chapter.style, chapter.value) == ("chapter", 1)
    return begins and not tabled and _LABELLED.fullmatch(below) is None


def _goes_on_in_form(chapter: Chapter, tabled: bool, open_: Role, below: str) -> bool:
    """表二 项目负责人 under 表一 单位概况; 表三 单位简介.

    In lines, 二、项目负责人与联络人 over 姓名：＿＿, 四、信息确认 too.
    """
    if tabled and chapter.style == "caption":
        return _PERSONS.search(chapter.title) is not None or (
            open_ is Role.FORM and _FORM_CAPTION.fullmatch(chapter.title) is not None
        )
    if chapter.style == "caption" and _ABOUT.fullmatch(chapter.title) is not None:
        return open_ is Role.FORM  # over its text
    asks = _ASKS_FACTS.search(chapter.title) is not None and _LABELLED.fullmatch(below) is not None
    return open_ is Role.FORM and (asks or _SIGNED.fullmatch(chapter.title) is not None)


def _is_chapter(chapter: Chapter, tabled: bool, open_: Role, opener: Chapter | None, between: Between) -> bool:
    """1. 基本信息 over a table, behind a cover or instructions, begins the form, and 2. 研究内容 goes on after it.

    （一） is a chapter where nothing is numbered 一、 above it; other numbers always are.
    """
    if chapter.style != "arabic":
        return chapter.style != "han_paren" or not _has_higher(opener, between)
    if opener is not None and opener.style == "arabic":
        return chapter.value > opener.value
    begins = chapter.value == 1 and tabled and between.lines
    return begins and open_ in (Role.COVER, Role.INSTRUCTIONS)


def _has_higher(opener: Chapter | None, between: Between) -> bool:
    """（一） is a chapter where nothing is numbered 一、 above it."""
    if opener is not None:
        return opener.style != "han_paren"
    return between.higher


def _named(title: str, filled: bool) -> Role | None:
    """The role that the title itself names; 基本情况 is a form where it has something to fill in."""
    role = title_role(title)
    if role in _PARTS:
        return role
    if _COMMITMENT.fullmatch(title):
        return Role.COMMITMENT
    if _PROOFS.fullmatch(title):
        return Role.PROOFS
    if filled and (_FACTS.fullmatch(title) or _OPINIONS.fullmatch(title)):
        return Role.FORM
    return None


def _ends_instructions(chapter: Chapter, tabled: bool, between: Between, below: str) -> bool:
    """Numbering begins anew, behind what the instructions said; and what stands below instructs no more."""
    if chapter.style == "chapter" or (tabled and between.lines):
        return True
    return chapter.value == 1 and between.lines and _INSTRUCTS.search(below.split("（")[0]) is None
