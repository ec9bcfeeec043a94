"""The text of a paper itself: of its own file, or below its title behind the list (二、审计报告（扫描件文字）)."""

import re

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.proofs.proof_files import of_file
from pipeline.screening.proofs.proof_names import covered, subject
from schemas.facts import Passage
from schemas.outline import Role
from schemas.submission import Attachment

_SCANNED = re.compile(r"[（(][^（）()]{0,6}(?:扫描|截图|复印|摘录|影印|照片|原文|文字)[^（）()]{0,6}[)）]")
_SAME, _LONGEST, _MOST = 0.8, 40, 40  # of the title's subject; characters of a title; passages below one
_READ = 3000


def paper_text(case: Case, attachment: Attachment) -> str:
    """Its pieces parted by ；, without white space; empty where the application holds no more than the entry."""
    pieces = of_file(case, attachment) or _below_title(case, attachment)
    return "；".join(squeeze(piece) for piece in pieces)[:_READ]


def is_title(name: str) -> bool:
    """二、审计报告（扫描件文字）: over the words of a paper, and no further one."""
    return _SCANNED.search(name) is not None


def _below_title(case: Case, attachment: Attachment) -> list[str]:
    """What stands below the title of the scan, up to the title of the next one."""
    passages = case.submission.passages
    titles = [at for at, one in enumerate(passages) if _is_title(one)]
    asked = subject(attachment.name)
    for index, at in enumerate(titles):
        title = subject(_SCANNED.sub("", passages[at].text))
        if min(covered(asked, title), covered(title, asked)) >= _SAME or title == asked:
            end = titles[index + 1] if index + 1 < len(titles) else min(len(passages), at + _MOST)
            below = passages[at + 1 : end]
            return [one.text for one in below if one.role is passages[at].role]
    return []


def _is_title(passage: Passage) -> bool:
    short = len(passage.text) <= _LONGEST
    return short and passage.role is not Role.COMMITMENT and _SCANNED.search(passage.text) is not None
