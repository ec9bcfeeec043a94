"""The review file: one row a finding, out as XLSX or JSON, filled by a person, and in again."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.reports.wording import DECISIONS, KINDS, STATUSES, VERDICTS, obligation_name
from pipeline.review.deciding import Wanted, Wish
from pipeline.review.desk import Desk
from pipeline.review.outcome import gaps_of, reviewed
from pipeline.review.workbook import read_rows, write_rows
from pipeline.screening import Settings
from schemas.errors import UsageError
from schemas.evidence import Evidence
from schemas.finding import GAP_STATUSES, Finding, Status

COLUMNS = {
    "id": "编号",
    "kind": "类别",
    "name": "义务",
    "status": "状态",
    "explanation": "说明",
    "required": "通知要求",
    "found": "申报材料",
    "decision": "认定",
    "decided_status": "改判为",
    "note": "意见",
    "by": "认定人",
    "decided_at": "认定时间",
    "earlier": "上一版认定",
    "submission": "材料编号",
}
"""JSON key -> the workbook's column. A person fills decision, decided_status, note and by; the others say what is."""

WANTED: Mapping[str, Wanted] = {
    **dict.fromkeys(("确认", "属实", "confirmed"), "confirmed"),
    **dict.fromkeys(("推翻", "改判", "overruled"), "overruled"),
    **dict.fromkeys(("撤回", "withdrawn"), "withdrawn"),
}
STATUS_WORDS: Mapping[str, str] = {
    **{name: code for code, name in STATUSES.items()},
    **{code: code for code in STATUSES},
}
NEEDED = ("id", "decision")


def rows_of(desk: Desk) -> list[dict[str, str]]:
    """One row a finding, gaps first, by the keys of :data:`COLUMNS`; what is absent is empty."""
    order = sorted(desk.screening.findings, key=lambda finding: finding.status not in GAP_STATUSES)
    return [_row(desk, finding) for finding in order]


def overview(desk: Desk, settings: Settings | None = None) -> dict[str, object]:
    """Which application it is, and its verdict and gaps as the machine says and as people left them."""
    final = reviewed(desk.screening, desk.decisions, settings)
    return {
        "notice": desk.notice_id,
        "submission": desk.submission_id,
        "applicant": desk.screening.applicant,
        "verdict": desk.screening.verdict,
        "gaps": len(gaps_of(desk.screening.findings)),
        "final_verdict": final.verdict,
        "final_gaps": len(gaps_of(final.findings)),
    }


def counts_of(desk: Desk, settings: Settings | None = None) -> str:
    """The verdict and the number of gaps, both ways, in a line."""
    final = reviewed(desk.screening, desk.decisions, settings)
    words = f"机器结论：{VERDICTS[desk.screening.verdict]}，缺项 {len(gaps_of(desk.screening.findings))} 项"
    if not desk.decisions:
        return words
    after = f"{VERDICTS[final.verdict]}，缺项 {len(gaps_of(final.findings))} 项"
    return f"{words}；人工认定 {len(desk.decisions)} 项后：{after}"


def _row(desk: Desk, finding: Finding) -> dict[str, str]:
    held = desk.held.get(finding.obligation_id)
    before = next((e for e in desk.earlier if e.decision.obligation_id == finding.obligation_id), None)
    return {
        "id": finding.obligation_id,
        "kind": KINDS[finding.kind],
        "name": obligation_name(finding.kind, finding.name),
        "status": STATUSES[finding.status],
        "explanation": finding.explanation,
        "required": _quoted(finding.required),
        "found": _quoted(finding.found),
        "decision": DECISIONS[held.ruling] if held else "",
        "decided_status": STATUSES[held.status] if held and held.ruling == "overruled" else "",
        "note": held.note if held else "",
        "by": held.by if held else "",
        "decided_at": held.at.isoformat() if held else "",
        "earlier": f"第{before.version}版：{DECISIONS[before.decision.ruling]}（{before.decision.by}）"
        if before
        else "",
        "submission": desk.submission_id,
    }


def _quoted(evidence: Evidence | None) -> str:
    if evidence is None or not evidence.text.strip():
        return ""
    return evidence.text.strip() + (f"（第{evidence.page}页）" if evidence.page else "")


def write_sheet(desk: Desk, path: Path) -> Path:
    """Writes the file, a workbook or JSON by the ending of its name. Raises UsageError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if _format(path) == ".xlsx":
            choices = {"decision": [*DECISIONS.values(), "撤回"], "decided_status": list(STATUSES.values())}
            write_rows(path, COLUMNS, rows_of(desk), choices)
        else:
            whole = {
                "notice": desk.notice_id,
                "submission": desk.submission_id,
                "applicant": desk.screening.applicant,
                "findings": rows_of(desk),
            }
            path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}); close it where it is open.") from error
    return path


def read_sheet(path: Path, desk: Desk, by: str) -> list[Wish]:
    """What a person filled in; rows without a decision are no wish. ``by`` stands where a row names nobody.

    Raises UsageError, with the rows that cannot be understood.
    """
    rows = _rows_in(path)
    wishes: list[Wish] = []
    wrong: list[str] = []
    for place, row in rows:
        try:
            wish = _wish(place, row, desk, by)
        except UsageError as error:
            wrong.append(f"{place}: {error}")
        else:
            wishes += [wish] if wish is not None else []
    if wrong:
        raise UsageError(f"{path}: nothing was recorded. " + "\n".join(wrong))
    return wishes


def _rows_in(path: Path) -> list[tuple[str, dict[str, str]]]:
    if not path.is_file():
        raise UsageError(f"{path}: no such file; write one with --out first.")
    if _format(path) == ".xlsx":
        by_title = {title: key for key, title in COLUMNS.items()}
        return [
            (f"row {number}", _known(row, by_title)) for number, row in read_rows(path, [COLUMNS[k] for k in NEEDED])
        ]
    try:
        whole: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"{path}: not valid JSON: {error}.") from error
    found = whole.get("findings") if isinstance(whole, dict) else None
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise UsageError(f'{path}: it must be an object with "findings", a list of objects, as --out writes it.')
    same = {key: key for key in COLUMNS}
    return [(f"findings[{number}]", _known(row, same)) for number, row in enumerate(found)]


def _known(row: Mapping[str, object], keys: Mapping[str, str]) -> dict[str, str]:
    return {keys[name]: "" if value is None else str(value).strip() for name, value in row.items() if name in keys}


def _wish(place: str, row: Mapping[str, str], desk: Desk, by: str) -> Wish | None:
    said = row.get("decision", "")
    if not said:
        if row.get("decided_status"):
            raise UsageError("改判为 is filled and 认定 is empty; write 推翻 there.")
        return None
    if said not in WANTED:
        raise UsageError(f"认定 is {said!r}; it may be {'、'.join(DECISIONS.values())}、撤回, or empty.")
    if row.get("submission") not in (None, "", desk.submission_id):
        raise UsageError(
            f"this row was written for {row['submission']}, and {desk.submission_id} has other contents; "
            "a decision is not carried over."
        )
    return Wish(
        place=place,
        finding=row.get("id", ""),
        wanted=WANTED[said],
        by=row.get("by") or by,
        status=_status(row.get("decided_status", "")),
        note=row.get("note", ""),
        seen=True,
        known_at=_time(row.get("decided_at", "")),
    )


def _status(word: str) -> Status | None:
    if not word:
        return None
    if word not in STATUS_WORDS:
        raise UsageError(f"改判为 is {word!r}; it may be {'、'.join(STATUSES.values())}, or empty.")
    return STATUS_WORDS[word]  # type: ignore[return-value]


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"认定时间 is {text!r}; leave it as --out wrote it.") from error


def _format(path: Path) -> str:
    ending = path.suffix.lower()
    if ending not in (".xlsx", ".json"):
        raise UsageError(f"{path}: a review file ends in .xlsx or .json.")
    return ending
