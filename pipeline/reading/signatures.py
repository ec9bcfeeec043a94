"""What tells archives and mails by their first bytes where no fixed mark does."""

import re
from pathlib import PurePath

# 申报.part1.rar, 申报.r00, 申报.z01, 申报.7z.001, 申报.zip.002
_PART = re.compile(r"\.(?:part\d{1,3}\.rar|[rz]\d{2}|(?:7z|zip|rar|tar|gz)\.\d{3})$", re.IGNORECASE)
_TAR_BLOCK = 512
_RAR4, _RAR5 = b"Rar!\x1a\x07\x00", b"Rar!\x1a\x07\x01\x00"
_ZIP_END = b"PK\x05\x06"
_ZIP_TAIL = 2**16 + 22  # bytes: the end of a ZIP and its comment
_HEADER = re.compile(rb"([!-9;-~]{1,60}):")
_OF_MAILS = frozenset(
    b"from to cc subject date message-id mime-version received return-path delivered-to reply-to x-mailer".split()
)
_SENT = frozenset(b"to received message-id return-path delivered-to x-mailer reply-to".split())


def begins_tar(head: bytes) -> bool:
    """Whether these (at least 512) bytes are a TAR's first header: its checksum says so."""
    if len(head) < _TAR_BLOCK or not head[:1].strip(b"\x00"):
        return False
    digits = head[148:156].strip(b" \x00")
    if not digits or any(digit not in b"01234567" for digit in digits):
        return False
    return int(digits, 8) == sum(head[:148]) + 8 * ord(" ") + sum(head[156:_TAR_BLOCK])


def is_part_by_name(name: str) -> bool:
    """Whether a file's name is that of one of several parts of an archive."""
    return _PART.search(PurePath(name).name) is not None


def is_part_by_content(data: bytes) -> bool:
    """Whether an archive says of itself that other parts belong to it."""
    if data.startswith(_RAR4):
        return len(data) > 12 and data[9] == 0x73 and bool(data[10] & 1)
    if data.startswith(_RAR5):
        kind, at = _vint(data, _vint(data, 12)[1])
        flags, at = _vint(data, at)
        if flags & 1:  # the size of an extra area comes first
            _, at = _vint(data, at)
        return kind == 1 and bool(_vint(data, at)[0] & 1)
    end = data.rfind(_ZIP_END, max(len(data) - _ZIP_TAIL, 0))
    return 0 <= end <= len(data) - 22 and data[end + 4 : end + 6] not in (b"\x00\x00", b"\xff\xff")


def is_mail(head: bytes, name: str) -> bool:
    """Whether a text begins with a mail's headers; under the name of a mail two of them are enough."""
    seen = set()
    for line in head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").splitlines():
        if not line.strip():
            break
        if line[:1] in b" \t":
            continue
        found = _HEADER.match(line)
        if found is None:
            break
        seen.add(found[1].lower())
    if PurePath(name).suffix.lower() == ".eml":
        return len(seen & _OF_MAILS) >= 2
    return b"from" in seen and bool(seen & _SENT) and len(seen & _OF_MAILS) >= 3


def _vint(data: bytes, at: int) -> tuple[int, int]:
    """A number of RAR 5 in seven bits a byte, and where it ends."""
    value = shift = 0
    for place in range(at, min(at + 10, len(data))):
        value |= (data[place] & 0x7F) << shift
        shift += 7
        if not data[place] & 0x80:
            return value, place + 1
    return value, len(data)
