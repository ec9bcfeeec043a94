"""A level that a clause asks (世界先进水平, 显著提升) and a lower one that the application promises in words."""

import re
from collections.abc import Sequence

from pipeline.screening.claims.unread_promises import reports

_BEST = re.compile(r"(?:世界|国际|全球)(?:一流|先进|领先|前沿)")
# 达到省内领先、国内中上游水平, 预计处于国内同类产品的平均水平
_LOWER = re.compile(
    r"(?:达到|处于|保持|居于?|位于|力争|实现)[^，,。；;]{0,8}?(?:[全本]?[省市]内?|国内|区域|行业)[^，,。；;]{0,10}?"
    r"(?:领先|先进|前列|平均水平|中等水平|中上游?|中游|一般水平)[^，,。；;]{0,8}"
)
_RISES = re.compile(r"(?:显著|大幅|明显)(?:的?(?:提升|提高|增强|改善|优于))")
# 各项性能保持基本相当、不明显下降即可
_NO_RISE = re.compile(
    r"(?:性能|效率|精度|指标|质量|能力)[^，,。；;]{0,10}?(?:基本相当|大致相当|持平|不明显下降)[^，,。；;]{0,10}"
)
_RAISED = re.compile(r"性能|效率|精度|质量|能力|水平")
_NEAR = 40  # characters before it that say of what
_OF_WORK = re.compile(r"性能|水平|模型|产品|系统|中文|英文|指标|能力|总体|各项|20\d\d年")
_OF_OTHERS = re.compile(r"公司|企业|单位|市场|规模|团队|负责人|产业|就业")


def lower_level(clause: str, sentences: Sequence[str]) -> str | None:
    """The words of a promise that stays below the level that the clause asks; None where there are none.

    What there is, and what a company or a base is, is no level of the work.
    """
    if _BEST.search(clause) is not None:
        return _below(sentences, _LOWER, _BEST)
    named = _RAISED.search(clause)
    asked = [one for one in sentences if named is None or named.group() in one]
    return _below(asked, _NO_RISE, _RISES) if _RISES.search(clause) is not None else None


def _below(sentences: Sequence[str], lower: re.Pattern[str], better: re.Pattern[str]) -> str | None:
    if any(better.search(sentence) is not None and not reports(sentence) for sentence in sentences):
        return None
    for sentence in sentences:
        said = lower.search(sentence)
        before = sentence[max(0, said.start() - _NEAR) : said.start()] if said is not None else ""
        if said is None or better.search(said.group()) or reports(sentence.replace("同类", "")):
            continue
        if _OF_WORK.search(before + said.group()) and not _OF_OTHERS.search(before):
            return said.group()
    return None
