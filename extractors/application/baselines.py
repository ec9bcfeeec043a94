"""Figures among goals that are no goals: where the work starts from (基线), what others have (同行)."""

import re

from extractors.application.claim_words import claim_words
from extractors.targets.was import without_state
from extractors.text.spans import without_brackets
from extractors.values.quantities import find_quantities
from schemas.facts import Target

_RISES = re.compile(r"提[升高]|增[加长至]|降[低至到]|达到|缩短|扩[大充]|不[低高少多超大小]")
# 已在三家电厂形成应用案例15个, among goals: there already. Not 已有的样机指标提升到…, and no aim behind it.
_REACHED = re.compile(r"^\W*(?:[^，,；;]{0,10}?(?:目前|现|均|都|业))?已(?!知|有|经?立项)")
# 整合2种现有安全系统, 整合现有安全系统6种: what there is, is what is counted.
_ATTRIBUTE = re.compile(
    r"([\d一二两三四五六七八九十百千万][个种项类套款家台]以?上?的?"
    r"|(?:整合|接入|兼容|对接|打通|改造|集成|连接|纳管)了?)(?:现有|已有|既有)(?=[\u4e00-\u9fff]{2})"
)
_AS_IT_IS = re.compile(
    r"^\W*(?:(?:[本我](?:公司|单位|厂|院|所|方|们)?)?(?:现状|现有|现|目前|当前|现值|现在|基线|起点)(?:水平|值)?(?:为|约为?|仅为?|只有|是|在|共|有)?\d"
    r"|(?:目前|当前|现状|现在|现(?=支持|可[识支检适]|能够?|覆盖|服务|接入))(?!拟|将|计划))"
)  # 现状6秒，到期1.5秒以内
# 摩擦系数的波动：现在±14%；承诺控制在8%以内: what there is, in whatever bounds, before what is promised
_THEN_PROMISED = re.compile(
    r"(?P<there>(?:[^，,；;。：:]{0,24}[：:])?\W{0,3}(?:现[有在状]|目前|当前)(?![^，,；;。\d]*(?:[不下内降升增建]|完成|提高|缩短|达到|扩|将|拟))"
    r"[^，,；;。\d]{0,24}\d[^，,；;。]{0,24})[，,；;]"
    r"(?P<then>(?:(?:本|我)[项方课单公院研]?[\u4e00-\u9fff]{0,3}|(?:到期|结题|验收|完成)[时后]?)?(?:承诺|做到|降[到至]|提[升高]到|目标)"
    r"[^，,；;。]{0,24}\d[^，,；;。]{0,12})"
)
_LEVEL = re.compile(
    r"^\W*(?:现状|现值|(?:现有|目前|当前|现在)(?:水平|数值?|值|指标))(?:[约仅]?为|是)?(?:约|[±≤≥<>]|不超过)?\d"
    r"|^\W*(?:现状|现值)(?:为|是)[^，,；;。\d]{0,16}\d"  # 现状为试用教师平均减少22%
)  # ±0.15%（现有水平为±0.5%）
_BEFORE = re.compile(r"(?:改造|建设|实施|升级|优化)前")  # 改造前产线产能200台: what was
_ANOTHERS = (
    r"(?:国[外内]|国际|海外|境外|欧美|日本|德国|美国|进口)(?:同类|同行|同业|厂[商家]|竞品|产品|企业|品牌|头部|大厂|团队|公司|高校|院校|院所|研究机构)"
    r"(?!订单|客户|用户|替代|认证|合作|市场)"
    r"|(?:国外|国际|海外|境外|进口|国内)[甲乙丙丁A-D某一两]{1,2}家?(?:公司|企业|品牌|厂商|机构|团队)|国内(?:已有)?[数多几两三]家"
    r"|友商|同行(?!评)|同业(?!推)|同档|竞品|竞争对手|对手|业[内界](?:同|已|现|通|平|头)|某[\u4e00-\u9fff]{0,4}(?:厂商|品牌)"
    r"|(?:国外|海外|境外|进口)(?=[A-Z])|[A-Z][A-Za-z\d .-]{1,20}(?:则|同档|同类|号称|已有)"
)
# …30ms，现有180ms; …9款，同行已有18款: from that comma on of what there is, or of others.
_THEN = re.compile(
    rf"[，,（(]\s?(?:而|但|且)?(?:现有|目前|现已|现为|当前|截至|此前|原[为有来]|已(?!知)|尚|{_ANOTHERS})"
)
_OTHERS = re.compile(rf"^\W*(?:而|但|其中)?(?:{_ANOTHERS})")
_AS_TOLD = re.compile(r"^\W*[^，,]{0,12}?(?:看|显示|可知|报道|比较|相比|对比)[，,：:]")  # 从公开资料看，境外甲公司…
_PROMISES = re.compile(r"不[少低小]于|不[超大高]|至少|推广|应用于|开展应用|装车|引进|兼容|国产化|替代")
_OURS = re.compile(r"本|我|拟|将|承诺|目标|项目")
_AHEAD = re.compile(
    r"(?:验收|结题|到期|完成|结束|建成|达产)[时后]|将|拟|力争|计划|预计|到20\d\d年|(?<!截)至20\d\d年|年底前"
)
_CLAUSE = re.compile(r"[，,；;：:]")


def is_baseline(target: Target, sentence: str) -> bool:
    """The figure says what there is, not what is promised; ``sentence`` stands among goals and holds it.

    Judged by the part between ； it stands in, up to where a clause behind it turns to what there is.
    """
    figure = without_state(re.sub(r"\s", "", target.evidence.text))
    if _is_before_promise(figure, re.sub(r"\s", "", sentence)):
        return True
    words = _item(without_state(re.sub(r"\s", "", sentence)), figure)
    aside = without_brackets(words)  # 功率260马力（国内180马力）: the bracket tells of the others
    words = _up_to_turn(aside if figure in aside else words, figure)
    own = _own_clause(words, figure)
    told = _AS_TOLD.sub("", words)
    of_others = _OTHERS.match(told) and not _OURS.search(words) and not _PROMISES.search(words)
    if of_others and (told != words or target.comparator in ("=", "~")):
        return True
    if _OTHERS.match(own) and target.comparator == "=":
        return True
    words = without_attributes(words)
    if _LEVEL.match(own) or _LEVEL.match(figure) or (_AS_IT_IS.match(own) and target.comparator in ("=", "~")):
        return True
    there = (
        _REACHED.match(words) is not None
        or _REACHED.match(own) is not None
        or _BEFORE.match(target.metric) is not None
        or (
            any(word in words for word in claim_words("baseline_words"))
            and not _RISES.search(words)
            and not _AHEAD.search(own)
        )
    )
    return there and target.comparator == "="


def _is_before_promise(figure: str, sentence: str) -> bool:
    """The figure heads a sentence as what there is, and another of its dimension is promised right behind it."""
    turned = _THEN_PROMISED.match(sentence)
    if turned is None or figure not in turned["there"]:
        return False
    there, then = find_quantities(turned["there"]), find_quantities(turned["then"])
    return bool(there and then) and there[-1].canonical[1] == then[0].canonical[1]


def before_turn(sentence: str) -> str:
    """The sentence up to the clause that turns to what there is, or to others: 参数量130亿 of 参数量130亿，现有17亿."""
    turn = _THEN.search(sentence)
    return sentence[: turn.start()] if turn is not None else sentence


def without_attributes(words: str) -> str:
    """整合四类安全系统 for 整合四类现有安全系统: 现有 says of what is counted that it is there, not of the count."""
    return _ATTRIBUTE.sub(r"\1", words)


def _item(sentence: str, figure: str) -> str:
    """The part between ； that holds the figure: 整合现有系统；支持20种任务; the sentence where none does."""
    return next((part for part in re.split("[；;]", sentence) if figure in part), sentence)


def _up_to_turn(words: str, figure: str) -> str:
    at = words.find(figure)
    turn = _THEN.search(words, at + len(figure)) if at >= 0 else None
    return words[: turn.start()] if turn is not None else words


def _own_clause(words: str, figure: str) -> str:
    before, there, _ = words.partition(figure)
    start = max((mark.end() for mark in _CLAUSE.finditer(before)), default=0)
    return words[start : len(before) + len(there)]
