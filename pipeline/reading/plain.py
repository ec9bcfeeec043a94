"""Plain text: any Chinese encoding, one line a line, wrapping unknown."""

from pipeline.reading.draft import Draft, Piece
from pipeline.reading.encoding import decode
from pipeline.reading.payload import Payload
from schemas.document import Document
from schemas.errors import Reason

PARSER = "text"


def read_text(payload: Payload) -> Document:
    """Read a text file; line ends become newlines, nothing else is changed."""
    text = decoded(payload)
    draft = Draft(payload)
    if "\ufffd" in text:
        draft.warnings.append(f"{text.count(chr(0xFFFD))} characters could not be decoded")
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    draft.paragraph([Piece(line) for line in lines])
    return draft.document(PARSER)


def decoded(payload: Payload, *, markup: bool = False) -> str:
    """The file's characters with ``\\n`` as the only line end; raises UnreadableFile where no encoding fits."""
    try:
        text, _ = decode(payload.data, markup=markup)
    except UnicodeError:
        raise payload.failure(
            Reason.DAMAGED,
            "The characters of this file belong to no known Chinese encoding.",
            "Save the text as UTF-8 and try again.",
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
