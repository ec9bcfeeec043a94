"""Attachments that are numbered items of a chapter: 5. 附件 / 5.1 揭榜申报表 / 5.2 任务书提纲 / 5.3 承诺书."""

import re
from collections.abc import Iterator, Sequence

from pipeline.structure.titles.numbering import Number, number_at, value_of

_CHAPTER = re.compile(
    r"附[件录表](?:材料|格式|模板|样式|文本)?(?:及(?:格式|模板))?(?:[（(][^（）()]{1,20}[）)])?[:：]?"
)
_OF_CALL = re.compile(r"(?:联系|咨询|其他|监督|时间|附则|有关(?:事项|说明))")
_COUNTED, _HAN = ("arabic", "bare"), ("han", "han_bare")
_LONGEST = 60


def attached_chapters(lines: Sequence[str]) -> dict[int, tuple[int, str]]:
    """(number, title) of each attachment with its content below it, by the index of the line that opens it.

    Where the names stand one right below the other they are a list, whose attachments come behind it.
    """
    numbers = [number_at(line) for line in lines]
    last = _last_chapters(lines, numbers)
    found: dict[int, tuple[int, str]] = {}
    counted = named = -1  # the last chapter 附件 above as 5. and as 五、; -1 where another is the last of the latter
    for index, number in enumerate(numbers):
        if number is None:
            continue
        is_chapter = _CHAPTER.fullmatch(lines[index][number.end :].strip()) is not None
        if number.style in _COUNTED and is_chapter:
            counted = index
        elif number.style in _HAN:
            named = index if is_chapter else -1
        elif _is_item(lines[index], number) and not _is_beside(lines, numbers, index):
            at = counted if number.style == "decimal2" else named
            chapter = numbers[at] if at >= 0 else None
            if chapter is None or (number.style == "decimal2" and number.label.split(".")[0] != chapter.label):
                continue
            if all(last.get(key, -1) < at for key in _behind(chapter)):
                found[index] = _last(number), lines[index][number.end :].strip()
    return found


def _is_item(line: str, number: Number) -> bool:
    """5.1 or （一）: what stands below a chapter, in a line that can be a title."""
    return number.style in ("decimal2", "han_paren") and len(line) <= _LONGEST and line[-1] not in "。；;，"


def _last(number: Number) -> int:
    """1 of 5.1 and of （一）."""
    return value_of(number.label.split(".")[-1].strip("（）()"))


def _is_beside(lines: Sequence[str], numbers: Sequence[Number | None], index: int) -> bool:
    """The one before or behind it in the list is the line above or below."""
    own = numbers[index]
    for at, step in ((index - 1, -1), (index + 1, 1)):
        other = numbers[at] if 0 <= at < len(lines) else None
        if own is None or other is None or not _is_item(lines[at], other):
            continue
        if other.style == own.style and _last(other) == _last(own) + step:
            return True
    return False


def _behind(chapter: Number) -> Iterator[tuple[str, int]]:
    """What shows that another chapter follows; what stands below 附件 is then a word on them, not they themselves."""
    value = value_of(chapter.label) + 1
    yield chapter.style, value
    if chapter.style in _COUNTED:
        yield "decimal2", value


def _last_chapters(lines: Sequence[str], numbers: Sequence[Number | None]) -> dict[tuple[str, int], int]:
    """The last line of each number.

    A form has lines of its own that bear the chapter's next number (6.单位简介：), but no 6.1, nor 6. 联系方式.
    """
    found: dict[tuple[str, int], int] = {}
    for index, number in enumerate(numbers):
        if number is None:
            continue
        if number.style == "decimal2":
            found[number.style, value_of(number.label.split(".")[0])] = index
        elif number.style in _HAN or (number.style in _COUNTED and _OF_CALL.match(lines[index][number.end :])):
            found[number.style, value_of(number.label)] = index
    return found
