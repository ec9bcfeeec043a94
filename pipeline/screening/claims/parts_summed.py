"""Parts of a promise with the sum that closes them: 接入岸桥12台、场桥34台，合计46台, where 40台 are asked."""

import re
from collections.abc import Sequence
from itertools import accumulate
from math import isclose

from extractors.values.quantities import Quantity, find_quantities
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.claims.named_values import as_claim
from schemas.facts import Target

_SUM = re.compile(r"(?:合计|总计|共计|一共|共)(?:为|达到?|接入|建成)?\s?(?=\d)")
_OF_EACH = re.compile(r"[单每各]")  # 单站接入数量: what all have together is none of it
_NEAR = 80  # characters of the sentence before the sum
_FEWEST = 2  # parts
_BETWEEN = re.compile(r"[、，,：:（(]|以?及|和|其中")
_DONE = re.compile(
    r"(?:(?:部署|接入|布放|投放|安装|改造|建设|建成|配备|配置|完成|新增|数量|规模|各|约|达到?|为)+|[^\w])+$"
)


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
        found = [one for one in find_quantities(sentence) if one.unit == said.unit]
        parts = [one.value for one in found]
        sums = accumulate(reversed(parts))
        made = next((count for count, total in enumerate(sums, 1) if isclose(total, said.value)), 0)
        if made < _FEWEST or _is_of_some(required.metric, sentence, found[-made:]):
            continue
        if claim.value in parts[-made:]:
            words = passage.text[match.start() : match.end() + said.outer_end]
            return as_claim(said, required, narrow(passage.evidence, words))
    return None


def _is_of_some(metric: str, sentence: str, parts: Sequence[Quantity]) -> bool:
    """近海浮标部署数量 of 部署近海浮标12台、深海浮标34台: the metric names some of the parts, and not all."""
    names = [_name(sentence, part) for part in parts]
    known = [next((name[at:] for at in range(len(name) - 1) if name[at:] in metric), "") for name in names]
    named = [word for word in known if word and sum(name.endswith(word) for name in names) == 1]
    return 0 < len(named) < len(parts)


def _name(sentence: str, part: Quantity) -> str:
    """What is counted, behind its figure (12台近海浮标) or else before it."""
    behind = _BETWEEN.split(sentence[part.outer_end :], maxsplit=1)[0].strip()
    before = _BETWEEN.split(sentence[: part.start])[-1]
    return behind if re.match(r"[\u4e00-\u9fff]{2}", behind) is not None else _DONE.sub("", before)
