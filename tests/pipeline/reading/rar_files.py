"""Tiny RAR archives, written byte by byte, members stored: no free program makes them."""

import struct
from collections.abc import Mapping
from zlib import crc32

_RAR4 = b"Rar!\x1a\x07\x00"
_RAR5 = b"Rar!\x1a\x07\x01\x00"


def rar5(members: Mapping[str, bytes], *, volume: bool = False, encrypted: bool = False, claim: int = 0) -> bytes:
    """A RAR 5 archive; ``encrypted`` says that headers are, ``claim`` adds to each member's unpacked size."""
    if encrypted:
        return _RAR5 + _block5(4, 0, _vint(0) + _vint(0) + b"\x0f" + bytes(16))
    parts = [_RAR5, _block5(1, 0, _vint(1 if volume else 0))]
    for name, data in members.items():
        raw = name.encode()
        fields = _vint(4) + _vint(len(data) + claim) + _vint(0o100644) + struct.pack("<I", crc32(data))
        parts.append(_block5(2, 2, fields + _vint(0) + _vint(1) + _vint(len(raw)) + raw, data))
    return b"".join(parts) + _block5(5, 0, _vint(0))


def _block5(kind: int, flags: int, fields: bytes, data: bytes = b"") -> bytes:
    header = _vint(kind) + _vint(flags) + (_vint(len(data)) if flags & 2 else b"") + fields
    sized = _vint(len(header)) + header
    return struct.pack("<I", crc32(sized)) + sized + data


def _vint(value: int) -> bytes:
    out = bytearray()
    while True:
        value, low = value >> 7, value & 0x7F
        out.append(low | (0x80 if value else 0))
        if not value:
            return bytes(out)


def rar4(members: Mapping[bytes, bytes], *, volume: bool = False, encrypted: bool = False) -> bytes:
    """A RAR 4 archive; names are bytes (GBK from an old Windows)."""
    parts = [_RAR4, _block4(0x73, (1 if volume else 0) | (0x80 if encrypted else 0), bytes(6))]
    for name, data in members.items():
        size = len(data)
        fields = struct.pack("<IIBIIBBHI", size, size, 2, crc32(data), 0x5A000000, 20, 0x30, len(name), 0x20)
        parts.append(_block4(0x74, 0x8000, fields + name, data))
    return b"".join(parts) + _block4(0x7B, 0x4000, b"")


def _block4(kind: int, flags: int, fields: bytes, data: bytes = b"") -> bytes:
    header = struct.pack("<BHH", kind, flags, 7 + len(fields)) + fields
    return struct.pack("<H", crc32(header) & 0xFFFF) + header + data
