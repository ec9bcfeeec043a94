"""Figures at which a control acts (动作阈值): 偏差大于1.5%时启动均衡 promises no deviation."""

import re

from extractors.values.quantities import find_quantities
from pipeline.screening.case import Case
from pipeline.screening.claims.around_claims import around
from schemas.facts import Target

_ACTS = (
    r"(?:启动|启用|停止|停[机泵炉车产转运]|报警|告警|预警|示警|切换|切[断除]|触发|跳闸|跳停|投入|介入|开启|打开|关闭|复位|退出|加药|反洗|清洗|冲洗|排污|补[水液气电]|提示"
    r"|弹窗|降[载速频]|限[功载速]|分闸|断电|泄压|复核|复检|人工(?:介入|确认|处理)|返工|剔除|更换|调[整节低高]|唤醒|休眠|重[启试发]|回退|干预|均衡)"
)
# 大于1.5%时启动, 超过30 NTU即切换, 一旦低于84%便停机检查
_BEHIND = re.compile(
    rf"^\s?(?:以[上下内])?(?:时|后|则|即|就|便|立即|立刻|的?，(?:应|须|需)?(?:系统|装置|设备|平台|控制器)?(?:则|即|就|便|将|会|自动|立即)|的(?:簇|模组|批次|样品|产品)?)"
    rf"[^，,。；;\d]{{0,8}}?{_ACTS}"
)
_LIMIT = re.compile(r"(?:大于|超[过出]|高于|低于|小于|不足|达到?|降[到至]|升[到至]|[><＞＜≥≤])[^\d]{0,3}\d")
# what is asked of the control itself
_OF_CONTROL = re.compile(r"报警|告警|预警|阈值|启动|停机|触发|保护|动作|切换|设定|整定|跳闸")


def is_threshold(case: Case, required: Target, claim: Target) -> bool:
    """What is done once the figure is passed stands right behind it, and the call asks nothing of a control."""
    if _OF_CONTROL.search(required.metric) or _LIMIT.search(claim.evidence.text) is None:
        return False
    words = claim.evidence.text
    own = next((one for one in find_quantities(words) if one.value == claim.value), None)
    if own is None:
        return False
    told = around(case, claim)
    behind = words[own.end :] + (told.behind if told is not None else "")
    return _BEHIND.match(behind) is not None
