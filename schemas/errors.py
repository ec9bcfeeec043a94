"""The failures that a caller can meet, each with a reason and what to do next."""

from enum import StrEnum


class Reason(StrEnum):
    """Why an input could not be read; the whole list that a user can meet."""

    NOT_FOUND = "not_found"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TIMED_OUT = "timed_out"
    NEEDS_PROGRAM = "needs_program"
    UNSUPPORTED = "unsupported"
    CRASHED = "crashed"


class JiebangError(Exception):
    """Base of every error that jiebang raises on purpose."""


class UnreadableFile(JiebangError):
    """One input could not be read; the others go on.

    ``message`` says what is wrong, ``remedy`` what to do next, both for a person.
    ``passing`` where the machine had a part in it (its memory, a program that died): another try may go otherwise.
    """

    def __init__(self, path: str, reason: Reason, message: str, remedy: str, *, passing: bool = False) -> None:
        super().__init__(path, reason, message, remedy)
        self.path = path
        self.reason = reason
        self.message = message
        self.remedy = remedy
        self.passing = passing

    def __str__(self) -> str:
        return f"{self.path}: {self.message} {self.remedy}".rstrip()


class UsageError(JiebangError):
    """The call itself is wrong (exit code 2)."""
