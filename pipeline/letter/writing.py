"""What the letter says: the confirmed gaps of one application, whom to ask, until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.letter.template import default_template, fill_template
from pipeline.reports.wording import direction_name, obligation_name
from pipeline.review.desk import Desk
from pipeline.review.outcome import gaps_of, reviewed
from schemas.errors import UsageError
from schemas.facts import Contact
from schemas.finding import Finding
from schemas.review import Decision


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """When the letter is written, until when corrections are due, and whether gaps that nobody decided go in too."""

    on: date
    until: date
    unreviewed: bool = False
    template: Path | None = None


def write_letter(desk: Desk, path: Path, plan: LetterPlan) -> int:
    """Writes the DOCX and returns how many gaps it lists.

    Raises UsageError: no gap, no such template or a wrong one, a file that cannot be written.
    """
    items = sentences(desk, plan.unreviewed)
    if not items:
        raise UsageError(_nothing(desk))
    if path.suffix.lower() != ".docx":
        raise UsageError(f"{path}: the letter is a .docx.")
    if plan.until < plan.on:
        raise UsageError(f"corrections cannot be due ({plan.until}) before the letter's date ({plan.on}).")
    data, name = _template(plan.template)
    filled = fill_template(data, name, _values(desk, plan, len(items)), items)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(filled)
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}); close it where it is open.") from error
    return len(items)


def sentences(desk: Desk, unreviewed: bool) -> list[str]:
    """One sentence a gap that a person confirmed or added, those of one cause once; ``unreviewed`` adds the others.

    A gap that a person sees otherwise than the machine is told in the person's words (the note). Raises UsageError
    where there are none.
    """
    final = reviewed(desk.screening, desk.decisions)
    held = desk.held
    wanted = [f for f in final.findings if f.counts and (unreviewed or f.obligation_id in held)]
    return [_sentence(finding, held.get(finding.obligation_id)) for finding in gaps_of(wanted)]


def _sentence(finding: Finding, decision: Decision | None) -> str:
    if decision is None or decision.machine_status == decision.status:
        return finding.explanation
    if not decision.note:
        raise UsageError(
            f"{finding.obligation_id} was overruled as {decision.status} without a note; "
            "the letter needs its words: overrule it again with --note."
        )
    note = decision.note if decision.note.endswith(("。", "！", "；")) else decision.note + "。"
    return f"「{obligation_name(finding.kind, finding.name)}」{note}"


def _nothing(desk: Desk) -> str:
    open_gaps = len(gaps_of(reviewed(desk.screening, desk.decisions).findings))
    if not open_gaps:
        return f"{desk.submission_id} has no gaps: there is nothing to correct."
    return (
        f"none of the {open_gaps} gaps of {desk.submission_id} is confirmed yet: confirm them with `jiebang review`, "
        "or take them as they are with --unreviewed."
    )


def _template(path: Path | None) -> tuple[bytes, str]:
    if path is None:
        return default_template(), "the program's template"
    try:
        return path.read_bytes(), str(path)
    except OSError as error:
        raise UsageError(f"--template {path}: it cannot be read ({error.strerror}).") from error


def _values(desk: Desk, plan: LetterPlan, count: int) -> dict[str, str]:
    notice, chosen = desk.notice, desk.screening.direction
    contact = _contact(notice.contacts)
    return {
        "申报单位": desk.screening.applicant or "",
        "项目名称": desk.submission.project or "",
        "材料编号": desk.submission_id,
        "揭榜方向": direction_name(chosen.number, chosen.name) if chosen else "",
        "通知名称": notice.title or "",
        "发文字号": notice.document_number or "",
        "发文机关": "　".join(notice.issuers),
        "问题数": str(count),
        "补正期限": chinese_date(plan.until),
        "联系单位": (contact.organization if contact else None) or "、".join(notice.issuers),
        "联系人": (contact.person if contact else None) or "",
        "联系电话": "、".join(contact.phones) if contact else "",
        "电子邮箱": "、".join(contact.emails) if contact else "",
        "日期": chinese_date(plan.on),
    }


def _contact(contacts: Sequence[Contact]) -> Contact | None:
    """Whom the notice names for questions: the first 联系人 or 咨询 with a telephone, else the first with one."""
    reachable = [contact for contact in contacts if contact.phones or contact.emails]
    asked = [contact for contact in reachable if contact.role and ("联系" in contact.role or "咨询" in contact.role)]
    return next(iter([*asked, *reachable]), None)


def chinese_date(day: date) -> str:
    """``2026年3月1日``."""
    return f"{day.year}年{day.month}月{day.day}日"
