"""Rows of a table that stand there by name alone: a stage without work or outcome, a test without who does it.

阶段二 | 接上段继续, 技术骨干 | 届时抽调一人, 测试单位 | 到时比价选一家.
"""

import re
from collections.abc import Sequence

from pipeline.screening.application.substance import squeeze
from pipeline.screening.chapters.bare_cells import as_above, is_bare, is_dash, wraps_up
from pipeline.screening.chapters.open_parts import tables_of

_BORN, _TITLE = r"出生(?:年月|日期)|年龄", r"(?:技术|专业技术)?职称"
# Columns, and what asks for them in the title or the guidance of the section.
_COLUMNS = tuple(
    (re.compile(head), re.compile(asked))
    for head, asked in (
        (
            r"(?:主要|研究|建设|实施|重点|阶段|攻关|具体|计划)?(?:的)?(?:工作|任务|研究|建设|实施)(?:内容|任务|安排|事项)?",
            r"进度|阶段|节点|计划|工作内容|任务|里程碑",
        ),
        (
            r"[^，。；]{0,8}(?:成果|产出|交付物?|目标|考核点|验收点|标志|里程碑|输出)(?:形式|内容)?",
            r"进度|阶段|节点|成果|目标|交付|里程碑|计划",
        ),
        (
            r"[^，。；]{0,6}(?:测试|检验|检测|验证|考核|评价|试验|测量)(?:方法|方式|办法|手段|单位|机构|依据)",
            r"测试|检验|检测|验证|考核|评价",
        ),
        (
            r"[^，。；]{0,6}(?:分工|职责|承担(?:的)?(?:工作|任务|内容)|负责(?:内容|工作))",
            r"分工|任务|职责|团队|人员|成员",
        ),
        (r"[^，。；]{0,4}(?:应对|防范|化解|控制)?(?:措施|对策|办法)", r"风险|对策|措施|应对"),
        (_BORN, r"出生|年龄"),
        (_TITLE, r"职称"),
    )
)
_PEOPLE = re.compile(r"(?:成员|人员|骨干|专家)?姓名|人员|成员")
_OF_PEOPLE = re.compile(r"人员|成员|骨干|团队|分工|负责人")
# 流片部抽调一人, 由学校届时指派, 对方另派工程师; not 工人若干, 研究生2名
_NOBODY = re.compile(
    r"抽调|指派|另派|选派|委派|派出|届时|到时|另[定行]|[待未]定|待[聘招补]|暂缺|空缺|(?:正在|尚在|还在)?(?:物色|遴选|商调)"
)
_NAMED = re.compile(r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,8}|[A-Za-z][A-Za-z .]{2,30})")
_FEWEST_ROWS, _FEWEST_NAMED = 2, 1
_SHORTEST = 4  # characters of a cell that is no dash and no 保密
_NUMBER = re.compile(r"[\d〇一二三四五六七八九十]")
_NO_TITLE = re.compile(
    r"不便|暂不|正在|走程序|批下来|届时|(?:评审|评聘|申报|认定|公示)中|待[评聘定补]|后补|另报|补报|尚未"
)
_DATE = re.compile(r"(?:19|20)\d\d[年./-]\d{1,2}(?:月|[./-]\d{1,2})?日?")
_SUMS = re.compile(r"[合总小共]计|总额")


def open_row(asked: str, text: str) -> str:
    """What is open, in words for a letter; empty where nothing is. ``asked`` is the section's title and guidance."""
    for rows in tables_of(text):
        head, body = [squeeze(cell) for cell in rows[0]], rows[1:]
        if len(body) < _FEWEST_ROWS or any(_DATE.fullmatch(name) for name in head):
            continue  # 姓名 | 沈砚舟 | 出生年月 | 1983.09: labels and values side by side
        for at, name in enumerate(head):
            cells = [row[at].strip() for row in body if _SUMS.fullmatch(squeeze(row[0])) is None]
            said = _unnamed(name, cells, asked) or _unsaid(name, cells, asked)
            if said:
                return f"表中“{name}”一栏写“{said}”，没有写明内容"
    return ""


def _unsaid(name: str, cells: Sequence[str], asked: str) -> str:
    """The first cell that says nothing, in a column that is asked for and in which others say something or none does.

    同上 says what the cell above says; a dash may mean that nothing applies.
    """
    if not any(head.fullmatch(name) and of.search(asked) for head, of in _COLUMNS):
        return ""
    above, bare = False, list[str]()
    for cell in cells:
        above = above and not is_dash(cell) if as_above(cell) else is_bare(cell) or _no_answer(name, cell)
        if above:
            bare.append(cell)
    left = len(cells) - len(bare) - sum(wraps_up(cell) or is_dash(cell) for cell in cells)
    return bare[0] if bare and (left or len(bare) > 1) else ""


def _no_answer(name: str, cell: str) -> bool:
    """其人事档案不在本所 for a date of birth: no figure; 评审中 for a title."""
    said = squeeze(cell)
    if re.fullmatch(_BORN, name):
        return len(said) >= _SHORTEST and _NUMBER.search(said) is None
    return re.fullmatch(_TITLE, name) is not None and _NO_TITLE.search(said) is not None


def _unnamed(name: str, cells: Sequence[str], asked: str) -> str:
    """届时抽调一人 among names."""
    if _PEOPLE.fullmatch(name) is None or _OF_PEOPLE.search(asked) is None:
        return ""
    open_ = [cell for cell in cells if _NOBODY.search(cell) is not None]
    named = sum(_NAMED.fullmatch(cell) is not None and cell not in open_ for cell in cells)
    return open_[0] if open_ and named >= _FEWEST_NAMED else ""
