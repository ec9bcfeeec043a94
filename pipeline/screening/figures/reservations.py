"""What an application takes back beside a figure that is high enough: 允许降至…, 仅计…, 余下9台安排在2028年秋季."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.values.quantities import Quantity, find_quantities
from extractors.values.units import units
from pipeline.screening.answers.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.dates import last_day
from pipeline.screening.figures.brackets import left_less, names_another
from pipeline.screening.figures.compare import canonical_pair, reaches
from pipeline.screening.figures.named_values import as_claim
from schemas.evidence import Evidence
from schemas.facts import Target

_FAR = 160  # characters behind the figure, in its sentence or row
_ENDS, _CELL_ENDS = re.compile(r"[。\n]"), re.compile(r"[。\n\t]|；[^；：，。]{1,8}：")
# 完成插拔试验后允许降至5GΩ, 约合2500米, 水稻暂按≤6%考核, 全年平均约为1.33: a value that counts as well
_LETS = re.compile(
    r"(?:允许|可|准许|放宽|降低|下降|退化|衰减)+(?:其)?(?:下降|降低|降|放宽|下调|调整|退)?(?:到|至|为)|(?:约合|约相当于|相当于|折合|折算后?[约为]?|换算后?[约为]?)"
    r"|暂(?:按|定|取|以)(?:为)?|(?:全年|年度?|常年)平均(?:值|水平)?(?:[约为在]|大约){0,2}|(?:一般|通常|多数情况下)(?:[约为在]|大约){1,2}"
    r"|(?:其中(?:实际|真正|保证|确保|仅|只|本期|一期)|[，,；;（(](?:其中)?(?:保底|底线|执行期内|本项目内|验收前|期内))[^，。；（）()\d]{0,10}(?:不少于|不低于|至少|达到?|为|有|建成|完成)?"
)
# 确保38%，力争45%; 最低可减为3个
_SURE = re.compile(
    r"(?:确保|保证|保底|兜底|底线)(?:达到|完成|不低于|不少于|为|值)?|最[低少](?:可以?)?[减降调]?(?:少|低|整)?[为至到]?"
)
_SOON = 12  # characters behind what comes later, in which its day may stand
_LONGEST = 300  # characters of a sentence
_BESIDE = 4  # characters between the words and the figure
_IS_THERE = re.compile(
    r"(?:改造|实施|项目|升级)前|现状|目前|当前|现有|原|基线|国[内外家标]|行业|同类|竞品|以往|去年|上年"
)
# 仅计清选损失, 割台与夹带损失不计入, 两只并联: of a part of what is measured, or of several together
_OF_PART = re.compile(
    r"(?:仅|只)(?:计|计算|统计|计入|考核|含)[^，。；（）()]{2,24}"
    r"|[^，。；（）()]{2,20}(?:不(?:计入|计在内|纳入(?:统计|考核|计算)|算在内|在此列)|另行(?:统计|计算|计入)(?=[，；）)]不?))"
    r"|(?:[两二三四五六七八九十]|\d{1,2})[只个台套块处]?(?:机房|装置|电芯|样机)?(?:各[^，。；]{1,10})?(?:并联|串联|叠加|之和|合并计算)"
)
# what stops the thing from outside, and what would not count anyhow, is nobody's promise
_OUTSIDE = re.compile(
    r"停电|断电|停机|停网|来料|不可抗力|人为|计划[内性]?|检修|保养|恶劣天气|外部|误差|未经|重复|旧|既有|方言|试运行|测试[版用]|不合格|废品"
)
# 余下9台安排在2028年秋收季, 其余45 km列入二期; 其中9个语种于2026年秋季开通
_REST = re.compile(
    r"(?:其余|余下|剩余|另外|另有|其他|其中|含)的?(?P<words>[^，。；）)\d]{0,10})"
    r"(?P<number>\d{1,6}(?:\.\d{1,2})?)\s?(?P<unit>万?[\u4e00-\u9fff]|[A-Za-z]{1,8})"
    r"(?P<behind>[^，。；）)\d]{0,24}(?:20\d\d\s?年(?:\s?\d{1,2}\s?月|[上下]半年|[春夏秋冬][^，。；）)]{0,3}|[年初中末底]+)?)?[^，。；）)\d]{0,8})"
)
_BEFORE_REST = re.compile(
    r"含[^，。；）)\d]{0,4}(?P<due>20\d\d\s?年)[^，。；）)\d]{0,12}(?P<number>\d{1,6}(?:\.\d{1,2})?)\s?(?P<unit>[A-Za-z\u4e00-\u9fff]{1,8})"
)
_YEAR = re.compile(r"(?P<year>20\d\d)\s?年(?:\s?(?P<month>\d{1,2})\s?月)?")
_NEXT_PHASE = re.compile(
    r"(?:列入|放[在到入]|留[在到待]|纳入|安排[在到]|于|由)(?:[^，。；）)\d]{0,4})(?:二期|三期|后续|以后|下一[期阶]|远期)|另行(?:建设|安排|实施)"
)


@dataclass(frozen=True, slots=True)
class Reservation:
    """What is said, the value that holds then (None where it is that of a part), and where."""

    words: str
    value: Target | None
    found: Evidence


def reservation(case: Case, required: Target, claim: Target) -> Reservation | None:
    """The first that leaves less than is required; None where nothing is taken back."""
    row, cell = _behind(case, claim, _ENDS), _behind(case, claim, _CELL_ENDS)
    found = (
        *_floor(case, required, claim),
        *_less(case, required, claim, row),
        *_lets(required, claim, row),
        *_of_part(required, claim, cell),
        *_later(required, claim, row),
    )
    return next(iter(found), None)


def _behind(case: Case, claim: Target, ends: re.Pattern[str]) -> str:
    """The figure and what follows it, up to such an end."""
    said = claim.evidence.text
    for passage in case.submission.passages:
        if passage.evidence.overlaps(claim.evidence) and said in passage.text:
            at = passage.text.index(said)
            stop = ends.search(passage.text, at + len(said))
            return passage.text[at : min(stop.start() if stop else len(passage.text), at + len(said) + _FAR)]
    return ""


def _lets(required: Target, claim: Target, behind: str) -> Iterator[Reservation]:
    cues = [cue.end() for cue in _LETS.finditer(behind)]
    for said in find_quantities(behind) if cues else ():
        cue = next((end for end in cues if 0 <= said.start - end <= _BESIDE), None)
        own = as_claim(said, required, claim.evidence)
        if cue is None or _is_claims(said, claim) or canonical_pair(required, own) is None:
            continue
        words = behind[_start(behind, cue) : said.outer_end]
        if reaches(required, own) is False and not _is_aside(words, behind, required):
            yield Reservation(words, own, _at(claim, words))


def _less(case: Case, required: Target, claim: Target, row: str) -> Iterator[Reservation]:
    for words, value in left_less(required, claim, _before(case, claim), row):
        yield Reservation(words, value, _at(claim, words))


def _before(case: Case, claim: Target) -> str:
    """The words of the claim's clause before its figure."""
    said = claim.evidence.text
    figure = re.search(r"\d", said)
    own = said[: figure.start()] if figure is not None else ""
    holding = (p.text for p in case.submission.passages if p.evidence.overlaps(claim.evidence) and said in p.text)
    return next((re.split(r"[，。；;\n\t]", text[: text.index(said)])[-1] for text in holding), "") + own


def _is_aside(words: str, row: str, required: Target) -> bool:
    """What there is, another thing in the same unit, or the first of two phases that make up the whole."""
    phases = ("一期" in words or "本期" in words) and "二期" in row
    return phases or _IS_THERE.search(words) is not None or names_another(words, required.metric)


def _floor(case: Case, required: Target, claim: Target) -> Iterator[Reservation]:
    """完成时确保38%，力争达到45%: what is sure, in the sentence of the claim."""
    said = claim.evidence.text
    for passage in case.submission.passages:
        if not (passage.evidence.overlaps(claim.evidence) and said in passage.text):
            continue
        at = passage.text.index(said)
        start, stop = passage.text.rfind("。", 0, at) + 1, _ENDS.search(passage.text, at + len(said))
        sentence = passage.text[start : stop.start() if stop else len(passage.text)][:_LONGEST]
        cues = [cue.end() for cue in _SURE.finditer(sentence)]
        for one in find_quantities(sentence) if cues else ():
            own = as_claim(one, required, claim.evidence)
            sure = any(0 <= one.start - end <= _BESIDE for end in cues) and not _is_claims(one, claim)
            sure = sure and sentence[one.outer_end : one.outer_end + 1] != "的"  # 最低可至480米的水域
            if sure and canonical_pair(required, own) is not None and reaches(required, own) is False:
                words = sentence[_start(sentence, one.start) : one.outer_end]
                yield Reservation(words, own, _at(claim, words))


def _is_claims(said: Quantity, claim: Target) -> bool:
    return said.value == claim.value and said.unit == claim.unit


def _start(behind: str, cue: int) -> int:
    """Where the piece with the cue begins."""
    return max(behind.rfind(mark, 0, cue) for mark in "，,；;（(：:") + 1


def _of_part(required: Target, claim: Target, behind: str) -> Iterator[Reservation]:
    unit = units().get(claim.unit or "")
    if unit is not None and unit.counts:
        return  # 仅计乘用车整车企业: counted more strictly
    part = _OF_PART.search(behind, len(claim.evidence.text) if not _OF_PART.search(claim.evidence.text) else 0)
    if part is not None and _OF_PART.search(required.evidence.text) is None and not _OUTSIDE.search(part.group()):
        yield Reservation(part.group(), None, _at(claim, part.group()))


def _later(required: Target, claim: Target, row: str) -> Iterator[Reservation]:
    """What is left where a part of the number comes in a later year, or in a second phase."""
    if required.comparator not in (">=", ">", "="):
        return
    wanted = last_day(required.due) if required.due else None
    for rest in (*_REST.finditer(row), *_BEFORE_REST.finditer(row)):
        told = rest.groupdict()
        when = _YEAR.search(f"{told.get('words') or ''}{told.get('behind') or ''}{told.get('due') or ''}")
        due = last_day(f"{when['year']}-{int(when['month'] or 12):02d}") if when is not None else None
        after = due is not None and wanted is not None and due > wanted
        soon = (
            _YEAR.search(row, rest.end(), rest.end() + _SOON) if due is None else None
        )  # 于后续阶段布放（2027年10月）
        if not (after or (due is None and soon is None and _NEXT_PHASE.search(told.get("behind") or ""))):
            continue
        part = next(iter(find_quantities(f"{rest['number']}{rest['unit']}")), None)
        same = canonical_pair(claim, as_claim(part, claim, claim.evidence)) if part is not None else None
        if same is None or same[0] <= 0:
            continue
        share = 1 - same[1] / same[0]
        canonical = claim.canonical_value * share if claim.canonical_value is not None else None
        own = claim.model_copy(update={"value": claim.value * share, "canonical_value": canonical})
        if share > 0 and reaches(required, own) is False:
            yield Reservation(rest.group(), own, _at(claim, rest.group()))


def _at(claim: Target, words: str) -> Evidence:
    return narrow(claim.evidence, words) if words in claim.evidence.text else claim.evidence
