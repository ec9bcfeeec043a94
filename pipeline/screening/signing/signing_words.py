"""What is written at a place for a seal or a signature: that it is still open, another seal, or who signs instead."""

import re

from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from schemas.facts import SealPlace
from schemas.outline import Role

_IN = r"[^，。；：:（()）【】［］\[\]]"  # within a remark
_UNDER_WAY = (
    rf"(?:用印|盖章|签章|签字|签署|审批|会签|流转|流程|OA){_IN}{{0,8}}(?:办理|审批|流转|进行|流程|申请)?中(?![\u4e00-\u9fff])"
    rf"|(?:正在|尚在|还在){_IN}{{0,6}}(?:用印|审批|流转|会签|办理盖章)"
    rf"|(?:公章|印章){_IN}{{0,4}}(?:遗失|补办|刻制|外借)"
)
# 打印后在此处用印, 纸质件再盖: still to be done; 此处盖章 may be the form's own hint
_TO_DO = (
    rf"(?:(?:打印|装订|定稿|出件|上报|报送)(?:成册)?(?:后|时){_IN}{{0,8}}?)"
    r"(?<!已)(?:再|另)?(?:用印|加?盖(?:单位)?(?:公|印)?章|盖|签[字名章])(?![\u4e00-\u9fff]{0,4}(?:完毕|已))"
    rf"|(?:纸质|正式)(?:件|版|稿|材料){_IN}{{0,4}}(?:再|另|后){_IN}{{0,4}}(?:用印|盖|签)"
)
_SENT_LATER = (
    r"(?<!已)(?:公章|印章|签字页?|签名|签章页?|[盖用][章印][页件]|电子[签章](?:名|章)?)"
    r"[^，。；：（()）见附件]{0,4}(?:另附|另寄|后附|后寄|随后|稍后|补[寄送交])"
)
# 下月回来补上, 待董事长到岗后签, 公章外借盖不了, 没来得及签
_COMES_BACK = (
    rf"(?:回来|回国|归[国来岗队]|返[回岗程]|[领取拿带]回|到岗|出院|下个?[月周旬]|明天|节后|改日|日后|稍后|随后|当[日天]){_IN}{{0,5}}?(?:补[上签盖](?![了过])|补(?![\u4e00-\u9fff])|再[签盖](?![了过])|[签盖]上(?![了过]))"
    rf"|(?<![接期])[待等俟]{_IN}{{1,12}}?(?:后|时|再){_IN}{{0,3}}?(?:补?[签盖](?!章处)|补上|用印)|[签盖]不[了上到]"
    rf"|(?:来不及|没来得及|未及|没顾上|没能|未能|忘了?){_IN}{{0,4}}?(?:签|盖|用印)"
)
# 本周五集中用印, 下月初统一盖章: a day to come
_DAY_TO_COME = (
    rf"(?:[本下这]周[一二三四五六日天]?|下个?月|月底|节后|明[天日]){_IN}{{0,4}}?(?:集中|统一|安排)?(?:用印|加?盖章)"
)
_OPEN = re.compile(
    rf"{_IN}{{0,12}}(?:[，,]{_IN}{{0,10}})?"
    rf"(?:后?补[签盖]|待(?:单位|领导|加盖)?[补签盖][签盖]?[章字]?|待用印|[暂尚还]未(?:签|盖|加盖|用印)|后补|暂(?:缺|空|不[签盖])|{_TO_DO}|{_UNDER_WAY}|{_SENT_LATER}|{_COMES_BACK}|{_DAY_TO_COME})"
    r"(?![^，。；（()）]{0,4}(?:无效|不予|的))"
)
# Of a use or a department of its own; 以某某公司公章代, 借用某某公章. A seal with 中心 may be the whole body's.
_DEPARTMENT = (
    r"(?:研发|技术|市场|销售|工程|财务|综合|行政|人事|生产|质量|采购|事业|项目)(?:管理)?(?:[一二三]?部|办公室|中心)"
)
_WRONG_SEAL = re.compile(
    r"(?:(?![章和及与])[\u4e00-\u9fff]){2,4}专用章|(?:内设)?(?:部门|机构)(?:业务|行政|办公|内部|收发)?(?:印|公)?章"
    r"|(?:业务|合同|财务|发票|项目|科室|工会|党支部|党委|团委|收发|签约|投标)章"
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
    r"(?:公章|法人章|单位章)(?!代|[^，。；]{0,3}(?:在外|外[出借带]|不在|遗失|丢失|送|被|[未没]|正在|重?刻|补办|更?换|停用|作废))"
)
_INSTEAD = re.compile(r"(?:由|经)?(?P<who>[\u4e00-\u9fff]{2,4}?)(?:代为|代替|代)(?:落笔|签[字名署章]?|笔|书写)")
_MARKED = re.compile(r"[（(【［\[][^（）()【】［］\[\]]{0,24}[章签印盖代笔补][^（）()【】［］\[\]]{0,24}[)）】］\]]")
_LINE = re.compile(
    r"\s*(?P<label>[\u4e00-\u9fff]{2,12}?)"
    r"(?:\s*(?:[（(][^（）()]{1,10}[)）])?\s*[:：]\s*(?P<said>\S.{1,70})"
    # 企业公章 （待盖章）, two cells
    r"|(?<=章)[\s；;]{1,4}(?P<apart>[（(【［\[][^（）()【】［］\[\]]{2,30}[)）】］\]]))"
)
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
    return open_in(line if content in line else f"{line} {content}")


def _own_part(words: str, place: SealPlace) -> str:
    """Of 法定代表人（签字）：… （公章）… each place has its own part."""
    both = _BOTH_PLACES.search(words)
    if both is None:
        return words
    return words[both.start("seal") :] if place.kind == "seal" else words[: both.start("seal")]


def open_in(words: str) -> str | None:
    """What the words say of a seal or signature that is still to come."""
    said = _OPEN.search(squeeze(words))
    return said.group().strip("（()）【】［］[]，,") if said is not None else None


def wrong_seal(template: SealPlace, place: SealPlace) -> str | None:
    """The seal that stands there instead of the body's own: 合同专用章, 部门章, 暂以某某公司公章代."""
    if template.kind != "seal" or "专用章" in template.name or "部门" in template.name:
        return None
    own = place.name if "专用章" in place.name else ""
    words = squeeze(f"{own} {place.content or ''}")
    said = _WRONG_SEAL.search(words)
    if said is None or _OFFICIAL.search(words.replace(said.group(), "")):
        return None
    return _OWNER.sub("", said.group().strip("】］])）"))


def is_other_seal(words: str) -> bool:
    """生产技术部章, 合同专用章: a seal of a department or of one use."""
    return _WRONG_SEAL.search(words) is not None or _OF_A_PART.search(words) is not None


def signs_instead(content: str) -> str | None:
    """Who has signed for another: 由某某代为落笔; empty where the words do not name them, None where nobody did."""
    said = _INSTEAD.search(content)
    return said["who"] if said is not None else None


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
        words = _own_part(line["said"] or line["apart"], template)
        if _MARKED.search(words) or _OPEN.search(squeeze(words)):
            found.append((passage.evidence, words))
    if len(found) > 1:  # 盖章 | （待盖章）, and 单位盖章：海岚公司（公章） at another place
        found = [one for one in found if _OPEN.search(squeeze(one[1]))]
    if len(found) != 1:
        return place
    evidence, said = found[0]
    here = [one for one in case.submission.seals if one.evidence.overlaps(evidence)]
    if len(here) > 1:
        return place
    filled = place.filled if place is not None and place in here else None
    return SealPlace(
        name=template.name,
        kind=template.kind,
        role=template.role,
        filled=filled,
        content=squeeze(said),
        evidence=narrow(evidence, said),
    )


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
