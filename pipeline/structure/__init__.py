"""Document -> Text and Outline: reversible cleaning and re-flow, divisions and headings."""

from pipeline.structure.clean import clean
from pipeline.structure.outline import outline_of
from schemas.document import Document
from schemas.outline import Outline
from schemas.text import Text


def structure(document: Document) -> tuple[Text, Outline]:
    """The cleaned text of a document and its outline. Never fails: a text without headings has one division."""
    text = clean(document)
    return text, outline_of(text)
