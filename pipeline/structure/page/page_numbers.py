"""Page numbers on lines of their own in a text out of a PDF: 1, 2, 3 … (~ 1 ~) between empty lines, pages apart."""

import re
from itertools import pairwise

from schemas.document import Document, Line

_LONE = re.compile(
    r"(?:(?<=\n\n)|(?<=\n\f)|(?<=\n \n))[ \t\u3000]{0,80}"
    r"(?P<line>(?:(?P<mark>[~～—–·•-]) ?)?(?P<number>[1-9]\d{0,2})(?(mark) ?(?P=mark)))"
    r"[ \t\u3000]{0,80}(?=\n\s|\n?\f|\n?\Z)"
)
_FEWEST = 3  # pages
_PAGE = 200  # characters of the shortest page: numbers closer together are a table's


def page_numbers(document: Document) -> list[Line]:
    """The lines that bear a page's number, where nothing else but such numbers stands alone; [] for other texts."""
    if document.lines:
        return []  # margins are known by their place
    lone = list(_LONE.finditer(document.text))
    numbers = [int(match["number"]) for match in lone]
    if len(lone) < _FEWEST or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return []
    if any(after.start() - before.start() < _PAGE for before, after in pairwise(lone[:-1])):  # the last may be short
        return []
    return [Line(match.start("line"), match.end("line")) for match in lone]
