"""Starts LibreOffice and drives it; run as a script of its own, under the Python that has LibreOffice's ``uno`` module.

``python host.py FOLDER MEMORY BYTES SOFFICE``. Requests come as JSON lines on standard input (``source``, ``target``,
``reads``, ``writes``: paths and LibreOffice's names of filters), answers go as JSON lines to standard output
(``status``: ready, done, unreadable, unwritable, no_filter, ended; ``detail``). When standard input ends, or the
process that started it, LibreOffice is killed, FOLDER removed, and this process ends, whatever it was doing.
"""

import importlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from typing import Any

_ARGUMENTS = ("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard")
_RESTART = (79, 81)  # what soffice.bin says when a new profile is set up and it wants to be started again
_STARTS = 4  # at most; a profile that is set up beforehand needs one
_PIPES = "/tmp/OSL_PIPE_"  # where LibreOffice puts its sockets; it has no setting for that


class Host:
    """One LibreOffice process, and the connection to it."""

    def __init__(self, folder: str, memory: str, size: str, soffice: str) -> None:
        self.folder = folder
        self.pipe = f"jiebang{os.getpid()}x{int(time.time())}"
        launch = str(Path(__file__).resolve().with_name("launch.py"))
        self.command = [
            *(sys.executable, "-s", launch, str(os.getpid()), memory, size, folder, soffice),
            f"-env:UserInstallation=file://{folder}/profile",
            *_ARGUMENTS,
            f"--accept=pipe,name={self.pipe};urp;StarOffice.ComponentContext",
        ]
        self.process: subprocess.Popen[bytes] | None = None
        self.ending = threading.Lock()
        self.uno: Any = importlib.import_module("uno")
        self.sockets: list[str] = []
        self.desktop: Any = None
        self.filters: Any = None

    def start(self) -> bool:
        """Start LibreOffice and connect; False where it ends instead."""
        local = self.uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        return until_up(lambda: self._connect(resolver)) is None

    def _connect(self, resolver: Any) -> "int | None":
        """One start: None when connected, else what LibreOffice ended with."""
        self.process = process = subprocess.Popen(
            self.command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while process.poll() is None:
            try:
                context = resolver.resolve(f"uno:pipe,name={self.pipe};urp;StarOffice.ComponentContext")
            except self.uno.getClass("com.sun.star.uno.Exception"):
                time.sleep(0.02)
                continue
            self.sockets = _sockets(process.pid)
            services = context.ServiceManager
            self.desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            self.filters = services.createInstanceWithContext("com.sun.star.document.FilterFactory", context)
            return None
        return process.returncode

    def convert(self, source: str, target: str, reads: str, writes: str) -> "tuple[str, str]":
        """Open a file as ``reads``, save it as ``writes``; the status and a detail."""
        error = self.uno.getClass("com.sun.star.uno.Exception")
        gone = self.uno.getClass("com.sun.star.lang.DisposedException")
        document = None
        try:
            if not (self.filters.hasByName(reads) and self.filters.hasByName(writes)):
                return "no_filter", f"{reads} to {writes}"
            document = self._open(source, reads)
            if document is None:
                return "unreadable", "it was not opened"
            try:
                document.storeToURL(self.uno.systemPathToFileUrl(target), self._properties(FilterName=writes))
            except gone:
                raise
            except error as failure:
                return "unwritable", str(failure)
            document.close(True)
            return "done", ""
        except gone as failure:
            return "ended", str(failure)
        except error as failure:
            alive = self.process is not None and self.process.poll() is None
            return ("unreadable" if alive else "ended"), str(failure)

    def _open(self, source: str, reads: str) -> Any:
        properties = self._properties(
            FilterName=reads,
            Hidden=True,
            ReadOnly=True,
            Silent=True,
            MacroExecutionMode=0,  # NEVER_EXECUTE
            UpdateDocMode=0,  # NO_UPDATE: no linked section, picture or cell is fetched
        )
        return self.desktop.loadComponentFromURL(self.uno.systemPathToFileUrl(source), "_blank", 0, properties)

    def _properties(self, **values: object) -> "tuple[Any, ...]":
        make = self.uno.getClass("com.sun.star.beans.PropertyValue")
        return tuple(
            make(name, 0, value, self.uno.Enum("com.sun.star.beans.PropertyState", "DIRECT_VALUE"))
            for name, value in values.items()
        )

    def end(self) -> None:
        """Kill LibreOffice, remove what it left, and end this process. Any thread may call it; the first one acts."""
        if not self.ending.acquire(blocking=False):
            threading.Event().wait()
        process = self.process
        if process is not None and process.poll() is None:
            try:
                process.send_signal(signal.SIGKILL)
                process.wait(5)
            except (OSError, subprocess.SubprocessError):
                pass
        for path in self.sockets:
            try:
                Path(path).unlink()
            except OSError:
                pass
        shutil.rmtree(self.folder, ignore_errors=True)
        os._exit(0)


def until_up(start: "Callable[[], int | None]") -> "int | None":
    """Call ``start`` until LibreOffice does not ask to be started once more; what the last call gave."""
    code = None
    for _ in range(_STARTS):
        code = start()
        if code not in _RESTART:
            break
    return code


def sweep_sockets(folder: str = "/tmp") -> None:
    """Remove the sockets of hosts that were killed: those of this user whose process is no more."""
    for path in Path(folder).glob("OSL_PIPE_*jiebang*x*"):
        match = re.search(r"jiebang(\d+)x\d+$", path.name)
        try:
            if match is not None and path.lstat().st_uid == os.getuid() and not _is_alive(int(match.group(1))):
                path.unlink()
        except OSError:
            continue


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _sockets(pid: int) -> "list[str]":
    """The sockets in /tmp that this process listens at; a killed one leaves them behind."""
    try:
        owned = {str(one.readlink()) for one in Path(f"/proc/{pid}/fd").iterdir()}
        rows = [line.split() for line in Path(f"/proc/{pid}/net/unix").read_text().splitlines()]
    except OSError:
        return []
    return [row[7] for row in rows if len(row) == 8 and row[7].startswith(_PIPES) and f"socket:[{row[6]}]" in owned]


def main() -> None:
    """Serve until standard input ends."""
    host = Host(*sys.argv[1:5])
    requests: Queue[dict[str, str]] = Queue()
    parent = os.getppid()

    def listen() -> None:
        for line in sys.stdin.buffer:
            requests.put(json.loads(line))
        host.end()

    def watch() -> None:
        # Standard input does not end while a sister process holds the pipe's other end.
        while os.getppid() == parent:
            time.sleep(1)
        host.end()

    for task in (listen, watch):
        threading.Thread(target=task, daemon=True).start()
    sweep_sockets()
    try:
        if host.start():
            _answer("ready", "")
            while True:
                _answer(*host.convert(**requests.get()))
        _answer("ended", "it does not start")
    except BrokenPipeError:  # nobody listens any more
        pass
    finally:
        host.end()


def _answer(status: str, detail: str) -> None:
    sys.stdout.write(json.dumps({"status": status, "detail": detail}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
