"""What stands below a place for seals: a line for each of several bodies, or what the print says that is on it."""

import re

from extractors.values.organisations import is_organisation
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.signing.signing_words import open_in
from schemas.evidence import Evidence
from schemas.facts import SealPlace
from schemas.outline import Role

# 某某大学（公章）, 2.某某公司（待盖章） 2026年5月6日
_BODY = re.compile(
    r"(?:[（(]?\d{1,2}[)）.．、])?(?P<name>[\u4e00-\u9fff（）()A-Za-z]{4,30}?)[:：]?"
    r"[（(【［\[](?P<said>[^（）()【】［］\[\]]{1,30})[）)】］\]](?:20\d\d年\d{1,2}月\d{1,2}日)?"
)

_LABEL = re.compile(r"^[\u4e00-\u9fff]{2,8}[:：]")  # 承诺单位：
# [印章文字：某某公司合同专用章]: what the print says, written out behind the place or on the line below it
_PRINT = re.compile(
    r"[［【\[（(](?:印章|公章|盖章|印文|章)(?:文字|内容|印文|字样)?[:：](?P<print>[^［］【】\[\]（()）]{4,40})[］】\])）]"
)
# 某某公司（合同专用章）, the name and its mark right behind an empty place of the same line
_NAMED_BEHIND = re.compile(
    r"[:：]?(?P<print>[\u4e00-\u9fff（）()]{4,40}?[［【〔\[（(][\u4e00-\u9fff]{0,12}章[］】〕\]）)])(?![:：])"
)


def with_print(case: Case, place: SealPlace) -> SealPlace:
    """The place with the words of its print as what is there, where its line or a bracket below it tells them."""
    passages = case.submission.passages if place.kind == "seal" else ()
    at = next((i for i, one in enumerate(passages) if one.evidence.overlaps(place.evidence)), None)
    if at is None:
        return place
    behind = squeeze(passages[at].text).partition(squeeze(place.evidence.text))[2]
    below = squeeze(passages[at + 1].text) if at + 1 < len(passages) else ""
    prints = [*_PRINT.finditer(behind)] or [one for one in (_PRINT.fullmatch(below),) if one is not None]
    named = _NAMED_BEHIND.match(behind) if not prints and not place.content else None
    prints = [named] if named is not None else prints
    return place.model_copy(update={"content": prints[0]["print"]}) if len(prints) == 1 else place


def open_at_name(case: Case, template: SealPlace) -> Evidence | None:
    """海岚公司（待盖章）, 承诺单位：海岚公司（用印办理中）: the letter's line with the name, where no place is."""
    own = squeeze(case.submission.applicant.name or "")
    if template.kind != "seal" or template.role is not Role.COMMITMENT or not own:
        return None
    for passage in case.submission.passages:
        line = _BODY.fullmatch(_LABEL.sub("", squeeze(passage.text))) if passage.role is template.role else None
        if line is not None and line["name"] == own and open_in(line["said"]) is not None:
            return passage.evidence
    return None


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
