"""Chapters of a template that stand in a table: 序号 | 标题 | 撰写要求."""

import re
from collections.abc import Iterator

from extractors.text.spans import squeezed
from schemas.facts import SectionRecord
from schemas.outline import Outline, Role
from schemas.text import Block, Text

_TITLES = re.compile(
    r"(?:一级)?标题|章节?(?:名称?|标题|题目)?|题目|(?:部分|模块|板块)(?:名称)?|(?:编写|撰写|填写)?提纲|(?:编写|撰写|填写)(?:内容|项目)"
)
# such a head stands over other things as well, of which none says how long or what to write
_LOOSE = re.compile(r"题目|(?:部分|模块|板块)(?:名称)?")
_ASKS = re.compile(
    r"(?:编写|撰写|填写|内容|写作)?(?:要求|说明|要点|提示)|(?:写|编写|撰写)(?:些?什么|哪些)(?:内容)?|(?:主要)?内容"
)
_LENGTH = re.compile(r"(?:建议|参考)?(?:篇幅|字数|页数)(?:要求|限制|上限|控制)?(?:[（(][^（）()]{1,8}[)）])?")
_ORDINAL = re.compile(r"第?[一二三四五六七八九十\d]{1,3}(?:[章节篇]|部分)?|[A-Z]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ①-⑳甲乙丙丁戊己庚辛]")
_NUMBER = re.compile(
    r"^\s*(?:第[一二三四五六七八九十\d]{1,2}(?:[章节篇]|部分)\s*|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]?\s*)(?=[\u4e00-\u9fff]{2})"
)
_TEMPLATES = frozenset({Role.TASK_BOOK, Role.OTHER})
_FEWEST, _LONGEST = 3, 30


def tabled_chapters(text: Text, outline: Outline) -> list[SectionRecord]:
    """The chapters that tables of the templates name, each with what it is to hold as guidance; of three or more."""
    found = []
    for table, grid in enumerate(text.tables):
        role = outline.division_at(grid.start).role
        if role in _TEMPLATES:
            rows = [list(row) for row in text.rows_of(table).values()]
            chapters = list(_chapters(text, rows, loose=role is Role.TASK_BOOK))
            found += chapters if len(chapters) >= _FEWEST else []
    return found


def _chapters(text: Text, rows: list[list[Block]], *, loose: bool) -> Iterator[SectionRecord]:
    heads = [squeezed(text.clean[cell.start : cell.end]) for cell in rows[0]] if rows else []
    first = [squeezed(text.clean[cell.start : cell.end]) for cell in rows[1]] if len(rows) > 1 else []
    loose = loose or any("写" in words or _LENGTH.fullmatch(words) for words in heads)
    named = [
        i
        for i, words in enumerate(heads[: len(first)])
        if _TITLES.fullmatch(words) and (loose or not _LOOSE.fullmatch(words))
    ]
    titles = next((i for i in named if not _ORDINAL.fullmatch(first[i])), None)  # 章 | 题目: 第一章 is no title
    asks = next((i for i, words in enumerate(heads) if i != titles and _ASKS.fullmatch(words)), None)
    asks = asks if asks is not None else next((i for i, words in enumerate(heads) if _LENGTH.fullmatch(words)), None)
    if titles is None or asks is None:
        return
    for row in rows[1:]:
        if len(row) == len(heads):
            title = _NUMBER.sub("", squeezed(text.clean[row[titles].start : row[titles].end]))
            if 2 <= len(title) <= _LONGEST:
                yield _chapter(text, row[titles], title, squeezed(text.clean[row[asks].start : row[asks].end]))


def _chapter(text: Text, cell: Block, title: str, guidance: str) -> SectionRecord:
    return SectionRecord(
        number=None,
        title=title,
        level=1,
        chars=0,
        guidance=guidance or None,
        path=(title,),
        role=Role.TASK_BOOK,
        evidence=text.evidence(cell.start, cell.end),
    )
