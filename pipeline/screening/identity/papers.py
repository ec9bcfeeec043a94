"""Which passages are of the applicant's papers: the list of proofs, and files that are papers themselves."""

import re

from pipeline.screening.case import Case
from schemas.facts import Passage
from schemas.outline import Role

_FILE = re.compile(
    r"证明|执照|报告|审计|报表|名册|协议|证书|扫描|附件|明细|说明|存款|凭证|社保|纳税|检测|检验|测试|测评"
)
_HEAD = re.compile(r"(?:申报|申请|揭榜|任务|项目|建议|实施|攻关)(?:书|表|方案|材料)|封面|承诺书")
_ASIDE = frozenset({Role.COMMITMENT, Role.INSTRUCTIONS, Role.COVER, Role.FORM})


def is_of_paper(passage: Passage) -> bool:
    """The passage stands in the list of proofs or in a file of a folder that is a paper."""
    if passage.role is Role.PROOFS:
        return True
    folder, _, name = (passage.evidence.file or "").rpartition("/")
    paper = _FILE.search(name) is not None or "证明" in folder
    return paper and _HEAD.search(name) is None and passage.role not in _ASIDE


def paper_above(case: Case, index: int, most: int) -> str:
    """What the same paper says above the passage, the nearest last, at most so many passages."""
    here = case.submission.passages[index]
    above = case.submission.passages[max(0, index - most) : index]
    return "\n".join(passage.text for passage in above if passage.evidence.file == here.evidence.file)
