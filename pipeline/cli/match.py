"""``jiebang match``: which direction a project belongs to."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import DEFAULT_DB, Database, JsonOnly, Model, NoticeOption, SettingsFile
from pipeline.cli.telling import tell


def match(
    file: Annotated[Path, typer.Argument(help="Projects in an applicant's words, one a line; - for standard input.")],
    notice: NoticeOption,
    output: Annotated[JsonOnly, typer.Option("--format", help="The output's format.")] = JsonOnly.JSON,
    model: Model = None,
    settings: SettingsFile = None,
    database: Database = DEFAULT_DB,
) -> None:
    """Print which of the notice's directions each line of FILE belongs to, best first, one JSON object a line.

    Example: `echo "用遥操作数据训练人形机器人" | jiebang match --notice notice.pdf -`
    """
    import json

    from pipeline.matching import Matcher
    from pipeline.matching.encoder import Encoder
    from pipeline.opening import open_notice
    from pipeline.printing import write
    from pipeline.settings import load_settings

    del output  # JSON is the only one
    loaded = load_settings(settings)
    found, intake = open_notice(notice, database, loaded.reading_options())
    tell(intake.failures if intake is not None else ())
    matcher = Matcher(found, Encoder(loaded.matching_with(model)))
    lines = _lines(file)
    for text in lines:
        scores = [{"number": s.number, "name": s.name, "score": s.score} for s in matcher.rank_directions(text)]
        write(json.dumps({"text": text, "directions": scores}, ensure_ascii=False) + "\n")


def _lines(file: Path) -> list[str]:
    from schemas.errors import UsageError

    if str(file) == "-":
        text = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
    elif file.is_file():
        text = file.read_text(encoding="utf-8-sig", errors="replace")
    else:
        raise UsageError(f"{file}: no such file; name a text file with one project a line, or - for standard input.")
    return [line.strip() for line in text.split("\n") if line.strip()]  # splitlines would cut at U+2028 too
