"""What an application takes back beside a figure that is high enough.

允许降至…, 仅计…, （深海≤5米）, 确保38%, 该项不列入验收考核.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.values.quantities import Quantity, find_quantities
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.claims.around_claims import Around, around, within_own
from pipeline.screening.claims.changed_conditions import changed
from pipeline.screening.claims.compare import canonical_pair, is_counted, reaches
from pipeline.screening.claims.disowned import OF_A_CASE, as_it_comes, at_second_go, disowned
from pipeline.screening.claims.eased_conditions import eased, eased_behind, eased_size
from pipeline.screening.claims.metrics import measures_other_thing
from pipeline.screening.claims.named_values import as_claim
from pipeline.screening.claims.on_condition import on_condition
from pipeline.screening.claims.other_cases import other_case, pieces_of
from pipeline.screening.claims.parts_left import parts_left
from pipeline.screening.claims.promised_of_others import approached, disclaimed, of_others, oftener
from pipeline.screening.claims.shared_out import of_all_together, of_each_in_parts
from pipeline.screening.claims.softened import softened
from schemas.evidence import Evidence
from schemas.facts import Target

# 完成插拔试验后允许降至5GΩ, 约合2500米, 水稻暂按≤6%考核, 全年平均约为1.33: a value that counts as well
_LETS = re.compile(
    r"(?:允许|可|准许|放宽|降低|下降|退化|衰减)+(?:其)?(?:下降|降低|降|放宽|下调|调整|退)?(?:到|至|为)|(?:约合|约相当于|相当于|折合|折算后?[约为]?|换算后?[约为]?)"
    r"|暂(?:按|定|取|以)(?:为)?|(?:全年|年度?|常年)平均(?:值|水平)?(?:[约为在]|大约){0,2}|(?:一般|通常|多数情况下)(?:[约为在]|大约){1,2}"
    r"|(?:其中(?:实际|真正|保证|确保|仅|只|本期|一期)|[，,；;（(](?:其中)?(?:保底|底线|执行期内|本项目内|验收前|期内))[^，。；（）()\d]{0,10}(?:不少于|不低于|至少|达到?|为|有|建成|完成)?"
)
# 确保38%，力争45%; 最低可减为3个
_SURE = re.compile(
    r"(?:确保|保证|保底|兜底|底线)(?:达到|完成|支持|覆盖|实现|建成|不低于|不少于|为|值)?|最[低少](?:可以?)?[减降调]?(?:少|低|整)?[为至到]?"
)
# 该项仅作参考，不列入验收考核: nobody is held to it
_UNBOUND = re.compile(
    r"(?:^|[，,；;（(、])\s?(?:但|且|并|故|暂|均|仅|只|(?:该|此|本)(?:项|指标|值|数值)(?:指标)?|作为?|供|参考|努力目标|[，,、]){0,8}"
    r"(?:不(?:列入|纳入|作为|计入|列为|作)(?:本?项目|最终)?(?:的)?(?:验收|考核)(?:与|及|和|、)?(?:考核|验收)?(?:指标|内容|范围|依据)?"
    r"|(?:本项目|我方|本单位|承担方|申报方)?(?:不|未|没有)(?:另|再|单独|专门){0,2}(?:设定?|给出|提出|列|作|做)(?:具体|量化|任何|硬性|确定|明确|考核)*的?(?:数值|指标值?|目标值?|承诺值?|考核值|要求)"
    r"|(?:仅|只)?(?:作|为|作为|是)?(?:努力|学习|奋斗|追赶|参考)(?:的)?(?:方向|目标|值))(?=[，,。；;）)]|$)"
)
# 力争4小时，验收考核按不超过6小时执行: what the promise is judged by; not 考核按连续72小时进行, how it is measured
_JUDGED_BY = re.compile(
    r"(?:验收|考核)(?:时|指标)?(?:仍|暂|仅|只|则|均)?[按以](?:不(?:超过|低于|高于|少于|大于|小于)|≤|≥)?(?=\s?[\d≤≥])"
)
_AS_MEASURE = re.compile(r"(?:以[内下上])?(?:为准|执行|掌握|认定|把握|计算?(?=[，,。；;、]|$))")
# 典型负载下约320W，全端口满负荷运行时不超过390W: the bound holds at the full load as well
_AT_EASE = re.compile(
    r"(?:典型|常规|日常|一般|轻|空|半|部分)(?:负[载荷]|[载荷](?!重|人)|工况|流量|业务|运行|模式)|待机|闲时"
)
_AT_FULL = re.compile(
    r"(?:正常工作|满负[载荷]|满[载配](?!重)|全负[载荷]|峰值|最大(?:负[载荷]|工况|流量)|极限工况|最[恶不](?:劣|利)工况)[^，。；（）()\d≤≥<>]{0,8}"
    r"(?:不(?:超过|高于|大于)|控制在|[为约≤<]|达到?|时|下)"
)
# 签订意向订单2,600套，验收时实际装机部署1,500套: what is ordered is not there yet
_ORDERED = re.compile(r"意向|订单|签约|框架协议|预[订购]|预定(?!目标|指标|任务|计划|值|的)|认购")
_ACTUAL = re.compile(r"(?:实际|真正)[\u4e00-\u9fff]{0,8}?(?:不少于|不低于|为|达到?|约)?(?=\s?\d)")
# 全年平均1.36, of what has no unit
_BARE = re.compile(r"\s?(?P<number>\d{1,6}(?:\.\d{1,4})?)(?=[，,。；;）)\s]|$)")
_BESIDE = 4  # characters between the words and the figure
_LONGEST = 300  # characters of a sentence
_IS_THERE = re.compile(
    r"(?:改造|实施|项目|升级)前|现状|目前|当前|现有|原|基线|国[内外家标]|行业|同类|竞品|以往|去年|上年"
)
# （全桥模块≤0.13）, right behind the figure
_BRACKET = re.compile(r".{0,2}[（(](?P<inner>[^（）()]{2,48})[）)]")
# What there is, what others reach, what is asked and how it is measured is no case of the promise.
_ASIDE = re.compile(
    r"现[状有]|目前|当前|原|基[线准]|国[内外家标]|行业|同类|竞品|他人|别[人家]|对手|友商|对[比照]|空白|未经?处理|要求|榜单|通知|规定|高于|优于|低于|超出|较|提[高升]|降低了?|由|从|中期|20\d\d|含税|相当于|即|折|=|±|\d\s?[×xX*]\s?\d|间隔|采样|量程|容差"
    r"|(?:连续|持续|累计)[^，。；\d]{0,4}\d[\d.]*\s?(?:小时|天|分钟|个?月|年|[hd](?![A-Za-z]))"  # how long it is tested
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
# 仅计清选损失, 割台与夹带损失不计入, 两只并联: of a part of what is measured, or of several together
_OF_PART = re.compile(
    r"(?:仅|只)(?:计|计算|统计|计入|考核|含)[^，。；（）()]{2,24}"
    r"|[^，。；（）()]{2,20}(?:不(?:计入|计在内|纳入(?:统计|考核|计算)|算在内|在此列)|另行(?:统计|计算|计入)(?=[，；）)]不?))"
    r"|(?:[两二三四五六七八九十]|\d{1,2})[只个台套块处]?(?:机房|装置|电芯|样机)?(?:各[^，。；]{1,10})?(?:并联|串联|叠加|之和|合并计算)"
)
# what stops the thing from outside, and what would not count anyhow, is nobody's promise
_OUTSIDE = re.compile(
    r"停电|断电|停机|停网|来料|不可抗力|人为|计划[内性]?|检修|保养|恶劣天气|外部|误差|未经|重复|旧|既有|试运行|测试[版用]|不合格|废品"
)


@dataclass(frozen=True, slots=True)
class Reservation:
    """What is said, and where; in brackets what the call says instead."""

    words: str
    found: Evidence
    instead: str = ""


def reservation(case: Case, required: Target, claim: Target) -> Reservation | None:
    """The first that leaves less than is required; None where nothing is taken back."""
    told = around(case, claim)
    if told is None:
        return None
    metrics = {one.target.metric for one in case.of("numeric_target") if one.target is not None}
    told = within_own(told, metrics - {required.metric})
    looks = (
        _unbound,
        _floor,
        _in_bracket,
        disclaimed,
        disowned,
        as_it_comes,
        at_second_go,
        oftener,
        of_all_together,
        parts_left,
        _lets,
        _bare_lets,
        _actual,
        _at_full,
        _of_part,
        eased,
        eased_behind,
        other_case,
        of_others,
        approached,
        on_condition,
    )
    words = next((words for look in looks for words in look(required, claim, told)), None)
    words = words or next(of_each_in_parts(case, required, claim, told), None)
    words = words or next(iter(eased_size(_clause(case, required), required, told)), None)
    if words is None and (other := next(changed(_clause(case, required), required, told), None)) is not None:
        return Reservation(other[0], _at(claim, other[0]), f"（通知为“{other[1]}”）")
    words = words or softened(case, required, claim)
    return Reservation(words, _at(claim, words)) if words is not None else None


def _clause(case: Case, required: Target) -> str:
    """The call's clause with the figure: （DN150） may stand behind it."""
    clauses = (clause.evidence for direction in case.notice.directions for clause in direction.clauses)
    return next((one.text for one in clauses if one.overlaps(required.evidence)), "")


def _unbound(_required: Target, _claim: Target, told: Around) -> Iterator[str]:
    """What the claim's own cell says of the figure, up to the next figure."""
    said = _UNBOUND.search(told.in_cell)
    before = told.in_cell[: said.start()] if said is not None else ""
    if said is not None and not find_quantities(before) and not OF_A_CASE.search(before):
        yield said.group().strip("，,；;（( ")


def _floor(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """完成时确保38%，力争达到45%: what is sure, in the sentence of the claim."""
    sentence = told.sentence[:_LONGEST]
    cues = [cue.end() for cue in _SURE.finditer(sentence)]
    for said, cue in _behind_cues(sentence, cues):
        of_which = sentence[said.outer_end : said.outer_end + 1] == "的"  # 最低可至480米的水域
        if not of_which and _is_short(required, claim, said):
            yield sentence[_start(sentence, cue) : said.outer_end]
    for said, cue in _behind_cues(sentence, [cue.end() for cue in _JUDGED_BY.finditer(sentence)]):
        behind = _AS_MEASURE.match(sentence, said.outer_end)
        if behind is not None and _is_short(required, claim, said):
            yield sentence[_start(sentence, cue) : behind.end()]


def _lets(required: Target, claim: Target, told: Around) -> Iterator[str]:
    yield from _short_behind(required, claim, told.behind, _LETS)


def _bare_lets(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """The same of a metric without a unit: 最冷月不超过1.19，全年平均1.36."""
    if required.unit is not None or claim.unit is not None:
        return
    behind = told.in_cell
    for cue in _LETS.finditer(behind):
        said = _BARE.match(behind, cue.end())
        value = float(said["number"]) if said is not None else claim.value
        own = claim.model_copy(update={"value": value, "value_max": None, "canonical_value": value})
        words = behind[_start(behind, cue.end()) : said.end() if said is not None else None]
        if value != claim.value and reaches(required, own) is False and not _is_aside(words, behind, required):
            yield words


def _actual(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """What is there in the end, behind what is only ordered, in the claim's own cell."""
    if _ORDERED.search(told.before) is None or _ORDERED.search(required.metric + required.evidence.text):
        return
    yield from _short_behind(required, claim, told.in_cell, _ACTUAL)


def _at_full(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """Of a bound that must not be passed, what is told of the full load behind a figure of an easier one."""
    asked = required.metric + required.evidence.text
    if required.comparator not in ("<=", "<") or _AT_EASE.search(asked) or not _AT_EASE.search(told.before):
        return
    yield from _short_behind(required, claim, told.behind, _AT_FULL)


def _short_behind(required: Target, claim: Target, behind: str, cue: re.Pattern[str]) -> Iterator[str]:
    """The words from the cue to the figure right behind it, where that falls short."""
    for said, at in _behind_cues(behind, [one.end() for one in cue.finditer(behind)]):
        words = behind[_start(behind, at) : said.outer_end]
        if _is_short(required, claim, said) and not _is_aside(words, behind, required):
            yield words


def _behind_cues(words: str, cues: list[int]) -> Iterator[tuple[Quantity, int]]:
    """The quantities that stand right behind the end of a cue, with that end."""
    for said in find_quantities(words) if cues else ():
        cue = next((end for end in cues if 0 <= said.start - end <= _BESIDE), None)
        if cue is not None:
            yield said, cue


def _is_short(required: Target, claim: Target, said: Quantity) -> bool:
    """Another value than the claim's, of its dimension, that does not reach what is required."""
    own = as_claim(said, required, claim.evidence)
    same = said.value == claim.value and said.unit == claim.unit
    return not same and canonical_pair(required, own) is not None and reaches(required, own) is False


def _is_aside(words: str, row: str, required: Target) -> bool:
    """What there is, another thing in the same unit, or the first of two phases that make up the whole."""
    phases = ("一期" in words or "本期" in words) and "二期" in row
    return phases or _IS_THERE.search(words) is not None or measures_other_thing(words, required.metric)


def _start(words: str, cue: int) -> int:
    """Where the piece with the cue begins."""
    return max(words.rfind(mark, 0, cue) for mark in "，,；;（(：:") + 1


def _in_bracket(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """A value for another case in the bracket behind the figure; of what is counted it is a part of the number."""
    bracket = _BRACKET.match(told.behind) if not is_counted(claim) else None
    for piece in pieces_of(bracket["inner"]) if bracket is not None else ():
        named = (
            _HAN.search(re.sub(r"[\d.]+\s?[\u4e00-\u9fff]", "", piece)) is not None
        )  # （92%） alone is what there is
        aside = _ASIDE.search(piece) is not None or measures_other_thing(piece, required.metric)
        if named and not aside and any(_is_short(required, claim, said) for said in find_quantities(piece)):
            yield piece


def _of_part(required: Target, claim: Target, told: Around) -> Iterator[str]:
    if is_counted(claim):
        return  # 仅计乘用车整车企业: counted more strictly
    cell = claim.evidence.text + told.in_cell
    part = _OF_PART.search(cell)
    if part is not None and _OF_PART.search(required.evidence.text) is None and not _OUTSIDE.search(part.group()):
        yield part.group()


def _at(claim: Target, words: str) -> Evidence:
    return narrow(claim.evidence, words) if words in claim.evidence.text else claim.evidence
