"""Where LibreOffice is, and a Python that can talk to it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

OVERRIDE = "JIEBANG_SOFFICE"
"""The environment variable that names another ``soffice``; set but empty means: use none."""

_COMMANDS = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_PYTHONS = ("/usr/bin/python3", "/usr/local/bin/python3")
_TRIAL_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Programs:
    """``soffice`` is the program to start; ``python`` an interpreter that has its ``uno`` module, None if none has."""

    soffice: Path
    python: Path | None


def find_programs() -> Programs | None:
    """LibreOffice on this machine, or None where there is none."""
    return _find(os.environ.get(OVERRIDE), os.environ.get("PATH"))


def office_build() -> str:
    """The build of LibreOffice on this machine, at the cost of one small file; empty where there is none."""
    return _build(os.environ.get(OVERRIDE), os.environ.get("PATH"))


@cache
def _build(override: str | None, path: str | None) -> str:
    soffice = next(_candidates(override, path), None)
    return "" if soffice is None else build_of(soffice)


def build_of(soffice: Path) -> str:
    """What stands as ``buildid`` in the ``versionrc`` beside the program; empty where it says none."""
    try:
        lines = soffice.with_name("versionrc").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return next((line.partition("=")[2] for line in lines if line.startswith("buildid=")), "")


@cache
def _find(override: str | None, path: str | None) -> Programs | None:
    soffice = next(_candidates(override, path), None)
    if soffice is None:
        return None
    # The wrapper script soffice starts oosplash, which starts soffice.bin: a signal would reach the first of them only.
    direct = soffice.with_name("soffice.bin")
    pythons = (str(soffice.with_name("python")), *_PYTHONS, shutil.which("python3", path=path) or "")
    python = next((Path(one) for one in pythons if one and _has_uno(one)), None)
    return Programs(direct if os.access(direct, os.X_OK) else soffice, python)


def _candidates(override: str | None, path: str | None) -> Iterator[Path]:
    if override is not None:
        places: tuple[str | None, ...] = (override,)
    else:
        places = (*(shutil.which(name, path=path) for name in _COMMANDS), *_PLACES)
        places += tuple(str(one) for one in sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True))
    for place in places:
        if place and os.access(place, os.X_OK) and Path(place).is_file():
            yield Path(place).resolve()


def _has_uno(python: str) -> bool:
    if not os.access(python, os.X_OK):
        return False
    command = [python, "-s", "-c", "import uno"]
    try:
        tried = subprocess.run(
            command, capture_output=True, timeout=_TRIAL_SECONDS, env=plain_environment(), check=False
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return tried.returncode == 0


def plain_environment() -> dict[str, str]:
    """The environment without what steers our own Python, so that another one finds its own modules."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
