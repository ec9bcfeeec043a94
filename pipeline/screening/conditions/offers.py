"""What an applicant asks for (报价) against the most that the call pays for it (榜额上限)."""

import re

from pipeline.screening.amounts.money import AMOUNT, amount
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, value_text
from schemas.evidence import Evidence
from schemas.notice import Obligation

_PRICE = r"(?:揭榜)?(?:总)?报价|(?:揭榜)?所需(?:资金|经费)|揭榜(?:金额|资金|费用|经费)"
_PAID = r"榜额|榜金|榜单(?:金额|资金|经费)|悬赏金额?|发榜金额|最高限价|预算上限"
# 揭榜报价不得超过榜额上限
_LIMITED = re.compile(
    rf"(?:{_PRICE})[^，。；\d]{{0,8}}(?:不[得应能]?(?:超过|超出|高于|大于)|不超)[^，。；\d]{{0,8}}(?:{_PAID})"
)
_OFFER = re.compile(rf"(?:{_PRICE})(?:[（(][^（）()]{{0,12}}[）)])?[为是共计约：:人民币\s]{{0,8}}{AMOUNT.pattern}")
# 榜额 | 480万元, 榜额（万元）：480: the first of the card, for the next one may follow
_ON_CARD = re.compile(rf"(?:{_PAID})(?:上限)?[\t\n ：:]{{1,4}}(?:人民币|不超过)?\s?{AMOUNT.pattern}")
_OFFER_LABEL = re.compile(rf"(?:{_PRICE})(?:[（(](?P<unit>万?元)[）)])?")


def over_the_limit(case: Case, obligation: Obligation) -> tuple[float, float, Evidence | None] | None:
    """The yuan offered, the yuan allowed and where the offer stands.

    None where the condition is of another kind, or either sum is not said.
    """
    if _LIMITED.search(obligation.name) is None:
        return None
    allowed, offered = _allowed(case), _offered(case)
    return (offered[0], allowed, offered[1]) if allowed is not None and offered is not None else None


def _allowed(case: Case) -> float | None:
    """The sum for the direction chosen, as its own card in the list tells it; else the one sum that the call names."""
    chosen = case.chosen.number if case.chosen is not None else None
    card = next((one.evidence.text for one in case.notice.directions if one.number == chosen), "")
    if (told := _ON_CARD.search(card)) is not None:
        return amount(told)
    paid = [s for s in case.notice.support if s.amount and re.search(_PAID, s.text)]
    own = {s.amount for s in paid if s.direction is not None and s.direction == chosen}
    sums = own or {s.amount for s in paid if s.direction is None}
    return sums.pop() if len(sums) == 1 else None


def _offered(case: Case) -> tuple[float, Evidence | None] | None:
    for field in case.submission.form_fields:
        label = _OFFER_LABEL.fullmatch(field.label or field.name)
        said = AMOUNT.search(value_text(field) + (label["unit"] or "")) if label is not None else None
        if said is not None:
            return amount(said), field.value_evidence
    for passage in case.submission.passages:
        match = _OFFER.search(passage.text)
        if match is not None:
            return amount(match), narrow(passage.evidence, match.group())
    return None
