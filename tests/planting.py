"""Planting a gap into the markup of a sample application: what is changed, and what must be found for it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

Change = Callable[[str], str]


@dataclass(frozen=True)
class Gap:
    """A change of the text, and what must be found for it: kind, name, status.

    ``follows`` are the kinds whose findings may change with it, because they look at the same words (an empty address
    cannot show where the applicant sits).
    """

    name: str
    change: Change
    found: tuple[str, str, str]
    follows: frozenset[str] = frozenset()

    def plant(self, text: str) -> str:
        changed = self.change(text)
        assert changed != text, f"{self.name}: the sample has changed, the gap cannot be planted"
        return changed


def swap(old: str, new: str, count: int = 1) -> Change:
    """``old`` is replaced, once unless said otherwise (0: everywhere)."""
    return lambda text: text.replace(old, new, count) if count else text.replace(old, new)


def cell(label: str, value: str, nth: int = 1) -> Change:
    """The value of the ``nth`` cell labelled ``label``."""

    def change(text: str) -> str:
        found = list(re.finditer(rf"(\| {re.escape(label)} \| )([^|\n]*)", text))[nth - 1]
        return text[: found.start(2)] + value + (" " if text[found.end(2) - 1] == " " else "") + text[found.end(2) :]

    return change


def section(title: str, new: str | None) -> Change:
    """The text under a heading; None takes the heading away too."""

    def change(text: str) -> str:
        head = re.search(rf"(?m)^(--|==) [^\n]*{title}\n", text)
        assert head is not None, title
        after = re.compile(r"(?m)^(--|==|~~~)").search(text, head.end())
        end = after.start() if after else len(text)
        return text[: head.start() if new is None else head.end()] + (f"{new}\n" if new else "") + text[end:]

    return change


def line(start: str, new: str | None) -> Change:
    """The line that starts so; None takes it away."""

    def change(text: str) -> str:
        return re.sub(rf"(?m)^{re.escape(start)}.*\n", "" if new is None else f"{new}\n", text, count=1)

    return change


def both(*changes: Change) -> Change:
    """One change after the other."""

    def change(text: str) -> str:
        for one in changes:
            text = one(text)
        return text

    return change
