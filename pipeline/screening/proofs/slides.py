"""Slides (PPT, 演示文稿), which their kind of file tells, asked for of a package that holds the other works."""

import re
from collections.abc import Collection

from pipeline.screening.case import Case
from schemas.notice import Obligation

_SLIDES = re.compile(r"PPT|幻灯片?|演示文稿", re.IGNORECASE)
_SPOKEN_OF = re.compile(r"PPT|幻灯|演示文稿|路演|答辩|汇报材料|slides", re.IGNORECASE)
# A file of slides by its kind or, where it was turned into another (项目汇报.pdf), by its name.
_FILE = re.compile(
    rf"\.(?:pptx?|ppsx?|dps|key|odp)$|{_SPOKEN_OF.pattern}|(?:汇报|展示|演示)(?!视频|录像)|presentation|deck",
    re.IGNORECASE,
)
_FEWEST_FILES, _FEWEST_WORKS = 3, 2


def lacks_slides(case: Case, obligation: Obligation, given: Collection[str]) -> bool:
    """Whether slides are asked for that the package lacks: it holds other works (``given`` by id), no word of these."""
    files = [file.path for file in case.submission.files]
    works = [o for o in case.of("proof_material") if o.id in given and o.material and o.material.kind == "other"]
    if not _SLIDES.fullmatch(obligation.name) or len(files) < _FEWEST_FILES or len(works) < _FEWEST_WORKS:
        return False
    attached = case.submission.attachments
    names = (*files, *(one.name for one in attached), *(one.evidence.file or "" for one in attached))
    if any(_FILE.search(name) for name in names):
        return False
    return not any(_SPOKEN_OF.search(passage.text) for passage in case.submission.passages)
