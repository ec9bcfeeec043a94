"""A budget that is not set out as the call asks: by its heads (设备费、材料费…), by its purses (财政、自筹分列)."""

import re
from collections.abc import Sequence

from pipeline.screening.application.substance import squeeze
from pipeline.screening.chapters.bare_cells import is_dash
from pipeline.screening.chapters.open_parts import tables_of

# 分科目列出财政资金和自筹资金, 省财政资金与自筹资金分列: both purses, each head by itself
_BY_HEAD = re.compile(r"(?:分|按|各|逐)(?:支出|经费|预算|费用)?科目|科目[^。；]{0,12}(?:分列|列[出明示]|填[写列])")
_APART = re.compile(r"分列|分别列|分开列|分栏|两栏|分别(?:填|写|说明|编)")
_OWN_PURSE = r"自筹|自有|配套|自[投付]|(?:单位|企业|公司)(?:投入|出资|承担|资金)"
_PUBLIC_PURSE = (
    r"(?:省级|省|市级|市|州|县级|县|区级|区|国家|中央|地方)?(?:财政|专项|补助|资助|拨款|补贴|扶持|揭榜)(?:资金|经费|款|金)?"
    r"|(?:省|市|县|区)级?(?:资金|经费)|申请(?:资金|经费|金额)|政府(?:资金|投入)"
)
_OWN, _PUBLIC = re.compile(_OWN_PURSE), re.compile(_PUBLIC_PURSE)
_BOTH = re.compile(
    rf"(?:{_PUBLIC_PURSE})[^。；]{{0,6}}(?:和|与|、|及)[^。；]{{0,6}}(?:{_OWN_PURSE})"
    rf"|(?:{_OWN_PURSE})[^。；]{{0,6}}(?:和|与|、|及)[^。；]{{0,6}}(?:{_PUBLIC_PURSE})"
)
_HEADS = re.compile(r"(?:支出|预算|经费|费用|开支)?(?:科目|项目|内容|类别|名称|用途)")
_A_HEAD = re.compile(r"费(?:用)?$|设备|材料|测试|劳务|人员|差旅|会议|加工|燃料|动力|其他|其它|软件|外协|咨询|专家")
_SUMS = re.compile(r"[合总小共]计|总额|总经费|总投[入资]")
_MONEY = re.compile(r"[\d,]+(?:\.\d+)?(?:万元|元)?")
_FEWEST_ROWS, _FEWEST_HEADS = 3, 3
# 按设备费、材料费、测试化验加工费、其他费用列示; not 设备费、材料费等
_LISTED = re.compile(
    r"(?:按照?|分为?|分|包[含括]|列[出明示]|科目[为：:]|[：:])\s?(?P<heads>[\u4e00-\u9fff]{1,8}费用?(?:、[\u4e00-\u9fff]{1,8}(?:费用?|支出))+(?:[和及与][\u4e00-\u9fff]{1,8}(?:费用?|支出))?)"
    r"(?!\s?等|[^，。；]{0,6}(?:中的?|之一|任选|如有))"
)
_BETWEEN = re.compile(r"[、和及与]")
_WORN = re.compile(r"(?:费用?|支出|购置|开发|业务)$|^(?:其他|其它)")


def budget_lack(asked: str, text: str) -> str:
    """What is not set out, in words for a letter; empty where nothing is. ``asked`` is the title with the guidance."""
    tables = [rows for rows in tables_of(text) if _is_budget(rows)]
    if not tables:
        return ""
    wanted = squeeze(asked)
    apart = _BOTH.search(wanted) and (_BY_HEAD.search(wanted) or _APART.search(wanted))
    if apart and not _parted(tables, text):
        return "没有分科目列出财政资金和自筹资金"
    left = _head_left_out(wanted, text)
    return f"没有列出“{left}”一项" if left else ""


def _is_budget(rows: Sequence[list[str]]) -> bool:
    """Three rows and more of heads of spending, with sums or what stands in their place."""
    heads = [squeeze(row[0]) for row in rows] + [squeeze(row[1]) for row in rows if len(row) > 2]
    named = sum(_A_HEAD.search(one) is not None and len(one) <= 12 for one in heads)
    sums = sum(_MONEY.fullmatch(squeeze(cell)) is not None for row in rows for cell in row[1:])
    return named >= _FEWEST_ROWS and sums >= _FEWEST_ROWS


def _parted(tables: Sequence[Sequence[list[str]]], text: str) -> bool:
    """Columns of both purses with figures in them; or they stand in rows, in titles of tables, or in prose by heads."""
    for rows in tables:
        own = [at for at, cell in enumerate(rows[0]) if _OWN.search(squeeze(cell))]
        public = [at for at, cell in enumerate(rows[0]) if _PUBLIC.search(squeeze(cell))]
        if own and public:
            return _figures(rows, own) and _figures(rows, public)
    cells = [squeeze(cell) for rows in tables for row in rows for cell in row]
    if any(_OWN.search(cell) for cell in cells) or any(_PUBLIC.search(cell) for cell in cells):
        return True  # 设备费（自筹）, 来源：自筹: in a way of its own
    prose = [line for line in re.split(r"[。；\n]", text) if "\t" not in line]
    titles = [line for line in prose if len(line) <= 24 and re.search(r"预算|表|明细", line)]
    by_heads = [line for line in prose if _OWN.search(line) and re.search(r"费|设备|材料|测试|劳务|科目", line)]
    return bool(by_heads) or any(_OWN.search(line) or _PUBLIC.search(line) for line in titles)


def _figures(rows: Sequence[list[str]], columns: Sequence[int]) -> bool:
    """Some row but the sums has a figure there."""
    body = [row for row in rows[1:] if _SUMS.search(squeeze(row[0])) is None]
    return any(not is_dash(row[at]) and re.search(r"\d", row[at]) for row in body for at in columns)


def _head_left_out(asked: str, text: str) -> str:
    """The first head of the call's closed list of which the section has no word."""
    listed = _LISTED.search(asked)
    heads = _BETWEEN.split(listed["heads"]) if listed is not None else []
    said = squeeze(text)
    for head in heads if len(heads) >= _FEWEST_HEADS else ():
        core = _WORN.sub("", _WORN.sub("", head))
        pairs = {core[i : i + 2] for i in range(len(core) - 1)}
        if pairs and not any(pair in said for pair in pairs):
            return head
    return ""
