"""Parts of a promise with the sum that closes them: 接入岸桥12台、场桥34台，合计46台, where 40台 are asked."""

import re
from itertools import accumulate
from math import isclose

from extractors.values.quantities import find_quantities
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.claims.named_values import as_claim
from schemas.facts import Target

_SUM = re.compile(r"(?:合计|总计|共计|一共|共)(?:为|达到?|接入|建成)?\s?(?=\d)")
_OF_EACH = re.compile(r"[单每各]")  # 单站接入数量: what all have together is none of it
_NEAR = 80  # characters of the sentence before the sum
_FEWEST = 2  # parts


def summed_parts(case: Case, required: Target, claim: Target) -> Target | None:
    """The sum as the claim, where the claim is one of the parts right before it that make it up; else None."""
    at = case.passage_of.get((claim.evidence.file, claim.evidence.start))
    if at is None or required.comparator not in (">=", ">") or _OF_EACH.search(required.metric):
        return None
    passage = case.submission.passages[at]
    for match in _SUM.finditer(passage.text):
        sentence = re.split(r"[。；;\n]", passage.text[max(0, match.start() - _NEAR) : match.start()])[-1]
        behind = re.split(r"[。；;，,\n]", passage.text[match.end() :], maxsplit=1)[0]
        said = next((one for one in find_quantities(behind) if one.start == 0), None)
        if said is None or said.unit != claim.unit:
            continue
        parts = [one.value for one in find_quantities(sentence) if one.unit == said.unit]
        sums = accumulate(reversed(parts))
        made = next((count for count, total in enumerate(sums, 1) if isclose(total, said.value)), 0)
        if made >= _FEWEST and claim.value in parts[-made:]:
            words = passage.text[match.start() : match.end() + said.outer_end]
            return as_claim(said, required, narrow(passage.evidence, words))
    return None
