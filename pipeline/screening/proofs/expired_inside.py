"""A certificate that has ended by the text of the paper itself, alone or among others in one file."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.dates import in_words
from pipeline.screening.proofs.expired import expired
from pipeline.screening.proofs.mere_receipts import run_out
from pipeline.screening.proofs.paper_text import paper_text
from pipeline.screening.proofs.proof_files import file_of
from pipeline.screening.proofs.proof_names import covered, subject
from schemas.submission import Attachment

_HEAD = re.compile(r"(?:^|；)(?=[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[)）]|[、.．])(?!\d))")
_NUMBER = re.compile(r"^[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]+")
# A certificate by its title; 测试报告 is none, whatever instruments it names
_CERTIFICATE = re.compile(r"证书|证$|证[（(]|许可|执照|认定|认证|批复|资质|资格")
_NO_TITLE = re.compile(r"报告|合同|协议|发票|专利|著作权|论文|获奖|奖状|目录|检索")
# 仪器校准有效期至…, 有效期满前三个月申请复审: of other things, and what holds of all such papers
_BESIDE = re.compile(r"[^；。]*(?:仪器|设备|校准|检定|样品|试剂|批号|质保|保修|期满前|届满前|满前)[^；。]*")
_SAME = 0.7
_TITLE, _READ = 40, 3000  # characters


def expired_inside(case: Case, attachment: Attachment) -> tuple[str, str] | None:
    """The title of the certificate that has ended, and how it has; None where a newer one of its kind is there."""
    papers = list(_papers(case, attachment))
    for title, words in papers:
        if _CERTIFICATE.search(title) is None or _NO_TITLE.search(title) is not None:
            continue
        why = _ended(case, words)
        others = (one for one, text in papers if text is not words and _ended(case, text) is None)
        if why is not None and not any(covered(subject(title), subject(one)) >= _SAME for one in others):
            return title, why
    return None


def _papers(case: Case, attachment: Attachment) -> Iterator[tuple[str, str]]:
    """The title and the words of each paper: by the headings of its file, else by the numbers in its text."""
    file = file_of(case, attachment)
    passages = (one for one in case.submission.passages if file is not None and one.evidence.file == file)
    chapters = [(head, [*parts]) for head, parts in groupby(passages, key=lambda one: one.path[-1:])]
    texts = ["；".join(squeeze(part.text) for part in parts) for _, parts in chapters]
    for (head, _), text in zip(chapters, texts, strict=True):
        for piece in filter(None, _HEAD.split(text[:_READ])):
            first = _NUMBER.sub("", piece.partition("；")[0])
            numbered = piece is not text[:_READ] and len(_HEAD.split(text)) > 1
            title = first if numbered or not head or _CERTIFICATE.search(first[:_TITLE]) else squeeze(head[0])
            yield _NUMBER.sub("", title)[:_TITLE], piece
    if not chapters:
        text = paper_text(case, attachment)
        for piece in filter(None, _HEAD.split(text)):
            yield _NUMBER.sub("", piece.partition("；")[0])[:_TITLE], piece


def _ended(case: Case, piece: str) -> str | None:
    words = _BESIDE.sub("", piece)
    found: tuple[date, str] | None = expired(case, words, contracts=False)
    if found is not None:
        return f"有效期于{in_words(found[0])}届满，早于{found[1]}"
    said = run_out(case, words)
    return f"写明“{said}”" if said is not None else None
