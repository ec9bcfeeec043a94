"""The applications of a run beside each other and beside those that the database holds for the notice."""

from collections.abc import Mapping, Sequence

from pipeline.across import Paper, compare
from pipeline.identity import notice_id, submission_id
from pipeline.store import Store
from schemas.notice import Notice
from schemas.peers import PeerFinding
from schemas.submission import Submission


def across(
    store: Store, notice: Notice, submissions: Sequence[Submission], texts: Mapping[str, str]
) -> tuple[PeerFinding, ...]:
    """What the current applications to the notice share; ``texts`` (by sha256) are those that the run read."""
    ids = [submission_id(submission) for submission in submissions]
    others = store.load_others(notice_id(notice), ids, [submission.source.path for submission in submissions])
    current = list({submission_id(each): each for each in (*submissions, *others)}.values())
    wanted = {file.sha256 for each in current for file in each.files} | {notice.source.sha256}
    known = {**store.load_contents([key for key in wanted if key not in texts]), **texts}
    papers = [Paper(each, known) for each in current]
    contents = {file.sha256 for each in current for file in each.files}
    explained = [text for key, text in known.items() if key not in contents]
    # of a notice out of the database the words of its templates stand in its record alone
    explained.append(notice.model_dump_json().replace("\\n", ""))
    return compare(notice, explained, papers)
