"""Proofs that came as pictures (营业执照.jpg, 检测报告.pdf scanned): attachments of the application, no part of it."""

import re

from extractors.spans import squeezed
from schemas.document import Document
from schemas.outline import Outline, Role
from schemas.submission import Attachment, Submission
from schemas.text import Text

_PARTS = frozenset({Role.COVER, Role.FORM, Role.TASK_BOOK, Role.COMMITMENT, Role.RECOMMENDATION, Role.PROOFS})
# What a proof calls itself, in its file's name or its title; 承诺书 and 申报书 are parts of an application.
_PROOF = re.compile(
    r"执照|证书|许可证|资质|登记证|注册证|身份证|[检监]测报告|测试报告|检验报告|审计报告|查新报告|验收报告|财务报表|资产负债表|利润表"
    r"|完税证明|纳税证明|发票|合同|协议书?|授权书|专利|著作权|荣誉|奖状|获奖|批复|立项通知|认定文件|信用报告|证明"
)
_APPLICATION = re.compile(r"申报[书表]|申请[书表]|任务书|承诺[书函]|声明|推荐[表函]|揭榜方案|实施方案|可行性")
_HEAD_LINES = 12
_LONGEST_TITLE = 30
_LONG = 800  # characters: more, under numbered headings, is a part of the application whatever it is called


def attached_paper(text: Text, outline: Outline) -> Submission | None:
    """The record of a recognised proof: itself by its title; None for what was not recognised or is a part of the
    application (a form, a task book, a letter of commitment).

    What stands on it (names, codes, dates, figures) is nobody's answer in a form, so nothing of it is kept.
    """
    if not _is_recognised(text.document):
        return None
    name = re.split(r"[/\\]", text.document.source.path)[-1]
    title = _title(text)
    if _APPLICATION.search(name) or any(division.role in _PARTS and division.title for division in outline.divisions):
        return None
    if not (_PROOF.search(name) or title is not None) and outline.sections and len(text.clean) > _LONG:
        return None
    return Submission(
        source=text.document.source,
        files=(text.document.source,),
        attachments=(title,) if title is not None else (),
    )


def _is_recognised(document: Document) -> bool:
    recognised = sum(page.confidence is not None for page in document.pages)
    return 2 * recognised > len(document.pages)


def _title(text: Text) -> Attachment | None:
    """The line near the head that names a proof."""
    for block in text.blocks[:_HEAD_LINES]:
        words = squeezed(text.clean[block.start : block.end])
        if 2 < len(words) <= _LONGEST_TITLE and _PROOF.search(words) and not re.search(r"[，。；：:]", words):
            return Attachment(name=words, evidence=text.evidence(block.start, block.end))
    return None
