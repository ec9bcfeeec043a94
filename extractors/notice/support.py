"""Support measures (支持措施): money, prizes, loans, people and resources that a call promises to an applicant."""

import re
from bisect import bisect_right

from extractors.notice.statements import find_statements
from extractors.text.spans import Span, squeezed
from extractors.values.quantities import Quantity, find_quantities
from schemas.notice import Direction
from schemas.outline import Outline
from schemas.provisions import SupportKind, SupportMeasure
from schemas.text import Text

_TITLE = re.compile(
    r"支持(?:措施|政策|方式|强度|标准|内容|额度)|"
    r"(?:资金|经费|政策|资助|奖励|激励|扶持|保障)(?:支持|措施|政策|方式|标准|安排|办法|设置|额度)|奖项设置|资助额度|榜金"
)
_SIGNAL = re.compile(
    r"支持|给予|提供|优先|推荐|协助|资助|补[助贴]|奖|"
    r"享受|纳入|落实|保障|对接|拨付|贴息|投资|贷款|优惠|减免|颁发|授予|开放|搭建|配套|倾斜|\d\s*[万亿]?元"
)
_NAME_ALONE = re.compile(r"[\u4e00-\u9fff、]{2,12}(?:方式|办法|说明|标准|设置|措施)")
_HAN = "一二三四五六七八九十百千"
_MONEY = rf"(?<![\d.,])\d[\d.,]{{0,24}}\s*[万亿]?元|(?<![{_HAN}])[{_HAN}]{{1,12}}万元|百分之|\d\s*[%％]|全额|等额"
_GIVES = (
    r"资助|补助|奖励|奖补|补贴|贴息|给予|拨付|拨款|配套|榜金|榜额|榜单金额|奖金|最高限价|预算上限|"
    r"支持(?:额度|强度|经费|资金|金额)|经费支持|资金支持|国拨经费|财政(?:资金|经费)|股权投资"
)
# Elsewhere a sentence promises money: who gives it and how much. 自筹经费不低于资助经费的2倍 asks, and gives nothing.
_ELSEWHERE = re.compile(rf"(?:{_GIVES})[^。；\n]{{0,60}}(?:{_MONEY})|(?:{_MONEY})[^。；\n]{{0,20}}(?:{_GIVES})")
_ASKED = re.compile(
    r"自筹|配套资金(?:应|须|不低于)|不得|不予|追回|收回|终止|未达|未完成|逾期|"
    r"申请[^，。；]{0,6}(?:经费|资金)不[得超]|专家评审费|研发投入强度"
)
_GIVING = re.compile(r"给予|奖励|补助|资助|拨付|补贴|发放")
_RIGHT_BEHIND = 8  # characters of the document
_PERCENT = frozenset({"%", "％"})
# Kinds by their words; the first that fits wins.
_KINDS: tuple[tuple[SupportKind, re.Pattern[str]], ...] = (
    ("prize", re.compile(r"[一二三特]等奖|奖金|优胜奖|颁发|证书|授予|荣誉")),
    ("finance", re.compile(r"贷款|贴息|融资|担保|基金|股权|投资|授信|保险|银行")),
    ("funding", re.compile(rf"{_GIVES}|经费|资金|财政|专项")),
    ("talent", re.compile(r"人才|职称|落户|编制|博士后|团队引进|招生|研究生")),
    ("resources", re.compile(r"算力|数据|场景|平台|对接|用地|场地|订单|采购|推广|宣传|资源|合作|服务|指导")),
)


def find_support(text: Text, outline: Outline, directions: tuple[Direction, ...] = ()) -> list[SupportMeasure]:
    """The measures in order, each with the largest sum and the largest share that its words name."""
    return [
        _measure(text, span, directions)
        for span in find_statements(text, outline, _TITLE, _SIGNAL, elsewhere=_ELSEWHERE)
        if not _ASKED.search(span.of(text.clean)) and not _NAME_ALONE.fullmatch(span.of(text.clean))
    ]


def _measure(text: Text, span: Span, directions: tuple[Direction, ...]) -> SupportMeasure:
    words = span.of(text.clean)
    amount, share = _largest(words)
    evidence = text.evidence(span.start, span.end)
    return SupportMeasure(
        text=squeezed(words),
        kind=next((kind for kind, pattern in _KINDS if pattern.search(words)), "other"),
        amount=amount,
        share=share,
        direction=_direction(directions, evidence.start),
        evidence=evidence,
    )


def _largest(words: str) -> tuple[float | None, float | None]:
    """The largest sum in 元 and the largest share; of those behind the giving word where some stand there.

    业务收入达1000万元的，给予20万元的奖励: the first sum is a condition.
    """
    gives = _GIVING.search(words)
    quantities = find_quantities(words)
    behind = [q for q in quantities if gives is not None and q.start >= gives.start()]
    counted = behind if any(_is_sum(q) or q.unit in _PERCENT for q in behind) else list(quantities)
    amounts = [q.value_max or q.value for q in counted if _is_sum(q)]
    shares = [q.value_max or q.value for q in counted if q.unit in _PERCENT]
    return max(amounts, default=None), max(shares, default=None)


def _is_sum(quantity: Quantity) -> bool:
    return quantity.unit is not None and re.match(r"元(?:/|$)", quantity.unit) is not None


def _direction(directions: tuple[Direction, ...], at: int) -> int | None:
    """The direction inside whose stretch the words stand, or right behind it (最高限价：480万元)."""
    starts = [direction.evidence.start for direction in directions]
    index = bisect_right(starts, at) - 1
    if index < 0 or at >= directions[index].evidence.end + _RIGHT_BEHIND:
        return None
    return directions[index].number
