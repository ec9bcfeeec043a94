"""Metric (指标名称): the noun phrase that a figure measures, before it or behind it."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from extractors.text.marks import BULLET, HAN_DIGITS
from extractors.values.quantities import Quantity

_NUMBERING = re.compile(
    r"^\s*(?:\d{1,2}(?:[.．]\d{1,2}){1,2}(?=\s)|\d{1,2}[.、．)）]|[（(]?[a-h][)）]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]|[一二三四五六七八九十]+[、是]"
    rf"|第[{HAN_DIGITS}]+(?:条(?![件款例目码形])|[，,、])?|—{{1,2}}|{BULLET}|[（(]?[甲乙丙丁戊己庚辛壬癸][)）])\s*"
)
_DATE_LEAD = re.compile(
    r"^(?:截?[到至在于]?\s?20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?[底末]|[上下]半年)?(?:[之以]?[前后]|以来)?)+[，,]?"
)
# 各榜题均须交付样机: what holds for all of them
_OF_ALL = re.compile(
    r"^(?:各|每个?|所有|全部)(?:榜[题单]|方向|课题|任务|项目(?!标)|专题|难题)"
    r"(?:(?:均|都)(?:必?须|应当?|需要?|要)?|必?须|应当?|需要?)(?=[\u4e00-\u9fff]{2})"
)
# 我们希望标签单价, 项目须使回收率: who wishes or has to bring about what is measured
_WISH = re.compile(
    r"^(?:我[们方会院局厂司]?|本(?:项目|课题)|项目|课题)?(?:(?:希望|期望|盼望?)(?:能够?)?(?:使(?!用)|让|把|将)?"
    r"|(?:必?须|应当?|需要?|要)(?:使(?!用)|让))(?:得)?(?=[\u4e00-\u9fffA-Za-z]{2})"
)
# 10车次后拔枪力, 循环后容量保持率: since when, of a figure before; 后处理, 后轮 are words
_SINCE = re.compile(
    r"^后(?![处端台备道桥轮置级排方门期续勤视盖部段装缘焦张掺熟发验向座悬轴翼果代裔背腿挡掠驱])(?=[\u4e00-\u9fff]{3})"
)
_EDGES = " \t\n/／，,。；;：:、“”\"'（）()—的之"
_NOUN_STOP = re.compile(r"[，,。；;：:（(）)\n\t！？]|——|同时(?!在线|接入|访问)(?=[\u4e00-\u9fff])")
_JOINING, _FITTING = tuple("、和及与或且"), ("为宜", "为佳", "为限")
_AND_THEN = re.compile(r"并(?![发网联行轨])")  # 60处并经野外核查
_RELATED = re.compile(r"与[\u4e00-\u9fff]{2,16}?(?:相关|有关|相应|配套)的(?=[\u4e00-\u9fff]{2})")
# 差异化的, 原创性的, 与课题相关的: of what sort the counted is
_SKIP_BEHIND = re.compile(
    rf"^(?:的|不同的|不同|各类|有效|新的|其他|(?:在用|在役|在运|现有|已有|既有|常用|主流)的(?=[\u4e00-\u9fff]{{2}})|[\u4e00-\u9fff]{{1,3}}[化性]的(?=[\u4e00-\u9fff]{{2}})|{_RELATED.pattern})+"
)
# 海工领域的研发业绩: the field is only part of the name
_ENDS_NOUN = re.compile(r"(?<!领域)(?<!方面)(?<!行业)的|、")
# 港口、航运或工业自动化领域的: fields one beside the other
_FIELDS = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,12}、[^，。；的]{2,24}?(?:领域|方面|行业)(?=的[\u4e00-\u9fff]{2})")
# 不少于2栋高度80m以上建筑: the size of what is counted stands before its noun.
_SIZED = re.compile(
    r"^[\u4e00-\u9fff]{1,6}(?:[≥>＞]|不[低少小]于|超过|达到?)?\s?\d[\d.]{0,6}\s?[^\s，。、；\d]{0,6}?(?:及以上|以上|以下"
    r"|以内)的?(?=[\u4e00-\u9fff]{2})"
)
# 论文（成果）, 课题（项目）: the same by another word, in a bracket of the noun
_ALIKE = re.compile(r"[（(](?:成果|课题|项目|荣誉|奖[励项]|著作|专著|论文|教材|作品|案例|图书|报告|称号)[)）]")
# 省（部）级, 区、县（市）级, 县（市、区）级以上: a bracket inside the noun
_LEVEL = re.compile(
    r"(?:[省市县区旗]、)?[国省市县区校院部厅局][（(](?:[省部市县区州旗厅局]、?){1,4}[)）]级(?:及?以上)?"
)
_BOUND_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff]{2})及?以上$")  # 3个领域以上
_FOR = re.compile(r"^(?:面向|针对|基于|用于|适用|支持|具有|涉及|覆盖)")
_PLACES = "县市区乡镇村"  # 在不少于5个县（市、区）开展验证
_LONGEST = 40
_TRAIL = re.compile(
    r"(?:分别|均|都|(?<![适响对])应|需|须|可|将|已|原则上|(?<=.{2})一般|累计|总计|共计|合计|共|也|再|平均每年|为|的|由|从|在|以|(?<!节)约|稳定|保持|维持|规模化|力争|预计|至少|每|最|介于)+$"
)
# 成本下降至原来的50%以下, 信号带宽由20MHz: what the figure is compared with is no part of the metric.
_COMPARED = re.compile(
    r"(?:下降|降低|降|减少|缩短|提升|提高|增加|压缩|变)?(?:至|到|为)?(?:原来|原有|现有|目前|当前|传统)(?:水平|方法|工艺)?$"
    r"|(?:[由从][^，,；;：:\d]{0,8}|自[-−]?)\d[^，,；;：:]{0,8}$"
)


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of ``lexicons/targets.toml``, longest first."""
    return tuple(sorted(_table()[name], key=len, reverse=True))


@cache
def any_of(name: str) -> re.Pattern[str]:
    """A pattern that finds any word of such a list."""
    return re.compile(_alternatives(name))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("extractors") / "lexicons" / "targets.toml").read_text(encoding="utf-8"))


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_alternatives('lead')})")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(_alternatives("verbs"))


def _alternatives(name: str) -> str:
    """The words of a list, each but where what stands before or behind makes it part of another word."""
    behind, before = _table().get(f"{name}_kept", {}), _table().get(f"{name}_after", {})
    return "|".join(
        "".join(f"(?<!{lead})" for lead in before.get(word, "").split("|") if lead)
        + re.escape(word)
        + (f"(?!{behind[word]})" if word in behind else "")
        for word in words(name)
    )


def metric_before(clause: str) -> str:
    """The metric in the words before a figure: 实现通用文本数据集规模总量 -> 通用文本数据集规模总量."""
    text = _NUMBERING.sub("", clause).strip(_EDGES)
    previous = None
    while text != previous:
        previous = text
        text = _SINCE.sub("", _OF_ALL.sub("", _DATE_LEAD.sub("", text)).strip(_EDGES))
        text = _WISH.sub("", text)
        shorter = _lead().sub("", text).strip(_EDGES)
        text = shorter if len(shorter) >= 2 else text
    text = _TRAIL.sub("", text).strip(_EDGES)
    shorter = _COMPARED.sub("", text).strip(_EDGES)
    return _closed(shorter if len(shorter) >= 2 else text)


def _closed(text: str) -> str:
    """投资额（设备、软件）: with the bracket that its edge has lost."""
    last = max(text.rfind("（"), text.rfind("("))
    return text + "）)"[text[last] == "("] if last > max(text.rfind("）"), text.rfind(")")) else text


def noun_behind(text: str, at: int, stop: int) -> tuple[str, int]:
    """The counted noun phrase at ``at`` and where it ends: 高质量数据集, 制造业企业 (落地应用 is a verb).

    面向…的X、Y keeps its attribute and its list; otherwise a 的 or 、 ends the phrase.
    """
    joined = text.startswith(_JOINING, at) and not _RELATED.match(text, at, stop)
    if joined or text.startswith(_FITTING, at) or _AND_THEN.match(text, at, stop):
        return "", at
    level = _LEVEL.match(text, at, stop)
    inside = level.end() if level is not None else at
    end = _noun_end(text, inside, stop)
    phrase = text[at:end]
    skipped = _SKIP_BEHIND.match(phrase)
    lead = skipped.end() if skipped else 0
    sized = _SIZED.match(phrase[lead:])
    lead += sized.end() if sized else 0
    phrase = phrase[lead:]
    if not _FOR.match(phrase):
        fields = _FIELDS.match(phrase)
        cut = _ENDS_NOUN.search(phrase, fields.end() if fields is not None else max(inside - at - lead, 0))
        phrase = phrase[: cut.start()] if cut and cut.start() >= 2 else phrase
    verb = next((m for m in _verbs().finditer(phrase) if m.start() >= 2), None)
    if (
        verb is not None
        and not _FOR.match(phrase)
        and (verb.start() >= 3 or phrase[: verb.start()] not in words("generic"))
    ):
        phrase = re.sub(r"[上中内里等]$", "", phrase[: verb.start()])
    phrase = _BOUND_BEHIND.sub("", phrase)[:_LONGEST]
    return _closed(phrase.strip(_EDGES)), at + lead + len(phrase.rstrip())


def _noun_end(text: str, at: int, stop: int) -> int:
    """The first mark that ends the noun; a bracket that says it by another word ends none."""
    reached = at
    for mark in _NOUN_STOP.finditer(text, at, stop):
        alike = _ALIKE.match(text, mark.start(), stop) if mark.start() > at else None
        reached = alike.end() if alike is not None else reached
        if mark.start() >= reached:
            return mark.start()
    return stop


def lower_is_better(metric: str) -> bool:
    """误差, 时延, 功耗: 优于 such a figure means at most it; the last word decides (杂质分选纯度 is no 杂质)."""
    if metric.endswith(words("higher_is_better")):
        return False
    return any_of("lower_is_better").search(metric) is not None


def is_counted(quantity: Quantity, noun: str) -> bool:
    """Does the noun behind say what is counted? Only measure words count nouns (3个数据集, not 300 GB/s以上)."""
    return quantity.counts and (len(noun) >= 2 or (bool(noun) and noun in _PLACES))
