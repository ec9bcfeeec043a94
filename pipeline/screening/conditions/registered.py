"""Where the applicant is registered: by its address and code, and by what its own sentences say."""

import re

from pipeline.screening.application.labels import canonical
from pipeline.screening.application.own_words import of_applicant, sentences
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of
from pipeline.screening.conditions.places import lies_in, region_of_code, short
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation

_BY_CODE = 0.5  # by the code alone: who moves keeps the code, so that a person has to look
_BY_WORDS = 0.7
_PLACE = r"(?P<place>(?:(?!完成|办理|取得|药监|[局部厅])[\u4e00-\u9fff]){2,16}?)"
_ENDS = r"(?=[，,、）)]|$|并|，|，?成立|的(?:企业|公司|法人|独立法人))"
# 在某省某市登记注册, 注册于某市; not 在某市注册商标, 在某市注册子公司
_SAID = (
    re.compile(
        rf"在{_PLACE}(?:境内|辖区内?|行政区域内)?(?:市场监督管理局|工商局|市场监管局)?(?:依法|正式|合法|工商)*(?:登记|注册)+(?:成立|设立)?{_ENDS}"
    ),
    re.compile(
        r"(?:注册|登记)于(?:19|20)?(?P<place>[\u4e00-\u9fff]{2,6}?(?:省|市|自治区|区|县)[\u4e00-\u9fff]{0,10}?)(?=[，,、）)]|$)"
    ),
)
# 注册地为某省某市 (not 注册地址变更为), wherever it stands: nobody else's where the sentence names nobody
_LABELLED = re.compile(
    r"(?P<whose>[^，,（(]{0,20}?)(?:工商)?注册(?:登记)?地(?:址|点)?(?:[：:]|为|是|在|位于|仍在|仍为)\s*(?P<place>[\u4e00-\u9fff]{2,5}?(?:省|市|自治区|区|县)[\u4e00-\u9fff]{0,8})"
)
_NOT_OWN = re.compile(
    r"子公司|分公司|旗下|合作|联合|参与|协作|成员|股东|母公司|总部|集团|投资|商标|产品|意向|用户|示范|曾|原|拟|将|迁[至入往]"
)
# 原注册于海州市，2021年迁至云屿市; 公司的试验基地在海州市注册成立
_MOVED = re.compile(r"原|曾|迁[至入往到]|(?:基地|工厂|子公司|分公司)在")
_OF_A_THING = re.compile(r"(?:产品|商标|品牌|软件|系统|设备|器械|药品|平台)[^，]{0,6}$")


def judge(case: Case, obligation: Obligation, place: str, without: str | None) -> Finding:
    """Invalid where the address, the code or the applicant's own words put it elsewhere."""
    applicant = case.submission.applicant
    inside = lies_in(place, applicant.address, applicant.credit_code)
    found = _address(case)
    if without and inside and applicant.address and short(without) in applicant.address:
        inside = False
    told = _told_elsewhere(case, place) if inside is not False else None
    if told is not None:
        words, evidence = told
        text = f"申报材料写明“{words}”{page_of(evidence, '申报材料')}，不符合须在{place}注册的条件。"
        return conclude(obligation, "invalid", text, found=evidence, confidence=_BY_WORDS)
    where = page_of(found, "申报材料")
    shown = f"地址为{applicant.address}" if applicant.address else f"统一社会信用代码为{applicant.credit_code}"
    if inside is None:
        text = f"申报材料没有可供核对的注册地址，无法判断是否在{place}注册。"
        return conclude(obligation, "unverifiable", text, found=found, confidence=0.6)
    if inside:
        return conclude(obligation, "met", f"申报单位{shown}{where}。", found=found)
    region = region_of_code(applicant.credit_code)
    of_code = (region.province, region.city) if region is not None else ()
    moved = applicant.address is not None and short(place) in of_code
    code = "统一社会信用代码的" if applicant.address else ""
    also = f"，{code}行政区划码属{region.province}" if region is not None else ""
    text = f"申报单位{shown}{where}{also}，不符合须在{place}注册的条件。"
    sure = _BY_CODE if applicant.address is None else 0.6 if moved else 0.9
    return conclude(obligation, "invalid", text, found=found, confidence=sure)


def _told_elsewhere(case: Case, place: str) -> tuple[str, Evidence] | None:
    """The applicant's own words that it is registered at a place that lies elsewhere, and where they stand."""
    for words, evidence in sentences(case):
        for pattern in _SAID:
            for said in pattern.finditer(words) if "注册" in words or "登记" in words else ():
                own = of_applicant(case, words[: said.start()]) and not _OF_A_THING.search(words[: said.start()])
                if own and not _MOVED.search(words) and lies_in(place, said["place"], None) is False:
                    return said.group(), narrow(evidence, said.group())
        for said in _LABELLED.finditer(words) if "注册" in words else ():
            own = not said["whose"] or of_applicant(case, words[: said.start("whose")] + said["whose"])
            if own and not _NOT_OWN.search(words[: said.end()]) and lies_in(place, said["place"], None) is False:
                return said.group().lstrip("，"), narrow(evidence, said.group())
    return None


def _address(case: Case) -> Evidence | None:
    for field in case.submission.form_fields:
        if not field.group and canonical(field.label or field.name) == "单位地址" and field.value_evidence is not None:
            return field.value_evidence
    return case.submission.applicant.evidence
