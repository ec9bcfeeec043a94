"""ZIP archives: names in any Chinese encoding; a damaged member stops no other."""

import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

from pipeline.reading.archives.names import safe_parts
from pipeline.reading.archives.room import Room
from pipeline.reading.archives.tar import blocks_of
from pipeline.reading.encoding import decode_name
from pipeline.reading.filetypes import ZIP_ERRORS
from pipeline.reading.zip_directory import MOST_ENTRIES, TooManyEntries, open_zip
from schemas.errors import Reason

_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1
_ENTRIES = 10  # folders and the like, for each file that an archive may hold
_RATIO_FROM = 2**20  # bytes; smaller members may compress as well as they like


def unpack_zip(path: Path, room: Room) -> None:
    """Unpack into ``room``; raises UnreadableFile where the archive is damaged, encrypted, or beyond the bounds.

    Bounds are held against what is really unpacked, not only against what the archive says of itself.
    """
    most = max(MOST_ENTRIES, _ENTRIES * room.limits.archive_members)
    try:
        with path.open("rb") as stream, open_zip(stream, most) as archive:
            members = [info for info in archive.infolist() if not _is_folder(info)]
            _check(members, room)
            for info in members:
                _unpack_member(archive, info, room)
    except TooManyEntries as error:
        raise room.too_large(f"its directory has more than {most} entries") from error
    except ZIP_ERRORS as error:
        raise room.damaged() from error


def member_name(info: zipfile.ZipInfo) -> str:
    """A member's name: UTF-8 where the flag says so, else the bytes read as UTF-8, then as GB18030."""
    if info.flag_bits & _UTF8_FLAG:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    return decode_name(raw) or info.filename


def _is_folder(info: zipfile.ZipInfo) -> bool:
    r"""Windows may end a folder's name with \ (which is half a character at the end of some names in GBK)."""
    return info.filename.endswith("/") or (info.file_size == 0 and member_name(info).endswith("\\"))


def _unpack_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: Room) -> None:
    name = member_name(info)
    if stat.S_ISLNK(info.external_attr >> 16):
        room.skip(name, "is a link, which is not followed")
        return
    try:
        room.write(name, _blocks(archive, info), info.file_size)
    except ZIP_ERRORS:
        room.skip(name, "is damaged or packed in an unusual way", Reason.DAMAGED)


def _blocks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as source:
        yield from blocks_of(source)


def _check(members: list[zipfile.ZipInfo], room: Room) -> None:
    """What the archive says of itself, before anything is unpacked."""
    limits = room.limits
    if len(members) > room.budget.members_left:
        raise room.too_many()
    if sum(info.file_size for info in members) > room.budget.bytes_left:
        raise room.too_large(f"it unpacks to more than {limits.archive_bytes} bytes")
    if any(
        info.file_size > _RATIO_FROM and info.file_size > limits.archive_ratio * max(info.compress_size, 1)
        for info in members
    ):
        raise room.too_large("a file in it unpacks to far more than it should")
    if any(len(safe_parts(member_name(info))) > limits.folder_depth for info in members):
        raise room.too_large(f"its folders lie more than {limits.folder_depth} deep in one another")
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in members):
        raise room.encrypted()
