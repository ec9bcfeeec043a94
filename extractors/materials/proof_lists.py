"""Proofs that their attachment lists without numbers: □ 甲, 必交： above lines of names, 提交下列材料：甲、乙、丙。"""

import re
from dataclasses import replace

from extractors.materials.dashes import dashed_lines, named_before_dash
from extractors.materials.found import FoundMaterial
from extractors.materials.lists import LEAD, bare_list, is_thing, papers_among, run_on, unnumbered
from extractors.text.items import Item, find_items, named_items, number_at
from extractors.text.marks import BULLET, HAN_DIGITS
from extractors.text.spans import Span, split_outside_brackets, squeezed, trimmed
from schemas.outline import Division, Outline, Role
from schemas.text import Block, Text

# A box to tick, drawn or typed: □, [ ], 〔　〕, （　）.
_BOX = re.compile(r"[□☐▢◻]|[\[［〔【]\s{0,4}[\]］〕】]|[（(]\s{1,4}[)）]")
# □已提供 □未提供: an answer, and no paper.
_ANSWER = re.compile(r"(?:已|未|不|无|待|有|是|否|均)?(?:提供|提交|具备|齐全|适用|涉及|符合|核对|盖章|原件|复印件)?")
OPTIONAL = re.compile(r"视(?:具体|实际)?情|[如若]有|可选|选[交报备送]|酌情|按需|(?:根据|视)需要|有则|需要时|[不非]必")
# 必交, 视情况提交的材料, 可选文件: what heads a group of the list.
_GROUP = re.compile(
    rf"[^，。；：:、]{{0,4}}(?:必[交备报需]|(?:必须|应当?|均[须需])提[交供]|{OPTIONAL.pattern})况?(?:时)?(?:另行)?(?:请?(?:提[交供]|附上?))?的?"
    r"(?:材料|文件|资料|证明|项|类)?"
)
# 主体类, 技能方面, 一类 揭榜单位的: what a group's papers are of, as its head says it.
_CLASS = re.compile(
    r"(?:[^，。；：:、]{1,10}(?:类|方面)|[一二三四五六七八九十甲乙丙丁]类[ \u3000]?"
    r"(?:[^，。；：:、（()）]{2,10}的?|[（(][^，。；：:、（()）]{1,10}[)）])?)"
    r"(?:的?(?:材料|文件|资料|证明|证件|证照|要件))?"
)
_LABEL = re.compile(r"(?P<label>[^，。；：:—–\n]{2,16})(?:[:：]|[—–]{2}(?=[^—–]))[ \t]*")
_LEADING = re.compile(r"[^。；：:\n]{2,40}[:：]")
# 甲、主体资格类：…, 第一类 …, ◇ …: whatever counts or marks the lines
_MARK = re.compile(
    rf"(?:[（(【〔\[]?(?:\d{{1,2}}|[{HAN_DIGITS}]{{1,3}}|[甲乙丙丁戊己庚辛A-HⅠⅡⅢⅣⅤⅥ])[)）】〕\].、．:：]++"
    rf"|第[{HAN_DIGITS}\d]{{1,2}}[类项组种]|其[一二三四五六]|[①-⑳]|{BULLET})[、，:：\s]*+(?=[\u4e00-\u9fff])"
)
_FRAME = re.compile(r"[【〖〔\[「<〈](?P<head>[^【】〖〗〔〕\[\]「」<>〈〉]{2,16})[】〗〕\]」>〉][:：]?")
_COUNT = re.compile(r"(?P<number>\d{1,2})[ \u3000]{0,4}(?=[\u4e00-\u9fff《“])")
_SENTENCE = re.compile(r"[。；;]$")
# 揭第三题的再带, 联合揭榜的另附, 有分包的需提供: only some hand in what is below; not 都要带的, 各单位应提供的,
# 应由申报单位提供的
_OF_SOME = re.compile(
    r"(?!.*(?:[都均皆各每全]|所有|必))(?P<who>(?:(?!(?<!联合)申[报请]单位(?![为是属])|应[由当提]|[需须](?!求))[^，。；：:]){2,14}的)(?:还?须|还?应|还?要|需)?(?:再|另外?|加|额外|还|补|一并)?(?:[带交附]|提[交供]|附[上加]|上传)"
)
_SAID = re.compile(r"[，。；：:]|[须应需请将]|不[得超少]")  # says how, and names no paper
_FEWEST, _LONGEST = 2, 60
_LONGEST_HEAD = 16  # characters of a group's head


def under_heads(text: Text, items: list[Item], end: int) -> list[Span]:
    """The lines without numbers under （一）单位类 and （二）人员类; [] where an item is a paper or none is below."""
    heads = [Span(item.body, item.end) for item in items]
    if not items or any(item.style != items[0].style or not _is_head(text, item) for item in items):
        return []
    stops = [*(item.start for item in items[1:]), end]
    below = [
        [block for block in text.blocks_in(head.end, stop) if head.end <= block.start < stop and block.table is None]
        for head, stop in zip(heads, stops, strict=True)
    ]
    pieces = [piece for blocks in below for block in blocks for piece in _listed(text, block.start, block.end)]
    short = [piece for piece in pieces if _is_short(text, piece)]
    return short if all(below) and papers_among(text, pieces) else []


def _is_head(text: Text, item: Item) -> bool:
    """单位类, 必备的, 企业需交的证明材料：: an item that ends its line and names no paper of its own."""
    words = text.clean[item.body : item.end].rstrip("：: ")
    alone = text.clean[item.end : item.end + 1] in ("", "\n")
    named = _CLASS.fullmatch(words) is not None or _GROUP.fullmatch(words) is not None
    return alone and 2 <= len(words) <= _LONGEST_HEAD and (named or not is_thing(words))


def unnumbered_proofs(text: Text, division: Division) -> list[FoundMaterial]:
    """The papers of such a list, each by itself; [] where the list has numbers or stands in a table."""
    start, end = division.title_end, division.end
    if find_items(text, start, end) or named_items(text, start, end):
        return []
    plain = [block for block in text.blocks_in(start, end) if block.table is None and block.start >= start]
    pieces = [piece for block in plain for piece in _boxed(text, block)]
    pieces = pieces or _grouped(text, plain) or _behind_lead(text, start, end)
    pieces = pieces or _line_by_line(text, plain) or dashed_lines(text, plain) or bare_list(text, start, end)
    named = [named_before_dash(text, piece, "proof") for piece in _without_counts(text, pieces)]
    return [found for found in named if found is not None]


def _without_counts(text: Text, pieces: list[Span]) -> list[Span]:
    """[ ] 1 营业执照 over [ ] 2 审计报告: bare numbers that count the papers are none of the names."""
    counts = [_COUNT.match(text.clean, piece.start, piece.end) for piece in pieces]
    numbers = [int(count["number"]) for count in counts if count is not None]
    if len(pieces) < _FEWEST or numbers != list(range(1, len(pieces) + 1)):
        return pieces
    return [Span(count.end(), piece.end) for count, piece in zip(counts, pieces, strict=True) if count is not None]


def with_groups(text: Text, outline: Outline, found: list[FoundMaterial]) -> list[FoundMaterial]:
    """What was found, that under 视情提交： with its own brackets or these words for the condition."""
    groups = [group for d in outline.divisions if d.role is Role.PROOFS for group in _groups(text, d)]
    return [_in_group(text, one, groups) for one in found]


def _in_group(text: Text, one: FoundMaterial, groups: list[tuple[int, int, str]]) -> FoundMaterial:
    label = next((words for start, end, words in reversed(groups) if start <= one.span.start < end), "")
    if one.condition is not None or not label:
        return one
    if (some := _OF_SOME.fullmatch(label)) is not None:
        return replace(one, condition=some["who"])
    said = re.match(r"[（(]([^（）()]{2,30}的)[)）]", text.clean[_name_end(text, one) : one.span.end])
    return replace(one, condition=said[1] if said is not None else label)


def _name_end(text: Text, one: FoundMaterial) -> int:
    """Where the brackets behind the name open, or where the item ends."""
    words = one.span.of(text.clean).rstrip("。；; ")
    at = max(words.rfind("（"), words.rfind("("))
    return one.span.start + at if at >= 0 and words.endswith(("）", ")")) else one.span.end


def _groups(text: Text, division: Division) -> list[tuple[int, int, str]]:
    """The stretches under the labels of groups, each with the label's words."""
    heads: list[tuple[int, str]] = []
    for block in text.blocks_in(division.title_end, division.end):
        style, body = number_at(text.clean, block.start, block.end)
        label = _LABEL.match(text.clean, body, block.end)
        words = squeezed(label["label"] if label else text.clean[body : block.end])
        alone = label is not None and label.end() >= trimmed(text.clean, body, block.end).end
        framed = _FRAME.fullmatch(text.clean, block.start, block.end)
        words = squeezed(framed["head"]) if framed is not None else words
        told = (OPTIONAL.search(words) and _GROUP.fullmatch(words)) or _OF_SOME.fullmatch(words)
        if block.table is None and (
            _GROUP.fullmatch(words) or alone or framed or told or style in ("han", "han_paren")
        ):
            heads.append((block.start, words if told else ""))
    ends = [*(start for start, _ in heads), division.end][1:]
    return [(start, end, words) for (start, words), end in zip(heads, ends, strict=False)]


def _boxed(text: Text, block: Block) -> list[Span]:
    """□营业执照 □审计报告: what stands behind the boxes of a line, from its start on or behind a label."""
    boxes = list(_BOX.finditer(text.clean, block.start, block.end))
    if not boxes:
        return []
    opens = not text.clean[block.start : boxes[0].start()].strip()
    ends = [box.start() for box in boxes[1:]] + [block.end]
    pieces = [_behind_box(text, box.end(), end) for box, end in zip(boxes, ends, strict=True)]
    papers = [piece for piece in pieces if _may_be_paper(piece.of(text.clean))]
    return papers if opens else [piece for piece in papers if is_thing(piece.of(text.clean))]


def _behind_box(text: Text, start: int, end: int) -> Span:
    _, body = number_at(text.clean, trimmed(text.clean, start, end).start, end)  # □1.营业执照
    return trimmed(text.clean, body, end, "；;。、，")


def _may_be_paper(words: str) -> bool:
    return 4 <= len(words) <= _LONGEST and _ANSWER.fullmatch(words) is None


def _grouped(text: Text, blocks: list[Block]) -> list[Span]:
    """The lines under 必交： and 视情提交：, and what stands behind such a label in its own line."""
    pieces: list[Span] = []
    inside = False
    for block in blocks:
        mark = _MARK.match(text.clean, block.start, block.end)
        body = mark.end() if mark is not None else block.start
        label = _LABEL.match(text.clean, body, block.end)
        if label is not None and heads_group(squeezed(label["label"])):
            inside = True
            pieces += _listed(text, label.end(), block.end)
        elif label is not None and (told := _told(text, label, block.end)):
            pieces += told
        elif heads_group(squeezed(text.clean[body : block.end])) or _FRAME.fullmatch(text.clean, body, block.end):
            inside = True
        elif inside:
            pieces.append(trimmed(text.clean, body, block.end, "。；;"))
    papers = papers_among(text, pieces)
    # Where most are papers, one among them is one whatever it ends with: 管理制度文本.
    return [one for one in pieces if one in papers or (papers and _is_short(text, one))]


def _told(text: Text, label: re.Match[str], end: int) -> list[Span]:
    """What stands behind 单位： or 关于带头人：, no paper itself, where nothing but papers does; [] for other lines."""
    pieces = [] if is_thing(label["label"]) else _listed(text, label.end(), end)
    return pieces if all(_is_short(text, piece) and is_thing(piece.of(text.clean)) for piece in pieces) else []


def _is_short(text: Text, piece: Span) -> bool:
    words = piece.of(text.clean)
    return len(words) <= _LONGEST and not _SAID.search(words)


def heads_group(words: str) -> bool:
    """必交, 选交材料, 身份类: the head of a group of papers."""
    return _GROUP.fullmatch(words) is not None or _CLASS.fullmatch(words) is not None


def _listed(text: Text, start: int, end: int) -> list[Span]:
    """甲、乙；丙 behind a label."""
    pieces = run_on(text, start, end) if text.clean[start:end].strip() else []
    return [part for piece in pieces for part in split_outside_brackets(text.clean, piece.start, piece.end, _SENTENCE)]


def _line_by_line(text: Text, blocks: list[Block]) -> list[Span]:
    """交齐下面几样就行：甲； over 乙； and 丙。: one sentence, a paper in each of its lines."""
    ends = [text.clean[block.start : block.end].rstrip()[-1:] for block in blocks]
    if len(blocks) < _FEWEST or any(end not in ("；", ";", "，", "、") for end in ends[:-1]):
        return []
    label = _LEADING.match(text.clean, blocks[0].start, blocks[0].end)
    starts = [label.end() if label is not None else blocks[0].start, *(block.start for block in blocks[1:])]
    pieces = [piece for at, block in zip(starts, blocks, strict=True) for piece in _listed(text, at, block.end)]
    return pieces if len(papers_among(text, pieces)) == len(pieces) else []


def _behind_lead(text: Text, start: int, end: int) -> list[Span]:
    """随登记表一并提交下列材料：甲、乙、丙。"""
    leads = LEAD.finditer(text.clean, start, end)
    pieces = next((found for lead in leads if (found := unnumbered(text, lead.end(), end))), [])
    return pieces if len(papers_among(text, pieces)) >= _FEWEST else []
