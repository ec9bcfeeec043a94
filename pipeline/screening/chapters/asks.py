"""What the guidance of a section asks for (times, figures, ways of testing, measures), and whether a text answers."""

import re
from collections.abc import Iterator

from extractors.values.han_numerals import han_value
from pipeline.screening.application.substance import without_put_off
from pipeline.screening.chapters.evasions import without_evading
from pipeline.screening.wordings import Ask, wordings

# 不少于2个已完成的中试服务案例, 归纳不少于3项创新点
_LEAST = re.compile(
    r"(?:不少于|至少|不低于)\s?(?P<least>\d|[两二三四五])\s?[个项条点][^，。；]{0,16}?(?P<what>案例|创新点)"
)
# 案例一, 案例2; not 案例3个, 案例一般.
_CASE = re.compile(r"案例\s?(?P<number>[一二三四五六七八九]|\d)(?![\d十]|\s?[个项家例次余多]|[般致些样定直])")
# 第一，…第二，…; 一是…二是…; （1）…（2）…; 创新点一：…, each at the head of a sentence or line
_POINT = re.compile(
    r"(?:^|[。；;：:\n])\s{0,4}(?:第(?P<th>[一二三四五六七八九])(?=[，、：:])|(?P<one>[一二三四五六七八九])是"
    r"|[（(](?P<n>\d)[）)]|创新(?:点|之处)\s?(?P<named>[一二三四五六七八九]|\d)[：:、，])"
)
_MEASURES = "应对措施"  # the ask of a chapter on risks
_DASHES = re.compile(r"[:：→]|——?")
# 市场风险：近三年已出现过两轮这样的行情: how likely it is and how it shows, the last that is said of each
_RISK = re.compile(r"(?:^|[。；;\n])\s{0,4}(?:[（(]?\d{1,2}[)）.、．])?(?P<label>[^：:，,。；;\n]{2,20})[:：]")
STATES = re.compile(
    r"可能|或许|也许|会(?![同议商诊签])|偶[有尔发]|时[有常]|常[有见事]|曾|[现生见遇]过|较[大高多难]|[更尤]其|严重|明显|厉害|难[以免度]|不[足够稳熟]"
    r"|客观|去年|近[一二三两几]年|历史|晚到|下[跌滑降]|一旦|(?<!不)容易|(?<!不)易[受发]|越|波动(?!不|[较很]?小|有限)|缺[乏少]|高发|频繁|未知|不确定|偏[大高小低]|紧张|短缺|上涨"
)
ASKS_PARDON = re.compile(
    r"[，,。；;\s]{0,4}(?:(?:敬|恳)?请[^，。；]{0,8}(?:理解|谅解|知悉|关注)|特此说明|[^，。；]{0,8}(?:均已|已经?)知悉)[。；]?$"
)
_FEWEST_RISKS = 2


def asked_for(title: str, guidance: str | None) -> Iterator[Ask]:
    """The things that a section's title and guidance ask for, in the order of ``wordings.toml``."""
    words = f"{title}\n{guidance or ''}"
    for ask in wordings().asks:
        if ask.asked.search(words):
            yield ask


def unanswered(title: str, guidance: str | None, text: str) -> list[Ask]:
    """Those of which the section's text shows nothing; what it puts off or evades is not shown."""
    told = without_evading(without_put_off(text))
    # 技术风险：检测可能失真 answers nothing where the measures are put off
    bare = _DASHES.sub("，", told) if told != text or _only_describes(told) else told
    return [ask for ask in asked_for(title, guidance) if not ask.is_answered(bare if ask.name == _MEASURES else told)]


def _only_describes(text: str) -> bool:
    """Each risk of the list ends in what it is like: 电网波动风险：行车启动时电压会瞬间下跌."""
    starts = [*_RISK.finditer(text)]
    if len(starts) < _FEWEST_RISKS:
        return False
    ends = [one.start() for one in starts[1:]] + [len(text)]
    said = [ASKS_PARDON.sub("", text[one.end() : end]) for one, end in zip(starts, ends, strict=True)]
    last = [re.split(r"[，,。；;\n]", one.strip("，,。；;\n "))[-1] for one in said]
    return all(map(STATES.search, last))


def told_short(guidance: str | None, text: str) -> tuple[str, int, int] | None:
    """(案例 or 创新点, those told, those asked for) where the text numbers what it tells of and this is too little."""
    asked = _LEAST.search(guidance or "")
    if asked is None:
        return None
    case = asked["what"] == "案例"
    told = {next(filter(None, match.groups()), "") for match in (_CASE if case else _POINT).finditer(text)}
    least, numbers = int(han_value(asked["least"]) or 0), {han_value(number) for number in told}
    several = case or {1, 2} <= numbers  # 全国第一 alone numbers nothing
    return (asked["what"], len(numbers), least) if several and 0 < len(numbers) < least else None
