"""What a site writes above an article's title and below its text, where the page itself marks no parts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.reading.html.article import is_furniture_line, is_title
from pipeline.reading.html.blocks import Block, Paragraph, TableBlock

_LINES_APART = 4  # lines of the article between a page's edge and a line of the site, or between two of these
# The line under a title that tells when and by whom the page was posted.
_POSTED = re.compile(r"(?:发布|发表|更新)?(?:时间|日期)\s*[：:]\s*20\d\d|(?:信息)?来源\s*[：:]|作者\s*[：:]")
_LABELLED = re.compile(r"[\u4e00-\u9fff]{2,8}[：:]")  # 揭榜单位：某某, over the date of the application
_LEAST_TITLE, _MOST_TITLE = 8, 100
_MOST_MENUS = 1500  # characters of menus that may stand above a title
# What opens a site's end: the neighbours of the article, or whose page it is.
_FOOTER = re.compile(r"[上下]一(?:篇|个|条|页)\s*[：:]|版权所有|Copyright\b|©|.{0,60}ICP备\s?\d")
_MOST_FOOTER, _LONGEST_FOOTER_LINE, _LEAST_SENTENCE = 40, 120, 20


def below_menus(blocks: list[Block]) -> list[Block]:
    """The blocks from the title on, as a heading of the first level, where only menus stand above it.

    A title is a heading, or any line with the time of posting under it. Unchanged where the page has a first-level
    heading, or where a sentence stands above.
    """
    if any(isinstance(block, Paragraph) and block.level == 1 for block in blocks):
        return blocks
    above = 0
    for number, block in enumerate(blocks):
        words = _words(block)
        if isinstance(block, Paragraph) and _is_title(blocks, number):
            first, rest = block.pieces[:1], block.pieces[1:]
            return [Paragraph(first, 1), *([replace(block, pieces=rest)] if rest else []), *blocks[number + 1 :]]
        above += len(words)
        if "。" in words or above > _MOST_MENUS:
            break
    return blocks


def _is_title(blocks: Sequence[Block], number: int) -> bool:
    block = blocks[number]
    assert isinstance(block, Paragraph)
    title = block.pieces[0].text.strip()
    behind = block.pieces[1].text if len(block.pieces) > 1 else "".join(map(_words, blocks[number + 1 : number + 2]))
    if not _LEAST_TITLE <= len(title) <= _MOST_TITLE or is_furniture_line(title) or _LABELLED.match(title):
        return False
    return _POSTED.match(behind.strip()) is not None or (block.level is not None and is_title(title))


def above_footer(blocks: list[Block]) -> list[Block]:
    """The blocks up to the line that opens the site's end (上一个：, 版权所有), where only short lines follow it."""
    for number in range(max(len(blocks) // 2, len(blocks) - 2 * _MOST_FOOTER), len(blocks)):
        block = blocks[number]
        if isinstance(block, Paragraph) and any(_FOOTER.match(piece.text.strip()) for piece in block.pieces[:1]):
            rest = [piece.text for later in blocks[number:] if isinstance(later, Paragraph) for piece in later.pieces]
            if len(rest) <= _MOST_FOOTER and not any(map(_is_running, rest)):
                return blocks[:number]
    return blocks


def _is_running(line: str) -> bool:
    """A sentence of a text, or a line as long as only texts have."""
    return len(line) > _LONGEST_FOOTER_LINE or (len(line) >= _LEAST_SENTENCE and line.rstrip().endswith("。"))


def _words(block: Block) -> str:
    if isinstance(block, Paragraph):
        return "".join(piece.text for piece in block.pieces)
    return "".join(cell.text for cell in block.cells) if isinstance(block, TableBlock) else ""


def without_furniture(blocks: list[Block]) -> list[Block]:
    """The blocks without the lines at their beginning and end that belong to the site."""
    lines = [
        (number, index, piece.text if block.level is None else "")
        for number, block in enumerate(blocks)
        if isinstance(block, Paragraph)
        for index, piece in enumerate(block.pieces)
    ]
    gone = _at_edge(lines, at_end=False) | _at_edge(reversed(lines), at_end=True)
    kept: list[Block] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            pieces = tuple(piece for index, piece in enumerate(block.pieces) if (number, index) not in gone)
            if pieces:
                kept.append(replace(block, pieces=pieces))
        else:
            kept.append(block)
    return kept


def _at_edge(lines: Iterable[tuple[int, int, str]], at_end: bool) -> set[tuple[int, int]]:
    """The places (block, line) of the site's lines, up to where ``_LINES_APART`` others stand together."""
    found, others = set(), 0
    for number, index, text in lines:
        if is_furniture_line(text, at_end):
            found.add((number, index))
            others = 0
        else:
            others += 1
        if others > _LINES_APART:
            break
    return found
