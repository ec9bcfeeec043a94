"""A place for the seals of several bodies, with a line for each of them below: one of them says that it is open."""

import re

from extractors.values.organisations import is_organisation
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.signing.signing_words import open_in
from schemas.evidence import Evidence
from schemas.facts import SealPlace

# 某某大学（公章）, 2.某某公司（待盖章） 2026年5月6日
_BODY = re.compile(
    r"(?:[（(]?\d{1,2}[)）.．、])?(?P<name>[\u4e00-\u9fff（）()A-Za-z]{4,30}?)[:：]?"
    r"[（(【［\[](?P<said>[^（）()【】［］\[\]]{1,30})[）)】］\]](?:20\d\d年\d{1,2}月\d{1,2}日)?"
)


def open_below(case: Case, place: SealPlace) -> Evidence | None:
    """联合体成员单位（公章）： over 某某大学（公章） and 某某研究院（待盖章）: the line of the one that is open."""
    if place.kind != "seal":
        return None
    passages = case.submission.passages
    label = squeeze(place.evidence.text).rstrip("：:")
    at = next((i for i, one in enumerate(passages) if one.evidence.overlaps(place.evidence)), len(passages))
    if at == len(passages) or not squeeze(passages[at].text).rstrip("：:").endswith(label):
        return None
    for passage in passages[at + 1 :]:
        line = _BODY.fullmatch(squeeze(passage.text))
        if line is None or not is_organisation(line["name"]):
            return None
        if open_in(line["said"]) is not None:
            return passage.evidence
    return None
