"""Seconds a legacy file costs: LibreOffice started for each, started once, and kept running; unoserver beside it.

``python -m benchmarks.reading_office [DOCX]`` makes DOC, RTF and ODT of the DOCX (a sample by default), converts each
to DOCX in every way in turn, and prints a table.
"""

import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import xmlrpc.client
from collections.abc import Callable
from pathlib import Path

from pipeline.reading.office import service
from pipeline.reading.office.oneshot import convert_once
from pipeline.reading.office.programs import Programs, find_programs, plain_environment
from pipeline.reading.office.service import Conversion, convert

SAMPLE = Path("data/samples/applications/storage_and_vehicles/1_旭川储能.docx")
FILTERS = {".doc": "MS Word 97", ".rtf": "Rich Text Format", ".odt": "writer8"}
DOCX = "MS Word 2007 XML"
ROUNDS = 5
SECONDS, SIZE = 120.0, 10**9


def timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def task(suffix: str) -> Conversion:
    return Conversion(suffix, FILTERS[suffix], DOCX, SECONDS, SIZE)


def measure(programs: Programs, files: dict[str, bytes]) -> dict[str, list[float]]:
    """Seconds by way of converting, the ways alternating so that a busy machine is busy for all of them."""
    found: dict[str, list[float]] = {"started for each file": [], "kept running, first file": []}
    found |= {f"kept running, {suffix}": [] for suffix in files}
    for _ in range(ROUNDS):
        for suffix, data in files.items():
            once = timed(lambda data=data, suffix=suffix: convert_once(programs.soffice, data, task(suffix)))
            found["started for each file"].append(once)
        service.stop()
        doc = files[".doc"]
        found["kept running, first file"].append(timed(lambda doc=doc: convert(doc, task(".doc"))))
        for suffix, data in files.items():
            found[f"kept running, {suffix}"] += [
                timed(lambda data=data, suffix=suffix: convert(data, task(suffix))) for _ in range(3)
            ]
    return found


def unoserver(programs: Programs, data: bytes) -> dict[str, list[float]]:
    """The same with unoserver: a first file (its start with it), and the following."""
    import unoserver as package

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = Path(str(package.__file__)).parent
        for one in (site, *site.parent.glob("unoserver-*.dist-info")):
            (folder / one.name).symlink_to(one)
        source, target = folder / "a.doc", folder / "a.docx"
        source.write_bytes(data)
        ports = free_ports(2)
        command = [str(programs.python), "-m", "unoserver.server", "--port", ports[0], "--uno-port", ports[1]]
        command += ["--executable", shutil.which("soffice") or str(programs.soffice)]
        command += ["--user-installation", f"{folder}/profile"]
        environment = {**plain_environment(), "PYTHONPATH": str(folder)}
        start = time.perf_counter()
        server = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        client = xmlrpc.client.ServerProxy(f"http://127.0.0.1:{ports[0]}", allow_none=True)
        arguments = (str(source), None, str(target), None, None, [], False)
        try:
            while True:
                try:
                    client.convert(*arguments)
                    break
                except ConnectionError:
                    time.sleep(0.05)
            first = time.perf_counter() - start
            following = [timed(lambda: client.convert(*arguments)) for _ in range(3 * ROUNDS)]
        finally:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
    return {"unoserver, first file": [first], "unoserver, .doc": following}


def free_ports(count: int) -> list[str]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [str(one.getsockname()[1]) for one in sockets]
    for one in sockets:
        one.close()
    return ports


def main() -> None:
    programs = find_programs()
    if programs is None or programs.python is None:
        sys.exit(
            "LibreOffice and a Python with its uno module are needed: apt-get install libreoffice-writer-nogui "
            "python3-uno"
        )
    word = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    files = {
        suffix: convert(word.read_bytes(), Conversion(".docx", DOCX, writes, SECONDS, SIZE))
        for suffix, writes in FILTERS.items()
    }
    found = measure(programs, files) | unoserver(programs, files[".doc"])
    best = statistics.median(found["kept running, .doc"])
    print(f"| LibreOffice, {word.name} | seconds (median) | times the shortest |\n| --- | ---: | ---: |")
    for name, seconds in found.items():
        middle = statistics.median(seconds)
        print(f"| {name} | {middle:.2f} | {middle / best:.1f} |")


if __name__ == "__main__":
    main()
