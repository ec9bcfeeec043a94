"""One who signs at 负责人签字 and is by the form the contact alone, or by the remark stands in for one who is away."""

import re

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, value_text
from schemas.notice import Obligation

_CONTACT = re.compile(r"联系人|联络人|联络员|经办人|填[报表]人|联系方式")
_HEAD = re.compile(r"负责人|法定代表人|法人代表|领导|院长|所长|校长|经理|董事长")
# 阮清池（庾总在国外）, not （出差期间传真签回）, which says it of the signer's own hand
_AWAY = re.compile(
    r"[（(][\u4e00-\u9fff]{1,4}(?:总|董|董事长|院长|所长|校长|主任|经理|教授|老师|负责人|法人|领导)(?:目前|现|正|因公|尚|暂时?)*"
    r"(?:在(?:国外|境外|海外|外地|外|医院|休假|住院)|出差|出国|出访|不在|请假|休假|住院|外出|开会|生病)"
)
_HEAD_OF_UNIT = re.compile(r"(?:单位|企业|公司|机构|法人|主要|院|所|校|学校|平台)(?:主要)?负责人|院长|所长|校长|总经理")
_OWN = re.compile(r"承诺|声明|(?:申[报请]|揭榜|牵头|承担)(?:单位|企业)")
_REMARK = re.compile(r"[（(【［\[][^（）()【】［］\[\]]*[)）】］\]]")


def instead_of_head(case: Case, obligation: Obligation, signed: str) -> bool:
    """Whether what stands at an own place, without white space, says so; a partner's head may be anybody's contact."""
    if _OWN.search(obligation.name) is None:
        return False
    name = _REMARK.sub("", signed)
    fields = [f for f in case.submission.form_fields if name and squeeze(value_text(f)) == name]
    labels = [squeeze(f"{f.group or ''}{f.label or f.name}") for f in fields]
    contact = any(map(_CONTACT.search, labels)) and not any(map(_HEAD.search, labels))
    return contact or _AWAY.search(signed) is not None


def heads_of_unit(case: Case) -> list[str]:
    """What the form has for 单位负责人, 主要负责人, 院长."""
    fields = (f for f in case.submission.form_fields if _HEAD_OF_UNIT.search(f"{f.group or ''}{f.label or f.name}"))
    return [squeeze(value_text(field)) for field in fields]
