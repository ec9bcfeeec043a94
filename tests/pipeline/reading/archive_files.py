"""Archives for the tests, and what they open to."""

import io
import shutil
import subprocess
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.reading import DEFAULT_LIMITS, Limits, ReadingOptions
from pipeline.reading.archives import program
from pipeline.reading.inputs import expand
from schemas.errors import Reason

TEXT = "申报材料正文".encode()
FILES = {"甲厂/申报书.txt": TEXT, "甲厂/证明/1.txt": TEXT, "b.txt": TEXT}
NAMES = [("!/b.txt", ["!/b.txt"]), ("!/甲厂", ["!/甲厂/申报书.txt", "!/甲厂/证明/1.txt"])]

needs_bsdtar = pytest.mark.skipif(program.bsdtar() is None, reason="bsdtar (libarchive-tools) is not installed")
needs_7z = pytest.mark.skipif(
    shutil.which("7z") is None or program.bsdtar() is None, reason="7z or bsdtar is not installed"
)


def tar(members: Mapping[str, bytes], encoding: str = "utf-8", kind: int = tarfile.PAX_FORMAT) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=kind, encoding=encoding) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return target.getvalue()


def odd_tar(*members: tarfile.TarInfo) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for info in members:
            archive.addfile(info, io.BytesIO(b"\0" * info.size))
    return target.getvalue()


def member(name: str, kind: bytes = tarfile.REGTYPE, to: str = "", size: int = 0) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.size = kind, to, size
    return info


def seven_zip(folder: Path, members: Mapping[str, bytes], *options: str) -> bytes:
    """A 7z archive made by the ``7z`` program."""
    source = folder / "source"
    for name, data in members.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(data)
    subprocess.run(
        ["7z", "a", "-bd", *options, str(folder / "made.7z"), "."], cwd=source, check=True, capture_output=True
    )
    data = (folder / "made.7z").read_bytes()
    shutil.rmtree(source)
    (folder / "made.7z").unlink()
    return data


def opened(
    path: Path, limits: Limits = DEFAULT_LIMITS, *, isolate: bool = True
) -> tuple[list[tuple[str, list[str]]], list[tuple[str, Reason]]]:
    """The submissions with their files, and the failures with their reasons, the archive's own name taken off."""
    with expand([path], ReadingOptions(limits=limits, isolate=isolate)) as found:
        inputs = [
            (one.name.removeprefix(str(path)), [file.name.removeprefix(str(path)) for file in one.files])
            for one in found.inputs
        ]
        return inputs, [(failure.path.removeprefix(str(path)), failure.reason) for failure in found.failures]
