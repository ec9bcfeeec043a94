"""The one place for a seal that is left empty where the application writes at its others that they are sealed."""

import re

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.fields.list_tables import unsigned
from schemas.facts import SealPlace
from schemas.outline import Role

# 海岚公司［公章］, （公章已盖）: what a text says in place of the print. A name before （盖章） may only be typed.
_SHOWN = re.compile(
    r"[［【〔\[][^］】〕\[\]]{0,30}(?:公章|印章|盖章|印)[^］】〕\[\]]{0,6}[］】〕\]]|已(?:加?盖|用印)|(?:公章|印章)已"
)
# 【章：海岚公司】 behind another place
_NAMED_SEAL = re.compile(r"[［【〔\[（(](?:单位|加?盖)?(?:公|印)?章[:：][\u4e00-\u9fff（）()]{4,40}?[］】〕\]）)]")
# （加盖单位公章）【公章】, （加盖单位公章）（公章）: the print behind the form's own mark
_PRINTED = re.compile(
    r"[（(](?:加盖)?(?:单位|企业|公司)?(?:公章|盖章|签章)[）)][［【〔\[（(](?:[^］】〕\[\]）)]{0,30})(?:公章|印章)[］】〕\]）)]"
)
# At a partner's or an office's place a seal is due where they have signed.
OF_OTHERS = re.compile(r"合作|联合|参[与加]|成员|协作|推荐|主管|需求|发榜|用户|[甲乙丙]方")
_LABEL = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}(?:单位|企业|公司|方|机构)?[（(]?(?:单位|企业|公司)?(?:公章|盖章|印章|签章)[)）]?[:：]?)"
)
_DAY = re.compile(r"(?:填[报表])?日\s*期|年|20\d\d|[_＿/—-]|(?:法定代表人|负责人|经办人)[（(]?签")
_BODY = re.compile(
    r"[\u4e00-\u9fff（）()]{2,26}(?:公司|集团|大学|学院|研究院|研究所|中心|医院|合作社|[厂局厅站])(?![\u4e00-\u9fff])"
)
_TO_SIGN = re.compile(r"[章签印]")
_LEAD, _EITHER = re.compile(r"(?:项目|揭榜|任务|课题|攻关)负责人"), re.compile(r"或|/|、")
# 海岚公司（盖章）[　　]: the bracket for the print has nothing in it
_NO_PRINT = re.compile(
    r"[:：]?(?:[\u4e00-\u9fff]{4,40}[（(](?:盖章|公章)[)）])?[［【〔\[（(](?:空白?|无|未盖|[_＿/／—-]+)?[］】〕\]）)]"
)
_BESIDE = 100  # characters between the signatures of one letter
_NEAR = 60  # characters from the signature to the seal of one block


def left_unsealed(case: Case, place: SealPlace) -> bool:
    """Nothing but the label stands there, or an empty bracket, while what the others bear is written out."""
    empty = place.kind == "seal" and not place.filled and is_empty_bracket(case, place)
    if place.kind != "seal" or place.filled is not None or (squeeze(place.content or "") and not empty):
        return False
    others = [one for one in case.submission.seals if one is not place and one.kind == "seal"]
    shown = any(_SHOWN.search(one.content or "") for one in others) or _is_named_elsewhere(case, others)
    if empty:
        return shown
    own = case.submission.applicant.name or ""
    label = squeeze(place.evidence.text)
    shown = shown or _is_printed_behind(case, squeeze(own))
    if any(label in squeeze(one.content or "") for one in others):  # 单位公章 | 海岚公司（公章）: what is written there
        return False
    if not shown or _LABEL.fullmatch(label) is None or (own and squeeze(own) in label):
        return False
    return _is_bare(case, place) and (OF_OTHERS.search(place.name) is None or _is_signed(case, place))


def is_empty_bracket(case: Case, place: SealPlace) -> bool:
    """Nothing but a bracket behind the place that holds nothing."""
    label = squeeze(place.evidence.text)
    lines = (squeeze(one.text) for one in case.submission.passages if one.evidence.overlaps(place.evidence))
    return any(_NO_PRINT.fullmatch(line.rpartition(label)[2]) is not None for line in lines if label in line)


def is_open_row(case: Case, place: SealPlace) -> bool:
    """A row of a column to sign or seal whose cell alone is empty; a list of the form is judged as the form's field."""
    listed = any(place.name.startswith(who) for table in case.submission.lists for who in unsigned(table))
    return place.filled is False and _TO_SIGN.search(place.evidence.text) is None and not listed


def lead_unsigned(case: Case, place: SealPlace) -> bool:
    """项目负责人（签字）： empty in the own letter, where another has signed beside it."""
    alone = _LEAD.search(place.name) is not None and _EITHER.search(place.name) is None
    if place.kind != "signature" or place.filled is not False or place.role is not Role.COMMITMENT or not alone:
        return False
    at = place.evidence
    beside = (one for one in case.submission.seals if one.role is place.role and one.evidence.file == at.file)
    return any(
        one.kind == "signature" and one.filled and abs(one.evidence.start - at.start) <= _BESIDE for one in beside
    )


def _is_named_elsewhere(case: Case, others: list[SealPlace]) -> bool:
    lines = [p for p in case.submission.passages if any(p.evidence.overlaps(one.evidence) for one in others)]
    printed = any(_PRINTED.search(squeeze(line.text)) for line in lines)
    return printed or any(_NAMED_SEAL.search(squeeze(line.text)) for line in lines)


def _is_printed_behind(case: Case, own: str) -> bool:
    """牵头单位：海岚公司〔公章〕 on the cover, which is no place for a seal of its own."""
    return bool(own) and re.search(rf"{re.escape(own)}[［【〔](?:单位)?(?:公章|印章)[］】〕]", case.words) is not None


def _is_bare(case: Case, place: SealPlace) -> bool:
    """No name behind the label, on its line or the next one, but the day or another place."""
    passages = case.submission.passages
    for index, passage in enumerate(passages):
        label = place.evidence.text
        if not passage.evidence.overlaps(place.evidence) or label not in passage.text:
            continue
        behind = passage.text.rpartition(label)[2].strip(" \t：:；;\u3000").split("\n")[0]
        following = passages[index + 1].text.strip() if index + 1 < len(passages) else ""
        above = passages[index - 1].text.strip() if index else ""
        named = _BODY.match(following) or _SHOWN.search(above) or _BODY.fullmatch(above)
        return (not behind or _DAY.match(behind) is not None) and named is None
    return False


def _is_signed(case: Case, place: SealPlace) -> bool:
    """Somebody has signed in the same block: at the last place for a signature before the seal."""
    at = place.evidence
    signatures = (one for one in case.submission.seals if one.kind == "signature" and one.evidence.file == at.file)
    before = [one for one in signatures if 0 < at.start - one.evidence.start <= _NEAR]
    return max(before, key=lambda one: one.evidence.start).filled is True if before else False
