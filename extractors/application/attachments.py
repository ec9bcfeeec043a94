"""What the list of proofs names (证明材料清单): one entry an item, without its number."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extractors.application.contents_papers import PAPER, papers_in_contents
from extractors.application.leads_of_lists import leads_papers
from extractors.application.proof_rows import HEADS, proof_rows
from extractors.forms.labels.values import is_guidance
from extractors.text.items import find_items
from extractors.text.spans import Span, split_outside_brackets, squeezed, trimmed, unbalanced
from extractors.text.tables import label_of
from extractors.values.organisations import is_organisation
from schemas.outline import Division, Outline, Role, Section
from schemas.submission import Attachment
from schemas.text import Text

# 附件一：, 材料1, 证明材料（二）, and the plain numbers of lists.
_NUMBER = re.compile(
    r"\s*(?:(?:附件|材料|证明材料|附|证明|佐证|序号?(?=\s?\d)|(?:备查|证明|支撑)文件)\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-J](?![A-Za-z]))[）)]?(?:[-—]\d{1,2})?\s*[:：、.．]?"
    r"|(?:[A-Z]\s?[-—]\s?\d{1,2}[.．、:：]?|[A-J]\d{0,2}(?:[.．、:：)）]|\s))(?=\s*(?:[\u4e00-\u9fff“《]|20\d\d(?:财|会计|日历)?年|[A-Za-z][A-Za-z\d&-]{1,15}[\s\d、/&-]{0,8}[\u4e00-\u9fff]))"
    r"|[（(\[【〔](?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-jA-J])[）)\]】〕]、?|\d{1,2}[.．\-—]\d{1,2}(?!\s?[月年季日])(?=\s{0,4}[\u4e00-\u9fff《“]|\s{1,4}20\d\d)"
    r"|\d{1,2}\s*(?:[.．、)）]|(?=[“《])|(?=\s\s?(?:20\d\d年度?|[A-Z][A-Za-z\d-]{0,15}[、/ ]?)?[\u4e00-\u9fff“《]))"
    r"|[一二三四五六七八九十]{1,3}、|[①-⑳]|[其之][一二三四五六七八九十]{1,2}(?:[，、:：]|(?=\s))|[甲乙丙丁戊己庚辛壬癸](?:[、.．](?![乙丙])|类?[:：])|0\d\s+(?=\S))\s*"
)
_CODE = re.compile(r"(?P<letter>[A-J])(?P<number>\d{1,2})(?=[\u4e00-\u9fff《“])")
_LETTER = re.compile(r"(?P<letter>[A-J])\s?(?=[\u4e00-\u9fff“《]|20\d\d)")  # the blank before Han is not kept
_LEAST_LETTERS = 3
_REMARK = re.compile(r"[（(][^（）()]{1,40}[)）]$")  # 证明材料目录（附后）, 附件（均已扫描上传，复印件加盖公章）
_GOODS = re.compile(r"原材料|物料|设备|采购|仪器|零部件")  # 主要原材料采购清单
_NOTE = re.compile(r"^(?:注|备注|说明)\s*\d?\s*[:：、]|^（?(?:如下|见附|详见)")
_NONE = re.compile(r"^(?:无|暂无|没有)[。.]?$")
# 详见附件, in the place of a list.
_ELSEWHERE = re.compile(r"(?:详见|见|另附)[^；;、]{0,8}$")
_NO_ITEM = (_NOTE, _NONE, _ELSEWHERE)
LIST_TITLE = re.compile(
    r"(?:附件|附录|证明|佐证|支撑|备查|材料|资料|文件)[\u4e00-\u9fff]{0,6}(?:(?:清单|目录|列表|索引|一览表?)|[（(](?:清单|目录|列表)[）)])$|^(?:相关|有关)?(?:附件|证明|佐证|支撑)(?:材料|文件)?(?:对照表|一览表?)$|^(?:其[他它]|附属|附加|配套|提交)材料$"
    r"|^(?:随附|所附|附送|附带|提交)的?(?:材料|资料|文件|证明)(?:清单)?$|^[\u4e00-\u9fff]{0,8}(?:提交|提供|所附|报送|递交)的?(?:材料|资料|附件|证明|内容)$"
    r"|^(?:相关|有关|申报|申请|揭榜)?(?:材料)?(?:附件|证明材料|佐证材料|附件材料)$"
    r"|^(?:资格|资质|商务|证明)(?:证明)?(?:文件|材料|资料)$"
    r"|^(?:相关|各种|全部)?(?:证明|佐证|附件|支撑)(?:材料|文件)(?:都|全|均)?(?:在(?:这[里儿]?|下面|后面)|附后|附在后面|见后|如下)$"
    r"|^(?:揭榜|申报|申请)(?:单位|企业)(?:的)?(?:相关|有关)?(?:证明|佐证|支撑)材料$"
    r"|^(?:[甲乙丙丁戊己庚辛壬癸][、.．\s]\s?)?附后的?(?:证明|佐证|附件)?(?:材料|文件|证明)$"
)
_CELL_LABEL = re.compile(
    r"(?:随附|所附|提交|上传|相关)?(?:附件|证明材料|佐证材料)(?:名称|清单|目录|材料|列表)?"
    r"|(?:随附|所附|提交|上传)的?材料(?:清单|目录)?"
)
_LEAD = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}[、 \u3000]?)?附\s*件?\s*(?:材料)?(?:清单|目录|列表)?\s*[:：]\s*"
    r"(?:(?:材料|附件|证明材料)(?:目录|清单)\s*)?"
)
# 附件 on a line of its own, with numbered papers right under it
_BARE = re.compile(
    r"附件(?=\s*\n+\s*1[.、．)）][^\n。：:]{2,30}(?:[书函表证照]|报告|协议|合同|证明|材料|清单|复印件|扫描件)[；;。]?\s*\n+\s*2[.、．)）])"
    r"|附件(?=\s*\n+\s*1[.、．)）][^\n。：:；;]{2,40}[；;]\s*2[.、．)）])"  # in one paragraph
)
# 附件1 营业执照, 附件2 审计报告 on lines one below the other, with or without a title of their own
_RUN = re.compile(
    r"(?P<word>附件?|材料|证明|佐证)\s?[1一](?!\d)[^\n。]{2,120}\n+\s*(?P=word)\s?[2二](?!\d)[^\n。]{2,120}(?:\n|$)"
)
_LINE = re.compile(r"[^\n]*")
_TITLE_ENDS = re.compile(
    r"(?:清单|目录|列表|索引|一览|一览表|(?:证明|佐证|支撑|附件|所附|随附|附后|附送|附带)材料|(?:所附|随附|附送|附带)文件"
    r"|附后证明|提交内容|(?:提交|报送|递交)的(?:材料|资料|附件))$"
)
_MARKED = re.compile(r"^[【〔\[（(][A-Z\d一二三四五六七八九十]{1,2}[】〕\]）)]\s*")  # 【C】附送材料
# 附件目录, 申报材料清单; not 实验材料清单
_LISTS_PAPERS = re.compile(
    r"(?<![原耗辅])(?<!实验|试验|试制|建设|建筑|工程|施工|包装)(?:附件|附录|材料|资料|文件)(?:总|分)?(?:清单|目录|列表|一览表?)$"
)
# 五  前期样品检测报告（CMA）, read as a chapter within the list, with no more than a remark on it below
_PAPER_TITLE = re.compile(r"(?:报告|证书|证明|执照|协议书?|合同|意向书|复印件|扫描件)(?:[（(][^（）()]{1,20}[）)])?$")
_SHORT_PAPER = 120
_LONGEST_TITLE = 16
_FRAME = "【】〖〗〔〕[]「」《》—-=＝＊*· "  # 【证明材料】
_LONGEST = 160
_BETWEEN_LINES, _BETWEEN_NAMES = re.compile(r"[；;\n]"), re.compile(r"、(?!20\d\d)|\n")
_BETWEEN, _NAME = re.compile(r"[；;]"), 40
# 2023年度，某审〔2024〕3号: a year and no name
_YEAR_ONLY = re.compile(r"20\d\d年?度?\s?[，,：:]")
# ………第4—9页: where the paper stands
_LEADER = re.compile(r"(?:[…·.]+第\d{1,3}(?:[-—–~至]\d{1,3})?页|[…·]{4,}\d{1,3})$")
_YEAR_BELOW = re.compile(r"\s*[（(]?\d{0,2}[)）.、]?\s*20\d\d年?度?\s?[，,：:]")


def find_attachments(text: Text, outline: Outline) -> list[Attachment]:
    """The items of the lists of proofs, in order; a line without a number goes on the item above it.

    Without such a list, the papers in the table of contents.
    """
    found: list[Attachment] = []
    for span in _cells(text):
        found += [_attachment(text, piece) for piece in _split(text, span)]
    for stretch in _lists(text, outline):
        named = [(_name(span.of(text.clean)), "", span) for span in _lines(text, stretch)]
        rows = proof_rows(text, stretch)
        named += [(_name(row.name.of(text.clean)), row.remark(text.clean), row.span) for row in rows]
        for name, remark, span in named:
            if len(name) >= 2 and not _NONE.match(name):
                found.append(Attachment(name=name + remark, evidence=text.evidence(span.start, span.end)))
    found = found or [_attachment(text, span) for span in papers_in_contents(text)]
    return found + [_attachment(text, span) for span in _enclosed(outline)]


def _enclosed(outline: Outline) -> list[Span]:
    """附件二 知识产权证明, with the paper's words right under it: each such title names a paper."""
    other = (d for d in outline.divisions if d.role is Role.OTHER and d.attachment and d.title)
    return [Span(d.start, d.title_end) for d in other]


def _cells(text: Text) -> list[Span]:
    """The answer to 附件名称 in a form: 营业执照；审计报告."""
    return [
        Span(block.start, block.end)
        for block in text.blocks
        if block.table is not None
        and block.column > 0
        and (label := label_of(text, block)) is not None
        and _CELL_LABEL.fullmatch(label)
        and not is_guidance(text.clean[block.start : block.end])
        and not HEADS.fullmatch(text.clean[block.start : block.end].strip())
    ]


def _split(text: Text, span: Span) -> list[Span]:
    """The papers of a cell; among those parted by ； the 、 of 2024、2025年度审计报告 parts none."""
    marks = _BETWEEN_LINES if _BETWEEN.search(text.clean, span.start, span.end) else _BETWEEN_NAMES
    return [
        s
        for s in split_outside_brackets(text.clean, span.start, span.end, marks)
        if len(s.of(text.clean)) > 1 and not any(each.match(s.of(text.clean).strip()) for each in _NO_ITEM)
    ]


def _name(words: str) -> str:
    """Without the item's number, the mark at its end and the page on which it stands."""
    number = _NUMBER.match(words)
    return _LEADER.sub("", squeezed(words[number.end() :] if number is not None else words).strip("。；;"))


def _attachment(text: Text, span: Span) -> Attachment:
    name = _name(span.of(text.clean))
    return Attachment(name=name, evidence=text.evidence(span.start, span.end))


def _lists(text: Text, outline: Outline) -> list[Span]:
    """The divisions of proofs, and chapters that are such lists (八、附件清单), without their titles."""
    found = [Span(d.title_end, d.end) for d in outline.divisions if d.role is Role.PROOFS or _is_bare_list(text, d)]
    for section in outline.sections:
        listed = any(span.start <= section.heading_end < span.end for span in found)
        if not listed and LIST_TITLE.search(_REMARK.sub("", section.title)):
            found.append(Span(section.heading_end, section.end))
    if not found and _is_list_by_name(text):
        return [Span(0, len(text.clean))]
    found += _torn_entries(outline, found)
    found += _closing_lists(text, outline, found)
    return sorted(found, key=lambda span: span.start)


def _is_list_by_name(text: Text) -> bool:
    """04_附件目录.txt: nothing but the list, whatever its title says, where its lines are numbered."""
    stem = re.split(r"[/\\]", text.document.source.path)[-1].rsplit(".", 1)[0]
    numbered = sum(_NUMBER.match(text.clean, b.start, b.end) is not None for b in text.blocks)
    return _LISTS_PAPERS.search(stem) is not None and numbered > 1


def _is_bare_list(text: Text, division: Division) -> bool:
    """附件 and nothing else above lines most of which name papers; templates stand below such a title as well."""
    if squeezed(text.clean[division.start : division.title_end]) != "附件":
        return False
    lines = [text.clean[b.start : b.end] for b in text.blocks_in(division.title_end, division.end)]
    return 2 * sum(PAPER.search(line) is not None for line in lines) > len(lines)


def _closing_lists(text: Text, outline: Outline, known: list[Span]) -> list[Span]:
    """附件：1.营业执照 2.…, or 附件1 …, on lines of their own, up to the next such list, chapter or division."""
    leads = []
    for index, block in enumerate(text.blocks):
        match = _LEAD.match(text.clean, block.start, block.end) if block.table is None else None
        if match is None and text.clean[block.start : block.end].strip() == "附件" and block.table is None:
            match = _BARE.match(text.clean, block.start)
        if match is None and (_titles_list(text, index) or leads_papers(text, index)):
            match = _LINE.match(text.clean, block.start)
        runs = block.table is None and _RUN.match(text.clean, block.start) is not None
        lead = Span(block.start, block.start if match is None else match.end())
        if (match or runs) and not any(s.start <= at < s.end for s in known for at in (block.start, block.end)):
            leads.append(lead)
    chapters = [s.start for s in outline.sections if not (s.number or "").isdigit() and not _is_entry(s)]
    stops = sorted([*chapters, *(lead.start for lead in leads), len(text.clean)])
    return [
        Span(lead.end, min(stops[bisect_right(stops, lead.start)], outline.division_at(lead.start).end))
        for lead in leads
    ]


def _torn_entries(outline: Outline, lists: list[Span]) -> list[Span]:
    """五  前期样品检测报告（CMA） right behind a list, read as the title of a chapter: the list goes on with it."""
    ends, found = {span.end for span in lists}, []
    for section in outline.sections:
        if section.start in ends and _is_entry(section) and outline.division_at(section.start).role is not Role.PROOFS:
            ends.add(section.end)
            found.append(Span(section.start, section.end))
    return found


def _is_entry(section: Section) -> bool:
    """A chapter that is a paper's name and hardly more."""
    short = section.end - section.heading_end <= _SHORT_PAPER
    return short and _PAPER_TITLE.search(squeezed(section.title)) is not None


def _titles_list(text: Text, index: int) -> bool:
    """商务文件清单 on a line of its own, with a numbered line or a table under it."""
    block, below = text.blocks[index], text.blocks[index + 1 : index + 2]
    words = _MARKED.sub("", _REMARK.sub("", text.clean[block.start : block.end].strip())).strip(_FRAME)
    owner, *behind = words.split(maxsplit=1) or [""]  # 海州检测研究院 揭榜材料总目录
    words = behind[0] if behind and is_organisation(owner) else words
    titled = _TITLE_ENDS.search(words) is not None and len(words) <= _LONGEST_TITLE
    titled = titled and block.table is None and LIST_TITLE.search(words) is not None and not _GOODS.search(words)
    return titled and any(b.table is not None or _NUMBER.match(text.clean, b.start, b.end) for b in below)


def _lines(text: Text, stretch: Span) -> list[Span]:
    blocks = [
        Span(max(b.start, stretch.start), b.end)
        for b in text.blocks_in(stretch.start, stretch.end)
        if b.table is None and b.end > max(b.start, stretch.start)
    ]
    codes = _codes(text, blocks)
    numbered = [_NUMBER.match(text.clean, b.start, b.end) is not None or b.start in codes for b in blocks]
    blocks = [Span(codes.get(b.start, b.start), b.end) for b in blocks]
    if not any(numbered):
        lines = [b for b in _joined(text.clean, blocks) if not _NOTE.match(b.of(text.clean))]
        lines = [line for line in lines if line.end - line.start <= _LONGEST]
        return [piece for line in lines for piece in _parted(text, line)]
    found: list[Span] = []
    for block, has_number in zip(blocks, numbered, strict=True):
        if has_number and found and _is_year_of(text, found[-1], block):
            found[-1] = Span(found[-1].start, block.end)
        elif has_number:
            found += list(_items(text, block))
        elif found and _goes_on(text, found[-1], block):
            found[-1] = Span(found[-1].start, block.end)
    return found


def _joined(clean: str, lines: Sequence[Span]) -> list[Span]:
    """审计报告：中信审字第386号， over 某某公司2025年度财务报表: a line that ends so goes on."""
    found: list[Span] = []
    for line in lines:
        if found and clean[found[-1].start : found[-1].end].rstrip().endswith(("，", ",", "、", "：")):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def _codes(text: Text, blocks: Sequence[Span]) -> dict[int, int]:
    """Where the names behind E1, E2, … begin, by where their lines do: codes of one letter that count from 1 on.

    So do A, B, C, … each on a line. H13模具钢检测报告 alone has no code, nor has B超检查报告.
    """
    lettered = [(b.start, mark) for b in blocks if (mark := _LETTER.match(text.clean, b.start, b.end)) is not None]
    in_order = "".join(mark["letter"] for _, mark in lettered) == "ABCDEFGHIJ"[: len(lettered)]
    if in_order and len(lettered) >= _LEAST_LETTERS:
        return {start: mark.end() for start, mark in lettered}
    found = [(b.start, code) for b in blocks if (code := _CODE.match(text.clean, b.start, b.end)) is not None]
    letters = {code["letter"] for _, code in found}
    counts = [int(code["number"]) for _, code in found] == list(range(1, len(found) + 1))
    return {start: code.end() for start, code in found} if len(found) > 1 and len(letters) == 1 and counts else {}


def _parted(text: Text, line: Span) -> list[Span]:
    """营业执照；2024年度审计报告；检测报告。: a list in one line, each part short as a name is."""
    parts = split_outside_brackets(text.clean, line.start, line.end, _BETWEEN)
    named = len(parts) > 1 and all(part.end - part.start <= _NAME for part in parts)
    return parts if named else [line]


def _items(text: Text, block: Span) -> Iterator[Span]:
    """The items of one paragraph: usually one, several in 1.…；2.…"""
    items = find_items(text, block.start, block.end)
    inside = [item for item in items if block.start <= item.start < block.end]
    if len(inside) < 2:
        yield block
        return
    for index, item in enumerate(inside):
        end = inside[index + 1].start if index + 1 < len(inside) else block.end
        yield trimmed(text.clean, item.start, end, "；;")


def _is_year_of(text: Text, above: Span, block: Span) -> bool:
    """（1）2023年度，… below 财务审计报告（某某事务所）：, or below another such year of it: one paper, its years."""
    number = _NUMBER.match(text.clean, block.start, block.end)
    begins = _YEAR_ONLY.match(text.clean, number.end() if number is not None else block.start) is not None
    head, _, years = above.of(text.clean).partition("：")
    return begins and bool(head) and (not years.strip() or _YEAR_BELOW.match(years) is not None)


def _goes_on(text: Text, before: Span, block: Span) -> bool:
    words = before.of(text.clean).rstrip()
    if _NOTE.match(block.of(text.clean)) or block.start - before.end > 2:
        return False
    return unbalanced(words) or (text.document.hard_wrapped is not False and words[-1:] not in "。；;）)")
