"""A promised value that the text takes back: 循环效率全年只能按84.5%安排, beside ≥87% in the table of targets."""

import re
from collections.abc import Iterator

from extractors.application.claims import Mode, mode_of
from extractors.values.quantities import Quantity, find_quantities
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from pipeline.screening.claims.compare import canonical_pair, is_counted, reaches, spoken
from pipeline.screening.claims.named_values import as_claim
from pipeline.screening.identity.papers import is_of_paper
from pipeline.screening.said_twice.plans import is_of_plan
from pipeline.screening.said_twice.promises import promised
from pipeline.screening.said_twice.repeats import CAUSE
from schemas.evidence import Evidence
from schemas.facts import Passage, Target
from schemas.outline import Role

# between the name and its figure: what will come of it, and no more
_COMES_TO = re.compile(
    r"只[能有会可是做够]?|仅[能有会可为]?|最[多高好]|至多|顶多|充其量|大[致约概]|预计|估计|估算|约|实际|真[正实]|现实|难[以于]|很?难|停|止[于步]|也?就[是在]?|暂|按|以|能?保|做[到得]|把握"
    r"|折算|掌握|稳妥|保守|落[在到]|维持|保持|下[调浮]|放宽|放到|调整|浮动|波动|退到|回落|降[到至为]|升[到至]|会[在是有]|徘徊|左右|内控|实事求是|能[到有达]|可[到达]|控制在$"
)
# or behind it: 84%就不错了, 84%验收, 84%是上限
_IS_ENOUGH = re.compile(
    r"^\s?(?:左右|上下|以[上内下])?(?:就|已|便|也)?(?:很?不错|足够|算|可以了|行了|够了|比较?(?:稳妥|现实|有把握)|更?(?:稳妥|现实)|[是为]?上限|封顶|验收|安排|考虑|交付|执行|掌握|的?把握|为准|为宜|到顶|打止)"
)
# Another time, thing or state than that of the result, what is asked, or a case that is provided for.
_OTHER = re.compile(
    r"现[有状阶]|目前|当前|已(?!经?充分)|曾|原[有来先]|此前|以往|以来|拥有|过去|去年|上年|前期|改造前|实施前|[小中初]试|试制|实测|测得|样[机品件]|检[测验](?:结[果论]|报告|表明)|第?[一二上前]代|基[线准]|同[行类]"
    r"|国[内外际家]|行业|业内|普遍|一般|通常|竞品|传统|常规|进口|文献|报道|榜单|指南|通知|规程|标准|理论|从\d|(?<!比)较|相?比(?!较)|首[年批期]|初期|前[两三]?个?[月年]|第[一二三]?年|20\d\d|阶段|调试|[一二三四]期|季度"
    r"|工况|条件|分别|单[台个项]|最[差坏不]|部分|个别|某|若|如果|如遇|遇[到有上]|遭遇|假[设如]|一旦|万一|否则|即[使便]|哪怕|不含|参考|预警|报警|阈值|故障|停机|触发|其他|别的|对手|每|提[高升]|损失|衰减[到至]?|退役|寿命末"
)
_CASE = re.compile(r"^\s?(?:以[上内下])?(?:时|的?(?:情况|时段|场合)|则|即?(?:报警|预警|停机|切换|触发|启动))")
_OF_STATE = re.compile(r"现状|基础|背景|国内外")
_CELLS = re.compile(r"[^：；。]{1,20}：[^；。]{0,60}；[^：；。]{1,20}：")
_MARKS = re.compile(r"[\W_]+")
_ASIDE = frozenset({Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS, Role.COVER})
_SHORTEST, _LONGEST_LINK, _LONGEST = 4, 22, 300  # characters
_SURE = 0.65

_Promise = tuple[str, Target, Target, list[str]]  # the name, the requirement, the promise, what it is called


def short_clashes(case: Case) -> Iterator[Clash]:
    """The first sentence for each metric whose figure falls short of the one value that is promised for it."""
    promises = [one for one in promised(case) if one[2].comparator != "range" and not is_counted(one[2])]
    known = [(*one, _names(promises, *one[1:])) for one in promises]
    told: set[str] = set()
    for passage in case.with_figures if known else ():
        if not _may_tell(passage):
            continue
        for sentence in re.split(r"[。；;\n]", passage.text):
            for name, claim, words in _short(known, sentence[:_LONGEST]):
                if name not in told:
                    told.add(name)
                    yield _clash(name, claim, words, narrow(passage.evidence, words))


def _may_tell(passage: Passage) -> bool:
    """No row of a table, no paper, no stage of the plan, nothing on what there is."""
    aside = passage.role in _ASIDE or is_of_paper(passage) or mode_of(passage.path) is Mode.EXISTING
    row = "。" not in passage.text and ("\t" in passage.text or _CELLS.match(passage.text) is not None)
    return not (aside or row or is_of_plan(passage) or any(map(_OF_STATE.search, passage.path)))


def _short(known: list[_Promise], sentence: str) -> Iterator[tuple[str, Target, str]]:
    """The metric's name, its promise and the words that fall short of it."""
    for one in find_quantities(sentence):
        if one.change is not None or _CASE.match(sentence, one.outer_end) or _CASE.match(sentence[one.outer_end :]):
            continue
        for name, required, claim, names in known:
            at = _named_before(names, sentence, one)
            if at is None or not _falls_short(required, claim, one):
                continue
            start = max(sentence.rfind(mark, 0, at) for mark in "，,：:") + 1
            if not _OTHER.search(sentence[: one.start] + sentence[one.outer_end : one.outer_end + _SHORTEST]):
                yield name, claim, sentence[start : one.outer_end].strip()


def _names(promises: list[tuple[str, Target, Target]], required: Target, claim: Target) -> list[str]:
    """Its names, and their ends of four characters or more that no other metric of the direction has."""
    others = [
        _MARKS.sub("", one.metric) for _, asked, given in promises if given is not claim for one in (asked, given)
    ]
    names = dict.fromkeys(_MARKS.sub("", one.metric) for one in (required, claim))
    ends = [name[-size:] for name in names for size in range(_SHORTEST, len(name))]
    return [*names, *(end for end in ends if not any(other.endswith(end) for other in others))]


def _named_before(names: list[str], sentence: str, one: Quantity) -> int | None:
    """Where the name begins whose figure this is: between the two what will come of it, or behind that it will do."""
    before = sentence[: one.start]
    at, end = max(
        ((found, found + len(name)) for name in names if (found := before.rfind(name)) >= 0), default=(-1, -1)
    )
    link = before[end:]
    if at < 0 or len(link) > _LONGEST_LINK or re.search(r"\d|[，,][^，,]*[，,]", link):
        return None
    comes = _COMES_TO.search(link) or _IS_ENOUGH.match(sentence[one.end :])
    return at if comes else None


def _falls_short(required: Target, claim: Target, one: Quantity) -> bool:
    """In the promise's unit, and short of it on the worse side of a span (0.13～0.15 for at most 0.08)."""
    said = as_claim(one, claim, claim.evidence)
    said = said.model_copy(update={"comparator": "=", "value_max": None}) if one.value_max is not None else said
    if canonical_pair(claim, said) is None or one.both_sides:
        return False
    bound = claim if claim.comparator != "=" else claim.model_copy(update={"comparator": required.comparator})
    return bound.comparator != "=" and reaches(bound, said) is False


def _clash(name: str, claim: Target, words: str, found: Evidence) -> Clash:
    text = (
        f"「{name}」前后不一致：一处承诺{spoken(claim)}{page_of(claim.evidence, '申报材料')}，"
        f"另一处写“{words}”{page_of(found, '申报材料')}，达不到承诺值，请核实。"
    )
    return Clash(name, text, found, _SURE, f"{CAUSE}:{name}")
