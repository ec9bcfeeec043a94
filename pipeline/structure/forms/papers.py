"""Attachments that are lists of papers by what stands in them: boxes before their names, whatever the title says."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from extractors.materials.lists import is_thing, run_on
from extractors.text.items import number_at
from extractors.text.spans import Span, trimmed, without_brackets
from pipeline.structure.divisions.attachments import names_attachment
from schemas.outline import Division, Role
from schemas.text import Block, Text

_BOX = re.compile(r"[□☐▢◻]\s*")
# 交材料前自己打钩, 要带什么, 佐证, 一并装袋: what a list of papers may be called
_OF_PAPERS = re.compile(r"[证件]|材料|资料|交|带|附|随|装[袋订入]|打[钩勾]|自查|核对|备齐|准备|一并|清单")
# …, where the items have no mark at all; not 付款凭证
_HANDED = re.compile(r"材料|资料|[交带附随]|装[袋订入]|打[钩勾]|自查|核对|备齐|准备|一并|清单|佐证|证明|^凭")
_TICKED = re.compile(r"[☑☒■√✓✔]")
# 以下各件均须…：, above the list; 说明：…。 and 以上…。 below it
_LEAD, _NOTE = re.compile(r"[^□☐▢◻]*[：:。]"), re.compile(r"(?:说明|注|备注|提示|以上|上述|其中)[^□☐▢◻]*[。；]?")
# 甲类（身份）——…, 身份类：…: whose the papers behind it are
_CLASS = re.compile(r"[^，。；：:、]{1,14}(?:[：:]|[—–]{1,2})\s*(?=[\u4e00-\u9fff《])")
# 〔揭第三题的再带〕, 【必交】: heads a group of the lines below
_FRAMED = re.compile(
    r"[【〖〔\[「『<〈《（(][^【】〖〗〔〕\[\]「」『』<>〈〉《》（）()。]{2,20}[】〗〕\]」』>〉》）)][:：]?"
)
_SAID = re.compile(r"[须应需请将]|不[得超少]")  # says how, and names no paper
# 佐证按类装订：, 随附证明材料：
_LEADS_TO = re.compile(r"[^，。；：:]{0,8}(?:佐证|证明|附证|凭证|凭据)[^，。；：:]{0,14}[:：]")
_HAN_NUMBER = re.compile(r"第?[一二三四五六七八九十]{1,3}(?:[、.．]|[章节]|部分)")
_LONGEST = 60
_LONGEST_LEAD = 24
_FEWEST = 2


def lists_papers(text: Text, division: Division, blocks: list[Block]) -> bool:
    """Nothing but short items that open with empty boxes, or stand in any way below a title that tells of papers.

    Two thirds of them are named as papers are. Ticked boxes are answers, and a sentence no item; what leads to the
    list may stand above it, and a note below.
    """
    lines = [Span(block.start, block.end) for block in blocks]
    lines = list(dropwhile(lambda line: _leads(text, line), lines))
    lines = [line for line in lines if _FRAMED.fullmatch(line.of(text.clean)) is None]
    while lines and _NOTE.fullmatch(lines[-1].of(text.clean)):
        lines.pop()
    boxed = [line for line in lines if _BOX.match(text.clean, line.start, line.end) is not None]
    if lines and (len(boxed) == len(lines) or (_OF_PAPERS.search(division.title) and _are_marked(text, lines))):
        words = [_named(text, line) for line in lines]
    elif _HANDED.search(division.title) is None:
        return False
    else:
        words = [part for line in lines for part in _names(text, line)]
    short = all(len(said) <= _LONGEST and "。" not in said and not _TICKED.search(said) for said in words)
    return short and len(words) >= _FEWEST and 3 * sum(map(is_thing, words)) >= 2 * len(words)


def with_papers(text: Text, division: Division) -> list[Division]:
    """The division, the papers that are listed behind an attached outline (佐证按类装订：) being one of their own."""
    if division.role is not Role.TASK_BOOK or division.attachment is None:
        return [division]
    blocks = [b for b in text.blocks if division.title_end <= b.start < division.end and b.table is None]
    lead = _papers_behind(text, division, blocks)
    if lead is None:
        return [division]
    title = text.clean[lead.start : lead.end].rstrip("：: ")
    papers = Division(Role.PROOFS, title, division.attachment, lead.start, lead.end, division.end)
    return [replace(division, end=lead.start), papers]


def _papers_behind(text: Text, division: Division, blocks: list[Block]) -> Block | None:
    """The line that leads to them, where nothing but their list follows; None where it is of the text."""
    for at, block in enumerate(blocks):
        words = text.clean[block.start : block.end].strip()
        if len(words) <= _LONGEST_LEAD and _LEADS_TO.fullmatch(words) and at + 1 < len(blocks):
            papers = not _chapters_go_on(text.clean, blocks, at)
            return block if papers and lists_papers(text, replace(division, title=words), blocks[at + 1 :]) else None
    return None


def _chapters_go_on(clean: str, blocks: list[Block], lead: int) -> bool:
    """二、技术路线 below the line, 一、现有基础 above it: the line leads to the papers of one chapter."""
    above, below = (
        [han.group() for b in part if (han := _HAN_NUMBER.match(clean, b.start, b.end)) is not None]
        for part in (blocks[:lead], blocks[lead + 1 :])
    )
    return bool(above and below) and below[0] not in above


def among_papers(lines: Sequence[str], index: int) -> bool:
    """某某意向书 between other papers' names right below an attachment whose title tells of papers: one of them.

    The reader may have dropped the marks of such a list. A letter below it has its own text behind (我单位自愿…).
    """
    near = takewhile(_is_name, reversed(lines[max(0, index - _LONGEST) : index]))
    above = len(list(near))
    head = lines[index - above - 1] if index > above else ""
    below = [line for line in lines[index + 1 : index + 2] if line]
    if not all(_is_name(line) or names_attachment(line) for line in below):
        return False
    others = above + sum(map(_is_name, below))
    return above > 0 and others >= _FEWEST and names_attachment(head) and _HANDED.search(head[2:]) is not None


def _is_name(line: str) -> bool:
    return (
        len(line) <= _LONGEST and not re.search("[，。；：:]", line) and is_thing(line) and not names_attachment(line)
    )


def _leads(text: Text, line: Span) -> bool:
    """以下各件均须并入同一文件，齐备者请打勾：, and no 营业执照、审计报告，缺一不可。."""
    words = line.of(text.clean)
    if _LEAD.fullmatch(words) is None or number_at(text.clean, line.start, line.end)[0]:
        return False
    names = _names(text, line)
    return 3 * sum(map(is_thing, names)) < 2 * len(names) or (words[-1] in "：:" and len(names) < _FEWEST)


def _names(text: Text, line: Span) -> list[str]:
    """The papers of a line that names several, without what they are of; the whole line where it tells more."""
    label = _CLASS.match(text.clean, line.start, line.end)
    start = label.end() if label is not None else number_at(text.clean, line.start, line.end)[1]
    pieces = [part.of(text.clean) for part in run_on(text, start, line.end)]
    names = [part for piece in pieces for part in re.split("[；;]", piece.rstrip("。；; ")) if part.strip()]
    said = any(_SAID.search(without_brackets(name)) for name in names)
    return [line.of(text.clean)] if said or not names else names


def _are_marked(text: Text, lines: list[Span]) -> bool:
    styles = {number_at(text.clean, line.start, line.end)[0] for line in lines}
    return len(styles) == 1 and "" not in styles


def _named(text: Text, line: Span) -> str:
    box = _BOX.match(text.clean, line.start, line.end)
    body = box.end() if box is not None else line.start
    return trimmed(text.clean, number_at(text.clean, body, line.end)[1], line.end, "。；;").of(text.clean)
