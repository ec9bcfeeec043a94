"""Sums of the years told in one sentence with what they come to: 2023年300万元、2024年500万元，两年合计投入900万元."""

import re
from collections.abc import Iterator
from math import isclose

from extractors.values.han_numerals import han_value
from pipeline.screening.amounts.money import AMOUNT, amount
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from schemas.outline import Role

_MONEY = r"\d[\d,]{0,12}(?:\.\d{1,6})?\s?(?:百万|千万|万|亿|千)?元"
_YEAR = rf"20\d\d\s?年度?[\u4e00-\u9fff]{{0,8}}?{_MONEY}"
# No share of them (其中2023年…), no average, no other year between
_LISTED = re.compile(
    rf"(?<!其中)(?P<years>(?:{_YEAR}\s?[、，,；;和及]\s?){{1,5}}{_YEAR})\s?[，,；;]?\s?"
    rf"(?:(?P<many>[两二三四五六])年)?(?:合计|共计|总计|累计|共)(?:研发|资金|经费)?(?:投入|支出|安排|资金|经费|为|达到?|约){{0,3}}"
    rf"(?P<total>{_MONEY})"
)
_SMALL, _SURE = 0.005, 0.7
_NAME = "经费预算合计"


def year_sum_clashes(case: Case) -> Iterator[Clash]:
    """The first such sentence whose years do not make up its total."""
    for passage in case.with_amounts:
        for said in _LISTED.finditer(passage.text) if passage.role is not Role.INSTRUCTIONS else ():
            parts = [amount(one) for one in AMOUNT.finditer(said["years"])]
            total = amount(one) if (one := AMOUNT.search(said["total"])) is not None else 0.0
            counted = said["many"] is None or han_value(said["many"]) == len(parts)
            if counted and "约" not in said.group() and not isclose(sum(parts), total, rel_tol=_SMALL):
                found = narrow(passage.evidence, said.group())
                sums = f"各年之和为{sum(parts) / 1e4:,.6g}万元，与所写合计{total / 1e4:,.6g}万元不符"
                text = f"“{said.group()}”，{sums}{page_of(found, '申报材料')}，请核实。"
                yield Clash(_NAME, text, found, _SURE)
                return
