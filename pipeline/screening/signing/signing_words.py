"""What is written at a place for a seal or a signature: that it is still open, another seal, or who signs instead."""

import re

from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.signing.standing_in import by_deputy, signs_for
from pipeline.screening.signing.still_to_come import OPEN, still_to_come
from schemas.facts import SealPlace
from schemas.outline import Role

# Of a use or a department of its own; 以某某公司公章代, 借用某某公章. A seal with 中心 may be the whole body's.
_DEPARTMENT = (
    r"(?:研发|技术|市场|销售|工程|财务|综合|行政|人事|生产|质量|采购|事业|项目)(?:管理)?(?:[一二三]?部|办公室|中心)"
)
_WRONG_SEAL = re.compile(
    r"(?:(?![章和及与])[\u4e00-\u9fff]){2,4}专用章|(?:内设)?(?:部门|机构)(?:业务|行政|办公|内部|收发)?(?:印|公)?章"
    r"|(?:业务|合同|财务|发票|项目|科室|工会|党支部|党委|团委|收发|签约|投标|代)章"
    # 法人名章, 私章代公章, 分公司公章, 科研处的章: of a person, of another body, of a part
    r"|(?:个人|私人|法人|法定代表人|负责人)?(?:名章|私章|手章)|(?:[子分母总]公司|集团|股东)的?(?:公|印)?章"
    r"|(?<=[盖用借拿])(?:了|的是)?[\u4e00-\u9fff]{2,8}?(?<!本)(?:[部科室处]|车间|班组|办公室|工段)的?(?:印章|印|章)"
    rf"|{_DEPARTMENT}(?:的)?(?:部门)?(?:印章|公章|章)"
    # 海岚公司研发中心［公章］: the print behind a part of the body, not behind a body that is a 中心 itself
    rf"|(?<=公司|集团|大学|学院|医院){_DEPARTMENT}[［【〔\[（(](?:部门)?(?:公|印)?章[］】〕\]）)]?"
    r"|(?:暂?以|借用|[暂先][用盖])(?P<other>[^，。；]{2,24}?)的?(?:公章|印章)(?:代[替盖用]?|$|[】］\])）])"
)
_OF_A_PART = re.compile(r"[\u4e00-\u9fff]{2,}(?<!本)(?:[部科室处]|车间|班组|办公室|工段)(?:的)?(?:印|业务)?章$")
_OWNER = re.compile(r"^[\u4e00-\u9fff]{0,2}(?:公司|单位|集团|学校)(?=[\u4e00-\u9fff]{2,}专用章)")
_BOTH_PLACES = re.compile(r"签[字名章]?[)）]?\s?[:：][^\n]*?(?P<seal>(?:单位)?[（(](?:公章|盖章)[)）])")
# not 公章在外办事, 公章送检
_OFFICIAL = re.compile(
    r"(?<!代)(?<!代替)(?<!顶替)(?<!抵)(?<!充当)(?:公章|法人章|单位章)"
    r"(?!代|[^，。；]{0,3}(?:在外|外[出借带]|不在|遗失|丢失|送|被|[未没]|正在|在[刻办途]|年[检审](?!合格)|重?刻|补办|更?换|停用|作废|损坏|磨损|回来|拿走|锁))"
)
# 先盖合同专用章, 拿合同章: how the seal came there
_PUT = re.compile(r"^(?:[先暂另]|加?盖|[用以拿借]|了|的是|的|是|为)+")
_MARKED = re.compile(r"[（(【［\[][^（）()【】［］\[\]]{0,24}[章签印盖代笔补][^（）()【】［］\[\]]{0,24}[)）】］\]]")
_LINE = re.compile(
    r"\s*(?P<label>[\u4e00-\u9fff]{2,12}?)"
    r"(?:\s*(?:[（(][^（）()]{1,10}[)）])?\s*[:：]\s*(?P<said>\S.{1,70})"
    # 企业公章 （待盖章）, two cells
    r"|(?<=章)[\s；;]{1,4}(?P<apart>[（(【［\[][^（）()【】［］\[\]]{2,30}[)）】］\]]))"
)
_NEXT_CELL = re.compile(r"[；;\t](?=[^；;：:，,\t]{2,20}[：:])")  # 法定代表人：某某；开户银行及账号：待核对后补
_PREFIX = re.compile(r"^(?:封面|承诺书|推荐表|申[报请][书表]|(?:书面|纸质|申报)材料)|(?:公章|盖章|签字)$")
_SEALED = re.compile(
    r"(?P<owner>[\u4e00-\u9fff]{2,6}?)(?:公章|用章|印章|盖章)"
)  # 企业公章, where 牵头企业公章 is asked
_UNIT = re.compile(r"(?:承诺|申报|揭榜|申请|牵头)?(?:单位|公司|企业|方)(?:名称|全称)?")
_BARE_SEAL = re.compile(r"(?:单位|企业|公司)?(?:盖章|公章|用印|签章)(?:处)?")  # 盖章 | （待盖章）, in the form's table
_ANY_UNIT = ("单位", "企业", "公司")
_LEGAL = re.compile(r"(?:单位|企业|公司)?(?:法定代表人|法人代表)")
_APART = (Role.COVER, Role.COMMITMENT, Role.RECOMMENDATION)


def said_open(place: SealPlace) -> str | None:
    """（出差，返沪后补签）, 公章待补, 用印流程审批中: the place itself says that it is open."""
    line, content = place.evidence.text, place.content or ""
    line = line if content else _own_part(line, place)
    words = line if content in line else f"{line} {content}"
    return open_in(words) or (still_to_come(squeeze(content), signed=True) if place.kind == "signature" else None)


def _own_part(words: str, place: SealPlace) -> str:
    """Of 法定代表人（签字）：… （公章）… each place has its own part."""
    both = _BOTH_PLACES.search(words)
    if both is None:
        return words
    return words[both.start("seal") :] if place.kind == "seal" else words[: both.start("seal")]


def open_in(words: str) -> str | None:
    """What the words say of a seal or signature that is still to come."""
    return still_to_come(squeeze(words))


def wrong_seal(template: SealPlace, place: SealPlace) -> str | None:
    """The seal that stands there instead of the body's own: 合同专用章, 部门章, 暂以某某公司公章代."""
    if template.kind != "seal" or "专用章" in template.name or "部门" in template.name:
        return None
    own = place.name if "专用章" in place.name else ""
    words = squeeze(f"{own} {place.content or ''}")
    said = _WRONG_SEAL.search(words)
    if said is None or _OFFICIAL.search(words.replace(said.group(), "")):
        return None
    return _OWNER.sub("", _PUT.sub("", said.group().strip("】］])）")))


def is_other_seal(words: str) -> bool:
    """生产技术部章, 合同专用章: a seal of a department or of one use."""
    return _WRONG_SEAL.search(words) is not None or _OF_A_PART.search(words) is not None


def written_at(case: Case, template: SealPlace, place: SealPlace | None) -> SealPlace | None:
    """The place with all that its line says, where the line bears its owner's label; else the place as it was read.

    推荐单位：某某局（待盖章） is no place by its form, but by its label and remark.
    """
    owner = _PREFIX.sub("", _PREFIX.sub("", template.name))
    found = []
    for passage in case.submission.passages:
        line = _LINE.fullmatch(passage.text.strip()) if _same_area(template.role, passage.role) else None
        if line is None or not _is_label(owner, squeeze(line["label"]), template):
            continue
        words = _own_part(_NEXT_CELL.split(line["said"] or line["apart"])[0], template)
        if _MARKED.search(words) or _says(template, squeeze(words)):
            found.append((passage.evidence, words))
    if len(found) > 1:  # 盖章 | （待盖章）, and 单位盖章：海岚公司（公章） at another place
        found = [one for one in found if OPEN.search(squeeze(one[1]))]
    if len(found) != 1:
        return place
    evidence, said = found[0]
    here = [one for one in case.submission.seals if one.evidence.overlaps(evidence)]
    if len(here) > 1 and (any(one.kind != "seal" for one in here) or not _says(template, squeeze(said))):
        return place
    filled = place.filled if place is not None and place in here else None
    if template.kind == "signature" and (not here or _says(template, squeeze(said))):
        filled = True
    return SealPlace(
        name=template.name,
        kind=template.kind,
        role=template.role,
        filled=filled,
        content=squeeze(said),
        evidence=narrow(evidence, said),
    )


def _says(template: SealPlace, words: str) -> bool:
    """By itself, without a bracket, that the place is open, bears another seal, or that another has signed."""
    if OPEN.search(words) is not None:
        return True
    if template.kind == "seal":
        return wrong_seal(template, template.model_copy(update={"content": words})) is not None
    return signs_for(words) is not None or by_deputy(words)


def _same_area(asked: Role, role: Role) -> bool:
    """What a call asks for in words (申报书封面须加盖公章) may stand on the cover."""
    return asked is role if asked in _APART else role not in _APART or (asked is Role.OTHER and role is Role.COVER)


def _is_label(owner: str, label: str, template: SealPlace) -> bool:
    if template.kind == "signature":
        return _LEGAL.fullmatch(owner) is not None and _LEGAL.fullmatch(label) is not None
    sealed = _SEALED.fullmatch(label)
    if sealed is not None and _UNIT.fullmatch(owner) and template.role is not Role.COMMITMENT:
        return sealed["owner"] == owner or _UNIT.fullmatch(sealed["owner"]) is not None
    if _BARE_SEAL.fullmatch(label) and _UNIT.fullmatch(owner) and template.role is not Role.COMMITMENT:
        return True
    if (
        owner in _ANY_UNIT and template.role is Role.OTHER and _UNIT.fullmatch(label)
    ):  # 加盖单位公章, 申报单位：海岚公司
        return True
    unit = template.role is Role.COMMITMENT and owner == "单位"
    return _UNIT.fullmatch(label) is not None if unit else bool(owner) and owner == label
