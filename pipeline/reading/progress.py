"""How far the file in hand has come, told to whoever waits for it."""

from collections.abc import Callable

_listeners: list[Callable[[], None]] = []


def page_read() -> None:
    """Readers call this after each page (sheet, picture, attachment, file of an archive): slow is not stuck."""
    for listener in _listeners:
        listener()


def listen(listener: Callable[[], None]) -> None:
    """Calls ``listener`` at each page from now on, in this process."""
    _listeners.append(listener)
