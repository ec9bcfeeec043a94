"""Page numbers in plain text: bare figures on lines of their own that count up from page to page."""

import re
from collections.abc import Sequence

_BARE = re.compile(r"\s*\d{1,4}\s*")
_APART = 8  # lines between two of them at least: what counts up faster is a list or a table's column
_FEWEST = 3


def page_numbers(lines: Sequence[str]) -> frozenset[int]:
    """The lines, by index, that are page numbers: the longest run that counts up by one, three at least.

    An empty line, or the text's beginning or end, stands on one side of each.
    """
    best: list[int] = []
    ending: dict[int, list[int]] = {}  # by the number that would go on: the run that waits for it
    for at, line in enumerate(lines):
        if not _BARE.fullmatch(line) or not _parted(lines, at):
            continue
        run = ending.get(int(line), [])
        run = [*run, at] if run and at - run[-1] >= _APART else [at]
        if len(run) > len(ending.get(int(line) + 1, [])):
            ending[int(line) + 1] = run
        best = max(best, run, key=len)
    return frozenset(best) if len(best) >= _FEWEST else frozenset()


def _parted(lines: Sequence[str], at: int) -> bool:
    before, after = lines[at - 1] if at else "", lines[at + 1] if at + 1 < len(lines) else ""
    return not before.strip() or not after.strip()
