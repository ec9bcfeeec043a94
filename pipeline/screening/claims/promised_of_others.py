"""A figure that is promised of another thing, or for a shorter time, than the metric's own name says."""

import re
from collections.abc import Iterator

from pipeline.screening.application.substance import squeeze
from pipeline.screening.claims.around_claims import Around
from schemas.facts import Target

# 96%（仅对大型目标；小型目标不作承诺）: nobody is held to what is asked
_DISCLAIMED = re.compile(
    r"(?:^|[，,；;。（(、])\s?(?:对于?|针对|但|而|其中)*(?P<thing>[\u4e00-\u9fff]{2,12}?)(?:时|的|方面|情况下)?(?:暂|均|则|也|本期)?"
    r"不(?:再|作|做|予|另)?(?:任何|具体)?(?:承诺|保证|考核)(?=[，,；;。）)]|$)"
)
_ALL = frozenset({"指标", "本项", "该项", "此项", "数值", "项目", "本单位", "我方"})  # that a value is for all of these
# 年漂移, 年衰减率: of a year, by the metric's own name
_OF_YEAR = re.compile(r"^(?:每年|年度?)(?!龄|限|产|均)")
_OFTENER = re.compile(r"每(?:个)?(?P<unit>季度?|月|周|星期|日|天|小时)")
_TIMES = {"季": 4, "月": 12, "周": 52, "星": 52, "日": 365, "天": 365, "小": 8760}


def disclaimed(required: Target, _claim: Target, told: Around) -> Iterator[str]:
    """What is said in the claim's own cell of the very thing that the metric names."""
    metric = squeeze(required.metric)
    for said in _DISCLAIMED.finditer(told.in_cell):
        if said["thing"] in metric and said["thing"] not in _ALL:
            yield said.group().strip("，,；;（(、。 ")


def oftener(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """每月漂移不超过0.1% where 年漂移不超过0.1% is asked: twelve times as much may come in a year."""
    if required.comparator not in ("<=", "<") or _OF_YEAR.match(required.metric) is None:
        return
    words = told.before + told.in_cell[:1]
    often = _OFTENER.search(words)
    if often is None or "年" in words[often.end() :] or claim.unit != required.unit:
        return
    if claim.value * _TIMES[often["unit"][0]] > required.value:
        yield words[often.start() :].strip("，,；;。（() ")
