"""What was read once is not read again: documents on disk, by content, options and version of the readers."""

import contextlib
import functools
import hashlib
import importlib.metadata
import json
import os
import sys
import tempfile
import zlib
from dataclasses import astuple, replace
from pathlib import Path, PurePath

from pipeline.reading.limits import Limits
from pipeline.reading.office.programs import office_build
from pipeline.reading.ole import MAGIC
from pipeline.reading.options import ReadingOptions
from pipeline.reading.storing import from_bytes, to_bytes
from schemas.document import Document
from schemas.errors import Reason, UnreadableFile

_VARIABLE = "JIEBANG_CACHE"
_OFF = ("off", "false", "0", "no")
_SUFFIX = ".json.z"
_LARGEST = 2**30  # bytes on disk; beyond, the entries that nobody has asked for longest go
_SHRUNK = 0.8  # of _LARGEST, so that not every new entry costs a look at all others
_PRUNE_EVERY = 500  # entries written
_LIBRARIES = (
    *("lxml", "markdown-it-py", "numpy", "olefile", "onnxruntime", "opencv-python", "opencv-python-headless"),
    *("pdfminer.six", "pdfplumber", "pillow", "pypdfium2", "python-oxmsg", "rapidocr", "selectolax"),
)
_FAILURE = b"failure"  # no document's JSON begins so
_LASTING = (Reason.ENCRYPTED, Reason.DAMAGED, Reason.EMPTY, Reason.UNSUPPORTED, Reason.TOO_LARGE)
# How the files begin that go through LibreOffice: Word 97 and the like, RTF, Word's XML; OpenDocument says its name.
_OFFICE = (MAGIC, b"{\\rtf", b"<?xml", b"\xef\xbb\xbf<?xml")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_NAME_BYTES = 128
_READING = Path(__file__).resolve().parent
_ALSO = (_READING.parents[1] / "schemas" / "document.py",)


class Cache:
    """Read documents in a folder that only this user may enter; whatever is wrong with it, it is only slower."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._written = 0

    def get(self, key: str, name: str = "") -> Document | None:
        """The document under this key; None where there is none, or a damaged one.

        Raises the UnreadableFile that was kept under it, for the file ``name``.
        """
        path = self._path(key)
        try:
            data = zlib.decompress(path.read_bytes())
            os.utime(path)  # asked for: among the last to go
        except (OSError, zlib.error):
            return None
        if data.startswith(_FAILURE):
            _raise(data[len(_FAILURE) :], name)
        return from_bytes(data)

    def put(self, key: str, document: Document) -> None:
        """Keeps the document; where that cannot be, nothing happens."""
        self._write(key, to_bytes(document))

    def put_failure(self, key: str, error: UnreadableFile) -> None:
        """Keeps a failure that is the file's own; others, of time, memory or programs, may not come again."""
        if error.reason in _LASTING and not error.passing:
            self._write(key, _FAILURE + json.dumps([error.reason, error.message, error.remedy]).encode())

    def _write(self, key: str, data: bytes) -> None:
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")  # for this user's eyes only
            new = Path(name)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(zlib.compress(data, 1))
                new.replace(path)
            except OSError:
                new.unlink(missing_ok=True)
                raise
            if self._written % _PRUNE_EVERY == 0:
                prune(self.folder)
            self._written += 1

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}{_SUFFIX}"


def open_cache(options: ReadingOptions) -> Cache | None:
    """The cache that the options ask for; None where it is off, or where the folder is not this user's alone."""
    folder = _folder(options)
    return None if folder is None else _cache_in(folder)


def key_of(data: bytes, name: str, options: ReadingOptions) -> str:
    """What reading these bytes depends on, as a hexadecimal digest: of a name only its extension."""
    limits = replace(
        options.limits, **{each: getattr(Limits(), each) for each in ("seconds", "page_seconds", "memory_mb")}
    )
    parts: tuple[object, ...] = (
        PurePath(name).suffix.lower(),
        astuple(limits),
        options.pdf,
        options.recognise,
        version(),
    )
    if data.startswith(_OFFICE) or _OPEN_DOCUMENT in data[:_NAME_BYTES]:
        parts = (*parts, office_build())
    return hashlib.sha256(hashlib.sha256(data).digest() + repr(parts).encode()).hexdigest()


@functools.cache
def version() -> str:
    """A digest over the readers' sources and the versions of the libraries that they stand on."""
    digest = hashlib.sha256(sys.version.encode())
    for path in (*sorted(_READING.rglob("*")), *_ALSO):
        if path.suffix != ".pyc" and path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    for name in _LIBRARIES:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            digest.update(f"{name}={importlib.metadata.version(name)}".encode())
    return digest.hexdigest()


def prune(folder: Path, largest: int = _LARGEST) -> None:
    """Where the entries take more than ``largest`` bytes, removes those that nobody has asked for longest."""
    entries = []
    for path in folder.glob(f"*/*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            state = path.stat()
            entries.append((state.st_mtime, state.st_size, path))
    size = sum(each[1] for each in entries)
    if size <= largest:
        return
    for _, length, path in sorted(entries):
        if size <= _SHRUNK * largest:
            return
        with contextlib.suppress(OSError):
            path.unlink()
            size -= length


def _raise(data: bytes, name: str) -> None:
    """Raises the failure that was kept; a damaged one is none."""
    try:
        reason, message, remedy = json.loads(data)
        error = UnreadableFile(name, Reason(reason), str(message), str(remedy))
    except (ValueError, TypeError):
        return
    raise error


def _folder(options: ReadingOptions) -> Path | None:
    if options.cache is False:
        return None
    if options.cache is not None:
        return options.cache
    named = os.environ.get(_VARIABLE)
    if named is not None:
        return None if named.strip().lower() in ("", *_OFF) else Path(named).expanduser()
    return _users_folder()


def _users_folder() -> Path | None:
    """Where programs of this platform keep what they can make again."""
    try:
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "jiebang"
        if sys.platform == "win32":
            return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "jiebang" / "cache"
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "jiebang"
    except RuntimeError:  # a user without a home
        return None


@functools.cache
def _cache_in(folder: Path) -> Cache | None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        state = folder.stat()
    except OSError:
        return None
    if sys.platform != "win32" and (state.st_uid != os.getuid() or state.st_mode & 0o002):
        return None  # another could put in it what he likes
    return Cache(folder)
