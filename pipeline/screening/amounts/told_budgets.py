"""A budget told in a sentence behind its head (支出：设备1,260万元，软件430万元，其他80万元) against the whole."""

import re
from collections.abc import Iterator
from itertools import accumulate
from math import isclose

from pipeline.screening.amounts.money import AMOUNT, amount
from pipeline.screening.amounts.people_and_money import TOTAL, Clash, amount_of, is_called
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from pipeline.screening.wordings import wordings
from schemas.outline import Role

_HEAD = re.compile(
    r"(?:^|[。；;，,：:\n])\s?(?:其中)?(?:本?项目)?(?:经费|资金|费用|预算)?(?:主要)?(?:支出|开支|用途|使用)(?:预算|安排|计划|构成|明细|情况|科目|方向)*"
    r"(?:如下|为|包括|分别为)?[:：]?\s?(?=[\u4e00-\u9fff])"
)
_ITEM = re.compile(
    rf"\s?(?P<name>[\u4e00-\u9fff与和及、（()）]{{2,16}}?)(?:为|约|计|[:：])?\s?{AMOUNT.pattern}(?:[（(][^（）()]{{1,30}}[)）])?\s?[、，,；;和]?"
)
_WHOLE = re.compile(
    rf"(?:总(?:经费|投[资入]|预算|支出|费用)|经费总额|项目(?:经费|预算|投资))(?:额|为|共|计|[:：\s]){{0,4}}{AMOUNT.pattern}"
)
_CLOSES = re.compile(r"其[他它余]|不可预见|预备")
_NESTED = re.compile(r"其中|小计|合计|总计|共计|直接|间接|财政|自筹|拨|申请|20\d\d|年|期|收入")
_LEAST, _SMALL, _SURE = 3, 0.005, 0.7
_ASIDE = frozenset({Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS})
_NAME = "经费预算合计"


def told_budget_clashes(case: Case) -> Iterator[Clash]:
    """The first list that its own passage's whole, or the form's, is not the sum of: closed by 其他, or too much."""
    for passage in case.with_amounts:
        for head in _HEAD.finditer(passage.text) if passage.role not in _ASIDE else ():
            items = _items(passage.text, head.end())
            listed = passage.text[head.end() : items[-1].end()] if items else ""
            if len(items) < _LEAST or any(_NESTED.search(item["name"]) for item in items):
                continue
            before = list(_WHOLE.finditer(passage.text, 0, head.start() + 1))
            whole = amount(before[-1]) if before else _of_form(case)
            total = sum(map(amount, items))
            if whole is None or not _is_wrong(whole, items, passage.text):
                continue
            found = narrow(passage.evidence, listed.rstrip("、，,；;"))
            sums = f"各项之和为{total / 1e4:,.6g}万元，与总数{whole / 1e4:,.6g}万元不符"
            text = f"经费“{listed.rstrip('、，,；;')}”，所列{sums}{page_of(found, '申报材料')}，请核实。"
            yield Clash(_NAME, text, found, _SURE)
            return


def _items(text: str, at: int) -> list[re.Match[str]]:
    items: list[re.Match[str]] = []
    while (one := _ITEM.match(text, at)) is not None:
        items.append(one)
        at = one.end()
    return items


def _is_wrong(whole: float, items: list[re.Match[str]], text: str) -> bool:
    """The list ends with 其他 and its sentence, and none of its beginnings makes up the whole."""
    made = list(accumulate(map(amount, items)))
    ends = re.match(r"\s?(?:[。\n]|$)", text[items[-1].end() :]) is not None and not text.startswith(
        "等", items[-1].end()
    )
    closed = ends and _CLOSES.search(items[-1]["name"]) is not None
    right = any(isclose(one, whole, rel_tol=_SMALL) for one in made)
    return not right and (closed or (ends and made[-1] > whole))


def _of_form(case: Case) -> float | None:
    one = next(amount for amount in wordings().amounts if amount.name == TOTAL)
    told = [amount_of(case, field, one) for field in case.submission.form_fields if is_called(field, one)]
    values = {value for value in told if value is not None}
    return values.pop() if len(values) == 1 else None
