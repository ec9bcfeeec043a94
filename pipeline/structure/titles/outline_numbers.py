"""Numbers of an outline's chapters, also such as only an outline has: Ⅱ, C.2, 甲, Part 1, 模块一, ②."""

import re
from dataclasses import dataclass

from extractors.text.marks import HAN_DIGITS
from pipeline.structure.titles.numbering import HAN, number_at, value_of

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMANS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_LATIN_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_AFTER = r"(?:\s?[、.．:：)）｜|]\s*|\s+|(?=[\u4e00-\u9fff“]))"
# C.2, C-2, C2, and below them C.3.1; A. and （A）
_CODED = re.compile(
    rf"(?P<letter>[A-Z])[.．\-－]?(?P<value>\d{{1,2}})(?:[.．\-－](?P<part>\d{{1,2}}))?(?![\d.．]){_AFTER}"
)
_LETTER = re.compile(rf"(?:(?P<letter>[A-Z])(?:[、.．:：)）]\s*|\s+)|[（(](?P<framed>[A-Z])[)）]\s*)(?={HAN}|[“《])")
_ROMAN = re.compile(rf"(?P<sign>[{_ROMANS}]){_AFTER}|(?P<latin>[IVX]{{1,4}})(?:[、.．:：]\s*|\s+)(?={HAN})")
_STEM = re.compile(rf"[（(]?(?P<stem>[{_STEMS}])(?:[、.．:：)）]\s*|\s+)(?={HAN}{{2}})")
# Part 1, 模块一, 板块2, 部分三：; 第一部分 is a number of every text
_NAMED = re.compile(
    rf"(?P<name>(?:Part|PART|Chapter|Section)\s?|模块|板块|部分|章节|单元|[章篇])"
    rf"(?P<value>\d{{1,2}}|[{HAN_DIGITS}]{{1,3}}){_AFTER}"
)
# 【2】, 〔二〕, 02 and 1 before a colon
_FRAMED = re.compile(rf"[【〔\[](?P<value>\d{{1,2}}|[{HAN_DIGITS}]{{1,3}})[】〕\]]\s*(?={HAN})")
_COLON = re.compile(rf"(?P<value>\d{{1,2}}|[{HAN_DIGITS}]{{1,3}})\s?[:：]\s*(?={HAN})")
# Whatever else counts lines: 第一块, No.1, <1>, 1/, 其一，, 问题1：, a.; a mark or a blank parts it from the title
_COUNT = rf"(?:\d{{1,2}}|[{HAN_DIGITS}]{{1,3}})"
_NTH = rf"第(?P<nth>{_COUNT})[块段问题点讲步环条项款栏关层面话]"
_MARKS = r"\s?[>〉＞}｝)）、.．:：，,/／｜|－–—~-]{1,2}"
_SHAPED = re.compile(
    rf"(?P<shape>{_NTH}|(?:其|之|[<〈＜{{｛#＃]\s?|问题?|步骤|要点)?(?P<value>{_COUNT}|[a-z])"
    rf"|[Nn][Oo][.．]?\s?(?P<no>\d{{1,2}}))(?:{_MARKS}|(?=[ \u3000])|(?<=[Nn]o.\d))[ \u3000]*(?={HAN}{{2}}|[“《])"
)


@dataclass(frozen=True, slots=True)
class OutlineNumber:
    """``style`` tells series apart, ``label`` is printed; ``above`` is the number of the chapter above, 0 for none."""

    style: str
    label: str
    value: int
    above: int
    end: int


def outline_number(words: str) -> OutlineNumber | None:
    """The number that heads a line of an outline."""
    coded = _CODED.match(words)
    if coded is not None:
        return _coded(coded)
    for pattern, style in ((_ROMAN, "roman"), (_LETTER, "letter"), (_STEM, "stem"), (_NAMED, "named")):
        match = pattern.match(words)
        if match is not None:
            return OutlineNumber(
                style, match.group().strip(" 　、.．:：)）（(｜|"), _value(match, style), 0, match.end()
            )
    number = number_at(words)
    if number is not None:
        label = number.label.strip()
        above, _, last = label.replace("．", ".").replace("-", ".").replace("－", ".").rpartition(".")
        deep = number.style.startswith("decimal") or number.style == "hyphen"
        value = int(last) if deep else ord(label) - 0x245F if number.style == "circled" else value_of(label)
        style = (
            f"{number.style}节" if number.style == "chapter" and label.endswith("节") else number.style
        )  # below 第一章
        return OutlineNumber(style, label, value, int(above.rpartition(".")[2] or 0) if deep else 0, number.end)
    for pattern, style in ((_FRAMED, "framed"), (_COLON, "colon")):
        match = pattern.match(words)
        if match is not None:
            return OutlineNumber(style, match["value"], value_of(match["value"]), 0, match.end())
    return _shaped(words)


def _shaped(words: str) -> OutlineNumber | None:
    """A line that is counted in a way of its own; the style is what stands around the number."""
    match = _SHAPED.match(words)
    if match is None:
        return None
    name = next(name for name in ("nth", "no", "value") if match[name])
    count = match[name]
    value = ord(count) - ord("a") + 1 if "a" <= count <= "z" else value_of(count)
    kind = "a" if "a" <= count <= "z" else "1" if count.isdecimal() else "一"
    return OutlineNumber(f"shaped {match.group()[: match.start(name)]}{kind}", match["shape"], value, 0, match.end())


def _coded(match: re.Match[str]) -> OutlineNumber:
    """C.2 of the series C, and C.3.1 below C.3."""
    label = match.group().strip(" 　、.．:：)）")
    if match["part"]:
        return OutlineNumber(f"coded{match['letter']}2", label, int(match["part"]), int(match["value"]), match.end())
    return OutlineNumber(f"coded{match['letter']}", label, int(match["value"]), 0, match.end())


def _value(match: re.Match[str], style: str) -> int:
    if style == "letter":
        return ord(match["letter"] or match["framed"]) - ord("A") + 1
    if style == "stem":
        return _STEMS.index(match["stem"]) + 1
    if style == "roman":
        latin = match["latin"]
        own = _LATIN_ROMANS.index(latin) + 1 if latin in _LATIN_ROMANS else 0
        return own if latin else _ROMANS.index(match["sign"]) + 1
    return value_of(match["value"])
