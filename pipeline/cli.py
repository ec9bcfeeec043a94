"""The command line: verbs, printing and exit codes; each verb mirrors one library function.

Exit codes: 0 done, 2 the call is wrong, 3 some inputs could not be read, 4 nothing could be read.
Heavy modules are imported inside the verbs, so that ``jiebang --help`` answers at once.
"""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

app = typer.Typer(
    name="jiebang",
    help="Screens applications to 揭榜挂帅 calls against every obligation of the notice, with the exact words on both sides.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)

EXIT_WRONG_CALL, EXIT_SOME_FAILED, EXIT_ALL_FAILED = 2, 3, 4


class ExtractFormat(StrEnum):
    """What ``extract`` prints."""

    JSON = "json"


def main() -> None:
    """The entry point: an error that jiebang raises on purpose is one line, not a traceback."""
    from schemas.errors import JiebangError

    try:
        app()
    except JiebangError as error:
        typer.echo(f"jiebang: {error}", err=True)
        sys.exit(EXIT_WRONG_CALL)


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(help="Notices or applications, one document each.", show_default=False)],
    output: Annotated[ExtractFormat, typer.Option("--format", help="The output's format.")] = ExtractFormat.JSON,
) -> None:
    """Print what FILES say, as JSON: one file one object, several a list. No database is touched.

    Example: `jiebang extract notice.pdf --format json`
    """
    from pipeline.run import extract as extract_file
    from schemas.errors import UnreadableFile

    del output  # JSON is the only one so far
    records: list[dict[str, Any]] = []
    for path in files:
        try:
            records.append(extract_file(path).model_dump(mode="json", exclude={"passages"}))
        except UnreadableFile as error:
            typer.echo(f"jiebang: {error}", err=True)
    if not records:
        raise typer.Exit(EXIT_ALL_FAILED)
    print_json(records[0] if len(files) == 1 else records)
    if len(records) < len(files):
        raise typer.Exit(EXIT_SOME_FAILED)


def print_json(value: object) -> None:
    """UTF-8 JSON on standard output, whatever the terminal's encoding is."""
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


@app.command(hidden=True)
def version() -> None:
    """Print the version."""
    from pipeline import __version__

    typer.echo(__version__)
