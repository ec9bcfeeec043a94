"""``jiebang search``: passages of the database by meaning and by words."""

from typing import Annotated

import typer

from pipeline.cli.options import DEFAULT_DB, Database, Model, SettingsFile, TableFormat


def search(
    words: Annotated[str, typer.Argument(help="What to look for, in any words.")],
    notice: Annotated[str | None, typer.Option("--notice", help="Only applications to this notice (n-…).")] = None,
    most: Annotated[int, typer.Option("--most", min=1, max=1000, help="How many passages.")] = 10,
    output: Annotated[TableFormat, typer.Option("--format", help="The output's format.")] = TableFormat.TABLE,
    model: Model = None,
    settings: SettingsFile = None,
    database: Database = DEFAULT_DB,
) -> None:
    """Find the passages of the database that speak about WORDS, by meaning and by words, best first.

    Example: `jiebang search "训练中断后自动恢复" --notice n-0123456789`
    """
    from pipeline.printing import print_found
    from pipeline.searching import search as run
    from pipeline.settings import load_settings

    matching = load_settings(settings).matching_with(model)
    print_found(run(words, database, notice, matching, most), output.value)
