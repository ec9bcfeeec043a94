"""A database with one notice and two applications screened, made by hand; and the command line in this process."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from records import NOTICE, NOW, screening, submission
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.store import RunResult, Store
from pipeline.store.versions import absolute
from schemas.submission import Submission

GAP, MET, UNVERIFIABLE = "commitment-", "direction-", "deadline-"


def save(database: Path, *applications: Submission) -> None:
    """A run that screened these applications."""
    with Store(database) as store:
        store.save_run(
            RunResult(
                verb="screen",
                started_at=NOW,
                finished_at=NOW,
                notice=f"n-{NOTICE.source.sha256[:10]}",
                notices=(NOTICE,),
                submissions=applications,
                screenings=tuple(screening(each) for each in applications),
            )
        )


def application(digit: str, nodes: int = 240, path: str = "east.pdf") -> Submission:
    return submission("东港仪器有限公司", digit, nodes, path=absolute(path))


@pytest.fixture(scope="session")
def screened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("screened") / "jiebang.duckdb"
    save(path, application("b"), submission("西港研究院", "c", 180, path=absolute("west.pdf")))
    return path


@pytest.fixture
def database(screened: Path, tmp_path: Path) -> Path:
    """A copy of its own for each test: making the tables takes longest."""
    return Path(shutil.copy(screened, tmp_path / "jiebang.duckdb"))


@pytest.fixture
def jiebang(database: Path) -> Callable[..., Result]:
    def call(*words: object) -> Result:
        return CliRunner().invoke(app, [*(str(word) for word in words), "--db", str(database)])

    return call


def finding_id(start: str, digit: str = "b") -> str:
    """The id of the first finding whose id begins so."""
    return next(f.obligation_id for f in screening(application(digit)).findings if f.obligation_id.startswith(start))
