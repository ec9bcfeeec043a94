"""One input -> one outcome: the files of a notice or an application, read and turned into records."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.reading import DEFAULT_OPTIONS, ReadingOptions, read
from pipeline.reading.inputs import Input, SourcePath
from pipeline.reading.notes import reading_notes
from pipeline.records.classify import classify
from pipeline.records.merge import merge_notices
from pipeline.records.notice import build_notice
from pipeline.records.papers import answers, as_proof, attached_paper, code_file, speechless_paper, with_title
from pipeline.records.strangers import strangers
from pipeline.records.submission import build_submission, merge_submissions
from pipeline.records.unread import with_unread
from pipeline.store.result import SourceText
from pipeline.structure import structure
from schemas.document import Document, SourceFile
from schemas.errors import Reason, UnreadableFile
from schemas.finding import Failure
from schemas.notice import DocumentKind, Notice
from schemas.submission import Submission


@dataclass(frozen=True, slots=True)
class Intake:
    """What one input held: a notice, a submission, or neither, the texts read, and the files that failed."""

    name: str
    notice: Notice | None = None
    submission: Submission | None = None
    texts: tuple[SourceText, ...] = ()
    failures: tuple[Failure, ...] = field(default=())


def take(item: Input, kind: DocumentKind | None = None, options: ReadingOptions = DEFAULT_OPTIONS) -> Intake:
    """Reads an input's files; ``kind`` overrules what their content looks like. A file that fails is a failure."""
    documents: list[tuple[SourcePath, Document]] = []
    failures: list[Failure] = []
    for source in item.files:
        try:
            documents.append((source, read(source.path, source.name, options)))
        except UnreadableFile as error:
            failures.append(failure_of(error))
    texts = tuple(_text_of(document) for _, document in documents)
    if not documents:
        return Intake(item.name, failures=tuple(failures))
    kept = _without_letters(documents)
    if len(kept) == 1 and len(documents) == len(item.files):
        record = records_of(kept[0], kind)
        if isinstance(record, Notice):
            return Intake(item.name, notice=record, texts=texts)
        return Intake(item.name, submission=record, texts=texts)
    notice = _notice_in(kept, kind)
    if notice is not None:
        return Intake(item.name, notice=notice, texts=texts, failures=tuple(failures))
    parts = parts_of(kept)
    others = strangers(kept, parts)
    own = [part for index, part in enumerate(parts) if index not in others]
    merged = merge_submissions(own, _folder(item, kept))
    merged = with_unread(merged, [failure.path for failure in failures])
    failures += [left_out(kept[index].source.path, words) for index, words in others.items()]
    return Intake(item.name, submission=merged, texts=texts, failures=tuple(failures))


def _notice_in(documents: Sequence[Document], kind: DocumentKind | None) -> Notice | None:
    """The notice that several files are, its lists, forms and templates with it; None where they are an application.

    It is one where ``kind`` says so, or where one of them reads as a notice and none as an application. Its head is
    that of the one that reads as a notice, the longest where several do.
    """
    if kind not in (None, "notice"):
        return None
    kinds = [classify(*structure(document)) for document in documents]
    if kind is None and ("notice" not in kinds or "submission" in kinds):
        return None
    best = max(range(len(documents)), key=lambda at: (kinds[at] == "notice", len(documents[at].text)))
    records = [records_of(one, "notice" if at == best else kinds[at]) for at, one in enumerate(documents)]
    notices = [record for record in records if isinstance(record, Notice)]
    main = next(notice for notice in notices if notice.source == documents[best].source)
    return merge_notices(main, [notice for notice in notices if notice is not main])


def parts_of(documents: Sequence[Document]) -> list[Submission]:
    """The records of the files of one application; a proof that is a picture is an attachment, unless all are."""
    read = [structure(document) for document in documents]
    papers = [code_file(document) or attached_paper(*one) for document, one in zip(documents, read, strict=True)]
    if None not in papers:
        papers = [None] * len(papers)
    parts = [paper or build_submission(*one) for paper, one in zip(papers, read, strict=True)]
    if not any(paper is None and answers(one[1], part) for paper, one, part in zip(papers, read, parts, strict=True)):
        return parts
    parts = [
        paper or speechless_paper(*one, part) or part for paper, one, part in zip(papers, read, parts, strict=True)
    ]
    quiet = [as_proof(with_title(*one, part)) for one, part in zip(read, parts, strict=True)]
    return quiet if any(part.sections or part.form_fields for part in quiet) else parts


def records_of(document: Document, kind: DocumentKind | None = None) -> Notice | Submission:
    """The records of a document: a submission, or a notice (a blank template and anything else are read as one)."""
    text, outline = structure(document)
    found = kind or classify(text, outline)
    if found == "submission":
        return build_submission(text, outline)
    notice = build_notice(text, outline)
    return notice if notice.kind == found else notice.model_copy(update={"kind": found})


def failure_of(error: UnreadableFile) -> Failure:
    """A failure for the report and the database."""
    return Failure(path=error.path, error=f"{error.message} {error.remedy}", reason=error.reason.value)


def left_out(path: str, words: str) -> Failure:
    """A file that was read, and not used, with the reason and what to do."""
    return Failure(path=path, error=words, reason=Reason.UNSUPPORTED.value)


def _text_of(document: Document) -> SourceText:
    """What the database keeps of a reading."""
    source = document.source
    notes = reading_notes(document)
    return SourceText(path=source.path, sha256=source.sha256, text=document.text, pages=document.pages, notes=notes)


def _without_letters(documents: list[tuple[SourcePath, Document]]) -> list[Document]:
    """The documents that count: a mail's own words only accompany what is attached to it.

    Its sender is not the applicant, nor what it lists an attachment. The words count where nothing attached is an
    application or a notice (they may be one themselves).
    """
    attached = [document for source, document in documents if not source.letter]
    if len(attached) < len(documents) and any(classify(*structure(d)) in ("submission", "notice") for d in attached):
        return attached
    return [document for _, document in documents]


def _folder(item: Input, documents: list[Document]) -> SourceFile:
    """A submission of several files is known by the contents of all of them."""
    digest = hashlib.sha256("".join(sorted(d.source.sha256 for d in documents)).encode()).hexdigest()
    return SourceFile(path=item.name, sha256=digest, media_type="inode/directory", parser="folder")
