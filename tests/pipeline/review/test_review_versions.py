"""What became of gaps since the version before of the same application."""

import json
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from pipeline.store import Store
from tests.pipeline.review.conftest import application, save


def changes(database: Path) -> list[tuple[str, str]]:
    with Store(database, read_only=True) as store:
        return [(each.change, each.name) for each in store.load_gap_changes("n-" + "a" * 10)]


def test_closed_new_and_open(database: Path, jiebang: Callable[..., Result], tmp_path: Path) -> None:
    assert changes(database) == []  # one version, and another applicant's
    save(database, application("d", nodes=150))  # promises less: a new gap
    still = [("open", "承诺书"), ("open", "统一社会信用代码"), ("open", "定位误差")]
    assert changes(database) == [("new", "节点数量"), *still]
    save(database, application("e", nodes=260))  # mended
    assert changes(database) == [("closed", "节点数量"), *still]
    save(database, application("e", nodes=260))  # the same again: compared with the version before, not with itself
    assert changes(database) == [("closed", "节点数量"), *still]
    for kind in ("md", "json", "html"):
        jiebang("report", "--notice", "n-" + "a" * 10, "--out", tmp_path, "--format", kind)
    said = "与第2版相比：已补正 1 项，新出现 0 项，仍存在 3 项"
    assert said in (tmp_path / "report.md").read_text(encoding="utf-8")
    (page,) = (tmp_path / "submissions").glob("东港*.html")
    assert said in page.read_text(encoding="utf-8")
    shown = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["submissions"]
    assert [len(each["changes"]) for each in shown] == [4, 0]
