"""Names of members: whatever an archive calls them, they stay in its folder and fit a file system."""

from pathlib import PurePosixPath

from pipeline.reading.encoding import decode_name

_LONGEST = 200  # bytes of one part of a path
UNNAMED = "未命名"
_HIDDEN_NAMES = ("__macosx", "thumbs.db", "desktop.ini")
_KEPT = 50  # characters of a part that is longer


def safe_parts(name: str) -> tuple[str, ...]:
    """The parts of a member's path without anything that leads out of the folder; () for nothing left."""
    parts = PurePosixPath(name.replace("\\", "/").replace("\x00", "")).parts
    kept = (_printable(part).strip() for part in parts)
    return tuple(_shortened(part) for part in kept if part.strip("/. "))


def is_hidden(name: str) -> bool:
    """Whether a file is none of the applicant's: hidden, a lock file of Word, a system's own."""
    return name.startswith((".", "~$")) or name.lower() in _HIDDEN_NAMES


def decoded(name: str) -> str:
    """A name whose bytes are no UTF-8 (they come as surrogates), read as GB18030."""
    raw = name.encode("utf-8", "surrogateescape")
    return decode_name(raw) or raw.decode("utf-8", "replace")


def _printable(part: str) -> str:
    """Without what a terminal or a file system takes for something else: controls, lone surrogates, drive colons."""
    return "".join("_" if char == ":" or not _stands(char) else char for char in part)


def _stands(char: str) -> bool:
    code = ord(char)
    return code >= 32 and code != 127 and not 0xD800 <= code <= 0xDFFF and not 0x202A <= code <= 0x202E


def _shortened(part: str) -> str:
    if len(part.encode()) <= _LONGEST:
        return part
    stem, dot, suffix = part.rpartition(".")
    return f"{(stem or suffix)[:_KEPT]}{dot}{suffix[:10]}" if dot else part[:_KEPT]
