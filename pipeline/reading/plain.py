"""Plain text: any Chinese encoding, one line a line, wrapping unknown."""

import re

from pipeline.reading.draft import Draft, Piece
from pipeline.reading.encoding import decode
from pipeline.reading.marks import with_marks
from pipeline.reading.page_numbers import page_numbers
from pipeline.reading.payload import Payload
from schemas.document import Document
from schemas.errors import Reason

PARSER = "text"
# What prints nothing goes; a page's end and the line ends of word processors are line ends.
_CONTROLS = dict.fromkeys([*range(9), *range(14, 32), 127], "") | dict.fromkeys((11, 12, 0x2028, 0x2029), "\n")

# The indents of paragraphs whose line ends a copy has lost: 现通知如下：　　1.申报时间…。　　2.…
_INDENT = re.compile(r"\u3000{2,}")
_SENTENCE_BEFORE = re.compile(r"(?<=[。；;！？])\u3000{2,}(?=\S)")
# Not 盖章：　　　　年　　月　　日: room to write on.
_BEGINS = re.compile(
    r"(?<=[。；;！？])\u3000{2,}(?=\S)|(?<=[:：])\u3000{2}(?=[^\s年月日])|(?<!\u3000)\u3000{2,}(?=\d{1,2}[.．、]|[（(][\d一二三四五六七八九十]{1,2}[）)]|附\s?件)"
    r"|(?<![:：\u3000])\u3000{6,}+(?=[^\s年月日])"
)
_RUN_ON, _FEWEST_INDENTS = 300, 3  # characters of a line, and indents behind sentences in it


def read_text(payload: Payload) -> Document:
    """Read a text file; line ends and page breaks become newlines, control characters are left out."""
    text = decoded(payload)
    if len(text) > payload.limits.characters:
        raise payload.too_large(f"{len(text)} characters, at most {payload.limits.characters}")
    draft = Draft(payload)
    lines = [part for line in text.split("\n") for part in _paragraphs(line)]
    if lines and not lines[-1]:
        lines.pop()
    numbers = page_numbers(lines)
    for at, line in enumerate(lines):
        draft.paragraph([with_marks(Piece(line))], margin=at in numbers)
    return draft.document(PARSER)


def _paragraphs(line: str) -> list[str]:
    """The paragraphs of a line that holds a whole text, told by their indents; any other line as it is."""
    if len(line) < _RUN_ON or _INDENT.search(line) is None or len(_SENTENCE_BEFORE.findall(line)) < _FEWEST_INDENTS:
        return [line]
    return _BEGINS.sub("\n", line).split("\n")


def decoded(payload: Payload, *, markup: bool = False, part: bytes | None = None) -> str:
    """The characters of a file, or of ``part`` of it, with ``\\n`` as the only line end and no control characters.

    Raises UnreadableFile where no encoding fits.
    """
    try:
        text, _ = decode(payload.data if part is None else part, markup=markup)
    except UnicodeError:
        raise payload.failure(
            Reason.DAMAGED,
            "The characters of this file belong to no known Chinese encoding.",
            "Save the text as UTF-8 and try again.",
        ) from None
    text = (
        text.removeprefix("\ufeff")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\n\f", "\n")
        .replace("\u00a0", " ")
    )
    return text.translate(_CONTROLS)
