"""What the application says of the applicant itself: its sentences without the notice's instructions."""

import re
from collections.abc import Iterator

from pipeline.screening.case import Case
from schemas.evidence import Evidence
from schemas.outline import Role

_SENTENCE = re.compile(r"[。；;\n\t！!？?]")
# 单位简介：甲公司成立于…, 1. 我单位…: no part of it
_HEAD = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.、．])?\s*"
    r"(?:[\u4e00-\u9fff]{2,12}[：:])?\s*"
)
_WE = (
    r"(?:本|我)们?(?:公司|集团|单位|企业|院|校|所|厂|方|学院|研究院|研究所)"
    r"|(?:申报|揭榜|牵头|承担)(?:单位|主体|企业|方)"
)
_BARE = r"(?:公司|集团|企业|学院|研究院|研究所|学校|医院)(?![\u4e00-\u9fff]{0,2}[（(]?(?:的)?(?:股东|用户|客户))"
# 子公司, 合作单位, 研发中心: of whom the words are then
_OTHERS = re.compile(
    r"子公司|分公司|旗下|下设|下属|合作|联合|参与|协作|成员单位|股东|母公司|控股方|出资|投资|用户|客户|供应商|厂商|竞争|同行|友商"
    r"|实验室|研发中心|创新中心|事业部|办事处|如果?|若|一旦|假如|避免|防止|凡"
)


def sentences(case: Case) -> Iterator[tuple[str, Evidence]]:
    """Every sentence of the application, without its number and label, and where its passage stands."""
    for passage in case.submission.passages:
        if passage.role is Role.INSTRUCTIONS:
            continue
        for sentence in _SENTENCE.split(passage.text):
            words = _HEAD.sub("", sentence).strip()
            if words:
                yield words, passage.evidence


def of_applicant(case: Case, head: str) -> bool:
    """Whether the words before a statement name the applicant, and nobody else."""
    name = case.submission.applicant.name
    own = rf"{re.escape(name)}|{_WE}" if name else _WE
    rest, named = re.subn(own, "", head)
    return (named > 0 or re.match(_BARE, head) is not None) and not _OTHERS.search(rest)
