"""With whom the joint agreement (联合揭榜协议) is signed, where the application names that body nowhere else."""

import re
from collections.abc import Iterator

from extractors.values.organisations import is_organisation
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from schemas.outline import Role

_BODY = (
    r"[\u4e00-\u9fff（）()]{2,24}?(?:公司|大学|学院|研究[院所]|设计院|科学院|医院|中心|集团|合作社|厂)"
    r"(?:[（(][\u4e00-\u9fff]{2,10}[）)])?"
)
# 甲公司与乙大学2026年4月3日签订, 与乙大学签署的联合揭榜协议
_SIGNED = re.compile(
    rf"[与和同](?P<other>{_BODY})(?:双方|共同|正式|于|在|已|就|[\s，,]){{0,4}}"
    r"(?:20\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]?\s?(?:\d{1,2}\s?日?)?)?(?:双方|共同|正式|于|在|已|[\s，,]){0,4}签[订署定]"
)
_JOINT = re.compile(
    r"(?:联合(?:揭榜|申报|攻关|体|研发|实施|承担)?|合作(?:研发|攻关|揭榜|申报)?|产学研)(?:[\u4e00-\u9fff]{0,4})(?:协议|合同)"
)
# agreements of other kinds stand in the same list
_OTHER = re.compile(r"购销|采购|试用|应用|委托|检测|保密|租赁|意向|监理|审计|技术服务|销售|供货|框架|战略")
_PARTNERED = re.compile(r"(?:参[与加]|联合|合作|协作|共同)(?:揭榜|申报|攻关)?单位|联合体|联合揭榜")
_PLACE = re.compile(
    r"^[\u4e00-\u9fff]{2,3}(?:省|市|县|区)?(?=[\u4e00-\u9fff]{4})|(?:股份|集团)?(?:有限)?(?:责任)?公司$"
)
_NAME = "联合揭榜协议签订方"
_LEAST = 4  # characters of a short name
_SURE = 0.65


def agreement_clashes(case: Case) -> Iterator[Clash]:
    """The first such agreement of an application that has partners and does not name this one among anything."""
    words = _elsewhere(case)
    if not _PARTNERED.search(words):
        return
    for passage in case.submission.passages:
        text = re.sub(r"[ \u3000]", "", passage.text)
        joint = passage.role is Role.PROOFS and _JOINT.search(text) is not None and not _OTHER.search(text)
        for match in _SIGNED.finditer(text) if joint else ():
            other = match["other"]
            if is_organisation(other) and not _is_named(other, words):
                found = narrow(passage.evidence, other)
                where = page_of(found, "申报材料")
                said = f"协议与“{other}”签订{where}，申报材料其他各处没有写明该单位参与"
                yield Clash(_NAME, f"{_NAME}前后不一致：{said}，请核实。", found, _SURE)
                return


def _elsewhere(case: Case) -> str:
    """All words but those of the proofs."""
    told = [p.text for p in case.submission.passages if p.role is not Role.PROOFS]
    told += [value_text(field) + (field.label or field.name) for field in case.submission.form_fields]
    return re.sub(r"\s", "", "\n".join(told))


def _is_named(body: str, words: str) -> bool:
    """By its name, or by what is left of it without its place and what companies are called."""
    short = _PLACE.sub("", body)
    last = short[-_LEAST:] if len(short) >= _LEAST else body
    return body in words or short in words or last in words or short[:_LEAST] in words
