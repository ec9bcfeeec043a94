"""The seal of another body where the applicant's own belongs (某某商贸有限公司［公章］ under its letter)."""

import re
from collections.abc import Iterator

from extractors.values.organisations import is_organisation
from pipeline.screening.applicant.body_names import same_name
from pipeline.screening.applicant.unsealed import OF_OTHERS
from pipeline.screening.case import Case
from schemas.facts import SealPlace

# What a text writes in place of the print, with the name before the bracket or in it; （公章） may only be the form's.
_PRINTED = re.compile(
    r"(?P<name>[\u4e00-\u9fff（）()]{4,40}?)(?:[［【\[](?:已?加?盖)?(?:单位)?(?:公章|印章)[］】\]]|[（(]已加?盖(?:单位)?公章[)）])"
    r"|[［【\[](?P<within>[\u4e00-\u9fff（）()]{4,40}?)的?(?:公章|印章)[］】\]]"
)
# The own places, and no 县农业农村局公章 at which an office seals.
_OWN = re.compile(r"(?:申报|揭榜|牵头|承诺|申请|承担)(?:单位|企业|方)|^承诺书单位盖章$")


def anothers_seal(case: Case, place: SealPlace) -> str | None:
    """Whose seal stands at a place of the applicant's own, where that is another body; None where it is its own."""
    own = case.submission.applicant.name or ""
    if place.kind != "seal" or not is_organisation(own) or not _OWN.search(place.name) or OF_OTHERS.search(place.name):
        return None
    printed = [seal["name"] or seal["within"] for seal in _PRINTED.finditer(place.content or "")]
    if len(printed) != 1 or not is_organisation(printed[0]) or same_name(own, printed[0]):
        return None
    return printed[0]


def anothers_seals(case: Case) -> Iterator[str]:
    """The bodies whose seals stand so."""
    return (name for place in case.submission.seals if (name := anothers_seal(case, place)) is not None)
