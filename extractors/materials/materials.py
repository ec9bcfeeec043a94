"""Materials (申报材料): items of the lists of what to hand in, letters of commitment, paper copies."""

import re
from dataclasses import replace

from extractors.directions.labels.parts import running_end
from extractors.materials.asked import further_papers, several_in
from extractors.materials.asked_letter import asked_letter
from extractors.materials.copies import count_of, find_copies
from extractors.materials.dashes import before_dash, behind_dash, named_before_dash
from extractors.materials.found import FoundMaterial, is_within, lists_below, named_by, parted
from extractors.materials.gathered import Gathered
from extractors.materials.groups import conditions_of_groups, holds_list
from extractors.materials.later import of_applying
from extractors.materials.lists import (
    LEAD,
    THING,
    attached_papers,
    bare_list,
    in_cell,
    in_guidance,
    is_thing,
    lone_paper,
    paragraphs_below,
    unnumbered,
)
from extractors.materials.names import MaterialKind, behind_medium, condition_of, kind_of, name_span
from extractors.materials.parts import counted_parts
from extractors.materials.proof_lists import under_heads, unnumbered_proofs, with_groups
from extractors.materials.sentences import named_in_sentences
from extractors.materials.spoken_lists import spoken_lists
from extractors.materials.tables import table_materials
from extractors.materials.works import counted_works
from extractors.notice.content_chapters import content_chapters
from extractors.notice.told_chapters import told_chapters
from extractors.text.items import Item, contents, find_items, is_lead, named_items, number_at
from extractors.text.labels_in_line import labelled_stretches
from extractors.text.notice_words import alternation
from extractors.text.spans import Span, bare, split_outside_brackets, squeezed
from extractors.text.tables import label_of
from schemas.outline import Division, Outline, Role, Section
from schemas.text import Text

# 需提供的材料, 应报送的申报资料, 要准备哪些材料？
_ASKED = (
    r"(?:需|须|应|需要|应当)(?:提供|提交|报送|递交|准备|上报)的?.{0,4}(?:材料|资料|文件)"
    r"|(?:[应须需随]?附[带送]?|需[交送报]|应[交送报]|提交|报送|附上)的?(?:材料|资料|文件)"
    r"|(?:要|需要?|应该?)(?:准备|提交|提供|带)?(?:哪些|什么)(?:材料|资料|文件)"
)
_TITLE = re.compile(
    r"(?:申报|揭榜|应榜|相关|有关|所需|应附)?的?证明(?:材料|文件)(?:清单|目录|要求)?|"  # no 成果转化证明材料
    # 要附的证明, 同时交哪些证明？
    r"[^，。；：:]{0,4}(?:[交附带报]|提[交供]|出示|准备|上传)[来上齐]?(?:哪些|什么|啥|下列|以下|的)?的?"
    r"(?:证明|佐证|证照|证件|凭证|凭据)(?:材料|文件)?[？?]?|"
    rf".{{0,14}}(?:{alternation('material_titles')}|{_ASKED})(?:[及与和].{{1,10}}|[（(].*[）)]|.{{0,4}})"
)
_LABEL = re.compile(rf"[^，。；：:\n]{{0,6}}{alternation('material_titles')}(?:[（(][^（）()]*[）)])?[。:：]")
_OTHERS = re.compile(
    # 成员名单以汇总表为准: which of them counts, and no further one
    r"^[^，。；：:（(]{2,40}(?<![可均])以[^，。；：:（(]{2,24}为准"
    r"|^(?:(?:全部|所有|上述|以上|相关)?(?:上报|申报|申请|电子|纸质|书面)?材料(?:请|须|应|务必|需)?[于在将]"
    r"|各(?!方[^，。；]{0,6}(?:签[署订字]|盖章)的|[门项类科年章](?:度|系列)?[\u4e00-\u9fff]{0,10}的[\u4e00-\u9fff]{2,10}(?:$|[，。；（(]))|由(?![^，。；]{2,16}(?:(?:出具|提供|开具|签发|签[署订字])的|的[，,]))"
    r"|(?:上述|以上)[^，。；]{0,6}(?:材料|文件)|逾期|未按|凡|所在(?!单位|企业|学校|[^，。；]{2,24}(?:出具|提供|开具|签发)的)|地级?市|区县|推荐单位|主管部门"
    # 自有船坞的船厂无需提交租赁合同
    r"|[^，。；：:（(\[【〔—–-]{0,24}(?:无[需须]|不(?:需要?|必|用))(?:另行|再|额外)?(?:提交|提供|报送)"
    r"|专家(?!论证|评审意见|推荐|鉴定|意见|简历|名单)|网上申报)"
)
# 其他佐证材料（如专利、检测报告）: a word for whatever is handed in, and an item of the list all the same.
# 附件材料：营业执照，审计报告: the same with what it is behind a colon.
_OTHER_PROOFS = re.compile(
    r"\s*(?P<name>(?:其[他它]|相关|有关|其他相关)(?:证明|佐证|支撑|补充)(?:性)?材料"
    r"|(?:附件|证明|佐证|支撑)(?:性)?(?:材料|资料)(?=\s?(?:[:：]|[，,]\s?(?:主要|应|须)?(?:包括|包含)(?:但不限于)?)"
    r"[^。；]{0,60}(?:[证照书表]|报告|协议|合同|复印件|论文|专利)))"
)
# 产业分类为新材料的，须提交佐证材料: asked for in a case, it stands for one paper.
_CASE_PROOFS = re.compile(
    r"[^。；;：:]{4,100}?的[，,]\s?(?:还|另)?(?:须|需|应)当?(?:提交|提供|附|上传)(?P<name>(?:佐证|证明|支撑)材料)"
)
# 省级赛道团队，请于5月8日前登录平台: whom the item speaks to, no paper.
# Not 课程规划，需说明…: what it has to say.
_TOLD_TO = re.compile(
    r"[，,]\s?(?:请|应|须|需|可|由|于)(?!(?:能|要|当)?(?:说明|包括|包含|体现|反映|注明|附|涵盖|突出|含有))"
)
# 电子版材料：请将申报材料发送至…: on what the whole is sent, and how
_SENDING = re.compile(r"电子[版档件]?(?:申报|申请)?(?:材料|资料|文件)\s?[:：]\s?(?:请|须|应|需|将|统一)")
_LABEL_ALONE = re.compile(r"(?:申报|申请|揭榜|报送|提交)?(?:材料|资料)[:：]")  # 材料：申报书、可行性报告、承诺书。
_PROOFS = re.compile(r"(?:相关|其他)?(?:附件|附件材料|证明材料|佐证材料)(?:目录|清单)?")
_CHAPTER = re.compile(r"^[一二三四五六七八九十]{1,2}[、.．]\s*")  # 四、真实性承诺
_SENTENCE = re.compile(r"[须应需请含将]|提交|报送|装订|打印|纸质|一式|[书表件]各")  # what a list of names does not say
_SET = re.compile(r"[一1]\s?式")
_COUNT_BEHIND = re.compile(r"\s?[一二两三四五六七八九十\d]{1,2}\s?份")
_TEMPLATES = frozenset({Role.FORM, Role.TASK_BOOK, Role.PROOFS})
_OWN = re.compile(
    r"(?:承诺|声明|[清名]单|名册|明细|(?:负债|利润|流量|财务报)表|评价)$"
)  # 迁入承诺, 社保清单 among the proofs: no template of the call's
_FORMAT = re.compile(r"(?:参考)?(?:格式|样式|模板|范本|样本)$")
_WHOLE = frozenset({"证明材料", "佐证材料", "相关证明材料", "相关佐证材料"})
_CALL_ROLES = frozenset({Role.BODY, Role.TASK_LIST, Role.OTHER, Role.RECOMMENDATION})


def find_materials(text: Text, outline: Outline) -> list[FoundMaterial]:
    """The materials in order: list items first, then what sentences name beside them, copies and letters."""
    found = Gathered((*_listed(text, outline), *_in_tables(text, outline)))
    found.add(one for one in _without_numbers(text, outline) if not found.knows(one.name))
    bare_names = (*_under_titles(text, outline), *_in_guidance(text, outline), *counted_works(text, outline))
    found.add(one for one in bare_names if not found.knows(one.name))
    told = any(outline.division_at(one.span.start).role is Role.PROOFS for one in found.items)
    found.add(_letters(text, outline, found.items))
    for division in outline.divisions:
        if division.role is Role.INSTRUCTIONS:
            for copies in find_copies(text, division.start, division.end):
                found.add_copies(copies)
    for start, end in _call_stretches(outline):
        further = (*_behind_leads(text, start, end), *counted_parts(text, start, end))
        found.add(m for m in further if not found.knows(m.name))
        for span, kind in attached_papers(text, start, end):
            if not found.knows(span.of(text.clean)):
                found.add([FoundMaterial(squeezed(span.of(text.clean)), kind, None, None, span)])
        for copies in find_copies(text, start, end):
            found.add_copies(copies)
        for one in named_in_sentences(text, start, end):
            if one.name in _WHOLE and (told or lists_below(text, one.span, found.items)):
                continue  # 提交证明材料: those that the attachment lists, or the sentence behind it
            found.add_named(FoundMaterial(one.name, one.kind, one.copies, one.condition, one.span))
    found.add(asked_letter(text, _call_stretches(outline), found.items))
    grouped = with_groups(text, outline, of_applying(text, outline, found.items))
    chapters = content_chapters(text, outline) or told_chapters(text, outline)
    items = [part for one in grouped for part in parted(one) if not is_within(part.span, chapters)]
    return sorted(items, key=lambda one: (one.span.start, one.span.end))


def _listed(text: Text, outline: Outline) -> list[FoundMaterial]:
    """The items of the list of proofs and of the sections on materials."""
    found: dict[int, FoundMaterial] = {}
    for start, end in _list_stretches(text, outline):
        items = find_items(text, start, end) or named_items(text, start, end)
        if grouped := under_heads(text, items, end):
            kind: MaterialKind | None = "proof" if outline.division_at(start).role is Role.PROOFS else None
            named = (named_before_dash(text, piece, kind) for piece in grouped)
            found |= {one.span.start: one for one in named if one is not None}
            continue
        reports = contents(text.clean, items)
        inside = {number for numbers in reports.values() for number in numbers}
        groups = conditions_of_groups(items, text.clean)
        for index, item in enumerate(items):
            if index in inside or (is_lead(text.clean, items, index) and index not in reports):
                continue
            if index in reports or not holds_list(items, index, text.clean):
                several = several_in(text, Span(item.body, _first_sentence(text.clean, item)))
                if several:
                    found |= {one.span.start: one for one in several}
                    continue
                material = _from_item(text, outline, item)
                if material is not None:
                    asked_of = material.condition or groups[index]
                    found.setdefault(item.start, replace(material, condition=asked_of))
                    found |= {
                        more.span.start: more
                        for more in further_papers(text, item.body, _first_sentence(text.clean, item))
                    }
    return list(found.values())


def _without_numbers(text: Text, outline: Outline) -> list[FoundMaterial]:
    """The papers of the attachments that list them without numbers: boxes, groups, a sentence."""
    return [one for d in outline.divisions if d.role is Role.PROOFS for one in unnumbered_proofs(text, d)]


def _behind_leads(text: Text, start: int, end: int) -> list[FoundMaterial]:
    """The pieces of a list without numbers: 应附：甲；乙；丙, 证明材料有：甲；乙；丙."""
    leads = LEAD.finditer(text.clean, start, end)
    listed = (unnumbered(text, lead.end(), end) or paragraphs_below(text, lead.end(), end) for lead in leads)
    pieces = [piece for own in listed for piece in own]
    pieces += [piece for piece in spoken_lists(text, start, end) if piece not in pieces]
    return [found for piece in pieces if (found := named_before_dash(text, piece)) is not None]


def _under_titles(text: Text, outline: Outline) -> list[FoundMaterial]:
    """What a heading such as 申报材料 is followed by without marks: a sentence of names, or lines of names."""
    titled = [s for s in outline.sections if outline.divisions[s.division].role in _CALL_ROLES]
    stretches = [(s.heading_end, s.own_end) for s in titled if _TITLE.fullmatch(s.title)]
    stretches += [
        (s.heading_end, s.own_end)
        for s in titled
        if s.title in ("材料", "资料") and not _SENTENCE.search(text.clean, s.heading_end, s.own_end)
    ]
    stretches += labelled_stretches(text, outline, _LABEL_ALONE)
    pieces = [piece for start, end in stretches for piece in bare_list(text, start, end)]
    inside = (s for s in titled if any(map(_TITLE.fullmatch, outline.path(s.parent))))
    pieces += [piece for s in inside for piece in lone_paper(text, s)]
    found = []
    for piece in pieces:
        counted = _COUNT_BEHIND.match(text.clean, piece.end)
        material = named_before_dash(text, piece, counted=counted[0] if counted else "")
        found += [material] if material is not None else []
    return found


def _in_guidance(text: Text, outline: Outline) -> list[FoundMaterial]:
    """What the bracket under a template's 证明材料 names one behind the other, or the cell beside it."""
    stretches = [(d.title_end, d.end) for d in outline.divisions if d.role is Role.PROOFS]
    stretches += [(s.heading_end, s.end) for s in outline.sections if _is_proofs(outline, s)]
    pieces = [piece for start, end in stretches for piece in in_guidance(text, start, end)]
    for block in text.blocks:
        label = label_of(text, block) if block.table is not None and block.column else None
        if label is not None and _PROOFS.fullmatch(label) and outline.division_at(block.start).role in _TEMPLATES:
            pieces += in_cell(text, block.start, block.end)
    return [found for piece in pieces if (found := named_by(text, piece, kind="proof")) is not None]


def _in_tables(text: Text, outline: Outline) -> list[FoundMaterial]:
    """The rows of the call's tables of materials."""
    found = []
    letters = {bare(d.title) for d in outline.divisions if d.role is Role.COMMITMENT}
    for grid in text.tables:
        if outline.division_at(grid.start).role in _CALL_ROLES | {Role.PROOFS}:
            proofs = outline.division_at(grid.start).role is Role.PROOFS
            for row in table_materials(text, grid, proofs=proofs):
                name = name_span(text.clean, row.name.start, row.name.end) or row.name
                kind = kind_of(name.of(text.clean), name.of(text.clean))
                own = _OWN.search(name.of(text.clean)) and bare(name.of(text.clean)) not in letters
                kind = "proof" if proofs and own else kind
                condition = row.condition or condition_of(row.name.of(text.clean))
                found.append(
                    FoundMaterial(squeezed(name.of(text.clean)), kind, row.copies, condition, row.name, row.remark)
                )
    return found


def _list_stretches(text: Text, outline: Outline) -> list[tuple[int, int]]:
    found = [(d.title_end, d.end) for d in outline.divisions if d.role is Role.PROOFS]
    for section in outline.sections:
        if outline.divisions[section.division].role in _CALL_ROLES and _TITLE.fullmatch(section.title):
            start = section.start if _is_item(outline, section) else section.heading_end
            stop = _own_end(text, section.start, section.end)
            found.append((start, running_end(text, start, stop)))
    found += [(s.heading_end, s.end) for s in outline.sections if _is_proofs(outline, s)]
    found += labelled_stretches(text, outline, _LABEL)
    for start, end in _call_stretches(outline):
        reached = start  # a lead inside another's list adds nothing to it
        for match in LEAD.finditer(text.clean, start, end):
            if match.start() >= reached:
                index = outline.section_at(match.start())
                stop = outline.sections[index].end if index is not None else _first_chapter(outline, match.end(), end)
                reached = running_end(text, match.end(), _own_end(text, match.start(), stop))
                found.append((match.end(), reached))
    return found


def _first_chapter(outline: Outline, at: int, end: int) -> int:
    """Where 一、课题类别 begins below 请准备以下材料：…: the call's chapters are no papers; else ``end``."""
    below = next((s for s in outline.sections if s.start >= at), None)
    if below is None or below.number is None or below.start >= end:
        return end
    titles = [s.title for s in outline.sections if (s.division, s.parent) == (below.division, below.parent)]
    chapters = [title for title in titles if not is_thing(title) or _TITLE.fullmatch(title)]
    return below.start if not is_thing(below.title) and 2 * len(chapters) > len(titles) > 1 else end


def _is_proofs(outline: Outline, section: Section) -> bool:
    """三、附件 of a template, which lists what is to be attached."""
    role = outline.divisions[section.division].role
    return role in (Role.FORM, Role.TASK_BOOK) and _PROOFS.fullmatch(section.title) is not None


def _own_end(text: Text, at: int, end: int) -> int:
    """Where the list of the paragraph at ``at`` ends: at the next paragraph numbered in that one's own style."""
    first = text.block_at(at)
    if first is None or text.blocks[first].heading_level is not None:
        return end
    style = _style_at(text, text.blocks[first].start, text.blocks[first].end)
    below = (text.blocks[at].start for at in range(first + 1, len(text.blocks)) if text.blocks[at].start < end)
    return next((start for start in below if style and _style_at(text, start, end) == style), end)


def _style_at(text: Text, start: int, end: int) -> str:
    """The style of a paragraph's number, a bullet's with the bullet: ▪ below ◆ is another list."""
    style, _ = number_at(text.clean, start, end)
    return style + text.clean[start] if style == "bullet" else style


def _is_item(outline: Outline, section: Section) -> bool:
    """The heading is itself an item of a list above: （二）证明材料：1.…."""
    parent = section.parent
    return parent is not None and _TITLE.fullmatch(outline.sections[parent].title) is not None


def _from_item(text: Text, outline: Outline, item: Item) -> FoundMaterial | None:
    end = _first_sentence(text.clean, item)
    body = behind_medium(text.clean, item.body, end)
    words = text.clean[body:end]
    aside = behind_dash(text.clean, Span(body, end))
    if (_OTHERS.match(words) or _SENDING.match(words)) and count_of(words) is None:
        return None
    span = name_span(text.clean, body, before_dash(text.clean, Span(body, end)).end)
    if span is None and (other := _OTHER_PROOFS.match(words) or _CASE_PROOFS.match(words)):
        span = Span(body + other.start("name"), body + other.end("name"))
    if span is None:
        return None
    name = squeezed(span.of(text.clean))
    if _TOLD_TO.match(text.clean, span.end, end) and not THING.search(name):
        return None
    role = outline.division_at(item.start).role
    copies = count_of(words)
    return FoundMaterial(
        name=name,
        kind="proof" if role is Role.PROOFS else kind_of(name, words),
        copies=copies,
        condition=condition_of(words) or (condition_of(f"（{aside}）") if aside else None),
        span=Span(item.start, end),
        remark=aside,
    )


def _first_sentence(clean: str, item: Item) -> int:
    """The end of the item's first sentence, with a bracket or copies behind it: …材料。（财务报表等）, 一式7份."""
    pieces = split_outside_brackets(clean, item.body, item.end, re.compile("。"))
    if not pieces:
        return item.end
    if len(pieces) > 1 and (clean[pieces[1].start] in "（(" or _SET.match(clean, pieces[1].start)):
        return pieces[1].end
    return pieces[0].end


def _letters(text: Text, outline: Outline, listed: list[FoundMaterial]) -> list[FoundMaterial]:
    """The letters of commitment that the notice carries as templates."""
    found = []
    for division in outline.divisions:
        if division.role is Role.COMMITMENT and not _listed_letter(division, listed):
            title = _letter_title(text, division)
            found.append(FoundMaterial(squeezed(title.of(text.clean)), "commitment", None, None, title))
    return found


def _letter_title(text: Text, division: Division) -> Span:
    title = _CHAPTER.sub("", division.title)
    at = text.clean.find(title, division.start, division.end) if title else -1
    return Span(at, at + len(title)) if at >= 0 else Span(division.start, division.title_end)


def _listed_letter(division: Division, listed: list[FoundMaterial]) -> bool:
    titles = {bare(division.title), bare(_FORMAT.sub("", division.title))}  # 承诺书格式
    return any(m.kind == "commitment" and bare(m.name) in titles for m in listed)


def _call_stretches(outline: Outline) -> list[tuple[int, int]]:
    return [(d.start, d.end) for d in outline.divisions if d.role in _CALL_ROLES]
