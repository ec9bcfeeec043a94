"""What was screened in the same way is not screened again, and whatever could change the outcome does it anew."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import records

import pipeline.keeping
import pipeline.screenwork
from pipeline.intake import Intake
from pipeline.keeping import is_lasting, standing
from pipeline.reading import ReadingOptions
from pipeline.run import ScreenRun, ingest, screen
from pipeline.screening import Rules, Settings
from pipeline.screening.office import TOO_SLOW
from pipeline.screenwork import ScreenWork, Subject
from pipeline.store import Store
from schemas.errors import UsageError
from schemas.finding import Failure, Finding, Screening
from schemas.notice import Notice
from schemas.submission import Submission

NOTICE = (
    "关于组织海洋装备揭榜挂帅的通知\n一、申报条件\n申报单位应当为独立法人。\n二、报送\n请于2026年9月30日前报送材料。\n"
)
APPLICATION = "申报书\n单位名称：{name}\n一、项目简介\n本项目研制观测节点，{more}。\n"


class Desk:
    """Two applications in a folder, a database, and how often an application was really screened."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.database, self.screened = folder, folder / "jiebang.duckdb", 0
        self.notice, self.applications = folder / "notice.txt", folder / "applications"
        self.applications.mkdir()
        self.notice.write_text(NOTICE, encoding="utf-8")
        self.write("a.txt", "甲海洋公司", "节点一百个")
        self.write("b.txt", "乙海洋公司", "节点两百个")

    def write(self, file: str, name: str, more: str) -> None:
        (self.applications / file).write_text(APPLICATION.format(name=name, more=more), encoding="utf-8")

    def judge(self, notice: Notice, submission: Submission, *_: object) -> Screening:
        self.screened += 1
        finding = Finding(
            obligation_id="section-1", kind="section", name="项目简介", status="missing",
            explanation="缺。", required=records.words(records.NOTICE_TEXT, "独立法人"), confidence=0.9,
        )  # fmt: skip
        return Screening(
            source=submission.source, applicant=submission.applicant.name, direction=None,
            verdict="incomplete", findings=(finding,),
        )  # fmt: skip

    def again(self) -> ScreenRun:
        """Screens what the database holds for the notice."""
        options = ReadingOptions(isolate=False, cache=self.folder / "cache")
        return screen(str(self.notice), [], self.database, options=options)

    def run(self, work: Callable[[Notice], ScreenWork] = ScreenWork, cache: bool = True) -> ScreenRun:
        """Screens both; ``screened`` tells how many of them anew."""
        self.screened = 0
        options = ReadingOptions(isolate=False, cache=self.folder / "cache" if cache else False)
        return screen(str(self.notice), [self.applications], self.database, work, options=options)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk(tmp_path)
    monkeypatch.setattr(pipeline.screenwork, "screen", made.judge)
    return made


def test_a_second_run_screens_nothing_and_says_the_same(desk: Desk) -> None:
    first = desk.run()
    assert desk.screened == 2
    second = desk.run()
    assert desk.screened == 0
    assert second.report == first.report
    assert second.run == first.run + 1
    with Store(desk.database, read_only=True) as store:
        rows = store.query("SELECT run_id, count(*), count(DISTINCT submission_id) FROM findings GROUP BY 1 ORDER BY 1")
        assert rows.rows == [(1, 2, 2), (2, 2, 2)]
        assert store.query("SELECT DISTINCT run_id FROM v_findings").rows == [(2,)]
        assert store.query("SELECT count(*), max(version) FROM document_versions").rows == [(3, 1)]
    desk.run()
    assert desk.screened == 0  # a kept screening is kept again


def other_program(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
    monkeypatch.setattr(pipeline.keeping, "program", lambda: "newer")


def other_notice(_: pytest.MonkeyPatch, desk: Desk) -> None:
    desk.notice.write_text(NOTICE + "三、其他\n未尽事宜另行通知。\n", encoding="utf-8")


def changed_application(_: pytest.MonkeyPatch, desk: Desk) -> None:
    desk.write("b.txt", "乙海洋公司", "节点三百个")


def renamed_application(_: pytest.MonkeyPatch, desk: Desk) -> None:
    (desk.applications / "b.txt").rename(desk.applications / "c.txt")


def record_read_anew(_: pytest.MonkeyPatch, desk: Desk) -> None:
    """An ``ingest`` in another way has put another record in the application's place."""
    with Store(desk.database) as store:
        store._connection.execute("UPDATE submissions SET record = '{}' WHERE applicant LIKE '乙%'")


@pytest.mark.parametrize(
    ("change", "anew"),
    [
        (other_program, 2),
        (other_notice, 2),
        (changed_application, 1),
        (renamed_application, 1),
        (record_read_anew, 1),
    ],
)
def test_what_changed_is_screened_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, change: Callable[[pytest.MonkeyPatch, Desk], None], anew: int
) -> None:
    desk.run()
    change(monkeypatch, desk)
    desk.run()
    assert desk.screened == anew
    desk.run()
    assert desk.screened == 0


@pytest.mark.parametrize(
    "work",
    [
        partial(ScreenWork, settings=Settings(confident=0.95)),
        partial(ScreenWork, rules=Rules(off=frozenset({"section", "deadline"}))),
    ],
)
def test_other_settings_screen_anew(desk: Desk, work: Callable[[Notice], ScreenWork]) -> None:
    desk.run()
    desk.run(work)
    assert desk.screened == 2
    desk.run()
    assert desk.screened == 0  # the screening by the first settings stands still


def test_without_the_cache_nothing_is_kept(desk: Desk) -> None:
    desk.run(cache=False)
    desk.run(cache=False)
    assert desk.screened == 2


def test_an_application_with_an_unreadable_file_is_tried_again(desk: Desk) -> None:
    folder = desk.applications / "丙"
    folder.mkdir()
    (folder / "申报书.txt").write_text(APPLICATION.format(name="丙海洋公司", more="节点"), encoding="utf-8")
    (folder / "leer.pdf").write_bytes(b"")
    desk.run()
    made = desk.run()
    assert desk.screened == 1
    assert len(made.report.submissions) == 3
    assert len(made.report.failures) == 1


@pytest.mark.parametrize("ingested", [False, True])
def test_a_corrected_notice_is_answered_by_the_applications_of_the_one_before(desk: Desk, ingested: bool) -> None:
    before = desk.run()
    desk.notice.write_text(NOTICE + "三、更正\n报送时间延至2026年10月15日。\n", encoding="utf-8")
    if ingested:
        ingest([desk.notice], desk.database, "notice", options=ReadingOptions(isolate=False, cache=False))
    made = desk.again()
    assert made.report.notice.source.sha256 != before.report.notice.source.sha256
    assert [s.source for s in made.report.submissions] == [s.source for s in before.report.submissions]


def test_a_notice_that_nothing_answers(desk: Desk) -> None:
    with Store(desk.database):
        pass
    with pytest.raises(UsageError, match="holds no applications"):
        desk.again()


def test_what_is_screened_now_goes_before_what_was_kept_of_the_same_contents() -> None:
    record = records.submission("东港仪器有限公司", "b", 240, path="a/app.txt")
    kept = Subject(Intake("app.txt"), records.screening(record), basis="before", kept_from=1)
    fresh = Subject(Intake("app.txt", submission=record), records.screening(record), basis="now")
    for subjects in ([kept, fresh], [fresh, kept]):
        assert list(standing(subjects).values()) == [fresh]
    assert list(standing([kept]).values()) == [kept]


def test_what_ran_out_of_time_or_was_not_read_whole_is_not_kept() -> None:
    record = records.screening(records.submission("东港仪器有限公司", "b", 240, path="a/app.txt"))
    slow = record.findings[0].model_copy(update={"explanation": f"本单位规则“甲”的{TOO_SLOW}，请人工核对。"})
    failure = Failure(path="a/scan.pdf", error="damaged", reason="damaged")
    assert is_lasting(Subject(Intake("app"), record))
    assert not is_lasting(Subject(Intake("app"), record.model_copy(update={"findings": (slow,)})))
    assert not is_lasting(Subject(Intake("app", failures=(failure,)), record))
    assert not is_lasting(Subject(Intake("app")))
