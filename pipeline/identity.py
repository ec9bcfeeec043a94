"""Short, stable names for records: the same content, the same id."""

from schemas.finding import Screening
from schemas.notice import Notice
from schemas.submission import Submission

ID_DIGITS = 10


def notice_id(notice: Notice) -> str:
    """``n-`` and the first 10 hexadecimal digits of the content's sha256."""
    return f"n-{notice.source.sha256[:ID_DIGITS]}"


def submission_id(submission: Submission | Screening) -> str:
    """``s-`` and the first 10 hexadecimal digits of the sha256; a screening has its submission's."""
    return f"s-{submission.source.sha256[:ID_DIGITS]}"
