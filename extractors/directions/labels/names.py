"""How a direction's line is labelled: 方向一：…, 课题1.1 …, 【榜题三】…, and what its number is."""

import re
import unicodedata
from dataclasses import dataclass

from extractors.directions.labels.parts import label_kind
from extractors.text.notice_words import alternation
from extractors.text.spans import squeezed

_HAN = {c: i for i, c in enumerate("零一二三四五六七八九十")}
_KIND = "(?:揭榜|榜单|攻关|申报|研究|重点|技术|企业|指南|需求|项目)?"
_THING = (
    rf"(?P<thing>{alternation('direction_words')}|任务|题目|专项|项目|需求|难题|(?:应用)?场景|(?:试点|支持|项目|申报)?(?:类型|类别)"
    "|榜|令)"
)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
# 一, 1, 1.1, 2-3, A2, （一）, LX-01, 甲 set apart from the name (no 项目甲方); what counts them, not a date
# (项目2026年) nor a quantity (任务3个).
_NUMBER = (
    r"第?[（(]?(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2}(?:[.．\-—－]\d{1,2}){0,2}"
    r"|[A-HＡ-Ｈ](?:[-—－]?\d{1,2})?(?![A-Za-z\d])|[A-Z]{2,6}[-—－](?:20\d\d[-—－])?\d{1,4}(?![A-Za-z\d])"
    # 课题甲 八英寸衬底, its blank lost; 项目乙烯裂解 is chemistry, 甲壳素, 丙纶 and 己内酰胺 are so
    rf"|[{_STEMS}](?=[\s）)】”:：、.．｜|]|$)|(?<=[题向单])[{_STEMS}](?![方级类组醇烷烯炔苯酸酮醛基酯胺肾纶]|壳[素质类动]|内[酰酯])|[①-⑳])[）)]?"
)
_LEAD = (
    r"(?:[◆●■▲★◇▶►▍▎•]\s*)?(?:(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．]"
    r"|\d{1,2}(?:[.．]\d{1,2}){1,2}[、.．]?(?!\s*任务))\s*)?"  # 1.1 任务一 is a part of a direction
)
_HEAD = rf"{_LEAD}[【“]?{_KIND}{_THING}(?:编号|序号|之(?=[一二三四五六七八九十\d]))?\s*[:：]?\s*{_NUMBER}\s*"
# 第一榜 …, 第2题：…: the number before the thing.
_ORDINAL = (
    rf"{_LEAD}[【“]?第(?P<number>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})"
    r"(?P<thing>榜|令|道?题|项(?:任务|课题|需求|榜单)|个?(?:方向|任务|课题|难题|需求))(?:\s*[:：、]\s*|\s+)"
)
_NAME_ALONE = (
    # Behind a mark any word may follow (方向1：日用陶瓷), right behind the number none of quantities or dates.
    r"(?:[】”]\s*)?(?:[:：.、．｜|]\s+|[:：.、．｜|]\s*(?!\d)|[:：](?=\d{1,5}[a-zA-Z\u4e00-\u9fff]{4,}|\d{1,5}[a-zA-Z]{1,3}[\u4e00-\u9fff]{4,})(?!\d+[年月日号个项点时家名])|(?<=[甲乙丙丁戊己庚辛])\s*(?=\d)|\s*(?![\d年月日至到和个项、]))(?P<name>[^。；;，,：:□☐]{2,60}?)"
    r"(?:[（(][^（）()]*(?:单位|企业|需求方|榜额|金额|万元)[^（）()]*[）)])?"
)
# ◆ SLFH-2026-01  林火烟火识别: a code that counts them, set apart from the name
_CODED = (
    r"(?:[◆●■▲★◇]|\d{1,2}(?:[.．]\d{1,2}){0,2}[.．、]?(?=\s|[A-Z]))?\s{0,3}"
    r"(?P<thing>[A-Z]{2,8})[-—]?(?:20\d\d[-—])?(?P<number>\d{1,2})"
    r"(?:\s*[:：、．]\s*|\s+|(?<=[-—]\d)|(?<=[-—]\d\d))(?P<name>(?=[^。；;，,：:]*[\u4e00-\u9fff]{3})[^\d。；;，,：:□☐\n][^。；;，,：:□☐\n]{3,59})"
)
# 方向1：智能芯片 on a line of its own; not □方向1 (a box of a form), not a sentence that begins so.
_TITLED = tuple(re.compile(pattern) for pattern in (_HEAD + _NAME_ALONE, _ORDINAL + _NAME_ALONE, _CODED))
_BARE = re.compile(rf"{_HEAD}[】”]?\s*[:：]?")
# 方向1：智能芯片。算力不小于… : name and text in one paragraph; 赛题一　智能芯片。… with a blank for a mark.
_RUN_IN = re.compile(
    rf"{_HEAD}(?:[】”]\s*)?(?:[:：.、．｜|]|(?<=[）)】”\s]))\s*(?P<name>[^。；;，,：:□☐\n]{{2,45}})[。：:](?=\s*\S)"
)
# 方向1智能芯片。研究内容：…: no mark behind the number, but a label behind the name.
_BEFORE_LABEL = re.compile(
    rf"{_HEAD}(?P<name>(?![\d年月日至到和个项、])[^。；;，,：:□☐\n]{{4,45}})[。：:](?=\s*(?P<label>[^。；;，,：:\n]{{2,14}})[:：])"
)


_CODE = re.compile(r"^[（(\[【]\s*[A-Za-z]{1,8}[-—]\d[\d-]{0,8}\s*[)）\]】]\s*")  # 榜题一（XF-01）灭火机器人


@dataclass(frozen=True, slots=True)
class Label:
    """``thing`` is the word (方向, 课题), ``key`` its numbers (1.2 is (1, 2)), ``end`` where the name ends."""

    thing: str
    key: tuple[int, ...]
    name: str
    end: int


def bare_head(words: str) -> Label | None:
    """榜题一 on a line of its own, whose name stands on the next: a label without a name."""
    match = _BARE.fullmatch(words)
    return Label(match["thing"], (number_of(match["number"]) or 0,), "", match.end()) if match else None


def number_of(label: str | None) -> int | None:
    """12 for 12, 十二, （十二）, JB-12; 2 for B and 乙; None for anything else."""
    if not label:
        return None
    if "①" <= label <= "⑳":
        return ord(label) - ord("①") + 1
    figures = re.findall(r"\d+", label)
    if figures:
        return int(figures[-1])
    if label in _STEMS:
        return _STEMS.index(label) + 1
    if re.fullmatch(r"[A-HＡ-Ｈ]", label):
        return ord(unicodedata.normalize("NFKC", label)) - ord("A") + 1
    han = re.sub(r"[^一二三四五六七八九十]", "", label)
    if not han:
        return None
    tens, found, units = han.partition("十")
    return (_HAN[tens] if tens else 1) * 10 + (_HAN[units] if units else 0) if found else _HAN.get(han)


def label_in(words: str, *, alone: bool = False) -> Label | None:
    """The label and name that open these words; ``alone``: they are nothing else."""
    match = next((m for pattern in _TITLED if (m := pattern.fullmatch(words))), None)
    match = match or (None if alone else _RUN_IN.match(words) or _before_label(words))
    if match is None:
        return None
    return Label(match["thing"], _key(match["number"]), squeezed(_CODE.sub("", match["name"])), match.end())


def _key(number: str) -> tuple[int, ...]:
    """(1, 2) for 1.2 and A-2; a code (LX-03, with the year LX-2703) counts by its last two figures."""
    if re.match(r"[A-Z]{2}", number):
        return ((number_of(number) or 0) % 100,)
    parts = re.findall(rf"[A-HＡ-Ｈ①-⑳{_STEMS}]|\d+|[一二三四五六七八九十]+", number)
    return tuple(number_of(part) or 0 for part in parts)


def _before_label(words: str) -> re.Match[str] | None:
    match = _BEFORE_LABEL.match(words)
    return match if match is not None and label_kind(match["label"].strip()) is not None else None
