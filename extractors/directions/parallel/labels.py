"""A part's head, and the marks, labels and figures that tell parts apart."""

import re
from dataclasses import dataclass

_NUMBER = (
    r"(?:[（(]?(?:[一二三四五六七八九十]{1,2}|[A-H]?\d{1,2}|[A-H](?=[.．]\d))(?:[.．]\d{1,2}){0,3}[)）]?[.．、]?|[①-⑳])"
)
# 交什么：…, A.1.3约束条件：…, 【红线】…, **指标**：…; the value may stand below.
LABELLED = re.compile(
    rf"\s*(?:[^\w\s【（(]{{1,3}}\s*)?{_NUMBER}?\s*[【*]{{0,2}}(?P<label>[\u4e00-\u9fff][^\s：:，。；、（）()【】*\d≥≤]{{0,9}})"
    r"(?:[（(][^（）()\n]{1,14}[）)])?(?:】\s*[:：]?|\**\s*[:：])\**[ \u3000]*"
)
# ≥90%, 不低于3 t, ±2 μm, 低30%以上: a bound, but of money, years, people and paper
_UNIT = r"(?!\s?(?:亿元|万元|元(?!/)|岁|周岁|家|人|名|位|份|字|页|日|号|个?工作日|个?月内|年内|MB|M\b|次以上|[:：]))"
_AMOUNT = r"\d++(?:[.,]\d++)?"
FIGURE = re.compile(
    rf"(?:[≥≤＞＜><±≧≦]|(?:不[低高少多大小长短晚超]|[优高低大小少多]|超)[于过]|达到?|至少|最多|以上|[为到])\s?{_AMOUNT}{_UNIT}"
    rf"|(?<!\d){_AMOUNT}\s?[%％‰]?\s?[\u4e00-\u9fffA-Za-zμΩ℃°/²³]{{0,6}}以[上下内]"
)
BARE_FIGURE = re.compile(r"(?:[≥≤＞＜><±≧≦]|不[低高少多大小长短超][于过]|优于|至少|\d)")
# ┏ 卡片 ZY-01 ┓: what only numbers the card below
NUMBERS = re.compile(
    r"[^\w\n]{0,8}第?[\u4e00-\u9fff]{0,4}[^\w\n]{0,4}(?:[A-Za-z]{0,8}[-—]?(?:20\d\d[-—])?\d{1,3}|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛]|[A-H])"
    r"[号张项件]?[\u4e00-\u9fff]{0,3}[^\w\n]{0,12}"
)
DOTTED = re.compile(r"^[A-H]?\d{0,2}(?:[.．]\d{1,2}){1,3}[.．、]?\s*(?=[\u4e00-\u9fff《“])")  # A.1, 3.2
# 一、, （2）, 榜3：, 03 , ◆: what stands before a name
NUMBERED = re.compile(
    r"[^\w\n（(《“【]{0,3}[【\[（(]?(?:第?[\u4e00-\u9fff]{0,4}[-—]?(?:[A-Z]{1,6}[-—]?)?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛](?=[\W_榜题号])|[A-H](?=\W)|[①-⑳]))"
    r"[号个张]?[榜题令单卡项件]?[】\]）)]?(?:\s*[:：、.．｜|—\-]\s*|\s+|(?<=[】\]）)①-⑳])|(?<=0\d)|(?=[《“【]))(?=[\u4e00-\u9fffA-Za-z《“【])"
)


@dataclass(frozen=True, slots=True)
class Head:
    """Where a task begins, where the text behind its name begins, its name and what numbers it."""

    start: int
    body: int
    name: str
    number: str | None = None
