"""What an application takes back beside a figure that is high enough: 允许降至…, 仅计…, 余下9台安排在2028年秋季."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.targets.dues import due_in
from extractors.values.quantities import Quantity, find_quantities
from pipeline.screening.answers.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.dates import last_day
from pipeline.screening.figures.compare import canonical_pair, reaches
from pipeline.screening.figures.named_values import as_claim
from schemas.evidence import Evidence
from schemas.facts import Target

_FAR = 120  # characters behind the figure, in its sentence or cell
_ENDS = re.compile(r"[。\n\t]|；[^；：，。]{1,8}：")
# 完成插拔试验后允许降至5GΩ, 约合2500米, 水稻暂按≤6%考核: a value that counts as well, right behind the words
_LETS = re.compile(
    r"(?:允许|可|准许|放宽|降低|下降|退化|衰减)+(?:其)?(?:下降|降低|降|放宽|下调|调整|退)?(?:到|至|为)|(?:约合|约相当于|相当于|折合|折算后?[约为]?|换算后?[约为]?)"
    r"|暂(?:按|定|取|以)(?:为)?"
)
_BESIDE = 4  # characters between the words and the figure
# 仅计清选损失, 割台与夹带损失不计入: of a part of what is measured
_OF_PART = re.compile(
    r"(?:仅|只)(?:计|计算|统计|计入|考核|含)[^，。；（）()]{2,24}|[^，。；（）()]{2,20}不(?:计入|计在内|纳入(?:统计|考核|计算)|算在内|在此列)"
)
_OUTSIDE = re.compile(r"停电|断电|停机|停网|来料|不可抗力|人为|计划[内性]?|检修|保养|恶劣天气|外部|误差")
# 余下9台安排在2028年秋收季
_REST = re.compile(
    r"(?:其余|余下|剩余|另外|另有|其他)的?\s?(?P<number>\d{1,6})\s?(?P<unit>[\u4e00-\u9fff])[^，。；）)\d]{0,12}?(?P<due>20\d\d\s?年(?:\s?\d{1,2}\s?月|[上下]半年|[春夏秋冬][^，。；）)]{0,3}|[年初中末底]+)?)"
)


@dataclass(frozen=True, slots=True)
class Reservation:
    """What is said, the value that holds then (None where it is that of a part), and where."""

    words: str
    value: Target | None
    found: Evidence


def reservation(case: Case, required: Target, claim: Target) -> Reservation | None:
    """The first that leaves less than is required; None where nothing is taken back."""
    behind = _behind(case, claim)
    return next((found for look in (_lets, _of_part, _later) for found in look(required, claim, behind)), None)


def _behind(case: Case, claim: Target) -> str:
    """The figure and what follows it in its sentence or cell."""
    said = claim.evidence.text
    for passage in case.submission.passages:
        if passage.evidence.overlaps(claim.evidence) and said in passage.text:
            at = passage.text.index(said)
            stop = _ENDS.search(passage.text, at + len(said))
            return passage.text[at : min(stop.start() if stop else len(passage.text), at + len(said) + _FAR)]
    return ""


def _lets(required: Target, claim: Target, behind: str) -> Iterator[Reservation]:
    cues = [cue.end() for cue in _LETS.finditer(behind)]
    for said in find_quantities(behind) if cues else ():
        cue = next((end for end in cues if 0 <= said.start - end <= _BESIDE), None)
        own = as_claim(said, required, claim.evidence)
        if cue is None or _is_claims(said, claim) or canonical_pair(required, own) is None:
            continue
        if reaches(required, own) is False:
            words = behind[_start(behind, cue) : said.outer_end]
            yield Reservation(words, own, _at(claim, words))


def _is_claims(said: Quantity, claim: Target) -> bool:
    return said.value == claim.value and said.unit == claim.unit


def _start(behind: str, cue: int) -> int:
    """Where the piece with the cue begins."""
    return max(behind.rfind(mark, 0, cue) for mark in "，,；;（(：:") + 1


def _of_part(required: Target, claim: Target, behind: str) -> Iterator[Reservation]:
    # what stops the thing from outside is nobody's promise: 因停电造成的停机不计入
    part = _OF_PART.search(behind, len(claim.evidence.text) if not _OF_PART.search(claim.evidence.text) else 0)
    if part is not None and _OF_PART.search(required.evidence.text) is None and not _OUTSIDE.search(part.group()):
        yield Reservation(part.group(), None, _at(claim, part.group()))


def _later(required: Target, claim: Target, behind: str) -> Iterator[Reservation]:
    rest = _REST.search(behind)
    wanted = last_day(required.due) if required.due else None
    if rest is None or wanted is None or required.comparator not in (">=", ">", "="):
        return
    due = last_day(due_in(re.sub(r"\s", "", rest["due"])) or "")
    left = claim.value - float(rest["number"])
    if due is None or due <= wanted or rest["unit"] != (claim.unit or "").removeprefix("个")[:1]:
        return
    own = claim.model_copy(update={"value": left, "canonical_value": left if claim.canonical_value else None})
    if reaches(required, own) is False:
        yield Reservation(rest.group(), own, _at(claim, rest.group()))


def _at(claim: Target, words: str) -> Evidence:
    return narrow(claim.evidence, words) if words in claim.evidence.text else claim.evidence
