"""Every application to a notice beside every other: what two of them share and should not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    pairs: dict[tuple[int, int], list[SharedPassage]] = {}
    for (one, other), passages in found.items():
        (owner, source, text), (second, place, words) = files[one], files[other]
        for shared in passages:
            left = _evidence(papers[owner].submission, source, text, shared.one)
            right = _evidence(papers[second].submission, place, words, shared.other)
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


def _evidence(submission: Submission, source: SourceFile, text: str, span: tuple[int, int]) -> Evidence:
    start, end = span
    file = PurePath(source.path).name if len(submission.files) > 1 else None
    page = None
    for passage in submission.passages:
        place = passage.evidence
        if (file is None or PurePath(place.file or "").name == file) and place.start <= start and place.page:
            page = place.page
    return Evidence(text=text[start:end], page=page, start=start, end=end, file=file)
