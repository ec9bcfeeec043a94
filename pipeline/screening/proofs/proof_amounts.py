"""A proof of own money whose sum, as the list of proofs tells it, is below the own money promised."""

import re

from pipeline.screening.amounts.money import AMOUNT, amount
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.conditions.fund_shares import side_of
from schemas.notice import Obligation
from schemas.submission import Attachment

# 自筹经费银行存款证明, 自有资金证明, 配套资金到位证明
_OF_OWN_MONEY = re.compile(r"(?:自筹|自有|配套)[^，。；]{0,12}(?:存款|资金|资信|余额|到位|银行)[^，。；]{0,6}证明")
_ROUNDED = 0.995


def too_little(case: Case, obligation: Obligation, entry: Attachment) -> tuple[float, float] | None:
    """The own money promised and what the entry tells, in 元, where that is less; None where it is not told.

    Several sums may be the parts of several givers (我院出资330万元证明、某某公司出资220万元证明): together they count.
    """
    if _OF_OWN_MONEY.search(squeeze(obligation.name)) is None:
        return None
    told = [amount(match) for match in AMOUNT.finditer(squeeze(entry.name))]
    own = side_of(case, "自筹")
    if not told or own is None or sum(told) >= own.amount * _ROUNDED:
        return None
    return own.amount, sum(told)
