"""Bounds on what one input may cost; beyond them a file is refused with the reason, never read in part."""

from dataclasses import dataclass

MOST_FILE_BYTES = 2**30
"""What ``file_bytes`` may be set to: a file travels whole to the process that reads it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds, each inclusive.

    What a file may be: ``file_bytes`` of one file, ``pages`` of one paged document, ``pixels`` of one picture,
    ``characters`` of one document's text, ``cells`` of all the tables of one file (XLSX and DOCX).

    What an archive may hold: ``archive_members`` files (nested archives included), ``archive_bytes`` of everything
    it unpacks to, ``archive_ratio`` unpacked to packed size of one member (judged above 1 MiB only),
    ``archive_depth`` archives inside archives, ``folder_depth`` folders inside folders.

    What reading one file may take: ``seconds`` without a page being finished; ``page_seconds`` more in all for each
    page that has been read, so that 300 pages of a scan have their time and a slow file its end; ``memory_mb``
    resident in MiB, the programs that the reader starts included. These three hold where files are read in a
    process of their own (``ReadingOptions.isolate``).
    """

    file_bytes: int = 200 * 2**20
    pages: int = 1000
    pixels: int = 100_000_000
    characters: int = 5_000_000
    cells: int = 300_000
    archive_members: int = 2000
    archive_bytes: int = 2**30
    archive_ratio: int = 300
    archive_depth: int = 3
    folder_depth: int = 64
    seconds: float = 120.0
    page_seconds: float = 20.0
    memory_mb: int = 3072


DEFAULT_LIMITS = Limits()
