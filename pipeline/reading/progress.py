"""How far the file in hand has come, told to whoever waits for it."""

from collections.abc import Callable

_listeners: list[Callable[[], None]] = []


def page_read() -> None:
    """Readers call this after each page (sheet, picture, attachment, archive's member): a long file is no stuck one."""
    for listener in _listeners:
        listener()


def listen(listener: Callable[[], None]) -> None:
    """Calls ``listener`` at each page from now on, in this process."""
    _listeners.append(listener)
