"""The parts of an OFD package: found by the standard's path rules, unpacked within bounds, parsed without entities."""

import io
import posixpath
import zipfile
import zlib
from typing import Any

from pipeline.reading.payload import Payload
from pipeline.reading.zip_directory import TooManyEntries, open_zip
from pipeline.reading.zipped import Allowance

Element = Any  # lxml.etree._Element, its tags without namespaces

PROGRAM = "an OFD viewer"
_MEMBERS = 50_000  # a page is three or four of them
_ENCRYPTED_FLAG = 0x1
_ENCRYPTIONS = "encryptions.xml"  # GM/T 0099: the list of what is encrypted


class Package:
    """Reads a package's parts; every part is bounded in size and ratio, all of them together in size."""

    def __init__(self, payload: Payload) -> None:
        self.payload = payload
        self.allowance = Allowance.of(payload)
        try:
            self.archive = open_zip(io.BytesIO(payload.data))
            members = self.archive.infolist()
        except TooManyEntries as error:
            raise payload.too_large("it has parts without end") from error
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise payload.damaged("it breaks off, or is no OFD file") from error
        if len(members) > _MEMBERS:
            raise payload.too_large(f"it has {len(members)} parts, at most {_MEMBERS}")
        self.members = {_key(info.filename): info for info in members}
        if any(posixpath.basename(key) == _ENCRYPTIONS for key in self.members):
            raise payload.encrypted(PROGRAM)

    def located(self, base: str, location: str | None) -> str | None:
        """The part that ``location`` (ST_Loc), written in the part ``base``, names; None where there is none.

        From the root with a leading slash, else from the folder of ``base``; some programs leave the slash out.
        """
        where = (location or "").strip().replace("\\", "/")
        if not where:
            return None
        beside = posixpath.join(posixpath.dirname(base), where)
        return next((path for path in map(_normal, (beside, where)) if _key(path) in self.members), None)

    def xml(self, name: str | None) -> Element | None:
        """The root element of a part, namespaces taken off its tags; None where there is no such part."""
        data = self.data(name)
        return self._parse(str(name), data) if data is not None else None

    def size(self, name: str | None) -> int | None:
        """The unpacked size of a part in bytes, None where there is no such part."""
        info = self.members.get(_key(name)) if name else None
        return info.file_size if info is not None else None

    def data(self, name: str | None) -> bytes | None:
        """The bytes of a part, None where there is no such part."""
        info = self.members.get(_key(name)) if name else None
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise self.payload.encrypted(PROGRAM)
        self.allowance.take(str(name), info.file_size, info.compress_size)
        try:
            with self.archive.open(info) as stream:
                return stream.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise self.payload.damaged(f"its part {name} cannot be unpacked") from error

    def _parse(self, name: str, data: bytes) -> Element:
        from lxml import etree

        # Without huge_tree the parser itself bounds depth, names and the growth by entities.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self.payload.damaged(f"its part {name} is no XML") from error
        for element in root.iter(etree.Element):
            element.tag = element.tag.rpartition("}")[2]
        return root


def _normal(path: str) -> str:
    """The path from the root of the package; what would lead out of it stays in it."""
    return posixpath.normpath("/" + path.lstrip("/")).lstrip("/")


def _key(path: str) -> str:
    return _normal(path.replace("\\", "/")).lower()


def words(element: Element | None, child: str) -> str:
    """The text of a child element, "" where there is none."""
    found = element.find(child) if element is not None else None
    return (found.text or "").strip() if found is not None else ""
