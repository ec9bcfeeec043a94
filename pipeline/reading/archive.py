"""ZIP archives: names in any Chinese encoding, unpacked within bounds and never outside the folder."""

import zipfile
from pathlib import Path, PurePosixPath

from pipeline.reading.encoding import decode_name
from pipeline.reading.filetypes import ZIP_ERRORS
from pipeline.reading.limits import Limits
from schemas.errors import Reason, UnreadableFile

_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1
_RATIO_FROM = 2**20  # bytes; smaller members may compress as well as they like
_BLOCK = 2**16
_MAX_NAME = 100  # characters of one path part, so that it fits a file system


def unpack(path: Path, name: str, target: Path, limits: Limits, budget: int) -> int:
    """Unpack the archive at ``path`` (called ``name``) into the new folder ``target``; the bytes written.

    At most ``budget`` bytes are written. Raises UnreadableFile where the archive is damaged, encrypted, or
    beyond ``limits``; bounds are checked against what is really unpacked, not only against what the archive
    says of itself.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            _check(members, name, limits)
            target.mkdir()
            written = 0
            for info in members:
                parts = safe_parts(member_name(info))
                if parts:
                    written += _write(archive, info, _free(target.joinpath(*parts)), budget - written, name)
            return written
    except ZIP_ERRORS as error:
        raise UnreadableFile(
            name,
            Reason.DAMAGED,
            "The archive is damaged or packed in an unusual way.",
            "Pack the files again as an ordinary ZIP.",
        ) from error


def member_name(info: zipfile.ZipInfo) -> str:
    """A member's name: UTF-8 where the flag says so, else the bytes read as UTF-8, then as GB18030."""
    if info.flag_bits & _UTF8_FLAG:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    return decode_name(raw) or info.filename


def safe_parts(name: str) -> tuple[str, ...]:
    """The parts of a member's path without anything that leads out of the folder; () for nothing left."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    kept = (part.replace("\x00", "").replace(":", "_") for part in parts if part not in ("/", ".", ".."))
    return tuple(_shortened(part) for part in kept if part.strip("/ "))


def _shortened(part: str) -> str:
    if len(part.encode()) <= 2 * _MAX_NAME:
        return part
    stem, dot, suffix = part.rpartition(".")
    return f"{(stem or suffix)[: _MAX_NAME // 2]}{dot}{suffix[:10]}" if dot else part[: _MAX_NAME // 2]


def _check(members: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    too_large = None
    if len(members) > limits.archive_members:
        too_large = f"it holds {len(members)} files, at most {limits.archive_members}"
    elif sum(info.file_size for info in members) > limits.archive_bytes:
        too_large = f"it unpacks to more than {limits.archive_bytes} bytes"
    elif any(
        info.file_size > _RATIO_FROM and info.file_size > limits.archive_ratio * max(info.compress_size, 1)
        for info in members
    ):
        too_large = "a file in it unpacks to far more than it should"
    elif any(len(safe_parts(member_name(info))) > limits.folder_depth for info in members):
        too_large = f"its folders lie more than {limits.folder_depth} deep in one another"
    if too_large is not None:
        raise UnreadableFile(
            name, Reason.TOO_LARGE, f"The archive is too large: {too_large}.", "Split it, or pack the files again."
        )
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in members):
        raise UnreadableFile(
            name,
            Reason.ENCRYPTED,
            "The archive is protected by a password.",
            "Unpack it with the password and pack the files again without one.",
        )


def _write(archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, left: int, name: str) -> int:
    """Write one member; the number of bytes written, at most ``left``."""
    target.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with archive.open(info) as source, target.open("wb") as sink:
        while block := source.read(_BLOCK):
            written += len(block)
            if written > left:
                raise UnreadableFile(
                    name, Reason.TOO_LARGE, "The archive unpacks to more than it says.", "Pack the files again."
                )
            sink.write(block)
    return written


def _free(path: Path) -> Path:
    """A path that no file has yet: two members may have the same name, or a file the name of a folder."""
    number = 2
    free = path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free
