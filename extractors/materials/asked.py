"""Items that ask for several papers: 汇总表和承诺书各1份; 软件类成果应提供源代码一式两份，检测报告1份；用户意见."""

import re
from dataclasses import replace

from extractors.materials.copies import count_of, find_copies
from extractors.materials.found import FoundMaterial, named_by
from extractors.materials.lists import is_thing
from extractors.materials.names import is_generic, kind_of, lead_of_some
from extractors.text.spans import Span, split_outside_brackets
from schemas.text import Text

_BETWEEN, _LISTED = re.compile("[；;，,]"), re.compile("、")
_EACH = re.compile(r"各\s?[一二两三四五六七八九十\d]{1,2}\s?[份套本]")
_COUNTED = re.compile(r"[一二两三四五六七八九十\d]{1,2}\s?[份套本]")
_FEWEST = 2
_FURTHER = re.compile(
    r"[，,](?P<name>[\u4e00-\u9fff《》]{2,24}?(?:表|书|报告|证明|清单|方案)》?)\s?[一1]\s?式\s?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})\s?份"
    r"|[，,](?:另|并|还)?(?:附|交)?(?P<leaves>[\u4e00-\u9fff]{0,6}活页)\s?(?:[一1]\s?式|各)?\s?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})\s?份"
)
# 营业执照，如企业更名须提供变更登记证明（复印件）
_IN_CASE = re.compile(
    r"[，,](?P<case>[如若][^，。；（）()]{2,24}?)(?:的)?[，,]?(?:还|则|另)?(?:须|需|应)当?(?:另行|同时)?(?:提供|提交|附上|出具)"
    r"(?P<name>[^，。；、（）()]{2,40})"
)

# 执照，尚未登记的提供承诺书
_WITHOUT = re.compile(
    r"[，,；](?P<case>(?:尚?未|没|无)[^，。；（）()、]{1,20}的)[，,]?(?:还|则|另|请|须|需|应当?|同时){0,3}(?:提供|提交|附上|出具)"
    r"(?P<name>[^，。；、（）()]{2,40})"
)
# 执照，就业类申请人同时提供劳动合同、缴费记录
_OF_SORT = re.compile(
    r"[，,；](?P<who>[\u4e00-\u9fff]{1,8}[类型](?:申[请报]人|企业|单位|项目|人员|团队|人才|成果))"
    r"(?:还|则|另|请|须|需|应当?|同时|一并){0,3}(?:提供|提交|附上)(?P<list>[^，。；：]{3,120})"
)


def several_in(text: Text, span: Span) -> list[FoundMaterial]:
    """The papers, two or more, that the item asks for; [] where it asks for one."""
    return _of_each(text, span) or _of_some(text, span)


def further_papers(text: Text, start: int, end: int) -> list[FoundMaterial]:
    """申报书一式4份，研究报告一式4份；执照，如更名须提供证明: what an item asks for besides, counted or in a case."""
    found = []
    for match in (m for pattern in (_FURTHER, _IN_CASE, _WITHOUT) for m in pattern.finditer(text.clean, start, end)):
        group = "name" if match["name"] is not None else "leaves"
        name, case = match[group].strip(), match.groupdict().get("case")
        if not is_generic(name) and (case is None or is_thing(name)):
            span = Span(match.start(group), match.end())
            found.append(FoundMaterial(name, kind_of(name, name), count_of(match.group()), case, span))
    return found + _of_sorts(text, start, end)


def _of_sorts(text: Text, start: int, end: int) -> list[FoundMaterial]:
    """What an item asks of one sort besides, each paper with the sort for its case; nothing where one is no paper."""
    found: list[FoundMaterial] = []
    for match in _OF_SORT.finditer(text.clean, start, end):
        pieces = split_outside_brackets(text.clean, match.start("list"), match.end("list"), _LISTED)
        named = [named_by(text, piece) for piece in pieces if is_thing(piece.of(text.clean))]
        papers = [replace(one, condition=match["who"]) for one in named if one is not None]
        found += papers if len(papers) == len(pieces) else []
    return found


def _of_each(text: Text, span: Span) -> list[FoundMaterial]:
    """推荐汇总表和承诺书各1份."""
    joint = find_copies(text, span.start, span.end)
    if len(joint) < _FEWEST or not all(copies.each for copies in joint):
        return []
    return [FoundMaterial(one.name, kind_of(one.name, one.name), one.count, None, one.span) for one in joint]


def _of_some(text: Text, span: Span) -> list[FoundMaterial]:
    """What is asked of one sort alone, piece by piece; [] where a piece names no paper."""
    lead = lead_of_some(span.of(text.clean))
    if lead is None:
        return []
    pieces = split_outside_brackets(text.clean, span.start + lead.end(), span.end, _BETWEEN)
    if len(pieces) < _FEWEST or not all(_names_paper(piece.of(text.clean)) for piece in pieces):
        return []
    parts = [part for piece in pieces for part in _counted(text.clean, piece)]
    papers = [paper for part, counted in parts if (paper := named_by(text, part, counted)) is not None]
    return [replace(paper, condition=paper.condition or lead[1]) for paper in papers]


def _names_paper(words: str) -> bool:
    """A paper, or a list that holds one, or something that is handed in so many times."""
    return _COUNTED.search(words) is not None or any(map(is_thing, re.split("[、及和]", words)))


def _counted(clean: str, piece: Span) -> list[tuple[Span, str]]:
    """甲、乙各2份: each with the copies of all; a piece that does not name papers throughout stays whole."""
    each = _EACH.search(clean, piece.start, piece.end)
    names = split_outside_brackets(clean, piece.start, each.start(), _LISTED) if each is not None else []
    if each is None or len(names) < _FEWEST or not all(is_thing(name.of(clean)) for name in names):
        return [(piece, "")]
    return [(name, each[0]) for name in names]
