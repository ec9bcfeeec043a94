"""The seal of another body where the applicant's own belongs (某某商贸有限公司［公章］ under its letter)."""

import re
from collections.abc import Iterator

from extractors.values.organisations import is_organisation
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.identity.body_names import same_name
from pipeline.screening.signing.unsealed import OF_OTHERS
from schemas.facts import SealPlace

# What a text writes in place of the print, with the name before the bracket or in it (某某研究所章);
# （公章） may only be the form's.
_PRINTED = re.compile(
    r"(?P<name>[\u4e00-\u9fff（）()]{4,40}?)(?:[［【\[](?:已?加?盖)?(?:单位)?(?:公章|印章)[］】\]]|[（(]已加?盖(?:单位)?公章[)）])"
    r"|[［【\[（(](?P<within>[\u4e00-\u9fff（）()]{4,40}?)的?(?:公|印)?章[］】\]）)]"
)
# 所盖为某某公司公章, 盖的是某某公司的章: the print said in words
_SAID = re.compile(
    r"[［【〔\[（(](?:此处|这里|实际)?(?:所盖|所加盖|盖|加盖|印章|公章|印文)(?:的)?(?:印章|公章|章)?(?:为|是|系|[:：])(?P<name>[\u4e00-\u9fff（）()]{4,40}?)的?(?:公|印)?章[］】〕\]）)]"
)
_RECOMMENDS = re.compile(r"推荐|主管")  # 单位审核意见 is the applicant's own
_WANTS_SEAL = re.compile(
    r"(?:推荐|主管)(?:单位|部门|机构)?[^。；;]{0,16}?(?<!无需)(?<!不需)(?<!不必)(?:加?盖(?:单位)?公?章|用印|签章)"
)
# 海岚市科学技术局; not 校学术委员会同意推荐, 推荐单位意见处
_ANY_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:[局厅部]|委(?!员)|(?:协|商|学|管委)会|办公室|政府|大学|学院|公司|研究院)(?![\u4e00-\u9fff])"
)
# Behind a label that has the form's mark already, the mark behind a name is the print: 公章：某某公司（盖章）.
_BEHIND_LABEL = re.compile(
    r"[)）]?[:：](?P<name>[\u4e00-\u9fff（）()]{4,40}?)[（(](?:已?加?盖)?(?:单位)?(?:公|印)?章[)）]"
)
# The own places, and no 县农业农村局公章 at which an office seals.
_OWN = re.compile(
    r"(?:申报|揭榜|牵头|承诺|申请|承担)(?:单位|企业|方)|^承诺书单位盖章$|^(?:材料|申报材料)?真实性(?:承诺|声明)(?:单位)?(?:公章|盖章)$"
)


def anothers_seal(case: Case, place: SealPlace) -> str | None:
    """Whose seal stands at a place of the applicant's own, where that is another body; None where it is its own."""
    own = case.submission.applicant.name or ""
    if place.kind == "seal" and is_organisation(own) and _RECOMMENDS.search(place.name):
        return _own_at_anothers(case, place, own)
    if place.kind != "seal" or not is_organisation(own) or not _OWN.search(place.name) or OF_OTHERS.search(place.name):
        return None
    printed = [seal["name"] or seal["within"] for seal in _PRINTED.finditer(place.content or "")]
    printed = printed or list(_behind_label(case, place))
    if len(printed) != 1 or not is_organisation(printed[0]) or same_name(own, printed[0]):
        return None
    return printed[0]


def recommends_as_asked(case: Case, place: SealPlace) -> bool:
    """The recommending body's place for a seal, where the call wants that seal in words: 推荐意见（推荐单位盖章）."""
    if place.kind != "seal" or _RECOMMENDS.search(place.name) is None:
        return False
    sections = (words for one in case.notice.sections for words in (one.title, one.guidance or ""))
    told = (*sections, *(one.evidence.text for one in case.notice.obligations))
    return any(_WANTS_SEAL.search(squeeze(words)) for words in told)


def _own_at_anothers(case: Case, place: SealPlace, own: str) -> str | None:
    """The applicant's own print where the office that recommends it has to seal, and is named itself."""
    lines = (squeeze(one.text) for one in case.submission.passages if one.evidence.overlaps(place.evidence))
    for line in (squeeze(place.content or ""), *lines):
        printed = [said["name"] for said in (*_SAID.finditer(line), *_PRINTED.finditer(line)) if said["name"]]
        if printed and all(same_name(own, name) for name in printed) and not _names_own(line, own, printed):
            return printed[0]
    return None


def _names_own(line: str, own: str, printed: list[str]) -> bool:
    """推荐单位：海岚公司［公章］ of a body that recommends itself: no other name stands there."""
    rest = line
    for name in printed:
        rest = rest.replace(name, "", 1)
    return own in rest or _ANY_BODY.search(rest) is None


def _behind_label(case: Case, place: SealPlace) -> Iterator[str]:
    label = squeeze(place.evidence.text).rstrip(":：")
    for passage in case.submission.passages:
        words = squeeze(passage.text) if passage.evidence.overlaps(place.evidence) else ""
        behind = _BEHIND_LABEL.match(words.partition(label)[2]) if words.count(label) == 1 else None
        if behind is not None:
            yield behind["name"]


def anothers_seals(case: Case) -> Iterator[str]:
    """The bodies whose seals stand so."""
    return (name for place in case.submission.seals if (name := anothers_seal(case, place)) is not None)
