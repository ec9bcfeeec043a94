"""One part of what a clause lists, left out by name: 本项目不采用光电数据, where 雷达、光电和飞行计划数据 are asked."""

import re
from collections.abc import Iterator, Sequence

from pipeline.screening.clauses.asides import is_aside

LISTED = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,12}(?:、[\u4e00-\u9fffA-Za-z0-9]{2,12}){1,12}?(?=等|[，,；;。]|$)")
_AND = re.compile(r"[、和及与]")
_VERB = (
    r"(?:暂|均|都|也)?不(?:再|予|作|做)?(?:采用|采集|使用|利用|接入|引入|融合|列入|纳入|计入|配[备置]|安排|开展|涉及|考虑"
    r"|研[究发制]|开发|包[含括])"
)
# 不涉及数据出境 leaves no data out: what stands behind is another thing
_ALONE = r"(?=$|[、和及与的等]|数据|信息|技术|内容|部分|系统|设备|手段|方式|测量|观测|采集)"
# 雷达罩不采用金属材料: the verb has a thing of its own behind it
_TO_ITSELF = r"(?=$|[^，；]{0,8}(?:系统|平台|范围|内容|任务|项目|课题|方案|考核|工程|本期|一期)[^，；]{0,2}$)"
_LEADS = re.compile(
    r"^(?:融合|研[究发制]|攻克|突破|开展|采用|开发|支持|实现|包[含括]|覆盖|建[立设]|打造|构建|搭建|研制|推进|完成|形成|提供|面向)+"
)
_PIECE = re.compile(r"[，,；;]")
_LEAST = 2  # characters of a part
_NEAR = 14  # characters between what is left out and the verb: 光电吊舱和固定摄像机的图像暂不接入
_ELSEWHERE = 2  # sentences that have it all the same


def listed_parts(clause: str) -> tuple[str, ...]:
    """雷达, 光电 and 飞行计划数据 of 融合雷达、光电和飞行计划数据; () where the clause lists nothing."""
    listed = LISTED.search(clause)
    if listed is None:
        return ()
    parts = (_LEADS.sub("", part) for part in _AND.split(listed.group()))
    return tuple(part for part in parts if len(part) >= _LEAST)


def part_left_out(clause: str, sentences: Sequence[str]) -> str | None:
    """The words, without white space, that leave one listed part out; None where none do, or two sentences have it."""
    for part in listed_parts(re.sub(r"\s", "", clause)):
        told = [sentence for sentence in sentences if part in sentence]
        refused = [(sentence, words) for sentence in told if (words := next(_refusals(part, sentence), None))]
        if refused and len(told) - len(refused) < _ELSEWHERE:
            return refused[0][1]
    return None


def _refusals(part: str, sentence: str) -> Iterator[str]:
    named = re.escape(part)
    refusal = re.compile(
        rf"{_VERB}(?:任何)?{named}{_ALONE}|^{named}[^，；]{{0,{_NEAR}}}?{_VERB}{_TO_ITSELF}(?![^，；]{{0,2}}其[他它])"
    )
    before = ""
    for piece in _PIECE.split(sentence):
        if refusal.search(piece) is not None and not is_aside(f"{before}，{piece}", piece):
            yield piece
        before = f"{before}，{piece}" if before else piece
