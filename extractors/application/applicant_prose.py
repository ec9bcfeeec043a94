"""The applicant in running text: 牵头单位某某公司（统一社会信用代码…），住所为…，法定代表人…."""

import re
from collections.abc import Sequence

from extractors.application.applicant import asks_for
from schemas.facts import FormField
from schemas.submission import Applicant
from schemas.text import Text

_OPENING = 6000
_CODE = re.compile(
    r"(?:信用代码|机构代码|合一码)\s*(?:证号)?\s*(?:为|是|[:：])?\s*(?P<said>[0-9A-Z]{18})(?![0-9A-Za-z])"
)
# 注册地某省某市某路1号, 住所为…, 注册于某市某区…: what follows is a place.
_ADDRESS = re.compile(
    r"(?:(?:注册地址?|住所地?|(?:单位|公司|企业|办公)?地址)(?:位于|坐落于|为|在|是|[:：])?|(?:注册|登记|坐落|位)于)"
    r"(?P<said>[\u4e00-\u9fff]{2,12}?[省市区县州][^，。；、\n（）()]{4,40})"
)
_LEGAL = re.compile(r"(?:法定代表人|法人代表)\s*(?:为|是|系)?\s*(?P<said>[\u4e00-\u9fff·]{2,4})(?=[，。；、（(])")
_OTHERS = re.compile(r"(?:联合|合作|参与|参加|协作|推荐|用户|受托)(?:单位|方|企业|机构)")
_SENTENCE = re.compile(r"[。；\n]")


def completed(applicant: Applicant, text: Text, fields: Sequence[FormField]) -> Applicant:
    """The applicant with what its form does not ask for, out of sentences that are on no partner."""
    wanted = {"credit_code": _CODE, "address": _ADDRESS, "legal_representative": _LEGAL}
    found = {
        part: said
        for part, pattern in wanted.items()
        if getattr(applicant, part) is None and not asks_for(fields, part) and (said := _said(text.clean, pattern))
    }
    return applicant.model_copy(update=found) if found else applicant


def _said(clean: str, pattern: re.Pattern[str]) -> str | None:
    for match in pattern.finditer(clean, 0, _OPENING):
        lead = _SENTENCE.split(clean[max(0, match.start() - 120) : match.start()])[-1]
        if not _OTHERS.search(lead):
            return match["said"].strip()
    return None
