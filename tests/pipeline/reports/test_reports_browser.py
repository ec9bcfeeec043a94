"""The HTML report in a real browser: it works, throws nothing, and fetches nothing from outside."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from records import FAILURE, NOTICE, NOTICE_TEXT, NOW, screening, submission, submission_text

from pipeline.reports import gap_report, write_report

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is absent: the browser tests need it")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path: the browser tests need one")

NAMES = ("东港仪器有限公司", "西港研究院", "<b>北湾</b></script>中心")
FLAGS = [f"--{flag}" for flag in ("headless=new", "no-sandbox", "disable-gpu", "disable-sync", "no-first-run")]
FLAGS += ["--disable-background-networking", "--disable-component-update"]


class Opened:
    """A page, with what it asked for and what went wrong in it."""

    def __init__(self, page: object) -> None:
        self.page = page
        self.requests: list[str] = []
        self.errors: list[str] = []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("report")
    made = [submission(name, f"{index}c", nodes=120 + 100 * index) for index, name in enumerate(NAMES)]
    screenings = [screening(each) for each in made]
    screenings[2] = screenings[2].model_copy(update={"verdict": "needs_review"})
    report = gap_report(NOTICE, made, screenings, generated_at=NOW, program="jiebang 0", failures=[FAILURE])
    texts = {NOTICE.source.path: NOTICE_TEXT}
    for each, name in zip(made, NAMES, strict=True):
        texts[each.source.path] = submission_text(name, int(each.targets[0].value))
    write_report(report, out, "html", texts)
    return out


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    with playwright.sync_playwright() as engine:
        context = engine.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"), executable_path=CHROMIUM, headless=True, args=FLAGS
        )
        yield context
        context.close()


@pytest.fixture
def opened(browser: object, folder: Path) -> Iterator[Opened]:
    page = browser.new_page()  # type: ignore[attr-defined]
    seen = Opened(page)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("console", lambda message: seen.errors.append(message.text))
    page.goto((folder / "report.html").as_uri())
    yield seen
    page.close()
    assert seen.errors == []
    assert len(seen.requests) == 1
    assert seen.requests[0].startswith("file://")


def test_the_matrix_is_there(opened: Opened) -> None:
    page = opened.page
    assert page.locator("#matrix tbody tr").count() == 3  # type: ignore[attr-defined]
    assert page.locator("#matrix .names th").count() == 9  # type: ignore[attr-defined]
    shown = page.locator("#matrix tbody tr").nth(0).locator(".cell")  # type: ignore[attr-defined]
    assert shown.all_inner_texts() == ["✓", "✓", "✓", "△", "✕", "✓", "✕", "?", "!"]
    assert page.locator("#matrix tbody b").all_inner_texts() == list(NAMES)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("chip", "rows", "columns"),
    [
        ("#verdicts [data-key=needs_review]", 1, 9),
        ("#verdicts [data-key=complete]", 0, 0),
        ("#statuses [data-key=insufficient]", 1, 1),
        ("#kinds [data-key=numeric_target]", 3, 2),
        ("#problems", 3, 4),
    ],
)
def test_filters_narrow_the_matrix(opened: Opened, chip: str, rows: int, columns: int) -> None:
    page = opened.page
    page.click(chip)  # type: ignore[attr-defined]
    assert page.locator("#matrix tbody tr").count() == rows  # type: ignore[attr-defined]
    assert page.locator("#matrix .names th").count() == columns  # type: ignore[attr-defined]
    assert page.inner_text("#count") == f"显示 {rows} / 3 份"  # type: ignore[attr-defined]
    page.click("#reset")  # type: ignore[attr-defined]
    assert page.locator("#matrix tbody tr").count() == 3  # type: ignore[attr-defined]


def test_words_are_searched(opened: Opened) -> None:
    page = opened.page
    page.fill("#words", "西港 校验位")  # type: ignore[attr-defined]
    page.locator("#count", has_text="显示 1 / 3").wait_for()  # type: ignore[attr-defined]
    assert page.inner_text("#matrix tbody b") == "西港研究院"  # type: ignore[attr-defined]


def test_a_cell_opens_its_evidence(opened: Opened) -> None:
    page = opened.page
    assert page.locator(".finding").count() == 0  # type: ignore[attr-defined]
    page.click("#matrix i.insufficient")  # type: ignore[attr-defined]
    finding = page.locator(".finding.insufficient")  # type: ignore[attr-defined]
    assert finding.locator("mark").all_inner_texts() == ["节点数量不少于200个", "节点数量达到120个"]
    required, found = finding.locator("blockquote").all_inner_texts()
    assert required == "到2027年，节点数量不少于200个，定位误差不超过5米。"
    assert found == "本项目将研制观测节点，到2027年节点数量达到120个，覆盖三个海区。"
    assert finding.locator(".place").all_inner_texts() == ["第 1 页", "第 1 页"]
    assert finding.is_visible()


def test_a_met_cell_unfolds_what_is_met(opened: Opened) -> None:
    page = opened.page
    page.click("#matrix i.met")  # type: ignore[attr-defined]
    assert page.locator(".finding.met").first.is_visible()  # type: ignore[attr-defined]


def test_the_tooltip_explains(opened: Opened) -> None:
    page = opened.page
    page.hover("#matrix i.insufficient")  # type: ignore[attr-defined]
    assert "承诺节点数量120个，要求不少于200个。" in page.inner_text("#tip")  # type: ignore[attr-defined]


def test_pictures_are_drawn(opened: Opened) -> None:
    page = opened.page
    assert page.locator(".charts svg").count() == 3  # type: ignore[attr-defined]
    assert page.locator("circle.enough").count() == 2  # type: ignore[attr-defined]
    assert page.locator("circle.short").count() == 1  # type: ignore[attr-defined]


def test_single_pages_have_the_same_words(browser: object, folder: Path) -> None:
    page = browser.new_page()  # type: ignore[attr-defined]
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    (path,) = (folder / "submissions").glob("东港*.html")
    page.goto(path.as_uri())
    assert page.locator(".finding").count() == 5
    assert "节点数量达到120个" in page.locator("mark").all_inner_texts()
    assert page.locator("script").count() == 0
    assert len(requests) == 1
    page.close()
