"""Attachments that are numbered items of a chapter: 5. 附件 / 5.1 揭榜申报表 / 5.2 任务书提纲 / 5.3 承诺书."""

import re

from pipeline.structure.numbering import Number, number_at, value_of

_CHAPTER = re.compile(
    r"附[件录表](?:材料|格式|模板|样式|文本)?(?:及(?:格式|模板))?(?:[（(][^（）()]{1,20}[）)])?[:：]?"
)
_OF_CALL = re.compile(r"(?:联系|咨询|其他|监督|时间|附则|有关(?:事项|说明))")
_LONGEST = 60


def attached_chapter(lines: list[str], index: int) -> tuple[int, str] | None:
    """(number, title) of the attachment that this line opens, with its content below it; None for any other line.

    Where the names stand one right below the other they are a list, whose attachments come behind it.
    """
    number = _number(lines[index])
    if number is None or _is_beside(lines, index, number):
        return None
    chapter = _chapter_above(lines, index, number)
    if chapter is None or _ends(lines, chapter):
        return None
    return _last(number), lines[index][number.end :].strip()


def _number(line: str) -> Number | None:
    """5.1 or （一）: what stands below a chapter, in a line that can be a title."""
    number = number_at(line) if len(line) <= _LONGEST and line[-1:] not in "。；;，" else None
    return number if number is not None and (number.style in ("decimal2", "han_paren")) else None


def _last(number: Number) -> int:
    """1 of 5.1 and of （一）."""
    return value_of(number.label.split(".")[-1].strip("（）()"))


def _is_beside(lines: list[str], index: int, number: Number) -> bool:
    """The one before or behind it in the list is the line above or below."""
    for at, step in ((index - 1, -1), (index + 1, 1)):
        other = _number(lines[at]) if 0 <= at < len(lines) else None
        if other is not None and other.style == number.style and _last(other) == _last(number) + step:
            return True
    return False


def _chapter_above(lines: list[str], index: int, number: Number) -> int | None:
    """The line of the chapter 附件 with whose number this one begins (5.1), or the last chapter above （一）."""
    for above in range(index - 1, -1, -1):
        chapter = number_at(lines[above])
        if chapter is None or chapter.style not in ("arabic", "bare", "han", "han_bare"):
            continue
        title = lines[above][chapter.end :].strip()
        if number.style == "decimal2":
            if chapter.style in ("arabic", "bare") and _CHAPTER.fullmatch(title):
                return above if number.label.split(".")[0] == chapter.label else None
        elif chapter.style in ("han", "han_bare"):
            return above if _CHAPTER.fullmatch(title) else None
    return None


def _ends(lines: list[str], chapter: int) -> bool:
    """Another chapter follows: what stands below 附件 is then a word on them and not the attachments themselves.

    A form below has lines of its own that bear the chapter's next number (6.单位简介：), but no 6.1.
    """
    own = number_at(lines[chapter])
    if own is None:
        return True
    han, behind = own.style in ("han", "han_bare"), value_of(own.label) + 1
    for line in lines[chapter + 1 :]:
        one = number_at(line)
        if one is None:
            continue
        if one.style == own.style and value_of(one.label) == behind and (han or _OF_CALL.match(line[one.end :])):
            return True
        if one.style == "decimal2" and not han and value_of(one.label.split(".")[0]) == behind:
            return True
    return False
