"""The rules file of an office (TOML): ``rules.toml`` beside the database, or the file that ``--rules`` names."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from pipeline.screening.rules import Rules
from pipeline.screening.settings import Settings
from schemas.errors import UsageError
from schemas.record import Record

NAME = "rules.toml"
_LARGEST = 1 << 20  # bytes


def load_rules(path: Path | None, database: Path, base: Settings) -> Rules:
    """The rules in ``path``, else in ``rules.toml`` beside the database, else none.

    Raises :class:`schemas.errors.UsageError`, one line with the file, the key, what is wrong and what is allowed.
    """
    file = path if path is not None else database.parent / NAME
    if path is None and not file.is_file():
        return Rules()
    try:
        if file.stat().st_size > _LARGEST:
            raise UsageError(f"{file}: larger than 1 MB; a rules file is a few lines of TOML.")
        rules = Rules.model_validate(tomllib.loads(file.read_text(encoding="utf-8-sig")))
    except FileNotFoundError as error:
        raise UsageError(f"{file}: no such rules file.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: the rules file cannot be read ({error}); save it as UTF-8 text.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{file}: not valid TOML: {error}.") from error
    except ValidationError as error:
        raise UsageError(f"{file}: {_said(error)}.") from error
    try:
        rules.settings(base)
    except ValidationError as error:
        raise UsageError(f"{file}: {_said(error, '[thresholds] ', sorted(Settings.model_fields))}.") from error
    return rules


def _said(error: ValidationError, table: str = "", known: list[str] | None = None) -> str:
    """Each mistake once: where, what, and for an unknown key the known ones."""
    found = []
    for each in error.errors():
        place = table + _place(each["loc"])
        message = each["msg"].removeprefix("Value error, ")
        if each["type"] == "extra_forbidden":
            keys = known or sorted(_keys(each["loc"]))
            message = f"no such key; there are {', '.join(keys)}"
        found.append(f"{place}: {message[:1].lower()}{message[1:]}" if place else message)
    return "; ".join(dict.fromkeys(found))


def _place(location: tuple[int | str, ...]) -> str:
    """``obligation[2].pattern``, counting from 1 as a person does."""
    words = ""
    for part in location:
        if isinstance(part, int):
            words += f"[{part + 1}]"
        elif part != "[key]":
            words += f".{part}" if words else part
    return words


def _keys(location: tuple[int | str, ...]) -> list[str]:
    """The keys that the table at this place knows."""
    from pipeline.screening.rules import OfficeWords, OwnObligation

    tables: dict[str, type[Record]] = {"wordings": OfficeWords, "obligation": OwnObligation}
    table = tables.get(str(location[0]), Rules) if len(location) > 1 else Rules
    return list(table.model_fields)
