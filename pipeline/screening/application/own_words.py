"""What the application says of the applicant itself: its sentences without the notice's instructions."""

import re
from collections.abc import Iterator

from pipeline.screening.case import Case, value_text
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


# 单位简介, A06 单位类别: what the form asks of the applicant itself, whose answer need not name it
_ON_APPLICANT = re.compile(
    r"(?:申报|揭榜|牵头|承担|申请|报送)?(?:单位|企业|主体|机构|公司)(?:的)?(?:基本)?(?:简介|概况|介绍|情况|性质|类别|类型|属性)(?:简介|说明|简述)?"
)
_WRAP = re.compile(r"(?<=[^。；;！!？?\s])\n(?=[\u4e00-\u9fff，、（“])")  # a line that breaks a sentence


def told_of_applicant(case: Case) -> Iterator[tuple[str, Evidence]]:
    """The sentences of the form's answers on the applicant, wrapped lines joined, and where the answer stands."""
    for field in case.submission.form_fields:
        place = field.value_evidence
        if place is not None and _ON_APPLICANT.fullmatch(re.sub(r"\s", "", field.label or field.name)):
            for sentence in _SENTENCE.split(_WRAP.sub("", value_text(field))):
                if words := sentence.strip():
                    yield words, place


# behind a short name: 明隼因货款…, 明隼视觉仍在…; not 海岚大学, 海岚省
_GOES_ON = re.compile(
    r"(?:公司|集团)?(?:[因被于曾仍尚已还现自在系是为不未没无的与和也则]|目前|去年|今年|前年|20\d\d年|至今|近|上年)"
)
_SHORTEST, _LONGEST = 2, 6  # characters of a short name


def named_in_short(case: Case, clause: str) -> bool:
    """Whether a clause opens with a piece of the applicant's name: 明隼 of 岱州明隼视觉技术股份有限公司."""
    name, words = case.submission.applicant.name or "", clause.strip()
    sizes = (size for size in range(_LONGEST, _SHORTEST - 1, -1) if words[:size] in name and len(words) > size)
    size = next(sizes, None)
    return size is not None and _GOES_ON.match(words, size) is not None


def of_nobody_else(head: str) -> bool:
    """Whether the words before a statement on the applicant name no other body."""
    return _OTHERS.search(head) is None


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
