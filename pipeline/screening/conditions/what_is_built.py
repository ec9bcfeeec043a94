"""Whether the applicant has what a condition says it has built: 建有羊场的单位, and 有标准化羊舍5400平方米."""

import re

from pipeline.screening.case import Case
from schemas.outline import Role

_BUILT = re.compile(r"[建设]有(?P<what>[\u4e00-\u9fff]{2,8}?)(?:的|$)")
_PLACES = "场舍圈棚站库室厂塘园"  # 羊舍 shows a 羊场
_HAS = r"(?:自有|现有|建有|拥有|设有|建成|扩建|改建|^有|(?<=[，。；：、社司院所场])有)"
# 合作养殖户建有羊场, 拟扩建: not what the applicant has now
_NOT_OWN = re.compile(
    r"[未没无拟]|计划|合作(?!社)|农户|养殖户|社员|客户|用户|示范户|租[用赁]|外购|为[\u4e00-\u9fff]{2,12}(?:提供|建设)"
)
_OTHERS = frozenset({Role.INSTRUCTIONS, Role.COMMITMENT, Role.PROOFS})


def has_built(case: Case, condition: str) -> bool:
    """The condition is on what is built, and the application says that it is."""
    if (built := _BUILT.search(condition)) is None:
        return False
    what = built["what"]
    things = {what, *(what[:-1] + place for place in _PLACES if what[-1] in "场舍" and len(what) > 1)}
    words = "|".join(map(re.escape, sorted(things)))
    said = re.compile(rf"{_HAS}[^，。；]{{0,8}}?(?:{words})")
    for passage in case.submission.passages:
        if passage.role in _OTHERS:
            continue
        for clause in re.split("[，。；\n]", passage.text):
            if said.search(clause) is not None and _NOT_OWN.search(clause) is None:
                return True
    return False
