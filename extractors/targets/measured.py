"""What a figure of a text measures: the words before it, the noun that it counts, the clause it goes on with."""

import re

from extractors.targets.ahead import ahead
from extractors.targets.clause_words import ClauseMarks
from extractors.targets.metrics import is_counted, metric_before, noun_behind
from extractors.text.marks import ITEM_NUMBER
from extractors.values.quantities import Quantity
from extractors.values.units import canonical

# Measure words that are what they count: 三轴可编程机械臂, 64通道采集.
_NAMING_UNITS = frozenset({"轴", "通道", "自由度", "节点", "语种", "像素"})
# 支持零件数≥10万个的装配体加载: the words before already name what is counted.
_MEASURED = re.compile(r"(?:数量?|总量|总数|规模|个数|能力|产能|产量|通量|吞吐量?|处理量|床位数?|座位数?)$")
_DATED = re.compile(r"[申请报当年度上月日至截止时间的前后到为满\d ]*")  # 申请当年1月1日未满50周岁
# 提供不少于60平方米的固定场所: what is measured stands behind.
_PROVIDES = re.compile(
    r"(?:提供|具有|具备|拥有|建有|设有|配备|配有|有|建立|划定|落实)$|.[和及与并]$"
)  # 放大和不少于三个月的连续运行
# 不少于三个月的现场连续运行: all of it says what lasts so long
_LASTS = re.compile(r"的(?P<what>[\u4e00-\u9fff]{2,16})(?=[，,。；;、\n（(]|$)")
# 具备本行业5年以上工作经历
_SPENT = re.compile(r"的?(?P<what>[\u4e00-\u9fff]{0,10}?(?:经历|经验|资历|工龄))")
_TIME = frozenset({"年", "个月", "月", "周", "天", "d", "日", "小时"})
# 一个天窗点完成不少于8km区间: what is done stands behind the figure.
_DOING = re.compile(r"(?:完成|建成|建设|新建|改造|铺设|敷设|覆盖|新增)$")
# 承受1.5倍额定载荷, 满足3倍过载: of what it is the multiple.
_BEARS = re.compile(r"(?:满足|承受|耐受|经受|适应|支持|具备)$")
_BOUND_BY = frozenset({"签订", "签署", "订立", "缴纳"})  # 签订3年以上劳动合同
# 年产10万平方米膜产能: what is made stands behind.
_OUTPUT = frozenset({"年产", "日产", "月产", "新增年产"})
# What ends the words behind a figure that still belong to it (建成年产200吨生产线), where they are short.
_TAIL = re.compile(
    r"(?![且并和与及、])(?:[A-Za-z]{1,4}\d?)?[^，,。；;：:、\n\t！？（）()\d一二三四五六七八九十百千万亿]{0,16}(?=[，,。；;\n\t！？]|$)"
)
# 服务中小企业不少于50家次的平台: how often something is done, and who does it behind
_TIMES_OF = re.compile(r"[家户人车架批场]次")
_DEED = 5  # characters that tell what is done and to whom
# 规模不低于10MW/20MWh: the second figure of a pair that one bound holds for
_PAIR = re.compile(r"\s?[/／]\s?\d[\d.,]{0,9}\s?[A-Za-zμΩ%]{1,5}(?![A-Za-z\d])")
# 至少2名专家与申请人具有相同研究领域, 有1门课程曾入选县（市）级课程: what is said of the counted
_SAID_OF = re.compile(
    r"(?:与[^，,。；;：:、\n（()）\d]{1,10}(?:具有|有着?|属于|处于|从事)|曾(?:入选|获|被|在))[^，,。；;：:\n\d]{2,24}"
    r"(?=[，,。；;\n]|$)"
)
# 科技进步二等奖两项以上的主要完成者: who is meant stands behind, and what is counted before
_OF_WHOM = re.compile(
    r"的[^，。；、\n\d]{0,8}?(?:者|完成人|申请人|申报人|负责人|企业|单位|团队|个人)(?=[，,。；;、或\n]|$)"
)
_HAS = re.compile(r"(?:有|具备|配备|过|备)$")
_NUMBERED = re.compile(rf"^\s*{ITEM_NUMBER}")
# 废品率由3%降到1.8%，降幅40%: the change of what the clause before speaks of.
_CHANGES = frozenset(
    {"降幅", "增幅", "升幅", "涨幅", *(f"{verb}幅度" for verb in ("提升", "提高", "增长", "降低", "下降"))}
)
# 预警提前时间，示范期内由12分钟提高到35分钟: when, of what the clause before speaks of
_WHEN = re.compile(r"(?:示范|项目|执行|实施|运行|试运行|完成|验收|结题|达产|投产|建成)期?(?:内|末|间|期间|后|时)")
_ELECTRICITY = re.compile(r"电量|电耗|能耗|[用发供节耗省]电$")
# 从船舶系泊完毕到接插完成，不超过480秒: how long what the clause before tells takes
_COURSE = re.compile(r"[从自由][^，,。；;\d]{2,24}[到至][^，,。；;\d]{2,24}")
_CLOCK = frozenset({"毫秒", "ms", "秒", "s", "分钟", "分", "min", "小时", "h", "个小时", "天"})
# 公布后6小时之内完成推送: since when, and what is done in that time
_SINCE = re.compile(r"[\u4e00-\u9fff]{2,12}后")
_DONE = re.compile(r"(?:完成|实现|做出|给出|发出)(?P<what>[\u4e00-\u9fff]{2,12})(?=[，,。；;、\n]|$)")
# 形成一批标定方法，共12种
_IN_ALL = re.compile(r"(?:总共|共计?|合计|总计)(?=\s?\d|不|至少|约|达|[≥>])")
_PERSONS = frozenset({"人", "名", "位"})
_SOME = re.compile(r"^(?:[\u4e00-\u9fff]{0,2}出)?一?(?:批|系列|组|套|类)")
_ON_SCALE, _UNITS = re.compile(r"pH值?|酸碱度|指数|评分|提[升高]|[降升]低?"), re.compile(r"个?单位")
_JOINERS = frozenset({"且", "并", "但", "并且", "而且", "同时", "或"})


def canonical_of(quantity: Quantity, metric: str) -> tuple[float, str | None]:
    """Value and unit in the canonical unit; 工作温度20度 is ℃, 年供电量300万度 Wh, any other 度 an angle."""
    if quantity.unit != "度":
        return quantity.canonical
    if "温" in metric:
        return canonical(quantity.value, "℃")
    return canonical(quantity.value, "千瓦时") if _ELECTRICITY.search(metric) else quantity.canonical


def metric_of(stretch: str, quantity: Quantity, clause: int, marks: ClauseMarks) -> tuple[str, int]:
    """The metric and where the evidence ends: behind the comparing word, or behind the counted noun."""
    told = _done_since(stretch, quantity, clause) or _ahead(stretch, quantity, clause)
    metric, end = told or _named(stretch, quantity, clause, marks)
    pair = _PAIR.match(stretch, end) if quantity.compared and not quantity.counts else None
    end = pair.end() if pair is not None else end
    tail = _TAIL.match(stretch, end) or (_SAID_OF.match(stretch, end) if quantity.counts else None)
    return metric, tail.end() if tail else end


def _done_since(stretch: str, quantity: Quantity, clause: int) -> tuple[str, int] | None:
    """公布后6小时之内完成推送: what is done in the time."""
    done = _DONE.match(stretch, quantity.outer_end) if quantity.unit in _CLOCK else None
    since = metric_before(stretch[clause : quantity.outer_start]) if done is not None else ""
    return (since + done["what"], done.end()) if done is not None and _SINCE.fullmatch(since) else None


def _ahead(stretch: str, quantity: Quantity, clause: int) -> tuple[str, int] | None:
    """严重故障至少提前4天报出: 严重故障报出提前量."""
    what = ahead(stretch, quantity) if quantity.compared else None
    if what is None:
        return None
    before = metric_before(re.sub(r"提前$", "", stretch[clause : quantity.outer_start]))
    return f"{before}{what['of'] or ''}{what['what']}提前量", what.end()


def _named(stretch: str, quantity: Quantity, clause: int, marks: ClauseMarks) -> tuple[str, int]:
    own = metric_before(stretch[clause : quantity.outer_start] + (quantity.change or ""))
    before = _course(stretch, quantity, clause, marks) if not own else ""
    before = before or _whole(stretch, clause, own, marks)
    provides = _provides(stretch, quantity, before)
    counts = quantity.counts or quantity.level or before in (_OUTPUT | _BOUND_BY) or provides
    noun, noun_end = noun_behind(stretch, quantity.outer_end, len(stretch)) if counts else ("", quantity.outer_end)
    if quantity.unit in ("参数", "个参数"):
        return _of_parameters(before, noun, quantity.outer_end, noun_end)
    if quantity.unit is not None and quantity.unit.removeprefix("个") in _NAMING_UNITS and noun:
        return quantity.unit.removeprefix("个") + noun, noun_end
    if quantity.level and quantity.unit is None and noun:
        return noun, noun_end
    if told := _of_years(stretch, quantity, before) or _counted_before(stretch, quantity, own):
        return told
    if provides and len(noun) >= 2:
        lasts = _LASTS.match(stretch, quantity.outer_end) if quantity.unit in _TIME else None
        return (lasts["what"], lasts.end()) if lasts is not None else (noun, noun_end)
    if before in (_OUTPUT | _BOUND_BY) and noun:
        return before + noun, noun_end
    of_noun = quantity.compared or stretch[quantity.outer_end : quantity.outer_end + 1] == "的"
    if of_noun and len(noun) >= 2 and _MEASURED.fullmatch(before):  # 规模不少于50万张的图像数据集
        return noun + before, noun_end
    if is_counted(quantity, noun) and not (of_noun and _MEASURED.search(before)):
        return noun, noun_end
    if quantity.counts and quantity.unit not in ("个", "项", "种", "家", "台", "套", None) and not before:
        before = _said_before(stretch, quantity, clause, marks)
        return before or _in_all(stretch, quantity, clause, marks) or quantity.unit or "", quantity.outer_end
    return before or _in_all(stretch, quantity, clause, marks), quantity.outer_end


def _counted_before(stretch: str, quantity: Quantity, own: str) -> tuple[str, int] | None:
    """省级一等奖1次以上获得者, 专利5项以上的企业: the words behind say who is meant."""
    won = own.endswith("奖") and quantity.unit in ("次", "项", "个")
    whom = quantity.unit not in _PERSONS and len(own) > 1 and _HAS.search(own) is None
    before = won or (whom and _OF_WHOM.match(stretch, quantity.outer_end) is not None)
    return (own, quantity.outer_end) if quantity.counts and before else None


def _of_parameters(before: str, noun: str, end: int, noun_end: int) -> tuple[str, int]:
    """千亿参数规模, 模型参数达到…: the size of a model."""
    if noun and "参数" not in before:
        return noun if noun.startswith("参数") else "参数" + noun, noun_end
    return (before + "参数") if "参数" not in before else before, end


def _provides(stretch: str, quantity: Quantity, before: str) -> bool:
    """What is provided, borne or done stands behind the figure."""
    given = _PROVIDES.search(before) is not None and stretch.startswith("的", quantity.outer_end)
    borne = quantity.unit == "倍" and quantity.change is None and _BEARS.search(before) is not None
    return given or borne or (_DOING.search(before) is not None and quantity.compared and not quantity.counts)


def _of_years(stretch: str, quantity: Quantity, before: str) -> tuple[str, int] | None:
    """5年以上工作经历: what took the years; 不超过60周岁: an age; 50家次的平台: how often it is done.

    pH值提高0.5个单位以上: on a scale, and no organisations.
    """
    scale = _UNITS.match(stretch, quantity.end) if _ON_SCALE.search(before) else None
    if scale is not None:
        return before, max(scale.end(), quantity.outer_end)
    deed = _TIMES_OF.fullmatch(quantity.unit or "") is not None and len(before) >= _DEED
    if deed and stretch.startswith("的", quantity.outer_end):
        return before, quantity.outer_end
    if quantity.unit == "年" and (spent := _SPENT.match(stretch, quantity.outer_end)):
        return spent["what"], spent.end()
    if quantity.unit in ("周岁", "岁") and "龄" not in before:
        return ("年龄" if _DATED.fullmatch(before) else f"{before}年龄"), quantity.outer_end
    return None


def _whole(stretch: str, clause: int, before: str, marks: ClauseMarks) -> str:
    """The words before a figure, with what the clause before speaks of where they cannot stand alone."""
    if _WHEN.fullmatch(before):
        return _carried(stretch, clause, marks) or before
    if before in _JOINERS or (not before and stretch[clause : clause + 1] == "达"):
        return _carried(stretch, clause, marks)
    return _carried(stretch, clause, marks) + before if before in _CHANGES else before


def _course(stretch: str, quantity: Quantity, clause: int, marks: ClauseMarks) -> str:
    """从…到…，不超过480秒: the course that the clause before tells, as a time; empty for other clauses."""
    if quantity.unit not in _CLOCK or not quantity.compared:
        return ""
    end = max(clause - 1, 0)
    course = _COURSE.fullmatch(_NUMBERED.sub("", stretch[marks.clause_start(end) : end]).strip())
    return f"{course.group()}时间" if course is not None else ""


def _said_before(stretch: str, quantity: Quantity, clause: int, marks: ClauseMarks) -> str:
    """每组人数以2～4人为宜，不可超过4人: what the clause before counted in the same unit."""
    end = max(clause - 1, 0)
    words = stretch[marks.clause_start(end) : end]
    return _carried(stretch, clause, marks) if re.search(rf"\d\s?{re.escape(quantity.unit or '')}", words) else ""


def _in_all(stretch: str, quantity: Quantity, clause: int, marks: ClauseMarks) -> str:
    """形成一批标定方法，共12种: what the clause before has without a number."""
    end = max(clause - 1, 0)
    plain = re.search(r"\d", stretch[marks.clause_start(end) : end]) is None
    if not (plain and quantity.counts and quantity.unit not in _PERSONS and _IN_ALL.match(stretch, clause)):
        return ""
    return _SOME.sub("", _carried(stretch, clause, marks))


def _carried(stretch: str, clause: int, marks: ClauseMarks) -> str:
    """企业成立于2021年之后，且不超过5年: what the clause before speaks of."""
    end = max(clause - 1, 0)
    words = _NUMBERED.sub("", stretch[marks.clause_start(end) : end])
    return metric_before(re.split(r"较|提[升高]|[在为是于达至\d≥≤]|以(?=\d)|不[低少超高大小]", words)[0])
