"""Sections without a heading of their own: 组织保障机制　由总工任组长…, each at the head of a line of its chapter."""

import re
from collections.abc import Sequence

_MARK = r"\s{0,4}(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）.、．]\s?)?"
_BEHIND = r"(?:[ \u3000\t]{1,8}|\s?[:：]\s?)"


def run_in(text: str, name: str, others: Sequence[str]) -> str:
    """What stands behind the name, up to the line that begins with another's; empty where none begins with it."""
    starts = {other: _start(text, other) for other in others}
    own = starts.get(name) or _start(text, name)
    if own is None:
        return ""
    ends = [one.start() for one in starts.values() if one is not None and one.start() > own.start()]
    return text[own.end() : min(ends, default=len(text))].strip()


def _start(text: str, name: str) -> re.Match[str] | None:
    return re.search(rf"^{_MARK}{re.escape(name)}{_BEHIND}(?=\S)", text, re.M)
