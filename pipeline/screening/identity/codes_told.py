"""The applicant's code in the form, and another one on its licence, its cover or its letter."""

import re
from collections.abc import Iterator

from extractors.values.credit_code import normal_code
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, page_of
from pipeline.screening.causes import CODE_OF
from schemas.outline import Role

NAME = "统一社会信用代码"
# 营业执照副本（统一社会信用代码：9135…）, 营业执照（9135…）
_TOLD = re.compile(
    r"(?:信用代码(?:证?号|证)?|营业执照(?:副本)?|法人证书)[\s：:（(为是号]{0,4}(?P<code>[0-9A-HJ-NP-RT-UW-Ya-z]{18})(?![0-9A-Za-z])"
)
# A licence of another body: named, or by what it is to the work.
_OF_OTHERS = re.compile(
    r"合作|联合|参[与加]|成员|协作|推荐|用户|出具|股东|[\u4e00-\u9fff]{2}(?:公司|集团|大学|学院|研究院|研究所|医院|中心|合作社)"
)
_PLACES = frozenset({Role.COVER, Role.COMMITMENT, Role.PROOFS})
_SURE = 0.7


def code_clashes(case: Case) -> Iterator[Clash]:
    """The first such code; none where the licence's entry names another body, nor in a scan, which may misread it."""
    own = normal_code(case.submission.applicant.credit_code or "")
    name = squeeze(case.submission.applicant.name or "")
    if not own or case.submission.recognised:
        return
    for passage in case.submission.passages:
        told = _TOLD.search(passage.text) if passage.role in _PLACES else None
        if told is None or own in normal_code(squeeze(passage.text)):
            continue
        words = squeeze(passage.text).replace(name, "") if name else squeeze(passage.text)
        if normal_code(told["code"]) != own and _OF_OTHERS.search(words) is None:
            found = narrow(passage.evidence, told["code"])
            text = f"{NAME}前后不一致：申报表为“{own}”，另一处为“{told['code']}”{page_of(found, '申报材料')}，请核实。"
            yield Clash(NAME, text, found, _SURE, CODE_OF + told["code"])
            return
