"""Seals and signatures (签章): the places of a form that ask for one, in templates and in filled forms."""

import re

from extractors.application.bare_places import BarePlace, place_in_cell, places_in_line
from extractors.application.places_over import opinion_over, written_below
from extractors.application.stamps import stamped
from extractors.forms.labels.words import without_number
from extractors.text.spans import squeezed, trimmed
from extractors.text.tables import cells_of_row, head_of, label_of
from extractors.values.organisations import is_organisation
from extractors.values.person_names import is_name
from schemas.document import MarkKind
from schemas.facts import SealPlace
from schemas.outline import Division, Outline, Role
from schemas.text import Block, Text, lines_between

# （加盖单位公章）, 推荐单位（盖章）, 公章：, 法定代表人（签字）：, 负责人签字（章）. In running text (须加盖公章并由
# 法定代表人签字) the words stand in a sentence and are no place; such a line is longer and has marks.
_SEAL = (
    r"(?:加盖)?(?:单位|企业|公司|学校|法人)?(?:公章|盖章|签章|印章|章)|盖(?:单位|企业|公司|学校|法人)(?:公章|印章|章)"
    r"|钤印|(?<!覆)加?盖印|(?<![\u4e00-\u9fff])用印|(?<=[位业司校方人构者院所队社厂])用印|电子(?:公章|印章)|[\u4e00-\u9fff]{2,4}专用章"
)
_WHOSE = r"(?:揭榜|申[报请]|牵头|承担|合作|声明|承诺)(?:方|人|单位|企业)公章"  # 声明人（揭榜方公章）
_PRINT = r"(?:[按捺摁]?[手指][印模]|[按捺摁]印)"
# 签字并按手印, 按手印或签字
_SIGN = (
    rf"(?:电子|亲笔|手写)?(?:{_PRINT}[或并和、及]?)?(?:签字|签名|签章|签署)(?:[或并和、及]?{_PRINT})?"
    r"(?:[（(](?:盖?章|或盖章)[）)]|或(?:加?盖?(?:名|印|私)?章|印鉴)|、盖章)?"
)
_SIGNED_BY = rf"[\u4e00-\u9fff]{{1,6}}[人表长员师](?={_SIGN})"  # 保证人（牵头人按手印或签名）
_UNIT = re.compile(r"(?:单位|企业|公司|学校)(?=公章|盖章|签章|印章)")
_SPOT = r"(?:[处栏](?=\s*[:：]))?"
_PLACE = re.compile(
    rf"(?P<owner2>[\u4e00-\u9fff]{{0,10}}?)(?P<mark2>{_SIGN}|公章|{_SEAL}){_SPOT}\s*[:：]"
    # 所在学院（单位）（盖章）：, 法定代表人（负责人）：某某（签字）: what stands in a bracket of its own says who else
    rf"|(?P<owner>[\u4e00-\u9fff/]{{2,14}}(?:[（(](?![^（）()]*[章签印])[\u4e00-\u9fff、/]{{1,8}}[）)](?=\s*[（(:：]))?)\s*(?:[:：]\s*(?P<blank>[^\n\t（）()：:]{{0,40}}?)|[_＿][\s_＿]{{1,60}}+)?"
    rf"\s*[（(]\s*(?P<mark>签字或盖章|签字盖章|(?:{_SIGNED_BY})?{_SIGN}|签|{_SEAL}|{_WHOSE})处?\s*[）)]"
    rf"|(?:(?<=[\s：:])|(?<=^))(?P<owner3>(?![待未尚已暂拟])[\u4e00-\u9fff]{{0,8}}?)(?P<mark3>公章|盖章|印章)(?=\s|$|年\s?月)"
    r"|(?<=[\s：:_＿])[（(]\s*(?P<mark4>(?:加盖)?(?:单位|部门)?(?:公章|盖章|签章)|盖(?:单位)?公?章)\s*[）)]"
    r"|(?:(?<=[\s：:。])|(?<=^))[（(]\s*加盖(?P<owner5>所?在?(?:学校|高校|院校|院系|学院))(?P<mark5>公章)处?\s*[）)]"
)
_SIGN_CELL = re.compile(r"(?P<owner>[\u4e00-\u9fff]{2,8}(?:人|代表|负责|经办|主管|领导))(?:签字|签名|签章)(?:处|栏)?")
_BRACKET = re.compile(r"[（(]")
_BLANK = re.compile(r"[\s_＿﹍…\.·—-]+")
_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,6}(?:[\s、]{1,4}[\u4e00-\u9fff·]{2,6}){1,19}")  # all members sign
_MARKED = re.compile(r"[（(]\s*(?:(?:单位|企业|公司)?(?:加?盖?公?章|签章)|签字|签名)\s*[）)]")
_NAMED_UNIT = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:申报|牵头|揭榜|推荐|承担|合作)?(?:单位|公司|企业|学校)")
_LATIN = re.compile(r"[A-Z][A-Za-z.·'-]{2,39}")  # a foreigner's name, without its spaces
# 某某某（总公司法定代表人）, 某某某［某某公司公章］
_REMARK = re.compile(
    r"(?<=[\u4e00-\u9fffA-Za-z]{2})\s*(?:[（(][^（）()\n]{2,40}[）)]|[［【\[][^［］【】\[\]\n]{2,40}[］】\]])\s*$"
)
_ASIDE = re.compile(r"[（(][^（）()\n]{2,40}[）)]")  # 某某某（副总经理，代签）
_DATE = re.compile(r"\d{4}\s*年|年\s*月\s*日|日\s*期")
_AREAS = {Role.COVER: "封面", Role.COMMITMENT: "承诺书", Role.RECOMMENDATION: "推荐表"}
_OTHER_LETTER = re.compile(r"(?!.*承诺)[\u4e00-\u9fff“”]{0,10}(?:声明|军令状)")
_ORDERS = re.compile(r"须|应|[需请](?!等)|不得|一式|复印件|[；;]")  # 公章：各页须加盖，不得遗漏
_SENTENCES = frozenset({Role.BODY, Role.TASK_LIST, Role.INSTRUCTIONS})
_SIGNING = (MarkKind.SIGNED, MarkKind.UNSIGNED)
_LETTER_OWNER = re.compile(r"单位|公司|企业|机构")
# a second letter-writer
_BESIDE_OWNER = re.compile(r"(?:参[与加]|[合协]作|联合|需求|发榜|共同)[\u4e00-\u9fff]{0,4}(?:单位|企业|机构|方)")
_SIGNER = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:单位|企业|机构|主体|高校|院所|公司|[甲乙丙揭协合][方人])"
)  # heads a column
_OPINION = re.compile(r"意见$|(?:审核|推荐|审查)(?:情况|结果)?$")
_ROLE = re.compile(r"人$|代表|负责|经办|主管|领导")  # 被授权人（签字）: whose place it is, no name


def find_seals(text: Text, outline: Outline, silent: frozenset[Role] = _SENTENCES) -> list[SealPlace]:
    """The places that ask for a seal or a signature, in order.

    A name typed on a signature's line is ``filled`` True, a blank line False; in a picture of a page handwriting
    counts, and where that cannot be told it is None. A seal is None unless the document shows seals. ``silent`` are the
    divisions that only speak of seals; those of an application fewer than those of a notice.
    """
    found: list[SealPlace] = []
    for block in text.blocks:
        division = outline.division_at(block.start)
        words = text.clean[block.start : block.end]
        if division.role in silent or not any(mark in words for mark in "章签印"):
            continue
        cell = place_in_cell(text, block, division.role)
        here: list[SealPlace] = _bare(text, division, block, cell)
        for start, end in _lines(text, block) if cell is None else []:
            opinion = not here and (_is_opinion(text, block) or _column_owner(text, division, block) != "")
            places = _in_line(text, division, block, start, end, beside=bool(here), opinion=opinion)
            bare = places_in_line(text, start, end, division.role) if block.table is None and not places else []
            here += places or [one for place in bare for one in _bare(text, division, block, place)]
        found += here
    return stamped(text, found)


def _bare(text: Text, division: Division, block: Block, place: BarePlace | None) -> list[SealPlace]:
    """项目负责人签字 | , a cell or a line of its own without brackets."""
    if place is None:
        return []
    filled = place.signed if place.kind == "signature" else None
    return [
        SealPlace(
            name=_name(text, division, block, place.owner, place.kind),
            kind=place.kind,
            role=division.role,
            filled=filled,
            content=place.content or None,
            evidence=text.evidence(place.start, place.end),
        )
    ]


def _area(division: Division) -> str:
    """封面, 承诺书, and the title of a letter that is called otherwise (真实性声明, 军令状)."""
    title = squeezed(division.title)
    other = division.role is Role.COMMITMENT and _OTHER_LETTER.fullmatch(title) is not None
    return title if other else _AREAS.get(division.role, "")


def _is_opinion(text: Text, block: Block) -> bool:
    """县农业农村局推荐意见 | （盖章）: the label says whose seal the cell asks for."""
    label = label_of(text, block) if block.table is not None else None
    own = text.clean[block.start : block.end].split("\n", 1)[0].rstrip(" \u3000：:") if block.table is not None else ""
    named = (label is not None and _OPINION.search(label) is not None) or _OPINION.search(own) is not None
    return named or opinion_over(text, block) != ""


def _column_owner(text: Text, division: Division, block: Block) -> str:
    """联合单位 at the head of the column of a letter's table in which the cell stands; "" for another."""
    head = head_of(text, block) if division.role is Role.COMMITMENT and block.table is not None else None
    return head if head is not None and _SIGNER.fullmatch(head) is not None else ""


def _lines(text: Text, block: Block) -> list[tuple[int, int]]:
    """The lines of a block without the sentences of a cell."""
    found = []
    at = block.start
    for match in re.finditer(r"[\n。]", text.clean[block.start : block.end] + "\n"):
        end = block.start + match.start()
        if end > at:
            found.append((at, min(end, block.end)))
        at = end + 1
    return found


def _in_line(
    text: Text, division: Division, block: Block, start: int, end: int, *, beside: bool, opinion: bool
) -> list[SealPlace]:
    """The places of a line; 单位公章 without brackets and colon is one only behind another, in its line or cell.

    So is （公章） without an owner, which under an opinion may stand alone, and with the name of who signs before it:
    负责人签字：某某某（公章）.
    """
    if re.search(r"[；;，,]", _ASIDE.sub("", text.clean[start:end])):
        return _at_head(text, division, block, start, end)
    places: list[tuple[re.Match[str], int]] = []  # each with where it begins
    for match in _PLACE.finditer(text.clean, start, end):
        owned = match.group("mark3") is None and match.group("mark4") is None
        told = match.group("mark4") is not None or match.group("mark3") == "公章"
        first = opinion and not places and told
        sealed = match.group("mark4") is None or match.group("mark4").endswith("公章")
        alone = not (owned or first or (sealed and (beside or places)))
        if not alone and places and (cut := _cut_name(text.clean, places[-1][0], match)):
            places.append((match, match.start() + cut))
        elif not alone and places and _is_sealed_name(text.clean, places[-1][0], match):
            continue
        elif not alone and not (places and _is_signed_name(text.clean, places[-1][0], match)):
            places.append((match, match.start()))
        elif not alone and "公章" in _mark(match) and (bracket := _BRACKET.search(match.group())) is not None:
            places.append((match, match.start() + bracket.start()))
    found = []
    for index, (match, begin) in enumerate(places):
        stop = places[index + 1][1] if index + 1 < len(places) else end
        found.append(_place(text, division, block, match, begin, stop))
    return found


def _at_head(text: Text, division: Division, block: Block, start: int, end: int) -> list[SealPlace]:
    """单位公章：用印流程还在走，盖好后换页: a seal's label and colon at the head of a line that tells of its state."""
    line = trimmed(text.clean, start, end)
    match = _PLACE.match(text.clean, line.start, line.end)
    if match is None or _is_signature(match) or _ORDERS.search(text.clean, match.end(), end) is not None:
        return []
    colon = re.match(r"[^：:]*[：:]\s*$", match.group()) or re.match(r"\s*[：:]", text.clean[match.end() : end])
    return [_place(text, division, block, match, match.start(), end)] if colon is not None else []


def _is_signed_name(clean: str, before: re.Match[str], match: re.Match[str]) -> bool:
    """负责人（签字）：某某某（盖章）: who stands right behind a place of a signature has signed, and owns no seal."""
    signature = _is_signature(before)
    close = re.fullmatch(r"[\s:：]*", clean[before.end() : match.start()]) is not None
    owner = squeezed(match.group("owner") or match.group("owner3") or "")
    no_name = _LETTER_OWNER.search(owner) is not None or _ROLE.search(owner) is not None
    return signature and close and is_name(owner, labelled=not no_name)


def _is_sealed_name(clean: str, before: re.Match[str], match: re.Match[str]) -> bool:
    """单位（单位盖章）：某某集团有限公司分公司（盖章）: a name longer than an owner's, with its mark, is one place."""
    if _is_signature(before) or match.group("mark") is None or match.group("blank") is not None:
        return False
    cut = re.match(r"\s*[:：]\s*\S", clean[before.end() : match.start()]) is not None
    return cut and is_organisation(squeezed(clean[before.end() : match.end("owner")]).strip("：:"))


def _cut_name(clean: str, before: re.Match[str], match: re.Match[str]) -> int:
    """法定代表人（签字）：某某某单位（公章）, two lines of a narrow cell in one: the length of the name, else 0."""
    owner = _NAMED_UNIT.fullmatch(match.group("owner") or "")
    close = re.fullmatch(r"[\s:：]*", clean[before.end() : match.start()]) is not None
    signed = owner is not None and _is_signature(before) and close and is_name(owner["name"])
    return len(owner["name"]) if owner is not None and signed else 0


def _mark(match: re.Match[str]) -> str:
    return next(match.group(name) for name in ("mark", "mark2", "mark3", "mark4", "mark5") if match.group(name))


def _is_signature(match: re.Match[str]) -> bool:
    return re.match(rf"(?:{_SIGNED_BY})?(?:电子|亲笔|手写)?(?:{_PRINT}[或并和、及]?)?签", _mark(match)) is not None


def _place(text: Text, division: Division, block: Block, match: re.Match[str], begin: int, stop: int) -> SealPlace:
    owner = squeezed(
        match.group("owner") or match.group("owner2") or match.group("owner3") or match.group("owner5") or ""
    )
    unit = _UNIT.match(match.group("mark2") or "") if owner else None
    owner += unit.group() if unit is not None else ""  # 揭榜单位盖章：, whose owner is 揭榜单位
    owner = owner if begin == match.start() else ""  # who signs before it owns no seal
    owner = re.sub(r"(?<=.{2})(?:印章|公章|签章)$", "", owner)  # 揭榜人印章 ____（盖章）
    signs = _is_signature(match) and not (_mark(match) == "电子签章" and _LETTER_OWNER.search(owner))
    kind = "signature" if signs else "seal"
    signer = _signer_in_cell(text, block, owner) if kind == "signature" else None
    if signer is not None:  # 项目负责人 | 某某某（签字）
        owner = signer
    content = _content(text, match, stop, kind) or _beside(text, block, match, kind) or _below(text, block, match, kind)
    content = squeezed(match.group("owner")) if signer is not None else content
    filled = _signed(text, match, content) if kind == "signature" else None
    name = _name(text, division, block, owner, kind)
    return SealPlace(
        name=re.sub(r"[公盖]章$", _mark(match), name) if _mark(match).endswith("专用章") else name,
        kind=kind,  # type: ignore[arg-type]
        role=division.role,
        filled=filled,
        content=content,
        evidence=text.evidence(begin, match.end()),
    )


def _signer_in_cell(text: Text, block: Block, owner: str) -> str | None:
    """Whose place a cell is that holds a name before its mark: by its label; None where it is no such cell."""
    label = squeezed(label_of(text, block) or "") if block.table is not None else ""
    named = _ROLE.search(label) is not None and _ROLE.search(owner) is None and is_name(owner, labelled=True)
    return label if named else None


def _signed(text: Text, match: re.Match[str], content: str | None) -> bool | None:
    """By the name in print, else by what was seen in the picture; None where a picture does not show it clearly."""
    if content is not None:
        return True
    start, end = text.raw_span(match.start(), match.end())
    for mark in text.document.marks:
        if mark.kind in _SIGNING and start <= mark.start < end:
            return mark.kind is MarkKind.SIGNED
    recognised = any(line.confidence is not None for line in lines_between(text.document.lines, start, end))
    return None if recognised else False


def _content(text: Text, match: re.Match[str], stop: int, kind: str) -> str | None:
    """What is typed between the owner and the mark, or behind the mark."""
    inside = match.group("blank") if match.group("mark") else ""
    after = trimmed(text.clean, match.end(), stop, "：: ").of(text.clean)
    date = _DATE.search(after)
    after = after[: date.start()] if date else after
    mark = _MARKED.search(after) if kind == "signature" else None
    if mark is not None:  # 某某某（盖章）某某公司: who signs stands before the seal's mark
        signer = after[: mark.start()].strip()
        if is_name(signer, labelled=True):
            return squeezed(signer)
        after = after if signer or not is_organisation(squeezed(after[mark.end() :])) else ""
    after = _MARKED.sub("", after)
    for words in (inside or "", after):
        said = _BLANK.sub("", _REMARK.sub("", words))
        if len(said) >= 2 and (kind == "seal" or len(said) <= 12 or _is_long_name(words)):
            return squeezed(words.strip(" _"))
    return None


def _is_long_name(words: str) -> bool:
    """The names of all members, or a foreigner's, with or without its Chinese form in brackets."""
    bare = words.strip(" _")
    return bool(_NAMES.fullmatch(bare) or _LATIN.fullmatch(_REMARK.sub("", bare).replace(" ", "")))


def _is_whole_cell(text: Text, block: Block, match: re.Match[str]) -> bool:
    own = without_number(text.clean[block.start : block.end].strip())
    return block.table is not None and own.strip("：: ") == match.group().strip("：: ")


def _below(text: Text, block: Block, match: re.Match[str], kind: str) -> str | None:
    """法定代表人（签字） | 日期 over 某某 | 2027年6月1日: the cell below, where the place is a cell of its own."""
    return written_below(text, block, kind) if _is_whole_cell(text, block, match) else None


def _beside(text: Text, block: Block, match: re.Match[str], kind: str) -> str | None:
    """法定代表人（签字） | 某某: the next cell, where the place is a cell of its own."""
    if not _is_whole_cell(text, block, match):
        return None
    behind = next((cell for cell in cells_of_row(text, block) if cell.column > block.column), None)
    said = text.clean[behind.start : behind.end].strip() if behind is not None else ""
    if len(_BLANK.sub("", said)) < 2 or len(said) > (40 if kind == "seal" else 12):
        return None
    return None if _PLACE.search(said) or _DATE.search(said) else squeezed(said)


def _name(text: Text, division: Division, block: Block, owner: str, kind: str) -> str:
    """封面揭榜单位公章, 承诺书法定代表人签字, 承诺书单位盖章, 真实性承诺公章."""
    area = _area(division)
    if block.table is not None and not area:
        label = opinion_over(text, block) or label_of(text, block) or ""
        area = "" if _SIGN_CELL.fullmatch(label) or is_name(label) else label
    if area and _OPINION.search(area) and is_organisation(owner):
        owner = ""  # 推荐单位意见 | 某某局（盖章）
    column = _column_owner(text, division, block)
    if column and (not owner or (kind == "signature" and _BESIDE_OWNER.fullmatch(column))):
        owner = column + owner
    if kind == "signature":
        area = "" if area == owner else area
        return f"{area}{owner or '签字人'}签字"
    if division.role is Role.COMMITMENT:
        own = not owner or (_LETTER_OWNER.search(owner) and not _BESIDE_OWNER.fullmatch(owner))
        return f"{area}{'单位' if own else owner}盖章"
    if division.role is Role.RECOMMENDATION:
        return f"{owner or area}盖章"
    return f"{area}{owner}公章"
