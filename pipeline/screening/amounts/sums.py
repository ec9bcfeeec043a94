"""Parts and whole: the amounts of a list or a budget against its total."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from math import isclose

from pipeline.screening.amounts.money import AMOUNT, Mention, amount
from schemas.undertaking import FundItem

# Behind the total: the list that 其中 opens, and further items parted by ；, each an item and its amount.
_LIST = re.compile(
    r"(?:[，,]\s?(?:全部|均|资金)[^，。；;\d]{0,4}(?:自筹|自有|自行)[^，。；;\d]{0,6})?\s*[，,（(：:]?\s*(?:其中|包括)[^。；;]*"
)
_ITEM = re.compile(
    r"[；;]\s*[\u4e00-\u9fff（）()、]{2,14}(?:为|约|投入|出资)?\s*\d[\d,，.]*\s*(?:百万|千万|万|亿"
    r"|千)?元(?:[，,（(]?占[^，。；;]{0,14})?(?=[；;。，,]|$)"
)
_NEXT_YEAR = re.compile(r"[，,]\s?(?:20\d\d\s?年|今年|明年|下一?年)")
_YEAR_FIRST = re.compile(r"[^\d]{0,10}20\d\d\s?年")
# 与机器人相关的业务收入, 出口收入, 来自大客户的收入: cut another way than the parts beside it, which hold it too
_CUT_OTHERWISE = re.compile(
    r"相关|有关|涉及|来自|来源于|面向|围绕|属于|新产品|高新|出口|境外|海外|省外|线上|前[三五十]大"
)
_INCOME = re.compile(r"收入|营收|产值|销售额")
_MAIN, _NOT_MAIN = re.compile(r"主营"), re.compile(r"主营|其[他它余]|营业外|附营|非主")
_AGAIN = re.compile(r"(?:合计|共计|总计|总共|小计)[\u4e00-\u9fff]{0,4}$")
_TOTAL_OF = re.compile(
    rf"(?:合计|共计|总计|总(?:费用|经费|投资|投入|预算))(?:为|约)?\s*{AMOUNT.pattern}\s*[：:](?P<list>[^。\n：:]+)"
)
# 总经费1,260万元（省拨400万元，自筹860万元）, 总投入…，其中申请财政资金…，牵头单位自筹…: the whole, and who gives what
_WHOLE_OF = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|项目|任务|课题|计划)总(?:经费|投[资入]|预算)(?:额|为|共|约|计|[:：\s]){{0,4}}{AMOUNT.pattern}"
)
_WHO = r"(?!其中|用于|含|包括|均)(?P<who>[\u4e00-\u9fff]{1,14}?)(?:为|共|计|投入|出资|安排|[:：\s]){0,3}"
_NOTE = r"(?:[（(][^（）()元]{0,16}[）)])?"
_GIVEN = re.compile(rf"\s?[，,、；;]?\s?{_WHO}{AMOUNT.pattern}{_NOTE}")
_FIRST = re.compile(rf"\s?[，,、；;（(：:]?\s?(?:其中)?[:：]?{_WHO}{AMOUNT.pattern}{_NOTE}")
# 财政资金用于设备费, 自筹资金已到位, 首期拨款, 后补助: no part beside the others
_NO_PART = re.compile(r"用于|到位|首期|后补|全部|不超|[之其]中|已|约|中[\u4e00-\u9fff]")
_PUBLIC = re.compile(
    r"[国省市区县]拨|[国省市区县]级?(?:财政|专项|资助|补助)|[国省市区县]级(?:资金|经费|$)|财政|申请.{0,6}(?:资金|经费|资助|补助)|拨款|资助|补助"
)
_OWN = re.compile(r"自筹|自有|企业(?:投入|出资)|单位(?:投入|出资)")
_OTHERS = re.compile(r"贷款|融资|社会资[本金]|股东|配套|合作(?:单位|方|企业)|其[他它](?:资金|来源|渠道)")
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
_NESTED = re.compile(r"其中|小计|合计|约")
_CLOSING = re.compile(r"(?:其[他它余]|不可预见)[\u4e00-\u9fff]{0,4}\s?\d")
_COST_NAMED = re.compile(
    r"设备|仪器|材料|算力|云资源|数据(?:采|购|标)|测试|试验|检测|加工|流片|试制|人员|人工|劳务|外协|软件|差旅|管理|燃料|费"
)
_THINGS, _PEOPLE = re.compile(r"设备|仪器|材料|算力|云资源"), re.compile(r"人员|人工|劳务")
_OF_A_PART = re.compile(r"用于|20\d\d年|财政|拨|自筹|自有|申请|其余")
_LONGEST_NAME = 24  # characters
_LEAST = 3
_WHOLE = 0.999
_SMALL = 0.005  # amounts rounded to whole units
_NEXT_ROW = 120  # characters from one amount of a column to the next, the names and other columns between
_ROW_OF_ALL = re.compile(r"(?:总额|合计|总计|总金额)(?:[（(][^（）()]{0,6}元[)）])?")
_LEVELS = re.compile(r"直接|小计|其中|^[一二三四五六七八九十]+[、.]")  # 间接费用 beside 设备费 is one item more
# What a project's money is spent on; money itself, and who gives it, are none of it.
_COST = re.compile(
    r"费(?:用)?$|设备|材料|测试|试验|化验|加工|试制|差旅|会议|劳务|人员|人工|咨询|外协|管理|软件|燃料|动力|租赁|其[他它]"
)


def listed_parts(text: str, mention: Mention) -> list[float]:
    """The amounts, in yuan, of the list behind a total: 总投资900万元，其中自筹600万元；贷款300万元.

    An amount behind 合计 in the list is the total again, no part of it. What follows the parts that make up the whole
    (其中自筹600万元、贷款300万元：设备费…) parts it another way; so does a bracket behind a part.
    """
    first = _LIST.match(text, mention.end)
    if first is None:
        return []
    end = _until_another_year(text, first)
    # 其中自筹600万元、贷款300万元；设备费…: what makes up the whole is followed by another way to part it
    whole = sum(amount(m) for m in AMOUNT.finditer(text, first.start(), end)) >= mention.yuan * _WHOLE
    while not whole and (more := _ITEM.match(text, end)) is not None:
        end = more.end()
    found = list(AMOUNT.finditer(text, first.start(), end))
    depths = [_depth(text[first.start() : m.start()]) for m in found]
    found = [m for m, depth in zip(found, depths, strict=True) if depth == depths[0]]
    if _INCOME.search(mention.words) and _overlap([_named_before(text, m.start()) for m in found]):
        return []
    parts = [amount(m) for m in found if _AGAIN.search(text[max(0, m.start() - 8) : m.start()]) is None]
    sums = enumerate(accumulate(parts), start=1)
    made_up = next((count for count, so_far in sums if isclose(so_far, mention.yuan, rel_tol=_SMALL)), len(parts))
    return parts[:made_up]


def _named_before(text: str, at: int) -> str:
    """The words before a sum, back to the mark before them."""
    return re.split(r"[，,、；;：:（(。\d]", text[max(0, at - _LONGEST_NAME) : at])[-1]


def _overlap(names: Sequence[str]) -> bool:
    """One part is cut another way, or holds others: 主营业务收入 has 其他业务收入 beside it, and nothing else."""
    main = any(map(_MAIN.search, names)) and not all(map(_NOT_MAIN.search, names))
    return len(names) > 1 and (main or any(map(_CUT_OTHERWISE.search, names)))


def _until_another_year(text: str, listed: re.Match[str]) -> int:
    """其中芯片9,800万元，2023年计划投入1.3亿元: what is told of another year is no part; a list by years is."""
    later = [m.start() for m in _NEXT_YEAR.finditer(text, listed.start(), listed.end())]
    by_years = _YEAR_FIRST.match(listed.group()) is not None
    return min(later, default=listed.end()) if not by_years else listed.end()


def _depth(text: str) -> int:
    """1 where a bracket behind an amount is open at the end, else 0."""
    opened = max(text.rfind("（"), text.rfind("("))
    inside = opened > max(text.rfind("）"), text.rfind(")"))
    return int(inside and re.search(r"元\s?$", text[:opened]) is not None)


def is_closed(text: str, mention: Mention) -> bool:
    """测试及其他费用100万元 ends the list of 其中: nothing is left out, so that the items make up the total.

    Not of the money of one source or one year, nor where more sums follow in the sentence.
    """
    listed = _LIST.match(text, mention.end)
    sums = list(AMOUNT.finditer(text, listed.start(), listed.end())) if listed is not None else []
    if listed is None or not sums:
        return False
    said = re.split(r"其中|包括", text[listed.start() : sums[-1].end()], maxsplit=1)[1]
    if "其中" in said or _OF_A_PART.search(said) or text.startswith("等", sums[-1].end()):
        return False
    items = [item for item in re.split(r"[、，；;]|,(?!\d)", said) if item.strip()]
    more = AMOUNT.search(re.split(r"[。\n]", text[listed.end() :])[0])
    all_named = _CLOSING.search(" ".join(items[-2:])) is not None or _all_costs(items)
    return len(items) >= _LEAST and more is None and all_named


def _all_costs(items: Sequence[str]) -> bool:
    """设备购置…、材料与测试…、人员费用…: what a work costs, with its things and its people, and no 等."""
    costs = all(_COST_NAMED.search(item) for item in items)
    both = _THINGS.search("".join(items)) and _PEOPLE.search("".join(items))
    return costs and both is not None and "主要" not in "".join(items)


def wrong_lists(text: str) -> Iterator[tuple[str, float, float]]:
    """合计268万元：设备费92万元，材料费58万元，人员费40万元: a total that its own list does not make up.

    The words up to the total, the total and the sum in yuan. A list with 其中 has levels and is left alone.
    """
    for match in _TOTAL_OF.finditer(text):
        listed = _IN_BRACKETS.sub("", match["list"])  # 自筹1050万元（牵头单位800万元、大学250万元）
        parts = [amount(m) for m in AMOUNT.finditer(listed)]
        made_up = any(isclose(made, amount(match), rel_tol=_SMALL) for made in accumulate(parts))
        if len(parts) >= _LEAST and not _NESTED.search(listed) and not made_up:
            yield text[match.start() : match.start("list")].rstrip("：:"), amount(match), sum(parts)


def wrong_sources(text: str) -> Iterator[tuple[str, float, float]]:
    """总经费1,260万元，省拨400万元，自筹680万元: public and own money, told beside the whole, that do not make it up.

    The words up to the last part, the whole and the sum in yuan. Up to the first sum that is no source of money, or
    that parts the one before (自筹800万元，其中…).
    """
    for match in _WHOLE_OF.finditer(text):
        given: list[re.Match[str]] = []
        one = _FIRST.match(text, match.end())
        while one is not None and source_of(one["who"]) is not None and not _NO_PART.search(one["who"]):
            given.append(one)
            one = _GIVEN.match(text, one.end())
        whole, sums = amount(match), list(accumulate(map(amount, given)))
        sides = {source_of(one["who"]) for one in given}
        both = {"public", "own"} <= sides or (sides == {"own", "other"} and _is_all(text, match, given))
        about = not given or "约" in text[match.start() : given[-1].end()]
        if both and not about and not any(isclose(total, whole, rel_tol=_SMALL) for total in sums):
            yield text[match.start() : given[-1].end()], whole, sums[-1]


def _is_all(text: str, whole: re.Match[str], given: Sequence[re.Match[str]]) -> bool:
    """其中自筹700万元、合作方投入300万元、银行贷款100万元。: three, the sentence's end, no public money beside."""
    ends = re.match(r"\s?(?:[。\n]|$)", text[given[-1].end() :]) is not None
    opened = text.startswith(
        "其中", given[0].start() + len(given[0].group()) - len(given[0].group().lstrip(" ，,、；;（(：:"))
    )
    return (
        len(given) >= _LEAST
        and ends
        and opened
        and _PUBLIC.search(text[: whole.start()] + text[given[-1].end() :]) is None
    )


def source_of(who: str) -> str | None:
    """``own``, ``public`` or ``other`` money by the words for who gives it; None where they name no source."""
    sides = (("own", _OWN), ("public", _PUBLIC), ("other", _OTHERS))
    return next((name for name, side in sides if side.search(who)), None)


def wrong_totals(funds: Sequence[FundItem]) -> Iterator[tuple[FundItem, float]]:
    """Totals of a budget that are not the sum of the items above them, with that sum in yuan.

    A budget in several levels (直接费用, 其中, 小计) is left alone, since which of its rows make up the total is its
    author's to say.
    """
    for above, item in _totalled(funds):
        total = sum(one.amount for one in above)
        if _is_flat(above, item, funds) and not _made_up(above, item):
            yield item, total


def _made_up(above: Sequence[FundItem], total: FundItem) -> bool:
    """By all the items, or by the last of them: behind 甲方出资9万元，乙方出资5万元 costs part the whole again."""
    sums = list(accumulate(one.amount for one in reversed(above)))
    return any(isclose(made, total.amount, rel_tol=_SMALL) for made in (sums[-1], *sums[_LEAST - 1 :]))


def budget_total(funds: Sequence[FundItem]) -> FundItem | None:
    """The total of the project's budget: of costs (设备费, 材料费), all of whose sums make it up, from every source.

    None where it may be the budget of one source alone (省财政经费 1,000万元).
    """
    sources = [item.amount for item in funds if item.kind == "source"]
    for above, item in _totalled(funds):
        costs = sum(_COST.search(one.name) is not None for one in above) >= _LEAST
        whole = isclose(sum(one.amount for one in above), item.amount, rel_tol=_SMALL)
        partial = any(isclose(item.amount, amount, rel_tol=_SMALL) for amount in sources)
        if (costs or _by_source(funds, item)) and whole and not partial and item.source is None and item.year is None:
            return item
    return _sourced(funds)


def _sourced(funds: Sequence[FundItem]) -> FundItem | None:
    """来源 | 省拨经费 | 自筹经费 | 合计 over 800 | 1600 | 2400: the only total that both sides before it make up.

    Or both sides behind it: 总额 over 省级补助 and 自筹, each a row of costs that ends in its sum.
    """
    plain = [item for item in funds if item.year is None]
    found = []
    for at, total in enumerate(plain):
        before, behind = plain[max(0, at - 2) : at], plain[at + 1 : at + 3]
        made = _makes_up(before, total) or (_ROW_OF_ALL.fullmatch(total.name) and _makes_up(behind, total))
        if total.kind == "total" and made:
            found.append(total)
    return found[0] if len(found) == 1 else None


def _makes_up(given: Sequence[FundItem], total: FundItem) -> bool:
    """One public and one own source, both near the total, are the whole of it."""
    near = all(0 < abs(total.evidence.start - one.evidence.start) < _NEXT_ROW for one in given)
    one_file = {total.evidence.file} == {one.evidence.file for one in given}
    sides = [source_of(one.name) for one in given if one.kind == "source"]
    whole = isclose(sum(one.amount for one in given), total.amount, rel_tol=_SMALL)
    return sorted(filter(None, sides)) == ["own", "public"] and near and one_file and whole


def _by_source(funds: Sequence[FundItem], total: FundItem) -> bool:
    """自筹 1020 beside the total 1380, in its row: the columns part the whole by who gives it."""
    return any(
        one.kind == "total"
        and one.year is None
        and _OWN.search(one.source or "") is not None
        and one.amount < total.amount
        and one.evidence.file == total.evidence.file
        and 0 < total.evidence.start - one.evidence.start < _NEXT_ROW
        for one in funds
    )


def _totalled(funds: Sequence[FundItem]) -> Iterator[tuple[list[FundItem], FundItem]]:
    """Each total with the items above it, three or more: those of one column that follow each other."""
    column = sorted((item for item in funds if item.kind != "source"), key=_column)
    for _, items in groupby(column, key=_column):
        above: list[FundItem] = []
        for item in items:
            if above and item.evidence.start - above[-1].evidence.end > _NEXT_ROW:
                above = []
            if item.kind == "item":
                above.append(item)
                continue
            if len(above) >= _LEAST:
                yield above, item
            above = []


def _is_flat(above: Sequence[FundItem], total: FundItem, funds: Sequence[FundItem]) -> bool:
    """All rows from the first to the total are items of one level, none a source of money."""
    first, last = above[0].evidence.start, total.evidence.start
    among = any(item.kind == "source" and first < item.evidence.start < last for item in funds)
    return not among and not any(_LEVELS.search(item.name) for item in above)


def _column(item: FundItem) -> tuple[str, int]:
    return item.source or "", item.year or 0
