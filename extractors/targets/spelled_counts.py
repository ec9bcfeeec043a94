"""Counts in Chinese characters without a comparing word (形成三个数据集, 数据集四个), among what is promised.

Running text is full of such words that promise nothing (三个层面, 五类能力): a count needs a verb of making right
before it or the end of the clause right behind it, and a noun that can be delivered.
"""

import re
from collections.abc import Iterator

from extractors.targets.metrics import metric_before, noun_behind
from extractors.values.han_numerals import han_value
from schemas.facts import Target
from schemas.text import Text

_COUNT = r"(?P<count>[一两二三四五六七八九十百千]{1,6})(?P<unit>人次|[个项种款套家台座处条件篇场艘辆列])"
_MAKES = (
    r"(?:形成|建成|建设|构建|打造|研发|研制|开发|推出|发布|培育|覆盖|支持|支撑|整合|接入|对接|适配|提供|落地|制定|产出|获得|申请|新增)"
    r"(?:了|出)?"
)
_MADE = re.compile(rf"(?<![已曾]){_MAKES}{_COUNT}(?=[\u4e00-\u9fffA-Za-z])")
# 支撑语音识别、语音合成等十二项语音任务
_LISTED = re.compile(
    rf"(?<![已曾]){_MAKES}(?:[^，,。；;：:\n\t]{{2,80}}等|[^，,。；;：:\n\t、]{{1,16}}(?:、[^，,。；;：:\n\t、]{{1,16}}){{1,12}}?)"
    rf"{_COUNT}(?=[\u4e00-\u9fffA-Za-z])"
)
_AT_END = re.compile(rf"(?<=[\u4e00-\u9fff])(?<!有){_COUNT}(?=[，,。；;\n]|$)")
# What is counted to order a text or a team, not to be handed over.
_ORDERS = re.compile(
    r"层面|方面|维度|层次|阶段|环节|部分|小组|专项组|课题组|工作组|[^，。]{0,3}组$|主线|机制|步骤|关键|难题|瓶颈|问题|挑战|方向|能力|渠道|保障|抓手"
    r"|举措|措施|优势|特[点征]|体系|支柱|梯队|等级|档位?|模式|方式|关键技术|核心技术|类$|步$|^(?:目标|任务)$"
)
_THERE = re.compile(r"[已曾]|近[一二三四五\d]年|累计|现有|目前")  # 算法已在某医院等三家医院应用
_FAR = 120  # characters before a count that are looked at
_LEAST = 3  # 一个 is an article, 两种方式 a turn of speech
_CLAUSE = re.compile(r"[，,。；;：:\n\t]")


def find_spelled_counts(text: Text, start: int, end: int, *, direction: int | None, due: str | None) -> list[Target]:
    """The counts in ``text.clean[start:end]``, in order, as targets with the comparator ``=`` and the stage final."""
    return sorted(_found(text, start, end, direction, due), key=lambda target: target.evidence.start)


def _found(text: Text, start: int, end: int, direction: int | None, due: str | None) -> Iterator[Target]:
    listed = (m for m in _LISTED.finditer(text.clean, start, end) if _THERE.search(_clause(text, start, m)) is None)
    for match in (*_MADE.finditer(text.clean, start, end), *listed):
        noun, stop = noun_behind(text.clean, match.end(), end)
        if len(noun) >= 2 and _ORDERS.search(noun) is None:
            yield from _target(text, match, (match.start(), stop), noun, direction, due)
    for match in _AT_END.finditer(text.clean, start, end):
        head = max((m.end() for m in _CLAUSE.finditer(text.clean, start, match.start())), default=start)
        noun = metric_before(text.clean[head : match.start()])
        if len(noun) >= 2 and _ORDERS.search(noun[-4:]) is None:
            yield from _target(text, match, (head, match.end()), noun, direction, due)


def _clause(text: Text, start: int, match: re.Match[str]) -> str:
    """The sentence up to the end of a match."""
    return re.split(r"[。；;\n\t]", text.clean[max(start, match.start() - _FAR) : match.end()])[-1]


def _target(
    text: Text, match: re.Match[str], span: tuple[int, int], noun: str, direction: int | None, due: str | None
) -> Iterator[Target]:
    value = han_value(match.group("count"))
    if value is None or value < _LEAST:
        return
    yield Target(
        metric=noun,
        comparator="=",
        value=float(value),
        unit=match.group("unit"),
        canonical_value=float(value),
        canonical_unit="个",
        direction=direction,
        due=due,
        stage="final",
        evidence=text.evidence(*span),
    )
