"""What can be applied for, named without a task: 支持…  of a fund, 优先支持方向, kinds with conditions of their own."""

import re
from collections.abc import Mapping, Sequence

from extractors.directions.labels.names import number_of
from extractors.directions.labels.parts import FoundDirection, in_call, label_kind
from extractors.directions.lines.prose import PROCEDURE
from extractors.directions.lines.topics import TIER
from extractors.text.items import number_at
from extractors.text.spans import Span, squeezed, trimmed
from schemas.outline import Outline, Section
from schemas.text import Text

# 支持内容和标准 over 1.支持甲。…2.鼓励乙。…; 支持政策, 支持措施 tell what everybody gets
_SUPPORTED = re.compile(
    r"(?:主要|重点)?(?:支持|扶持|资助|奖励|奖补)(?:内容|事项|项目|类别|范围|方向)"
    r"(?:[及与和、](?:支持|扶持|资助|补助|奖励)?(?:标准|方式|额度|条件|金额|办法))?"
)
_SUPPORTS = re.compile(
    r"(?:支持|鼓励|扶持|资助|奖励|补贴|培育)(?!揭榜|承担|本项目|其|对象|标准|方式|额度)[^，。；：:]{4,40}"
)
# 参赛项目类型: what a contest takes in
_FIELDS = re.compile(
    r"(?:优先|重点|主要|鼓励)?(?:支持|申报|资助|征集|推荐|遴选)的?(?:重点)?(?:方向|领域)"
    r"|(?:参赛|申报|征集)(?:项目|作品)的?(?:类型|类别)"
)
# 1“海洋+”渔业: the mark behind the number is drawn by the page; only a list that counts on from 1 is one
_BARE_COUNT = re.compile(r"(?P<number>\d{1,2})[ \u3000]?(?=[\u4e00-\u9fff“《])")
# 发展远洋渔业，包括甲、乙等。: the name, and what is meant by it
_NAME = re.compile(
    r"(?P<name>(?:[^。；;：:（(\n]|[（(][^（）()\n]{1,30}[）)]){4,60}?)(?P<meant>[，,](?:具体|主要|重点)?(?:包括|包含|涵盖)[^\n]{4,400})?[。；;]?"
)
_RULES = re.compile(r"[须需]|应当|必须|不[得能超予]|[万亿]元|[%％]")
# 1、选拔条件：… below each: kinds that are applied for apart
_CONDITIONS = re.compile(r"(?:选拔|申报|推荐|评选|遴选|参评|参赛|报名|入选|申请)(?:的?基本)?(?:条件|范围|对象|资格)")
_LEAST, _LONGEST = 2, 30
_Placed = tuple[int, Section]


def offered_kinds(text: Text, outline: Outline) -> list[FoundDirection]:
    """The first such list of the call, each by its name alone; [] where there is none."""
    below = _below(outline)
    for index, section in enumerate(outline.sections):
        if not in_call(outline, section):
            continue
        if _SUPPORTED.fullmatch(section.title) and (found := _supported(below.get(index, []))):
            return found
        if _FIELDS.fullmatch(section.title) and (found := _fields(text, section)):
            return found
    return next((found for row in below.values() if (found := _with_conditions(row, below))), [])


def _below(outline: Outline) -> dict[int | None, list[_Placed]]:
    """The numbered headings of the call, each with its index, by the heading above; None above those of the top."""
    found: dict[int | None, list[_Placed]] = {}
    for index, section in enumerate(outline.sections):
        if section.number is not None and in_call(outline, section):
            found.setdefault(section.parent, []).append((index, section))
    return found


def _supported(below: Sequence[_Placed]) -> list[FoundDirection]:
    """The headings below, where each says what is supported."""
    fits = all(_SUPPORTS.fullmatch(one.title) for _, one in below)
    return [_named(one) for _, one in below] if fits and _counts([one.number for _, one in below]) else []


def _fields(text: Text, section: Section) -> list[FoundDirection]:
    """The paragraphs below, numbered in one style, each a name alone or with what it includes."""
    heads: list[tuple[str, int | None, Span, int]] = []
    meant = 0
    for block in text.blocks_in(section.heading_end, section.end):
        style, body = number_at(text.clean, block.start, block.end)
        if not style and (bare := _BARE_COUNT.match(text.clean, block.start, block.end)) is not None:
            style, body = "bare", bare.end()
        if block.start < section.heading_end or not style:
            continue
        match = _NAME.fullmatch(text.clean, body, trimmed(text.clean, body, block.end).end)
        if match is None or block.table is not None or _RULES.search(match["name"]):
            return []
        meant += match["meant"] is not None
        number = number_of(text.clean[block.start : body])
        heads.append((style, number, Span(match.start("name"), match.end("name")), block.start))
    fits = len({style for style, *_ in heads}) == 1 and meant >= _LEAST and meant * 2 >= len(heads)
    if not fits or [number for _, number, *_ in heads] != list(range(1, len(heads) + 1)):
        return []
    return [FoundDirection(squeezed(name.of(text.clean)), n, start, name.end) for _, n, name, start in heads]


def _with_conditions(row: Sequence[_Placed], below: Mapping[int | None, Sequence[_Placed]]) -> list[FoundDirection]:
    """The first headings of a row, as many as begin with the same title such as 选拔条件."""
    found: list[Section] = []
    title = ""
    for index, one in row:
        first = next((section for _, section in below.get(index, ())), None)
        own = first.title if first is not None and _CONDITIONS.fullmatch(first.title) else ""
        if not own or (title and own != title) or not _is_kind(one.title):
            break
        title = own
        found.append(one)
    told = len(found) >= _LEAST and _counts([one.number for one in found])
    return [_named(one) for one in found] if told and not all(TIER.fullmatch(one.title) for one in found) else []


def _is_kind(title: str) -> bool:
    return _LEAST <= len(title) <= _LONGEST and PROCEDURE.search(title) is None and label_kind(title) is None


def _counts(numbers: Sequence[str | None]) -> bool:
    told = [number_of(number) for number in numbers]
    return len(told) >= _LEAST and told == list(range(1, len(told) + 1))


def _named(section: Section) -> FoundDirection:
    return FoundDirection(squeezed(section.title), number_of(section.number), section.start, section.heading_end)
