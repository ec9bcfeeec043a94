"""A Document as bytes and back: JSON, which can hold nothing but data, checked when it comes back.

So a document travels from the process that read a stranger's file, and so it lies in the cache.
"""

from functools import cache

from pydantic import TypeAdapter, ValidationError

from schemas.document import Document


@cache
def _adapter() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


def to_bytes(document: Document) -> bytes:
    """The document as UTF-8 JSON."""
    return _adapter().dump_json(document)


def from_bytes(data: bytes | memoryview) -> Document | None:
    """The document that ``to_bytes`` made these bytes of; None where it is no whole, well-formed document."""
    try:
        return _adapter().validate_json(bytes(data) if isinstance(data, memoryview) else data)
    except ValidationError:
        return None
