"""Deadlines (时间节点): what is due when, told by who acts. (First form; dates.py, clock.py, durations.py follow.)"""

from schemas.notice import Deadline
from schemas.outline import Outline
from schemas.text import Text


def find_deadlines(text: Text, outline: Outline, year: int | None) -> list[Deadline]:
    """The deadlines of a notice, in the order of the text; ``year`` is the document's, for dates without one."""
    del text, outline, year
    return []
