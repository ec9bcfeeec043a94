"""The applications of a run beside each other and beside those that the database holds for the notice."""

import hashlib
from collections.abc import Mapping, Sequence

from pipeline.across import Paper, compare
from pipeline.identity import notice_id, submission_id
from pipeline.store import Store
from schemas.notice import Notice
from schemas.peers import PeerFinding
from schemas.submission import Submission


def across(
    store: Store, notice: Notice, submissions: Sequence[Submission], texts: Mapping[str, str], program: str = ""
) -> tuple[tuple[PeerFinding, ...], str]:
    """What the current applications to the notice share, and a digest of what that was found in.

    ``texts`` (by sha256) are those that the run read. With the same records and the same ``program`` (a digest of it)
    as in an earlier run nothing is compared again.
    """
    ids = [submission_id(submission) for submission in submissions]
    paths = [submission.source.path for submission in submissions]
    basis = _basis(store, notice, submissions, paths, program)
    kept = store.load_kept_peers(notice_id(notice), basis)
    return (_compared(store, notice, submissions, texts, ids, paths) if kept is None else kept), basis


def _basis(store: Store, notice: Notice, submissions: Sequence[Submission], paths: Sequence[str], program: str) -> str:
    records = {submission_id(each): hashlib.md5(each.model_dump_json().encode()).hexdigest() for each in submissions}
    records |= store.load_current_records(notice_id(notice), list(records), paths)
    parts = (program, notice.model_dump_json(), sorted(records.items()))
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _compared(
    store: Store,
    notice: Notice,
    submissions: Sequence[Submission],
    texts: Mapping[str, str],
    ids: Sequence[str],
    paths: Sequence[str],
) -> tuple[PeerFinding, ...]:
    others = store.load_others(notice_id(notice), ids, paths)
    current = list({submission_id(each): each for each in (*submissions, *others)}.values())
    wanted = {file.sha256 for each in current for file in each.files} | {notice.source.sha256}
    known = {**store.load_contents([key for key in wanted if key not in texts]), **texts}
    papers = [Paper(each, known) for each in current]
    contents = {file.sha256 for each in current for file in each.files}
    explained = [text for key, text in known.items() if key not in contents]
    # of a notice out of the database the words of its templates stand in its record alone
    explained.append(notice.model_dump_json().replace("\\n", ""))
    return compare(notice, explained, papers)
