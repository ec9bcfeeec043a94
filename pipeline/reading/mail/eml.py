"""Mails as they go over the wire (RFC 5322, MIME): words and names in any Chinese encoding.

The parser's older, plain policy is used: the newer one decodes headers by a grammar that takes long and fails
on broken ones; here they are decoded apart, each for itself.
"""

import email
import email.errors
import email.header
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

from pipeline.reading.archives.names import decoded
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
    write,
)

_SIGNATURES = (
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
    "application/pgp-keys",
)
_ENVELOPES = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_NOTES = ("text/calendar", "message/delivery-status", "text/rfc822-headers")
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "hz": "hz"}


def unpack_eml(path: Path, room: Room) -> None:
    """Unpack a mail to a folder; raises UnreadableFile where it is encrypted, damaged or beyond the bounds."""
    data = load(path, room)
    try:
        write(_letter(email.message_from_bytes(data), room), room)
    except MAIL_ERRORS as error:
        raise damaged(room) from error


def _letter(message: Message, room: Room) -> Letter:
    letter, plain, html = Letter(), list[str](), list[str]()
    for number, part in enumerate(_parts(message, room), 1):
        kind, name = part.get_content_type(), _file_name(part)
        attached = bool(name) or part.get_content_disposition() == "attachment"
        if kind in _SIGNATURES or (kind in _NOTES and not name):
            continue
        if kind == "message/rfc822":
            letter.files += _forwarded(part, name, number)
        elif kind == "application/ms-tnef" or name.lower() == "winmail.dat":
            room.skip(name or "winmail.dat", TNEF)
        elif kind in _ENVELOPES and part.get_param("smime-type") != "signed-data":
            raise encrypted(room)
        elif kind in ("text/plain", "text/html") and not attached:
            (html if kind == "text/html" else plain).append(_words(part))
        else:
            data = _bytes(part)
            if not is_ornament(kind, data, str(part.get("Content-ID") or ""), "".join(html)):
                letter.files.append((named(name, kind, number), data))
    letter.plain, letter.html = "\n\n".join(plain), "<hr>".join(html)
    return letter


def _parts(message: Message, room: Room) -> Iterator[Message]:
    """The parts that hold something, in order; a mail within the mail is one of them."""
    waiting = [message]
    seen = 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > room.limits.archive_members:
            raise room.too_large(f"it has more than {room.limits.archive_members} parts")
        _mend(part)
        payload = part.get_payload()
        if part.get_content_type() == "multipart/encrypted":
            raise encrypted(room)
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting += [one for one in reversed(payload) if isinstance(one, Message)]
        else:
            yield part


def _mend(part: Message) -> None:
    """Headers with bare bytes of some encoding become text."""
    for name, value in list(part.raw_items()):
        if isinstance(value, str) and not value.isascii():
            part.replace_header(name, decoded(value))


def _forwarded(part: Message, name: str, number: int) -> list[tuple[str, bytes]]:
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    if not isinstance(inner, Message):
        return []
    _mend(inner)
    subject = shown(str(inner.get("Subject") or ""))
    title = named(name or subject, "", number)
    return [(title if title.lower().endswith(".eml") else f"{title}.eml", inner.as_bytes())]


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _words(part: Message) -> str:
    """The text of a part, in the encoding that it names where that fits."""
    data = _bytes(part)
    charset = str(part.get_param("charset") or "").strip("'\" ").lower()
    try:
        return data.decode(_WIDER.get(charset, charset or "utf-8"))
    except (LookupError, ValueError):
        pass
    try:
        return decode(data, markup=part.get_content_subtype() == "html")[0]
    except UnicodeError:
        return data.decode("utf-8", "replace")


def _file_name(part: Message) -> str:
    """The name by Content-Disposition, else by Content-Type, whichever way it is encoded; "" for none."""
    for key, header in (("filename", "content-disposition"), ("name", "content-type")):
        value = part.get_param(key, None, header)
        if isinstance(value, tuple):  # RFC 2231: charset, language, the bytes as Latin letters
            return _by_charset(value[2].encode("raw_unicode_escape"), value[0] or "")
        if isinstance(value, str) and value.strip():
            return shown(value)
    return ""


def shown(header: str) -> str:
    """A header's words with encoded ones (RFC 2047) decoded, within quotes too."""
    try:
        pieces = email.header.decode_header(header)
    except (email.errors.HeaderParseError, ValueError):
        return header
    words = (piece if isinstance(piece, str) else _by_charset(piece, charset or "") for piece, charset in pieces)
    return " ".join("".join(words).split())


def _by_charset(raw: bytes, charset: str) -> str:
    name = charset.lower()
    if name and name != "unknown-8bit":
        try:
            return raw.decode(_WIDER.get(name, name))
        except (LookupError, ValueError):
            pass
    return decode_name(raw) or raw.decode("utf-8", "replace")
