"""The table of contents (目录), whose entries open nothing."""

import re
from collections.abc import Sequence

_TITLE = re.compile(r"目\s*[录次]")
# 审计报告…… 41, 纳税证明 第81—83页: the page, behind dots, a blank or 第.
_PAGE = re.compile(r"(?:(?<=[.．·…]{2})|(?<=[…\s])|第\s?)\d{1,3}(?:\s?[—–~～至-]\s?\d{1,3})?\s?页?$")
_NUMBER = re.compile(r"(?<!\d)\d{1,3}$")
_LEADERS = " \t\u3000.．·…"
_FARTHEST = 16  # characters that a page takes at most
# 5-1 购置明细表 under 五、购置情况……22
_BELOW = re.compile(r"\s*(?:\d{1,2}[-—.．]\d{1,2}|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、])\s?\S")
_LONGEST = 60


def contents_of(lines: Sequence[str]) -> range:
    """The indices of the lines under 目录, as long as each names a page, or says again what a line further down says.

    Entries below one that names its page may stand without.
    """
    words = [entry(line) for line in lines]
    at = next((i for i, line in enumerate(words) if _TITLE.fullmatch(line)), len(words))
    last = {line: i for i, line in enumerate(words)}
    end = reached = at + 1
    while reached < len(words):
        if last[words[reached]] > reached or _page(lines[reached].rstrip()) is not None:
            end = reached + 1
        elif not (_BELOW.match(lines[reached]) and len(words[reached]) <= _LONGEST and "。" not in words[reached]):
            break
        reached += 1
    return range(at + 1, end)


def entry(line: str) -> str:
    """The entry without the dots and the page behind it."""
    words = line.rstrip()
    page = _page(words) or _NUMBER.search(words, max(0, len(words) - _FARTHEST))
    return (words if page is None else words[: page.start()]).rstrip(_LEADERS).strip()


def _page(words: str) -> re.Match[str] | None:
    return _PAGE.search(words, max(0, len(words) - _FARTHEST))
