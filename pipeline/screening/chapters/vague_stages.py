"""A plan whose stages have times and nothing but names of work (前期准备、研究开发、总结验收), no goals."""

import re
from collections.abc import Iterator

from pipeline.screening.application.substance import squeeze
from pipeline.screening.chapters.excuses import excused

# 时间进度、阶段性任务、细化目标等; 分阶段的任务和考核指标
_ASKED = re.compile(
    r"细化(?:的)?(?:目标|指标|任务)|阶段(?:性|的)?(?:任务|目标|成果|指标|考核)|[各分]阶段[^。；\n]{0,10}(?:目标|指标|成果|标志)|里程碑|节点[^。；\n]{0,4}(?:目标|指标|成果|标志)|年度(?:目标|指标|任务)"
)
_YEAR = r"(?:20\d\d|二[〇○零]二[〇○零一二三四五六七八九])"
_MONTH = r"(?:\d{1,2}月?|[一二三四五六七八九十]{1,2}月)"
_QUARTER = r"第?[一二三四1-4](?:季度?|[、至—~-][一二三四1-4]季度)"
_POINT = rf"{_YEAR}\s?(?:年|[./-])?\s?(?:{_MONTH})?(?:[底末初中内]|[上下]半年|全年|{_QUARTER}|\d{{1,2}}日)?"
_TIME = re.compile(
    rf"(?:[自从在于至到]|{_POINT}(?:\s?(?:—+|–|－|-|~|～|至|到)\s?(?:{_POINT}|{_MONTH})(?:[底末初]|\d{{1,2}}日)?)?"
    r"|第[一二三四五六\d](?:个?年度?|阶段|步|期|季度|个?半年)|(?:前|中|后|初|首|次|末|当|翌|起步|攻关|收尾)[期年](?:阶段)?|[一二三四]期(?=[：:，])|最后(?:[一半]年|阶段)?|[一二三四]季度"
    r"|(?:[前后]|第)?[\d一二三四五六七八九十]{1,3}(?:\s?[—~～至到-]\s?第?[\d一二三四五六七八九十]{1,3})?个月|[（(]|[）)]|之?[前间]|起|止|开始|[：:，,、\s])+"
)
# 第一年…，第二年…: a stage in the midst of a sentence
_PARTS = re.compile(
    r"[。；;\n]|[，,](?=第[二三四五六2-6]|最后|其后|随后|[中后末次]期|[次末翌]年|[至到]?20\d\d|[二三四]期)"
)
_WORK = re.compile(
    r"前期|中期|后期|准备|筹备|启动|调研|摸底|需求|分析|论证|方案|总体|设计|研究|研发|研制|开发|攻关|技术|产品|项目|任务|课题|工作|系统|平台|建设|实施|试验|实验|测试|试点|试用|示范|应用|推广|验收|总结"
    r"|完善|优化|改进|提升|提高|迭代|集成|联调|调试|部署|运行|培训|结题|收尾|编制|编写|撰写|开展|进行|完成|做好|组织|推进|继续|持续|全面|深入|初步|基本|相关|各项|有关|核心|关键|重点|主要|阶段|性|资料|材料|报告"
    r"|落实|人员|资金|到位|成果|转化|产业化|市场|规模化?|全部|申请|评审|评估|整理|归档|内容|目标|按计划|有序|逐步|扎实|稳步|打基础|投入|使用|正式|最终|拟|将|拟|主要|为|和|与|并|及|以及|等|的|对|在|再|以|抓|搞|干|上|年|期|第|[一二三四五六]|[\W_]"
)
# 经费、人员 in the same section are no goals of a stage
_MONEY = re.compile(r"经费|资金|投入|万元|亿元|预算|自筹")
_BEGINS = re.compile(r"20\d\d|二[〇○零]二|第[一二三四五六\d]|[前中后首次末初]期|[首次末]年|最后|[\d一二三四][季个]")
_COUNTS = re.compile(r"[\d一二三四五六期年月]")
_HEAD = 14  # characters before the time of a stage: 本任务分两个年度实施，第一年
_FIGURE = re.compile(
    r"\d|[一二两三四五六七八九十百千万]{1,4}(?:余|多)?[个项种款名家台套件类条处倍成次篇座万千吨公]|[A-Za-z]{2}"
)
_DAY = re.compile(rf"{_YEAR}\s?[年./-]?\s?(?:\d{{1,2}}\s?[月./-]?)?(?:\d{{1,2}}日)?|\d{{1,2}}个?月")
_CLAUSE = re.compile(r"[，,]")
_LONGEST_TIME = 40  # characters
_FEWEST, _LONGEST, _OWN = 2, 60, 1  # stages, characters of one, and those that say something of its own
_QUOTED = 12


def vague_stages(asked: str, text: str) -> str:
    """In words for a letter; empty where no goals are asked for, or a stage has one."""
    if _ASKED.search(asked) is None:
        return ""
    stages, rest = stages_told(text)
    if len(stages) < _FEWEST or not all(map(_says_little, stages)):
        return ""
    beside = (part for part in rest if _MONEY.search(part) is None)
    if any(_FIGURE.search(_DAY.sub("", part)) for part in beside):
        return ""
    return f"各阶段只有“{stages[0][:_QUOTED]}”一类笼统的工作内容，没有细化的任务和目标"


def stages_told(text: str) -> tuple[list[str], list[str]]:
    """What is to be done in each part that begins with a time, and the parts that begin with none."""
    stages, rest = [], []
    for cells in _rows(text):
        head, told = _split(cells)
        if head and told:
            stages.append(told)
        elif not head:
            rest.append("，".join(cells))
    return stages, rest


def _rows(text: str) -> Iterator[list[str]]:
    """The cells of a table's row, or a part of a sentence by itself."""
    for line in text.split("\n"):
        if "\t" in line:
            cells = [squeeze(cell) for cell in line.split("\t") if cell.strip()]
            if cells:  # a row may be empty
                yield cells
        else:
            yield from ([said] for part in _PARTS.split(line) if (said := squeeze(part)))


def _split(cells: list[str]) -> tuple[str, str]:
    """The time at the head, and what is said behind it: the cells but for times and counts."""
    if len(cells) > 1:
        times = [cell for cell in cells if _is_time(cell)]
        told = [cell for cell in cells if cell not in times and not cell.isdigit()]
        return (times[0] if times else "", "，".join(told))
    said = cells[0]
    own = _BEGINS.search(said[:_HEAD])
    start = own.start() if own is not None else 0
    time = _TIME.match(said, start) if own is not None else None
    return (time.group(), said[time.end() :]) if time is not None else ("", said)


def _is_time(cell: str) -> bool:
    return len(cell) <= _LONGEST_TIME and _TIME.fullmatch(cell) is not None and _COUNTS.search(cell) is not None


def _says_little(told: str) -> bool:
    told = "，".join(part for part in _CLAUSE.split(told) if not excused(part))  # 节点视情况安排
    return len(told) <= _LONGEST and _FIGURE.search(told) is None and len(_WORK.sub("", told)) <= _OWN
