"""Which claim speaks of the metric that the notice requires."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.screening.case import Case, last_year
from pipeline.screening.claims.compare import canonical_pair
from pipeline.screening.claims.kindred import as_asked
from pipeline.screening.claims.patents import asks_for_granted, grants, is_no_grant
from pipeline.screening.wordings import Wordings, wordings
from schemas.facts import Target

_LONGEST_NAME = 60
_MARKS = re.compile(r"[\W_]+")
# Words that stand in many metrics and tell none apart.
_COMMON = re.compile(
    r"(?:交付|试制|研制)(?=[\u4e00-\u9fff]{2})(?!率|时间|周期|期限)|总量|数据总量|规模总量|总规模|规模|数量|总数|能力|达到|实现|支持|形成|建设|开发|构建|提出|制定|编制|(?:调用|纳管|覆盖)(?!率|面积|人数|人口|次数|距离|半径|时间|范围)|不少于|各|以上|其中|累计|共|的|与|和|或|及(?!时|格)"
)
# 药耗下降幅度 is 药耗降低
_FALL, _RISE = (
    re.compile(r"(?:下降|降低|减少|缩减|削减)(?:幅度|率)?|降幅"),
    re.compile(r"(?:提升|提高|增长|增加)(?:幅度)?|增幅"),
)
_SINCE = re.compile(
    r"[较比][\u4e00-\u9fff]{1,8}?(?:前|人工|传统|现状|现有)[\u4e00-\u9fff]{0,3}?(?=提高|降低)"
)  # 较改造前
# 每吨布耗水量, 吨钢耗电量 are 单位产品耗水量
_OF_PRODUCT = re.compile(
    r"(?:每|单)?(?:吨|件|台|米)[\u4e00-\u9fff]{0,2}(?:产品)?的?(?=耗水量|耗电量|综合能耗|能耗|碳排放|排放)"
)
_IN_BRACKETS = re.compile(r"[（(][^（()）]{1,40}[)）]")
_CODE = re.compile(r"[A-Z]\d{1,2}\s?(?=[\u4e00-\u9fff])")  # K3 其中：…: the row's number
_ALIAS = re.compile(r"[（(](?P<name>[\u4e00-\u9fff]{2,8}(?:[A-Za-z]{2,4}值?)?)[)）]$")
# 任务 of 任务覆盖: a name of which nothing else is left speaks of any kind of it.
_GENERIC, _OF_ANY = ({"任务"}, {"系统"}, {"产品"}, {"模型"}, {"工具"}, {"数据"}, {"方法"}, {"场景"}), 0.45
_LEAST_NAME = 4
BY_ALIAS = 0.8  # how much of its likeness a name in brackets keeps: 充电时间（续航） is no 续航时间
# Measures of one thing that are asked for side by side: each line is one measure under its names.
_SISTERS = tuple(
    re.compile(line)
    for line in (
        "灵敏度|敏感[度性]",
        "特异[度性]",
        "召回率|查全率",
        "精确率|查准率",
        "漏[检报诊判]率",
        "(?:误[检报诊判]|虚警)率",
        "可用[率度](?!.*完好)",
        "完好率",
        "完整[率性]",
        "浊度",
        "色度",
        "伸长率|延伸率",
        "强力|强度",
        "温差",
        "爆破压力",
    )
)
_OPPOSITES = [
    set(pair)
    for pair in re.findall("..", "漏重上下大小高低正反横纵入出静动内外左右前后冷热干湿男女收发充放升降进出长宽深宽")
]
_MEASURED = re.compile(
    r"水深|浪高|距离|间距|间隔|长度|宽度|高度|厚度|余量|温度|压力|速度|频率|时间|时长|功率|电压|电流|置信|容量|重量|直径|湿度|载荷|负载|流量|深度|风速|浓度|海拔|跨度|半径"
)
# 湿插拔次数 and 干式插拔次数: opposites that are more than one character, or stand at another place
_OPPOSED = [
    (re.compile("湿"), re.compile("干式|干插|干态")),
    (re.compile("小型|微型"), re.compile("大型")),
    (re.compile("在线"), re.compile("离线")),
    (re.compile("闭环"), re.compile("开环")),
    (re.compile("动态"), re.compile("静态")),
    (re.compile("室外|户外|野外"), re.compile("室内")),
    (re.compile("待机"), re.compile("工作|运行|续航|值守")),
    (re.compile("化学清洗"), re.compile("物理|反洗|水洗|冲洗")),
    (re.compile("挖深|高程|垂直|竖向"), re.compile("平面|水平")),
    (re.compile("推理|计算时|处理时"), re.compile("传输|通信|上传")),
    (re.compile("整[机车船](?![与和及、])"), re.compile("主[机控]?板|单板|模块|(?<!零)部件|组件|机芯|单体|模组")),
    (re.compile("满载|运行噪|工作噪|作业噪"), re.compile("背景|环境噪|本底")),
    (re.compile("台时|[小每]时产"), re.compile("[日月年班]产|[日月年]均产|[日月年]处理")),
    (re.compile("灵敏度|敏感[度性]|特异[度性]"), re.compile("准确率|正确率|符合率")),
    (re.compile("SOC偏差|荷电状态偏差"), re.compile("电压|电流|内阻|估[计算]|容量差")),
    (re.compile("度电成本"), re.compile("造价|投资|单价")),
    (re.compile("循环效率"), re.compile("变流|逆变|充电效率|放电效率|直流侧")),
]
TOUCHES = 0.2  # the metrics have something in common, so that the notice's whole sentence may speak too
_PARAMETERS = "参数"
_PEOPLE = frozenset({"人", "名", "位"})
SAME_THING, NAMED_SIZE = 0.6, 0.8  # how surely two sizes of a model are one metric, and where the metric is its size
# FP16, INT8 and what measures are called: AI, SiC and CPU name things that have many.
_SYMBOL = re.compile(
    r"(?<![A-Za-z])(?:(?:FP|INT|BF|TF)\d{1,2}|mAP|MTBF|MTTR|PUE|WUE|IoU|BLEU|WER|CER|AUC|PSNR|SSIM|SNR|QPS|TPS|RMSE|MAE|MAPE)"
    r"(?![A-Za-z\d])",
    re.IGNORECASE,
)
SAME_SYMBOL = 0.6  # how surely it is one metric
GRANTED = 0.8  # how surely 其中获得授权6件 behind patents counts them
# K2 | 任务覆盖 | 33个, and in the row 达到验收线的视觉基础任务: another cell of the row ends with the whole name.
BY_ROW = 0.6
_SIZE = re.compile(r"参数(?:量|规模|总量|总数)$")
COUNT_UNITS = "个项种款类家台套件例条次人名位只批篇部门户辆座间所颗张枚根支把瓶盒株棵"


def bigrams(text: str) -> frozenset[str]:
    """Pairs of neighbouring characters, marks and the common words left out; a lone character is itself.

    Words of one meaning (时延, 延迟) are one.
    """
    return (_of_name if len(text) <= _LONGEST_NAME else _bigrams)(text, wordings())


@lru_cache(maxsize=4096)
def _of_name(text: str, words: Wordings) -> frozenset[str]:
    """Names are asked about again and again, texts once."""
    return _bigrams(text, words)


def _bigrams(text: str, words: Wordings) -> frozenset[str]:
    text = words.metric_words.sub(lambda word: words.metric_same[word.group()], text)
    text = _OF_PRODUCT.sub("单位产品", text)
    text = _SINCE.sub("", _RISE.sub("提高", _FALL.sub("降低", text)))
    letters = _COMMON.sub("", _MARKS.sub("", text).lower()) or _MARKS.sub("", text).lower()
    pairs = map(str.__add__, letters, letters[1:]) if len(letters) > 1 else (letters,) if letters else ()
    return frozenset(pairs)


def head_of_name(metric: str) -> str:
    """糖化得率 of 玉米秸秆的糖化得率（以总糖计）: what is measured, behind what it is of; empty where that is short."""
    name = _IN_BRACKETS.sub("", metric)
    head = name.rpartition("的")[2]
    return head if head != name and len(head) >= _LEAST_NAME else ""


def in_any_words(metric: str) -> str:
    """A pattern of the name in which a word of several spellings (语种, 语言) may be any of them."""
    same = wordings().metric_same
    words = "|".join(sorted({*same, *same.values()}, key=len, reverse=True))
    return "".join(
        _spellings(same.get(piece, piece)) if at % 2 else re.escape(piece)
        for at, piece in enumerate(re.split(f"({words})", metric))
    )


def _spellings(one: str) -> str:
    """A pattern of the word and of all that are read as it."""
    spellings = (one, *(word for word, read_as in wordings().metric_same.items() if read_as == one))
    return f"(?:{'|'.join(map(re.escape, spellings))})"


def contained(required: str, claimed: str) -> float:
    """How far two metrics share pairs of characters: the share of the shorter, softened by that of the longer."""
    a, b = bigrams(required), bigrams(claimed)
    if not a or not b:
        return 0.0
    shared = len(a & b)
    if min(a, b, key=len) in _GENERIC and max(len(a), len(b)) > 1:
        return _OF_ANY * shared
    return 0.7 * shared / min(len(a), len(b)) + 0.3 * shared / max(len(a), len(b))


def share(part: str, text: str) -> float:
    """The share of the pairs of ``part`` that stand in ``text``, 0 to 1."""
    pairs = bigrams(part)
    return len(pairs & bigrams(text)) / len(pairs) if pairs else 0.0


def promised(case: Case, required: Target) -> Sequence[tuple[float, Target]]:
    """The candidates among all that is promised, in the text's order; several questions are asked of them."""
    known: dict[int, tuple[Target, Sequence[tuple[float, Target]]]] = case.once("candidates of targets", dict)
    if id(required) not in known:  # the target is kept with them, so that its id stays its own
        known[id(required)] = required, tuple(candidates(case, required, case.submission.targets))
    return known[id(required)][1]


def candidates(case: Case, required: Target, claims: tuple[Target, ...]) -> Iterator[tuple[float, Target]]:
    """Claims of the same dimension, with how surely they speak of the required metric, 0 to 1.

    What was in a year before the application's (2022年试过…，成本超过13元) is no claim; 较2025年下降22%以上 is one.
    """
    before = last_year(case)
    granted = asks_for_granted(required)
    for claim in claims:
        past = before is not None and claim.due is not None and int(claim.due[:4]) <= before
        if (past and claim.comparator != required.comparator) or canonical_pair(required, claim) is None:
            continue
        if not same_measure_word(required, as_asked(required, claim)) or measures_another(
            required.metric, claim.metric
        ):
            continue
        if granted and is_no_grant(case, claim):
            continue
        lexical = max(weight * contained(required.metric, name) for name, weight in _names(claim))
        around = 0.85 * contained(required.metric, claim.evidence.text)
        within = 0.75 * share(claim.metric, required.evidence.text) if lexical >= TOUCHES else 0.0
        meaning = case.matcher.similarity(required.metric, claim.metric)
        labelled = 0.85 * contained(
            required.metric, case.line_labels.get((claim.evidence.file, claim.evidence.start), "")
        )
        row = BY_ROW if _names_row(required.metric, case.row_of(claim.evidence)) else 0.0
        size = NAMED_SIZE if _SIZE.search(claim.metric) else SAME_THING
        letters = claim.unit in ("B", "T") and as_asked(required, claim) is not claim  # 模型体量32B
        parameters = size if letters or (_PARAMETERS in (required.unit or "") and _PARAMETERS in claim.metric) else 0.0
        symbol = SAME_SYMBOL if symbols(required.metric) & symbols(claim.metric) and _is_measured(claim) else 0.0
        patents = GRANTED if granted and grants(case, claim) else 0.0
        yield (
            max(lexical, around, within, labelled, row, parameters, symbol, patents, 0.5 * lexical + 0.5 * meaning),
            claim,
        )


def _names_row(metric: str, row: str) -> bool:
    """A cell of the row (指标：…；定义：…) ends with the name, so that it says what is measured."""
    return len(metric) >= _LEAST_NAME and any(cell.strip().endswith(metric) for cell in row.split("；"))


def _names(claim: Target) -> Iterator[tuple[str, float]]:
    """The metric, without its brackets, and what they name (相互影响（串扰）), each with how much it says, 0 to 1.

    With the unit where that is what is counted: 覆盖语种 of 覆盖26个语种.
    """
    yield claim.metric, 1.0
    if (code := _CODE.match(claim.metric)) is not None:
        yield claim.metric[code.end() :], 1.0
    bare = _IN_BRACKETS.sub("", claim.metric)
    if bare != claim.metric and len(bare) >= _LEAST_NAME:
        yield bare, 1.0
    named = _ALIAS.search(claim.metric)
    if named is not None:
        yield named["name"], BY_ALIAS
    counted = (claim.unit or "").removeprefix("个")
    if claim.canonical_unit == "个" and len(counted) > 1:
        yield claim.metric + counted, 1.0
        if counted != _PARAMETERS:
            yield counted, 1.0


def symbols(metric: str) -> set[str]:
    """FP16, mAP, MTBF: what a metric is called in letters, in whatever language the rest is."""
    return {symbol.lower() for symbol in _SYMBOL.findall(metric)}


def _is_measured(claim: Target) -> bool:
    """In a unit of its own: counts and shares are of many things."""
    return bool(claim.canonical_unit) and claim.canonical_unit not in ("个", "%", "倍")


def measures_another(required: str, claimed: str) -> bool:
    """检出灵敏度 is not 检出特异度, alike as the two names are."""
    wanted = next((words for words in _SISTERS if words.search(required)), None)
    other = next((words for words in _SISTERS if words is not wanted and words.search(claimed)), None)
    if wanted is not None and other is not None and wanted.search(claimed) is None:
        return True
    return _are_opposites(required, claimed) or any(
        mine.search(required) and other.search(claimed) and not (mine.search(claimed) or other.search(required))
        for pair in _OPPOSED
        for mine, other in (pair, pair[::-1])
    )


def measures_other_thing(words: str, metric: str) -> bool:
    """浪高6米, 测量距离30米 beside 定位误差: a thing in the same unit that the metric does not name."""
    return any(named.group() not in metric for named in _MEASURED.finditer(words))


def _are_opposites(one: str, other: str) -> bool:
    """漏播指数 and 重播指数, 上行速率 and 下行速率: two names with one character apart, which parts them."""
    one, other = _MARKS.sub("", one), _MARKS.sub("", other)
    if len(one) != len(other) or len(one) < _LEAST_NAME:
        return False
    apart = [{a, b} for a, b in zip(one, other, strict=True) if a != b]
    return len(apart) == 1 and apart[0] in _OPPOSITES


def same_measure_word(required: Target, claim: Target) -> bool:
    """家 is not 项: measure words of different kinds part two metrics; 个 stands for any."""
    a, b = required.unit or "", claim.unit or ""
    if _PARAMETERS in (a, b) and a != b:  # a model's size is no number of 任务, but for 参数1.05万亿
        bare = claim if a == _PARAMETERS else required
        return not bare.unit and _PARAMETERS in bare.metric
    if a == b or a not in COUNT_UNITS or b not in COUNT_UNITS or not a or not b:
        return True
    if {a, b} == {"家", "户"} or {a, b} <= _PEOPLE:
        return True
    loose = set("个项种款类") | ({"套"} if "系统" in required.metric and "系统" in claim.metric else set())
    return (a in loose and b in loose) or "个" in (a, b)
