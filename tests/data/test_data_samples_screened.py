"""The sample applications have just the gaps that data/samples/README.md says; one cause counts once."""

from pathlib import Path

import pytest

from pipeline.run import screen
from schemas.finding import GAP_STATUSES, Screening

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
NOTICES = {"storage_and_vehicles": ".pdf", "biomanufacturing_and_marine": ".html"}

GAPS = {
    "1_旭川储能": set(),
    "2_瞻途智能": {("numeric_target", "目标检测距离", "insufficient"), ("commitment", "承诺书", "insufficient")},
    "3_镜域软件": {
        ("word_limit", "单位简介", "insufficient"),
        ("form_field", "申报联系人传真", "missing"),
        ("proof_material", "产品性能指标证明材料", "missing"),
    },
    "4_磐盾电力": {("identifier", "统一社会信用代码", "invalid"), ("commitment", "承诺书", "insufficient")},
    "1_沧澜机器人": {("eligibility", "在望澄市注册", "invalid"), ("deadline", "application_closes", "invalid")},
    "2_蓝穹海洋": {("direction", "揭榜方向", "missing"), ("section", "风险分析与对策", "missing")},
    "3_青禾生物": {
        ("numeric_target", "产物浓度", "insufficient"),
        ("numeric_target", "产品纯度", "missing"),
        ("identifier", "项目负责人邮箱", "invalid"),
    },
    "4_鲸跃智能": {("deadline", "completion", "insufficient"), ("consistency", "项目总经费", "invalid")},
}


@pytest.fixture(scope="module")
def screenings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Screening]:
    """The screening of every sample application, by the file's or folder's stem."""
    database = tmp_path_factory.mktemp("samples") / "jiebang.duckdb"
    found: dict[str, Screening] = {}
    for name, suffix in NOTICES.items():
        run = screen(str(SAMPLES / "notices" / (name + suffix)), [SAMPLES / "applications" / name], database)
        assert run.report.failures == ()
        for screening in run.report.submissions:
            found[next(stem for stem in GAPS if stem in screening.source.path)] = screening
    return found


@pytest.mark.parametrize("stem", GAPS)
def test_planted_gaps_and_no_other(stem: str, screenings: dict[str, Screening]) -> None:
    screening = screenings[stem]
    gaps: dict[str, tuple[str, str, str]] = {}
    for finding in screening.findings:
        if finding.status in GAP_STATUSES:
            gaps.setdefault(finding.cause or finding.obligation_id, (finding.kind, finding.name, finding.status))
    assert set(gaps.values()) == GAPS[stem]
    assert screening.verdict == ("incomplete" if GAPS[stem] else "complete")


@pytest.mark.parametrize("stem", GAPS)
def test_every_gap_has_words_of_the_notice_and_a_sentence(stem: str, screenings: dict[str, Screening]) -> None:
    for finding in screenings[stem].findings:
        assert finding.required is not None
        assert finding.explanation.endswith("。"), finding.explanation
