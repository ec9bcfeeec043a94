"""Reading (读取): bytes to Document, one file a format."""

from pipeline.reading.limits import DEFAULT_LIMITS, Limits
from pipeline.reading.loading import read

__all__ = ["DEFAULT_LIMITS", "Limits", "read"]
