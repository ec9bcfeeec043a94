"""Whatever an archive calls its members, nothing is written outside its folder."""

import io
import tempfile
import warnings
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from archive_files import member, odd_tar
from hypothesis import given, settings
from hypothesis import strategies as st
from mail_files import msg

from pipeline.reading.archives.names import safe_parts
from pipeline.reading.inputs import expand
from pipeline.reading.options import ReadingOptions

# Words that matter to a file system, and any others.
PIECES = st.sampled_from(
    ["..", ".", "/", "//", "\\", "C:", "~", "\x00", "\n", "a", "长", " ", "\ud800", "\u202e", "a.txt"]
)
NAMES = st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=40), st.text("./\\ab长", max_size=400))


@given(NAMES)
def test_safe_parts_stay_in_the_folder(name: str) -> None:
    parts = safe_parts(name)
    for part in parts:
        assert part not in ("", ".", "..")
        assert not set(part) & set("/\\:\x00\n")
        assert len(part.encode()) <= 255, "what a file system takes"
    folder = Path("/folder")
    assert folder.joinpath(*parts).resolve().is_relative_to(folder)


@settings(max_examples=40, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=6), st.sampled_from(["zip", "tar", "msg"]))
def test_nothing_is_written_outside(names: list[str], kind: str) -> None:
    names = [name.replace("\x00", "").encode("utf-8", "replace").decode() or "a" for name in names]
    with TemporaryDirectory() as temporary, pytest.MonkeyPatch.context() as patch:
        folder = Path(temporary) / "tmp" / "deep"
        folder.mkdir(parents=True)
        patch.setattr(tempfile, "tempdir", str(folder))
        path = Path(temporary) / f"a.{kind}"
        path.write_bytes(made(names, kind))
        with expand([path], ReadingOptions(isolate=False)) as found:
            written = {place for place in Path(temporary).rglob("*") if place.is_file()} - {path}
            written -= set(folder.glob("*/.in-use"))  # the workroom's own lock
            assert all(place.relative_to(folder).parts[1] == "a1" for place in written)
            assert {file.path for one in found.inputs for file in one.files} <= written
        assert [place for place in Path(temporary).rglob("*") if place.is_file()] == [path]


def made(names: list[str], kind: str) -> bytes:
    if kind == "tar":
        return odd_tar(*(member(name, size=1) for name in names))
    if kind == "msg":
        return msg("x", files=[(name, b"x" * 5000) for name in names])
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # names that come twice
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), b"x")
    return target.getvalue()
