"""The budget (经费预算): totals, sources and items, in tables and in words, as sums in 元."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Set

from extractors.application.fund_lines import fund_lines
from extractors.application.fund_units import in_yuan, unit_of
from extractors.text.marks import NUMBERED
from extractors.text.spans import Span, split_outside_brackets, squeezed
from extractors.text.tables import label_of
from extractors.values.quantities import find_quantities
from schemas.facts import FormField
from schemas.outline import Outline, Role
from schemas.text import Block, Text
from schemas.undertaking import FundItem, FundKind

_MONEY = re.compile(r"经费|预算|资金|投资|投入|费用|支出|金额|筹措")
_FRAME = re.compile(r"[\n+|=_\-─━┌┬┐├┼┤]+$")  # a table's upper border, drawn with signs
_BUDGET = re.compile(rf"{_MONEY.pattern}|钱")  # 七、钱怎么花
_HEAD = re.compile(
    r"金额|经费|预算|资金|投资|投入|支出|合计|小计|总[计额]|自筹|财政|专项|拨款|资助|补助|奖补|榜金|[国省市区县]拨|[（(][万千]?元[）)]|^[万千]?元$|20\d\d\s?年"
)
_OF_TIME = re.compile(r"时间|[人个]月|月数|工时|天数")  # 投入时间（人月）
_NAMING = re.compile(r"(?:经费|资金|费用)?(?:来源|支出|用途|开支)?(?:科目|项目|名称|内容|渠道|来源|支出|用途)")
_TOTAL = re.compile(r"合计|总计|总[额投经费预资]|共计|总投[资入]")
_SOURCE = re.compile(
    r"[国省市区县]级?(?:资金|经费|补助|支持)|自筹|自有|申请[\u4e00-\u9fff]{0,8}(?:资金|经费|资助|支持)|财政|专项|拨款|国拨|省拨|市拨|配套|贷款|银行|社会(?:资本|资金)|股东|基金|资助|补助|奖补|扶持|榜[额金]|悬赏|企业(?:投入|资金|出资)"
    r"|单位出资|其[他它](?:资金|来源)|来源"
)
_ITEM = re.compile(
    r"(?<!经)费$|费用|设备|材料|测试|化验|加工|燃料|动力|差旅|会议|劳务|专家咨询|知识产权|出版|间接|直接|软件|人员|外协|场地|其[他它]"
)
# 差旅与野外补助, 劳务补助: paid out to persons, no money that comes in
_PAID_OUT = re.compile(
    r"(?:差旅|出差|野外|伙食|餐饮|交通|食宿|住宿|劳务|人员|专家|学生|用户|听众|受试者?|志愿者?)"
    r"(?:(?!财政|专项|政府|[省市县厅局委部])[\u4e00-\u9fff、]){0,6}(?:补助|资助)(?!资金|经费)"  # not 交通厅补助
)
_BUYING = re.compile(r"采购(?!额|量|成本)")  # 设备采购 is an item of a budget
# 镜头与支架采购  310万元, a line of a budget; 公司已采购设备 tells of what there is
_BOUGHT = re.compile(r"^(?![^\d]{0,10}[已曾年])[\u4e00-\u9fff、]{2,12}采购(?:费用?)?(?=[ \u3000\t：:]*\d)")
_WHOLE_HEAD = re.compile(r"总[额计价数]|合计|小计|预算|金额")
_PART_HEAD = re.compile(r"已|拟|待|尚|其中|本次|剩余|完成|计划")
# 金额 | 2,600 | 1,900 under 经费来源 | 总投资 | 自筹: rows that say what the figures are; each column is an item.
_SUMS = re.compile(r"(?:金额|数额|经费|资金)(?:[（(][万千]?元[）)])?")
_SHARES = re.compile(r"占比|比例|比重|[（(][%％][)）]")
_NUMBER = re.compile(r"(?P<number>\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?)\s*(?P<unit>[亿万千]?元)?")
_UNIT_CELL = re.compile(r"[（(]?[万千]?元[）)]?")  # 万元 | 610 | 280 | 890 under 科目 | 设备 | 材料 | 合计
_SUM_ONLY = re.compile(r"[\d.,、\s]+(?:[亿万千]?元)?")
_YEAR = re.compile(r"(20\d\d)\s*年")
# Not of this project: sales, earlier spending, what others have. 上年度研发投入 is the applicant's own figure.
_ELSE = re.compile(
    r"收入|利润|产值|纳税|税收|上年|年度研发|注册资本|资产|累计(?:投入|研发)|营业|销售|市场|效益|采购|已完成|已投入|已支出|售价|单价|成本|节[约省]|合同金?额"
)
# 以上各科目支出合计180万元, below the items: their total, whatever they are called together
_ALL_ABOVE = re.compile(
    r"(?:以上|上述|前述|上列|上表)(?:各|全部|所有|所列|中|的)*(?:科目|项目?|费用|经费|支出|开支|预算|资金|款项|金额|投入|的|、)*"
    r"(?:合计|共计|总计|总和|之和|加总|相加|总共)(?:起来|金额|数额|经费|资金|费用|为|是|等于|约|得|[:：\s])*"
)
_LEAD = re.compile(r"^(?:其中|并|另|拟|计划|共|本项目|预计|，|、|和|及|由)+")
_TAIL = re.compile(r"(?:[:：]|为|共计?|约|达|合计|拟|计划|安排|(?<!总)投入|不超过|分别|[（(]?[万亿]?元[）)]?)+$")
_FORM_LABEL = re.compile(
    r"总投[资入]|总经费|经费总额|项目(?:经费|预算|投资)|申请.{0,6}(?:资助|经费|资金|支持|补助|补贴)|自筹(?:.{0,4}(?:资金|经费))?(?:[（(]万?元[）)])?$|自筹.{0,4}(?:资金|经费)"
    r"|财政.{0,6}(?:资金|经费)|专项.{0,4}(?:资金|经费)|申请榜[额金]|预算总额"
)
_FORMS = frozenset({Role.FORM, Role.COVER, Role.OTHER, Role.BODY})  # a form of the applicant's own has no title
_LONG_CELL = 8
_UNIT_ONLY = re.compile(
    r"[（(]?(?:注\s?[:：]\s?)?(?:以上|上述|上表|表中|表内|其中)?(?:各项)?(?:金额|数额|经费|资金)?(?:的)?单位(?:均)?(?:为|是|：|:)"
)  # 单位为万元
_BELOW = 60  # characters below a table in which its unit may be said
_LEAST_ITEMS = 2
_LONGEST = 400  # characters of the words with a sum
# A full line goes on below: 设备费 / 860万元, 其他费用120 / 万元.
_SENTENCE_END = re.compile(
    r"[。；;]|(?<![费\d])\n|(?<=费)\n(?!\d[\d,.]{0,12}[亿万千百]?元)|(?<=\d)\n(?![亿万千百]?元(?![件器素]))"
)
_PIECE = re.compile(r"[，；;、]|,(?!\d{3})")
# 来源：自筹600，申请省级补助300，合计900, below a heading that says the unit
_PLAIN = re.compile(
    r"\s*(?:(?:经费|资金)?来源\s?[:：]|其中\s?[:：，]?)?\s*(?P<name>[\u4e00-\u9fff]{2,12}?)(?:为|共|约|[:：])?\s?(?P<number>\d[\d,]{0,12}(?:\.\d{1,4})?)[。\s]*"
)


def find_funds(text: Text, outline: Outline, fields: tuple[FormField, ...] = ()) -> list[FundItem]:
    """The sums in the order of the text: tables of a budget, fields of the form, sentences of the budget's section."""
    found = [item for table in range(len(text.tables)) for item in _of_table(text, outline, table)]
    taken = sorted((item.evidence.start, item.evidence.end) for item in found)
    for item in (*_of_fields(fields), *_of_sections(text, outline), *_of_cells(text, outline)):
        start = item.evidence.start
        near = taken[bisect_left(taken, (start - _LONGEST, 0)) : bisect_left(taken, (start + 1, 0))]
        if not any(end > start for _, end in near):
            insort(taken, (start, item.evidence.end))
            found.append(item)
    return sorted(found, key=lambda item: item.evidence.start)


def _of_table(text: Text, outline: Outline, table: int) -> Iterator[FundItem]:
    """A cell with a number under a head of money, in a row with a name; the unit from the cell, the head, or above."""
    rows = text.rows_of(table)
    head = next((row for row in sorted(rows)[:3] if _is_head(text, rows[row])), None)
    if head is None:
        return
    above = _above(text, outline, table)
    heads = {cell.column: _words(text, cell) for cell in rows[head]}
    all_heads = " ".join(heads.values())
    if not _MONEY.search(f"{all_heads} {above}") or _ELSE.search(f"{all_heads} {above}"):
        return
    left_out, whole = _parts_of_rows(heads), _has_whole(heads)
    money = {column for column, words in heads.items() if _heads_money(words) and not _NAMING.fullmatch(words)}
    general = unit_of(above) or unit_of(all_heads) or _unit_of_total(text, rows) or _unit_behind(text, table)
    for row in (row for row in sorted(rows) if row > head):
        first = next((w for c in rows[row] if (w := _words(text, c)) and not _SUM_ONLY.fullmatch(w)), "")
        general, first = (unit_of(first), "") if _UNIT_CELL.fullmatch(first) and _lie(heads) else (general, first)
        beside = _names_beside(text, rows[row], money)
        for cell in rows[row]:
            words, column = _words(text, cell), heads.get(cell.column, "")
            name = beside.get(cell.column) or first
            # 金额（万元） | 198 | 64 | 262 under 科目 | 设备 | 外协 | 合计: what heads the row is the figures' own name
            lies = (not first or _SUMS.fullmatch(first) is not None) and _lie(heads)
            name = column if (_SUMS.fullmatch(first) or lies) and column else name
            number = _NUMBER.fullmatch(words) if not _SHARES.search(first) else None
            if (
                cell.row != row
                or number is None
                or not name
                or _ELSE.search(_BUYING.sub("", name))
                or not (lies or _heads_money(column))
            ):
                continue
            if cell.column in left_out:
                continue
            unit = number["unit"] or unit_of(name) or unit_of(column) or unit_of(first) or general
            item = _item(text, cell, name, column, in_yuan(number["number"], unit))
            apart = whole and not lies and item.source is None and item.year is None and not _WHOLE_HEAD.search(column)
            yield item.model_copy(update={"source": _bare(column)}) if apart else item


def _lie(heads: Mapping[int, str]) -> bool:
    """设备费 | 材料费 | 人员费 | 合计 over a row of nothing but sums."""
    return sum(map(bool, map(_ITEM.search, heads.values()))) >= _LEAST_ITEMS and any(map(_TOTAL.search, heads.values()))


def _unit_of_total(text: Text, rows: Mapping[int, list[Block]]) -> str | None:
    """合计（万元） under 设备费 and 材料费: the rows above a total are in its unit, where nothing else says one."""
    names = [words for cells in rows.values() for cell in cells if (words := _words(text, cell))]
    units = [(unit, name) for name in names if (unit := unit_of(name)) is not None]
    return units[0][0] if len(units) == 1 and _TOTAL.search(units[0][1]) is not None else None


def _unit_behind(text: Text, table: int) -> str | None:
    """The unit that the line below the table begins with: 单位为万元。, （注：以上金额单位均为万元）."""
    rows = text.rows_of(table).values()
    end = max(cell.end for cells in rows for cell in cells)
    line = re.match(r"[^\n。；]*", text.clean[end : end + _BELOW].lstrip())
    said = _UNIT_ONLY.match(line.group()) if line is not None else None
    return unit_of(line.group()[said.end() :]) if line is not None and said is not None else None


def _names_beside(text: Text, row: list[Block], money: Set[int]) -> dict[int, str]:
    """来源 | 金额 | 支出 | 金额: by column, what an amount at the right is of, which stands beside it.

    ``money`` are the columns of amounts; a table of one side has no such names.
    """
    first = min(money, default=0)
    named = {cell.column: cell for cell in row if cell.column not in money and cell.column > first}
    named = {column: cell for column, cell in named.items() if not _NUMBER.fullmatch(_words(text, cell))}
    return {column + 1: _words(text, cell) for column, cell in named.items()}


def _parts_of_rows(heads: Mapping[int, str]) -> set[int]:
    """总额 | 已支出 | 拟支出: the columns that part each row's sum, by no source and no year, beside its own."""
    plain = [c for c, w in heads.items() if _heads_money(w) and not _SOURCE.search(w) and not _YEAR.search(w)]
    whole = next((c for c in plain if _WHOLE_HEAD.search(heads[c])), None)
    return {c for c in plain if c != whole and _PART_HEAD.search(heads[c])} if whole is not None else set()


def _has_whole(heads: Mapping[int, str]) -> bool:
    """金额 | 引导资金 | 自筹: a column of sums beside others, each of which is a part of it."""
    return any(_WHOLE_HEAD.search(words) for words in heads.values())


def _heads_money(words: str) -> bool:
    return _HEAD.search(words) is not None and _OF_TIME.search(words) is None


def _is_head(text: Text, cells: list[Block]) -> bool:
    words = [_words(text, cell) for cell in cells]
    return len(words) >= 2 and any(map(_heads_money, words)) and not any(re.fullmatch(r"[\d.,]+", w) for w in words)


def _above(text: Text, outline: Outline, table: int) -> str:
    """The heading over the table and the line before it, which may say the unit."""
    start = text.tables[table].start
    line = _FRAME.sub("", text.clean[max(0, start - 160) : start]).strip().rsplit("\n", 1)[-1]
    return " ".join((*outline.path(outline.section_at(start)), line))


def _item(text: Text, cell: Block, name: str, column: str, amount: float) -> FundItem:
    year = _YEAR.search(column) or _YEAR.search(name)
    source = next((w for w in (column, name) if _SOURCE.search(_PAID_OUT.sub("", w))), None)
    return FundItem(
        kind=_kind(name),
        name=name,
        amount=amount,
        source=_bare(source) if source else None,
        year=int(year.group(1)) if year else None,
        evidence=text.evidence(cell.start, cell.end),
    )


def _kind(name: str) -> FundKind:
    if _SOURCE.search(_PAID_OUT.sub("", name)) and not _ITEM.search(_bare(name)):
        return "source"
    return "total" if _TOTAL.search(name) else "item"


def _of_fields(fields: tuple[FormField, ...]) -> Iterator[FundItem]:
    for field in fields:
        evidence = field.value_evidence
        if evidence is None or not isinstance(field.value, str) or not _FORM_LABEL.search(field.label):
            continue
        number = _NUMBER.match(field.value)
        unit = (number["unit"] if number else None) or unit_of(field.label)
        if number is not None and unit is not None and not _ELSE.search(field.label):
            source = _bare(field.label) if _SOURCE.search(field.label) and not _TOTAL.search(field.label) else None
            kind: FundKind = "source" if source else "total"
            amount = in_yuan(number["number"], unit)
            yield FundItem(kind=kind, name=_bare(field.label), amount=amount, source=source, evidence=evidence)


def _of_sections(text: Text, outline: Outline) -> Iterator[FundItem]:
    for section in outline.sections:
        if outline.divisions[section.division].role in (Role.COMMITMENT, Role.PROOFS):
            continue
        if _BUDGET.search(section.title) and not _ELSE.search(section.title):
            yield from fund_lines(text, section.heading_end, section.own_end)
            for piece in split_outside_brackets(text.clean, section.heading_end, section.own_end, _SENTENCE_END):
                at = text.block_at(piece.start)
                if at is None or text.blocks[at].table is None:  # rows are read above
                    yield from _of_sentence(text, piece)
                    yield from _of_plain(text, piece, unit_of(section.title))
        else:
            yield from fund_lines(text, section.heading_end, section.own_end, headed=True)


def _of_cells(text: Text, outline: Outline) -> Iterator[FundItem]:
    """投入预算 | 总投入380万元，其中…: sentences in a cell of the form, under its label."""
    for block in text.blocks:
        if block.table is None or block.end - block.start < _LONG_CELL:
            continue
        label = label_of(text, block) if outline.division_at(block.start).role in _FORMS else None
        if label is not None and _MONEY.search(label) and not _ELSE.search(label):
            yield from _of_sentence(text, Span(block.start, block.end))


def _of_sentence(text: Text, sentence: Span) -> Iterator[FundItem]:
    for piece in split_outside_brackets(text.clean, sentence.start, sentence.end, _PIECE):
        words = piece.of(text.clean).replace("\n", "")  # 其他费用120 / 万元, where the line is full
        sums = [q for q in find_quantities(words) if q.unit == "元"]
        if not sums or "\t" in words or _ELSE.search(_BOUGHT.sub("", words)) or _UNIT_ONLY.match(words):
            continue
        lead = _LEAD.sub("", words[: sums[0].outer_start])
        name = _bare(_TAIL.sub("", lead))
        name = name if len(name) > 1 else _bare(lead)  # 总投入
        year = _YEAR.search(words)
        if _ALL_ABOVE.fullmatch(lead):
            evidence = text.evidence(piece.start, piece.end)
            yield FundItem(kind="total", name="合计", amount=sums[0].value, evidence=evidence)
        elif name:
            source = _SOURCE.search(name)
            yield FundItem(
                kind="source" if source and not _TOTAL.search(name) else "total" if _TOTAL.search(name) else "item",
                name=name,
                amount=sums[0].value,
                source=name if source else None,
                year=int(year.group(1)) if year else None,
                evidence=text.evidence(piece.start, piece.end),
            )


def _of_plain(text: Text, sentence: Span, unit: str | None) -> Iterator[FundItem]:
    """Sources and totals whose figures have no unit of their own, in that of the heading."""
    for piece in split_outside_brackets(text.clean, sentence.start, sentence.end, _PIECE) if unit else ():
        match = _PLAIN.fullmatch(piece.of(text.clean))
        name = match["name"] if match is not None else ""
        total = _TOTAL.fullmatch(name) is not None
        if match is not None and (total or _SOURCE.search(name)) and not _ELSE.search(name) and not _ITEM.search(name):
            yield FundItem(
                kind="total" if total else "source",
                name=name,
                amount=in_yuan(match["number"], unit),
                source=None if total else name,
                evidence=text.evidence(piece.start + match.start("name"), piece.start + match.end("number")),
            )


def _bare(words: str) -> str:
    words = re.sub(r"^\s*其中\s*[:：，]?", "", words)
    return re.sub(rf"[（(][^（）()]*[）)]|^\s*{NUMBERED}", "", words).strip(" ：:，,")


def _words(text: Text, cell: Block) -> str:
    return squeezed(text.clean[cell.start : cell.end].replace("\n", ""))
