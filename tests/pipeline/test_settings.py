"""The settings file: what it may say, and one clear line where it says something else."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.reading import Limits, ReadingOptions
from pipeline.settings import Settings, load_settings
from schemas.errors import UsageError


def written(folder: Path, content: str) -> Path:
    path = folder / "office.toml"
    path.write_text(content, encoding="utf-8")
    return path


# (content of the file, the options of reading)
OPTIONS = [
    ("", ReadingOptions()),
    ("[reading]\npages = 20\nseconds = 1.5\n", ReadingOptions(limits=Limits(pages=20, seconds=1.5))),
    ("[reading]\nseconds = 60\n", ReadingOptions(limits=Limits(seconds=60))),
    ('[reading]\npdf = "pdfium"\nrecognise = false\n', ReadingOptions(pdf="pdfium", recognise=False)),
    ("[reading]\nisolate = false\ncache = false\n", ReadingOptions(isolate=False, cache=False)),
    ("[reading]\ncache = true\n", ReadingOptions()),
    ('[reading]\ncache = "/var/cache/j"\n', ReadingOptions(cache=Path("/var/cache/j"))),
]


@pytest.mark.parametrize(("content", "expected"), OPTIONS)
def test_options_of_reading(content: str, expected: ReadingOptions, tmp_path: Path) -> None:
    assert load_settings(written(tmp_path, content)).reading_options() == expected


def test_thresholds_of_screening(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, '[screening]\noff = ["identifier"]\nconfident = 0.7\n'))
    assert settings.screening.off == {"identifier"}
    assert (settings.screening.confident, settings.screening.doubtful) == (0.7, 0.25)


def test_no_file_is_the_defaults() -> None:
    assert load_settings(None) == Settings()
    assert Settings().reading_options() == ReadingOptions()


# (content of the file, what the error says)
WRONG = [
    ("[reading]\nseconds = -1", r"\[reading\] seconds: input should be greater than 0"),
    ("[reading]\npages = 0", r"\[reading\] pages: input should be greater than 0"),
    ('[reading]\npages = "12"', r"\[reading\] pages: input should be a valid integer"),
    ("[reading]\npages = true", r"\[reading\] pages: input should be a valid integer"),
    ("[reading]\nseconds = nan", r"\[reading\] seconds: input should be"),
    ("[reading]\nseconds = inf", r"\[reading\] seconds: input should be less than or equal to"),
    ("[reading]\nfile_bytes = 1073741825", r"\[reading\] file_bytes: input should be less than or equal to 1073741824"),
    ('[reading]\npdf = "acrobat"', r"\[reading\] pdf: input should be 'auto', 'pdfium' or 'pdfplumber'"),
    ("[reading]\nrecognise = 1", r"\[reading\] recognise: input should be a valid boolean"),
    ("[reading]\ncache = 3", r"\[reading\] cache: it is the path of a folder, true \(the usual folder\)"),
    ("[reading]\npage = 3", r"\[reading\] page: no such key; there are archive_bytes, .*pages, .*seconds"),
    ("[screening]\nconfident = 2.0", r"\[screening\] confident: input should be less than or equal to 1"),
    ("[screening]\nunknown = 1", r"\[screening\] unknown: no such key; there are absent, clause_doubt, "),
    ('[screening]\noff = ["nothing"]', r"\[screening\] off: input should be 'direction'"),
    ("confident = 0.5", r"confident belongs under \[screening\]"),
    ("pages = 5", r"pages belongs under \[reading\]"),
    ("[raeding]\npages = 5", r"raeding: the tables are \[reading\], \[screening\] and \[matching\]"),
    ("reading = 5", r"reading: the tables are"),
    ("not toml", r"not valid TOML"),
    ("\udc80", r"cannot be read"),
]


@pytest.mark.parametrize(("content", "words"), WRONG)
def test_wrong_settings_are_named(content: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError, match=words) as caught:
        load_settings(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_settings_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such"):
        load_settings(tmp_path / "none.toml")
    with pytest.raises(UsageError, match="cannot be read"):
        load_settings(tmp_path)


NOTICE = Path(__file__).resolve().parents[2] / "data" / "samples" / "notices" / "storage_and_vehicles.pdf"
# Every verb that reads files, as it is called with a notice of more than one page.
VERBS = [
    ("extract", NOTICE),
    ("ingest", NOTICE, "--db", "x.duckdb"),
    ("screen", "--notice", NOTICE, NOTICE, "--db", "x.duckdb"),
    ("match", "--notice", NOTICE, "-"),
]


@pytest.mark.parametrize("words", VERBS, ids=lambda words: words[0])
@pytest.mark.parametrize("by", ["option", "environment"])
def test_every_verb_heeds_the_settings(
    words: tuple[object, ...], by: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = written(tmp_path, "[reading]\npages = 1\n")
    call = [str(word) for word in words]
    if by == "option":
        call += ["--settings", str(path)]
    result = CliRunner().invoke(app, call, input="", env={"JIEBANG_SETTINGS": str(path)} if by == "environment" else {})
    assert result.exit_code != 0
    assert "at most 1" in f"{result.output}{result.exception}" or "失败 1" in result.output
