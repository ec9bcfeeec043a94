"""How files are read: the bounds, and which of several ways; what a user may set."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.reading.limits import DEFAULT_LIMITS, Limits


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """``pdf`` forces one reader on pages with text (auto: chosen a page at a time); ``recognise`` False leaves
    pictures and pages without text unread (they are failures that say so).

    ``isolate`` False reads, and unpacks archives, in the calling process, where nothing bounds time and memory: for
    debugging.
    ``cache`` is the folder in which read documents are kept; None for the usual one, False for none.
    """

    limits: Limits = DEFAULT_LIMITS
    pdf: Literal["auto", "pdfium", "pdfplumber"] = "auto"
    recognise: bool = True
    isolate: bool = True
    cache: Path | Literal[False] | None = None


DEFAULT_OPTIONS = ReadingOptions()
