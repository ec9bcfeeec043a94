"""Numbering styles: official documents (GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）) and theses (1.1)."""

import re
from dataclasses import dataclass

from extractors.text.marks import HAN_DIGITS
from extractors.values.han_numerals import han_value

_HAN = f"{HAN_DIGITS}百零〇"
_CAPITAL = "壹贰叁肆伍陆柒捌玖拾"
_PLAIN = str.maketrans(_CAPITAL, HAN_DIGITS)

HAN = r"[\u4e00-\u9fff]"
# A measure word, but not as the head of another word: 项目, 组织, 名称, 人才, 年度, 条件, 类型.
_MEASURE = (
    "(?:项(?!目)|组(?!织)|名(?!称)|人(?![员才机力工])|年(?!度)|月(?!度)|条(?!件)|类(?!别|型)|级(?!别)|位(?!置)|分(?!析|工)"
    "|张(?!榜)|[个种日家套台次万亿倍件款天秒米元吨届批层户周份号楼室栋]|小时|毫秒|以[上下内])"
)
# 1.25以下, 46.5公里 are figures; 4.2 项目团队, 3.1 元器件选型 are not.
_NO_FIGURE = (
    r"(?![\d.%]|\s*(?:以[上下内外]|项(?!目)|个(?!人|性)|元(?![件器素数])|克(?!服|隆)|[万亿倍米吨秒]|公[里斤顷]|千[米克瓦]"
    r"|[毫厘微纳]米|小时|分钟|平方|立方|兆瓦))"
)
_TITLE_HEAD = rf"(?={HAN}|[A-Za-z]+{HAN}|[“《]|20\d\d年)"
# Order matters: 1.1 before 1. — the first style that fits wins.
STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("chapter", re.compile(rf"(第[{_HAN}\d]+(?:[章节篇]|部分?))[、.．:：\s]*")),
    (
        "chapter",
        re.compile(rf"(【(?:\d{{1,2}}|[{_HAN}]{{1,3}}|第[{_HAN}\d]{{1,3}}(?:[章节篇]|部分))】)\s*(?={HAN})"),
    ),
    # 【C】技术方案; 【A】单位与人员 heads the fields of a form
    ("chapter", re.compile(rf"(【[A-L]】)\s*(?={HAN})(?![^\n]{{0,6}}(?:信息|单位|人员|联系|申[报请]人))")),
    ("chapter", re.compile(rf"([【〔\[［][{_CAPITAL}]{{1,3}}[】〕\]］])\s*(?={HAN})")),  # 〔叁〕现有基础
    ("chapter", re.compile(rf"(§\s?\d{{1,2}})(?![.．]?\d)[、.．:：\s]*(?={HAN})")),  # §3 技术方案, not §3.1
    ("decimal", re.compile(rf"(§\s?\d{{1,2}}(?:\.\d{{1,2}})+)[、.．:：\s]*(?={HAN})")),
    ("article", re.compile(rf"(第[{_HAN}\d]+条)(?![件款例目])[、.．:：\s]*")),  # 第一条 申报对象, below 第一章
    (
        "asked",
        re.compile(rf"(问题?(?:[{_HAN}]{{1,2}}|\d{{1,2}}))[、.．:：\s]*(?={HAN}[^。；\n]*[？?]$)"),
    ),  # 问一　怎么交？
    ("han", re.compile(rf"([{_HAN}]{{1,3}})[、.．]\s*")),  # not 一种, 三维: the mark is asked for
    ("capital", re.compile(rf"([{_CAPITAL}]{{1,3}})(?:[、.．]\s*|[ \u3000]+(?={HAN}{{2}}))")),  # 壹　申报单位
    ("han_paren", re.compile(rf"([（(][{_HAN}]{{1,3}}[)）])[、.．]?\s*")),
    ("decimal", re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}){_NO_FIGURE}[、.．]?\s*{_TITLE_HEAD}")),
    (
        "hyphen",
        re.compile(rf"(\d{{1,2}}[-－]\d{{1,2}})[ \u3000]+(?={HAN}{{2}}|20\d\d年)(?!{_MEASURE})"),
    ),  # 1-1 任务名称
    ("arabic", re.compile(r"(\d{1,2})(?:[、．]|\.(?!\d{1,2}[^\d年]))\s*")),  # 1.2023年… is item 1, 1.25 is a number
    ("arabic_paren", re.compile(r"([（(]\d{1,2}[)）])\s*")),
    ("bracketed", re.compile(rf"([\[［]\d{{1,2}}[\]］])\s*(?={HAN}|20\d\d年)")),  # [1] 营业执照
    ("half_paren", re.compile(r"(\d{1,2})[)）]\s*")),
    ("bare", re.compile(rf"(\d{{1,2}})[ \u3000]+(?={HAN}{{2}})(?!{_MEASURE})")),  # 1 任务介绍, not 3 个月
    # 一 任务概况, not 三 个月, not 一 种, and not 一 是提升
    ("han_bare", re.compile(rf"([一二三四五六七八九十]{{1,2}})[ \u3000]+(?={HAN}{{2}})(?!{_MEASURE}|是)")),
    ("annex", re.compile(rf"(附)[:：]\s*(?={HAN}{{2,20}}$)")),  # 附：单位简介, not 附：1.申报书
    ("circled", re.compile(r"([①-⑳])(?:[、.．](?=\D))?\s*")),
)
_HEADS = frozenset(f"{_HAN}{_CAPITAL}第附问§（(【〔[［①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")  # what a style begins with, digits apart
# ◆ 一、单位情况: what stands before a heading's number, and is no box to tick
_ORNAMENTS = "◆◇▲△★☆※▶►"
_ORNAMENTED = re.compile(rf"[{_ORNAMENTS}]+\s*(?=[{_HAN}第（(])")
_BARS = "▍▎▌"
_BARRED = re.compile(rf"[{_BARS}]\s*(\d{{1,2}})[、.．\s]*(?={HAN}{{2}})(?!{_MEASURE})")  # ▍02 谁能来揭榜
# E1 立项背景, R3. SAR影像解译: a mark tells a number from the name of a thing (H2 Database)
_LETTER = re.compile(
    rf"([A-Z](?:\d{{1,2}})?)(?:(?:(?<=\d)|[、.．])[、.．]?\s*(?={HAN})"
    rf"|(?<=\d)[、.．]\s*(?=[A-Za-z][A-Za-z ]{{1,40}}{HAN}))"
)
_FRAMED_LETTER = re.compile(r"【([A-L])】")  # 【A】项目简介, a chapter like 【1】项目简介
_FOR_DECIMAL = re.compile(r"\d+(?:\.\d+)+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number that heads a paragraph: ``label`` as printed without the mark behind it; ``end`` behind all."""

    style: str
    label: str
    end: int


# A number with white space behind it that heads a line: the white space tells 1 任务介绍 from a figure.
# So does the white space between an item's mark and a figure: 方向1. 15兆瓦级平台 is no 1.15.
SPACED_NUMBER = re.compile(
    rf"\d{{1,2}}(?:[.\-－]\d{{1,2}}){{0,3}}[ \u3000\t]+(?={HAN}{{2}}|20\d\d年)(?!{_MEASURE})"
    rf"|{HAN}{{0,4}}\d{{1,2}}[.．][ \u3000]+(?=\d)"
)


def number_at(text: str, start: int = 0) -> Number | None:
    """The numbering at ``start``, or None. A decimal number's style carries its depth (decimal2 for 1.1)."""
    head = text[start : start + 1]
    if head in _ORNAMENTS and (ornament := _ORNAMENTED.match(text, start)) is not None:
        start, head = ornament.end(), text[ornament.end()]
    if head in _BARS and (barred := _BARRED.match(text, start)) is not None:
        return Number("barred", barred.group(1), barred.end())
    if head not in _HEADS and not head.isdecimal():
        return None
    for name, pattern in STYLES:
        match = pattern.match(text, start)
        if match:
            label = match.group(1)
            if name == "decimal" and _FOR_DECIMAL.fullmatch(label):
                name = f"decimal{label.count('.') + 1}"
            return Number(name, label, match.end())
    return None


def letter_at(text: str) -> Number | None:
    """A. 基本信息, E1 立项背景: only the layout tells such a heading from an item of a list (A. 营业执照)."""
    match = _LETTER.match(text)
    return Number("letter", match.group(1), match.end()) if match is not None else None


def value_of(label: str) -> int:
    """The value of a number's label: 1 for 一, 壹, 第一部分, （1）, 【A】; 0 for what holds none."""
    if (letter := _FRAMED_LETTER.fullmatch(label)) is not None:
        return ord(letter[1]) - ord("A") + 1
    return int(han_value(re.sub(rf"[^\d{HAN_DIGITS}]", "", label.translate(_PLAIN))) or 0)
