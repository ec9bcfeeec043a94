"""Reading (读取): bytes to Document, one file a format."""

from pipeline.reading.limits import DEFAULT_LIMITS, Limits
from pipeline.reading.loading import read
from pipeline.reading.options import DEFAULT_OPTIONS, ReadingOptions

__all__ = ["DEFAULT_LIMITS", "DEFAULT_OPTIONS", "Limits", "ReadingOptions", "read"]
