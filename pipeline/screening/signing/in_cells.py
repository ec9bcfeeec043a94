"""Places to sign or seal inside the cell of an opinion, and own lines that say themselves that they are open."""

import re
from collections.abc import Iterator, Sequence

from pipeline.screening.application.labels import alike
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, conclude, implied, page_of
from pipeline.screening.fields.own_form import hook
from pipeline.screening.signing.signing_words import open_in
from pipeline.screening.signing.unsealed import OF_OTHERS
from schemas.facts import SealPlace
from schemas.finding import Finding
from schemas.outline import Role

# 牵头单位意见公章, 申报单位意见法定代表人签字: of which field
_OF_OPINION = re.compile(r"^(?P<field>[\u4e00-\u9fff]{2,16}意见)[\u4e00-\u9fff]{0,12}?(?:公章|盖章|签章|签[字名])$")
# The label within the cell, and what is said behind it up to the next one or the day
_SEALS = (
    r"(?:单位|企业|公司|机构)?"
    r"(?:[（(]\s*(?:加?盖)?(?:单位)?(?:公章|盖章|印章|签章)\s*[)）]|(?:公章|盖章|印章)(?=\s*[:：]))"
)
_SIGNS = r"(?:法定代表人|法人代表|单位负责人|负责人)(?:（签[字名章]）|\(签[字名章]\)|签[字名])"
_NEXT = (
    r"20\d\d\s?年|法定代表人|单位负责人|日\s*期|(?:单位|企业|公司)?[（(]?\s*(?:公章|盖章|印章)\s*[)）:：]|$|[。；;\n]"
)
_BEHIND = rf"\s*[:：]?\s*(?P<said>[^。；;\n]{{0,60}}?)(?=\s*(?:{_NEXT}))"
_SEAL, _SIGN = re.compile(_SEALS + _BEHIND), re.compile(_SIGNS + _BEHIND)
_SAME_FIELD = 0.9
# 报价单位：海岚公司（公章外借，随后补盖）
_LINE = re.compile(
    r"(?:(?P<label>[\u4e00-\u9fff]{2,10})[:：])?(?P<name>[\u4e00-\u9fff（）()A-Za-z]{4,40}?)"
    r"[（(【［\[](?P<said>[^（）()【】［］\[\]]{2,40})[)）】］\]](?:20\d\d年\d{1,2}月\d{1,2}日)?"
)
_ASIDE = frozenset({Role.INSTRUCTIONS, Role.PROOFS, Role.RECOMMENDATION})


def in_cell(case: Case, template: SealPlace) -> SealPlace | None:
    """（公章）印章送备案，领回后补盖 in the cell of 牵头单位意见: the place as it stands there, else None."""
    asked = _OF_OPINION.match(squeeze(template.name))
    if asked is None:
        return None
    pattern = _SEAL if template.kind == "seal" else _SIGN
    for field in case.submission.form_fields:
        if alike(field.label or field.name, asked["field"]) < _SAME_FIELD or field.value_evidence is None:
            continue
        said = [*pattern.finditer(field.value_evidence.text)]
        if len(said) == 1:
            words = said[0]["said"].strip()
            at = narrow(field.value_evidence, words) if words else field.value_evidence
            signed = True if words and template.kind == "signature" else None
            return template.model_copy(update={"filled": signed, "content": squeeze(words), "evidence": at})
    return None


def open_lines(case: Case, told: Sequence[Finding]) -> Iterator[Finding]:
    """The applicant's own name with a bracket that says that its seal is still to come, where nothing else tells it."""
    own, due = squeeze(case.submission.applicant.name or ""), hook(case)
    spots = [finding.found for finding in told if finding.found is not None and finding.status == "missing"]
    for passage in case.submission.passages if own and due is not None else ():
        line = _LINE.fullmatch(squeeze(passage.text)) if passage.role not in _ASIDE else None
        if line is None or line["name"] != own or OF_OTHERS.search(line["label"] or "") is not None:
            continue
        open_ = open_in(line["said"])
        if due is not None and open_ is not None and not any(spot.overlaps(passage.evidence) for spot in spots):
            name = f"{line['label'] or '单位'}公章"
            text = f"“{name}”处写明“{open_}”{page_of(passage.evidence, '申报材料')}，请补盖。"
            wanted = implied("seal_signature", name, due)
            yield conclude(wanted, "missing", text, found=passage.evidence, confidence=0.7)
            return
