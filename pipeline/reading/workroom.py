"""Folders for passing files: removed when done, and after a kill by the next run that comes along."""

import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = "jiebang-"
_LOCK = ".in-use"
_YOUNG = 60.0  # seconds; a younger folder may still be without its lock


class Workroom:
    """A new folder that only this user may enter. A lock in it says that somebody still works there."""

    def __init__(self) -> None:
        sweep(Path(tempfile.gettempdir()))
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self.lock = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        _try_lock(self.lock)

    def remove(self) -> None:
        """Removes the folder and all that is in it; may be called twice."""
        if self.lock >= 0:
            os.close(self.lock)
            self.lock = -1
        shutil.rmtree(self.path, ignore_errors=True)


@contextmanager
def workroom() -> Iterator[Path]:
    """A folder for as long as the block lasts."""
    room = Workroom()
    try:
        yield room.path
    finally:
        room.remove()


def sweep(folder: Path) -> None:
    """Removes the workrooms of this user in which nobody works any more: those of killed programs."""
    if sys.platform == "win32":
        return
    for path in folder.glob(f"{_PREFIX}*/{_LOCK}"):
        with contextlib.suppress(OSError):
            state = path.parent.lstat()
            if state.st_uid == os.getuid() and time.time() - state.st_mtime > _YOUNG and _is_free(path):
                shutil.rmtree(path.parent, ignore_errors=True)


def _is_free(lock: Path) -> bool:
    handle = os.open(lock, os.O_RDWR | os.O_NOFOLLOW)
    try:
        return _try_lock(handle)
    finally:
        os.close(handle)


def _try_lock(handle: int) -> bool:
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
