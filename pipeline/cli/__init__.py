"""The command line: verbs, printing and exit codes; each verb mirrors one library function.

Exit codes: 0 done, 2 the call is wrong, 3 some inputs could not be read, 4 nothing could be read.
Heavy modules are imported inside the verbs, so that ``jiebang --help`` answers at once.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.letter import letter
from pipeline.cli.match import match
from pipeline.cli.obligations import obligations
from pipeline.cli.options import (
    DEFAULT_DB,
    Database,
    Jobs,
    JsonOnly,
    Kind,
    Listing,
    Model,
    NoticeOption,
    ReportFormat,
    RulesFile,
    SettingsFile,
    TableFormat,
)
from pipeline.cli.review import review
from pipeline.cli.search import search
from pipeline.cli.telling import complain, tell

if TYPE_CHECKING:
    from pipeline.batch import Progress

app = typer.Typer(
    name="jiebang",
    help="Screens applications to 揭榜挂帅 calls against every obligation of the notice, with evidence on both sides.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)

app.command()(obligations)

EXIT_WRONG_CALL, EXIT_SOME_FAILED, EXIT_ALL_FAILED = 2, 3, 4


def main() -> None:
    """The entry point: an error that jiebang raises on purpose is one line, not a traceback."""
    from pipeline.garbage import collect_seldom
    from schemas.errors import JiebangError, UnreadableFile

    collect_seldom()
    try:
        app()
    except UnreadableFile as error:
        complain(str(error))
        sys.exit(EXIT_ALL_FAILED)
    except JiebangError as error:
        complain(str(error))
        sys.exit(EXIT_WRONG_CALL)


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(help="Notices or applications, one document each.")],
    output: Annotated[JsonOnly, typer.Option("--format", help="The output's format.")] = JsonOnly.JSON,
    kind: Annotated[Kind | None, typer.Option("--as", help="Take the files for this.")] = None,
    settings: SettingsFile = None,
) -> None:
    """Print what FILES say, as JSON: one file one object, several a list. No database is touched.

    Example: `jiebang extract notice.pdf --format json`
    """
    from functools import partial

    from pipeline.batch import run_batch
    from pipeline.printing import print_json, record_json
    from pipeline.run import extract as extract_file
    from pipeline.settings import load_settings

    del output  # JSON is the only one
    records: list[dict[str, Any]] = []
    options = load_settings(settings).reading_options()
    for outcome in run_batch(partial(extract_file, kind=kind.value if kind else None, options=options), files):
        if outcome.value is not None:
            records.append(record_json(outcome.value))
        elif outcome.failure is not None:
            tell([outcome.failure])
    if not records:
        raise typer.Exit(EXIT_ALL_FAILED)
    print_json(records[0] if len(files) == 1 else records)
    if len(records) < len(files):
        raise typer.Exit(EXIT_SOME_FAILED)


@app.command()
def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files, folders, archives or mails.")],
    kind: Annotated[Kind | None, typer.Option("--as", help="Take everything for this.")] = None,
    settings: SettingsFile = None,
    jobs: Jobs = 1,
    database: Database = DEFAULT_DB,
) -> None:
    """Read notices and applications into the database. The same content twice is one record.

    Example: `jiebang ingest data/samples/notices data/samples/applications/storage_and_vehicles`
    """
    from pipeline.printing import print_table, visible, write
    from pipeline.run import ingest as run
    from pipeline.settings import load_settings

    options = load_settings(settings).reading_options()
    with progress_bar("reading") as progress:
        summary = run(paths, database, kind.value if kind else None, jobs=jobs, progress=progress, options=options)
    done = {"新增": summary.new, "更新": summary.changed, "未变": summary.unchanged, "失败": summary.failed}
    rows = [[name, path] for name, items in done.items() for path in items]
    print_table(("结果", "文件"), rows)
    counts = "，".join(f"{name} {len(items)}" for name, items in done.items())
    write(visible(f"第 {summary.run} 次运行：{counts}。数据库：{database}") + "\n")
    read = len(summary.new) + len(summary.changed) + len(summary.unchanged)
    _exit(read, len(summary.failed))


@app.command()
def screen(
    notice: NoticeOption,
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Applications; left out: those in the database for the notice.")
    ] = None,
    output: Annotated[TableFormat, typer.Option("--format", help="The output's format.")] = TableFormat.TABLE,
    settings: SettingsFile = None,
    rules: RulesFile = None,
    model: Model = None,
    jobs: Jobs = 1,
    database: Database = DEFAULT_DB,
) -> None:
    """Check applications against every obligation of a notice; the findings go into the database too.

    In a folder every file is an application and every sub-folder is one made of its files (a folder of one form and
    the papers that go with it, by their names or what is in them, is one application); an archive is the folder
    it holds. Example: `jiebang screen --notice notice.pdf applications/`
    """
    from functools import partial

    from pipeline.printing import print_csv, print_json, print_screening, screening_rows
    from pipeline.rules import load_rules
    from pipeline.run import screen as run
    from pipeline.screenwork import ScreenWork
    from pipeline.settings import load_settings

    loaded = load_settings(settings)
    office = load_rules(rules, database, loaded.screening)
    matching = loaded.matching_with(model)
    work = partial(ScreenWork, settings=loaded.screening, rules=office, matching=matching)
    with progress_bar("screening") as progress:
        options = loaded.reading_options()
        made = run(notice, paths or [], database, work, jobs=jobs, progress=progress, options=options)
    if output is TableFormat.JSON:
        print_json(made.report.model_dump(mode="json"))
    elif output is TableFormat.CSV:
        print_csv(screening_rows(made.report))
    else:
        print_screening(made.report)
    tell(made.report.failures)
    _exit(len(made.report.submissions), len(made.report.failures))


@app.command()
def report(
    notice: NoticeOption,
    out: Annotated[Path, typer.Option("--out", help="The folder to write into.")] = Path("data/reports"),
    output: Annotated[ReportFormat, typer.Option("--format", help="The report's format.")] = ReportFormat.HTML,
    settings: SettingsFile = None,
    database: Database = DEFAULT_DB,
) -> None:
    """Write the gap report on the newest screening against a notice: an overview, and a page for each application.

    Example: `jiebang report --notice n-0123456789 --out reports --format xlsx`
    """
    from pipeline.printing import visible, write
    from pipeline.reports import write_report
    from pipeline.run import report as make
    from pipeline.settings import load_settings

    loaded = load_settings(settings)
    made, texts = make(notice, database, loaded.reading_options(), loaded.screening)
    for path in write_report(made, out, output.value, texts):
        write(visible(str(path)) + "\n")


@app.command()
def query(
    sql: Annotated[str, typer.Argument(help="One SQL statement that only reads.")],
    output: Annotated[TableFormat, typer.Option("--format", help="The output's format.")] = TableFormat.TABLE,
    database: Database = DEFAULT_DB,
) -> None:
    """Ask the database; the tables and views are in docs/database.md.

    Example: `jiebang query "SELECT applicant, kind, name FROM v_gaps"`
    """
    from pipeline.printing import MOST_IN_TABLE, print_stream
    from pipeline.store import Store

    with Store(database, read_only=True) as store:
        if not print_stream(store.stream(sql), output.value):
            complain(f"only the first {MOST_IN_TABLE} rows are shown; --format csv or json gives them all.")


@app.command("list")
def list_(
    what: Annotated[Listing, typer.Argument(help="notices, submissions or runs.")],
    output: Annotated[TableFormat, typer.Option("--format", help="The output's format.")] = TableFormat.TABLE,
    database: Database = DEFAULT_DB,
) -> None:
    """List what the database holds.

    Example: `jiebang list notices`
    """
    from pipeline.printing import print_listing
    from pipeline.store import Store

    with Store(database, read_only=True) as store:
        lists = {
            Listing.NOTICES: store.list_notices,
            Listing.SUBMISSIONS: store.list_submissions,
            Listing.RUNS: store.list_runs,
        }
        print_listing(lists[what](), what.value, output.value)


@app.command()
def show(
    key: Annotated[str, typer.Argument(help="A file, or the id of a notice (n-…), a submission (s-…) or a run.")],
    pages: Annotated[Path | None, typer.Option("--pages", help="Draw the file's pages into this folder.")] = None,
    outline: Annotated[bool, typer.Option("--text", help="Print the file's outline (also without --pages).")] = False,
    settings: SettingsFile = None,
    database: Database = DEFAULT_DB,
) -> None:
    """Show what is read in a file, as pages with boxes or as an outline; of an id, print the record as `extract` does.

    Example: `jiebang show application.pdf --pages pages/`
    """
    from pipeline.printing import print_json, print_rows, record_json, visible, write
    from pipeline.settings import load_settings
    from pipeline.showing import show_file
    from pipeline.store import Rows, Store
    from schemas.errors import UsageError

    if Path(key).is_file():
        options = load_settings(settings).reading_options()
        for line in show_file(Path(key), pages, outline, complain, options):
            write(visible(line) + "\n")
        return
    if pages is not None or outline:
        raise UsageError(f"{key}: no such file; --pages and --text are for files.")
    with Store(database, read_only=True) as store:
        found = store.show(key)
    if isinstance(found, Rows):
        print_rows(found, "json")
    else:
        print_json(record_json(found))


app.command()(match)
app.command()(review)
app.command()(search)
app.command()(letter)


@contextmanager
def progress_bar(verb: str) -> "Iterator[Progress | None]":
    """A bar on standard error while inputs come in, where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(verb, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _exit(read: int, failed: int) -> None:
    if failed:
        raise typer.Exit(EXIT_SOME_FAILED if read else EXIT_ALL_FAILED)
