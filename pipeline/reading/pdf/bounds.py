"""Bounds that pdfminer lacks: a font that speaks of 4 thousand million characters would be taken at its word."""

_MOST_CODES = 0x110000  # there are no more characters


def bound_pdfminer() -> None:
    """From now on pdfminer counts through no range of a font or a code table that is longer than any can be.

    Call it before pdfplumber opens a file. The error becomes a damaged file like every other of a parser.
    """
    from pdfminer import cmapdb, pdffont

    for module in (cmapdb, pdffont):
        module.range = _bounded  # type: ignore[attr-defined]  # their own name for it, found before the built-in one


def _bounded(*bounds: int) -> range:
    found = range(*bounds)
    if found.stop - found.start > _MOST_CODES:
        raise ValueError(f"a range of {found.stop - found.start} codes")
    return found
