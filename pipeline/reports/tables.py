"""The two tables of a report, for the formats that a spreadsheet opens: applications, and findings."""

from collections.abc import Sequence

from pipeline.reports.charts import requirement
from pipeline.reports.model import GapReport, ReportEntry
from pipeline.reports.wording import (
    DECISIONS,
    KINDS,
    PEERS,
    REASONS,
    SEVERITIES,
    STATUSES,
    VERDICTS,
    direction_name,
    earlier_words,
    obligation_name,
)
from schemas.evidence import Evidence
from schemas.finding import GAP_STATUSES, Finding

Value = str | int | float | None
Table = tuple[tuple[str, ...], list[tuple[Value, ...]]]

APPLICATION_COLUMNS = (
    "编号",
    "申报单位",
    "项目名称",
    "揭榜方向",
    "方向来源",
    "结论",
    "缺项数",
    *STATUSES.values(),
    "人工认定",
    "认定后结论",
    "认定后缺项数",
)
FINDING_COLUMNS = (
    "编号",
    "申报单位",
    "揭榜方向",
    "类别",
    "义务",
    "状态",
    "说明",
    "要求值",
    "通知要求",
    "通知页码",
    "申报材料",
    "材料页码",
    "把握",
    "人工认定",
    "认定后状态",
    "认定意见",
    "认定人",
    "认定时间",
    "上一版认定",
    "发现编号",
    "文件",
    "如何计入",
)


def applications(report: GapReport) -> Table:
    """One row an application: its verdict, and how many findings have each status."""
    return (*APPLICATION_COLUMNS, "统一社会信用代码", "文件"), [_application(entry) for entry in report.entries]


def _application(entry: ReportEntry) -> tuple[Value, ...]:
    screening, chosen = entry.screening, entry.screening.direction
    statuses = [finding.status for finding in screening.findings]
    return (
        entry.submission_id,
        entry.applicant,
        entry.submission.project,
        direction_name(chosen.number, chosen.name) if chosen else None,
        ("申报时选定" if chosen.declared else "由内容推断") if chosen else None,
        VERDICTS[screening.verdict],
        len(entry.gaps),
        *[statuses.count(status) for status in STATUSES],  # type: ignore[arg-type]
        len(entry.decisions),
        VERDICTS[entry.final.verdict],
        len(entry.final_gaps),
        entry.submission.applicant.credit_code,
        entry.submission.source.path,
    )


def findings(report: GapReport) -> Table:
    """One row a finding, with the words on both sides and their pages."""
    targets = {each.id: requirement(each.target) for each in report.notice.obligations if each.target}
    rows: list[tuple[Value, ...]] = []
    for entry in report.entries:
        chosen = entry.screening.direction
        for finding in entry.screening.findings:
            row = (
                entry.submission_id,
                entry.applicant,
                direction_name(chosen.number, chosen.name) if chosen else None,
                KINDS[finding.kind],
                obligation_name(finding.kind, finding.name),
                STATUSES[finding.status],
                finding.explanation,
                targets.get(finding.obligation_id),
                *_side(finding.required),
                *_side(finding.found),
                round(finding.confidence, 2),
                *_decided(entry, finding),
                finding.obligation_id,
                (finding.found.file if finding.found else None) or entry.submission.source.path,
                SEVERITIES[finding.severity] if finding.status in GAP_STATUSES else None,
            )
            rows.append(row)
    return FINDING_COLUMNS, rows


def _decided(entry: ReportEntry, finding: Finding) -> tuple[Value, ...]:
    held = entry.held.get(finding.obligation_id)
    before = entry.held_earlier.get(finding.obligation_id)
    earlier = earlier_words(before) if before else None
    if held is None:
        return None, STATUSES[finding.status], None, None, None, earlier
    return DECISIONS[held.ruling], STATUSES[held.status], held.note, held.by, held.at.isoformat(), earlier


def _side(evidence: Evidence | None) -> tuple[str | None, int | None]:
    return (evidence.text, evidence.page) if evidence else (None, None)


def peers(report: GapReport) -> Table:
    """One row a passage that two applications share, or a value that they share."""
    columns = (
        "类型",
        "申报单位甲",
        "申报单位乙",
        "相同内容",
        "说明",
        "甲原文",
        "甲页码",
        "乙原文",
        "乙页码",
        "编号甲",
        "编号乙",
    )
    rows: list[tuple[Value, ...]] = []
    for finding in report.peers:
        start = (PEERS[finding.kind], report.applicant_of(finding.one), report.applicant_of(finding.other))
        said = (finding.value, finding.explanation)
        sides = [(*_side(each.one), *_side(each.other)) for each in finding.passages] or [(None, None, None, None)]
        rows += [(*start, *said, *side, finding.one, finding.other) for side in sides]
    return columns, rows


def notes(report: GapReport) -> Table:
    """One row a note on how a file was read."""
    return ("文件", "提示"), [(each.path, each.note) for each in report.notes]


def failures(report: GapReport) -> Table:
    """One row a file that could not be read."""
    rows: Sequence[tuple[Value, ...]] = [
        (failure.path, REASONS.get(failure.reason, failure.reason), failure.error) for failure in report.failures
    ]
    return ("文件", "原因", "说明"), list(rows)
