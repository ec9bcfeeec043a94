"""Proofs that came as pictures (营业执照.jpg, 检测报告.pdf scanned): attachments of the application, no part of it."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from extractors.text.spans import squeezed
from pipeline.reading.inputs import is_code
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
_APPLICATION = re.compile(r"申报[书表材]|申请[书表材]|任务书|承诺[书函]|声明|推荐[表函]|揭榜方案|实施方案|可行性")
# A title is the whole line: a heading with a number, an entry of a list of attachments or a field's label is none.
_TITLE = re.compile(
    rf"(?!附[件表]|[（(]?[一二三四五六七八九十\d]+[.．)）])[^，。；：:、]*(?:{_PROOF.pattern})(?:复印件)?(?:[（(].*)?"
)
_OF_APPLICATIONS = ("sections", "targets", "figures", "milestones", "funds", "direction_choices", "directions_selected")
_HEAD_LINES = 12
_LONGEST_TITLE = 30
_LONG = 800  # characters: who has another form may still put so much of his application on a sheet without a number


def attached_paper(text: Text, outline: Outline) -> Submission | None:
    """The record of a recognised file whose name or title says it is a proof: itself by its title; else None.

    What stands on it (names, codes, dates, figures) is nobody's answer in a form, so nothing of it is kept.
    """
    if not is_recognised(text.document) or not is_proof(text, outline):
        return None
    return _paper(text, _title(text, outline))


def code_file(document: Document) -> Submission | None:
    """The record of source code, settings or data of a work: nothing in it is the applicant's answer."""
    source = document.source
    return Submission(source=source, files=(source,)) if is_code(source.path) else None


def speechless_paper(text: Text, outline: Outline, part: Submission) -> Submission | None:
    """The record of a recognised file beside an application that carries nothing of one; None where it does."""
    if answers(outline, part) or not is_recognised(text.document) or len(text.clean) > _LONG:
        return None
    return _paper(text, None)


def as_proof(part: Submission) -> Submission:
    """A written file whose name is a proof's (专利证书.docx): its items are no chapters, its figures no promises."""
    name = re.split(r"[/\\]", part.source.path)[-1]
    if _APPLICATION.search(name) or _PROOF.search(name) is None:
        return part
    return part.model_copy(update=dict.fromkeys(_OF_APPLICATIONS, ()))


def with_title(text: Text, outline: Outline, part: Submission) -> Submission:
    """A written proof whose name tells nothing, with its title as an attachment (某会审2026-0387.pdf: 审计报告)."""
    name = re.split(r"[/\\]", part.source.path)[-1]
    told = is_recognised(text.document) or _PROOF.search(name)  # by its title already, or by its name
    title = _title(text, outline) if not told and is_proof(text, outline) else None
    return part if title is None else part.model_copy(update={"attachments": (*part.attachments, title)})


def is_proof(text: Text, outline: Outline) -> bool:
    """Whether a file's name or title says that it is a proof, and nothing in it is a part of an application."""
    name = re.split(r"[/\\]", text.document.source.path)[-1]
    if _APPLICATION.search(name) or any(d.role in _PARTS and d.title for d in outline.divisions):
        return False
    return _PROOF.search(name) is not None or _title(text, outline) is not None


def answers(outline: Outline, part: Submission) -> bool:
    """Whether a file carries something of an application: fields of a form, numbered sections, the letter."""
    numbered = any(section.number is not None for section in outline.sections)
    titled = any(division.role in _PARTS and division.title for division in outline.divisions)
    return bool(part.form_fields or numbered or titled or part.commitment.present)


def _paper(text: Text, title: Attachment | None) -> Submission:
    source = text.document.source
    return Submission(source=source, files=(source,), attachments=(title,) if title is not None else ())


def is_recognised(document: Document) -> bool:
    """Whether most of its pages are pictures whose words were recognised."""
    recognised = sum(page.confidence is not None for page in document.pages)
    return 2 * recognised > len(document.pages)


def _title(text: Text, outline: Outline) -> Attachment | None:
    """The line near the head, before any numbered section, that names a proof and nothing else."""
    end = next((section.start for section in outline.sections if section.number is not None), len(text.clean))
    for start, stop in islice(_lines(text), _HEAD_LINES):
        words = squeezed(text.clean[start:stop])
        if start < end and 2 < len(words) <= _LONGEST_TITLE and _TITLE.fullmatch(words):
            return Attachment(name=words, evidence=text.evidence(start, stop))
    return None


def _lines(text: Text) -> Iterator[tuple[int, int]]:
    """The lines outside of forms, as spans of the clean text: those of a picture as printed, whatever was joined."""
    for block in text.blocks:
        in_form = block.table is not None and len(text.tables[block.table].cells) > 1
        if in_form:
            continue
        if not is_recognised(text.document):
            yield block.start, block.end
            continue
        offsets = text.offsets[block.start : block.end]
        breaks = [at for at in range(1, len(offsets)) if "\n" in text.document.text[offsets[at - 1] : offsets[at]]]
        yield from ((block.start + one, block.start + other) for one, other in pairwise([0, *breaks, len(offsets)]))
