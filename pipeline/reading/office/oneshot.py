"""LibreOffice started anew for every file: slower, for machines whose Python cannot talk to a running one."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from pipeline.reading.office.host import until_up
from pipeline.reading.office.profile import office_environment, write_profile
from pipeline.reading.office.programs import plain_environment
from pipeline.reading.office.service import DISK, MEMORY, Conversion, TimedOut, taken
from pipeline.reading.progress import page_read
from pipeline.reading.workroom import workroom


def convert_once(soffice: Path, data: bytes, task: Conversion) -> bytes:
    """The bytes of the converted file; raises OfficeError."""
    with workroom() as folder:
        write_profile(folder / "profile", soffice)
        source = folder / f"source{task.suffix}"
        source.write_bytes(data)
        output = "xlsx" if "Calc" in task.writes else "docx"
        command = [
            *(sys.executable, "-s", str(Path(__file__).with_name("launch.py"))),
            *(str(os.getpid()), str(MEMORY), str(DISK), str(folder), str(soffice)),
            f"-env:UserInstallation=file://{folder}/profile",
            *("--headless", "--norestore", "--nologo", "--nofirststartwizard", f"--infilter={task.reads}"),
            *("--convert-to", f"{output}:{task.writes}", "--outdir", str(folder / "made"), str(source)),
        ]
        until_up(lambda: _run(command, folder, task.seconds))
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
        code = process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise TimedOut("no answer") from None
    finally:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        process.wait()
    page_read()
    return code
