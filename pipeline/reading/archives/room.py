"""Where an archive's members are written: a new folder, within bounds that all archives of one input share."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.reading import progress
from pipeline.reading.archives.names import UNNAMED, safe_parts
from pipeline.reading.limits import Limits
from schemas.errors import Reason, UnreadableFile

BLOCK = 2**16
_RATIO_FROM = 2**20  # bytes; what unpacks to less may be packed as well as it likes


@dataclass(slots=True)
class Budget:
    """What may still be unpacked of one input, nested archives included."""

    bytes_left: int
    members_left: int

    @classmethod
    def of(cls, limits: Limits) -> "Budget":
        """The whole of what the limits allow."""
        return cls(limits.archive_bytes, limits.archive_members)


@dataclass(slots=True)
class Room:
    """The new folder ``target`` for the members of the archive called ``archive``, which has ``packed`` bytes.

    ``failures`` are members that were left out, each with its reason; ``single`` says that the archive is one
    packed file rather than a folder; ``letters`` are the files that hold a mail's own words.
    """

    archive: str
    target: Path
    limits: Limits
    budget: Budget
    packed: int
    failures: list[UnreadableFile] = field(default_factory=list)
    single: bool = False
    letters: list[Path] = field(default_factory=list)
    _written: int = 0
    _next: dict[Path, int] = field(default_factory=dict)

    def write(self, name: str, blocks: Iterable[bytes], size: int = 0) -> Path | None:
        """Write one member of (it says) ``size`` bytes; where it went, None where it cannot be written.

        Raises UnreadableFile beyond the bounds, which are held against what is really written.
        """
        parts = safe_parts(name) or (UNNAMED,)
        self._admit()
        if len(parts) > self.limits.folder_depth:
            raise self.too_large(f"its folders lie more than {self.limits.folder_depth} deep in one another")
        if size > self.budget.bytes_left:
            raise self.too_large(f"it unpacks to more than {self.limits.archive_bytes} bytes")
        try:
            path = self._place(parts)
            sink = path.open("xb")
        except OSError as error:  # a path that is too long, a full disk
            self.skip(name, f"cannot be written ({error.strerror})", Reason.TOO_LARGE)
            return None
        whole = False
        try:
            with sink:
                for block in blocks:
                    self._count(len(block))
                    sink.write(block)
            whole = True
        finally:
            if not whole:
                path.unlink()
        return path

    def skip(self, name: str, what: str, reason: Reason = Reason.UNSUPPORTED) -> None:
        """Leave a member out; ``what`` goes on from "The file …"."""
        self._admit()
        shown = "/".join(safe_parts(name)) or "?"
        self.failures.append(
            UnreadableFile(
                f"{self.archive}!/{shown}",
                reason,
                f"The file {what}.",
                "Unpack the archive by hand, or ask for a copy.",
            )
        )

    def clear(self) -> None:
        """Take away what was written."""
        shutil.rmtree(self.target, ignore_errors=True)

    def too_large(self, what: str) -> UnreadableFile:
        """A bound is exceeded."""
        return UnreadableFile(
            self.archive,
            Reason.TOO_LARGE,
            f"The archive is too large: {what}.",
            "Split it, or pack the files again.",
        )

    def too_many(self) -> UnreadableFile:
        """There are more files than an archive may hold with those in it."""
        return self.too_large(f"it and the archives in it hold more than {self.limits.archive_members} files")

    def damaged(self, what: str = "is damaged or packed in an unusual way") -> UnreadableFile:
        """The archive cannot be unpacked."""
        return UnreadableFile(
            self.archive, Reason.DAMAGED, f"The archive {what}.", "Pack the files again as an ordinary ZIP."
        )

    def encrypted(self) -> UnreadableFile:
        """A password is needed."""
        return UnreadableFile(
            self.archive,
            Reason.ENCRYPTED,
            "The archive is protected by a password.",
            "Unpack it with the password and pack the files again without one.",
        )

    def _admit(self) -> None:
        progress.page_read()
        self.budget.members_left -= 1
        if self.budget.members_left < 0:
            raise self.too_many()

    def _count(self, length: int) -> None:
        self._written += length
        self.budget.bytes_left -= length
        if self.budget.bytes_left < 0:
            raise self.too_large(f"it unpacks to more than {self.limits.archive_bytes} bytes")
        if self._written > max(_RATIO_FROM, self.limits.archive_ratio * self.packed):
            raise self.too_large("it unpacks to far more than it should")

    def _place(self, parts: tuple[str, ...]) -> Path:
        """A path that no file has yet: two members may have one name, or a file the name of a folder."""
        folder = self.target
        for part in parts[:-1]:
            folder = self._folder(folder / part)
        folder.mkdir(parents=True, exist_ok=True)
        path = free = folder / parts[-1]
        while free.exists():
            free = self._another(path)
        return free

    def _folder(self, path: Path) -> Path:
        free, number = path, 2
        while free.exists() and not free.is_dir():
            free = path.with_name(f"{path.name} ({number})")
            number += 1
        return free

    def _another(self, path: Path) -> Path:
        number = self._next.get(path, 2)
        self._next[path] = number + 1
        return path.with_name(f"{path.stem} ({number}){path.suffix}")
