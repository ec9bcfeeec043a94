"""How files are read: the bounds, and which of several ways; what a user may set."""

from dataclasses import dataclass
from typing import Literal

from pipeline.reading.limits import DEFAULT_LIMITS, Limits


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """``pdf`` forces one reader on pages with text (auto: chosen a page at a time); ``recognise`` False leaves
    pictures and pages without text unread (they are failures that say so).
    """

    limits: Limits = DEFAULT_LIMITS
    pdf: Literal["auto", "pdfium", "pdfplumber"] = "auto"
    recognise: bool = True


DEFAULT_OPTIONS = ReadingOptions()
