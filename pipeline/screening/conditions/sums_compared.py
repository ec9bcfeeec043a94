"""Conditions that set one sum against another without a figure: 自筹经费不得低于申请省拨经费."""

import re

from extractors.text.spans import without_brackets
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, conclude, page_of
from pipeline.screening.conditions.fund_shares import side_of
from schemas.finding import Finding
from schemas.notice import Obligation

_SIDE = r"[^，。；：:\d]{0,12}(?:经费|资金|投[资入]|拨款|预算|补[助贴]|资助|配套|自筹)(?:总?[金数]?额|额度|总数)?"
_COMPARED = re.compile(
    rf"(?P<one>{_SIDE})应?当?(?:须|需)?(?P<how>不得?(?:低于|少于|小于)|不得?(?:高于|超过|大于|多于))(?P<other>{_SIDE})"
    r"(?:[，。；]|$)"
)
_LEAST = ("低于", "少于", "小于")
_ROUNDED = 0.005  # of the sum it is set against


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """None where the condition is another one, or the application does not state both sums."""
    match = _COMPARED.search(squeeze(without_brackets(obligation.name)))
    if match is None:
        return None
    one, other = side_of(case, match["one"]), side_of(case, match["other"])
    if one is None or other is None or one.evidence == other.evidence:
        return None
    least = match["how"].endswith(_LEAST)
    short = (other.amount - one.amount) if least else (one.amount - other.amount)
    where = page_of(one.evidence, "申报材料")
    said = f"{match['one']}为{_money(one.amount)}{where}，{match['other']}为{_money(other.amount)}"
    if short <= _ROUNDED * other.amount:
        return conclude(obligation, "met", f"{said}，符合条件。", found=one.evidence, confidence=0.75)
    text = f"{said}，不符合“{obligation.name}”的条件。"
    return conclude(obligation, "insufficient", text, found=one.evidence, confidence=0.75)


def _money(amount: float) -> str:
    return f"{amount / 1e4:,.6g}万元"
