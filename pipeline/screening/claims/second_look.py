"""A second look before a figure is called too low: is there another figure for the same metric that would do?

Which of several figures of one sentence or row is the promise is told by words and columns, and applicants have words
of their own (交付线：1,280张卡). Where another one reaches what is asked a person has to say which of them counts.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.values.quantities import Quantity, find_quantities
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.claims.compare import canonical_pair, reaches
from pipeline.screening.claims.left_over import is_aside
from pipeline.screening.claims.metrics import measures_another, same_measure_word, share
from pipeline.screening.claims.named_values import LEADS, PROMISE, as_claim
from pipeline.screening.claims.patents import asks_for_granted
from pipeline.screening.claims.unread_promises import is_told, promising_passages, reports
from schemas.evidence import Evidence
from schemas.facts import Passage, Target

NAMED = 0.6  # the share of the metric's pairs of characters that stand beside the figure
# The same where the claim bears the very name: 年服务产品120个 answers no 典型产品 where 4个典型产品 are promised.
NAMED_BY_ALL, _WHOLE_NAME = 0.9, 5
NEAR = 60  # characters between the claim's clause and the next that may speak of the same
LONGEST = 400  # characters of a clause
_CLAUSE = re.compile(r"[^。；;！？\n]+")
_PIECE = re.compile(r"[，,、：:\t／|]")
# What is asked, what others reach, what is hoped for beyond the promise.
_NO_PROMISE = re.compile(
    r"榜[单题文]|任务书?要求|要求|国际|国内|国外|海外|进口|先进|在售|同类|挑战|争取|冲刺|展望|远期|现状|获得?授权|已获|标准|上限|基线|[由从]$"
)
_HOPED = re.compile(r"力争|争取|力求|有望|努力")  # 验收承诺不低于90%，力争95%: beside a bound, no promise
_ENSURED = re.compile(r"(?:确保|保证|保底|兜底)[^，,。；\d]{0,8}$")  # 确保支持26种，力争30种
_YEAR = re.compile(r"20\d\d(?=\s?年|-|$)")
_COUNTED, _GRANTED = "个", "授权"
_PEOPLE = frozenset({"人", "名", "位"})


_INSTRUMENT = 8  # characters behind a figure that may name one
_MARKS, _CELLS_OF_ROW = re.compile(r"[\W_]+"), 3
# 榜单值：≥92%, in a row of its own or in a cell: what is asked, told beside what is promised
_CALLS = r"(?:榜单|榜题|榜文|通知|指南|公告|发榜(?:方|单位)?|需求(?:方|单位)?)的?(?:要求|规定|指标|目标)?值?"
_OF_CALL = re.compile(rf"\s*{_CALLS}\s*[：:]")
_ROW_OF_CALL = re.compile(rf"[^：；]{{1,12}}：{_CALLS}；")
_LABEL = re.compile(r"\s*(?P<label>[^：:，,。]{2,20})[：:]")  # 能量回收效率：96.3%, one row's name and its figure


def another_reading(case: Case, required: Target, claim: Target) -> Evidence | None:
    """The first figure that reaches what is required, in a clause that names the metric or is next to the claim's."""
    last = max((int(year) for due in (required.due, claim.due) for year in _YEAR.findall(due or "")), default=None)
    others = [o.target.metric for o in case.of("numeric_target") if o.target is not None and o.target is not required]
    named_so = _MARKS.sub("", claim.metric) == _MARKS.sub("", required.metric) and len(required.metric) >= _WHOLE_NAME
    least = NAMED_BY_ALL if named_so else NAMED
    for passage in promising_passages(case):
        if _ROW_OF_CALL.match(passage.text):
            continue
        for match in _CLAUSE.finditer(passage.text):
            clause = match.group()
            if _OF_CALL.match(clause):
                continue
            late = last is not None and any(int(year) > last for year in _YEAR.findall(clause))
            if len(clause) > LONGEST or late or _is_labelled_other(clause, required, others):
                continue
            beside = (
                claim if _is_beside(passage, match, claim) or _is_in_row_of(passage.text, match, required) else None
            )
            if beside is None and share(required.metric, clause) < least:
                continue
            if beside is claim and _HOPED.search(clause) is not None and is_all_promised(claim, clause):
                continue
            for said in _that_reach(clause, required, others, beside):
                evidence = _at(passage, match.start() + said.outer_start, match.start() + said.outer_end)
                beside_it = _is_others_column(passage, claim, said)
                if not (beside_it or evidence.overlaps(claim.evidence) or is_told(case, evidence)):
                    return evidence
    return None


def is_all_promised(claim: Target, clause: str) -> bool:
    """The claim has a bound, or is what is ensured: what is hoped for beside it is no promise."""
    return claim.comparator != "=" or _ENSURED.search(clause.partition(claim.evidence.text)[0]) is not None


def _at(passage: Passage, start: int, end: int) -> Evidence:
    """The words of the passage there; found again where its evidence has another text."""
    words, whole = passage.text[start:end], passage.evidence
    if whole.text != passage.text:
        return narrow(whole, words)
    return whole.model_copy(update={"text": words, "start": whole.start + start, "end": whole.start + end})


def _is_others_column(passage: Passage, claim: Target, said: Quantity) -> bool:
    """600 GB/s | ≥260 GB/s: in a row whose promise has a bound, plain figures are of products that are there."""
    row = passage.evidence.overlaps(claim.evidence) and "\t" in passage.evidence.text
    return row and claim.comparator != "=" and not said.compared


def _is_labelled_other(clause: str, required: Target, others: Sequence[str]) -> bool:
    """能量回收效率：96.3% beside 高压泵效率：86.5%: the label is another metric's that is asked for."""
    label = _LABEL.match(clause)
    if label is None:
        return False
    own = share(required.metric, label["label"])
    return any(share(other, label["label"]) > max(own, NAMED) for other in others)


def _is_beside(passage: Passage, clause: re.Match[str], claim: Target) -> bool:
    at = claim.evidence.start - passage.evidence.start
    return passage.evidence.overlaps(claim.evidence) and clause.start() - NEAR <= at <= clause.end() + NEAR


def _is_in_row_of(text: str, clause: re.Match[str], required: Target) -> bool:
    """单帧处理时延；11ms；4ms: a cell of a row whose heads are not known, under the metric's own name in the first."""
    cells = text.split("；")
    name = _MARKS.sub("", cells[0])
    whole = len(cells) >= _CELLS_OF_ROW and name == _MARKS.sub("", required.metric)
    return whole and clause.start() > 0 and bool(find_quantities(clause.group()))


def _that_reach(clause: str, required: Target, others: Sequence[str], beside: Target | None) -> Iterator[Quantity]:
    """Those of the clause that reach it and are named by the metric, or by nothing beside the claim (``beside``)."""
    for said in find_quantities(clause):
        lead = _PIECE.split(clause[: said.outer_start])[-1]
        piece = lead + clause[said.outer_start : said.outer_end]
        own = required.evidence.model_copy(update={"text": piece})  # 每日60吨 is no 60吨 an hour
        one = as_claim(said, required, own)
        if asks_for_granted(required) and _GRANTED not in piece:
            continue  # 申请12件，其中授权6件
        if reports(piece) or _NO_PROMISE.search(clause[: said.outer_start]):
            continue
        if is_aside(lead + clause[said.outer_start : said.end + _INSTRUMENT]):
            continue
        if (one.unit is None) != (required.unit is None) or not same_measure_word(required, one):
            continue
        if (one.unit in _PEOPLE) != (required.unit in _PEOPLE):
            continue  # 多语种教师40余人 are no 语种
        counted = one.canonical_unit == _COUNTED
        named = share(required.metric, piece if counted else clause)
        unnamed = beside is not None and (not counted or beside.unit == one.unit)
        of_it = PROMISE.fullmatch(lead) is not None or share(required.metric, lead) >= LEADS
        if (named < NAMED and not unnamed) or not of_it or any(share(other, piece) > named for other in others):
            continue
        if any(measures_another(required.metric, name) for name in _PIECE.split(clause[: said.outer_start])):
            continue
        if canonical_pair(required, one) is not None and reaches(required, one):
            yield said
