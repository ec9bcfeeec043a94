"""What every reader gets, and the words of the failures that several readers share."""

from dataclasses import dataclass

from pipeline.reading.filetypes import FileType
from pipeline.reading.limits import Limits
from pipeline.reading.options import DEFAULT_OPTIONS, ReadingOptions
from schemas.document import SourceFile
from schemas.errors import Reason, UnreadableFile


@dataclass(frozen=True, slots=True)
class Payload:
    """A file's bytes with the name that the caller knows it by."""

    name: str
    data: bytes
    sha256: str
    kind: FileType
    options: ReadingOptions = DEFAULT_OPTIONS

    @property
    def limits(self) -> Limits:
        """The bounds on this file."""
        return self.options.limits

    def source(self, parser: str, pages: int | None = None) -> SourceFile:
        """The record of where a document came from."""
        return SourceFile(path=self.name, sha256=self.sha256, media_type=self.kind.value, pages=pages, parser=parser)

    def failure(self, reason: Reason, message: str, remedy: str, *, passing: bool = False) -> UnreadableFile:
        """The error to raise for this file."""
        return UnreadableFile(self.name, reason, message, remedy, passing=passing)

    def damaged(self, what: str, *, passing: bool = False) -> UnreadableFile:
        """The file breaks off or contradicts its own format."""
        return self.failure(
            Reason.DAMAGED,
            f"The file is damaged: {what}.",
            "Open it in the program that made it, save it again, or ask the sender for a new copy.",
            passing=passing,
        )

    def empty(self, what: str = "it holds no text") -> UnreadableFile:
        """There is nothing to read."""
        return self.failure(
            Reason.EMPTY, f"The file is empty: {what}.", "Check that the right file was sent and ask for it again."
        )

    def too_large(self, what: str, *, passing: bool = False) -> UnreadableFile:
        """A bound of ``Limits`` is exceeded."""
        remedy = "Split it, or raise the limit if you trust the file."
        return self.failure(Reason.TOO_LARGE, f"The file is too large: {what}.", remedy, passing=passing)

    def encrypted(self, program: str) -> UnreadableFile:
        """A password is needed."""
        return self.failure(
            Reason.ENCRYPTED,
            "The file is protected by a password.",
            f"Open it with the password in {program}, save it without one, and hand in that copy.",
        )
