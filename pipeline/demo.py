"""``make demo``: the samples, from files to a gap report. Run as ``python -m pipeline.demo FOLDER``."""

import sys
from pathlib import Path

from pipeline.printing import print_screening, visible, write
from pipeline.reports import write_report
from pipeline.run import ingest, report, screen
from schemas.finding import ScreeningReport

SAMPLES = Path("data/samples")


def build(folder: Path, samples: Path = SAMPLES) -> tuple[Path, list[ScreeningReport], list[Path]]:
    """Ingests and screens the samples: the database, one screening a notice, and the paths of the HTML reports.

    Each notice ``notices/NAME.*`` has its applications in ``applications/NAME/``.
    """
    database = folder / "jiebang.duckdb"
    notices = sorted((samples / "notices").iterdir())
    ingest([samples / "notices"], database, "notice")
    screenings, reports = [], []
    for notice in notices:
        run = screen(str(notice), [samples / "applications" / notice.stem], database)
        screenings.append(run.report)
        made, texts = report(str(notice), database)
        reports.append(write_report(made, folder / "reports" / notice.stem, "html", texts)[0])
    return database, screenings, reports


def main() -> None:
    """Prints one table a notice, and where the database and the reports are."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "data/demo")
    database, screenings, reports = build(folder)
    for screening in screenings:
        print_screening(screening)
        for failure in screening.failures:
            write(visible(f"未能读取：{failure.path}：{failure.error}") + "\n")
    write(f"数据库：{database}\n")
    for path in reports:
        write(f"核查报告：{path}\n")


if __name__ == "__main__":
    main()
