"""A count (共34种) against the table below it that lists what it counts (如下表: 9种, 7种, 5种, 7种)."""

import re

from pipeline.screening.case import Case
from schemas.facts import Target

_BELOW = re.compile(r"(?:如|见)?下表|列表如下|如下[：:]?$")
_CELL = re.compile(r"(?:^|；)(?P<head>[^：；]{1,20})：(?P<count>\d{1,6})\s?(?P<unit>[\u4e00-\u9fff]{1,2})(?=；|$)")
_TOTAL = re.compile(r"(?:^|：)(?:合计|总计|共计|小计)(?:；|$)")
_LEAST = 3  # rows


def listed_sum(case: Case, claim: Target) -> Target | None:
    """The claim with the sum of the table's counts, where these are in its unit and come to less; else None."""
    said = case.passage_of.get((claim.evidence.file, claim.evidence.start))
    passages = case.submission.passages
    if said is None or claim.canonical_unit != "个" or _BELOW.search(passages[said].text) is None:
        return None
    counts: list[int] = []
    head = None
    for passage in passages[said + 1 :]:
        cells = [cell for cell in _CELL.finditer(passage.text) if head in (None, cell["head"])]
        cell = next((one for one in cells if one["unit"] == claim.unit), None)
        if _TOTAL.search(passage.text):
            break
        if cell is None:
            if head is not None and f"{head}：" in passage.text:
                return None  # 10种以上, 其余各种: what is not read cannot be summed
            break
        head = cell["head"]
        counts.append(int(cell["count"]))
    total = float(sum(counts))
    if len(counts) < _LEAST or total >= claim.value:
        return None
    return claim.model_copy(update={"value": total, "canonical_value": total, "comparator": "="})
