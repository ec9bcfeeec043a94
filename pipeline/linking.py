"""Which notice an application answers, told by the directions that its form offers."""

from collections.abc import Sequence

from schemas.notice import Notice
from schemas.submission import Submission


def notice_of(submission: Submission, notices: Sequence[Notice]) -> Notice | None:
    """The one notice whose directions the application's form names best, or None where none or several do."""
    words = _words(submission)
    scores = [(_named(notice, words), notice) for notice in notices]
    best = max((score for score, _ in scores), default=0.0)
    fitting = [notice for score, notice in scores if score == best]
    return fitting[0] if best > 0 and len(fitting) == 1 else None


def _words(submission: Submission) -> str:
    """The form's options and values, the ticked directions, the title: what names the call."""
    parts = [submission.title or "", submission.project or ""]
    parts += [choice.name for choice in submission.direction_choices]
    for field in submission.form_fields:
        parts += [field.name, *field.options]
        if field.value is not None:
            parts += [field.value] if isinstance(field.value, str) else field.value
    return "\n".join(parts)


def _named(notice: Notice, words: str) -> float:
    """The share of the notice's directions that the words name."""
    if not notice.directions:
        return 0.0
    return sum(direction.name in words for direction in notice.directions) / len(notice.directions)
