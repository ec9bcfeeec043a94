"""Words around a figure that tell of a score, a prize or a form's own limit, and measures that only sound so."""

import re

from extractors.targets.metrics import any_of
from extractors.values.quantities import Quantity

# 食味评分≥85分: how good what is made is found, in a sentence whose other figures bind as well
_QUALITY = (
    r"(?:食味|感官|口感|口味|品[尝鉴]|外观|风味|色泽|气味|手感|舒适度?|可用性|易用性|[音画]质|[听观]感|主观)(?:综合|主观)?"
    r"(?:评分|得分|评价|分值)"
)
_OF_QUALITY = re.compile(_QUALITY)
# 盲评均分不低于4.5分: a measure, no score of the call's
_SCORED = re.compile(
    r"(?:均分|平均分|盲评|听评|主观(?:评[分价]|得分)|得分|打分|满意度|自然度|MOS"
    rf"|{_QUALITY})[^，。；]{{0,6}}$"
)
# （三十名用户打分，满分五分）, （满分为5分）: how it is measured
_MEASURED_SO = re.compile(
    r"[（(](?:[^（）()]{0,24}(?:打分|盲评|听评|评议)[^（）()]{0,24}|(?<=\d分[（(])(?:满分[为是]?\s?[\d五十百]{1,3}分?|[\d五十百]{1,3}分制))[)）]"
)
# Fx、Fy、Fz三个方向均达到1200 N: axes, no directions of a call
_AXES = re.compile(r"[两三六多236]个方向上?的?(?:均|都|各)(?=达|不|[≥≤＞＜><]|为|[大小高低优]于|控制)")
# 系统评分与专家评分一致率≥90%, 自动打分误差≤3分: of a tool that scores
_OF_TOOL = re.compile(
    r"(?:评分|得分|打分)(?:[^，。；]{0,4}(?:与|和)[^，。；]{0,10}(?:评分|得分|打分)?(?:结果|值)?)?的?"
    r"(?:一致[率性度]|符合率|吻合[率度]|相关(?:系数|性)|偏差|误差|重合率|准确[率度]|正确率|用时|耗时|时间)"
)
_RATED = re.compile(r"评分$")  # TS评分不低于0.35: a measure of forecasts


def is_scored(before: str) -> bool:
    """The words before a figure name a score that what is made reaches: 盲评均分, 食味评分."""
    return _SCORED.search(before) is not None


def is_noise(stretch: str, quantity: Quantity, clause: int, sentence: tuple[int, int]) -> bool:
    """Words of the clause or the sentence tell of a score, a prize, a quota, a form's own limit."""
    whole = stretch[sentence[0] : sentence[1]]
    close = stretch[max(sentence[0], clause - 30) : min(sentence[1], quantity.outer_end + 12)]
    own = re.split(r"[；。\n]", stretch[clause : max(quantity.end, quantity.outer_end) + 6])[0]
    own = _AXES.sub("", own)
    around = _OF_QUALITY.sub("", _MEASURED_SO.sub("", _AXES.sub("", close if len(whole) > 60 else whole)))
    before = stretch[clause : quantity.outer_start]
    rated = quantity.compared and quantity.unit is None and _RATED.search(before) is not None
    rated = rated or (quantity.unit == "分" and is_scored(before))
    near = not rated and any_of("noise_near").search(_OF_TOOL.sub("", _OF_QUALITY.sub("", own))) is not None
    return near or any_of("noise").search(around) is not None
