"""A result worked out in the text (按节拍推算约55分钟) that does not reach what is promised for the metric (45分钟)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.application.claims import Mode, mode_of
from extractors.values.quantities import Quantity, find_quantities
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from pipeline.screening.claims.compare import canonical_pair, reaches, spoken
from pipeline.screening.claims.metrics import measures_another
from pipeline.screening.claims.named_values import as_claim
from pipeline.screening.said_twice.promises import promised
from pipeline.screening.said_twice.repeats import CAUSE
from schemas.facts import Passage, Target
from schemas.outline import Role

# 按实测节拍推算, 经仿真计算, 据资料类比测算, 以此折算: the figure behind it is what comes out
_WORKED_OUT = re.compile(
    r"推算|测算|估算|[核计]算(?!机|[力法子中节量]|时间|耗时|用时|速度|效率|精度|资源|规模|任务|流程|能力|周期|结果)|折算|演算|验算|类比|仿真(?:结果|表明|显示|计算|分析)|模拟(?:结果|表明|显示)"
    r"|(?:按|照|据|以)(?:此|这|上述|前述|该|实测|现有|设计|单[件台个次片])[^，。；]{0,16}[，,]"
)
# what is before the work, of others, on the way, or of a case of its own
_OTHER = re.compile(
    r"现[有状行]|目前|当前|原[有来先]|人工|此前|以往|改造前|传统|常规|同[行类]|国[内外际]|行业|竞品|进口|榜单|要求|指南|通知|公告|规定|标准|不含|其中|每[一增加]"
    r"|最[坏差不]|极端|若|如(?![下图表此上期])|假[设如]|夜|雨|高峰|一旦|中期|首[期年批]|阶段|小试|中试|对照|基[线准]|较|比|低于|高于|超过|优于|降[到至低]|由|每\d|节[约省]|增加|缩短|减少|余量|裕|市场|产值|利润|税|投资|回收期"
)
_LISTS = re.compile(r"\d[^，。；\d]{0,12}[、+＋×xX*]\s?\d")
_SPLIT = re.compile(r"[。；;\n]")
_ASIDE = frozenset({Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS})
_NAMED = 0.45  # of the name's pairs of characters in the sentence
_LEAST_PAIRS = 2
_MEASURE = re.compile(r"(?:所需|用)?(?:时[间长延]|周期|[率量值数])$")
_MARKS = re.compile(r"[\W_]+")
_SURE = 0.6


def worked_out_clashes(case: Case) -> Iterator[Clash]:
    """The first such result for each metric: of those in its unit the one that the sentence speaks of most."""
    known = promised(case)
    told: set[str] = set()
    for passage in case.with_figures if known else ():
        if passage.role in _ASIDE or mode_of(passage.path) is Mode.EXISTING:
            continue
        for sentence in filter(_WORKED_OUT.search, _SPLIT.split(passage.text)):
            found = _in_sentence(passage, sentence, known)
            if found is not None and found.name not in told:
                told.add(found.name)
                yield found


def _in_sentence(passage: Passage, sentence: str, promised: list[tuple[str, Target, Target]]) -> Clash | None:
    at = _WORKED_OUT.search(sentence)
    quantities = [q for q in find_quantities(sentence) if at is not None and q.start > at.start()]
    if len(quantities) == 0 or _LISTS.search(sentence) or _OTHER.search(sentence):
        return None
    quantity = quantities[-1]
    best = max(
        ((_named(required, sentence), name, required, claim) for name, required, claim in promised),
        key=lambda one: one[0] if _pair(one[3], quantity, passage) is not None else -1.0,
    )
    share, name, _, claim = best
    pair = _pair(claim, quantity, passage)
    result = _as_target(claim, quantity, passage)
    if share < _NAMED or pair is None or quantity.value_max is not None or measures_another(claim.metric, sentence):
        return None
    if claim.comparator in ("=", "~", "range") or reaches(claim, result) is not False:
        return None
    words = sentence[at.start() if at is not None else 0 : quantity.outer_end].strip()
    found = narrow(passage.evidence, words)
    text = (
        f"「{name}」前后不一致：一处承诺{spoken(claim)}{page_of(claim.evidence, '申报材料')}，"
        f"另一处写“{words}”{page_of(found, '申报材料')}，请核实。"
    )
    return Clash(name, text, found, _SURE, f"{CAUSE}:{name}")


def _pair(claim: Target, quantity: Quantity, passage: Passage) -> tuple[float, float] | None:
    return canonical_pair(claim, _as_target(claim, quantity, passage)) if quantity.unit is not None else None


def _as_target(claim: Target, quantity: Quantity, passage: Passage) -> Target:
    return as_claim(quantity, claim, passage.evidence)


def _named(required: Target, sentence: str) -> float:
    """How much of the metric's name the sentence has; 分钟 says by itself that a time is meant."""
    name = _MEASURE.sub("", required.metric)
    pairs = {pair for piece in _MARKS.split(name) for pair in map("".join, pairwise(piece))}
    common = sum(pair in sentence for pair in pairs)
    return common / len(pairs) if common >= _LEAST_PAIRS else 0.0
