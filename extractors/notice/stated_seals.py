"""Seals and signatures that a notice asks for in words: 申报书…加盖单位公章, 承诺书由法定代表人签字."""

import re

from extractors.text.marks import CIRCLED, NUMBERED
from extractors.text.spans import Span, sentences
from extractors.text.tables import cells_of_row
from schemas.facts import SealPlace
from schemas.outline import Outline, Role
from schemas.text import Text

# Who seals and what is sealed; 未盖章的, 盖章版 and 加盖推荐单位公章 by another are no demand on the applicant.
_SEAL = re.compile(
    r"(?:加盖|盖上|加具)(?P<owner>[\u4e00-\u9fff]{0,12}?)(?:公章|印章|签章)"
    # 由法定代表人签字、盖章: the letter of whom it is
    r"|(?<=签字|签名|签章)(?:、|并|和|及|，)?(?:须|应|加)?盖(?:单位)?公?章(?![的后页处])"
    r"|(?<=由)(?P<by>(?:牵头|申报|揭榜|申请|承担)(?:单位|企业|方))(?:盖章|用印)(?![的后页处])"
)
_SIGN = re.compile(r"(?P<owner>法定代表人|法人代表|负责人|项目负责人|单位法人代表)(?:亲笔)?(?:签字|签名|签章)")
_DOCUMENT = re.compile(
    r"[揭应投申报]\w{0,2}函|承诺书|承诺函|军令状|声明|申报书|申请书|申报表|申请表|报名表|任务书|纸质材料|书面材料|申报材料"
)
_ITEM = re.compile(
    rf"\s*(?:{NUMBERED}|{CIRCLED})\s*《?[\u4e00-\u9fff]{{0,8}}?(?P<paper>{_DOCUMENT.pattern})》?(?:[（(][^（）()\n]{{1,20}}[）)])?[。：:，,]"
)
# 财务报表, 推荐函, 审计报告: a paper of the sentence's own; not 本表
_PAPER = re.compile(
    r"(?<![本该此代])(?:表(?![明示述达现面人格])|书(?![写面脊籍])|材料)|函|报告|合同|协议|执照|证[书明]|凭证|发票|批件|[清名]单(?!位)"
)
_OTHERS = re.compile(r"主管部门|推荐单位|区县|地市|税务|受理章|部门印章|复印件")


def stated_seals(text: Text, outline: Outline) -> list[SealPlace]:
    """The places that the body's sentences name; ``role`` is that of the paper that is to be sealed."""
    found: dict[str, SealPlace] = {}
    beside: dict[int, str | None] = {}
    for division in outline.divisions:
        if division.role in (Role.BODY, Role.TASK_LIST):
            for span in sentences(text.clean, division.start, division.end):
                for place in _in_stretch(text, span, beside):
                    found.setdefault(place.name, place)
    return list(found.values())


def _named_before(text: Text, at: int, beside: dict[int, str | None]) -> str | None:
    """揭榜函 | 写明报价，法定代表人签字并加盖公章: what the cells at the left in the row name.

    ``beside`` keeps what was found for a cell, which may hold many sentences.
    """
    index = text.block_at(at)
    if index is None or text.blocks[index].table is None:
        return None
    block = text.blocks[index]
    if index not in beside:
        left = [cell for cell in cells_of_row(text, block) if cell.column < block.column]
        papers = [m.group() for cell in left for m in _DOCUMENT.finditer(text.clean, cell.start, cell.end)]
        beside[index] = papers[-1] if papers else None
    return beside[index]


def _headed(text: Text, at: int, words: str, match: re.Match[str]) -> str | None:
    """1．揭榜申报书。封面写明榜单编号，并加盖公章: the paper that the paragraph begins with, and says more of.

    None where the sentence names a paper of its own: 财务报表须加盖公章, 附加盖公章的推荐函.
    """
    if _PAPER.search(words, 0, match.start()) or (words.startswith("的", match.end()) and _PAPER.search(words)):
        return None
    index = text.block_at(at)
    block = text.blocks[index] if index is not None else None
    named = _ITEM.match(text.clean, block.start, block.end) if block is not None else None
    return named["paper"] if named is not None and block is not None and named.end() <= at else None


def _in_stretch(text: Text, span: Span, beside: dict[int, str | None]) -> list[SealPlace]:
    words = span.of(text.clean)
    if _OTHERS.search(words):
        return []
    found = []
    for pattern in (_SIGN, _SEAL):
        match = pattern.search(words)
        if match is None:
            continue
        papers = [m.group() for m in _DOCUMENT.finditer(words, 0, match.start())]
        paper = (
            papers[-1] if papers else _named_before(text, span.start, beside) or _headed(text, span.start, words, match)
        )
        if paper:
            found.append(_place(text, span, match, paper))
    return found


def _owner(match: re.Match[str]) -> str | None:
    """牵头单位 of 加盖牵头单位公章, and of 由牵头单位盖章."""
    return match["owner"] or match.groupdict().get("by")


def _place(text: Text, span: Span, match: re.Match[str], paper: str) -> SealPlace:
    """The place on the paper named last before the demand."""
    letter = re.search(r"承诺|声明", paper) is not None
    signs = match.re is _SIGN
    return SealPlace(
        name=f"{'承诺书' if letter else paper}{_owner(match) or '单位'}{'签字' if signs else '公章'}",
        kind="signature" if signs else "seal",
        role=Role.COMMITMENT if letter else Role.OTHER,
        evidence=text.evidence(span.start + match.start(), span.start + match.end()),
    )
