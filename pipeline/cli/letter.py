"""``jiebang letter``: the notice of corrections to an applicant."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import DEFAULT_DB, Database

Day = datetime | None
DAYS = 7


def letter(
    submission: Annotated[str, typer.Argument(help="An application: its file, or its id (s-…).")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="The letter, a .docx.")] = None,
    notice: Annotated[
        str | None, typer.Option("--notice", help="The notice: its file or id (n-…), where there were several.")
    ] = None,
    unreviewed: Annotated[bool, typer.Option("--unreviewed", help="Gaps that nobody decided on go in too.")] = False,
    until: Annotated[
        Day, typer.Option("--until", formats=["%Y-%m-%d"], help=f"Corrections are due (default: {DAYS} days later).")
    ] = None,
    on: Annotated[Day, typer.Option("--date", formats=["%Y-%m-%d"], help="The letter's date (default: today).")] = None,
    template: Annotated[Path | None, typer.Option("--template", help="An office's own template, a .docx.")] = None,
    copy: Annotated[Path | None, typer.Option("--write-template", help="Write the usual template, to edit.")] = None,
    database: Database = DEFAULT_DB,
) -> None:
    """Write the 补正通知书 on the gaps of an application that a person confirmed.

    Example: `jiebang letter s-0123456789 --out 补正通知书.docx --until 2026-03-20`
    """
    from datetime import timedelta

    from pipeline.letter import default_template, write_letter
    from pipeline.letter.writing import LetterPlan
    from pipeline.printing import visible, write
    from pipeline.review.desk import open_desk
    from pipeline.store import Store
    from schemas.errors import UsageError

    if copy is not None:
        copy.write_bytes(default_template())
        write(visible(str(copy)) + "\n")
        return
    if not submission or out is None:
        raise UsageError("name an application and the letter's file: jiebang letter s-… --out 补正通知书.docx.")
    day = (on or datetime.now()).date()
    due = until.date() if until else day + timedelta(days=DAYS)
    with Store(database, read_only=True) as store:
        desk = open_desk(store, submission, notice)
    count = write_letter(desk, out, LetterPlan(day, due, unreviewed, template))
    write(visible(f"{out}：{count} 项") + "\n")
