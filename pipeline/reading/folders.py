"""Folders, and archives and mails as folders: what is in them, walked within bounds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.reading.archives.room import Budget, Room
from pipeline.reading.archives.unpack import MAILS, UNPACKERS
from pipeline.reading.filetypes import FileType, sniff
from pipeline.reading.limits import DEFAULT_LIMITS, Limits
from pipeline.reading.loading import name_of
from schemas.errors import Reason, UnreadableFile

_SNIFFED = 8192  # bytes
_DECIDED_INSIDE = (b"PK", b"\xd0\xcf\x11\xe0")  # ZIP and OLE: what is in them tells documents from archives
_HIDDEN_NAMES = ("__macosx", "thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class SourcePath:
    """A file on disk and the name to call it by (``archive.zip!/inner/name.docx`` for an archive's member).

    ``letter`` says that it holds a mail's own words: they accompany what is attached.
    """

    path: Path
    name: str
    letter: bool = False


@dataclass(slots=True)
class Folder:
    """A folder, or an archive or a mail unpacked to one."""

    name: str
    files: list[SourcePath] = field(default_factory=list)
    folders: list["Folder"] = field(default_factory=list)
    mail: bool = False

    def all_files(self) -> Iterator[SourcePath]:
        """The files, those of its folders after its own."""
        yield from self.files
        for folder in self.folders:
            yield from folder.all_files()


@dataclass(slots=True)
class Expander:
    """Walks the paths of one call; archives are unpacked into ``temporary``, what fails is noted."""

    temporary: Path
    limits: Limits
    failures: list[UnreadableFile] = field(default_factory=list)
    unpacked: int = 0
    budget: Budget = field(init=False)
    letters: set[Path] = field(default_factory=set)

    def top(self, path: Path) -> Folder | SourcePath | None:
        """A path of the call: a folder (or archive), a file, or None with a failure noted."""
        name = name_of(path)
        self.budget = Budget.of(self.limits)
        if path.is_dir():
            return self.folder(path, name, "/")
        if not path.exists():
            self.failures.append(
                UnreadableFile(name, Reason.NOT_FOUND, "There is no such file or folder.", "Check the path.")
            )
            return None
        return self.file(path, name, 0)

    def file(self, path: Path, name: str, depth: int) -> Folder | SourcePath | None:
        """A file, or the folder that it is packed to; ``depth`` counts the archives around it."""
        kind = archive_kind(path, self.limits)
        if kind is None:
            return SourcePath(path, name, letter=path in self.letters)
        if depth >= self.limits.archive_depth:
            self.failures.append(
                UnreadableFile(
                    name,
                    Reason.TOO_LARGE,
                    f"Archives lie more than {self.limits.archive_depth} deep in one another.",
                    "Unpack the inner archive first.",
                )
            )
            return None
        room = self._unpacked(path, name, kind)
        if room is None:
            return None
        found = self.folder(room.target, name, "!/", depth + 1)
        found.mail = kind in MAILS
        if room.single:
            return found.files[0] if found.files else found.folders[0] if found.folders else None
        return found

    def _unpacked(self, path: Path, name: str, kind: FileType) -> Room | None:
        """The archive unpacked, what was left out noted; None where it cannot be, with the reason noted."""
        self.unpacked += 1
        target = self.temporary / f"a{self.unpacked}"
        room = Room(name, target, self.limits, self.budget, path.stat().st_size)
        try:
            target.mkdir()
            UNPACKERS[kind](path, room)
        except (UnreadableFile, MemoryError) as failure:
            room.clear()
            known = isinstance(failure, UnreadableFile)
            self.failures.append(failure if known else room.too_large("the memory is not enough to unpack it"))
            return None
        self.failures += room.failures
        self.letters.update(room.letters)
        return room

    def folder(self, path: Path, name: str, separator: str, depth: int = 0, level: int = 0) -> Folder:
        """A folder's files and folders; ``depth`` counts the archives around it, ``level`` the folders."""
        result = Folder(name)
        for child in self._children(path, name):
            child_name = name.rstrip("/") + separator + name_of(Path(child.name))
            if (refusal := self._refusal(child, child_name, level)) is not None:
                self.failures.append(refusal)
            elif child.is_dir():
                result.folders.append(self.folder(child, child_name, "/", depth, level + 1))
            elif isinstance(found := self.file(child, child_name, depth), Folder):
                result.folders.append(found)
            elif found is not None:
                result.files.append(found)
        return result

    def _children(self, path: Path, name: str) -> list[Path]:
        try:
            return sorted((one for one in path.iterdir() if not is_hidden(one.name)), key=lambda one: one.name)
        except OSError as error:
            what = f"The folder cannot be opened ({error.strerror})."
            self.failures.append(UnreadableFile(name, Reason.NOT_FOUND, what, "Check that you may read it."))
            return []

    def _refusal(self, child: Path, name: str, level: int) -> UnreadableFile | None:
        """Why this part of a folder is not opened, or None."""
        if child.is_symlink():
            what, remedy = "Links in folders are not followed.", "Put the file itself here, or name it in the call."
            return UnreadableFile(name, Reason.UNSUPPORTED, what, remedy)
        if not (child.is_file() or child.is_dir()):
            remedy = "Put an ordinary file in its place."
            return UnreadableFile(name, Reason.UNSUPPORTED, "It is neither a file nor a folder.", remedy)
        if child.is_dir() and level >= self.limits.folder_depth:
            what = f"Folders lie more than {self.limits.folder_depth} deep in one another."
            return UnreadableFile(name, Reason.TOO_LARGE, what, "Move what is in it further up.")
        return None


def archive_kind(path: Path, limits: Limits = DEFAULT_LIMITS) -> FileType | None:
    """The kind of archive or mail that a file is; None where it is a document (a DOCX is a ZIP too), or no file."""
    try:
        if not path.is_file():  # a pipe would be empty afterwards
            return None
        with path.open("rb") as stream:
            head = stream.read(_SNIFFED)
            if head.startswith(_DECIDED_INSIDE) and path.stat().st_size <= limits.file_bytes:
                head += stream.read()
    except OSError:
        return None
    kind = sniff(head, path.name)
    return kind if kind in UNPACKERS else None


def is_hidden(name: str) -> bool:
    """Whether a file is none of the applicant's: hidden, a lock file of Word, a system's own."""
    return name.startswith((".", "~$")) or name.lower() in _HIDDEN_NAMES
