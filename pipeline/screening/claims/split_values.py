"""One cell with a value for each case (小麦≤0.9%，水稻≤1.4%; 验收时≤5%，推广满两年≤3.5%): the poorest is held to."""

import re
from collections.abc import Iterator

from extractors.values.quantities import find_quantities
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.claims.compare import canonical_pair, reaches
from pipeline.screening.claims.metrics import share
from pipeline.screening.claims.named_values import NAMED, as_claim
from pipeline.screening.claims.other_cases import is_of_another_thing, make_up_whole
from pipeline.screening.claims.unread_promises import promising_passages
from schemas.facts import Passage, Target

# In a turned table the labels are the metrics (单位产品综合能耗较改造前下降：24%).
_CELLS = re.compile(r"\t|；(?=[^；：，。]{1,24}：)")
_LABEL = re.compile(r"^[^：；，。]{1,24}：")
_PIECE = re.compile(r"[，,；;/]|(?<=[\d%％])\s")
_LONGEST, _LONGEST_CELL, _LEAST = 26, 60, 2  # characters of a piece and of such a cell, pieces with a value
# What is there, what others reach, what is asked, and steps on the way are no case of what is promised.
_ASIDE = re.compile(
    r"现[状有]|目前|当前|原|基[线准]|国[内外家标]|行业|同类|竞品|对比|要求|榜单|通知|中期|阶段|20\d\d|年[底末初]|由|从|提[升高]|降低?了|其中|第[一二三四]"
)
_AT = re.compile(r"[-－—]?(?<!\d)\d+(?:\.\d+)?\s?(?:℃|°C|度|C\b|kPa|MPa|V|Hz|rpm)")


def poorest(case: Case, required: Target) -> tuple[str, Target] | None:
    """The piece that falls short, and its value; None where every case of the cell reaches what is required."""
    for passage in promising_passages(case):
        cells = _CELLS.split(passage.text)
        named = [cell for cell in cells if _names(required.metric, cell)]
        if len(cells) < _LEAST or not named or all(_names_another(case, required, cell) for cell in named):
            continue
        for cell in cells:
            for found in _short_of(passage, _LABEL.sub("", cell), required):
                return found
    return None


def _names(metric: str, cell: str) -> bool:
    words = _LABEL.sub("", cell).strip()
    return len(words) <= 2 * len(metric) + 4 and share(metric, words) >= NAMED


def _names_another(case: Case, required: Target, cell: str) -> bool:
    """呼吸性粉尘除尘效率 is more of its own name than of 总粉尘除尘效率."""
    words = _LABEL.sub("", cell).strip()
    others = (o.target.metric for o in case.of("numeric_target") if o.target is not None)
    return any(share(other, words) > share(required.metric, words) for other in others)


def _short_of(passage: Passage, cell: str, required: Target) -> Iterator[tuple[str, Target]]:
    if len(cell) > _LONGEST_CELL or _ASIDE.search(cell):
        return
    told: list[tuple[str, Target]] = []
    pieces = _PIECE.split(cell)
    for piece, behind in zip(pieces, [*pieces[1:], ""], strict=True):
        said = [one for one in find_quantities(piece) if not one.counts][-1:] if len(piece) <= _LONGEST else []
        own = [as_claim(one, required, narrow(passage.evidence, piece.strip())) for one in said]
        if is_of_another_thing(piece, behind, cell, required):
            continue
        told += [(piece.strip(), one) for one in own if canonical_pair(required, one) is not None]
    if len(told) < _LEAST:
        return
    best = next((value for _, value in told if reaches(required, value)), None)
    if best is not None and make_up_whole(best, [words for words, _ in told]):
        return
    asked = set(_AT.findall(required.metric))
    for words, value in told:
        at = set(_AT.findall(words))
        if reaches(required, value) is False and (not asked or not at or at & asked):
            yield words, value
