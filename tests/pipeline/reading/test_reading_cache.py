"""What was read once is not read again; a cache that is damaged, foreign or cannot be written only costs time."""

import multiprocessing
import os
import stat
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from reading_files import docx, p, pdf, tc
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.reading import Limits, ReadingOptions, cache, loading, read
from pipeline.reading.cache import Cache, key_of, open_cache, prune
from pipeline.reading.loading import read_bytes
from pipeline.reading.storing import from_bytes, to_bytes
from schemas.document import (
    Cell,
    Comment,
    Document,
    EmbeddedFile,
    FormValue,
    HeadingMark,
    Line,
    Link,
    Mark,
    MarkKind,
    Page,
    Picture,
    SourceFile,
    Table,
    Word,
)

BOX = (1.5, 2.25, 1 / 3, 1e-7)
FULL = Document(
    source=SourceFile(path="甲.pdf", sha256="0" * 64, media_type="application/pdf", pages=2, parser="pdf"),
    text="𠮷申报\t表\n☑\u2028\x0b\x00",
    lines=(Line(0, 3, 1, BOX, 0.5), Line(4, 5)),
    tables=(Table(0, 5, (Cell(0, 3, 0, 0, 2, 3), Cell(4, 5, 0, 1))),),
    headings=(HeadingMark(0, 3, 1),),
    links=(Link(0, 3, "https://example.org/附件.doc"),),
    pictures=(Picture(1, BOX, True, 3), Picture(None, None)),
    margins=frozenset({0, 1}),
    hidden=frozenset({1}),
    pages=(Page(1, 595.0, 842.0, "pdfium"), Page(2, 595.0, 842.0, "rapidocr", 0.98)),
    marks=(Mark(MarkKind.TICKED, 6, 7, 1, BOX), Mark(MarkKind.UNSIGNED, 6, 7)),
    words=(Word(0, 3, 1, BOX, 0.9),),
    form_values=(FormValue("单位", "", 1, BOX),),
    comments=(Comment("审阅人", "改", 3),),
    embedded=(EmbeddedFile("a.xlsx", 12), EmbeddedFile("b")),
    title="题",
    hard_wrapped=True,
    warnings=("x",),
)


def full_documents() -> list[Document]:
    """One that has all there is, and real ones."""
    table = f"<w:tbl><w:tr>{tc('甲')}{tc('乙')}</w:tr></w:tbl>"
    draw: Callable[..., None] = lambda canvas, page: canvas.drawString(60, 700, "一页有足够多的文字")  # noqa: E731
    return [FULL, read_bytes(docx(p("申报表") + table), "a.docx"), read_bytes(pdf(draw, 2), "a.pdf")]


@pytest.mark.parametrize("document", full_documents(), ids=lambda each: each.source.parser)
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    back = from_bytes(to_bytes(document))
    assert back == document
    assert repr(back) == repr(document)  # == does not tell True from 1


GOOD = to_bytes(FULL)
DAMAGED = [
    b"",
    b"null",
    b"{}",
    GOOD[:-9],
    b"\xff" + GOOD,
    GOOD.replace(b'"start":0', b'"start":"x"'),
    GOOD.replace(b'"text"', b'"words":[],"txt"'),
]


@pytest.mark.parametrize("data", DAMAGED)
def test_what_is_no_document_is_none(data: bytes) -> None:
    assert from_bytes(data) is None


@pytest.fixture
def options(tmp_path: Path) -> ReadingOptions:
    return ReadingOptions(isolate=False, cache=tmp_path / "cache")


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were really read."""
    names: list[str] = []

    def counted(data: bytes, name: str, options: ReadingOptions) -> Document:
        names.append(Path(name).name)
        return read_bytes(data, name, options)

    monkeypatch.setattr(loading, "read_bytes", counted)
    return names


def filled(folder: Path, name: str = "a.txt", words: str = "申报材料") -> Path:
    (folder / name).write_text(words, encoding="utf-8")
    return folder / name


def entries(options: ReadingOptions) -> list[Path]:
    assert isinstance(options.cache, Path)
    return [path for path in options.cache.rglob("*") if path.is_file()]


def test_read_once(tmp_path: Path, options: ReadingOptions, readings: list[str]) -> None:
    path = filled(tmp_path)
    assert read(path, options=options) == read(path, options=options)
    assert readings == ["a.txt"]


def test_the_same_bytes_under_another_name(tmp_path: Path, options: ReadingOptions, readings: list[str]) -> None:
    read(filled(tmp_path, "a.txt"), options=options)
    assert read(filled(tmp_path, "b.txt"), "z.zip!/乙.txt", options).source.path == "z.zip!/乙.txt"
    assert readings == ["a.txt"]


# (name, words, options) that make another document than ("a.txt", "申报材料", ReadingOptions())
OTHERS = [
    ("a.md", "申报材料", ReadingOptions()),
    ("a.txt", "申报材科", ReadingOptions()),
    ("a.txt", "申报材料", ReadingOptions(pdf="pdfium")),
    ("a.txt", "申报材料", ReadingOptions(recognise=False)),
    ("a.txt", "申报材料", ReadingOptions(limits=Limits(pages=3))),
]
SAME = [
    ("b.TXT", "申报材料", ReadingOptions()),
    ("a.txt", "申报材料", ReadingOptions(limits=Limits(seconds=3, memory_mb=100, page_seconds=1))),
    ("a.txt", "申报材料", ReadingOptions(isolate=False, cache=False)),
]


@pytest.mark.parametrize(
    ("name", "words", "options", "same"), [(*c, False) for c in OTHERS] + [(*c, True) for c in SAME]
)
def test_what_a_document_depends_on(name: str, words: str, options: ReadingOptions, same: bool) -> None:
    usual = key_of("申报材料".encode(), "a.txt", ReadingOptions())
    assert (key_of(words.encode(), name, options) == usual) is same


def test_another_version_reads_again(
    tmp_path: Path, options: ReadingOptions, readings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path)
    read(path, options=options)
    monkeypatch.setattr(cache, "version", lambda: "another")
    read(path, options=options)
    assert readings == ["a.txt", "a.txt"]


def test_the_version_is_that_of_the_sources_and_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reader.py").write_text("1", encoding="utf-8")
    monkeypatch.setattr(cache, "_READING", tmp_path)
    versions = []
    for source, library in (("1", "1"), ("2", "1"), ("2", "2")):
        (tmp_path / "reader.py").write_text(source, encoding="utf-8")
        monkeypatch.setattr(cache.importlib.metadata, "version", lambda name, library=library: library)
        versions.append(cache.version.__wrapped__())
    assert len(set(versions)) == 3


@pytest.mark.parametrize("content", [b"", b"no zlib", zlib.compress(b"{}"), zlib.compress(GOOD)[:-8]])
def test_a_damaged_entry_is_read_anew_and_mended(
    content: bytes, tmp_path: Path, options: ReadingOptions, readings: list[str]
) -> None:
    path = filled(tmp_path)
    read(path, options=options)
    (entry,) = entries(options)
    entry.write_bytes(content)
    assert [read(path, options=options).text for _ in range(2)] == ["申报材料\n"] * 2
    assert readings == ["a.txt", "a.txt"]


def test_only_the_user_can_look_into_it(tmp_path: Path, options: ReadingOptions) -> None:
    read(filled(tmp_path), options=options)
    assert isinstance(options.cache, Path)
    for path in (options.cache, *options.cache.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def unwritable(folder: Path) -> Path:
    (folder / "file").touch()
    return folder / "file" / "cache"


def open_to_all(folder: Path) -> Path:
    (folder / "open").mkdir()
    (folder / "open").chmod(0o777)
    return folder / "open"


def full_of_folders(folder: Path) -> Path:
    """Where entries should stand, folders do."""
    key = key_of("申报材料".encode(), "a.txt", ReadingOptions())
    Cache(folder / "full")._path(key).mkdir(parents=True)
    return folder / "full"


@pytest.mark.parametrize("make", [unwritable, open_to_all, full_of_folders])
def test_a_cache_that_is_of_no_use(make: Callable[[Path], Path], tmp_path: Path, readings: list[str]) -> None:
    options = ReadingOptions(isolate=False, cache=make(tmp_path))
    assert [read(filled(tmp_path), options=options).text for _ in range(2)] == ["申报材料\n"] * 2
    assert readings == ["a.txt", "a.txt"]
    assert not list(tmp_path.rglob(".new-*"))


# (JIEBANG_CACHE, HOME, the folder)
PLACES = [
    ("/x/y", "/home/a", "/x/y"),
    ("~/c", "/home/a", "/home/a/c"),
    ("off", "/home/a", None),
    ("", "/home/a", None),
    (None, "/home/a", "/home/a/.cache/jiebang"),
]


@pytest.mark.skipif(sys.platform != "linux", reason="the usual folder is another on other systems")
@pytest.mark.parametrize(("variable", "home", "folder"), PLACES)
def test_where_it_lies(variable: str | None, home: str, folder: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", home)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if variable is None:
        monkeypatch.delenv("JIEBANG_CACHE", raising=False)
    else:
        monkeypatch.setenv("JIEBANG_CACHE", variable)
    assert cache._folder(ReadingOptions()) == (None if folder is None else Path(folder))


def test_off_by_the_settings() -> None:
    assert open_cache(ReadingOptions(cache=False)) is None


def test_the_longest_unused_go_first(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    document = replace(FULL, words=())
    for number in range(10):
        kept.put(f"{number:064}", document)
        os.utime(kept._path(f"{number:064}"), (number, number))
    assert kept.get(f"{0:064}") == document  # and so it is the newest
    size = kept._path(f"{0:064}").stat().st_size
    prune(tmp_path, 5 * size)
    assert [number for number in range(10) if kept.get(f"{number:064}")] == [0, 7, 8, 9]
    prune(tmp_path, 5 * size)
    assert len(list(tmp_path.glob("*/*"))) == 4


def _put_often(folder: str) -> None:
    for _ in range(100):
        Cache(Path(folder)).put("0" * 64, FULL)


def test_two_processes_write_the_same_entry(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_put_often, args=(str(tmp_path),)) for _ in range(2)]
    kept = Cache(tmp_path)
    kept.put("0" * 64, FULL)
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        assert kept.get("0" * 64) == FULL
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert len(list(tmp_path.rglob("*.z"))) == len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_no_verb_reads_again_what_another_has_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    samples = Path(__file__).resolve().parents[3] / "data" / "samples"
    notice = samples / "notices" / "storage_and_vehicles.pdf"
    application = samples / "applications" / "storage_and_vehicles" / "3_镜域软件.txt"
    monkeypatch.setenv("JIEBANG_CACHE", str(tmp_path / "cache"))
    invoke = CliRunner().invoke
    assert invoke(app, ["extract", str(notice), str(application)]).exit_code == 0
    monkeypatch.setattr(loading, "_read_apart", lambda *given: pytest.fail("read again"))
    database = ["--db", str(tmp_path / "x.duckdb")]
    for call in (
        ["extract", str(notice)],
        ["ingest", str(notice), str(application), *database],
        ["screen", "--notice", str(notice), str(application), *database],
        ["match", "--notice", str(notice), "-"],
        ["report", "--notice", str(notice), "--out", str(tmp_path), *database],
    ):
        assert invoke(app, call, input="储能\n").exit_code == 0, call
