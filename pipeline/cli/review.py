"""``jiebang review``: what people decide on findings."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import DEFAULT_DB, Database, HeldStatus, SettingsFile, TableFormat

if TYPE_CHECKING:
    from pipeline.review.desk import Desk
    from pipeline.screening import Settings

Findings = list[str] | None


def review(
    submission: Annotated[str, typer.Argument(help="An application: its file, or its id (s-…).")],
    notice: Annotated[
        str | None, typer.Option("--notice", help="The notice: its file or id (n-…), where there were several.")
    ] = None,
    confirm: Annotated[Findings, typer.Option("--confirm", help="The finding with this id is right.")] = None,
    overrule: Annotated[Findings, typer.Option("--overrule", help="It is wrong: a gap is none, or see --as.")] = None,
    withdraw: Annotated[Findings, typer.Option("--withdraw", help="Take the decision on it back.")] = None,
    held: Annotated[HeldStatus | None, typer.Option("--as", help="What an overruled finding is instead.")] = None,
    note: Annotated[str, typer.Option("--note", help="Why, in a few words.")] = "",
    by: Annotated[str, typer.Option("--by", envvar="JIEBANG_REVIEWER", help="Who decides.")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="Write the findings to fill in (.xlsx, .json).")] = None,
    filled: Annotated[Path | None, typer.Option("--in", help="Record what was filled into such a file.")] = None,
    output: Annotated[TableFormat, typer.Option("--format", help="The output's format.")] = TableFormat.TABLE,
    settings: SettingsFile = None,
    database: Database = DEFAULT_DB,
) -> None:
    """List the findings on an application with their ids, and record what a person decides on them.

    Decisions are kept for the same content, whatever is run later. Example:
    `jiebang review s-0123456789 --overrule numeric_target-01234567 --note "见第7页表3" --by 王敏`
    """
    from pipeline.printing import visible, write
    from pipeline.review.deciding import Wish, decide
    from pipeline.review.desk import open_desk
    from pipeline.review.sheet import read_sheet, write_sheet
    from pipeline.settings import load_settings
    from pipeline.store import Store

    asked = {"confirmed": confirm, "overruled": overrule, "withdrawn": withdraw}
    status = held.value if held else None
    wishes = [
        Wish(place=f"--{option}", finding=key, wanted=wanted, by=by, status=status, note=note)  # type: ignore[arg-type]
        for option, (wanted, keys) in zip(("confirm", "overrule", "withdraw"), asked.items(), strict=True)
        for key in keys or ()
    ]
    deciding = bool(wishes) or filled is not None
    with Store(database, read_only=not deciding) as store:
        desk = open_desk(store, submission, notice)
        if deciding:
            if filled is not None:
                wishes += read_sheet(filled, desk, by)
            changes = decide(store, desk, wishes, filled.name if filled is not None else "command")
            typer.echo(f"jiebang: {len(changes)} decision(s) recorded", err=True)
            desk = open_desk(store, desk.submission_id, desk.notice_id)
    if out is not None:
        write(visible(str(write_sheet(desk, out))) + "\n")
    else:
        _print(desk, output, load_settings(settings).screening)


def _print(desk: "Desk", output: TableFormat, settings: "Settings") -> None:
    from pipeline.printing import print_csv, print_json, print_table
    from pipeline.review.sheet import COLUMNS, counts_of, overview, rows_of

    rows = rows_of(desk)
    if output is TableFormat.JSON:
        print_json({**overview(desk, settings), "findings": rows})
    elif output is TableFormat.CSV:
        print_csv([list(COLUMNS.values()), *[[row[key] for key in COLUMNS] for row in rows]])
    else:
        shown = ("id", "status", "decision", "decided_status", "by", "name", "explanation")
        cells = [[row[key] for key in shown] for row in rows]
        print_table(
            [COLUMNS[key] for key in shown], cells, f"{desk.screening.applicant or ''}　{counts_of(desk, settings)}"
        )
