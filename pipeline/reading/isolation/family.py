"""A process and the programs that it has started: what they hold in memory, and their end."""

import contextlib
import os
import signal
import time

import psutil

_CHILDREN_EVERY = 0.5  # seconds; looking for them goes through all processes of the machine


class Family:
    """The process ``pid``, which leads a process group, and all its descendants."""

    def __init__(self, pid: int) -> None:
        self._head = psutil.Process(pid)
        self._children: list[psutil.Process] = []
        self._looked = 0.0

    def resident(self, *, alone: bool = False) -> int:
        """Bytes resident of all together, or of the process ``alone``."""
        if alone:
            return _resident(self._head)
        if time.monotonic() - self._looked > _CHILDREN_EVERY:
            self._look()
        return sum(_resident(process) for process in (self._head, *self._children))

    def kill(self) -> None:
        """Ends all of them at once, those that have left the group too."""
        self._look()
        for process in self._children:
            with contextlib.suppress(psutil.Error):
                process.kill()
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._head.pid, signal.SIGKILL)

    def _look(self) -> None:
        self._looked = time.monotonic()
        with contextlib.suppress(psutil.Error):
            self._children = self._head.children(recursive=True)


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0
