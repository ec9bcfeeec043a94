"""Paths to submissions: in a folder every file is one and every sub-folder is one; an archive is its folder."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.reading.archive import unpack
from pipeline.reading.filetypes import FileType, sniff
from pipeline.reading.limits import DEFAULT_LIMITS, Limits
from pipeline.reading.loading import name_of
from pipeline.reading.workroom import workroom
from schemas.errors import Reason, UnreadableFile

_SNIFFED = 8192
_HIDDEN_NAMES = ("__macosx", "thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class SourcePath:
    """A file on disk and the name to call it by (``archive.zip!/inner/name.docx`` for an archive's member)."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Input:
    """One submission (or one notice): its name and its files, sorted by name, at least one."""

    name: str
    files: tuple[SourcePath, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """What some paths hold. The files of archives last as long as the ``expand`` block."""

    inputs: tuple[Input, ...]
    failures: tuple[UnreadableFile, ...]


@dataclass(slots=True)
class _Folder:
    """A folder, or an archive unpacked to one."""

    name: str
    files: list[SourcePath] = field(default_factory=list)
    folders: list["_Folder"] = field(default_factory=list)

    def all_files(self) -> Iterator[SourcePath]:
        yield from self.files
        for folder in self.folders:
            yield from folder.all_files()


@dataclass(slots=True)
class _Expander:
    temporary: Path
    limits: Limits
    failures: list[UnreadableFile] = field(default_factory=list)
    unpacked: int = 0
    bytes_left: int = 0

    def top(self, path: Path) -> _Folder | SourcePath | None:
        """A path of the call: a folder (or archive), a file, or None with a failure noted."""
        name = name_of(path)
        self.bytes_left = self.limits.archive_bytes
        if path.is_dir():
            return self.folder(path, name, "/")
        if not path.exists():
            self.failures.append(
                UnreadableFile(name, Reason.NOT_FOUND, "There is no such file or folder.", "Check the path.")
            )
            return None
        return self.file(path, name, 0)

    def file(self, path: Path, name: str, depth: int) -> _Folder | SourcePath | None:
        if not is_archive(path):
            return SourcePath(path, name)
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
        self.unpacked += 1
        target = self.temporary / f"a{self.unpacked}"
        try:
            self.bytes_left -= unpack(path, name, target, self.limits, self.bytes_left)
        except UnreadableFile as failure:
            self.failures.append(failure)
            return None
        return self.folder(target, name, "!/", depth + 1)

    def folder(self, path: Path, name: str, separator: str, depth: int = 0, level: int = 0) -> _Folder:
        """A folder's files and folders; ``depth`` counts the archives around it, ``level`` the folders."""
        result = _Folder(name)
        for child in self._children(path, name):
            child_name = name.rstrip("/") + separator + name_of(Path(child.name))
            if (refusal := self._refusal(child, child_name, level)) is not None:
                self.failures.append(refusal)
            elif child.is_dir():
                result.folders.append(self.folder(child, child_name, "/", depth, level + 1))
            elif isinstance(found := self.file(child, child_name, depth), _Folder):
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


@contextmanager
def expand(paths: Sequence[Path], limits: Limits = DEFAULT_LIMITS) -> Iterator[Expansion]:
    """The submissions that these paths hold.

    A file is one submission; in a folder every file is one and every sub-folder is one made of all the
    files in it (at any depth); an archive is the folder it holds. Hidden files are passed over. What cannot
    be opened becomes a failure and stops nothing else; an empty folder or archive is such a failure.
    """
    with workroom() as temporary:
        expander = _Expander(temporary, limits)
        inputs: list[Input] = []
        for path in paths:
            before = len(expander.failures)
            found = expander.top(path)
            made = _submissions(found) if found is not None else []
            if not made and len(expander.failures) == before:
                expander.failures.append(_nothing_in(name_of(path)))
            inputs += made
        yield Expansion(tuple(inputs), tuple(expander.failures))


@contextmanager
def gather(path: Path, limits: Limits = DEFAULT_LIMITS) -> Iterator[Expansion]:
    """All files of one path as a single input: a notice that comes as a folder or an archive."""
    with workroom() as temporary:
        expander = _Expander(temporary, limits)
        found = expander.top(path)
        files = tuple(found.all_files()) if isinstance(found, _Folder) else (found,) if found is not None else ()
        if not files and not expander.failures:
            expander.failures.append(_nothing_in(name_of(path)))
        inputs = (Input(name_of(path), files),) if files else ()
        yield Expansion(inputs, tuple(expander.failures))


def is_archive(path: Path) -> bool:
    """Whether a file is a ZIP archive that is no document (a DOCX is a ZIP too)."""
    try:
        if not path.is_file():  # a pipe would be empty afterwards
            return False
        with path.open("rb") as stream:
            head = stream.read(_SNIFFED)
            if head[:2] != b"PK":
                return path.suffix.lower() == ".zip" and sniff(head, path.name) == FileType.ZIP
            return sniff(head + stream.read(), path.name) == FileType.ZIP
    except OSError:
        return False


def is_hidden(name: str) -> bool:
    """Whether a file is none of the applicant's: hidden, a lock file of Word, a system's own."""
    return name.startswith((".", "~$")) or name.lower() in _HIDDEN_NAMES


def _submissions(found: _Folder | SourcePath) -> list[Input]:
    if isinstance(found, SourcePath):
        return [Input(found.name, (found,))]
    inputs = [Input(file.name, (file,)) for file in found.files]
    for folder in found.folders:
        files = tuple(folder.all_files())
        if files:
            inputs.append(Input(folder.name, files))
    return sorted(inputs, key=lambda one: one.name)


def _nothing_in(name: str) -> UnreadableFile:
    return UnreadableFile(
        name, Reason.EMPTY, "There is no document in it.", "Check that the right folder or archive was given."
    )
