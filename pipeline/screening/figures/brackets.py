"""What stands right behind a figure and leaves less of it: （全桥模块≤0.13）, 其中1家完成，另2家为意向."""

import re
from collections.abc import Iterator

from extractors.values.quantities import find_quantities
from extractors.values.units import units
from pipeline.screening.figures.compare import canonical_pair, reaches
from pipeline.screening.figures.named_values import as_claim
from schemas.facts import Target

Less = tuple[str, Target | None]  # the words, and the value that is left (None where it is that of several together)

_BRACKET = re.compile(r".{0,2}[（(](?P<inner>[^（）()]{2,48})[）)]")
_PIECE = re.compile(r"[，,；;、]")
# What there is, what others reach, what is asked and how it is measured is no case of the promise.
_ASIDE = re.compile(
    r"现[状有]|目前|当前|原|基[线准]|国[内外家标]|行业|同类|竞品|要求|榜单|通知|规定|高于|优于|低于|超出|较|提[高升]|降低了?|由|从|中期|20\d\d|含税|相当于|即|折|=|±|间隔|采样|量程|容差"
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
# 浪高6米, 测量距离30米 beside 定位误差≤2米: another thing in the same unit
_OTHER_THING = re.compile(
    r"水深|浪高|距离|间距|间隔|长度|宽度|高度|厚度|余量|温度|压力|速度|频率|时间|时长|功率|电压|电流|置信|容量|重量|直径|湿度|载荷|负载|流量|深度|风速|浓度|海拔|跨度|半径"
)
# 其中1家完成装车验证，另2家签订试装意向
_DONE_OF = re.compile(
    r"其中[^，。；）\d]{0,4}(?P<done>\d{1,6}(?:\.\d+)?\s?[\u4e00-\u9fffA-Za-z]{1,3})[^，。；）\d]{0,12}"
    r"[，,；;、][^。]{0,10}(?:另|其余|余下|剩余)[^。；）]{0,24}?(?:意向|意愿|备选|洽谈|待定)"
)
# 含只登记意愿、尚未装机的约900户
_NOT_YET = re.compile(
    r"含[^，。；）\d]{0,20}(?:尚?未|意向|意愿|拟)[^，。；）\d]{0,12}?(?P<more>\d{1,7}(?:\.\d+)?\s?[\u4e00-\u9fffA-Za-z]{1,3})"
)
# 三座示范仓合计不少于450个, where it is asked of one
_TOGETHER = re.compile(
    r"(?:[两二三四五六七八九十]|(?<!\d)[2-9])[座个台套仓户条只处][\u4e00-\u9fff]{0,6}(?:合计|共计|总计|累计|加起来)"
)
_OF_ONE = re.compile(r"单[个台套座仓户条机只]|每[个台套座仓户条只处]")


def left_less(required: Target, claim: Target, before: str, behind: str) -> Iterator[Less]:
    """``before`` and ``behind``: the claim's clause up to its figure, and the figure with what follows it."""
    if _OF_ONE.search(required.metric) and (several := _TOGETHER.search(before[-_NEAR:])) is not None:
        yield several.group(), None
    yield from _in_bracket(required, claim, behind)
    if (done := _DONE_OF.search(behind)) is not None:
        yield from _short(required, claim, done.group(), done["done"], whole=True)
    if (more := _NOT_YET.search(behind)) is not None:
        yield from _short(required, claim, more.group(), more["more"], whole=False)


_NEAR = 20  # characters of the clause before the figure


def names_another(words: str, metric: str) -> bool:
    """They name a thing that is measured, and that is not the metric's."""
    return any(named.group() not in metric for named in _OTHER_THING.finditer(words))


def _in_bracket(required: Target, claim: Target, behind: str) -> Iterator[Less]:
    unit = units().get(claim.unit or "")
    bracket = _BRACKET.match(behind, len(claim.evidence.text))
    if bracket is None or (unit is not None and unit.counts):
        return  # （玉米2座、小麦3座）: parts of the number
    for piece in _PIECE.split(bracket["inner"]):
        # （92%） alone is what there is
        told = (
            _ASIDE.search(piece) is None
            and not names_another(piece, required.metric)
            and _HAN.search(re.sub(r"[\d.]+\s?[\u4e00-\u9fff]", "", piece)) is not None
        )
        for said in find_quantities(piece) if told else ():
            own = as_claim(said, required, claim.evidence)
            if canonical_pair(required, own) is not None and reaches(required, own) is False:
                yield piece.strip(), own


def _short(required: Target, claim: Target, words: str, figure: str, *, whole: bool) -> Iterator[Less]:
    """The number that is done, or what is left of the claim without the number that is not."""
    said = next(iter(find_quantities(figure)), None)
    if said is None or required.comparator not in (">=", ">", "="):
        return
    own = as_claim(said, required, claim.evidence)
    pair = canonical_pair(claim, own)
    if pair is None or pair[0] <= 0:
        return
    left = pair[1] if whole else pair[0] - pair[1]
    share = left / pair[0]
    canonical = claim.canonical_value * share if claim.canonical_value is not None else None
    value = claim.model_copy(update={"value": claim.value * share, "canonical_value": canonical})
    if 0 < share < 1 and reaches(required, value) is False:
        yield words, value
