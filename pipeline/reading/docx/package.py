"""Names of WordprocessingML and how its properties are read."""

from typing import Any

from pipeline.reading.ooxml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = frozenset(("0", "false", "off", "none"))
_LARGEST = 10**6


def value(element: Element | None, child: str, attribute: str = "val") -> str | None:
    """The attribute of a child element, both in the main namespace; None where absent."""
    found = element.find(W + child) if element is not None else None
    return found.get(W + attribute) if found is not None else None


def number(text: Any, default: int = 0) -> int:
    """A whole number of an attribute; the default where it is none or absurdly large."""
    digits = str(text or "").strip()
    if not (digits.removeprefix("-").isascii() and digits.removeprefix("-").isdigit() and len(digits) < 12):
        return default
    found = int(digits)
    return found if abs(found) <= _LARGEST else default


def toggle(element: Element | None, child: str) -> bool | None:
    """A toggle property (``w:vanish``, ``w:strike``): set, switched off, or None where nothing is said."""
    found = element.find(W + child) if element is not None else None
    return None if found is None else found.get(W + "val") not in _OFF


def is_on(element: Element | None, child: str) -> bool:
    """Whether a toggle property is set."""
    return toggle(element, child) is True


def has_change(properties: Element | None, *kinds: str) -> bool:
    """Whether the properties say that the thing was deleted or moved away (``w:del``, ``w:moveFrom``)."""
    return properties is not None and any(properties.find(W + kind) is not None for kind in kinds)
