"""The parts of a DOCX package, unpacked within bounds and parsed without entities or network."""

import io
import zipfile
import zlib
from typing import Any

from pipeline.reading.payload import Payload

Element = Any  # lxml.etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_RATIO_FROM = 2**20


class Package:
    """Reads a package's parts; every part is bounded in size and ratio."""

    def __init__(self, payload: Payload) -> None:
        self.payload = payload
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(payload.data))
        except zipfile.BadZipFile as error:
            raise payload.damaged("it breaks off, or is no Word file") from error
        self.names = {info.filename: info for info in self.archive.infolist()}

    def part(self, name: str) -> Element | None:
        """The root element of a part, or None where the package has no such part."""
        data = self.data(name)
        return self._parse(name, data) if data is not None else None

    def data(self, name: str) -> bytes | None:
        """The bytes of a part, or None where the package has no such part."""
        info = self.names.get(name)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise self.payload.encrypted("Word or WPS")
        limits = self.payload.limits
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > limits.file_bytes or (info.file_size > _RATIO_FROM and ratio > limits.archive_ratio):
            raise self.payload.too_large(f"{name} unpacks to {info.file_size} bytes")
        try:
            with self.archive.open(info) as stream:
                return stream.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise self.payload.damaged(f"its part {name} cannot be unpacked") from error

    def relations(self, name: str) -> dict[str, str]:
        """Relation id to target, of the part with this name."""
        folder, _, last = name.rpartition("/")
        root = self.part(f"{folder}/_rels/{last}.rels")
        if root is None:
            return {}
        return {child.get("Id", ""): child.get("Target", "") for child in root if isinstance(child.tag, str)}

    def _parse(self, name: str, data: bytes) -> Element:
        from lxml import etree

        data = data.replace(_STRICT + b"wordprocessingml/main", _TRANSITIONAL + b"wordprocessingml/2006/main")
        data = data.replace(
            _STRICT + b"officeDocument/relationships", _TRANSITIONAL + b"officeDocument/2006/relationships"
        )
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self.payload.damaged(f"its part {name} is no XML") from error


def value(element: Element | None, child: str, attribute: str = "val") -> str | None:
    """The attribute of a child element, both in the main namespace; None where absent."""
    found = element.find(W + child) if element is not None else None
    return found.get(W + attribute) if found is not None else None


def is_on(element: Element | None, child: str) -> bool:
    """Whether a toggle property (``w:vanish``, ``w:strike``) is set."""
    found = element.find(W + child) if element is not None else None
    return found is not None and found.get(W + "val") not in ("0", "false", "off", "none")
