"""Web pages saved in one file (MHTML, "single file web page"): the page of the archive is read, its rest is not."""

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from pipeline.reading.html.page import read_page
from pipeline.reading.payload import Payload
from pipeline.reading.plain import decoded
from schemas.document import Document

PARSER = "mhtml"
_MOST_PARTS = 2000


def read_mhtml(payload: Payload) -> Document:
    """Read the first page in the archive; raises UnreadableFile where there is none."""
    if payload.data.count(b"Content-Type:") > _MOST_PARTS:
        raise payload.too_large(f"more than {_MOST_PARTS} parts")
    message = BytesParser(policy=policy.default).parsebytes(payload.data)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if not isinstance(page, EmailMessage):
        raise payload.damaged("it holds no page")
    content = page.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        raise payload.empty("its page is empty")
    markup = decoded(payload, markup=True, part=_with_its_charset(content, page.get_content_charset()))
    return read_page(payload, markup, PARSER)


def _with_its_charset(content: bytes, charset: str | None) -> bytes:
    """The page with the encoding that its part names, which is as good as one in the page itself."""
    if not charset or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content
    return f'<meta charset="{re.sub(r"[^A-Za-z0-9_-]", "", charset)}">\n'.encode() + content
