"""The table of contents (目录), whose entries open nothing."""

import re
from collections.abc import Sequence

_TITLE = re.compile(r"目\s*[录次]")
# The dots and the page behind an entry of the contents.
_END = re.compile(r"[\s.．·…]*\d{0,3}\s*$")


def contents_of(lines: Sequence[str]) -> range:
    """The indices of the lines under 目录, as long as each says again what a line further down says."""
    words = [_END.sub("", line).strip() for line in lines]
    at = next((i for i, line in enumerate(words) if _TITLE.fullmatch(line)), len(words))
    last = {line: i for i, line in enumerate(words)}
    end = at + 1
    while end < len(words) and last[words[end]] > end:
        end += 1
    return range(at + 1, end)
