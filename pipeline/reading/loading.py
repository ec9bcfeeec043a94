"""One file in, one Document out, or one UnreadableFile that says why not."""

import hashlib
import os
import sys
from dataclasses import replace
from pathlib import Path

from pipeline.reading.encoding import decode_name
from pipeline.reading.filetypes import sniff
from pipeline.reading.limits import DEFAULT_LIMITS, Limits
from pipeline.reading.options import DEFAULT_OPTIONS, ReadingOptions
from pipeline.reading.payload import Payload
from schemas.document import Document
from schemas.errors import JiebangError, Reason, UnreadableFile


def read(path: Path, name: str | None = None, options: ReadingOptions = DEFAULT_OPTIONS) -> Document:
    """Read the file at ``path``; ``name`` is what messages and records call it (default: the path).

    The kind of file is told by its content, not by its extension. Raises UnreadableFile for everything that can
    be wrong with the file: not there, empty, too large, encrypted, damaged, of an unknown kind, or read without
    end. It is read in a process of its own (``options.isolate``), and not again where that was done before
    (``options.cache``).
    """
    from pipeline.reading.cache import key_of, open_cache

    called = name or name_of(path)
    data = load(path, called, options.limits)
    cache = open_cache(options)
    key = key_of(data, called, options) if cache is not None else ""
    document = cache.get(key, called) if cache is not None else None
    if document is None:
        try:
            document = _read_apart(data, called, options)
        except UnreadableFile as error:
            if cache is not None:
                cache.put_failure(key, error)
            raise
        if cache is not None:
            cache.put(key, document)
    return replace(document, source=document.source.model_copy(update={"path": called}))


def _read_apart(data: bytes, name: str, options: ReadingOptions) -> Document:
    if not is_isolated(options):
        return read_bytes(data, name, options)
    from pipeline.reading.isolation.process import reading_process

    return reading_process().read(data, name, options)


def is_isolated(options: ReadingOptions) -> bool:
    """Whether strangers' files are opened in a process of their own: not on Windows, which has no process groups."""
    return options.isolate and sys.platform != "win32"


def name_of(path: Path) -> str:
    """The path as text; a part of it that is not UTF-8 is read as GB18030, so that it can be printed and stored."""
    raw = os.fsencode(path)
    return decode_name(raw) or "/".join(decode_name(part) or part.decode(errors="replace") for part in raw.split(b"/"))


def load(path: Path, name: str, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a file within the bound on size; raises UnreadableFile."""
    try:
        size, data = path.stat().st_size, b""
        if size <= limits.file_bytes:
            with path.open("rb") as stream:
                data = stream.read(limits.file_bytes + 1)  # it may have grown, or be a device
            if len(data) <= limits.file_bytes:
                return data
    except FileNotFoundError:
        raise UnreadableFile(name, Reason.NOT_FOUND, "There is no such file.", "Check the path.") from None
    except OSError as error:
        raise UnreadableFile(
            name,
            Reason.NOT_FOUND,
            f"The file cannot be opened ({error.strerror}).",
            "Check that it is a file and that you may read it.",
        ) from error
    raise UnreadableFile(
        name,
        Reason.TOO_LARGE,
        f"The file has {max(size, len(data))} bytes or more; at most {limits.file_bytes} are read.",
        "Split it, or raise the limit if you trust the file.",
    )


def read_bytes(data: bytes, name: str, options: ReadingOptions = DEFAULT_OPTIONS) -> Document:
    """Read a file's bytes here and now; raises UnreadableFile as ``read`` does."""
    from pipeline.reading.readers import READERS

    kind = sniff(data, name)
    payload = Payload(name, data, hashlib.sha256(data).hexdigest(), kind, options)
    if not data:
        raise payload.empty("it has 0 bytes")
    try:
        return READERS[kind](payload)
    except JiebangError:
        raise
    except MemoryError as error:
        raise payload.too_large("the memory is not enough to read it", passing=True) from error
    except Exception as error:
        # The parsers of foreign formats fail on broken files in ways that nobody lists; here, and only
        # here, every such failure becomes the outcome of this one file.
        what = f"{type(error).__name__} while reading it as {kind.value}"
        raise payload.damaged(what, passing=isinstance(error, OSError)) from error  # a full disk is none of its doing
