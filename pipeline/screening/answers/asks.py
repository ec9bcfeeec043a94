"""What the guidance of a section asks for (times, figures, ways of testing, measures), and whether a text answers."""

from collections.abc import Iterator

from pipeline.screening.wordings import Ask, wordings


def asked_for(title: str, guidance: str | None) -> Iterator[Ask]:
    """The things that a section's title and guidance ask for, in the order of ``wordings.toml``."""
    words = f"{title}\n{guidance or ''}"
    for ask in wordings().asks:
        if ask.asked.search(words):
            yield ask


def unanswered(title: str, guidance: str | None, text: str) -> list[Ask]:
    """Those of which the section's text shows nothing."""
    return [ask for ask in asked_for(title, guidance) if not ask.answer.search(text)]
