"""What the parts of a ZIP package (DOCX, XLSX, OFD) may unpack to, each of them and all together."""

from dataclasses import dataclass

from pipeline.reading.payload import Payload

_RATIO_FROM = 2**20  # bytes; smaller parts may compress as well as they like


@dataclass(slots=True)
class Allowance:
    """What may still be unpacked of one package: ``left`` bytes; a part that is read again counts again."""

    payload: Payload
    left: int

    @classmethod
    def of(cls, payload: Payload) -> "Allowance":
        """All that the limits allow."""
        return cls(payload, payload.limits.archive_bytes)

    def take(self, name: str, size: int, packed: int) -> None:
        """Raises UnreadableFile where a part of ``size`` bytes, ``packed`` in the file, is beyond the bounds."""
        limits = self.payload.limits
        self.left -= size
        swollen = size > _RATIO_FROM and size > limits.archive_ratio * max(packed, 1)
        if size > limits.file_bytes or swollen:
            raise self.payload.too_large(f"its part {name} unpacks to {size} bytes")
        if self.left < 0:
            raise self.payload.too_large(f"its parts unpack to more than {limits.archive_bytes} bytes")
