"""The settings file (TOML): ``[reading]`` how files are read, ``[screening]`` thresholds, ``[matching]`` the model."""

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, Field, ValidationError, create_model

from pipeline.matching.settings import MatchingSettings
from pipeline.reading import Limits, ReadingOptions
from pipeline.reading.limits import MOST_FILE_BYTES
from pipeline.screening.settings import Settings as ScreeningSettings
from schemas.errors import UsageError
from schemas.record import Record


class _ReadingChoices(Record):
    """What ``[reading]`` may say besides the bounds; see :class:`pipeline.reading.ReadingOptions`."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    pdf: Literal["auto", "pdfium", "pdfplumber"] = "auto"
    recognise: bool = True
    isolate: bool = True
    cache: str | bool = True


_MOST: dict[Any, int] = {"file_bytes": MOST_FILE_BYTES, float: 10**7, int: 10**15}  # of a bound; infinity is none
_BOUNDS: dict[str, Any] = {
    each.name: (each.type, Field(default=each.default, gt=0, le=_MOST.get(each.name, _MOST[each.type])))
    for each in fields(Limits)
}
ReadingTable: type[_ReadingChoices] = create_model("ReadingTable", __base__=_ReadingChoices, **_BOUNDS)


class Settings(Record):
    """All settings; a table or key that is left out keeps its defaults."""

    reading: ReadingTable = ReadingTable()  # type: ignore[valid-type]  # made from the bounds' own names
    screening: ScreeningSettings = ScreeningSettings()
    matching: MatchingSettings = MatchingSettings()

    def matching_with(self, model: str | None) -> MatchingSettings:
        """How texts are compared, with the model that the call names in the place of the file's."""
        return self.matching if model is None else self.matching.model_copy(update={"model": model})

    def reading_options(self) -> ReadingOptions:
        """The options that every reader gets."""
        table: _ReadingChoices = self.reading
        values = table.model_dump()
        cache = values.pop("cache")
        choices = {name: values.pop(name) for name in ("pdf", "recognise", "isolate")}
        return ReadingOptions(limits=Limits(**values), cache=_folder(cache), **choices)


def _folder(cache: str | bool) -> Path | Literal[False] | None:
    if isinstance(cache, str):
        return Path(cache).expanduser()
    return None if cache else False


def load_settings(path: Path | None) -> Settings:
    """The settings in a TOML file, or the defaults.

    Raises :class:`schemas.errors.UsageError`, one line that names the file, the key and what is allowed.
    """
    if path is None:
        return Settings()
    try:
        return Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise UsageError(f"{path}: no such settings file.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: the settings file cannot be read: {error}.") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: not valid TOML: {error}.") from error
    except ValidationError as error:
        wrong = dict.fromkeys(_said(each["loc"], each["type"], each["msg"]) for each in error.errors())
        raise UsageError(f"{path}: {'; '.join(wrong)}.") from error


def _said(place: tuple[int | str, ...], kind: str, message: str) -> str:
    table, key = str(place[0]), str(place[1]) if len(place) > 1 else None
    if key is None:
        if table in ScreeningSettings.model_fields:
            return f"{table} belongs under [screening]"
        if table in ReadingTable.model_fields:
            return f"{table} belongs under [reading]"
        return f"{table}: the tables are [reading], [screening] and [matching]"
    if kind == "extra_forbidden":
        tables: dict[str, type[Record]] = {"reading": ReadingTable, "matching": MatchingSettings}
        known = tables.get(table, ScreeningSettings)
        return f"[{table}] {key}: no such key; there are {', '.join(sorted(known.model_fields))}"
    if key == "cache":
        message = "it is the path of a folder, true (the usual folder) or false (none)"
    return f"[{table}] {key}: {message[:1].lower()}{message[1:]}"
