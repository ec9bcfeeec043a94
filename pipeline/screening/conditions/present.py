"""What the applicant has now (目前基础母羊存栏320只), where that is less than the condition asks."""

import re

from pipeline.screening.case import Case
from pipeline.screening.claims.compare import canonical_pair, reaches
from pipeline.screening.claims.metrics import contained
from schemas.evidence import Evidence
from schemas.facts import Target

# Who has it, and the day for which it is asked or told, no part of the name.
_WHEN = re.compile(
    r"^(?:(?:揭榜|申报|申请|牵头)(?:单位|企业|主体|方))?(?:应当?|须)?(?:在?申[报请](?:截止)?(?:时|之日|日|当日)|提交申[报请]时)?[，的]?"
)
_NOW = re.compile(
    r"^(?:截至(?:目前|申报[时日]?|20\d\d年\d{1,2}月(?:\d{1,2}日|底)?)[，]?|目前|当前|现有|现(?=[\u4e00-\u9fff]{3}))"
)
_OWN = re.compile(r"^(?:我|本)(?:社|场|公司|单位|院|所|校|企业|司)(?:的|已有|共有|有|已)?|^(?:已有|共有|已)")
_SAME = 0.9


def less_now(case: Case, required: Target) -> tuple[float, Evidence | None] | None:
    """The most that is said to be there now under the name asked; None where that is enough, or nothing is said.

    What is planned or may be added later (年底前可转入约200只) is another figure.
    """
    if required.comparator not in (">=", ">") or required.canonical_unit == "元":
        return None
    asked, best = _WHEN.sub("", required.metric), None
    for figure in case.submission.figures:
        now = _NOW.match(figure.metric)
        if now is None or canonical_pair(required, figure) is None or figure.canonical_value is None:
            continue
        named = _OWN.sub("", figure.metric[now.end() :])
        if contained(asked, named) >= _SAME and contained(named, asked) >= _SAME:
            if reaches(required, figure):
                return None
            if best is None or figure.canonical_value > best[0]:
                best = (figure.canonical_value, figure.evidence)
    return best
