"""Word's text form: a document's parts in one XML file."""

import base64
import binascii
import io
import zipfile
from dataclasses import replace

from pipeline.reading.docx.reader import read_docx
from pipeline.reading.office.reader import through_office
from pipeline.reading.payload import Payload
from schemas.document import Document
from schemas.errors import Reason

_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_HEAD = 4096
_from_2003 = through_office(read_docx)


def read_word_xml(payload: Payload) -> Document:
    """Word's XML: that of 2006 is a DOCX laid flat, that of 2003 goes through LibreOffice."""
    head = payload.data[:_HEAD]
    if b"<pkg:package" in head:
        document = read_docx(replace(payload, data=_package(payload)))
        return replace(document, source=document.source.model_copy(update={"parser": f"xml+{document.source.parser}"}))
    if b"Word.Document" not in head:
        remedy = "Open it in the program that made it and save it as DOCX or XLSX."
        raise payload.failure(Reason.UNSUPPORTED, "XML of this kind cannot be read yet.", remedy)
    return _from_2003(payload)


def _package(payload: Payload) -> bytes:
    """The parts as the ZIP archive that a DOCX is, packed as they are: what is unpacked again needs no bound."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
    target = io.BytesIO()
    try:
        root = etree.fromstring(payload.data, parser)
        with zipfile.ZipFile(target, "w") as archive:
            for part in root.findall(_PACKAGE + "part"):
                name = part.get(_PACKAGE + "name", "").lstrip("/")
                xml, packed = part.find(_PACKAGE + "xmlData"), part.findtext(_PACKAGE + "binaryData")
                if xml is not None and len(xml):
                    archive.writestr(name, etree.tostring(xml[0]))
                elif packed is not None:
                    archive.writestr(name, base64.b64decode(packed))
    except (etree.XMLSyntaxError, binascii.Error) as error:
        raise payload.damaged("it is no XML") from error
    return target.getvalue()
