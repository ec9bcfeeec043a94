"""Folders, and archives and mails as folders: what is in them, walked within bounds."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.reading.archives.names import is_hidden
from pipeline.reading.archives.opening import Opened, Packed, may_be_packed, open_packed
from pipeline.reading.archives.room import Budget
from pipeline.reading.archives.unpack import MAILS
from pipeline.reading.loading import is_isolated, name_of
from pipeline.reading.options import ReadingOptions
from schemas.errors import Reason, UnreadableFile


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
    options: ReadingOptions
    failures: list[UnreadableFile] = field(default_factory=list)
    unpacked: int = 0
    budget: Budget = field(init=False)  # of the outermost archive in hand
    letters: set[Path] = field(default_factory=set)

    def top(self, path: Path) -> Folder | SourcePath | None:
        """A path of the call: a folder (or archive), a file, or None with a failure noted."""
        name = name_of(path)
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
        document = SourcePath(path, name, letter=path in self.letters)
        if not may_be_packed(path):
            return document
        if depth == 0:
            self.budget = Budget.of(self.options.limits)
        self.unpacked += 1
        target = self.temporary / f"a{self.unpacked}"
        opened = self._opened(Packed(path.absolute(), name, target.absolute(), self.options.limits, self.budget, depth))
        if opened is None:
            return None
        if opened.kind is None:
            return document
        found = self.folder(target, name, "!/", depth + 1)
        found.mail = opened.kind in MAILS
        if opened.single:
            return found.files[0] if found.files else found.folders[0] if found.folders else None
        return found

    def _opened(self, packed: Packed) -> Opened | None:
        """The archive unpacked, what was left out noted; None where it cannot be, with the reason noted."""
        try:
            opened = self._apart(packed)
        except UnreadableFile as failure:  # its process was killed
            opened = Opened(None, self.budget, failure=failure)
        self.budget = opened.budget
        if opened.failure is not None:
            shutil.rmtree(packed.target, ignore_errors=True)
            self.failures.append(opened.failure)
            return None
        self.failures += opened.failures
        self.letters.update(packed.target / letter for letter in opened.letters)
        return opened

    def _apart(self, packed: Packed) -> Opened:
        if not is_isolated(self.options):
            return open_packed(packed)
        from pipeline.reading.isolation.process import reading_process

        return reading_process().unpack(packed)

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
        if child.is_dir() and level >= self.options.limits.folder_depth:
            what = f"Folders lie more than {self.options.limits.folder_depth} deep in one another."
            return UnreadableFile(name, Reason.TOO_LARGE, what, "Move what is in it further up.")
        return None
