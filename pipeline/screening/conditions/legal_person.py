"""Whether the applicant is a legal person (法人资格): by its code and name, and by what its own sentences say."""

import re

from pipeline.screening.application.own_words import of_applicant, of_nobody_else, sentences, told_of_applicant
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation

LEGAL_PERSON = re.compile(r"法人资格|独立法人|法人(单位|企业|机构)|企事业单位")
_BRANCH = re.compile(r"(分公司|分院|分所|办事处|代表处|分支机构|营业部|内设(?:部门|机构)[）)]?)$")
# 民法典第102条: organisations without the status of a legal person
_UNINCORPORATED = re.compile(
    r"(?!.*公司)[^（()）]*(?:[（(][\u4e00-\u9fff]{2,4}[）)][^（()）]*)?"
    r"(?:(?:合伙|个人独资)企业|[（(](?:(?:特殊)?普通合伙|有限合伙|个人独资)[）)])"
)
_UNITS = re.compile(r"[、，,；;]")
_ORGANISATION = re.compile(r"(公司|集团|大学|学院|医院|研究院|研究所|中心|厂|实验室|学校|协会|联盟|合作社|院|所)$")
# First two characters of the credit code (GB 32100): 91 company, 12 public institution, 5x association, 93 cooperative.
_LEGAL_KINDS = ("11", "12", "13", "51", "52", "53", "91", "93")
_SOLE_TRADER = "92"
# 不具有独立法人资格, 未单独取得法人资格, 法人登记尚未办理, 民事责任由总公司承担, 系某集团内设的事业部
_STATUS = r"(?:独立的?)?(?:企业|事业单位?|社团)?法人(?:资格|地位|身份)"
_ALONE = r"(?:单独|独立|自行|另行|依法|自身)?"
_PART = (
    r"(?:分公司|分支机构|分院|分所|分厂|办事处|代表处|事业部|(?:内设|派出|所属)(?:机构|部门)"
    r"|二级(?:部门|学院|单位|机构)|非法人(?:机构|组织|单位))"
)
_PARENT = (
    r"(?:总公司|母公司|上级(?:单位|公司|法人)?|集团(?:公司|总部)?|总部|总院|总厂|总所|学校|设立单位|主办单位|举办单位)"
)
_SAID = re.compile(
    rf"(?:不|未|无|没有?|尚未|并不|暂不|暂未|尚无|均不|均无){_ALONE}(?:具有|具备|取得|享有|拥有|领取|办理|获得|登记为)?{_STATUS}(?!的)"
    rf"|(?:{_STATUS}|(?<!变更)法人(?:登记|证书|执照)(?:手续|证书)?)(?:目前|现|至今|仍|还|暂)*(?:尚未|未|没有?|正在|待)(?:单独|独立|能)?(?:取得|办理|办[下好妥]|申领|申办|批|领|核发|登记)"
    r"|(?:非|不是|不属于|并非)(?:独立法人|法人(?:单位|机构|分支机构))(?!的|参与)"
    rf"|(?:(?:民事|法律|对外|经济)+责任|债务)(?:均|全部|一律|概|统一)*由[^，。；、]{{0,16}}?{_PARENT}(?:代为|统一|全部)*(?:承担|负担|负责)"
    rf"|(?:为|是|系|属|作为|属于)[^，。；、]{{2,24}}?(?:的|（)?{_PART}(?=[，,。；）)]|$)"
    r"|(?:不|非|未)(?:实行)?独立核算(?!的)"
)
# 单位类别：某集团在本市的分支机构; not 股份有限公司（下设2家分公司）
_KIND_TOLD = re.compile(rf"(?<!设)(?<!有)(?<!家)(?<!个){_PART}(?=[，,。；（(]|$)")
_ONCE = re.compile(r"前身|(?:原[先来]?|曾[经]?)$")  # 公司前身为某集团事业部
_HAS_PARTS = re.compile(r"设有?|拥有|另有|包括|含|共有|建有|[无非没不]")


def judge(case: Case, obligation: Obligation) -> Finding:
    """Invalid for a branch, a partnership and a sole trader, and where the text says that it is none."""
    applicant = case.submission.applicant
    name, code = applicant.name or "", applicant.credit_code or ""
    admitted = "合伙" in obligation.name or "非法人" in obligation.name
    unincorporated = None if admitted else _UNINCORPORATED.fullmatch(_UNITS.split(name)[0].strip())
    if _BRANCH.search(name) or code.startswith(_SOLE_TRADER) or unincorporated is not None:
        kind = "个体工商户" if code.startswith(_SOLE_TRADER) else "分支机构"
        if unincorporated is not None:
            kind = "合伙企业" if "合伙" in unincorporated.group() else "个人独资企业"
        text = f"申报单位“{name}”属于{kind}，不具有独立法人资格。"
        return conclude(obligation, "invalid", text, found=applicant.evidence, confidence=0.8)
    if not admitted and (told := _told(case)) is not None:
        words, place = told
        text = f"申报材料写明“{words}”{page_of(place, '申报材料')}，申报单位不具有独立法人资格。"
        return conclude(obligation, "invalid", text, found=place, confidence=0.7)
    if code.startswith(_LEGAL_KINDS) or _ORGANISATION.search(name):
        text = f"申报单位“{name}”按名称和统一社会信用代码为法人单位。"
        return conclude(obligation, "met", text, found=applicant.evidence, confidence=0.8)
    return conclude(obligation, "unverifiable", "申报材料不足以判断申报单位是否具有独立法人资格。", confidence=0.6)


def _told(case: Case) -> tuple[str, Evidence] | None:
    """The applicant's own words that it is a branch or no legal person, and where they stand."""
    for words, evidence in sentences(case):
        for said in _SAID.finditer(words):
            if of_applicant(case, words[: said.start()]) and not _ONCE.search(words[: said.start()]):
                return said.group(), narrow(evidence, said.group())
    for words, evidence in told_of_applicant(case):
        said_here = _SAID.search(words) or _KIND_TOLD.search(words)
        head = words[: said_here.start()] if said_here is not None else ""
        if said_here is None or not of_nobody_else(head) or _ONCE.search(head):
            continue
        if said_here.re is _SAID or not _HAS_PARTS.search(head):
            return said_here.group(), narrow(evidence, said_here.group())
    return None
