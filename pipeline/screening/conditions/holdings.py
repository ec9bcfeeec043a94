"""Who of the call's own body holds a part of the applicant (发榜方持股超过20%的，不得揭榜)."""

import re

from extractors.values.organisations import is_organisation
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of
from schemas.facts import Target
from schemas.finding import Finding
from schemas.notice import Obligation

_EXCLUDED = re.compile(
    r"(?:发榜|出题|出榜|需求|招标)(?:方|单位|企业)[^，。；]{0,16}?(?:持有|持股|占股|控股|股权|股份|出资)[^。；]*不得"
)
_HOLDERS = re.compile(r"股东|股权|持股|出资|举办")
_PERCENTS = ("%", "％")


def issuer_holds(case: Case, obligation: Obligation, required: Target) -> Finding | None:
    """More than the call allows, where the list of holders names its body; None where it does not."""
    if required.unit not in _PERCENTS or not _EXCLUDED.search(obligation.name):
        return None
    for issuer in filter(is_organisation, case.notice.issuers):
        holds = re.compile(
            re.escape(issuer)
            + r"(?:[（(][^（）()]{1,12}[)）])?[^，。；;、\d]{0,10}(?P<said>\d{1,3}(?:\.\d{1,3})?)\s?[%％]"
        )
        for passage in case.submission.passages:
            said = holds.search(passage.text) if _HOLDERS.search(passage.text) else None
            if said is not None and float(said["said"]) > required.value:
                found = narrow(passage.evidence, said.group())
                text = f"申报材料写明“{said.group()}”{page_of(found, '申报材料')}，不符合“{obligation.name}”的要求。"
                return conclude(obligation, "invalid", text, found=found, confidence=0.75)
    return None
