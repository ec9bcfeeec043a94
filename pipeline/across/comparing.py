"""Every application to a notice beside every other: what two of them share and should not."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import PurePath

from pipeline.across.copies import shared_passages
from pipeline.across.identities import shared_identities
from pipeline.identity import submission_id
from schemas.document import SourceFile
from schemas.evidence import Evidence
from schemas.notice import Notice
from schemas.peers import PeerFinding, SharedPassage
from schemas.submission import Submission

MOST_SHOWN = 20  # passages of one pair, the longest


@dataclass(frozen=True, slots=True)
class Paper:
    """One application and the texts of its files by their contents (sha256)."""

    submission: Submission
    texts: Mapping[str, str]

    @property
    def id(self) -> str:
        """The application's id."""
        return submission_id(self.submission)

    @property
    def name(self) -> str:
        """The applicant, or what the file is called."""
        return self.submission.applicant.name or PurePath(self.submission.source.path).name


def compare(notice: Notice, explained: Iterable[str], papers: Sequence[Paper]) -> tuple[PeerFinding, ...]:
    """What pairs of the applications share; ``explained`` are the texts of notice and templates, free to repeat."""
    return (*shared_identities(notice, [paper.submission for paper in papers]), *_copies(list(explained), papers))


def _copies(explained: Sequence[str], papers: Sequence[Paper]) -> Iterator[PeerFinding]:
    files = [
        (owner, source, paper.texts[source.sha256])
        for owner, paper in enumerate(papers)
        for source in paper.submission.files
        if source.sha256 in paper.texts
    ]
    found = shared_passages([text for _, _, text in files], [owner for owner, _, _ in files], explained)
    pages = [_pages_of(papers[owner].submission, source) for owner, source, _ in files]
    pairs: dict[tuple[int, int], list[SharedPassage]] = {}
    for (one, other), passages in found.items():
        (owner, source, text), (second, place, words) = files[one], files[other]
        for shared in passages:
            left = _evidence(papers[owner].submission, source, text, shared.one, pages[one])
            right = _evidence(papers[second].submission, place, words, shared.other, pages[other])
            passage = SharedPassage(one=left, other=right, chars=shared.own)
            pairs.setdefault((owner, second), []).append(passage)
    for (owner, second), copies in sorted(pairs.items()):
        yield _finding(papers[owner], papers[second], sorted(copies, key=lambda each: -each.chars))


def _finding(one: Paper, other: Paper, passages: Sequence[SharedPassage]) -> PeerFinding:
    chars = sum(passage.chars for passage in passages)
    places = "、".join(f"第{p}页" for p in sorted({e.one.page for e in passages if e.one.page}))
    return PeerFinding(
        kind="copied_passage",
        one=one.id,
        other=other.id,
        explanation=(
            f"「{one.name}」与「{other.name}」的申报材料有{len(passages)}处文字相同，共{chars}字"
            f"（不计通知和模板原有文字）{f'，见前者{places}' if places else ''}，请核对是否雷同。"
        ),
        confidence=min(0.99, 0.5 + chars / 600),
        passages=tuple(passages[:MOST_SHOWN]),
    )


@dataclass(frozen=True, slots=True)
class _Pages:
    """Where the passages of a file begin, in order, and the page that a place from there on is on."""

    starts: Sequence[int]
    pages: Sequence[int]


def _file(submission: Submission, source: SourceFile) -> str | None:
    return PurePath(source.path).name if len(submission.files) > 1 else None


def _pages_of(submission: Submission, source: SourceFile) -> _Pages:
    file = _file(submission, source)
    held = sorted(
        (passage.evidence.start, index, passage.evidence.page)
        for index, passage in enumerate(submission.passages)
        if passage.evidence.page and (file is None or PurePath(passage.evidence.file or "").name == file)
    )
    # of the passages that begin before a place the last one in the record tells its page
    last = list(accumulate(((index, page) for _, index, page in held), max))
    return _Pages([start for start, _, _ in held], [page for _, page in last])


def _evidence(submission: Submission, source: SourceFile, text: str, span: tuple[int, int], pages: _Pages) -> Evidence:
    start, end = span
    before = bisect_right(pages.starts, start)
    page = pages.pages[before - 1] if before else None
    return Evidence(text=text[start:end], page=page, start=start, end=end, file=_file(submission, source))
