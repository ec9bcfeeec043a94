"""Limits on length (字数、页数限制): 不超过 500 字, 1.2万字以内, 不超过 20 页, and what they limit."""

import re

from extractors.forms.labels.words import could_be_label
from extractors.notice.headed_items import headed_subject
from extractors.notice.limit_names import CHAPTER_NUMBER, plain_scope, without_limit_label
from extractors.notice.numbered_chapters import chapter_by_number
from extractors.notice.quoted_chapters import quoted_subject
from extractors.text.items import number_at
from extractors.text.marks import FRAMED, ITEM_NUMBER, NUMBERED
from extractors.text.spans import bare, squeezed, trimmed, without_brackets
from extractors.text.tables import cells_of_row, head_of, label_of
from extractors.values.han_numerals import han_value
from schemas.notice import Limit
from schemas.outline import Outline, Role
from schemas.text import Block, Text

# 500字, 1.2万字, 1,000 字; not 8000字节, and not the 字 of 字段 or 字符集.
_AMOUNT = (
    r"(?P<amount>(?<!\d)\d[\d,，]{0,14}(?:\.\d{1,9})?)\s*"
    r"(?P<factor>[万千百])?\s*(?:个)?(?P<unit>字(?![节段典])(?:符)?|页)"
)
# 三万字, 二十页
_HAN_AMOUNT = r"(?P<han>[一二两三四五六七八九十百千万]{1,6})(?P<of>字(?![节段典母])(?:符)?|页)"
_HAN_AMOUNT_2 = re.sub("<(han|of)>", r"<\g<1>2>", _HAN_AMOUNT)
_AMOUNT_2 = re.sub("amount|factor|unit", lambda match: match.group() + "2", _AMOUNT)
_NUMBERING = re.compile(rf"\s*(?:{NUMBERED}|注[:：])\s*")
_LIMIT = re.compile(
    rf"(?:不(?:得|能|应|可|要)?(?:超过|多于|大于|超|高于)|(?:控制|限制?)(?:在|为)?|(?:最多|至多)(?:为)?|限(?:填)?|≤|<="
    # 字数上限2500字, 篇幅上限：3页
    rf"|(?:总?(?:字数|篇幅|页数|长度)的?)?(?:上限|最长)(?:为|是)?\s?[:：]?"
    rf"|(?<!不)(?<!不得)(?<!不能)(?<!不应)少于)\s*(?:约)?\s*{_AMOUNT}(?:以内|以下|之内)?"
    rf"|(?:(?<![可所予加])以\s?)?{_AMOUNT_2}(?:以内|以下|之内|内(?!容)|为(?:上限|[限止])|左右|封顶|打住)"
    rf"|(?:(?:不(?:得|能|应|可|要)?(?:超过|多于|大于|超|高于)|控制在|限)|(?P<by>以)){_HAN_AMOUNT}(?:以内|以下|之内|为(?:上)?限)?"
    rf"|(?<![一二两三四五六七八九十百千万]){_HAN_AMOUNT_2}(?:以内|以下|之内|为(?:上)?限|封顶|打住)"  # （三百字以内）
)
# 不少于 500 字 is a least length, no limit; （五百字以内，即500字以内）: the limit said again.
_LEAST = re.compile(
    r"不(?:得|能)?(?:少于|低于)\s*$|至少\s*$|[字页](?:以内|之内|内|封顶|为限)?[，,]\s?(?:即|也就是)\s?$"
)
# 开头有一段不超过300字的摘要, 附500字以内的单位简介
_BEHIND = re.compile(r"的(?P<what>[\u4e00-\u9fff]{0,6}?(?:摘要|简介|概述|概要|综述|小结))(?=[，,。；;、（）()\n]|$)")
_NEAR = 12
_LONGEST_NAME, _LONGEST_LABEL = 20, 32  # characters of a subject, of what a cell says before its bracket
_FARTHEST = 400  # characters that a subject may stand before its limit
_FACTORS = {"万": 10_000, "千": 1_000, "百": 100}
# The subject: the words before the limit, back to the last mark. 原则上, 总字数, 篇幅 are no part of its name.
_AROUND = re.compile(
    r"^(?:其中|并且?|且|另外?|每份|每个|每项|以上|各|请|注|要求)+|(?:的)?(?:(?:总)?(?:篇幅|字数|页数|长度|文字|内容)|原则上|一般|总体|合计|均|应|须|控制|请"
    r"|(?:全文|总共|总))+$"
)
# What is asked of the subject besides: 报告应简明扼要, 简介宜短. Not 供应链, 需求, 摘要; not 须提交….
_ASKED = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:应当|必须|不[宜应要得]|(?<![供响对相适反效])[应宜](?![用急链对变力届])|须|(?<![主摘概纪重必简扼提])要(?![求点素件闻])"
    r"|需(?![求量方]))(?!提交|提供|填|附|写|撰写|编写|包|含)(?:(?!的)[\u4e00-\u9fff、]){1,16}$"
)
_SETTING = re.compile(r"字体|字号|仿宋|宋体|黑体|打印|装订|行距")  # how the paper is to look
# 简明扼要, 须突出重点: how it is to be written
_STYLE = re.compile(
    r"(?:[须应宜要]当?|力求|做到)?(?:简明扼要|言简意赅|重点突出|突出重点|简洁明了|(?:语言|文字|表述|内容)(?:精[练炼简]|简[练洁]|[真翔详]实|准确)"
    r"|(?:条理|层次|逻辑)清[晰楚]|(?:双面|单面)?打印|图文并茂)"
)
_VAGUE = re.compile(
    r"^(?:[本全该这此]一?[章节篇]|这(?:个|一)?(?:部分|[栏项块段])|本部分|本栏|本项|该部分|此部分|此项|该项|以上)?(?:内容|部分|字数|篇幅|全文|文字)?$"
)
# 编写提示：列明线路；字数不超过1500字: how the chapter above is to be written
_TOLD_HOW = re.compile(r"[（(【〔［\[]?(?:注|写法|(?:编写|编制|填写|填报|撰写|写作|作答)?(?:说明|要求|提示|要点|备注))")
# 揭榜方案，按附件2大纲编写，总篇幅不超过50页: how it is written
_MANNER = re.compile(r"(?:按照?|依据|参照|根据)[^，。；]{2,24}(?:编[写制]|撰写|填[写报]|提交)")
_ITEM_SUBJECT = re.compile(
    rf"[：:；;]\s*{ITEM_NUMBER}\s*(?P<name>[\u4e00-\u9fffA-Z]{{2,16}})(?:[（(][^（）()]{{1,24}}[)）])?"
    r"[，,]\s*(?:其中)?(?:正文|全文|主体)[^，。；：]{0,4}$"
)
_WHOLE = re.compile(r"^(?:正文|全文|总字数|材料|主体部分|正文部分|文本|[合加]起来|拢共|整[个份篇]|通篇)$")
# 算一笔账：买设备多少…, 写清楚：谁来量: what to do in a chapter, no part of it
_DOES = r"(?:请|要|应|需)?(?:[算写说讲谈列画填]|描述|回答)(?:[一清明出上好几]|说|讲|写|画)"
_OF_WHOLE = re.compile(r"(?:全文|总字数|总篇幅|正文)(?:篇幅|字数)?(?:应|须|原则上|一般)?$")
_WRITES = re.compile(r"^.*(?:编[写制]|填[写报]|提交|撰写|报送|提供)")
_GUIDES = re.compile(
    r"(?:请|应|需|并)?(?:简要|重点|逐条|分别)?(?:说明|阐述|描述|介绍|论述|分析|列出|围绕|概括|简述|写[明清]|列明|讲清|画出|结合)"
    r"(?!书|会|材料|报告)"
)
# 单位简介 包括成立时间…: a field and what to fill in, in one line that was a row of a table.
_FIELD = re.compile(
    r"([\u4e00-\u9fff/、]{2,12})[ \t]+"
    r"(?=包括|请|须|简要|简述|说明|介绍|概述|阐述|描述|填写|重点|围绕|主要|列出|逐[条项]|[（(])"
)
_TITLED = re.compile(r"《[^《》]{2,30}》$")  # 在线提交《揭榜方案》（…，不超过30页）
_TITLES = {
    Role.INSTRUCTIONS: "正文",
    Role.TASK_BOOK: "任务书",
    Role.FORM: "申报表",
    Role.COVER: "申报书",
    Role.PROOFS: "证明材料",
}

_GUIDED = frozenset({Role.TASK_BOOK, Role.FORM, Role.COVER})
_LENGTH_HEAD = re.compile(r"(?:建议|参考)?(?:篇幅|字数|页数)(?:要求|限制|上限|控制)?(?:[（(][^（）()]{1,8}[)）])?")
# A part of a chapter, or the whole, that has a limit of its own.
_PART = re.compile(
    r"^(?!(?:简要|请|结合|围绕)).{0,8}(?:简介|摘要|简历|综述|小结|概要|任务书|申[报请]书|揭榜书|应榜书|响应书|建议书)$"
)
_OPENS = "（([【〔"
_SIGN = re.compile(r"^[^\w\s《“（(【〔\[]\s{0,2}")  # ◇篇幅, →篇幅
_FRAMED = re.compile(rf"^\s*{FRAMED}")  # 【攻关思路】〔不超过900字〕: a label in a frame
_HINT = re.compile(r"\s*[（(【〔\[][^（）()【】〔〕\[\]]{2,60}[）)】〕\]]\s*")
_ROUND = str.maketrans("【】〔〕［］[]", "（）（）（）（）")
# （三）技术路线：画出流程图；B.技术方案——总体构成: a chapter's title and its guidance in one line.
_TITLED_LINE = re.compile(
    rf"(?P<title>(?!{_DOES}|[^:：]{{0,4}}(?:说明|要求|提示|备注|篇幅|字数)[:：])"
    r"[\u4e00-\u9fff、]{2,24})\s?(?:[:：]|[—–]{1,2})"
    rf"(?!\s?{ITEM_NUMBER})"
)


def find_limits(text: Text, outline: Outline) -> list[Limit]:
    """The limits in order; ``scope`` is the sentence's subject, the cell's label, or the heading above."""
    found: list[Limit] = []
    for match in _LIMIT.finditer(text.clean):
        if _LEAST.search(text.clean[max(0, match.start() - 8) : match.start()]):
            continue
        value, unit = _value(match)
        behind = _BEHIND.match(text.clean, match.end())
        told = behind["what"] if behind is not None else _scope(text, outline, match.start())
        scope = plain_scope((told or "").strip("“”"))
        if value < (1 if unit == "页" else 2) or not scope:
            continue
        evidence = text.evidence(_evidence_start(text, match.start()), match.end())
        if unit == "页":
            found.append(Limit(scope=scope, max_pages=value, evidence=evidence))
        else:
            found.append(Limit(scope=scope, max_chars=value, evidence=evidence))
    return found


def _value(match: re.Match[str]) -> tuple[int, str]:
    """How many, and of what (字, 页)."""
    if han := match["han"] or match["han2"]:
        return round(han_value(han) or 0), match["of"] or match["of2"]
    amount, factor, unit = (match[name] or match[name + "2"] for name in ("amount", "factor", "unit"))
    return round(float(re.sub(r"[,，]", "", amount)) * _FACTORS.get(factor or "", 1)), unit


def _evidence_start(text: Text, at: int) -> int:
    """The sentence's part before the limit belongs to the evidence."""
    before = re.search(r"[^，,。；;（）()\n\t]*$", text.clean[:at][-60:])
    return at - len(before.group()) if before else at


def _scope(text: Text, outline: Outline, at: int) -> str | None:
    block = _block_at(text, at)
    if block is None:
        return None
    label = _cell_label(text, block, at) if block.table is not None else _label_over_hint(text, outline, block)
    if label is not None:
        return label
    named = chapter_by_number(text, outline, at) or quoted_subject(text.clean[max(block.start, at - _FARTHEST) : at])
    if named is not None:
        return named
    chapter = _chapter_of(text, outline, block) if block.table is None else None
    if chapter is None and (headed := headed_subject(text, block, at)) is not None:
        return headed
    said = _said_subject(text, block, at) if chapter is None else _own_subject(text, outline, block, at)
    if chapter is not None:
        return said or chapter
    whole = said is not None and _WHOLE.fullmatch(said) is not None
    if said is not None and not whole:
        return said
    if block.table is not None:
        return said
    whole = whole or _SETTING.search(text.clean, block.start, at) is not None
    whole = whole or (said is None and _OF_WHOLE.search(text.clean, max(block.start, at - _NEAR), at) is not None)
    if whole and (subject := _item_subject(text, block, at) or _sentence_subject(text, block)) is not None:
        return subject
    return _label_above(text, outline, block) or said


def _cell_label(text: Text, block: Block, at: int) -> str | None:
    """The label at the left; in a column 篇幅 of a table of chapters, the chapter of the row.

    四、方案 | 方案摘要（1000字以内） | (room to write): the cell is itself the label, and 四、方案 what it belongs to.
    """
    if _LENGTH_HEAD.fullmatch(head_of(text, block) or ""):
        row = (squeezed(text.clean[cell.start : cell.end]) for cell in cells_of_row(text, block))
        return next((CHAPTER_NUMBER.sub("", words) for words in row if _names_chapter(words)), None)
    own = trimmed(text.clean, block.start, at, "（([【〔 ").of(text.clean)
    right = next((cell for cell in cells_of_row(text, block) if cell.column > block.column), None)
    room = right is not None and not text.clean[right.start : right.end].strip()
    return squeezed(own) if room and text.clean[at - 1] in _OPENS and could_be_label(own) else label_of(text, block)


def _label_over_hint(text: Text, outline: Outline, block: Block) -> str | None:
    """◆ 技术思路 over nothing but （本栏不超过700字）, in a form: the label, whatever marks it."""
    hints = _HINT.fullmatch(text.clean, block.start, block.end) is not None
    if outline.division_at(block.start).role is not Role.FORM or not hints:
        return None
    above = text.blocks[max(0, (text.block_at(block.start) or 0) - 1)]
    label = trimmed(text.clean, number_at(text.clean, above.start, above.end)[1], above.end, "：:").of(text.clean)
    alone = above.table is None and above.end <= block.start and could_be_label(label)
    return squeezed(label) if alone else None


def _names_chapter(words: str) -> bool:
    """More than its number: 第一章 | 海况 | 800字以内."""
    return (
        2 <= len(bare(words)) <= 30
        and re.fullmatch(r"第?[一二三四五六七八九十\d]{1,3}[章节篇]?|.{0,3}部分", words) is None
    )


def _chapter_of(text: Text, outline: Outline, block: Block) -> str | None:
    """The chapter of a template whose guidance the paragraph is, below its title; None for any other paragraph."""
    division = outline.division_at(block.start)
    if division.role not in _GUIDED:
        return None
    index = outline.section_at(block.start)
    section = outline.sections[index] if index is not None else None
    if section is not None and section.start == block.start and section.heading_end < block.end:
        return squeezed(without_brackets(section.title))  # C.7 预算【不超过两页】
    style, body = number_at(text.clean, block.start, block.end)
    titled = _TITLED_LINE.match(text.clean, body, block.end) if style != "bullet" else None
    if titled is not None:
        return titled["title"]
    template = division.role is Role.TASK_BOOK and division.attachment is not None  # its titles need no number
    if section is None or not (section.number or template) or block.start < section.heading_end:
        return None
    above = _label_above(text, outline, block) if section.number else None
    return above or section.title if style in ("", "bullet") else None


def _title_in(text: Text, outline: Outline, block: Block) -> str:
    """The chapter's number and title that the paragraph begins with, before what it is to say; else ""."""
    index = outline.section_at(block.start)
    section = outline.sections[index] if index is not None else None
    return text.clean[block.start : section.heading_end] if section and section.start == block.start else ""


def _own_subject(text: Text, outline: Outline, block: Block, at: int) -> str | None:
    """What the guidance itself limits: 其中单位简介限400字; None where it tells what to write (…路线，限2000字)."""
    said = _said_subject(text, block, at)
    if said is not None and said in squeezed(_title_in(text, outline, block)):
        return None  # C.7 预算【不超过两页】: the title itself, number and all
    clause = re.split(r"[，,。；;：:\t\n]", text.clean[block.start : at])[-1]
    beside = said is not None and said in squeezed(clause) and not _GUIDES.match(said)
    return said if beside or (said is not None and _PART.search(said)) else None


def _block_at(text: Text, at: int) -> Block | None:
    index = text.block_at(at)
    return text.blocks[index] if index is not None else None


def _said_subject(text: Text, block: Block, at: int) -> str | None:
    """What the sentence itself says is limited, or None where it says 本部分内容 or nothing.

    Inside brackets only the words next to the limit count, else what stands before them: 方案（PDF格式，不超过30页）.
    """
    sentence = re.split(r"[。；;\t]|\n(?!\s?[（(])", text.clean[max(block.start, at - _FARTHEST) : at])[-1]
    sentence = without_limit_label(_FRAMED.sub(r"\g<title>", sentence).translate(_ROUND))
    opened = max(sentence.rfind("（"), sentence.rfind("("))
    inside = opened > max(sentence.rfind("）"), sentence.rfind(")"))
    # 难点分析（400字以内）、分选方案（1500字以内）: each of the list has its own
    listed = re.split(r"[）)]\s?[、和及]", sentence[:opened]) if inside else [sentence]
    before = listed[-1] if len(listed) == 1 else listed[-1].rpartition("、")[2]
    pieces = re.split(r"[，,（(]", without_brackets(before))
    if inside:
        pieces[-1] = re.split(r"[：:]|[①-⑳]", pieces[-1])[-1]
        own = re.split(r"[，,]", sentence[opened + 1 :])[-1]
        pieces += [] if _WHOLE.fullmatch(_stripped(own)) else [own]  # ①设计报告（PDF，正文不超过30页）
    for piece in reversed(pieces):
        words = _stripped(piece)
        if _VAGUE.fullmatch(words) or _STYLE.fullmatch(words) or _SETTING.search(words) or _MANNER.fullmatch(words):
            continue
        if _GUIDES.match(words):
            break  # 说明国内外现状，不超过1500字: the heading's text is limited
        titled = _TITLED.search(words)
        if titled is not None:
            return titled[0]
        longest = _LONGEST_LABEL if inside and block.table is not None else _LONGEST_NAME
        if 2 <= len(bare(words)) <= longest and not re.search(r"[：:）)]|等情况$|描述$|包括|等$", words):
            return words
        break
    return None


def _stripped(words: str) -> str:
    previous, words = "", squeezed(_unnumbered(words))
    while previous != words:
        previous, words = words, _AROUND.sub("", words)
        words = _ASKED.sub("", words)
    return words


def _unnumbered(words: str) -> str:
    match = _NUMBERING.match(words)
    return words[match.end() :] if match else words


def _item_subject(text: Text, block: Block, at: int) -> str | None:
    """作品包括：（1）设计说明，正文不超过30页: the item that the limit stands in, among others of its sentence."""
    match = _ITEM_SUBJECT.search(text.clean, max(block.start, at - _FARTHEST), at)
    return match["name"] if match is not None else None


def _sentence_subject(text: Text, block: Block) -> str | None:
    """The document at the head of the paragraph: 申报书（附件2）一式五份，…；正文不超过8000字."""
    words = _unnumbered(text.clean[block.start : block.end])
    match = re.match(
        r"[《“]?([\u4e00-\u9fff]{0,20}?(?:申报书|申请书|揭榜书|应榜书|响应书|任务书|报告|方案|材料|申报表|申请表))[》”]?",
        words,
    )
    return (_WRITES.sub("", match.group(1)) or match.group(1)) if match else None


def _label_above(text: Text, outline: Outline, block: Block) -> str | None:
    """A short line above (a label whose cell lost its table), the heading, or the division's title."""
    index = text.block_at(block.start) or 0
    own = re.match(rf"(?!{_DOES})([^：:，。（(\n]{{2,16}})[：:]", text.clean[block.start : block.end])
    if own and not _VAGUE.fullmatch(_SIGN.sub("", own.group(1))) and not _TOLD_HOW.fullmatch(own.group(1)):
        return squeezed(_unnumbered(own.group(1)))
    if field := _FIELD.match(text.clean, block.start, block.end):
        return field[1]
    section = outline.section_at(block.start)
    for above in reversed(text.blocks[max(0, index - 3) : index]):
        words = squeezed(text.clean[above.start : above.end]).rstrip("：:")
        if section is not None and above.start <= outline.sections[section].start:
            break
        if number_at(text.clean, above.start, above.end)[0] == "bullet" or _SIGN.match(words):
            continue  # ◇ 列出对标产品: what to write, no label
        if 2 <= len(words) <= 16 and not re.search(r"[。，；]", words):
            return words
    if section is not None and outline.sections[section].number is not None:
        return outline.sections[section].title
    division = outline.division_at(block.start)
    return _TITLES.get(division.role) or (trimmed(division.title, 0, len(division.title)).of(division.title) or None)
