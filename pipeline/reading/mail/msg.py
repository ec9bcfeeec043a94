"""Mails as Outlook saves them (.msg): an OLE file whose streams are the mail's properties (MS-OXMSG)."""

from pathlib import Path
from typing import Any

from pipeline.reading.archives.room import Room
from pipeline.reading.encoding import decode, decode_name
from pipeline.reading.mail.letter import (
    MAIL_ERRORS,
    TNEF,
    Letter,
    damaged,
    encrypted,
    is_ornament,
    load,
    named,
    one_part,
    write,
)
from pipeline.reading.ole import opened

Storage = Any  # oxmsg.storage.Storage

_CLASS, _SUBJECT, _PLAIN, _HTML = 0x001A, 0x0037, 0x1000, 0x1013
_FILE, _LONG_NAME, _SHORT_NAME, _KIND, _CONTENT_ID = 0x3701, 0x3707, 0x3704, 0x370E, 0x3712
_UNICODE, _BYTES, _BINARY, _OBJECT = "001F", "001E", "0102", "000D"
_NESTING = 8  # mails attached to mails


def unpack_msg(path: Path, room: Room) -> None:
    """Unpack a mail to a folder; raises UnreadableFile where it is encrypted, damaged or beyond the bounds."""
    data = load(path, room)
    try:
        _unpack(_storage(data), room, "", 0)
    except MAIL_ERRORS as error:
        raise damaged(room) from error


def _storage(data: bytes) -> Storage:
    from oxmsg.storage import Storage as Loaded

    with opened(data) as ole:
        return Loaded.from_ole(ole)


def _unpack(storage: Storage, room: Room, folder: str, depth: int) -> None:
    """Write one mail; a mail attached to it becomes a folder within ``folder``."""
    streams = _streams(storage)
    if "smime" in _text(streams, _CLASS).lower() and "multipartsigned" not in _text(streams, _CLASS).lower():
        raise encrypted(room)
    letter = Letter(plain=_text(streams, _PLAIN), html=_text(streams, _HTML))
    mails = []
    for number, attached in enumerate(storage.iter_attachment_storages(), 1):
        inner = next((one for one in attached.storages if one.name.endswith(f"{_FILE:04X}{_OBJECT}")), None)
        if inner is not None:
            mails.append((inner, number))
        else:
            _attach(letter, room, _streams(attached), number)
    write(letter, room, folder)
    for inner, number in mails:
        title = one_part(named(_text(_streams(inner), _SUBJECT), "", number))
        if depth < _NESTING:
            _unpack(inner, room, f"{folder}{title}/", depth + 1)
        else:
            room.skip(title, "lies too deep in other mails")


def _attach(letter: Letter, room: Room, streams: dict[str, bytes], number: int) -> None:
    data = streams.get(_key(_FILE, _BINARY))
    kind = _text(streams, _KIND).lower()
    name = named(_text(streams, _LONG_NAME) or _text(streams, _SHORT_NAME), kind, number)
    if data is None:
        room.skip(name, "is only linked to in the mail")
    elif name.lower() == "winmail.dat":
        room.skip(name, TNEF)
    elif not is_ornament(kind, data, _text(streams, _CONTENT_ID), letter.html):
        letter.files.append((name, data))


def _streams(storage: Storage) -> dict[str, bytes]:
    return {stream.name: stream.bytes_ for stream in storage.streams}


def _key(number: int, kind: str) -> str:
    return f"__substg1.0_{number:04X}{kind}"


def _text(streams: dict[str, bytes], number: int) -> str:
    """A property's words: Unicode, else bytes of whatever encoding they read best in; "" where it is not there."""
    raw = streams.get(_key(number, _UNICODE))
    if raw is not None:
        return raw.decode("utf-16-le", "replace").rstrip("\x00")
    raw = streams.get(_key(number, _BYTES), streams.get(_key(number, _BINARY), b"")).rstrip(b"\x00")
    try:
        return decode(raw, markup=number == _HTML)[0]
    except UnicodeError:
        return decode_name(raw) or raw.decode("utf-8", "replace")
