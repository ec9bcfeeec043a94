"""A budget told in a sentence behind its head (支出：设备1,260万元，软件430万元，其他80万元) against the whole."""

import re
from collections.abc import Iterator
from itertools import accumulate
from math import isclose

from pipeline.screening.amounts.money import AMOUNT, FACTORS, amount
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
# 经费预算：…，合计1800万元, 经费安排（万元）：…，合计2600: the head of a list that ends in its own total
_TITLED = re.compile(
    r"(?:经费|费用|资金|预算|支出|投资|投入)[\u4e00-\u9fff]{0,6}(?:[（(](?:单位[:：]\s?)?(?P<unit>百?万?元)[)）])?\s?[:：]\s?"
)
_ENTRY = re.compile(
    r"\s?(?P<name>[\u4e00-\u9fff与和及]{2,16}?)(?:为|[:：])?\s?(?P<value>\d[\d,]{0,14}(?:\.\d{1,4})?)\s?(?P<unit>[百千]?万?元)?\s?(?:[、，,；;]|(?=[。\n])|$)"
)
_TOTAL = re.compile(r"(?:合计|总计|共计|总额|总经费|总投入)")
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
        for titled in wrong_closing(passage.text) if passage.role not in _ASIDE else ():
            words, stated, made = titled
            found = narrow(passage.evidence, words)
            sums = f"各项之和为{made / 1e4:,.6g}万元，与合计{stated / 1e4:,.6g}万元不符"
            yield Clash(_NAME, f"经费“{words}”，所列{sums}{page_of(found, '申报材料')}，请核实。", found, _SURE)
            return


def wrong_closing(text: str) -> Iterator[tuple[str, float, float]]:
    """经费预算：设备620万元，人员540万元，其他180万元，合计1800万元: a list that its own last entry does not sum up.

    The list and its total, that total and the sum in yuan.
    """
    for head in _TITLED.finditer(text):
        entries = _entries(text, head.end())
        items = [(one["name"], value) for one in entries if (value := _yuan(one, head["unit"])) is not None]
        if len(items) <= _LEAST or len(items) < len(entries) or not _TOTAL.fullmatch(items[-1][0]):
            continue
        total, made = items.pop()[1], sum(value for _, value in items)
        if not any(_NESTED.search(name) for name, _ in items) and not isclose(made, total, rel_tol=_SMALL):
            yield text[head.end() : entries[-1].end()].rstrip("、，,；;"), total, made


def _entries(text: str, at: int) -> list[re.Match[str]]:
    """The items from there on, up to the total with it."""
    entries: list[re.Match[str]] = []
    while (one := _ENTRY.match(text, at)) is not None:
        entries.append(one)
        at = one.end()
        if _TOTAL.fullmatch(one["name"]):
            break
    return entries


def _yuan(entry: re.Match[str], unit: str | None) -> float | None:
    """In the entry's own unit, else in the head's."""
    factor = FACTORS.get(entry["unit"] or unit or "")
    return float(entry["value"].replace(",", "")) * factor if factor is not None else None


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
