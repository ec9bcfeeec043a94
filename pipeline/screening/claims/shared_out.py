"""A number promised of several together where it is asked of each: 8个数据集合计赋能26个 of 各数据集赋能10个."""

import re
from collections.abc import Iterator

from extractors.values.han_numerals import han_value
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.claims.around_claims import Around
from pipeline.screening.claims.compare import reaches
from schemas.facts import Target

_MEASURES = "个台套条家类种座款项处所支艘仓户只"
# 各数据集, 每个示范县, 单条产线: what the notice asks of each
_OF_EACH = re.compile(rf"(?:[各每](?:一)?[{_MEASURES}]?|单[{_MEASURES}]?)(?P<thing>[\u4e00-\u9fff]{{2,10}})")
_TOTAL = (
    r"(?:合计|共计|总计|累计|一共|总共|共同|一起|合起来|加起来|加在一起|之和|总和|总量|总数|整体|汇总"
    r"|共(?![同享用建性]))"
)
_COUNT = r"(?P<count>(?<![\d.])\d{1,4}|[两二三四五六七八九十]{1,3})"
# 8个数据集合计赋能, 三个示范县共: before the figure, or in the bracket behind it
_TOGETHER = rf"{_COUNT}\s?(?P<thing>[{_MEASURES}][\u4e00-\u9fff]{{0,10}}?)的?{_TOTAL}"
_BEFORE = re.compile(_TOGETHER + r"[^\d，。；：]{0,10}$")
_BEHIND = re.compile(r".{0,2}[（(]" + _TOGETHER + r"[^\d，。；：（）()]{0,4}[）)]")
_CLAUSE_ENDS = re.compile(r"[，。；：\n\t]")
_FIGURE = re.compile(r"\d[\d,.]{0,12}\D{0,24}$")
# 合计12个, 全部数据集共赋能12个, 12个（三者之和）: of all, whose number the call itself asks for
_OF_ALL = re.compile(rf"{_TOTAL}|(?:全部|所有|几[{_MEASURES}]|[两二三四五六七八九十]者)")
_EACH = re.compile(r"[各每均]|平均|单[个台套条家座]")
_EACH_TOO = re.compile(rf"{_EACH.pattern}|分别")
# 其中百科5个、科研4个、医药3个; 分别赋能5个、4个、3个: what each has
_PARTS = re.compile(
    rf"(?P<cue>其中|分别(?:为|是|[\u4e00-\u9fff]{{1,6}}?)?)?[：:]?(?P<parts>[^，。；：\d]{{0,12}}\d{{1,5}}\s?[{_MEASURES}]"
    rf"(?:[、，和及]+[^，。；：、\d]{{0,12}}\d{{1,5}}\s?[{_MEASURES}]){{1,9}})"
)
_PART = re.compile(rf"(?P<count>\d{{1,5}})\s?(?P<unit>[{_MEASURES}])")
_NEAR = 24  # characters around the figure that say of how many it is


def of_all_together(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """The words that say so, where the number shared out among them is too low."""
    asked = _asked_of_each(required, claim)
    if asked is None:
        return
    clause = _CLAUSE_ENDS.split(told.sentence[: told.end])[-1]
    figure = _FIGURE.search(clause)
    before = _BEFORE.search(clause[: figure.start()]) if figure is not None else None
    said = before or _BEHIND.match(told.behind)
    if said is None or not _same_thing(asked, said["thing"]):
        return
    among = max(1.0, float(han_value(said["count"]) or 1))
    if _is_short(required, claim, claim.value / among):
        yield said.group().strip("（() ")


def of_each_in_parts(case: Case, required: Target, claim: Target, told: Around) -> Iterator[str]:
    """合计12个，其中甲5个、乙4个、丙3个, and 合计12个 alone, where the call asks for so many of the things."""
    asked = _asked_of_each(required, claim)
    if asked is None:
        return
    clause = _CLAUSE_ENDS.split(told.sentence[: told.end])[-1] + told.in_cell[:_NEAR].split("，")[0]
    said = told.sentence[max(0, told.start - _NEAR) :]
    parts = next((one for one in _PARTS.finditer(said) if one["cue"]), None) or _PARTS.search(said)
    if parts is not None and not _EACH.search(clause) and (counts := _parts_of(parts, asked, claim)):
        if _is_short(required, claim, min(counts)):
            yield parts.group().strip("，：; ")
        return
    among = _number_of(case, asked)
    if _OF_ALL.search(clause) is None or _EACH_TOO.search(clause) is not None or among is None:
        return
    if _is_short(required, claim, claim.value / among):
        yield clause.strip("，；（() ")


def _parts_of(parts: re.Match[str], asked: str, claim: Target) -> list[int]:
    """What each has: the parts of the claim, or the claim with its like: 东海区5个、南海区4个."""
    found = list(_PART.finditer(parts["parts"]))
    counts = [int(one["count"]) for one in found]
    names = [re.split("[、，和及]", parts["parts"][: one.start()])[-1] for one in found[1:]]
    alike = claim.value == counts[0] and all(name[-1:] and name[-1:] in asked for name in names)
    of_it = parts["cue"] is not None and max(counts) < claim.value and len({one["unit"] for one in found}) == 1
    return counts if of_it or alike else []


def _asked_of_each(required: Target, claim: Target) -> str | None:
    """The thing of which each is to have so many; None where nothing is asked of each."""
    asked = _OF_EACH.search(squeeze(required.evidence.text))
    counts = required.comparator in (">=", ">", "=") and claim.canonical_value is not None
    return asked["thing"] if asked is not None and counts else None


def _number_of(case: Case, thing: str) -> float | None:
    """How many of the things the call asks for: 高质量数据集≥3 of 各数据集赋能."""
    for one in case.of("numeric_target"):
        target = one.target
        if target is None or _OF_EACH.search(squeeze(target.evidence.text)) is not None:
            continue
        if target.value > 1 and target.comparator in (">=", ">", "="):
            metric = squeeze(target.metric)
            if any(thing.startswith(metric[-length:]) for length in range(min(len(metric), len(thing)), 1, -1)):
                return target.value
    return None


def _is_short(required: Target, claim: Target, value: float) -> bool:
    """Each has no more than ``value`` of what the claim counts, and that is too few."""
    factor = (claim.canonical_value or claim.value) / claim.value if claim.value else 1.0
    share = {"canonical_value": value * factor, "value": value}
    return reaches(required, claim.model_copy(update=share)) is False


def _same_thing(asked: str, said: str) -> bool:
    """示范仓 of 单仓测点数, 数据集 of 各数据集赋能: by its last character, which is not 个."""
    return said[-1] != "个" and said[-1] in asked
