"""What strangers put into files: macros, links to the network and to files here. Each file is shown to be armed."""

import ctypes
import io
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from office_files import macro_odt, needs_uno, odt
from reading_files import read_as

from pipeline.reading.office import service
from pipeline.reading.office.programs import find_programs, plain_environment
from pipeline.reading.office.service import Conversion

TRUSTING = Path(__file__).with_name("office_trusting.py")
SECRET = "此处是别人的文件"


def open_carelessly(data: bytes, folder: Path, name: str) -> None:
    """Open the file with macros on and links followed."""
    programs = find_programs()
    assert programs is not None
    (folder / name).write_bytes(data)
    command = [str(programs.python), "-s", str(TRUSTING), str(programs.soffice), str(folder), str(folder / name)]
    subprocess.run(command, env=plain_environment(), timeout=120, check=True, capture_output=True)


def docx_of(data: bytes, suffix: str, reads: str) -> zipfile.ZipFile:
    """What our LibreOffice makes of the file."""
    made = service.convert(data, Conversion(suffix, reads, "MS Word 2007 XML", 120, 10**8))
    return zipfile.ZipFile(io.BytesIO(made))


@needs_uno
def test_a_macro_does_not_run(tmp_path: Path) -> None:
    mark = tmp_path / "the macro ran"
    data = macro_odt(mark)
    open_carelessly(data, tmp_path, "macro.odt")
    assert mark.exists(), "the file is not armed"
    mark.unlink()
    assert read_as(data, "macro.odt").text == "带宏的申报书\n"
    service.stop()  # what waits for the document's end has had its time
    assert not mark.exists()


@pytest.fixture
def requests() -> Iterator[tuple[str, list[str]]]:
    """A server's address, and the requests that reach it."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(f"{self.command} {self.path}")
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the standard library's names

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", seen
    server.shutdown()
    server.server_close()


def has_landlock() -> bool:
    """Whether the system can keep a process from files."""
    return sys.platform == "linux" and ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1) > 0


def linking_odt(picture: str, section: str) -> bytes:
    return odt(
        '<text:p>正文<draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char"><draw:image '
        f'xlink:href="{picture}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'
        f'<text:section text:name="S"><text:section-source xlink:href="{section}" text:filter-name="Text"/>'
        "<text:p>旧文</text:p></text:section>"
    )


def linking_rtf(picture: str, section: str) -> bytes:
    fields = "".join(
        rf'{{\field{{\*\fldinst {name} "{target}" \\d}}{{\fldrslt old}}}}'
        for name, target in (("INCLUDEPICTURE", picture), ("INCLUDETEXT", section))
    )
    return rf"{{\rtf1\ansi text {fields} end}}".encode()


LINKING = [(linking_odt, ".odt", "writer8"), (linking_rtf, ".rtf", "Rich Text Format")]


@needs_uno
@pytest.mark.parametrize(("make", "suffix", "reads"), LINKING, ids=("ODT", "RTF"))
def test_nothing_is_fetched(make, suffix: str, reads: str, requests: tuple[str, list[str]], tmp_path: Path) -> None:
    address, seen = requests
    data = make(f"{address}/picture.png", f"{address}/section.txt")
    open_carelessly(data, tmp_path, "linking" + suffix)
    assert seen or suffix == ".rtf", "the file is not armed"  # LibreOffice itself fetches nothing for RTF
    seen.clear()
    assert read_as(data, "linking" + suffix).text
    service.stop()
    assert not seen


@needs_uno
@pytest.mark.parametrize(("make", "suffix", "reads"), LINKING, ids=("ODT", "RTF"))
def test_no_file_of_this_machine_gets_into_the_text(make, suffix: str, reads: str, tmp_path: Path) -> None:
    from PIL import Image

    picture, section = tmp_path / "picture.png", tmp_path / "section.txt"
    Image.new("RGB", (50, 50), (200, 30, 30)).save(picture)
    section.write_text(SECRET)
    data = make(picture.as_uri(), section.as_uri())
    made = docx_of(data, suffix, reads)
    if suffix != ".rtf" or has_landlock():  # a picture in a field of RTF is always opened, where the system lets it
        assert not [name for name in made.namelist() if "media" in name], "a picture from here"
    assert SECRET not in made.read("word/document.xml").decode()
    assert SECRET not in read_as(data, "linking" + suffix).text


@needs_uno
def test_libreoffice_has_no_network() -> None:
    """Where this system lets a process leave the network, LibreOffice is alone in one of its own."""
    from office_files import office_process

    read_as(b"{\\rtf1 text}", "a.rtf")
    own = Path("/proc/self/ns/net").readlink()
    if subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this system does not let a process leave the network")
    assert Path(f"/proc/{office_process().pid}/ns/net").readlink() != own
