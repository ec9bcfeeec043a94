"""LibreOffice started anew for every file: slower, for machines whose Python cannot talk to a running one."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from pipeline.reading.office.profile import office_environment, write_profile
from pipeline.reading.office.programs import plain_environment
from pipeline.reading.office.service import DISK, MEMORY, Conversion, TimedOut, taken

_STARTS = 3  # a new profile makes soffice.bin end and ask for a second start
_RESTART = (79, 81)


def convert_once(soffice: Path, data: bytes, task: Conversion) -> bytes:
    """The bytes of the converted file; raises OfficeError."""
    with tempfile.TemporaryDirectory(prefix="jiebang-office-") as name:
        folder = Path(name)
        write_profile(folder / "profile", soffice)
        source = folder / f"source{task.suffix}"
        source.write_bytes(data)
        output = "xlsx" if "Calc" in task.writes else "docx"
        command = [
            *(sys.executable, "-s", str(Path(__file__).with_name("launch.py"))),
            *(str(os.getpid()), str(MEMORY), str(DISK), name, str(soffice)),
            f"-env:UserInstallation=file://{folder}/profile",
            *("--headless", "--norestore", "--nologo", "--nofirststartwizard", f"--infilter={task.reads}"),
            *("--convert-to", f"{output}:{task.writes}", "--outdir", str(folder / "made"), str(source)),
        ]
        for _ in range(_STARTS):
            if _run(command, folder, task.seconds) not in _RESTART:
                break
        return taken(folder / "made" / f"source.{output}", task.size)


def _run(command: list[str], folder: Path, seconds: float) -> int:
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=office_environment(folder, plain_environment()),
        start_new_session=True,
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise TimedOut("no answer") from None
    finally:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        process.wait()
