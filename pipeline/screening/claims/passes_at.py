"""What is enough to pass, told apart from the promise: 识别准确率达到95%即视为通过, beside 承诺97.5%."""

import re
from collections.abc import Iterator

from pipeline.screening.case import Case
from pipeline.screening.claims.compare import reaches
from schemas.facts import Target

# 达到95%即视为通过, 不低于95%即为合格
_PASSES = re.compile(
    r"\d[^，。；]{0,8}?(?:即|就|便|则)可?(?:视[为作]|认定为?|判定?为?|算作?|为)?(?:验收)?(?:通过|合格|达标)"
)
_APART = 4  # letters that the claim's name has besides the metric's (模型识别准确率)
# 单类识别准确率, 中期识别准确率: of a part, or on the way
_OF_PART = re.compile(r"[单每各某]|中期|阶段|首轮|初[步测]|预验收|分项|抽[检测查]")


def too_low_to_pass(case: Case, required: Target) -> Target | None:
    """The first value of the metric with which the application would have the work pass though it falls short."""
    return next((one for one in _told(case, required) if reaches(required, one) is False), None)


def _told(case: Case, required: Target) -> Iterator[Target]:
    for claim in case.submission.targets:
        words = re.sub(r"\s", "", claim.evidence.text)
        named = required.metric in claim.metric and len(claim.metric) <= len(required.metric) + _APART
        if named and _PASSES.search(words) is not None and _OF_PART.search(words) is None:
            yield claim
