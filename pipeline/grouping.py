"""Whether the files of a folder are one application, or one call with its forms, by what is in them.

Names say so for many a folder (``pipeline.reading.inputs``); this looks where they do not: 01.docx, 02.docx, IMG_3.jpg.
"""

from dataclasses import dataclass, field
from pathlib import Path

from extractors.text.spans import bare
from pipeline.reading import ReadingOptions, read
from pipeline.reading.folders import Folder, SourcePath
from pipeline.reading.inputs import is_paper
from pipeline.records.classify import classify
from pipeline.records.papers import answers, is_proof, is_recognised
from pipeline.records.submission import build_submission
from pipeline.structure import structure
from schemas.errors import UnreadableFile
from schemas.outline import Role
from schemas.submission import Submission

MOST_FILES = 30
"""Files of a folder that are looked into: who hands in more puts them into folders, or names them."""
_LEAST_ANSWERED = 4
_LEAST_CHAPTERS = 3
_LEAST_WRITTEN = 400  # characters under the chapters of an application that is a text of its own (揭榜方案)
_SHORT = 1200  # characters of a file that tells nothing of an application and may yet be one of its papers
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp"})
_NO_FORM = frozenset({Role.COVER, Role.COMMITMENT})


@dataclass(slots=True)
class _Seen:
    """What the files read so far are; ``texts`` are bare ones that must name the applicant to be a part.

    ``reports`` are applications written as a text, which stand for the form where there is none; ``strange`` are files
    that neither name nor content tells (报价单, 信用查询截图), which may lie beside papers that are known.
    """

    forms: int = 0
    reports: int = 0
    papers: int = 0
    strange: int = 0
    applicants: set[str] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)

    @property
    def one(self) -> bool:
        return self.forms <= 1 and len(self.applicants) <= 1

    @property
    def mains(self) -> int:
        return self.forms or self.reports


def is_one_application(folder: Folder, options: ReadingOptions) -> bool:
    """Exactly one file is a filled form (or a text in its place), no other names another applicant, all are its papers.

    A folder of many applications is known by its second form: no more of it is read. Pictures, which take longest,
    come last. What is read is kept (``options.cache``), so that it is not read twice.
    """
    files = list(folder.all_files())
    if not 1 < len(files) <= MOST_FILES or not all(is_paper(below.name) for below in folder.folders):
        return False
    seen = _Seen()
    for source in sorted(files, key=lambda one: Path(one.name).suffix.lower() in _PICTURES):
        if not _goes_with(source, seen, options) or not seen.one:
            return False
    named = all(name in text for name in seen.applicants for text in seen.texts)
    return seen.mains == 1 and seen.papers > seen.strange and named


def is_one_notice(folder: Folder, options: ReadingOptions) -> bool:
    """Exactly one file reads as a call, and all others as blank forms or lists that go with it; none as an application.

    A folder of many calls is known by its second one: no more of it is read.
    """
    files = list(folder.all_files())
    if not 1 < len(files) <= MOST_FILES:
        return False
    calls = forms = 0
    for source in files:
        try:
            kind = classify(*structure(read(source.path, source.name, options)))
        except UnreadableFile:
            return False
        calls, forms = calls + (kind == "notice"), forms + (kind == "template")
        if kind == "submission" or calls > 1:
            return False
    return calls == 1 and forms > 0


def _goes_with(source: SourcePath, seen: _Seen, options: ReadingOptions) -> bool:
    """Whether this file may be a part of one application; what it is, is noted."""
    try:
        text, outline = structure(read(source.path, source.name, options))
    except UnreadableFile:
        seen.papers += 1
        return is_paper(source.name)
    kind = classify(text, outline)
    if kind == "notice":
        return False
    part = build_submission(text, outline)
    if is_proof(text, outline):  # what it says of names and codes is nobody's answer in a form
        seen.papers += 1
        return True
    if part.applicant.name:
        seen.applicants.add(bare(part.applicant.name))
    if kind == "submission" and _is_form(part):
        seen.forms += 1
        return True
    if kind == "submission" and _is_report(part):
        seen.reports += 1
        return True
    paper, chapters = is_paper(source.name), _has_chapters(part)
    if not part.applicant.name and (kind == "submission" or (chapters and not paper)):
        seen.texts.append(bare(text.clean))
    silent = is_recognised(text.document) and not answers(outline, part)
    told = kind == "submission" or chapters or bool(part.applicant.name) or part.commitment.present
    known = told or silent or paper
    seen.papers, seen.strange = seen.papers + known, seen.strange + (not known)
    return known or len(text.clean) <= _SHORT


def _has_chapters(part: Submission) -> bool:
    """The running text of an application (申报书正文): numbered sections with something under them."""
    return sum(section.number is not None and section.chars > 0 for section in part.sections) >= _LEAST_CHAPTERS


def _is_report(part: Submission) -> bool:
    chapters = [section for section in part.sections if section.chars]
    written = sum(section.chars for section in chapters)
    return bool(part.applicant.name) and len(chapters) >= _LEAST_CHAPTERS and written >= _LEAST_WRITTEN


def _is_form(part: Submission) -> bool:
    answered = [one for one in part.form_fields if one.value is not None and one.role not in _NO_FORM]
    return bool(part.applicant.name) and len(answered) >= _LEAST_ANSWERED
