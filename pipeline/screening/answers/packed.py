"""Works that are told by their kind of file (PPT, 演示视频), asked for of a package that holds the other works."""

import re
from collections.abc import Collection

from pipeline.screening.case import Case
from schemas.notice import Obligation

_KINDS: tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...] = (
    # what is asked for, the files that are it, words that speak of it
    (
        re.compile(r"PPT|幻灯片?|演示文稿", re.IGNORECASE),
        re.compile(r"\.(?:pptx?|ppsx?|dps|key|odp)$", re.IGNORECASE),
        re.compile(r"PPT|幻灯|演示文稿|路演|答辩|汇报材料|slides", re.IGNORECASE),
    ),
)
_FEWEST_FILES, _FEWEST_WORKS = 3, 2


def lacks_file(case: Case, obligation: Obligation, given: Collection[str]) -> bool:
    """Whether the package lacks such a file: it holds other works (``given`` by id), and no word speaks of this one."""
    kind = next((kind for kind in _KINDS if kind[0].fullmatch(obligation.name)), None)
    files = [file.path for file in case.submission.files]
    works = [o for o in case.of("proof_material") if o.id in given and o.material and o.material.kind == "other"]
    if kind is None or len(files) < _FEWEST_FILES or len(works) < _FEWEST_WORKS:
        return False
    _, files_of, words_of = kind
    names = (*files, *(attachment.name for attachment in case.submission.attachments))
    unread = (attachment.evidence.file or "" for attachment in case.submission.attachments)
    if any(files_of.search(name) or words_of.search(name) for name in (*names, *unread)):
        return False
    return not any(words_of.search(passage.text) for passage in case.submission.passages)
