"""The applicant's name as its licence has it (营业执照：名称：…), a variant of the form's; a partner's is none."""

import re
from collections.abc import Iterator

from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.identity.body_names import clean_name
from pipeline.screening.identity.papers import paper_above
from schemas.evidence import Evidence

_KIND = "(?:公司|集团|大学|学院|研究院|研究所|医院|中心|合作社|厂)"
_NAME = rf"(?P<name>[\u4e00-\u9fff（）()]{{4,40}}?{_KIND}(?![\u4e00-\u9fff]))"
_CALLED = rf"(?:企业|单位|公司|机构|法人)?名称\s?(?:[为是]|[:：｜|])\s?{_NAME}"
_PAPER = r"(?:营业执照|法人证书|法人登记证)"
_TOLD = re.compile(rf"{_PAPER}[^。；\n]{{0,24}}?{_CALLED}")
_LINE = re.compile(rf"\W{{0,6}}{_CALLED}")
_OF_PAPER = re.compile(_PAPER)
_ALIKE, _ABOVE = 0.7, 3  # of the characters of the name; lines above


def licence_names(case: Case) -> Iterator[tuple[str, str, Evidence]]:
    """The place, the name and where it stands."""
    own = clean_name(squeeze(case.submission.applicant.name or ""))
    if not own or case.submission.recognised:  # a scan may misread it
        return
    for index, passage in enumerate(case.submission.passages):
        if "名称" not in passage.text:
            continue
        line = _LINE.match(passage.text) if _OF_PAPER.search(paper_above(case, index, _ABOVE)) else None
        for match in (*_TOLD.finditer(passage.text), *([line] if line is not None else [])):
            name = clean_name(match["name"])
            shared = len(set(own) & set(name))
            if shared >= _ALIKE * max(len(set(own)), len(set(name))):
                yield "营业执照", name, narrow(passage.evidence, match["name"])
