"""The report as Markdown: an overview, and the gaps of each application with the words on both sides."""

import re
from collections import Counter
from pathlib import Path

from pipeline.reports.files import write
from pipeline.reports.model import GapReport, ReportEntry
from pipeline.reports.quoting import flow
from pipeline.reports.wording import (
    KINDS,
    PEERS,
    REASONS,
    SEVERITIES,
    STATUSES,
    VERDICTS,
    change_words,
    decision_words,
    direction_name,
    earlier_words,
    obligation_name,
)
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.peers import PeerFinding

SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&$-])")
LONGEST = 200  # characters of a quote


def write_md(report: GapReport, folder: Path) -> list[Path]:
    """Writes ``report.md``."""
    return [write(folder / "report.md", markdown(report))]


def markdown(report: GapReport) -> str:
    """The whole report; words of documents are escaped, so that none of them becomes markup."""
    lines = [f"# 申报材料核查报告：{escaped(report.notice.title or report.notice.source.path)}", ""]
    lines += [f"{report.generated_at.astimezone():%Y-%m-%d %H:%M}　{escaped(report.program)}", ""]
    lines += ["| 申报单位 | 揭榜方向 | 结论 | 缺项 | " + " | ".join(STATUSES.values()) + " |"]
    lines += ["|---" * (4 + len(STATUSES)) + "|"]
    lines += [_overview(entry) for entry in report.entries]
    for entry in report.entries:
        lines += ["", f"## {escaped(entry.applicant)}", "", *_entry(entry)]
    if report.peers:
        lines += ["", "## 申报材料之间", "", *[line for finding in report.peers for line in _peer(finding)]]
    if report.failures:
        lines += ["", "## 未能读取的文件", ""]
        lines += [
            f"- {escaped(failure.path)}：{REASONS.get(failure.reason, failure.reason)}。{escaped(failure.error)}"
            for failure in report.failures
        ]
    if report.notes:
        lines += ["", "## 读取提示", "", *[f"- {escaped(each.path)}：{escaped(each.note)}" for each in report.notes]]
    return "\n".join(lines) + "\n"


def _overview(entry: ReportEntry) -> str:
    counts = Counter(finding.status for finding in entry.screening.findings)
    numbers = [str(counts[status]) for status in STATUSES]  # type: ignore[index]
    verdict, gaps = VERDICTS[entry.screening.verdict], str(len(entry.gaps))
    if entry.decisions:
        verdict += f"（认定后：{VERDICTS[entry.final.verdict]}）"
        gaps += f"（认定后：{len(entry.final_gaps)}）"
    return f"| {' | '.join([escaped(entry.applicant), _direction(entry), verdict, gaps, *numbers])} |"


def _entry(entry: ReportEntry) -> list[str]:
    lines = [f"{_verdicts(entry)}；{_direction(entry)}；{escaped(entry.submission.source.path)}", ""]
    since = [escaped(words) for words in change_words(entry.changes)]
    lines += [*[f"- {words}" for words in since], ""] if since else []
    counted = {finding.obligation_id for finding in entry.final.findings if finding.counts}
    findings = entry.screening.findings
    spoken_of = {*entry.held, *entry.held_earlier}
    shown = [each for each in findings if each.counts or each.doubted or each.obligation_id in counted | spoken_of]
    gaps = sorted(shown, key=lambda each: each.doubted)
    for number, finding in enumerate(gaps, start=1):
        name = escaped(obligation_name(finding.kind, finding.name))
        aside = _weight(finding) + _same(entry, finding)
        lines.append(f"{number}. **{STATUSES[finding.status]}**　{KINDS[finding.kind]}：{name}{aside}")
        lines.append(f"   - {escaped(finding.explanation)}")
        lines.append(f"   - 通知要求：{_quote(finding.required)}")
        lines.append(f"   - 申报材料：{_quote(finding.found)}")
        lines += [f"   - {words}" for words in _decided(entry, finding.obligation_id)]
    return lines if gaps else [*lines, "未发现缺项。"]


def _weight(finding: Finding) -> str:
    """（由人判断）: where an office's rules do not count the gap as one."""
    return "" if finding.severity == "gap" else f"（{SEVERITIES[finding.severity]}）"


def _same(entry: ReportEntry, finding: Finding) -> str:
    words = entry.same_cause(finding)
    return f"（{escaped(words)}）" if words else ""


def _peer(finding: PeerFinding) -> list[str]:
    lines = [f"- **{PEERS[finding.kind]}**　{escaped(finding.explanation)}"]
    for passage in finding.passages:
        lines += [f"  - 甲：{_quote(passage.one)}", f"    乙：{_quote(passage.other)}"]
    return lines


def _verdicts(entry: ReportEntry) -> str:
    """The verdict and the gaps, and both as people left them."""
    machine = f"{VERDICTS[entry.screening.verdict]}，缺项 {len(entry.gaps)} 项"
    if not entry.decisions:
        return machine
    final = f"{VERDICTS[entry.final.verdict]}，缺项 {len(entry.final_gaps)} 项"
    return f"{machine}；人工认定 {len(entry.decisions)} 项后：{final}"


def _decided(entry: ReportEntry, obligation: str) -> list[str]:
    held, before = entry.held.get(obligation), entry.held_earlier.get(obligation)
    words = [f"人工认定：{escaped(decision_words(held))}"] if held else []
    return [*words, *([escaped(earlier_words(before))] if before else [])]


def _direction(entry: ReportEntry) -> str:
    chosen = entry.screening.direction
    return escaped(direction_name(chosen.number, chosen.name) if chosen else "未能判断")


def _quote(evidence: Evidence | None) -> str:
    if evidence is None or not evidence.text.strip():
        return "未见"
    text = flow(evidence.text).strip()
    text = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    return f"“{escaped(text)}”" + (f"（第 {evidence.page} 页）" if evidence.page else "")


def escaped(text: str) -> str:
    """The words on one line, with every character escaped that Markdown would take for markup."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
