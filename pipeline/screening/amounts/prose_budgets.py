"""The whole money of the work in a sentence and what it goes on, by items or by years (总投入9000万元，其中算力…)."""

import re
from collections.abc import Iterator
from itertools import accumulate
from math import isclose

from pipeline.screening.amounts.money import AMOUNT, amount
from pipeline.screening.amounts.people_and_money import TOTAL, Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, page_of
from schemas.outline import Role

_SUM = r"(?:约|人民币)?\d[\d,]{0,12}(?:\.\d{1,6})?(?:百万|千万|万|亿|千)?元"
# 总投入9000万元, 本任务计划投入9000万元, 经费预算共9000万元; no year's spending on research
_WHOLE = re.compile(
    rf"(?:总(?:经费|投[资入]|预算|费用|资金)|(?:(?:本|该)(?:次|期)?|整个)?(?:项目|任务|课题|攻关)(?:计划|预计|拟|需|共|实施期?)*(?:投[资入]|经费|预算|资金)"
    rf"|(?:计划|预计|拟|共需?|合计|需)(?:总?投[资入]|经费|资金)|(?:经费|资金|投资)(?:总额|总量|预算|安排|概算|需求))"
    rf"(?:资金|经费|额)?(?:合计|共计?|总计|总额|为|约|需|达|[:：])*(?P<whole>{_SUM})"
)
# ，全部由公司自筹，其中 / （包括 / ：/ ，用于 / 。分年度为
_LEADS = re.compile(
    r"(?:[（(][^（()）\d]{1,16}[)）])?[，,。；;：:（(]?(?:[^，,。；;：:\d]{2,22}?(?:自筹|自有|承担|解决|出资|筹措|申请)[^，,。；;：:\d]{0,8}[，,；;。])?"
    r"(?P<lead>(?:具体|主要|分别|全部|资金|经费|预算|支出|按科目|按用途|按年度|分年度|分年|各年|年度|分项|分解|构成|安排|计划|用途|使用|方向|支出)*"
    r"(?:其中|包括|包含|用于|投向|分为|分成|细分为|分配为|分别为|分别是|如下|为|构成|含|安排)?[:：]?)"
)
_ITEM = re.compile(
    rf"(?P<name>[^\d，,、；;。：:（）()元]{{2,18}}?(?:\d[^\d，,、；;。元万亿]{{0,3}}[^\d，,、；;。：:（）()元]{{2,14}}?)?)(?:投入|支出|安排|预算|计划)?(?:为|约|计|[:：])?"
    rf"(?P<sum>{_SUM})(?:[（(][^（）()元]{{1,30}}[)）])?(?P<mark>[，,、；;]|和|及|以及|与)?(?:以及|和|及)?"
)
_YEAR = re.compile(
    rf"(?P<name>(?:20\d\d年(?:度|上半年|下半年|\d{{1,2}}[-—–~～至到]\d{{1,2}}月)?|第[一二三四五1-5]年度?)[^\d，,、；;。元]{{0,10}}?)(?P<sum>{_SUM})(?P<mark>[，,、；;]|和|及|以及)?"
)
# The list ends there: its sentence, or what all of the money is.
_ENDS = re.compile(
    r"(?:[）)])?(?:[。；;\n]|$|[，,]?(?:[两三四五六七八九十\d]{1,2}(?:大|个)?(?:项|类|部分|年|方面)|全部|全额|均|都|资金来源|所需|由|来源|以上|上述|无|不申请))"
)
# Levels, sources and what is left open: no list of parts that make up the whole
_NESTED = re.compile(
    r"其中|小计|合计|总计|共计|直接|间接|财政|自筹|自有|拨款|申请|贷款|已|到位|结余|收入|税|利润|产值|销售"
)
_OPEN = re.compile(r"主要|等|约|其余|余下|剩余|不含|不包括|另[有外行]|左右|以上|上下|不低于|不少于|超过")
# Another time, body or work than the whole of this one
_ASIDE = re.compile(
    r"20\d\d年[^，。；]{0,12}$|上年|去年|近[两三五]年|已|累计|曾|首期|一期|二期|第[一二三四]|阶段|合作单位|参与单位|乙方|子课题|每|人均|单[台个]|研发$"
)
_NOT_HERE = frozenset({Role.COMMITMENT, Role.INSTRUCTIONS, Role.PROOFS})
_FEWEST, _ENOUGH, _SMALL, _SURE = 3, 4, 0.002, 0.7
_FEWEST_YEARS = 2
_LEAST_SHARE, _MOST_SHARE = 0.6, 1.6  # of the whole: a list further off is of something else
_MOST = 30  # items
_BEFORE, _BEHIND = 24, 300  # characters


def prose_budget_clashes(case: Case) -> Iterator[Clash]:
    """The first whole that what is listed behind it does not make up."""
    for passage in case.with_amounts:
        text = squeeze(passage.text) if passage.role not in _NOT_HERE else ""
        for words, stated, made in wrong_wholes(text):
            found = narrow(passage.evidence, words)
            sums = f"各项之和为{made / 1e4:,.6g}万元，与总数{stated / 1e4:,.6g}万元不符"
            yield Clash(TOTAL, f"“{words}”，所列{sums}{page_of(found, '申报材料')}，请核实。", found, _SURE)
            return


def wrong_wholes(text: str) -> Iterator[tuple[str, float, float]]:
    """The whole with its list, the whole and the sum in yuan; none where a beginning of the list makes it up."""
    for whole in _WHOLE.finditer(text):
        before = re.split(r"[，,。；;\n]", text[max(0, whole.start() - _BEFORE) : whole.start()])[-1]
        lead = _LEADS.match(text, whole.end())
        if lead is None or _ASIDE.search(before) or "约" in whole.group():
            continue
        years = _listed(_YEAR, text, lead.end())
        items = years or _listed(_ITEM, text, lead.end())
        if not items or not _is_all(text, items, lead["lead"], by_years=bool(years)):
            continue
        parts = [one for item in items if (one := _yuan(item["sum"])) is not None]
        stated, made = _yuan(whole["whole"]), sum(parts)
        if not stated or any(isclose(one, stated, rel_tol=_SMALL) for one in accumulate(parts)):
            continue
        if _LEAST_SHARE <= made / stated <= _MOST_SHARE:
            yield text[whole.start() : items[-1].end("sum")], stated, made


def _listed(pattern: re.Pattern[str], text: str, at: int) -> list[re.Match[str]]:
    """The items from there on, each behind the mark of the one before."""
    items: list[re.Match[str]] = []
    while (one := pattern.match(text, at)) is not None:
        items.append(one)
        at = one.end()
        if one["mark"] is None or len(items) == _MOST:
            break
    return items


def _is_all(text: str, items: list[re.Match[str]], lead: str, *, by_years: bool) -> bool:
    """The list is of one level and goes to its end: enough items, nothing left open, no further sum in the sentence."""
    last = items[-1]
    end = last.start("mark") if last["mark"] and last["mark"] in "，,；;、" else last.end()
    behind = re.split(r"[。\n]", text[end : end + _BEHIND])[0]
    listed = text[items[0].start() : end]
    few = len(items) < (_FEWEST_YEARS if by_years else _ENOUGH if re.search("其中|包括|包含|含", lead) else _FEWEST)
    closed = _ENDS.match(text, end) is not None and AMOUNT.search(behind) is None
    named = not any(_NESTED.search(item["name"]) for item in items)
    return closed and named and not few and not _OPEN.search(lead + listed + behind[:4])


def _yuan(words: str) -> float | None:
    found = AMOUNT.search(words)
    return amount(found) if found is not None else None
