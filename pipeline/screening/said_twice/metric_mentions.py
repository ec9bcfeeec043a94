"""A required metric that sentences and stages of the plan name with another value than the one promised for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, isclose

from extractors.application.claims import Mode, mode_of
from extractors.values.quantities import Quantity, find_quantities
from extractors.values.units import canonical
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from pipeline.screening.claims.compare import spoken
from pipeline.screening.identity.papers import is_of_paper
from pipeline.screening.said_twice.plans import is_of_plan
from pipeline.screening.said_twice.promises import promises
from pipeline.screening.said_twice.repeats import CAUSE
from schemas.evidence import Evidence
from schemas.facts import Passage, Target
from schemas.outline import Role

# 为, 达到, 约…: what stands between the name and its figure
_LINK = re.compile(
    r"(?:可以?|能够?|将|应|已|即|均|都|也|就|共|总?计|约|为|是|按|取|在|[保维]持|控制|稳定|达成?到?|提[升高]|升|降低?|减少|至|到|不[低高少大小超][于过]?|[高大低小优]于|超过|至少|最[高低大小]|[≥≤＞＜><=～~：:\s])*$"
)
# What may stand before the name in its clause: nothing, or words that tell no other thing apart.
_BEFORE = re.compile(
    r"(?:^|[的使将令其后时由让、（(：:\s“]|整机|整线|系统|产品|装置|项目|机组|设备|终端|实现|达到|确保|保证|保持|预计|预期|目标|得到|获得|最终|总体|整体|其中)$"
)
# Another time, thing or state than that of the result: what is or was, others, what is asked, a case of its own.
_OTHER = re.compile(
    r"现[有状阶]|目前|当前|已|曾|原[有来先]|此前|以往|[小中预初]试|试制|实测|测得|样[机品件]|检[测验](?:结[果论]|报告|表明)|经检[测验]|以来|拥有|第?[一上前]代|基[线准]|同[行类]|国[内外际家]|行业|业内|普遍|一般|通常"
    r"|竞品|传统|常规|进口|文献|报道|榜单|要求|指南|通知|标准|规程|理论|极限|从|较|相?比|20\d\d|阶段|[首中]期|[一二三四]期|季度|年[底末内]|月"
    r"|工况|条件|情况下|[高低常]温|[分轻重空满冷热]载|分别|每|单[台个项]|最[差坏]|部分|个别|某|若|如果|假[设如]|一旦|否则|即使|仅|只有|单独|单一|未|没有|不含|参考|内控|预警|报警|阈值|考核底线|力争|争取|远期"
)
_ABOUT = re.compile(r"^\s?(?:左右|上下|多|余)|^\s?的?(?:要求|规定|目标值?|基础上|水平提)")
_CLAUSE = re.compile(r"[，,。；;\n]")
_MARKS = re.compile(r"[\W_]+")
_ASIDE = frozenset({Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS, Role.COVER})
_FEWEST, _SHORTEST, _END = 2, 4, 2
_LONGEST = 40  # characters before a figure
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class _Promised:
    """The one value promised for a metric, with the names that it goes by."""

    name: str
    names: tuple[str, ...]
    claim: Target
    unit: str | None
    low: float
    high: float


def mention_clashes(case: Case) -> Iterator[Clash]:
    """The first sentence for each metric, else the first stage of the plan, whose value the promise cannot have."""
    promised = [one for o in case.of("numeric_target") if o.target and (one := _promised(case, o.name, o.target))]
    told: set[str] = set()
    for one, words, found in (*_in_sentences(case, promised), *_in_stages(case, promised)):
        if one.name not in told:
            told.add(one.name)
            text = (
                f"「{one.name}」前后不一致：一处写{spoken(one.claim)}{page_of(one.claim.evidence, '申报材料')}，"
                f"另一处写“{words}”{page_of(found, '申报材料')}。"
            )
            yield Clash(one.name, text, found, _SURE, f"{CAUSE}:{one.name}")


def _promised(case: Case, name: str, required: Target) -> _Promised | None:
    """None where no value or several are promised under the metric's name."""
    claims = promises(case, required)
    if not claims or claims[0].canonical_value is None or claims[0].comparator == "range":
        return None
    low, high = _span(claims[0].comparator, claims[0].canonical_value)
    names = dict.fromkeys(_MARKS.sub("", words) for words in (required.metric, *(c.metric for c in claims)))
    return _Promised(name, tuple(names), claims[0], claims[0].canonical_unit, low, high)


def _span(comparator: str, value: float) -> tuple[float, float]:
    return (value if comparator != "<=" and comparator != "<" else -inf), (
        value if comparator != ">=" and comparator != ">" else inf
    )


def _in_sentences(case: Case, promised: list[_Promised]) -> Iterator[tuple[_Promised, str, Evidence]]:
    for passage in case.with_figures if promised else ():
        listed = "。" not in passage.text and "；" in passage.text and "：" in passage.text
        listed = listed or is_of_paper(passage)  # a report is on what there is
        if passage.role in _ASIDE or listed or is_of_plan(passage) or mode_of(passage.path) is Mode.EXISTING:
            continue
        for sentence in re.split(r"[。；;\n]", passage.text):
            yield from _in_sentence(passage, sentence, promised)


def _in_sentence(
    passage: Passage, sentence: str, promised: list[_Promised]
) -> Iterator[tuple[_Promised, str, Evidence]]:
    """Not where the sentence tells the promised value as well: 52小时/不少于95小时."""
    quantities = find_quantities(sentence)
    for quantity in quantities:
        before = sentence[: quantity.start]
        behind = re.split(r"[，,]", sentence[quantity.outer_end :])[0]
        if _OTHER.search(before + behind[:_LONGEST]) or _ABOUT.match(sentence[quantity.end :]):
            continue
        clause = _CLAUSE.split(before)[-1]
        for one in promised:
            if _is_of(one, clause) and _contradicts(one, quantity) and not any(_is_reached(one, q) for q in quantities):
                words = f"{clause}{sentence[quantity.start : quantity.outer_end]}".strip()
                yield one, words, narrow(passage.evidence, words)


def _in_stages(case: Case, promised: list[_Promised]) -> Iterator[tuple[_Promised, str, Evidence]]:
    """A stage in which two other metrics are at their promised values: 带宽63GHz，速率212Gb/s，边模抑制比37dB."""
    for stage in case.submission.milestones if len(promised) > _FEWEST else ():
        quantities = find_quantities(stage.text)
        reached = [one for one in promised if any(_is_reached(one, quantity) for quantity in quantities)]
        for quantity in quantities if len(reached) >= _FEWEST else ():
            clause = re.split(r"[，,。；;\n]", stage.text[: quantity.start])[-1]
            for one in promised:
                if one not in reached and _is_of(one, clause) and _contradicts(one, quantity):
                    words = f"{clause}{stage.text[quantity.start : quantity.end]}".strip()
                    yield one, words, narrow(stage.evidence, words)


def _is_reached(one: _Promised, quantity: Quantity) -> bool:
    value, unit = canonical(quantity.value, quantity.unit)
    return unit == one.unit and value is not None and isclose(value, one.claim.canonical_value or 0.0, rel_tol=1e-6)


def _contradicts(one: _Promised, quantity: Quantity) -> bool:
    """No value is what both say: 97.8% for 97.2%, 94% for at least 96.5%; not 98% for at least 96.5%."""
    value, unit = canonical(quantity.value, quantity.unit)
    if unit != one.unit or quantity.value_max is not None or quantity.change is not None or quantity.more:
        return False
    low, high = _span(quantity.comparator, value)
    apart = max(low, one.low) - min(high, one.high)
    return apart > 1e-6 * max(abs(value), abs(one.claim.canonical_value or 0.0))


def _is_of(one: _Promised, clause: str) -> bool:
    """The clause ends with the metric's name, or a shorter one of its characters: 总尘除尘效率 of 总粉尘除尘效率."""
    said = _LINK.sub("", clause[-_LONGEST:])
    return any(
        _BEFORE.search(said[: len(said) - size]) is not None
        for name in one.names
        for size in range(min(len(said), len(name)), _SHORTEST - 1, -1)
        if _is_short(said[-size:], name)
    )


def _is_short(said: str, name: str) -> bool:
    """The name, or all but some characters of its middle."""
    rest = iter(name)
    ends = said[0] == name[0] and said[-_END:] == name[-_END:]
    return said == name or (len(said) >= _SHORTEST + 1 and ends and all(letter in rest for letter in said))
