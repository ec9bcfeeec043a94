"""Bounds on what one input may cost; beyond them a file is reported as too large, never read in part."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds, each inclusive.

    ``file_bytes`` of one file, ``pages`` of one paged document, ``characters`` of one document's text, ``pixels``
    of one picture file's page, ``archive_members`` files in one archive (nested archives included),
    ``archive_bytes`` of everything an archive unpacks to, ``archive_ratio`` unpacked to packed size of one member
    (judged above 1 MiB only),
    ``archive_depth`` archives inside archives, ``folder_depth`` folders inside folders.
    """

    file_bytes: int = 200 * 2**20
    pages: int = 1000
    characters: int = 5_000_000
    pixels: int = 100_000_000
    archive_members: int = 2000
    archive_bytes: int = 2**30
    archive_ratio: int = 300
    archive_depth: int = 3
    folder_depth: int = 64


DEFAULT_LIMITS = Limits()
