"""Which figures are targets: no circumstances, sizes of what is built, baselines, awards, scores, periods."""

import re

from extractors.targets.ahead import ahead
from extractors.targets.awards import is_award
from extractors.targets.cases import is_case
from extractors.targets.clause_words import named_by
from extractors.targets.in_names import WARM, is_in_name
from extractors.targets.noise import is_noise, is_scored
from extractors.values.quantities import Quantity

_COUNTED_ALSO = frozenset({"栋", "间", "份", "批"})
_NO_RESULT_UNITS = frozenset({"页", "份", "分", "批", "本", "级", "轮", "层", "届", "周", "间", "栋", "号"})
_SHARES = frozenset({"%", "个百分点", "百分点", "倍", "成"})
_MEASURING = re.compile(
    r"(?:能力|产能|产量|规模|总量|容量|面积|距离|里程|质量|重量|长度|高度|深度|宽度|厚度|直径|行程|臂展|速度|时长|温度|压力|功率|功耗"
    r"|负载|载荷|推力|扭矩|力矩|量程|流量|电压|频率|带宽|寿命|续航|误差|精度|时延)$"
)
_NEAR = 16  # characters before a figure that such a pattern may take
_DURATIONS = frozenset({"年", "月", "日", "天", "d", "个月", "个工作日", "工作日", "周", "个会计年度"})
# 近三年, 前两个季度, 每5天: a period that is looked at, not required.
_PERIOD = re.compile(r"[近前后每第上下个各次届多]$|过去$|未来$|连续$|今后$|历时$|历经$")
# 大部分建成超过20年: how old it is.
_IN_SERVICE = re.compile(r"(?:建成|投运|投用|服役|投入运行|建造|修建)(?:已|都|均)?$")
# 至少一天一充, 一年两次: in what time the number behind is; 1年6个月 is one length of time.
_TIMES_IN = re.compile(r"(?:\d{1,3}|[一二两三四五六七八九十]{1,2})(?![\d一二两三四五六七八九十个月周天日小])")
# 二级以上医院, 三级甲等
_GRADE = re.compile(r"[一二三四五]级(?:以上|及以上|以下|甲等|乙等)?(?=[\u4e00-\u9fff])")
_WHOSE_AGE = re.compile(r"的?(?:儿童|人群|患者|青少年|老年人?|学生|人员|婴幼儿|成年?人)")
_OPENS = re.compile(r"(?:^|[，,。；;：:、\n]|其中|中)\s*$")
_MEASURED_BEHIND = re.compile(
    r"[\u4e00-\u9fff]{0,14}?(?:比例|占比|比重|人数|数量|总数)[^，。；\n]{0,4}(?:[不≥≤＞＜>超达至]|[大小高低多少]于)"
)
# 影响因子10以上的不少于2篇, 100kW以上的机组至少3台: the first bound says which ones the second counts.
_OF_WHICH = re.compile(r"的[\u4e00-\u9fffA-Za-z]{0,12}?(?:不[少低小]于|至少|[≥>＞]|超过|达到?|[大多高]于)\s?\d")
# 在2℃~8℃条件下保存期不短于12个月: the range says under what the other bound holds.
_UNDER = re.compile(
    r"\s?的?[\u4e00-\u9fff]{0,4}(?:条件|环境|工况|温度|范围)[下内][^，。；\d]{2,16}(?:不[少低小短]于|不[大高]于|不超过|至少|[≥≤>＞<＜]|超过|[大多高小低短长]于)"
)
# 0—20厘米土层全盐量下降15%以上, 耕层（0—20厘米）土壤含盐量降幅30%: at what depth it is measured
_LAYER = re.compile(r"[）)]?\s?的?(?:土层|土壤|土体|耕层|耕作层|剖面|水层|水深|深处?)[^，。；\d]{2,16}\d")
# 经三名以上专家评审的采纳率不低于90%: who judges.
_JUDGED_BY = re.compile(r"[经由]$")
_JUDGED = re.compile(
    r"[^，。；\d]{2,16}的[^，。；\d]{1,16}?(?:不[少低小]于|不[超大高]|至少|[≥≤>＞<＜]|超过|达到?|[大多高小低]于)"
)
# 一台280吨压铸机, 3台500kW机组: the size of what is counted.
_RATINGS = frozenset({"千伏", "kV", "V", "伏"})
_COUNTED_BEHIND = re.compile(
    r"级?[\u4e00-\u9fff]{1,8}(?:[（(][^（）()]{1,16}[)）])?(?:不[少低]于|至少|达到?|[≥>]|超过)\s?\d[\d,.万]*\s?[条座台套个辆艘架家组]"
)
_NO_SIZES = frozenset({"小时", "分钟", "秒", "天", "日", "元", "h", "min", "s"})  # 单台3小时完成装配
_ONE_OF = re.compile(r"[\d一二两三四五六七八九十每单][台套座条架艘辆只]$")
# 总参数量为1.2万亿: the size of a model needs no unit.
_PARAMETERS = re.compile(r"参数(?:总?量|规模|总数|数量)(?:[为是]|达到?)?$")
# 对6类缺陷的识别率不低于90%: the count says to what the measure holds.
_TOWARDS = re.compile(r"(?:对|针对)$")
# 面向800V高压平台: what the work is for.
_FACING = re.compile(r"(?:面向|针对|围绕|基于|适用于|用于)$")
# 围绕园区162家企业，建设…: whom the work is for.
_AROUND = re.compile(r"(?:[^，。；：:]{0,8}[】:：])?(?:围绕|针对|依托)[\u4e00-\u9fff]{0,12}")
_BOUND_BEHIND = re.compile(
    r"[^，。；\d]{2,24}的[^，。；]{2,24}?(?:不[少低小]于|至少|[≥≤>＞<＜]|超过|达到?|[大多高小低]于)"
)
# 在一个配方中的应用验证: any one will do
_IN_ANY = re.compile(
    r"[^，。；：\d]{2,16}[中上内](?:的|进行|完成|开展|得到|实现)[^，。；]{0,6}(?:验证|试验|试用|评价|检验|测试)"
)
# the count before such a measure says of how many the bound is; 完成100件样品测试… asks for them
_OF_SO_MANY = re.compile(
    r"[\u4e00-\u9fff]{0,10}?(?:时间|时延|延迟|时长|用时|耗时|误差|精度|速度|效率|能耗|成本|率)(?:[不≥≤＞＜><]|[大小高低多少]于|控制在)"
)
_ASKED_FOR = re.compile(r"(?:完成|建成|建设|形成|开发|研制|实现|新增|覆盖|接入|支持|达到|提供|构建|测试|验证)$")
# 设计寿命25年: how long a product lasts, not how long the work may take.
_LASTING = re.compile(r"寿命|回收期|续航|保质期|货架期|半衰期|储存期|贮存期|存储期|待机")
# 验证样本2000份以上, 完成古籍页数不少于9万页
_SAMPLES = re.compile(
    r"(?:样本|样品|标本|种质|资源|病历|档案|问卷|古籍|文献|图书|卷宗|手稿|扫描|数字化)[^，。；]{0,4}$"
)
# 日处理能力不低于1200页: how much of it a day
_THROUGHPUT = re.compile(r"(?:能力|产能|产量|处理量|速[度率]|效率|通量|吞吐量?)(?:[：:]|达到?|为|应|须){0,3}\s?$")
# 交付周期由30天缩短为3天: how long the product takes; 项目实施周期 is the work's own.
_TURNAROUND = re.compile(
    r"(?:(?<![施目发关设行务究成同作])周期|住院日|日龄|龄期|无霜期|生育期|(?:核算|检测|响应|交付|处理|诊断|更新|部署|交货|生产|维修|换产|审批)(?:时间|耗时))[^，。；]{0,16}$"
    r"|用时[^，。；]{0,16}$|时长[^，。；]{0,16}$|耗时[^，。；]{0,16}$"
)
# 单层工期缩短至3天以内: what the product saves, never the work's own time.
_SHORTENED = re.compile(r"(?:缩短|压缩|减少|缩减|降低?|延长|提前)(?:至|到|为)$")
# 抗风等级不低于17级: a grade of the product, not 省级 or 三级医院.
_GRADED = re.compile(
    r"(?:等级|级别|评级|附着力|硬度|精度|成熟度|烈度|风力|海况|抗震|防护|牢度|阻燃|耐火|防火|能效|洁净度?|清洁度|TRL)[^，。；]{0,4}$"
)
# 测试视频（时长不超过8分钟）, 答辩时间不超过10分钟: how long what is shown may be.
_SHOWN = re.compile(
    r"(?:视频|录像|影片|短片|录屏)[，,（(]?[^，。；\n]{0,6}时长[^，。；\n]{0,4}$|(?:答辩|汇报|路演|陈述|讲解|宣讲)[^，。；\n]{0,8}$"
)
# 8分钟以内的演示视频: the same, with the film behind.
_SHOWN_BEHIND = re.compile(
    r"(?:的[\u4e00-\u9fff]{0,8}?|[\u4e00-\u9fff]{0,4}?)(?:视频|录像|影片|短片|录屏|答辩|汇报|路演)(?=[（(，,。；;、\n]|$)"
)
_CIRCUMSTANCE = re.compile(
    r"\s?(?:的?(?:条件|环境|工况|温度|载荷|压力|负载|距离|水深|深度|高度|浓度|频率|转速|流速|湿度|电压|电流密度|倍率)?下(?![降限调]|一)"
    r"|的[\u4e00-\u9fff]{0,6}(?:噪[声音]|背景|干扰|杂波)(?:环境)?下"  # 信噪比为0分贝的餐厅噪声下
    r"|时(?!延|长|间|效))"
    r"|[、，][^，。；、\n]{2,16}(?:条件|环境|工况)下"
)
# 4℃保存, 80℃老化: how it is kept or treated.
_KEPT = re.compile(
    r"\s?(?:恒温|避光|高温|低温)?(?:保存|贮存|储存|存放|老化|固化|退火|烧结|煅烧|水浴|热处理|灭菌|环境|条件)"
)
_SINCE, _HAN = re.compile(r"(?<![之以最前])[后隔]$"), re.compile(r"\s?(?!以?内)[\u4e00-\u9fff]")
_ONE_TO_ONE = re.compile(r"一[\u4e00-\u9fff]一[\u4e00-\u9fff]")  # 一批一码, 一企一策
# 二类及以上注册证1张: which ones are counted, behind a bound in characters.
_CLASS = re.compile(r"[\u4e00-\u9fff]{2,14}(?:不[少低]于|至少|达到?)?\s?\d")
_AFTER = re.compile(r"\s?后(?![期续])")
# 连续加注10车次后拔枪力≤150N: since how many, where what is measured stands behind
_SINCE_SO_MANY = re.compile(
    r"\s?后[\u4e00-\u9fff]{2,16}(?:[≤≥<>＜＞±]|不[低少高大小超]|[低大小高多少]于|优于|至少|控制在|为|达)[^，。；\n]{0,6}\d"
)
_NOTE, _LONGEST_NOTE = re.compile(r"[\dA-Za-z%℃²³)）][（(][^（）()。；\n]{2,60}[，,、]\s?$"), 64
_HOURS = frozenset({"小时", "h", "个小时", "分钟", "min", "天", "次"})
# What a measure word without a comparing word counts by the way: 分为3个阶段, 面向6个方向.
_ASIDE = re.compile(
    r"(?:(?:本次|共发布|以下|上述|下列|(?<![及级类项个种家次])以上|分为|分成)[^，。；]{0,8}\d+\D?.*|"
    r"(?:包括|包含|围绕|面向|设立|设置|聚焦)[^，。；]{0,8}\d+\D?(?:重点|主要|核心|关键|大)?"
    r"(?:方向|领域|专题|类别|方面|部分|阶段|环节|层次|批次|榜单|任务|维度|步骤))"
)


def _just_before(pattern: re.Pattern[str], stretch: str, quantity: Quantity) -> bool:
    """Does the pattern, which ends with ``$``, end where the figure begins? Only the words next to it are looked at."""
    return pattern.search(stretch, max(0, quantity.start - _NEAR), quantity.start) is not None


def is_attribute(stretch: str, quantity: Quantity) -> bool:
    """二级以上医院, 40周岁以下青年科研人员占比: a bound that only says which ones are counted or measured."""
    if quantity.han and quantity.unit in (None, "级") and _GRADE.match(stretch, quantity.start):
        return True
    if (
        quantity.unit in ("岁", "周岁")
        and quantity.value_max is not None
        and _WHOSE_AGE.match(stretch, quantity.outer_end)
    ):
        return True
    if quantity.han and quantity.compared and quantity.unit in ("类", "级", "档") and quantity.value < 10:
        return _CLASS.match(stretch, quantity.outer_end) is not None
    if quantity.unit in _DURATIONS and quantity.value == 1 and _TIMES_IN.match(stretch, quantity.outer_end):
        return True
    if is_in_name(stretch, quantity) or (quantity.value == 1 and _ONE_TO_ONE.match(stretch, quantity.start)):
        return True
    if _sizes(stretch, quantity) or _is_of_what_is_counted(stretch, quantity):
        return True
    if not quantity.compared and quantity.counts and _just_before(_TOWARDS, stretch, quantity):
        return _BOUND_BEHIND.match(stretch, quantity.outer_end) is not None
    under = (_UNDER, _LAYER) if quantity.value_max is not None else ()
    if any(one.match(stretch, quantity.outer_end) is not None for one in under):
        return True
    if quantity.compared and (_says_of_which(stretch, quantity) or is_case(stretch, quantity)):
        return True
    lead = quantity.outer_end > quantity.end and _just_before(_OPENS, stretch, quantity)
    return lead and _MEASURED_BEHIND.match(stretch, quantity.outer_end) is not None


def _sizes(stretch: str, quantity: Quantity) -> bool:
    """面向800V高压平台, 面向300米以下空域, 一台280吨压铸机: the size of what the work is for, or of what is counted."""
    behind = stretch[quantity.outer_end : quantity.outer_end + 1]
    facing = _just_before(_FACING, stretch, quantity)
    served = facing and not stretch[: quantity.outer_start].endswith("用于")  # 适用于800℃以上环境 asks for it
    if (quantity.compared and not served) or quantity.counts or not "\u4e00" <= behind <= "\u9fff":
        return False
    counted = quantity.unit is not None and quantity.change is None and quantity.unit not in _NO_SIZES
    counted = counted and _just_before(_ONE_OF, stretch, quantity)
    return counted or facing


def _is_of_what_is_counted(stretch: str, quantity: Quantity) -> bool:
    """示范应用10千伏线路不少于20条: the voltage says of which lines the number is asked."""
    measured = not quantity.compared and not quantity.counts and quantity.unit in _RATINGS and quantity.change is None
    return measured and _COUNTED_BEHIND.match(stretch, quantity.outer_end) is not None


def _says_of_which(stretch: str, quantity: Quantity) -> bool:
    """100kW以上的机组至少3台, 经三名以上专家评审的采纳率不低于90%: the bound behind is the one that is asked."""
    if quantity.counts and _just_before(_JUDGED_BY, stretch, quantity) and _JUDGED.match(stretch, quantity.outer_end):
        return True
    return _OF_WHICH.match(stretch, quantity.outer_end) is not None


def says_of_how_many(stretch: str, quantity: Quantity) -> bool:
    """单批次10万户核验时间不超过2小时: of how many the bound behind is; 在一个配方中的应用验证 asks for any one."""
    if quantity.han and quantity.value == 1 and quantity.counts and stretch[: quantity.outer_start].endswith("在"):
        return _IN_ANY.match(stretch, quantity.outer_end) is not None
    plain = not quantity.compared and quantity.counts and not _just_before(_ASKED_FOR, stretch, quantity)
    return plain and _OF_SO_MANY.match(stretch, quantity.outer_end) is not None


def names_size(stretch: str, quantity: Quantity) -> bool:
    """5万吨级示范线, 500kA系列电解槽, -680米中段: the size or the depth is part of what is built or where it stands."""
    behind = stretch[quantity.outer_end : quantity.outer_end + 2]
    graded = behind[:1] == "级" and behind not in ("级别", "级联")
    return not quantity.compared and quantity.unit is not None and (graded or behind in ("系列", "中段", "标高"))


def is_target(stretch: str, quantity: Quantity, clause: int, sentence: tuple[int, int], role: str) -> bool:
    """Whether a figure asks for something; ``clause`` is where its words begin, ``sentence`` the half-open offsets."""
    around = stretch[clause : quantity.end + 6]
    if not quantity.compared and (
        (quantity.han and not _is_spelled_out(stretch, quantity)) or quantity.unit is None or _ASIDE.search(around)
    ):
        return quantity.value >= 1e8 and (quantity.level or _just_before(_PARAMETERS, stretch, quantity))
    if not quantity.compared and _says_state(stretch, quantity, clause, role):
        return False
    before = stretch[clause : quantity.outer_start]
    if _just_before(_STEP, stretch, quantity):
        return False
    early = ahead(stretch, quantity) is not None
    lasting = (
        early or _LASTING.search(before) is not None or _SHORTENED.search(stretch[clause : quantity.start]) is not None
    )
    if (
        quantity.unit in _DURATIONS
        and not early
        and (
            (not quantity.compared and not lasting)
            or _just_before(_PERIOD, stretch, quantity)
            or _IN_SERVICE.search(before) is not None
        )
    ):
        return False
    if (
        quantity.unit in _DURATIONS
        and quantity.comparator == "<"
        and stretch[quantity.outer_end : quantity.outer_end + 1] == "的"
    ):
        return False  # 成立不足两年的，按…: a case, not a condition
    if role == "eligibility":
        quota = (quantity.counts and _QUOTA.search(before) is not None) or _PICTURE.search(before) is not None
        due = quantity.unit in _DURATIONS and (
            _WORKING.search(before)
            or _BARRED.match(stretch, quantity.outer_end)
            or _WITHIN.search(stretch, clause, quantity.outer_end)
        )
        return not (quota or due) and _is_condition(quantity, stretch[sentence[0] : sentence[1]])
    if not _is_counted(stretch, quantity, before):
        return False
    if quantity.unit in _HOURS and _is_shown(stretch, quantity):
        return False
    named = named_by(stretch, before, quantity.outer_start)
    lasting = lasting or (quantity.unit != "字" and _TURNAROUND.search(named) is not None)
    if quantity.unit in _DURATIONS | {"字"} and quantity.comparator in ("<=", "<", "=", "~") and not lasting:
        return False  # a period of work, a limit of length
    return not is_noise(stretch, quantity, clause, sentence)


def _is_shown(stretch: str, quantity: Quantity) -> bool:
    """How long what is shown may be: 视频时长不超过8分钟, 8分钟以内的演示视频."""
    before = _SHOWN.search(stretch, max(0, quantity.outer_start - _NEAR), quantity.outer_start)
    return before is not None or _SHOWN_BEHIND.match(stretch, quantity.outer_end) is not None


def _is_spelled_out(stretch: str, quantity: Quantity) -> bool:
    """收率提高三个百分点, 年处理能力三千吨: a change, or an amount in characters behind what measures it."""
    if quantity.change:
        return quantity.unit in _SHARES
    exact = quantity.value >= 10 or "点" in stretch[quantity.start : quantity.end]
    amount = quantity.unit is not None and not quantity.counts and exact
    return amount and _just_before(_MEASURING, stretch, quantity)


# 成功率每提高0.5个百分点加2分: a step of a score.
_STEP = re.compile(r"每(?:提高|增加|降低|高出|减少|超过|超出|缩短|提升|增长)$")
_WITHIN = re.compile(r"(?:在|于|日起|[之以]?后)\s?\d{1,3}个?[年月日天工作]{1,3}内$")  # 应在6个月内签订: a deadline
# 实施期不超过一年: time for the work; 三年内不得参与: a penalty.
_WORKING = re.compile(r"(?:实施|执行|攻关|研发)(?:周)?期[^，。；]{0,6}$")
_BARRED = re.compile(r"\s?(?:不得|不予|不能|不再|取消)")
_PICTURE = re.compile(r"附图|照片|图片|像素|配图|视频|录像|路演|答辩")  # 附图不少于3张: how a text is to look
# 每个县区不超过5个项目, 同一学校推荐人数不超过2名: how many a recommending body may send in.
_QUOTA = re.compile(
    r"每[个所]?(?:县|区|市|州|镇|乡|街道|园区|学院|高校|学校|推荐)[^，。；]{0,12}$|推荐(?:人数|名额|总?数量?)[^，。；]{0,6}$"
)
_SHARED_OUT = re.compile(r"名额[中内里]")  # 推荐名额中，校级领导不得超过20%: who may have how much of them


def _is_condition(quantity: Quantity, sentence: str) -> bool:
    """A figure that says who may apply; no limit of length under 申报要求, no prize, no share of a quota."""
    if quantity.unit in ("字", "页") or (quantity.unit == "元" and is_award(sentence)):
        return False
    if _SHARED_OUT.search(sentence):
        return False
    return quantity.compared or quantity.change is not None


def _is_counted(stretch: str, quantity: Quantity, before: str) -> bool:
    """Whether a result is counted in this unit: pages and batches are not, 示范建筑不少于2000栋 is."""
    if quantity.unit in _COUNTED_ALSO and quantity.compared:
        return True
    graded = quantity.unit == "级" and (_GRADED.search(before) is not None or _is_measured_grade(quantity, stretch))
    sampled = quantity.unit in ("份", "页") and _SAMPLES.search(before) is not None
    scored = quantity.unit == "分" and quantity.compared and is_scored(before)
    lasting = quantity.unit == "周" and quantity.compared  # 连续工作至少10周
    made = quantity.compared and _THROUGHPUT.search(before) is not None
    return graded or sampled or scored or lasting or made or quantity.unit not in _NO_RESULT_UNITS


def _is_measured_grade(quantity: Quantity, stretch: str) -> bool:
    """染色均匀度达4.5级以上: digits with a bound and no noun behind; 2级以上医院 is whose."""
    behind = stretch[quantity.outer_end : quantity.outer_end + 1]
    return quantity.compared and not quantity.han and not "\u4e00" <= behind <= "\u9fff"


def _says_state(stretch: str, quantity: Quantity, clause: int, role: str) -> bool:
    """4K视频, 壁厚仅2.2mm, and under what a figure holds: what is, not what is asked."""
    if quantity.unit == "K" or re.search(r"仅|只有$", stretch[max(0, quantity.start - 2) : quantity.start]):
        return True
    if quantity.counts and _AROUND.fullmatch(stretch, clause, quantity.start):
        return True
    if stretch[quantity.start - 1 : quantity.start] in tuple("×xX*"):
        return True  # 不小于400mm×500mm: the second side of a size
    bracketed = clause > 0 and (stretch[clause - 1] in "（(" or _is_noted(stretch, clause)) and quantity.change is None
    return role == "result" and (bracketed or is_circumstance(stretch, quantity))


def _is_noted(stretch: str, at: int) -> bool:
    """45L/(m²·h)（测试压力5.5MPa，进水浓度32000mg/L）: further on in a bracket right behind a figure."""
    noted = _NOTE.search(stretch, max(0, at - _LONGEST_NOTE), at)
    return noted is not None


def is_circumstance(stretch: str, quantity: Quantity) -> bool:
    """60℃下, 5000次后: under what a figure holds, not what is asked."""
    behind = _CIRCUMSTANCE.match(stretch, quantity.outer_end) is not None
    behind = behind or (quantity.unit in WARM and _KEPT.match(stretch, quantity.outer_end) is not None)
    labelled = stretch[: quantity.outer_start].rstrip().endswith(("：", ":"))  # 中性盐雾：12000 h后不起泡
    since = not quantity.compared and quantity.unit in _HOURS and _just_before(_SINCE, stretch, quantity)
    behind = behind or (since and _HAN.match(stretch, quantity.outer_end) is not None)  # 采后48小时检查
    after = quantity.unit in _HOURS and not labelled and _AFTER.match(stretch, quantity.outer_end) is not None
    counted = quantity.counts and _SINCE_SO_MANY.match(stretch, quantity.outer_end) is not None
    return behind or after or counted
