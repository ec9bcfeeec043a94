"""A plan that tells of each stage who does what, and of none what comes out of it (阶段成果 asked, 责任部门 told)."""

import re
from collections.abc import Sequence

from pipeline.screening.application.substance import squeeze
from pipeline.screening.chapters.open_parts import tables_of
from pipeline.screening.chapters.vague_stages import stages_told

# 节点与成果, 工作内容和阶段成果, 各阶段的交付物, 节点目标
_ASKED = re.compile(
    r"(?:节点|阶段|里程碑|年度|季度|各段|每段|分段)(?:性|的|与|和|及|、|目标|工作|任务|内容|要求|预期|主要|应|提交|形成|取得|达到|标志|可考核)*(?:成果|产出|交付物?|成效|完成标志|考核点)"
    r"|(?:工作|任务|研究)(?:内容|任务)?[、和与及]{1,2}(?:阶段性?|节点|预期|主要|应取得的?|形成的?)?(?:成果|产出|交付物?)"
)
_PLAN = re.compile(r"进度|节点|阶段|计划|里程碑|安排|时间")
# Heads of the columns: times, work, and those that name what comes out.
_OF_TIME = re.compile(r"[^，。；]{0,6}(?:时间|时段|起止|日期|阶段|期限|年月|月份|节点|季度|周期)(?:安排)?|序号")
_OF_RESULTS = re.compile(
    r"成果|产出|交付|目标|标志|考核|指标|里程碑|形成|输出|完成(?:情况|形式)|验收|结果|成效|达到|文件|资料"
)
# 完成样机2台, 形成报告, 达到9牛, 取得证书: what comes out, in the words of the work
_COMES_OUT = re.compile(
    r"完成|形成|建成|达到|达成|提交|交付|通过(?!.{0,8}(?:方式|手段|方法|研究|对比))|取得|获得|获批|出具|产出|得到|实现|竣工|投[产运用]|上线|定型|定稿|封样|申请[^，。；]{0,6}专利|授权|不[低高少大小]于|以上|以下|以内|[≥≤＞＜><±]"
    r"|报告|证书|样机|样品|样件|清单|图纸|方案(?!设计|论证)|软件V|标准|手册|论文|专利|原型|首[台批套件]|\d+(?:\.\d+)?\s?(?:[台套件项份篇个座条批支组种吨米]|%|％|MW|kW|公里|小时)"
)
_SAID = re.compile(
    r"(?:阶段|节点|主要|标志性?|预期)?(?:性)?(?:成果|交付物|产出|目标)(?:为|是|有|包括|如下|[：:])|里程碑|验收时(?:提交|交付)"
)
_FIGURE, _QUOTED = re.compile(r"\d|[一二两三四五六七八九十]{1,3}[个项种台套件份次批条]"), 16
_FEWEST, _SHARE = 3, 0.25  # stages, and how many of them may name what comes out


def without_results(asked: str, text: str) -> str:
    """In words for a letter; empty where no results are asked for, or stages name them, or no table shows it."""
    if _ASKED.search(asked) is None or _PLAN.search(asked) is None:
        return ""
    if _SAID.search("\n".join(line for line in text.split("\n") if "\t" not in line)) is not None:
        return ""
    if "\t" not in text:
        return _in_prose(text)
    plans = [rows for rows in tables_of(text) if _is_plan(rows)]
    if len(plans) != 1 or any(map(_OF_RESULTS.search, map(squeeze, plans[0][0]))):
        return ""
    heads, body = [squeeze(cell) for cell in plans[0][0]], plans[0][1:]
    told = ["，".join(squeeze(c) for h, c in zip(heads, row, strict=True) if not _OF_TIME.fullmatch(h)) for row in body]
    if sum(_COMES_OUT.search(one) is not None for one in told) > _SHARE * len(told):
        return ""
    return f"表中只有“{'”“'.join(heads)}”各栏，没有写明各阶段的成果"


def _in_prose(text: str) -> str:
    """2027年上半年由工程部安装设备，质量部配合。: in all of its stages no figure either."""
    stages, rest = stages_told(text)
    bare = not any(_COMES_OUT.search(said) or _FIGURE.search(said) for said in (*stages, *rest))
    return f"各阶段只写工作（“{stages[0][:_QUOTED]}”），没有写明成果" if bare and len(stages) >= _FEWEST else ""


def _is_plan(rows: Sequence[Sequence[str]]) -> bool:
    """Heads with a column of times, over as many stages as make a plan."""
    heads = [squeeze(cell) for cell in rows[0]]
    timed = any(_OF_TIME.fullmatch(head) and head != "序号" for head in heads)
    return timed and len(rows) > _FEWEST and not any(re.search(r"\d", head) for head in heads)
