"""``jiebang obligations``: what a notice asks of an application, as a checklist."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import DEFAULT_DB, ChecklistFormat, Database, SettingsFile
from pipeline.cli.telling import tell


def obligations(
    notice: Annotated[str, typer.Argument(help="A notice's file, folder or archive, or its id (n-…).")],
    out: Annotated[Path | None, typer.Option("--out", help="Write into this file (.md, .xlsx, .csv, .json).")] = None,
    output: Annotated[ChecklistFormat | None, typer.Option("--format", help="The output's format.")] = None,
    direction: Annotated[
        int | None, typer.Option("--direction", help="Leave out the other directions' demands.")
    ] = None,
    settings: SettingsFile = None,
    database: Database = DEFAULT_DB,
) -> None:
    """Print everything that a notice asks of an application, grouped, with the page and the words.

    Example: `jiebang obligations notice.pdf --direction 2 --out checklist.xlsx`
    """
    from pipeline.opening import open_notice
    from pipeline.printing import print_table, visible, write
    from pipeline.reports.checklist import as_text, checklist, write_checklist
    from pipeline.settings import load_settings

    chosen = _format(out, output)
    found, intake = open_notice(notice, database, load_settings(settings).reading_options())
    tell(intake.failures if intake is not None else ())
    groups = checklist(found, direction)
    if out is not None:
        write(visible(str(write_checklist(out, found, groups, chosen.value))) + "\n")
    elif chosen is not ChecklistFormat.TABLE:
        write(as_text(found, groups, chosen.value))
    else:
        for group in groups:
            rows = [[i.direction, i.name, i.demand, str(i.page or ""), i.id] for i in group.items]
            print_table(("方向", "义务", "要求", "通知页码", "编号"), rows, f"{group.title}（{len(rows)}项）")


def _format(out: Path | None, output: ChecklistFormat | None) -> ChecklistFormat:
    """The format asked for, else what the file's suffix says, else a table; UsageError where the two do not go."""
    from schemas.errors import UsageError

    if out is None:
        if output is ChecklistFormat.XLSX:
            raise UsageError("--format xlsx needs a file to write into: add --out checklist.xlsx.")
        return output or ChecklistFormat.TABLE
    if output is None:
        by_suffix = {f".{each.value}": each for each in ChecklistFormat if each is not ChecklistFormat.TABLE}
        output = by_suffix.get(out.suffix.lower())
        if output is None:
            raise UsageError(f"--out {out}: the suffix is one of {', '.join(by_suffix)}, or name a --format.")
    if output is ChecklistFormat.TABLE:
        raise UsageError("--format table is for the terminal; leave --out away, or choose md, xlsx, csv or json.")
    return output
