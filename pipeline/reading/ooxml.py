"""Office Open XML packages (DOCX, XLSX): parts found by their relations, unpacked within bounds, parsed without
entities or network.
"""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from pipeline.reading.filetypes import ZIP_ERRORS
from pipeline.reading.payload import Payload
from pipeline.reading.zip_directory import TooManyEntries, open_zip
from pipeline.reading.zipped import Allowance

Element = Any  # lxml.etree._Element

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = b"http://purl.oclc.org/ooxml/"
# Namespaces of the strict form of the standard, and those of the transitional form that everybody writes.
_NAMESPACES = tuple(
    (_STRICT + strict, b"http://schemas.openxmlformats.org/" + transitional)
    for strict, transitional in (
        (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
        (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
        (b"drawingml/main", b"drawingml/2006/main"),
        (b"officeDocument/math", b"officeDocument/2006/math"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    )
)
_MAIN = "/officeDocument"
_BLOCK = 2**16
_LOCAL_HEADER = b"PK\x03\x04"
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_DESCRIBED_BEHIND = 0x8  # the sizes stand behind the data
# The standard allows UTF-8 and UTF-16 only; in others a document type could hide from the search for it.
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""")
_ENCODINGS = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_BOMS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: ``target`` a part's name, or an address where ``external``; ``kind`` its last word."""

    kind: str
    target: str
    external: bool = False


class Package:
    """Reads a package's parts; every part is bounded in size and ratio, all of them together in size."""

    def __init__(self, payload: Payload, program: str = "Word or WPS") -> None:
        self.payload = payload
        self.program = program
        self.warnings: list[str] = []
        self.allowance = Allowance.of(payload)
        try:
            self.archive: zipfile.ZipFile | None = open_zip(io.BytesIO(payload.data))
            self.salvaged: dict[str, bytes] = {}
            self.names = {_normal(info.filename): info for info in self.archive.infolist()}
        except TooManyEntries as error:
            raise payload.too_large("it has parts without end") from error
        except ZIP_ERRORS as error:
            self.archive, self.names = None, {}
            self.salvaged = _salvage(payload, self.allowance)
            if not self.salvaged:
                raise payload.damaged(f"it breaks off, or was not made by {program}") from error
            self.warnings.append("文件目录已损坏，已逐个读出其中各部分，请核对是否完整")

    def part(self, name: str) -> Element | None:
        """The root element of a part, or None where the package has no such part."""
        data = self.data(name)
        return self.parsed(name, data) if data is not None else None

    def data(self, name: str) -> bytes | None:
        """The bytes of a part, or None where the package has no such part."""
        name = _normal(name)
        if self.archive is None:
            return self.salvaged.get(name)
        info = self.names.get(name)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise self.payload.encrypted(self.program)
        self.allowance.take(name, info.file_size, info.compress_size)
        try:
            with self.archive.open(info) as stream:
                return stream.read(info.file_size + 1)
        except ZIP_ERRORS as error:
            raise self.payload.damaged(f"its part {name} cannot be unpacked") from error

    def parts(self) -> list[str]:
        """The names of all parts, in small letters (names of parts have no case)."""
        return list(self.salvaged or self.names)

    def transitional(self, name: str) -> bytes | None:
        """The bytes of a part with the namespaces that everybody writes, checked for declarations of entities."""
        data = self.data(name)
        if data is None:
            return None
        check_xml(self.payload, name, data)
        return _transitional(data)

    def size(self, name: str) -> int | None:
        """The unpacked size of a part in bytes, as the package states it."""
        info = self.names.get(_normal(name))
        return info.file_size if info is not None else len(self.salvaged.get(_normal(name), b"")) or None

    def main(self, usual: str) -> str:
        """The name of the part that holds the document: as the package's relations say, else the usual one."""
        found = [r.target for r in self.relations("").values() if r.kind == "officeDocument" and not r.external]
        return next((name for name in found if _normal(name) in (self.salvaged or self.names)), usual)

    def relations(self, name: str) -> dict[str, Relation]:
        """Relation id to what it means, of the part with this name ("" for the package); targets are whole names."""
        folder, _, last = name.rpartition("/")
        root = self.part(f"{folder}/_rels/{last}.rels".lstrip("/"))
        found = {}
        for child in root if root is not None else ():
            if isinstance(child.tag, str):
                target = child.get("Target", "")
                external = child.get("TargetMode") == "External"
                kind = child.get("Type", "").rpartition("/")[2]
                whole = target if external else _resolved(folder, target)
                found[child.get("Id", "")] = Relation(kind, whole, external)
        return found

    def related(self, name: str, kind: str) -> list[str]:
        """The names of the parts that this one refers to as ``kind`` (header, footnotes, styles), in order."""
        targets = [r.target for r in self.relations(name).values() if r.kind == kind and not r.external]
        return list(dict.fromkeys(targets))

    def parsed(self, name: str, data: bytes) -> Element:
        """The root of a part's XML; a part with a document type (which no program writes) is refused."""
        from lxml import etree

        check_xml(self.payload, name, data)
        data = _transitional(data)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self.payload.damaged(f"its part {name} is no XML") from error


def check_xml(payload: Payload, name: str, data: bytes) -> None:
    """Raises UnreadableFile where entities could be declared: no part of a package has a document type."""
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    wide = data.startswith(_BOMS)
    narrow = data.replace(b"\x00", b"") if wide else data
    known = wide or ((declared is None or declared[1].lower() in _ENCODINGS) and b"\x00" not in data[:200])
    if not known or b"<!DOCTYPE" in narrow or b"<!ENTITY" in narrow:
        raise payload.damaged(f"its part {name} declares a document type or an encoding that no Office program writes")


def _transitional(data: bytes) -> bytes:
    for strict, transitional in _NAMESPACES if _STRICT in data else ():
        data = data.replace(strict, transitional)
    return data


def _normal(name: str) -> str:
    r"""Names of parts have no case; some programs write them with \ or a leading /."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _resolved(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    whole = target if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(whole).lstrip("/")


def _salvage(payload: Payload, allowance: Allowance) -> dict[str, bytes]:
    """The parts of a package without a usable directory, read one behind the other; {} where one is not whole."""
    data, at, parts = payload.data, 0, dict[str, bytes]()
    while data[at : at + 4] == _LOCAL_HEADER and len(parts) < payload.limits.archive_members:
        if len(data) < at + _LOCAL.size:
            return {}
        _, _, flags, method, _, _, crc, packed, size, name_length, extra = _LOCAL.unpack_from(data, at)
        begin = at + _LOCAL.size + name_length + extra
        name = _normal(data[at + _LOCAL.size : at + _LOCAL.size + name_length].decode("utf-8", "replace"))
        if flags & 1:
            raise payload.encrypted("Word or WPS")
        content, end = _unpacked(payload, begin, method, packed)
        if content is None:
            return {}
        at = end
        if flags & _DESCRIBED_BEHIND:
            described = data[at : at + 16]
            at += 16 if described.startswith(b"PK\x07\x08") else 12
        elif zlib.crc32(content) != crc or len(content) != size:
            return {}
        allowance.take(name, len(content), end - begin)
        parts[name] = content
    return parts if data[at : at + 2] == b"PK" and data[at : at + 4] != _LOCAL_HEADER else {}


def _unpacked(payload: Payload, begin: int, method: int, packed: int) -> tuple[bytes | None, int]:
    """The content of the member whose data begin here, and where they end; None where they are not whole."""
    data = payload.data
    if method == zipfile.ZIP_STORED:
        content = data[begin : begin + packed]
        return (content if len(content) == packed else None), begin + packed
    if method != zipfile.ZIP_DEFLATED:
        return None, begin
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    most, size, at, blocks = payload.limits.file_bytes, 0, begin, list[bytes]()
    try:
        while not unpacker.eof and at < len(data):
            blocks.append(unpacker.decompress(data[at : at + _BLOCK], most + 1 - size))
            size += len(blocks[-1])
            at += _BLOCK
            if size > most:
                raise payload.too_large(f"a part unpacks to more than {most} bytes")
    except zlib.error:
        return None, begin
    return (b"".join(blocks) if unpacker.eof else None), min(at, len(data)) - len(unpacker.unused_data)
